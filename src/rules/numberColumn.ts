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

/** What is beyond this is no figure in any unit. */
const LARGEST = 1e18;

export type NumberFlaw =
  | { readonly kind: "unreadable"; readonly text: string; readonly reason: "noNumber" | "tooLarge" }
  /** `value` is what the cell should hold, in its own unit; null where the text has two readings. */
  | { readonly kind: "text"; readonly text: string; readonly value: number | null }
  | { readonly kind: "subDong"; readonly amount: number }
  /** A fraction written as percent; `value` is the fraction. */
  | { readonly kind: "percent"; readonly written: number; readonly value: number };

export interface NumberColumn {
  /** Đồng for money, else the number itself; 0 where `states` does not say CELL_READ. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  /** By data row. */
  readonly flaws: ReadonlyMap<number, NumberFlaw>;
  /** Reads a row's cell anew. */
  readonly reread: (row: number) => void;
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

/** `capacity`: rows there is room for, at least those of `raw`. */
export function readNumberColumn(
  raw: readonly CellValue[],
  reader: NumberReader,
  capacity: number,
): NumberColumn {
  const values = new Float64Array(capacity);
  const states = new Uint8Array(capacity);
  const flaws = new Map<number, NumberFlaw>();
  const keep = (row: number, value: number): void => {
    const flaw = store(row, value, reader, values, states);
    if (flaw) flaws.set(row, flaw);
  };
  const read = (row: number): void => {
    const cell = raw[row] as CellValue;
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
  };
  const { mayBePending } = reader;
  const factor = reader.unit === null ? 1 : UNIT_FACTOR[reader.unit];
  const isPlain = plainNumbers(reader);
  for (let row = 0; row < raw.length; row += 1) {
    const cell = raw[row] as CellValue;
    if (typeof cell === "number" && isPlain(cell)) {
      values[row] = cell * factor + 0;
      states[row] = CELL_READ;
    } else if (mayBePending || cell !== null) read(row);
  }
  const reread = (row: number): void => {
    values[row] = 0;
    states[row] = CELL_EMPTY;
    flaws.delete(row);
    read(row);
  };
  return { values, states, flaws, reread };
}

/** Most numbers are whole and of usual size: nothing can be wrong with them, whatever `store` looks for. */
function plainNumbers(reader: NumberReader): (value: number) => boolean {
  if (reader.unitOf) return () => false;
  const most = reader.fraction
    ? 1
    : reader.unit === null
      ? MOST_PLAIN
      : MOST_PLAIN / UNIT_FACTOR[reader.unit];
  const isMoney = reader.unit !== null;
  return (value) => value <= most && value >= -most && (!isMoney || Number.isInteger(value));
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
