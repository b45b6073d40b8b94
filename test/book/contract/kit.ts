/** What the rooms of the contract share: making books, editing them, and comparing two readings. */
import {
  findSheet,
  type Book,
  type BookChange,
  type CellFormat,
  type CellInput,
  type CellValue,
  type DesignCell,
  type Edit,
  type JournalEntry,
  type Operation,
  type Refusal,
  type SheetDesign,
  type SheetSnapshot,
  type Snapshot,
  type TableDesign,
} from "../../../src/book";

/** What a host's programming interface has no word for; the contract then does not ask for it. */
export type Lack = "zoom" | "notes";

export interface BookFactory {
  /** A workbook with one empty sheet, or none. */
  empty(): Promise<Book>;
  /** A workbook that holds these sheets in this order (an empty one may stand beside them). */
  from(designs: readonly SheetDesign[]): Promise<Book>;
  /** A person types into a cell, not through `apply`; only hosts that a person can reach have it. */
  type?(book: Book, sheet: string, row: number, column: number, value: string | number): Promise<void>;
  readonly lacks?: readonly Lack[];
}

export const AT = "2025-03-01T08:00:00.000Z";

export function edit(...operations: Operation[]): Edit {
  return { task: "test", operations };
}

/** Applies an edit that must succeed. */
export async function done(book: Book, change: Edit, inverse?: Edit): Promise<JournalEntry> {
  const outcome = await book.apply(change, { at: AT, ...(inverse ? { inverse } : {}) });
  if (!outcome.done) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.entry;
}

/** Applies an edit that must be refused, and proves that the workbook is as it was. */
export async function refused(book: Book, change: Edit): Promise<Refusal> {
  const before = await everything(book);
  const outcome = await book.apply(change, { at: AT });
  expect(await everything(book)).toEqual(before);
  if (outcome.done) throw new Error("the edit was applied");
  return outcome.refusal;
}

/** A second hand at work: types one value into a cell. */
export async function typed(
  host: BookFactory,
  book: Book,
  sheet: string,
  row: number,
  column: number,
  value: string | number,
) {
  if (host.type) await host.type(book, sheet, row, column, value);
  else await done(book, { task: "typing", operations: [write(sheet, row, column, [[value]])] });
}

export function write(sheet: string, row: number, column: number, cells: CellInput[][]): Operation {
  return { kind: "writeCells", sheet, row, column, cells };
}

export async function sheetOf(book: Book, name: string): Promise<SheetSnapshot> {
  const sheet = findSheet(await book.read({ formulas: true, numberFormats: true }), name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export async function designOf(book: Book, name: string): Promise<SheetDesign> {
  const design = (await book.read({ designs: [name] })).designs.get(name);
  if (!design) throw new Error(`no design of ${name}`);
  return design;
}

/** The cell's value; null past the used area. */
export function at(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.values[row]?.[column] ?? null;
}

/** Values without the empty cells at the ends of rows and the empty rows at the end. */
export function trimmed(values: readonly (readonly CellValue[])[]): CellValue[][] {
  const rows = values.map((row) => {
    const cells = [...row];
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
  return rows;
}

/**
 * A whole reading as comparable data: every value, formula, table, merge, name, and every sheet's design.
 * Left out is only what means nothing: empty cells at the ends, cells that say no more than "General".
 */
export async function everything(book: Book): Promise<unknown> {
  const names = (await book.read({ sheets: [] })).sheets.map((sheet) => sheet.name);
  return comparable(await book.read({ formulas: true, numberFormats: true, fonts: true, designs: names }));
}

export function comparable(snapshot: Snapshot): unknown {
  return {
    date1904: snapshot.date1904,
    names: [...snapshot.names].sort((a, b) => (a.name + a.sheet < b.name + b.sheet ? -1 : 1)),
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      values: trimmed(sheet.values),
      formulas: [...sheet.formulas]
        .filter(([, row]) => row.size > 0)
        .sort(byRow)
        .map(([row, cells]) => [row, [...cells].sort(byRow)]),
      numberFormat: undefined,
      fontName: undefined,
      formats: trimmed(sheet.values).map((row, r) =>
        row.map((_value, c) => sheet.numberFormat?.(r, c) ?? null),
      ),
      design: comparableDesign(snapshot.designs.get(sheet.name)),
    })),
  };
}

export function comparableDesign(design: SheetDesign | undefined): unknown {
  if (!design) return null;
  const columns = [...design.columns];
  while (columns.length > 0 && Object.keys(columns.at(-1)!).length === 0) columns.pop();
  return {
    ...design,
    columns,
    rowHeights: [...(design.rowHeights ?? [])].sort(byRow),
    cells: design.cells
      .map(plainly)
      .filter(saysSomething)
      .sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

function byRow(a: readonly [number, unknown], b: readonly [number, unknown]): number {
  return a[0] - b[0];
}

/** A cell without the format "General", which every cell has that says nothing else. */
function plainly(cell: DesignCell): DesignCell {
  const { format, ...rest } = cell;
  const { numberFormat, ...others }: CellFormat = format ?? {};
  const said =
    numberFormat === undefined || numberFormat === "General" ? others : { ...others, numberFormat };
  return Object.keys(said).length > 0 ? { ...rest, format: said } : rest;
}

function saysSomething(cell: DesignCell): boolean {
  const { format, content, link, note } = cell;
  return (
    format !== undefined ||
    link !== undefined ||
    note !== undefined ||
    (content !== undefined && content !== null)
  );
}

/** Collects what `watch` reports while `work` runs. */
export async function changesDuring(book: Book, work: () => Promise<unknown>): Promise<BookChange[]> {
  const changes: BookChange[] = [];
  const stop = book.watch((change) => changes.push(change));
  await work();
  stop();
  return changes;
}

/** A sheet of plain values from A1 on. */
export function plainSheet(
  name: string,
  rows: CellInput[][] = [],
  more: Partial<SheetDesign> = {},
): SheetDesign {
  const cells = rows.flatMap((row, r) =>
    row.map((content, column): DesignCell => ({ row: r, column, content })),
  );
  return { name, columns: [], cells, ...more };
}

/** A table whose header row and data rows start at (row, column), with its cells. */
export function tableAt(name: string, row: number, column: number, headers: string[], rows: CellInput[][]) {
  const table: TableDesign = {
    name,
    area: { row, column, rows: rows.length + 1, columns: headers.length },
    columns: headers.map((header) => ({ header })),
    style: "TableStyleLight1",
    bandedRows: false,
    filter: true,
  };
  const cells = [headers as CellInput[], ...rows].flatMap((line, r) =>
    line.map((content, c): DesignCell => ({ row: row + r, column: column + c, content })),
  );
  return { table, cells };
}

/** A sheet with one table, `tblXom`, of three rows from A4: name, old commune, households. */
export function hamlets(name = "Danh mục"): SheetDesign {
  const { table, cells } = tableAt(
    "tblXom",
    3,
    0,
    ["Thôn xóm", "Xã cũ", "Số hộ"],
    [
      ["Làng Mười", "Dân Tiến", 120],
      ["Đồng Quán", "Dân Tiến", 85],
      ["Phương Bá", "Phương Giao", 97],
    ],
  );
  return {
    name,
    columns: [{ width: 24 }, { width: 18 }],
    cells: [{ row: 0, column: 0, content: "DANH MỤC" }, ...cells],
    tables: [table],
  };
}
