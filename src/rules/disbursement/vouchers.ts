/** The vouchers of `tblGiaiNgan` as rules add them up: what each adds to the money paid out, and which came last. */
import { byValue } from "../textColumn";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import { CELL_READ } from "../cellState";

export type Manner = "advance" | "payment" | "recovery" | "reduction";

const manners: ReadonlyMap<string, Manner> = new Map([
  ["tạm ứng", "advance"],
  ["thanh toán", "payment"],
  ["thu hồi tạm ứng", "recovery"],
  ["giảm chi", "reduction"],
]);

export interface Vouchers {
  readonly table: CheckedTable;
  /** null where it is empty or unknown. */
  readonly manner: (row: number) => Manner | null;
  /** Đồng, positive: money given back is read the same with either sign. 0 where it cannot be read. */
  readonly amount: (row: number) => number;
  /** The last of some vouchers: by date, then by row. */
  readonly last: (rows: readonly number[]) => number;
}

const needed = ["Ngày", "Hình thức", "Mã dự án", "Nguồn", "Số tiền"] as const;

/** null where the workbook lacks the table or a column that every sum needs. */
export function readVouchers(context: CheckContext): Vouchers | null {
  const table = context.tableWith("tblGiaiNgan", needed);
  if (!table) return null;
  const texts = table.texts("Hình thức");
  const manner = byValue<Manner | null>(texts, (key) => manners.get(key) ?? null, null);
  const amounts = table.numbers("Số tiền");
  const dates = table.dates("Ngày");
  return {
    table,
    manner,
    amount: (row) => {
      if (amounts.states[row] !== CELL_READ) return 0;
      const kind = manner(row);
      return kind === "recovery" || kind === "reduction"
        ? Math.abs(amounts.values[row]!)
        : amounts.values[row]!;
    },
    last: (rows) =>
      rows.reduce((latest, row) => (dates.values[row]! >= dates.values[latest]! ? row : latest)),
  };
}

/** What a voucher adds to the money paid out, in đồng. */
export function netEffect(vouchers: Vouchers, row: number): number {
  switch (vouchers.manner(row)) {
    case "advance":
    case "payment":
      return vouchers.amount(row);
    case "recovery":
    case "reduction":
      return -vouchers.amount(row);
    case null:
      return 0;
  }
}
