/** Calendar dates, the serial numbers that spreadsheets keep them as, and the ways Vietnamese staff write them. */
import { normalise } from "./text";

/** Month and day from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The years that a date or a year of birth may have (contract, section 1). */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/** Two-digit years up to this one are of this century, later ones of the last. Fixed: no reading depends on today. */
export const TWO_DIGIT_PIVOT = 30;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Whether the calendar has this date. */
export function isRealDate({ year, month, day }: CalendarDate): boolean {
  return Number.isInteger(year) && Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01 in the Gregorian calendar. */
function dayNumber({ year, month, day }: CalendarDate): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

const DAY_ZERO_1900 = dayNumber({ year: 1899, month: 12, day: 31 });
const DAY_ZERO_1904 = dayNumber({ year: 1904, month: 1, day: 1 });
const LAST_DAY = dayNumber({ year: 9999, month: 12, day: 31 });
/** Serial 60 is Excel's 29 February 1900, a day that never was. */
const LEAP_BUG = 60;

/** The serial number of a date; null for what the calendar or the date system does not have (e.g. before 1900). */
export function serialFromDate(date: CalendarDate, date1904 = false): number | null {
  if (!isRealDate(date) || date.year < 1900 || date.year > 9999) return null;
  const day = dayNumber(date);
  if (date1904) return day < DAY_ZERO_1904 ? null : day - DAY_ZERO_1904;
  const serial = day - DAY_ZERO_1900;
  return serial >= LEAP_BUG ? serial + 1 : serial;
}

/** The date of a serial number (a time of day is dropped); null outside the date system and for the day that never was. */
export function dateFromSerial(serial: number, date1904 = false): CalendarDate | null {
  if (!Number.isFinite(serial)) return null;
  const whole = Math.floor(serial);
  const first = date1904 ? 0 : 1;
  if (whole < first || (!date1904 && whole === LEAP_BUG)) return null;
  const day = date1904 ? DAY_ZERO_1904 + whole : DAY_ZERO_1900 + (whole > LEAP_BUG ? whole - 1 : whole);
  if (day > LAST_DAY) return null;
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export type DateReading =
  | ({ readonly kind: "date" } & CalendarDate)
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "none" };

const NONE = { kind: "none" } as const;
const TIME = String.raw`(?:[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[ap]m|sa|ch))?Z?)?`;
const DAY_FIRST = new RegExp(
  String.raw`^(?:ngày )?(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})${TIME}$`,
  "i",
);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${TIME}$`, "i");
const IN_WORDS = /^(?:ngày )?(\d{1,2}),? tháng (\d{1,2}),? năm (\d{4})$/i;
const MONTH_YEAR = /^(?:tháng )?(\d{1,2})(?: ?[/.-] ?| năm )(\d{4})$/i;
const YEAR_MONTH = /^(\d{4})[/-](\d{2})$/;
const YEAR_ONLY = /^(?:năm )?(\d{4})$/i;

/**
 * Reads a whole text: `8/8/2025`, `08-08-25`, `08.08.2025`, `2025-08-08`, `8/2025`, `2025`, "ngày 08 tháng 8 năm 2025";
 * a time of day behind a date is dropped. The day always comes before the month; dates that no calendar has, and years
 * outside 1900–2100, are none.
 */
export function parseVietnameseDate(text: string): DateReading {
  const clean = normalise(text);
  if (clean.length < 4 || clean.length > 40) return NONE;
  let match = DAY_FIRST.exec(clean);
  if (match) return dateOf(fullYear(match[4]!), Number(match[3]), Number(match[1]));
  match = YEAR_FIRST.exec(clean);
  if (match) return dateOf(Number(match[1]), Number(match[3]), Number(match[4]));
  match = YEAR_ONLY.exec(clean);
  if (match) return inRange(Number(match[1])) ? { kind: "year", year: Number(match[1]) } : NONE;
  match = MONTH_YEAR.exec(clean);
  if (match) return monthOf(Number(match[2]), Number(match[1]));
  match = IN_WORDS.exec(clean);
  if (match) return dateOf(Number(match[3]), Number(match[2]), Number(match[1]));
  match = YEAR_MONTH.exec(clean);
  return match ? monthOf(Number(match[1]), Number(match[2])) : NONE;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year <= TWO_DIGIT_PIVOT ? 2000 + year : 1900 + year;
}

function inRange(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function dateOf(year: number, month: number, day: number): DateReading {
  return inRange(year) && isRealDate({ year, month, day }) ? { kind: "date", year, month, day } : NONE;
}

function monthOf(year: number, month: number): DateReading {
  return inRange(year) && month >= 1 && month <= 12 ? { kind: "month", year, month } : NONE;
}

export type DateCell =
  /** A native date. */
  | ({ readonly kind: "date"; readonly iso: string } & CalendarDate)
  /** A date typed as text; `iso` is what the cell should hold (`date/text-date`). */
  | ({ readonly kind: "text-date"; readonly iso: string } & CalendarDate)
  /** A month typed as text (`date/text-date` too); `iso` is its first day, since a cell cannot hold less. */
  | { readonly kind: "month"; readonly year: number; readonly month: number; readonly iso: string }
  /** A year of birth; `text` where it was typed as text. */
  | { readonly kind: "year"; readonly year: number; readonly text: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "empty" };

const EMPTY = { kind: "empty" } as const;

/**
 * What a date cell holds (contract, section 1). An integer 1900–2100 is a year of birth, never a serial number. Takes a
 * cell's value of any type; booleans and cell errors are none.
 */
export function readDateCell(value: unknown, date1904: boolean): DateCell {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === "number") {
    if (Number.isInteger(value) && inRange(value)) return { kind: "year", year: value, text: false };
    const date = dateFromSerial(value, date1904);
    return date ? { kind: "date", ...date, iso: isoDate(date) } : NONE;
  }
  if (typeof value !== "string") return NONE;
  const reading = parseVietnameseDate(value);
  switch (reading.kind) {
    case "date":
      return { ...reading, kind: "text-date", iso: isoDate(reading) };
    case "month":
      return { ...reading, iso: isoDate({ ...reading, day: 1 }) };
    case "year":
      return { ...reading, text: true };
    case "none":
      return normalise(value) === "" ? EMPTY : NONE;
  }
}

/** `2025-08-08`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Reads `2025-08-08` and nothing else; null for the rest. */
export function parseIsoDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDate(date) ? date : null;
}

/** `08/08/2025`. */
export function formatVietnameseDate({ year, month, day }: CalendarDate): string {
  return `${twoDigits(day)}/${twoDigits(month)}/${year}`;
}

/** `ngày 08 tháng 8 năm 2025`: days below 10 and the months 1 and 2 get a zero in front (Decree 30/2020/NĐ-CP). */
export function dateInWords({ year, month, day }: CalendarDate): string {
  return `ngày ${twoDigits(day)} tháng ${month < 3 ? twoDigits(month) : month} năm ${year}`;
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** Full years of age on a day; born on 29 February one is a year older on 1 March. */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const before = on.month < birth.month || (on.month === birth.month && on.day < birth.day);
  return on.year - birth.year - (before ? 1 : 0);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
