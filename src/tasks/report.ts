/** Report sheets made from the workbook as it is, with the open errors that touch them. */
import type { ApplyOptions, Book, Edit, Outcome } from "../book";
import type { Finding } from "../domain";
import { reportEdit, type ReportChoices, type ReportForm, type ReportOptions } from "../reports";
import type { CheckResult } from "./check";

export interface ReportChoice extends ReportChoices {
  readonly forms: readonly ReportForm[];
  readonly freeze: boolean;
  readonly today: ReportOptions["today"];
}

/** The edit that makes these reports; `checked` tells which errors touch them. */
export function prepareReports(checked: CheckResult, choice: ReportChoice): Edit {
  const { forms, ...chosen } = choice;
  return reportEdit(checked.tables.snapshot, checked.tables, forms, (form) => ({
    ...chosen,
    openErrors: openErrors(checked.findings, form),
    findings: checked.findings,
  }));
}

export function openErrors(findings: readonly Finding[], form: ReportForm): number {
  return findings.filter(
    (finding) => finding.severity === "error" && finding.table !== null && form.reads.includes(finding.table),
  ).length;
}

export function makeReports(book: Book, edit: Edit, options: ApplyOptions): Promise<Outcome> {
  return book.apply(edit, options);
}
