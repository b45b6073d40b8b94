/** The collections of tables: of the workbook, of a sheet, of a range. */
import { HostObject } from "../../protocol";
import type { Area } from "../book/area";
import type { Book } from "../book/book";
import { insertCells } from "../book/insert-delete";
import type { Sheet } from "../book/sheet";
import type { TableState } from "../book/table";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import type { RangeObject } from "./range";
import { assertFree, fillHeaders, TableObject } from "./table";

const scopedMembers = membersOf<Excel.TableScopedCollection>()("TableScopedCollection", {
  methods: ["getCount", "getFirst", "getItem", "getItemOrNullObject"],
});

export class TableScopedCollectionObject
  extends HostObject
  implements Hosted<Excel.TableScopedCollection, typeof scopedMembers>
{
  readonly members = scopedMembers;
  constructor(
    private readonly book: Book,
    private readonly tables: readonly TableState[],
  ) {
    super();
  }
  getCount(): number {
    return this.tables.length;
  }
  getFirst(): TableObject {
    return new TableObject(this.book, found(this.tables[0]));
  }
  getItem(key: string): TableObject {
    return found(this.getItemOrNullObject(key));
  }
  getItemOrNullObject(key: string): TableObject | null {
    const state = this.tables.find((one) => one.id === key || one.name.toLowerCase() === key.toLowerCase());
    return state ? new TableObject(this.book, state) : null;
  }
  collectionItems(): TableObject[] {
    return this.tables.map((state) => new TableObject(this.book, state));
  }
}

const collectionMembers = membersOf<Excel.TableCollection>()("TableCollection", {
  scalars: ["count"],
  methods: ["add", "getCount", "getItem", "getItemAt", "getItemOrNullObject"],
  events: ["Added", "DataChanged", "Deleted"],
});

export class TableCollectionObject
  extends HostObject
  implements Hosted<Excel.TableCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  /** @param sheet null: the tables of the whole workbook */
  constructor(
    readonly book: Book,
    readonly sheet: Sheet | null,
  ) {
    super();
  }
  private get states(): TableState[] {
    const { book, sheet } = this;
    if (sheet) return book.tablesOn(sheet);
    return book.sheets.flatMap((one) => book.tablesOn(one));
  }
  get count(): number {
    return this.states.length;
  }
  getCount(): number {
    return this.count;
  }
  add(address: RangeObject | string, hasHeaders: boolean): TableObject {
    const place =
      typeof address === "string"
        ? this.book.locate(address, this.sheet ?? this.book.active)
        : address.target;
    if (!place || (this.sheet && place.sheet !== this.sheet)) return refuse("InvalidArgument");
    const { book } = this;
    if (place.sheet.protection) refuse("AccessDenied");
    assertFree(book, place.sheet, place.area, null);
    if (!hasHeaders) insertCells(book, place.sheet, { ...place.area, rows: 1 }, "Down");
    const bare = hasHeaders && place.area.rows === 1;
    if (bare && place.sheet.grid.usedIn({ ...place.area, row: place.area.row + 1 }, true))
      insertCells(book, place.sheet, { ...place.area, row: place.area.row + 1 }, "Down");
    const area: Area = { ...place.area, rows: place.area.rows + (hasHeaders && !bare ? 0 : 1) };
    const state = newTable(book, place.sheet, area, bare);
    book.tables.push(state);
    fillHeaders(book, state);
    book.touch();
    book.events.emit("TableAdded", ["Workbook", place.sheet.id], {
      tableId: state.id,
      worksheetId: place.sheet.id,
      ...book.eventSource,
    });
    return new TableObject(book, state);
  }
  getItem(key: string): TableObject {
    return found(this.getItemOrNullObject(key));
  }
  getItemAt(index: number): TableObject {
    return new TableObject(this.book, found(this.states[index]));
  }
  getItemOrNullObject(key: string): TableObject | null {
    const state = this.book.findTable(String(key));
    return state && this.states.includes(state) ? new TableObject(this.book, state) : null;
  }
  collectionItems(): TableObject[] {
    return this.states.map((state) => new TableObject(this.book, state));
  }
}

function newTable(book: Book, sheet: Sheet, area: Area, onlyInsertRow: boolean): TableState {
  const serial = book.nextSerial();
  let number = 1;
  while (
    book.findTable(`Table${number}`) ||
    book.names.some((name) => name.name.toLowerCase() === `table${number}`)
  )
    number += 1;
  return {
    id: String(serial),
    name: `Table${number}`,
    sheet,
    area,
    columns: Array.from({ length: area.columns }, (_, index) => ({ id: index + 1, name: "" })),
    nextColumnId: area.columns + 1,
    showHeaders: true,
    showTotals: false,
    style: book.defaultTableStyle,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    showFilterButton: true,
    onlyInsertRow,
    filter: { area, criteria: new Map() },
  };
}
