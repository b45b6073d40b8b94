/** The time a report is about: its default, its words on the sheet, and its days as criteria. */
import { compareDates, formatVietnameseDate, serialFromDate, type CalendarDate } from "../domain";
import type { WorkbookTables } from "../layout";
import type { Criterion } from "./criterion";
import type { Period, ReportOptions } from "./form";

/** The chosen period; by default from the plan year's first day up to today. */
export function periodOf(tables: WorkbookTables, options: ReportOptions): Period {
  const written = Number(tables.parameters.text("planYear"));
  const year = Number.isInteger(written) && written >= 1900 && written <= 2100 ? written : options.today.year;
  const firstDay = { year, month: 1, day: 1 };
  const to = options.to ?? later(options.today, options.from ?? firstDay);
  const from = options.from ?? earlier(firstDay, to);
  return { from, to };
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return compareDates(a, b) < 0 ? b : a;
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return compareDates(a, b) < 0 ? a : b;
}

export function periodText({ from, to }: Period): string {
  return `Từ ngày ${formatVietnameseDate(from)} đến ngày ${formatVietnameseDate(to)}`;
}

/** Dates within the period. */
export function inPeriod(header: string, { from, to }: Period, tables: WorkbookTables): Criterion {
  return { header, match: "within", from: serial(from, tables), before: serial(to, tables) + 1 };
}

/** Dates up to the period's last day. */
export function toDate(header: string, { to }: Period, tables: WorkbookTables): Criterion {
  return { header, match: "within", from: null, before: serial(to, tables) + 1 };
}

function serial(date: CalendarDate, tables: WorkbookTables): number {
  const value = serialFromDate(date, tables.snapshot.date1904);
  if (value === null) throw new RangeError(`no serial number for ${formatVietnameseDate(date)}`);
  return value;
}
