/** Reads what is written into a cell the way Excel does in en-US: numbers, dates, percentages, formulas, text. */

export type Scalar = string | number | boolean;

/** How the machine writes numbers and dates. */
export type Region = "en-US" | "vi-VN";

export interface Typed {
  readonly value: Scalar;
  /** With its `=`; null for a constant. */
  readonly formula: string | null;
  /** The number format that Excel gives a General cell along with such a text. */
  readonly numberFormat: string | null;
  /** A text that is kept as it was typed, whatever it looks like. */
  readonly literal?: boolean;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const errors = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
]);

export function isErrorValue(value: unknown): boolean {
  return typeof value === "string" && errors.has(value);
}

/**
 * @param isFormula tells whether a text (with its `=`) can be read as a formula
 * @returns null when the text announces a formula that cannot be read
 */
export function readTyped(
  input: Scalar,
  numberFormat: string,
  isFormula: (text: string) => boolean,
  region: Region = "en-US",
): Typed | null {
  if (typeof input !== "string") {
    return numberFormat === "@"
      ? constant(typeof input === "boolean" ? String(input).toUpperCase() : String(input))
      : constant(input);
  }
  if (input.startsWith("'")) return { ...constant(input.slice(1)), literal: true };
  if (numberFormat === "@") return { ...constant(input), literal: true };
  if (input.startsWith("=") && input.length > 1)
    return isFormula(input) ? { value: "", formula: input, numberFormat: null } : null;
  const plain = readConstant(input, region);
  if (plain) return plain;
  if (/^[+-]/.test(input) && input.length > 1)
    return isFormula(`=${input}`) ? { value: "", formula: `=${input}`, numberFormat: null } : null;
  return constant(input);
}

function constant(value: Scalar, numberFormat: string | null = null): Typed {
  return { value, formula: null, numberFormat };
}

function readConstant(input: string, region: Region): Typed | null {
  const text = region === "vi-VN" ? fromVietnamese(input.trim()) : input.trim();
  if (text === "") return null;
  if (/^true$/i.test(text)) return constant(true);
  if (/^false$/i.test(text)) return constant(false);
  if (errors.has(text.toUpperCase())) return constant(text.toUpperCase());
  return readNumber(text) ?? readDate(text) ?? readTime(text);
}

/** A number or date as Vietnamese machines write it (`1.250,5`, day first), in the way of en-US. */
function fromVietnamese(text: string): string {
  const day = /^(\d{1,2})([/-])(\d{1,2})([/-]\d{2,4})$/.exec(text);
  if (day) return `${day[3]}${day[2]}${day[1]}${day[4]}`;
  return /^[-+(]?[\d.,]+[)%]?$/.test(text) ? swapSeparators(text) : text;
}

/** Dots for commas and commas for dots. */
export function swapSeparators(text: string): string {
  return text.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));
}

function readNumber(text: string): Typed | null {
  const match =
    /^(?<open>\()?(?<sign>[+-])?\s*(?<money>\$)?\s*(?<digits>\d{1,3}(?:,\d{3})+|\d+)?(?<decimals>\.\d*)?(?<exponent>e[+-]?\d+)?\s*(?<percent>%)?(?<close>\))?$/i.exec(
      text,
    );
  const part = match?.groups;
  if (!part || (part["digits"] === undefined && !/\.\d/.test(part["decimals"] ?? ""))) return null;
  if ((part["open"] === undefined) !== (part["close"] === undefined)) return null;
  if (part["open"] && part["sign"]) return null;
  const digits = (part["digits"] ?? "").replaceAll(",", "");
  const magnitude = Number(
    Number(`${digits || "0"}${part["decimals"] ?? ""}${part["exponent"] ?? ""}`).toPrecision(15),
  );
  const signed = part["open"] || part["sign"] === "-" ? -magnitude : magnitude;
  const withDecimals = (part["decimals"] ?? "").length > 1;
  if (part["percent"]) return constant(signed / 100, withDecimals ? "0.00%" : "0%");
  if (part["money"])
    return constant(signed, withDecimals ? "$#,##0.00_);[Red]($#,##0.00)" : "$#,##0_);[Red]($#,##0)");
  if (part["exponent"]) return constant(signed, "0.00E+00");
  if ((part["digits"] ?? "").includes(",")) return constant(signed, withDecimals ? "#,##0.00" : "#,##0");
  return constant(signed);
}

/** Dates in en-US: month before day; a text that is no date of the calendar stays text. */
function readDate(text: string): Typed | null {
  const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text);
  if (us) return date(fullYear(us[3] ?? ""), Number(us[1]), Number(us[2]), "m/d/yyyy");
  const iso = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (iso) return date(Number(iso[1]), Number(iso[2]), Number(iso[3]), "m/d/yyyy");
  const named = /^(\d{1,2})[ -]([a-z]{3,9})[ ,-]\s*(\d{4}|\d{2})$/i.exec(text);
  if (named) return date(fullYear(named[3] ?? ""), monthOf(named[2] ?? ""), Number(named[1]), "d-mmm-yy");
  const american = /^([a-z]{3,9}) (\d{1,2}), ?(\d{4})$/i.exec(text);
  if (american) return date(Number(american[3]), monthOf(american[1] ?? ""), Number(american[2]), "d-mmm-yy");
  return null;
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function date(year: number, month: number, day: number, numberFormat: string): Typed | null {
  const time = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || month < 1 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return null;
  return constant(serialOf(time), numberFormat);
}

/** Days since 1899-12-30, with Excel's own 29 February 1900. */
export function serialOf(time: Date): number {
  const days = time.getTime() / 86_400_000 + 25_569;
  return days < 61 ? days - 1 : days;
}

function readTime(text: string): Typed | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:\s*(am|pm))?$/i.exec(text);
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  const hours = Number(match[1]);
  if (half && (hours < 1 || hours > 12)) return null;
  const hour = half ? (hours % 12) + (half === "pm" ? 12 : 0) : hours;
  const value = (hour * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) / 86_400;
  const base = match[3] === undefined ? "h:mm" : "h:mm:ss";
  return constant(value, half ? `${base} AM/PM` : base);
}

/** Excel's word for the kind of a value. */
export function typeOfValue(value: Scalar): "Empty" | "String" | "Double" | "Boolean" | "Error" {
  if (value === "") return "Empty";
  if (isErrorValue(value)) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** The kind of what stands in a cell: a text that was typed as one is no error, though it may look like one. */
export function typeOfCell(cell: { readonly value: Scalar; readonly literal: boolean } | undefined) {
  const kind = typeOfValue(cell?.value ?? "");
  return kind === "Error" && cell?.literal ? "String" : kind;
}
