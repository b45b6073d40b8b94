/** The grid's own snapshot of a book, where it is more than a copy. */
import type { ConditionalFormat } from "../../src/book";
import { buildGrid, lightsOf } from "../../src/faces/page";
import { injected, samplePlan } from "../tasks/books";

test("marks of our own tables are lit by us, every other conditional format by the grid", async () => {
  const book = await injected(samplePlan());
  const names = (await book.read({ sheets: [] })).sheets.map(({ name }) => name);
  const { sheets } = buildGrid(await book.read({ sheets: [], designs: names }), "so", "so");
  const marked = sheets.filter(({ tables }) =>
    tables.some(({ columns }) => columns.some(({ header }) => header === "Kiểm tra")),
  );
  expect(marked.length).toBeGreaterThan(4);
  for (const sheet of marked) expect([sheet.name, sheet.lights.length]).toEqual([sheet.name, 2]);
  const left = JSON.stringify(sheets.flatMap(({ conditionalRules }) => conditionalRules));
  expect(left).not.toContain("SEARCH(");
  expect(left).toContain("ABS(");
});

const areas = [{ row: 4, column: 0, rows: 3, columns: 5 }];
const one = (formula: string, more: Partial<ConditionalFormat> = {}): ConditionalFormat => ({
  areas,
  formula,
  format: { fill: "FFC7CE" },
  ...more,
});
const NAMED = 'ISNUMBER(SEARCH("; "&A$4&": ","; "&$Y5))';

test("a mark's two formulas, and nothing that only looks like them, are taken for lights", () => {
  const { lights, others } = lightsOf([
    one(NAMED),
    one("LEN($Y5)>0"),
    one("LEN($Y6)>0"),
    one('ISNUMBER(SEARCH("; "&B$4&": ","; "&$Y5))'),
    one("LEN(Y5)>0"),
    one(`${NAMED}+1`),
  ]);
  expect(lights.map(({ headerRow, markColumn }) => [headerRow, markColumn])).toEqual([
    [3, 24],
    [null, 24],
  ]);
  expect(others).toHaveLength(4);
});

test("a light that another format could outdo is left to the grid", () => {
  expect(lightsOf([one("A5>1"), one(NAMED)]).lights).toEqual([]);
  expect(lightsOf([one(NAMED, { stopIfTrue: true })]).lights).toEqual([]);
  expect(lightsOf([one("A5>1", { areas: [{ ...areas[0]!, row: 40 }] }), one(NAMED)]).lights).toHaveLength(1);
});
