/**
 * Text typed with the fonts of before Unicode. TCVN3 (.Vn* fonts) keeps a Vietnamese letter as one byte, VNI (VNI-*
 * fonts) as a vowel and a byte for its mark; read as Latin-1 both look like "NguyÔn" and "Nguyeãn". Such text is only
 * recognised, and a reading proposed: TCVN3's "ư" is a soft hyphen that copying drops, so nothing is sure.
 */

const TCVN3_BYTES = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
const TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

const tcvn3 = new Map([...TCVN3_BYTES].map((byte, index) => [byte, [...TCVN3_LETTERS][index]!]));

/** VNI marks on a plain vowel: combining characters, breve and circumflex before the tone. */
const VNI_MARKS: readonly (readonly [string, string])[] = [
  ["ø", "\u0300"],
  ["ù", "\u0301"],
  ["û", "\u0309"],
  ["õ", "\u0303"],
  ["ï", "\u0323"],
  ["ê", "\u0306"],
  ["è", "\u0306\u0300"],
  ["é", "\u0306\u0301"],
  ["ú", "\u0306\u0309"],
  ["ü", "\u0306\u0303"],
  ["ë", "\u0306\u0323"],
  ["â", "\u0302"],
  ["à", "\u0302\u0300"],
  ["á", "\u0302\u0301"],
  ["å", "\u0302\u0309"],
  ["ã", "\u0302\u0303"],
  ["ä", "\u0302\u0323"],
];
const VNI_SINGLE: readonly (readonly [string, string])[] = [
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["ò", "ị"],
  ["î", "ỵ"],
  ["ñ", "đ"],
  ["ô", "ơ"],
  ["ö", "ư"],
];
const bothCases = (pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] => [
  ...pairs,
  ...pairs.map(([from, to]) => [from.toUpperCase(), to.toUpperCase()] as const),
];
const vniMarks = new Map(bothCases(VNI_MARKS));
const vniSingle = new Map(bothCases(VNI_SINGLE));

const VOWEL = /^[aeouyôöAEOUYÔÖ]$/;

function fromTcvn3(text: string): string {
  return Array.from(text, (letter) => tcvn3.get(letter) ?? letter).join("");
}

function fromVni(text: string): string {
  let result = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    const mark = at > 0 && VOWEL.test(text[at - 1]!) ? vniMarks.get(letter) : undefined;
    result += mark ?? vniSingle.get(letter) ?? letter;
  }
  return result.normalize("NFC");
}

const WORDS = /[\p{L}\u00a1-\u00ff]+/gu;
const NUCLEUS =
  "ieu|yeu|oai|oao|oay|oeo|uoi|uou|uay|uya|uye|uyu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy]";
const SYLLABLE = new RegExp(
  `^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:${NUCLEUS})(?:ng|nh|ch|[cmnpt])?$`,
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const OTHER_MARKS = /[\u0302\u0306\u031b]/g;

function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().replace(/đ/g, "d").normalize("NFD");
  if ((parts.match(TONES)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(parts.replace(TONES, "").replace(OTHER_MARKS, ""));
}

/** The text in Unicode, where it can only be the reading of an old font; null for any other text. */
export function legacyReading(text: string): string | null {
  const words = text.match(WORDS) ?? [];
  const odd = words.filter((word) => /[\u00a1-\u00ff]/.test(word) && /[a-z]/i.test(word) && isOddWord(word));
  if (odd.length === 0) return null;
  const convert = [fromTcvn3, fromVni].find((reading) => odd.every((word) => isSyllable(reading(word))));
  return convert ? convert(text) : null;
}

/** A capital inside a word, or a vowel before a marked one that Vietnamese never writes so. */
const ODD_PAIR = /[a-z][À-Þ]|[ae][à-ý]|o[âùõ]|[uy][ùõ]/;
const ODD_CAPITALS = /[AE][À-Ý]|O[ÂÙÕ]|[UY][ÙÕ]/;

/** No Vietnamese word is written so. */
function isOddWord(word: string): boolean {
  return !isSyllable(word) || ODD_PAIR.test(word) || ODD_CAPITALS.test(word);
}

/** What the cell may have meant, whatever the evidence (its font says that it is old); never sure. */
export function proposeReading(text: string, font: string): string {
  return legacyReading(text) ?? (/^vni/i.test(font) ? fromVni(text) : fromTcvn3(text));
}

export function isLegacyFont(name: string): boolean {
  return /^(?:\.vn|vni[- ])/i.test(name);
}
