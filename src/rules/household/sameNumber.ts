/** Rows under one number, the persons they name, and where a person's particulars stand. */
import type { CellValue } from "../../book";
import { CELL_READ } from "../cellState";
import type { CheckedTable } from "../checkedTable";
import { byValue, cellText } from "../textColumn";
import { slipsBetween } from "./nameLetters";
import type { PersonSource } from "./people";

export const NAME_HEADER = "Họ và tên chủ hộ";

/** Rows by the persons they name, slips aside; the persons in the order of their first rows. */
export function personsNamed(rows: readonly number[], nameAt: (row: number) => CellValue): number[][] {
  const persons: { readonly name: string; readonly rows: number[] }[] = [];
  const byName = new Map<string, number[]>();
  for (const row of rows) {
    const name = cellText(nameAt(row)).toLowerCase();
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
  const candidates = perhapsRepeated(rows, numbers);
  const byNumber = new Map<number, number[]>();
  for (const row of candidates) {
    const own = byNumber.get(numbers[row]!);
    if (own) own.push(row);
    else byNumber.set(numbers[row]!, [row]);
  }
  return [...byNumber.values()].filter((own) => own.length > 1);
}

/**
 * The rows whose number has the same hash as another's. A bit for each hash: a map of a hundred thousand numbers would
 * cost more than all that is done with it.
 */
function perhapsRepeated(rows: readonly number[], numbers: Float64Array): number[] {
  const bits = Math.min(Math.max(Math.ceil(Math.log2(HASHES_PER_ROW * rows.length + 2)), 5), MOST_BITS);
  const seen = new Int32Array(2 ** (bits - 5));
  const again = new Int32Array(2 ** (bits - 5));
  let isAny = false;
  for (let index = 0; index < rows.length; index += 1) {
    const number = numbers[rows[index]!]!;
    if (number < 0) continue;
    const hash = hashOf(number) >>> (32 - bits);
    const bit = 1 << (hash & 31);
    if ((seen[hash >>> 5]! & bit) === 0) seen[hash >>> 5]! |= bit;
    else {
      again[hash >>> 5]! |= bit;
      isAny = true;
    }
  }
  const isRepeated = (row: number): boolean => {
    const number = numbers[row]!;
    if (number < 0) return false;
    const hash = hashOf(number) >>> (32 - bits);
    return (again[hash >>> 5]! & (1 << (hash & 31))) !== 0;
  };
  return isAny ? rows.filter(isRepeated) : [];
}

const HASHES_PER_ROW = 16;
const MOST_BITS = 27;

function hashOf(number: number): number {
  // The last digits are what tells numbers apart: nothing is lost by what lies beyond 32 bits.
  return Math.imul(number | 0, 0x9e3779b1);
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
