/** Threaded comments, in the little that add-ins need: add, read, change, delete. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import type { CommentState, Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { RangeObject } from "./range";

const commentMembers = membersOf<Excel.Comment>()("Comment", {
  id: "id",
  scalars: ["id", "content", "authorName", "authorEmail", "creationDate", "resolved", "contentType"],
  methods: ["delete", "getLocation"],
});

export class CommentObject extends HostObject implements Hosted<Excel.Comment, typeof commentMembers> {
  readonly members = commentMembers;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly state: CommentState,
  ) {
    super();
  }
  get id(): string {
    return this.state.id;
  }
  get content(): string {
    return this.state.content;
  }
  set content(value: string) {
    this.state.content = value;
  }
  get authorName(): string {
    return "Person at Excel";
  }
  get authorEmail(): string {
    return "person@example.invalid";
  }
  get creationDate(): Date {
    return new Date(Date.UTC(2025, 0, 1));
  }
  get resolved(): boolean {
    return this.state.resolved;
  }
  set resolved(value: boolean) {
    this.state.resolved = value;
  }
  get contentType() {
    return "Plain" as Excel.ContentType;
  }
  getLocation(): RangeObject {
    return new RangeObject(this.book, this.sheet, {
      row: this.state.row,
      column: this.state.column,
      rows: 1,
      columns: 1,
    });
  }
  delete(): void {
    this.sheet.comments = this.sheet.comments.filter((one) => one !== this.state);
  }
}

const collectionMembers = membersOf<Excel.CommentCollection>()("CommentCollection", {
  methods: ["add", "getCount", "getItem", "getItemAt", "getItemByCell", "getItemOrNullObject"],
});

export class CommentCollectionObject
  extends HostObject
  implements Hosted<Excel.CommentCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(
    private readonly book: Book,
    private readonly sheets: readonly Sheet[],
  ) {
    super();
  }
  private get all(): CommentObject[] {
    return this.sheets.flatMap((sheet) =>
      sheet.comments.map((state) => new CommentObject(this.book, sheet, state)),
    );
  }
  private place(cellAddress: RangeObject | string): {
    readonly sheet: Sheet;
    readonly row: number;
    readonly column: number;
  } {
    const place =
      typeof cellAddress === "string"
        ? this.book.locate(cellAddress, this.sheets.length === 1 ? (this.sheets[0] ?? null) : null)
        : cellAddress.target;
    if (!place || place.area.rows * place.area.columns !== 1) return refuse("InvalidArgument");
    return { sheet: place.sheet, row: place.area.row, column: place.area.column };
  }
  /** One comment a cell. */
  add(cellAddress: RangeObject | string, content: unknown, contentType = "Plain"): CommentObject {
    if (typeof content !== "string" || content === "" || contentType !== "Plain")
      return refuse("InvalidArgument");
    const { sheet, row, column } = this.place(cellAddress);
    if (sheet.comments.some((one) => one.row === row && one.column === column)) refuse("ItemAlreadyExists");
    const state: CommentState = {
      id: `{${String(this.book.nextSerial()).padStart(8, "0")}-C033-0000-0000-000000000000}`,
      row,
      column,
      content,
      resolved: false,
      replies: [],
    };
    sheet.comments.push(state);
    return new CommentObject(this.book, sheet, state);
  }
  getCount(): number {
    return this.all.length;
  }
  getItem(commentId: string): CommentObject {
    return found(this.getItemOrNullObject(commentId));
  }
  getItemOrNullObject(commentId: string): CommentObject | null {
    return this.all.find((one) => one.id === commentId) ?? null;
  }
  getItemAt(index: number): CommentObject {
    return found(this.all[index]);
  }
  getItemByCell(cellAddress: RangeObject | string): CommentObject {
    const { sheet, row, column } = this.place(cellAddress);
    return new CommentObject(
      this.book,
      sheet,
      found(sheet.comments.find((one) => one.row === row && one.column === column)),
    );
  }
  collectionItems(): CommentObject[] {
    return this.all;
  }
}
