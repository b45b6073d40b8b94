/** A date column read once, as numbers that compare like dates: 20250808; 19850000 where only the year is known. */
import { isCellError, type CellValue } from "../book";
import { isPlaceholder, readDateCell } from "../domain";
import { CELL_EMPTY, CELL_PENDING, CELL_READ, CELL_UNREADABLE } from "./cellState";
import { cellAt, type ColumnCells, type ReadColumn } from "./columnCells";

/** Year × 10000 + month × 100 + day; month and day are 0 where only the year is known, day where only the month is. */
export type DayKey = number;

export type DateFlaw =
  | { readonly kind: "unreadable"; readonly text: string }
  /** A date typed as text; `iso` is what the cell should hold. */
  | { readonly kind: "text"; readonly text: string; readonly iso: string };

export interface DateColumn extends ReadColumn {
  /** 0 where `states` does not say CELL_READ. */
  readonly values: Int32Array;
  readonly states: Uint8Array;
  /** By data row. */
  readonly flaws: ReadonlyMap<number, DateFlaw>;
}

export interface DateReader {
  readonly date1904: boolean;
  readonly required: boolean;
  readonly isPending: (row: number) => boolean;
  /** Whether it is so for any row. */
  readonly mayBePending: boolean;
}

export function dayKey(year: number, month = 0, day = 0): DayKey {
  return year * 10000 + month * 100 + day;
}

export function yearOf(key: DayKey): number {
  return (key / 10000) | 0;
}

export function monthOf(key: DayKey): number {
  return Math.floor(key / 100) % 100;
}

export function dayOf(key: DayKey): number {
  return key % 100;
}

/** `2025-08-08`; `1985` where only the year is known. */
export function isoOfKey(key: DayKey): string {
  const parts = [String(yearOf(key))];
  if (monthOf(key) > 0) parts.push(String(monthOf(key)).padStart(2, "0"));
  if (dayOf(key) > 0) parts.push(String(dayOf(key)).padStart(2, "0"));
  return parts.join("-");
}

/** `capacity`: rows there is room for. */
export function readDateColumn(cells: ColumnCells, reader: DateReader, capacity: number): DateColumn {
  const values = new Int32Array(capacity);
  const states = new Uint8Array(capacity);
  const flaws = new Map<number, DateFlaw>();
  const known = knownDays(reader.date1904);
  const readCell = (row: number, cell: CellValue): void => {
    if (cell === null || cell === "") {
      if (reader.isPending(row)) states[row] = CELL_PENDING;
      return;
    }
    const key = readDay(cell, reader);
    if (typeof key !== "number") {
      states[row] = CELL_UNREADABLE;
      flaws.set(row, key);
      return;
    }
    if (typeof cell === "number") known[cell] = key;
    else if (key > 0) noteText(row, cell, reader, flaws);
    values[row] = key;
    states[row] = key > 0 ? CELL_READ : CELL_EMPTY;
  };
  const readRows = (from: number, to: number): void => {
    const { rows, index } = cells;
    if (index < 0) return;
    for (let row = from; row < to; row += 1) {
      const cell = rows[row]![index];
      if (typeof cell === "number") {
        const key = cell >= 0 && cell < SERIALS ? known[cell]! : 0;
        if (key > 0) {
          values[row] = key;
          states[row] = CELL_READ;
          continue;
        }
      } else if ((cell === null || cell === undefined) && !reader.mayBePending) continue;
      readCell(row, cell ?? null);
    }
  };
  const reread = (row: number): void => {
    values[row] = 0;
    states[row] = CELL_EMPTY;
    flaws.delete(row);
    readCell(row, cellAt(cells, row));
  };
  return { values, states, flaws, readRows, reread };
}

/** Serial numbers up to the year 2258. */
const SERIALS = 2 ** 17;
const daysOf1900 = new Int32Array(SERIALS);
const daysOf1904 = new Int32Array(SERIALS);

/** Dates repeat: a serial number is turned into a date once. 0 for one that nobody has asked for yet. */
function knownDays(date1904: boolean): Int32Array {
  return date1904 ? daysOf1904 : daysOf1900;
}

/** A key, 0 for nothing, or what is wrong. */
function readDay(cell: CellValue, reader: DateReader): DayKey | DateFlaw {
  const reading = readDateCell(cell, reader.date1904);
  switch (reading.kind) {
    case "date":
    case "text-date":
      return dayKey(reading.year, reading.month, reading.day);
    case "month":
      return dayKey(reading.year, reading.month);
    case "year":
      return dayKey(reading.year);
    case "empty":
      return 0;
    case "none":
      if (typeof cell === "string" && !reader.required && isPlaceholder(cell)) return 0;
      return { kind: "unreadable", text: isCellError(cell) ? cell.error : String(cell) };
  }
}

/** A year alone may be typed as text: it is no date that could be turned into one. */
function noteText(row: number, cell: CellValue, reader: DateReader, flaws: Map<number, DateFlaw>): void {
  const reading = readDateCell(cell, reader.date1904);
  if (reading.kind === "text-date" || reading.kind === "month") {
    flaws.set(row, { kind: "text", text: String(cell), iso: reading.iso });
  }
}
