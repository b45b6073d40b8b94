/** Undo lays bare again what rows, columns or a table covered: drop-downs and formats of blank cells. */
import type { Area, CellFormat, DesignCell, Edit, Validation } from "../../../src/book";
import { done, edit, everything, hamlets, type BookFactory } from "./kit";
import { moreColumns, newTable } from "./samples";

/** Drop-downs beside and under the cells that `newTable` (F4:G6) and `moreColumns` (D4:E7) take. */
const dropDowns: [string, Area[]][] = [
  ["that reaches in from below", [{ row: 5, column: 3, rows: 6, columns: 4 }]],
  ["that lies inside", [{ row: 5, column: 4, rows: 1, columns: 2 }]],
  ["around it", [{ row: 2, column: 2, rows: 9, columns: 7 }]],
  ["on a whole column beside", [{ row: 4, column: 6, rows: 20, columns: 1 }]],
];
const covering: [string, Edit][] = [
  ["a table", edit(newTable("Danh mục"))],
  ["columns", edit(moreColumns())],
];

export function coveredRules(host: BookFactory): void {
  const cases = covering.flatMap(([what, change]) =>
    dropDowns.map(([where, areas]) => [what, where, change, areas] as const),
  );

  test.each(cases)("undoing %s leaves a drop-down whole %s", async (_what, _where, change, areas) => {
    const validations: Validation[] = [
      { areas, rule: { kind: "options", options: ["có", "không"] }, allowBlank: true },
    ];
    const book = await host.from([{ ...hamlets(), validations }]);
    const before = await everything(book);
    const entry = await done(book, change);
    const undone = await done(book, entry.undo, change);
    expect(await everything(book)).toEqual(before);
    const redone = await done(book, undone.undo);
    await done(book, redone.undo, change);
    expect(await everything(book)).toEqual(before);
  });

  test("a rule whose formula is relative stays one rule", async () => {
    const areas = [{ row: 2, column: 6, rows: 9, columns: 1 }];
    const validations: Validation[] = [
      { areas, rule: { kind: "custom", formula: "LEN(G3&$A3)<9" }, allowBlank: true },
    ];
    const book = await host.from([{ ...hamlets(), validations }]);
    const before = await everything(book);
    const change = edit(newTable("Danh mục"));
    await done(book, (await done(book, change)).undo, change);
    expect(await everything(book)).toEqual(before);
  });
}

const ruled = { style: "thin", colour: "808080" } as const;
/** What staff lay on blank cells, one after the other. */
const blankFormats: CellFormat[] = [
  { fill: "FFF2CC" },
  { numberFormat: "#,##0" },
  { border: { top: ruled, left: ruled } },
  { fill: "DDEBF7", horizontal: "center", numberFormat: "dd/mm/yyyy" },
  {},
];

/** Blank cells with formats below `tblXom` and beside it, in the cells that an edit takes and around them. */
function formattedBlanks(): DesignCell[] {
  const cells: DesignCell[] = [];
  for (let row = 2; row < 12; row += 1) {
    for (let column = row < 7 ? 3 : 0; column < 9; column += 1) {
      const format = blankFormats[(row * 2 + column) % blankFormats.length]!;
      if (Object.keys(format).length > 0) cells.push({ row, column, format });
    }
  }
  return cells;
}

const rowsOfXom = (count: number) =>
  Array.from({ length: count }, (_row, r) => [`Xóm ${r}`, null, r] satisfies (string | number | null)[]);
const coveringFormats: [string, Edit][] = [
  ...covering,
  ["rows", edit({ kind: "appendRows", table: "tblXom", rows: rowsOfXom(2) })],
  [
    "rows, rows and columns",
    edit(
      { kind: "appendRows", table: "tblXom", rows: rowsOfXom(2) },
      { kind: "appendRows", table: "tblxom", rows: rowsOfXom(1) },
      moreColumns(),
    ),
  ],
];

export function coveredFormats(host: BookFactory): void {
  test.each(coveringFormats)("undoing %s gives blank cells the formats they had", async (_what, change) => {
    const plain = hamlets();
    const book = await host.from([{ ...plain, cells: [...plain.cells, ...formattedBlanks()] }]);
    const before = await everything(book);
    const entry = await done(book, change);
    const after = await everything(book);
    const undone = await done(book, entry.undo, change);
    expect(await everything(book)).toEqual(before);
    const redone = await done(book, undone.undo);
    expect(await everything(book)).toEqual(after);
    await done(book, redone.undo, change);
    expect(await everything(book)).toEqual(before);
  });
}
