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

export function readTextColumn(raw: readonly CellValue[]): TextColumn {
  const codes = new Int32Array(raw.length);
  const keys: string[] = [];
  const labels: string[] = [];
  const codeOfCell = new Map<CellValue, number>([[null, -1]]);
  const codeOfKey = new Map<string, number>([["", -1]]);
  for (let row = 0; row < raw.length; row += 1) {
    const cell = raw[row] as CellValue;
    let code = codeOfCell.get(cell);
    if (code === undefined) {
      const label = normalise(cellText(cell));
      const key = label.toLowerCase();
      code = codeOfKey.get(key);
      if (code === undefined) {
        code = keys.length;
        keys.push(key);
        labels.push(label);
        codeOfKey.set(key, code);
      }
      codeOfCell.set(cell, code);
    }
    codes[row] = code;
  }
  return {
    codes,
    keys,
    labels,
    keyAt: (row) => keys[codes[row]!] ?? "",
    labelAt: (row) => labels[codes[row]!] ?? "",
  };
}

export interface TextFlaws {
  readonly straySpaces: readonly number[];
  readonly notNfc: readonly number[];
  readonly legacy: readonly number[];
}

const BEYOND_ASCII = /[^\x00-\x7f]/;

/** Rows with bad writing. A legacy encoding explains the rest, so such a row stands in `legacy` alone. */
export function readTextFlaws(
  raw: readonly CellValue[],
  hasLegacyFont: ((row: number) => boolean) | null,
): TextFlaws {
  const straySpaces: number[] = [];
  const notNfc: number[] = [];
  const legacy: number[] = [];
  for (let row = 0; row < raw.length; row += 1) {
    const cell = raw[row];
    if (typeof cell !== "string") continue;
    if (hasLegacyFont !== null && BEYOND_ASCII.test(cell) && hasLegacyFont(row)) {
      legacy.push(row);
      continue;
    }
    if (!isSuspect(cell)) continue;
    if (legacyReading(cell) !== null) {
      legacy.push(row);
      continue;
    }
    if (cell.trim() === "") continue;
    if (hasStraySpaces(cell)) straySpaces.push(row);
    if (!isNfc(cell)) notNfc.push(row);
  }
  return { straySpaces, notNfc, legacy };
}
