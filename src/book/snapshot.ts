/** A workbook read into plain data, at one moment. */
import type { Area } from "./address";
import type { CellValue } from "./cells";
import type { CellFormat, SheetDesign, Visibility } from "./design";

export interface TableSnapshot {
  readonly name: string;
  /** Header row, data rows and, where there is one, the totals row. */
  readonly area: Area;
  readonly headers: readonly string[];
  readonly hasHeaderRow: boolean;
  readonly hasTotalsRow: boolean;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;
  /** Cells cannot be changed without a person lifting the protection. */
  readonly protected: boolean;
  /** Row-major from A1 to the last used cell; rows may be shorter than the widest. */
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas (no leading `=`) by row, then column; only with `formulas` in the request. */
  readonly formulas: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Cells with a formula that holds no computed value. */
  readonly uncalculated: readonly { readonly row: number; readonly column: number }[];
  readonly tables: readonly TableSnapshot[];
  readonly merges: readonly Area[];
  /** Number format of a cell (en-US notation, `General` by default); null unless asked for with `numberFormats`. */
  readonly numberFormat: ((row: number, column: number) => string) | null;
  /** Name of a cell's font; null unless asked for with `fonts`. */
  readonly fontName: ((row: number, column: number) => string) | null;
  /** Format of an empty cell, null for none of its own; only of cells that an edit covers, in the reading before it. */
  readonly coveredFormat?: (row: number, column: number) => CellFormat | null;
}

export interface DefinedName {
  readonly name: string;
  /** Without `=`. */
  readonly refersTo: string;
  /** The sheet it is local to; null for the whole workbook. */
  readonly sheet: string | null;
}

export interface Snapshot {
  /** Serial dates count from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** In the workbook's order. */
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
  /** Whole sheets read back, for those asked for in `designs`, by name. */
  readonly designs: ReadonlyMap<string, SheetDesign>;
}

export interface ReadRequest {
  /** Only these sheets are filled with values; the others come with names, tables and empty `values`. Default: all. */
  readonly sheets?: readonly string[];
  readonly formulas?: boolean;
  readonly numberFormats?: boolean;
  readonly fonts?: boolean;
  readonly designs?: readonly string[];
}

export function findSheet(snapshot: Snapshot, name: string): SheetSnapshot | undefined {
  const wanted = name.toLowerCase();
  return snapshot.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

export function findTable(
  snapshot: Snapshot,
  name: string,
): { readonly sheet: SheetSnapshot; readonly table: TableSnapshot } | undefined {
  const wanted = name.toLowerCase();
  for (const sheet of snapshot.sheets) {
    const table = sheet.tables.find((one) => one.name.toLowerCase() === wanted);
    if (table) return { sheet, table };
  }
  return undefined;
}

/** The data rows of a table: without its header and totals rows. */
export function dataArea(table: TableSnapshot): Area {
  const head = table.hasHeaderRow ? 1 : 0;
  const foot = table.hasTotalsRow ? 1 : 0;
  return {
    row: table.area.row + head,
    column: table.area.column,
    rows: table.area.rows - head - foot,
    columns: table.area.columns,
  };
}

export function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.values[row]?.[column] ?? null;
}
