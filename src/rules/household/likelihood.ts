/**
 * How sure it is that two entries are one person. What two entries share says the more, the rarer it is: equal names say
 * little in a village of Nguyễn Văn An, a misspelt word that nobody else bears says much. Each pair gets a score, the
 * logarithm of how much likelier such entries are of one person, the one a copy of the other, than of two; how many double
 * entries of each kind a list has is estimated from the scores of all pairs, and a pair is told while it is more likely
 * than not one person and few of those told are chance.
 */
import { ANY_LETTER } from "./nameLetters";

/** Scores are whole numbers of quarter bits, so that sums of them are exact. */
const PER_BIT = 4;
/** Score 0 stands here in a histogram. */
const ZERO = 400;
const BINS = 1000;
/** Of all that is told so much may be chance. */
const MOST_CHANCE = 0.018;
const LEAST_POSTERIOR = 0.5;
/** In a short list a pair or two of chance are borne. */
const BORNE_ALWAYS = 1;
const ROUNDS = 30;

/**
 * What one value says that `count` of `total` share, where there are about `usual` different ones. It is asked of an entry
 * that may be a copy: that one does not count itself. Quarter bits.
 */
export function surprise(count: number, total: number, usual: number): number {
  return totalBits(total + usual) - countBits(count);
}

/** The same for a word of a name: one that nobody else bears (where that means something) is hardly ever a second person's too. */
export function wordSurprise(count: number, total: number, usual: number, mayBeUnique: boolean): number {
  const plain = surprise(count, total, usual);
  return count <= 1 && mayBeUnique ? Math.max(plain, UNIQUE_WORD) : plain;
}

/** One new word in forty names, among some six thousand syllables. Quarter bits. */
const UNIQUE_WORD = 72;

/** By how much a change of a count, or of all that are counted, changes what it says. */
export function surpriseMoved(from: number, to: number): number {
  return countBits(to) - countBits(from);
}

export function totalMoved(from: number, to: number): number {
  return totalBits(to) - totalBits(from);
}

/** In steps: counts that change by one hardly ever change it. */
function countBits(count: number): number {
  return count < small.length ? small[count]! : Math.round(PER_BIT * Math.log2(count));
}

/** In finer steps, for it is in every sum several times. */
function totalBits(total: number): number {
  const slot = total & (RECENT - 1);
  if (recentTotals[slot] !== total) {
    recentTotals[slot] = total;
    recentBits[slot] = Math.round(PER_BIT * 4 * Math.log2(Math.max(total, 1))) / 4;
  }
  return recentBits[slot]!;
}

/** A few totals are asked for again and again. */
const RECENT = 64;
const recentTotals = new Int32Array(RECENT).fill(-1);
const recentBits = new Float64Array(RECENT);

const small = Uint8Array.from({ length: 1 << 16 }, (_unused, count) =>
  Math.round(PER_BIT * Math.log2(Math.max(count, 1))),
);

/** In how many ways a slip in the birth date could have been another; few dates can be swapped at all. Quarter bits. */
const BIRTH_SLIPS = [0, 20, 34, 4, 34, -5];
/** How many doubles there usually are with such a slip, for each with none; what a list has is estimated from it. Quarter bits. */
const BIRTH_SLIP_RARITY = [0, 8, 12, 4, 16, 12];
/** Two slips are each of one of four sorts, in either order. */
const SECOND_SLIP = 12;
const OTHER_HAMLET = 24;
/** Of two different persons with like names one in three or so is of the other gender, of copies hardly one in fifty. */
const OTHER_GENDER = 16;

export interface Likeness {
  readonly slips: number;
  /** In how many ways slips in the first name could have led elsewhere than to the second. Quarter bits. */
  readonly ways: number;
  /** How many letters the second name has more. */
  readonly longer: number;
  /** The names' letters are the same. */
  readonly sameLetters: boolean;
  /** 0 to 2 slips, or one of the constants of birthSlips. */
  readonly birth: number;
  readonly otherHamlet: boolean;
  /** One is a man, the other a woman. */
  readonly otherGender: boolean;
}

/** What one entry says. Quarter bits. */
export interface Said {
  readonly name: number;
  readonly birth: number;
  readonly hamlet: number;
  /** A word of the name is nobody else's. */
  readonly isOdd: boolean;
}

/**
 * How sure it is that the entry `copy` is a copy of `other`: the second of the pair of the first, or the other way round,
 * where `back`. `odd` is what it says to have a word that is nobody else's. Quarter bits.
 */
