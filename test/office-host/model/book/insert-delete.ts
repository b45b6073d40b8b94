/** Inserting and deleting cells: everything on the sheet that has a place moves along. */
import { loseColumns, loseTable, rewriteFormulas } from "./references";
import { announceChange } from "./announcing";
import {
  contains,
  intersect,
  isEntireColumn,
  isEntireRow,
  maxColumns,
  maxRows,
  subtract,
  type Area,
} from "./area";
import type { Book } from "./book";
import { shiftFormula } from "./formula-text";
import { affectedBand, isTorn, shiftArea, type Shift } from "./shift";
import type { Sheet } from "./sheet";
import { refuse } from "../refusals";
import { headerArea, uniqueHeader, type TableState } from "./table";

export function insertCells(book: Book, sheet: Sheet, area: Area, direction: "Down" | "Right"): void {
  assertShiftAllowed(
    book,
    sheet,
    direction === "Down" ? "allowInsertRows" : "allowInsertColumns",
    direction === "Down" ? isEntireRow(area) : isEntireColumn(area),
  );
  const shift: Shift = { sheet: sheet.name, area, direction };
  assertNothingTorn(book, sheet, shift);
  assertRoom(sheet, shift);
  const band = affectedBand(shift);
  if (direction === "Down") sheet.grid.move({ ...band, rows: band.rows - area.rows }, area.rows, 0);
  else sheet.grid.move({ ...band, columns: band.columns - area.columns }, 0, area.columns);
  moveEverything(book, sheet, shift);
  inheritFormats(sheet, area, direction);
  book.touch();
  announce(
    book,
    sheet,
    area,
    direction === "Down" ? ["RowInserted", "CellInserted"] : ["ColumnInserted", "CellInserted"],
    direction === "Down" ? "ShiftCellDown" : "ShiftCellRight",
  );
}

export function deleteCells(book: Book, sheet: Sheet, area: Area, direction: "Up" | "Left"): void {
  assertShiftAllowed(
    book,
    sheet,
    direction === "Up" ? "allowDeleteRows" : "allowDeleteColumns",
    direction === "Up" ? isEntireRow(area) : isEntireColumn(area),
  );
  const shift: Shift = { sheet: sheet.name, area, direction };
  assertNothingTorn(book, sheet, shift);
  sheet.grid.remove(area);
  if (direction === "Up")
    sheet.grid.move(
      { ...area, row: area.row + area.rows, rows: maxRows - area.row - area.rows },
      -area.rows,
      0,
    );
  else
    sheet.grid.move(
      { ...area, column: area.column + area.columns, columns: maxColumns - area.column - area.columns },
      0,
      -area.columns,
    );
  moveEverything(book, sheet, shift);
  book.touch();
  announce(
    book,
    sheet,
    area,
    direction === "Up" ? ["RowDeleted", "CellDeleted"] : ["ColumnDeleted", "CellDeleted"],
    direction === "Up" ? "ShiftCellUp" : "ShiftCellLeft",
  );
}

function assertShiftAllowed(book: Book, sheet: Sheet, option: string, entire: boolean): void {
  if (!sheet.protection) return;
  if (!entire) refuse("AccessDenied");
  book.assertAllowed(sheet, option);
}

/** Excel does not tear tables or merged cells apart. */
function assertNothingTorn(book: Book, sheet: Sheet, shift: Shift): void {
  const fixed = [...book.tablesOn(sheet).map((table) => table.area), ...sheet.merges];
  if (fixed.some((area) => isTorn(area, shift))) refuse("InsertDeleteConflict");
}

function assertRoom(sheet: Sheet, shift: Shift): void {
  const used = sheet.grid.usedArea(true);
  if (!used) return;
  const { area, direction } = shift;
  const edge: Area =
    direction === "Down"
      ? { ...area, row: maxRows - area.rows, rows: area.rows }
      : { ...area, column: maxColumns - area.columns, columns: area.columns };
  if (intersect(used, edge)) refuse("NonBlankCellOffSheet");
}

function moveEverything(book: Book, sheet: Sheet, shift: Shift): void {
  sheet.merges = sheet.merges.flatMap((area) => shiftArea(area, shift) ?? []);
  sheet.validations = sheet.validations
    .map((one) => ({ ...one, areas: one.areas.flatMap((area) => shiftParts(area, shift)) }))
    .filter((one) => one.areas.length > 0);
  for (const format of sheet.conditionalFormats)
    format.areas = format.areas.flatMap((area) => shiftParts(area, shift));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  for (const range of sheet.ranges) range.area = range.area && shiftArea(range.area, shift);
  if (sheet.filter) {
    const area = shiftArea(sheet.filter.area, shift);
    sheet.filter = area && { ...sheet.filter, area };
  }
  sheet.page.printAreas = sheet.page.printAreas.flatMap((area) => shiftArea(area, shift) ?? []);
  sheet.page.titleRows = sheet.page.titleRows && shiftArea(sheet.page.titleRows, shift);
  sheet.page.titleColumns = sheet.page.titleColumns && shiftArea(sheet.page.titleColumns, shift);
  sheet.comments = moveMarks(sheet.comments, shift);
  sheet.notes = moveMarks(sheet.notes, shift);
  if (isEntireRow(shift.area))
    moveLines(
      shift,
      [sheet.rowHeights, sheet.grid.rowFormats],
      sheet.hiddenRows,
      shift.area.row,
      shift.area.rows,
    );
  if (isEntireColumn(shift.area))
    moveLines(
      shift,
      [sheet.columnWidths, sheet.grid.columnFormats],
      sheet.hiddenColumns,
      shift.area.column,
      shift.area.columns,
    );
  for (const table of book.tablesOn(sheet)) moveTable(book, table, shift);
  rewriteFormulas(book, (formula, home) => shiftFormula(formula, home.name, shift));
}

