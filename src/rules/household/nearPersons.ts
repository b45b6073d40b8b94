/**
 * Finds persons who may be one: near-equal names and birth dates in one village. Every pair with at most two slips in
 * all is looked at, through blocks: two of the three parts of the birth date agree (or day and month are swapped), or the names' letters do.
 *
 * Two persons may also be alike by chance, the more so the more there are. How many such pairs to expect is measured: the
 * same search over the same persons with their birth dates dealt out anew. A kind of likeness that would be mostly chance
 * is left out, so that of ten pairs told about one at most is chance.
 */
import { dayOf, monthOf, yearOf, type DayKey } from "../dateColumn";
import { bitCount, nameSlips, readNames, type NameLetters } from "./nameLetters";
import { eachRun } from "./runs";

export interface Persons {
  readonly names: readonly string[];
  /** 0 where unknown. */
  readonly births: Int32Array;
  /** A number for each village, -1 where unknown. */
  readonly hamlets: Int32Array;
}

export type BirthLikeness = "same" | "sameYear" | "slip";

export interface NearPair {
  /** Places in `Persons`, the smaller first. */
  readonly a: number;
  readonly b: number;
  readonly nameSlips: number;
  readonly birth: BirthLikeness;
  readonly otherHamlet: boolean;
}

const MOST_SLIPS = 2;
/** Share of chance pairs that is borne among all that are told. */
const CHANCE_SHARE = 0.1;
/** So many chance pairs are no measure of anything. */
const FEW_CHANCE_PAIRS = 3;

/** 0 to 2 are slips in the birth date. */
const BIRTH_SAME_YEAR = 3;
/** Day and month swapped, and a digit wrong. */
const BIRTH_SWAP_AND_SLIP = 4;
const BIRTH_OTHER = 5;

interface Found {
  readonly a: number;
  readonly b: number;
  readonly slips: number;
  readonly birth: number;
  readonly otherHamlet: boolean;
}

/** Pairs of persons who may be one; of several equal persons each later one is paired with the first alone. */
export function findNearPersons(persons: Persons): NearPair[] {
  const names = readNames(persons.names);
  const found = search(names, persons.births, persons.hamlets);
  if (found.length === 0) return [];
  const giver = dealtAnew(persons.hamlets);
  const dealt = giver.map((index) => persons.births[index]!);
  // Two persons with one another's birth dates, or each with their own, are the pair itself and no chance.
  const isItself = ({ a, b }: Found): boolean =>
    Math.min(giver[a]!, giver[b]!) === a && Math.max(giver[a]!, giver[b]!) === b;
  const chance = search(names, dealt, persons.hamlets).filter((pair) => !isItself(pair));
  const kept = likelyKinds(countKinds(found), countKinds(chance));
  return found
    .filter((pair) => kept.has(kindOf(pair)))
    .sort((x, y) => x.b - y.b || x.a - y.a)
    .map(({ a, b, slips, birth, otherHamlet }) => ({
      a,
      b,
      nameSlips: slips,
      birth: birth === 0 ? "same" : birth === BIRTH_SAME_YEAR ? "sameYear" : "slip",
      otherHamlet,
    }));
}

/** No slip at all, in one village. */
const EQUAL_KIND = 0;

function kindOf(pair: Found): number {
  return (pair.otherHamlet ? 100 : 0) + pair.slips * 10 + pair.birth;
}

function countKinds(pairs: readonly Found[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) counts.set(kindOf(pair), (counts.get(kindOf(pair)) ?? 0) + 1);
  return counts;
}

/** As many kinds of likeness, the surest first, as leave chance small among all that are kept. */
function likelyKinds(found: ReadonlyMap<number, number>, chance: ReadonlyMap<number, number>): Set<number> {
  const kinds = [...found]
    .map(([kind, count]) => ({ kind, count, chance: chance.get(kind) ?? 0 }))
    .filter((one) => 2 * one.chance <= one.count);
  kinds.sort((a, b) => a.chance / a.count - b.chance / b.count || a.kind - b.kind);
  let [pairs, chancePairs, keep] = [0, 0, 0];
  kinds.forEach((one, index) => {
    pairs += one.count;
    chancePairs += one.chance;
    if (chancePairs <= Math.max(FEW_CHANCE_PAIRS, CHANCE_SHARE * pairs)) keep = index + 1;
  });
  // Equal names and birth dates in one village are told in any case.
  return new Set([EQUAL_KIND, ...kinds.slice(0, keep).map((one) => one.kind)]);
}

/** From whom each person gets a birth date: somebody of the same village, half a village further on. */
function dealtAnew(hamlets: Int32Array): Int32Array {
  const byHamlet = new Map<number, number[]>();
  hamlets.forEach((hamlet, index) => {
    const members = byHamlet.get(hamlet);
    if (members) members.push(index);
    else byHamlet.set(hamlet, [index]);
  });
  const givers = new Int32Array(hamlets.length);
  for (const members of byHamlet.values()) {
    const half = members.length >> 1;
    members.forEach((index, place) => (givers[index] = members[(place + half) % members.length]!));
  }
  return givers;
}

