/**
 * Formulas that several cells share are written once; the other cells get the text with its relative references moved.
 * Moves references in a formula's text without parsing the formula whole.
 */
import { columnIndex, columnLetters } from "../../book";

export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

/** A formula cut where references stand that move with the cell. */
export interface MovableFormula {
  readonly pieces: readonly (string | MovableReference)[];
}

interface MovableReference {
  /** null for whole columns (`A:A`) and for rows that stay (`A$1`). */
  readonly row: number | null;
  readonly column: number | null;
  /** How the reference is written around what moves: `$A` in `$A1`, `$1` in `A$1`. */
  readonly fixedColumn: string;
  readonly fixedRow: string;
}

const word = /[\p{L}\p{N}_.$\\?]+/uy;
const cell = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const column = /^(\$?)([A-Za-z]{1,3})$/;
const row = /^(\$?)([1-9]\d{0,6})$/;

/** Cuts a formula (no leading `=`) so that it can be moved many times. */
export function movable(formula: string): MovableFormula {
  const pieces: (string | MovableReference)[] = [];
  let literal = "";
  let at = 0;
  while (at < formula.length) {
    const end = endOfOpaque(formula, at);
    if (end > at) {
      literal += formula.slice(at, end);
      at = end;
      continue;
    }
    word.lastIndex = at;
    const text = word.exec(formula)?.[0];
    if (text === undefined) {
      literal += formula[at];
      at++;
      continue;
    }
    const found = referencesAt(formula, at, text);
    for (const piece of found.pieces) {
      if (typeof piece === "string") literal += piece;
      else {
        pieces.push(literal, piece);
        literal = "";
      }
    }
    at = found.end;
  }
  pieces.push(literal);
  return { pieces };
}

/** The formula as it reads `rows` further down and `columns` further right; null where a reference would leave the sheet. */
export function moved(formula: MovableFormula, rows: number, columns: number): string | null {
  let text = "";
  for (const piece of formula.pieces) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    const toColumn = piece.column === null ? null : piece.column + columns;
    const toRow = piece.row === null ? null : piece.row + rows;
    if (toColumn !== null && (toColumn < 0 || toColumn >= sheetColumns)) return null;
    if (toRow !== null && (toRow < 0 || toRow >= sheetRows)) return null;
    text += toColumn === null ? piece.fixedColumn : columnLetters(toColumn);
    text += toRow === null ? piece.fixedRow : String(toRow + 1);
  }
  return text;
}

/** Behind a string, a quoted sheet name, a `[…]` or an error value that begins here; `at` itself if none does. */
function endOfOpaque(formula: string, at: number): number {
  const first = formula[at];
  if (first === '"' || first === "'") {
    let end = formula.indexOf(first, at + 1);
    while (end >= 0 && formula[end + 1] === first) end = formula.indexOf(first, end + 2);
    return end < 0 ? formula.length : end + 1;
  }
  if (first === "[") return endOfBrackets(formula, at);
  if (first === "#") return at + /^#[A-Z0-9/_]*[!?]?/.exec(formula.slice(at, at + 20))![0].length;
  return at;
}

/** In `tbl[[#This Row],[a'[b]]` an apostrophe takes the next sign's meaning away. */
function endOfBrackets(formula: string, at: number): number {
  let depth = 0;
  for (let i = at; i < formula.length; i++) {
    if (formula[i] === "'") i++;
    else if (formula[i] === "[") depth++;
    else if (formula[i] === "]" && --depth === 0) return i + 1;
  }
  return formula.length;
}

function referencesAt(
  formula: string,
  at: number,
  text: string,
): { pieces: (string | MovableReference)[]; end: number } {
  const end = at + text.length;
  const unmoved = { pieces: [text], end };
  const next = formula[end];
  if (next === "(" || next === "!" || next === "[") return unmoved;
  const single = cellReference(text);
  if (single) return { pieces: [single], end };
  if (next !== ":") return unmoved;
  word.lastIndex = end + 1;
  const second = word.exec(formula)?.[0];
  if (second === undefined) return unmoved;
  const after = end + 1 + second.length;
  // `Jan:Mar!A1` names sheets, not columns.
  if (formula[after] === "!") return { pieces: [`${text}:${second}`], end: after };
  const pair = wholeReference(text) && wholeReference(second);
  if (!pair || column.test(text) !== column.test(second)) return unmoved;
  return { pieces: [wholeReference(text)!, ":", wholeReference(second)!], end: after };
}

function cellReference(text: string): MovableReference | string | null {
  const match = cell.exec(text);
  if (!match) return null;
  const at = columnIndex(match[2]!);
  const line = Number(match[4]) - 1;
  if (at >= sheetColumns || line >= sheetRows) return null;
  const movesColumn = match[1] === "";
  const movesRow = match[3] === "";
  if (!movesColumn && !movesRow) return text;
  return {
    column: movesColumn ? at : null,
    row: movesRow ? line : null,
    fixedColumn: movesColumn ? "" : `$${match[2]}`,
    fixedRow: movesRow ? "" : `$${match[4]}`,
  };
}

/** One side of `A:C` or `2:5`. */
function wholeReference(text: string): MovableReference | string | null {
  const columns = column.exec(text);
  if (columns) {
    const at = columnIndex(columns[2]!);
    if (at >= sheetColumns) return null;
    return columns[1] === "$" ? text : { column: at, row: null, fixedColumn: "", fixedRow: "" };
  }
  const rows = row.exec(text);
  if (!rows) return null;
  return rows[1] === "$" ? text : { column: null, row: Number(rows[2]) - 1, fixedColumn: "", fixedRow: "" };
}
