/**
 * Formulas that name a sheet, a table or a column which is gone. Programs take a file for damaged if such a name still
 * stands in it, so it becomes `#REF!` in every formula of the workbook, as when a person deletes it in Excel.
 */
import type { Draft } from "./draft";
import type { ZipPackage } from "./package";
import { parsePart, relationshipsOf } from "./parts";
import { frameOf } from "./rows";
import { definedNames, meaningOf, workbookOf } from "./workbook-part";
import { escapeXml, splice, textOf, unescapeXml, type TextEdit, type XmlSpan } from "./xml";

/** What is gone, by the names that formulas have for it. */
export interface Lost {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  /** Columns that a table lost, with the table's name. */
  readonly columns: readonly { readonly table: string; readonly header: string }[];
}

/** The parts in which formulas stand: sheets, tables and charts. */
export function formulaParts(pkg: ZipPackage): string[] {
  const parts = workbookOf(pkg).sheets.flatMap((sheet) => {
    const tables = partsOfKind(pkg, sheet.part, "table");
    const charts = partsOfKind(pkg, sheet.part, "drawing").flatMap((drawing) =>
      ["chart", "chartEx"].flatMap((kind) => partsOfKind(pkg, drawing, kind)),
    );
    return [...(sheet.isWorksheet ? [sheet.part] : []), ...tables, ...charts];
  });
  return [...new Set(parts)];
}

function partsOfKind(pkg: ZipPackage, from: string, kind: string): string[] {
  return relationshipsOf(pkg, from).flatMap(({ part, type }) =>
    part !== null && type.endsWith(`/${kind}`) && pkg.has(part) ? [part] : [],
  );
}

/** Takes the lost names out of all formulas of the draft. */
export function dropReferences(draft: Draft, lost: Lost): void {
  const tables = [...lost.tables, ...lost.columns.map(({ table }) => table)];
  if (lost.sheets.length + tables.length === 0) return;
  const marks = [...lost.sheets, ...tables].map((name) => escapeXml(name.replace(/'/g, "''")).toLowerCase());
  for (const part of formulaParts(draft.package)) {
    const text = draft.package.text(part);
    const folded = text.toLowerCase();
    if (!marks.some((mark) => folded.includes(mark))) continue;
    const changed = withoutNames(draft.package, part, text, lost);
    if (changed !== text) draft.set(part, changed);
  }
  const workbook = workbookOf(draft.package);
  const edits = definedNames(workbook.root).flatMap((name) =>
    formulaEdit(name, meaningOf(workbook, name), lost),
  );
  if (edits.length > 0) draft.set(workbook.name, splice(workbook.text, edits));
}

const formulaElement = /^(f|formula|formula1|formula2|calculatedColumnFormula|totalsRowFormula)$/;

function withoutNames(pkg: ZipPackage, part: string, text: string, lost: Lost): string {
  const isSheet = workbookOf(pkg).sheets.some((sheet) => sheet.part === part);
  const edits: TextEdit[] = [];
  const visit = (span: XmlSpan): void => {
    if (formulaElement.test(span.local) && span.children.length === 0) {
      edits.push(...formulaEdit(span, textOf(text, span), lost));
    } else span.children.forEach(visit);
  };
  const root = isSheet ? frameOf(pkg, part).root : parsePart(pkg, part).root;
  visit(root);
  if (isSheet) edits.push(...cellEdits(pkg, part, lost));
  return splice(text, edits);
}

/** The formulas of cells, found without reading each cell. */
function cellEdits(pkg: ZipPackage, part: string, lost: Lost): TextEdit[] {
  const { text, data } = frameOf(pkg, part);
  const mark = /<(?:[^\s<>/:!?]+:)?f(?:\s[^>]*)?>([^<]+)</g;
  mark.lastIndex = data.openEnd;
  const edits: TextEdit[] = [];
  for (let match = mark.exec(text); match && match.index < data.closeStart; match = mark.exec(text)) {
    const start = match.index + match[0].length - 1 - match[1]!.length;
    const formula = unescapeXml(match[1]!);
    const changed = withoutReferences(formula, lost);
    if (changed !== formula) edits.push({ start, end: start + match[1]!.length, text: escapeXml(changed) });
  }
  return edits;
}

function formulaEdit(span: XmlSpan, formula: string, lost: Lost): TextEdit[] {
  const changed = withoutReferences(formula, lost);
  return changed === formula ? [] : [{ start: span.openEnd, end: span.closeStart, text: escapeXml(changed) }];
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
