/**
 * An administrative document laid out on a sheet, in the form of Decree 30/2020/NĐ-CP: A4, Times New Roman 13–14, the
 * margins of the decree. Always true: a row is tall enough for its text when the fields in it are filled.
 */
import type { Area, CellFormat, CellInput, DesignCell, FontFormat, Line, SheetDesign } from "../../book";
import { FONT, linesOf } from "../../layout";

/** Points of the running text. */
export const TEXT_SIZE = 13;
const LINE_SPACING = 1.34;
/** Narrow columns and full-width letters leave less room than the average text needs. */
const CAREFUL = 0.93;
const ink = "000000";
const thin: Line = { style: "thin", colour: ink };
const hair: Line = { style: "hair", colour: ink };
const HEAD_BORDER = { top: thin, right: thin, bottom: thin, left: thin };
const BODY_BORDER = { top: hair, right: thin, bottom: hair, left: thin };

/** A first line stands in by about a centimetre; these spaces are not stretched when a line is justified. */
export const INDENT = "\u00a0".repeat(8);

export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly numberFormat?: string;
  readonly border?: "head" | "body" | "under";
  readonly fill?: string;
}

export interface TableColumn {
  readonly title: string;
  /** Sheet columns that it takes; default 1. */
  readonly span?: number;
  /** What stands in the band's row. */
  readonly field: CellInput;
  readonly look?: Look;
}

export type PageKind = "portrait" | "landscape";

/** Written from the first row down; `widths` are the sheet's columns in characters. */
export class Paper {
  private readonly cells: DesignCell[] = [];
  private readonly merges: Area[] = [];
  private readonly heights = new Map<number, number>();
  private readonly breaks: number[] = [];
  /** The row that is written next, 0-based. */
  row = 0;

  constructor(
    readonly widths: readonly number[],
    readonly page: PageKind,
    readonly size: number = TEXT_SIZE,
  ) {}

  get last(): number {
    return this.widths.length - 1;
  }

  /** A cell over columns `from`…`to` of the row being written, and `rows` deep. */
  put(from: number, to: number, content: CellInput, look: Look = {}, rows = 1): void {
    const format = formatOf(look, this.size);
    for (let row = this.row; row < this.row + rows; row += 1)
      for (let column = from; column <= to; column += 1) {
        const first = row === this.row && column === from;
        if (first || look.border !== undefined)
          this.cells.push({ row, column, ...(first ? { content } : {}), format });
      }
    if (to > from || rows > 1)
      this.merges.push({ row: this.row, column: from, rows, columns: to - from + 1 });
  }

  /** Ends the row; without a height it is one line of the running text. */
  next(height: number = lineHeight(this.size)): void {
    this.heights.set(this.row, Math.min(409, Math.round(height * 4) / 4));
    this.row += 1;
  }

  gap(height = 6): void {
    this.next(height);
  }

  /** Keeps a row whose text speaks of rows below; `write` is called when those stand. */
  reserve(lines: number): { readonly write: (text: CellInput, look?: Look) => void } {
    const { row } = this;
    this.next(lines * lineHeight(this.size) + 3);
    return {
      write: (text, look = {}) => {
        const below = this.row;
        this.row = row;
        this.put(0, this.last, text, { align: "justify", vertical: "top", ...look });
        this.row = below;
      },
    };
  }

  newPage(): void {
    this.breaks.push(this.row);
  }

  /** A text over the whole width, as tall as it becomes; `lines` where its fields may be long. */
  paragraph(text: CellInput, look: Look = {}, lines = 0): void {
    this.put(0, this.last, text, { align: "justify", vertical: "top", ...look });
    const needed = typeof text === "string" ? this.linesAcross(text, 0, this.last, look) : 1;
    this.next(Math.max(lines, needed) * lineHeight(look.size ?? this.size) + 3);
  }

  /** A title's lines, centred and bold. */
  title(lines: readonly string[], look: Look = {}): void {
    for (const line of lines)
      this.paragraph(line, { bold: true, align: "center", vertical: "center", ...look });
  }

  /** The lines a text takes across some columns once its fields are filled. */
  linesAcross(text: string, from: number, to: number, look: Look = {}): number {
    const width = this.widths.slice(from, to + 1).reduce((sum, one) => sum + one, 0) - 1;
    const wide = (look.bold ? 0.93 : 1) * (isInCapitals(text) ? 0.75 : 1);
    const share = (12 / (look.size ?? this.size)) * CAREFUL * wide;
    return linesOf(asFilled(text), width * share);
  }

  /** Heads, then the row that is repeated for each record of `band`; its marks stand in the first cell. */
  table(columns: readonly TableColumn[], band: string, options: TableOptions = {}): TablePlace {
    const headRow = this.tableHead(columns, options);
    const bandRow = this.row;
    const [first, ...others] = columns.map((column) => column.field);
    const marked = `{{#${band}}}${first}{{/${bandRecord(band)}}}`;
    this.tableRow(columns, [marked, ...others], options);
    return { headRow, bandRow };
  }

