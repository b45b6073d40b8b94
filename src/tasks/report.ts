/** Report sheets made from the workbook as it is, with the open errors that touch them. */
import { findSheet, type ApplyOptions, type Book, type Edit, type Outcome } from "../book";
import type { Finding } from "../domain";
import { reportEdit, type ReportChoices, type ReportForm, type ReportOptions } from "../reports";
import { ruleTitle } from "../wording";
import type { CheckResult } from "./check";

export interface ReportChoice extends ReportChoices {
  readonly forms: readonly ReportForm[];
  readonly freeze: boolean;
  readonly today: ReportOptions["today"];
}

/**
 * The checked workbook with the designs of those of the forms' sheets that it has: widths and hidden columns that staff have
 * given them are then kept.
 */
export async function withReportDesigns(
  book: Book,
  checked: CheckResult,
  forms: readonly ReportForm[],
): Promise<CheckResult> {
  const { tables } = checked;
  const present = forms.flatMap((form) => findSheet(tables.snapshot, form.sheet)?.name ?? []);
  if (present.length === 0) return checked;
  const { designs } = await book.read({ sheets: [], designs: present });
  return { ...checked, tables: { ...tables, snapshot: { ...tables.snapshot, designs } } };
}

/** The edit that makes these reports; `checked` tells which errors touch them. */
export function prepareReports(checked: CheckResult, choice: ReportChoice): Edit {
  const { forms, ...chosen } = choice;
  return reportEdit(checked.tables.snapshot, checked.tables, forms, (form) =>
    reportOptions(checked, chosen, form),
  );
}

export function reportOptions(
  checked: CheckResult,
  chosen: Omit<ReportChoice, "forms">,
  form: ReportForm,
): ReportOptions {
  return {
    ...chosen,
    openErrors: openErrors(checked.findings, form),
    findings: checked.findings,
    ruleTitle: (code) => ruleTitle(code, "vi"),
  };
}

export function openErrors(findings: readonly Finding[], form: ReportForm): number {
  return openFindings(findings, form, "error");
}

/** Open findings of a severity that touch the tables a form reads. */
export function openFindings(
  findings: readonly Finding[],
  form: ReportForm,
  severity: Finding["severity"],
): number {
  return findings.filter(
    (finding) =>
      finding.severity === severity && finding.table !== null && form.reads.includes(finding.table),
  ).length;
}

export function makeReports(book: Book, edit: Edit, options: ApplyOptions): Promise<Outcome> {
  return book.apply(edit, options);
}
