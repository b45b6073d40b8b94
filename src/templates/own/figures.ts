/** Figures of a document that native formulas make from its own tables: they follow the rows, and every program computes them. */
import { cellAddress, type CellFormula } from "../../book";

/** A column of a band's row, as a range that grows with the band. */
export function bandRange(row: number, column: number): string {
  const cell = cellAddress(row, column);
  return `${cell}:${cell}`;
}

/** A formula of a document: its value is known when the document is filled, to whichever program opens it. */
export function calculated(formula: string): CellFormula {
  return { formula, value: null };
}

/** The sum of a column over a band's rows. */
export function total(row: number, column: number): CellFormula {
  return calculated(`SUM(${bandRange(row, column)})`);
}

/** A whole number as Vietnamese text, whatever the language of the program: `12.063`. */
export function wholeText(expression: string): string {
  return `SUBSTITUTE(FIXED(${expression},0),",",".")`;
}

/** A number with one decimal: `12.063,2`, `-5,5`. */
export function oneDecimalText(expression: string): string {
  const tenths = `ROUND((${expression})*10,0)`;
  const positive = `ABS(${tenths})`;
  return `IF(${tenths}<0,"-","")&${wholeText(`INT(${positive}/10)`)}&","&MOD(${positive},10)`;
}

/** A text between figures as a formula writes it. */
export function quoted(words: string): string {
  return `"${words.replace(/"/g, '""')}"`;
}

/** Words and expressions joined. */
export function sentence(parts: readonly (string | { readonly figure: string })[]): CellFormula {
  return calculated(parts.map((part) => (typeof part === "string" ? quoted(part) : part.figure)).join("&"));
}
