/**
 * Formulas that name a sheet, a table or a column which is gone. Programs take a file for damaged if such a name still
 * stands in it, so it becomes `#REF!` in every formula of the workbook, as when a person deletes it in Excel.
 */
import type { Draft } from "./draft";
import { formulaElementEdits, formulaParts, writtenFormulaEdits } from "./formula-edits";
import type { ZipPackage } from "./package";
import { parsePart } from "./parts";
import { frameOf } from "./rows";
import { textEdits } from "./splicing";
import { definedNames, meaningOf, workbookOf } from "./workbook-part";
import { escapeXml, splice } from "./xml";

/** What is gone, by the names that formulas have for it. */
export interface Lost {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  /** Columns that a table lost, with the table's name. */
  readonly columns: readonly { readonly table: string; readonly header: string }[];
}

/** Takes the lost names out of all formulas of the draft. */
export function dropReferences(draft: Draft, lost: Lost): void {
  const tables = [...lost.tables, ...lost.columns.map(({ table }) => table)];
  if (lost.sheets.length + tables.length === 0) return;
  const marks = [...lost.sheets, ...tables].map((name) => escapeXml(name.replace(/'/g, "''")).toLowerCase());
  const rewritten = (formula: string): string => withoutReferences(formula, lost);
  for (const part of formulaParts(draft.package)) {
    const text = draft.package.text(part);
    const folded = text.toLowerCase();
    if (!marks.some((mark) => folded.includes(mark))) continue;
    const changed = withoutNames(draft.package, part, text, rewritten);
    if (changed !== text) draft.set(part, changed);
  }
  const workbook = workbookOf(draft.package);
  const edits = definedNames(workbook.root).flatMap((name) => {
    const meaning = meaningOf(workbook, name);
    return textEdits(name, meaning, rewritten(meaning));
  });
  if (edits.length > 0) draft.set(workbook.name, splice(workbook.text, edits));
}

function withoutNames(
  pkg: ZipPackage,
  part: string,
  text: string,
  rewritten: (formula: string) => string,
): string {
  const isSheet = workbookOf(pkg).sheets.some((sheet) => sheet.part === part);
  const { root } = isSheet ? frameOf(pkg, part) : parsePart(pkg, part);
  const edits = formulaElementEdits(text, root, rewritten);
  if (isSheet) edits.push(...writtenFormulaEdits(frameOf(pkg, part), rewritten));
  return splice(text, edits);
}

/** A text, a quoted sheet with its reference, a table with its columns, a plain sheet with its reference. */
const piece =
  /"(?:[^"]|"")*"|'(?:[^']|'')+'!(?:\$?[A-Za-z0-9_.$]+(?::\$?[A-Za-z0-9_.$]+)?)?|[\p{L}_\\][\p{L}\p{N}_.\\]*(?:!(?:\$?[A-Za-z0-9_.$]+(?::\$?[A-Za-z0-9_.$]+)?)?)?/gu;

/** A formula with `#REF!` in the place of what is gone. */
function withoutReferences(formula: string, lost: Lost): string {
  const sheets = new Set(lost.sheets.map((name) => name.toLowerCase()));
  const tables = new Set(lost.tables.map((name) => name.toLowerCase()));
  const columns = new Set(lost.columns.map(({ table, header }) => columnKey(table, header)));
  let result = "";
  let at = 0;
  piece.lastIndex = 0;
  for (let match = piece.exec(formula); match; match = piece.exec(formula)) {
    const [text] = match;
    const end = behindBrackets(formula, match.index + text.length);
    const named = columnsNamed(formula.slice(match.index + text.length, end));
    const gone =
      isLostSheet(text, sheets) ||
      tables.has(text.toLowerCase()) ||
      named.some((header) => columns.has(columnKey(text, header)));
    if (gone) {
      result += `${formula.slice(at, match.index)}#REF!`;
      at = end;
    }
    piece.lastIndex = end;
  }
  return result + formula.slice(at);
}

function isLostSheet(text: string, sheets: ReadonlySet<string>): boolean {
  const name = /^(?:'((?:[^']|'')+)'|([^'"!]+))!/.exec(text);
  if (!name) return false;
  return sheets.has((name[1]?.replace(/''/g, "'") ?? name[2]!).toLowerCase());
}

function columnKey(table: string, header: string): string {
  return `${table}[${header}]`.toLowerCase();
}

/** The names in `[a]` or `[[#This Row],[a]:[b]]`, without the apostrophes that guard single signs. */
function columnsNamed(brackets: string): string[] {
  const inner = brackets.startsWith("[[") ? brackets.slice(1, -1) : brackets;
  return [...inner.matchAll(/\[((?:'.|[^[\]'])*)\]/gs)].map(([, name]) => name!.replace(/'(.)/gs, "$1"));
}

/** Behind `[[#This Row],[a]]`; an apostrophe takes the next sign's meaning away. */
function behindBrackets(formula: string, from: number): number {
  if (formula[from] !== "[") return from;
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === "'") at++;
    else if (formula[at] === "[") depth++;
    else if (formula[at] === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}
