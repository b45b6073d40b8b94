/**
 * A table whose cells and rows change under check. A row keeps its number while it lives, wherever it stands: what was
 * found about it stays right when rows above come and go. `placeOf` says where it stands now.
 */
import type { CellValue } from "../book";
import type { MoneyUnit } from "../domain";
import { isEmptyCell, type TableView } from "../layout";
import { CheckedTable } from "./checkedTable";

export type RowCells = Readonly<Record<string, CellValue>>;

export class LiveTable extends CheckedTable {
  /** Rows by place. */
  private readonly order: number[];
  /** Places by row; -1 for a row that is gone. */
  private readonly places: Int32Array;
  private readonly free: number[] = [];
  private used: number;

  /** `spare`: rows that may come before the table has to be read anew. */
  constructor(view: TableView, unit: MoneyUnit, date1904: boolean, spare: number) {
    super(view, unit, date1904, view.rowCount + spare);
    this.cells = new Map(view.spec.columns.map(({ header }) => [header, view.column(header).slice()]));
    this.order = Array.from({ length: view.rowCount }, (_unused, row) => row);
    this.places = new Int32Array(this.capacity).fill(-1);
    this.order.forEach((row, place) => (this.places[row] = place));
    this.used = view.rowCount;
  }

  get rowCount(): number {
    return this.order.length;
  }

  /** How many rows there is still room for. */
  get room(): number {
    return this.capacity - this.used + this.free.length;
  }

  rowAt(place: number): number {
    const row = this.order[place];
    if (row === undefined) throw new RangeError(`${this.name} has no row ${place}`);
    return row;
  }

  override placeOf(row: number): number {
    return this.places[row]!;
  }

  /** Puts values into a row; whether it became, or is no longer, a row of data. */
  edit(row: number, values: RowCells): boolean {
    const headers = Object.keys(values).filter((header) => this.cells!.has(header));
    for (const header of headers) this.cells!.get(header)![row] = values[header]!;
    return this.reread(row, headers);
  }

  /** Empty rows at a place; what stood there moves down. Their numbers. */
  insert(at: number, count: number): number[] {
    const rows = Array.from({ length: count }, () => this.free.pop() ?? this.used++);
    const blank = Object.fromEntries([...this.cells!.keys()].map((header) => [header, null]));
    for (const row of rows) this.edit(row, blank);
    const below = this.order.splice(at);
    for (const row of [...rows, ...below]) this.order.push(row);
    this.renumber(at);
    return rows;
  }

  /** Takes rows away that have been emptied before. */
  remove(at: number, count: number): void {
    for (const row of this.order.splice(at, count)) {
      this.places[row] = -1;
      this.free.push(row);
    }
    this.renumber(at);
  }

  /** `order[place]` is the place where the row stood before. */
  sort(order: readonly number[]): void {
    const before = this.order.slice();
    order.forEach((from, to) => (this.order[to] = before[from]!));
    this.renumber(0);
  }

  /** The table as it stands now, to be read anew. */
  snapshot(): TableView {
    const { order, cells } = this;
    const columns = new Map<string, readonly CellValue[]>();
    const column = (header: string): readonly CellValue[] => {
      let values = columns.get(header);
      if (!values) {
        const own = cells!.get(header);
        values = order.map((row) => own?.[row] ?? null);
        columns.set(header, values);
      }
      return values;
    };
    const typed = this.columns.map(({ header }) => header);
    const isBlank = (row: number): boolean => typed.every((header) => isEmptyCell(column(header)[row]));
    return { ...this.view, rowCount: order.length, column, isBlank };
  }

  protected override rowOrder(): readonly number[] {
    return this.order;
  }

  private renumber(from: number): void {
    for (let place = from; place < this.order.length; place += 1) this.places[this.order[place]!] = place;
    this.forgetOrder();
  }
}
