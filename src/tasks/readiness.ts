/** “Có gửi được chưa?”: what stands between the chosen reports and their being sent. */
import { findSheet } from "../book";
import { compareDates, readDateCell, type CalendarDate } from "../domain";
import { parameterNames, type ParameterKey, type WorkbookTables } from "../layout";
import { programmes, type ReportDeadline } from "../programme";
import {
  changedLines,
  frozenReports,
  type ChangedLine,
  type FrozenReport,
  type ReportForm,
} from "../reports";
import type { CheckResult } from "./check";
import { openFindings } from "./report";

export interface ReportReadiness {
  readonly form: ReportForm;
  /** Its sheet is there. */
  readonly made: boolean;
  readonly frozen: FrozenReport | null;
  readonly errors: number;
  readonly warnings: number;
  /** Lines that are no longer so since it was frozen. */
  readonly changed: readonly ChangedLine[];
  /** Sheets whose table it reads and that have no rows. */
  readonly empty: readonly string[];
}

export interface DueDay {
  /** The parameter in which staff change it. */
  readonly name: string;
  readonly purpose: string;
  readonly on: CalendarDate;
  /** Negative when it is over. */
  readonly daysLeft: number;
}

export interface Readiness {
  readonly reports: readonly ReportReadiness[];
  /** Parameters that a report cannot do without and that are empty. */
  readonly missing: readonly string[];
  /** Earliest first. */
  readonly deadlines: readonly DueDay[];
  /** Every report is frozen, bears no error, is still so, and nothing is missing. */
  readonly ready: boolean;
}

const NEEDED: readonly ParameterKey[] = [
  "commune",
  "planYear",
  "planNumber",
  "planDate",
  "signatory",
  "signatoryTitle",
];

export function readiness(
  checked: CheckResult,
  forms: readonly ReportForm[],
  today: CalendarDate,
): Readiness {
  const { tables } = checked;
  const reports = forms.map((form) => reportReadiness(checked, form, today));
  const missing = NEEDED.filter((key) => tables.parameters.text(key) === "").map(
    (key) => parameterNames[key],
  );
  const ready = reports.every(
    ({ frozen, errors, changed }) => frozen !== null && errors === 0 && changed.length === 0,
  );
  return {
    reports,
    missing,
    deadlines: dueDays(tables, today),
    ready: ready && missing.length === 0 && reports.length > 0,
  };
}

function reportReadiness(checked: CheckResult, form: ReportForm, today: CalendarDate): ReportReadiness {
  const { tables, findings } = checked;
  const frozen = frozenReports(tables.snapshot, [form])[0] ?? null;
  const options = { freeze: false, today, openErrors: 0, findings: [] };
  return {
    form,
    made: findSheet(tables.snapshot, form.sheet) !== undefined,
    frozen,
    errors: openFindings(findings, form, "error"),
    warnings: openFindings(findings, form, "warning"),
    changed: frozen ? changedLines(form, tables, options) : [],
    empty: form.reads.flatMap((name) => {
      const view = tables.table(name);
      const blank = !view || Array.from({ length: view.rowCount }, (_unused, row) => row).every(view.isBlank);
      return blank ? [view?.sheet.name ?? name] : [];
    }),
  };
}

function dueDays(tables: WorkbookTables, today: CalendarDate): DueDay[] {
  const programme = programmes.find(tables.parameters.text("pack")) ?? programmes.all[0]!;
  return (programme.parameters.reportDeadlines ?? [])
    .flatMap((rule): DueDay[] => {
      const on = dueDay(rule, tables);
      if (on === null) return [];
      return [{ name: rule.name, purpose: rule.purpose, on, daysLeft: daysBetween(today, on) }];
    })
    .sort((a, b) => compareDates(a.on, b.on));
}

/** As staff have set it, else by the programme; null without a plan year. */
function dueDay(rule: ReportDeadline, tables: WorkbookTables): CalendarDate | null {
  const set = readDateCell(tables.parameters.named(rule.name), tables.snapshot.date1904);
  if (set.kind === "date" || set.kind === "text-date")
    return { year: set.year, month: set.month, day: set.day };
  const year = Number(tables.parameters.text("planYear"));
  if (!Number.isInteger(year) || year < 1900) return null;
  return { year: year + rule.yearOffset, month: rule.month, day: rule.day };
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  const day = ({ year, month, day: date }: CalendarDate) => Date.UTC(year, month - 1, date);
  return Math.round((day(to) - day(from)) / 86_400_000);
}
