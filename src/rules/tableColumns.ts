/** A table's columns as rules look at them. Those that rules are sure to ask for are read side by side, once. */
import type { CellValue } from "../book";
import type { MoneyUnit } from "../domain";
import { columnSpec, isEmptyCell, type ColumnSpec, type TableView } from "../layout";
import { cellAt, readSideBySide, type ColumnCells, type ColumnReader, type ReadColumn } from "./columnCells";
import { isDateColumn, isMoneyColumn, isNumberColumn, ROW_NUMBER_HEADER } from "./columnKinds";
import { readDateColumn, type DateColumn } from "./dateColumn";
import { IDENTITY_HEADER, readIdentityColumn, type IdentityColumn } from "./identityColumn";
import { readNumberColumn, type NumberColumn } from "./numberColumn";
import { isKey, RowKinds } from "./rowKinds";
import { isLegacyFont } from "./text/legacyText";
import { readTextColumn, type TextColumn } from "./textColumn";
import { readTextFlaws, textFlawsOf, type LegacyFont, type TextFlaws } from "./textFlaws";

/** What the columns are read from. */
export interface ColumnSource {
  readonly view: TableView;
  /** Typed columns that the sheet has. */
  readonly columns: readonly ColumnSpec[];
  /** The unit of the table's amounts. */
  readonly unit: MoneyUnit;
  readonly date1904: boolean;
  /** Rows there are now, and rows there is room for. */
  readonly rowsHeld: number;
  readonly capacity: number;
  readonly cellsOf: (header: string) => ColumnCells;
  /** The cell as it is written, on whatever sheet. */
  readonly written: (row: number, header: string) => CellValue;
  /** Name of a cell's font; "" where it is not known. */
  readonly fontName: (row: number, header: string) => string;
  /** Whether a cell is a formula without a value. */
  readonly pendingIn: (header: string) => (row: number) => boolean;
  readonly mayBePending: boolean;
}

export class TableColumns {
  /** What each row is. */
  readonly kinds: RowKinds;
  private readonly numberColumns = new Map<string, NumberColumn>();
  private readonly dateColumns = new Map<string, DateColumn>();
  private readonly textColumns = new Map<string, TextColumn>();
  private readonly flawsOfText = new Map<string, TextFlaws>();
  private identityColumn: IdentityColumn | null = null;
  /** How many of its required texts are blank, by row. */
  readonly blankKeys: Uint8Array;

  constructor(private readonly source: ColumnSource) {
    const { columns, capacity, rowsHeld } = source;
    this.blankKeys = new Uint8Array(capacity);
    const readers = columns.filter(({ header }) => header !== ROW_NUMBER_HEADER);
    readSideBySide(
      readers.map((column) => this.readerOf(column)),
      rowsHeld,
    );
    this.kinds = new RowKinds(
      {
        columns,
        blankKeys: this.blankKeys,
        cell: (row, header) => cellAt(source.cellsOf(header), row),
        isPending: (row, header) => source.pendingIn(header)(row),
      },
      capacity,
    );
    this.kinds.readRows(rowsHeld);
  }

  numbers(header: string): NumberColumn {
    return this.late(this.numberColumns, header, () => this.numberReader(this.spec(header)));
  }

  dates(header: string): DateColumn {
    return this.late(this.dateColumns, header, () => this.dateReader(this.spec(header)));
  }

  texts(header: string): TextColumn {
    return this.late(this.textColumns, header, () =>
      readTextColumn(this.source.cellsOf(header), this.source.capacity),
    );
  }

  /** The numbers of `Số CCCD`. */
  identities(): IdentityColumn {
    if (!this.identityColumn) {
      this.identityColumn = readIdentityColumn(
        this.source.cellsOf(IDENTITY_HEADER),
        this.source.capacity,
        null,
        null,
      );
      this.identityColumn.readRows(0, this.source.rowsHeld);
    }
    return this.identityColumn;
  }

  textFlaws(header: string): TextFlaws {
    let flaws = this.flawsOfText.get(header);
    if (!flaws) {
      const hasLegacyFont = this.legacyFont(header);
      const texts = this.textColumns.get(header);
      if (texts && !hasLegacyFont && !this.source.view.own) {
        flaws = textFlawsOf(texts, this.source.cellsOf(header), this.source.rowsHeld);
      } else {
        const cells = this.writtenCells(header);
        flaws = readTextFlaws(cells, { hasLegacyFont });
        flaws.readRows(0, cells.rows.length);
      }
      this.flawsOfText.set(header, flaws);
    }
    return flaws;
  }

