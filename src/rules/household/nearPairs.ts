/** Pairs of persons who may be one, with their scores, and which of them are told. */
import { BIRTH_OTHER, BIRTH_SAME_YEAR, birthSlips } from "./birthSlips";
import { kindOf, scoreOf, ScoreCounts, type Likeness } from "./likelihood";
import { nameSlips } from "./nameLetters";
import { People } from "./people";
import { PLACES } from "./runs";

export interface NearPair extends Likeness {
  readonly a: number;
  readonly b: number;
  /** Equal in all: told in any case. */
  readonly twins: boolean;
  score: number;
  told: boolean;
}

/** Not yet compared with what the list usually has. */
const UNSCORED = NaN;
const MOST_SLIPS = 2;

export class NearPairs extends People {
  protected readonly pairs = new Map<number, NearPair>();
  private readonly scores = new ScoreCounts();
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
    const changes = new Set(this.changed);
    this.changed = [];
    const isSettled = this.settleScores(changes);
    if (!isSettled) {
      for (const pair of this.pairs.values()) {
        const isTold = this.isTold(pair);
        if (pair.told !== isTold) changes.add(pair);
        pair.told = isTold;
      }
    }
    for (const pair of changes) pair.told = this.has(pair) && this.isTold(pair);
    return [...changes];
  }

  /** Scores follow the counts; only new pairs get one while the counts say the same. Whether no other pair can have changed. */
  private settleScores(fresh: Iterable<NearPair>): boolean {
    const { countsMoved } = this;
    this.countsMoved = false;
    if (countsMoved) this.scores.clear();
    for (const pair of countsMoved ? this.pairs.values() : fresh) {
      if (pair.twins || !this.has(pair)) continue;
      pair.score = this.score(pair);
      this.scores.add(kindOf(pair), pair.score, 1);
    }
    const { least } = this;
    this.least = this.scores.leastTold(this.people);
    return !countsMoved && this.least.every((score, kind) => score === least[kind]);
  }

  private isTold(pair: NearPair): boolean {
    return pair.twins || pair.score >= this.least[kindOf(pair)]!;
  }

  private score(pair: NearPair): number {
    const { a, b } = pair;
    const name = Math.max(this.nameSurprise(a), this.nameSurprise(b));
    const birth = Math.max(
      this.birthSurprise(a, pair.birth === BIRTH_SAME_YEAR),
      this.birthSurprise(b, pair.birth === BIRTH_SAME_YEAR),
    );
    const hamlet = pair.otherHamlet ? 0 : this.hamletSurprise(a);
    return scoreOf(pair, name, birth, hamlet);
  }

  protected addTwins(first: number, row: number): void {
    this.keep({
      a: first,
      b: row,
      slips: 0,
      sameLetters: true,
      birth: 0,
      otherHamlet: false,
      twins: true,
      score: UNSCORED,
      told: false,
    });
  }

  protected compare(a: number, b: number): void {
    const birth = birthSlips(this.digits[a]!, this.digits[b]!, this.swapped[a]!);
    if (birth === BIRTH_OTHER) return;
    const otherHamlet = this.hamlets[a] !== this.hamlets[b];
    const left = this.slipsLeft(a, b, birth, otherHamlet);
    const slips = nameSlips(this.names, this.nameCodes[a]!, this.nameCodes[b]!, left);
    if (slips > left || this.pairs.has(pairKey(a, b))) return;
    const sameLetters = this.nameIds[a] === this.nameIds[b];
    this.keep({ a, b, slips, sameLetters, birth, otherHamlet, twins: false, score: UNSCORED, told: false });
  }

  /** How many slips the names may have, given the birth dates. */
  private slipsLeft(a: number, b: number, birth: number, otherHamlet: boolean): number {
    if (birth === 0) return MOST_SLIPS;
    if (otherHamlet) return 0;
    if (birth === 1) return 1;
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

function pairKey(a: number, b: number): number {
  return a < b ? a * PLACES + b : b * PLACES + a;
}
