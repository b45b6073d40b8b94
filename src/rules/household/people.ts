/** The persons of a list as the search for doubles needs them: their particulars as numbers, and how many share each. */
import { dayOf, monthOf, yearOf, type DayKey } from "../dateColumn";
import { packedDigits, swappedDigits } from "./birthSlips";
import { CountMoves } from "./countMoves";
import { surprise, wordSurprise } from "./likelihood";
import { NameLetters, WORDS } from "./nameLetters";
import { PLACES } from "./runs";

/** Where the persons' particulars stand, by row. */
export interface PersonSource {
  readonly capacity: number;
  /** One number for equal names; -1 where there is none. */
  readonly nameCodeAt: (row: number) => number;
  readonly nameOf: (code: number) => string;
  /** 0 where unknown. */
  readonly birthAt: (row: number) => DayKey;
  /** A number for each village, -1 where unknown. */
  readonly hamletAt: (row: number) => number;
  /** 0 for a man, 1 for a woman, -1 where unknown. */
  readonly genderAt: (row: number) => number;
  /** Of equal persons the one that stands first is taken for all. */
  readonly placeOf: (row: number) => number;
}
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** How many different words, years, days and villages there usually are: a short list does not show them all. */
const USUAL = { words: 200, years: 60, days: 365, hamlets: 20 };
/** The odd words and the names without marks are a share of the people themselves. */
const USUAL_TOTALS = [0, ...Object.values(USUAL)];
/** Counters, for noting which say something else now. */
const COUNTED = { people: 0, plain: 1, plainWords: 2, odd: 3, word: 4, year: 5, day: 6, hamlet: 7 };

export class People {
  protected readonly names: NameLetters;
  protected readonly nameCodes: Int32Array;
  protected readonly nameIds: Int32Array;
  protected readonly births: Int32Array;
  protected readonly years: Uint8Array;
  protected readonly months: Uint8Array;
  protected readonly days: Uint8Array;
  protected readonly hamlets: Int32Array;
  protected readonly genders: Int8Array;
  protected readonly digits: Int32Array;
  protected readonly swapped: Int32Array;
  protected readonly isMember: Uint8Array;
  protected people = 0;
  /** Of these, people whose names have no marks. */
  private plainPeople = 0;
  /** Words that a single person bears. */
  private oddWords = 0;
  protected wordCounts = new Int32Array(1024);
  protected readonly yearCounts = new Int32Array(LAST_YEAR - FIRST_YEAR + 1);
  protected readonly dayCounts = new Int32Array(16 * 32);
  protected readonly hamletCounts = new Map<number, number>();
  /** Whether counts say something else of persons who were scored before. */
  protected readonly moves = new CountMoves();

  constructor(protected readonly source: PersonSource) {
    const { capacity } = source;
    if (capacity > PLACES) throw new RangeError(`more than ${PLACES} persons`);
    this.names = new NameLetters(capacity);
    this.nameCodes = new Int32Array(capacity);
    this.nameIds = new Int32Array(capacity);
    this.births = new Int32Array(capacity);
    this.years = new Uint8Array(capacity);
    this.months = new Uint8Array(capacity);
    this.days = new Uint8Array(capacity);
    this.hamlets = new Int32Array(capacity);
    this.genders = new Int8Array(capacity);
    this.digits = new Int32Array(capacity);
    this.swapped = new Int32Array(capacity);
    this.isMember = new Uint8Array(capacity);
  }

  /** Whether the person can be compared at all. */
  protected readPerson(row: number): boolean {
    const birth = this.source.birthAt(row);
    const year = yearOf(birth);
    const code = this.source.nameCodeAt(row);
    if (year < FIRST_YEAR || year > LAST_YEAR || code < 0) return false;
    this.names.set(code, this.source.nameOf(code));
    this.nameCodes[row] = code;
    this.nameIds[row] = this.names.ids[code]!;
    this.births[row] = birth;
    this.years[row] = year - FIRST_YEAR;
    this.months[row] = monthOf(birth);
    this.days[row] = dayOf(birth);
    this.hamlets[row] = this.source.hamletAt(row);
    this.genders[row] = this.source.genderAt(row);
    this.digits[row] = packedDigits(birth);
    this.swapped[row] = swappedDigits(birth);
    this.isMember[row] = 1;
    return true;
  }

  protected count(row: number, times: 1 | -1): void {
    const { moves } = this;
    this.people += times;
    for (const usual of USUAL_TOTALS)
      moves.total(COUNTED.people, usual, this.people - times + usual, this.people + usual);
    this.countWords(row, times);
    const [year, day] = [this.years[row]!, this.dayPlace(row)];
    const inYear = (this.yearCounts[year]! += times);
    moves.count(COUNTED.year, year, inYear - times, inYear);
    if (this.days[row]! > 0) {
      const onDay = (this.dayCounts[day]! += times);
      moves.count(COUNTED.day, day, onDay - times, onDay);
    }
    const hamlet = this.hamlets[row]!;
    const inHamlet = (this.hamletCounts.get(hamlet) ?? 0) + times;
    this.hamletCounts.set(hamlet, inHamlet);
    moves.count(COUNTED.hamlet, hamlet + 1, inHamlet - times, inHamlet);
  }

