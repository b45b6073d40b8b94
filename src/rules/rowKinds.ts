/** What each row of a table is to the rules: data, a typed total, or nothing. */
import type { CellValue } from "../book";
import { isEmptyCell, type ColumnSpec } from "../layout";
import { isNumberColumn, isTextColumn, ROW_NUMBER_HEADER } from "./columnKinds";
import { isTotalLabel } from "./totalRows";

const NOTE_HEADER = "Ghi chú";

const ROW_BLANK = 0;
export const ROW_DATA = 1;
export const ROW_TOTAL = 2;

/** What has to be known of the rows. */
export interface RowSource {
  /** Typed columns that the sheet has. */
  readonly columns: readonly ColumnSpec[];
  readonly cell: (row: number, header: string) => CellValue;
  /** Whether a cell is a formula without a value. */
  readonly isPending: (row: number, header: string) => boolean;
  /** How many of a row's keys are blank: of the required columns of text, which tell rows apart. */
  readonly blankKeys: Uint8Array;
}

export function isKey(column: ColumnSpec): boolean {
  return column.required && isTextColumn(column);
}

export class RowKinds {
  /** One of the constants above for each row. */
  readonly byRow: Uint8Array;
  private readonly keyCount: number;
  private readonly keys: readonly string[];

  constructor(
    private readonly source: RowSource,
    capacity: number,
  ) {
    this.byRow = new Uint8Array(capacity);
    this.keys = source.columns.filter(isKey).map(({ header }) => header);
    this.keyCount = this.keys.length;
  }

  /** Looks at rows from 0 on whose blank keys have been counted. */
  readRows(count: number): void {
    const { byRow, keyCount } = this;
    const { blankKeys } = this.source;
    for (let row = 0; row < count; row += 1)
      byRow[row] = isSurelyData(keyCount, blankKeys[row]!) ? ROW_DATA : this.kindOf(row);
  }

  /** Looks at a changed row again; whether it is something else now. */
  reread(row: number): boolean {
    const { source, byRow } = this;
    source.blankKeys[row] = this.keys.filter((header) => isEmptyCell(source.cell(row, header))).length;
    const before = byRow[row];
    byRow[row] = isSurelyData(this.keyCount, source.blankKeys[row]!) ? ROW_DATA : this.kindOf(row);
    return byRow[row] !== before;
  }

  private kindOf(row: number): number {
    const { columns } = this.source;
    if (!columns.some((column) => column.header !== ROW_NUMBER_HEADER && this.isFilled(row, column.header)))
      return ROW_BLANK;
    return this.looksLikeTotal(row) ? ROW_TOTAL : ROW_DATA;
  }

  /** A label of a total, and most of what tells a row apart is empty. */
  private looksLikeTotal(row: number): boolean {
    const { columns, cell, blankKeys } = this.source;
    const label = columns.find(
      (column) =>
        isTextColumn(column) && column.header !== NOTE_HEADER && isTotalLabel(cell(row, column.header)),
    );
    if (!label) return false;
    const others = this.keyCount - (label.required ? 1 : 0);
    return (
      blankKeys[row]! * 2 >= others &&
      columns.some((column) => isNumberColumn(column) && this.isFilled(row, column.header))
    );
  }

  private isFilled(row: number, header: string): boolean {
    return !isEmptyCell(this.source.cell(row, header)) || this.source.isPending(row, header);
  }
}

/** So many keys are filled that the row cannot be a total. */
function isSurelyData(keys: number, blank: number): boolean {
  return 2 * (keys - blank) > keys + 1;
}