function search(names: NameLetters, births: Int32Array, hamlets: Int32Array): Found[] {
  const found: Found[] = [];
  const seen = new Set<number>();
  const count = births.length;
  const digits = births.map(packedDigits);
  const swapped = births.map((birth) =>
    packedDigits(yearOf(birth) * 10000 + dayOf(birth) * 100 + monthOf(birth)),
  );
  /** 1 for a person who equals an earlier one: the pair is told, and nothing more of the later. */
  const isEqual = new Uint8Array(count);
  const compare = (first: number, second: number): void => {
    const a = Math.min(first, second);
    const b = Math.max(first, second);
    if (isEqual[a] === 1 || isEqual[b] === 1) return;
    const birth = birthSlips(digits[a]!, digits[b]!, swapped[a]!);
    if (birth === BIRTH_OTHER) return;
    const otherHamlet = hamlets[a] !== hamlets[b];
    const left = birth === 0 || (birth === 1 && !otherHamlet) ? MOST_SLIPS - birth : 0;
    const slips = nameSlips(names, a, b, left);
    if (slips > left || seen.has(a * count + b)) return;
    seen.add(a * count + b);
    found.push({ a, b, slips, birth, otherHamlet });
    if (slips === 0 && birth === 0 && !otherHamlet) isEqual[b] = 1;
  };
  const known = births.map((_birth, index) => index).filter((index) => births[index]! > 0);
  const byHamletAndBirth = (index: number): number => (hamlets[index]! + 1) * 1e8 + births[index]!;
  const byBirth = (index: number): number => births[index]!;
  eachRun(known, (index) => names.ids[index]!, [byHamletAndBirth, byBirth], compare);

  const full = known.filter((index) => dayOf(births[index]!) > 0 && isEqual[index] === 0);
  const byName = (index: number): number => names.ids[index]!;
  eachRun(full, byBirth, [byName], compare);
  for (const part of birthParts) {
    eachRun(full, (index) => (hamlets[index]! + 1) * PARTS + part(births[index]!), [byName], compare);
  }
  return found;
}

/** Two of the three parts of a birth date; and the year with day and month in whichever order. */
const birthParts: readonly ((birth: DayKey) => number)[] = [
  (birth) => birth % 10000,
  (birth) => (yearOf(birth) - FIRST_YEAR) * 16 + monthOf(birth),
  (birth) => (yearOf(birth) - FIRST_YEAR) * 32 + dayOf(birth),
  (birth) =>
    (yearOf(birth) - FIRST_YEAR) * 400 +
    Math.min(dayOf(birth), monthOf(birth)) * 32 +
    Math.max(dayOf(birth), monthOf(birth)),
];
const FIRST_YEAR = 1900;
/** More than any of the above: 200 years of 400 pairs. */
const PARTS = 81000;

/** A decimal digit in each four bits, the last of the day lowest. */
function packedDigits(key: DayKey): number {
  let packed = 0;
  for (let rest = key, place = 0; rest > 0; rest = Math.floor(rest / 10), place += 4)
    packed |= (rest % 10) << place;
  return packed;
}

const DAY_AND_MONTH = 0xffff;
const DAY = 0xff;

/** 0 the same day, 1 or 2 slips, or one of the constants above. Dates as packed digits; `swapped` is `a` with day and month swapped. */
function birthSlips(a: number, b: number, swapped: number): number {
  const difference = a ^ b;
  const isYearOnly = (a & DAY) === 0 || (b & DAY) === 0;
  if (isYearOnly) return (difference & ~DAY_AND_MONTH) === 0 ? BIRTH_SAME_YEAR : BIRTH_OTHER;
  if (difference === 0) return 0;
  const slips = digitsIn(difference);
  if (slips === 1) return 1;
  const slipsFromSwapped = digitsIn(swapped ^ b);
  if (slipsFromSwapped === 0) return 1;
  if (slips === 2) return isNeighbourSwap(a, b, difference) ? 1 : 2;
  return slipsFromSwapped === 1 ? BIRTH_SWAP_AND_SLIP : BIRTH_OTHER;
}

function digitsIn(difference: number): number {
  return bitCount((difference | (difference >>> 1) | (difference >>> 2) | (difference >>> 3)) & 0x11111111);
}

/** Of two digits that differ: neighbours within the day, the month or the year that changed places. */
function isNeighbourSwap(a: number, b: number, difference: number): boolean {
  const lower = (31 - Math.clz32(difference & -difference)) >> 2;
  if (lower === 1 || lower === 3 || lower === 7) return false;
  const digit = (packed: number, place: number): number => (packed >>> (4 * place)) & 15;
  return digit(a, lower) === digit(b, lower + 1) && digit(a, lower + 1) === digit(b, lower);
}
