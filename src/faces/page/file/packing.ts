/** A snapshot as it can be sent from one thread to another: what it answers when asked is sent as tables. */
import type { SheetSnapshot, Snapshot } from "../../../book";

type Answer = ((row: number, column: number) => string) | null;

/** Texts by number; `rows` has the cells that are in use, `below` what holds under them in each column. */
interface PackedTexts {
  readonly texts: readonly string[];
  readonly rows: readonly Uint16Array[];
  readonly below: Uint16Array;
}

interface PackedSheet extends Omit<SheetSnapshot, "numberFormat" | "fontName"> {
  readonly numberFormat: PackedTexts | null;
  readonly fontName: PackedTexts | null;
}

export interface PackedSnapshot extends Omit<Snapshot, "sheets"> {
  readonly sheets: readonly PackedSheet[];
}

/** Columns beyond those in use for which formats are sent: a person types beside a table, too. */
const SPARE_COLUMNS = 20;
/** A row that no file formats by itself. */
const FAR_BELOW = 1_000_000;

export function packed(snapshot: Snapshot): PackedSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      numberFormat: packedTexts(sheet.numberFormat, sheet.values),
      fontName: packedTexts(sheet.fontName, sheet.values),
    })),
  };
}

export function unpacked(snapshot: PackedSnapshot): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      numberFormat: unpackedTexts(sheet.numberFormat),
      fontName: unpackedTexts(sheet.fontName),
    })),
  };
}

function packedTexts(answer: Answer, values: SheetSnapshot["values"]): PackedTexts | null {
  if (answer === null) return null;
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0) + SPARE_COLUMNS;
  const row = (at: number) => Uint16Array.from({ length: width }, (_unused, c) => numberOf(answer(at, c)));
  const rows = values.map((_row, r) => row(r));
  return { rows, below: row(FAR_BELOW), texts: [...numbers.keys()] };
}

function unpackedTexts(given: PackedTexts | null): Answer {
  if (given === null) return null;
  const { texts, rows, below } = given;
  const last = below.length - 1;
  return (row, column) => texts[(rows[row] ?? below)[Math.min(column, last)]!]!;
}
