/**
 * Numbers as Vietnamese staff write them: dots group, the comma is the decimal sign (contract, section 1).
 *
 * A sign is a grouping sign only where the groups are well formed: a first group of one to three digits that does not
 * begin with 0, then groups of exactly three. A text is ambiguous only where both readings are well formed:
 * `1,250` may be 1250 or 1.25, while `0,500` and `1234,567` can only be decimals. A lone dot before three digits groups
 * (`1.250` is 1250) unless it cannot (`0.500` is 0.5, `1234.567` is 1234.567, as programs print it).
 */
import { decimalOf, decimalOfNumber, decimalText, round, vietnameseText } from "./decimal";
import type { Decimal } from "./decimal";

export type NumberReading =
  /** `decimalText` is the exact decimal: no grouping, a dot as decimal sign, e.g. `-9504.2`. */
  | { readonly kind: "number"; readonly value: number; readonly decimalText: string }
  /** First the reading with a decimal comma, then the grouped one. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly number[] }
  | { readonly kind: "none" };

/** What a text of digits and signs may mean: no, one or two exact decimals. Used for money texts too. */
export type DecimalReadings = readonly Decimal[];

const NONE: NumberReading = { kind: "none" };
const SPACES = /[\s\u200b\u2060\ufeff]+/g;
const PLAIN = /^\d+$/;
const GROUPED_BY_SPACES = /^([1-9]\d{0,2}(?: \d{3})+)(?:([.,])(\d+))?$/;
const DIGITS_AND_SIGNS = /^[\d.,]+$/;
const GROUPED = { ".": /^[1-9]\d{0,2}(?:\.\d{3})+$/, ",": /^[1-9]\d{0,2}(?:,\d{3})+$/ } as const;
/** More digits than any amount or count has: such a text is a code, not a number. */
const MOST_DIGITS = 30;

/** Reads a whole text as one number; trailing letters, units and bad grouping (`1.25.000`) make it none. */
export function parseVietnameseNumber(text: string): NumberReading {
  const readings = readDecimals(text);
  if (readings.length === 0) return NONE;
  const texts = readings.map(decimalText);
  if (texts.length > 1) return { kind: "ambiguous", candidates: texts.map(Number) };
  return { kind: "number", value: Number(texts[0]), decimalText: texts[0]! };
}

/** The exact decimals that a text may mean; for use within this folder. */
export function readDecimals(text: string): DecimalReadings {
  const trimmed = text.replace(SPACES, " ").trim();
  if (trimmed.length === 0 || trimmed.length > 2 * MOST_DIGITS) return [];
  const bracketed = /^\( ?([\d., ]*\d) ?\)$/.exec(trimmed);
  if (bracketed) return unsigned(bracketed[1]!, true);
  const sign = /^([-−–+]) ?/.exec(trimmed);
  return unsigned(sign ? trimmed.slice(sign[0].length) : trimmed, sign !== null && sign[1] !== "+");
}

function unsigned(text: string, negative: boolean): DecimalReadings {
  if (text.length > MOST_DIGITS + MOST_DIGITS / 3) return [];
  if (PLAIN.test(text)) return [decimalOf(negative, text, "")];
  const spaced = GROUPED_BY_SPACES.exec(text);
  if (spaced) return groupedBySpaces(spaced, negative);
  if (!DIGITS_AND_SIGNS.test(text)) return [];
  const dot = text.lastIndexOf(".");
  const comma = text.lastIndexOf(",");
  if (dot >= 0 && comma >= 0) {
    return dot > comma ? bothSigns(text, dot, ",", negative) : bothSigns(text, comma, ".", negative);
  }
  return dot >= 0 ? oneSign(text, ".", negative) : oneSign(text, ",", negative);
}

/** `1 250 000,5`; after groups by spaces, a sign before exactly three digits may be one more group. */
function groupedBySpaces(match: RegExpExecArray, negative: boolean): DecimalReadings {
  const digits = match[1]!.replace(/ /g, "");
  const rest = match[3];
  if (rest === undefined) return [decimalOf(negative, digits, "")];
  const decimal = decimalOf(negative, digits, rest);
  return rest.length === 3 ? [decimal, decimalOf(negative, digits + rest, "")] : [decimal];
}

/** The last sign is the decimal sign; the other one must group well. */
function bothSigns(text: string, decimalAt: number, grouping: "." | ",", negative: boolean): DecimalReadings {
  const head = text.slice(0, decimalAt);
  const fraction = text.slice(decimalAt + 1);
  if (!GROUPED[grouping].test(head) || !PLAIN.test(fraction)) return [];
  return [decimalOf(negative, head.replaceAll(grouping, ""), fraction)];
}

function oneSign(text: string, sign: "." | ",", negative: boolean): DecimalReadings {
  const readings: Decimal[] = [];
  const [head = "", fraction = "", ...more] = text.split(sign);
  if (more.length === 0 && fraction !== "" && isDecimalHead(head, fraction)) {
    readings.push(decimalOf(negative, head, fraction));
  }
  if (GROUPED[sign].test(text)) readings.push(decimalOf(negative, text.replaceAll(sign, ""), ""));
  // The Vietnamese way: where a lone dot can group, it does.
  return sign === "." ? readings.slice(-1) : readings;
}

/** `,5` is a decimal; `01.250` is neither a decimal nor a group that anybody means. */
function isDecimalHead(head: string, fraction: string): boolean {
  return fraction.length !== 3 || head.length < 2 || head[0] !== "0";
}

export interface NumberFormat {
  /** At least so many decimals; default 0. */
  readonly minDecimals?: number;
  /** At most so many decimals, rounded half away from zero; default 6, the precision of the computed columns. */
  readonly maxDecimals?: number;
  /** Dots between thousands; default true. */
  readonly grouping?: boolean;
}

/** `9.504,2` for 9504.2. @throws RangeError for a number that is not finite. */
export function formatVietnameseNumber(value: number, format: NumberFormat = {}): string {
  const minDecimals = format.minDecimals ?? 0;
  const maxDecimals = Math.max(minDecimals, format.maxDecimals ?? 6);
  return vietnameseText(round(decimalOfNumber(value), maxDecimals), minDecimals, format.grouping ?? true);
}
