/**
 * New sheets put into a package that exists. Everything that a sheet brings along gets a free name; formats, tables
 * and shapes get numbers of their own; every part that was there stays as it is but for the few that list the others.
 */
import { quoteSheet, absoluteAddress, type PageLayout, type SheetDesign } from "../../book";
import { Draft } from "./draft";
import type { ZipPackage } from "./package";
import { contentTypeOf, parsePart, relationshipsOf, relationshipsPart } from "./parts";
import {
  freePartName,
  freeRelationshipId,
  officeRelations,
  withContentTypes,
  withRelationships,
  type NewRelationship,
} from "./relations";
import { frameOf } from "./rows";
import { sheetDataXml, usedArea } from "./sheet-data";
import { insertChild, setAttributes, worksheetOrder } from "./splicing";
import { writeSqref } from "./sqref";
import { tableXml } from "./tables";
import {
  relationshipIdAttribute,
  withRewrittenSheet,
  withSheet,
  workbookOf,
  type LocalName,
  type SheetEntry,
} from "./workbook-part";
import { child, children, parseSpans, splice, type TextEdit, type XmlSpan } from "./xml";

export const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const tableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/** Adds the sheet of a design before the one at `position`; the end is where no position is given. */
export function graftSheet(draft: Draft, design: SheetDesign, position: number | undefined): void {
  const workbook = workbookOf(draft.package);
  const folder = workbook.name.replace(/[^/]*$/, "");
  const part = freePartName(draft.package, `${folder}worksheets/sheet1.xml`, draft.lostParts);
  const isFirst = workbook.sheets.length === 0 && (design.visibility ?? "visible") === "visible";
  writeSheet(draft, design, part, isFirst ? { selected: "1" } : {});
  draft.become(withContentTypes(draft.package, [{ part, type: worksheetType }]));
  const relationshipId = freeRelationshipId(workbook.relationships.map((one) => one.id));
  const relationship = { id: relationshipId, type: `${officeRelations}/worksheet`, part };
  draft.become(withRelationships(draft.package, workbook.name, [relationship]));
  const sheet = {
    name: design.name,
    visibility: design.visibility ?? "visible",
    relationshipId,
    names: printNames(design),
  };
  const at = Math.min(Math.max(0, position ?? workbook.sheets.length), workbook.sheets.length);
  draft.set(workbook.name, withSheet(workbook, sheet, at));
}

/** Writes the sheet of a design over one that exists, which keeps its name, its place and all its numbers. */
export function regraftSheet(draft: Draft, entry: SheetEntry, design: SheetDesign): void {
  const old = frameOf(draft.package, entry.part);
  const view = child(child(old.root, "sheetViews"), "sheetView");
  const codeName = child(old.root, "sheetPr")?.attributes.codeName;
  draft.set(relationshipsPart(entry.part), null);
  writeSheet(draft, design, entry.part, { selected: view?.attributes.tabSelected, codeName });
  const workbook = workbookOf(draft.package);
  const position = workbook.sheets.findIndex((sheet) => sheet.part === entry.part);
  const visibility = design.visibility ?? "visible";
  draft.set(workbook.name, withRewrittenSheet(workbook, position, visibility, printNames(design)));
}

/** What the old sheet hands down to the one written over it. */
interface Inheritance {
  readonly selected?: string | undefined;
  readonly codeName?: string | undefined;
}

function writeSheet(draft: Draft, design: SheetDesign, part: string, inherited: Inheritance): void {
  const source = draft.fresh.partOf(design);
  // The part must be there before others are named, so that none takes its name.
  draft.set(part, "<worksheet/>");
  const relationships = copyDependents(draft, source, part);
  const firstTable = nextTableId(draft.package);
  for (const [i, table] of (design.tables ?? []).entries()) {
    const id = freeRelationshipId(relationships.map((one) => one.id));
    relationships.push(addTablePart(draft, part, tableXml(table, firstTable + i), id));
  }
  draft.become(withRelationships(draft.package, part, relationships));
  const tables = relationships.filter((one) => one.type.endsWith("/table")).map((one) => one.id);
  draft.set(part, sheetText(draft, design, draft.fresh.package.text(source), tables, inherited));
}

/** Puts a table's part into the package and gives the relationship that the sheet needs. */
export function addTablePart(draft: Draft, sheetPart: string, xml: string, id: string): NewRelationship {
  const like = sheetPart.replace(/[^/]*\/[^/]*$/, "tables/table1.xml");
  const part = freePartName(draft.package, like, draft.lostParts);
  draft.set(part, xml);
  draft.become(withContentTypes(draft.package, [{ part, type: tableType }]));
  return { id, type: `${officeRelations}/table`, part };
}

/** Tables are numbered through the whole workbook. */
export function nextTableId(pkg: ZipPackage): number {
  const ids = workbookOf(pkg).sheets.flatMap((sheet) =>
    relationshipsOf(pkg, sheet.part)
      .filter((one) => one.part !== null && one.type.endsWith("/table"))
      .map((one) => Number(parsePart(pkg, one.part!, { maxDepth: 0 }).root.attributes.id)),
  );
  return Math.max(0, ...ids) + 1;
}

