/** Data rows of a table. */
import { HostObject } from "../../protocol";
import { isOnSheet, type Area } from "../book/area";
import type { Book } from "../book/book";
import { deleteCells, insertCells } from "../book/insert-delete";
import { bodyArea, type TableState } from "../book/table";
import { growFromLastRow } from "../book/table-growth";
import { membersOf, type Hosted } from "../hosted";
import { refuse } from "../refusals";
import { RangeObject } from "./range";

const rowMembers = membersOf<Excel.TableRow>()("TableRow", {
  scalars: ["index", "values"],
  methods: ["delete", "getRange"],
});

/** A row by its place: when rows are inserted above, it stands for other data. */
export class TableRowObject extends HostObject implements Hosted<Excel.TableRow, typeof rowMembers> {
  readonly members = rowMembers;
  constructor(
    private readonly book: Book,
    private readonly table: TableState,
    readonly index: number,
  ) {
    super();
  }
  get values(): unknown[][] {
    return this.getRange().values;
  }
  set values(input: unknown[][]) {
    this.getRange().values = input;
  }
  getRange(): RangeObject {
    const body = bodyArea(this.table);
    if (this.index >= body.rows) refuse("InvalidArgument");
    return new RangeObject(this.book, this.table.sheet, { ...body, row: body.row + this.index, rows: 1 });
  }
  delete(): void {
    deleteRows(this.book, this.table, this.index, 1);
  }
}

const collectionMembers = membersOf<Excel.TableRowCollection>()("TableRowCollection", {
  scalars: ["count"],
  methods: ["add", "getCount", "getItemAt", "deleteRows", "deleteRowsAt"],
});

export class TableRowCollectionObject
  extends HostObject
  implements Hosted<Excel.TableRowCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(
    private readonly book: Book,
    private readonly table: TableState,
  ) {
    super();
  }
  get count(): number {
    return this.table.onlyInsertRow ? 0 : bodyArea(this.table).rows;
  }
  getCount(): number {
    return this.count;
  }
  /** Without an index (or with -1) the rows go below the last one; cells under the table move down. */
  add(index?: number, values?: unknown): TableRowObject {
    const { table, book } = this;
    if (table.sheet.protection) refuse("AccessDenied");
    const lines = Array.isArray(values) ? (values as unknown[][]) : [[values ?? null]];
    if (
      Array.isArray(values) &&
      lines.some((line) => !Array.isArray(line) || line.length !== table.area.columns)
    )
      refuse("InvalidArgument");
    const at = index === undefined || index === -1 ? this.count : index;
    if (at < 0 || at > this.count) refuse("InvalidArgument");
    const place = makeRoom(book, table, at, lines.length);
    book.write(table.sheet, place, (row, column) => (Array.isArray(values) ? lines[row]?.[column] : values));
    return new TableRowObject(book, table, at);
  }
  getItemAt(index: number): TableRowObject {
    if (index < 0 || index >= this.count) refuse("InvalidArgument");
    return new TableRowObject(this.book, this.table, index);
  }
  deleteRowsAt(index: number, count = 1): void {
    this.assertNoFilter();
    deleteRows(this.book, this.table, index, count);
  }
  deleteRows(rows: number[] | TableRowObject[]): void {
    this.assertNoFilter();
    const indices = rows.map((row) => (typeof row === "number" ? row : row.index)).sort((a, b) => b - a);
    if (indices.some((row) => row < 0 || row >= this.count)) refuse("InvalidArgument");
    for (const row of new Set(indices)) deleteRows(this.book, this.table, row, 1);
  }
  private assertNoFilter(): void {
    if (this.table.filter.criteria.size > 0) refuse("InsertDeleteConflict");
  }
  collectionItems(): TableRowObject[] {
    return Array.from({ length: this.count }, (_, index) => new TableRowObject(this.book, this.table, index));
  }
}

/** Opens rows in the data; below the last one only what is in the way moves. */
function makeRoom(book: Book, table: TableState, at: number, count: number): Area {
  const body = bodyArea(table);
  if (table.onlyInsertRow) {
    table.onlyInsertRow = false;
    if (count > 1) makeRoom(book, table, 1, count - 1);
    return { ...body, rows: count };
  }
  const place: Area = { ...body, row: body.row + at, rows: count };
  if (!isOnSheet(place)) refuse("InvalidArgument");
  if (at < body.rows || table.showTotals) {
    insertCells(book, table.sheet, place, "Down");
    return place;
  }
  if (table.sheet.grid.usedIn(place, true)) insertCells(book, table.sheet, place, "Down");
  table.area = { ...table.area, rows: table.area.rows + count };
  table.filter.area = table.area;
  growFromLastRow(table, place);
  book.touch();
  return place;
}

function deleteRows(book: Book, table: TableState, index: number, count: number): void {
  const body = bodyArea(table);
  if (index < 0 || count < 1 || index + count > body.rows) refuse("InvalidArgument");
  if (table.sheet.protection) refuse("AccessDenied");
  if (count === body.rows) {
    // The last data row stays, empty.
    new RangeObject(book, table.sheet, { ...body, rows: 1 }).clear("Contents");
    if (count > 1) deleteCells(book, table.sheet, { ...body, row: body.row + 1, rows: count - 1 }, "Up");
    table.onlyInsertRow = true;
    return;
  }
  deleteCells(book, table.sheet, { ...body, row: body.row + index, rows: count }, "Up");
}
