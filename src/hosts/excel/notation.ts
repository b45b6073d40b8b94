/**
 * Formulas as Excel shows them, put into the file's notation: `[@Cột]` inside a table becomes `tbl[[#This Row],[Cột]]`,
 * so that both hosts speak of a formula in the same words. Relative references can be moved with their cell.
 */
import { columnIndex, columnLetters } from "../../book";

/**
 * @param formula without its leading `=`
 * @param table the table in which the formula's cell stands; null outside of tables
 */
export function fileNotation(formula: string, table: string | null): string {
  if (!formula.includes("[")) return formula;
  let result = "";
  let at = 0;
  while (at < formula.length) {
    const skipped = quotedEnd(formula, at);
    const end = skipped ?? (formula[at] === "[" ? bracketEnd(formula, at) : at + 1);
    const text = formula.slice(at, end);
    result +=
      formula[at] === "[" && skipped === null && !isWorkbook(formula, end)
        ? structured(text, result, table)
        : text;
    at = end;
  }
  return result;
}

/** Where a string or a quoted sheet name that begins here ends; null when none begins. */
function quotedEnd(formula: string, at: number): number | null {
  const quote = formula[at];
  if (quote !== '"' && quote !== "'") return null;
  for (let end = at + 1; end < formula.length; end += 1) {
    if (formula[end] !== quote) continue;
    if (formula[end + 1] !== quote) return end + 1;
    end += 1;
  }
  return formula.length;
}

/** The end of a bracket with its nested ones; `'` escapes the sign after it. */
function bracketEnd(formula: string, at: number): number {
  let depth = 0;
  for (let end = at; end < formula.length; end += 1) {
    if (formula[end] === "'") end += 1;
    else if (formula[end] === "[") depth += 1;
    else if (formula[end] === "]") {
      depth -= 1;
      if (depth === 0) return end + 1;
    }
  }
  return formula.length;
}

/** `[Sổ.xlsx]Trang1!A1` names another workbook. */
function isWorkbook(formula: string, end: number): boolean {
  return /^[\p{L}\p{N}_.]+!/u.test(formula.slice(end, end + 40));
}

function structured(text: string, before: string, table: string | null): string {
  const named = /[\p{L}\p{N}_.\\]$/u.test(before);
  if (!named && table === null) return text;
  const prefix = named ? "" : table;
  const inside = text.slice(1, -1).trim();
  if (!inside.startsWith("@")) return `${prefix}${text}`;
  const column = inside.slice(1).trim();
  if (column === "") return `${prefix}[#This Row]`;
  return `${prefix}[[#This Row],${column.startsWith("[") ? column : `[${column}]`}]`;
}

const skipped = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^\[\]]|\[[^\]]*\])*\]`;
const reference = new RegExp(
  String.raw`(${skipped})|(?<![\p{L}\p{N}_.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!\[])`,
  "gu",
);

/** The formula as it reads after its cell has moved: references without `$` move along. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(
    reference,
    (
      whole,
      quoted: string | undefined,
      fixedColumn: string,
      letters: string,
      fixedRow: string,
      digits: string,
    ) => {
      if (quoted !== undefined) return whole;
      const column = columnIndex(letters) + (fixedColumn === "$" ? 0 : columns);
      const row = Number(digits) + (fixedRow === "$" ? 0 : rows);
      if (column < 0 || row < 1) return "#REF!";
      return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
    },
  );
}
