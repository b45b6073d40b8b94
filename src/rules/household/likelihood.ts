/**
 * How sure it is that two entries are one person. What two entries share says the more, the rarer it is: equal names say
 * little in a village of Nguyễn Văn An, a misspelt word that nobody else bears says much. Each pair gets a score, the
 * logarithm of how much likelier such entries are of one person than of two; how many double entries of each kind a list
 * has is estimated from the scores of all pairs, and a pair is told while it is more likely than not one person and few
 * of those told are chance.
 */
/** Scores are whole numbers of half bits, so that sums of them are exact. */
const PER_BIT = 2;
/** Score 0 stands here in a histogram. */
const ZERO = 200;
const BINS = 500;
/** Of all that is told so much may be chance. */
const MOST_CHANCE = 0.015;
const LEAST_POSTERIOR = 0.5;
/** In a short list a pair or two of chance are borne. */
const BORNE_ALWAYS = 1;
const ROUNDS = 30;

/** What one value says that `count` of `total` share, where there are about `usual` different ones. Half bits. */
export function surprise(count: number, total: number, usual: number): number {
  return halfBits(total + usual) - halfBits(count + 1);
}

/** The same for a word of a name: one that nobody else bears is hardly ever a second person's too. */
export function wordSurprise(count: number, total: number, usual: number): number {
  const plain = surprise(count, total, usual);
  return count <= 1 ? Math.max(plain, UNIQUE_WORD) : plain;
}

/** One new word in forty names, among some six thousand syllables. Half bits. */
const UNIQUE_WORD = 36;

/** Whether a change of a count changes what it says. */
export function surpriseMoves(from: number, to: number): boolean {
  return halfBits(from + 1) !== halfBits(to + 1);
}

/** Steps by half bits: counts that change by one hardly ever change it. */
function halfBits(count: number): number {
  return count < small.length ? small[count]! : Math.floor(PER_BIT * Math.log2(count));
}

const small = Uint8Array.from({ length: 1 << 16 }, (_unused, count) =>
  Math.floor(PER_BIT * Math.log2(Math.max(count, 1))),
);

/** In how many ways the slip could have been another. Half bits. */
const LETTER_SLIPS = [0, -20, -36];
const MARK_SLIPS = [0, -10, -16];
const BIRTH_SLIPS = [0, -10, -17, -2, -17];
const OTHER_HAMLET = -12;

export interface Likeness {
  readonly slips: number;
  /** The names' letters are the same. */
  readonly sameLetters: boolean;
  /** 0 to 2 slips, `BIRTH_SAME_YEAR` or `BIRTH_SWAP_AND_SLIP`. */
  readonly birth: number;
  readonly otherHamlet: boolean;
}

/** Half bits; `name`, `birth` and `hamlet` are what the rarer of the two says. */
export function scoreOf(likeness: Likeness, name: number, birth: number, hamlet: number): number {
  const slips = (likeness.sameLetters ? MARK_SLIPS : LETTER_SLIPS)[likeness.slips] ?? LETTER_SLIPS[2]!;
  const place = likeness.otherHamlet ? OTHER_HAMLET : hamlet;
  const score = name + slips + birth + BIRTH_SLIPS[likeness.birth]! + place;
  return Math.max(-ZERO, Math.min(BINS - ZERO - 1, score));
}

const NAME_KINDS = 4;
const KINDS = BIRTH_SLIPS.length * NAME_KINDS;

/** Pairs that are alike in the same way; how many double entries are so is estimated for each kind by itself. */
export function kindOf({ slips, sameLetters, birth }: Likeness): number {
  return birth * NAME_KINDS + (slips === 0 ? 0 : sameLetters ? 1 : Math.min(slips + 1, 3));
}

/** How many pairs of each kind have each score. */
export class ScoreCounts {
  private readonly counts = Array.from({ length: KINDS }, () => new Int32Array(BINS));

  add(kind: number, score: number, times: 1 | -1): void {
    this.counts[kind]![score + ZERO]! += times;
  }

  clear(): void {
    for (const counts of this.counts) counts.fill(0);
  }

  /** The least score of each kind that is told, among `people` entries. */
  leastTold(people: number): number[] {
    const steps = this.counts.flatMap((counts, kind) => posteriors(counts, kind, people));
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
