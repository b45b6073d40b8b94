/** What stands above a biểu's rows: whose it is, its number, title, period, state, unit, and the heads of its columns. */
import type { Area, CellFormat, CellInput, DesignCell } from "../book";
import { formatVietnameseDate } from "../domain";
import type { WorkbookTables } from "../layout";
import type { Appendix, AppendixColumn, SheetOptions } from "./appendix";
import { font, headFormat } from "./style";

export const TITLE_ROW = 3;
export const SUBTITLE_ROW = 4;
export const STATE_ROW = 5;
const UNIT_ROW = 6;
export const HEAD_ROW = 7;
/** First row of figures: two head rows and the row of column numbers stand above. */
export const FIRST_ROW = HEAD_ROW + 3;

export interface Placed {
  readonly cells: readonly DesignCell[];
  readonly merges: readonly Area[];
}

/** Where the number and date of the report are typed. */
const ATTACHED_TEXT = "(Kèm theo Báo cáo số ....../BC-UBND ngày ...../...../......)";
const ATTACHED_ROW = 1;
export const FROZEN_TEXT = "Số liệu chốt ngày ";

export function headCells(
  appendix: Appendix,
  tables: WorkbookTables,
  options: SheetOptions,
  attached: string | null,
): Placed {
  const width = appendix.columns.length;
  const split = middleOf(appendix.columns);
  const cells: DesignCell[] = [];
  const merges: Area[] = [];
  const put = (row: number, from: number, to: number, content: CellInput, format: CellFormat) => {
    cells.push({ row, column: from, content, format: { vertical: "center", ...format } });
    if (to > from) merges.push({ row, column: from, rows: 1, columns: to - from + 1 });
  };
  const whole = (row: number, content: string, format: CellFormat) =>
    put(row, 0, width - 1, content, { horizontal: "center", wrap: true, ...format });
  const commune = tables.parameters.text("commune").toUpperCase();
  put(0, 0, split - 1, "ỦY BAN NHÂN DÂN", { font: font(), horizontal: "center" });
  put(1, 0, split - 1, `XÃ ${commune}`, {
    font: font({ bold: true, underline: true }),
    horizontal: "center",
  });
  const number = appendix.code === "" ? null : `Biểu số ${appendix.code}`;
  put(0, split, width - 1, number, { font: font({ bold: true }), horizontal: "right" });
  put(ATTACHED_ROW, split, width - 1, attached ?? ATTACHED_TEXT, {
    font: font({ italic: true }),
    horizontal: "right",
    locked: false,
  });
  whole(TITLE_ROW, appendix.title, { font: font({ size: 14, bold: true }) });
  whole(SUBTITLE_ROW, appendix.subtitle, { font: font({ italic: true }) });
  const state = stateLine(options);
  if (state) whole(STATE_ROW, state.text, { font: font(state.font) });
  const unit = `Đơn vị tính: ${options.unit ?? tables.parameters.unit}`;
  if (appendix.unitLine ?? true)
    put(UNIT_ROW, 0, width - 1, unit, { font: font({ italic: true }), horizontal: "right" });
  const columns = columnHead(appendix.columns);
  return { cells: [...cells, ...columns.cells], merges: [...merges, ...columns.merges] };
}

/** The column that begins nearest below the middle of the sheet's width. */
function middleOf(columns: readonly AppendixColumn[]): number {
  const widths = columns.map(({ width, hidden }) => (hidden ? 0 : width));
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  let left = 0;
  let index = 0;
  while (index < columns.length - 1 && left + widths[index]! <= half) left += widths[index++]!;
  return Math.max(1, index);
}

function stateLine(options: SheetOptions): { text: string; font: CellFormat["font"] } | null {
  if (options.freeze) {
    const by = options.frozenBy ? `, người chốt: ${options.frozenBy}` : "";
    return { text: `${FROZEN_TEXT}${formatVietnameseDate(options.today)}${by}`, font: { italic: true } };
  }
  if (options.openErrors === 0) return null;
  return { text: `Còn ${options.openErrors} lỗi ảnh hưởng số liệu`, font: { bold: true, colour: "C00000" } };
}

/** Two head rows (grouped columns share the upper one) and the row of column numbers. */
function columnHead(columns: readonly AppendixColumn[]): Placed {
  const cells: DesignCell[] = [];
  const merges: Area[] = [];
  let number = 0;
  columns.forEach((column, index) => {
    if (!column.hidden) number += 1;
    const starts = column.group !== undefined && columns[index - 1]?.group !== column.group;
    const upper = column.group === undefined ? column.title : starts ? column.group : null;
    const lower = column.group === undefined ? null : column.title;
    cells.push({ row: HEAD_ROW, column: index, content: upper, format: headFormat });
    cells.push({ row: HEAD_ROW + 1, column: index, content: lower, format: headFormat });
    const numberFormat: CellFormat = { ...headFormat, font: font({ italic: true, size: 10 }) };
    cells.push({
      row: HEAD_ROW + 2,
      column: index,
      content: column.hidden ? null : `(${number})`,
      format: numberFormat,
    });
    if (column.group === undefined) merges.push({ row: HEAD_ROW, column: index, rows: 2, columns: 1 });
    if (starts) {
      let span = 1;
      while (columns[index + span]?.group === column.group) span += 1;
      if (span > 1) merges.push({ row: HEAD_ROW, column: index, rows: 1, columns: span });
    }
  });
  return { cells, merges };
}
