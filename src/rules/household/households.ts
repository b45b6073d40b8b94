/**
 * Which rows are one household: one CCCD and near-equal names; or, where a row has no usable CCCD, a near-equal person
 * in the same village. Two different persons under one CCCD are two households, and the number is wrong.
 */
import type { CellValue } from "../../book";
import { CELL_READ } from "../cellState";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import { readIdentities, type Identities } from "../identity/identities";
import type { RowGroups } from "../rule";
import { cellText } from "../textColumn";
import { nameSlips, readNames } from "./nameLetters";
import { findNearPersons, type NearPair } from "./nearPersons";

export const NAME_HEADER = "Họ và tên chủ hộ";

/** Two persons who may be one; `row` is the later of their first rows. */
export interface PersonPair extends Pick<NearPair, "nameSlips" | "birth" | "otherHamlet"> {
  readonly row: number;
  readonly otherRow: number;
}

export interface Households {
  readonly identities: Identities;
  /** Rows under one CCCD, where there are several; whoever they name. */
  readonly byIdentity: RowGroups;
  /** Rows of one household, where there are several. */
  readonly groups: RowGroups;
  /** Whether the row is its household's first. */
  readonly isFirst: (row: number) => boolean;
  /** The rows of a CCCD by the persons they name, slips aside; the persons in the order of their first rows. */
  readonly personsIn: (rows: readonly number[]) => readonly (readonly number[])[];
  /** Persons under two valid numbers who may be one. */
  readonly doublePersons: readonly PersonPair[];
}

/** null where the workbook has no households with name and CCCD. */
export function readHouseholds(context: CheckContext): Households | null {
  return context.once("households", () => {
    const identities = readIdentities(context);
    if (!identities?.table.has(NAME_HEADER)) return null;
    return groupHouseholds(identities);
  });
}

function groupHouseholds(identities: Identities): Households {
  const { table, digits } = identities;
  const personsIn = personFinder(table);
  const byIdentity = rowsByIdentity(identities);
  const parents = Int32Array.from({ length: digits.length }, (_unused, row) => row);
  for (const rows of byIdentity.values()) {
    for (const person of personsIn(rows)) for (const row of person) join(parents, row, person[0]!);
  }

  const persons = table.rows.filter((row) => parents[row] === row);
  const near = nearPairs(table, persons);
  const doublePersons: PersonPair[] = [];
  for (const pair of near) {
    const [number, other] = [digits[pair.row]!, digits[pair.otherRow]!];
    if (number !== "" && other !== "") {
      if (number !== other) doublePersons.push(pair);
    } else if (!pair.otherHamlet) join(parents, pair.row, pair.otherRow);
  }
  return {
    identities,
    byIdentity: { table, byKey: byIdentity },
    groups: { table, byKey: groupsOf(table, parents) },
    isFirst: (row) => rootOf(parents, row) === row,
    personsIn,
    doublePersons,
  };
}

/** Only groups of several rows: most numbers stand once. */
function rowsByIdentity({ table, digits }: Identities): Map<string, number[]> {
  const first = new Map<string, number>();
  const several = new Map<string, number[]>();
  for (const row of table.rows) {
    const number = digits[row]!;
    if (number === "") continue;
    const earlier = first.get(number);
    if (earlier === undefined) first.set(number, row);
    else if (several.has(number)) several.get(number)!.push(row);
    else several.set(number, [earlier, row]);
  }
  return several;
}

/** Names of fewer letters have room for one slip only. */
const SHORT_NAME = 8;

/** With how many persons under one number a further name is compared: more mean that the number is no person's. */
const MOST_COMPARED = 12;

function personFinder(table: CheckedTable): (rows: readonly number[]) => number[][] {
  const names = table.raw(NAME_HEADER);
  return (rows) => {
    const persons: { readonly name: string; readonly rows: number[] }[] = [];
    const byName = new Map<string, number[]>();
    for (const row of rows) {
      const name = cellText(names[row] as CellValue).toLowerCase();
      let own = byName.get(name);
      if (!own) {
        own = persons.slice(0, MOST_COMPARED).find((person) => isSamePerson(person.name, name))?.rows ?? [];
        if (own.length === 0) persons.push({ name, rows: own });
        byName.set(name, own);
      }
      own.push(row);
    }
    return persons.map((person) => person.rows);
  };
}

/** Two names of one number are one person's, a slip or two aside; so is a name that is missing. */
function isSamePerson(a: string, b: string): boolean {
  if (a === b || a === "" || b === "") return true;
  const limit = Math.min(a.length, b.length) < SHORT_NAME ? 1 : 2;
  return nameSlips(readNames([a, b]), 0, 1, limit) <= limit;
}

function nearPairs(table: CheckedTable, rows: readonly number[]): PersonPair[] {
  if (!table.has("Ngày sinh")) return [];
  const names = table.raw(NAME_HEADER);
  const births = table.dates("Ngày sinh");
  const hamlets = table.has("Thôn xóm") ? table.texts("Thôn xóm") : null;
  const pairs = findNearPersons({
    names: rows.map((row) => cellText(names[row] as CellValue)),
    births: Int32Array.from(rows, (row) => (births.states[row] === CELL_READ ? births.values[row]! : 0)),
    hamlets: Int32Array.from(rows, (row) => hamlets?.codes[row] ?? -1),
  });
  return pairs.map(({ a, b, ...likeness }) => ({ ...likeness, row: rows[b]!, otherRow: rows[a]! }));
}

function rootOf(parents: Int32Array, row: number): number {
  let root = row;
  while (parents[root] !== root) root = parents[root]!;
  return root;
}

/** The earlier row stands for both. */
function join(parents: Int32Array, row: number, other: number): void {
  const [a, b] = [rootOf(parents, row), rootOf(parents, other)];
  parents[Math.max(a, b)] = Math.min(a, b);
}

function groupsOf(table: CheckedTable, parents: Int32Array): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of table.rows) {
    const root = rootOf(parents, row);
    if (root === row) continue;
    const rows = groups.get(String(root));
    if (rows) rows.push(row);
    else groups.set(String(root), [root, row]);
  }
  return groups;
}
