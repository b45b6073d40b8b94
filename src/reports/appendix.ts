/**
 * The frame of a biểu: an appendix to an administrative report. Body's name left, form number right, title, period, unit,
 * a head of up to two rows with numbered columns, the rows, signatures; A4 landscape in Times New Roman.
 */
import {
  areaAddress,
  isCellFormula,
  type Area,
  type CellFormat,
  type CellInput,
  type ChartDesign,
  type DesignCell,
  type SheetDesign,
} from "../book";
import { formatVietnameseDate } from "../domain";
import { FONT, linesOf, moneyFormat, quietZero, type WorkbookTables } from "../layout";
import type { ReportOptions } from "./form";
import { signatureCells } from "./signature";

export type AppendixKind = "order" | "code" | "text" | "money" | "share";

export interface AppendixColumn {
  readonly title: string;
  readonly width: number;
  readonly kind: AppendixKind;
  /** Columns beside each other with the same group stand under one head cell. */
  readonly group?: string;
}

export interface AppendixRow {
  readonly level: "project" | "part" | "total";
  readonly cells: readonly CellInput[];
  /** One cell that leads to a place in the workbook. */
  readonly link?: { readonly column: number; readonly place: string };
}

export interface Appendix {
  readonly code: string;
  readonly sheet: string;
  readonly title: string;
  /** Under the title: what it is based on, the period. */
  readonly subtitle: string;
  /** Default true: “Đơn vị tính: …” above the table. */
  readonly unitLine?: boolean;
  readonly columns: readonly AppendixColumn[];
  readonly rows: readonly AppendixRow[];
  /** Under the last row, across the whole width. */
  readonly closing: (firstRow: number) => CellInput | null;
  readonly withAccountant: boolean;
  /** What follows on a page of its own: cells and charts, given the first free row. */
  readonly annex?: (
    firstRow: number,
    bodyRow: number,
  ) => { cells: readonly DesignCell[]; charts: readonly ChartDesign[]; rows: number };
}

const ink = "000000";
const line = { style: "thin", colour: ink } as const;
const hair = { style: "hair", colour: ink } as const;
const headBorder = { top: line, right: line, bottom: line, left: line };
const bodyBorder = { top: hair, right: line, bottom: hair, left: line };

const TITLE_ROW = 3;
const SUBTITLE_ROW = 4;
const STATE_ROW = 5;
const UNIT_ROW = 6;
const HEAD_ROW = 7;
/** First row of figures: two head rows and the row of column numbers stand above. */
export const FIRST_ROW = HEAD_ROW + 3;

export function font(extra: CellFormat["font"] = {}): NonNullable<CellFormat["font"]> {
  return { name: FONT, size: 12, colour: ink, ...extra };
}

/** The report sheet of an appendix. */
export function appendixDesign(
  appendix: Appendix,
  tables: WorkbookTables,
  options: ReportOptions,
): SheetDesign {
  const width = appendix.columns.length;
  const lastRow = FIRST_ROW + appendix.rows.length - 1;
  const closing = appendix.closing(FIRST_ROW);
  const signatureRow = lastRow + (closing === null ? 2 : 3);
  const signature = signatureCells(
    tables.parameters,
    appendix.columns.map((column) => column.width),
    signatureRow,
    appendix.withAccountant,
  );
  const annexRow = signature.lastRow + 2;
  const annex = appendix.annex?.(annexRow, FIRST_ROW);
  const head = headCells(appendix, tables, options);
  const cells = [
    ...head.cells,
    ...bodyCells(appendix, tables),
    ...(closing === null ? [] : [closingCell(closing, lastRow + 1)]),
    ...signature.cells,
    ...(annex?.cells ?? []),
  ];
  const depth = annex ? annexRow + annex.rows : signature.lastRow + 1;
  return {
    name: appendix.sheet,
    tabColour: "7030A0",
    gridlines: false,
    zoom: 100,
    columns: appendix.columns.map((column) => ({ width: column.width })),
    rowHeights: rowHeights(appendix, lastRow),
    cells: options.freeze ? cells.map(frozen) : cells,
    merges: [
      ...head.merges,
      ...(closing === null ? [] : [{ row: lastRow + 1, column: 0, rows: 1, columns: width }]),
      ...signature.merges,
    ],
    freeze: { rows: FIRST_ROW, columns: 0 },
    charts: annex?.charts ?? [],
    page: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: 1,
      margins: { top: 2, right: 1.5, bottom: 2, left: 2.5, header: 1, footer: 1 },
      area: { row: 0, column: 0, rows: depth, columns: width },
      titleRows: { first: HEAD_ROW, last: HEAD_ROW + 2 },
      centreHorizontally: true,
      header: `&C&"${FONT},Regular"&12&P`,
      plainFirstPage: true,
      ...(annex ? { breaksBefore: [annexRow] } : {}),
    },
  };
}

