/**
 * A number column read once: money in đồng, the rest as it is. A number typed as text is read the Vietnamese way and
 * its flaw kept beside, so that other rules go on with the value and one cause gives one finding.
 */
import { isCellError, type CellValue } from "../book";
import {
  fitsDong,
  fromDong,
  parseMoneyText,
  isPlaceholder,
  parseVietnameseNumber,
  toDong,
  UNIT_FACTOR,
  type MoneyUnit,
} from "../domain";
import { CELL_EMPTY, CELL_PENDING, CELL_READ, CELL_UNREADABLE } from "./cellState";
import { cellAt, type ColumnCells, type ReadColumn } from "./columnCells";

/** What is beyond this is no figure in any unit. */
const LARGEST = 1e18;

export type NumberFlaw =
  | { readonly kind: "unreadable"; readonly text: string; readonly reason: "noNumber" | "tooLarge" }
  /** `value` is what the cell should hold, in its own unit; null where the text has two readings. */
  | { readonly kind: "text"; readonly text: string; readonly value: number | null }
  | { readonly kind: "subDong"; readonly amount: number }
  /** A fraction written as percent; `value` is the fraction. */
  | { readonly kind: "percent"; readonly written: number; readonly value: number };

export interface NumberColumn extends ReadColumn {
  /** Đồng for money, else the number itself; 0 where `states` does not say CELL_READ. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  /** By data row. */
  readonly flaws: ReadonlyMap<number, NumberFlaw>;
  /** Between what all values lie, 0 for cells without one among them; wider where cells have been edited. */
  readonly bounds: () => { readonly least: number; readonly most: number };
  /** The smallest size of a value that is not 0; smaller where cells have been edited. */
  readonly smallest: () => number;
}

export interface NumberReader {
  /** null for a column that is not money. */
  readonly unit: MoneyUnit | null;
  /** Where the rows of a money column are not all in `unit`. Such sheets are the staff's own: text may name its unit. */
  readonly unitOf?: (row: number) => MoneyUnit;
  readonly fraction: boolean;
  /** In a required column a placeholder ("chưa có") is a wrong number, elsewhere it is nothing. */
  readonly required: boolean;
  readonly isPending: (row: number) => boolean;
  /** Whether it is so for any row. */
  readonly mayBePending: boolean;
}

/** `capacity`: rows there is room for. */
export function readNumberColumn(cells: ColumnCells, reader: NumberReader, capacity: number): NumberColumn {
  const values = new Float64Array(capacity);
  const states = new Uint8Array(capacity);
  const flaws = new Map<number, NumberFlaw>();
  let [least, most, smallest] = [0, 0, Infinity];
  const keep = (row: number, value: number): void => {
    const flaw = store(row, value, reader, values, states);
    if (flaw) flaws.set(row, flaw);
  };
  const readCell = (row: number, cell: CellValue): void => {
    if (cell === null || cell === "") {
      if (reader.isPending(row)) states[row] = CELL_PENDING;
    } else if (typeof cell === "number") {
      keep(row, cell);
    } else {
      const reading = typeof cell === "string" ? readNumberText(cell, row, reader) : unreadable(cell);
      if (reading === null) {
        states[row] = CELL_EMPTY;
      } else if (reading.kind === "text" && reading.value !== null) {
        keep(row, reading.value);
        if (states[row] === CELL_READ) flaws.set(row, asFraction(reading, reader));
      } else {
        states[row] = CELL_UNREADABLE;
        flaws.set(row, reading);
      }
    }
    note(values[row]!);
  };
  const note = (value: number): void => {
    if (value < least) least = value;
    if (value > most) most = value;
    if (value !== 0 && Math.abs(value) < smallest) smallest = Math.abs(value);
  };
  const plain = plainNumbers(reader);
  const readRows = (from: number, to: number): void => {
    const { rows, index } = cells;
    if (index < 0) return;
    const { mostPlain, wholeOnly, factor } = plain;
    let [low, high, tiny] = [least, most, smallest];
    for (let row = from; row < to; row += 1) {
      const cell = rows[row]![index];
      if (typeof cell === "number") {
        if (cell >= -mostPlain && cell <= mostPlain && (!wholeOnly || cell === Math.floor(cell))) {
          const value = cell * factor + 0;
          values[row] = value;
          states[row] = CELL_READ;
          if (value < low) low = value;
          if (value > high) high = value;
          const size = value < 0 ? -value : value;
          if (size < tiny && size > 0) tiny = size;
          continue;
        }
      } else if ((cell === null || cell === undefined) && !reader.mayBePending) continue;
      readCell(row, cell ?? null);
    }
    least = Math.min(low, least);
    most = Math.max(high, most);
    smallest = Math.min(tiny, smallest);
  };
  const reread = (row: number): void => {
    values[row] = 0;
    states[row] = CELL_EMPTY;
    flaws.delete(row);
    readCell(row, cellAt(cells, row));
  };
  return {
    values,
    states,
    flaws,
    bounds: () => ({ least, most }),
    smallest: () => smallest,
    readRows,
    reread,
  };
}

