/** How a table's new last rows take after the row above: formats, drop-downs, conditional formats, formulas of columns. */
import { intersect, isOnSheet, type Area } from "./area";
import type { Book } from "./book";
import { translateFormula } from "./formula-text";
import type { Sheet } from "./sheet";
import { bodyArea, type TableState } from "./table";

/** @param place the new rows, right below what was the table's last one; cells that hold something keep it */
export function growFromLastRow(table: TableState, place: Area): void {
  const { sheet } = table;
  const last = place.row - 1;
  if (last < bodyArea(table).row) return;
  for (let column = place.column; column < place.column + place.columns; column += 1) {
    const source = sheet.grid.find(last, column);
    if (!source) continue;
    for (let row = place.row; row < place.row + place.rows; row += 1) {
      const cell = sheet.grid.cell(row, column);
      cell.format = source.format;
      if (source.formula !== null && cell.value === "" && cell.formula === null) {
        sheet.grid.setFormula(cell, translateFormula(source.formula, row - last, 0));
      }
    }
  }
  const right = place.column + place.columns;
  const touches = (area: Area) =>
    area.row <= last &&
    area.row + area.rows === place.row &&
    area.column >= place.column &&
    area.column + area.columns <= right;
  for (const one of [...sheet.validations, ...sheet.conditionalFormats]) {
    one.areas = one.areas.map((area) => (touches(area) ? { ...area, rows: area.rows + place.rows } : area));
  }
}

/** A table takes in what a person types right below it; what an add-in writes there stays outside. */
export function growUnderTyping(book: Book, sheet: Sheet, typed: Area): void {
  for (const table of book.tablesOn(sheet)) {
    const below: Area = { ...table.area, row: table.area.row + table.area.rows, rows: 1 };
    if (table.showTotals || !isOnSheet(below) || typed.row !== below.row || !intersect(below, typed))
      continue;
    if (typed.column < below.column || typed.column + typed.columns > below.column + below.columns) continue;
    const place = { ...below, rows: typed.rows };
    const free = book.tablesOn(sheet).every((other) => other === table || !intersect(other.area, place));
    if (!free || sheet.merges.some((merge) => intersect(merge, place))) continue;
    table.area = { ...table.area, rows: table.area.rows + typed.rows };
    table.filter.area = table.area;
    growFromLastRow(table, place);
    book.touch();
  }
}
