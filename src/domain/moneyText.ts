/** Amounts of money inside running text: "9.504,2 triệu đồng", "1 tỷ 250 triệu đồng", "500.000đ". */
import { decimalText } from "./decimal";
import type { Decimal } from "./decimal";
import { UNIT_PLACES, dongOfDecimal } from "./money";
import type { Dong, MoneyUnit, WrittenUnit } from "./money";
import { readDecimals } from "./numbers";
import { findAmountWords } from "./amountInWords";
import { fold, normalise } from "./text";

export type MoneyReading =
  /** `exact` is false where the text names a part of a đồng; `unitText` is the unit as written ("triệu đồng", "trđ"). */
  | { readonly kind: "amount"; readonly dong: Dong; readonly exact: boolean; readonly unitText: string }
  | { readonly kind: "noUnit"; readonly value: number }
  /** An amount in words only; `parseAmountInWords` reads it. */
  | { readonly kind: "words"; readonly text: string }
  /** More than one reading is well formed ("1,250 triệu đồng", "10 - 15 triệu đồng"). */
  | { readonly kind: "ambiguous"; readonly candidates: readonly Dong[] }
  | { readonly kind: "none" };

/** An amount with its unit, and where it stands in the normalised text. */
export interface FoundAmount {
  readonly start: number;
  readonly end: number;
  readonly reading: Extract<MoneyReading, { kind: "amount" | "ambiguous" }>;
}

const NUMBER = String.raw`\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*`;
const CURRENCY = "đồng|dong|vnđ|vnd|đ|₫";
const SCALE = String.raw`t[ỷỉyi]|triệu|trieu|nghìn|nghin|ngàn|ngan|tr\.?`;
const END = String.raw`(?![\p{L}\p{N}])`;
/** "5 triệu đồng bào" and "2 nghìn hộ" count people and things, not money. */
const COUNTED =
  "(?:đồng )?bào|dân|người|lượt|hộ|khẩu|lao động|trẻ|học sinh|con|cây|ha|hecta|tấn|kg|m2|m3|m²|m³|bản|tờ|cuốn|suất|usd|đô la";
