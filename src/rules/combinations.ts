/** Combinations of values that rows hold in some columns: few in a long list, so what follows from one is worked out once. */
import type { TextColumn } from "./textColumn";

export interface Combinations {
  /** Number of a row's combination; -1 for a row that takes no part. */
  readonly ids: Int32Array;
  /** The first row of each combination, by its number. */
  readonly firstRows: readonly number[];
}

/** Beyond this many possible combinations a table of them would be larger than the rows. */
const MOST_IN_TABLE = 2 ** 16;

/** Numbers the combinations in the order in which rows first hold them. */
export function numberCombinations(
  columns: readonly TextColumn[],
  rows: readonly number[],
  capacity: number,
): Combinations {
  const size = columns.reduce((product, column) => product * (column.keys.length + 1), 1);
  const numbered = size <= MOST_IN_TABLE ? numberByTable : numberByMap;
  return numbered(columns, rows, capacity, size);
}

type Numbering = (
  columns: readonly TextColumn[],
  rows: readonly number[],
  capacity: number,
  size: number,
) => Combinations;

/** Column by column in plain loops, because long lists are numbered so several times. */
const numberByTable: Numbering = (columns, rows, capacity, size) => {
  const combined = new Int32Array(capacity);
  for (const { codes, keys } of columns) {
    const values = keys.length + 1;
    for (let row = 0; row < capacity; row += 1) combined[row] = combined[row]! * values + codes[row]! + 1;
  }
  const known = new Int32Array(size).fill(-1);
  const ids = new Int32Array(capacity).fill(-1);
  const firstRows: number[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    let id = known[combined[row]!]!;
    if (id < 0) {
      id = firstRows.length;
      firstRows.push(row);
      known[combined[row]!] = id;
    }
    ids[row] = id;
  }
  return { ids, firstRows };
};

const numberByMap: Numbering = (columns, rows, capacity) => {
  const known = new Map<number, number>();
  const ids = new Int32Array(capacity).fill(-1);
  const firstRows: number[] = [];
  for (const row of rows) {
    let combined = 0;
    for (const { codes, keys } of columns) combined = combined * (keys.length + 1) + codes[row]! + 1;
    let id = known.get(combined);
    if (id === undefined) {
      id = firstRows.length;
      firstRows.push(row);
      known.set(combined, id);
    }
    ids[row] = id;
  }
  return { ids, firstRows };
};
