/**
 * The frame of a biểu: an appendix to an administrative report. Body's name left, form number right, title, period, unit,
 * a head of up to two rows with numbered columns, the rows, signatures; A4 landscape in Times New Roman.
 */
import {
  isCellFormula,
  type Area,
  type CellFormat,
  type CellInput,
  type ChartDesign,
  type DesignCell,
  type SheetDesign,
} from "../book";
import { FONT, linesOf, type WorkbookTables } from "../layout";
import { totalInWords } from "./closing";
import type { ReportOptions } from "./form";
import { typedOn } from "./freeCells";
import { Grid, type ReportCell } from "./grid";
import { FIRST_ROW, HEAD_ROW, headCells, STATE_ROW, SUBTITLE_ROW, TITLE_ROW } from "./head";
import { signatureCells } from "./signature";
import { bodyFormat, font, indentOf, isStrong, type ColumnKind, type RowLevel } from "./style";

export interface AppendixColumn {
  /** How other columns' formulas name it. */
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly kind: ColumnKind;
  /** Columns beside each other with the same group stand under one head cell. */
  readonly group?: string;
}

/** A column and what it says of a line of the form. */
export interface FormColumn<Line> extends AppendixColumn {
  readonly cell: (line: Line) => ReportCell;
}

export interface AppendixRow {
  readonly level: RowLevel;
  readonly cells: readonly ReportCell[];
  /** One cell that leads to a place in the workbook. */
  readonly link?: { readonly column: number; readonly place: string };
}

/** What follows on a page of its own: cells and charts, given the first free row, the body's first row and its cells. */
export type Annex = (
  firstRow: number,
  bodyRow: number,
  inputAt: (row: number, column: number) => CellInput,
) => { cells: readonly DesignCell[]; charts: readonly ChartDesign[]; rows: number };

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
  /** The grand total (column's key, last row) that is said in words. */
  readonly inWords?: string;
  readonly withAccountant: boolean;
  readonly annex?: Annex;
}

export function rowsFrom<Line extends { readonly level: RowLevel }>(
  lines: readonly Line[],
  columns: readonly FormColumn<Line>[],
): AppendixRow[] {
  return lines.map((line) => ({ level: line.level, cells: columns.map((column) => column.cell(line)) }));
}

export function gridOf(appendix: Appendix, tables: WorkbookTables, options: ReportOptions): Grid {
  const keys = appendix.columns.map((column) => column.key);
  return new Grid(keys, appendix.rows, FIRST_ROW, tables, options.unit ?? tables.parameters.unit);
}

/** The report sheet of an appendix. */
export function appendixDesign(
  appendix: Appendix,
  tables: WorkbookTables,
  options: ReportOptions,
): SheetDesign {
  const width = appendix.columns.length;
  const lastRow = FIRST_ROW + appendix.rows.length - 1;
  const grid = gridOf(appendix, tables, options);
  const inputAt = (row: number, column: number) => grid.input(row, column);
  const closing = closingInput(appendix, tables, options, inputAt);
  const typed = typedOn(tables.snapshot, appendix.sheet);
  const signature = signatureCells(
    tables.parameters,
    appendix.columns.map((column) => column.width),
    lastRow + (closing === null ? 2 : 3),
    appendix.withAccountant,
    typed,
  );
  const annexRow = signature.lastRow + 2;
  const annex = appendix.annex?.(annexRow, FIRST_ROW, inputAt);
  const head = headCells(appendix, tables, options, typed.attached);
  const cells = [
    ...head.cells,
    ...bodyCells(appendix, tables, options, inputAt),
    ...(closing === null ? [] : [closingCell(closing, lastRow + 1)]),
    ...signature.cells,
    ...(annex?.cells ?? []),
  ];
  const depth = annex ? annexRow + annex.rows : signature.lastRow + 1;
  const closingMerge: Area[] =
    closing === null ? [] : [{ row: lastRow + 1, column: 0, rows: 1, columns: width }];
  return {
    name: appendix.sheet,
    tabColour: "7030A0",
    gridlines: false,
    zoom: 100,
    columns: appendix.columns.map((column) => ({ width: column.width })),
    rowHeights: rowHeights(appendix, closing === null ? null : lastRow + 1),
    cells: options.freeze ? cells.map(frozen) : cells,
    merges: [...head.merges, ...closingMerge, ...signature.merges],
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

function closingInput(
  appendix: Appendix,
  tables: WorkbookTables,
  options: ReportOptions,
  inputAt: (row: number, column: number) => CellInput,
): CellInput {
  if (appendix.inWords === undefined || appendix.rows.length === 0) return null;
  const row = appendix.rows.length - 1;
  const column = appendix.columns.findIndex((one) => one.key === appendix.inWords);
  return totalInWords(FIRST_ROW + row, column, inputAt(row, column), options.unit ?? tables.parameters.unit);
}

function bodyCells(
  appendix: Appendix,
  tables: WorkbookTables,
  options: ReportOptions,
  inputAt: (row: number, column: number) => CellInput,
): DesignCell[] {
  const unit = options.unit ?? tables.parameters.unit;
  // Equal formats are one object: hosts look at each but once.
  const formats = new Map<string, CellFormat>();
  const formatOf = (column: AppendixColumn, level: RowLevel): CellFormat => {
    const key = `${column.kind} ${level}`;
    let format = formats.get(key);
    if (!format) formats.set(key, (format = bodyFormat(column, level, unit)));
    return format;
  };
  return appendix.rows.flatMap((row, r) =>
    appendix.columns.map((column, c) => ({
      row: FIRST_ROW + r,
      column: c,
      content: inputAt(r, c),
      ...(row.link?.column === c ? { link: row.link.place } : {}),
      format: formatOf(column, row.level),
    })),
  );
}

function closingCell(content: CellInput, row: number): DesignCell {
  const format = { font: font({ italic: true }), vertical: "center", wrap: true } as const;
  return { row, column: 0, content, format };
}

const LINE_HEIGHT = 15.75;
/** Characters from which on a line loses little to words that do not fit. */
const WIDE = 40;

function rowHeights(appendix: Appendix, closingRow: number | null): Map<number, number> {
  const width = appendix.columns.reduce((sum, column) => sum + column.width, 0);
  const titles = (pick: (column: AppendixColumn) => boolean) =>
    Math.max(1, ...appendix.columns.filter(pick).map((column) => linesOf(column.title, column.width - 1)));
  const alone = titles((column) => column.group === undefined);
  const grouped = titles((column) => column.group !== undefined);
  const lower = Math.max(grouped, alone - 1) * LINE_HEIGHT + 4;
  const heights = new Map([
    [TITLE_ROW, 20 * linesOf(appendix.title, width * 0.8) + 4],
    [SUBTITLE_ROW, 20 * linesOf(appendix.subtitle, width)],
    [STATE_ROW, 20],
    [HEAD_ROW, 22],
    [HEAD_ROW + 1, Math.max(36, lower)],
    [HEAD_ROW + 2, 16],
  ]);
  if (closingRow !== null) heights.set(closingRow, 24);
  appendix.rows.forEach((row, index) => {
    const lines = row.cells.map((content, c) => {
      const column = appendix.columns[c]!;
      const wraps = column.kind === "text" || column.kind === "code";
      const room =
        column.width * (isStrong(row.level) ? 0.93 : 1) +
        (column.width >= WIDE ? 3 : -1) -
        2 * indentOf(row.level);
      return wraps && typeof content === "string" ? linesOf(content, room) : 1;
    });
    heights.set(FIRST_ROW + index, Math.max(...lines) * LINE_HEIGHT + 4);
  });
  return heights;
}
