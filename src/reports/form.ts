/** What every report form is, and what a person may choose when making it. */
import type { SheetDesign } from "../book";
import type { Finding } from "../domain";
import type { WorkbookTables } from "../layout";

export interface ReportOptions {
  /** Formulas become values, and the sheet says when. */
  readonly freeze: boolean;
  /** The day the report is made, `{year, month, day}`: given by the caller, there is no clock in here. */
  readonly today: { readonly year: number; readonly month: number; readonly day: number };
  /** Open findings of severity error that touch the tables the form reads. */
  readonly openErrors: number;
  /** All findings of the last check, for the form that lists them. */
  readonly findings: readonly Finding[];
}

export interface ReportForm {
  /** `BC01`. */
  readonly code: string;
  /** The report sheet's name, fixed by the contract. */
  readonly sheet: string;
  /** Tables whose faults touch the report. */
  readonly reads: readonly string[];
  readonly make: (tables: WorkbookTables, options: ReportOptions) => SheetDesign;
}
