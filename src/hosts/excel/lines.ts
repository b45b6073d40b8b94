/**
 * Widths of columns and heights of rows. A design counts columns in characters of the default font, Excel in points: a
 * character of Calibri 11 is 7 pixels wide, and a pixel is three quarters of a point.
 */
import type { Area, ColumnDesign } from "../../book";
import { LAST_COLUMN, LAST_ROW } from "./areas";
import type { Piece } from "./pieces";

const POINTS_PER_CHARACTER = 7 * 0.75;
/** Excel's limits. */
const WIDEST = 255 * POINTS_PER_CHARACTER;
const HIGHEST = 409;

export function writeColumns(sheet: Excel.Worksheet, columns: readonly ColumnDesign[]): void {
  for (const run of runs(
    columns,
    (a, b) => a.width === b.width && (a.hidden ?? false) === (b.hidden ?? false),
  )) {
    const { width, hidden } = run.value;
    if (width === undefined && !hidden) continue;
    const range = sheet.getRangeByIndexes(0, run.first, 1, run.count);
    if (width !== undefined) range.format.columnWidth = Math.min(WIDEST, width * POINTS_PER_CHARACTER);
    if (hidden) range.columnHidden = true;
  }
}

export function writeRowHeights(sheet: Excel.Worksheet, heights: ReadonlyMap<number, number>): void {
  const sorted = [...heights].sort((a, b) => a[0] - b[0]);
  let start = 0;
  while (start < sorted.length) {
    const [row, height] = sorted[start]!;
    let end = start + 1;
    while (end < sorted.length && sorted[end]![0] === row + end - start && sorted[end]![1] === height)
      end += 1;
    sheet.getRangeByIndexes(row, 0, end - start, 1).format.rowHeight = Math.min(HIGHEST, height);
    start = end;
  }
}

/** All rows and columns as Excel gives them to a new sheet. */
export function resetLines(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.columnHidden = false;
  all.rowHidden = false;
  all.format.useStandardWidth = true;
  all.format.useStandardHeight = true;
}

function runs<T>(
  items: readonly T[],
  same: (a: T, b: T) => boolean,
): { value: T; first: number; count: number }[] {
  const found: { value: T; first: number; count: number }[] = [];
  items.forEach((value, index) => {
    const last = found.at(-1);
    if (last && same(last.value, value)) last.count += 1;
    else found.push({ value, first: index, count: 1 });
  });
  return found;
}

/** Lines past the used cells that may have a width or height of their own. */
const BEYOND = { rows: 60, columns: 30 };

/** Widths and heights of one sheet that differ from those of a new sheet. */
export class LineReading {
  private plain = { width: 0, height: 0 };
  columns: ColumnDesign[] = [];
  readonly rowHeights = new Map<number, number>();

  constructor(private readonly sheetId: string) {}

  /** The last cell of a sheet is one that nobody has touched. */
  ask(sheet: Excel.Worksheet): () => void {
    const corner = sheet.getCell(LAST_ROW - 1, LAST_COLUMN - 1).format.load("columnWidth,rowHeight");
    return () => {
      this.plain = { width: corner.columnWidth, height: corner.rowHeight };
    };
  }

  /** @param used the cells in use; null where there are none */
  pieces(used: Area | null): Piece[] {
    const rows = Math.min(LAST_ROW, (used ? used.row + used.rows : 0) + BEYOND.rows);
    const columns = Math.min(LAST_COLUMN, (used ? used.column + used.columns : 0) + BEYOND.columns);
    return [{ bytes: rows * 60 + columns * 60, ask: (workbook) => this.askLines(workbook, rows, columns) }];
  }

  private askLines(workbook: Excel.Workbook, rows: number, columns: number): () => void {
    const sheet = workbook.worksheets.getItem(this.sheetId);
    const across = sheet
      .getRangeByIndexes(0, 0, 1, columns)
      .getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
    const down = sheet
      .getRangeByIndexes(0, 0, rows, 1)
      .getRowProperties({ rowHidden: true, format: { rowHeight: true } });
    return () => {
      this.columns = across.value.map((column) =>
        this.column(column.columnHidden ?? false, column.format?.columnWidth ?? 0),
      );
      while (this.columns.length > 0 && Object.keys(this.columns.at(-1)!).length === 0) this.columns.pop();
      down.value.forEach((row, index) => {
        const height = row.format?.rowHeight ?? 0;
        if (!row.rowHidden && height > 0 && differs(height, this.plain.height))
          this.rowHeights.set(index, height);
      });
    };
  }

  private column(hidden: boolean, points: number): ColumnDesign {
    if (hidden) return { hidden: true };
    if (points === 0 || !differs(points, this.plain.width)) return {};
    return { width: Math.round((points / POINTS_PER_CHARACTER) * 100) / 100 };
  }
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > 0.1;
}
