/** `Excel.Range`. */
import { contains, equal, intersect, type Area } from "../book/area";
import { deleteCells, insertCells } from "../book/insert-delete";
import { sequence, type Hyperlink } from "../book/grid";
import type { Sheet } from "../book/sheet";
import type { Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { shared } from "../range-target";
import { ConditionalFormatCollectionObject } from "./conditional-formats";
import { DataValidationObject } from "./data-validation";
import {
  getCellProperties,
  getColumnProperties,
  getRowProperties,
  setCellProperties,
  setColumnProperties,
  setRowProperties,
} from "./cell-properties";
import {
  clearCells,
  copyCells,
  expand,
  readFormulas,
  readGrid,
  readTexts,
  readTypes,
  readValues,
  setHyperlink,
  writeNumberFormats,
} from "./range-contents";
import { RangeAreasObject } from "./range-areas";
import { RangeFormatObject } from "./range-format";
import { rangeMembers } from "./range-members";
import { RangePlace } from "./range-place";
import { fillCells, findCell, replaceAll, specialCells } from "./range-search";
import { RangeSortObject } from "./range-sort";
import { TableScopedCollectionObject } from "./tables";
import { WorksheetObject } from "./worksheet";

export class RangeObject extends RangePlace implements Hosted<Excel.Range, typeof rangeMembers> {
  readonly members = rangeMembers;

  at(area: Area): RangeObject {
    return new RangeObject(this.book, this.sheet, area);
  }

  get values(): unknown[][] {
    return readValues(this.book, this.sheet, this.cells);
  }
  set values(input: unknown[][]) {
    this.book.write(this.sheet, this.cells, expand(this.cells, input));
  }
  get formulas(): unknown[][] {
    return readFormulas(this.book, this.sheet, this.cells);
  }
  set formulas(input: unknown[][]) {
    this.values = input;
  }
  get formulasLocal(): unknown[][] {
    return this.formulas;
  }
  set formulasLocal(input: unknown[][]) {
    this.values = input;
  }
  get text(): string[][] {
    return readTexts(this.book, this.sheet, this.cells);
  }
  get valueTypes() {
    return readTypes(this.book, this.sheet, this.cells) as Excel.RangeValueType[][];
  }
  get numberFormat(): unknown[][] {
    return readGrid(
      this.book,
      this.sheet,
      this.cells,
      (cell, row, column) => (cell?.format ?? this.sheet.grid.formatAt(row, column)).numberFormat,
    );
  }
  set numberFormat(input: unknown[][]) {
    writeNumberFormats(this.book, this.sheet, this.cells, input);
  }
  get numberFormatLocal(): unknown[][] {
    return this.numberFormat;
  }
  set numberFormatLocal(input: unknown[][]) {
    this.numberFormat = input;
  }
  get hyperlink(): Excel.RangeHyperlink | null {
    return (
      (this.sheet.grid.find(this.cells.row, this.cells.column)?.hyperlink as
        Excel.RangeHyperlink | undefined) ?? null
    );
  }
  set hyperlink(link: Excel.RangeHyperlink | null) {
    setHyperlink(this.book, this.sheet, this.cells, link as Hyperlink | null);
  }
  get style(): string | null {
    return shared(this, (format) => format.style);
  }
  set style(value: string | null) {
    this.sheet.grid.changeFormat(this.cells, (format) => ({ ...format, style: value ?? "Normal" }));
  }
  get hasSpill(): boolean | null {
    const spilled = [...this.sheet.grid.cellsIn(this.cells)].filter(([, , cell]) => cell.spilled).length;
    return spilled === 0 ? false : spilled === this.cellCount ? true : null;
  }

  get format(): RangeFormatObject {
    return new RangeFormatObject(this);
  }
  get worksheet(): WorksheetObject {
    return new WorksheetObject(this.book, this.sheet);
  }
  get dataValidation(): DataValidationObject {
    return new DataValidationObject(this);
  }
  get conditionalFormats(): ConditionalFormatCollectionObject {
    return new ConditionalFormatCollectionObject(this);
  }
  get sort(): RangeSortObject {
    return new RangeSortObject(this);
  }

  getTables(fullyContained = false): TableScopedCollectionObject {
    const here = this.book
      .tablesOn(this.sheet)
      .filter((table) =>
        fullyContained ? contains(this.cells, table.area) : intersect(this.cells, table.area),
      );
    return new TableScopedCollectionObject(this.book, here);
  }
  /** Only merged areas whose first cell is inside (office-js issue 3611). */
  getMergedAreasOrNullObject(): RangeAreasObject | null {
    const merges = this.sheet.merges.filter((merge) =>
      contains(this.cells, { row: merge.row, column: merge.column, rows: 1, columns: 1 }),
    );
    // Microsoft: with more than 512 merged areas the method fails to return the result.
    if (merges.length > 512) refuse("InvalidOperation");
    return merges.length === 0 ? null : new RangeAreasObject(this.book, this.sheet, merges);
  }
  getSpecialCells(cellType: string, cellValueType?: string): RangeAreasObject {
    return found(this.getSpecialCellsOrNullObject(cellType, cellValueType));
  }
  getSpecialCellsOrNullObject(cellType: string, cellValueType = "All"): RangeAreasObject | null {
    const areas = specialCells(this.book, this.sheet, this.cells, cellType, cellValueType);
    return areas.length === 0 ? null : new RangeAreasObject(this.book, this.sheet, areas);
  }
  getCellProperties(options: Excel.CellPropertiesLoadOptions): Excel.CellProperties[][] {
    return getCellProperties(this, options);
  }
  getRowProperties(options: Excel.RowPropertiesLoadOptions): Excel.RowProperties[] {
    return getRowProperties(this, options);
  }
  getColumnProperties(options: Excel.ColumnPropertiesLoadOptions): Excel.ColumnProperties[] {
    return getColumnProperties(this, options);
  }
  setCellProperties(data: Excel.SettableCellProperties[][]): void {
    setCellProperties(this, data);
  }
  setRowProperties(data: Excel.SettableRowProperties[]): void {
    setRowProperties(this, data);
  }
  setColumnProperties(data: Excel.SettableColumnProperties[]): void {
    setColumnProperties(this, data);
  }

  merge(across = false): void {
    this.assertNoTable();
    const areas = across
      ? [...sequence(this.cells.row, this.cells.rows)].map((row) => ({ ...this.cells, row, rows: 1 }))
      : [this.cells];
    this.unmerge();
    for (const area of areas) {
      if (area.rows * area.columns === 1) continue;
      this.sheet.merges.push(area);
      for (const [row, column, cell] of this.sheet.grid.cellsIn(area)) {
        if (row === area.row && column === area.column) continue;
        this.sheet.grid.setFormula(cell, null);
        cell.value = "";
      }
    }
    this.book.touch();
  }
  unmerge(): void {
    this.book.assertAllowed(this.sheet, "allowFormatCells");
    this.sheet.merges = this.sheet.merges.filter((merge) => !intersect(merge, this.cells));
  }
  private assertNoTable(): void {
    if (this.book.tablesOn(this.sheet).some((table) => intersect(table.area, this.cells)))
      refuse("InvalidOperation");
  }
  insert(shift: string): RangeObject {
    const area = this.cells;
    if (shift !== "Down" && shift !== "Right") return refuse("InvalidArgument");
    insertCells(this.book, this.sheet, area, shift);
    return this.at(area);
  }
  delete(shift: string): void {
    if (shift !== "Up" && shift !== "Left") refuse("InvalidArgument");
    deleteCells(this.book, this.sheet, this.cells, shift);
  }
  clear(applyTo = "All"): void {
    clearCells(this.book, this.sheet, this.cells, applyTo);
  }
  select(): void {
    this.book.select(this.sheet, this.cells);
  }
  copyFrom(
    sourceRange: RangeObject | RangeAreasObject | string,
    copyType = "All",
    skipBlanks = false,
    transpose = false,
  ): void {
    const source =
      typeof sourceRange === "string"
        ? this.book.locate(sourceRange, this.sheet)
        : firstPart(sourceRange).target;
    if (!source) return refuse("InvalidArgument");
    copyCells(this.book, { sheet: this.sheet, area: this.cells }, source, {
      kind: copyType,
      skipBlanks,
      transpose,
    });
  }
  autoFill(destinationRange?: RangeObject | string, autoFillType = "FillDefault"): void {
    fillCells(
      this.book,
      this.sheet,
      this.cells,
      this.other(destinationRange ?? refuse("InvalidArgument")),
      autoFillType,
    );
  }
  moveTo(destinationRange: RangeObject | string): void {
    const from = this.cells;
    const to =
      typeof destinationRange === "string"
        ? this.book.locate(destinationRange, this.sheet)
        : destinationRange.target;
    if (!to) return refuse("InvalidArgument");
    copyCells(
      this.book,
      { sheet: to.sheet, area: { ...to.area, rows: 1, columns: 1 } },
      { sheet: this.sheet, area: from },
      { kind: "All", skipBlanks: false, transpose: false },
    );
    clearCells(this.book, this.sheet, from, "All");
  }
  /** Sheet and cells as plain data. */
  get target(): { readonly sheet: Sheet; readonly area: Area } {
    return { sheet: this.sheet, area: this.cells };
  }
  find(text: string, criteria: Excel.SearchCriteria): RangeObject {
    return found(this.findOrNullObject(text, criteria));
  }
  findOrNullObject(text: string, criteria: Excel.SearchCriteria): RangeObject | null {
    const single = equal(this.cells, { ...this.cells, rows: 1, columns: 1 });
    const cell = findCell(
      this.book,
      this.sheet,
      single ? this.sheet.whole : this.cells,
      text,
      criteria ?? {},
    );
    return cell && this.at(cell);
  }
  replaceAll(text: string, replacement: string, criteria: Excel.ReplaceCriteria): number {
    return replaceAll(this.book, this.sheet, this.cells, text, replacement, criteria ?? {});
  }
  calculate(): void {
    this.book.settle(true);
  }
  setDirty(): void {
    this.book.touch();
  }
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.cells.rows || columns !== this.cells.columns) {
      refuse(
        "InvalidArgument",
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    }
  }
}

function firstPart(ranges: RangeObject | RangeAreasObject): RangeObject {
  if (ranges instanceof RangeObject) return ranges;
  return ranges.areaCount === 1 ? found(ranges.areaList[0]) : refuse("UnsupportedOperation");
}
