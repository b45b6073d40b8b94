/**
 * Where the cells of a column under check lie. Columns are read side by side, some rows of each at a time: rows lie
 * together in memory, and reading a long table column by column would fetch every row anew for each column.
 */
import type { CellValue } from "../book";

export interface ColumnCells {
  /** The table's rows; they are replaced, never written into, when a cell changes. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Where the column's cell stands in each; -1 where the table lacks the column. */
  readonly index: number;
}

export function cellAt({ rows, index }: ColumnCells, row: number): CellValue {
  return index < 0 ? null : (rows[row]?.[index] ?? null);
}

/** What reads a column. */
export interface ColumnReader {
  /** Reads the cells of rows that nobody has read yet: from one up to another, that one left out. */
  readonly readRows: (from: number, to: number) => void;
}

/** A column that has been read, and follows the cells that change. */
export interface ReadColumn extends ColumnReader {
  /** Reads a row's cell anew. */
  readonly reread: (row: number) => void;
}

/** Rows that are read of each column in turn: they and their texts fit into the processor's nearest memory. */
const ROWS_AT_A_TIME = 128;

/** Reads columns of one table side by side. */
export function readSideBySide(readers: readonly ColumnReader[], rowCount: number): void {
  for (let from = 0; from < rowCount; from += ROWS_AT_A_TIME) {
    const to = Math.min(from + ROWS_AT_A_TIME, rowCount);
    for (const reader of readers) reader.readRows(from, to);
  }
}
