/** What every report form is, and what a person may choose when making it. */
import type { SheetDesign } from "../book";
import type { CalendarDate, Finding, MoneyUnit } from "../domain";
import type { WorkbookTables } from "../layout";
import { appendixDesign, type Appendix } from "./appendix";
import { choicesOnSheet } from "./choicesOnSheet";
import { inLayout, layoutOnSheet } from "./staffLayout";

/** Both days belong to the period. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** What a person chooses; what is left out has its default. */
export interface ReportChoices {
  /** The period's first day; default: the first of the plan year. */
  readonly from?: CalendarDate;
  /** The period's last day, and what “to date” is up to; default: the day the report is made. */
  readonly to?: CalendarDate;
  /** Only this unit's projects: any of its spellings. */
  readonly leadUnit?: string;
  /** Only this project, with its sub-projects: the plan's number, e.g. `DA4`. */
  readonly project?: string;
  /** Default: the workbook's `Đơn vị tính`. */
  readonly unit?: MoneyUnit;
  /** The public list says each household's ethnic group. Default: no. */
  readonly showEthnicGroup?: boolean;
  /** Who freezes the figures; said beside the date. */
  readonly frozenBy?: string;
  /** Columns as staff have renamed, moved, hidden or added them on the sheet. Default: yes. */
  readonly keepLayout?: boolean;
}

export interface ReportOptions extends ReportChoices {
  /** Formulas become values, and the sheet says when. */
  readonly freeze: boolean;
  /** The day the report is made: given by the caller, there is no clock in here. */
  readonly today: CalendarDate;
  /** Open findings of severity error that touch the tables the form reads. */
  readonly openErrors: number;
  /** All findings of the last check, for the form that lists them. */
  readonly findings: readonly Finding[];
  /** What a finding's rule is called; by default its code. */
  readonly ruleTitle?: (code: string) => string;
  /** The sheet is for another workbook: nothing on it leads or points back. */
  readonly copy?: boolean;
}

export interface ReportForm {
  /** `BC01`. */
  readonly code: string;
  /** The report sheet's name, fixed by the contract. */
  readonly sheet: string;
  /** Tables whose faults touch the report. */
  readonly reads: readonly string[];
  /** What the sheet says of single persons: to be shown before it is printed or posted. */
  readonly personalData: readonly string[];
  /** For the office alone: never sent on. */
  readonly internal: boolean;
  readonly draft: (tables: WorkbookTables, options: ReportOptions) => Appendix;
  readonly make: (tables: WorkbookTables, options: ReportOptions) => SheetDesign;
}

export type FormDefinition = Omit<ReportForm, "make" | "personalData" | "internal" | "draft"> & {
  readonly personalData?: readonly string[];
  readonly internal?: boolean;
  readonly draft: (tables: WorkbookTables, options: ReportOptions) => Omit<Appendix, "code" | "sheet">;
};

export function defineForm(definition: FormDefinition): ReportForm {
  const { code, sheet, personalData = [] } = definition;
  const original = (tables: WorkbookTables, options: ReportOptions): Appendix => ({
    code,
    sheet,
    ...definition.draft(tables, options),
  });
  const draft = (tables: WorkbookTables, options: ReportOptions): Appendix => {
    const fresh = original(tables, options);
    const layout = options.keepLayout === false ? null : layoutOnSheet(tables.snapshot, sheet);
    if (!layout) return fresh;
    const made = original(tables, { ...options, ...choicesOnSheet(tables.snapshot, sheet) });
    return inLayout(fresh, made, layout, personalData.length > 0);
  };
  return {
    ...definition,
    personalData,
    internal: definition.internal ?? false,
    draft,
    make: (tables, options) => appendixDesign(draft(tables, options), tables, options),
  };
}
