/** The same files read by us and by two other libraries. */
import { Workbook } from "@cj-tech-master/excelts";
import fc from "fast-check";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import type { Cell, CellValue as HucreValue } from "hucre";
import { isCellError, type CellValue } from "../../../src/book";
import { ZipPackage } from "../../../src/hosts/xlsx/package";
import { readSnapshot } from "../../../src/hosts/xlsx/reading";
import { fixtures } from "./fixtures";
import { writtenRows } from "./written-packages";

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom("ệ", "ư", "𠮷", "&", "<", '"', "_x0041_", "\n", " "),
    fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const rows = fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 8 });

/** Rows without what one library keeps and another drops: empty cells at the end of rows and of the sheet. */
function trimmed(values: readonly (readonly unknown[])[]): unknown[][] {
  const out = values.map((row) => {
    const cells = row.map((one) => (one === undefined || one === "" ? null : one));
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  });
  while (out.length > 0 && out[out.length - 1]!.length === 0) out.pop();
  return out;
}

function ours(bytes: Uint8Array): unknown[][][] {
  return readSnapshot(ZipPackage.open(bytes)).sheets.map((sheet) =>
    trimmed(sheet.values.map((row) => row.map(plain))),
  );
}

function plain(one: CellValue): unknown {
  return isCellError(one) ? one.error : Object.is(one, -0) ? 0 : one;
}

describe("values", () => {
  it("agree with hucre on what hucre has written", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = await writeXlsx({ sheets: [{ name: "Sổ", rows: written as HucreValue[][] }] });
        const theirs = await readXlsx(bytes);
        expect(ours(bytes)).toEqual([trimmed(theirs.sheets[0]!.rows)]);
      }),
      { numRuns: 60 },
    );
  });

  it("agree with excelts on what excelts has written", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const book = new Workbook();
        const sheet = book.addWorksheet("Sổ");
        written.forEach((row, r) => row.forEach((one, c) => (sheet.getCell(r + 1, c + 1).value = one)));
        const bytes = Uint8Array.from(await book.xlsx.writeBuffer());
        const again = new Workbook();
        await again.xlsx.load(bytes);
        const read = again.worksheets[0]!;
        const theirs = written.map((row, r) => row.map((_one, c) => read.getCell(r + 1, c + 1).value));
        expect(ours(bytes)).toEqual([trimmed(theirs)]);
      }),
      { numRuns: 40 },
    );
  });

  it("and formulas agree with hucre, shared ones with excelts", async () => {
    const formulas = ["SUM(A1:A3)", `IF(B1>"a & b",1,2)`, "tbl[[#This Row],[Số tiền]]*2", "'Sổ ''khác'!A1"];
    const cells = new Map(
      formulas.map((formula, i): [string, Cell] => [
        `${i},2`,
        { value: i, type: "formula", formula, formulaResult: i },
      ]),
    );
    const bytes = await writeXlsx({ sheets: [{ name: "S", rows: [], cells }] });
    const sheet = readSnapshot(ZipPackage.open(bytes), { formulas: true }).sheets[0]!;
    expect(formulas.map((_f, i) => sheet.formulas.get(i)?.get(2))).toEqual(formulas);
    expect(formulas.map((_f, i) => sheet.values[i]?.[2])).toEqual([0, 1, 2, 3]);

    const shared = writtenRows(
      `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B4" si="0">SUM(A$1:A1)*$A1+C2</f><v>1</v></c></row>` +
        [2, 3, 4]
          .map((r) => `<row r="${r}"><c r="B${r}"><f t="shared" si="0"/><v>${r}</v></c></row>`)
          .join(""),
    );
    const book = new Workbook();
    await book.xlsx.load(shared);
    const mine = readSnapshot(ZipPackage.open(shared), { formulas: true }).sheets[0]!;
    const theirs = [1, 2, 3, 4].map((r) => book.worksheets[0]!.getCell(`B${r}`).formula);
    expect([0, 1, 2, 3].map((r) => mine.formulas.get(r)?.get(1))).toEqual(theirs);
  });

  it.each(fixtures.map((make) => make()).map((fixture) => [fixture.name, fixture] as const))(
    "of a file with %s",
    (_name, fixture) => {
      const snapshot = readSnapshot(ZipPackage.open(fixture.bytes), { formulas: true });
      for (const { sheet, cell, value: wanted } of fixture.seen) {
        const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell)!;
        const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const found =
          snapshot.sheets.find((one) => one.name === sheet)?.values[Number(row) - 1]?.[column] ?? null;
        expect([sheet, cell, found]).toEqual([sheet, cell, wanted]);
      }
    },
  );
});
