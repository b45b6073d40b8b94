/** The CCCD column read once, together with what is wrong with its writing: nearly all cells are twelve plain digits. */
import { isEmptyCell } from "../layout";
import type { ColumnCells, ColumnReader } from "./columnCells";
import type { TextFlaws } from "./textFlaws";

export const IDENTITY_HEADER = "Số CCCD";

export interface IdentityColumn extends ColumnReader {
  /** The first six of twelve plain digits, by row: province, gender and century, year of birth. */
  readonly fronts: Int32Array;
  /** All twelve as one number; -1 where the cell is anything else. */
  readonly numbers: Float64Array;
  /** Rows with anything else, or nothing, when the column was first read. */
  readonly others: readonly number[];
}

/** `flaws` reads the cells that are no plain digits; `blanks` counts the blank cells of each row. */
export function readIdentityColumn(
  cells: ColumnCells,
  capacity: number,
  flaws: TextFlaws | null,
  blanks: Uint8Array | null,
): IdentityColumn {
  const fronts = new Int32Array(capacity);
  const numbers = new Float64Array(capacity).fill(-1);
  const others: number[] = [];
  const readRows = (from: number, to: number): void => {
    const { rows, index } = cells;
    if (index < 0) return;
    for (let row = from; row < to; row += 1) {
      const cell = rows[row]![index];
      if (typeof cell === "string" && cell.length === 12) {
        const front = sixDigits(cell, 0);
        const back = sixDigits(cell, 6);
        if (front >= 0 && back >= 0) {
          fronts[row] = front;
          numbers[row] = front * 1e6 + back;
          continue;
        }
      }
      others.push(row);
      flaws?.readRows(row, row + 1);
      if (blanks !== null && isEmptyCell(cell)) blanks[row]! += 1;
    }
  };
  return { fronts, numbers, others, readRows };
}

/** Puts a number of twelve digits, or -1 for none, into its row. */
export function keepNumber(row: number, number: number, fronts: Int32Array, numbers: Float64Array): void {
  numbers[row] = number;
  fronts[row] = number < 0 ? 0 : Math.floor(number / 1e6);
}

/** The number that twelve digits make; -1 for any other text. */
export function twelveDigits(text: string): number {
  if (text.length !== 12) return -1;
  const front = sixDigits(text, 0);
  const back = sixDigits(text, 6);
  return front < 0 || back < 0 ? -1 : front * 1e6 + back;
}

function sixDigits(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + 6; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
