/** “Vì sao số này?”: the rows of tables behind a cell of a report sheet. */
import { cellAddress, findSheet, inputValue, parseArea, type CellValue } from "../book";
import type { WorkbookTables } from "../layout";
import { gridOf, type Appendix, type AppendixColumn } from "./appendix";
import { choicesOnSheet } from "./choicesOnSheet";
import { rounded, type FigureRow, type Term } from "./figure";
import type { ReportForm, ReportOptions } from "./form";
import { keysOfRows, keysOnSheet, nameColumns } from "./freeCells";
import type { Grid, ReportCell } from "./grid";
import { FIRST_ROW } from "./head";
import { columnsOnSheet } from "./staffLayout";

export interface ExplainedRow {
  readonly table: string;
  readonly sheet: string;
  /** Data row of the table, from 0. */
  readonly row: number;
  /** A1 address of the cell that is added up; of the row's first cell where rows are counted. */
  readonly cell: string;
  /** What the row adds: in the report's unit, with its sign; 1 or 0 where rows or households are counted. */
  readonly amount: number;
}

/** How a figure is made. */
export type Making =
  /** Counted from tables. */
  | { readonly kind: "figure"; readonly terms: readonly Term[] }
  /** Lines of the form added up, by their titles. */
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  /** Columns of the line added and subtracted, by their heads. */
  | { readonly kind: "columns"; readonly plus: readonly string[]; readonly minus: readonly string[] }
  /** One column over another, or over that of the grand total. */
  | { readonly kind: "share"; readonly part: string; readonly whole: string; readonly ofTotal: boolean };

export interface Explanation {
  readonly line: string;
  readonly column: string;
  readonly making: Making;
  /** null where a value stands. */
  readonly formula: string | null;
  readonly value: CellValue;
  readonly rows: readonly ExplainedRow[];
  /** Of the rows' amounts; of a share it is the part. */
  readonly sum: number;
}

/**
 * The rows behind the cell (`G12`) of a report sheet; null where no figure stands. The cell's own formula says which figure
 * it is, so that columns and rows may have been moved; a frozen cell is known by its line and column. What the
 * sheet says of its period, unit and choice of projects counts where `options` leave it out.
 */
export function explain(
  form: ReportForm,
  cell: string,
  tables: WorkbookTables,
  options: ReportOptions,
): Explanation | null {
  const place = parseArea(cell);
  if (!place) return null;
  const chosen = { ...choicesOnSheet(tables.snapshot, form.sheet), ...options };
  const { appendix, grid } = drafted(form, tables, chosen);
  const formula = findSheet(tables.snapshot, form.sheet)?.formulas.get(place.row)?.get(place.column);
  const at = placeInForm(place, appendix, tables);
  if (formula !== undefined && formulaOf(grid.input(at.row, at.column)) !== bare(formula)) {
    const moved = appendix.rows.flatMap((row, r) =>
      row.cells.flatMap((_cell, c) =>
        formulaOf(grid.input(r, c)) === bare(formula) ? [{ row: r, column: c }] : [],
      ),
    )[0];
    if (!moved) return null;
    Object.assign(at, moved);
  }
  const behind = grid.behind(at.row, at.column);
  const input = grid.input(at.row, at.column);
  if (behind.length === 0 && formulaOf(input) === null) return null;
  const rows = locatedRows(behind, tables);
  const sum = rounded(rows.reduce((so, one) => so + one.amount, 0));
  const cellOfForm = appendix.rows[at.row]!.cells[at.column]!;
  const making = makingOf(cellOfForm, appendix);
  if (making === null) return null;
  return {
    line: titleOf(appendix, at.row),
    column: headOf(appendix.columns[at.column]!),
    making,
    formula: formulaOf(input) === null ? null : originalOf(input),
    value: inputValue(input),
    rows,
    sum,
  };
}

interface Drafted {
  readonly appendix: Appendix;
  readonly grid: Grid;
}

const drafts = new WeakMap<WorkbookTables, Map<string, Drafted>>();

/** A form with its figures, made once for each reading of the workbook: a person asks for one cell after the other. */
function drafted(form: ReportForm, tables: WorkbookTables, options: ReportOptions): Drafted {
  let forms = drafts.get(tables);
  if (!forms) drafts.set(tables, (forms = new Map()));
  const { findings: _none, ...chosen } = options;
  const key = `${form.code} ${JSON.stringify(chosen)}`;
  let draft = forms.get(key);
  if (!draft) {
    const appendix = form.draft(tables, options);
    forms.set(key, (draft = { appendix, grid: gridOf(appendix, tables, options) }));
  }
  return draft;
}

function makingOf(cell: ReportCell, appendix: Appendix): Making | null {
  if (cell === null || typeof cell !== "object" || "error" in cell) return null;
  const head = (key: string) => headOf(appendix.columns.find((column) => column.key === key)!);
  if ("figure" in cell) return { kind: "figure", terms: cell.figure.terms };
  if ("rows" in cell) return { kind: "lines", lines: cell.rows.map((row) => titleOf(appendix, row)) };
  if ("plus" in cell)
    return { kind: "columns", plus: cell.plus.map(head), minus: (cell.minus ?? []).map(head) };
  const ofTotal = cell.wholeRow !== undefined;
  return { kind: "share", part: head(cell.part), whole: head(cell.whole), ofTotal };
}

/** `Giải ngân trong kỳ – Tạm ứng`. */
export function headOf({ title, group }: AppendixColumn): string {
  return group === undefined ? title : `${group} – ${title}`;
}

function titleOf(appendix: Appendix, row: number): string {
  const [, title] = nameColumns(appendix);
  const cell = appendix.rows[row]?.cells[title] ?? null;
  return typeof cell === "string" ? cell : "";
}

/** The rows with their cells. */
export function locatedRows(rows: readonly FigureRow[], tables: WorkbookTables): ExplainedRow[] {
  return rows.map(({ table, row, header, amount }) => {
    const view = tables.table(table)!;
    const column = header === null ? view.sheetColumn(view.headers[0]!) : view.sheetColumn(header);
    return { table, sheet: view.sheet.name, row, cell: cellAddress(view.firstRow + row, column), amount };
  });
}

/** The form's row (from 0, or -1) and column that stand in a cell of its sheet. */
function placeInForm(
  place: { readonly row: number; readonly column: number },
  appendix: Appendix,
  tables: WorkbookTables,
): { row: number; column: number } {
  const sheet = findSheet(tables.snapshot, appendix.sheet);
  if (!sheet) return { row: place.row - FIRST_ROW, column: place.column };
  const places = columnsOnSheet(tables.snapshot, appendix);
  const key = keysOnSheet(sheet, appendix, places, FIRST_ROW)[place.row - FIRST_ROW];
  return {
    row: key === undefined ? -1 : keysOfRows(appendix).indexOf(key),
    column: places.indexOf(place.column),
  };
}

type Input = ReturnType<ReturnType<typeof gridOf>["input"]>;

function originalOf(input: Input): string | null {
  return input !== null && typeof input === "object" && "formula" in input ? input.formula : null;
}

function formulaOf(input: Input): string | null {
  const formula = originalOf(input);
  return formula === null ? null : bare(formula);
}

/** Programs write spaces and cases of their own. */
function bare(formula: string): string {
  return formula.replace(/\s+/g, "").toLowerCase();
}
