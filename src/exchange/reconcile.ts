/**
 * Our vouchers against the Treasury's or an accounting program's: by number, date and amount. Always true: each voucher and
 * each line stands in exactly one place, and what is only near is proposed, never taken as the same.
 */
import { editDistance, fold, type Dong } from "../domain";
import type { StatementLine } from "./statement";

/** A voucher of ours. */
export interface LedgerEntry {
  /** Data row of `tblGiaiNgan`, from 0. */
  readonly row: number;
  /** ISO; null where the cell holds none. */
  readonly date: string | null;
  readonly number: string;
  /** Negative for money given back. */
  readonly amount: Dong;
  readonly text: string;
}

/** Why a pair is not plainly the same. */
export type Reason =
  | { readonly kind: "date"; readonly days: number }
  | { readonly kind: "number" }
  /** Several vouchers together are one line, or the other way. */
  | { readonly kind: "group"; readonly ours: number; readonly theirs: number };

export interface Pair {
  readonly ours: readonly LedgerEntry[];
  readonly theirs: readonly StatementLine[];
  /** Ours less theirs. */
  readonly difference: Dong;
  readonly reasons: readonly Reason[];
}

export interface Reconciliation {
  readonly matched: readonly Pair[];
  /** Near: to be looked at by a person. */
  readonly proposed: readonly Pair[];
  /** The same voucher with another amount. */
  readonly different: readonly Pair[];
  readonly onlyOurs: readonly LedgerEntry[];
  readonly onlyTheirs: readonly StatementLine[];
}

/** A voucher is entered and paid within so many days. */
const NEAR_DAYS = 10;
/** Numbers begin anew each year. */
const SAME_NUMBER_DAYS = 62;

export function reconcile(ours: readonly LedgerEntry[], theirs: readonly StatementLine[]): Reconciliation {
  const open = { ours: new Set(ours), theirs: new Set(signedLike(ours, theirs)) };
  const take = (pair: Pair): Pair => {
    for (const one of pair.ours) open.ours.delete(one);
    for (const one of pair.theirs) open.theirs.delete(one);
    return pair;
  };
  const whole = (one: Entry) =>
    one.date === null ? null : `${numberKey(one.number)} ${one.date} ${one.amount}`;
  const numberAndDate = (one: Entry) => (one.date === null ? "" : `${numberKey(one.number)} ${one.date}`);
  const certain = [
    ...pairsBy(open, whole).map(take),
    ...groupsBy(open, numberAndDate)
      .filter((pair) => pair.difference === 0)
      .map(take),
  ];
  const sameVoucher = groupsBy(open, numberAndDate).map(take);
  const sameNumber = groupsBy(open, (one) => numberKey(one.number))
    .filter(withinReach)
    .map(take);
  const near = nearPairs([...open.ours], [...open.theirs]).map(take);
  const isExact = (pair: Pair) => pair.difference === 0;
  const isDated = (pair: Pair) => pair.reasons.some((reason) => reason.kind === "date");
  return {
    matched: [...certain, ...sameNumber.filter((pair) => isExact(pair) && !isDated(pair))],
    proposed: [...sameNumber.filter((pair) => isExact(pair) && isDated(pair)), ...near],
    different: [...sameVoucher, ...sameNumber.filter((pair) => !isExact(pair))],
    onlyOurs: [...open.ours],
    onlyTheirs: [...open.theirs],
  };
}

interface Open {
  readonly ours: ReadonlySet<LedgerEntry>;
  readonly theirs: ReadonlySet<StatementLine>;
}

type Entry = LedgerEntry | StatementLine;

/** “UNC 0012”, “12/UNC” and “12/2025” may be one; an empty number is nobody's. */
export function numberKey(number: string): string {
  const folded = fold(number);
  const runs = folded.match(/\d+/g) ?? [];
  const plain = runs.filter((run) => !/^20\d\d$/.test(run));
  const kept = plain.length > 0 ? plain : runs;
  return kept.map((run) => run.replace(/^0+(?=\d)/, "")).join("-") || folded.replace(/[^a-z]/g, "");
}

