/** Rows put in, taken out and sorted in a real book, against plain lists; and taken back. */
import fc from "fast-check";
import {
  dataArea,
  findTable,
  type CellInput,
  type Edit,
  type SheetDesign,
  type TableDesign,
} from "../../src/book";
import {
  insertRows,
  losesTrack,
  operationsFor,
  PageBook,
  removeRows,
  sortRows,
  tableBlock,
  type RowBlock,
} from "../../src/faces/page";
import { XlsxBook } from "../../src/hosts/xlsx";

const DOUBLE = "tblThu[[#This Row],[Số]]*2";
const table = (rows: number): TableDesign => ({
  name: "tblThu",
  area: { row: 2, column: 1, rows: rows + 1, columns: 3 },
  columns: [{ header: "Tên" }, { header: "Số" }, { header: "Gấp đôi", formula: DOUBLE }],
  style: null,
  bandedRows: false,
  filter: true,
});

type Row = readonly [string | null, number | null];

const contents = ([name, number]: Row): CellInput[] => [
  name,
  number,
  { formula: DOUBLE, value: (number ?? 0) * 2 },
];

function design(rows: readonly Row[]): SheetDesign {
  const shown = rows.length > 0 ? rows : ([[null, null]] as Row[]);
  const one = table(shown.length);
  return {
    name: "Thử",
    columns: [],
    cells: [
      ...one.columns.map(({ header }, c) => ({ row: 2, column: 1 + c, content: header })),
      ...shown.flatMap((row, r) =>
        contents(row).map((content, c) => ({ row: 3 + r, column: 1 + c, content })),
      ),
    ],
    tables: [one],
  };
}

async function bookOf(rows: readonly Row[]): Promise<PageBook> {
  const nothing = async () => undefined;
  const book = new PageBook(XlsxBook.create(), {
    settle: nothing,
    follow: nothing,
    reveal: nothing,
    changed: () => undefined,
    now: () => new Date(0),
  });
  const edit: Edit = { task: "make", operations: [{ kind: "createSheet", design: design(rows) }] };
  expect((await book.apply(edit, { at: "2025-01-01T00:00:00.000Z" })).done).toBe(true);
  return book;
}

async function stateOf(book: PageBook): Promise<{ table: TableDesign; block: RowBlock; rows: Row[] }> {
  const snapshot = await book.read({ formulas: true });
  const { sheet, table: found } = findTable(snapshot, "tblThu")!;
  const area = dataArea(found);
  const content = (row: number, column: number): CellInput => {
    const value = sheet.values[row]?.[column] ?? null;
    const formula = sheet.formulas.get(row)?.get(column);
    return formula === undefined ? value : { formula, value };
  };
  const rows = Array.from({ length: area.rows }, (_row, r): Row => {
    const cell = content(area.row + r, area.column + 2);
    expect(cell).toMatchObject({ formula: DOUBLE });
    return [
      content(area.row + r, area.column) as string | null,
      content(area.row + r, area.column + 1) as number | null,
    ];
  });
  const present = table(area.rows);
  return { table: present, block: tableBlock("Thử", present, content), rows };
}

const someRow = fc.tuple(
  fc.option(fc.constantFrom("An", "Ánh", "Đào", "Dung", "Ước", "Uyên"), { nil: null }),
  fc.option(fc.integer({ min: -9, max: 9 }), { nil: null }),
);
const someRows = fc.array(someRow, { minLength: 1, maxLength: 6 });

test("rows put in stand empty where they were wanted, and go again", async () => {
  await fc.assert(
    fc.asyncProperty(someRows, fc.nat(6), fc.integer({ min: 1, max: 3 }), async (rows, place, count) => {
      const book = await bookOf(rows);
      const at = Math.min(place, rows.length);
      const before = await stateOf(book);
      expect(await book.person(insertRows(before.table, before.block, at, count)!)).toBeNull();
      const empty = Array.from({ length: count }, (): Row => [null, null]);
      expect((await stateOf(book)).rows).toEqual([...rows.slice(0, at), ...empty, ...rows.slice(at)]);
      expect(await book.undo()).toBeNull();
      expect((await stateOf(book)).rows).toEqual(rows);
      expect(await book.redo()).toBeNull();
      expect((await stateOf(book)).rows).toHaveLength(rows.length + count);
    }),
    { numRuns: 25 },
  );
});

