/**
 * Rows that may be at fault, found by what a column's values say: the question is asked once for each distinct value,
 * and where no value calls for it the rows are not gone through at all.
 */
import type { CheckedTable } from "./checkedTable";
import type { TextColumn } from "./textColumn";

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
  const found: number[] = [];
  if (wanted === null) return found;
  const { rows } = table;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (wanted[codes[row]! + 1] === 1) found.push(row);
  }
  return found;
}