/** Where theirs has no signs, a line that is ours with the other sign gets ours. */
function signedLike(ours: readonly LedgerEntry[], theirs: readonly StatementLine[]): StatementLine[] {
  if (theirs.some((line) => line.amount < 0)) return [...theirs];
  const key = (one: Entry, amount: number) => `${numberKey(one.number)} ${one.date} ${amount}`;
  const returned = new Set(ours.filter((one) => one.amount < 0).map((one) => key(one, -one.amount)));
  const given = new Set(ours.filter((one) => one.amount > 0).map((one) => key(one, one.amount)));
  return theirs.map((line) => {
    const own = key(line, line.amount);
    return returned.has(own) && !given.has(own) ? { ...line, amount: -line.amount } : line;
  });
}

/** One of ours and one of theirs with the same key; equal ones in their order. */
function pairsBy(open: Open, keyOf: (one: Entry) => string | null): Pair[] {
  const waiting = new Map<string, StatementLine[]>();
  for (const line of open.theirs) {
    const key = keyOf(line);
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), line]);
  }
  return [...open.ours].flatMap((entry): Pair[] => {
    const key = keyOf(entry);
    const line = key === null ? undefined : waiting.get(key)?.shift();
    return line ? [pairOf([entry], [line])] : [];
  });
}

/** All that is still open under a key, on both sides; what has no number or an empty key stays out. */
function groupsBy(open: Open, keyOf: (one: Entry) => string): Pair[] {
  const isKeyed = (one: Entry) => hasNumber(one) && keyOf(one) !== "";
  const theirs = grouped([...open.theirs].filter(isKeyed), keyOf);
  return [...grouped([...open.ours].filter(isKeyed), keyOf)].flatMap(([key, entries]): Pair[] => {
    const lines = theirs.get(key);
    return lines ? [pairOf(entries, lines)] : [];
  });
}

function hasNumber(one: Entry): boolean {
  return numberKey(one.number) !== "";
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function withinReach({ ours, theirs }: Pair): boolean {
  return ours.every((entry) => theirs.every((line) => (daysApart(entry, line) ?? 0) <= SAME_NUMBER_DAYS));
}

/** The same amount within some days, or with a number that is one slip away; the nearest pairs first. */
function nearPairs(ours: readonly LedgerEntry[], theirs: readonly StatementLine[]): Pair[] {
  const byAmount = grouped(theirs, (line) => String(line.amount));
  const candidates = ours.flatMap((entry) =>
    (byAmount.get(String(entry.amount)) ?? []).flatMap((line) => {
      const days = daysApart(entry, line);
      const slip = hasNumber(entry) && hasNumber(line) && oneSlipAway(entry.number, line.number);
      const isNear = (days !== null && days <= NEAR_DAYS) || (slip && (days ?? 0) <= SAME_NUMBER_DAYS);
      return isNear ? [{ entry, line, distance: (days ?? NEAR_DAYS) + (slip ? 0 : NEAR_DAYS) }] : [];
    }),
  );
  candidates.sort((a, b) => a.distance - b.distance || a.entry.row - b.entry.row || a.line.row - b.line.row);
  const taken = new Set<Entry>();
  return candidates.flatMap(({ entry, line }): Pair[] => {
    if (taken.has(entry) || taken.has(line)) return [];
    taken.add(entry).add(line);
    return [pairOf([entry], [line])];
  });
}

function oneSlipAway(a: string, b: string): boolean {
  const [one, other] = [numberKey(a), numberKey(b)];
  return Math.min(one.length, other.length) >= 3 && editDistance(one, other, 1) <= 1;
}

function daysApart(a: Entry, b: Entry): number | null {
  if (a.date === null || b.date === null) return null;
  return Math.abs(Date.parse(a.date) - Date.parse(b.date)) / 86_400_000;
}

function sumOf(entries: readonly Entry[]): Dong {
  return entries.reduce((sum, one) => sum + one.amount, 0);
}

function pairOf(ours: readonly LedgerEntry[], theirs: readonly StatementLine[]): Pair {
  const reasons: Reason[] = [];
  if (ours.length > 1 || theirs.length > 1)
    reasons.push({ kind: "group", ours: ours.length, theirs: theirs.length });
  const days = daysApart(ours[0]!, theirs[0]!);
  if (days !== 0 && days !== null) reasons.push({ kind: "date", days });
  if (numberKey(ours[0]!.number) !== numberKey(theirs[0]!.number)) reasons.push({ kind: "number" });
  return { ours, theirs, difference: sumOf(ours) - sumOf(theirs), reasons };
}
