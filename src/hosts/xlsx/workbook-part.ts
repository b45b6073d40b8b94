/** The workbook's own part: its sheets in order, its names, which sheet is in view, and when it calculates. */
import type { Visibility } from "../../book";
import type { ZipPackage } from "./package";
import {
  isOfType,
  parsePart,
  relationId,
  relationshipsNamespace,
  relationshipsOf,
  workbookPart,
  type ParsedPart,
  type Relationship,
} from "./parts";
import { adopted, appendTo, insertChild, removal, setAttributes, workbookOrder } from "./splicing";
import {
  child,
  children,
  escapeAttribute,
  escapeXml,
  splice,
  textOf,
  unescapeCellText,
  type TextEdit,
  type XmlSpan,
} from "./xml";

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  readonly visibility: Visibility;
  /** The sheet's part; empty text where the file leads nowhere. */
  readonly part: string;
  /** False for a chart sheet, a macro sheet and the like. */
  readonly isWorksheet: boolean;
  readonly span: XmlSpan;
}

export interface Workbook extends ParsedPart {
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetEntry[];
}

export function workbookOf(pkg: ZipPackage): Workbook {
  const name = workbookPart(pkg);
  const relationships = relationshipsOf(pkg, name);
  const known = pkg.derived<{ workbook: Workbook | null }>(name, "workbook", () => ({ workbook: null }));
  // Relationships that were read again may lead elsewhere.
  if (known.workbook?.relationships !== relationships)
    known.workbook = readWorkbook(pkg, name, relationships);
  return known.workbook;
}

function readWorkbook(pkg: ZipPackage, part: string, relationships: readonly Relationship[]): Workbook {
  const parsed = parsePart(pkg, part);
  const byId = new Map([...relationships].reverse().map((one) => [one.id, one]));
  const sheets = children(child(parsed.root, "sheets"), "sheet").map((span): SheetEntry => {
    const relationshipId = relationId(span) ?? "";
    const relationship = byId.get(relationshipId);
    return {
      name: unescapeCellText(span.attributes.name ?? ""),
      sheetId: Number(span.attributes.sheetId),
      relationshipId,
      visibility: visibilityOf(span.attributes.state),
      part: relationship?.part ?? "",
      isWorksheet: relationship !== undefined && isOfType(relationship, "worksheet"),
      span,
    };
  });
  return { ...parsed, relationships, sheets };
}

