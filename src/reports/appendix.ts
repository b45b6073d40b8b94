/**
 * The frame of a biểu: an appendix to an administrative report. Body's name left, form number right, title, period, unit,
 * a head of up to two rows with numbered columns, the rows, signatures; A4 landscape in Times New Roman.
 */
import {
  inputValue,
  isCellFormula,
  type Area,
  type CellFormat,
  type CellInput,
  type ChartDesign,
  type DesignCell,
  type SheetDesign,
  type Validation,
} from "../book";
import { FONT, linesOf, type WorkbookTables } from "../layout";
import { totalInWords } from "./closing";
import type { ReportOptions } from "./form";
import { keysOfRows, typedOn, type FreeCells } from "./freeCells";
import { Grid, type ReportCell } from "./grid";
import { FIRST_ROW, HEAD_ROW, headCells } from "./head";
import { pageBreaks } from "./pageBreaks";
import { LINE_HEIGHT, rowHeights, shownWidth, totalWidth } from "./rowHeights";
import { signatureCells } from "./signature";
import { keyCells } from "./staffLayout";
import { bodyFormat, font, type ColumnKind, type RowLevel } from "./style";

export interface AppendixColumn {
  /** How other columns' formulas name it. */
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly kind: ColumnKind;
  /** Columns beside each other with the same group stand under one head cell. */
  readonly group?: string;
  /** With the title it says which line it is. */
  readonly names?: true;
  /** A person types here; what they typed is carried over. */
  readonly free?: true;
  readonly hidden?: true;
}

/** For what a person notes on a line. */
export const NOTE_COLUMN: FormColumn<unknown> = {
  key: "remark",
  title: "Ghi chú",
  width: 16,
  kind: "text",
  free: true,
  cell: () => null,
};

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

/** What follows on a page of its own: cells and charts, given the first free row, the body's first row, cells and columns. */
export type Annex = (
  firstRow: number,
  bodyRow: number,
  inputAt: (row: number, column: number) => CellInput,
  columns: readonly AppendixColumn[],
) => { cells: readonly DesignCell[]; charts: readonly ChartDesign[]; rows: number };

export interface Appendix {
  /** Its number among the forms; empty for a sheet that is none of them. */
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
  /** Keys of all columns that the form has, where staff's layout leaves some out. */
  readonly known?: readonly string[];
}

export function rowsFrom<Line extends { readonly level: RowLevel }>(
  lines: readonly Line[],
  columns: readonly FormColumn<Line>[],
): AppendixRow[] {
  return lines.map((line) => ({ level: line.level, cells: columns.map((column) => column.cell(line)) }));
}

export function gridOf(
  appendix: Appendix,
  tables: WorkbookTables,
  options: Pick<ReportOptions, "unit">,
): Grid {
  const keys = appendix.columns.map((column) => column.key);
  return new Grid(keys, appendix.rows, FIRST_ROW, tables, options.unit ?? tables.parameters.unit);
}

/** What of the options makes a difference to the sheet of an appendix. */
export type SheetOptions = Pick<
  ReportOptions,
  "unit" | "freeze" | "frozenBy" | "today" | "openErrors" | "copy"
>;

/** The report sheet of an appendix. */
export function appendixDesign(
  appendix: Appendix,
  tables: WorkbookTables,
  options: SheetOptions,
): SheetDesign {
  const { columns, rows } = appendix;
  const lastRow = FIRST_ROW + rows.length - 1;
  const grid = gridOf(appendix, tables, options);
  const inputAt = (row: number, column: number) => grid.input(row, column);
  const closing = closingInput(appendix, tables, options, inputAt);
  const typed = typedOn(tables.snapshot, appendix, FIRST_ROW);
  const remarkRow = lastRow + (closing === null ? 1 : 2);
  const signature = signatureCells(
    tables.parameters,
    columns.map(shownWidth),
    remarkRow + 1,
    appendix.withAccountant,
    typed,
  );
  const annexRow = signature.lastRow + 2;
  const annex = appendix.annex?.(annexRow, FIRST_ROW, inputAt, columns);
  const head = headCells(appendix, tables, options, typed.attached);
  const body = bodyCells(appendix, tables, options, inputAt, typed);
  const cells = [
    ...(options.copy ? [] : keyCells(appendix)),
    ...head.cells,
    ...body,
    ...(closing === null ? [] : [closingCell(closing, lastRow + 1)]),
    remarkCell(typed.remark, remarkRow),
    ...signature.cells,
    ...(annex?.cells ?? []),
  ];
  const depth = annex ? annexRow + annex.rows : signature.lastRow + 1;
  const line = (row: number): Area => ({ row, column: 0, rows: 1, columns: columns.length });
  const heights = rowHeights(appendix, body, closing === null ? null : lastRow + 1);
  const remarkLines = linesOf(typed.remark ?? "", totalWidth(appendix));
  heights.set(remarkRow, Math.max(LINE_HEIGHT, remarkLines * LINE_HEIGHT));
  const breaks = [
    ...pageBreaks({
      heights,
      widths: columns.map(shownWidth).filter((width) => width > 0),
      first: FIRST_ROW,
      last: lastRow,
      end: signature.lastRow,
    }),
    ...(annex ? [annexRow] : []),
  ];
  return {
    name: appendix.sheet,
    tabColour: "7030A0",
    gridlines: false,
    zoom: 100,
    columns: columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rowHeights: heights,
    cells: options.freeze ? cells.map(frozen) : cells,
    merges: [
      ...head.merges,
      ...(closing === null ? [] : [line(lastRow + 1)]),
      line(remarkRow),
      ...signature.merges,
    ],
    validations: options.copy ? [] : freePrompts(appendix, remarkRow),
    freeze: { rows: FIRST_ROW, columns: 0 },
    charts: annex?.charts ?? [],
    page: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: 1,
      margins: { top: 2, right: 1.5, bottom: 2, left: 2.5, header: 1, footer: 1 },
      area: { row: 0, column: 0, rows: depth, columns: columns.length },
      titleRows: { first: HEAD_ROW, last: HEAD_ROW + 2 },
      centreHorizontally: true,
      header: `&C&"${FONT},Regular"&12&P`,
      plainFirstPage: true,
      ...(breaks.length > 0 ? { breaksBefore: breaks } : {}),
    },
  };
}

