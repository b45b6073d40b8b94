/** Amounts of rows added up, with what could not be read told apart: a sum that lacks a part is no ground for a finding. */
import { CELL_EMPTY, CELL_READ } from "./cellState";
import type { NumberColumn } from "./numberColumn";

/** The source of money a column holds. */
export const FUNDING_HEADERS = ["NSTW", "NSĐP", "Vốn khác"] as const;

/** The cell's value, 0 for an empty one; null where it cannot be read or is not calculated yet. */
export function amountAt(column: NumberColumn, row: number): number | null {
  const state = column.states[row];
  if (state === CELL_READ) return column.values[row]!;
  return state === CELL_EMPTY ? 0 : null;
}

/** The sum of a column over rows; null where one of them cannot be read. */
export function sumOf(column: NumberColumn, rows: readonly number[]): number | null {
  let sum = 0;
  for (const row of rows) {
    const amount = amountAt(column, row);
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}

/** The sum of what can be read. */
export function readableSum(column: NumberColumn, rows: readonly number[]): number {
  let sum = 0;
  for (const row of rows) sum += column.values[row]!;
  return sum;
}
