/** Spans of XML: offsets into the text as it was written, and splicing by them. */
import fc from "fast-check";
import { UnsupportedFile } from "../../../src/hosts/xlsx/package";
import {
  child,
  children,
  escapeAttribute,
  escapeCellText,
  escapeXml,
  parseSpans,
  splice,
  textOf,
  unescapeCellText,
  unescapeXml,
  type XmlSpan,
} from "../../../src/hosts/xlsx/xml";

/** Elements between which stands everything that could shift an offset. */
const filler = fc.constantFrom(
  "",
  "\r\n",
  "\n",
  "\r",
  "chữ 𝒳 𠮷",
  "&amp;&#x1F600;&#10;",
  "<!-- <a> \r\n -->",
  "<![CDATA[</a><b>]]>",
  "<?x <y> ?>",
);
const attribute = fc.constantFrom("", ` k="1"`, ` k = '>'\r\n`, ` k="a&lt;b/>"`, ` p:k="𠮷"`);
const element = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.tuple(attribute).map(([a]) => `<e${a}/>`),
    fc
      .tuple(
        fc.constantFrom("e", "p:f"),
        attribute,
        fc.array(fc.tuple(filler, tie("node")), { maxLength: 4 }),
        filler,
      )
      .map(
        ([name, a, inside, last]) =>
          `<${name}${a}>${inside.map(([text, node]) => text + node).join("")}${last}</${name} >`,
      ),
  ),
})).node;
const document = fc
  .tuple(
    fc.constantFrom("", "\ufeff", `<?xml version="1.0"?>\r\n`, `<?xml version="1.0"?><!-- <r> -->\r`),
    fc.array(element, { maxLength: 4 }),
  )
  .map(([head, nodes]) => `${head}<r xmlns:p="urn:p">${nodes.join("\r\n")}</r>`);

function all(span: XmlSpan): XmlSpan[] {
  return [span, ...span.children.flatMap(all)];
}

describe("spans", () => {
  it("stand where the tags stand, whatever is around them", () => {
    fc.assert(
      fc.property(document, (text) => {
        const spans = all(parseSpans(text));
        expect(spans.length).toBe(
          (
            text
              .replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, "")
              .match(/<(r|e|p:f)\b/g) ?? []
          ).length,
        );
        for (const span of spans) {
          const name = span.prefix ? `${span.prefix}:${span.local}` : span.local;
          expect(text.slice(span.start, span.start + name.length + 1)).toBe(`<${name}`);
          expect(text[span.openEnd - 1]).toBe(">");
          expect(text[span.end - 1]).toBe(">");
          if (span.selfClosing) expect([span.openEnd, span.closeStart]).toEqual([span.end, span.end]);
          else expect(text.slice(span.closeStart, span.closeStart + name.length + 2)).toBe(`</${name}`);
          // The element cut out is a document of its own with as many elements in it.
          const alone = parseSpans(`<r xmlns:p="urn:p">${text.slice(span.start, span.end)}</r>`);
          expect(all(alone).length - 1).toBe(all(span).length);
        }
      }),
    );
  });

  it("are the same when contents are jumped over", () => {
    fc.assert(
      fc.property(document, (text) => {
        const whole = all(parseSpans(text));
        const jumped = all(parseSpans(text, { skipChildrenOf: (local) => local === "f" }));
        for (const span of jumped) {
          const same = whole.find((one) => one.start === span.start)!;
          expect([span.local, span.openEnd, span.closeStart, span.end, span.attributes]).toEqual([
            same.local,
            same.openEnd,
            same.closeStart,
            same.end,
            same.attributes,
          ]);
        }
      }),
    );
  });

  it("jump over large contents unread", () => {
    const text = `<w><a/><sheetData x=">"><row>& not XML</row></sheetData><b/></w>`;
    const root = parseSpans(text, { skipChildrenOf: (local) => local === "sheetData" });
    expect(root.children.map((one) => one.local)).toEqual(["a", "sheetData", "b"]);
    const data = child(root, "sheetData")!;
    expect(text.slice(data.openEnd, data.closeStart)).toBe("<row>& not XML</row>");
    expect(data.children).toEqual([]);
  });

  it("know names, prefixes and attributes", () => {
    const root = parseSpans(
      `<x:a xmlns:x="urn:x" xmlns:r="urn:r" r:id="q&quot;"><x:b>1 &lt; 2</x:b><b xmlns="urn:y"/></x:a>`,
    );
    expect([root.local, root.prefix, root.uri, root.attributes["r:id"]]).toEqual(["a", "x", "urn:x", 'q"']);
    expect(children(root, "b").map((one) => one.uri)).toEqual(["urn:x", "urn:y"]);
    expect(root.children[0]!.parent).toBe(root);
  });

  it("go no deeper than asked", () => {
    const root = parseSpans("<a><b><c><d/></c></b></a>", { maxDepth: 1 });
    expect(all(root).map((one) => one.local)).toEqual(["a", "b"]);
  });

  it.each<[string, string]>([
    ["dtd", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`],
    ["damaged", "<a><b></a>"],
    ["damaged", "<a>&nothing;</a>"],
    ["damaged", "<a"],
    ["damaged", ""],
    ["damaged", "<a/><b/>"],
    ["damaged", "<a>".repeat(300) + "</a>".repeat(300)],
  ])("%s: %s", (what, text) => {
    expect(() => parseSpans(text, { part: "xl/x.xml" })).toThrow(
      expect.objectContaining({
        what,
        detail: expect.stringContaining("xl/x.xml") as string,
      }) as UnsupportedFile,
    );
  });
});

describe("escapes", () => {
  it("come back as they went in, read by the parser too", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom("<", "&", '"', "\r", "\n", "\t", "_", "x", "0", "A", "]]>", "ệ", "𠮷"),
            fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
          ),
        }),
        (text) => {
          const root = parseSpans(`<a k="${escapeAttribute(text)}">${escapeCellText(text)}</a>`);
          const written = `<a k="${escapeAttribute(text)}">${escapeCellText(text)}</a>`;
          expect(unescapeCellText(textOf(written, root))).toBe(text);
          const attribute = root.attributes.k!;
          if (!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/.test(text))
            expect(attribute).toBe(text);
        },
      ),
    );
  });

  it("resolve entities, CDATA and line ends, and leave out tags and comments", () => {
    expect(unescapeXml("a&#x41;&#66;&apos;<![CDATA[<&>]]><!-- no --><b>c</b>\r\nd")).toBe("aAB'<&>c\nd");
    expect(unescapeXml("&unknown;&#x110000;")).toBe("&unknown;&#x110000;");
    expect(escapeXml("a\u0001\r<")).toBe("a_x0001_&#13;&lt;");
    expect(escapeCellText("_x0041_ _x00zz_")).toBe("_x005F_x0041_ _x00zz_");
  });
});

describe("splice", () => {
  it("replaces spans, keeps the order of insertions at one place and refuses overlaps", () => {
    expect(
      splice("abcdef", [
        { start: 4, end: 5, text: "E" },
        { start: 2, end: 2, text: "1" },
        { start: 2, end: 2, text: "2" },
        { start: 2, end: 3, text: "C" },
      ]),
    ).toBe("ab12CdEf");
    expect(() =>
      splice("abc", [
        { start: 0, end: 2, text: "" },
        { start: 1, end: 3, text: "" },
      ]),
    ).toThrow(RangeError);
    expect(() => splice("abc", [{ start: 2, end: 4, text: "" }])).toThrow(RangeError);
  });
});
