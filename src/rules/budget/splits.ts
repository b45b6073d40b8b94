/** Totals and their parts, as `tblDuAn` and `tblNganSach` write them. */
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import { CELL_READ } from "../cellState";
import { amountAt, FUNDING_HEADERS } from "../sums";

/** In đồng. `difference` is the total minus its parts. */
export type Split = { total: number; parts: number; difference: number };

export const splitTables = ["tblDuAn", "tblNganSach"] as const;
export const splitHeaders = ["Tổng vốn", ...FUNDING_HEADERS] as const;

/** The tables that have what a split needs. */
export function tablesWithSplits(context: CheckContext): CheckedTable[] {
  return splitTables
    .map((name) => context.tableWith(name, ["Tổng vốn", "NSTW", "NSĐP"]))
    .filter((table) => table !== null);
}

/** Reads a row's split; null where a figure that is needed is missing or unreadable, which is another rule's finding. */
export function splitReader(table: CheckedTable): (row: number) => Split | null {
  const [total, central, local] = ["Tổng vốn", "NSTW", "NSĐP"].map((header) => table.numbers(header));
  const other = table.numbers("Vốn khác");
  return (row) => {
    if ([total!, central!, local!].some((column) => column.states[row] !== CELL_READ)) return null;
    const others = amountAt(other, row);
    if (others === null) return null;
    const parts = central!.values[row]! + local!.values[row]! + others;
    return { total: total!.values[row]!, parts, difference: total!.values[row]! - parts };
  };
}
