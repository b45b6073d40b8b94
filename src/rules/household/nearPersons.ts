/**
 * Finds persons who may be one: near-equal names and birth dates in one village. Every pair with at most two slips in
 * all is looked at, through blocks: two of the three parts of the birth date agree, or the names' letters do.
 *
 * Two persons may also be alike by chance, the more so the more there are. How many such pairs to expect is measured: the
 * same search over the same persons with their birth dates dealt out anew. A kind of likeness that would be mostly chance
 * is left out, so that of a hundred pairs told about two at most are chance.
 */
import { dayOf, monthOf, yearOf, type DayKey } from "../dateColumn";
import { nameSlips, readNames, type NameLetters } from "./nameLetters";

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
  /** Equal name and birth date in two villages. */
  readonly otherHamlet: boolean;
}

const MOST_SLIPS = 2;
/** Runs longer than this are compared along sorted orders only. */
const LONGEST_RUN = 400;
/** How many neighbours along an order. */
const NEIGHBOURS = 12;
/** Share of chance pairs that is borne. */
const CHANCE_SHARE = 0.02;
/** So many chance pairs are no measure of anything. */
const FEW_CHANCE_PAIRS = 3;

/** 0 to 2 are slips; year-only dates agree or not; the same day in another village is a kind of its own. */
const BIRTH_SAME_YEAR = 3;
const BIRTH_OTHER = 4;
const BIRTH_ELSEWHERE = 5;

interface Found {
  readonly a: number;
  readonly b: number;
  readonly slips: number;
  readonly birth: number;
}

/** Pairs of persons who may be one, at most one for each later person of a group of equals. */
export function findNearPersons(persons: Persons): NearPair[] {
  const names = readNames(persons.names);
  const found = search(names, persons.births, persons.hamlets);
  if (found.length === 0) return [];
  const chance = search(names, dealtAnew(persons.births, persons.hamlets), persons.hamlets);
  const kept = likelyKinds(countKinds(found), countKinds(chance));
  return found
    .filter((pair) => kept.has(kindOf(pair)))
    .map(({ a, b, slips, birth }) => ({
      a,
      b,
      nameSlips: slips,
      birth: birth === 0 || birth === BIRTH_ELSEWHERE ? "same" : birth === BIRTH_SAME_YEAR ? "sameYear" : "slip",
      otherHamlet: birth === BIRTH_ELSEWHERE,
    }));
}

function kindOf(pair: Found): number {
  return pair.slips * 10 + pair.birth;
}

function countKinds(pairs: readonly Found[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) counts.set(kindOf(pair), (counts.get(kindOf(pair)) ?? 0) + 1);
  return counts;
}

/** Kinds of likeness, the surest first, as long as chance stays small among all that are kept. */
function likelyKinds(found: ReadonlyMap<number, number>, chance: ReadonlyMap<number, number>): Set<number> {
  const kinds = [...found].map(([kind, count]) => ({ kind, count, chance: chance.get(kind) ?? 0 }));
  kinds.sort((a, b) => a.chance / a.count - b.chance / b.count || a.kind - b.kind);
  const kept = new Set<number>();
  let [pairs, chancePairs] = [0, 0];
  for (const one of kinds) {
    pairs += one.count;
    chancePairs += one.chance;
    if (chancePairs > FEW_CHANCE_PAIRS && chancePairs > CHANCE_SHARE * pairs) break;
    kept.add(one.kind);
  }
  return kept;
}

/** Each person gets the birth date of another of the same village: half a village further on. */
function dealtAnew(births: Int32Array, hamlets: Int32Array): Int32Array {
  const byHamlet = new Map<number, number[]>();
  hamlets.forEach((hamlet, index) => {
    const members = byHamlet.get(hamlet);
    if (members) members.push(index);
    else byHamlet.set(hamlet, [index]);
  });
  const dealt = new Int32Array(births.length);
  for (const members of byHamlet.values()) {
    const half = members.length >> 1;
    members.forEach((index, place) => (dealt[index] = births[members[(place + half) % members.length]!]!));
  }
  return dealt;
}

