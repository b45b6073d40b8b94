/**
 * One of our tables under check. Every column is read once, when a rule first asks for it; only rows with data count:
 * blank rows, rows that are numbered beforehand and typed totals are left out.
 */
import { parseArea, type CellValue } from "../book";
import type { MoneyUnit } from "../domain";
import { columnSpec, isEmptyCell, typedColumns, type ColumnSpec, type TableView } from "../layout";
import { readDateColumn, type DateColumn } from "./dateColumn";
import { readNumberColumn, type NumberColumn } from "./numberColumn";
import { readTextColumn, readTextFlaws, type TextColumn, type TextFlaws } from "./textColumn";
import { isLegacyFont } from "./text/legacyText";
import { isTotalLabel } from "./totalRows";

/** Numbers the rows and says nothing about them. */
const ROW_NUMBER_HEADER = "STT";
const NOTE_HEADER = "Ghi chú";

const numberKinds: ReadonlySet<string> = new Set(["money", "detailMoney", "count", "quantity", "fraction"]);
const dateKinds: ReadonlySet<string> = new Set(["date", "birthDate"]);

export function isNumberColumn(column: ColumnSpec): boolean {
  return numberKinds.has(column.kind) && column.header !== ROW_NUMBER_HEADER;
}

export function isMoneyColumn(column: ColumnSpec): boolean {
  return column.kind === "money" || column.kind === "detailMoney";
}

export function isDateColumn(column: ColumnSpec): boolean {
  return dateKinds.has(column.kind);
}

export function isTextColumn(column: ColumnSpec): boolean {
  return !numberKinds.has(column.kind) && !dateKinds.has(column.kind);
}

/** What a row is to the rules. */
const ROW_BLANK = 0;
const ROW_DATA = 1;
const ROW_TOTAL = 2;

interface SortedRows {
  readonly data: readonly number[];
  readonly totals: readonly number[];
}

export class CheckedTable {
  readonly name: string;
  /** Typed columns that the sheet has. */
  readonly columns: readonly ColumnSpec[];
  private readonly numberColumns = new Map<string, NumberColumn>();
  private readonly dateColumns = new Map<string, DateColumn>();
  private readonly textColumns = new Map<string, TextColumn>();
  private readonly flawsOfText = new Map<string, TextFlaws>();
  private readonly pending: ReadonlyMap<number, Set<number>>;
  /** By row; null until somebody asks. */
  private kinds: Uint8Array | null = null;
  private foundRows: SortedRows | null = null;
  /** The table's own copy of its cells, where they may be edited. */
  protected cells: Map<string, CellValue[]> | null = null;

  constructor(
    readonly view: TableView,
    /** The unit of this table's amounts. */
    readonly unit: MoneyUnit,
    private readonly date1904: boolean,
    /** Rows there is room for. */
    readonly capacity: number = view.rowCount,
  ) {
    this.name = view.spec.name;
    this.columns = typedColumns(view.spec).filter((column) => this.has(column.header));
    this.pending = pendingByColumn(view);
  }

  has(header: string): boolean {
    const { own } = this.view;
    return own ? own.has(header) : this.view.sheetColumn(header) >= 0;
  }

  raw(header: string): readonly CellValue[] {
    return this.cells?.get(header) ?? this.view.column(header);
  }

  /** The cell as it is written; on a sheet of the staff's own `raw` is what it means. */
  written(row: number, header: string): CellValue {
    const { own } = this.view;
    return own ? own.written(row, header) : (this.raw(header)[row] ?? null);
  }

  private writtenColumn(header: string): CellValue[] {
    return Array.from({ length: this.view.rowCount }, (_unused, row) => this.written(row, header));
  }

  private ownLegacyFont(header: string): ((row: number) => boolean) | null {
    const own = this.view.own!;
    if (own.parts.every((part) => part.sheet.fontName === null)) return null;
    return (row) => isLegacyFont(this.fontName(row, header));
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
    const address = this.columns[0] ? this.view.address(this.placeOf(row), this.columns[0].header) : null;
    return (address === null ? this.view.firstRow + this.placeOf(row) : parseArea(address)!.row) + 1;
  }

  /** Data rows that take part in rules, ascending. */
  get rows(): readonly number[] {
    return this.sortedRows().data;
  }

  /** Rows with a typed total. */
  get totalRows(): readonly number[] {
    return this.sortedRows().totals;
  }

  numbers(header: string): NumberColumn {
    return cached(this.numberColumns, header, () => {
      const column = this.spec(header);
      const { own } = this.view;
      return readNumberColumn(
        this.raw(header),
        {
          unit: isMoneyColumn(column) ? this.unit : null,
          fraction: column.kind === "fraction",
          required: column.required,
          isPending: this.pendingIn(header),
          mayBePending: this.pending.size > 0,
          ...(own && isMoneyColumn(column) ? { unitOf: (row: number) => own.unitOf(row, header) } : {}),
        },
        this.capacity,
      );
    });
  }

  dates(header: string): DateColumn {
    return cached(this.dateColumns, header, () =>
      readDateColumn(
        this.raw(header),
        {
          date1904: this.date1904,
          required: this.spec(header).required,
          isPending: this.pendingIn(header),
          mayBePending: this.pending.size > 0,
        },
        this.capacity,
      ),
    );
  }

  texts(header: string): TextColumn {
    return cached(this.textColumns, header, () => readTextColumn(this.raw(header), this.capacity));
  }