test("rows taken out are gone, the others keep their order, and all come back", async () => {
  await fc.assert(
    fc.asyncProperty(someRows, fc.nat(5), async (rows, place) => {
      const book = await bookOf(rows);
      const at = Math.min(place, rows.length - 1);
      const before = await stateOf(book);
      expect(await book.person(removeRows(before.table, before.block, at, 1)!)).toBeNull();
      const left = rows.filter((_row, r) => r !== at);
      expect((await stateOf(book)).rows).toEqual(left.length > 0 ? left : [[null, null]]);
      expect(await book.undo()).toBeNull();
      expect((await stateOf(book)).rows).toEqual(rows);
    }),
    { numRuns: 25 },
  );
});

test("names are sorted by the Vietnamese alphabet, empty cells last, ties as they were", async () => {
  const book = await bookOf([
    ["Ước", 1],
    ["Đào", 2],
    [null, 3],
    ["Dung", 4],
    ["An", 5],
    ["Ánh", 6],
    ["An", 7],
  ]);
  const up = await stateOf(book);
  expect(await book.person(sortRows(up.block, [{ column: 1, descending: false }])!)).toBeNull();
  expect((await stateOf(book)).rows.map(([, number]) => number)).toEqual([5, 7, 6, 4, 2, 1, 3]);
  const down = await stateOf(book);
  expect(await book.person(sortRows(down.block, [{ column: 1, descending: true }])!)).toBeNull();
  expect((await stateOf(book)).rows.map(([, number]) => number)).toEqual([1, 2, 4, 6, 5, 7, 3]);
});

test("formulas that name cells are not moved", () => {
  const moving = (formula: string): RowBlock => ({
    sheet: "Thử",
    area: { row: 0, column: 0, rows: 2, columns: 1 },
    table: null,
    content: (row) => (row === 0 ? { formula, value: 0 } : 1),
  });
  expect(sortRows(moving("B1+1"), [{ column: 0, descending: true }])).toBeNull();
  expect(sortRows(moving("SUM('Trang 2'!B1:B4)"), [{ column: 0, descending: true }])).toBeNull();
  expect(sortRows(moving('tblThu[[#This Row],[A1]]&"B1"'), [{ column: 0, descending: true }])).not.toBeNull();
});

test.each([
  ["B5", true],
  ["Thử!B5", true],
  ["'thử'!$C$5+1", true],
  ["SUM(B4:B6)", true],
  ["SUM(B4:B20)", false],
  ["SUM(B5:B20)", true],
  ["SUM(B4:B4)", false],
  ["SUM(B:B)", false],
  ["SUM(tblThu[Số])", false],
  ["'Trang 2'!B5", false],
  ["[1]Thử!B5", false],
  ["E5", false],
  ["B3", false],
  ['"B5"', false],
])("after a row was put in before the second of three, %s elsewhere %s", (formula, wrong) => {
  const block = { sheet: "Thử", area: { row: 3, column: 1, rows: 3, columns: 3 } };
  expect(losesTrack(formula, "Thử", block, 1)).toBe(wrong);
});

test("a row typed below a table makes it longer, with the column's formula", () => {
  const sheet = { name: "Thử", tables: [table(2)], isEmpty: () => true };
  const cell = (row: number, column: number, content: CellInput) => ({
    row,
    column,
    content,
    numberFormat: null,
  });
  expect(operationsFor(sheet, [cell(5, 1, "An"), cell(6, 2, 4), cell(5, 7, "ngoài")])).toEqual([
    {
      kind: "appendRows",
      table: "tblThu",
      rows: [
        ["An", null, { formula: DOUBLE, value: null }],
        [null, 4, { formula: DOUBLE, value: null }],
      ],
    },
    { kind: "writeCells", sheet: "Thử", row: 5, column: 7, cells: [["ngoài"]] },
  ]);
  expect(operationsFor(sheet, [cell(6, 1, "một dòng cách")])).toEqual([
    { kind: "writeCells", sheet: "Thử", row: 6, column: 1, cells: [["một dòng cách"]] },
  ]);
  expect(operationsFor({ ...sheet, isEmpty: () => false }, [cell(5, 1, "An")])[0]!.kind).toBe("writeCells");
});

test("a person's work is told apart from a task's", async () => {
  const book = await bookOf([["An", 1]]);
  const heard: boolean[] = [];
  book.watch(({ ours }) => heard.push(ours));
  const write: Edit = {
    task: "typing",
    operations: [{ kind: "writeCells", sheet: "Thử", row: 3, column: 1, cells: [["Bình"]] }],
  };
  expect(await book.person(write)).toBeNull();
  expect((await book.apply(write, { at: "2025-01-01T00:00:00.000Z" })).done).toBe(true);
  expect(await book.computed(write)).toBeNull();
  expect(heard).toEqual([false, true]);
});