  /** Returns the row of the heads. */
  tableHead(columns: readonly TableColumn[], { size = 12 }: TableOptions = {}): number {
    const head: Look = { size, bold: true, align: "center", border: "head", fill: "EDEDED" };
    const places = placesOf(columns);
    places.forEach(({ from, to }, index) => this.put(from, to, columns[index]!.title, head));
    const lines = places.map(({ from, to }, index) =>
      this.linesAcross(columns[index]!.title, from, to, head),
    );
    this.next(Math.max(...lines) * lineHeight(size) + 6);
    return this.row - 1;
  }

  tableRow(
    columns: readonly TableColumn[],
    contents: readonly CellInput[],
    options: TableOptions = {},
  ): void {
    const { size = 12, lines = 2 } = options;
    placesOf(columns).forEach(({ from, to }, index) =>
      this.put(from, to, contents[index] ?? null, { size, border: "body", ...columns[index]!.look }),
    );
    this.next(lines * lineHeight(size) + 4);
  }

  design(name: string, titleRow?: number): SheetDesign {
    const columns = this.widths.length;
    const landscape = this.page === "landscape";
    return {
      name,
      tabColour: "C55A11",
      gridlines: false,
      zoom: 100,
      columns: this.widths.map((width) => ({ width })),
      rowHeights: this.heights,
      cells: this.cells,
      merges: this.merges,
      page: {
        orientation: this.page,
        paper: "a4",
        fitWidth: 1,
        margins: landscape
          ? { top: 2, right: 2, bottom: 2, left: 2, header: 1, footer: 1 }
          : { top: 2, right: 1.5, bottom: 2, left: 3, header: 1, footer: 1 },
        area: { row: 0, column: 0, rows: this.row, columns },
        ...(titleRow === undefined ? {} : { titleRows: { first: titleRow, last: titleRow } }),
        ...(this.breaks.length === 0 ? {} : { breaksBefore: this.breaks }),
        centreHorizontally: true,
        header: `&C&"${FONT},Regular"&13&P`,
        plainFirstPage: true,
      },
    };
  }
}

export interface TableOptions {
  readonly size?: number;
  /** Lines that a repeated row has room for. */
  readonly lines?: number;
}

export interface TablePlace {
  readonly headRow: number;
  readonly bandRow: number;
}

function placesOf(columns: readonly TableColumn[]): { readonly from: number; readonly to: number }[] {
  let next = 0;
  return columns.map(({ span = 1 }) => {
    next += span;
    return { from: next - span, to: next - 1 };
  });
}

export function lineHeight(size: number): number {
  return size * LINE_SPACING;
}

/** `Hộ "Thôn xóm"="Phố"` → `Hộ`. */
function bandRecord(band: string): string {
  return band.split(/ (?=["“]|sắp xếp|trống)/)[0]!;
}

function formatOf(look: Look, size: number): CellFormat {
  const font: FontFormat = {
    name: FONT,
    size: look.size ?? size,
    colour: ink,
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italic: true } : {}),
  };
  const border =
    look.border === "under" ? { bottom: thin } : look.border === "head" ? HEAD_BORDER : BODY_BORDER;
  return {
    font,
    horizontal: look.align ?? "left",
    vertical: look.vertical ?? "center",
    wrap: true,
    ...(look.border ? { border } : {}),
    ...(look.fill ? { fill: look.fill } : {}),
    ...(look.numberFormat ? { numberFormat: look.numberFormat } : {}),
  };
}

function isInCapitals(template: string): boolean {
  const text = template.replace(/\{\{[^}]*\}\}/gu, (field) => (field.includes("|hoa") ? "X" : "x"));
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

const WORD = "xxxxx ";
/** How long a field's value is taken to be, in characters. */
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/\|\s*bằng chữ/u, 84],
  [/\|\s*ngày/u, 26],
  [/Tên xã/u, 11],
  [/Nhập\./u, 30],
  [/Họ và tên|Thôn xóm|Nội dung/u, 24],
  [/Tên dự án/u, 90],
  [/Chỉ tiêu/u, 60],
];

/** The text with something of a value's length where its fields stand; the indent takes room, marks of bands take none. */
function asFilled(template: string): string {
  return template
    .replaceAll("\u00a0", "n")
    .replace(/\{\{[#/][^}]*\}\}/gu, "")
    .replace(/\{\{[^}]*\}\}/gu, (field) => {
      const length = LENGTHS.find(([pattern]) => pattern.test(field))?.[1] ?? 14;
      return WORD.repeat(Math.ceil(length / WORD.length))
        .slice(0, length)
        .trim();
    });
}
