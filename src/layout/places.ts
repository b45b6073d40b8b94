/** Where tables stand on their sheets. */
import { absoluteAddress, dataArea, findTable, quoteSheet, type Snapshot } from "../book";
import { requireTable, sheets } from "./sheets";
import type { SheetSpec, TableSpec } from "./spec";

/** Title, guidance, unit line; then the header. 0-based. */
export const TITLE_ROW = 0;
export const GUIDANCE_ROW = 1;
export const UNIT_ROW = 2;
export const HEADER_ROW = 3;

/** Lists longer than this would not be looked through in a drop-down. */
const LONGEST_LIST = 500;

/** Sheet, and absolute place of a column's first data cell. */
export interface ColumnPlace {
  readonly sheet: string;
  /** 0-based. */
  readonly column: number;
  readonly firstRow: number;
}

/** Finds where a column of our structure stands, in the workbook as it is or as it will be. */
export type FindColumn = (table: string, header: string) => ColumnPlace;

/** The first sheet column of each table of a sheet laid out anew: side by side, one empty column between. */
export function firstColumn(sheet: SheetSpec, table: TableSpec): number {
  let column = 0;
  for (const one of sheet.tables) {
    if (one.name === table.name) return column;
    column += one.columns.length + 1;
  }
  throw new Error(`table ${table.name} is not on sheet ${sheet.name}`);
}

/** Places in a workbook: tables that stand in it already where they stand, the others where we put them. */
export function placesIn(snapshot: Snapshot | null): FindColumn {
  return (tableName, header) => {
    const spec = requireTable(tableName);
    const found = snapshot ? findTable(snapshot, tableName) : undefined;
    const index = found?.table.headers.indexOf(header) ?? -1;
    if (found && index >= 0) {
      const area = dataArea(found.table);
      return { sheet: found.sheet.name, column: area.column + index, firstRow: area.row };
    }
    const sheet = sheets.find((one) => one.tables.includes(spec))!;
    const position = spec.columns.findIndex((one) => one.header === header);
    if (position < 0) throw new Error(`no column ${header} in ${tableName}`);
    return { sheet: sheet.name, column: firstColumn(sheet, spec) + position, firstRow: HEADER_ROW + 1 };
  };
}

/**
 * A range formula over the filled cells of a column, growing with it in every spreadsheet program:
 * tables grow below, and nothing else stands there.
 */
export function growingRange(place: ColumnPlace): string {
  const first = `${quoteSheet(place.sheet)}!${absoluteAddress(place.firstRow, place.column)}`;
  return `OFFSET(${first},0,0,MAX(1,COUNTA(${fixedRange(place)})),1)`;
}

/** The longest range a list may have, blanks included; up to another column where one is named. */
export function fixedRange(place: ColumnPlace, lastColumn = place.column): string {
  const last = absoluteAddress(place.firstRow + LONGEST_LIST - 1, lastColumn);
  return `${quoteSheet(place.sheet)}!${absoluteAddress(place.firstRow, place.column)}:${last}`;
}
