/** What staff set for the checks in `tblThamSo`, read into the units that rules compare in. */
import type { CellValue } from "../book";
import { fitsDong, parseVietnameseNumber, readDateCell, toDong, type Dong, type Severity } from "../domain";
import { defaultTolerance, type Parameters } from "../layout";
import { dayKey, type DayKey } from "./dateColumn";

export interface CheckSettings {
  /** Rounding slack of a plan's figures, in đồng. */
  readonly tolerance: Dong;
  /** Local over central money, as a fraction; null where staff left it empty. */
  readonly counterpartRatio: number | null;
  /** Share of missing production land, as a fraction; null where staff left it empty. */
  readonly landShortage: number | null;
  /** Whether a shortage of exactly the threshold counts. */
  readonly landShortageInclusive: boolean;
  /** The whole commune is one of special difficulty; null where staff said nothing. */
  readonly regionThree: boolean | null;
  readonly planYear: number | null;
  readonly planDate: DayKey | null;
  readonly paymentDeadline: DayKey | null;
  readonly carryOverDeadline: DayKey | null;
}

export function readSettings(parameters: Parameters, date1904: boolean): CheckSettings {
  const number = (key: Parameters["value"] extends (key: infer K) => CellValue ? K : never) =>
    readNumber(parameters.value(key));
  const date = (raw: CellValue): DayKey | null => {
    const reading = readDateCell(raw, date1904);
    return reading.kind === "date" || reading.kind === "text-date"
      ? dayKey(reading.year, reading.month, reading.day)
      : null;
  };
  const planYear = number("planYear");
  const year = planYear !== null && isYear(planYear) ? planYear : null;
  const tolerance = number("tolerance") ?? defaultTolerance(parameters.unit);
  const regionThree = parameters.text("regionThree").toLowerCase();
  return {
    tolerance: fitsDong(tolerance, parameters.unit) ? Math.abs(toDong(tolerance, parameters.unit).dong) : 0,
    counterpartRatio: asFraction(number("counterpartRatio")),
    landShortage: asFraction(number("landShortage")),
    landShortageInclusive: parameters.text("landShortageInclusive").toLowerCase() === "x",
    regionThree: regionThree === "" ? null : regionThree === "x",
    planYear: year,
    planDate: date(parameters.value("planDate")),
    paymentDeadline: date(parameters.value("paymentDeadline")) ?? (year && dayKey(year + 1, 1, 31)),
    carryOverDeadline: date(parameters.value("carryOverDeadline")) ?? (year && dayKey(year, 12, 31)),
  };
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

function readNumber(raw: CellValue): number | null {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : null;
  if (typeof raw !== "string") return null;
  const percent = raw.trim().endsWith("%");
  const reading = parseVietnameseNumber(percent ? raw.trim().slice(0, -1) : raw);
  if (reading.kind !== "number") return null;
  return percent ? reading.value / 100 : reading.value;
}

/** 15 means 15 %; what is no share at all is as good as not set. */
function asFraction(value: number | null): number | null {
  if (value === null || value < 0 || value > 100) return null;
  return value > 1 ? value / 100 : value;
}

/** Words that staff use for severities in `Quy tắc …`; never raises one. */
const loweredTo = new Map<string, Severity | "off">([
  ["tắt", "off"],
  ["tat", "off"],
  ["cảnh báo", "warning"],
  ["canh bao", "warning"],
  ["thông tin", "info"],
  ["thong tin", "info"],
]);

const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** The severity a finding gets, given the rule's own and what staff set; null where they switched the rule off. */
export function effectiveSeverity(own: Severity, staff: string | null): Severity | null {
  const wanted = staff === null ? undefined : loweredTo.get(staff);
  if (wanted === "off") return null;
  return wanted !== undefined && rank[wanted] < rank[own] ? wanted : own;
}
