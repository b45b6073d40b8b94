/**
 * The report forms (contract, section 6), one a file. Always true: a figure, the rows behind it and its native formula come
 * from one query, so that any program that recalculates the sheet gets what our code wrote.
 */
import { findSheet, type Edit, type Operation, type Snapshot } from "../book";
import type { WorkbookTables } from "../layout";
import { form as bc01 } from "./bc01";
import { form as bc02 } from "./bc02";
import { form as bc03 } from "./bc03";
import { form as bc04 } from "./bc04";
import { form as bc05 } from "./bc05";
import { form as bc06 } from "./bc06";
import { form as bc07 } from "./bc07";
import { form as bc08 } from "./bc08";
import { form as bc09 } from "./bc09";
import type { ReportForm, ReportOptions } from "./form";

export type { Period, ReportChoices, ReportForm, ReportOptions } from "./form";
// For sheets of other rooms that look and behave like a form.
export { appendixDesign, NOTE_COLUMN, type Appendix, type FormColumn } from "./appendix";
export type { ReportCell } from "./grid";
export { paid } from "./money";
export { inPeriod, periodText } from "./period";
export { inLayoutOfSheet, layoutOnSheet } from "./staffLayout";
export type { RowLevel } from "./style";
export { choicesOffered, type ChoicesOffered, type QuickPeriod } from "./choices";
export { explain, type ExplainedRow, type Explanation, type Making } from "./explain";
export type { Term } from "./figure";
export type { Criterion } from "./criterion";
export type { Query } from "./query";
export {
  changedLines,
  changedSinceFrozen,
  frozenReports,
  type ChangedFigure,
  type ChangedLine,
  type FrozenReport,
} from "./frozen";
export { choicesOnSheet } from "./choicesOnSheet";

export const reportForms: readonly ReportForm[] = [bc01, bc02, bc03, bc04, bc05, bc06, bc07, bc08, bc09];

export function reportForm(code: string): ReportForm | undefined {
  return reportForms.find((form) => form.code === code.trim().toUpperCase());
}

/** The sheets of these forms, new or rewritten in place. */
export function reportEdit(
  snapshot: Snapshot,
  tables: WorkbookTables,
  forms: readonly ReportForm[],
  options: (form: ReportForm) => ReportOptions,
): Edit {
  const operations = forms.map((form): Operation => {
    const design = form.make(tables, options(form));
    return findSheet(snapshot, form.sheet)
      ? { kind: "rewriteSheet", design }
      : { kind: "createSheet", design };
  });
  return { task: "report", operations };
}
