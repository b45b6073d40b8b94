/** Damaged files: either something is read or one `UnsupportedFile` says which part is bad. Never anything else. */
import { unzipSync } from "fflate";
import fc from "fast-check";
import { UnsupportedFile, ZipPackage } from "../../../src/hosts/xlsx/package";
import { workbookPart } from "../../../src/hosts/xlsx/parts";
import { readSnapshot } from "../../../src/hosts/xlsx/reading";
import { badFiles, everythingAtOnce } from "./fixtures";
import { writtenBook, writtenParts, writtenRows, zipped } from "./written-packages";

const whole = everythingAtOnce().bytes;
const parts = Object.fromEntries(Object.entries(unzipSync(whole)).filter(([name]) => !name.endsWith("/")));
const readNames = Object.keys(parts).filter(
  (name) => /\.(xml|rels)$/.test(name) && !/customXml|docProps|pivot|slicer/i.test(name),
);

/** null when the file could be read, else what is wrong with it; any other error goes through. */
function faultOf(bytes: Uint8Array): UnsupportedFile | null {
  try {
    const pkg = ZipPackage.open(bytes);
    const { sheets } = readSnapshot(pkg);
    readSnapshot(pkg, {
      formulas: true,
      numberFormats: true,
      fonts: true,
      designs: sheets.map((sheet) => sheet.name),
    });
    return null;
  } catch (error) {
    if (error instanceof UnsupportedFile) return error;
    throw error;
  }
}

describe("a damaged file", () => {
  it("is whole before it is damaged", () => {
    expect(faultOf(whole)).toBeNull();
  });

  it("with bytes changed anywhere is read or refused", () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        faultOf(bytes);
      }),
      { numRuns: 100 },
    );
  });

  it("cut anywhere is refused", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(faultOf(whole.slice(0, length))).not.toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it("with the text of a part changed is read or refused", () => {
    const odd = fc.constantFrom(
      "",
      "<",
      ">",
      "/",
      '"',
      "&",
      "=",
      "-1",
      "99999999",
      "1e9",
      "A0",
      "</row>",
      "<c>",
      "]]>",
      "<!--",
      "NaN",
      "\u0000",
      "🎉",
      "#",
      "%zz",
      "..",
    );
    const change = fc.record({
      part: fc.constantFrom(...readNames),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.nat(6),
      put: odd,
      inValue: fc.boolean(),
    });
    fc.assert(
      fc.property(change, ({ part, share, drop, put, inValue }) => {
        const text = Buffer.from(parts[part]!).toString("utf8");
        let at = Math.floor(text.length * share);
        // Most of what can go wrong unnoticed by a parser stands in the values of attributes.
        if (inValue) at = Math.max(at, text.indexOf('="', at) + 2);
        const broken = text.slice(0, at) + put + text.slice(at + drop);
        faultOf(zipped({ ...parts, [part]: broken }));
      }),
      { numRuns: 120 },
    );
  });

  it("with a part gone is read or refused", () => {
    for (const name of Object.keys(parts)) {
      const { [name]: _gone, ...rest } = parts;
      faultOf(zipped(rest));
    }
  });

  it("is not read where its sheet data is no XML", () => {
    const good = `<row r="1"><c r="A1"><v>1</v></c></row>`;
    expect(faultOf(writtenRows(good))).toBeNull();
    const bad = [
      good.replace("</v>", ""),
      good.replace("</v>", "</w>"),
      good.replace("</c>", "</d>"),
      good.replace("</row>", ""),
      good.replace("</row>", "</x></row>"),
      good.replace(`r="A1"`, "r=A1"),
      good.replace(`r="A1"`, `r="B2"`),
      good.replace(`r="1"`, `r="0"`),
      good.replace(`r="1"`, `r="1048577"`),
      good.replace("A1", "XFE1"),
      good.replace("A1", "1A"),
      good.replace("<c ", `<c t="s" `),
      `<row r="1"><c r="A1"><v>1`,
      good + "<",
      good + "<row",
      good + `<row r="2`,
      good + "<!-- ",
      good + "<![CDATA[",
      good + "<!x>",
    ];
    for (const rows of bad) {
      const fault = faultOf(writtenRows(rows));
      expect([rows, fault?.what, fault?.detail.slice(0, 24)]).toEqual([
        rows,
        "damaged",
        "xl/worksheets/sheet1.xml",
      ]);
    }
  });

  it("is refused by the name of the part", () => {
    const sheet = { name: "S", body: `<sheetData/>` };
    const named = (bytes: Uint8Array): string => faultOf(bytes)?.detail ?? "none";
    expect(named(writtenBook({ sheets: [sheet], strings: "<si><t>a</si>" }))).toContain(
      "xl/sharedStrings.xml",
    );
    expect(
      named(
        writtenBook({
          sheets: [{ name: "S", body: `<sheetData/><mergeCells><mergeCell ref="A1:"/></mergeCells>` }],
        }),
      ),
    ).toBe("xl/worksheets/sheet1.xml");
    expect(
      named(
        writtenBook({
          sheets: [{ name: "S", body: `<sheetData/><tableParts><tablePart r:id="rId9"/></tableParts>` }],
        }),
      ),
    ).toBe("xl/worksheets/sheet1.xml");
    const table = `<table ref="A1:B99999999" displayName="t" name="t"/>`;
    const withTable = {
      name: "S",
      body: `<sheetData/><tableParts><tablePart r:id="rId1"/></tableParts>`,
      relations: [["table", "../tables/table1.xml"]] as const,
    };
    expect(named(writtenBook({ sheets: [withTable], parts: { "xl/tables/table1.xml": table } }))).toBe(
      "xl/tables/table1.xml",
    );
    const behind = `<definedNames><definedName name="a" localSheetId="5">1</definedName></definedNames>`;
    expect(named(writtenBook({ sheets: [sheet], behind }))).toBe("xl/workbook.xml");
    const { "xl/worksheets/sheet1.xml": _gone, ...rest } = writtenParts({ sheets: [sheet] });
    expect(named(zipped(rest))).toBe("xl/worksheets/sheet1.xml");
  });

  it("cannot ask for more memory than a workbook needs", () => {
    const rows = Array.from(
      { length: 4000 },
      (_v, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
    ).join("");
    expect(faultOf(writtenRows(rows))?.what).toBe("tooLarge");
    const far = readSnapshot(
      ZipPackage.open(writtenRows(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
    );
    expect([far.sheets[0]!.values.length, far.sheets[0]!.values[1_048_575]!.length]).toEqual([
      1_048_576, 16_384,
    ]);
  });

  it.each(badFiles.map((bad) => [bad.name, bad] as const))(
    "%s is refused before it is changed",
    (_name, bad) => {
      const refuse = (): void => {
        const pkg = ZipPackage.open(bad.bytes());
        workbookPart(pkg);
        readSnapshot(pkg, { formulas: true });
      };
      expect(refuse).toThrow(UnsupportedFile);
      try {
        refuse();
      } catch (error) {
        expect(bad.what).toContain((error as UnsupportedFile).what);
      }
    },
  );
});
