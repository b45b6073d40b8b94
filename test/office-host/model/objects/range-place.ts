/** Where a range stands on its sheet: its address and size, and the ranges that are found from it. */
import {
  formatArea,
  intersect,
  isEntireColumn,
  isEntireRow,
  isOnSheet,
  maxColumns,
  maxRows,
  quoteSheet,
  type Area,
} from "../book/area";
import type { Book } from "../book/book";
import { sequence } from "../book/grid";
import type { MovingRange, Sheet } from "../book/sheet";
import { HostObject } from "../../protocol";
import { found, refuse } from "../refusals";
import type { RangeObject } from "./range";

export abstract class RangePlace extends HostObject implements MovingRange {
  area: Area | null;

  constructor(
    readonly book: Book,
    readonly sheet: Sheet,
    area: Area,
  ) {
    super();
    if (!isOnSheet(area)) refuse("InvalidArgument");
    this.area = area;
    sheet.ranges.add(this);
  }

  /** The cells, wherever they stand now. */
  get cells(): Area {
    return this.area ?? refuse("InvalidReference");
  }
  get areas(): readonly Area[] {
    return [this.cells];
  }
  /** The same sheet, other cells. */
  abstract at(area: Area): RangeObject;

  get address(): string {
    return `${quoteSheet(this.sheet.name)}!${formatArea(this.cells)}`;
  }
  get addressLocal(): string {
    return this.address;
  }
  get cellCount(): number {
    const count = this.cells.rows * this.cells.columns;
    return count > 2_147_483_647 ? -1 : count;
  }
  get rowCount(): number {
    return this.cells.rows;
  }
  get columnCount(): number {
    return this.cells.columns;
  }
  get rowIndex(): number {
    return this.cells.row;
  }
  get columnIndex(): number {
    return this.cells.column;
  }
  get isEntireColumn(): boolean {
    return isEntireColumn(this.cells);
  }
  get isEntireRow(): boolean {
    return isEntireRow(this.cells);
  }

  get rowHidden(): boolean | null {
    return sameForAll(this.lineCount, (index) => this.sheet.hiddenRows.has(this.cells.row + index));
  }
  set rowHidden(hide: boolean | null) {
    this.book.assertAllowed(this.sheet, "allowFormatRows");
    hideLines(this.sheet.hiddenRows, sequence(this.cells.row, this.lineCount), hide === true);
    const data = {
      worksheetId: this.sheet.id,
      address: formatArea(this.cells),
      changeType: hide ? "Hidden" : "Unhidden",
    };
    this.book.events.emit("RowHiddenChanged", [this.sheet.id, "Workbook"], {
      ...data,
      ...this.book.eventSource,
    });
  }
  get columnHidden(): boolean | null {
    return sameForAll(this.cells.columns, (index) => this.sheet.hiddenColumns.has(this.cells.column + index));
  }
  set columnHidden(hide: boolean | null) {
    this.book.assertAllowed(this.sheet, "allowFormatColumns");
    hideLines(this.sheet.hiddenColumns, sequence(this.cells.column, this.cells.columns), hide === true);
  }
  get hidden(): boolean | null {
    if (this.rowHidden === true || this.columnHidden === true) return true;
    return this.rowHidden === false && this.columnHidden === false ? false : null;
  }
  private get lineCount(): number {
    return Math.min(this.cells.rows, 100_000);
  }

  get top(): number {
    return sum(sequence(0, Math.min(this.cells.row, 100_000)), (row) => this.sheet.rowHeight(row));
  }
  get left(): number {
    return sum(sequence(0, this.cells.column), (column) => this.sheet.columnWidth(column));
  }
  get height(): number {
    return sum(sequence(this.cells.row, this.lineCount), (row) => this.sheet.rowHeight(row));
  }
  get width(): number {
    return sum(sequence(this.cells.column, this.cells.columns), (column) => this.sheet.columnWidth(column));
  }