function search(names: NameLetters, births: Int32Array, hamlets: Int32Array): Found[] {
  const found: Found[] = [];
  const seen = new Set<number>();
  const count = births.length;
  const compare = (first: number, second: number): void => {
    const [a, b] = first < second ? [first, second] : [second, first];
    const birth = hamlets[a] === hamlets[b] ? birthSlips(births[a]!, births[b]!) : BIRTH_ELSEWHERE;
    if (birth === BIRTH_OTHER) return;
    const left = birth <= MOST_SLIPS ? MOST_SLIPS - birth : 0;
    const slips = nameSlips(names, a, b, left);
    if (slips > left || seen.has(a * count + b)) return;
    seen.add(a * count + b);
    found.push({ a, b, slips, birth });
  };
  const known = Array.from(births.keys()).filter((index) => births[index]! > 0);
  const apart = withoutEquals(known, names, births, hamlets, compare);
  const full = apart.filter((index) => dayOf(births[index]!) > 0);
  const byName = (index: number): number => names.hashes[index]!;
  const byBirth = (index: number): number => births[index]!;
  eachRun(full, (index) => births[index]! * 2 ** 16 + (names.hashes[index]! & 0xffff), (run) => pairs(run, [byName], (a, b) => {
      if (hamlets[a] !== hamlets[b]) compare(a, b);
    }),
  );
  for (const part of birthParts) {
    eachRun(full, (index) => (hamlets[index]! + 1) * 1e6 + part(births[index]!), (run) => pairs(run, [byName], compare));
  }
  eachRun(apart, (index) => (hamlets[index]! + 1) * 2 ** 32 + (names.hashes[index]! >>> 0), (run) =>
    pairs(run, [byBirth, (index) => births[index]! % 10000], compare),
  );
  return found;
}

/** Two of the three parts of a birth date; less than a million each. */
const birthParts: readonly ((birth: DayKey) => number)[] = [
  (birth) => birth % 10000,
  (birth) => 100000 + yearOf(birth) * 13 + monthOf(birth),
  (birth) => 200000 + yearOf(birth) * 32 + dayOf(birth),
];

/** One of several persons with equal name, birth date and village stands for all; the others are paired with it. */
function withoutEquals(
  known: readonly number[],
  names: NameLetters,
  births: Int32Array,
  hamlets: Int32Array,
  compare: (a: number, b: number) => void,
): number[] {
  const first = new Map<string, number>();
  const apart: number[] = [];
  for (const index of known) {
    const key = `${names.hashes[index]}.${births[index]}.${hamlets[index]}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      apart.push(index);
    } else compare(earlier, index);
  }
  return apart;
}

/** Calls back with the persons that share a key, where there are several. */
function eachRun(indexes: readonly number[], keyOf: (index: number) => number, use: (run: readonly number[]) => void): void {
  const byKey = new Map<number, number[]>();
  for (const index of indexes) {
    const key = keyOf(index);
    const run = byKey.get(key);
    if (run) run.push(index);
    else byKey.set(key, [index]);
  }
  for (const run of byKey.values()) if (run.length > 1) use(run);
}

/** All pairs of a run; of a long one those that are near along one of the orders. */
function pairs(
  run: readonly number[],
  orders: readonly ((index: number) => number)[],
  compare: (a: number, b: number) => void,
): void {
  if (run.length <= LONGEST_RUN) {
    for (let i = 0; i < run.length; i += 1) for (let j = i + 1; j < run.length; j += 1) compare(run[i]!, run[j]!);
    return;
  }
  for (const order of orders) {
    const sorted = [...run].sort((a, b) => order(a) - order(b));
    for (let i = 0; i < sorted.length; i += 1) {
      for (let j = i + 1; j <= i + NEIGHBOURS && j < sorted.length; j += 1) compare(sorted[i]!, sorted[j]!);
    }
  }
}

/** 0 the same day, 1 or 2 slips, or one of the constants above. */
function birthSlips(a: DayKey, b: DayKey): number {
  if (dayOf(a) === 0 || dayOf(b) === 0) return yearOf(a) === yearOf(b) ? BIRTH_SAME_YEAR : BIRTH_OTHER;
  if (a === b) return 0;
  if (yearOf(a) === yearOf(b) && dayOf(a) === monthOf(b) && monthOf(a) === dayOf(b)) return 1;
  let [restA, restB, slips] = [a, b, 0];
  for (let digit = 0; digit < 8 && slips <= MOST_SLIPS; digit += 1) {
    if (restA % 10 !== restB % 10) slips += 1;
    restA = Math.floor(restA / 10);
    restB = Math.floor(restB / 10);
  }
  if (slips === 2 && isNeighbourSwap(a, b)) return 1;
  return slips <= MOST_SLIPS ? slips : BIRTH_OTHER;
}

/** Two neighbouring digits of the day, the month or the year changed places. */
function isNeighbourSwap(a: DayKey, b: DayKey): boolean {
  const [x, y] = [String(a), String(b)];
  for (let at = 0; at < 7; at += 1) {
    if (at === 3 || at === 5 || x[at] === y[at]) continue;
    return x[at] === y[at + 1] && x[at + 1] === y[at];
  }
  return false;
}
