/** The cells of a sheet: sparse rows, with formats of whole columns and rows behind them. */
import { isEntireColumn, isEntireRow, maxColumns, maxRows, type Area } from "./area";
import { plainFormat, type CellFormat } from "./format";
import type { Scalar } from "./typed-value";

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export interface Cell {
  /** `""` when empty; a formula's last result. */
  value: Scalar;
  /** With its `=`. */
  formula: string | null;
  format: CellFormat;
  hyperlink: Hyperlink | null;
  /** Filled by a formula of another cell that gives several values. */
  spilled: boolean;
  /** A text kept as it was typed. */
  literal: boolean;
}

export class Grid {
  readonly rows = new Map<number, Map<number, Cell>>();
  readonly rowFormats = new Map<number, CellFormat>();
  readonly columnFormats = new Map<number, CellFormat>();
  /** Behind every cell of the sheet. */
  sheetFormat: CellFormat = plainFormat;
  formulaCount = 0;

  find(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.get(column);
  }

  /** The cell, made when it is not there. */
  cell(row: number, column: number): Cell {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map()));
    let cell = cells.get(column);
    if (!cell) {
      cell = {
        value: "",
        formula: null,
        format: this.formatBehind(row, column),
        hyperlink: null,
        spilled: false,
        literal: false,
      };
      cells.set(column, cell);
    }
    return cell;
  }

  formatAt(row: number, column: number): CellFormat {
    return this.find(row, column)?.format ?? this.formatBehind(row, column);
  }

  private formatBehind(row: number, column: number): CellFormat {
    return this.rowFormats.get(row) ?? this.columnFormats.get(column) ?? this.sheetFormat;
  }

  /** Formats that whole columns and rows of an area give to cells that are not there. */
  *formatsBehind(area: Area): Generator<CellFormat> {
    const columns = [...this.columnFormats].filter(
      ([column]) => column >= area.column && column < area.column + area.columns,
    );
    const rows = [...this.rowFormats].filter(([row]) => row >= area.row && row < area.row + area.rows);
    for (const [, format] of [...columns, ...rows]) yield format;
    const covered = isEntireColumn(area) ? columns.length >= area.columns : rows.length >= area.rows;
    if (!covered) yield this.sheetFormat;
  }

  setFormula(cell: Cell, formula: string | null): void {
    this.formulaCount += (formula === null ? 0 : 1) - (cell.formula === null ? 0 : 1);
    cell.formula = formula;
  }

  /** Cells that exist inside an area, in row-major order. */
  *cellsIn(area: Area): Generator<readonly [number, number, Cell]> {
    const wanted =
      area.rows < this.rows.size
        ? sequence(area.row, area.rows)
        : [...this.rows.keys()]
            .filter((row) => row >= area.row && row < area.row + area.rows)
            .sort((a, b) => a - b);
    for (const row of wanted) {
      const cells = this.rows.get(row);
      if (!cells) continue;
      const columns =
        area.columns < cells.size
          ? sequence(area.column, area.columns)
          : [...cells.keys()]
              .filter((column) => column >= area.column && column < area.column + area.columns)
              .sort((a, b) => a - b);
      for (const column of columns) {
        const cell = cells.get(column);
        if (cell) yield [row, column, cell];
      }
    }
  }

  *formulaCells(): Generator<readonly [number, number, Cell]> {
    if (this.formulaCount === 0) return;
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) if (cell.formula !== null) yield [row, column, cell];
    }
  }

  /** Changes the format of every cell of an area, also of those that are not there yet. */
  changeFormat(area: Area, change: (format: CellFormat, row: number, column: number) => CellFormat): void {
    if (isEntireColumn(area) || isEntireRow(area)) return this.changeWideFormat(area, change);
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const cell = this.cell(row, column);
        cell.format = change(cell.format, row, column);
      }
    }
  }

  private changeWideFormat(
    area: Area,
    change: (format: CellFormat, row: number, column: number) => CellFormat,
  ): void {
    if (area.rows === maxRows && area.columns === maxColumns) {
      this.sheetFormat = change(this.sheetFormat, 0, 0);
      for (const [row, format] of this.rowFormats) this.rowFormats.set(row, change(format, row, 0));
      for (const [column, format] of this.columnFormats)
        this.columnFormats.set(column, change(format, 0, column));
    } else if (isEntireColumn(area)) {
      for (const column of sequence(area.column, area.columns))
        this.columnFormats.set(column, change(this.columnFormats.get(column) ?? this.sheetFormat, 0, column));
    } else {
      for (const row of sequence(area.row, area.rows))
        this.rowFormats.set(row, change(this.rowFormats.get(row) ?? this.sheetFormat, row, 0));
    }
    for (const [row, column, cell] of this.cellsIn(area)) cell.format = change(cell.format, row, column);
  }

  /** The smallest area around every cell with content (or, unless `valuesOnly`, with a format of its own). */
  usedArea(valuesOnly: boolean): Area | null {
    return this.usedIn({ row: 0, column: 0, rows: maxRows, columns: maxColumns }, valuesOnly);
  }

  usedIn(area: Area, valuesOnly: boolean): Area | null {
    let [top, left, bottom, right] = [maxRows, maxColumns, -1, -1];
    for (const [row, cells] of this.rows) {
      if (row < area.row || row >= area.row + area.rows) continue;
      for (const [column, cell] of cells) {
        if (column < area.column || column >= area.column + area.columns) continue;
        const formatted =
          !valuesOnly && (cell.format !== this.formatBehind(row, column) || cell.hyperlink !== null);
        if (cell.value === "" && cell.formula === null && !formatted) continue;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      }
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Grows an area until the rows and columns around it are empty. */
  regionAround(area: Area): Area {
    let region = area;
    for (;;) {
      const row = Math.max(0, region.row - 1);
      const column = Math.max(0, region.column - 1);
      const ring = {
        row,
        column,
        rows: region.row + region.rows + 1 - row,
        columns: region.column + region.columns + 1 - column,
      };
      const used = this.usedIn(ring, true);
      if (!used) return region;
      const next = {
        row: Math.min(region.row, used.row),
        column: Math.min(region.column, used.column),
        rows: Math.max(region.row + region.rows, used.row + used.rows) - Math.min(region.row, used.row),
        columns:
          Math.max(region.column + region.columns, used.column + used.columns) -
          Math.min(region.column, used.column),
      };
      if (next.rows === region.rows && next.columns === region.columns) return region;
      region = next;
    }
  }

  /** Empties cells and takes them out, format and all. */
  remove(area: Area): void {
    for (const [row, column, cell] of [...this.cellsIn(area)]) {
      this.setFormula(cell, null);
      const cells = this.rows.get(row);
      cells?.delete(column);
      if (cells?.size === 0) this.rows.delete(row);
    }
  }

  /** Moves the cells of `area` by so many rows and columns; cells that stood there are gone. */
  move(area: Area, down: number, right: number): void {
    const moving = [...this.cellsIn(area)];
    for (const [row, column] of moving) {
      const cells = this.rows.get(row);
      cells?.delete(column);
      if (cells?.size === 0) this.rows.delete(row);
    }
    for (const [row, column, cell] of moving) {
      let cells = this.rows.get(row + down);
      if (!cells) this.rows.set(row + down, (cells = new Map()));
      cells.set(column + right, cell);
    }
  }
}

export function* sequence(start: number, count: number): Generator<number> {
  for (let index = start; index < start + count; index += 1) yield index;
}
