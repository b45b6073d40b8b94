/** Rows added below a table's last one, and taken off again. */
import { areasOverlap, cellAddress, type Area, type CellInput, type Operation } from "../../book";
import { CellChanges } from "./cell-changes";
import { cellsUncovered } from "./covered-formats";
import { Refused, type Draft } from "./draft";
import { applyCells } from "./operations-cells";
import {
  columnStyles,
  mergeAt,
  openSheet,
  refuseFilter,
  refuseMerges,
  ruleEdits,
  type OpenSheet,
} from "./open-sheet";
import { UnsupportedFile } from "./package";
import { cellsOf, firstFilled, rowsOf, rowStyle, type RowSpan } from "./rows";
import { grown, shrunk } from "./sqref";
import { columnsOf, dataOf, tablesOf, withArea, type ColumnOfTable, type TablePlace } from "./tables";
import { workbookOf } from "./workbook-part";

export function appendRows(draft: Draft, operation: Extract<Operation, { kind: "appendRows" }>): void {
  const { rows } = operation;
  const place = tableNamed(draft, operation.table);
  if (rows.length === 0) return;
  const sheet = openSheet(draft, place.sheet);
  if (place.hasTotals) throw new Refused({ kind: "tableHasTotals", table: place.table });
  refuseFilter(draft, sheet, place.area);
  const data = dataOf(place);
  const added: Area = { ...data, row: data.row + data.rows, rows: rows.length };
  refuseTaken(draft, sheet, place, added);
  const last = lineOf(sheet, added.row - 1);
  const columns = columnsOf(place);
  const styles = stylesOf(sheet, last, added);
  const changes = new CellChanges();
  rows.forEach((row, r) => {
    if (row.length > columns.length) throw new RangeError(`a row of ${row.length} cells for ${place.table}`);
    styles.forEach((style, c) => {
      changes.set(added.row + r, added.column + c, { content: contentOf(row[c] ?? null, columns[c]), style });
    });
  });
  const rules = ruleEdits(sheet, (areas) => grown(areas, data, rows.length));
  applyCells(draft, sheet, changes, rules, heightOf(sheet, last));
  draft.set(place.name, withArea(place, { ...place.area, rows: place.area.rows + rows.length }));
  draft.changed(place.sheet.name, added);
}

export function removeLastRows(
  draft: Draft,
  operation: Extract<Operation, { kind: "removeLastRows" }>,
): void {
  const place = tableNamed(draft, operation.table);
  const sheet = openSheet(draft, place.sheet);
  if (place.hasTotals) throw new Refused({ kind: "tableHasTotals", table: place.table });
  refuseFilter(draft, sheet, place.area);
  const data = dataOf(place);
  const count = Math.min(operation.count, data.rows);
  if (count <= 0) return;
  const gone: Area = { ...data, row: data.row + data.rows - count, rows: count };
  const changes = cellsUncovered(draft, gone, operation.uncovers);
  // A table keeps one data row, if an empty one.
  const left = Math.max(data.rows - count, 1);
  const lost: Area = { ...data, row: data.row + left, rows: data.rows - left };
  const rules = lost.rows > 0 ? ruleEdits(sheet, (areas) => shrunk(areas, data, lost.rows)) : [];
  applyCells(draft, sheet, changes, rules);
  draft.set(place.name, withArea(place, { ...place.area, rows: place.area.rows - lost.rows }));
  draft.changed(place.sheet.name, gone);
}

/** The table of this name. */
export function tableNamed(draft: Draft, name: string): TablePlace {
  const wanted = name.toLowerCase();
  const all = tablesOf(draft.package, workbookOf(draft.package).sheets);
  const place = all.find(({ table }) => table.toLowerCase() === wanted);
  if (!place) throw new Refused({ kind: "tableMissing", table: name });
  if (columnsOf(place).length !== place.area.columns) throw new UnsupportedFile("damaged", place.name);
  return place;
}

/** Refuses where a table, a merged cell or anything else stands in an area that must be empty. */
export function refuseTaken(draft: Draft, sheet: OpenSheet, own: TablePlace | null, area: Area): void {
  for (const other of tablesOf(draft.package, [sheet.entry])) {
    if (other.name === own?.name || !areasOverlap(other.area, area)) continue;
    const cell = cellAddress(other.area.row, other.area.column);
    throw new Refused({ kind: "occupied", sheet: sheet.entry.name, cell });
  }
  refuseMerges(sheet, mergeAt(area));
  const cell = firstFilled(sheet, area);
  if (cell !== null) throw new Refused({ kind: "occupied", sheet: sheet.entry.name, cell });
}

function lineOf(sheet: OpenSheet, row: number): RowSpan | null {
  for (const span of rowsOf(sheet, row)) return span.row === row ? span : null;
  return null;
}

/** The formats of the line above, which the new rows take over, by column of the table. */
function stylesOf(sheet: OpenSheet, line: RowSpan | null, area: Area): number[] {
  const cells = new Map((line ? cellsOf(sheet, line) : []).map(({ column, style }) => [column, style]));
  const byRow = line && rowStyle(sheet, line);
  const byColumn = columnStyles(sheet);
  return Array.from({ length: area.columns }, (_cell, c) => {
    const column = area.column + c;
    return cells.get(column) ?? byRow ?? byColumn(column);
  });
}

/** A cell that is given nothing gets the formula of its column, as in a table that a person makes longer. */
function contentOf(given: CellInput, column: ColumnOfTable | undefined): CellInput {
  if (given !== null || !column || column.formula === null) return given;
  return { formula: column.formula, value: null };
}

/** A height that somebody gave the line above. */
function heightOf({ text }: OpenSheet, line: RowSpan | null): string {
  const tag = line ? text.slice(line.start, line.openEnd) : "";
  const height = /\sht\s*=\s*["']([\d.]+)["']/.exec(tag)?.[1];
  const own = /\scustomHeight\s*=\s*["'](1|true)["']/.test(tag);
  return height !== undefined && own ? ` ht="${height}" customHeight="1"` : "";
}
