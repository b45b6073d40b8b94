/** Households of a generated commune, with persons planted twice by slips. The same seed gives the same people. */
import { serialFromDate } from "../../src/domain";
import type { ExampleRow } from "../../src/rules";

export interface PopulationOptions {
  readonly seed: number;
  readonly count: number;
  /** How many persons stand there twice, on top of `count`. */
  readonly doubles: number;
  readonly hamlets: number;
  /** `fixed`: every family name as frequent; `skewed`: a few families and given names are most people's, as in real villages. */
  readonly names: "even" | "skewed";
  /** Share of people of whom only the year of birth is known. */
  readonly yearOnly?: number;
  /** Whether numbers carry gender and year of birth, or are mere counters. */
  readonly numbers?: "real" | "counted";
}

export interface Person {
  readonly name: string;
  readonly year: number;
  /** 0 where only the year is known. */
  readonly month: number;
  readonly day: number;
  readonly hamlet: number;
  readonly female: boolean;
}

export interface Population {
  readonly persons: readonly Person[];
  readonly rows: readonly ExampleRow[];
  /** Index of a planted row → index of the person it repeats. */
  readonly originals: ReadonlyMap<number, number>;
}

/** Whole numbers below a bound, from a seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const families =
  "Nông Triệu Hoàng Nguyễn Lý Ma Lường Vi Hứa Trần Đặng Dương Bàn Chu Lưu Phạm Lê Vũ Đàm La".split(" ");
const middles = "Văn Thị Đức Minh Quang Hữu Xuân Thanh Ngọc Đình Công Trọng Thu Bích Kim Hồng".split(" ");
const givens =
  "An Bình Bảo Cường Chiến Dũng Duy Đạt Đông Giang Hà Hải Hiếu Hòa Hùng Huy Khánh Khoa Kiên Lâm Linh Long Mạnh Nam Nghĩa Phong Phúc Quân Sơn Tài Tâm Thái Thắng Thành Thuận Tiến Toàn Trung Tú Tuấn Việt Yên Chi Cúc Dung Duyên Hạnh Hằng Hiền Huệ Lan Mai Nhung Oanh Phượng Thảo Trang".split(
    " ",
  );
const letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ";

type Dice = (below: number) => number;

export function makePopulation(options: PopulationOptions): Population {
  const roll = dice(options.seed);
  const persons: Person[] = [];
  for (let index = 0; index < options.count; index += 1) persons.push(makePerson(roll, options));
  const originals = new Map<number, number>();
  for (let index = 0; index < options.doubles; index += 1) {
    const original = roll(options.count);
    originals.set(persons.length, original);
    persons.push(slips[index % slips.length]!(persons[original]!, roll));
  }
  const rows = persons.map((person, index) => rowOf(person, index, options.numbers ?? "real"));
  return { persons, rows, originals };
}

function pick<T>(list: readonly T[], roll: Dice, skewed: boolean): T {
  // The product of two throws prefers the beginning of the list.
  const at = skewed ? Math.floor((roll(1000) * roll(1000) * list.length) / 1e6) : roll(list.length);
  return list[at]!;
}

function makePerson(roll: Dice, options: PopulationOptions): Person {
  const skewed = options.names === "skewed";
  const female = roll(2) === 1;
  const middle = skewed && roll(10) < 7 ? (female ? "Thị" : "Văn") : pick(middles, roll, false);
  const known = roll(1000) >= 1000 * (options.yearOnly ?? 0);
  return {
    name: `${pick(families, roll, skewed)} ${middle} ${pick(givens, roll, skewed)}`,
    year: 1945 + roll(60),
    month: known ? 1 + roll(12) : 0,
    day: known ? 1 + roll(28) : 0,
    hamlet: roll(options.hamlets),
    female,
  };
}

function slipName(name: string, roll: Dice): string {
  const at = 1 + roll(name.length - 2);
  const letter = letters[roll(letters.length)]!;
  const slipped = [
    name.slice(0, at) + letter + name.slice(at + 1),
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + letter + name.slice(at),
    name.slice(0, at) + name[at + 1]! + name[at]! + name.slice(at + 2),
  ][roll(4)]!;
  return slipped === name ? slipName(name, roll) : slipped;
}

/** One wrong digit, or day and month swapped. Where only the year is known there is no slip that is not another year. */
function slipBirth(person: Person, roll: Dice): Person {
  if (person.day === 0) return person;
  const two = (value: number): string => String(value).padStart(2, "0");
  const digits = [...`${two(person.day)}${two(person.month)}${person.year}`];
  digits[roll(8)] = String(roll(10));
  const read = (from: number, to: number): number => Number(digits.slice(from, to).join(""));
  const slipped =
    roll(4) === 0
      ? { ...person, day: person.month, month: person.day }
      : { ...person, day: read(0, 2), month: read(2, 4), year: read(4, 8) };
  const { day, month, year } = slipped;
  const changed = day !== person.day || month !== person.month || year !== person.year;
  const real = month >= 1 && month <= 12 && day >= 1 && day <= 28 && year > 1930 && year < 2010;
  return changed && real ? slipped : slipBirth(person, roll);
}

function withoutMarks(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
}

const slips: readonly ((person: Person, roll: Dice) => Person)[] = [
  (person, roll) => ({ ...person, name: slipName(person.name, roll) }),
  (person, roll) => ({ ...person, name: slipName(slipName(person.name, roll), roll) }),
  slipBirth,
  (person, roll) => slipBirth({ ...person, name: slipName(person.name, roll) }, roll),
  (person) => ({ ...person, name: withoutMarks(person.name) }),
];

export function rowOf(person: Person, index: number, numbers: "real" | "counted"): ExampleRow {
  const { name, year, month, day, hamlet, female } = person;
  const century = Math.floor(year / 100) - 19;
  const serial = String(index).padStart(6, "0");
  const number =
    numbers === "counted"
      ? `019${String(index).padStart(9, "0")}`
      : `019${2 * century + (female ? 1 : 0)}${String(year % 100).padStart(2, "0")}${serial.slice(-6)}`;
  return {
    "Họ và tên chủ hộ": name,
    "Ngày sinh": month === 0 ? year : serialFromDate({ year, month, day }),
    "Giới tính": female ? "Nữ" : "Nam",
    "Thôn xóm": `Xóm ${hamlet}`,
    "Số CCCD": number,
  };
}
