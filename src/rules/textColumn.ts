/** Text columns read once, their values by number: most repeat, and what follows from one is worked out once. */
import { isCellError, type CellValue } from "../book";
import { normalise } from "../domain";
import { isEmptyCell } from "../layout";
import { cellAt, type ColumnCells, type ReadColumn } from "./columnCells";
import { isSuspect } from "./quickLook";

export interface TextColumn extends ReadColumn {
  /** Number of the row's value in `keys`; -1 where the cell is empty. */
  readonly codes: Int32Array;
  /** Distinct values for comparing: normalised, lower case. */
  readonly keys: readonly string[];
  /** The first spelling of each, normalised, for showing. */
  readonly labels: readonly string[];
  /** Whether some spelling of a value needs a closer look at its writing; by its number and one, the empty cell first. */
  readonly suspects: readonly boolean[];
  /** A row's value for comparing, and for showing; "" where the cell is empty. */
  readonly keyAt: (row: number) => string;
  readonly labelAt: (row: number) => string;
}

/** The text that a cell of a text column shows. */
export function cellText(cell: CellValue): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  return isCellError(cell)
    ? cell.error
    : typeof cell === "boolean"
      ? String(cell).toUpperCase()
      : String(cell);
}

/** How values are compared: spreadsheet programs do not mind case either. */
export function textKey(text: string): string {
  return normalise(text).toLowerCase();
}

/** `capacity`: rows there is room for. `blanks`, where it is given, counts the blank cells of each row. */
export function readTextColumn(
  cells: ColumnCells,
  capacity: number,
  blanks: Uint8Array | null = null,
): TextColumn {
  const codes = new Int32Array(capacity).fill(-1);
  const keys: string[] = [];
  const labels: string[] = [];
  const suspects = [false];
  const codeOfCell = new Map<CellValue, number>([[null, -1]]);
  const codeOfKey = new Map<string, number>([["", -1]]);
  const codeOf = (cell: CellValue): number => {
    let code = codeOfCell.get(cell);
    if (code === undefined) {
      const label = normalise(cellText(cell));
      const key = label.toLowerCase();
      code = codeOfKey.get(key);
      if (code === undefined) {
        code = keys.length;
        keys.push(key);
        labels.push(label);
        suspects.push(false);
        codeOfKey.set(key, code);
      }
      if (typeof cell === "string" && isSuspect(cell)) suspects[code + 1] = true;
      codeOfCell.set(cell, code);
    }
    return code;
  };
  const readRows = (from: number, to: number): void => {
    const { rows, index } = cells;
    if (index < 0) return;
    for (let row = from; row < to; row += 1) {
      const cell = rows[row]![index];
      const code = cell === null || cell === undefined ? -1 : (codeOfCell.get(cell) ?? codeOf(cell));
      codes[row] = code;
      if (code < 0 && blanks !== null && isEmptyCell(cell)) blanks[row]! += 1;
    }
  };
  return {
    codes,
    keys,
    labels,
    suspects,
    keyAt: (row) => keys[codes[row]!] ?? "",
    labelAt: (row) => labels[codes[row]!] ?? "",
    readRows,
    reread: (row) => {
      codes[row] = codeOf(cellAt(cells, row));
    },
  };
}

/** What follows from a row's text, worked out once for each distinct value, also for one that is typed later. */
export function byValue<T>(
  texts: TextColumn,
  work: (key: string, label: string) => T,
  empty: T,
): (row: number) => T {
  const known: T[] = [];
  return (row) => {
    const code = texts.codes[row]!;
    if (code < 0) return empty;
    while (known.length <= code) known.push(work(texts.keys[known.length]!, texts.labels[known.length]!));
    return known[code]!;
  };
}

/** One number for the values of two columns in a row, whatever values are typed later. */
export function pairCode(a: TextColumn, b: TextColumn, row: number): number {
  return (a.codes[row]! + 1) * MOST_VALUES + b.codes[row]! + 1;
}

/** More distinct values than any column has. */
const MOST_VALUES = 2 ** 22;
