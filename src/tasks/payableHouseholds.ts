/** Households with a decision: what was approved, paid and is left of each, in đồng, and how a payment draws its sources. */
import { sumDong, toDong, type Dong } from "../domain";
import { isEmptyCell, type TableView, type WorkbookTables } from "../layout";
import { isTotalLabel } from "../rules";

export const SOURCES = ["NSTW", "NSĐP", "Vốn khác"] as const;
export type FundingSource = (typeof SOURCES)[number];

/** Why a household is not paid, or what to look at before it is. */
export type PaymentObstacle = "unreadableAmount" | "paidInFull" | "overpaid" | "noAccount";

export interface PayableHousehold {
  /** Data row of tblHo, from 0. */
  readonly row: number;
  /** The cell that names it, for going there. */
  readonly cell: string | null;
  readonly name: string;
  readonly hamlet: string;
  readonly project: string;
  readonly content: string;
  readonly decision: string;
  readonly approved: Dong;
  readonly paid: Dong;
  readonly left: Dong;
  readonly bySource: Readonly<Record<FundingSource, Dong>>;
  /** The first three keep it from being paid. */
  readonly obstacles: readonly PaymentObstacle[];
}

export function canBePaid(household: PayableHousehold): boolean {
  return household.obstacles.every((obstacle) => obstacle === "noAccount");
}

/** The households with a decision, in the table's order. */
export function approvedHouseholds(tables: WorkbookTables): PayableHousehold[] {
  const view = tables.table("tblHo");
  if (!view) return [];
  const households: PayableHousehold[] = [];
  for (let row = 0; row < view.rowCount; row += 1) {
    const name = textAt(view, row, "Họ và tên chủ hộ");
    if (name === "" || isTotalLabel(name) || textAt(view, row, "Số QĐ phê duyệt") === "") continue;
    households.push(household(tables, view, row, name));
  }
  return households;
}

function household(tables: WorkbookTables, view: TableView, row: number, name: string): PayableHousehold {
  const amount = (header: string) => amountAt(tables, view, row, header);
  const sources = SOURCES.map(amount);
  const paid = amount("Đã chi");
  const readable = paid !== null && sources.every((one) => one !== null);
  const bySource = { NSTW: sources[0] ?? 0, NSĐP: sources[1] ?? 0, "Vốn khác": sources[2] ?? 0 };
  const approved = sumDong(Object.values(bySource));
  const left = approved - (paid ?? 0);
  const obstacles: PaymentObstacle[] = [];
  if (!readable) obstacles.push("unreadableAmount");
  else if (left < 0) obstacles.push("overpaid");
  else if (left === 0) obstacles.push("paidInFull");
  if (textAt(view, row, "Số tài khoản") === "") obstacles.push("noAccount");
  return {
    row,
    cell: view.address(row, "Họ và tên chủ hộ"),
    name,
    hamlet: textAt(view, row, "Thôn xóm"),
    project: textAt(view, row, "Mã dự án"),
    content: textAt(view, row, "Nội dung hỗ trợ"),
    decision: textAt(view, row, "Số QĐ phê duyệt"),
    approved,
    paid: paid ?? 0,
    left,
    bySource,
    obstacles,
  };
}

export function textAt(view: TableView, row: number, header: string): string {
  const value = view.column(header)[row] ?? null;
  return typeof value === "string" || typeof value === "number" ? String(value).normalize("NFC").trim() : "";
}

/** null for what is no amount: a check repairs it first. */
function amountAt(tables: WorkbookTables, view: TableView, row: number, header: string): Dong | null {
  const value = view.column(header)[row] ?? null;
  if (isEmptyCell(value)) return 0;
  return typeof value === "number" && value >= 0 ? toDong(value, tables.parameters.detailUnit).dong : null;
}

/**
 * What of a payment comes from each source: in the proportion of the approved amounts, counted from the first đồng paid, so
 * that several payments together draw each source to the đồng.
 */
export function sharesOf(one: PayableHousehold, now: Dong): Record<FundingSource, Dong> {
  const earlier = drawnAfter(one.bySource, one.paid);
  const later = drawnAfter(one.bySource, one.paid + now);
  const share = (source: FundingSource) => later[source] - earlier[source];
  return { NSTW: share("NSTW"), NSĐP: share("NSĐP"), "Vốn khác": share("Vốn khác") };
}

/** Each source in turn takes its part of what the ones before it leave: so no source's sum ever falls as more is paid. */
function drawnAfter(
  approved: Readonly<Record<FundingSource, Dong>>,
  paid: Dong,
): Record<FundingSource, Dong> {
  const drawn = { NSTW: 0, NSĐP: 0, "Vốn khác": 0 };
  let rest = paid;
  let whole = sumDong(Object.values(approved));
  for (const source of SOURCES) {
    drawn[source] = whole === 0 ? 0 : partOf(rest, approved[source], whole);
    rest -= drawn[source];
    whole -= approved[source];
  }
  return drawn;
}

/** amount × part ÷ whole, rounded; exact, for a product of two amounts is beyond what a number holds. */
function partOf(amount: Dong, part: Dong, whole: Dong): Dong {
  return Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}
