/**
 * From a source's lines to the paragraphs that a person reads: one spelling, no leftovers of markup or page numbers,
 * tables that only lay out a page taken apart, sentences that page breaks or narrow columns have cut joined again.
 * A paragraph keeps the row where it begins.
 */
import { fold, normalise } from "../domain";
import { splitMarker } from "./markers";
import type { Marker } from "./markers";
import type { SourceLine } from "./source";

export interface Paragraph {
  readonly row: number;
  /** Normalised, with its marker. */
  readonly text: string;
  /** Without its marker. */
  readonly body: string;
  /** `body` folded, character by character: positions in one are positions in the other. */
  readonly flat: string;
  readonly marker: Marker | null;
  /** The rows of a table that stands here; then `text` is empty. */
  readonly table: readonly TableRow[] | null;
}

export interface TableRow {
  readonly row: number;
  /** One text a grid column; a spanning cell's text stands in its first column only. */
  readonly cells: readonly string[];
  /** The same with spans filled, for headers. */
  readonly grid: readonly string[];
}

const foldedLetters = new Map<string, string>();

function foldLetter(letter: string): string {
  let folded = foldedLetters.get(letter);
  if (folded === undefined) {
    folded = fold(letter);
    if (folded.length !== 1) folded = letter;
    foldedLetters.set(letter, folded);
  }
  return folded;
}

/** Folds character by character, so that the result has the text's length. `text` is normalised. */
export function flatten(text: string): string {
  let flat = "";
  for (let index = 0; index < text.length; index++) flat += foldLetter(text[index]!);
  return flat;
}

/** Takes spaces and these signs off both ends, or off the end alone. Step by step: patterns are slow on long runs. */
export function trimSigns(text: string, signs = ":;.,–-", both = false): string {
  const drop = (at: number): boolean => text[at] === " " || signs.includes(text[at]!);
  let end = text.length;
  while (end > 0 && drop(end - 1)) end--;
  let start = 0;
  while (both && start < end && drop(start)) start++;
  return text.slice(start, end);
}

export function makeParagraph(row: number, text: string): Paragraph {
  const { marker, rest } = splitMarker(text);
  const body = rest.trim();
  return { row, text, body, flat: flatten(body), marker, table: null };
}

const sentenceEnd = /[.;:!?…/]["”’)]?$/;
const pageNumber = /^(?:[-–]\s*)?(?:trang\s+)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?(?:\s*[-–])?$/i;
const wordless = /^[^\p{L}\p{N}]*$/u;

/**
 * Cleans and joins. `isTable` says whether rows are a table of figures and not of layout; `standsAlone` tells the
 * paragraphs that no following line continues (headings, labels).
 */
export function paragraphsOf(
  lines: readonly SourceLine[],
  isTable: (rows: readonly TableRow[]) => boolean,
  standsAlone: (paragraph: Paragraph) => boolean,
): readonly Paragraph[] {
  const blocks = blocksOf(lines, isTable);
  const width = wrapWidth(
    blocks.flatMap((block) => (Array.isArray(block) ? [] : [(block as TextLine).text])),
  );
  const paragraphs: Paragraph[] = [];
  let open: OpenParagraph | null = null;
  let blank = false;
  const close = (): void => {
    if (open)
      paragraphs.push(
        open.lines.length === 1 ? open.first : makeParagraph(open.first.row, open.lines.join(" ")),
      );
    open = null;
  };
  for (const block of blocks) {
    if (Array.isArray(block)) {
      const rows = block as readonly TableRow[];
      close();
      paragraphs.push({ row: rows[0]!.row, text: "", body: "", flat: "", marker: null, table: rows });
      continue;
    }
    const { row, text } = block as TextLine;
    if (wordless.test(text) || pageNumber.test(text)) {
      blank = true;
      continue;
    }
    const next = makeParagraph(row, text);
    const last: OpenParagraph | null = open;
    if (
      last &&
      continues(last, next, blank, width) &&
      !(last.lines.length === 1 && standsAlone(last.first))
    ) {
      last.lines.push(text);
    } else {
      close();
      open = { first: next, lines: [text] };
    }
    blank = false;
  }
  close();
  return paragraphs;
}

/** A paragraph that further lines may belong to. */
interface OpenParagraph {
  readonly first: Paragraph;
  readonly lines: string[];
}

interface TextLine {
  readonly row: number;
  readonly text: string;
}

/** No number has fifty digits; what has is rubbish, and slow to look for amounts in. */
const endlessNumber = /(?:\d[.,]?){50,}/g;

function strip(text: string): string {
  return normalise(
    text
      .replace(/\*\*|__/g, "")
      .replace(/^\s*#{1,6}\s+/, "")
      .replace(endlessNumber, "…"),
  );
}

/** Lines of text, and tables of figures as lists of rows. */
function blocksOf(
  lines: readonly SourceLine[],
  isTable: (rows: readonly TableRow[]) => boolean,
): (TextLine | readonly TableRow[])[] {
  const blocks: (TextLine | readonly TableRow[])[] = [];
  for (let at = 0; at < lines.length;) {
    const run = runOfRows(lines, at);
    if (run.lines.length === 0) {
      blocks.push({ row: lines[at]!.row, text: strip(lines[at]!.text) });
      at++;
      continue;
    }
    const rows = run.lines.map(tableRow);
    if (isTable(rows)) blocks.push(rows);
    else for (const line of layoutLines(run.lines)) blocks.push(line);
    at = run.next;
  }
  return blocks;
}

/**
 * The lines from `from` on that have cells. In a text blank lines may stand between rows, and the rest of a long name
 * may stand on a line of its own.
 */
function runOfRows(
  lines: readonly SourceLine[],
  from: number,
): { readonly lines: readonly SourceLine[]; readonly next: number } {
  const run: SourceLine[] = [];
  let next = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.cells !== null) {
      run.push(line);
      next = at + 1;
      continue;
    }
    if (run.length === 0 || run[0]!.grid) break;
    const text = strip(line.text);
    if (text === "") continue;
    let below = at + 1;
    while (below < lines.length && lines[below]!.text.trim() === "") below++;
    const after = lines[below];
    const last = run[run.length - 1]!;
    const longest = last.cells!.reduce(
      (best, cell, index) => (cell.length > last.cells![best]!.length ? index : best),
      0,
    );
    if (!/^\p{Ll}/u.test(text) || !after?.cells || after.cells.length < 3 || last.cells!.length < 3) break;
    run[run.length - 1] = {
      ...last,
      cells: last.cells!.map((cell, index) => (index === longest ? `${cell} ${text}` : cell)),
    };
    next = at + 1;
  }
  return { lines: run, next };
}

