/** What a person may choose when making reports, as the workbook offers it. */
import { compareDates, dateFromSerial, MONEY_UNITS, type CalendarDate, type MoneyUnit } from "../domain";
import type { WorkbookTables } from "../layout";
import type { Period } from "./form";
import { periodOf } from "./period";
import { selectProjects } from "./projects";

export type QuickPeriod = "month" | "quarter" | "yearToDate" | "all";

export interface ChoicesOffered {
  readonly unit: MoneyUnit;
  readonly units: readonly MoneyUnit[];
  /** `yearToDate` is the default. `all` begins with the first voucher. */
  readonly periods: Readonly<Record<QuickPeriod, Period>>;
  /** One name for all spellings of a unit. */
  readonly leadUnits: readonly { readonly key: string; readonly name: string }[];
  readonly projects: readonly { readonly code: string; readonly title: string }[];
}

export function choicesOffered(tables: WorkbookTables, today: CalendarDate): ChoicesOffered {
  const nothing = { freeze: false, today, openErrors: 0, findings: [] };
  const yearToDate = periodOf(tables, nothing);
  const { lines, projects } = selectProjects(tables, nothing);
  const units = new Map<string, string>();
  for (const { leadUnit, leadUnitKey } of projects)
    if (leadUnit !== "" && !units.has(leadUnitKey)) units.set(leadUnitKey, leadUnit);
  const { year, month } = today;
  return {
    unit: tables.parameters.unit,
    units: MONEY_UNITS,
    periods: {
      month: { from: { year, month, day: 1 }, to: today },
      quarter: { from: { year, month: month - ((month - 1) % 3), day: 1 }, to: today },
      yearToDate,
      all: { from: firstVoucher(tables, yearToDate.from), to: yearToDate.to },
    },
    leadUnits: [...units].map(([key, name]) => ({ key, name })),
    projects: lines.filter((line) => !line.undivided).map(({ code, title }) => ({ code, title })),
  };
}

function firstVoucher(tables: WorkbookTables, or: CalendarDate): CalendarDate {
  const days = tables.table("tblGiaiNgan")?.column("Ngày") ?? [];
  let first = or;
  for (const value of days) {
    const date = typeof value === "number" ? dateFromSerial(value, tables.snapshot.date1904) : null;
    if (date && date.year >= 2000 && compareDates(date, first) < 0) first = date;
  }
  return first;
}
