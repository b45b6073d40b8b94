/**
 * The last look at a changed package before it becomes the book: what the edit does not name is as it was, nothing
 * is missing, and everything that is named exists. What is found here is a fault of this folder, so it throws.
 */
import type { Edit } from "../../book";
import { placesOf, type EditPlaces } from "./edit-places";
import { formulaParts } from "./formula-edits";
import type { ZipPackage } from "./package";
import {
  contentTypesPart,
  linkedParts,
  parsePart,
  relatedPart,
  relationshipsOf,
  relationshipsPart,
  type ParsedPart,
} from "./parts";
import { pivotCacheParts } from "./repeated-elsewhere";
import { tablesOf } from "./tables";
import { verifyRepeated } from "./verify-rows";
import { verifySheet, verifyWellFormed } from "./verify-sheets";
import {
  activeSheetOf,
  definedNames,
  meaningOf,
  sheetNamed,
  workbookOf,
  type Workbook,
} from "./workbook-part";
import { child, children, type XmlSpan } from "./xml";

/** Throws where `after` is not `before` with the edit carried out and nothing else. */
export function verify(before: ZipPackage, after: ZipPackage, edit: Edit): void {
  const old = workbookOf(before);
  const places = placesOf(before, edit);
  verifyUntouched(before, after, places);
  verifyContents(before, after, places);
  verifyWorkbook(old, workbookOf(after), edit, places.breaksReferences);
  verifyStyles(before, after, old);
  verifyLinks(before, after);
  verifyNames(after);
}

function fail(what: string): never {
  throw new Error(`the changed workbook is not sound: ${what}`);
}

/** Parts that list others and so may change with every edit. */
function listingParts(pkg: ZipPackage): string[] {
  const workbook = workbookOf(pkg);
  const related = ["styles", "calcChain"].map((type) => relatedPart(pkg, workbook.relationships, type));
  return [
    contentTypesPart,
    workbook.name,
    relationshipsPart(workbook.name),
    ...related.filter((one) => one !== null),
  ];
}

/** A part is the same to the byte, or it belongs to what the edit names. */
function verifyUntouched(before: ZipPackage, after: ZipPackage, places: EditPlaces): void {
  const allowed = new Set(listingParts(before).map((part) => part.toLowerCase()));
  const allow = (part: string): void => {
    for (const name of [part, relationshipsPart(part)]) allowed.add(name.toLowerCase());
    for (const { part: next } of relationshipsOf(before, part)) {
      if (next !== null && !allowed.has(next.toLowerCase()) && before.has(next)) allow(next);
    }
  };
  for (const part of [...places.areas.keys(), ...places.replaced]) allow(part);
  // Where the sheet in view went, another one is marked as being in view.
  const shown = workbookOf(after);
  allowed.add((shown.sheets[activeSheetOf(shown)]?.part ?? "").toLowerCase());
  if (places.breaksReferences) formulaParts(before).forEach((part) => allowed.add(part.toLowerCase()));
  if (places.followsRows) pivotCacheParts(before).forEach((part) => allowed.add(part.toLowerCase()));
  for (const name of before.names()) {
    if (!before.sameEntry(after, name) && !allowed.has(name.toLowerCase())) fail(`${name} changed`);
  }
}

/** What changed is XML, and sheets hold what they held outside the places that the edit names. */
function verifyContents(before: ZipPackage, after: ZipPackage, places: EditPlaces): void {
  const sheets = new Set(
    workbookOf(after).sheets.flatMap((sheet) => (sheet.isWorksheet ? [sheet.part] : [])),
  );
  for (const part of after.names()) {
    if (before.sameEntry(after, part)) continue;
    if (!sheets.has(part)) {
      if (/\.(xml|rels|vml)$/i.test(part)) parsePart(after, part, { maxDepth: 0 });
    } else if (!before.has(part) || places.replaced.has(part)) {
      verifyWellFormed(after, part);
      const bands = places.repeated.get(part);
      if (bands) verifyRepeated(before, after, part, bands, places.areas.get(part) ?? []);
    } else {
      verifySheet(before, after, part, places);
    }
  }
}

/** Sheets and names are all there but for those that the edit takes; other settings are as they were. */
function verifyWorkbook(before: Workbook, after: Workbook, edit: Edit, meaningsMayChange: boolean): void {
  const gone = new Set(
    edit.operations.map((one) =>
      one.kind === "deleteSheet" ? sheetNamed(before, one.sheet)?.sheetId : undefined,
    ),
  );
  for (const sheet of before.sheets) {
    if (gone.has(sheet.sheetId)) continue;
    const now = after.sheets.find((one) => one.sheetId === sheet.sheetId);
    if (
      !now ||
      now.name !== sheet.name ||
      now.relationshipId !== sheet.relationshipId ||
      now.part !== sheet.part
    ) {
      fail(`sheet ${sheet.name}`);
    }
  }
  const changeable = /^(sheets|definedNames|calcPr|bookViews)$/;
  const others = ({ text, root }: ParsedPart): string =>
    root.children
      .filter(({ local }) => !changeable.test(local))
      .map((one) => text.slice(one.start, one.end))
      .join("");
  if (others(before) !== others(after)) fail(before.name);
  verifyDefinedNames(before, after, edit, gone, meaningsMayChange);
}

