/**
 * Rows put into a table, taken out of it, or sorted. The book's language has no such operations: what the rows hold is
 * written anew and the table made longer or shorter at its end, which is the same as long as no formula names a moved cell.
 */
import {
  inputValue,
  isCellError,
  isCellFormula,
  scanFormula,
  type Area,
  type CellInput,
  type Edit,
  type Operation,
  type TableDesign,
} from "../../../book";
import { compareVietnamese } from "../../../domain";
import { dataOf } from "./ranges";
import { columnFormula } from "./edits";

/** Rows of cells on a sheet, without a header. */
export interface RowBlock {
  readonly sheet: string;
  readonly area: Area;
  /** The table whose data rows these are, if they are. */
  readonly table: TableDesign | null;
  readonly content: (row: number, column: number) => CellInput;
}

export interface SortRule {
  /** The sheet's column, 0-based. */
  readonly column: number;
  readonly descending: boolean;
}

/** `count` empty rows before the table's data row `at` (0 is the first); null where it cannot be. */
export function insertRows(table: TableDesign, block: RowBlock, at: number, count: number): Edit | null {
  const rows = contentOf(block);
  if (rows === null || at < 0 || at > rows.length) return null;
  const empty = Array.from({ length: count }, () =>
    table.columns.map((_column, c) => columnFormula(table, c)),
  );
  const wanted = [...rows.slice(0, at), ...empty, ...rows.slice(at)];
  const appended: Operation = { kind: "appendRows", table: table.name, rows: wanted.slice(rows.length) };
  return { task: "typing", operations: [...rewritten(block, rows, wanted), appended] };
}

/** The table's data rows from `at` on taken out; null where it cannot be. */
export function removeRows(table: TableDesign, block: RowBlock, at: number, count: number): Edit | null {
  const rows = contentOf(block);
  if (rows === null || at < 0 || at + count > rows.length) return null;
  const left = [...rows.slice(0, at), ...rows.slice(at + count)];
  // A table keeps one data row, if an empty one.
  if (left.length === 0) left.push(table.columns.map((_column, c) => columnFormula(table, c)));
  const gone: Operation = { kind: "removeLastRows", table: table.name, count: rows.length - left.length };
  const operations = rewritten(block, rows, left);
  return { task: "typing", operations: gone.count > 0 ? [...operations, gone] : operations };
}

/** The rows in another order: numbers before text, text by the Vietnamese alphabet, empty cells last; null where it cannot be. */
export function sortRows(block: RowBlock, rules: readonly SortRule[]): Edit | null {
  const rows = contentOf(block);
  if (rows === null) return null;
  const wanted = [...rows].sort((a, b) => {
    for (const { column, descending } of rules) {
      const c = column - block.area.column;
      const order = compareCells(inputValue(a[c] ?? null), inputValue(b[c] ?? null), descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return { task: "typing", operations: rewritten(block, rows, wanted) };
}

export function tableBlock(sheet: string, table: TableDesign, content: RowBlock["content"]): RowBlock {
  return { sheet, area: dataOf(table), table, content };
}

/**
 * Whether a formula on the sheet `own` would point wrongly once the block's rows from `at` on have moved: it names some of
 * them by address. A list that begins with the block's first row and reaches beyond its last one holds all rows anyway.
 */
export function losesTrack(
  formula: string,
  own: string,
  block: Pick<RowBlock, "sheet" | "area">,
  at: number,
): boolean {
  const { row, rows, column, columns } = block.area;
  const last = row + rows - 1;
  return scanFormula(formula).references.some(({ sheet, elsewhere, first, last: corner }) => {
    const end = corner ?? first;
    if (elsewhere || (sheet ?? own).toLowerCase() !== block.sheet.toLowerCase()) return false;
    if (first.row === null || end.row === null) return false;
    const [top, bottom] = [Math.min(first.row, end.row), Math.max(first.row, end.row)];
    const [left, right] = [
      Math.min(first.column ?? 0, end.column ?? 0),
      Math.max(first.column ?? 0, end.column ?? Infinity),
    ];
    const meets = bottom >= row + at && top <= last && right >= column && left < column + columns;
    return meets && !(top <= row && bottom > last);
  });
}

function compareCells(a: CellInput, b: CellInput, descending: boolean): number {
  const kinds = kindOf(a) - kindOf(b);
  if (kindOf(a) === EMPTY || kindOf(b) === EMPTY) return kinds;
  const order = kinds !== 0 ? kinds : compareAlike(a, b);
  return descending ? -order : order;
}

const EMPTY = 4;

function kindOf(value: CellInput): number {
  if (value === null || value === "") return EMPTY;
  if (typeof value === "number") return 0;
  if (typeof value === "string") return 1;
  return typeof value === "boolean" ? 2 : 3;
}

function compareAlike(a: CellInput, b: CellInput): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (isCellError(a) || isCellError(b)) return 0;
  return compareVietnamese(String(a), String(b));
}

/** Null where a formula of the rows names cells: it would have to be rewritten as it moves. */
function contentOf({ area, content }: RowBlock): CellInput[][] | null {
  const rows = Array.from({ length: area.rows }, (_row, r) =>
    Array.from({ length: area.columns }, (_column, c) => content(area.row + r, area.column + c)),
  );
  const named = rows.some((row) => row.some((cell) => isCellFormula(cell) && namesCells(cell.formula)));
  return named ? null : rows;
}

function namesCells(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]/g, "");
  return /(^|[^A-Za-z0-9_.$])\$?[A-Z]{1,3}\d+(?![A-Za-z0-9_(])/.test(bare);
}

/** Writes the cells that differ, column by column, so that formulas of whole columns are not touched. */
function rewritten(
  block: RowBlock,
  rows: readonly (readonly CellInput[])[],
  wanted: readonly (readonly CellInput[])[],
): Operation[] {
  const length = Math.min(rows.length, wanted.length);
  return Array.from({ length: block.area.columns }, (_unused, c): Operation[] => {
    const differs = (r: number) => !sameCell(block.table?.columns[c]?.formula, rows[r]![c]!, wanted[r]![c]!);
    let first = 0;
    while (first < length && !differs(first)) first += 1;
    let last = length - 1;
    while (last >= first && !differs(last)) last -= 1;
    if (first > last) return [];
    const cells = Array.from({ length: last - first + 1 }, (_cell, r) => [wanted[first + r]![c] ?? null]);
    const place = { row: block.area.row + first, column: block.area.column + c };
    return [{ kind: "writeCells", sheet: block.sheet, ...place, cells }];
  }).flat();
}

function sameCell(formula: string | undefined, a: CellInput, b: CellInput): boolean {
  if (formula !== undefined && isCellFormula(a) && isCellFormula(b)) return a.formula === b.formula;
  return JSON.stringify(a) === JSON.stringify(b);
}
