/** What the place Báo cáo knows, as data that is replaced and never changed. */
import type { CellValue } from "../../../../book";
import type { CalendarDate, MoneyUnit } from "../../../../domain";
import type { StatementMapping } from "../../../../exchange";
import type { ChoicesOffered, QuickPeriod } from "../../../../reports";
import type { PreparedReconciliation, Readiness, Why } from "../../../../tasks";

export type ReportPart = "make" | "why" | "send" | "reconcile";

/** What a person has chosen in “Tuỳ chọn”. */
export interface Options {
  readonly period: QuickPeriod | "own";
  /** For a period of their own; null is the default. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** Empty: the workbook's. */
  readonly unit: MoneyUnit | "";
  /** Empty: all. */
  readonly leadUnit: string;
  readonly project: string;
  readonly showEthnicGroup: boolean;
  readonly keepLayout: boolean;
  readonly freeze: boolean;
  readonly frozenBy: string;
}

/** A sheet of somebody's statement, before its columns are settled. */
export interface OpenStatement {
  readonly name: string;
  readonly sheets: readonly { readonly name: string; readonly cells: StatementCells }[];
  readonly sheet: number;
  readonly date1904: boolean;
  /** null where no heads were found. */
  readonly mapping: StatementMapping | null;
}

export type StatementCells = readonly (readonly CellValue[])[];

export interface ReportState {
  readonly part: ReportPart;
  /** Codes of forms. */
  readonly chosen: readonly string[];
  /** null until the workbook has been looked at. */
  readonly offered: ChoicesOffered | null;
  readonly options: Options;
  /** null while no cell has been looked at. */
  readonly why: Why | null;
  readonly readiness: Readiness | null;
  readonly statement: OpenStatement | null;
  readonly party: "treasury" | "accounting";
  /** null while the statement's columns are not known. */
  readonly prepared: PreparedReconciliation | null;
}

export const firstReportState: ReportState = {
  part: "make",
  chosen: ["BC01"],
  offered: null,
  options: {
    period: "yearToDate",
    from: null,
    to: null,
    unit: "",
    leadUnit: "",
    project: "",
    showEthnicGroup: false,
    keepLayout: true,
    freeze: false,
    frozenBy: "",
  },
  why: null,
  readiness: null,
  statement: null,
  party: "treasury",
  prepared: null,
};