function verifyDefinedNames(
  before: Workbook,
  after: Workbook,
  edit: Edit,
  gone: ReadonlySet<number | undefined>,
  meaningsMayChange: boolean,
): void {
  const keyOf = (workbook: Workbook, name: XmlSpan): string =>
    nameKey(workbook, name) + (meaningsMayChange ? "" : meaningOf(workbook, name));
  const now = new Set(definedNames(after.root).map((name) => keyOf(after, name)));
  const defined = new Set(
    edit.operations.flatMap((one) => (one.kind === "defineName" ? [one.name.toLowerCase()] : [])),
  );
  const rewritten = new Set(
    edit.operations.map((one) =>
      one.kind === "rewriteSheet" ? sheetNamed(before, one.design.name)?.sheetId : undefined,
    ),
  );
  for (const name of definedNames(before.root)) {
    const local = name.attributes.localSheetId;
    const sheet = local === undefined ? undefined : before.sheets[Number(local)]?.sheetId;
    const text = (name.attributes.name ?? "").toLowerCase();
    const expected =
      sheet === undefined
        ? !defined.has(text)
        : !gone.has(sheet) && !(rewritten.has(sheet) && text.startsWith("_xlnm."));
    if (expected && !now.has(keyOf(before, name))) fail(`name ${text}`);
  }
}

function nameKey(workbook: Workbook, name: XmlSpan): string {
  const { localSheetId, ...rest } = name.attributes;
  const sheet = localSheetId === undefined ? null : workbook.sheets[Number(localSheetId)]?.sheetId;
  return JSON.stringify([sheet, rest]);
}

/** Every format stands where it stood, so that the numbers by which cells name them still hold. */
function verifyStyles(before: ZipPackage, after: ZipPackage, old: Workbook): void {
  const part = relatedPart(before, old.relationships, "styles");
  if (part === null || before.sameEntry(after, part)) return;
  const was = parsePart(before, part, { maxDepth: 2 });
  const is = parsePart(after, part, { maxDepth: 2 });
  const texts = ({ text }: ParsedPart, span: XmlSpan | undefined): string[] =>
    (span?.children ?? []).map((one) => text.slice(one.start, one.end));
  for (const collection of was.root.children) {
    const now = texts(is, child(is.root, collection.local));
    if (texts(was, collection).some((xml, i) => xml !== now[i])) fail(`${part}: ${collection.local}`);
  }
}

/** What a relationship leads to exists and has a content type, but for what was so in the file before. */
function verifyLinks(before: ZipPackage, after: ZipPackage): void {
  const loose = looseEnds(after);
  if (loose.length === 0) return;
  const known = new Set(looseEnds(before));
  const ours = loose.find((end) => !known.has(end));
  if (ours !== undefined) fail(ours);
}

function looseEnds(pkg: ZipPackage): string[] {
  const { root } = parsePart(pkg, contentTypesPart);
  const own = new Set(children(root, "Override").map(({ attributes }) => attributes.PartName?.toLowerCase()));
  const common = new Set(
    children(root, "Default").map(({ attributes }) => attributes.Extension?.toLowerCase()),
  );
  const loose: string[] = [];
  for (const part of linkedParts(pkg)) {
    const extension = /\.([^./]*)$/.exec(part)?.[1]?.toLowerCase();
    if (!pkg.has(part)) loose.push(`no part ${part}`);
    else if (!own.has(`/${part}`.toLowerCase()) && !common.has(extension))
      loose.push(`no content type for ${part}`);
  }
  for (const name of own) if (name !== undefined && !pkg.has(name)) loose.push(`content type of ${name}`);
  return loose;
}

/** Sheets and tables can be told apart. */
function verifyNames(after: ZipPackage): void {
  const workbook = workbookOf(after);
  const tables = tablesOf(after, workbook.sheets);
  unique(workbook.sheets.map(({ name }) => name.toLowerCase()));
  unique(workbook.sheets.map(({ sheetId }) => String(sheetId)));
  unique(tables.map(({ table }) => table.toLowerCase()));
  unique(tables.map(({ id }) => String(id)));
}

function unique(texts: readonly string[]): void {
  const twice = texts.find((text, i) => texts.indexOf(text) !== i);
  if (twice !== undefined) fail(`${twice} stands twice`);
}
