/** How wide columns and how tall rows are: files are seen before any program has fitted them. */
import { firstColumn, GUIDANCE_ROW, HEADER_ROW, TITLE_ROW, UNIT_ROW } from "./places";
import type { RowValues, TableRows } from "./rows";
import type { SheetSpec, TableSpec } from "./spec";

/** Characters of the default font, from column A on; 3 for the gaps between tables. */
export function columnWidths(sheet: SheetSpec, width: number): { width: number }[] {
  const widths = Array.from({ length: width }, () => ({ width: 3 }));
  for (const table of sheet.tables) {
    const first = firstColumn(sheet, table);
    table.columns.forEach((column, index) => {
      widths[first + index] = { width: column.width };
    });
  }
  return widths;
}

const LINE_HEIGHT = 16;

/** Points, by 0-based row. */
export function rowHeights(sheet: SheetSpec, rows: TableRows): Map<number, number> {
  const heights = new Map([
    [TITLE_ROW, 26],
    [GUIDANCE_ROW, 34],
    [UNIT_ROW, 20],
    [HEADER_ROW, 2 * LINE_HEIGHT + 6],
  ]);
  for (const table of sheet.tables) {
    const headerLines = Math.max(...table.columns.map((column) => linesOf(column.header, column.width - 3)));
    heights.set(HEADER_ROW, Math.max(heights.get(HEADER_ROW)!, headerLines * LINE_HEIGHT + 6));
    (rows.get(table.name) ?? []).forEach((row, index) => {
      const at = HEADER_ROW + 1 + index;
      heights.set(at, Math.max(heights.get(at) ?? 0, rowHeight(table, row)));
    });
  }
  return heights;
}

/** Tall enough for its longest wrapped text. */
function rowHeight(table: TableSpec, row: RowValues): number {
  const lines = table.columns.map((column) => {
    const value = row[column.header];
    const needed = column.wrap && typeof value === "string" ? linesOf(value, column.width) : 1;
    // A long parameter would push the lists beside it apart.
    return column.kind === "any" ? Math.min(3, needed) : needed;
  });
  return Math.min(400, Math.max(...lines) * LINE_HEIGHT + 4);
}

/** Lines of a text in a column: words are never cut, and letters are on average a little narrower than digits. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(4, width * 1.05);
  if (text.length <= room && !text.includes("\n")) return 1;
  return text.split("\n").reduce((sum, line) => sum + wrappedLines(line, room), 0);
}

function wrappedLines(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const length = word.length + (used === 0 ? 0 : 1);
    if (used > 0 && used + length > room) {
      lines += 1;
      used = word.length;
    } else {
      used += length;
    }
  }
  return lines;
}