/** Formulas become the values they have. */
function frozen(cell: DesignCell): DesignCell {
  return isCellFormula(cell.content) ? { ...cell, content: cell.content.value } : cell;
}

function headCells(
  appendix: Appendix,
  tables: WorkbookTables,
  options: ReportOptions,
): { cells: DesignCell[]; merges: Area[] } {
  const width = appendix.columns.length;
  const split = Math.max(1, Math.floor(width / 2) - 1);
  const cells: DesignCell[] = [];
  const merges: Area[] = [];
  const put = (row: number, from: number, to: number, content: CellInput, format: CellFormat) => {
    cells.push({ row, column: from, content, format: { vertical: "center", ...format } });
    if (to > from) merges.push({ row, column: from, rows: 1, columns: to - from + 1 });
  };
  const commune = tables.parameters.text("commune").toUpperCase();
  put(0, 0, split - 1, "ỦY BAN NHÂN DÂN", { font: font(), horizontal: "center" });
  put(1, 0, split - 1, `XÃ ${commune}`, {
    font: font({ bold: true, underline: true }),
    horizontal: "center",
  });
  put(0, split, width - 1, `Biểu số ${appendix.code}`, { font: font({ bold: true }), horizontal: "right" });
  const attached = "(Kèm theo Báo cáo số ....../BC-UBND ngày ...../...../......)";
  put(1, split, width - 1, attached, { font: font({ italic: true }), horizontal: "right" });
  put(TITLE_ROW, 0, width - 1, appendix.title, {
    font: font({ size: 14, bold: true }),
    horizontal: "center",
    wrap: true,
  });
  put(SUBTITLE_ROW, 0, width - 1, appendix.subtitle, {
    font: font({ italic: true }),
    horizontal: "center",
    wrap: true,
  });
  const state = stateLine(options);
  if (state) put(STATE_ROW, 0, width - 1, state.text, { font: font(state.font), horizontal: "center" });
  const unit = `Đơn vị tính: ${tables.parameters.unit}`;
  if (appendix.unitLine ?? true)
    put(UNIT_ROW, 0, width - 1, unit, { font: font({ italic: true }), horizontal: "right" });
  const columns = columnHead(appendix.columns);
  return { cells: [...cells, ...columns.cells], merges: [...merges, ...columns.merges] };
}

function stateLine(options: ReportOptions): { text: string; font: CellFormat["font"] } | null {
  if (options.freeze) {
    return { text: `Số liệu chốt ngày ${formatVietnameseDate(options.today)}`, font: { italic: true } };
  }
  if (options.openErrors === 0) return null;
  return { text: `Còn ${options.openErrors} lỗi ảnh hưởng số liệu`, font: { bold: true, colour: "C00000" } };
}

