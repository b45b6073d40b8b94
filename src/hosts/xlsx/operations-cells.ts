/** Writing cells of a sheet that exists. */
import { areasOverlap, cellAddress, inputValue, writtenArea, type Area, type Operation } from "../../book";
import { CellChanges, editsOfCells, tornFormula, type CellChange } from "./cell-changes";
import { Refused, type Draft } from "./draft";
import { columnStyles, openSheet, refuseFilter, refuseMerges, saveSheet, type OpenSheet } from "./open-sheet";
import { contains } from "./sqref";
import { columnsOf, tablesOf, type TablePlace } from "./tables";
import { sheetNamed, workbookOf, type SheetEntry } from "./workbook-part";

type WriteCells = Extract<Operation, { kind: "writeCells" }>;

export function writeCells(draft: Draft, operation: WriteCells): void {
  const entry = worksheetNamed(draft, operation.sheet);
  const sheet = openSheet(draft, entry);
  const changes = changesOf(draft, operation);
  const { area } = changes;
  if (!area) return;
  refuseFilter(draft, sheet, area);
  refuseMerges(sheet, (merge) => hiddenCell(merge, operation));
  refuseTornTables(draft, sheet, operation);
  applyCells(draft, sheet, changes);
  draft.changed(entry.name, area);
}

/** The worksheet of this name; sheets without cells count as none. */
export function worksheetNamed(draft: Draft, name: string): SheetEntry {
  const entry = sheetNamed(workbookOf(draft.package), name);
  if (!entry?.isWorksheet) throw new Refused({ kind: "sheetMissing", sheet: name });
  return entry;
}

/** Splices changes into the sheet, together with other edits of it. */
export function applyCells(
  draft: Draft,
  sheet: OpenSheet,
  changes: CellChanges,
  others: Parameters<typeof saveSheet>[2] = [],
  newRow = "",
): void {
  const torn = tornFormula(sheet, changes);
  if (torn !== null) throw new Refused({ kind: "sharedFormula", sheet: sheet.entry.name, cell: torn });
  const { edits, formulaGone } = editsOfCells(sheet, changes, { columnStyle: columnStyles(sheet), newRow });
  if (formulaGone) draft.formulaGone = true;
  saveSheet(draft, sheet, [...edits, ...others], changes.area);
}

function changesOf(draft: Draft, operation: WriteCells): CellChanges {
  const changes = new CellChanges();
  operation.cells.forEach((row, r) =>
    row.forEach((content, c) => {
      const format = operation.numberFormats?.[r]?.[c] ?? null;
      const change: CellChange =
        format === null
          ? { content }
          : { content, style: (present) => draft.withNumberFormat(present, format) };
      changes.set(operation.row + r, operation.column + c, change);
    }),
  );
  return changes;
}

/** A cell that is to hold something and lies hidden under a merge. */
function hiddenCell(merge: Area, operation: WriteCells): string | null {
  if (!areasOverlap(merge, writtenArea(operation))) return null;
  for (let row = merge.row; row < merge.row + merge.rows; row++) {
    for (let column = merge.column; column < merge.column + merge.columns; column++) {
      if (row === merge.row && column === merge.column) continue;
      const content = operation.cells[row - operation.row]?.[column - operation.column];
      if (content !== undefined && inputValue(content) !== null) return cellAddress(row, column);
    }
  }
  return null;
}

/** Header and totals cells repeat what a table's part says: only the same text may be written there. */
function refuseTornTables(draft: Draft, sheet: OpenSheet, operation: WriteCells): void {
  const written = writtenArea(operation);
  for (const place of tablesOf(draft.package, [sheet.entry])) {
    if (!areasOverlap(place.area, written)) continue;
    const cell = place.hasHeader ? otherHeader(place, operation) : null;
    if (cell !== null) throw new Refused({ kind: "occupied", sheet: sheet.entry.name, cell });
    const totals = { ...place.area, row: place.area.row + place.area.rows - 1, rows: 1 };
    if (place.hasTotals && areasOverlap(totals, written)) {
      throw new Refused({ kind: "tableHasTotals", table: place.table });
    }
  }
}

function otherHeader(place: TablePlace, operation: WriteCells): string | null {
  const headers = columnsOf(place);
  const row = operation.cells[place.area.row - operation.row] ?? [];
  for (const [c, content] of row.entries()) {
    const column = operation.column + c;
    if (!contains(place.area, place.area.row, column)) continue;
    if (content !== headers[column - place.area.column]?.header) return cellAddress(place.area.row, column);
  }
  return null;
}
