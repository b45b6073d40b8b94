/** What happened to a table between two readings, as changes that a checker follows. */
import type { CellValue } from "../book";
import { isCellError } from "../book";
import type { TableView } from "../layout";
import type { TableChange } from "../rules";

/** More cells than this are not followed: checking the whole workbook is as quick. */
const MOST_CELLS = 5000;

/** null where the table's structure changed, or so much that it is better read anew. Only typed columns are looked at. */
export function changesBetween(before: TableView, after: TableView): TableChange[] | null {
  if (before.headers.join("\n") !== after.headers.join("\n")) return null;
  const table = after.spec.name;
  const columns = after.spec.columns
    .filter((column) => column.role === "typed" && after.sheetColumn(column.header) >= 0)
    .map(({ header }) => ({ header, old: before.column(header), now: after.column(header) }));
  const isSame = (oldRow: number, row: number): boolean =>
    columns.every(({ old, now }) => sameCell(old[oldRow]!, now[row]!));
  let top = 0;
  const shorter = Math.min(before.rowCount, after.rowCount);
  while (top < shorter && isSame(top, top)) top += 1;
  let bottom = 0;
  while (bottom < shorter - top && isSame(before.rowCount - 1 - bottom, after.rowCount - 1 - bottom))
    bottom += 1;
  const [oldRows, rows] = [before.rowCount - top - bottom, after.rowCount - top - bottom];
  const both = Math.min(oldRows, rows);
  const cells = [];
  for (let row = top; row < top + both; row += 1) {
    for (const { header, old, now } of columns)
      if (!sameCell(old[row]!, now[row]!)) cells.push({ row, header, value: now[row]! });
    if (cells.length > MOST_CELLS) return null;
  }
  const changes: TableChange[] = cells.length > 0 ? [{ kind: "cells", table, cells }] : [];
  const at = top + both;
  if (oldRows > both) changes.push({ kind: "delete", table, at, count: oldRows - both });
  if (rows > both) {
    if ((rows - both) * columns.length > MOST_CELLS) return null;
    const fresh = Array.from({ length: rows - both }, (_unused, index) =>
      Object.fromEntries(columns.map(({ header, now }) => [header, now[at + index]!])),
    );
    changes.push({ kind: "insert", table, at, rows: fresh });
  }
  return changes;
}

function sameCell(a: CellValue, b: CellValue): boolean {
  return a === b || (isCellError(a) && isCellError(b) && a.error === b.error);
}
