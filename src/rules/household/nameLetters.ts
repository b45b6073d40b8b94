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

/** All names end to end; a name's letters are at `starts[i]` to `starts[i + 1]`. */
export interface NameLetters {
  readonly letters: Uint8Array;
  readonly marks: Uint8Array;
  readonly starts: Int32Array;
  /** A bit for each letter that the name has. */
  readonly bags: Int32Array;
  /** One number for names with equal letters, whatever their marks (and, hardly ever, for others). */
  readonly ids: Int32Array;
}

const COMBINING = /[\u0300-\u036f]|  |^\s|\s$|\u00a0/;

export function readNames(names: readonly string[]): NameLetters {
  const clean = names.map((name) => (COMBINING.test(name) ? normalise(name) : name));
  const size = clean.reduce((sum, name) => sum + name.length, 0);
  const result = {
    letters: new Uint8Array(size),
    marks: new Uint8Array(size),
    starts: new Int32Array(names.length + 1),
    bags: new Int32Array(names.length),
    ids: new Int32Array(names.length),
  };
  const idOfHash = new Map<number, number>();
  let at = 0;
  clean.forEach((name, index) => {
    let hash = 0;
    let bag = 0;
    for (let place = 0; place < name.length; place += 1) {
      const code = name.charCodeAt(place);
      const letter = letters[code] ?? OTHER;
      result.letters[at] = letter;
      result.marks[at] = marks[code] ?? 0;
      hash = (Math.imul(hash, 31) + letter) | 0;
      bag |= 1 << letter;
      at += 1;
    }
    result.starts[index + 1] = at;
    result.bags[index] = bag;
    let id = idOfHash.get(hash);
    if (id === undefined) {
      id = idOfHash.size;
      idOfHash.set(hash, id);
    }
    result.ids[index] = id;
  });
  return result;
}

/** Longest name that is compared; longer ones are compared by their beginnings. */
const LONGEST = 64;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/**
 * Slips between two names, `limit + 1` for more than `limit`: letters put in, left out, replaced or swapped; where the
 * letters agree, words whose marks differ (all of them together are one slip where a name has no marks at all).
 */
export function nameSlips(names: NameLetters, a: number, b: number, limit: number): number {
  const { starts, bags, ids } = names;
  const lengthA = Math.min(starts[a + 1]! - starts[a]!, LONGEST);
  const lengthB = Math.min(starts[b + 1]! - starts[b]!, LONGEST);
  const tooMany = limit + 1;
  if (Math.abs(lengthA - lengthB) > limit) return tooMany;
  if (ids[a] === ids[b] && lengthA === lengthB) return Math.min(markSlips(names, a, b), tooMany);
  if (bitCount(bags[a]! ^ bags[b]!) > 2 * limit) return tooMany;
  return letterSlips(names.letters, starts[a]!, lengthA, starts[b]!, lengthB, limit);
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
  const tooMany = limit + 1;
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= lengthB; j += 1) above[j] = Math.min(j, tooMany);
  for (let i = 1; i <= lengthA; i += 1) {
    const from = Math.max(1, i - limit);
    const to = Math.min(lengthB, i + limit);
    row[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany;
    let least = tooMany;
    const letter = text[a + i - 1]!;
    for (let j = from; j <= to; j += 1) {
      const other = text[b + j - 1]!;
      let cost = above[j - 1]! + (letter === other ? 0 : 1);
      if (j < i + limit && above[j]! + 1 < cost) cost = above[j]! + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      if (
        i > 1 &&
        j > 1 &&
        letter === text[b + j - 2] &&
        text[a + i - 2] === other &&
        before[j - 2]! + 1 < cost
      ) {
        cost = before[j - 2]! + 1;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return tooMany;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[lengthB]!, tooMany);
}

/** Words of equal letters whose marks differ; where in its word a mark stands does not matter (hoà, hòa). */
function markSlips({ letters: text, marks: signs, starts }: NameLetters, a: number, b: number): number {
  const [from, to, shift] = [starts[a]!, starts[a + 1]!, starts[b]! - starts[a]!];
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
  return slips > 1 && (allA === 0 || allB === 0) ? 1 : slips;
}

/** How many bits of a 32-bit number are set. */
export function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