/** Most numbers are whole and of usual size: nothing can be wrong with them, whatever `store` looks for. */
function plainNumbers(reader: NumberReader) {
  const factor = reader.unit === null ? 1 : UNIT_FACTOR[reader.unit];
  // Where each row has its own unit, none is plain.
  const mostPlain = reader.unitOf ? -1 : reader.fraction ? 1 : MOST_PLAIN / factor;
  return { factor, mostPlain, wholeOnly: reader.unit !== null };
}

/** A safe integer in any unit, and below the largest amount. */
const MOST_PLAIN = 1e12;

/** Puts a number into the column; what is wrong with it comes back. */
function store(
  row: number,
  value: number,
  reader: NumberReader,
  values: Float64Array,
  states: Uint8Array,
): NumberFlaw | null {
  const unit = reader.unitOf?.(row) ?? reader.unit;
  const size = Math.abs(value) * (unit === null ? 1 : UNIT_FACTOR[unit]);
  if (!(size <= LARGEST)) {
    states[row] = CELL_UNREADABLE;
    return { kind: "unreadable", text: String(value), reason: "tooLarge" };
  }
  states[row] = CELL_READ;
  if (unit !== null) {
    if (!fitsDong(value, unit)) {
      // Đồng typed where millions stand: no exact amount, but one that the rules on units must see.
      values[row] = Math.round(value * UNIT_FACTOR[unit]);
      return null;
    }
    const { dong, exact } = toDong(value, unit);
    values[row] = dong;
    return exact ? null : { kind: "subDong", amount: value };
  }
  if (reader.fraction && value > 1 && value <= 100) {
    const fraction = fractionOf(value);
    values[row] = fraction;
    return { kind: "percent", written: value, value: fraction };
  }
  values[row] = value;
  return null;
}

function fractionOf(percent: number): number {
  return Math.round(percent * 1e6) / 1e8;
}

/** "60" in a column of fractions is text and percent: one finding, whose value is the fraction. */
function asFraction(flaw: NumberFlaw & { kind: "text" }, reader: NumberReader): NumberFlaw {
  if (!reader.fraction || flaw.value === null || flaw.value <= 1 || flaw.value > 100) return flaw;
  return { ...flaw, value: fractionOf(flaw.value) };
}

/** null for text that says nothing. */
function readNumberText(text: string, row: number, reader: NumberReader): NumberFlaw | null {
  if (text.trim() === "") return null;
  const percent = reader.fraction && /%\s*$/.test(text);
  const reading = parseVietnameseNumber(percent ? text.replace(/%\s*$/, "") : text);
  if (reading.kind === "number")
    return { kind: "text", text, value: percent ? fractionOf(reading.value) : reading.value };
  if (reading.kind === "ambiguous") return { kind: "text", text, value: null };
  if (!reader.required && isPlaceholder(text)) return null;
  const named = reader.unitOf ? amountWithUnit(text, reader.unitOf(row)) : null;
  return named ?? { kind: "unreadable", text, reason: "noNumber" };
}

/** `40 triệu` in a sheet kept in đồng is 40000000. */
function amountWithUnit(text: string, unit: MoneyUnit): NumberFlaw | null {
  const amount = parseMoneyText(text, unit);
  if (amount.kind === "ambiguous") return { kind: "text", text, value: null };
  return amount.kind === "amount" ? { kind: "text", text, value: fromDong(amount.dong, unit) } : null;
}

function unreadable(cell: CellValue): NumberFlaw {
  const text = isCellError(cell) ? cell.error : String(cell).toUpperCase();
  return { kind: "unreadable", text, reason: "noNumber" };
}
