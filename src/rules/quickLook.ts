/**
 * A quick look at every character of a text: whether its writing needs a closer one. Every text of a workbook goes
 * through here, so it is one table and no branches: for each character what it is to the next one, and which characters
 * before it make it remarkable.
 */

/** Something may be wrong with the encoding or the spaces. */
export const SUSPECT = 0b0111_1111;
/** Some word but the first begins with a capital, as in names. */
export const LATER_CAPITAL = 0b1000_0000;

/** What a character is to the next. */
const ANY = 1;
const SPACE = 2;
const SMALL = 4;
const A_OR_E = 8;
const O = 16;
const U_OR_Y = 32;
/** A space within the text: what follows is a later word. */
const WITHIN = 128;

const VIETNAMESE_LATIN_1 = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý";
/** Beyond the last Vietnamese letter. */
const BEYOND_LETTERS = 0x1f00;

/** By character: low byte, what before it makes it remarkable; high byte, what it is to the next. */
const characters = describe();

/** The kinds of remarkable characters in a text, as bits of `SUSPECT` and `LATER_CAPITAL`. */
export function lookOver(text: string): number {
  const { length } = text;
  let found = 0;
  let before = ANY | SPACE;
  for (let at = 0; at < length; at += 1) {
    const character = characters[text.charCodeAt(at)]!;
    found |= character & before;
    before = character >> 8;
  }
  return length === 0 ? 0 : found | (before & SPACE);
}

export function isSuspect(text: string): boolean {
  return (lookOver(text) & SUSPECT) !== 0;
}

function describe(): Uint16Array {
  const remarkable = new Uint8Array(2 ** 16).fill(ANY);
  remarkable[32] = SPACE;
  remarkable.fill(0, 33, 127);
  remarkable.fill(0, 0x100, 0x300);
  remarkable.fill(0, 0x370, 0x1680);
  remarkable.fill(0, 0x1ea0, 0x1efa);
  // A capital inside a word is TCVN3, a vowel before a marked one that Vietnamese never writes so is VNI.
  for (const letter of VIETNAMESE_LATIN_1) {
    const isCapital = letter !== letter.toLowerCase();
    const oddAfter = "âùõ".includes(letter) ? O : 0;
    const oddAfterToo = "ùõ".includes(letter) ? U_OR_Y : 0;
    remarkable[letter.charCodeAt(0)] = isCapital ? SMALL : A_OR_E | oddAfter | oddAfterToo;
  }
  const all = Uint16Array.from(remarkable, (needs) => needs | (ANY << 8));
  for (let code = 33; code < BEYOND_LETTERS; code += 1) {
    const letter = String.fromCharCode(code);
    if (letter !== letter.toLowerCase()) all[code]! |= WITHIN;
  }
  for (const letter of "abcdefghijklmnopqrstuvwxyz") all[letter.charCodeAt(0)]! |= SMALL << 8;
  for (const letter of "aeAE") all[letter.charCodeAt(0)]! |= A_OR_E << 8;
  for (const letter of "oO") all[letter.charCodeAt(0)]! |= O << 8;
  for (const letter of "uyUY") all[letter.charCodeAt(0)]! |= U_OR_Y << 8;
  all[32]! |= (SPACE | WITHIN) << 8;
  return all;
}
