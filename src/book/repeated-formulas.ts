/** Formulas of a workbook in which rows of one sheet are repeated, and of a sheet that is copied. */
import { columnLetters, quoteSheet } from "./address";
import { scanFormula, type Corner, type FormulaReference } from "./formula-references";
import type { RowLayout, RowScope } from "./row-layout";

/** A formula cut where it names rows of the sheet whose rows are repeated. */
export interface RepeatableFormula {
  readonly pieces: readonly (string | RepeatableReference)[];
}

interface RepeatableReference extends FormulaReference {
  /** The sheet before the address, as it is written. */
  readonly prefix: string;
}

/**
 * Cuts a formula (no leading `=`) so that it can be written for many copies; null where nothing in it can change.
 * @param home the sheet whose rows are repeated
 * @param here whether the formula stands on that sheet
 */
export function repeatable(formula: string, home: string, here: boolean): RepeatableFormula | null {
  const wanted = home.toLowerCase();
  if (!here && !formula.toLowerCase().includes(wanted.replace(/'/g, "''"))) return null;
  const pieces: (string | RepeatableReference)[] = [];
  let at = 0;
  for (const reference of scanFormula(formula).references) {
    const own = reference.sheet === null ? here : reference.sheet.toLowerCase() === wanted;
    if (reference.elsewhere || !own || reference.first.row === null) continue;
    const { begin, start } = reference;
    pieces.push(formula.slice(at, begin), { ...reference, prefix: formula.slice(begin, start) });
    at = reference.end;
  }
  if (at === 0) return null;
  pieces.push(formula.slice(at));
  return { pieces };
}

/** The formula as it reads in a copy (`layout.root`: outside all bands). */
export function repeated(formula: RepeatableFormula, layout: RowLayout, scope: RowScope): string {
  let text = "";
  for (const piece of formula.pieces) {
    text += typeof piece === "string" ? piece : referenceIn(piece, layout, scope);
  }
  return text;
}

/** The formula after rows of `home` were repeated, as it stands on other sheets; itself if nothing changes. */
export function repeatedElsewhere(formula: string, home: string, layout: RowLayout): string {
  const cut = repeatable(formula, home, false);
  return cut ? repeated(cut, layout, layout.root) : formula;
}

/** The same for a name. One that is nothing but a cell stands for as many as there come to be. */
export function repeatedName(meaning: string, home: string, layout: RowLayout): string {
  const cut = repeatable(meaning, home, false);
  if (!cut) return meaning;
  const [before, reference, after, ...more] = cut.pieces;
  const isAlone = before === "" && after === "" && more.length === 0;
  if (!isAlone || typeof reference !== "object") return repeated(cut, layout, layout.root);
  return repeated({ pieces: [before, { ...reference, gathered: true }, after] }, layout, layout.root);
}

function referenceIn(
  { first, last, gathered, endsRange, prefix }: RepeatableReference,
  layout: RowLayout,
  scope: RowScope,
): string {
  const [one, other] = [first.row!, last?.row ?? first.row!];
  const [top, bottom] = one <= other ? [one, other] : [other, one];
  const span = layout.span(layout.around(scope, top, bottom), top, bottom);
  if (!span) return "#REF!";
  if (!last && !gathered) return prefix + cornerText(first, endsRange ? span.last : span.first);
  if (!last && span.first === span.last) return prefix + cornerText(first, span.first);
  const [begin, end] = one <= other ? [span.first, span.last] : [span.last, span.first];
  return `${prefix}${cornerText(first, begin)}:${cornerText(last ?? first, end)}`;
}

function cornerText({ column, columnFixed, rowFixed }: Corner, row: number): string {
  const letters = column === null ? "" : `${columnFixed ? "$" : ""}${columnLetters(column)}`;
  return `${letters}${rowFixed ? "$" : ""}${row + 1}`;
}

/** The formula with another sheet in the place of one that it names. */
export function withSheetRenamed(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  if (!formula.toLowerCase().includes(wanted.replace(/'/g, "''"))) return formula;
  let text = "";
  let at = 0;
  for (const { start, end, sheet } of scanFormula(formula).mentions) {
    if (sheet.toLowerCase() !== wanted) continue;
    text += `${formula.slice(at, start)}${quoteSheet(to)}!`;
    at = end;
  }
  return at === 0 ? formula : text + formula.slice(at);
}
