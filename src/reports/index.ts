/**
 * The report forms (contract, section 6), one a file. Always true: a figure, the rows behind it and its native formula come
 * from one query, so that any program that recalculates the sheet gets what our code wrote.
 */
import { findSheet, type Edit, type Operation, type Snapshot } from "../book";
import type { WorkbookTables } from "../layout";
import { form as bc01 } from "./bc01";
import { form as bc08 } from "./bc08";
import type { ReportForm, ReportOptions } from "./form";

export type { ReportForm, ReportOptions } from "./form";
export { rowsBehind, sumFormula, sumOf, type Criterion, type SumQuery } from "./query";

export const reportForms: readonly ReportForm[] = [bc01, bc08];

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
