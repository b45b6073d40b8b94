/** Pairs of persons who may be one, with their scores, and which of them are told. */
import { BIRTH_OTHER, BIRTH_SAME_YEAR, BIRTH_SWAPPED, birthSlips } from "./birthSlips";
import { birthSlipRarity, copyScore, kindOf, ScoreCounts, type Likeness, type Said } from "./likelihood";
import { lengthOf, nameSlips, SLIP } from "./nameLetters";
import { People } from "./people";
import { PLACES } from "./runs";

export interface NearPair extends Likeness {
  readonly a: number;
  readonly b: number;
  /** Equal in all: told in any case. */
  readonly twins: boolean;
  /** How sure it is that the first is a copy of the second, and the other way round. */
  firstIsCopy: number;
  secondIsCopy: number;
  /** How sure it is that they are one person, given the other pairs that either is in. */
  score: number;
  told: boolean;
}

/** Not yet compared with what the list usually has. */
const UNSCORED = NaN;
const NEW = { firstIsCopy: UNSCORED, secondIsCopy: UNSCORED, score: UNSCORED, told: false };
const MOST_SLIPS = 2;
const NO_PAIR = -1000;

export class NearPairs extends People {
  protected readonly pairs = new Map<number, NearPair>();
  private readonly scores = new ScoreCounts();
  /** How each person's likeliest pair stands. */
  private readonly best = new Int16Array(this.isMember.length);
  /** Whom that pair is with, and with whom else where several are as likely. */
  private readonly mates = new Int32Array(this.isMember.length);
  private readonly furtherMates = new Map<number, number[]>();
  private least: readonly number[] = [];
  /** Each person's pairs, for keeping up to date. */
  protected pairsOf: Map<number, Set<number>> | null = null;
  private changed: NearPair[] = [];

  /** Every pair that is told. */
  *told(): Iterable<NearPair> {
    for (const pair of this.pairs.values()) if (pair.told) yield pair;
  }

  /** Whether the pair still stands. */
  has(pair: NearPair): boolean {
    return this.pairs.get(pairKey(pair.a, pair.b)) === pair;
  }

  /** After removing and adding: pairs that are told now and were not, or the other way round, or are gone. */
  settle(): NearPair[] {
    const { changed, least } = this;
    this.changed = [];
    const isWhole = this.moves.any();
    const rescored = isWhole ? this.pairs.values() : this.scoreAround(changed);
    if (isWhole) this.scoreAll();
    this.least = this.scores.leastTold(this.people);
    const isSame = !isWhole && this.least.every((score, kind) => score === least[kind]);
    const changes = new Set(changed);
    for (const pair of isSame ? rescored : this.pairs.values()) {
      const isTold = this.isTold(pair);
      if (pair.told !== isTold) changes.add(pair);
      pair.told = isTold;
    }
    for (const pair of changed) pair.told = this.has(pair) && this.isTold(pair);
    return [...changes];
  }

  private isTold(pair: NearPair): boolean {
    return pair.twins || pair.score >= this.least[kindOf(pair)]!;
  }

  /** Counts say something else: every pair is weighed again. */
  private scoreAll(): void {
    this.moves.settle();
    this.scores.clear();
    this.best.fill(NO_PAIR);
    this.furtherMates.clear();
    for (const pair of this.pairs.values()) this.weigh(pair);
    for (const pair of this.pairs.values()) {
      pair.score = UNSCORED;
      this.rescore(pair);
    }
  }

  /** New pairs are weighed, and the other pairs of their persons seen in their light; those of which the score is another. */
  private scoreAround(changed: readonly NearPair[]): NearPair[] {
    const rows = new Set(changed.flatMap((pair) => [pair.a, pair.b]));
    for (const row of rows) {
      this.best[row] = NO_PAIR;
      this.furtherMates.delete(row);
    }
    const touched = new Set<NearPair>();
    for (const row of rows) for (const key of this.pairsOf!.get(row) ?? []) touched.add(this.pairs.get(key)!);
    for (const pair of touched) this.weigh(pair);
    return [...touched].filter((pair) => this.rescore(pair));
  }

  private weigh(pair: NearPair): void {
    if (pair.twins) return;
    const { a, b } = pair;
    const yearOnly = pair.birth === BIRTH_SAME_YEAR;
    const [first, second, odd] = [this.saidBy(a, yearOnly), this.saidBy(b, yearOnly), this.oddWordSurprise()];
    pair.firstIsCopy = copyScore(pair, first, second, true, odd);
    pair.secondIsCopy = copyScore(pair, second, first, false, odd);
    this.noteMate(a, b, standing(pair));
    this.noteMate(b, a, standing(pair));
  }

  private noteMate(row: number, mate: number, score: number): void {
    if (score < this.best[row]!) return;
    if (score === this.best[row]) {
      const further = this.furtherMates.get(row);
      if (this.mates[row] === mate || further?.includes(mate)) return;
      if (further) further.push(mate);
      else this.furtherMates.set(row, [mate]);
      return;
    }
    this.best[row] = score;
    this.mates[row] = mate;
    if (this.furtherMates.size > 0) this.furtherMates.delete(row);
  }

