/** The vouchers of `tblGiaiNgan` as they are reconciled: those that its own figures count. */
import {
  compareDates,
  dateFromSerial,
  fitsDong,
  isoDate,
  normalise,
  toDong,
  type CalendarDate,
} from "../domain";
import type { WorkbookTables } from "../layout";
import type { Period } from "../reports";
import type { LedgerEntry } from "./reconcile";

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Rows with a number or an amount whose date, amount or manner cannot be counted. */
  readonly unread: number;
}

const GIVEN_BACK: ReadonlySet<string> = new Set(["thu hồi tạm ứng", "giảm chi"]);
const MANNERS: ReadonlySet<string> = new Set(["tạm ứng", "thanh toán", ...GIVEN_BACK]);

/** The vouchers of a period. */
export function ledgerOf(tables: WorkbookTables, { from, to }: Period): Ledger {
  const view = tables.table("tblGiaiNgan");
  const entries: LedgerEntry[] = [];
  let unread = 0;
  for (let row = 0; row < (view?.rowCount ?? 0); row += 1) {
    const cell = (header: string) => view!.column(header)[row] ?? null;
    const text = (header: string) => {
      const value = cell(header);
      return value === null || typeof value === "object" ? "" : normalise(String(value));
    };
    const amount = cell("Số tiền");
    const serial = cell("Ngày");
    const manner = text("Hình thức").toLowerCase();
    const date = typeof serial === "number" ? dateFromSerial(serial, tables.snapshot.date1904) : null;
    const { detailUnit } = tables.parameters;
    const isCounted = typeof amount === "number" && fitsDong(amount, detailUnit) && MANNERS.has(manner);
    if (!isCounted || date === null) {
      if (text("Số chứng từ") !== "" && manner !== "") unread += 1;
      continue;
    }
    if (compareDates(date, from) < 0 || compareDates(date, to) > 0) continue;
    const { dong } = toDong(amount, detailUnit);
    entries.push({
      row,
      date: isoDate(date),
      number: text("Số chứng từ"),
      amount: GIVEN_BACK.has(manner) ? -Math.abs(dong) : dong,
      text: [text("Đơn vị nhận") || text("Ghi chú"), text("Mã dự án")]
        .filter((one) => one !== "")
        .join(" – "),
    });
  }
  return { entries, unread };
}

/** Whole months around the days of a statement; null where it has no dates. */
export function monthsAround(days: readonly (CalendarDate | null)[]): Period | null {
  const known = days.filter((day) => day !== null).sort(compareDates);
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return null;
  const end = new Date(Date.UTC(last.year, last.month, 0)).getUTCDate();
  return { from: { ...first, day: 1 }, to: { ...last, day: end } };
}
