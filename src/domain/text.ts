/** Text of cells and documents: one spelling for comparing, what is wrong with the raw text, and the order of names. */

const COMBINING_MARKS = /[\u0300-\u036f]/g;
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SPACES = /\s+/g;
const PLAIN_ASCII = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** NFC, every kind of space (line breaks too) as one plain space, none at the ends, no zero-width characters. */
export function normalise(text: string): string {
  if (PLAIN_ASCII.test(text)) return text;
  return text.normalize("NFC").replace(ZERO_WIDTH, "").replace(SPACES, " ").trim();
}

/** For comparing: normalised, lower case, without diacritics; đ (and ð, which old fonts show alike) is d. */
export function fold(text: string): string {
  const lower = normalise(text).toLowerCase();
  if (PLAIN_ASCII.test(lower)) return lower;
  return lower.normalize("NFD").replace(COMBINING_MARKS, "").replace(/[đð]/g, "d");
}

const OLD_TONE_PLACE = /(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;
const TONED = "àáảãạèéẻẽẹỳýỷỹỵ";
const BARE = "aaaaaeeeeeyyyyy";
const O_TONED = "òóỏõọòóỏõọ";
const U_TONED = "ùúủũụ";

/**
 * For comparing with diacritics: normalised and lower case; both places of a tone mark are one (hoà = hòa, thuỷ = thủy),
 * and ð is đ. A key, not for showing.
 */
export function foldKeepingMarks(text: string): string {
  const lower = normalise(text).toLowerCase().replace(/ð/g, "đ");
  return lower.replace(OLD_TONE_PLACE, (pair, _all, at: number) => {
    if (at > 0 && lower[at - 1] === "q") return pair;
    const toned = TONED.indexOf(pair[1]!);
    const first = pair[0] === "o" ? O_TONED[toned]! : U_TONED[toned - 10]!;
    return first + BARE[toned]!;
  });
}

export function isNfc(text: string): boolean {
  return text === text.normalize("NFC");
}

/** The invisible characters of `ZERO_WIDTH` count as stray too. */
const STRAY_SPACE =
  /^\s|\s$|[^\S\r\n]{2}|[\t\v\f\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/** Spaces at the ends, double, no-break, special or invisible ones; a line break within a cell is none. */
export function hasStraySpaces(text: string): boolean {
  return STRAY_SPACE.test(text);
}

/** The text as `hasStraySpaces` wants it; line breaks within it stay. */
export function withoutStraySpaces(text: string): string {
  return text
    .replace(ZERO_WIDTH, "")
    .replace(/[^\S\r\n\u2028\u2029]+/g, " ")
    .replace(/[\u2028\u2029]/g, "\n")
    .trim();
}

/**
 * What staff write for "nothing here yet". Not among them: `x`, the mark of yes columns, and "Chưa xác định" and
 * "Chưa chi tiết", which are values of our lists.
 */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "chưa",
  "chưa có",
  "chưa cấp",
  "chưa làm",
  "chưa rõ",
  "chưa biết",
  "chưa cập nhật",
  "đang làm",
  "đang cập nhật",
  "cập nhật sau",
  "bổ sung sau",
  "chờ cấp",
  "không",
  "không có",
  "không rõ",
  "n/a",
  "null",
]);
/** Typed without marks; "chua" alone may be a xóm called Chùa. */
const PLACEHOLDERS_BARE: ReadonlySet<string> = new Set(
  [...PLACEHOLDERS].map(fold).filter((text) => text !== "chua"),
);
const LONGEST_PLACEHOLDER = 20;
const NO_LETTER_OR_DIGIT = /^[^\p{L}\p{N}]+$/u;
const CROSSES = /^x(?: ?x){2,}$/;

/** Text that stands for a missing value ("chưa có", "-", "…", "xxx") and so is never equal to another's. Empty is not. */
export function isPlaceholder(text: string): boolean {
  const clean = normalise(text);
  if (NO_LETTER_OR_DIGIT.test(clean)) return true;
  if (clean.length > LONGEST_PLACEHOLDER) return false;
  const lower = clean.toLowerCase().replace(/[ .…]+$/, "");
  return PLACEHOLDERS.has(lower) || PLACEHOLDERS_BARE.has(lower) || CROSSES.test(lower);
}

const collator = new Intl.Collator("vi", { numeric: true });

/** The Vietnamese alphabet (a ă â b c d đ …, tones after letters); numbers within by their size: Xóm 2, Xóm 10. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Vietnamese full names in the order of lists: by given name (the last word), then family name, then the rest. */
export function compareByGivenName(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
}

function givenName(fullName: string): string {
  const trimmed = fullName.trimEnd();
  return trimmed.slice(trimmed.search(LAST_WORD));
}

const LAST_WORD = /\S+$/;
