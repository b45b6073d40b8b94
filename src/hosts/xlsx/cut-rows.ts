/** A row cut into pieces, so that it can be written many times: as it is, or with cells that hold something else. */
import type { RowRun } from "../../book";
import type { CellChange } from "./cell-changes";
import { cellXml } from "./cells";

/** Text as it is; the number of the row; what depends on where the copy stands. */
export type Piece = string | typeof rowNumber | ((run: RowRun, row: number) => string);

export const rowNumber = Symbol("row");

export interface CutCell {
  readonly column: number;
  /** Index in cellXfs. */
  readonly style: number;
  /** What stands between it and the cell or tag before it. */
  readonly before: string;
  readonly pieces: readonly Piece[];
}

export interface CutRow {
  readonly whole: readonly Piece[];
  readonly opening: readonly Piece[];
  readonly cells: readonly CutCell[];
  readonly closing: string;
  /** Each cell stands right of the one before it. */
  readonly ascends: boolean;
}

export function cutRow(opening: readonly Piece[], cells: readonly CutCell[], closing: string): CutRow {
  const whole = [...opening, ...cells.flatMap(({ before, pieces }) => [before, ...pieces]), closing];
  return {
    whole: merged(whole),
    opening: merged(opening),
    cells: cells.map((cell) => ({ ...cell, pieces: merged(cell.pieces) })),
    closing,
    ascends: cells.every(({ column }, i) => i === 0 || column > cells[i - 1]!.column),
  };
}

/** The row as it reads in `row` (0-based). */
export function writtenRow({ whole }: CutRow, run: RowRun, row: number): string {
  const out: string[] = [];
  write(out, whole, run, row);
  return out.join("");
}

function write(out: string[], pieces: readonly Piece[], run: RowRun, row: number): void {
  for (const piece of pieces) {
    out.push(typeof piece === "string" ? piece : piece === rowNumber ? String(row + 1) : piece(run, row));
  }
}

/**
 * The row with cells that hold something else; null where one of them does not stand in it.
 * @param prefix of the worksheet's elements with its colon
 */
export function changedRow(
  cut: CutRow,
  run: RowRun,
  row: number,
  wanted: ReadonlyMap<number, CellChange>,
  prefix: string,
): string | null {
  if (!cut.ascends) return null;
  const out: string[] = [];
  let met = 0;
  write(out, cut.opening, run, row);
  for (const { column, style: present, before, pieces } of cut.cells) {
    const change = wanted.get(column);
    if (before !== "") out.push(before);
    if (change?.content === undefined) {
      write(out, pieces, run, row);
      continue;
    }
    met += 1;
    const style = typeof change.style === "function" ? change.style(present) : (change.style ?? present);
    out.push(cellXml(row, column, change.content, style, prefix));
  }
  if (met < wanted.size) return null;
  out.push(cut.closing);
  // Joined row by row: thousands of rows in small pieces would fill the memory before they become one text.
  return out.join("");
}

/** Neighbouring texts become one. */
function merged(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const before = found.at(-1);
    if (typeof piece === "string" && typeof before === "string") found[found.length - 1] = before + piece;
    else found.push(piece);
  }
  return found;
}
