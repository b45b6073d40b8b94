/** The zip package: what is kept byte for byte, and which files are refused before they can do harm. */
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from "fflate";
import fc from "fast-check";
import { UnsupportedFile, ZipPackage } from "../../../src/hosts/xlsx/package";
import { readSnapshot } from "../../../src/hosts/xlsx/reading";
import {
  contentTypeOf,
  parsePart,
  relationshipsOf,
  resolveTarget,
  structureIsLocked,
  workbookPart,
} from "../../../src/hosts/xlsx/parts";
import { writtenBook, writtenParts, writtenRows, zipped } from "./written-packages";

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof UnsupportedFile) return error.what;
    throw error;
  }
  return "none";
}

const sheet = { name: "Sheet1", body: "<sheetData/>" };
const signature = { "_xmlsignatures/sig1.xml": "<Signature/>" };

describe("a package", () => {
  const bytes = zipped({
    "a.xml": "<a/>",
    "Folder/B.xml": "<b>Đồng</b>",
    "c.bin": Uint8Array.from([1, 2, 3, 255]),
  });

  it("gives parts by name without regard to case, slash or backslash", () => {
    const pkg = ZipPackage.open(bytes);
    expect(pkg.names()).toEqual(["a.xml", "Folder/B.xml", "c.bin"]);
    expect(pkg.text("/folder\\b.XML")).toBe("<b>Đồng</b>");
    expect([...pkg.bytes("c.bin")]).toEqual([1, 2, 3, 255]);
    expect(pkg.has("d.xml")).toBe(false);
  });

  it("keeps untouched parts as they were, in their order, and never changes itself", () => {
    const pkg = ZipPackage.open(bytes);
    const changed = pkg.with(
      new Map<string, string | null>([
        ["folder/b.xml", "<b>mới</b>"],
        ["c.bin", null],
        ["d.xml", "<d/>"],
      ]),
    );
    expect(changed.names()).toEqual(["a.xml", "Folder/B.xml", "d.xml"]);
    expect(changed.sameEntry(pkg, "a.xml")).toBe(true);
    expect(changed.sameEntry(pkg, "Folder/B.xml")).toBe(false);
    expect(pkg.text("Folder/B.xml")).toBe("<b>Đồng</b>");
    const again = ZipPackage.open(changed.toBytes());
    expect(again.sameEntry(pkg, "a.xml")).toBe(true);
    expect(again.text("Folder/B.xml")).toBe("<b>mới</b>");
  });

  it("writes files that another library unpacks to the same bytes", () => {
    const contents = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}\.xml$/),
      fc.uint8Array({ maxLength: 300 }),
      { maxKeys: 8 },
    );
    fc.assert(
      fc.property(contents, contents, (old, added) => {
        const pkg = ZipPackage.open(zipped(old)).with(new Map(Object.entries(added)));
        const wanted = { ...old, ...added };
        const found = unzipSync(pkg.toBytes());
        expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
        for (const name of Object.keys(wanted)) expect([...found[name]!]).toEqual([...wanted[name]!]);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps stored entries and folders", () => {
    const stored = Uint8Array.from(
      zipSync({ "a.xml": [strToU8("<a/>"), { level: 0 }], "folder/": new Uint8Array(0) }),
    );
    const pkg = ZipPackage.open(stored);
    expect(pkg.text("a.xml")).toBe("<a/>");
    expect(pkg.names()).toEqual(["a.xml"]);
    expect(Object.keys(unzipSync(pkg.with(new Map([["b.xml", "<b/>"]])).toBytes()))).toEqual([
      "a.xml",
      "folder/",
      "b.xml",
    ]);
  });

  it("states the sizes of entries where the file put them behind the data", () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_error, piece) => pieces.push(piece));
    const entry = new ZipDeflate("a.xml");
    zip.add(entry);
    entry.push(strToU8("<a/>"), true);
    zip.end();
    const streamed = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    const flagsAndSize = (bytes: Uint8Array): number[] => {
      const header = new DataView(bytes.buffer);
      return [header.getUint16(6, true) & 8, header.getUint32(22, true)];
    };
    expect(flagsAndSize(streamed)).toEqual([8, 0]);
    const written = ZipPackage.open(streamed).toBytes();
    expect(flagsAndSize(written)).toEqual([0, 4]);
    expect(ZipPackage.open(written).text("a.xml")).toBe("<a/>");
  });

  it("reads UTF-16 and byte order marks, and writes UTF-8", () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?><a>Xã</a>`;
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from(text).flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const pkg = ZipPackage.open(
      zipped({ "wide.xml": wide, "bom.xml": "\ufeff<a/>", "bad.xml": Uint8Array.from([60, 0xff, 0xfe, 62]) }),
    );
    expect(pkg.text("wide.xml")).toBe(text);
    expect(pkg.text("bom.xml")).toBe("<a/>");
    expect(refusal(() => pkg.text("bad.xml"))).toBe("damaged");
    const back = pkg.with(new Map([["wide.xml", pkg.text("wide.xml")]]));
    expect(new TextDecoder().decode(back.bytes("wide.xml"))).toBe(
      `<?xml version="1.0" encoding="UTF-8"?><a>Xã</a>`,
    );
  });
});

describe("a file that is refused", () => {
  const good = writtenRows(`<row r="1"><c r="A1"><v>1</v></c></row>`);
  const view = (bytes: Uint8Array): DataView =>
    new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = (bytes: Uint8Array): number => view(bytes).getUint32(bytes.length - 6, true);
  const ole = (name: string): Uint8Array => {
    const wide = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
    return Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array<number>(500).fill(0),
      ...wide,
      0,
      0,
    ]);
  };

  it.each<[string, Uint8Array]>([
    ["notZip", new Uint8Array(0)],
    ["notZip", strToU8("STT;Họ và tên\n1;A")],
    ["oldXls", ole("Workbook")],
    ["encrypted", ole("EncryptedPackage")],
    ["truncated", good.slice(0, good.length - 30)],
    ["truncated", good.slice(0, 200)],
    ["notWorkbook", zipped({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" })],
    [
      "dtd",
      zipped({
        ...writtenParts({ sheets: [sheet] }),
        "xl/workbook.xml": `<!DOCTYPE a [<!ENTITY b "c">]><workbook/>`,
      }),
    ],
  ])("%s", (what, bytes) => {
    expect(refusal(() => readSnapshot(ZipPackage.open(bytes)))).toBe(what);
  });

  it("zip64, encrypted entries, parts that stand twice", () => {
    const wide = good.slice();
    view(wide).setUint32(directory(wide) + 24, 0xffffffff, true);
    expect(refusal(() => ZipPackage.open(wide))).toBe("zip64");
    const secret = good.slice();
    view(secret).setUint16(directory(secret) + 8, 1, true);
    expect(refusal(() => ZipPackage.open(secret))).toBe("encrypted");
    const twice = zipped({ "xl/a.xml": "<a/>", "XL/A.XML": "<a/>" });
    expect(refusal(() => ZipPackage.open(twice))).toBe("duplicatePart");
  });

  it("more than the limits, seen from the directory", () => {
    const many = zipped(Object.fromEntries(Array.from({ length: 30 }, (_v, i) => [`p${i}.xml`, "<a/>"])));
    expect(refusal(() => ZipPackage.open(many, { unpackedBytes: 1e6, parts: 29 }))).toBe("tooLarge");
    expect(refusal(() => ZipPackage.open(many, { unpackedBytes: 119, parts: 30 }))).toBe("tooLarge");
    expect(refusal(() => ZipPackage.open(many, { unpackedBytes: 120, parts: 30 }))).toBe("none");
  });

  it("a directory that lies about a part's size, both ways", () => {
    const lying = (claimed: number): string => {
      const bomb = Uint8Array.from(zipSync({ "a.xml": new Uint8Array(2_000_000) }));
      view(bomb).setUint32(directory(bomb) + 24, claimed, true);
      return refusal(() => ZipPackage.open(bomb).bytes("a.xml"));
    };
    expect([lying(10_000), lying(2_000_001), lying(50_000_000)]).toEqual(["tooLarge", "damaged", "damaged"]);
  });

  it("a bomb of entries that share their bytes", () => {
    const one = Uint8Array.from(
      zipSync({ "a.xml": new Uint8Array(100_000), "b.xml": new Uint8Array(100_000) }),
    );
    const from = directory(one);
    const second = from + 46 + 5;
    view(one).setUint32(second + 42, 0, true);
    expect(refusal(() => ZipPackage.open(one))).toBe("damaged");
  });

  it("a part whose checksum or compressed bytes are wrong", () => {
    const wrong = good.slice();
    view(wrong).setUint32(directory(wrong) + 16, 1, true);
    expect(refusal(() => ZipPackage.open(wrong).bytes("[Content_Types].xml"))).toBe("damaged");
    const broken = good.slice();
    broken.fill(255, 60, 90);
    expect(refusal(() => ZipPackage.open(broken).bytes("[Content_Types].xml"))).toBe("damaged");
  });

  it("workbooks that we do not take on", () => {
    const open = (parts: Record<string, string>): ZipPackage => ZipPackage.open(zipped(parts));
    const parts = writtenParts({ sheets: [sheet] });
    const strict = parts["xl/workbook.xml"]!.replace(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    );
    expect(refusal(() => workbookPart(open({ ...parts, "xl/workbook.xml": strict })))).toBe("strict");
    const binary = {
      ...parts,
      "_rels/.rels": parts["_rels/.rels"]!.replace("workbook.xml", "workbook.bin"),
      "xl/workbook.bin": "x",
    };
    expect(refusal(() => workbookPart(open(binary)))).toBe("xlsb");
    const text = {
      ...parts,
      "xl/workbook.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`,
    };
    expect(refusal(() => workbookPart(open(text)))).toBe("notWorkbook");
  });

  it("signed and shared workbooks may be read, not changed", () => {
    const signed = ZipPackage.open(writtenBook({ sheets: [sheet], parts: signature }));
    expect(workbookPart(signed, "read")).toBe("xl/workbook.xml");
    expect(refusal(() => workbookPart(signed))).toBe("signed");
    const shared = ZipPackage.open(
      writtenBook({ sheets: [sheet], parts: { "xl/revisions/revisionHeaders.xml": "<headers/>" } }),
    );
    expect(refusal(() => workbookPart(shared))).toBe("sharedWorkbook");
  });

  it("a locked structure is told, not refused", () => {
    const locked = ZipPackage.open(
      writtenBook({ before: `<workbookProtection lockStructure="1"/>`, sheets: [sheet] }),
    );
    expect(structureIsLocked(parsePart(locked, workbookPart(locked)).root)).toBe(true);
    const open = ZipPackage.open(
      writtenBook({ before: `<workbookProtection lockWindows="1"/>`, sheets: [sheet] }),
    );
    expect(structureIsLocked(parsePart(open, workbookPart(open)).root)).toBe(false);
  });
});