function visibilityOf(state: string | undefined): Visibility {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

export function sheetNamed(workbook: Workbook, name: string): SheetEntry | undefined {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

export interface LocalName {
  readonly name: string;
  readonly refersTo: string;
  /** Programs do not list it. */
  readonly hidden?: boolean;
}

export interface NewSheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly relationshipId: string;
  readonly names: readonly LocalName[];
}

/** The workbook's text with a sheet put in before the one at `position`. */
export function withSheet(workbook: Workbook, sheet: NewSheet, position: number): string {
  const { text, root, sheets } = workbook;
  const sheetId = Math.max(0, ...sheets.map((one) => one.sheetId)) + 1;
  const state = sheet.visibility === "visible" ? "" : ` state="${sheet.visibility}"`;
  const id = relationshipIdAttribute(root, sheet.relationshipId);
  const xml = `<sheet name="${escapeAttribute(sheet.name)}" sheetId="${sheetId}"${state} ${id}/>`;
  const edits =
    sheets.length === 0 ? [] : renumbered(workbook, (index) => (index >= position ? index + 1 : index));
  const list = child(root, "sheets")!;
  const next = sheets[position];
  if (next) edits.push({ start: next.span.start, end: next.span.start, text: adopted(xml, root) });
  else edits.push(...appendTo(text, root, list, [xml]));
  edits.push(...addedNames(workbook, sheet.names, position));
  return splice(text, edits);
}

/** The workbook's text without the sheet at `position` and the names that are local to it. */
export function withoutSheet(workbook: Workbook, position: number): string {
  const edits = renumbered(workbook, (index) =>
    index === position ? null : index > position ? index - 1 : index,
  );
  return splice(workbook.text, [...edits, removal(workbook.sheets[position]!.span)]);
}

/** Names that belong to what a sheet prints and filters, which go when the sheet is written anew. */
const sheetOwnNames = /^_xlnm\.(Print_Area|Print_Titles|_FilterDatabase)$/i;

/** The workbook's text after the sheet at `position` was written anew. */
export function withRewrittenSheet(
  workbook: Workbook,
  position: number,
  visibility: Visibility,
  names: readonly LocalName[],
): string {
  const { text, root, sheets } = workbook;
  const old = definedNames(root).filter(
    ({ attributes }) =>
      attributes.localSheetId === String(position) && sheetOwnNames.test(attributes.name ?? ""),
  );
  const state = visibility === "visible" ? null : visibility;
  return splice(text, [
    setAttributes(text, sheets[position]!.span, { state }),
    ...(names.length > 0 ? old.map(removal) : nameRemovals(root, old)),
    ...addedNames(workbook, names, position),
  ]);
}

/** The workbook's text with a name for the whole workbook; null takes the name away. */
export function withName(workbook: Workbook, name: string, refersTo: string | null): string {
  const { text, root } = workbook;
  const old = definedNames(root).find(
    ({ attributes }) =>
      attributes.localSheetId === undefined && attributes.name?.toLowerCase() === name.toLowerCase(),
  );
  if (refersTo === null) return old ? splice(text, nameRemovals(root, [old])) : text;
  if (!old) return splice(text, addedNames(workbook, [{ name, refersTo }], null));
  const tag = text.slice(old.start, old.openEnd).replace(/\s*\/>$/, ">");
  const close = `</${/^<([^\s>]+)/.exec(tag)![1]!}>`;
  return splice(text, [{ start: old.start, end: old.end, text: tag + escapeXml(refersTo) + close }]);
}

/** The workbook's text, told to calculate everything when it is next opened. */
export function withFullCalculation(workbook: ParsedPart): string {
  const { text, root } = workbook;
  const settings = child(root, "calcPr");
  if (settings) return splice(text, [setAttributes(text, settings, { fullCalcOnLoad: "1" })]);
  return splice(text, [insertChild(root, workbookOrder, "calcPr", '<calcPr fullCalcOnLoad="1"/>')]);
}

/** The workbook's text with the sheet at `position` in view. */
export function withActiveSheet(workbook: ParsedPart, position: number): string {
  const views = children(child(workbook.root, "bookViews"), "workbookView");
  const active = String(position);
  return splice(
    workbook.text,
    views.map((view) => setAttributes(workbook.text, view, { activeTab: active, firstSheet: null })),
  );
}

/** 0-based, as the first window shows it. */
export function activeSheetOf(workbook: ParsedPart): number {
  const view = children(child(workbook.root, "bookViews"), "workbookView")[0];
  return Number(view?.attributes.activeTab ?? 0);
}

export function definedNames(root: XmlSpan): XmlSpan[] {
  return children(child(root, "definedNames"), "definedName");
}

/** What a name stands for, without `=`. */
export function meaningOf(workbook: ParsedPart, name: XmlSpan): string {
  return textOf(workbook.text, name);
}

/** The edits that move every number of a sheet; null stands for a sheet that goes. */
function renumbered({ text, root }: Workbook, moved: (index: number) => number | null): TextEdit[] {
  const edits: TextEdit[] = [];
  const local = definedNames(root).filter(({ attributes }) => attributes.localSheetId !== undefined);
  const gone = local.filter(({ attributes }) => moved(Number(attributes.localSheetId)) === null);
  for (const name of local) {
    const index = moved(Number(name.attributes.localSheetId));
    if (index === null || String(index) === name.attributes.localSheetId) continue;
    edits.push(setAttributes(text, name, { localSheetId: String(index) }));
  }
  edits.push(...nameRemovals(root, gone));
  for (const view of children(child(root, "bookViews"), "workbookView")) {
    const changed: Record<string, string> = {};
    for (const key of ["activeTab", "firstSheet"]) {
      const before = view.attributes[key] ?? "0";
      const after = moved(Number(before)) ?? Math.max(0, Number(before) - 1);
      if (String(after) !== before) changed[key] = String(after);
    }
    if (Object.keys(changed).length > 0) edits.push(setAttributes(text, view, changed));
  }
  return edits;
}

/** An empty `definedNames` is not allowed: it goes with its last name. */
function nameRemovals(root: XmlSpan, names: readonly XmlSpan[]): TextEdit[] {
  const list = child(root, "definedNames");
  if (names.length === 0 || !list) return [];
  return list.children.length === names.length ? [removal(list)] : names.map(removal);
}

function addedNames({ text, root }: Workbook, names: readonly LocalName[], sheet: number | null): TextEdit[] {
  if (names.length === 0) return [];
  const local = sheet === null ? "" : ` localSheetId="${sheet}"`;
  const items = names.map(
    ({ name, refersTo, hidden }) =>
      `<definedName name="${escapeAttribute(name)}"${local}${hidden ? ' hidden="1"' : ""}>${escapeXml(refersTo)}</definedName>`,
  );
  const list = child(root, "definedNames");
  if (list) return appendTo(text, root, list, items);
  return [insertChild(root, workbookOrder, "definedNames", `<definedNames>${items.join("")}</definedNames>`)];
}

/** `r:id="…"` with the prefix that this file has for it. */
export function relationshipIdAttribute(root: XmlSpan, id: string): string {
  const bound = Object.entries(root.attributes).find(
    ([name, value]) => name.startsWith("xmlns:") && value === relationshipsNamespace,
  );
  if (bound) return `${bound[0].slice("xmlns:".length)}:id="${id}"`;
  return `xmlns:r="${relationshipsNamespace}" r:id="${id}"`;
}
