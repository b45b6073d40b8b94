/** Writing cells of a sheet that exists. */
import { areasOverlap, cellAddress, inputValue, writtenArea, type Area, type Operation } from "../../book";
import { CellChanges, editsOfCells, tornFormula } from "./cell-changes";
import { Refused, type Draft } from "./draft";
import { columnStyles, openSheet, refuseFilter, refuseMerges, saveSheet, type OpenSheet } from "./open-sheet";
import { contains } from "./sqref";
import { columnsOf, tablesOf, type TablePlace } from "./tables";
import { sheetNamed, workbookOf, type SheetEntry } from "./workbook-part";

type WriteCells = Extract<Operation, { kind: "writeCells" }>;

/** Blocks of one sheet; where they overlap the later one counts. Some of their `changes` may stand there already. */
export function writeCells(
  draft: Draft,
  blocks: readonly WriteCells[],
  changes = changesOf(draft, blocks),
): void {
  const entry = worksheetNamed(draft, blocks[0]!.sheet);
  const sheet = openSheet(draft, entry);
  const { area } = changes;
  if (!area) return;
  refuseFilter(draft, sheet, blocks.map(writtenArea));
  refuseMerges(sheet, (merge) => hiddenCell(merge, changes));
  const tables = tablesOf(draft.package, [entry]);
  for (const block of blocks) refuseTornTables(tables, block);
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

/** What the blocks change, the later ones over the earlier. */
export function changesOf(draft: Draft, blocks: readonly WriteCells[]): CellChanges {
  const changes = new CellChanges();
  const styles = new Map<string, (present: number) => number>();
  const styleOf = (format: string): ((present: number) => number) => {
    let style = styles.get(format);
    if (!style) styles.set(format, (style = (present) => draft.withNumberFormat(present, format)));
    return style;
  };
  for (const { row, column, cells, numberFormats } of blocks) {
    cells.forEach((line, r) => {
      const formats = numberFormats?.[r];
      line.forEach((content, c) => {
        const format = formats?.[c] ?? null;
        changes.set(row + r, column + c, format === null ? { content } : { content, style: styleOf(format) });
      });
    });
  }
  return changes;
}

/** A cell that is to hold something and lies hidden under a merge. */
function hiddenCell(merge: Area, changes: CellChanges): string | null {
  for (const { row, column } of changes.within(merge)) {
    if (row === merge.row && column === merge.column) continue;
    const content = changes.get(row, column)?.content;
    if (content !== undefined && inputValue(content) !== null) return cellAddress(row, column);
  }
  return null;
}

/** Header and totals cells repeat what a table's part says: only the same text may be written there. */
function refuseTornTables(tables: readonly TablePlace[], operation: WriteCells): void {
  const written = writtenArea(operation);
  for (const place of tables) {
    if (!areasOverlap(place.area, written)) continue;
    const cell = place.hasHeader ? otherHeader(place, operation) : null;
    if (cell !== null) throw new Refused({ kind: "occupied", sheet: operation.sheet, cell });
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