export function copyScore(likeness: Likeness, copy: Said, other: Said, back: boolean, odd: number): number {
  let name = copy.name - waysOf(likeness, back);
  // A misspelt name is as rare as the right one and misspelling are together, into whatever it was misspelt.
  const isMisspelt = copy.isOdd && !other.isOdd && likeness.slips > 0 && !likeness.sameLetters;
  if (isMisspelt) name = Math.max(name, other.name + odd);
  const place = likeness.otherHamlet ? -OTHER_HAMLET : copy.hamlet;
  const gender = likeness.otherGender ? -OTHER_GENDER : 0;
  const score = Math.round(name + copy.birth - BIRTH_SLIPS[likeness.birth]! + place + gender);
  return Math.max(-ZERO, Math.min(BINS - ZERO - 1, score));
}

/** To leave a letter out there are fewer ways than to put one in. */
function waysOf({ slips, ways, longer, sameLetters }: Likeness, back: boolean): number {
  const second = slips > 1 && !sameLetters ? SECOND_SLIP : 0;
  return (back ? ways - ANY_LETTER * longer : ways) + second;
}

export function birthSlipRarity(birth: number): number {
  return BIRTH_SLIP_RARITY[birth]!;
}

const NAME_KINDS = 6;
const KINDS = BIRTH_SLIPS.length * NAME_KINDS;

/** Pairs that are alike in the same way; how many double entries are so is estimated for each kind by itself. */
export function kindOf(likeness: Likeness): number {
  return likeness.birth * NAME_KINDS + nameKind(likeness);
}

function nameKind({ slips, ways, longer, sameLetters }: Likeness): number {
  if (slips === 0) return 0;
  if (sameLetters) return 1;
  if (slips > 1) return 2;
  if (longer !== 0) return 3;
  return ways < ANY_LETTER ? 4 : 5;
}

/** How many pairs of each kind have each score. */
export class ScoreCounts {
  private readonly counts = Array.from({ length: KINDS }, () => new Int32Array(BINS));
  /** What followed from the counts of each kind, until they change. */
  private readonly steps = new Array<readonly Step[] | null>(KINDS).fill(null);
  private people = 0;
  private least: readonly number[] | null = null;

  add(kind: number, score: number, times: 1 | -1): void {
    this.counts[kind]![score + ZERO]! += times;
    this.steps[kind] = null;
    this.least = null;
  }

  clear(): void {
    for (const counts of this.counts) counts.fill(0);
    this.steps.fill(null);
    this.least = null;
  }

  /** The least score of each kind that is told, among `people` entries. */
  leastTold(people: number): readonly number[] {
    if (people !== this.people) this.steps.fill(null);
    else if (this.least) return this.least;
    this.people = people;
    this.least = leastTold(this.counts.flatMap((_counts, kind) => this.stepsOf(kind)));
    return this.least;
  }

  private stepsOf(kind: number): readonly Step[] {
    return (this.steps[kind] ??= posteriors(this.counts[kind]!, kind, this.people));
  }
}

/** The surest are told first, until too many of those told would be chance. */
function leastTold(steps: Step[]): number[] {
  steps.sort((a, b) => b.likely - a.likely || a.kind - b.kind || b.score - a.score);
  const least = new Array<number>(KINDS).fill(BINS);
  let [told, chance] = [0, 0];
  for (const { kind, score, count, likely } of steps) {
    told += count;
    chance += count * (1 - likely);
    if (likely < LEAST_POSTERIOR || chance > MOST_CHANCE * told + BORNE_ALWAYS) break;
    least[kind] = score;
  }
  return least;
}

interface Step {
  readonly kind: number;
  readonly score: number;
  readonly count: number;
  /** That such a pair is one person. */
  readonly likely: number;
}

/** How many pairs of a kind are double entries follows from the scores, and the other way round: turn by turn. */
function posteriors(counts: Int32Array, kind: number, people: number): Step[] {
  const bins: number[] = [];
  for (let bin = 0; bin < BINS; bin += 1) if (counts[bin]! > 0) bins.push(bin);
  if (bins.length === 0) return [];
  const pairs = Math.max((people * (people - 1)) / 2, 1);
  const ratios = bins.map((bin) => 2 ** ((bin - ZERO) / PER_BIT) / pairs);
  let doubles = Math.max(0.05 * people, 1);
  const likely = (at: number): number => 1 - 1 / (1 + doubles * ratios[at]!);
  for (let round = 0; round < ROUNDS; round += 1) {
    let sum = 0;
    for (let at = 0; at < bins.length; at += 1) sum += counts[bins[at]!]! * likely(at);
    doubles = sum;
  }
  return bins.map((bin, at) => ({ kind, score: bin - ZERO, count: counts[bin]!, likely: likely(at) }));
}
