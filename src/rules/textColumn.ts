/** Text columns read once: values that repeat by number (`TextColumn`), and what is wrong with the writing (`TextFlaws`). */
import { isCellError, type CellValue } from "../book";
import { hasStraySpaces, isNfc, normalise } from "../domain";
import { isSuspect, legacyReading } from "./text/legacyText";

export interface TextColumn {
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
  /** Reads a row's cell anew; a value that is new gets the next number. */
  readonly reread: (row: number) => void;
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

/** A text's place among those met lately, from a look at three letters: far quicker than a map's hash of them all. */
function slotOf(text: string): number {
  const { length } = text;
  return (
    (text.charCodeAt(0) * 7 + text.charCodeAt(length >> 1) * 31 + text.charCodeAt(length - 1) * 3 + length) &
    (SLOTS - 1)
  );
}

const SLOTS = 64;

/** `capacity`: rows there is room for, at least those of `raw`. */
export function readTextColumn(raw: readonly CellValue[], capacity: number): TextColumn {
  const codes = new Int32Array(capacity).fill(-1, raw.length);
  const keys: string[] = [];
  const labels: string[] = [];
  const suspects = [false];
  const codeOfCell = new Map<CellValue, number>([[null, -1]]);
  const codeOfKey = new Map<string, number>([["", -1]]);
  const recent = new Array<CellValue>(SLOTS).fill(null);
  const recentCodes = new Array<number>(SLOTS).fill(-1);
  let last: CellValue = null;
  let lastCode = -1;
  const reread = (row: number): void => {
    const cell = raw[row] as CellValue;
    // Lists are long and their values few: the one above is often the same.
    if (cell === last) {
      codes[row] = lastCode;
      return;
    }
    const slot = typeof cell === "string" ? slotOf(cell) : 0;
    let code = recent[slot] === cell ? recentCodes[slot] : codeOfCell.get(cell);
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
    recent[slot] = cell;
    recentCodes[slot] = code;
    codes[row] = code;
    last = cell;
    lastCode = code;
  };
  for (let row = 0; row < raw.length; row += 1) reread(row);
  return {
    codes,
    keys,
    labels,
    suspects,
    keyAt: (row) => keys[codes[row]!] ?? "",
    labelAt: (row) => labels[codes[row]!] ?? "",
    reread,
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

export type TextFault = "straySpaces" | "notNfc" | "legacy";

export interface TextFlaws {
  readonly straySpaces: ReadonlySet<number>;
  readonly notNfc: ReadonlySet<number>;
  readonly legacy: ReadonlySet<number>;
  /** Reads a row's cell anew. */
  readonly reread: (row: number) => void;
}

const BEYOND_ASCII = /[^\x00-\x7f]/;

/**
 * Rows with bad writing. A legacy encoding explains the rest, so such a row stands in `legacy` alone. `texts`: the same
 * cells read before, whose values that are well written are not looked at again row by row.
 */
export function readTextFlaws(
  raw: readonly CellValue[],
  hasLegacyFont: ((row: number) => boolean) | null,
  texts: TextColumn | null = null,
): TextFlaws {
  const straySpaces = new Set<number>();
  const notNfc = new Set<number>();
  const legacy = new Set<number>();
  let last = "";
  const read = (row: number): void => {
    const cell = raw[row];
    if (typeof cell !== "string" || (cell === last && hasLegacyFont === null)) return;
    if (hasLegacyFont !== null && BEYOND_ASCII.test(cell) && hasLegacyFont(row)) {
      legacy.add(row);
      return;
    }
    if (!isSuspect(cell)) {
      last = cell;
      return;
    }
    if (legacyReading(cell) !== null) {
      legacy.add(row);
      return;
    }
    if (cell.trim() === "") return;
    if (hasStraySpaces(cell)) straySpaces.add(row);
    if (!isNfc(cell)) notNfc.add(row);
  };
  if (texts === null || hasLegacyFont !== null) {
    for (let row = 0; row < raw.length; row += 1) read(row);
  } else if (texts.suspects.includes(true)) {
    for (let row = 0; row < raw.length; row += 1) if (texts.suspects[texts.codes[row]! + 1]) read(row);
  }
  const reread = (row: number): void => {
    for (const rows of [straySpaces, notNfc, legacy]) rows.delete(row);
    read(row);
  };
  return { straySpaces, notNfc, legacy, reread };
}
