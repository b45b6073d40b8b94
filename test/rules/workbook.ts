/** Small workbooks for tests: rows by header become a snapshot; columns that a row does not name are empty. */
import type { Area, CellValue, SheetSnapshot, Snapshot, TableSnapshot } from "../../src/book";
import { readTables, sheets, type SheetSpec, type TableSpec, type WorkbookTables } from "../../src/layout";
import { runRules, type ExampleBook, type ExampleRow, type Located, type RunOptions } from "../../src/rules";

/** 0-based; titles stand above. */
export const HEADER_ROW = 3;

export interface BookOptions {
  readonly date1904?: boolean;
  /** Font of the cells of a table's column. */
  readonly font?: { readonly table: string; readonly header: string; readonly name: string };
}

export function snapshotOf(book: ExampleBook, options: BookOptions = {}): Snapshot {
  return {
    date1904: options.date1904 ?? false,
    sheets: sheets
      .filter((sheet) => sheet.tables.some((table) => book.rows[table.name]))
      .map((sheet) => sheetOf(sheet, book, options)),
    names: [],
    designs: new Map(),
  };
}

export function tablesOf(book: ExampleBook, options: BookOptions = {}): WorkbookTables {
  return readTables(snapshotOf(book, options));
}

/** Runs rules over rows by table. */
export function check(rows: ExampleBook["rows"], options: RunOptions = {}): Located[] {
  return runRules(tablesOf({ rows }), options);
}

/** `code cell` of each finding. */
export function places(found: readonly Located[]): string[] {
  return found.map((one) => `${one.code} ${one.table} ${one.column ?? "-"} ${one.row - HEADER_ROW - 1}`);
}

export function codes(found: readonly Located[]): string[] {
  return found.map((one) => one.code);
}

function sheetOf(spec: SheetSpec, book: ExampleBook, options: BookOptions): SheetSnapshot {
  const values: CellValue[][] = [];
  const tables: TableSnapshot[] = [];
  const merges: Area[] = [];
  const uncalculated: { row: number; column: number }[] = [];
  let fontAt: { column: number; name: string } | null = null;
  let left = 0;
  for (const table of spec.tables) {
    const rows = book.rows[table.name];
    if (!rows) continue;
    const columns = table.columns.filter((column) => !book.without?.[table.name]?.includes(column.header));
    const headers = columns.map((column) => book.renamed?.[table.name]?.[column.header] ?? column.header);
    const at = (header: string): number => left + columns.findIndex((column) => column.header === header);
    put(values, HEADER_ROW, left, headers);
    rows.forEach((row, index) => put(values, HEADER_ROW + 1 + index, left, cellsOf(table, columns, row)));
    tables.push({
      name: table.name,
      area: { row: HEADER_ROW, column: left, rows: Math.max(rows.length, 1) + 1, columns: columns.length },
      headers,
      hasHeaderRow: true,
      hasTotalsRow: false,
    });
    for (const one of book.merged ?? []) {
      if (one.table === table.name)
        merges.push({ row: HEADER_ROW + 1 + one.row, column: at(one.header), rows: 1, columns: 2 });
    }
    for (const one of book.uncalculated ?? []) {
      if (one.table === table.name)
        uncalculated.push({ row: HEADER_ROW + 1 + one.row, column: at(one.header) });
    }
    if (options.font?.table === table.name)
      fontAt = { column: at(options.font.header), name: options.font.name };
    left += columns.length + 1;
  }
  const font = fontAt;
  return {
    name: spec.name,
    visibility: spec.visibility,
    protected: false,
    values,
    formulas: new Map(),
    uncalculated,
    tables,
    merges,
    numberFormat: null,
    fontName: font ? (_row, column) => (column === font.column ? font.name : "Times New Roman") : null,
  };
}

function cellsOf(table: TableSpec, columns: TableSpec["columns"], row: ExampleRow): CellValue[] {
  for (const header of Object.keys(row)) {
    if (!table.columns.some((column) => column.header === header))
      throw new Error(`no column ${header} in ${table.name}`);
  }
  return columns.map((column) => row[column.header] ?? null);
}

function put(values: CellValue[][], row: number, left: number, cells: readonly CellValue[]): void {
  while (values.length <= row) values.push([]);
  const line = values[row]!;
  while (line.length < left) line.push(null);
  cells.forEach((cell, index) => (line[left + index] = cell));
}
