/**
 * A change to a workbook as a value: it can be shown, applied whole or not at all, undone and logged.
 * The language is small on purpose; a host implements each operation once.
 */
import type { Area } from "./address";
import type { CellInput, CellValue } from "./cells";
import type {
  CellFormat,
  SheetDesign,
  TableColumnDesign,
  TableDesign,
  Validation,
  ConditionalFormat,
  DesignCell,
} from "./design";

export type Operation =
  /** A sheet that does not exist yet; `position` is 0-based, default the end. */
  | { readonly kind: "createSheet"; readonly design: SheetDesign; readonly position?: number }
  /** Replaces everything on an existing sheet, which keeps its identity: references to it hold. */
  | { readonly kind: "rewriteSheet"; readonly design: SheetDesign }
  | { readonly kind: "deleteSheet"; readonly sheet: string }
  /** Cells of an existing sheet; formats stay, but for `numberFormats` (null leaves a cell's own). */
  | {
      readonly kind: "writeCells";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly CellInput[])[];
      readonly numberFormats?: readonly (readonly (string | null)[])[];
    }
  /** Rows below a table's last data row; formats, drop-downs and conditional formats grow with the table. */
  | { readonly kind: "appendRows"; readonly table: string; readonly rows: readonly (readonly CellInput[])[] }
  /** Takes the last `count` data rows off a table and empties their cells. */
  | {
      readonly kind: "removeLastRows";
      readonly table: string;
      readonly count: number;
      readonly uncovers?: UncoveredFormats;
    }
  /** Columns at the right end of a table; what stands there must be empty. */
  | {
      readonly kind: "addColumns";
      readonly table: string;
      readonly columns: readonly TableColumnDesign[];
      /** Header and data cells, with their formats, placed on the sheet. */
      readonly cells: readonly DesignCell[];
      readonly validations: readonly Validation[];
      readonly conditionalFormats: readonly ConditionalFormat[];
    }
  | {
      readonly kind: "removeLastColumns";
      readonly table: string;
      readonly count: number;
      readonly uncovers?: Uncovered;
    }
  /** A table in an empty part of an existing sheet. */
  | {
      readonly kind: "addTable";
      readonly sheet: string;
      readonly table: TableDesign;
      readonly cells: readonly DesignCell[];
      readonly validations: readonly Validation[];
      readonly conditionalFormats: readonly ConditionalFormat[];
    }
  | { readonly kind: "removeTable"; readonly table: string; readonly uncovers?: Uncovered }
  /** A workbook name; null takes it away. */
  | { readonly kind: "defineName"; readonly name: string; readonly refersTo: string | null }
  /**
   * A copy of a sheet with all that is on it, its tables as plain cells. What pointed at the sheet's own cells points at the
   * copy's own; names, sheets and formulas elsewhere stay as they are.
   */
  | { readonly kind: "copySheet"; readonly sheet: string; readonly name: string; readonly position?: number }
  /**
   * Bands of rows laid out again, each as often as it has copies; all below moves. Whatever covered a whole band covers all
   * its copies, wherever it stands: formulas of any sheet, names, drop-downs, conditional formats, print area, charts.
   * A page break belongs to the row below it.
   * `bands` ascend and do not overlap.
   */
  | { readonly kind: "repeatRows"; readonly sheet: string; readonly bands: readonly RowBand[] };

/**
 * Drop-downs and conditional formats, with all their areas, that reached into cells before columns or a table came there:
 * they stand in those cells again when the newcomers go.
 */
export interface SheetRules {
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
}

/** Formats that empty cells had before rows, columns or a table came there: they have them again when the newcomers go. */
export interface UncoveredFormats {
  readonly formats?: readonly FormattedCell[];
}

export interface FormattedCell {
  readonly row: number;
  readonly column: number;
  readonly format: CellFormat;
}

export type Uncovered = SheetRules & UncoveredFormats;

