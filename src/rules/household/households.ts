/**
 * Which rows are one household: one CCCD and near-equal names; or, where a row has no usable CCCD, a near-equal person
 * in the same village. Two different persons under one CCCD are two households, and the number is wrong. Kept up to date
 * row by row; who may be whose double is sought only when somebody asks, or a row lacks its number.
 */
import { digitsOf, readIdentities, type Identities } from "../identity/identities";
import { HOUSEHOLDS, type CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import type { RowGroups, RowIndex } from "../rule";
import { putInOrder } from "../rowGroups";
import type { NearPair } from "./nearPairs";
import { NearPersons } from "./nearPersons";
import { NAME_HEADER, personSource, personsNamed, repeated } from "./sameNumber";

export { NAME_HEADER };

/** Two persons who may be one; `row` is the later of their first rows. */
export interface PersonPair {
  readonly row: number;
  readonly otherRow: number;
  readonly near: NearPair;
}

/** null where the workbook has no households with name and CCCD. */
export function readHouseholds(context: CheckContext): Households | null {
  return context.index(HOUSEHOLDS, () => {
    const identities = readIdentities(context);
    return identities?.table.has(NAME_HEADER) ? new Households(identities) : null;
  });
}

export class Households implements RowIndex {
  /** Rows under one CCCD, where there are several; whoever they name. */
  readonly byIdentity: RowGroups;
  /** Rows of one household, where there are several, by the number of the first. */
  readonly groups: RowGroups;
  changedRows: ReadonlySet<number> = new Set();
  private changedIdentities: ReadonlySet<string> = new Set();
  private changedGroups: ReadonlySet<string> = new Set();
  private readonly table: CheckedTable;
  private readonly several = new Map<string, number[]>();
  private readonly only = new Map<number, number>();
  /** CCCD by row as it was last looked at; -1 for none. */
  private readonly numbers: Float64Array;
  /** The first row of the same person under the same number, by row; -1 for a row without data. */
  private readonly persons: Int32Array;
  private readonly households = new Map<string, number[]>();
  /** Key of the household, by row, where it has several rows. */
  private readonly householdOf = new Map<number, string>();
  /** Persons who may be one, by person. */
  private readonly doubles = new Map<number, Map<number, NearPair>>();
  private near: NearPersons | null = null;
  private withoutNumber = 0;
  private grouped = false;

  constructor(readonly identities: Identities) {
    const { table, digitsAt } = identities;
    this.table = table;
    this.byIdentity = { table, byKey: this.several };
    const { households } = this;
    const group = (): void => this.group();
    this.groups = {
      table,
      get byKey() {
        group();
        return households;
      },
    };
    this.numbers = new Float64Array(table.capacity).fill(-1);
    this.persons = new Int32Array(table.capacity).fill(-1);
    const { numbers, persons } = this;
    const { rows } = table;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]!;
      persons[row] = row;
      numbers[row] = identities.numbers[row]!;
      if (numbers[row]! < 0) this.withoutNumber += 1;
    }
    for (const same of repeated(rows, numbers)) this.several.set(digitsAt(same[0]!), same);
    for (const same of this.several.values()) this.findPersons(same);
  }

  /** Whether the row is its household's first. */
  readonly isFirst = (row: number): boolean => {
    this.group();
    const key = this.householdOf.get(row);
    return key === undefined || this.households.get(key)![0] === row;
  };

  /** The rows of a CCCD by the persons they name, slips aside; the persons in the order of their first rows. */
  readonly personsIn = (rows: readonly number[]): number[][] =>
    personsNamed(rows, (row) => this.table.cell(row, NAME_HEADER));

  /** Rows that are the later of two persons under two valid numbers who may be one. */
  laterDoubles(): number[] {
    this.seek();
    return [...this.doubles.keys()].filter((row) => this.doublesOf(row).length > 0);
  }

  /** The earlier persons whose double a row may be, under other valid numbers. */
  doublesOf(row: number): PersonPair[] {
    this.seek();
    const pairs: PersonPair[] = [];
    for (const [otherRow, near] of this.doubles.get(row) ?? []) {
      const [number, other] = [this.numbers[row]!, this.numbers[otherRow]!];
      const isLater = this.table.placeOf(row) > this.table.placeOf(otherRow);
      if (isLater && number >= 0 && other >= 0 && number !== other) pairs.push({ row, otherRow, near });
    }
    return pairs.sort((a, b) => this.table.placeOf(a.otherRow) - this.table.placeOf(b.otherRow));
  }

  /** Makes what `update` needs, so that the first edit is as quick as the others. */
  prepare(): void {
    for (const row of this.table.rows) {
      const number = this.numbers[row]!;
      if (number >= 0 && !this.several.has(digitsOf(number))) this.only.set(number, row);
    }
    this.group();
    this.seek();
    this.near!.prepare();
  }

  /** The keys of the groups that rows are in. */
  keysOf(rows: readonly number[]): (readonly [RowGroups, readonly string[]])[] {
    return [
      [this.byIdentity, rows.map((row) => digitsOf(this.numbers[row]!))],
      [this.groups, rows.flatMap((row) => this.householdOf.get(row) ?? [])],
    ];
  }

  /** Keys of groups that the last edit changed. */
  changedKeys(groups: RowGroups): ReadonlySet<string> {
    return groups === this.groups ? this.changedGroups : this.changedIdentities;
  }

  /** Looks at changed rows again. What that changed stands in `changedRows` and `changedKeys`. */
  update(rows: Iterable<number>): void {
    const changed = new Set(rows);
    const touched = new Set<number>(changed);
    const identities = new Set<number>();
    for (const row of changed) {
      const number = this.table.isActive(row) ? this.identities.numbers[row]! : -1;
      const wasActive = this.persons[row]! >= 0;
      for (const own of [this.numbers[row]!, number]) {
        if (own >= 0) identities.add(own);
        for (const other of this.rowsUnder(own)) touched.add(other);
      }
      if (wasActive) this.takeNumber(row);
      if (this.table.isActive(row)) this.putNumber(row, number);
    }
    this.regroup(changed, touched, identities);
  }

  private regroup(changed: ReadonlySet<number>, touched: Set<number>, identities: ReadonlySet<number>): void {
    const before = new Map([...touched].map((row) => [row, this.persons[row]!]));
    for (const row of touched) this.persons[row] = this.table.isActive(row) ? row : -1;
    for (const number of identities) this.findPersons(this.rowsUnder(number));
    const near = this.near!;
    const moved = [...touched].filter(
      (row) => changed.has(row) || (before.get(row) === row) !== (this.persons[row] === row),
    );
    for (const row of moved) near.remove(row);
    for (const row of moved) if (this.persons[row] === row) near.add(row);
    for (const pair of near.settle()) {
      this.noteDouble(pair);
      touched.add(pair.a);
      touched.add(pair.b);
    }
    this.changedIdentities = new Set([...identities].map(digitsOf));
    this.changedGroups = this.groupAgain(touched);
    this.changedRows = touched;
  }

  private noteDouble(pair: NearPair): void {
    for (const [row, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const own = this.doubles.get(row);
      if (pair.told) {
        if (own) own.set(other, pair);
        else this.doubles.set(row, new Map([[other, pair]]));
      } else if (own?.get(other) === pair) own.delete(other);
    }
  }

  private rowsUnder(number: number): readonly number[] {
    if (number < 0) return [];
    const only = this.only.get(number);
    return this.several.get(digitsOf(number)) ?? (only === undefined ? [] : [only]);
  }

  private putNumber(row: number, number: number): void {
    this.numbers[row] = number;
    if (number < 0) {
      this.withoutNumber += 1;
      return;
    }
    const rows = this.several.get(digitsOf(number));
    const only = this.only.get(number);
    if (rows) putInOrder(rows, row, this.table);
    else if (only === undefined) this.only.set(number, row);
    else {
      const both = [only];
      putInOrder(both, row, this.table);
      this.several.set(digitsOf(number), both);
    }
  }

  private takeNumber(row: number): void {
    const number = this.numbers[row]!;
    this.numbers[row] = -1;
    if (number < 0) {
      this.withoutNumber -= 1;
      return;
    }
    const rows = this.several.get(digitsOf(number));
    if (!rows) {
      this.only.delete(number);
      return;
    }
    rows.splice(rows.indexOf(row), 1);
    if (rows.length > 1) return;
    this.several.delete(digitsOf(number));
    this.only.set(number, rows[0]!);
  }

  private findPersons(rows: readonly number[]): void {
    if (rows.length < 2) return;
    for (const person of this.personsIn(rows)) for (const row of person) this.persons[row] = person[0]!;
  }

  /** Seeks doubles among all persons, once. */
  private seek(): void {
    if (this.near) return;
    this.near = new NearPersons(personSource(this.table));
    if (this.table.has("Ngày sinh"))
      this.near.load(this.table.rows.filter((row) => this.persons[row] === row));
    for (const pair of this.near.told()) this.noteDouble(pair);
  }

  private group(): void {
    if (this.grouped) return;
    this.grouped = true;
    // Only rows without a number are joined by likeness.
    if (this.withoutNumber > 0) this.seek();
    const rows = new Set<number>();
    for (const same of this.several.values()) for (const row of same) rows.add(row);
    for (const [row, others] of this.doubles) {
      for (const [other, pair] of others) if (this.isJoined(row, other, pair)) rows.add(row).add(other);
    }
    this.groupAgain(rows);
  }

  /** Two persons of one village of whom one has no number. */
  private isJoined(row: number, other: number, pair: NearPair): boolean {
    return !pair.otherHamlet && (this.numbers[row]! < 0 || this.numbers[other]! < 0);
  }

  /** Makes the households of these rows anew; the keys of all that changed. */
  private groupAgain(rows: Iterable<number>): Set<string> {
    const keys = new Set<string>();
    const open = new Set<number>();
    for (const row of rows) {
      open.add(row);
      const key = this.householdOf.get(row);
      if (key === undefined || keys.has(key)) continue;
      keys.add(key);
      for (const member of this.households.get(key)!) open.add(member);
    }
    for (const key of keys) {
      for (const member of this.households.get(key)!) this.householdOf.delete(member);
      this.households.delete(key);
    }
    const done = new Set<number>();
    for (const row of open) {
      if (done.has(row) || this.persons[row]! < 0) continue;
      const members = this.connected(row);
      for (const member of members) done.add(member);
      if (members.length < 2) continue;
      for (const member of members) {
        const former = this.householdOf.get(member);
        if (former === undefined) continue;
        keys.add(former);
        this.households.delete(former);
      }
      const key = String(members[0]);
      keys.add(key);
      this.households.set(key, members);
      for (const member of members) this.householdOf.set(member, key);
    }
    return keys;
  }

  /** All rows of a row's household, in the order of the sheet. */
  private connected(row: number): number[] {
    const found = new Set([row]);
    for (const member of found) {
      const person = this.persons[member]!;
      for (const other of this.rowsUnder(this.numbers[member]!)) {
        if (this.persons[other] === person) found.add(other);
      }
      for (const [other, pair] of this.doubles.get(person) ?? [])
        if (this.isJoined(person, other, pair)) found.add(other);
    }
    return [...found].sort((a, b) => this.table.placeOf(a) - this.table.placeOf(b));
  }
}
