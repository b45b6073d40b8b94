/** Notes on cells, since ExcelApi 1.18. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import type { NoteState, Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { passThrough, type Stateful } from "../pass-through";
import { found, refuse } from "../refusals";
import { RangeObject } from "./range";

const noteMembers = membersOf<Excel.Note>()("Note", {
  scalars: ["authorName", "content", "height", "visible", "width"],
  methods: ["delete", "getLocation"],
});

export class NoteObject
  extends HostObject
  implements Stateful<NoteState>, Hosted<Excel.Note, typeof noteMembers>
{
  readonly members = noteMembers;
  declare content: string;
  declare height: number;
  declare visible: boolean;
  declare width: number;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    readonly state: NoteState,
  ) {
    super();
  }
  get authorName(): string {
    return "Person at Excel";
  }
  getLocation(): RangeObject {
    const { row, column } = this.state;
    return new RangeObject(this.book, this.sheet, { row, column, rows: 1, columns: 1 });
  }
  delete(): void {
    this.sheet.notes = this.sheet.notes.filter((one) => one !== this.state);
  }
}
passThrough<NoteState>(NoteObject, ["content", "height", "visible", "width"]);

const collectionMembers = membersOf<Excel.NoteCollection>()("NoteCollection", {
  methods: ["add", "getCount", "getItem", "getItemAt", "getItemOrNullObject"],
});

export class NoteCollectionObject
  extends HostObject
  implements Hosted<Excel.NoteCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(
    private readonly book: Book,
    private readonly sheets: readonly Sheet[],
  ) {
    super();
  }
  private get all(): NoteObject[] {
    return this.sheets.flatMap((sheet) =>
      sheet.notes.map((state) => new NoteObject(this.book, sheet, state)),
    );
  }
  private place(cell: RangeObject | string) {
    const home = this.sheets.length === 1 ? (this.sheets[0] ?? null) : null;
    const place = typeof cell === "string" ? this.book.locate(cell, home) : cell.target;
    if (!place || place.area.rows * place.area.columns !== 1) return refuse("InvalidArgument");
    return { sheet: place.sheet, row: place.area.row, column: place.area.column };
  }
  /** One note a cell, and none where a comment stands. */
  add(cellAddress: RangeObject | string, content: unknown): NoteObject {
    const { sheet, row, column } = this.place(cellAddress);
    const here = (one: { row: number; column: number }) => one.row === row && one.column === column;
    if (typeof content !== "string") return refuse("InvalidArgument");
    if (sheet.notes.some(here) || sheet.comments.some(here)) refuse("ItemAlreadyExists");
    const state: NoteState = { row, column, content, visible: false, width: 108, height: 59.25 };
    sheet.notes.push(state);
    return new NoteObject(this.book, sheet, state);
  }
  getCount(): number {
    return this.all.length;
  }
  /** @param key the cell's address */
  getItem(key: string): NoteObject {
    return found(this.getItemOrNullObject(key));
  }
  getItemAt(index: number): NoteObject {
    return found(this.all[index]);
  }
  getItemOrNullObject(key: string): NoteObject | null {
    const { sheet, row, column } = this.place(key);
    const state = sheet.notes.find((one) => one.row === row && one.column === column);
    return state ? new NoteObject(this.book, sheet, state) : null;
  }
  collectionItems(): NoteObject[] {
    return this.all;
  }
}
