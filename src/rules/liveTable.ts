/**
 * A table whose cells and rows change under check. A row keeps its number while it lives, wherever it stands: what was
 * found about it stays right when rows above come and go. `placeOf` says where it stands now.
 */
import type { CellValue } from "../book";
import type { MoneyUnit } from "../domain";
import { viewOfRows, type TableView } from "../layout";
import { CheckedTable } from "./checkedTable";

export type RowCells = Readonly<Record<string, CellValue>>;

export class LiveTable extends CheckedTable {
  /** Rows by place. */
  private readonly order: number[];
  /** Places by row; -1 for a row that is gone. */
  private readonly places: Int32Array;
  private readonly free: number[] = [];
  /** `lines`, of which rows may be replaced. */
  private readonly kept: (readonly CellValue[])[];
  private used: number;

  /** `spare`: rows that may come before the table has to be read anew. */
  constructor(view: TableView, unit: MoneyUnit, date1904: boolean, spare: number) {
    super(view, unit, date1904, view.rowCount + spare);
    this.kept = this.lines.slice();
    this.lines = this.kept;
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
    const headers = Object.keys(values).filter((header) => this.indexOf(header) >= 0);
    // The rows may be the workbook's own: they are replaced and never written into.
    const line = (this.lines[row] ?? []).slice();
    for (const header of headers) {
      const index = this.indexOf(header);
      while (line.length <= index) line.push(null);
      line[index] = values[header]!;
    }
    this.kept[row] = line;
    return this.reread(row, headers);
  }

  /** Empty rows at a place; what stood there moves down. Their numbers. */
  insert(at: number, count: number): number[] {
    const rows = Array.from({ length: count }, () => this.free.pop() ?? this.used++);
    const blank = Object.fromEntries(this.view.spec.columns.map(({ header }) => [header, null]));
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
    return viewOfRows(
      this.view,
      this.order.map((row) => this.lines[row]!),
    );
  }

  protected override rowOrder(): readonly number[] {
    return this.order;
  }

  private renumber(from: number): void {
    for (let place = from; place < this.order.length; place += 1) this.places[this.order[place]!] = place;
    this.forgetOrder();
  }
}
