/**
 * A query: which rows of which table count, and what is added up over them. From one query come the native formula, the
 * value our code computes (with native semantics: text counts 0, text is compared without case), and the rows behind it.
 */
import { isCellError, type CellError, type CellValue } from "../book";
import { fitsDong, toDong, UNIT_FACTOR, type MoneyUnit } from "../domain";
import { columnSpec, type TableView, type WorkbookTables } from "../layout";
import {
  comparison,
  criterionTest,
  fitsSumIfs,
  nativeText,
  sumIfsArguments,
  textKey,
  type Criterion,
} from "./criterion";

export interface RowQuery {
  readonly table: string;
  readonly where: readonly Criterion[];
}

export type Query =
  /** The numbers of a column. */
  | (RowQuery & { readonly count: "sum"; readonly header: string })
  /** The rows. */
  | (RowQuery & { readonly count: "rows" })
  /** The households among the rows: those with one CCCD are one, a row without a readable one stands for itself. */
  | (RowQuery & { readonly count: "households" });

export function sum(table: string, header: string, where: readonly Criterion[]): Query {
  return { count: "sum", table, header, where };
}

/** The query in the file's notation, not rounded. */
export function queryFormula(query: Query, tables: WorkbookTables): string {
  const { where } = query;
  const column = columnReference(query.table, tables);
  const criteria = () => where.flatMap((one) => sumIfsArguments(column(one.header), one)).join(",");
  const product = where.map((one) => comparison(column(one.header), one)).join("*");
  if (query.count === "households") return householdsFormula(product, column(ID_HEADER));
  const plain = where.every(fitsSumIfs);
  if (query.count === "rows") return plain ? `COUNTIFS(${criteria()})` : `SUMPRODUCT(${product}*1)`;
  const summed = column(query.header);
  return plain ? `SUMIFS(${summed},${criteria()})` : `SUMPRODUCT(${product}*1,${summed})`;
}

/**
 * `tblHo[NSTW]`. Of a table with one row that would be a single cell, which not every program takes for a range: there the
 * header is taken in, which has no project code and so never counts.
 */
function columnReference(table: string, tables: WorkbookTables): (header: string) => string {
  const single = tables.table(table)?.rowCount === 1;
  return (header) => (single ? `${table}[[#All],[${header}]]` : `${table}[${header}]`);
}

const ID_HEADER = "Số CCCD";

/**
 * Distinct CCCDs as numbers, 0 for what is none: FREQUENCY of the numbers in themselves is above 0 once for each. It sorts
 * instead of comparing each row with each, and needs no array entry in any version since 2010.
 */
function householdsFormula(rows: string, column: string): string {
  const id = `TEXT(SUBSTITUTE(SUBSTITUTE(${column}," ",""),".",""),"0;;0;\\0")`;
  const ids = `${rows}*${id}`;
  const unreadable = `SUMPRODUCT(${rows}*(0+${id}=0))`;
  return `(SUMPRODUCT(--(FREQUENCY(${ids},${ids})>0))-(SUMPRODUCT(--(${ids}=0))>0)+${unreadable})`;
}

/** The number that `householdsFormula` makes of a CCCD; 0 where there is none. */
function idNumber(value: CellValue): number {
  const bare = nativeText(value).replace(/[ .]/g, "");
  return /^\d{1,15}$/.test(bare) ? Number(bare) : 0;
}

