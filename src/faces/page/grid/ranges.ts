/** Rectangles of cells: the book counts rows and columns, the grid names the last ones. */
import type { Area, TableDesign } from "../../../book";

/** A rectangle as the grid writes it: 0-based, both ends included. */
export interface GridRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export function rangeOf(area: Area): GridRange {
  return {
    startRow: area.row,
    endRow: area.row + area.rows - 1,
    startColumn: area.column,
    endColumn: area.column + area.columns - 1,
  };
}

export function areaOf(range: GridRange): Area {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

/** The area of a table's data rows: all but the header. */
export function dataOf(table: TableDesign): Area {
  return { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** A whole row or column that is selected reaches over the whole sheet: only its beginning counts. */
export function clipped(area: Area): Area {
  const finite = (value: number) => (Number.isFinite(value) && value >= 0 ? value : 0);
  return {
    row: finite(area.row),
    column: finite(area.column),
    rows: finite(area.rows) || 1,
    columns: finite(area.columns) || 1,
  };
}

/** Whether the cells stand in rows of the table's data. */
export function inData(table: Area, area: Area): boolean {
  const first = table.row + 1;
  return (
    area.row >= first &&
    area.row + area.rows <= table.row + table.rows &&
    area.column < table.column + table.columns &&
    area.column + area.columns > table.column
  );
}
