import { runRules, type ExampleRow } from "../../src/rules";
import { serialFromDate } from "../../src/domain";
import { HEADER_ROW, tablesOf } from "./workbook";

/** A small generator of its own: the same persons in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Person {
  name: string;
  year: number;
  month: number;
  day: number;
  village: number;
}

const families =
  "Nông Triệu Hoàng Nguyễn Lý Ma Lường Vi Hứa Trần Đặng Dương Bàn Chu Lưu Phạm Lê Vũ Đàm La".split(" ");
const middles = "Văn Thị Đức Minh Quang Hữu Xuân Thanh Ngọc Đình Công Trọng Thu Bích Kim Hồng".split(" ");
const givens =
  "An Bình Bảo Cường Chiến Dũng Duy Đạt Đông Giang Hà Hải Hiếu Hòa Hùng Huy Khánh Khoa Kiên Lâm Linh Long Mạnh Nam Nghĩa Phong Phúc Quân Sơn Tài Tâm Thái Thắng Thành Thuận Tiến Toàn Trung Tú Tuấn Việt Yên Chi Cúc Dung Duyên Hạnh Hằng Hiền Huệ Lan Mai Nhung Oanh Phượng Thảo Trang".split(
    " ",
  );
const letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ";

function planted(count: number, doubles: number, villages: number) {
  const next = numbers(20250808);
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(next() * list.length)]!;
  const persons: Person[] = Array.from({ length: count }, () => ({
    name: `${pick(families)} ${pick(middles)} ${pick(givens)}`,
    year: 1945 + Math.floor(next() * 60),
    month: 1 + Math.floor(next() * 12),
    day: 1 + Math.floor(next() * 28),
    village: Math.floor(next() * villages),
  }));
  const slipName = (name: string): string => {
    const at = 1 + Math.floor(next() * (name.length - 2));
    const slips = [
      name.slice(0, at) + pick(letters) + name.slice(at + 1),
      name.slice(0, at) + name.slice(at + 1),
      name.slice(0, at) + pick(letters) + name.slice(at),
      name.slice(0, at) + name[at + 1]! + name[at]! + name.slice(at + 2),
    ];
    const slipped = pick(slips);
    return slipped === name ? slipName(name) : slipped;
  };
  const slipBirth = (person: Person): Person => {
    const digits = [
      ...`${person.day}`.padStart(2, "0"),
      ...`${person.month}`.padStart(2, "0"),
      ...`${person.year}`,
    ];
    digits[Math.floor(next() * 8)] = String(Math.floor(next() * 10));
    const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].map((part) =>
      Number(part.join("")),
    );
    const slipped =
      next() < 0.25
        ? { ...person, day: person.month, month: person.day }
        : { ...person, day: day!, month: month!, year: year! };
    const changed =
      slipped.day !== person.day || slipped.month !== person.month || slipped.year !== person.year;
    const real =
      slipped.month >= 1 &&
      slipped.month <= 12 &&
      slipped.day >= 1 &&
      slipped.day <= 28 &&
      slipped.year > 1930 &&
      slipped.year < 2010;
    return changed && real ? slipped : slipBirth(person);
  };
  const kinds: readonly ((person: Person) => Person)[] = [
    (person) => ({ ...person, name: slipName(person.name) }),
    (person) => ({ ...person, name: slipName(slipName(person.name)) }),
    slipBirth,
    (person) => slipBirth({ ...person, name: slipName(person.name) }),
    (person) => ({
      ...person,
      name: person.name
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/đ/g, "d")
        .replace(/Đ/g, "D"),
    }),
  ];
  const originals = new Map<number, number>();
  for (let index = 0; index < doubles; index += 1) {
    const original = Math.floor(next() * count);
    originals.set(persons.length, original);
    persons.push(kinds[index % kinds.length]!(persons[original]!));
  }
  return { persons, originals };
}

function row({ name, year, month, day, village }: Person, index: number): ExampleRow {
  return {
    "Họ và tên chủ hộ": name,
    "Ngày sinh": serialFromDate({ year, month, day }),
    "Thôn xóm": `Xóm ${village}`,
    "Số CCCD": `019${String(index).padStart(9, "0")}`,
  };
}

test("planted doubles with one or two slips are found, and hardly anybody else", () => {
  const { persons, originals } = planted(4000, 200, 40);
  const found = runRules(tablesOf({ rows: { tblHo: persons.map(row) } }), {
    rules: ["household/duplicate-person"],
  });
  const pairs = found.map(
    (one) => [one.row - HEADER_ROW - 2, Number(one.params["otherRow"]) - HEADER_ROW - 2] as const,
  );
  const right = pairs.filter(([later, earlier]) => originals.get(later) === earlier).length;
  expect(right / originals.size).toBeGreaterThanOrEqual(0.98);
  expect(right / pairs.length).toBeGreaterThanOrEqual(0.97);
});

test("a thousand rows of one person under as many numbers are told once each", () => {
  const same: Person = { name: "Nguyễn Văn A", year: 1980, month: 1, day: 1, village: 1 };
  const rows = Array.from({ length: 1000 }, (_unused, index) => row(same, index));
  expect(
    runRules(tablesOf({ rows: { tblHo: rows } }), { rules: ["household/duplicate-person"] }),
  ).toHaveLength(999);
});

test("likeness that is mostly chance is not told", () => {
  const next = numbers(7);
  const crowd = Array.from({ length: 3000 }, (_unused, index) =>
    row(
      {
        name: "Lý Thị Mùi",
        year: 1950 + Math.floor(next() * 50),
        month: 1 + Math.floor(next() * 12),
        day: 1 + Math.floor(next() * 28),
        village: index % 3,
      },
      index,
    ),
  );
  const found = runRules(tablesOf({ rows: { tblHo: crowd } }), { rules: ["household/duplicate-person"] });
  expect(found.filter((one) => one.params["likeness"] === "slip")).toEqual([]);
});