  getCell(row: number, column: number): RangeObject {
    return this.at({ row: this.cells.row + row, column: this.cells.column + column, rows: 1, columns: 1 });
  }
  getRow(row: number): RangeObject {
    return this.at({ ...this.cells, row: this.cells.row + row, rows: 1 });
  }
  getColumn(column: number): RangeObject {
    return this.at({ ...this.cells, column: this.cells.column + column, columns: 1 });
  }
  getOffsetRange(rowOffset: number, columnOffset: number): RangeObject {
    return this.at({
      ...this.cells,
      row: this.cells.row + rowOffset,
      column: this.cells.column + columnOffset,
    });
  }
  getResizedRange(deltaRows: number, deltaColumns: number): RangeObject {
    return this.at({
      ...this.cells,
      rows: this.cells.rows + deltaRows,
      columns: this.cells.columns + deltaColumns,
    });
  }
  getAbsoluteResizedRange(numRows: number, numColumns: number): RangeObject {
    return this.at({ ...this.cells, rows: numRows, columns: numColumns });
  }
  getBoundingRect(anotherRange: RangeObject | string): RangeObject {
    const other = this.other(anotherRange);
    const row = Math.min(this.cells.row, other.row);
    const column = Math.min(this.cells.column, other.column);
    const bottom = Math.max(this.cells.row + this.cells.rows, other.row + other.rows);
    const right = Math.max(this.cells.column + this.cells.columns, other.column + other.columns);
    return this.at({ row, column, rows: bottom - row, columns: right - column });
  }
  getEntireRow(): RangeObject {
    return this.at({ ...this.cells, column: 0, columns: maxColumns });
  }
  getEntireColumn(): RangeObject {
    return this.at({ ...this.cells, row: 0, rows: maxRows });
  }
  getLastCell(): RangeObject {
    return this.getCell(this.cells.rows - 1, this.cells.columns - 1);
  }
  getLastRow(): RangeObject {
    return this.getRow(this.cells.rows - 1);
  }
  getLastColumn(): RangeObject {
    return this.getColumn(this.cells.columns - 1);
  }
  getRowsAbove(count = 1): RangeObject {
    return count < 0
      ? this.getRowsBelow(-count)
      : this.at({ ...this.cells, row: this.cells.row - count, rows: count });
  }
  getRowsBelow(count = 1): RangeObject {
    return count < 0
      ? this.getRowsAbove(-count)
      : this.at({ ...this.cells, row: this.cells.row + this.cells.rows, rows: count });
  }
  getColumnsBefore(count = 1): RangeObject {
    return count < 0
      ? this.getColumnsAfter(-count)
      : this.at({ ...this.cells, column: this.cells.column - count, columns: count });
  }
  getColumnsAfter(count = 1): RangeObject {
    return count < 0
      ? this.getColumnsBefore(-count)
      : this.at({ ...this.cells, column: this.cells.column + this.cells.columns, columns: count });
  }
  getIntersection(anotherRange: RangeObject | string): RangeObject {
    return found(this.getIntersectionOrNullObject(anotherRange));
  }
  getIntersectionOrNullObject(anotherRange: RangeObject | string): RangeObject | null {
    if (typeof anotherRange !== "string" && anotherRange.sheet !== this.sheet) return null;
    const common = intersect(this.cells, this.other(anotherRange));
    return common && this.at(common);
  }
  getUsedRange(valuesOnly?: boolean): RangeObject {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly = false): RangeObject | null {
    const used = this.sheet.grid.usedIn(this.cells, valuesOnly);
    return used && this.at(used);
  }
  /** The block of cells around, bounded by empty rows and columns. */
  getSurroundingRegion(): RangeObject {
    return this.at(this.sheet.grid.regionAround(this.cells));
  }
  protected other(range: RangeObject | string): Area {
    if (typeof range !== "string") return range.cells;
    return (this.book.locate(range, this.sheet) ?? refuse("InvalidArgument")).area;
  }
}

function sum(indices: Iterable<number>, size: (index: number) => number): number {
  let total = 0;
  for (const index of indices) total += size(index);
  return total;
}

function sameForAll(count: number, test: (index: number) => boolean): boolean | null {
  const first = test(0);
  for (let index = 1; index < count; index += 1) if (test(index) !== first) return null;
  return first;
}

function hideLines(hidden: Set<number>, lines: Iterable<number>, hide: boolean): void {
  for (const line of lines) {
    if (hide) hidden.add(line);
    else hidden.delete(line);
  }
}
