/** Where on a sheet headers stand: the rows of each, its columns, and what stands over every column. */
import type { Area, CellValue, SheetSnapshot } from "../../book";
import { fold, normalise } from "../../domain";
import { namesAnything } from "./fields";

export interface HeaderBlock {
  /** 0-based, ascending. */
  readonly rows: readonly number[];
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** By sheet column: the texts over it from top to bottom, repeated ones once. */
  readonly paths: ReadonlyMap<number, readonly string[]>;
  /** First row below the header and below the numbers of its columns. */
  readonly firstRow: number;
}

/** A text that names a column this surely counts as one. */
const NAMED = 0.75;
const LONGEST_LABEL = 120;
const MOST_HEADER_ROWS = 5;
/** What stands over a group of columns is short; a title is not. */
const LONGEST_GROUP = 60;
/** A header has at least so many named columns. */
export const FEWEST_NAMED = 2;

export function text(value: CellValue | undefined): string {
  return typeof value === "string" ? normalise(value) : "";
}

/** Every header of the sheet, from top to bottom. */
export function findHeaders(sheet: SheetSnapshot): HeaderBlock[] {
  const rows = sheet.values.map((row, at) => (mayBeHeader(sheet, at) ? namedCells(row) : 0));
  const blocks: HeaderBlock[] = [];
  let from = 0;
  for (;;) {
    const row = nextHeader(rows, from);
    if (row < 0) return blocks;
    const block = blockAround(sheet, rows, row, from);
    blocks.push(block);
    from = block.firstRow;
  }
}

/** Far down a header stands only below a title or an empty row: looking at every line would take too long. */
const NEAR_TOP = 40;

function mayBeHeader(sheet: SheetSnapshot, row: number): boolean {
  if (row < NEAR_TOP) return true;
  return [row - 1, row - 2, row - 3].some((above) => filledColumns(sheet.values[above] ?? []).length <= 2);
}

/** Cells of a row that name a column; 0 for a row with figures, and where most cells name nothing. */
function namedCells(row: readonly CellValue[]): number {
  const labels: string[] = [];
  for (const cell of row) {
    if (typeof cell === "number" && !isYear(cell)) return 0;
    if (typeof cell !== "string" || cell.trim() === "") continue;
    if (/^\s*[\d.,]{4,}\s*$/.test(cell) && !isYear(Number(cell))) return 0;
    if (cell.length <= LONGEST_LABEL) labels.push(cell);
  }
  if (labels.length < FEWEST_NAMED) return 0;
  const named = labels.filter((label) => isLabel(label) && namesAnything(label) >= NAMED).length;
  return named * 2 >= labels.length ? named : named >= 4 ? named : 0;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 2000 && value <= 2100;
}

/** Digits make a value of most texts: a number, a date, a code. */
function isLabel(cell: string): boolean {
  const digits = cell.replace(/[^\d]/g, "").length;
  return digits <= 8 && digits * 2 < cell.length && /\p{L}{2}/u.test(cell);
}

/** The row with the most named cells of the first group of rows that has any. */
function nextHeader(named: readonly number[], from: number): number {
  const start = named.findIndex((count, row) => row >= from && count >= FEWEST_NAMED);
  if (start < 0) return -1;
  let best = start;
  for (let row = start + 1; row < Math.min(start + MOST_HEADER_ROWS - 1, named.length); row += 1) {
    if (named[row]! > named[best]!) best = row;
    else if (named[row]! === 0) break;
  }
  return best;
}

function blockAround(sheet: SheetSnapshot, named: readonly number[], at: number, from: number): HeaderBlock {
  let [top, bottom] = [at, at];
  const merges = sheet.merges.filter((merge) => merge.row <= at + MOST_HEADER_ROWS && merge.row >= from);
  for (let grown = true; grown;) {
    grown = false;
    for (const merge of merges) {
      const end = merge.row + merge.rows - 1;
      const touches = merge.row <= bottom && end >= top && (merge.rows > 1 || merge.row === top);
      if (!touches || bottom - top >= MOST_HEADER_ROWS) continue;
      if (merge.row < top && merge.row >= from) [top, grown] = [merge.row, true];
      if (end > bottom) [bottom, grown] = [end, true];
    }
    if (bottom - top + 1 < MOST_HEADER_ROWS) {
      if (top > from && isGroupRow(sheet, top - 1, top)) [top, grown] = [top - 1, true];
      else if (continuesBelow(sheet, named, top, bottom)) [bottom, grown] = [bottom + 1, true];
    }
  }
  return describe(sheet, merges, top, bottom);
}