/** Said when a free cell is selected; nothing typed there is refused. */
function freePrompts(appendix: Appendix, remarkRow: number): Validation[] {
  const { columns, rows } = appendix;
  const areas = columns.flatMap(({ free }, column): Area[] =>
    free && rows.length > 0 ? [{ row: FIRST_ROW, column, rows: rows.length, columns: 1 }] : [],
  );
  return [
    {
      areas: [...areas, { row: remarkRow, column: 0, rows: 1, columns: 1 }],
      rule: { kind: "textLength", operator: "lessThanOrEqual", first: "2000" },
      allowBlank: true,
      alert: { style: "information", title: "Ghi chú dài", message: "Ghi chú nên ngắn hơn 2.000 chữ." },
      prompt: { title: "Ô gõ tự do", message: "Nội dung gõ ở đây được giữ lại khi tạo lại biểu." },
    },
  ];
}

/** Formulas become the values they have. */
function frozen(cell: DesignCell): DesignCell {
  return isCellFormula(cell.content) ? { ...cell, content: cell.content.value } : cell;
}

function closingInput(
  appendix: Appendix,
  tables: WorkbookTables,
  options: SheetOptions,
  inputAt: (row: number, column: number) => CellInput,
): CellInput {
  const row = appendix.rows.length - 1;
  const column = appendix.columns.findIndex((one) => one.key === appendix.inWords);
  if (row < 0 || column < 0) return null;
  return totalInWords(FIRST_ROW + row, column, inputAt(row, column), options.unit ?? tables.parameters.unit);
}

function bodyCells(
  appendix: Appendix,
  tables: WorkbookTables,
  options: SheetOptions,
  inputAt: (row: number, column: number) => CellInput,
  typed: FreeCells,
): DesignCell[] {
  const unit = options.unit ?? tables.parameters.unit;
  // Equal formats are one object: hosts look at each but once.
  const formats = new Map<string, CellFormat>();
  const formatOf = (column: AppendixColumn, level: RowLevel): CellFormat => {
    const key = `${column.kind} ${level} ${column.free ?? ""}`;
    let format = formats.get(key);
    if (!format) formats.set(key, (format = bodyFormat(column, level, unit)));
    return format;
  };
  const keys = typed.notes.size > 0 ? keysOfRows(appendix) : [];
  const contentAt = (row: number, column: number): CellInput => {
    const { key, free } = appendix.columns[column]!;
    const note = free ? typed.notes.get(key)?.get(keys[row]!) : undefined;
    if (!note) return inputAt(row, column);
    // A formula of their own is right only where it stood.
    return note.row === FIRST_ROW + row ? note.content : inputValue(note.content);
  };
  return appendix.rows.flatMap((row, r) =>
    appendix.columns.map((column, c) => ({
      row: FIRST_ROW + r,
      column: c,
      content: contentAt(r, c),
      ...(row.link?.column === c && !options.copy ? { link: row.link.place } : {}),
      format: formatOf(column, row.level),
    })),
  );
}

function remarkCell(remark: string | null, row: number): DesignCell {
  const format = { font: font({ italic: true }), vertical: "center", wrap: true, locked: false } as const;
  return { row, column: 0, content: remark, format };
}

function closingCell(content: CellInput, row: number): DesignCell {
  const format = { font: font({ italic: true }), vertical: "center", wrap: true } as const;
  return { row, column: 0, content, format };
}
