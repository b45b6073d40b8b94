/** Money: integers of đồng, the units that sheets are written in, and the way between them (contract, section 1). */
import { decimalOfNumber, round, shift, vietnameseText } from "./decimal";
import type { Decimal } from "./decimal";
import { fold } from "./text";

/** An amount of money: a safe integer of đồng. */
export type Dong = number;

/** The units that a workbook may be kept in. */
export type MoneyUnit = "đồng" | "nghìn đồng" | "triệu đồng";

/** Units that texts may name besides; no workbook is kept in tỷ đồng. */
export type WrittenUnit = MoneyUnit | "tỷ đồng";

export const UNIT_FACTOR: Readonly<Record<MoneyUnit, number>> = {
  đồng: 1,
  "nghìn đồng": 1_000,
  "triệu đồng": 1_000_000,
};

export const MONEY_UNITS: readonly MoneyUnit[] = ["đồng", "nghìn đồng", "triệu đồng"];

/** Powers of ten of the written units; for use within this folder. */
export const UNIT_PLACES: Readonly<Record<WrittenUnit, number>> = {
  đồng: 0,
  "nghìn đồng": 3,
  "triệu đồng": 6,
  "tỷ đồng": 9,
};

/**
 * The largest amount that one cell may hold: 10,000 tỷ đồng, more than any commune or province spends in a year. What
 * is above it is a code (a CCCD, an account) in the wrong column, and keeps out of the sums that it would make unsafe.
 */
export const LARGEST_AMOUNT: Dong = 10_000_000_000_000;

/** How far (in đồng) a cell may be from a whole đồng: the noise of sums that a spreadsheet program made. */
const SUB_DONG_TOLERANCE = 0.001;

/** Whether a cell's number can be an amount at all: finite and not above `LARGEST_AMOUNT`. Ask before `toDong`. */
export function fitsDong(value: number, unit: MoneyUnit): boolean {
  return Math.abs(value) <= LARGEST_AMOUNT / UNIT_FACTOR[unit];
}

/**
 * A cell's number in `unit` as đồng, rounded half away from zero. `exact` is false where the cell holds no whole number
 * of đồng (contract `number/sub-dong`). Goes by the number's decimal text: 9504.2 triệu is 9,504,200,000 đồng.
 * @throws RangeError for a result that is no safe integer; see `fitsDong`.
 */
export function toDong(value: number, unit: MoneyUnit): { dong: Dong; exact: boolean } {
  const whole = value * UNIT_FACTOR[unit];
  if (Number.isInteger(value) && Number.isSafeInteger(whole)) return { dong: whole + 0, exact: true };
  return dongOfDecimal(decimalOfNumber(value), unit);
}

/**
 * The same for an exact decimal; other files of this folder use it for texts.
 * @throws RangeError for a result that is no safe integer.
 */
export function dongOfDecimal(value: Decimal, unit: WrittenUnit): { dong: Dong; exact: boolean } {
  const exactDong = shift(value, UNIT_PLACES[unit]);
  const rounded = round(exactDong, 0);
  const magnitude = Number(rounded.integer);
  if (!Number.isSafeInteger(magnitude))
    throw new RangeError(`more than a safe integer of đồng: ${rounded.integer}`);
  const rest = Number(`0.${exactDong.fraction || "0"}`);
  return {
    dong: rounded.negative ? -magnitude : magnitude,
    exact: rest <= SUB_DONG_TOLERANCE || rest >= 1 - SUB_DONG_TOLERANCE,
  };
}

/** Đồng as a number in `unit`: the double nearest to the exact decimal, so 9,504,200,000 đồng are 9504.2 triệu. */
export function fromDong(dong: Dong, unit: MoneyUnit): number {
  // IEEE division of two integers that are exact rounds to the nearest double, which is what is wanted.
  return requireDong(dong) / UNIT_FACTOR[unit] + 0;
}

/** @throws RangeError where an addend or the running sum is no safe integer. */
export function sumDong(values: Iterable<Dong>): Dong {
  let sum = 0;
  for (const value of values) sum = requireDong(sum + requireDong(value));
  return sum + 0;
}

