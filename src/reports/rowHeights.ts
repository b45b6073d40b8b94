/** How tall the rows of a biểu are: files are seen before any program has fitted them. */
import { inputValue, type DesignCell } from "../book";
import { linesOf } from "../layout";
import type { Appendix, AppendixColumn } from "./appendix";
import { FIRST_ROW, HEAD_ROW, STATE_ROW, SUBTITLE_ROW, TITLE_ROW } from "./head";
import { KEY_ROW } from "./staffLayout";
import { indentOf, isStrong } from "./style";

/** 0 for a column that is hidden. */
export function shownWidth({ width, hidden }: AppendixColumn): number {
  return hidden ? 0 : width;
}

export function totalWidth({ columns }: Appendix): number {
  return columns.reduce((sum, column) => sum + shownWidth(column), 0);
}

export const LINE_HEIGHT = 15.75;
/** Characters from which on a line loses little to words that do not fit. */
const WIDE = 40;

/** Points, by 0-based row. */
export function rowHeights(
  appendix: Appendix,
  body: readonly DesignCell[],
  closingRow: number | null,
): Map<number, number> {
  const width = totalWidth(appendix);
  const shown = appendix.columns.filter((column) => !column.hidden);
  const titles = (pick: (column: AppendixColumn) => boolean) =>
    Math.max(1, ...shown.filter(pick).map((column) => linesOf(column.title, column.width - 1)));
  const alone = titles((column) => column.group === undefined);
  const grouped = titles((column) => column.group !== undefined);
  const lower = Math.max(grouped, alone - 1) * LINE_HEIGHT + 4;
  const heights = new Map([
    [KEY_ROW, 12],
    [TITLE_ROW, 20 * linesOf(appendix.title, width * 0.8) + 4],
    [SUBTITLE_ROW, 20 * linesOf(appendix.subtitle, width)],
    [STATE_ROW, 20],
    [HEAD_ROW, 22],
    [HEAD_ROW + 1, Math.max(36, lower)],
    [HEAD_ROW + 2, 16],
  ]);
  if (closingRow !== null) heights.set(closingRow, 24);
  appendix.rows.forEach((row, index) => {
    const lines = appendix.columns.map((column, c) => {
      const content = inputValue(body[index * appendix.columns.length + c]!.content ?? null);
      const wraps = !column.hidden && (column.kind === "text" || column.kind === "code");
      const room =
        column.width * (isStrong(row.level) ? 0.93 : 1) +
        (column.width < WIDE ? -1 : isStrong(row.level) ? 0 : 3) -
        2 * indentOf(row.level);
      return wraps && typeof content === "string" ? linesOf(content, room) : 1;
    });
    heights.set(FIRST_ROW + index, Math.max(...lines) * LINE_HEIGHT + 4);
  });
  return heights;
}
