/** `Excel.Workbook`, the root of every request. */
import { HostObject } from "../../protocol";
import { splitAddress, parseArea } from "../book/area";
import type { Book } from "../book/book";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { ApplicationObject, RuntimeObject } from "./application";
import { CommentCollectionObject } from "./comments";
import { CustomXmlPartCollectionObject } from "./custom-xml";
import { DocumentPropertiesObject, SettingCollectionObject } from "./document";
import { FunctionsObject } from "./functions";
import { NamedItemCollectionObject } from "./names";
import { NoteCollectionObject } from "./notes";
import { RangeObject } from "./range";
import { TableStyleCollectionObject } from "./table-styles";
import { TableCollectionObject } from "./tables";
import { WorksheetCollectionObject } from "./worksheets";

const protectionMembers = membersOf<Excel.WorkbookProtection>()("WorkbookProtection", {
  scalars: ["protected"],
  methods: ["protect", "unprotect"],
});

export class WorkbookProtectionObject
  extends HostObject
  implements Hosted<Excel.WorkbookProtection, typeof protectionMembers>
{
  readonly members = protectionMembers;
  constructor(private readonly book: Book) {
    super();
  }
  get protected(): boolean {
    return this.book.structurePassword !== null;
  }
  protect(password = ""): void {
    if (this.protected) refuse("InvalidOperation");
    this.book.structurePassword = password;
  }
  unprotect(password = ""): void {
    if (this.book.structurePassword !== null && this.book.structurePassword !== password)
      refuse("AccessDenied");
    this.book.structurePassword = null;
  }
}

const workbookMembers = membersOf<Excel.Workbook>()("Workbook", {
  scalars: [
    "name",
    "readOnly",
    "isDirty",
    "autoSave",
    "previouslySaved",
    "calculationEngineVersion",
    "usePrecisionAsDisplayed",
    "chartDataPointTrack",
  ],
  objects: [
    "worksheets",
    "tables",
    "names",
    "application",
    "settings",
    "customXmlParts",
    "comments",
    "notes",
    "functions",
    "tableStyles",
    "protection",
    "properties",
    "_Runtime",
  ],
  methods: [
    "getSelectedRange",
    "getActiveCell",
    "_GetRangeForEventByReferenceId",
    "_GetRangeOrNullObjectForEventByReferenceId",
    "_SetOsfControlContainerReadyForCustomFunctions",
  ],
});

export class WorkbookObject extends HostObject implements Hosted<Excel.Workbook, typeof workbookMembers> {
  readonly members = workbookMembers;
  private dirty = false;
  constructor(readonly book: Book) {
    super();
  }
  get name(): string {
    return this.book.name;
  }
  get readOnly(): boolean {
    return false;
  }
  get autoSave(): boolean {
    return false;
  }
  get previouslySaved(): boolean {
    return false;
  }
  get isDirty(): boolean {
    return this.dirty;
  }
  set isDirty(value: boolean) {
    this.dirty = value;
  }
  get calculationEngineVersion(): number {
    return 191_029;
  }
  get usePrecisionAsDisplayed(): boolean {
    return false;
  }
  get chartDataPointTrack(): boolean {
    return true;
  }
  get worksheets(): WorksheetCollectionObject {
    return new WorksheetCollectionObject(this.book);
  }
  get tables(): TableCollectionObject {
    return new TableCollectionObject(this.book, null);
  }
  get names(): NamedItemCollectionObject {
    return new NamedItemCollectionObject(this.book, null);
  }
  get application(): ApplicationObject {
    return new ApplicationObject(this.book);
  }
  get settings(): SettingCollectionObject {
    return new SettingCollectionObject(this.book);
  }
  get customXmlParts(): CustomXmlPartCollectionObject {
    return new CustomXmlPartCollectionObject(this.book);
  }
  get comments(): CommentCollectionObject {
    return new CommentCollectionObject(this.book, this.book.sheets);
  }
  get notes(): NoteCollectionObject {
    return new NoteCollectionObject(this.book, this.book.sheets);
  }
  get functions(): FunctionsObject {
    return new FunctionsObject(this.book);
  }
  get tableStyles(): TableStyleCollectionObject {
    return new TableStyleCollectionObject(this.book);
  }
  get protection(): WorkbookProtectionObject {
    return new WorkbookProtectionObject(this.book);
  }
  get properties(): DocumentPropertiesObject {
    return new DocumentPropertiesObject(this.book);
  }
  get _Runtime(): RuntimeObject {
    return new RuntimeObject(this.book);
  }
  getSelectedRange(): RangeObject {
    return new RangeObject(this.book, this.book.active, this.book.active.selection);
  }
  getActiveCell(): RangeObject {
    return new RangeObject(this.book, this.book.active, {
      ...this.book.active.selection,
      rows: 1,
      columns: 1,
    });
  }
  _GetRangeForEventByReferenceId(reference: string): RangeObject {
    return found(this._GetRangeOrNullObjectForEventByReferenceId(reference));
  }
  _GetRangeOrNullObjectForEventByReferenceId(reference: string): RangeObject | null {
    const { sheet: id, cells } = splitAddress(reference);
    const sheet = this.book.sheets.find((one) => one.id === id);
    const area = parseArea(cells);
    return sheet && area ? new RangeObject(this.book, sheet, area) : null;
  }
  _SetOsfControlContainerReadyForCustomFunctions(): void {
    // Custom functions are not part of this host.
  }
}
