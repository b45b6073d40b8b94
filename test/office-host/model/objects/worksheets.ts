/** `Excel.WorksheetCollection`. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { assertSheetName, nextSheetName } from "../book/sheet-name";
import { membersOf, type Hosted } from "../hosted";
import { found } from "../refusals";
import { WorksheetObject } from "./worksheet";

const members = membersOf<Excel.WorksheetCollection>()("WorksheetCollection", {
  methods: ["add", "getActiveWorksheet", "getCount", "getFirst", "getItem", "getItemOrNullObject", "getLast"],
  events: [
    "DataChanged",
    "Activated",
    "Deactivated",
    "Added",
    "Deleted",
    "SelectionChanged",
    "FormatChanged",
    "Calculated",
    "FormulaChanged",
    "ProtectionChanged",
    "RowHiddenChanged",
    "NameChanged",
    "VisibilityChanged",
    "Moved",
  ],
});

export class WorksheetCollectionObject
  extends HostObject
  implements Hosted<Excel.WorksheetCollection, typeof members>
{
  readonly members = members;
  constructor(private readonly book: Book) {
    super();
  }
  private sheet(state: Sheet | undefined): WorksheetObject {
    return new WorksheetObject(this.book, found(state));
  }
  private choose(visibleOnly: boolean): Sheet[] {
    return visibleOnly
      ? this.book.sheets.filter((sheet) => sheet.visibility === "Visible")
      : this.book.sheets;
  }
  /** The new sheet stands last and is not activated. */
  add(name?: string): WorksheetObject {
    this.book.assertStructureOpen();
    if (name !== undefined) assertSheetName(this.book, name, null);
    const sheet = this.book.newSheet(name ?? nextSheetName(this.book));
    this.book.sheets.push(sheet);
    this.book.touch();
    this.book.events.emit("Added", ["Workbook"], { worksheetId: sheet.id, ...this.book.eventSource });
    return new WorksheetObject(this.book, sheet);
  }
  getActiveWorksheet(): WorksheetObject {
    return new WorksheetObject(this.book, this.book.active);
  }
  getCount(visibleOnly = false): number {
    return this.choose(visibleOnly).length;
  }
  getFirst(visibleOnly = false): WorksheetObject {
    return this.sheet(this.choose(visibleOnly)[0]);
  }
  getLast(visibleOnly = false): WorksheetObject {
    return this.sheet(this.choose(visibleOnly).at(-1));
  }
  getItem(key: string): WorksheetObject {
    return this.sheet(this.book.findSheet(key));
  }
  getItemOrNullObject(key: string): WorksheetObject | null {
    const sheet = this.book.findSheet(key);
    return sheet ? new WorksheetObject(this.book, sheet) : null;
  }
  collectionItems(): WorksheetObject[] {
    return this.book.sheets.map((sheet) => new WorksheetObject(this.book, sheet));
  }
}