/** What is known of a column's texts, made once for each reading of the workbook. */
interface TextIndex {
  /** For comparing, one a data row. */
  readonly keys: readonly string[];
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<TableView, Map<string, TextIndex>>();

function textIndex(view: TableView, header: string): TextIndex {
  let columns = indexes.get(view);
  if (!columns) indexes.set(view, (columns = new Map()));
  let index = columns.get(header);
  if (!index) {
    const keys = view.column(header).map(textKey);
    const rows = new Map<string, number[]>();
    keys.forEach((key, row) => {
      const list = rows.get(key);
      if (list) list.push(row);
      else rows.set(key, [row]);
    });
    columns.set(header, (index = { keys, rows }));
  }
  return index;
}

/** Data row indexes that the query takes in, from 0. */
export function rowsBehind(query: RowQuery, tables: WorkbookTables): number[] {
  const view = tables.table(query.table);
  if (!view) return [];
  let rows: readonly number[] | null = null;
  for (const criterion of query.where) {
    if (criterion.match !== "equals") continue;
    const list = textIndex(view, criterion.header).rows.get(criterion.text.toLowerCase()) ?? [];
    if (rows === null || list.length < rows.length) rows = list;
  }
  const tests = query.where.map((criterion) => rowTest(view, criterion));
  const satisfied = (row: number) => tests.every((test) => test(row));
  if (rows) return rows.filter(satisfied);
  return Array.from({ length: view.rowCount }, (_unused, row) => row).filter(satisfied);
}

function rowTest(view: TableView, criterion: Criterion): (row: number) => boolean {
  const values = view.column(criterion.header);
  const test = criterionTest(criterion);
  if (test.of === "value") return (row) => test.passes(values[row] ?? null);
  const { keys } = textIndex(view, criterion.header);
  return (row) => test.passes(keys[row]!) && !isCellError(values[row]);
}

/** What a row adds to a query's result: in đồng for money. Text adds 0. */
export interface Contribution {
  readonly row: number;
  readonly amount: number;
}

export interface QueryResult {
  readonly rows: readonly Contribution[];
  /** What a spreadsheet program shows instead, where a cell that is added up holds an error. */
  readonly error: CellError | null;
}

export function runQuery(query: Query, tables: WorkbookTables): QueryResult {
  const view = tables.table(query.table);
  const rows = rowsBehind(query, tables);
  if (!view) return { rows: [], error: { error: "#REF!" } };
  const error = errorIn(query, view, rows);
  if (query.count === "rows") return { rows: rows.map((row) => ({ row, amount: 1 })), error };
  if (query.count === "households") return { rows: firstOfHouseholds(view, rows), error };
  const unit = moneyUnitOf(query, tables);
  const values = view.column(query.header);
  return { rows: rows.map((row) => ({ row, amount: amountOf(values[row] ?? null, unit) })), error };
}

/** An error in the cells that are added up, or, where whole columns are multiplied, anywhere in them. */
function errorIn(query: Query, view: TableView, rows: readonly number[]): CellError | null {
  const summed = query.count === "sum" ? [query.header] : query.count === "households" ? [ID_HEADER] : [];
  if (query.count !== "households" && query.where.every(fitsSumIfs)) {
    for (const header of summed)
      for (const row of rows) {
        const value = view.column(header)[row];
        if (isCellError(value)) return value;
      }
    return null;
  }
  for (const header of [...query.where.map((one) => one.header), ...summed]) {
    const found = firstError(view, header);
    if (found) return found;
  }
  return null;
}

const firstErrors = new WeakMap<TableView, Map<string, CellError | null>>();

/** The first error in a whole column, looked for once for each reading of the workbook. */
function firstError(view: TableView, header: string): CellError | null {
  let columns = firstErrors.get(view);
  if (!columns) firstErrors.set(view, (columns = new Map()));
  let found = columns.get(header);
  if (found === undefined) columns.set(header, (found = view.column(header).find(isCellError) ?? null));
  return found;
}

function firstOfHouseholds(view: TableView, rows: readonly number[]): Contribution[] {
  const seen = new Set<number>();
  const ids = view.column(ID_HEADER);
  return rows.map((row) => {
    const id = idNumber(ids[row] ?? null);
    const first = id === 0 || !seen.has(id);
    if (id !== 0) seen.add(id);
    return { row, amount: first ? 1 : 0 };
  });
}

function amountOf(value: CellValue, unit: MoneyUnit | null): number {
  if (typeof value !== "number") return 0;
  if (unit === null) return value;
  // A cell that holds no whole number of đồng, or no amount at all (a code in the wrong column), is a finding; a
  // spreadsheet program adds it up as it is.
  if (!fitsDong(value, unit)) return value * UNIT_FACTOR[unit];
  const { dong, exact } = toDong(value, unit);
  return exact ? dong : value * UNIT_FACTOR[unit];
}

/** The unit of the column that is added up; null where it is no money. */
export function moneyUnitOf(query: Query, tables: WorkbookTables): MoneyUnit | null {
  if (query.count !== "sum") return null;
  const spec = tables.table(query.table)?.spec;
  const kind = spec && columnSpec(spec, query.header)?.kind;
  if (kind === "detailMoney") return tables.parameters.detailUnit;
  return kind === "money" ? tables.parameters.unit : null;
}
