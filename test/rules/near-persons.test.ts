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
])("planted doubles with one or two slips are found, and hardly anybody else: %j", (options) => {
  const { recall, precision } = found(options);
  expect(recall).toBeGreaterThanOrEqual(0.98);
  expect(precision).toBeGreaterThanOrEqual(0.98);
});

test("where few names are everybody's, likeness by chance is left out rather than doubles told wrongly", () => {
  const { recall, precision } = found({
    seed: 9,
    count: 20000,
    doubles: 1000,
    hamlets: 10,
    names: "skewed",
  });
  expect(precision).toBeGreaterThanOrEqual(0.96);
  expect(recall).toBeGreaterThanOrEqual(0.85);
});

const person: Person = { name: "Nguyễn Văn A", year: 1980, month: 1, day: 1, hamlet: 1, female: false };

test("a thousand rows of one person under as many numbers are told once each", () => {
  const rows = Array.from({ length: 1000 }, (_unused, index) => rowOf(person, index, "counted"));
  expect(runRules(tablesOf({ rows: { tblHo: rows } }), { rules })).toHaveLength(999);
});

test("likeness that is mostly chance is not told", () => {
  const roll = dice(7);
  const crowd = Array.from({ length: 3000 }, (_unused, index) =>
    rowOf(
      {
        ...person,
        name: "Lý Thị Mùi",
        year: 1950 + roll(50),
        month: 1 + roll(12),
        day: 1 + roll(28),
        hamlet: index % 3,
      },
      index,
      "counted",
    ),
  );
  const told = runRules(tablesOf({ rows: { tblHo: crowd } }), { rules });
  // Some two thousand pairs are as much alike.
  expect(told.filter((one) => one.params["likeness"] === "slip").length).toBeLessThanOrEqual(3);
});
