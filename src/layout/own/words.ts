/** Words of headers for comparing: without diacritics, abbreviations written out, several ways of saying a thing made one. */
import { editDistance, fold } from "../../domain";

const wholeWords: ReadonlyMap<string, string> = new Map([
  ["tw", "nstw"],
  ["dp", "nsdp"],
  ["cmnd", "cccd"],
  ["cmt", "cccd"],
  ["cmtnd", "cccd"],
  ["cc", "cccd"],
  ["ddcn", "cccd"],
  ["stt", "tt"],
  ["sx", "san xuat"],
  ["kp", "kinh phi"],
  ["qd", "quyet dinh"],
  ["tmdt", "tong muc dau tu"],
  ["khv", "ke hoach von"],
  ["kh", "ke hoach"],
  ["da", "du an"],
  ["tda", "tieu du an"],
  ["ns", "ngan sach"],
  ["nd", "noi dung"],
  ["ht", "ho tro"],
  ["lk", "luy ke"],
  ["gn", "giai ngan"],
  ["stk", "so tai khoan"],
  ["tk", "tai khoan"],
  ["hd", "hop dong"],
  ["kl", "khoi luong"],
  ["klht", "khoi luong hoan thanh"],
  ["dc", "dia chi"],
  ["dttb", "dau tu"],
  ["dtpt", "dau tu"],
  ["sn", "su nghiep"],
  ["cdn", "chuyen doi nghe"],
  ["nshpt", "nuoc phan tan"],
  ["nsh", "nuoc sinh hoat"],
  ["cdt", "chu dau tu"],
  ["kbnn", "kho bac"],
  ["nhcsxh", "chinh sach xa hoi"],
  ["csxh", "chinh sach xa hoi"],
  ["mlns", "muc luc ngan sach"],
  ["hn", "ho ngheo"],
  ["hcn", "can ngheo"],
  ["gt", "gioi tinh"],
  ["dt", "dan toc"],
  ["hvt", "ho va ten"],
  ["qt", "quyet toan"],
  ["nt", "nghiem thu"],
  ["ubnd", ""],
  ["dvt", "don vi tinh"],
]);

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:so )?(?:the )?can cuoc(?: cong dan)?\b/g, "cccd"],
  [/\b(?:so )?dinh danh(?: ca nhan)?\b/g, "cccd"],
  [/\b(?:so )?(?:giay )?chung minh(?: nhan dan| thu)?\b/g, "cccd"],
  [/\b(?:nguon )?(?:von )?(?:ngan sach )?(?:nha nuoc )?trung uong\b/g, "nstw"],
  [/\b(?:nguon )?(?:von )?(?:ngan sach )?dia phuong(?: doi ung)?\b/g, "nsdp"],
  [/\b(?:nguon )?(?:von )?(?:ngan sach )?doi ung(?: nsdp| dia phuong)?\b/g, "nsdp"],
  [/\b(?:nguon |von |ngan sach )+(nstw|nsdp)\b/g, "$1"],
  [/\bdau tu phat trien\b/g, "dau tu"],
  [/\bho va ten\b/g, "ho ten"],
  [/\bngay thang nam\b/g, "ngay"],
  [/\bngay thang\b/g, "ngay"],
  [/\bthon (?:xom|ban|to)\b/g, "xom"],
  [/\b(?:thon|ban|ap|buon|khu dan cu|to dan pho)\b/g, "xom"],
  [/\bxom(?: xom)+\b/g, "xom"],
  [/\bhach toan\b/g, "muc luc ngan sach"],
  [/\bso thu tu\b/g, "tt"],
];

/** Says nothing about what a column holds. */
const fillers = new Set(
  "cua cac cho theo ve va voi duoc de nghi ghi neu co trong do tai thuc te dong trieu nghin ngan trd vnd d la hoac khi xin".split(
    " ",
  ),
);

const texts = new Map<string, string>();
const MOST_TEXTS = 5000;

/** `Số CMND/CCCD (12 số)` → `so cccd`; brackets and what they hold are left out. */
export function headerText(text: string): string {
  let plain = texts.get(text);
  if (plain === undefined) {
    plain = plainText(text);
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(text, plain);
  }
  return plain;
}

function plainText(text: string): string {
  const folded = fold(text);
  const bare = folded.replace(/\([^)]*\)?|\[[^\]]*\]?/g, " ");
  let words = wordsOf(bare.trim() === "" ? folded : bare).join(" ");
  for (const [pattern, plain] of phrases) words = words.replace(pattern, plain);
  return [...new Set(words.split(" "))].filter((word) => word !== "").join(" ");
}

function wordsOf(folded: string): string[] {
  return folded
    .split(/[^a-z0-9%]+/)
    .flatMap((word) => (wholeWords.get(word) ?? word).split(" "))
    .filter((word) => word !== "");
}

const parted = new Map<string, readonly string[]>();
function words(text: string): readonly string[] {
  let list = parted.get(text);
  if (!list) {
    list = text.split(" ").filter((word) => word !== "");
    if (parted.size < 5000) parted.set(text, list);
  }
  return list;
}

/** A word with one slip (not at its head) is still the word; short ones and numbers have no room for slips. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || b.length < 4 || a[0] !== b[0] || /\d/.test(a)) return false;
  return editDistance(a, b, 1) <= 1;
}

/** Less than all of a phrase is another thing: weighed down this much. */
const PARTLY = 2.5;

/**
 * How well a header (as `headerText` gives it) says a phrase, 0 to 1. All words of the phrase must nearly be there;
 * words beside them weigh the score down; a phrase that begins with `=` allows none.
 */
export function saysPhrase(header: string, phrase: string): number {
  const exact = phrase.startsWith("=");
  const wanted = words(exact ? phrase.slice(1) : phrase);
  const given = words(header);
  if (given.length === 0 || wanted.length === 0) return 0;
  if (exact && given.length !== wanted.length) return 0;
  let found = 0;
  let slips = 0;
  for (const word of wanted) {
    if (given.includes(word)) found += 1;
    else if (given.some((other) => sameWord(word, other))) {
      found += 1;
      slips += 1;
    }
  }
  if (found === 0) return 0;
  const content = given.filter((word) => !fillers.has(word) && !/^\d+$/.test(word)).length;
  const beside = Math.max(content - found, 0);
  const recall = found / wanted.length;
  if (exact && recall < 1) return 0;
  const precision = found / (found + beside);
  return recall ** PARTLY * (0.5 + 0.5 * precision) * (1 - 0.04 * slips);
}