function tableRow(line: SourceLine): TableRow {
  const cells = line.cells!.map(strip);
  return { row: line.row, cells, grid: line.grid?.map(strip) ?? cells };
}

/** A table that only lays out: column after column, each cell's lines in their order. */
function layoutLines(run: readonly SourceLine[]): TextLine[] {
  const lines: TextLine[] = [];
  const isProse = (line: SourceLine): boolean => {
    const filled = line.cells!.filter((cell) => cell.trim() !== "");
    // Word copies an automatic number and its paragraph as two cells.
    return (
      !line.grid &&
      (filled.length < 2 || (filled.length === 2 && splitMarker(`${strip(filled[0]!)} x`).rest === "x"))
    );
  };
  for (let at = 0; at < run.length;) {
    if (isProse(run[at]!)) {
      lines.push({ row: run[at]!.row, text: strip(run[at]!.cells!.join(" ")) });
      at++;
      continue;
    }
    const part: SourceLine[] = [];
    while (at < run.length && !isProse(run[at]!)) part.push(run[at++]!);
    const width = part.reduce((most, line) => Math.max(most, line.cells!.length), 0);
    for (let column = 0; column < width; column++) {
      for (const line of part) {
        for (const text of (line.cells![column] ?? "").split("\n"))
          lines.push({ row: line.row, text: strip(text) });
      }
    }
  }
  return lines;
}

/** The width of a text whose lines are cut at a column; null where each line is a whole paragraph. */
function wrapWidth(texts: readonly string[]): number | null {
  const lengths = texts.filter((text) => text.length > 40).map((text) => text.length);
  if (lengths.length < 8) return null;
  lengths.sort((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.9)]!;
  if (lengths[lengths.length - 1]! > 160) return null;
  const full = lengths.filter((length) => length >= wide * 0.75).length;
  return full >= lengths.length / 2 ? wide : null;
}

function continues(
  { first, lines }: OpenParagraph,
  next: Paragraph,
  blank: boolean,
  width: number | null,
): boolean {
  const last = lines[lines.length - 1]!;
  if (sentenceEnd.test(last.slice(-3))) return false;
  const cutAtWidth = width !== null && !blank && last.length >= width * 0.7;
  if (next.marker) {
    // "kinh tế" / "- xã hội": a dash at the head of a cut line is no bullet where the text goes on in lower case.
    return cutAtWidth && next.marker.style === "-" && /^\p{Ll}/u.test(next.body);
  }
  if (/^\p{Ll}/u.test(next.text)) return first.body !== "";
  return cutAtWidth || (last.endsWith(",") && last.length > 60);
}