  private countWords(row: number, times: 1 | -1): void {
    const { moves, names, oddWords, plainPeople } = this;
    if (names.wordCount > this.wordCounts.length) {
      const counts = new Int32Array(2 * names.wordCount);
      counts.set(this.wordCounts);
      this.wordCounts = counts;
    }
    const wasMostPlain = this.isMostPlain();
    const code = this.nameCodes[row]!;
    if (names.isPlain[code] === 1) this.plainPeople += times;
    for (let at = code * WORDS; at < (code + 1) * WORDS && names.words[at]! >= 0; at += 1) {
      const word = names.words[at]!;
      const count = (this.wordCounts[word]! += times);
      moves.count(COUNTED.word, word, count - times, count);
      if (count === 1) this.oddWords += 1;
      if (count - times === 1) this.oddWords -= 1;
    }
    moves.count(COUNTED.odd, 0, oddWords, this.oddWords);
    moves.count(COUNTED.plain, 0, plainPeople, this.plainPeople);
    moves.total(COUNTED.plainWords, 0, plainPeople + USUAL.words, this.plainPeople + USUAL.words);
    if (wasMostPlain !== this.isMostPlain()) moves.all();
  }

  /** What the name says; of names without marks the words are counted among themselves, for one such word brings the others. */
  protected nameSurprise(row: number): number {
    const { words } = this.names;
    const code = this.nameCodes[row]!;
    const isApart = this.isPlainAmongMarked(code);
    const total = isApart ? this.plainPeople : this.people;
    let sum = isApart ? surprise(this.plainPeople, this.people, 0) : 0;
    for (let at = code * WORDS; at < (code + 1) * WORDS && words[at]! >= 0; at += 1)
      sum += wordSurprise(this.wordCounts[words[at]!]!, total, USUAL.words, !isApart);
    return sum;
  }

  /** A word of the name is nobody else's. */
  protected hasOddWord(row: number): boolean {
    const { words } = this.names;
    const code = this.nameCodes[row]!;
    if (this.isPlainAmongMarked(code)) return false;
    for (let at = code * WORDS; at < (code + 1) * WORDS && words[at]! >= 0; at += 1)
      if (this.wordCounts[words[at]!]! <= 1) return true;
    return false;
  }

  /** What it says to have a word that is nobody else's. */
  protected oddWordSurprise(): number {
    return surprise(Math.max(this.oddWords, 1), this.people, 0);
  }

  private isPlainAmongMarked(code: number): boolean {
    return this.names.isPlain[code] === 1 && !this.isMostPlain();
  }

  private isMostPlain(): boolean {
    return 2 * this.plainPeople >= this.people;
  }

  protected birthSurprise(row: number, yearOnly: boolean): number {
    const year = surprise(this.yearCounts[this.years[row]!]!, this.people, USUAL.years);
    if (yearOnly || this.days[row] === 0) return year;
    return year + surprise(this.dayCounts[this.dayPlace(row)]!, this.people, USUAL.days);
  }

  protected hamletSurprise(row: number): number {
    return surprise(this.hamletCounts.get(this.hamlets[row]!) ?? 0, this.people, USUAL.hamlets);
  }

  /** One number for persons equal in all; -1 where the day of birth is not known. */
  protected equalKey(row: number): number {
    if (this.days[row] === 0) return -1;
    const day = this.years[row]! * 512 + this.dayPlace(row);
    return (
      (this.names.markedIds[this.nameCodes[row]!]! * 2 ** 17 + day) * 2 ** 14 +
      ((this.hamlets[row]! + 1) & 0x3fff)
    );
  }

  /** The block that a person stands in when pairs are sought this way; -1 for none. */
  protected blockKey(way: number, row: number): number {
    if (way === BY_NAME) return this.nameIds[row]!;
    const isWhole = this.days[row]! > 0;
    if (way === BY_BIRTH) return isWhole ? this.births[row]! : -1;
    if (isWhole === (way === BY_YEAR)) return -1;
    return ((this.hamlets[row]! + 1) % MOST_HAMLETS) * PARTS + this.partOf(way, row);
  }

  protected partOf(way: number, row: number): number {
    const [year, month, day] = [this.years[row]!, this.months[row]!, this.days[row]!];
    switch (way) {
      case BY_DAY_AND_MONTH:
        return month * 32 + day;
      case BY_MONTH_AND_YEAR:
        return year * 16 + month;
      case BY_DAY_AND_YEAR:
        return year * 32 + day;
      case BY_YEAR:
        return year;
      default:
        return year * 400 + Math.min(day, month) * 32 + Math.max(day, month);
    }
  }

  protected dayPlace(row: number): number {
    return this.months[row]! * 32 + this.days[row]!;
  }
}

/** Ways of seeking. Those of a village: two of the three parts of a date; the year with day and month in whichever order; the year alone where no more is known. */
export const BY_NAME = 0;
export const BY_BIRTH = 1;
const BY_DAY_AND_MONTH = 2;
const BY_MONTH_AND_YEAR = 3;
const BY_DAY_AND_YEAR = 4;
const BY_EITHER_ORDER = 5;
const BY_YEAR = 6;
export const WAYS = [
  BY_NAME,
  BY_BIRTH,
  BY_DAY_AND_MONTH,
  BY_MONTH_AND_YEAR,
  BY_DAY_AND_YEAR,
  BY_EITHER_ORDER,
  BY_YEAR,
] as const;
/** More than any part: 201 years of 400 pairs of day and month. */
const PARTS = 81000;
/** Keys stay below 2^32. */
const MOST_HAMLETS = 50000;
