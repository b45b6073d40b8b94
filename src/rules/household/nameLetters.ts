/** Names as arrays of letters and marks: what comparing a hundred thousand of them needs. */
import { normalise } from "../../domain";

/** 1–26 for letters, `SPACE`, `OTHER`; 0 is never used. */
const SPACE = 27;
const OTHER = 28;

/** Letter and mark of every character that names are written with. */
const letters = new Uint8Array(0x1f00);
const marks = new Uint8Array(0x1f00);
fillTables();

function fillTables(): void {
  const markIds = new Map<string, number>([["", 0]]);
  for (let code = 0; code < letters.length; code += 1) {
    if (code > 0x24f && code < 0x1e00) continue;
    const lower = String.fromCharCode(code).toLowerCase().replace(/[đð]/, "d\u0335");
    const [base, ...rest] = lower.normalize("NFD");
    const mark = rest.join("");
    if (!markIds.has(mark)) markIds.set(mark, markIds.size);
    const letter = base!.charCodeAt(0) - 96;
    letters[code] = letter >= 1 && letter <= 26 ? letter : code === 32 ? SPACE : OTHER;
    marks[code] = letter >= 1 && letter <= 26 ? markIds.get(mark)! : 0;
  }
}

const COMBINING = /[\u0300-\u036f]|  |^\s|\s$|\u00a0/;
/** Words of a name that are counted; what follows hardly tells persons apart. */
export const WORDS = 4;
const wordHashes = new Int32Array(WORDS);
/** Makes a word of a plain name another than the same letters in a marked one. */
const PLAIN = 0x2c1b3c6d;

/** Names by number (each different name once), one behind the other in arrays that grow. */
export class NameLetters {
  letters: Uint8Array;
  marks: Uint8Array;
  starts: Int32Array;
  lengths: Int32Array;
  /** A bit for each letter that the name has. */
  bags: Int32Array;
  /** One number for names with equal letters, whatever their marks (and, hardly ever, for others). */
  ids: Int32Array;
  /** The same for names that are equal with their marks. */
  markedIds: Int32Array;
  /** 1 for a name without any marks. */
  isPlain: Uint8Array;
  /** Each name's first words with their marks, `WORDS` places a name; -1 for none. Words of plain names are others than those of marked ones. */
  words: Int32Array;
  /** How many different words there have been. */
  wordCount = 0;
  private isSet: Uint8Array;
  private end = 0;
  private readonly idOfHash = new Map<number, number>();
  private readonly markedIdOfHash = new Map<number, number>();
  private readonly wordOfHash = new Map<number, number>();

  /** `names`: about how many there will be. */
  constructor(names: number) {
    this.letters = new Uint8Array(names * TYPICAL_LENGTH);
    this.marks = new Uint8Array(names * TYPICAL_LENGTH);
    this.starts = new Int32Array(names);
    this.lengths = new Int32Array(names);
    this.bags = new Int32Array(names);
    this.ids = new Int32Array(names);
    this.markedIds = new Int32Array(names);
    this.words = new Int32Array(names * WORDS);
    this.isSet = new Uint8Array(names);
    this.isPlain = new Uint8Array(names);
  }

  /** Enters a name; one that is known already is left. */
  set(index: number, text: string): void {
    if (this.isSet[index] === 1) return;
    const name = COMBINING.test(text) ? normalise(text) : text;
    this.makeRoom(index, name.length);
    this.isSet[index] = 1;
    let at = this.end;
    this.starts[index] = at;
    this.lengths[index] = name.length;
    let [hash, markedHash, bag, word, mark, words] = [0, 0, 0, 0, 0, 0];
    let allMarks = 0;
    for (let place = 0; place <= name.length; place += 1) {
      const code = place < name.length ? name.charCodeAt(place) : 32;
      const letter = letters[code] ?? OTHER;
      if (letter === SPACE) {
        if (word !== 0 && words < WORDS) {
          wordHashes[words] = word ^ Math.imul(mark, 0x9e3779b1);
          words += 1;
        }
        markedHash = (Math.imul(markedHash, 31) + mark) | 0;
        allMarks += mark;
        [word, mark] = [0, 0];
      } else {
        word = (Math.imul(word, 31) + letter) | 0;
        const sign = marks[code] ?? 0;
        // Where in its word a mark stands does not matter (hoà, hòa).
        mark += sign * sign;
      }
      if (place === name.length) break;
      this.letters[at] = letter;
      this.marks[at] = marks[code] ?? 0;
      hash = (Math.imul(hash, 31) + letter) | 0;
      bag |= 1 << letter;
      at += 1;
    }
    this.end = at;
    this.isPlain[index] = allMarks === 0 ? 1 : 0;
    for (let at = 0; at < WORDS; at += 1) {
      const wordHash = wordHashes[at]! ^ (allMarks === 0 ? PLAIN : 0);
      this.words[index * WORDS + at] = at < words ? numberOf(this.wordOfHash, wordHash) : -1;
    }
    this.wordCount = this.wordOfHash.size;
    this.bags[index] = bag;
    this.ids[index] = numberOf(this.idOfHash, hash);
    this.markedIds[index] = numberOf(this.markedIdOfHash, hash ^ Math.imul(markedHash, 0x85ebca6b));
  }

