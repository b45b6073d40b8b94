/** What a person types, read the Vietnamese way; and how a cell's value is shown to them for correction. */
import {
  dateFromSerial,
  formatVietnameseDate,
  parseVietnameseDate,
  parseVietnameseNumber,
  serialFromDate,
} from "../../../domain";

export interface TypedValue {
  readonly value: string | number | boolean;
  /** Set where the cell has no number format of its own and the value needs one. */
  readonly pattern?: string;
}

export const DATE_PATTERN = "dd/mm/yyyy";
const PERCENT_PATTERN = "0.00%";
/** An identity or account number: more digits than amounts of a commune have, or a zero in front. */
const LONGEST_CODE = 15;

/**
 * Reads a text typed or pasted into a cell whose number format is `pattern` (`General` or `@` included). The day comes
 * before the month, dots group and the comma is the decimal sign; codes keep their zeros. Formulas are not for here.
 */
export function readTyped(text: string, pattern: string, date1904 = false): TypedValue {
  const typed = text.normalize("NFC");
  if (isTextPattern(pattern)) return { value: typed };
  const clean = typed.trim();
  if (clean === "") return { value: typed };
  const truth = /^(true|false)$/i.exec(clean);
  if (truth) return { value: truth[1]!.toLowerCase() === "true" };
  return dateTyped(clean, pattern, date1904) ?? numberTyped(clean, pattern) ?? { value: typed };
}

/** `d/m/yyyy` and its like anywhere; the looser ways of writing a date only where a date is expected. */
function dateTyped(text: string, pattern: string, date1904: boolean): TypedValue | null {
  const everywhere = /^\d{1,2}([/-])\d{1,2}\1(\d{4}|\d{2})$|^\d{4}-\d{1,2}-\d{1,2}$/.test(text);
  if (!everywhere && (!isDatePattern(pattern) || text.includes(":"))) return null;
  const reading = parseVietnameseDate(text);
  if (reading.kind !== "date") return null;
  const serial = serialFromDate(reading, date1904);
  if (serial === null) return null;
  return { value: serial, ...(isGeneral(pattern) ? { pattern: DATE_PATTERN } : {}) };
}

function numberTyped(text: string, pattern: string): TypedValue | null {
  const percent = /^(.*\d)\s?%$/.exec(text);
  if (percent) {
    const share = exactNumber(percent[1]!);
    if (share === null) return null;
    const value = Number((share / 100).toPrecision(15));
    return { value, ...(isGeneral(pattern) ? { pattern: PERCENT_PATTERN } : {}) };
  }
  const digits = text.replace(/\D/g, "").length;
  if (/^[-+]?\d+$/.test(text) && digits > LONGEST_CODE) return null;
  if (/^0\d/.test(text) && (isGeneral(pattern) || digits >= 9)) return null;
  if (isGeneral(pattern) && /\s/.test(text)) return null;
  const value = exactNumber(text);
  return value === null ? null : { value };
}

/** What may mean two numbers is none: it stays text, and the check names it. */
function exactNumber(text: string): number | null {
  const reading = parseVietnameseNumber(text);
  return reading.kind === "number" ? reading.value : null;
}

/** The text by which a cell's number is brought up for correction: no grouping, a decimal comma, a date as it is typed. */
export function textForEditing(value: number, pattern: string, date1904 = false): string {
  const section = isDatePattern(pattern) && !isYear(value, pattern);
  const date = section ? dateFromSerial(value, date1904) : null;
  if (date && Number.isInteger(value)) return formatVietnameseDate(date);
  if (pattern.includes("%")) return `${decimalComma(Number((value * 100).toPrecision(15)))}%`;
  return decimalComma(value);
}

/** Three decimals would read like a group of thousands when they are typed again: a zero behind tells them apart. */
function decimalComma(value: number): string {
  const text = String(value);
  return (/^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text).replace(".", ",");
}

/** Formats such as `[<=2100]0;dd/mm/yyyy` show a year of birth as a number. */
function isYear(value: number, pattern: string): boolean {
  const limit = /^\[<=(\d+)\]0;/.exec(pattern);
  return limit !== null && value <= Number(limit[1]);
}

export function isTextPattern(pattern: string): boolean {
  return pattern === "@" || pattern === "@@@";
}

export function isGeneral(pattern: string): boolean {
  return pattern === "" || /^general$/i.test(pattern);
}

export function isDatePattern(pattern: string): boolean {
  const bare = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return /[dy]/i.test(bare) && !/general/i.test(bare);
}