  /** A column that no rule is sure to ask for is read when one does. */
  private late<T extends ReadColumn>(known: Map<string, T>, header: string, make: () => T): T {
    let column = known.get(header);
    if (column === undefined) {
      column = make();
      column.readRows(0, this.source.rowsHeld);
      known.set(header, column);
    }
    return column;
  }

  private readerOf(column: ColumnSpec): ColumnReader {
    const { header } = column;
    if (isNumberColumn(column)) return kept(this.numberColumns, header, this.numberReader(column));
    if (isDateColumn(column)) return kept(this.dateColumns, header, this.dateReader(column));
    const cells = this.source.cellsOf(header);
    const blanks = isKey(column) ? this.blankKeys : null;
    // Values of a list repeat.
    if (column.list)
      return kept(this.textColumns, header, readTextColumn(cells, this.source.capacity, blanks));
    if (this.source.view.own) return blankCounter(cells, blanks);
    const isIdentity = this.source.view.spec.name === "tblHo" && header === IDENTITY_HEADER;
    const flaws = readTextFlaws(cells, {
      hasLegacyFont: this.legacyFont(header),
      blanks: isIdentity ? null : blanks,
      findPlaceholders: column.required && !isIdentity,
    });
    this.flawsOfText.set(header, flaws);
    if (!isIdentity) return flaws;
    this.identityColumn = readIdentityColumn(cells, this.source.capacity, flaws, blanks);
    return this.identityColumn;
  }

  private numberReader(column: ColumnSpec): NumberColumn {
    const { header } = column;
    const { own } = this.source.view;
    return readNumberColumn(
      this.source.cellsOf(header),
      {
        unit: isMoneyColumn(column) ? this.source.unit : null,
        fraction: column.kind === "fraction",
        required: column.required,
        isPending: this.source.pendingIn(header),
        mayBePending: this.source.mayBePending,
        ...(own && isMoneyColumn(column) ? { unitOf: (row: number) => own.unitOf(row, header) } : {}),
      },
      this.source.capacity,
    );
  }

  private dateReader(column: ColumnSpec): DateColumn {
    return readDateColumn(
      this.source.cellsOf(column.header),
      {
        date1904: this.source.date1904,
        required: column.required,
        isPending: this.source.pendingIn(column.header),
        mayBePending: this.source.mayBePending,
      },
      this.source.capacity,
    );
  }

  /** null where no cell of the column can have such a font. */
  private legacyFont(header: string): LegacyFont | null {
    const { own, sheet } = this.source.view;
    const isKnown = own ? own.parts.some((part) => part.sheet.fontName !== null) : sheet.fontName !== null;
    return isKnown ? (row) => isLegacyFont(this.source.fontName(row, header)) : null;
  }

  private writtenCells(header: string): ColumnCells {
    if (!this.source.view.own) return this.source.cellsOf(header);
    const rows = Array.from({ length: this.source.view.rowCount }, (_unused, row) => [
      this.source.written(row, header),
    ]);
    return { rows, index: 0 };
  }

  private spec(header: string): ColumnSpec {
    const { spec } = this.source.view;
    const column = columnSpec(spec, header);
    if (!column) throw new Error(`no column ${header} in ${spec.name}`);
    return column;
  }

  /** Reads a row's cells of these columns anew; whether the row is something else now. */
  reread(row: number, headers: Iterable<string>): boolean {
    for (const header of headers) {
      this.numberColumns.get(header)?.reread(row);
      this.dateColumns.get(header)?.reread(row);
      this.textColumns.get(header)?.reread(row);
      this.flawsOfText.get(header)?.reread(row);
    }
    return this.kinds.reread(row);
  }
}

function kept<T>(known: Map<string, T>, header: string, column: T): T {
  known.set(header, column);
  return column;
}

/** Counts blank cells and reads nothing. */
function blankCounter(cells: ColumnCells, blanks: Uint8Array | null): ColumnReader {
  return {
    readRows: (from, to) => {
      if (blanks === null) return;
      for (let row = from; row < to; row += 1) if (isEmptyCell(cellAt(cells, row))) blanks[row]! += 1;
    },
  };
}
