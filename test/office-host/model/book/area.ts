/** Rectangles of cells and their A1 addresses. Rows and columns count from 0. */

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `A1`, `$A$1:B2`, `A:C`, `1:3`; null for anything else. */
export function parseArea(text: string): Area | null {
  const cell = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(text);
  if (cell)
    return span(
      Number(cell[2]) - 1,
      columnIndex(cell[1] ?? ""),
      Number(cell[4] ?? cell[2]) - 1,
      columnIndex(cell[3] ?? cell[1] ?? ""),
    );
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (columns) return span(0, columnIndex(columns[1] ?? ""), maxRows - 1, columnIndex(columns[2] ?? ""));
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  if (rows) return span(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, maxColumns - 1);
  return null;
}

function span(row1: number, column1: number, row2: number, column2: number): Area | null {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  const area = { row, column, rows: Math.abs(row2 - row1) + 1, columns: Math.abs(column2 - column1) + 1 };
  return isOnSheet(area) ? area : null;
}

export function isOnSheet(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= maxRows &&
    area.column + area.columns <= maxColumns
  );
}

export function isEntireColumn(area: Area): boolean {
  return area.row === 0 && area.rows === maxRows;
}

export function isEntireRow(area: Area): boolean {
  return area.column === 0 && area.columns === maxColumns;
}

/** Without the sheet. */
export function formatArea(area: Area, absolute = false): string {
  const mark = absolute ? "$" : "";
  const first = mark + columnName(area.column);
  const last = mark + columnName(area.column + area.columns - 1);
  const top = `${mark}${area.row + 1}`;
  const bottom = `${mark}${area.row + area.rows}`;
  if (isEntireRow(area)) return `${top}:${bottom}`;
  if (isEntireColumn(area)) return `${first}:${last}`;
  return area.rows === 1 && area.columns === 1 ? first + top : `${first}${top}:${last}${bottom}`;
}

export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function contains(outer: Area, inner: Area): boolean {
  const common = intersect(outer, inner);
  return common !== null && equal(common, inner);
}

export function equal(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function bounding(areas: readonly Area[]): Area {
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  return {
    row,
    column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
  };
}

/** What is left of `area` when `hole` is cut out, as up to four rectangles. */
export function subtract(area: Area, hole: Area): Area[] {
  const common = intersect(area, hole);
  if (!common) return [area];
  const left: Area[] = [
    { ...area, rows: common.row - area.row },
    { ...area, row: common.row + common.rows, rows: area.row + area.rows - common.row - common.rows },
    { row: common.row, rows: common.rows, column: area.column, columns: common.column - area.column },
    {
      row: common.row,
      rows: common.rows,
      column: common.column + common.columns,
      columns: area.column + area.columns - common.column - common.columns,
    },
  ];
  return left.filter((part) => part.rows > 0 && part.columns > 0);
}

/** A sheet's name as formulas and addresses write it. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseArea(name) === null && !/^(r\d*c\d*|r|c)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'My sheet'!A1` into the sheet's name (null when there is none) and the rest. */
export function splitAddress(address: string): { readonly sheet: string | null; readonly cells: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/.exec(address);
  if (!match) return { sheet: null, cells: address };
  return {
    sheet: match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll("''", "'"),
    cells: match[3] ?? "",
  };
}
