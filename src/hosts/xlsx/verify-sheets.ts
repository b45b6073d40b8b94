/** Whether a changed sheet still holds everything that the edit does not name. */
import type { Area } from "../../book";
import type { EditPlaces } from "./edit-places";
import type { ZipPackage } from "./package";
import { cellsOf, frameOf, rowsOf, type RowSpan, type SheetFrame } from "./rows";
import { contains } from "./sqref";
import { TagScanner } from "./tag-scanner";
import type { XmlSpan } from "./xml";

/** Throws where a sheet is no well-formed XML, or its rows do not follow each other. */
export function verifyWellFormed(pkg: ZipPackage, part: string): void {
  const sheet = frameOf(pkg, part);
  const { text, data } = sheet;
  for (let at = data.openEnd; at < data.closeStart;) {
    plainRow.lastIndex = at;
    if (plainRow.test(text)) {
      at = plainRow.lastIndex;
      continue;
    }
    const scanner = new TagScanner(text, at, data.closeStart, part);
    if (!scanner.next()) break;
    scanner.skip();
    at = scanner.position;
  }
  const rows = rowsOf(sheet);
  while (!rows.next().done);
}

/** A row as nearly every program writes it, seen to be well-formed in a fraction of the time. */
const plainRow =
  /<row(?: [\w:.]+="[^"<]*")*>(?:<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="\w+")?(?:\/>|>(?:<f>[^<]*<\/f>)?(?:<v>[^<]*<\/v>|<is><t(?: xml:space="preserve")?>[^<]*<\/t><\/is>)?<\/c>))*<\/row>/y;

/** What stands around the cells and may go with rows, columns and tables. */
const reducible =
  /^(dataValidations?|conditionalFormattings?|cfRule|formula[12]?|f|sqref|hyperlinks?|tableParts?|ext|extLst)$/;

/** Throws where a cell outside the edit's places differs, or an element of the sheet is missing. */
export function verifySheet(before: ZipPackage, after: ZipPackage, part: string, places: EditPlaces): void {
  const [was, is] = [frameOf(before, part), frameOf(after, part)];
  const formulas = places.followsRows ? formulaWithValue : formulaText;
  compareRows(was, is, places.areas.get(part) ?? [], places.breaksReferences ? formulas : null);
  compareFrames(was.root, is.root, places.reduced.has(part) ? reducible : null);
}

/** What a formula says. */
const formulaText = /(?<=<(?:\w+:)?f\b[^>]*>)[^<]*/;

/** Where rows move, a formula that cells share may be written out for each, and what it gave may go. */
const formulaWithValue =
  /<(?:\w+:)?f\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?f>)(?:<(?:\w+:)?v>[^<]*<\/(?:\w+:)?v>)?/;

/** Walks both sheets' rows side by side, from the first that differs to the last. */
function compareRows(
  before: SheetFrame,
  after: SheetFrame,
  areas: readonly Area[],
  mayChange: RegExp | null,
): void {
  const [was, is] = narrowed(before, after);
  const compare = (old: RowSpan | null, now: RowSpan | null): void =>
    verifyCells(was, old, is, now, areas, mayChange);
  const now = rowsOf(is);
  let next = now.next();
  for (const row of rowsOf(was)) {
    while (!next.done && next.value.row < row.row) {
      compare(null, next.value);
      next = now.next();
    }
    const same = !next.done && next.value.row === row.row ? next.value : null;
    compare(row, same);
    if (same) next = now.next();
  }
  for (; !next.done; next = now.next()) compare(null, next.value);
}

/** Texts are compared in pieces of this length, which is many times faster than sign by sign. */
const piece = 65_536;

/** Both sheets without the rows at the beginning and at the end in which they agree to the letter. */
function narrowed(before: SheetFrame, after: SheetFrame): [SheetFrame, SheetFrame] {
  const [a, b] = [before.data, after.data];
  const shorter = Math.min(a.closeStart - a.openEnd, b.closeStart - b.openEnd);
  const same = (from: number, to: number, offsetA: number, offsetB: number): boolean =>
    before.text.slice(offsetA + from, offsetA + to) === after.text.slice(offsetB + from, offsetB + to);
  let head = 0;
  while (head + piece <= shorter && same(head, head + piece, a.openEnd, b.openEnd)) head += piece;
  let tail = 0;
  const left = shorter - head;
  while (tail + piece <= left && same(-tail - piece, -tail, a.closeStart, b.closeStart)) tail += piece;
  // Cut where a row begins. A row without a number is counted from the one before it: then nothing is left out.
  const mark = `<${before.data.prefix === "" ? "" : `${before.data.prefix}:`}row r="`;
  const start = before.text.lastIndexOf(mark, a.openEnd + head) - a.openEnd;
  const end = tail === 0 ? -1 : before.text.indexOf(mark, a.closeStart - tail);
  const without = end < 0 ? 0 : a.closeStart - end;
  const cut = (sheet: SheetFrame): SheetFrame => ({
    ...sheet,
    data: {
      ...sheet.data,
      openEnd: sheet.data.openEnd + Math.max(0, start),
      closeStart: sheet.data.closeStart - without,
    },
  });
  return head === 0 && tail === 0 ? [before, after] : [cut(before), cut(after)];
}

function verifyCells(
  was: SheetFrame,
  old: RowSpan | null,
  is: SheetFrame,
  now: RowSpan | null,
  areas: readonly Area[],
  mayChange: RegExp | null,
): void {
  const before = old ? was.text.slice(old.start, old.end) : "";
  const after = now ? is.text.slice(now.start, now.end) : "";
  if (before === after) return;
  const row = (old ?? now)!.row;
  const here = areas.filter((area) => row >= area.row && row < area.row + area.rows);
  const outside = (sheet: SheetFrame, span: RowSpan | null): string =>
    (span ? cellsOf(sheet, span) : [])
      .filter(({ column }) => !here.some((area) => contains(area, row, column)))
      .map(({ start, end }) => sheet.text.slice(start, end))
      .map((cell) => (mayChange ? cell.replace(mayChange, "") : cell))
      .join("");
  const wanted = here.length > 0 || mayChange !== null;
  if (!wanted || outside(was, old) !== outside(is, now)) {
    throw new Error(`the changed workbook is not sound: ${was.part}, row ${row + 1}`);
  }
}

/** What stands around the cells may grow, and shrinks only by what an edit may take away. */
function compareFrames(was: XmlSpan, is: XmlSpan, mayShrink: RegExp | null): void {
  const now = countsOf(is);
  for (const [local, count] of countsOf(was)) {
    if ((now.get(local) ?? 0) < count && !mayShrink?.test(local)) {
      throw new Error(`the changed workbook is not sound: ${local} is missing`);
    }
  }
}

/** Rows and cells are compared by themselves; where a comment stands among them they are among the spans. */
function countsOf(span: XmlSpan, counts = new Map<string, number>()): Map<string, number> {
  counts.set(span.local, (counts.get(span.local) ?? 0) + 1);
  if (span.local === "sheetData") return counts;
  for (const one of span.children) countsOf(one, counts);
  return counts;
}
