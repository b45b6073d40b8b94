/** How figures, dates and quoted cells are written into sentences. */
import {
  formatMoney,
  formatVietnameseDate,
  formatVietnameseNumber,
  parseIsoDate,
  type MoneyUnit,
} from "../domain";
import type { Locale } from "./locale";

export interface Say {
  /** `9.504,2 triệu đồng`: an amount of đồng in the unit of its sheet. */
  readonly money: (dong: number) => string;
  /** A number as it stands in a cell. */
  readonly number: (value: number) => string;
  /** The unit of the sheet's amounts. */
  readonly unit: string;
  /** 0.1502 → `15,02%`. */
  readonly percent: (fraction: number) => string;
  /** ISO text, perhaps only a year or a month → `08/08/2025`. */
  readonly date: (iso: string) => string;
  /** A cell's text in quotes: short, on one line, without the sign that parts marks. */
  readonly quote: (text: string) => string;
  /** A text of people's own (a law's name, a unit) within a sentence. */
  readonly plain: (text: string) => string;
}

const LONGEST_QUOTE = 40;
const LONGEST_PLAIN = 70;

export function sayIn(locale: Locale, unit: MoneyUnit): Say {
  const unitName = locale === "vi" ? unit : englishUnits[unit];
  return {
    money: (dong) =>
      Number.isSafeInteger(dong) ? `${formatMoney(dong, unit)} ${unitName}` : roughly(dong, locale),
    number: (value) => formatVietnameseNumber(value, { maxDecimals: 12 }),
    unit: unitName,
    percent: (fraction) => `${formatVietnameseNumber(fraction * 100, { maxDecimals: 2 })}%`,
    date: dateText,
    quote: (text) => `“${shortened(text, LONGEST_QUOTE)}”`,
    plain: (text) => shortened(text, LONGEST_PLAIN),
  };
}

/** Sums of cells that hold codes instead of amounts can be beyond exact integers; then no figure is exact. */
function roughly(dong: number, locale: Locale): string {
  const billions = formatVietnameseNumber(Math.round(dong / 1e9));
  return locale === "vi" ? `khoảng ${billions} tỷ đồng` : `about ${billions} billion VND`;
}

const englishUnits: Readonly<Record<MoneyUnit, string>> = {
  đồng: "VND",
  "nghìn đồng": "thousand VND",
  "triệu đồng": "million VND",
};

function dateText(iso: string): string {
  const date = parseIsoDate(iso);
  if (date) return formatVietnameseDate(date);
  const [year, month] = iso.split("-");
  return month === undefined ? iso : `${month}/${year}`;
}

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").replace(/;/g, ",").trim();
  const letters = Array.from(line);
  return letters.length <= length
    ? line
    : `${letters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
