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
  /** Whether two rows name the same person, a slip or two aside. */
  readonly isSamePerson: (row: number, other: number) => boolean;
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
  const isSamePerson = personComparer(table);
  const byIdentity = rowsByIdentity(identities);
  const parents = Int32Array.from({ length: digits.length }, (_unused, row) => row);
  for (const rows of byIdentity.values()) joinSamePersons(rows, isSamePerson, parents);

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
    isSamePerson,
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

function personComparer(table: CheckedTable): (row: number, other: number) => boolean {
  const names = table.raw(NAME_HEADER);
  return (row, other) => {
    const [a, b] = [names[row] as CellValue, names[other] as CellValue].map(cellText);
    if (a === b || a === "" || b === "") return true;
    const limit = Math.min(a!.length, b!.length) < SHORT_NAME ? 1 : 2;
    return nameSlips(readNames([a!, b!]), 0, 1, limit) <= limit;
  };
}

function joinSamePersons(
  rows: readonly number[],
  isSamePerson: (row: number, other: number) => boolean,
  parents: Int32Array,
): void {
  const persons: number[] = [];
  for (const row of rows) {
    const same = persons.find((person) => isSamePerson(row, person));
    if (same === undefined) persons.push(row);
    else join(parents, row, same);
  }
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
