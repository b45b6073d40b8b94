/**
 * A figure of a report: results of queries added and subtracted, in the report's unit. Its formula and its value come from
 * the same queries.
 */
import type { CellError, CellFormula } from "../book";
import { UNIT_FACTOR, type MoneyUnit } from "../domain";
import type { WorkbookTables } from "../layout";
import { moneyUnitOf, queryFormula, runQuery, type Query } from "./query";

export interface Term {
  readonly sign: 1 | -1;
  readonly query: Query;
}

/** All terms add up the same kind of column of the same table. */
export interface Figure {
  readonly terms: readonly Term[];
}

export function figureOf(...queries: Query[]): Figure {
  return { terms: queries.map((query) => ({ sign: 1, query })) };
}

export function minus(figure: Figure): Figure {
  return { terms: figure.terms.map(({ sign, query }) => ({ sign: sign === 1 ? -1 : 1, query })) };
}

export function plus(...figures: Figure[]): Figure {
  return { terms: figures.flatMap((figure) => figure.terms) };
}

/** A row that counts in a figure. `amount` carries the figure's sign; it is in the report's unit for money. */
export interface FigureRow {
  readonly table: string;
  readonly row: number;
  readonly header: string | null;
  readonly amount: number;
}

export interface FigureResult {
  readonly value: number | CellError;
  readonly rows: readonly FigureRow[];
}

/** Excel refuses a longer formula; the figure is then written as a value. */
const LONGEST_FORMULA = 8000;

export function figureResult(figure: Figure, tables: WorkbookTables, unit: MoneyUnit): FigureResult {
  let total = 0;
  let error: CellError | null = null;
  const rows: FigureRow[] = [];
  const factor = isMoney(figure, tables) ? UNIT_FACTOR[unit] : 1;
  for (const { sign, query } of figure.terms) {
    const result = runQuery(query, tables);
    error ??= result.error;
    const header = query.count === "sum" ? query.header : null;
    for (const { row, amount } of result.rows) {
      total += sign * amount;
      rows.push({ table: query.table, row, header, amount: (sign * amount) / factor + 0 });
    }
  }
  return { value: error ?? rounded(total / factor), rows };
}

/** What is written for a figure that has this value. */
export function figureCell(
  figure: Figure,
  value: number | CellError,
  tables: WorkbookTables,
  unit: MoneyUnit,
): CellFormula | number | CellError {
  const formula = figureFormula(figure, tables, unit);
  return formula.length > LONGEST_FORMULA ? value : { formula, value };
}

/** `ROUND(SUMIFS(…),6)`: rounded, so that sums of doubles agree with sums of integers. */
export function figureFormula(figure: Figure, tables: WorkbookTables, unit: MoneyUnit): string {
  const terms = figure.terms.map(
    ({ sign, query }, index) =>
      `${sign === 1 ? (index === 0 ? "" : "+") : "-"}${queryFormula(query, tables)}`,
  );
  const whole = terms.join("");
  const scale = scaleOf(figure, tables, unit);
  return `ROUND(${scale === "" || terms.length === 1 ? whole : `(${whole})`}${scale},6)`;
}

/** To six decimals (of a million: one đồng), half away from zero, as ROUND does it: on the decimal text of the number. */
export function rounded(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value + 0;
  const text = String(Number(Math.abs(value).toPrecision(15)));
  const millionths = Math.round(text.includes("e") ? Number(text) * 1e6 : Number(`${text}e6`));
  const whole = Number(`${millionths}e-6`);
  return (value < 0 ? -whole : whole) + 0;
}

function isMoney(figure: Figure, tables: WorkbookTables): boolean {
  return figure.terms.some(({ query }) => moneyUnitOf(query, tables) !== null);
}

const DETAIL_FACTOR = `VLOOKUP("Hệ số quy đổi",tblThamSo[[Tham số]:[Giá trị]],2,FALSE)`;

/** From the column's unit to the report's. */
function scaleOf(figure: Figure, tables: WorkbookTables, unit: MoneyUnit): string {
  const first = figure.terms[0];
  const from = first ? moneyUnitOf(first.query, tables) : null;
  if (from === null || UNIT_FACTOR[from] === UNIT_FACTOR[unit]) return "";
  const { parameters } = tables;
  const ratio = UNIT_FACTOR[unit] / UNIT_FACTOR[from];
  const isParameter = from === parameters.detailUnit && unit === parameters.unit;
  if (isParameter && parameters.value("detailFactor") === ratio) return `/${DETAIL_FACTOR}`;
  return ratio > 1 ? `/${ratio}` : `*${1 / ratio}`;
}
