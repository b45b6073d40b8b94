/** Rows repeated and written in one edit: the same file as by two edits, one after the other. */
import fc from "fast-check";
import type { CellInput, Operation } from "../../../src/book";
import { done, edit, everything, refused } from "../../book/contract/kit";
import { opened, sheetXml } from "./writing-kit";

const styles =
  `<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs>`;

const ROWS = 4;
const COLUMNS = 5;

/** Cells as different programs write them, without addresses too. */
const cell = fc.constantFrom(
  null,
  (address: string) => `<c r="${address}"><v>1</v></c>`,
  (address: string) => `<c r="${address}" s="1"/>`,
  () => `<c t="inlineStr"><is><t>{{x}}</t></is></c>`,
  (address: string) => `\n<c s="1" r="${address}"><f>SUM($A$1:B2)</f><v>2</v></c>`,
  (address: string) => `<c r="${address}"><f>A2&amp;"f"</f></c><!-- c -->`,
);

const row = fc.oneof(
  { weight: 1, arbitrary: fc.constant<null>(null) },
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 6, arbitrary: fc.array(cell, { minLength: COLUMNS, maxLength: COLUMNS }) },
);

const content: fc.Arbitrary<CellInput> = fc.constantFrom<CellInput>(
  null,
  "",
  7,
  true,
  "Hộ <A> & B",
  "_x0041_",
  " x ",
  { error: "#N/A" },
  { formula: "1+1", value: 2 },
);

const block = fc
  .record({
    row: fc.nat(7),
    column: fc.nat(COLUMNS),
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 3 }),
    format: fc.constantFrom(null, "0.00", "dd/mm/yyyy"),
  })
  .chain(({ rows, columns, format, ...place }) =>
    fc
      .array(fc.array(content, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((cells): Operation => {
        const formats = format === null ? {} : { numberFormats: cells.map((line) => line.map(() => format)) };
        return { kind: "writeCells", sheet: "S", ...place, cells, ...formats };
      }),
  );

type Cells = ((address: string) => string) | null;

function bodyOf(rows: readonly (readonly Cells[] | null)[]): string {
  const lines = rows.map((cells, r) => {
    if (cells === null) return "";
    if (cells.length === 0) return `<row r="${r + 1}" ht="20" spans="1:5"/>`;
    // A cell without an address stands right of the one before it: none is left out before it.
    const texts = cells.map((one, c) => (one ?? ((address) => `<c r="${address}"/>`))("ABCDE"[c]! + (r + 1)));
    const kept = cells.some((one) => one !== null && one.length === 0)
      ? texts
      : texts.filter((_t, c) => cells[c]);
    return `<row r="${r + 1}" spans="1:5">${kept.join("")}</row>`;
  });
  return `<sheetData>${lines.join("")}</sheetData>`;
}

test("one edit leaves what two would", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: ROWS, maxLength: ROWS }),
      fc.nat(ROWS - 2),
      fc.nat(4),
      fc.array(block, { minLength: 1, maxLength: 3 }),
      async (rows, first, copies, blocks) => {
        const file = { sheets: [{ name: "S", body: bodyOf(rows) }], styles };
        const bands = [{ first, count: 2, copies: Array.from({ length: copies }, () => []) }];
        const repeating: Operation = { kind: "repeatRows", sheet: "S", bands };
        const [together, apart] = [opened(file), opened(file)];
        await done(together, edit(repeating, ...blocks));
        await done(apart, edit(repeating));
        await done(apart, edit(...blocks));
        // New formats may be numbered in another order; what they are is read.
        const [one, two] = [together, apart].map((book) => sheetXml(book).replace(/ s="\d+"/g, " s"));
        expect(one).toBe(two);
        expect(await everything(together)).toEqual(await everything(apart));
      },
    ),
    { numRuns: 100 },
  );
});

test("an array in the repeated rows is not torn by what is written", async () => {
  const array = `<row r="2"><c r="A2"><f t="array" ref="A2:B2">C2:D2</f><v>1</v></c><c r="B2"><v>1</v></c></row>`;
  const book = opened({ sheets: [{ name: "S", body: `<sheetData>${array}</sheetData>` }] });
  const refusal = await refused(
    book,
    edit(
      { kind: "repeatRows", sheet: "S", bands: [{ first: 1, count: 1, copies: [[], []] }] },
      { kind: "writeCells", sheet: "S", row: 2, column: 0, cells: [["x"]] },
    ),
  );
  expect(refusal).toEqual({ kind: "sharedFormula", sheet: "S", cell: "A3" });
});

test("a formula that cells share is written out where one of them is written over", async () => {
  const shared = `<row r="2"><c r="A2"><f t="shared" ref="A2:B2" si="0">A1+1</f><v>1</v></c><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>`;
  const book = opened({ sheets: [{ name: "S", body: `<sheetData>${shared}</sheetData>` }] });
  await done(
    book,
    edit(
      { kind: "repeatRows", sheet: "S", bands: [{ first: 1, count: 1, copies: [[], []] }] },
      { kind: "writeCells", sheet: "S", row: 1, column: 0, cells: [["x"], ["y"]] },
    ),
  );
  const found = (await book.read({ formulas: true })).sheets[0]!;
  expect(found.values.slice(1).map((line) => line[0])).toEqual(["x", "y"]);
  expect([1, 2].map((r) => found.formulas.get(r)?.get(1))).toEqual(["B1+1", "B1+1"]);
});