/** Copies what a new part leads to; the relationships keep their ids, which the part's text uses. */
function copyDependents(draft: Draft, source: string, target: string): NewRelationship[] {
  return relationshipsOf(draft.fresh.package, source).map(({ id, type, part }) => ({
    id,
    type,
    part: copyPart(draft, part!, target),
  }));
}

/** Copies a part of the new sheets, with all that it leads to, for use by `parent`. */
export function copyPart(draft: Draft, source: string, parent: string): string {
  const { package: fresh } = draft.fresh;
  const folder = /^(?:.*\/)?(?=worksheets\/|drawings\/)/.exec(parent)?.[0] ?? "xl/";
  const part = freePartName(draft.package, source.replace(/^xl\//, folder), draft.lostParts);
  const text = fresh.text(source);
  draft.set(part, source.endsWith(".vml") ? renumberedShapes(text, nextShapeBlock(draft.package)) : text);
  const type = contentTypeOf(fresh, source)!;
  if (contentTypeOf(draft.package, part) !== type) {
    draft.become(withContentTypes(draft.package, [{ part, type }]));
  }
  const relationships = copyDependents(draft, source, part);
  draft.become(withRelationships(draft.package, part, relationships));
  return part;
}

/** Shapes of notes are numbered in blocks of 1024, each of which one drawing of the workbook may use. */
export function renumberedShapes(text: string, block: number): string {
  return text
    .replace(/(<o:idmap\b[^>]*\bdata=")\d+"/, `$1${block}"`)
    .replace(/_x0000_s(\d+)/g, (_all, id: string) => `_x0000_s${1024 * block + (Number(id) % 1024)}`);
}

/** A block that no drawing of the workbook uses. */
export function nextShapeBlock(pkg: ZipPackage): number {
  const used = pkg
    .names()
    .filter((name) => /\.vml$/i.test(name))
    .flatMap((name) => [...pkg.text(name).matchAll(/<o:idmap\b[^>]*?\bdata=["']([\d,\s]+)["']/g)])
    .flatMap(([, blocks]) => blocks!.split(",").map(Number));
  return Math.max(0, ...used) + 1;
}

/** The sheet's text as hucre made it, with its cells, its tables and the workbook's numbers of formats. */
function sheetText(
  draft: Draft,
  design: SheetDesign,
  made: string,
  tables: readonly string[],
  { selected, codeName }: Inheritance,
): string {
  const root = parseSpans(made);
  const data = child(root, "sheetData")!;
  const dimension = child(root, "dimension");
  const used = usedArea(design);
  const edits: TextEdit[] = [
    { start: data.start, end: data.end, text: sheetDataXml(design, (format) => draft.formatOf(format)) },
    ...differentialEdits(draft, made, root),
    ...(codeName === undefined ? [] : [codeNameEdit(made, root, codeName)]),
  ];
  const ref = `<dimension ref="${used ? writeSqref([used]) : "A1"}"/>`;
  if (dimension) edits.push({ start: dimension.start, end: dimension.end, text: ref });
  else edits.push(insertChild(root, worksheetOrder, "dimension", ref));
  if (selected !== undefined) {
    const view = child(child(root, "sheetViews"), "sheetView")!;
    edits.push(setAttributes(made, view, { tabSelected: selected }));
  }
  if (tables.length > 0) edits.push(tablePartsEdit(root, tables));
  return splice(made, edits);
}

function codeNameEdit(made: string, root: XmlSpan, codeName: string): TextEdit {
  const properties = child(root, "sheetPr");
  if (properties) return setAttributes(made, properties, { codeName });
  const { text, ...place } = insertChild(root, worksheetOrder, "sheetPr", "<sheetPr/>");
  return { ...place, text: splice(text, [setAttributes(text, parseSpans(text), { codeName })]) };
}

/** Conditional formats name differential formats by number. */
export function differentialEdits(draft: Draft, text: string, root: XmlSpan): TextEdit[] {
  return children(root, "conditionalFormatting")
    .flatMap((area) => children(area, "cfRule"))
    .filter((rule) => rule.attributes.dxfId !== undefined)
    .map((rule) => {
      return setAttributes(text, rule, {
        dxfId: String(draft.differentialFormat(Number(rule.attributes.dxfId))),
      });
    });
}

function tablePartsEdit(root: XmlSpan, ids: readonly string[]): TextEdit {
  const items = ids.map((id) => `<tablePart ${relationshipIdAttribute(root, id)}/>`).join("");
  return insertChild(
    root,
    worksheetOrder,
    "tableParts",
    `<tableParts count="${ids.length}">${items}</tableParts>`,
  );
}

/** The names by which a sheet says what it prints. */
function printNames(design: SheetDesign): LocalName[] {
  const sheet = quoteSheet(design.name);
  const { area, titleRows }: Partial<PageLayout> = design.page ?? {};
  const names: LocalName[] = [];
  if (area) {
    const first = absoluteAddress(area.row, area.column);
    const last = absoluteAddress(area.row + area.rows - 1, area.column + area.columns - 1);
    names.push({ name: "_xlnm.Print_Area", refersTo: `${sheet}!${first}:${last}` });
  }
  if (titleRows) {
    names.push({
      name: "_xlnm.Print_Titles",
      refersTo: `${sheet}!$${titleRows.first + 1}:$${titleRows.last + 1}`,
    });
  }
  return names;
}
