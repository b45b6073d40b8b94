/** What is wrong with the writing of a text column's cells. */
import type { CellValue } from "../book";
import { hasStraySpaces, isNfc, isPlaceholder } from "../domain";
import { isEmptyCell } from "../layout";
import { cellAt, type ColumnCells, type ReadColumn } from "./columnCells";
import { legacyReading } from "./text/legacyText";
import { isSuspect, LATER_CAPITAL, lookOver, SUSPECT } from "./quickLook";
import type { TextColumn } from "./textColumn";

export type TextFault = "straySpaces" | "notNfc" | "legacy";

export interface TextFlaws extends ReadColumn {
  readonly straySpaces: ReadonlySet<number>;
  readonly notNfc: ReadonlySet<number>;
  readonly legacy: ReadonlySet<number>;
  /** Rows whose text says that there is nothing yet ("chưa có"); only where they were asked for. */
  readonly placeholders: ReadonlySet<number>;
}

/** Whether the font of a row's cell is one of before Unicode. */
export type LegacyFont = (row: number) => boolean;

export interface TextFlawOptions {
  readonly hasLegacyFont?: LegacyFont | null;
  /** Counts the blank cells of each row. */
  readonly blanks?: Uint8Array | null;
  readonly findPlaceholders?: boolean;
}

const BEYOND_ASCII = /[^\x00-\x7f]/;

/** Rows with bad writing. A legacy encoding explains the rest, so such a row stands in `legacy` alone. */
export function readTextFlaws(cells: ColumnCells, options: TextFlawOptions = {}): TextFlaws {
  const { hasLegacyFont = null, blanks = null, findPlaceholders = false } = options;
  const straySpaces = new Set<number>();
  const notNfc = new Set<number>();
  const legacy = new Set<number>();
  const placeholders = new Set<number>();
  const readCell = (row: number, cell: CellValue): void => {
    if (typeof cell !== "string") return;
    if (findPlaceholders && saysNothing(cell)) placeholders.add(row);
    if (hasLegacyFont !== null && BEYOND_ASCII.test(cell) && hasLegacyFont(row)) {
      legacy.add(row);
      return;
    }
    if (!isSuspect(cell)) return;
    if (legacyReading(cell) !== null) {
      legacy.add(row);
      return;
    }
    if (cell.trim() === "") return;
    if (hasStraySpaces(cell)) straySpaces.add(row);
    if (!isNfc(cell)) notNfc.add(row);
  };
  const readRows = (from: number, to: number): void => {
    const { rows, index } = cells;
    if (index < 0) return;
    for (let row = from; row < to; row += 1) {
      const cell = rows[row]![index];
      if (typeof cell === "string" && cell !== "") {
        const look = lookOver(cell);
        const isPlain = (look & SUSPECT) === 0 && hasLegacyFont === null;
        if (
          isPlain &&
          (!findPlaceholders || (look & LATER_CAPITAL) !== 0 || cell.length > LONGEST_PLACEHOLDER)
        )
          continue;
        readCell(row, cell);
      }
      if (blanks !== null && isEmptyCell(cell)) blanks[row]! += 1;
    }
  };
  const reread = (row: number): void => {
    for (const rows of [straySpaces, notNfc, legacy, placeholders]) rows.delete(row);
    readCell(row, cellAt(cells, row));
  };
  return { straySpaces, notNfc, legacy, placeholders, readRows, reread };
}

/** Longest of the placeholders, dots behind it included. */
const LONGEST_PLACEHOLDER = 18;

/** Whether a text says that there is nothing yet. No placeholder is long, or has a later word with a capital, as names do. */
export function saysNothing(text: string): boolean {
  return text.length <= LONGEST_PLACEHOLDER && (lookOver(text) & LATER_CAPITAL) === 0 && isPlaceholder(text);
}

/** The same for a column whose values have been read: rows with values that are well written are not looked at again. */
export function textFlawsOf(texts: TextColumn, cells: ColumnCells, rowCount: number): TextFlaws {
  const flaws = readTextFlaws(cells);
  if (texts.suspects.includes(true)) {
    for (let row = 0; row < rowCount; row += 1)
      if (texts.suspects[texts.codes[row]! + 1]) flaws.readRows(row, row + 1);
  }
  return flaws;
}
