/** Tables as state, with the rules Excel holds about their names and headers. */
import { parseArea, type Area } from "./area";
import type { FilterState } from "./filter";
import type { Sheet } from "./sheet";

export interface TableColumnState {
  readonly id: number;
  name: string;
}

export interface TableState {
  readonly id: string;
  name: string;
  readonly sheet: Sheet;
  /** Header row, data rows, totals row. */
  area: Area;
  columns: TableColumnState[];
  nextColumnId: number;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  showFilterButton: boolean;
  /** There is no data yet: the one row below the header waits for the first. */
  onlyInsertRow: boolean;
  filter: FilterState;
}

export function bodyArea(table: TableState): Area {
  const head = table.showHeaders ? 1 : 0;
  const foot = table.showTotals ? 1 : 0;
  return { ...table.area, row: table.area.row + head, rows: table.area.rows - head - foot };
}

export function headerArea(table: TableState): Area | null {
  return table.showHeaders ? { ...table.area, rows: 1 } : null;
}

export function totalsArea(table: TableState): Area | null {
  return table.showTotals ? { ...table.area, row: table.area.row + table.area.rows - 1, rows: 1 } : null;
}

/** Names of tables and of defined names: letters, digits, `_`, `.`, `\`; no cell reference; at most 255 characters. */
export function isValidName(name: string): boolean {
  return (
    /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
    name.length <= 255 &&
    parseArea(name) === null &&
    !/^(r\d*c\d*|r\d*|c\d*)$/i.test(name)
  );
}

/** A header that stands already gets a number, an empty one becomes `Column1`. */
export function uniqueHeader(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted === "" ? "Column" : wanted;
  if (wanted !== "" && !taken.has(wanted.toLowerCase())) return wanted;
  for (let number = wanted === "" ? 1 : 2; ; number += 1) {
    if (!taken.has(`${base}${number}`.toLowerCase())) return `${base}${number}`;
  }
}
