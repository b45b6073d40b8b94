/** The cells a range object stands for, and what every object that works on cells shares. */
import { announceFormat } from "./book/announcing";
import { HostObject } from "../protocol";
import { refuse } from "./refusals";
import { isEntireColumn, isEntireRow, type Area } from "./book/area";
import type { Book } from "./book/book";
import type { CellFormat } from "./book/format";
import type { Sheet } from "./book/sheet";

/** A sheet's cells that may move; `area` refuses once the cells are deleted. */
export interface Target {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** The value that all cells share, or null where they differ. */
export function shared<T>(target: Target, pick: (format: CellFormat) => T): T | null {
  let first: { readonly value: T } | null = null;
  const { grid } = target.sheet;
  for (const area of target.areas) {
    for (const format of formatsIn(grid, area)) {
      const value = pick(format);
      if (first === null) first = { value };
      else if (first.value !== value) return null;
    }
  }
  return first === null ? null : first.value;
}

/** The formats of an area's cells; of whole columns and rows those behind them and of the cells that are there. */
export function* formatsIn(grid: Sheet["grid"], area: Area): Generator<CellFormat> {
  if (isEntireColumn(area) || isEntireRow(area)) {
    yield* grid.formatsBehind(area);
    for (const [, , cell] of grid.cellsIn(area)) yield cell.format;
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1)
      yield grid.formatAt(row, column);
  }
}

/** Changes the format of every cell, and tells those who listen. */
export function changeFormat(
  target: Target,
  change: (format: CellFormat) => CellFormat,
  option = "allowFormatCells",
): void {
  target.book.assertAllowed(target.sheet, option);
  const done = new Map<CellFormat, CellFormat>();
  for (const area of target.areas) {
    target.sheet.grid.changeFormat(area, (format) => {
      let changed = done.get(format);
      if (!changed) done.set(format, (changed = change(format)));
      return changed;
    });
    announceFormat(target.book, target.sheet, area);
  }
}

export abstract class TargetObject extends HostObject {
  constructor(protected readonly target: Target) {
    super();
  }

  protected get<K extends keyof CellFormat>(key: K): CellFormat[K] | null {
    return shared(this.target, (format) => format[key]);
  }

  protected put<K extends keyof CellFormat>(key: K, value: CellFormat[K]): void {
    if (value === null || value === undefined) refuse("InvalidArgument");
    changeFormat(this.target, (format) => ({ ...format, [key]: value }));
  }
}