  private makeRoom(index: number, length: number): void {
    if (this.end + length > this.letters.length) {
      const size = 2 * this.letters.length + length;
      this.letters = grown(this.letters, new Uint8Array(size));
      this.marks = grown(this.marks, new Uint8Array(size));
    }
    if (index < this.starts.length) return;
    const size = 2 * index + 1;
    this.starts = grown(this.starts, new Int32Array(size));
    this.lengths = grown(this.lengths, new Int32Array(size));
    this.bags = grown(this.bags, new Int32Array(size));
    this.ids = grown(this.ids, new Int32Array(size));
    this.markedIds = grown(this.markedIds, new Int32Array(size));
    this.words = grown(this.words, new Int32Array(size * WORDS));
    this.isSet = grown(this.isSet, new Uint8Array(size));
    this.isPlain = grown(this.isPlain, new Uint8Array(size));
  }
}

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const TYPICAL_LENGTH = 18;

function numberOf(numbers: Map<number, number>, hash: number): number {
  let number = numbers.get(hash);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(hash, number);
  }
  return number;
}

/** Slips between two texts, each on its own; `limit + 1` for more than `limit`. */
export function slipsBetween(a: string, b: string, limit: number): number {
  const names = new NameLetters(2);
  names.set(0, a);
  names.set(1, b);
  return Math.floor(nameSlips(names, 0, 1, limit) / SLIP);
}

/** One slip; what is below says in how many ways the slips could have been others, in quarter bits. */
export const SLIP = 128;
/** A slip may be anywhere in a name of some eleven letters; a letter that is put in may be any of some thirty. */
const ANYWHERE = 14;
export const ANY_LETTER = 20;
const LEFT_OUT = SLIP + ANYWHERE;
const SWAPPED = SLIP + ANYWHERE;
const PUT_IN = SLIP + ANYWHERE + ANY_LETTER;
const REPLACED = SLIP + ANYWHERE + ANY_LETTER;
/** Words with other marks; a name may lose all its marks in one way only. */
const MARK_SLIPS = [0, SLIP + 20, 2 * SLIP + 32, 3 * SLIP];
const NO_MARKS = SLIP + 4;

/** Longest name that is compared; longer ones are compared by their beginnings. */
const LONGEST = 64;
const rows = [new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1)];

/**
 * Slips from one name to another, in `SLIP`s, at least `limit + 1` of them for more than `limit` (at most 2): letters put in,
 * left out, replaced or swapped; where the letters agree, words whose marks differ (all of them together are one slip
 * where a name has no marks at all).
 */
export function nameSlips(names: NameLetters, a: number, b: number, limit: number): number {
  const { starts, bags, ids } = names;
  const [lengthA, lengthB] = [lengthOf(names, a), lengthOf(names, b)];
  const tooMany = (limit + 1) * SLIP;
  if (Math.abs(lengthA - lengthB) > limit) return tooMany;
  if (ids[a] === ids[b] && lengthA === lengthB) return Math.min(markSlips(names, a, b), tooMany);
  if (bitCount(bags[a]! ^ bags[b]!) > 2 * limit) return tooMany;
  return letterSlips(names.letters, starts[a]!, lengthA, starts[b]!, lengthB, limit);
}

/** How many letters of a name are compared. */
export function lengthOf(names: NameLetters, index: number): number {
  return Math.min(names.lengths[index]!, LONGEST);
}

/** Banded edit distance: only cells within `limit` of the diagonal can matter. */
function letterSlips(
  text: Uint8Array,
  a: number,
  lengthA: number,
  b: number,
  lengthB: number,
  limit: number,
): number {
  const tooMany = (limit + 1) * SLIP;
  let [before, above, row] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= lengthB; j += 1) above[j] = Math.min(j * PUT_IN, tooMany);
  for (let i = 1; i <= lengthA; i += 1) {
    const from = Math.max(1, i - limit);
    const to = Math.min(lengthB, i + limit);
    row[from - 1] = from === 1 ? Math.min(i * LEFT_OUT, tooMany) : tooMany;
    let least = tooMany;
    const letter = text[a + i - 1]!;
    for (let j = from; j <= to; j += 1) {
      const other = text[b + j - 1]!;
      let cost = above[j - 1]! + (letter === other ? 0 : REPLACED);
      if (j < i + limit && above[j]! + LEFT_OUT < cost) cost = above[j]! + LEFT_OUT;
      if (row[j - 1]! + PUT_IN < cost) cost = row[j - 1]! + PUT_IN;
      if (
        i > 1 &&
        j > 1 &&
        letter === text[b + j - 2] &&
        text[a + i - 2] === other &&
        before[j - 2]! + SWAPPED < cost
      ) {
        cost = before[j - 2]! + SWAPPED;
      }
      row[j] = Math.min(cost, tooMany);
      if (cost < least) least = cost;
    }
    if (least >= tooMany) return tooMany;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[lengthB]!, tooMany);
}

/** Words of equal letters whose marks differ; where in its word a mark stands does not matter (hoà, hòa). */
function markSlips(names: NameLetters, a: number, b: number): number {
  const { letters: text, marks: signs, starts } = names;
  const [from, to, shift] = [starts[a]!, starts[a]! + names.lengths[a]!, starts[b]! - starts[a]!];
  let slips = 0;
  let [wordA, wordB, allA, allB] = [0, 0, 0, 0];
  for (let at = from; at <= to; at += 1) {
    if (at === to || text[at] === SPACE) {
      if (wordA !== wordB) slips += 1;
      allA += wordA;
      allB += wordB;
      [wordA, wordB] = [0, 0];
    } else {
      wordA += signs[at]! * signs[at]!;
      wordB += signs[at + shift]! * signs[at + shift]!;
    }
  }
  if (slips > 0 && (allA === 0 || allB === 0)) return NO_MARKS;
  return MARK_SLIPS[Math.min(slips, MARK_SLIPS.length - 1)]!;
}

/** How many bits of a 32-bit number are set. */
export function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