/** Rows to repeat, counted as they stand before the operation, also inside another band. */
export interface RowBand {
  /** 0-based. */
  readonly first: number;
  readonly count: number;
  /** One for each copy, with the bands inside it; none takes the rows away. */
  readonly copies: readonly (readonly RowBand[])[];
  /** Each copy but the first begins a page. */
  readonly pages?: boolean;
}

export type OperationKind = Operation["kind"];

/** What must still stand in the workbook for the edit to be applied: a person's later work is never overwritten unseen. */
export interface Expectation {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** `undefined` where anything may stand (a formula's value changes by itself). */
  readonly values: readonly (readonly (CellValue | undefined)[])[];
  /** The rest of the sheet must be empty. */
  readonly nothingElse?: boolean;
}

export interface Edit {
  /** What the task is called, as data for the wording: `inject`, `check`, `report`, `undo` … */
  readonly task: string;
  readonly operations: readonly Operation[];
  readonly expects?: readonly Expectation[];
}

/** What an edit will do, counted; the wording makes a sentence of it. */
export interface EditSummary {
  /** Those that a person will see. */
  readonly createdSheets: readonly string[];
  readonly rewrittenSheets: readonly string[];
  readonly deletedSheets: readonly string[];
  readonly createdTables: readonly string[];
  readonly addedColumns: readonly { readonly table: string; readonly headers: readonly string[] }[];
  readonly addedRows: readonly { readonly table: string; readonly count: number }[];
  /** Cells written on sheets that exist already. */
  readonly writtenCells: number;
  /** Cells written on new or rewritten sheets. */
  readonly newCells: number;
}

export function isEmptyEdit(edit: Edit): boolean {
  return edit.operations.length === 0;
}

export function summarise(edit: Edit): EditSummary {
  const createdSheets: string[] = [];
  const rewrittenSheets: string[] = [];
  const deletedSheets: string[] = [];
  const createdTables: string[] = [];
  const addedColumns: { table: string; headers: string[] }[] = [];
  const addedRows: { table: string; count: number }[] = [];
  let writtenCells = 0;
  let newCells = 0;
  for (const operation of edit.operations) {
    switch (operation.kind) {
      case "createSheet":
      case "rewriteSheet":
        if (operation.kind === "rewriteSheet") rewrittenSheets.push(operation.design.name);
        else if ((operation.design.visibility ?? "visible") === "visible")
          createdSheets.push(operation.design.name);
        createdTables.push(...(operation.design.tables ?? []).map((table) => table.name));
        newCells += operation.design.cells.filter(
          (cell) => cell.content !== undefined && cell.content !== null,
        ).length;
        break;
      case "deleteSheet":
        deletedSheets.push(operation.sheet);
        break;
      case "writeCells":
        writtenCells += countCells(operation.cells);
        break;
      case "appendRows":
        addedRows.push({ table: operation.table, count: operation.rows.length });
        writtenCells += countCells(operation.rows);
        break;
      case "addColumns":
        addedColumns.push({
          table: operation.table,
          headers: operation.columns.map((column) => column.header),
        });
        writtenCells += operation.cells.length;
        break;
      case "addTable":
        createdTables.push(operation.table.name);
        writtenCells += operation.cells.length;
        break;
      case "removeLastRows":
      case "removeLastColumns":
      case "removeTable":
      case "defineName":
      case "repeatRows":
        break;
      case "copySheet":
        createdSheets.push(operation.name);
        break;
    }
  }
  return {
    createdSheets,
    rewrittenSheets,
    deletedSheets,
    createdTables,
    addedColumns,
    addedRows,
    writtenCells,
    newCells,
  };
}

function countCells(rows: readonly (readonly unknown[])[]): number {
  return rows.reduce((sum, row) => sum + row.length, 0);
}

/** The area that a `writeCells` covers. */
export function writtenArea(operation: Extract<Operation, { kind: "writeCells" }>): Area {
  return {
    row: operation.row,
    column: operation.column,
    rows: operation.cells.length,
    columns: Math.max(0, ...operation.cells.map((row) => row.length)),
  };
}
