/** How alike two texts are: titles that were typed again, with slips, missing marks or a word more or less. */
import { fold, foldKeepingMarks } from "./text";

/** A word that differs only in its diacritics is nearly the same word. */
const SAME_BUT_MARKS = 0.95;
/** Words less alike than this are different words. */
const SLIP_FLOOR = 0.6;
/** How much the order of the words counts. */
const ORDER_WEIGHT = 0.75;
/** A number is short but says much: "Xóm 1" is not "Xóm 2". */
const NUMBER_WEIGHT = 6;
const HAS_DIGIT = /\d/;
const NOT_WORD = /[^\p{L}\p{N}]+/u;

/**
 * Number of single-character edits (insert, delete, replace, swap of neighbours) between two texts; `limit + 1` as soon
 * as there are more than `limit`. Compares the texts as they are: fold them first.
 */
export function editDistance(a: string, b: string, limit = Number.MAX_SAFE_INTEGER): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left === "" || right === "") return Math.min(left.length + right.length, limit + 1);
  return limit === 0 ? 1 : Math.min(differingEdits(left, right, limit), limit + 1);
}

/** The full table, row by row, given up when a whole row is beyond the limit. */
function differingEdits(a: string, b: string, limit: number): number {
  const width = b.length + 1;
  let before = new Uint16Array(width);
  let above = new Uint16Array(width);
  let row = new Uint16Array(width);
  for (let j = 0; j < width; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped = !same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, above, row] = [above, row, before];
  }
  return above[b.length]!;
}

interface Word {
  readonly marked: string;
  readonly bare: string;
  readonly isNumber: boolean;
  /** Longer words count more. */
  readonly weight: number;
}

/**
 * 0 (nothing in common) to 1 (equal but for case, spaces and punctuation). By words: each word finds its like, slips
 * allowed, and the order of the words counts; another number is another thing. Symmetric. For titles of units, places,
 * projects: near-equal ones are above 0.9, different ones of the programme below 0.8.
 */
export function similarity(a: string, b: string): number {
  return wordsSimilarity(wordsOf(a), wordsOf(b));
}

function wordsSimilarity(left: readonly Word[], right: readonly Word[]): number {
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const total = weightOf(left) + weightOf(right);
  const gains = left.map((word) =>
    right.map((other) => likeness(word, other) * (word.weight + other.weight)),
  );
  const inOrder = bestAlignment(gains, right.length) / total;
  const anyOrder = bestPairs(gains) / total;
  return ORDER_WEIGHT * inOrder + (1 - ORDER_WEIGHT) * Math.max(inOrder, anyOrder);
}

function wordsOf(text: string): Word[] {
  return foldKeepingMarks(text)
    .split(NOT_WORD)
    .filter((word) => word !== "")
    .map((marked) => {
      const bare = fold(marked);
      const isNumber = HAS_DIGIT.test(bare);
      return {
        marked,
        bare,
        isNumber,
        weight: isNumber ? Math.max(bare.length, NUMBER_WEIGHT) : bare.length,
      };
    });
}

function weightOf(list: readonly Word[]): number {
  return list.reduce((sum, word) => sum + word.weight, 0);
}

function likeness(a: Word, b: Word): number {
  if (a.marked === b.marked) return 1;
  if (a.isNumber || b.isNumber) return 0;
  if (a.bare === b.bare) return SAME_BUT_MARKS;
  const longer = Math.max(a.bare.length, b.bare.length);
  const limit = Math.floor(longer * (1 - SLIP_FLOOR));
  const distance = editDistance(a.bare, b.bare, limit);
  return distance > limit ? 0 : 1 - distance / longer;
}

/** The best total of pairs that keep the order on both sides. */
function bestAlignment(gains: readonly (readonly number[])[], columns: number): number {
  let above = new Float64Array(columns + 1);
  let row = new Float64Array(columns + 1);
  for (const line of gains) {
    for (let j = 0; j < columns; j++) {
      row[j + 1] = Math.max(above[j + 1]!, row[j]!, above[j]! + line[j]!);
    }
    [above, row] = [row, above];
  }
  return above[columns]!;
}

/** The total of pairs taken best first, whatever the order of the words. */
function bestPairs(gains: readonly (readonly number[])[]): number {
  const pairs: { i: number; j: number; gain: number }[] = [];
  gains.forEach((line, i) => line.forEach((gain, j) => gain > 0 && pairs.push({ i, j, gain })));
  pairs.sort((a, b) => b.gain - a.gain);
  const usedRows = new Set<number>();
  const usedColumns = new Set<number>();
  let total = 0;
  for (const pair of pairs) {
    if (usedRows.has(pair.i) || usedColumns.has(pair.j)) continue;
    usedRows.add(pair.i);
    usedColumns.add(pair.j);
    total += pair.gain;
  }
  return total;
}

export interface Nearest {
  readonly candidate: string;
  readonly index: number;
  readonly score: number;
  /** Score of the second best candidate, 0 where there is none: a tie is a guess. */
  readonly runnerUp: number;
}

/** The candidate most like `text`, if its similarity is at least `threshold`; the first one of equals. */
export function nearest(text: string, candidates: readonly string[], threshold: number): Nearest | null {
  let index = -1;
  let score = -1;
  let runnerUp = 0;
  const wanted = wordsOf(text);
  candidates.forEach((candidate, at) => {
    const found = wordsSimilarity(wanted, wordsOf(candidate));
    if (found > score) {
      runnerUp = Math.max(score, 0);
      score = found;
      index = at;
    } else if (found > runnerUp) runnerUp = found;
  });
  const candidate = candidates[index];
  return candidate === undefined || score < threshold ? null : { candidate, index, score, runnerUp };
}