const UNIT = `(?:(?:${SCALE}) ?)?(?:${CURRENCY})${END}(?! bào)|(?:${SCALE})d?${END}(?! (?:${COUNTED})${END})`;
/** One number with its unit; "rưỡi" behind a unit adds half of it. */
const PART = `(${NUMBER}) ?(${UNIT})( rưỡi(?: đồng)?)?`;
const FIRST_PART = new RegExp(PART, "giu");
const NEXT_PART = new RegExp(`( ?, ?| và | ?)${PART}`, "iuy");
const BARE_NUMBER = new RegExp(`(${NUMBER})(?=$|[.;,)]+(?: |$)| ?[(])`, "gu");
const SAYS_CURRENCY = new RegExp(`(?:${CURRENCY}|[^t]d)$`, "iu");
/** A minus sign that touches the number; "- 94" is an item of a list. */
const MINUS = /(?:^|[\s:(=])[-−]$/;
const RANGE_START = /(?:^|[\s:(])(\d+(?:[.,]\d+)*) ?(?:-|–|đến) ?$/u;
/** What stands before a number that belongs to something else: a word, a longer number, a date. */
const GLUED = /[\p{L}\d.,]$/u;
const GLUED_BARE = /[\p{L}\d.,/–-]$/u;
const NOT_AMOUNT_BEFORE = /(?:số|ngày|tháng|năm|điều|khoản|điểm|quý|tuần|lần|nội dung|dự án|tiểu dự án) $/iu;

/**
 * The first amount of a text. A number without any unit counts in `defaultUnit` if that is given; a number behind
 * "số", "ngày", "tháng", "năm", "điều" … is no amount.
 */
export function parseMoneyText(text: string, defaultUnit?: MoneyUnit): MoneyReading {
  const clean = normalise(text);
  const first = amountsIn(clean).next();
  if (!first.done) return first.value.reading;
  const inWords = findAmountWords(clean);
  if (inWords !== null) return { kind: "words", text: inWords };
  return bareAmount(clean, defaultUnit);
}

/** Every amount with a unit, in the order of the text. Positions are those in `normalise(text)`. */
export function findAmounts(text: string): FoundAmount[] {
  return [...amountsIn(normalise(text))];
}

interface Part {
  readonly readings: readonly Decimal[];
  readonly unit: WrittenUnit;
  readonly unitText: string;
  readonly half: boolean;
  /** Parted from the one before by a comma or "và": more of the same amount, or another amount. */
  readonly doubtful: boolean;
}

function* amountsIn(clean: string): Generator<FoundAmount> {
  let from = 0;
  for (let match = matchFrom(FIRST_PART, clean, from); match; match = matchFrom(FIRST_PART, clean, from)) {
    const before = justBefore(clean, match.index);
    from = match.index + match[0].length;
    if (GLUED.test(before)) continue;
    const parts = [partOf(match[1]!, match[2]!, match[3])];
    for (let next = nextPart(clean, from, parts); next; next = nextPart(clean, from, parts)) {
      parts.push(next.part);
      from = next.end;
    }
    const negative = MINUS.test(before);
    const reading = readParts(parts, negative, rangeStart(before, parts[0]!));
    if (reading) yield { start: match.index - (negative ? 1 : 0), end: from, reading };
  }
}

/** Enough of what stands before a number to judge it by. */
function justBefore(clean: string, index: number): string {
  return clean.slice(Math.max(0, index - 40), index);
}

/** A shared pattern keeps its place between calls, so the place is always given. */
function matchFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** "9 tỷ 504 triệu 200 nghìn đồng": a further part has a smaller unit, and the one before did not say "đồng" yet. */
function nextPart(clean: string, from: number, parts: readonly Part[]): { part: Part; end: number } | null {
  const last = parts[parts.length - 1]!;
  if (last.half || SAYS_CURRENCY.test(last.unitText)) return null;
  const match = matchFrom(NEXT_PART, clean, from);
  if (!match) return null;
  const part = partOf(match[2]!, match[3]!, match[4], match[1]!.trim() !== "");
  const smaller = UNIT_PLACES[part.unit] < UNIT_PLACES[last.unit];
  return smaller ? { part, end: from + match[0].length } : null;
}

function partOf(number: string, unitText: string, half: string | undefined, doubtful = false): Part {
  return {
    readings: readDecimals(number),
    unit: unitOf(unitText),
    unitText,
    half: half !== undefined,
    doubtful,
  };
}

function unitOf(unitText: string): WrittenUnit {
  const folded = fold(unitText);
  if (folded.startsWith("tr")) return "triệu đồng";
  if (folded.startsWith("t")) return "tỷ đồng";
  return folded.startsWith("n") ? "nghìn đồng" : "đồng";
}

/** The first number of "10 - 15 triệu", null where the amount is no range. */
function rangeStart(before: string, part: Part): Dong | null {
  const match = RANGE_START.exec(before);
  const reading = match && readDecimals(match[1]!)[0];
  return reading ? (safeDong(reading, part.unit)?.dong ?? null) : null;
}

function readParts(
  parts: readonly Part[],
  negative: boolean,
  rangeFrom: Dong | null,
): FoundAmount["reading"] | null {
  const doubtfulAt = parts.findIndex((part) => part.doubtful);
  const sums = [...(doubtfulAt > 0 ? sumsOf(parts.slice(0, doubtfulAt)) : []), ...sumsOf(parts)];
  const first = sums[0];
  if (first === undefined) return null;
  const sign = negative ? -1 : 1;
  if (sums.length > 1 || rangeFrom !== null) {
    const candidates = sums.map((sum) => sign * sum.dong);
    return { kind: "ambiguous", candidates: rangeFrom === null ? candidates : [rangeFrom, ...candidates] };
  }
  const unitText = parts[parts.length - 1]!.unitText;
  return { kind: "amount", dong: sign * first.dong + 0, exact: first.exact, unitText };
}

/** Every sum that the readings of the parts allow: one where each number has one reading. */
function sumsOf(parts: readonly Part[]): { dong: Dong; exact: boolean }[] {
  let sums = [{ dong: 0, exact: true }];
  for (const { readings, unit, half } of parts) {
    const amounts = readings.flatMap((reading) => safeDong(reading, unit) ?? []);
    const more = half ? UNIT_HALF[unit] : 0;
    sums = sums.flatMap((sum) =>
      amounts.map(({ dong, exact }) => ({ dong: sum.dong + dong + more, exact: sum.exact && exact })),
    );
  }
  return sums;
}

/** Half a đồng is nobody's amount. */
const UNIT_HALF: Readonly<Record<WrittenUnit, Dong>> = {
  "tỷ đồng": 500_000_000,
  "triệu đồng": 500_000,
  "nghìn đồng": 500,
  đồng: 0,
};

/** null for numbers of more digits than any amount has. */
function safeDong(value: Decimal, unit: WrittenUnit): { dong: Dong; exact: boolean } | null {
  return value.integer.length + UNIT_PLACES[unit] > 15 ? null : dongOfDecimal(value, unit);
}

function bareAmount(clean: string, defaultUnit: MoneyUnit | undefined): MoneyReading {
  const whole = readDecimals(clean);
  if (whole.length > 0) return bareReading(whole, defaultUnit);
  for (const match of clean.matchAll(BARE_NUMBER)) {
    const before = justBefore(clean, match.index);
    const negative = MINUS.test(before);
    if ((!negative && GLUED_BARE.test(before)) || NOT_AMOUNT_BEFORE.test(before)) continue;
    const readings = readDecimals((negative ? "-" : "") + match[1]!);
    if (readings.length > 0) return bareReading(readings, defaultUnit);
  }
  return { kind: "none" };
}

function bareReading(readings: readonly Decimal[], defaultUnit: MoneyUnit | undefined): MoneyReading {
  const unit = defaultUnit ?? "đồng";
  const amounts = readings.flatMap((reading) => safeDong(reading, unit) ?? []);
  if (amounts.length !== readings.length) return { kind: "none" };
  if (amounts.length > 1) return { kind: "ambiguous", candidates: amounts.map((amount) => amount.dong) };
  if (defaultUnit !== undefined) return { kind: "amount", ...amounts[0]!, unitText: "" };
  return { kind: "noUnit", value: Number(decimalText(readings[0]!)) };
}
