import { runRules } from "../../src/rules";
import { dice, makePopulation, rowOf, type Person, type PopulationOptions } from "./population";
import { HEADER_ROW, tablesOf } from "./workbook";

const rules = ["household/duplicate-person"];

/** Share of planted doubles that are told, and of the pairs told that are one person. */
function found(options: PopulationOptions): { recall: number; precision: number } {
  const { rows, originals } = makePopulation(options);
  const pairs = runRules(tablesOf({ rows: { tblHo: rows } }), { rules }).map(
    (one) => [one.row - HEADER_ROW - 2, Number(one.params["otherRow"]) - HEADER_ROW - 2] as const,
  );
  // Two doubles of one person are one person too.
  const person = (row: number): number => originals.get(row) ?? row;
  const right = pairs.filter(([later, earlier]) => person(later) === person(earlier));
  return {
    recall: new Set(right.map(([later]) => later)).size / originals.size,
    precision: right.length / pairs.length,
  };
}

test.each<PopulationOptions>([
  { seed: 1, count: 4000, doubles: 200, hamlets: 40, names: "even", numbers: "counted" },
  { seed: 4, count: 20000, doubles: 400, hamlets: 40, names: "even" },
  { seed: 6, count: 20000, doubles: 1000, hamlets: 100, names: "even" },
  { seed: 8, count: 20000, doubles: 1000, hamlets: 200, names: "skewed" },
  // Few names are everybody's, and two thousand live in each village.
  { seed: 9, count: 20000, doubles: 1000, hamlets: 10, names: "skewed" },
])("planted doubles with one or two slips are found, and hardly anybody else: %j", (options) => {
  const { recall, precision } = found(options);
  expect(recall).toBeGreaterThanOrEqual(0.98);
  expect(precision).toBeGreaterThanOrEqual(0.98);
});

const person: Person = { name: "Nguyễn Văn A", year: 1980, month: 1, day: 1, hamlet: 1, female: false };

test("a thousand rows of one person under as many numbers are told once each", () => {
  const rows = Array.from({ length: 1000 }, (_unused, index) => rowOf(person, index, "counted"));
  expect(runRules(tablesOf({ rows: { tblHo: rows } }), { rules })).toHaveLength(999);
});

/** Three thousand women of one name in three villages. */
function crowdOf(name: string): Person[] {
  const roll = dice(7);
  return Array.from({ length: 3000 }, (_unused, index) => ({
    name,
    year: 1950 + roll(50),
    month: 1 + roll(12),
    day: 1 + roll(28),
    hamlet: index % 3,
    female: true,
  }));
}

function toldOf(persons: readonly Person[]) {
  const rows = persons.map((one, index) => rowOf(one, index, "counted"));
  return runRules(tablesOf({ rows: { tblHo: rows } }), { rules });
}

test("likeness that is mostly chance is not told", () => {
  const told = toldOf(crowdOf("Lý Thị Mùi"));
  // Some two thousand pairs are as much alike.
  expect(told.filter((one) => one.params["likeness"] === "slip").length).toBeLessThanOrEqual(3);
});

test("a misspelt entry is told with the one that it repeats, not with others that happen to be like that one", () => {
  const crowd = crowdOf("Lý Thị Mùi");
  const copies = [..."bcdghklmnpqrstvx"].map((letter, index) => ({
    ...crowd[index]!,
    name: `Lý Th${letter}ị Mùi`,
  }));
  const told = toldOf([...crowd, ...copies]).filter((one) => one.row > HEADER_ROW + 1 + crowd.length);
  expect(told.filter((one) => one.params["likeness"] === "same").length).toBeGreaterThanOrEqual(
    copies.length,
  );
  expect(told.filter((one) => one.params["likeness"] === "slip")).toEqual([]);
});

test("names without marks are not rare word by word: one such word brings the others", () => {
  const { persons } = makePopulation({ seed: 2, count: 20000, doubles: 0, hamlets: 4, names: "skewed" });
  const plain = persons.map((one, index) =>
    index % 20 === 0
      ? {
          ...one,
          name: one.name
            .normalize("NFD")
            .replace(/[\u0300-\u036f]/g, "")
            .replace(/đ/g, "d")
            .replace(/Đ/g, "D"),
        }
      : one,
  );
  const slips = toldOf(plain).filter((one) => one.params["likeness"] === "slip");
  expect(slips.length).toBeLessThanOrEqual(3);
});

test("of persons with like names those of one gender are the likelier to be one", () => {
  const { persons } = makePopulation({ seed: 9, count: 20000, doubles: 1000, hamlets: 10, names: "skewed" });
  const slips = (people: readonly Person[]): number =>
    toldOf(people).filter((one) => one.params["likeness"] === "slip").length;
  const swapped = persons.map((one, index) => (index < 20000 ? one : { ...one, female: !one.female }));
  expect(slips(swapped)).toBeLessThan(slips(persons) - 50);
});
