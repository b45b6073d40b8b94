/**
 * Rows that may be at fault. Where a column's values say which, the question is asked once for each distinct value, and
 * where no value calls for it the rows are not gone through at all.
 */
import type { CheckedTable } from "./checkedTable";
import type { TextColumn } from "./textColumn";

/** Rows of data that answer yes. A plain loop, the same for all rules: the first run over a long list is quick too. */
export function rowsWhere({ rows }: CheckedTable, isWanted: (row: number) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (isWanted(row)) found.push(row);
  }
  return found;
}

/** 1 for each value that is wanted, by its number and one; the empty cell stands first. null where none is. */
export type WantedValues = Uint8Array | null;

export function wantedValues(
  texts: TextColumn,
  isWanted: (key: string, label: string) => boolean,
  wantsEmpty = false,
): WantedValues {
  const wanted = new Uint8Array(texts.keys.length + 1);
  let isAny = wantsEmpty;
  wanted[0] = wantsEmpty ? 1 : 0;
  for (let code = 0; code < texts.keys.length; code += 1) {
    if (!isWanted(texts.keys[code]!, texts.labels[code]!)) continue;
    wanted[code + 1] = 1;
    isAny = true;
  }
  return isAny ? wanted : null;
}

/** Rows of data whose cell in a column holds a wanted value. */
export function rowsWithValues(table: CheckedTable, { codes }: TextColumn, wanted: WantedValues): number[] {
  return wanted === null ? [] : rowsWhere(table, (row) => wanted[codes[row]! + 1] === 1);
}
