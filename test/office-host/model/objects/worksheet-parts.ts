/** Frozen panes and protection of a sheet. */
import { HostObject } from "../../protocol";
import { maxColumns, maxRows, type Area } from "../book/area";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { RangeObject } from "./range";

const freezeMembers = membersOf<Excel.WorksheetFreezePanes>()("WorksheetFreezePanes", {
  methods: ["freezeAt", "freezeColumns", "freezeRows", "getLocation", "getLocationOrNullObject", "unfreeze"],
});

export class WorksheetFreezePanesObject
  extends HostObject
  implements Hosted<Excel.WorksheetFreezePanes, typeof freezeMembers>
{
  readonly members = freezeMembers;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  /** The range that stays in view, from A1 to its last cell. */
  freezeAt(frozenRange: RangeObject | string): void {
    const area =
      typeof frozenRange === "string"
        ? found(this.book.locate(frozenRange, this.sheet)).area
        : frozenRange.cells;
    this.sheet.frozen = {
      rows: area.rows === maxRows ? 0 : area.row + area.rows,
      columns: area.columns === maxColumns ? 0 : area.column + area.columns,
    };
  }
  freezeRows(count = 1): void {
    this.sheet.frozen = { rows: count, columns: 0 };
  }
  freezeColumns(count = 1): void {
    this.sheet.frozen = { rows: 0, columns: count };
  }
  unfreeze(): void {
    this.sheet.frozen = null;
  }
  getLocation(): RangeObject {
    return found(this.getLocationOrNullObject());
  }
  getLocationOrNullObject(): RangeObject | null {
    const { frozen } = this.sheet;
    if (!frozen || frozen.rows + frozen.columns === 0) return null;
    const area: Area = {
      row: 0,
      column: 0,
      rows: frozen.rows || maxRows,
      columns: frozen.columns || maxColumns,
    };
    return new RangeObject(this.book, this.sheet, area);
  }
}

const protectionMembers = membersOf<Excel.WorksheetProtection>()("WorksheetProtection", {
  scalars: ["protected", "options"],
  methods: ["protect", "unprotect"],
});

const allowances = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;

export class WorksheetProtectionObject
  extends HostObject
  implements Hosted<Excel.WorksheetProtection, typeof protectionMembers>
{
  readonly members = protectionMembers;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  get protected(): boolean {
    return this.sheet.protection !== null;
  }
  get options(): Excel.WorksheetProtectionOptions {
    const given = this.sheet.protection?.options ?? {};
    return Object.fromEntries([
      ...allowances.map((name) => [name, given[name] === true]),
      ["selectionMode", given["selectionMode"] ?? "Normal"],
    ]) as Excel.WorksheetProtectionOptions;
  }
  /** Fails when the sheet is protected already. */
  protect(options?: Excel.WorksheetProtectionOptions, password?: string): void {
    if (this.sheet.protection) refuse("InvalidOperation");
    this.sheet.protection = { options: { ...options }, password: password ?? null };
    this.announce(true);
  }
  unprotect(password?: string): void {
    const wanted = this.sheet.protection?.password;
    if (wanted && wanted !== password) refuse("AccessDenied");
    if (!this.sheet.protection) return;
    this.sheet.protection = null;
    this.announce(false);
  }
  private announce(isProtected: boolean): void {
    this.book.events.emit("ProtectionChanged", [this.sheet.id, "Workbook"], {
      worksheetId: this.sheet.id,
      isProtected,
      ...this.book.eventSource,
    });
  }
}
