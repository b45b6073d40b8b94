/**
 * Where a biểu's pages end. They are set, not left to the program, so that its signatures never stand on a page without rows
 * above them; each page is left a little short, for programs differ in how much they put on one.
 */

export interface PrintedSheet {
  /** Points, by 0-based row; other rows have the default height. */
  readonly heights: ReadonlyMap<number, number>;
  /** Characters of each shown column. */
  readonly widths: readonly number[];
  /** The first and the last row of figures. */
  readonly first: number;
  readonly last: number;
  /** The last row of the signatures. */
  readonly end: number;
}

const DEFAULT_HEIGHT = 15.75;
/** A4 landscape less the margins, in points. */
const PAGE = { width: 728, height: 482 };
const FILLED = 0.95;
/** A digit of the workbook's font, and what is left free beside a cell's content, in points. */
const DIGIT = 6;
const PADDING = 3.75;
/** Rows of figures that go with the signatures. */
const ROWS_ALONG = 3;
/** A list of more pages is left to the program; only its last page is set. */
const MOST_PAGES = 20;

/** 0-based rows that begin a new page. */
export function pageBreaks(sheet: PrintedSheet): number[] {
  const { heights, widths, first, last, end } = sheet;
  const heightOf = (row: number) => heights.get(row) ?? DEFAULT_HEIGHT;
  const between = (from: number, to: number) => {
    let sum = 0;
    for (let row = from; row <= to; row += 1) sum += heightOf(row);
    return sum;
  };
  const width = widths.reduce((sum, one) => sum + one * DIGIT + PADDING, 0);
  const page = (PAGE.height * FILLED) / Math.min(1, PAGE.width / width);
  const repeated = between(first - 3, first - 1);
  const breaks: number[] = [];
  let left = page - between(0, first - 1);
  for (let row = first; row <= last; row += 1) {
    if (heightOf(row) > left && row > first) {
      breaks.push(row);
      left = page - repeated;
    }
    left -= heightOf(row);
  }
  const along = Math.max(first, last - ROWS_ALONG + 1);
  const fits = between(last + 1, end) <= left && (breaks.at(-1) ?? first) <= along;
  const signed = fits ? breaks : [...breaks.filter((row) => row < along), along];
  if (signed.length >= MOST_PAGES) return along > first ? [along] : [];
  return signed.filter((row) => row > first);
}