  textFlaws(header: string): TextFlaws {
    return cached(this.flawsOfText, header, () => {
      if (this.view.own) return readTextFlaws(this.writtenColumn(header), this.ownLegacyFont(header));
      const fontName = this.view.sheet.fontName;
      const column = this.view.sheetColumn(header);
      const hasLegacyFont =
        fontName && ((row: number) => isLegacyFont(fontName(this.view.firstRow + row, column)));
      // Values of a list repeat, and are read as a column for other rules anyway.
      const isRead = this.spec(header).list !== undefined || this.textColumns.has(header);
      return readTextFlaws(this.raw(header), hasLegacyFont, isRead ? this.texts(header) : null);
    });
  }

  /** Whether the cell is a formula without a value: not empty, but not known either. */
  pendingIn(header: string): (row: number) => boolean {
    const { own } = this.view;
    if (own) return (row) => own.isPending(row, header);
    const rows = this.pending.get(this.view.sheetColumn(header));
    return rows ? (row) => rows.has(this.view.firstRow + row) : () => false;
  }

  spec(header: string): ColumnSpec {
    const column = columnSpec(this.view.spec, header);
    if (!column) throw new Error(`no column ${header} in ${this.name}`);
    return column;
  }

  /** Whether the row takes part in rules. */
  isActive(row: number): boolean {
    return this.rowKinds()[row] === ROW_DATA;
  }

  /** Rows in the order of the sheet; null where they are in the order of their numbers. */
  protected rowOrder(): readonly number[] | null {
    return null;
  }

  /** Rows stand otherwise than before. */
  protected forgetOrder(): void {
    this.foundRows = null;
  }

  /** Reads a row's cells of these columns anew; whether it became, or is no longer, a row of data. */
  protected reread(row: number, headers: Iterable<string>): boolean {
    for (const header of headers) {
      this.pending.get(this.view.sheetColumn(header))?.delete(this.view.firstRow + row);
      this.numberColumns.get(header)?.reread(row);
      this.dateColumns.get(header)?.reread(row);
      this.textColumns.get(header)?.reread(row);
      this.flawsOfText.get(header)?.reread(row);
    }
    const kinds = this.rowKinds();
    const before = kinds[row];
    kinds[row] = this.kindOf(row);
    if (kinds[row] === before) return false;
    this.forgetOrder();
    return true;
  }

  private sortedRows(): SortedRows {
    this.foundRows ??= this.sortRows();
    return this.foundRows;
  }

  private rowKinds(): Uint8Array {
    if (this.kinds === null) {
      this.kinds = new Uint8Array(Math.max(this.capacity, 0));
      const order = this.rowOrder();
      const count = order?.length ?? this.view.rowCount;
      for (let place = 0; place < count; place += 1) {
        const row = order ? order[place]! : place;
        this.kinds[row] = this.kindOf(row);
      }
    }
    return this.kinds;
  }

  private sortRows(): SortedRows {
    const kinds = this.rowKinds();
    const data: number[] = [];
    const totals: number[] = [];
    const order = this.rowOrder();
    const count = order?.length ?? this.view.rowCount;
    for (let place = 0; place < count; place += 1) {
      const row = order ? order[place]! : place;
      if (kinds[row] === ROW_DATA) data.push(row);
      else if (kinds[row] === ROW_TOTAL) totals.push(row);
    }
    return { data, totals };
  }

  private kindOf(row: number): number {
    this.kindColumns ??= this.readKindColumns();
    const { typed, keys } = this.kindColumns;
    const emptyKeys = countEmpty(keys, row);
    if (emptyKeys === null) return ROW_DATA;
    if (!typed.some(({ cells, isPending }) => !isEmptyCell(cells[row]) || isPending(row))) return ROW_BLANK;
    return this.isTotal(row, keys.length, emptyKeys) ? ROW_TOTAL : ROW_DATA;
  }

  private kindColumns: KindColumns | null = null;

  /** Columns that say whether a row has anything, and those that tell rows apart. */
  private readKindColumns(): KindColumns {
    return {
      typed: this.columns
        .filter((column) => column.header !== ROW_NUMBER_HEADER)
        .map((column) => ({ cells: this.raw(column.header), isPending: this.pendingIn(column.header) })),
      keys: this.columns
        .filter((column) => column.required && isTextColumn(column))
        .map((column) => this.raw(column.header)),
    };
  }

  /** A label of a total, and most of what tells a row apart is empty. */
  private isTotal(row: number, keys: number, emptyKeys: number): boolean {
    const labels = this.columns.filter((column) => isTextColumn(column) && column.header !== NOTE_HEADER);
    const label = labels.find((column) => isTotalLabel(this.raw(column.header)[row] ?? null));
    if (!label) return false;
    const others = keys - (label.required ? 1 : 0);
    return (
      emptyKeys * 2 >= others &&
      this.columns.some((column) => isNumberColumn(column) && this.hasNumber(column, row))
    );
  }

  private hasNumber(column: ColumnSpec, row: number): boolean {
    return !isEmptyCell(this.raw(column.header)[row]) || this.pendingIn(column.header)(row);
  }
}

interface KindColumns {
  readonly typed: readonly {
    readonly cells: readonly CellValue[];
    readonly isPending: (row: number) => boolean;
  }[];
  readonly keys: readonly (readonly CellValue[])[];
}

/** null as soon as so many are filled that the row cannot be a total. */
function countEmpty(columns: readonly (readonly CellValue[])[], row: number): number | null {
  const count = columns.length;
  let empty = 0;
  for (let index = 0; index < count; index += 1) {
    const cell = columns[index]![row];
    // Most cells begin with a letter or a digit, and need no closer look.
    const begin = typeof cell === "string" ? cell.charCodeAt(0) : 0;
    if (!(begin > 32 && begin < 127) && isEmptyCell(cell)) {
      empty += 1;
    } else if (2 * (index + 1 - empty) > count + 1) return null;
  }
  return empty;
}

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
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
