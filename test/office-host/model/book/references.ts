/** Keeps the formulas of a book true when sheets, tables and columns are renamed or gone. */
import { contains } from "./area";
import type { Book } from "./book";
import { loseSheetInFormula, renameSheetInFormula } from "./formula-text";
import type { Sheet } from "./sheet";
import {
  dissolveTableInFormula,
  lost,
  loseTableInFormula,
  renameColumnInFormula,
  renameTableInFormula,
} from "./structured-text";
import type { TableState } from "./table";

/**
 * Rewrites every formula of the book: cells, names, validations, conditional formats, chart series.
 * @param rewrite gets the formula and where it stands; row is null outside cells
 */
export function rewriteFormulas(
  book: Book,
  rewrite: (formula: string, home: Sheet, row: number | null, column: number) => string,
): void {
  for (const sheet of book.sheets) {
    for (const [row, column, cell] of sheet.grid.formulaCells()) {
      if (cell.formula !== null) cell.formula = rewrite(cell.formula, sheet, row, column);
    }
    const deep = (value: unknown): unknown =>
      rewriteDeep(value, (formula) => rewrite(formula, sheet, null, 0));
    sheet.validations = sheet.validations.map((one) => ({
      ...one,
      rule: deep(one.rule) as Excel.DataValidationRule,
    }));
    for (const format of sheet.conditionalFormats) format.rule = deep(format.rule) as Record<string, unknown>;
    for (const chart of sheet.charts) {
      for (const series of chart.series) {
        series.values = series.values && rewrite(`=${series.values}`, sheet, null, 0).slice(1);
        series.categories = series.categories && rewrite(`=${series.categories}`, sheet, null, 0).slice(1);
      }
    }
  }
  for (const name of book.names) {
    const home = name.sheet ?? book.sheets[0];
    if (home) name.formula = rewrite(name.formula, home, null, 0);
  }
}

/** Gives a table's columns new names, all at once: two may have changed places. */
export function renameColumns(book: Book, table: TableState, names: readonly string[]): void {
  const changed = table.columns
    .map((column, index) => ({
      column,
      from: column.name,
      to: names[index] ?? column.name,
      middle: `\u{1}${index}`,
    }))
    .filter(({ from, to }) => from !== to);
  for (const { from, middle } of changed) renameColumnInFormulas(book, table, from, middle);
  for (const { column, middle, to } of changed) {
    renameColumnInFormulas(book, table, middle, to);
    column.name = to;
  }
}

function renameColumnInFormulas(book: Book, table: TableState, from: string, to: string): void {
  rewriteFormulas(book, (formula, sheet, row, column) =>
    renameColumnInFormula(formula, table.name, from, to, standsIn(table, sheet, row, column)),
  );
}

function standsIn(table: TableState, sheet: Sheet, row: number | null, column: number): boolean {
  return sheet === table.sheet && row !== null && contains(table.area, { row, column, rows: 1, columns: 1 });
}

/** After columns left a table: what named them is `#REF!`. */
export function loseColumns(book: Book, table: TableState, names: readonly string[]): void {
  for (const name of names) renameColumnInFormulas(book, table, name, lost);
}

/** Takes a table out of the book: what named it is `#REF!`. */
export function loseTable(book: Book, table: TableState): void {
  book.tables = book.tables.filter((one) => one !== table);
  rewriteFormulas(book, (formula) => loseTableInFormula(formula, table.name));
  book.touch();
}

/** Takes a table out of the book and leaves its cells: what named it names the cells. */
export function dissolveTable(book: Book, table: TableState): void {
  book.tables = book.tables.filter((one) => one !== table);
  rewriteFormulas(book, (formula, sheet, row, column) =>
    dissolveTableInFormula(
      formula,
      table,
      standsIn(table, sheet, row, column),
      sheet === table.sheet ? row : null,
    ),
  );
  book.touch();
}

export function renameTable(book: Book, table: TableState, name: string): void {
  rewriteFormulas(book, (formula) => renameTableInFormula(formula, table.name, name));
  table.name = name;
  book.touch();
}

export function renameSheet(book: Book, sheet: Sheet, name: string): void {
  const from = sheet.name;
  rewriteFormulas(book, (formula) => renameSheetInFormula(formula, from, name));
  sheet.name = name;
  book.touch();
}

/** After a sheet is gone: what pointed to it is `#REF!`. */
export function forgetSheet(book: Book, sheet: Sheet): void {
  book.sheets = book.sheets.filter((one) => one !== sheet);
  for (const table of book.tablesOn(sheet)) loseTable(book, table);
  book.names = book.names.filter((name) => name.sheet !== sheet);
  for (const range of sheet.ranges) range.area = null;
  rewriteFormulas(book, (formula) => loseSheetInFormula(formula, sheet.name));
  book.touch();
}

function rewriteDeep(value: unknown, rewrite: (formula: string) => string): unknown {
  if (typeof value === "string") return value.startsWith("=") ? rewrite(value) : value;
  if (Array.isArray(value)) return value.map((one) => rewriteDeep(one, rewrite));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewriteDeep(one, rewrite)]));
}
