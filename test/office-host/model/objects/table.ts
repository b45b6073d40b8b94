/** `Excel.Table`. */
import { dissolveTable, loseColumns, loseTable, renameTable } from "../book/references";
import { HostObject } from "../../protocol";
import { intersect, isOnSheet, type Area } from "../book/area";
import type { Book } from "../book/book";
import { deleteCells, insertCells } from "../book/insert-delete";
import type { Sheet } from "../book/sheet";
import { bodyArea, headerArea, isValidName, totalsArea, uniqueHeader, type TableState } from "../book/table";
import { membersOf, type Hosted } from "../hosted";
import { notImplemented, refuse } from "../refusals";
import { AutoFilterObject } from "./auto-filter";
import { clearFilter, reapplyFilter } from "./filtering";
import { RangeObject } from "./range";
import { TableSortObject } from "./range-sort";
import { TableColumnCollectionObject } from "./table-columns";
import { TableRowCollectionObject } from "./table-rows";
import { isBuiltInTableStyle } from "./table-styles";
import { WorksheetObject } from "./worksheet";

const tableMembers = membersOf<Excel.Table>()("Table", {
  id: "id",
  scalars: [
    "id",
    "legacyId",
    "name",
    "showHeaders",
    "showTotals",
    "style",
    "showBandedRows",
    "showBandedColumns",
    "highlightFirstColumn",
    "highlightLastColumn",
    "showFilterButton",
  ],
  objects: ["columns", "rows", "worksheet", "autoFilter", "sort"],
  methods: [
    "getRange",
    "getDataBodyRange",
    "getHeaderRowRange",
    "getTotalRowRange",
    "resize",
    "delete",
    "convertToRange",
    "clearFilters",
    "reapplyFilters",
  ],
  events: ["DataChanged", "SelectionChanged"],
});

export class TableObject extends HostObject implements Hosted<Excel.Table, typeof tableMembers> {
  readonly members = tableMembers;
  constructor(
    readonly book: Book,
    readonly state: TableState,
  ) {
    super();
  }
  private assertAlive(): void {
    if (!this.book.tables.includes(this.state)) refuse("ItemNotFound");
  }
  private range(area: Area): RangeObject {
    this.assertAlive();
    return new RangeObject(this.book, this.state.sheet, area);
  }
  get id(): string {
    return this.state.id;
  }
  get legacyId(): string {
    return this.state.id;
  }
  get name(): string {
    this.assertAlive();
    return this.state.name;
  }
  set name(value: string) {
    assertName(this.book, value, this.state);
    renameTable(this.book, this.state, value);
  }
  get style(): string {
    return this.state.style;
  }
  set style(value: string) {
    if (!isBuiltInTableStyle(value) && !this.book.tableStyles.includes(value)) refuse("InvalidArgument");
    this.state.style = value;
  }
  get showBandedRows(): boolean {
    return this.state.showBandedRows;
  }
  set showBandedRows(value: boolean) {
    this.state.showBandedRows = value;
  }
  get showBandedColumns(): boolean {
    return this.state.showBandedColumns;
  }
  set showBandedColumns(value: boolean) {
    this.state.showBandedColumns = value;
  }
  get highlightFirstColumn(): boolean {
    return this.state.highlightFirstColumn;
  }
  set highlightFirstColumn(value: boolean) {
    this.state.highlightFirstColumn = value;
  }
  get highlightLastColumn(): boolean {
    return this.state.highlightLastColumn;
  }
  set highlightLastColumn(value: boolean) {
    this.state.highlightLastColumn = value;
  }
  get showFilterButton(): boolean {
    return this.state.showFilterButton;
  }
  set showFilterButton(value: boolean) {
    if (!value) this.clearFilters();
    this.state.showFilterButton = value;
  }
  get showHeaders(): boolean {
    return this.state.showHeaders;
  }
  set showHeaders(value: boolean) {
    if (value !== this.state.showHeaders) notImplemented("Table.showHeaders (hiding headers)");
  }
  get showTotals(): boolean {
    return this.state.showTotals;
  }
  set showTotals(value: boolean) {
    if (value === this.state.showTotals) return;
    if (value) addTotalsRow(this.book, this.state);
    else removeTotalsRow(this.book, this.state);
  }
  get columns(): TableColumnCollectionObject {
    return new TableColumnCollectionObject(this.book, this.state);
  }
  get rows(): TableRowCollectionObject {
    return new TableRowCollectionObject(this.book, this.state);
  }
  get worksheet(): WorksheetObject {
    return new WorksheetObject(this.book, this.state.sheet);
  }
  get autoFilter(): AutoFilterObject {
    return new AutoFilterObject(this.book, this.state.sheet, this.state);
  }
  get sort(): TableSortObject {
    return new TableSortObject(this.book, this.state);
  }
  getRange(): RangeObject {
    return this.range(this.state.area);
  }
  getDataBodyRange(): RangeObject {
    return this.range(bodyArea(this.state));
  }
  getHeaderRowRange(): RangeObject {
    return this.range(headerArea(this.state) ?? refuse("ItemNotFound"));
  }
  getTotalRowRange(): RangeObject {
    return this.range(totalsArea(this.state) ?? refuse("ItemNotFound"));
  }
  /** The new range must overlap the old one, and the header row must stay on its row. */
  resize(newRange: RangeObject | string): void {
    this.assertAlive();
    const { state, book } = this;
    const area =
      typeof newRange === "string"
        ? (book.locate(newRange, state.sheet) ?? refuse("InvalidArgument")).area
        : newRange.cells;
    const minimum = 1 + (state.showHeaders ? 1 : 0) + (state.showTotals ? 1 : 0);
    if (state.showHeaders && area.row !== state.area.row) refuse("InvalidArgument");
    if (!intersect(area, state.area) || area.rows < minimum) refuse("InvalidArgument");
    if (state.showTotals && area.rows !== state.area.rows) notImplemented("Table.resize (with a totals row)");
    if (state.sheet.protection) refuse("AccessDenied");
    assertFree(book, state.sheet, area, state);
    resizeTo(book, state, area);
  }
  delete(): void {
    this.assertAlive();
    if (this.state.sheet.protection) refuse("AccessDenied");
    const { area, sheet } = this.state;
    this.clearFilters();
    loseTable(this.book, this.state);
    new RangeObject(this.book, sheet, area).clear();
    this.book.events.emit("TableDeleted", ["Workbook", sheet.id], {
      tableId: this.state.id,
      tableName: this.state.name,
      worksheetId: sheet.id,
      ...this.book.eventSource,
    });
  }
  convertToRange(): RangeObject {
    this.assertAlive();
    if (this.state.sheet.protection) refuse("AccessDenied");
    this.clearFilters();
    dissolveTable(this.book, this.state);
    return new RangeObject(this.book, this.state.sheet, this.state.area);
  }
  clearFilters(): void {
    clearFilter(this.state.sheet, this.state.filter);
  }
  reapplyFilters(): void {
    reapplyFilter(this.book, this.state.sheet, this.state.filter);
  }
}

