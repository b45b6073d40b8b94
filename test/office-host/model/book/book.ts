/** The workbook as plain state, and the acts that touch more than one of its parts. */
import { parseArea, splitAddress, type Area } from "./area";
import { selectCells } from "./announcing";
import { calculate, displayText } from "./calculation";
import { EventHub } from "./events";
import { refuse } from "../refusals";
import { Sheet } from "./sheet";
import { bodyArea, type TableState } from "./table";
import type { Region, Scalar } from "./typed-value";
import { writeCells } from "./writing";

export interface NameState {
  readonly id: string;
  readonly name: string;
  /** With its `=`. */
  formula: string;
  comment: string;
  visible: boolean;
  /** null: the whole workbook. */
  readonly sheet: Sheet | null;
}

export interface SettingState {
  readonly key: string;
  value: unknown;
}

/** What an add-in did that Excel allows but that ends badly for people. */
export interface Hazard {
  readonly kind:
    | "write-under-filter"
    | "list-over-255-characters"
    | "select-off-active-sheet"
    | "read-over-5-million-cells"
    | "write-in-merged-area";
  readonly where: string;
}

export type Actor = "add-in" | "person" | "coauthor";

export class Book {
  readonly name = "Book1.xlsx";
  sheets: Sheet[] = [];
  tables: TableState[] = [];
  names: NameState[] = [];
  readonly settings: SettingState[] = [];
  /** Workbooks that were opened in windows of their own: .xlsx files in base64. */
  readonly openedBeside: string[] = [];
  /** Names of table styles that are not built in. */
  tableStyles: readonly string[] = [];
  defaultTableStyle = "TableStyleMedium2";
  /** Dates count from 1904: a setting of the person's, not to be changed by add-ins. */
  date1904 = false;
  /** How the machine shows and reads numbers and dates. */
  region: Region = "vi-VN";
  readonly xmlParts: { readonly id: string; xml: string }[] = [];
  active: Sheet;
  /** Password of the structure's protection; null: not protected, "" protected without one. */
  structurePassword: string | null = null;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  calculationSuspended = false;
  readonly hazards: Hazard[] = [];
  readonly events = new EventHub();
  actor: Actor = "add-in";
  private changedSinceCalculation = false;
  private serial = 0;

  constructor(sheetNames: readonly string[]) {
    for (const name of sheetNames) this.sheets.push(this.newSheet(name));
    this.active = this.sheets[0] ?? refuse("InvalidArgument");
  }

  /** A number used once in this book, for ids and default names. */
  nextSerial(): number {
    this.serial += 1;
    return this.serial;
  }

  newSheet(name: string): Sheet {
    return new Sheet(`{${String(this.nextSerial()).padStart(8, "0")}-0001-0000-0000-000000000000}`, name);
  }

  findSheet(key: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
  }

  findTable(key: string): TableState | undefined {
    return this.tables.find((table) => table.id === key || table.name.toLowerCase() === key.toLowerCase());
  }

  tablesOn(sheet: Sheet): TableState[] {
    return this.tables.filter((table) => table.sheet === sheet);
  }

  /** Cells, names or tables changed: formulas are stale. */
  touch(): void {
    this.changedSinceCalculation = true;
  }

  /** Computes what is stale, unless the person set calculation to manual. */
  settle(force = false): void {
    if (
      !force &&
      (!this.changedSinceCalculation || this.calculationMode === "Manual" || this.calculationSuspended)
    )
      return;
    this.changedSinceCalculation = false;
    if (this.sheets.some((sheet) => sheet.grid.formulaCount > 0)) calculate(this);
  }

  text(sheet: Sheet, row: number, column: number): string {
    const cell = sheet.grid.find(row, column);
    return cell ? displayText(cell.value, cell.format.numberFormat, this.region) : "";
  }

  /** `triggerSource` and `source` of an event that the current act causes. */
  get eventSource(): { readonly source: string; readonly triggerSource: string } {
    return {
      source: this.actor === "coauthor" ? "Remote" : "Local",
      triggerSource: this.actor === "add-in" ? "ThisLocalAddin" : "Unknown",
    };
  }

  /** Refuses when the sheet is protected and the area holds a locked cell. */
  assertWritable(sheet: Sheet, area: Area): void {
    if (!sheet.protection) return;
    if (area.rows * area.columns > 100_000) return refuse("AccessDenied");
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        if (sheet.grid.formatAt(row, column).locked) refuse("AccessDenied");
      }
    }
  }

  /** Refuses when the sheet is protected and its options do not allow the act. */
  assertAllowed(sheet: Sheet, option: string): void {
    if (sheet.protection && sheet.protection.options[option] !== true) refuse("AccessDenied");
  }

  assertStructureOpen(): void {
    if (this.structurePassword !== null) refuse("AccessDenied");
  }

  /** As an add-in or a person writes: null leaves a cell alone, "" empties it. */
  write(sheet: Sheet, area: Area, contents: (row: number, column: number) => unknown): void {
    writeCells(this, sheet, area, contents);
  }

  valueOf(sheet: Sheet, row: number, column: number): Scalar {
    return sheet.grid.find(row, column)?.value ?? "";
  }

  activate(sheet: Sheet): void {
    if (this.active === sheet) return;
    this.events.emit("Deactivated", [this.active.id, "Workbook"], { worksheetId: this.active.id });
    this.active = sheet;
    this.events.emit("Activated", [sheet.id, "Workbook"], { worksheetId: sheet.id });
  }

  /** Selects cells of the active sheet; of any other nothing happens. */
  select(sheet: Sheet, area: Area): void {
    selectCells(this, sheet, area);
  }

  /** The cells an address means, with or without a sheet; null when it is no address of this book. */
  locate(address: string, home: Sheet | null): { readonly sheet: Sheet; readonly area: Area } | null {
    const { sheet: name, cells } = splitAddress(address.replace(/^=/, ""));
    const sheet = name === null ? home : this.findSheet(name);
    const area = parseArea(cells);
    if (sheet && area) return { sheet, area };
    return sheet ? this.locateName(cells, sheet) : null;
  }

  private locateName(text: string, home: Sheet): { readonly sheet: Sheet; readonly area: Area } | null {
    const named = this.names.find(
      (one) => one.name.toLowerCase() === text.toLowerCase() && (one.sheet === null || one.sheet === home),
    );
    if (named) {
      const { sheet: name, cells } = splitAddress(named.formula.slice(1));
      const sheet = name === null ? home : this.findSheet(name);
      const area = parseArea(cells);
      return sheet && area ? { sheet, area } : null;
    }
    const table = this.tables.find((one) => one.name.toLowerCase() === text.toLowerCase());
    return table ? { sheet: table.sheet, area: bodyArea(table) } : null;
  }
}
