/** What a rule is: a code of the contract, what it reads, and checks that return flaws as data, without words. */
import type { CellValue } from "../book";
import type { Confidence, FindingParam, Severity } from "../domain";
import type { CheckContext } from "./context";
import type { CheckedTable } from "./checkedTable";

/**
 * Amounts in params are integers of đồng, dates ISO text. `otherRow` is a data row of the same table; the finding gives
 * it as a 1-based sheet row.
 */
export type FlawParams = Readonly<Record<string, FindingParam>>;

/** The cell's new raw value, in the cell's own unit; a date as ISO text. */
export interface FlawFix {
  readonly value: string | number | boolean | null;
}

/** A fault at a cell (or at a header cell, where `row` is null), not yet put into words. */
export interface Flaw<P extends FlawParams = FlawParams> {
  readonly table: string;
  /** Data row from 0; null for a fault of the whole table, which sits on the header cell. */
  readonly row: number | null;
  /** null where the fault is no single column's; it then sits on the table's first column. */
  readonly header: string | null;
  /** Of a fault of a whole sheet of the staff's own (`row` null): which of the table's sheets. */
  readonly part?: number;
  readonly params: P;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly fix?: FlawFix | null;
}

export type Report<P extends FlawParams> = (flaw: Flaw<P>) => void;

/** Looks at one row and what it refers to: another row of the table cannot change its answer. */
export interface RowCheck<P extends FlawParams> {
  readonly kind: "rows";
  readonly table: CheckedTable;
  /** Columns of its table that it reads; default: those of its rule. */
  readonly headers?: readonly string[];
  /** An index that the answer depends on too: it names the rows for which it changed. */
  readonly index?: RowIndex;
  /** The only rows that can be at fault, where they are known beforehand; default: all rows with data. */
  readonly candidates?: () => Iterable<number>;
  readonly look: (row: number, report: Report<P>) => void;
}

/** Looks at all rows with one key: rows with other keys cannot change its answer. */
export interface GroupCheck<P extends FlawParams> {
  readonly kind: "groups";
  readonly groups: RowGroups;
  /** Columns of its table that it reads; default: those of its rule. */
  readonly headers?: readonly string[];
  /** Where a glance at the whole table shows that no group can be at fault, none is made. */
  readonly isClear?: () => boolean;
  readonly look: (key: string, rows: readonly number[], report: Report<P>) => void;
}

/** Looks at small tables or needs everything at once. */
export interface WholeCheck<P extends FlawParams> {
  readonly kind: "whole";
  readonly look: (report: Report<P>) => void;
}

export type Check<P extends FlawParams> = RowCheck<P> | GroupCheck<P> | WholeCheck<P>;

/** Rows with data by a key; rows without one are in no group. */
export interface RowGroups {
  readonly table: CheckedTable;
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

/** What is known of several rows at once; kept up to date by whoever edits the rows. */
export interface RowIndex {
  /** Rows whose answers the last edit changed. */
  readonly changedRows: ReadonlySet<number>;
}

/** The legal text or plan that a rule rests on, by its short name. */
export interface RuleSource {
  readonly text: string;
  readonly confidence: Confidence;
}

export type ExampleRow = Readonly<Record<string, CellValue>>;

/** A small workbook: the tables with these rows, and no others. */
export interface ExampleBook {
  readonly rows: Readonly<Record<string, readonly ExampleRow[]>>;
  /** Columns that the tables lack, by table. */
  readonly without?: Readonly<Record<string, readonly string[]>>;
  /** Headers that stand otherwise in the sheet, by table. */
  readonly renamed?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Cells of data (row from 0) merged with the one to their right. */
  readonly merged?: readonly { readonly table: string; readonly row: number; readonly header: string }[];
  /** Cells of data whose formula has no value. */
  readonly uncalculated?: readonly {
    readonly table: string;
    readonly row: number;
    readonly header: string;
  }[];
}

/** `*` stands for all tables, or all typed columns. */
export interface ColumnsRead {
  readonly table: string;
  readonly headers: readonly string[];
  /** A list, a plan or an index: a change there can change the answer for rows of other tables. */
  readonly across?: boolean;
}

export interface Rule<Code extends string = string, P extends FlawParams = FlawParams> {
  readonly code: Code;
  /** The severity where staff and the flaw say nothing else. */
  readonly severity: Severity;
  /** null: arithmetic, or the workbook's own structure. */
  readonly source: RuleSource | null;
  /** Tables and headers whose change can change the answer. */
  readonly reads: readonly ColumnsRead[];
  readonly example: { readonly fails: ExampleBook; readonly passes: ExampleBook };
  /** None where the workbook lacks what the rule looks at. */
  readonly checks: (context: CheckContext) => readonly Check<P>[];
}
