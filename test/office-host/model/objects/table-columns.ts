/** Columns of a table. */
import { HostObject } from "../../protocol";
import type { Area } from "../book/area";
import type { Book } from "../book/book";
import { deleteCells, insertCells } from "../book/insert-delete";
import { bodyArea, headerArea, totalsArea, type TableColumnState, type TableState } from "../book/table";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { FilterObject } from "./auto-filter";
import { RangeObject } from "./range";
import { fillHeaders, resizeTo } from "./table";

const columnMembers = membersOf<Excel.TableColumn>()("TableColumn", {
  id: "id",
  scalars: ["id", "index", "name", "values"],
  objects: ["filter"],
  methods: ["delete", "getDataBodyRange", "getHeaderRowRange", "getRange", "getTotalRowRange"],
});

export class TableColumnObject extends HostObject implements Hosted<Excel.TableColumn, typeof columnMembers> {
  readonly members = columnMembers;
  constructor(
    private readonly book: Book,
    private readonly table: TableState,
    private readonly column: TableColumnState,
  ) {
    super();
  }
  private part(area: Area | null): RangeObject {
    return new RangeObject(this.book, this.table.sheet, {
      ...found(area),
      column: this.table.area.column + this.index,
      columns: 1,
    });
  }
  get id(): number {
    return this.column.id;
  }
  get index(): number {
    const index = this.table.columns.indexOf(this.column);
    return index < 0 ? refuse("ItemNotFound") : index;
  }
  get name(): string {
    return this.column.name;
  }
  set name(value: string) {
    const header = headerArea(this.table) ?? refuse("InvalidOperation");
    const taken = this.table.columns.some(
      (one) => one !== this.column && one.name.toLowerCase() === value.toLowerCase(),
    );
    if (value === "" || taken) refuse("InvalidArgument");
    this.book.write(
      this.table.sheet,
      { ...header, column: header.column + this.index, columns: 1 },
      () => `'${value}`,
    );
  }
  get values(): unknown[][] {
    return this.getRange().values;
  }
  set values(input: unknown[][]) {
    this.getRange().values = input;
  }
  get filter(): FilterObject {
    return new FilterObject(this.book, this.table, this.index);
  }
  getRange(): RangeObject {
    return this.part(this.table.area);
  }
  getDataBodyRange(): RangeObject {
    return this.part(bodyArea(this.table));
  }
  getHeaderRowRange(): RangeObject {
    return this.part(headerArea(this.table));
  }
  getTotalRowRange(): RangeObject {
    return this.part(totalsArea(this.table));
  }
  delete(): void {
    if (this.table.sheet.protection) refuse("AccessDenied");
    if (this.table.columns.length === 1) refuse("InvalidOperation");
    deleteCells(this.book, this.table.sheet, this.getRange().cells, "Left");
  }
}

const collectionMembers = membersOf<Excel.TableColumnCollection>()("TableColumnCollection", {
  scalars: ["count"],
  methods: ["add", "getCount", "getItem", "getItemAt", "getItemOrNullObject"],
});

export class TableColumnCollectionObject
  extends HostObject
  implements Hosted<Excel.TableColumnCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(
    private readonly book: Book,
    private readonly table: TableState,
  ) {
    super();
  }
  private column(state: TableColumnState): TableColumnObject {
    return new TableColumnObject(this.book, this.table, state);
  }
  get count(): number {
    return this.table.columns.length;
  }
  getCount(): number {
    return this.count;
  }
  /** Values hold the header as their first entry. */
  add(index?: number, values?: unknown, name?: string): TableColumnObject {
    const { table, book } = this;
    if (table.sheet.protection) refuse("AccessDenied");
    const at = index === undefined || index === -1 ? this.count : index;
    if (at < 0 || at > this.count) refuse("InvalidArgument");
    if (at === this.count) appendColumn(book, table);
    else
      insertCells(book, table.sheet, { ...table.area, column: table.area.column + at, columns: 1 }, "Right");
    if (at === 0) takeInFront(book, table);
    const column = this.column(found(table.columns[at]));
    if (values !== undefined) column.values = values as unknown[][];
    if (name !== undefined) column.name = name;
    return column;
  }
  getItem(key: number | string): TableColumnObject {
    return found(this.getItemOrNullObject(key));
  }
  getItemAt(index: number): TableColumnObject {
    return this.column(found(this.table.columns[index]));
  }
  getItemOrNullObject(key: number | string): TableColumnObject | null {
    const state = this.table.columns.find((one) =>
      typeof key === "number"
        ? one.id === key
        : one.name.toLowerCase() === key.toLowerCase() || String(one.id) === key,
    );
    return state ? this.column(state) : null;
  }
  collectionItems(): TableColumnObject[] {
    return this.table.columns.map((state) => this.column(state));
  }
}

/** A column right of the last one; what stands there moves right. */
function appendColumn(book: Book, table: TableState): void {
  const beside: Area = { ...table.area, column: table.area.column + table.area.columns, columns: 1 };
  if (table.sheet.grid.usedIn(beside, true)) insertCells(book, table.sheet, beside, "Right");
  resizeTo(book, table, { ...table.area, columns: table.area.columns + 1 });
}

/** Cells inserted before the first column belong to no table yet. */
function takeInFront(book: Book, table: TableState): void {
  table.area = { ...table.area, column: table.area.column - 1, columns: table.area.columns + 1 };
  table.filter.area = table.area;
  table.columns.unshift({ id: table.nextColumnId, name: "" });
  table.nextColumnId += 1;
  fillHeaders(book, table);
}
