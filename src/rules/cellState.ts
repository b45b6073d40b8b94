/** What became of a cell when its column was read. */
export const CELL_EMPTY = 0;
export const CELL_READ = 1;
/** Holds something that cannot be read as the column's kind. */
export const CELL_UNREADABLE = 2;
/** A formula that was never calculated: not empty, but without a value yet. */
export const CELL_PENDING = 3;