describe("parts", () => {
  it("are found by their relationships", () => {
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/x";
    const link = (id: string, target: string, mode = ""): string =>
      `<p:Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`;
    const links = [
      link("a", "../media/h%C3%ACnh 1.png"),
      link("b", "/xl/b.xml"),
      link("c", "#Sổ!A1"),
      link("d", "https://example.org/a", ` TargetMode="External"`),
      link("e", "..\\c.xml#x"),
    ];
    const pkg = ZipPackage.open(
      zipped({
        "xl/media/hình 1.png": "x",
        "xl/worksheets/_rels/s.xml.rels": `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</p:Relationships>`,
      }),
    );
    expect(relationshipsOf(pkg, "xl/worksheets/s.xml").map((one) => one.part)).toEqual([
      "xl/media/hình 1.png",
      "xl/b.xml",
      null,
      null,
      "xl/c.xml",
    ]);
    expect(relationshipsOf(pkg, "xl/other.xml")).toEqual([]);
    expect(resolveTarget("xl/a/b.xml", "./c/../../../d.xml")).toBe("d.xml");
  });

  it("have the content type of their name, else of their extension", () => {
    const pkg = ZipPackage.open(writtenBook({ sheets: [sheet] }));
    expect(contentTypeOf(pkg, "xl/Workbook.xml")).toMatch(/sheet\.main\+xml$/);
    expect(contentTypeOf(pkg, "_rels/.rels")).toMatch(/relationships\+xml$/);
    expect(contentTypeOf(pkg, "xl/media/a.png")).toBeNull();
  });
});
