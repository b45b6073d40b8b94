/**
 * Rows put into a table or taken out of it. The book's language has no such operation: the table is made longer or
 * shorter at its end and what its rows hold moves, which is the same as long as nothing counts the rows from outside.
 */
import type { CellInput, Edit, Operation, TableDesign } from "../../../book";
import { isCellFormula } from "../../../book";

export interface TableRows {
  readonly sheet: string;
  readonly table: TableDesign;
  readonly content: (row: number, column: number) => CellInput;
}

/** `count` empty rows before the data row `at` (0 is the first; the number of rows is the end); null where it cannot be. */
export function insertRows({ sheet, table, content }: TableRows, at: number, count: number): Edit | null {
  const rows = dataRows(table, content);
  if (rows === null || at < 0 || at > rows.length) return null;
  const empty = Array.from({ length: count }, () => table.columns.map((): CellInput => null));
  const wanted = [...rows.slice(0, at), ...empty, ...rows.slice(at)];
  const appended = withoutFormulas(table, wanted.slice(rows.length));
  return {
    task: "typing",
    operations: [
      ...rewritten(sheet, table, rows, wanted),
      { kind: "appendRows", table: table.name, rows: appended },
    ],
  };
}

/** The data rows from `at` on taken out; null where it cannot be. */
export function removeRows({ sheet, table, content }: TableRows, at: number, count: number): Edit | null {
  const rows = dataRows(table, content);
  if (rows === null || at < 0 || at + count > rows.length) return null;
  const left = [...rows.slice(0, at), ...rows.slice(at + count)];
  return {
    task: "typing",
    operations: [
      ...rewritten(sheet, table, rows, left),
      { kind: "removeLastRows", table: table.name, count },
    ],
  };
}

/** Null where a formula of the table names cells: it would have to be rewritten as it moves. */
function dataRows(table: TableDesign, content: TableRows["content"]): CellInput[][] | null {
  const { area } = table;
  const rows: CellInput[][] = [];
  for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
    rows.push(table.columns.map((_column, c) => content(row, area.column + c)));
  }
  const named = rows.flat().some((cell) => isCellFormula(cell) && namesCells(cell.formula));
  return named ? null : rows;
}

function namesCells(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]/g, "");
  return /(^|[^A-Za-z0-9_.$])\$?[A-Z]{1,3}\d+(?![A-Za-z0-9_(])/.test(bare);
}

/** The column's own formula comes by itself with a new row. */
function withoutFormulas(table: TableDesign, rows: readonly (readonly CellInput[])[]): CellInput[][] {
  return rows.map((row) =>
    row.map((cell, c) => (table.columns[c]?.formula !== undefined && isCellFormula(cell) ? null : cell)),
  );
}

/** Writes the cells that differ, column by column, so that formulas of whole columns are not touched. */
function rewritten(
  sheet: string,
  table: TableDesign,
  rows: readonly (readonly CellInput[])[],
  wanted: readonly (readonly CellInput[])[],
): Operation[] {
  const length = Math.min(rows.length, wanted.length);
  return table.columns.flatMap((column, c): Operation[] => {
    const differs = (r: number) =>
      !(column.formula !== undefined && isCellFormula(rows[r]![c]) && isCellFormula(wanted[r]![c])) &&
      JSON.stringify(rows[r]![c]) !== JSON.stringify(wanted[r]![c]);
    let first = 0;
    while (first < length && !differs(first)) first += 1;
    let last = length - 1;
    while (last >= first && !differs(last)) last -= 1;
    if (first > last) return [];
    const formula = (r: number): CellInput => {
      const cell = wanted[r]![c] ?? null;
      return cell === null && column.formula !== undefined ? { formula: column.formula, value: null } : cell;
    };
    const cells = Array.from({ length: last - first + 1 }, (_unused, r) => [formula(first + r)]);
    const place = { row: table.area.row + 1 + first, column: table.area.column + c };
    return [{ kind: "writeCells", sheet, ...place, cells }];
  });
}
