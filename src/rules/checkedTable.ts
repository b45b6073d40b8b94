/**
 * One of our tables under check. Its columns are read once, when a rule first asks for one; only rows with data count:
 * blank rows, rows that are numbered beforehand and typed totals are left out.
 */
import type { CellValue } from "../book";
import type { MoneyUnit } from "../domain";
import { typedColumns, type ColumnSpec, type TableView } from "../layout";
import { cellAt, type ColumnCells } from "./columnCells";
import { numberCombinations, type Combinations } from "./combinations";
import type { DateColumn } from "./dateColumn";
import type { IdentityColumn } from "./identityColumn";
import type { NumberColumn } from "./numberColumn";
import { ROW_DATA, ROW_TOTAL } from "./rowKinds";
import { TableColumns, type ColumnSource } from "./tableColumns";
import type { TextColumn } from "./textColumn";
import type { TextFlaws } from "./textFlaws";

interface SortedRows {
  readonly data: readonly number[];
  readonly totals: readonly number[];
}

export class CheckedTable implements ColumnSource {
  readonly name: string;
  /** Typed columns that the sheet has. */
  readonly columns: readonly ColumnSpec[];
  private readonly combined = new Map<
    string,
    { readonly version: number; readonly combinations: Combinations }
  >();
  private readonly pending: ReadonlyMap<number, Set<number>>;
  /** Another number after each change of a cell or of the rows' order. */
  version = 0;
  /** null until somebody asks for anything. */
  private columnsRead: TableColumns | null = null;
  private foundRows: SortedRows | null = null;
  /** The table's rows, as they are kept in memory. Never written into: they may be the workbook's own. */
  protected lines: readonly (readonly CellValue[])[];
  protected readonly indexOf: (header: string) => number;

  constructor(
    readonly view: TableView,
    /** The unit of this table's amounts. */
    readonly unit: MoneyUnit,
    readonly date1904: boolean,
    /** Rows there is room for. */
    readonly capacity: number = view.rowCount,
  ) {
    this.name = view.spec.name;
    this.columns = typedColumns(view.spec).filter((column) => this.has(column.header));
    this.pending = pendingByColumn(view);
    const { rows, indexOf } = view.cells();
    this.lines = rows;
    this.indexOf = indexOf;
  }

  has(header: string): boolean {
    const { own } = this.view;
    return own ? own.has(header) : this.view.sheetColumn(header) >= 0;
  }

  cell(row: number, header: string): CellValue {
    return cellAt(this.cellsOf(header), row);
  }

  /** The cell as it is written; on a sheet of the staff's own `cell` is what it means. */
  written(row: number, header: string): CellValue {
    const { own } = this.view;
    return own ? own.written(row, header) : this.cell(row, header);
  }

  get rowsHeld(): number {
    return this.lines.length;
  }

  cellsOf(header: string): ColumnCells {
    return { rows: this.lines, index: this.indexOf(header) };
  }

  /** Name of a cell's font; "" where it is not known. */
  fontName(row: number, header: string): string {
    const { own, sheet, firstRow } = this.view;
    if (!own) return sheet.fontName?.(firstRow + row, this.view.sheetColumn(header)) ?? "";
    const column = own.columnOf(row, header);
    return column < 0 ? "" : (own.partOf(row).sheet.fontName?.(own.sheetRow(row), column) ?? "");
  }

  /** The row's own sheet has no such column, though another sheet of the table has one. */
  lacks(row: number, header: string): boolean {
    return this.view.own?.lacks(row, header) ?? false;
  }

  /** Where a row stands among the table's rows, from 0. */
  placeOf(row: number): number {
    return row;
  }

  /** 1-based sheet row of a data row, as people see it. */
  sheetRow(row: number): number {
    if (this.view.own) return this.view.own.sheetRow(row) + 1;
    return this.view.firstRow + this.placeOf(row) + 1;
  }

  /** Data rows that take part in rules, in the order of the sheet. */
  get rows(): readonly number[] {
    return this.sortedRows().data;
  }

  /** Rows with a typed total. */
  get totalRows(): readonly number[] {
    return this.sortedRows().totals;
  }

  numbers(header: string): NumberColumn {
    return this.read().numbers(header);
  }

  dates(header: string): DateColumn {
    return this.read().dates(header);
  }

  texts(header: string): TextColumn {
    return this.read().texts(header);
  }

  textFlaws(header: string): TextFlaws {
    return this.read().textFlaws(header);
  }

  /** The numbers of `Số CCCD`. */
  identities(): IdentityColumn {
    return this.read().identities();
  }

  /** How many of its required texts are blank, by row. */
  get blankKeys(): Uint8Array {
    return this.read().blankKeys;
  }

  private read(): TableColumns {
    this.columnsRead ??= new TableColumns(this);
    return this.columnsRead;
  }

  /** The combinations of values that rows of data hold in some columns. */
  combinations(headers: readonly string[]): Combinations {
    const name = headers.join("\n");
    let known = this.combined.get(name);
    if (known?.version !== this.version) {
      const columns = headers.map((header) => this.texts(header));
      known = {
        version: this.version,
        combinations: numberCombinations(columns, this.rows, this.capacity),
      };
      this.combined.set(name, known);
    }
    return known.combinations;
  }

  /** Whether the cell is a formula without a value: not empty, but not known either. */
  pendingIn(header: string): (row: number) => boolean {
    const { own } = this.view;
    if (own) return (row) => own.isPending(row, header);
    const rows = this.pending.get(this.view.sheetColumn(header));
    return rows ? (row) => rows.has(this.view.firstRow + row) : () => false;
  }

  get mayBePending(): boolean {
    return this.pending.size > 0;
  }

  /** Whether the row takes part in rules. */
  isActive(row: number): boolean {
    return this.read().kinds.byRow[row] === ROW_DATA;
  }

  /** Rows in the order of the sheet; null where they are in the order of their numbers. */
  protected rowOrder(): readonly number[] | null {
    return null;
  }

  /** Rows stand otherwise than before. */
  protected forgetOrder(): void {
    this.version += 1;
    this.foundRows = null;
  }

  /** Reads a row's cells of these columns anew; whether it became, or is no longer, a row of data. */
  protected reread(row: number, headers: readonly string[]): boolean {
    this.version += 1;
    for (const header of headers)
      this.pending.get(this.view.sheetColumn(header))?.delete(this.view.firstRow + row);
    if (!this.read().reread(row, headers)) return false;
    this.forgetOrder();
    return true;
  }

  private sortedRows(): SortedRows {
    this.foundRows ??= this.sortRows();
    return this.foundRows;
  }

  private sortRows(): SortedRows {
    const { byRow } = this.read().kinds;
    const order = this.rowOrder();
    const count = order?.length ?? this.view.rowCount;
    const data = new Array<number>(count);
    const totals: number[] = [];
    let found = 0;
    for (let place = 0; place < count; place += 1) {
      const row = order ? order[place]! : place;
      const kind = byRow[row]!;
      if (kind === ROW_DATA) {
        data[found] = row;
        found += 1;
      } else if (kind === ROW_TOTAL) totals.push(row);
    }
    data.length = found;
    return { data, totals };
  }
}

/** Sheet column → sheet rows of cells whose formula holds no value. */
function pendingByColumn(view: TableView): Map<number, Set<number>> {
  const byColumn = new Map<number, Set<number>>();
  for (const cell of view.sheet.uncalculated) {
    const rows = byColumn.get(cell.column) ?? new Set();
    rows.add(cell.row);
    byColumn.set(cell.column, rows);
  }
  return byColumn;
}
