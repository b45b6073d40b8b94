/**
 * The rows of a worksheet as text: found one after the other and read only where something is asked of them, so that
 * a change beside 100,000 rows costs little more than finding its row.
 */
import { cellAddress, columnIndex, type Area } from "../../book";
import { UnsupportedFile, type ZipPackage } from "./package";
import { parsePart, type ParsedPart } from "./parts";
import { TagScanner } from "./tag-scanner";
import { child, unescapeXml, type XmlSpan } from "./xml";

/** A worksheet's text and its `sheetData` in it. */
export interface SheetText {
  readonly part: string;
  readonly text: string;
  readonly data: XmlSpan;
}

/** Offsets in the sheet's text. */
export interface RowSpan {
  /** 0-based. */
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

export interface CellSpan {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** Index in cellXfs. */
  readonly style: number;
  /** A value, a text or a formula stands in it. */
  readonly filled: boolean;
  readonly formula: boolean;
}

/** A worksheet with what stands around its cells; the cells themselves are not among the spans. */
export interface SheetFrame extends SheetText, ParsedPart {}

export function frameOf(pkg: ZipPackage, part: string): SheetFrame {
  return pkg.derived(part, "frame", () => {
    const parsed = parsePart(pkg, part, { skipChildrenOf: (local) => local === "sheetData" });
    const data = child(parsed.root, "sheetData");
    if (!data) throw new UnsupportedFile("damaged", part);
    return { ...parsed, part, data };
  });
}

/** The rows in the sheet's order, from `from` on. */
export function* rowsOf(sheet: SheetText, from = 0): Generator<RowSpan> {
  if (sheet.data.selfClosing) return;
  const spans = holdsMarkup(sheet) ? scannedRows(sheet) : plainRows(sheet);
  let previous = -1;
  for (const span of spans) {
    if (span.row <= previous) throw new UnsupportedFile("damaged", sheet.part);
    previous = span.row;
    if (span.row >= from) yield span;
  }
}

/** Comments and CDATA may hold what looks like a row. */
function holdsMarkup({ text, data }: SheetText): boolean {
  return ["!--", "![CDATA["].some((mark) => {
    const at = text.indexOf(mark, data.openEnd);
    return at >= 0 && at < data.closeStart;
  });
}

function* plainRows({ text, data, part }: SheetText): Generator<RowSpan> {
  const name = prefixOf(data) + "row";
  const opening = `<${name}`;
  let row = -1;
  for (let at = data.openEnd; ;) {
    const start = text.indexOf(opening, at);
    if (start < 0 || start >= data.closeStart) return;
    const openEnd = text.indexOf(">", start) + 1;
    row = rowNumber(text, start + opening.length, openEnd) ?? row + 1;
    const empty = text[openEnd - 2] === "/";
    const closeStart = empty ? openEnd : closingTag(text, name, openEnd);
    const end = empty ? openEnd : text.indexOf(">", closeStart) + 1;
    if (openEnd === 0 || closeStart < 0 || end === 0) throw new UnsupportedFile("damaged", part);
    yield { row, start, openEnd, closeStart, end };
    at = end;
  }
}

/** As `indexOf("</name")`, but many times faster: `<` stands everywhere. */
function closingTag(text: string, name: string, from: number): number {
  let at = text.indexOf(name, from);
  while (at >= 0 && !text.startsWith("</", at - 2)) at = text.indexOf(name, at + 1);
  return at < 0 ? -1 : at - 2;
}

/** 0-based, from a tag's attributes; undefined where they do not say. Nearly always the number comes first. */
function rowNumber(text: string, from: number, to: number): number | undefined {
  if (text.startsWith(' r="', from)) return parseInt(text.slice(from + 4, from + 12), 10) - 1;
  const number = /\sr\s*=\s*["']\s*(\d+)/.exec(text.slice(from, to))?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}

function* scannedRows({ text, data, part }: SheetText): Generator<RowSpan> {
  const scanner = new TagScanner(text, data.openEnd, data.closeStart, part);
  let row = -1;
  while (scanner.next()) {
    if (!scanner.is("row")) continue;
    row = Number(scanner.attribute("r") ?? row + 2) - 1;
    const [start, openEnd] = [scanner.tagStart, scanner.position];
    scanner.skip();
    const closeStart = scanner.position === openEnd ? openEnd : scanner.tagStart;
    yield { row, start, openEnd, closeStart, end: scanner.position };
  }
}

/** The cells of a row in its order. */
export function cellsOf(sheet: SheetText, row: RowSpan): CellSpan[] {
  return plainCells(sheet.text, row) ?? scannedCells(sheet, row);
}

function scannedCells({ text, part }: SheetText, row: RowSpan): CellSpan[] {
  const scanner = new TagScanner(text, row.openEnd, row.closeStart, part);
  const cells: CellSpan[] = [];
  let column = -1;
  while (scanner.next()) {
    if (!scanner.is("c")) continue;
    const address = scanner.attribute("r");
    column = address === undefined ? column + 1 : columnIndex(address.replace(/\d+$/, ""));
    const start = scanner.tagStart;
    const style = Number(scanner.attribute("s") ?? 0);
    const content = scanner.content();
    cells.push(cellSpan(column, start, scanner.position, style, content));
  }
  return cells;
}

/** A cell as nearly every program writes it. */
const plainCell = /<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d+)")?(?: t="\w+")?(\/?)>/y;

/** The cells of a row that is written plainly, which takes a fraction of the time; null for any other row. */
function plainCells(text: string, row: RowSpan): CellSpan[] | null {
  const cells: CellSpan[] = [];
  for (let at = row.openEnd; at < row.closeStart;) {
    plainCell.lastIndex = at;
    const match = plainCell.exec(text);
    if (!match) return null;
    const inner = at + match[0].length;
    const close = match[3] === "/" ? inner : text.indexOf("</c>", inner);
    if (close < 0 || close > row.closeStart) return null;
    const content = text.slice(inner, close);
    // In a comment or CDATA a closing tag may be no tag.
    if (content.includes("<!")) return null;
    const end = match[3] === "/" ? inner : close + "</c>".length;
    cells.push(cellSpan(columnIndex(match[1]!), at, end, Number(match[2] ?? 0), content));
    at = end;
  }
  return cells;
}

const FORMULA = /<([^\s<>/:]+:)?f[\s/>]/;

function cellSpan(column: number, start: number, end: number, style: number, content: string): CellSpan {
  const formula = content.includes("f") && FORMULA.test(content);
  return {
    column,
    start,
    end,
    style,
    formula,
    get filled() {
      return formula || unescapeXml(content) !== "";
    },
  };
}

/** The prefix of the sheet's elements with its colon; empty where there is none. */
export function prefixOf(span: XmlSpan): string {
  return span.prefix === "" ? "" : `${span.prefix}:`;
}

/** The format that a row gives to cells which are not written; null where it gives none. */
export function rowStyle({ text }: SheetText, row: RowSpan): number | null {
  const tag = text.slice(row.start, row.openEnd);
  if (!/\scustomFormat\s*=\s*["'](1|true)["']/.test(tag)) return null;
  const style = /\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
  return style === undefined ? null : Number(style);
}

/** The first cell of an area in which something stands, as its address; null where all are empty. */
export function firstFilled(sheet: SheetText, area: Area): string | null {
  for (const row of rowsOf(sheet, area.row)) {
    if (row.row >= area.row + area.rows) return null;
    const found = cellsOf(sheet, row).find(
      (cell) => cell.filled && cell.column >= area.column && cell.column < area.column + area.columns,
    );
    if (found) return cellAddress(row.row, found.column);
  }
  return null;
}