/** Columns keep their place by position; new ones take the text that stands in the header row. */
export function resizeTo(book: Book, state: TableState, area: Area): void {
  const before = state.columns;
  const offset = area.column - state.area.column;
  state.columns = Array.from({ length: area.columns }, (_, index) => {
    const kept = before[index + offset];
    if (kept) return kept;
    state.nextColumnId += 1;
    return { id: state.nextColumnId - 1, name: "" };
  });
  const gone = before.filter((column) => !state.columns.includes(column));
  loseColumns(
    book,
    state,
    gone.map((column) => column.name),
  );
  state.area = area;
  state.filter.area = area;
  state.onlyInsertRow &&= area.rows === 2;
  fillHeaders(book, state);
  book.touch();
}

/** Gives every column the name that stands above it, or one of its own. */
export function fillHeaders(book: Book, state: TableState): void {
  const header = headerArea(state);
  const taken = new Set(
    state.columns.map((column) => column.name.toLowerCase()).filter((name) => name !== ""),
  );
  state.columns.forEach((column, index) => {
    if (column.name !== "") return;
    const cell = header && state.sheet.grid.cell(header.row, header.column + index);
    column.name = uniqueHeader(
      header ? book.text(state.sheet, header.row, header.column + index) : "",
      taken,
    );
    taken.add(column.name.toLowerCase());
    if (cell) {
      state.sheet.grid.setFormula(cell, null);
      cell.value = column.name;
    }
  });
}

function addTotalsRow(book: Book, state: TableState): void {
  const below: Area = { ...state.area, row: state.area.row + state.area.rows, rows: 1 };
  if (!isOnSheet(below)) refuse("InvalidOperation");
  if (state.sheet.grid.usedIn(below, true)) insertCells(book, state.sheet, below, "Down");
  state.area = { ...state.area, rows: state.area.rows + 1 };
  state.showTotals = true;
  state.sheet.grid.cell(below.row, below.column).value = "Total";
  book.touch();
}

function removeTotalsRow(book: Book, state: TableState): void {
  const totals = totalsArea(state);
  if (!totals) return;
  state.area = { ...state.area, rows: state.area.rows - 1 };
  state.showTotals = false;
  deleteCells(book, state.sheet, totals, "Up");
}

function assertName(book: Book, name: string, self: TableState | null): void {
  if (!isValidName(name)) refuse("InvalidArgument");
  const lower = name.toLowerCase();
  const taken =
    book.tables.some((table) => table !== self && table.name.toLowerCase() === lower) ||
    book.names.some((one) => one.name.toLowerCase() === lower);
  if (taken) refuse("ItemAlreadyExists");
}

export function assertFree(book: Book, sheet: Sheet, area: Area, self: TableState | null): void {
  const other = book.tablesOn(sheet).some((table) => table !== self && intersect(table.area, area));
  if (other || sheet.merges.some((merge) => intersect(merge, area))) refuse("MergedRangeConflict");
}
