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

interface SortedRows {
  readonly data: readonly number[];
  readonly totals: readonly number[];
  /** 1 for each data row. */
  readonly active: Uint8Array;
}

export class CheckedTable {
  readonly name: string;
  /** Typed columns that the sheet has. */
  readonly columns: readonly ColumnSpec[];
  private readonly numberColumns = new Map<string, NumberColumn>();
  private readonly dateColumns = new Map<string, DateColumn>();
  private readonly textColumns = new Map<string, TextColumn>();
  private readonly flawsOfText = new Map<string, TextFlaws>();
  private readonly pending: ReadonlyMap<number, ReadonlySet<number>>;
  private foundRows: SortedRows | null = null;

  constructor(
    readonly view: TableView,
    /** The unit of this table's amounts. */
    readonly unit: MoneyUnit,
    private readonly date1904: boolean,
  ) {
    this.name = view.spec.name;
    this.columns = typedColumns(view.spec).filter((column) => view.sheetColumn(column.header) >= 0);
    this.pending = pendingByColumn(view);
  }

  has(header: string): boolean {
    return this.view.sheetColumn(header) >= 0;
  }

  raw(header: string): readonly CellValue[] {
    return this.view.column(header);
  }

  /** 1-based sheet row of a data row, as people see it. */
  sheetRow(row: number): number {
    const address = this.columns[0] ? this.view.address(row, this.columns[0].header) : null;
    return (address === null ? this.view.firstRow + row : parseArea(address)!.row) + 1;
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
      return readNumberColumn(this.raw(header), {
        unit: isMoneyColumn(column) ? this.unit : null,
        fraction: column.kind === "fraction",
        required: column.required,
        isPending: this.pendingIn(header),
      });
    });
  }

  dates(header: string): DateColumn {
    return cached(this.dateColumns, header, () =>
      readDateColumn(this.raw(header), {
        date1904: this.date1904,
        required: this.spec(header).required,
        isPending: this.pendingIn(header),
      }),
    );
  }

  texts(header: string): TextColumn {
    return cached(this.textColumns, header, () => readTextColumn(this.raw(header)));
  }

  textFlaws(header: string): TextFlaws {
    return cached(this.flawsOfText, header, () => {
      const fontName = this.view.sheet.fontName;
      const column = this.view.sheetColumn(header);
      const hasLegacyFont =
        fontName && ((row: number) => isLegacyFont(fontName(this.view.firstRow + row, column)));
      return readTextFlaws(this.raw(header), hasLegacyFont);
    });
  }

  /** Whether the cell is a formula without a value: not empty, but not known either. */
  pendingIn(header: string): (row: number) => boolean {
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
    return this.sortedRows().active[row] === 1;
  }

  private sortedRows(): SortedRows {
    this.foundRows ??= this.sortRows();
    return this.foundRows;
  }

  private sortRows(): SortedRows {
    const typed = this.columns
      .filter((column) => column.header !== ROW_NUMBER_HEADER)
      .map((column) => ({ cells: this.raw(column.header), isPending: this.pendingIn(column.header) }));
    const keys = this.columns
      .filter((column) => column.required && isTextColumn(column))
      .map((column) => this.raw(column.header));
    const data: number[] = [];
    const totals: number[] = [];
    const active = new Uint8Array(Math.max(this.view.rowCount, 0));
    for (let row = 0; row < this.view.rowCount; row += 1) {
      if (!typed.some(({ cells, isPending }) => !isEmptyCell(cells[row]) || isPending(row))) continue;
      const emptyKeys = countEmpty(keys, row);
      if ((emptyKeys > 0 || keys.length < 2) && this.isTotal(row, keys.length, emptyKeys)) {
        totals.push(row);
      } else {
        data.push(row);
        active[row] = 1;
      }
    }
    return { data, totals, active };
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

function countEmpty(columns: readonly (readonly CellValue[])[], row: number): number {
  let empty = 0;
  for (const cells of columns) if (isEmptyCell(cells[row])) empty += 1;
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