/** A row over the header that parts its columns into groups: texts over columns that have labels of their own below. */
function isGroupRow(sheet: SheetSnapshot, row: number, header: number): boolean {
  const cells = sheet.values[row] ?? [];
  const below = sheet.values[header] ?? [];
  const filled = filledColumns(cells);
  if (filled.length === 0 || filled.some((column) => !isHeaderText(cells[column]))) return false;
  const labels = filled.map((column) => text(cells[column]));
  const begins = filledColumns(below)[0];
  if (
    labels.some((label) => label.length > LONGEST_GROUP) ||
    (begins !== undefined && filled.includes(begins))
  )
    return false;
  const wide = sheet.merges.some(
    (merge) =>
      merge.row === row &&
      merge.rows === 1 &&
      merge.columns > 1 &&
      merge.columns >= filledColumns(below).length - 1,
  );
  if (wide) return false;
  const named = filled.filter(
    (column) => namesAnything(text(cells[column])) >= NAMED || saysMoney(text(cells[column])),
  );
  if (filled.length === 1) {
    const [column] = filled;
    const merged = sheet.merges.some(
      (merge) => merge.row === row && merge.column === column && merge.columns > 1,
    );
    return named.length === 1 && (merged || column! > 1) && !isUnitLine(text(cells[column!]));
  }
  return named.length >= 1 && filled.every((column) => !isTitleLine(text(cells[column])));
}

function saysMoney(label: string): boolean {
  return /\b(?:von|kinh phi|ho tro|trong do|ngan sach|chia ra|ke hoach|giai ngan|thanh toan|nuoc|dat o|nha o|dat san xuat)\b/.test(
    fold(label),
  );
}

function isUnitLine(label: string): boolean {
  return /^\W*(?:don vi tinh|dvt|don vi)\b/.test(fold(label));
}

