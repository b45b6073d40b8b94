/** Rows under one number, the persons they name, and where a person's particulars stand. */
import type { CellValue } from "../../book";
import { CELL_READ } from "../cellState";
import type { CheckedTable } from "../checkedTable";
import { byValue, cellText } from "../textColumn";
import { slipsBetween } from "./nameLetters";
import type { PersonSource } from "./people";

export const NAME_HEADER = "Họ và tên chủ hộ";

/** Rows by the persons they name, slips aside; the persons in the order of their first rows. */
export function personsNamed(rows: readonly number[], names: readonly CellValue[]): number[][] {
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
}

/** Names of fewer letters have room for one slip only. */
const SHORT_NAME = 8;

/** With how many persons under one number a further name is compared: more mean that the number is no person's. */
const MOST_COMPARED = 12;

/** Two names of one number are one person's, a slip or two aside; so is a name that is missing. */
function isSamePerson(a: string, b: string): boolean {
  if (a === b || a === "" || b === "") return true;
  const limit = Math.min(a.length, b.length) < SHORT_NAME ? 1 : 2;
  return slipsBetween(a, b, limit) <= limit;
}

/** Rows that have a number in common, where several have it. Numbers of twelve digits, or -1 for none. */
export function repeated(rows: readonly number[], numbers: Float64Array): Iterable<number[]> {
  // A table of our own: a map of a hundred thousand numbers would cost more than all that is done with it.
  const size = 2 ** Math.ceil(Math.log2(2 * rows.length + 2));
  const first = new Int32Array(size).fill(-1);
  const several = new Map<number, number[]>();
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const number = numbers[row]!;
    if (number < 0) continue;
    let at = hashOf(number) & (size - 1);
    while (first[at]! >= 0 && numbers[first[at]!] !== number) at = (at + 1) & (size - 1);
    const earlier = first[at]!;
    if (earlier < 0) first[at] = row;
    else if (several.has(earlier)) several.get(earlier)!.push(row);
    else several.set(earlier, [earlier, row]);
  }
  return several.values();
}

function hashOf(number: number): number {
  const front = Math.floor(number / 1e6);
  const hash = Math.imul(front, 0x9e3779b1) ^ Math.imul(number - front * 1e6, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/** The columns of a table that tell persons apart. */
export function personSource(table: CheckedTable): PersonSource {
  const names = table.texts(NAME_HEADER);
  const births = table.has("Ngày sinh") ? table.dates("Ngày sinh") : null;
  const hamlets = table.has("Thôn xóm") ? table.texts("Thôn xóm") : null;
  const genders = table.has("Giới tính") ? table.texts("Giới tính") : null;
  return {
    capacity: table.capacity,
    nameCodeAt: (row: number) => names.codes[row]!,
    nameOf: (code: number) => names.keys[code]!,
    birthAt: (row: number) => (births?.states[row] === CELL_READ ? births.values[row]! : 0),
    hamletAt: (row: number) => hamlets?.codes[row] ?? -1,
    genderAt: genders ? byValue(genders, genderOf, -1) : () => -1,
    placeOf: (row: number) => table.placeOf(row),
  };
}

function genderOf(key: string): number {
  return key === "nam" ? 0 : key === "nữ" ? 1 : -1;
}
