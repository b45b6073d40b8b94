/** Whole sheets made, written anew and deleted; names of the workbook. */
import type { Operation, SheetDesign } from "../../book";
import { Refused, type Draft } from "./draft";
import { graftSheet, regraftSheet } from "./graft";
import { openSheet } from "./open-sheet";
import { worksheetNamed } from "./operations-cells";
import { irreplaceableThing } from "./irreplaceable";
import { linkedParts, relationshipsPart, structureIsLocked } from "./parts";
import { withContentTypes, withRelationships } from "./relations";
import { tablesOf } from "./tables";
import {
  definedNames,
  sheetNamed,
  withName,
  withoutSheet,
  workbookOf,
  type SheetEntry,
} from "./workbook-part";

export function createSheet(
  draft: Draft,
  { design, position }: Extract<Operation, { kind: "createSheet" }>,
): void {
  const sheet = design.name;
  refuseNewSheet(draft, sheet);
  refuseTableNames(draft, tableNames(design), null);
  graftSheet(draft, design, position);
  draft.changed(sheet, null);
}

export function rewriteSheet(draft: Draft, { design }: Extract<Operation, { kind: "rewriteSheet" }>): void {
  const entry = worksheetNamed(draft, design.name);
  openSheet(draft, entry);
  refuseIrreplaceable(draft, entry);
  refuseTableNames(draft, tableNames(design), entry);
  const before = linkedParts(draft.package);
  tablesOf(draft.package, [entry]).forEach(({ table }) => draft.lostTables.add(table));
  regraftSheet(draft, entry, design);
  dropUnreachable(draft, before);
  draft.formulaGone = true;
  draft.changed(entry.name, null);
}

export function deleteSheet(draft: Draft, operation: Extract<Operation, { kind: "deleteSheet" }>): void {
  const workbook = workbookOf(draft.package);
  const entry = sheetNamed(workbook, operation.sheet);
  if (!entry) throw new Refused({ kind: "sheetMissing", sheet: operation.sheet });
  refuseLockedStructure(draft);
  if (!draft.copiedSheets.has(entry.name)) refuseIrreplaceable(draft, entry);
  const before = linkedParts(draft.package);
  draft.lostSheets.add(entry.name);
  tablesOf(draft.package, [entry]).forEach(({ table }) => draft.lostTables.add(table));
  draft.set(workbook.name, withoutSheet(workbook, workbook.sheets.indexOf(entry)));
  draft.become(withRelationships(draft.package, workbook.name, [], [entry.relationshipId]));
  dropUnreachable(draft, before);
  draft.formulaGone = true;
  draft.changed(entry.name, null);
}

export function defineName(
  draft: Draft,
  { name, refersTo }: Extract<Operation, { kind: "defineName" }>,
): void {
  const workbook = workbookOf(draft.package);
  const wanted = name.toLowerCase();
  const clash = tablesOf(draft.package, workbook.sheets).find(({ table }) => table.toLowerCase() === wanted);
  if (clash && refersTo !== null) throw new Refused({ kind: "tableExists", table: clash.table });
  draft.set(workbook.name, withName(workbook, name, refersTo));
}

/** Refuses where no sheet of this name can be added. */
export function refuseNewSheet(draft: Draft, sheet: string): void {
  if (!isSheetName(sheet)) throw new Refused({ kind: "invalidSheetName", sheet });
  if (sheetNamed(workbookOf(draft.package), sheet)) throw new Refused({ kind: "sheetExists", sheet });
  refuseLockedStructure(draft);
}

/** What every spreadsheet program takes for a sheet's name. */
function isSheetName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 31 &&
    !/[[\]:*?/\\\u0000-\u001f]|^'|'$/.test(name) &&
    name.toLowerCase() !== "history"
  );
}

function refuseLockedStructure(draft: Draft): void {
  if (structureIsLocked(workbookOf(draft.package).root)) throw new Refused({ kind: "protectedStructure" });
}

function tableNames(design: SheetDesign): string[] {
  return (design.tables ?? []).map((table) => table.name);
}

/** Tables and names share one list of names; tables of the sheet that is written anew do not count. */
export function refuseTableNames(
  draft: Draft,
  wanted: readonly string[],
  rewritten: SheetEntry | null,
): void {
  const workbook = workbookOf(draft.package);
  const others = workbook.sheets.filter((sheet) => sheet.part !== rewritten?.part);
  const taken = new Set([
    ...tablesOf(draft.package, others).map(({ table }) => table.toLowerCase()),
    ...definedNames(workbook.root).map(({ attributes }) => (attributes.name ?? "").toLowerCase()),
  ]);
  for (const table of wanted) {
    if (taken.has(table.toLowerCase())) throw new Refused({ kind: "tableExists", table });
    taken.add(table.toLowerCase());
  }
}

/** A sheet that could not be put back as it was is neither deleted nor written over. */
function refuseIrreplaceable(draft: Draft, entry: SheetEntry): void {
  const thing = entry.isWorksheet ? irreplaceableThing(draft.package, entry) : "chartsheet";
  if (thing === null) return;
  throw new Refused({ kind: "unsupportedFile", what: "irreplaceable", detail: `${entry.name}: ${thing}` });
}

/** Takes away the parts that nothing leads to any more. */
function dropUnreachable(draft: Draft, before: ReadonlySet<string>): void {
  const now = linkedParts(draft.package);
  const gone = [...before].filter((part) => !now.has(part));
  for (const part of gone) {
    draft.set(part, null);
    draft.set(relationshipsPart(part), null);
  }
  draft.become(withContentTypes(draft.package, [], gone));
}
