/**
 * Amounts in words, both ways. Written as vouchers have it: "linh" for an empty tens place (105 is "một trăm linh
 * năm"), "nghìn", "tỷ", "tư" and "mốt" after "mươi". Reading takes the other customs too (lẻ, ngàn, tỉ, bẩy, nhăm).
 */
import { doReadNumber, ReadingConfig } from "read-vietnamese-number";
import type { Dong } from "./money";
import { normalise } from "./text";

const writing = new ReadingConfig();
writing.unit = ["đồng"];
writing.units = [[], ["nghìn"], ["triệu"], ["tỷ"]];
writing.oddText = "linh";

/** `Bảy trăm hai mươi triệu đồng`. @throws RangeError for what is no safe integer. */
export function amountInWords(dong: Dong): string {
  if (!Number.isSafeInteger(dong)) throw new RangeError(`not a safe integer of đồng: ${dong}`);
  const words = doReadNumber(String(dong), writing);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const DIGIT: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
/** The units digit as it is said after "mươi", after "mười" and after "linh". */
const AFTER_TENS: Readonly<Record<string, number>> = { ...DIGIT, mốt: 1, tư: 4, lăm: 5, nhăm: 5 };
const AFTER_TEN: Readonly<Record<string, number>> = { ...DIGIT, lăm: 5, nhăm: 5 };
const AFTER_LINH: Readonly<Record<string, number>> = { ...DIGIT, tư: 4 };
const SCALE: Readonly<Record<string, number>> = { tỷ: 1e9, tỉ: 1e9, triệu: 1e6, nghìn: 1e3, ngàn: 1e3 };
const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(AFTER_TENS),
  ...Object.keys(SCALE),
  "mười",
  "mươi",
  "trăm",
  "linh",
  "lẻ",
  "rưỡi",
]);

const PREFIX = /^\(? ?(?:(?:số tiền )?(?:viết )?bằng chữ ?:? ?)?/;
const SUFFIX = /(?: ?(?:đồng(?: việt nam)?|vnđ|chẵn))*[ ./)]*$/;

/** Reads a whole text as an amount in words ("Bằng chữ: Bảy trăm hai mươi triệu đồng chẵn./."); null for anything else. */
export function parseAmountInWords(text: string): Dong | null {
  const lower = normalise(text)
    .toLowerCase()
    .replace(/[,;"“”]/g, " ")
    .replace(/ +/g, " ")
    .trim();
  const words = lower.replace(PREFIX, "").replace(SUFFIX, "").split(" ");
  const negative = words[0] === "âm" || words[0] === "trừ";
  if (negative) words.shift();
  const value = readWords(words);
  if (value === null || !Number.isSafeInteger(value)) return null;
  return negative && value !== 0 ? -value : value;
}

/** The first run of number words in a text that ends in "đồng" (or is the whole text), as written; null for none. */
export function findAmountWords(text: string): string | null {
  const words = normalise(text).split(" ");
  for (let start = 0; start < words.length; start++) {
    let end = start;
    while (end < words.length && isNumberWord(words[end]!)) end++;
    if (end === start) continue;
    const unit = bareWord(words[end] ?? "");
    const people = bareWord(words[end + 1] ?? "") === "bào";
    const last = words[end - 1]!;
    if ((unit === "đồng" && !people && !/[.;:]$/.test(last)) || (start === 0 && end === words.length)) {
      const run = words
        .slice(start, unit === "đồng" ? end + 1 : end)
        .join(" ")
        .replace(/^[("“]+|[.,;:)"”/]+$/g, "");
      if (parseAmountInWords(run) !== null) return run;
    }
    start = end;
  }
  return null;
}

function bareWord(word: string): string {
  return word.toLowerCase().replace(/^[("“]+|[.,;:)"”/]+$/g, "");
}

function isNumberWord(word: string): boolean {
  const bare = bareWord(word);
  return NUMBER_WORDS.has(bare) || bare === "âm" || bare === "trừ";
}

function readWords(words: readonly string[]): number | null {
  if (words.length === 1 && words[0] === "không") return 0;
  const billions = Math.max(words.lastIndexOf("tỷ"), words.lastIndexOf("tỉ"));
  if (billions < 0) return belowBillion(words, true);
  const head = readWords(words.slice(0, billions));
  if (head === null || head === 0) return null;
  const tail = words.slice(billions + 1);
  if (tail.length === 0) return head * 1e9;
  if (tail.length === 1 && tail[0] === "rưỡi") return head * 1e9 + 5e8;
  const rest = belowBillion(tail, false);
  return rest === null ? null : head * 1e9 + rest;
}

/** Groups of three digits with falling scales; `leading` where nothing stands before them. */
function belowBillion(words: readonly string[], leading: boolean): number | null {
  let total = 0;
  let lastScale = 1e9;
  let first = leading;
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const scale = SCALE[words[at]!];
    if (scale === undefined) continue;
    const group = threeDigits(words.slice(from, at), first, true);
    if (group === null || scale >= lastScale) return null;
    total += group * scale;
    lastScale = scale;
    first = false;
    from = at + 1;
  }
  const tail = words.slice(from);
  if (tail.length === 0) return from > 0 ? total : null;
  if (tail.length === 1 && tail[0] === "rưỡi" && from > 0) return total + lastScale / 2;
  const group = threeDigits(tail, first, false);
  return group === null ? null : total + group;
}

/**
 * 1–999, or 0–999 ("không trăm linh năm") behind a greater group. Behind a greater group a lone digit without a scale
 * of its own is refused: "một triệu hai" is said for 1,200,000 and would be read as 1,000,002.
 */
function threeDigits(words: readonly string[], leading: boolean, scaled: boolean): number | null {
  if (words[1] !== "trăm") {
    if (words[0] === "linh" || words[0] === "lẻ") return leading ? null : afterLinh(words.slice(1));
    return words.length === 1 && !leading && !scaled ? null : twoDigits(words);
  }
  const hundreds = DIGIT[words[0]!];
  if (hundreds === undefined || (hundreds === 0 && leading)) return null;
  const rest = words.slice(2);
  if (rest.length === 0) return hundreds * 100;
  if (rest.length === 1)
    return rest[0] === "rưỡi" ? hundreds * 100 + 50 : rest[0] === "mười" ? hundreds * 100 + 10 : null;
  const two = rest[0] === "linh" || rest[0] === "lẻ" ? afterLinh(rest.slice(1)) : twoDigits(rest);
  return two === null ? null : hundreds * 100 + two;
}

function afterLinh(words: readonly string[]): number | null {
  const digit = words.length === 1 ? AFTER_LINH[words[0]!] : undefined;
  return digit || null;
}

/** 1–99. */
function twoDigits(words: readonly string[]): number | null {
  const [first = "", second, third] = words;
  if (words.length === 1) return first === "mười" ? 10 : DIGIT[first] || null;
  if (first === "mười" && words.length === 2) {
    const unit = AFTER_TEN[second!];
    return unit ? 10 + unit : null;
  }
  const tens = DIGIT[first];
  if (second !== "mươi" || tens === undefined || tens < 2 || words.length > 3) return null;
  if (third === undefined) return tens * 10;
  const unit = AFTER_TENS[third];
  return unit ? tens * 10 + unit : null;
}
