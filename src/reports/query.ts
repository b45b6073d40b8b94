/**
 * A figure's query: which column of which table is summed over which rows. From one query come the native formula, the
 * value our code computes (with native semantics: text counts 0, text is compared without case), and the rows behind it.
 */
import { fromDong, sumDong, toDong, type MoneyUnit } from "../domain";
import { columnSpec, type TableView, type WorkbookTables } from "../layout";

export interface Criterion {
  readonly header: string;
  /** The whole text, or its beginning. */
  readonly match: "equals" | "startsWith";
  readonly text: string;
}

export interface SumQuery {
  readonly table: string;
  readonly header: string;
  readonly where: readonly Criterion[];
}

/** Wildcards in a text that is meant literally. */
function literal(text: string): string {
  return text.replace(/[~*?]/g, "~$&").replace(/"/g, '""');
}

/** `ROUND(SUMIFS(…),6)`: rounded, so that sums of doubles agree with sums of integers. */
export function sumFormula(query: SumQuery): string {
  const criteria = query.where.map(
    (one) => `${query.table}[${one.header}],"${literal(one.text)}${one.match === "startsWith" ? "*" : ""}"`,
  );
  return `ROUND(SUMIFS(${[`${query.table}[${query.header}]`, ...criteria].join(",")}),6)`;
}

/** Data row indexes that the query takes in. */
export function rowsBehind(query: SumQuery, tables: WorkbookTables): number[] {
  const view = tables.table(query.table);
  if (!view) return [];
  const rows: number[] = [];
  for (let row = 0; row < view.rowCount; row += 1) {
    if (query.where.every((criterion) => satisfies(view, row, criterion))) rows.push(row);
  }
  return rows;
}

function satisfies(view: TableView, row: number, criterion: Criterion): boolean {
  const value = view.column(criterion.header)[row] ?? null;
  if (value === null || typeof value === "object") return false;
  const text = String(value).toLowerCase();
  const wanted = criterion.text.toLowerCase();
  return criterion.match === "equals" ? text === wanted : text.startsWith(wanted);
}

/** The figure in đồng. */
export function sumOf(query: SumQuery, tables: WorkbookTables): number {
  const view = tables.table(query.table);
  if (!view) return 0;
  const unit = unitOf(query, tables);
  const values = view.column(query.header);
  return sumDong(
    rowsBehind(query, tables).map((row) => {
      const value = values[row];
      return typeof value === "number" ? toDong(value, unit).dong : 0;
    }),
  );
}

/** The figure as the formula gives it: in the unit of its column. */
export function sumCell(query: SumQuery, tables: WorkbookTables): { formula: string; value: number } {
  return { formula: sumFormula(query), value: fromDong(sumOf(query, tables), unitOf(query, tables)) };
}

function unitOf(query: SumQuery, tables: WorkbookTables): MoneyUnit {
  const spec = tables.table(query.table)?.spec;
  const kind = spec && columnSpec(spec, query.header)?.kind;
  return kind === "detailMoney" ? tables.parameters.detailUnit : tables.parameters.unit;
}