/** Comments and notes follow their cells and are gone with them. */
function moveMarks<T extends { row: number; column: number }>(marks: readonly T[], shift: Shift): T[] {
  return marks.flatMap((mark) => {
    const moved = shiftArea({ row: mark.row, column: mark.column, rows: 1, columns: 1 }, shift);
    return moved ? Object.assign(mark, { row: moved.row, column: moved.column }) : [];
  });
}

/** Parts of a list of areas may be torn: the part inside the band moves, the rest stays. */
function shiftParts(area: Area, shift: Shift): Area[] {
  if (!isTorn(area, shift)) return [shiftArea(area, shift) ?? []].flat();
  const vertical = shift.direction === "Down" || shift.direction === "Up";
  const strip: Area = vertical
    ? { ...shift.area, row: 0, rows: maxRows }
    : { ...shift.area, column: 0, columns: maxColumns };
  const inside = intersect(area, strip);
  const moved = inside && shiftArea(inside, shift);
  return [...subtract(area, strip), ...(moved ? [moved] : [])];
}

function moveLines(
  shift: Shift,
  maps: readonly Map<number, unknown>[],
  hidden: Set<number>,
  at: number,
  count: number,
): void {
  const insert = shift.direction === "Down" || shift.direction === "Right";
  const place = (index: number) =>
    index < at ? index : insert ? index + count : index < at + count ? null : index - count;
  for (const map of maps) {
    const entries = [...map];
    map.clear();
    for (const [index, value] of entries) {
      const to = place(index);
      if (to !== null) map.set(to, value);
    }
  }
  const lines = [...hidden];
  hidden.clear();
  for (const index of lines) {
    const to = place(index);
    if (to !== null) hidden.add(to);
  }
}

function moveTable(book: Book, table: TableState, shift: Shift): void {
  const before = table.area;
  const after = shiftArea(before, shift);
  const header = headerArea(table);
  const headerGone = header !== null && shift.direction === "Up" && contains(shift.area, header);
  if (after === null || headerGone) return loseTable(book, table);
  const minimum = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0) + 1;
  table.area = after.rows < minimum ? { ...after, rows: minimum } : after;
  table.filter.area = table.area;
  if (table.area.columns > before.columns)
    addColumns(table, shift.area.column - before.column, table.area.columns - before.columns);
  else if (table.area.columns < before.columns) {
    const first = Math.max(0, shift.area.column - before.column);
    const gone = table.columns.splice(first, before.columns - table.area.columns);
    loseColumns(
      book,
      table,
      gone.map((column) => column.name),
    );
  }
}

/** Columns that an insertion opened inside a table get headers of their own. */
function addColumns(table: TableState, at: number, count: number): void {
  const header = headerArea(table);
  for (let index = at; index < at + count; index += 1) {
    const name = uniqueHeader("", new Set(table.columns.map((column) => column.name.toLowerCase())));
    table.columns.splice(index, 0, { id: table.nextColumnId, name });
    table.nextColumnId += 1;
    if (header) table.sheet.grid.cell(header.row, header.column + index).value = name;
  }
}

/** New cells look like those above or left of them. */
function inheritFormats(sheet: Sheet, area: Area, direction: "Down" | "Right"): void {
  const down = direction === "Down";
  const source: Area = down
    ? { ...area, row: area.row - 1, rows: 1 }
    : { ...area, column: area.column - 1, columns: 1 };
  if (source.row < 0 || source.column < 0) return;
  for (const [row, column, cell] of [...sheet.grid.cellsIn(source)]) {
    if (cell.format === sheet.grid.sheetFormat) continue;
    const count = down ? area.rows : area.columns;
    for (let step = 1; step <= count; step += 1) {
      sheet.grid.cell(row + (down ? step : 0), column + (down ? 0 : step)).format = cell.format;
    }
  }
}

function announce(
  book: Book,
  sheet: Sheet,
  area: Area,
  kinds: readonly [string, string],
  shiftDirection: string,
): void {
  const entire = isEntireRow(area) || isEntireColumn(area);
  announceChange(book, sheet, area, entire ? kinds[0] : kinds[1], undefined, shiftDirection);
}