export interface MoneyFormat {
  /** Exactly so many decimals (rounded half away from zero); default: as many as the amount has. */
  readonly decimals?: number;
  /** Writes the unit behind the number. */
  readonly withUnit?: boolean;
}

/** Vietnamese text of an amount: 9,504,200,000 đồng in triệu are `9.504,2`. */
export function formatMoney(dong: Dong, unit: WrittenUnit, format: MoneyFormat = {}): string {
  const exact = shift(decimalOfNumber(requireDong(dong)), -UNIT_PLACES[unit]);
  const shown = format.decimals === undefined ? exact : round(exact, format.decimals);
  const text = vietnameseText(shown, format.decimals ?? 0, true);
  return format.withUnit ? `${text} ${unit}` : text;
}

function requireDong(value: number): Dong {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer of đồng: ${value}`);
  return value;
}

const CURRENCY = "(?:dong(?: viet nam)?|vnd|d)";
/** What a unit may be when it stands alone: after "ĐVT:", in brackets, or as the whole text. */
const ALONE: readonly (readonly [RegExp, WrittenUnit])[] = [
  [new RegExp(`^(?:t[yi]|1[., ]?000[., ]?000[., ]?000) ?${CURRENCY}?$`), "tỷ đồng"],
  [new RegExp(`^(?:trieu|tr|1[., ]?000[., ]?000)[. ]? ?${CURRENCY}?$`), "triệu đồng"],
  [new RegExp(`^(?:(?:nghin|ngan) ?${CURRENCY}?|(?:ng|1[., ]?000)[. ]? ?${CURRENCY})$`), "nghìn đồng"],
  [new RegExp(`^${CURRENCY}$`), "đồng"],
];
/** What names a unit even in the midst of a longer text; a lone "đồng" does not ("hợp đồng", "cộng đồng"). */
const WITHIN: readonly (readonly [RegExp, WrittenUnit])[] = [
  [/(?:^|[^a-z0-9])t[yi] (?:dong|vnd)(?! bao)(?![a-z0-9])/, "tỷ đồng"],
  [
    /(?:^|[^a-z0-9.,])(?:trieu (?:dong|vnd)|trd|tr\. ?d(?:ong)?|1[., ]000[., ]000 ?(?:dong|vnd|d))(?! bao)(?![a-z0-9])/,
    "triệu đồng",
  ],
  [
    /(?:^|[^a-z0-9.,])(?:(?:nghin|ngan) (?:dong|vnd)|1[.,]?000 ?(?:dong|vnd|d))(?! bao)(?![a-z0-9])/,
    "nghìn đồng",
  ],
  [/(?:^|[^a-z0-9])vnd(?![a-z0-9])|[,:;–-] ?dong(?: viet nam)?$/, "đồng"],
];
const LABELLED = /(?:don vi(?: tinh)?|dvt|dv tinh|dv) ?[:.-]? ?([^:;()[\]]+)/;
const BRACKETED = /[([]([^()[\]]+)[)\]]/g;
const PER_SOMETHING = /(?:\/| tren 1 ).*$/;
const LABEL_WORDS = /^(?:don vi(?: tinh)?|dvt|dv tinh|dv|tinh bang|tinh theo) ?[:.-]? ?/;

/** The unit that a header, a title or a cell names ("ĐVT: nghìn đồng", "Số tiền (trđ)", "1.000đ"); null for none. */
export function parseMoneyUnit(text: string): WrittenUnit | null {
  const folded = fold(text).replace(/₫/g, "d");
  const whole = unitAlone(folded);
  if (whole) return whole;
  const labelled = LABELLED.exec(folded);
  const fromLabel = labelled ? unitAlone(labelled[1]!) : null;
  if (fromLabel) return fromLabel;
  for (const bracketed of folded.matchAll(BRACKETED)) {
    const unit = unitAlone(bracketed[1]!);
    if (unit) return unit;
  }
  return WITHIN.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

function unitAlone(folded: string): WrittenUnit | null {
  const bare = folded
    .replace(LABEL_WORDS, "")
    .replace(PER_SOMETHING, "")
    .replace(/^[\s(["']+|[\s)\]"'.;,:]+$/g, "");
  return ALONE.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}