function isTitleLine(label: string): boolean {
  return (
    isUnitLine(label) ||
    /^(?:uy ban|ubnd|cong hoa|doc lap|danh sach|bieu |bang |ke hoach so|phu luc|\(kem theo)/.test(fold(label))
  );
}

function isHeaderText(value: CellValue | undefined): boolean {
  return typeof value === "string" && value.length <= LONGEST_LABEL;
}

/** Labels that go on below: the cells over them are groups of several columns, or empty. */
function continuesBelow(
  sheet: SheetSnapshot,
  named: readonly number[],
  top: number,
  bottom: number,
): boolean {
  const below = sheet.values[bottom + 1] ?? [];
  const filled = filledColumns(below);
  if (filled.length === 0 || filled.some((column) => !isHeaderText(below[column]))) return false;
  if (isNumbering(below) || filled.some((column) => !isLabelText(text(below[column])))) return false;
  const lowest = sheet.values[bottom] ?? [];
  const underGroup = filled.filter((column) => spansGroup(sheet, lowest, bottom, column, filled));
  if (
    underGroup.length !== filled.length &&
    !(named[bottom + 1]! >= 1 && underGroup.length * 2 >= filled.length)
  )
    return false;
  return bottom - top < MOST_HEADER_ROWS && underGroup.length >= 2;
}

function isLabelText(label: string): boolean {
  return label !== "" && !/^\d|^[ivx]+$/i.test(label) && label.length <= 60;
}

/** Whether the column is under a cell that spans several columns, merged or with nothing to its right. */
function spansGroup(
  sheet: SheetSnapshot,
  row: readonly CellValue[],
  at: number,
  column: number,
  below: readonly number[],
): boolean {
  const merged = sheet.merges.some(
    (merge) =>
      merge.row + merge.rows - 1 === at &&
      merge.columns > 1 &&
      merge.column <= column &&
      column < merge.column + merge.columns,
  );
  if (merged) return true;
  if (text(row[column]) === "") return true;
  return text(row[column + 1]) === "" && below.includes(column + 1);
}

/** `(1) (2) (3)`, `A B 1 2 3=1+2`: numbers of the columns. */
export function isNumbering(row: readonly CellValue[]): boolean {
  const filled = row.filter((cell) => cell !== null && cell !== "");
  if (filled.length < 3) return false;
  const marks = filled.filter(
    (cell) =>
      (typeof cell === "number" && Number.isInteger(cell) && cell > 0 && cell <= 60) ||
      (typeof cell === "string" &&
        /^\s*\(?(?:\d{1,2}|[A-Za-zĐđ])\)?\s*(?:=[\d+\-*/x:() a-z]+)?\s*$/.test(cell)),
  );
  if (marks.length !== filled.length) return false;
  const numbers = marks.map((cell) =>
    typeof cell === "number" ? cell : Number(/\d+/.exec(cell as string)?.[0] ?? NaN),
  );
  const counted = numbers.filter((number) => !Number.isNaN(number));
  return (
    counted.length >= 2 && counted.every((number, index) => index === 0 || number === counted[index - 1]! + 1)
  );
}

function filledColumns(row: readonly CellValue[]): number[] {
  const filled: number[] = [];
  row.forEach((cell, column) => {
    if (cell !== null && !(typeof cell === "string" && cell.trim() === "")) filled.push(column);
  });
  return filled;
}

function describe(sheet: SheetSnapshot, merges: readonly Area[], top: number, bottom: number): HeaderBlock {
  const rows = Array.from({ length: bottom - top + 1 }, (_unused, index) => top + index);
  const own = merges.filter((merge) => merge.row <= bottom && merge.row + merge.rows > top);
  const filled = rows.flatMap((row) => filledColumns(sheet.values[row] ?? []));
  const lastColumn = Math.max(...filled, ...own.map((merge) => merge.column + merge.columns - 1));
  const firstColumn = Math.min(...filled);
  const paths = new Map<number, readonly string[]>();
  for (let column = firstColumn; column <= lastColumn; column += 1) {
    const path: string[] = [];
    rows.forEach((row, index) => {
      const label = labelAt(sheet, own, row, column, index === rows.length - 1, rows);
      if (label !== "" && !path.includes(label)) path.push(label);
    });
    if (path.length > 0) paths.set(column, path);
  }
  let firstRow = bottom + 1;
  while (firstRow < sheet.values.length && isNumbering(sheet.values[firstRow]!)) firstRow += 1;
  return { rows, firstColumn, lastColumn, paths, firstRow };
}

/** The text over a column in a header row: its own, its merge's, or that of the group to its left. */
function labelAt(
  sheet: SheetSnapshot,
  merges: readonly Area[],
  row: number,
  column: number,
  isLowest: boolean,
  rows: readonly number[],
): string {
  const own = labelOf(sheet.values[row]?.[column]);
  if (own !== "") return own;
  const merge = merges.find(
    (one) =>
      one.row <= row && row < one.row + one.rows && one.column <= column && column < one.column + one.columns,
  );
  if (merge) return labelOf(sheet.values[merge.row]?.[merge.column]);
  if (isLowest) return "";
  const lowest = rows.at(-1)!;
  const hasLower = (at: number): boolean =>
    rows.some((lower) => lower > row && labelOf(sheet.values[lower]?.[at]) !== "");
  if (!hasLower(column)) return "";
  for (let left = column - 1; left >= 0; left -= 1) {
    const label = labelOf(sheet.values[row]?.[left]);
    if (label !== "") {
      const isMerged = merges.some((one) => one.row === row && one.column === left);
      return !isMerged && hasLower(left) ? label : "";
    }
    if (!hasLower(left) || labelOf(sheet.values[lowest]?.[left]) === "") return "";
  }
  return "";
}

function labelOf(value: CellValue | undefined): string {
  if (typeof value === "number") return String(value);
  return text(value);
}
