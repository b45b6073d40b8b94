/** Lists of areas as `sqref` writes them (`A2:A9 C2:C9`): how they grow and shrink with a table. */
import { areaAddress, columnIndex, columnLetters, parseArea, type Area } from "../../book";

export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** Reads one area, whole rows and columns included; null for what is no area. */
export function parseReference(text: string): Area | null {
  const plain = text.replace(/\$/g, "");
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (columns) {
    const [left, right] = [columnIndex(columns[1]!), columnIndex(columns[2]!)];
    return { row: 0, rows: lastRow + 1, column: Math.min(left, right), columns: Math.abs(right - left) + 1 };
  }
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) {
    const [top, bottom] = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    return {
      row: Math.min(top, bottom),
      rows: Math.abs(bottom - top) + 1,
      column: 0,
      columns: lastColumn + 1,
    };
  }
  return parseArea(plain);
}

export function parseSqref(sqref: string): Area[] {
  const areas = sqref.trim().split(/\s+/).map(parseReference);
  return areas.filter((area): area is Area => area !== null);
}

export function writeSqref(areas: readonly Area[]): string {
  return areas.map(writeArea).join(" ");
}

function writeArea(area: Area): string {
  if (area.rows > lastRow)
    return `${columnLetters(area.column)}:${columnLetters(area.column + area.columns - 1)}`;
  if (area.columns > lastColumn) return `${area.row + 1}:${area.row + area.rows}`;
  return areaAddress(area);
}

/**
 * The areas after `count` rows were added below `data` (a table's data rows). What ends with the last data row grows;
 * an area that is wider than the table grows only within the table's columns.
 */
export function grown(areas: readonly Area[], data: Area, count: number): Area[] {
  const last = data.row + data.rows - 1;
  return areas.flatMap((area) => {
    const left = Math.max(area.column, data.column);
    const right = Math.min(area.column + area.columns, data.column + data.columns);
    if (area.row + area.rows - 1 !== last || left >= right) return [area];
    if (right - left === area.columns) return [{ ...area, rows: area.rows + count }];
    return [area, { row: last + 1, rows: count, column: left, columns: right - left }];
  });
}

/** The areas after the last `count` rows of `data` went: the reverse of `grown`. */
export function shrunk(areas: readonly Area[], data: Area, count: number): Area[] {
  const last = data.row + data.rows - 1;
  const lost = { ...data, row: last - count + 1, rows: count };
  return areas.flatMap((area) => (area.row + area.rows - 1 === last ? without([area], lost) : [area]));
}

/** The areas without the cells of `hole`. */
export function without(areas: readonly Area[], hole: Area): Area[] {
  return areas.flatMap((area) => {
    const top = Math.max(area.row, hole.row);
    const bottom = Math.min(area.row + area.rows, hole.row + hole.rows);
    const left = Math.max(area.column, hole.column);
    const right = Math.min(area.column + area.columns, hole.column + hole.columns);
    if (top >= bottom || left >= right) return [area];
    const pieces: Area[] = [
      { ...area, rows: top - area.row },
      { ...area, row: top, rows: bottom - top, columns: left - area.column },
      { row: top, rows: bottom - top, column: right, columns: area.column + area.columns - right },
      { ...area, row: bottom, rows: area.row + area.rows - bottom },
    ];
    return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
  });
}

/** The smallest area that holds both; either may be missing. */
export function union(a: Area | null, b: Area | null): Area | null {
  if (!a || !b) return a ?? b;
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
