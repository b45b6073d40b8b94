/** Rectangles of cells: taken from Excel's answers, cut, joined and grouped. */
import type { Area } from "../../book";

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** The four scalars that place a range. */
export const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

/** The same of every range of a collection. */
export const PLACES = "items/rowIndex,items/columnIndex,items/rowCount,items/columnCount";

export function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** An area in bands of at most so many cells: whole rows as long as they fit. */
export function bands(area: Area, cells: number): Area[] {
  const columns = Math.min(area.columns, cells);
  const rows = Math.max(1, Math.floor(cells / columns));
  const parts: Area[] = [];
  for (let row = area.row; row < area.row + area.rows; row += rows) {
    for (let column = area.column; column < area.column + area.columns; column += columns) {
      parts.push({
        row,
        column,
        rows: Math.min(rows, area.row + area.rows - row),
        columns: Math.min(columns, area.column + area.columns - column),
      });
    }
  }
  return parts;
}

/** An area in two; null for a single cell. */
export function halvesOf(area: Area): [Area, Area] | null {
  if (area.rows > 1) {
    const rows = area.rows >> 1;
    return [
      { ...area, rows },
      { ...area, row: area.row + rows, rows: area.rows - rows },
    ];
  }
  if (area.columns === 1) return null;
  const columns = area.columns >> 1;
  return [
    { ...area, columns },
    { ...area, column: area.column + columns, columns: area.columns - columns },
  ];
}

export interface KeyedCell<K> {
  readonly row: number;
  readonly column: number;
  readonly key: K;
}

interface KeyedArea<K> {
  readonly area: Area;
  readonly key: K;
}

/**
 * Groups cells of equal key into few rectangles: runs along a row first, then equal runs below each other.
 * @param grows tells whether areas of a key may be wider than one cell, and higher; default both
 */
export function rectangles<K>(
  cells: Iterable<KeyedCell<K>>,
  grows: (key: K) => { readonly across: boolean; readonly down: boolean } = () => ({
    across: true,
    down: true,
  }),
): KeyedArea<K>[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const done: KeyedArea<K>[] = [];
  /** Rectangles that end in the row above, by their first column. */
  let open = new Map<number, { area: Area; key: K }>();
  let row = -1;
  let runs: { area: Area; key: K }[] = [];
  const close = () => {
    const next = new Map<number, { area: Area; key: K }>();
    for (const run of runs) {
      const above = open.get(run.area.column);
      const joins =
        above !== undefined &&
        above.key === run.key &&
        above.area.columns === run.area.columns &&
        above.area.row + above.area.rows === run.area.row &&
        grows(run.key).down;
      if (joins) {
        above.area = { ...above.area, rows: above.area.rows + 1 };
        next.set(run.area.column, above);
      } else {
        done.push(run);
        next.set(run.area.column, run);
      }
    }
    open = next;
    runs = [];
  };
  for (const cell of sorted) {
    if (cell.row !== row) close();
    row = cell.row;
    const last = runs.at(-1);
    const follows = last && last.key === cell.key && last.area.column + last.area.columns === cell.column;
    if (last && follows && grows(cell.key).across)
      last.area = { ...last.area, columns: last.area.columns + 1 };
    else runs.push({ area: { row: cell.row, column: cell.column, rows: 1, columns: 1 }, key: cell.key });
  }
  close();
  return done;
}

/** Joins areas that touch into fewer, larger ones; cells are covered once. */
export function joined(areas: readonly Area[]): Area[] {
  let parts = [...areas].sort((a, b) => a.column - b.column || a.row - b.row);
  parts = mergeNeighbours(parts, (a, b) =>
    a.column === b.column && a.columns === b.columns && a.row + a.rows === b.row
      ? { ...a, rows: a.rows + b.rows }
      : null,
  );
  parts.sort((a, b) => a.row - b.row || a.column - b.column);
  return mergeNeighbours(parts, (a, b) =>
    a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column
      ? { ...a, columns: a.columns + b.columns }
      : null,
  );
}

/** Sorted areas: only the one just before can be the neighbour. */
function mergeNeighbours(parts: readonly Area[], merge: (a: Area, b: Area) => Area | null): Area[] {
  const result: Area[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const both = last ? merge(last, part) : null;
    if (both) result[result.length - 1] = both;
    else result.push(part);
  }
  return result;
}