  private saidBy(row: number, yearOnly: boolean): Said {
    return {
      name: this.nameSurprise(row),
      birth: this.birthSurprise(row, yearOnly),
      hamlet: this.hamletSurprise(row),
      isOdd: this.hasOddWord(row),
    };
  }

  /**
   * Who has a likelier pair is no copy in this one, for what is odd about the entry is explained; unless the one whom it is
   * paired with there is the other's double too. Whether the score is another than before.
   */
  private rescore(pair: NearPair): boolean {
    if (pair.twins) return false;
    const { a, b } = pair;
    const own = standing(pair);
    let score = likeliest(pair);
    if (this.best[a]! > own && pair.secondIsCopy < score)
      score = Math.max(pair.secondIsCopy, Math.min(score, this.scoreByMates(a, b)));
    if (this.best[b]! > own && pair.firstIsCopy < score)
      score = Math.max(pair.firstIsCopy, Math.min(score, this.scoreByMates(b, a)));
    if (score === pair.score) return false;
    if (!Number.isNaN(pair.score)) this.scores.add(kindOf(pair), pair.score, -1);
    pair.score = score;
    this.scores.add(kindOf(pair), score, 1);
    return true;
  }

  /** How likely the row's best mates and `other` are one person. */
  private scoreByMates(row: number, other: number): number {
    let score = NO_PAIR;
    for (const mate of [this.mates[row]!, ...(this.furtherMates.get(row) ?? [])]) {
      const pair = this.pairs.get(pairKey(mate, other));
      if (pair && !pair.twins) score = Math.max(score, likeliest(pair));
    }
    return score;
  }

  protected addTwins(first: number, row: number): void {
    this.keep({
      a: first,
      b: row,
      slips: 0,
      ways: 0,
      longer: 0,
      sameLetters: true,
      birth: 0,
      otherHamlet: false,
      otherGender: false,
      twins: true,
      ...NEW,
    });
  }

  protected compare(a: number, b: number): void {
    const birth = birthSlips(this.digits[a]!, this.digits[b]!, this.swapped[a]!);
    if (birth === BIRTH_OTHER) return;
    const otherHamlet = this.hamlets[a] !== this.hamlets[b];
    const left = this.slipsLeft(a, b, birth, otherHamlet);
    const [codeA, codeB] = [this.nameCodes[a]!, this.nameCodes[b]!];
    const found = nameSlips(this.names, codeA, codeB, left);
    if (found >= (left + 1) * SLIP || this.pairs.has(pairKey(a, b))) return;
    this.keep({
      a,
      b,
      slips: Math.floor(found / SLIP),
      ways: found % SLIP,
      longer: lengthOf(this.names, codeB) - lengthOf(this.names, codeA),
      sameLetters: this.nameIds[a] === this.nameIds[b],
      birth,
      otherHamlet,
      otherGender: this.genders[a]! + this.genders[b]! === 1,
      twins: false,
      ...NEW,
    });
  }

  /** How many slips the names may have, given the birth dates. */
  private slipsLeft(a: number, b: number, birth: number, otherHamlet: boolean): number {
    if (birth === 0) return MOST_SLIPS;
    if (otherHamlet) return 0;
    if (birth === 1 || birth === BIRTH_SWAPPED) return 1;
    const yearsOnly = this.days[a] === 0 && this.days[b] === 0;
    return birth === BIRTH_SAME_YEAR && yearsOnly ? MOST_SLIPS : 0;
  }

  private keep(pair: NearPair): void {
    const key = pairKey(pair.a, pair.b);
    this.pairs.set(key, pair);
    if (!this.pairsOf) return;
    this.note(pair.a, key);
    this.note(pair.b, key);
    this.changed.push(pair);
  }

  private note(row: number, key: number): void {
    const own = this.pairsOf!.get(row);
    if (own) own.add(key);
    else this.pairsOf!.set(row, new Set([key]));
  }

  protected dropPairs(row: number): void {
    for (const key of this.pairsOf!.get(row) ?? []) {
      const pair = this.pairs.get(key)!;
      this.pairs.delete(key);
      if (!Number.isNaN(pair.score)) this.scores.add(kindOf(pair), pair.score, -1);
      this.pairsOf!.get(pair.a === row ? pair.b : pair.a)!.delete(key);
      this.changed.push(pair);
    }
    this.pairsOf!.delete(row);
  }

  /** Makes what keeping up to date needs. */
  protected notePairs(): void {
    this.pairsOf = new Map();
    for (const [key, pair] of this.pairs) {
      this.note(pair.a, key);
      this.note(pair.b, key);
    }
  }
}

function likeliest(pair: NearPair): number {
  return Math.max(pair.firstIsCopy, pair.secondIsCopy);
}

/** For telling which of a person's pairs is the likeliest: slips in the birth date are the rarer, whatever they are. */
function standing(pair: NearPair): number {
  return likeliest(pair) - birthSlipRarity(pair.birth);
}

function pairKey(a: number, b: number): number {
  return a < b ? a * PLACES + b : b * PLACES + a;
}