/** Two head rows (grouped columns share the upper one) and the row of column numbers. */
function columnHead(columns: readonly AppendixColumn[]): { cells: DesignCell[]; merges: Area[] } {
  const cells: DesignCell[] = [];
  const merges: Area[] = [];
  const format: CellFormat = {
    font: font({ bold: true }),
    fill: "E7EFEA",
    border: headBorder,
    horizontal: "center",
    vertical: "center",
    wrap: true,
  };
  columns.forEach((column, index) => {
    const starts = column.group !== undefined && columns[index - 1]?.group !== column.group;
    const upper = column.group === undefined ? column.title : starts ? column.group : null;
    const lower = column.group === undefined ? null : column.title;
    cells.push({ row: HEAD_ROW, column: index, content: upper, format });
    cells.push({ row: HEAD_ROW + 1, column: index, content: lower, format });
    const numberFormat: CellFormat = { ...format, font: font({ italic: true, size: 10 }) };
    cells.push({ row: HEAD_ROW + 2, column: index, content: `(${index + 1})`, format: numberFormat });
    if (column.group === undefined) merges.push({ row: HEAD_ROW, column: index, rows: 2, columns: 1 });
    if (starts) {
      let span = 1;
      while (columns[index + span]?.group === column.group) span += 1;
      if (span > 1) merges.push({ row: HEAD_ROW, column: index, rows: 1, columns: span });
    }
  });
  return { cells, merges };
}

function bodyCells(appendix: Appendix, tables: WorkbookTables): DesignCell[] {
  return appendix.rows.flatMap((row, r) =>
    row.cells.map((content, c) => ({
      row: FIRST_ROW + r,
      column: c,
      content,
      ...(row.link?.column === c ? { link: row.link.place } : {}),
      format: bodyFormat(appendix.columns[c]!, row.level, tables),
    })),
  );
}

export function bodyFormat(
  column: AppendixColumn,
  level: AppendixRow["level"],
  tables: WorkbookTables,
): CellFormat {
  const number = column.kind === "money" || column.kind === "share";
  const total = level === "total";
  return {
    font: font({ bold: level !== "part", italic: false }),
    border: total ? headBorder : bodyBorder,
    horizontal: number ? "right" : column.kind === "text" && !total ? "left" : "center",
    vertical: "center",
    wrap: column.kind === "text",
    ...(column.kind === "text" && level === "part" ? { indent: 1 } : {}),
    ...(total ? { fill: "F3F3F3" } : {}),
    ...(column.kind === "money" ? { numberFormat: quietZero(moneyFormat(tables.parameters.unit)) } : {}),
    ...(column.kind === "share" ? { numberFormat: "0.00%" } : {}),
  };
}

function closingCell(content: CellInput, row: number): DesignCell {
  return {
    row,
    column: 0,
    content,
    format: { font: font({ italic: true }), vertical: "center", wrap: true },
  };
}

function widthOf(appendix: Appendix): number {
  return appendix.columns.reduce((sum, column) => sum + column.width, 0);
}

function rowHeights(appendix: Appendix, lastRow: number): Map<number, number> {
  const heights = new Map([
    [TITLE_ROW, 20 * linesOf(appendix.title, widthOf(appendix) * 0.8) + 4],
    [SUBTITLE_ROW, 20],
    [HEAD_ROW, 22],
    [HEAD_ROW + 1, 36],
    [HEAD_ROW + 2, 16],
    [lastRow + 1, 24],
  ]);
  appendix.rows.forEach((row, index) => {
    const lines = row.cells.map((content, c) => {
      const column = appendix.columns[c]!;
      return column.kind === "text" && typeof content === "string" ? linesOf(content, column.width + 3) : 1;
    });
    heights.set(FIRST_ROW + index, Math.max(...lines) * 15.75 + 4);
  });
  return heights;
}

/** `'BC01 Phân bổ vốn'!$D$8:$D$13`. */
export function sheetRange(sheet: string, area: Area): string {
  const absolute = areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `'${sheet.replace(/'/g, "''")}'!${absolute}`;
}
