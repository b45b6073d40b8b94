/** An edit carried out on a package: operation by operation, then what holds for every change. */
import { type Edit, type Operation, type SheetDesign } from "../../book";
import { uncoveredDesign } from "./covered-formats";
import { Refused, type Draft } from "./draft";
import { writeCells } from "./operations-cells";
import { addColumns, addTable, furnishingOf, removeLastColumns, removeTable } from "./operations-columns";
import { copySheet } from "./operations-copy";
import { repeatRows } from "./operations-repeat";
import { appendRows, removeLastRows } from "./operations-rows";
import { createSheet, defineName, deleteSheet, rewriteSheet } from "./operations-sheets";
import { dropReferences, type Lost } from "./lost-references";
import { relationshipsPart, relatedPart } from "./parts";
import { frameOf } from "./rows";
import { setAttributes } from "./splicing";
import { withContentTypes, withRelationships } from "./relations";
import { tablesOf } from "./tables";
import { activeSheetOf, sheetNamed, withActiveSheet, withFullCalculation, workbookOf } from "./workbook-part";
import { child, splice } from "./xml";

/** What must be made as sheets before the edit can be carried out. */
export function designsOf(edit: Edit): SheetDesign[] {
  return edit.operations.flatMap((operation) => {
    switch (operation.kind) {
      case "createSheet":
      case "rewriteSheet":
        return [operation.design];
      case "addColumns":
      case "addTable":
        return [furnishingOf(operation)];
      case "removeLastRows":
      case "removeLastColumns":
      case "removeTable":
        return uncoveredDesign(operation);
      default:
        return [];
    }
  });
}

type WriteCells = Extract<Operation, { kind: "writeCells" }>;

/**
 * Blocks of cells written one after the other on one sheet, of which there may be thousands, are one pass over it, with
 * the repeating of its rows if that comes before them.
 */
export function carriedOutTogether(operations: readonly Operation[]): Operation[][] {
  const groups: Operation[][] = [];
  for (const operation of operations) {
    const before = groups.at(-1)?.[0];
    const joins =
      (before?.kind === "writeCells" || before?.kind === "repeatRows") &&
      operation.kind === "writeCells" &&
      before.sheet === operation.sheet;
    if (joins) groups.at(-1)!.push(operation);
    else groups.push([operation]);
  }
  return groups;
}

/** Carries out what belongs together. Throws `Refused` where it may not be. */
export function carryOut(draft: Draft, operations: readonly Operation[]): void {
  const [operation, ...others] = operations;
  if (!operation) return;
  switch (operation.kind) {
    case "createSheet":
      return createSheet(draft, operation);
    case "rewriteSheet":
      return rewriteSheet(draft, operation);
    case "deleteSheet":
      return deleteSheet(draft, operation);
    case "writeCells":
      return writeCells(draft, operations as readonly WriteCells[]);
    case "appendRows":
      return appendRows(draft, operation);
    case "removeLastRows":
      return removeLastRows(draft, operation);
    case "addColumns":
      return addColumns(draft, operation);
    case "removeLastColumns":
      return removeLastColumns(draft, operation);
    case "addTable":
      return addTable(draft, operation);
    case "removeTable":
      return removeTable(draft, operation);
    case "copySheet":
      return copySheet(draft, operation);
    case "repeatRows":
      return repeatRows(draft, operation, others as readonly WriteCells[]);
    case "defineName":
      return defineName(draft, operation);
  }
}

/** What every change asks for: a sheet in view, and formulas that are calculated when the file is opened. */
export function conclude(draft: Draft): void {
  showVisibleSheet(draft);
  dropReferences(draft, lostIn(draft));
  if (draft.formulaGone) dropCalculationChain(draft);
  const workbook = workbookOf(draft.package);
  draft.set(workbook.name, withFullCalculation(workbook));
}

/** What went and was not made again by a later operation. */
function lostIn(draft: Draft): Lost {
  const workbook = workbookOf(draft.package);
  const tables = new Set(tablesOf(draft.package, workbook.sheets).map(({ table }) => table.toLowerCase()));
  return {
    sheets: [...draft.lostSheets].filter((name) => !sheetNamed(workbook, name)),
    tables: [...draft.lostTables].filter((name) => !tables.has(name.toLowerCase())),
    columns: draft.lostColumns,
  };
}

/** A workbook must show a sheet: refuses to take away the last one, and brings one into view where none is. */
function showVisibleSheet(draft: Draft): void {
  const workbook = workbookOf(draft.package);
  const active = workbook.sheets[activeSheetOf(workbook)];
  if (active?.visibility === "visible") return;
  const position = workbook.sheets.findIndex((sheet) => sheet.visibility === "visible");
  const shown = workbook.sheets[position];
  if (!shown) throw new Refused({ kind: "unsupportedFile", what: "lastVisibleSheet", detail: workbook.name });
  draft.set(workbook.name, withActiveSheet(workbook, position));
  if (shown.isWorksheet) select(draft, shown.part);
}

function select(draft: Draft, part: string): void {
  const { text, root } = frameOf(draft.package, part);
  const view = child(child(root, "sheetViews"), "sheetView");
  if (!view || view.attributes.tabSelected === "1") return;
  draft.set(part, splice(text, [setAttributes(text, view, { tabSelected: "1" })]));
}

/** The chain names every formula's cell; programs make it again, but stumble over one that names too many. */
function dropCalculationChain(draft: Draft): void {
  const workbook = workbookOf(draft.package);
  const chain = workbook.relationships.find((one) => one.type.endsWith("/calcChain"));
  if (!chain) return;
  const part = relatedPart(draft.package, workbook.relationships, "calcChain");
  draft.become(withRelationships(draft.package, workbook.name, [], [chain.id]));
  if (part === null) return;
  draft.set(part, null);
  draft.set(relationshipsPart(part), null);
  draft.become(withContentTypes(draft.package, [], [part]));
}
