/** “Vì sao số này?”: the rows of tables behind a cell of a report sheet. */
import { cellAddress, findSheet, inputValue, parseArea, type CellValue } from "../book";
import type { WorkbookTables } from "../layout";
import { gridOf } from "./appendix";
import { rounded } from "./figure";
import type { ReportForm, ReportOptions } from "./form";
import { FIRST_ROW } from "./head";
import { periodOnSheet } from "./period";

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

export interface Explanation {
  /** null where a value stands. */
  readonly formula: string | null;
  readonly value: CellValue;
  readonly rows: readonly ExplainedRow[];
  /** Of the rows' amounts; of a share it is the part. */
  readonly sum: number;
}

/**
 * The rows behind the cell (`G12`) of a report sheet; null where no figure stands. The cell's own formula says which figure
 * it is, so that columns and rows may have been moved; a frozen cell is known by its place. Without a period in `options`
 * the one written on the sheet counts.
 */
export function explain(
  form: ReportForm,
  cell: string,
  tables: WorkbookTables,
  options: ReportOptions,
): Explanation | null {
  const place = parseArea(cell);
  if (!place) return null;
  const written = periodOnSheet(tables.snapshot, form.sheet);
  const chosen = written === null ? options : { ...written, ...options };
  const appendix = form.draft(tables, chosen);
  const grid = gridOf(appendix, tables, chosen);
  const formula = findSheet(tables.snapshot, form.sheet)?.formulas.get(place.row)?.get(place.column);
  const at = { row: place.row - FIRST_ROW, column: place.column };
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
  const rows = behind.map(({ table, row, header, amount }) => {
    const view = tables.table(table)!;
    const column = header === null ? view.sheetColumn(view.headers[0]!) : view.sheetColumn(header);
    return { table, sheet: view.sheet.name, row, cell: cellAddress(view.firstRow + row, column), amount };
  });
  const sum = rounded(rows.reduce((so, one) => so + one.amount, 0));
  return {
    formula: formulaOf(input) === null ? null : originalOf(input),
    value: inputValue(input),
    rows,
    sum,
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
