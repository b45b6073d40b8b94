/** Page breaks of a sheet. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { RangeObject } from "./range";

const breakMembers = membersOf<Excel.PageBreak>()("PageBreak", {
  scalars: ["rowIndex", "columnIndex"],
  methods: ["delete", "getCellAfterBreak"],
});

export class PageBreakObject extends HostObject implements Hosted<Excel.PageBreak, typeof breakMembers> {
  readonly members = breakMembers;
  constructor(
    private readonly breaks: PageBreakCollectionObject,
    private readonly line: number,
  ) {
    super();
  }
  get rowIndex(): number {
    return this.breaks.kind === "horizontal" ? this.line : 0;
  }
  get columnIndex(): number {
    return this.breaks.kind === "vertical" ? this.line : 0;
  }
  getCellAfterBreak(): RangeObject {
    return this.breaks.cell(this.rowIndex, this.columnIndex);
  }
  delete(): void {
    this.breaks.lines = this.breaks.lines.filter((one) => one !== this.line);
  }
}

const breaksMembers = membersOf<Excel.PageBreakCollection>()("PageBreakCollection", {
  methods: ["add", "getCount", "getItem", "removePageBreaks"],
});

export class PageBreakCollectionObject
  extends HostObject
  implements Hosted<Excel.PageBreakCollection, typeof breaksMembers>
{
  readonly members = breaksMembers;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    readonly kind: "horizontal" | "vertical",
  ) {
    super();
  }
  get lines(): number[] {
    return this.kind === "horizontal" ? this.sheet.horizontalPageBreaks : this.sheet.verticalPageBreaks;
  }
  set lines(value: number[]) {
    if (this.kind === "horizontal") this.sheet.horizontalPageBreaks = value;
    else this.sheet.verticalPageBreaks = value;
  }
  cell(row: number, column: number): RangeObject {
    return new RangeObject(this.book, this.sheet, { row, column, rows: 1, columns: 1 });
  }
  /** The break comes before the range's first row (or column). */
  add(pageBreakRange: RangeObject | string): PageBreakObject {
    const area =
      typeof pageBreakRange === "string"
        ? found(this.book.locate(pageBreakRange, this.sheet)).area
        : pageBreakRange.cells;
    const line = this.kind === "horizontal" ? area.row : area.column;
    if (line === 0) refuse("InvalidArgument");
    if (!this.lines.includes(line)) this.lines = [...this.lines, line].sort((a, b) => a - b);
    return new PageBreakObject(this, line);
  }
  getCount(): number {
    return this.lines.length;
  }
  getItem(index: number): PageBreakObject {
    return new PageBreakObject(this, found(this.lines[index]));
  }
  removePageBreaks(): void {
    this.lines = [];
  }
  collectionItems(): PageBreakObject[] {
    return this.lines.map((line) => new PageBreakObject(this, line));
  }
}
