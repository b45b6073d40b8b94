/** `Excel.Worksheet`. */
import { forgetSheet, renameSheet } from "../book/references";
import { HostObject } from "../../protocol";
import type { Area } from "../book/area";
import type { Book } from "../book/book";
import type { Sheet, Visibility } from "../book/sheet";
import { copySheet } from "../book/copy-sheet";
import { assertSheetName } from "../book/sheet-name";
import { readColor } from "../book/format";
import type { Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { AutoFilterObject } from "./auto-filter";
import { ChartCollectionObject } from "./charts";
import { CommentCollectionObject } from "./comments";
import { NamedItemCollectionObject } from "./names";
import { NoteCollectionObject } from "./notes";
import { PageBreakCollectionObject } from "./page-breaks";
import { PageLayoutObject } from "./page-layout";
import { RangeObject } from "./range";
import { RangeAreasObject } from "./range-areas";
import { findAllCells, replaceAll } from "./range-search";
import { TableCollectionObject } from "./tables";
import { WorksheetCustomPropertyCollectionObject } from "./worksheet-properties";
import { worksheetMembers } from "./worksheet-members";
import { WorksheetFreezePanesObject, WorksheetProtectionObject } from "./worksheet-parts";

export class WorksheetObject extends HostObject implements Hosted<Excel.Worksheet, typeof worksheetMembers> {
  readonly members = worksheetMembers;
  constructor(
    readonly book: Book,
    private readonly target: Sheet,
  ) {
    super();
  }
  /** The sheet's state; refuses once it was deleted. */
  get state(): Sheet {
    return this.book.sheets.includes(this.target) ? this.target : refuse("ItemNotFound");
  }
  private range(area: Area): RangeObject {
    return new RangeObject(this.book, this.state, area);
  }
  get id(): string {
    return this.state.id;
  }
  get tabId(): number {
    return this.position + 1;
  }
  get name(): string {
    return this.state.name;
  }
  set name(value: string) {
    this.book.assertStructureOpen();
    assertSheetName(this.book, value, this.state);
    const nameBefore = this.state.name;
    renameSheet(this.book, this.state, value);
    this.book.events.emit("NameChanged", [this.id, "Workbook"], {
      worksheetId: this.id,
      nameBefore,
      nameAfter: value,
      ...this.book.eventSource,
    });
  }
  get position(): number {
    return this.book.sheets.indexOf(this.state);
  }
  set position(value: number) {
    this.book.assertStructureOpen();
    if (!Number.isInteger(value) || value < 0 || value >= this.book.sheets.length) refuse("InvalidArgument");
    const { state } = this;
    this.book.sheets = this.book.sheets.filter((sheet) => sheet !== state);
    this.book.sheets.splice(value, 0, state);
  }
  get visibility() {
    return this.state.visibility as Excel.SheetVisibility;
  }
  set visibility(value) {
    this.book.assertStructureOpen();
    const wanted = value as Visibility;
    if (!["Visible", "Hidden", "VeryHidden"].includes(wanted)) refuse("InvalidArgument");
    const others = this.book.sheets.filter((sheet) => sheet !== this.state && sheet.visibility === "Visible");
    if (wanted !== "Visible" && others.length === 0) refuse("InvalidOperation");
    const before = this.state.visibility;
    this.state.visibility = wanted;
    if (wanted !== "Visible" && this.book.active === this.state) this.book.activate(found(others[0]));
    this.book.events.emit("VisibilityChanged", [this.id, "Workbook"], {
      worksheetId: this.id,
      visibilityBefore: before,
      visibilityAfter: wanted,
      ...this.book.eventSource,
    });
  }
  get tabColor(): string {
    return this.state.tabColor;
  }
  set tabColor(value: string) {
    this.state.tabColor = value === "" ? "" : (readColor(value) ?? refuse("InvalidArgument"));
  }
  get standardWidth(): number {
    return this.state.standardWidth;
  }
  set standardWidth(value: number) {
    if (typeof value !== "number" || value <= 0 || value > 255) refuse("InvalidArgument");
    this.state.standardWidth = value;
  }
  get standardHeight(): number {
    return 15;
  }
  get showGridlines(): boolean {
    return this.state.showGridlines;
  }
  set showGridlines(value: boolean) {
    this.state.showGridlines = value;
  }
  get showHeadings(): boolean {
    return this.state.showHeadings;
  }
  set showHeadings(value: boolean) {
    this.state.showHeadings = value;
  }
  get enableCalculation(): boolean {
    return this.state.enableCalculation;
  }
  set enableCalculation(value: boolean) {
    this.state.enableCalculation = value;
  }

  get tables(): TableCollectionObject {
    return new TableCollectionObject(this.book, this.state);
  }
  get names(): NamedItemCollectionObject {
    return new NamedItemCollectionObject(this.book, this.state);
  }
  get charts(): ChartCollectionObject {
    return new ChartCollectionObject(this.book, this.state);
  }
  get protection(): WorksheetProtectionObject {
    return new WorksheetProtectionObject(this.book, this.state);
  }
  get freezePanes(): WorksheetFreezePanesObject {
    return new WorksheetFreezePanesObject(this.book, this.state);
  }
  get pageLayout(): PageLayoutObject {
    return new PageLayoutObject(this.book, this.state);
  }
  get autoFilter(): AutoFilterObject {
    return new AutoFilterObject(this.book, this.state, null);
  }
  get comments(): CommentCollectionObject {
    return new CommentCollectionObject(this.book, [this.state]);
  }
  get notes(): NoteCollectionObject {
    return new NoteCollectionObject(this.book, [this.state]);
  }
  get customProperties(): WorksheetCustomPropertyCollectionObject {
    return new WorksheetCustomPropertyCollectionObject(this.state);
  }
  get horizontalPageBreaks(): PageBreakCollectionObject {
    return new PageBreakCollectionObject(this.book, this.state, "horizontal");
  }
  get verticalPageBreaks(): PageBreakCollectionObject {
    return new PageBreakCollectionObject(this.book, this.state, "vertical");
  }

  activate(): void {
    if (this.state.visibility !== "Visible") refuse("InvalidOperation");
    this.book.activate(this.state);
  }
  calculate(): void {
    this.book.settle(true);
  }
  copy(positionType = "End", relativeTo?: WorksheetObject): WorksheetObject {
    this.book.assertStructureOpen();
    const all = this.book.sheets;
    const at = relativeTo ? relativeTo.position : 0;
    const places: Readonly<Record<string, number>> = {
      None: all.length,
      End: all.length,
      Beginning: 0,
      Before: at,
      After: at + 1,
    };
    const place = places[positionType] ?? refuse("InvalidArgument");
    if ((positionType === "Before" || positionType === "After") && !relativeTo) refuse("InvalidArgument");
    return new WorksheetObject(this.book, copySheet(this.book, this.state, place));
  }
  /** A very hidden sheet cannot be deleted, nor the last visible one. */
  delete(): void {
    this.book.assertStructureOpen();
    const { state } = this;
    if (state.visibility === "VeryHidden") refuse("InvalidOperation");
    const visible = this.book.sheets.filter((sheet) => sheet !== state && sheet.visibility === "Visible");
    if (visible.length === 0) refuse("InvalidOperation");
    const next =
      this.book.sheets.slice(this.position + 1).find((sheet) => sheet.visibility === "Visible") ??
      found(visible.at(-1));
    if (this.book.active === state) this.book.activate(next);
    forgetSheet(this.book, state);
    this.book.events.emit("Deleted", ["Workbook"], { worksheetId: state.id, ...this.book.eventSource });
  }
  getRange(address?: string): RangeObject {
    if (address === undefined) return this.range(this.state.whole);
    const place = this.book.locate(address, this.state);
    return place && place.sheet === this.state ? this.range(place.area) : refuse("InvalidArgument");
  }
  getRanges(address?: string): RangeAreasObject {
    const parts =
      address === undefined
        ? [this.state.whole]
        : address.split(",").map((part) => this.getRange(part.trim()).cells);
    return new RangeAreasObject(this.book, this.state, parts);
  }
  getRangeByIndexes(
    startRow: number,
    startColumn: number,
    rowCount: number,
    columnCount: number,
  ): RangeObject {
    return this.range({ row: startRow, column: startColumn, rows: rowCount, columns: columnCount });
  }
  getCell(row: number, column: number): RangeObject {
    return this.range({ row, column, rows: 1, columns: 1 });
  }
  getUsedRange(valuesOnly?: boolean): RangeObject {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly = false): RangeObject | null {
    const used = this.state.grid.usedArea(valuesOnly);
    return used && this.range(used);
  }
  findAll(text: string, criteria: Excel.WorksheetSearchCriteria): RangeAreasObject {
    return found(this.findAllOrNullObject(text, criteria));
  }
  findAllOrNullObject(text: string, criteria: Excel.WorksheetSearchCriteria): RangeAreasObject | null {
    const areas = findAllCells(this.book, this.state, text, criteria ?? {});
    return areas.length === 0 ? null : new RangeAreasObject(this.book, this.state, areas);
  }
  replaceAll(text: string, replacement: string, criteria: Excel.ReplaceCriteria): number {
    return replaceAll(this.book, this.state, this.state.whole, text, replacement, criteria ?? {});
  }
  getNext(visibleOnly?: boolean): WorksheetObject {
    return found(this.getNextOrNullObject(visibleOnly));
  }
  getNextOrNullObject(visibleOnly = false): WorksheetObject | null {
    return this.neighbour(this.book.sheets.slice(this.position + 1), visibleOnly);
  }
  getPrevious(visibleOnly?: boolean): WorksheetObject {
    return found(this.getPreviousOrNullObject(visibleOnly));
  }
  getPreviousOrNullObject(visibleOnly = false): WorksheetObject | null {
    return this.neighbour(this.book.sheets.slice(0, this.position).reverse(), visibleOnly);
  }
  private neighbour(sheets: readonly Sheet[], visibleOnly: boolean): WorksheetObject | null {
    const sheet = sheets.find((one) => !visibleOnly || one.visibility === "Visible");
    return sheet ? new WorksheetObject(this.book, sheet) : null;
  }
}
