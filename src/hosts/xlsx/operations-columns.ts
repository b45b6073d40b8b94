/** Columns and whole tables, added to sheets that exist and taken off again. */
import {
  cellAddress,
  type Area,
  type DesignCell,
  type Operation,
  type SheetDesign,
  type TableColumnDesign,
} from "../../book";
import { cellsUncovered } from "./covered-formats";
import { Refused, type Draft } from "./draft";
import { changesOfCells, furnishingEdits, tableListEdits, unlinkingEdits } from "./furnishing";
import { addTablePart, nextTableId } from "./graft";
import { dropNotes, noteEdits } from "./notes";
import { applyCells, worksheetNamed } from "./operations-cells";
import { refuseTaken, tableNamed } from "./operations-rows";
import { refuseTableNames } from "./operations-sheets";
import { openSheet, ruleEdits } from "./open-sheet";
import { relationshipsOf } from "./parts";
import { freeRelationshipId, withContentTypes, withRelationships } from "./relations";
import { without } from "./sqref";
import { columnsOf, tableXml, withColumns, withoutLastColumns, type TablePlace } from "./tables";
import { staying } from "./uncovered-rules";
import { relationshipIdAttribute } from "./workbook-part";

type AddColumns = Extract<Operation, { kind: "addColumns" }>;
type AddTable = Extract<Operation, { kind: "addTable" }>;

const furnishings = new WeakMap<AddColumns | AddTable, SheetDesign>();

/** What such an operation brings along, as a design of which a sheet can be made; the same one at every call. */
export function furnishingOf(operation: AddColumns | AddTable): SheetDesign {
  let design = furnishings.get(operation);
  if (!design) {
    const { cells, validations, conditionalFormats } = operation;
    design = { name: "", columns: [], cells, validations, conditionalFormats };
    furnishings.set(operation, design);
  }
  return design;
}

export function addColumns(draft: Draft, operation: AddColumns): void {
  const place = tableNamed(draft, operation.table);
  if (operation.columns.length === 0) return;
  const sheet = openSheet(draft, place.sheet);
  const added: Area = {
    ...place.area,
    column: place.area.column + place.area.columns,
    columns: operation.columns.length,
  };
  refuseTaken(draft, sheet, place, added);
  refuseHeaders(place, operation.columns);
  const headers = place.hasHeader ? headerCells(operation.columns, added) : [];
  const changes = changesOfCells(draft, withHeaders(operation.cells, headers));
  applyCells(draft, sheet, changes, [
    ...furnishingEdits(draft, sheet, furnishingOf(operation)),
    ...noteEdits(draft, sheet, furnishingOf(operation)),
  ]);
  draft.set(place.name, withColumns(place, operation.columns));
  draft.changed(place.sheet.name, added);
}

export function removeLastColumns(
  draft: Draft,
  operation: Extract<Operation, { kind: "removeLastColumns" }>,
): void {
  const place = tableNamed(draft, operation.table);
  const { count } = operation;
  if (count >= place.area.columns) throw new RangeError(`${place.table} would be left without columns`);
  if (count <= 0) return;
  const sheet = openSheet(draft, place.sheet);
  const left = place.area.columns - count;
  const gone: Area = { ...place.area, column: place.area.column + left, columns: count };
  dropNotes(draft, sheet, gone);
  const changes = cellsUncovered(draft, gone, operation.uncovers);
  applyCells(draft, sheet, changes, [
    ...ruleEdits(sheet, (areas) => without(areas, gone), staying(sheet, operation.uncovers)),
    ...unlinkingEdits(sheet, gone),
  ]);
  for (const { header } of columnsOf(place).slice(left))
    draft.lostColumns.push({ table: place.table, header });
  draft.set(place.name, withoutLastColumns(place, count));
  draft.changed(place.sheet.name, gone);
}

export function addTable(draft: Draft, operation: AddTable): void {
  const { table } = operation;
  const entry = worksheetNamed(draft, operation.sheet);
  refuseTableNames(draft, [table.name], null);
  const sheet = openSheet(draft, entry);
  refuseTaken(draft, sheet, null, table.area);
  const notes = noteEdits(draft, sheet, furnishingOf(operation));
  const id = freeRelationshipId(relationshipsOf(draft.package, entry.part).map((one) => one.id));
  const cells = withHeaders(operation.cells, headerCells(table.columns, table.area));
  applyCells(draft, sheet, changesOfCells(draft, cells), [
    ...furnishingEdits(draft, sheet, furnishingOf(operation)),
    ...notes,
    ...tableListEdits(sheet, relationshipIdAttribute(sheet.root, id), null),
  ]);
  const relationship = addTablePart(draft, entry.part, tableXml(table, nextTableId(draft.package)), id);
  draft.become(withRelationships(draft.package, entry.part, [relationship]));
  draft.changed(entry.name, table.area);
}

export function removeTable(draft: Draft, operation: Extract<Operation, { kind: "removeTable" }>): void {
  const place = tableNamed(draft, operation.table);
  const sheet = openSheet(draft, place.sheet);
  dropNotes(draft, sheet, place.area);
  const changes = cellsUncovered(draft, place.area, operation.uncovers);
  applyCells(draft, sheet, changes, [
    ...ruleEdits(sheet, (areas) => without(areas, place.area), staying(sheet, operation.uncovers)),
    ...unlinkingEdits(sheet, place.area),
    ...tableListEdits(sheet, null, place.relationshipId),
  ]);
  draft.become(withRelationships(draft.package, place.sheet.part, [], [place.relationshipId]));
  draft.lostTables.add(place.table);
  draft.set(place.name, null);
  draft.become(withContentTypes(draft.package, [], [place.name]));
  draft.changed(place.sheet.name, place.area);
}

/** Two columns of one table may not be called alike. */
function refuseHeaders(place: TablePlace, added: readonly TableColumnDesign[]): void {
  const present = columnsOf(place).map(({ header }) => header.toLowerCase());
  for (const { header } of added) {
    const c = present.indexOf(header.toLowerCase());
    if (c < 0) continue;
    const cell = cellAddress(place.area.row, place.area.column + c);
    throw new Refused({ kind: "occupied", sheet: place.sheet.name, cell });
  }
}

function headerCells(columns: readonly TableColumnDesign[], area: Area): DesignCell[] {
  return columns.map(({ header }, c) => ({ row: area.row, column: area.column + c, content: header }));
}

/** Header cells hold their column's header, whatever else the design says of them. */
function withHeaders(cells: readonly DesignCell[], headers: readonly DesignCell[]): DesignCell[] {
  const given = (header: DesignCell): DesignCell | undefined =>
    cells.find(({ row, column }) => row === header.row && column === header.column);
  return [...cells, ...headers.map((header) => ({ ...given(header), ...header }))];
}
