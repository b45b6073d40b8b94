/** Whether a sheet whose rows were repeated holds each row as often as it should, with all that was in it. */
import { RowLayout, type Area, type RowBand } from "../../book";
import type { ZipPackage } from "./package";
import { frameOf, rowsOf, type RowSpan, type SheetText } from "./rows";

/** Throws where a row is missing, too many, or another than the one that it repeats. Rows of `written` may hold anything. */
export function verifyRepeated(
  before: ZipPackage,
  after: ZipPackage,
  part: string,
  bands: readonly RowBand[],
  written: readonly Area[],
): void {
  const [was, is] = [frameOf(before, part), frameOf(after, part)];
  const old = new Map([...rowsOf(was)].map((span) => [span.row, bareRow(was, span)]));
  const wanted = new Map<number, string>();
  for (const { source, count, target } of new RowLayout(bands).runs(Math.max(-1, ...old.keys()))) {
    for (let i = 0; i < count; i++) {
      const row = old.get(source + i);
      if (row !== undefined) wanted.set(target + i, row);
    }
  }
  const isWritten = (row: number): boolean =>
    written.some((area) => row >= area.row && row < area.row + area.rows);
  for (const span of rowsOf(is)) {
    if (!isWritten(span.row) && wanted.get(span.row) !== bareRow(is, span)) fail(part, span.row);
    wanted.delete(span.row);
  }
  for (const row of wanted.keys()) if (!isWritten(row)) fail(part, row);
}

function fail(part: string, row: number): never {
  throw new Error(`the changed workbook is not sound: ${part}, row ${row + 1}`);
}

const address = /\sr\s*=\s*(?:"[^"]*"|'[^']*')/g;
const formula = /<(?:\w+:)?f\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?f>)(?:<(?:\w+:)?v>[^<]*<\/(?:\w+:)?v>)?/g;

/** A row without what tells its place: numbers, and formulas with what they gave. */
function bareRow({ text }: SheetText, span: RowSpan): string {
  const row = text.slice(span.start, span.end).replace(address, "");
  return row.includes("f") ? row.replace(formula, "") : row;
}
