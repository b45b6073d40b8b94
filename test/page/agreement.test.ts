/** Random work in the grid: after every step the grid shows what the book holds, and at the end the saved file holds it. */
import { readXlsx } from "hucre/xlsx";
import { XlsxBook } from "../../src/hosts/xlsx";
import { faultsOf } from "../hosts/xlsx/validity";
import { disagreements } from "./other-programs";
import { PageInBrowser } from "./page";

jest.setTimeout(600_000);
let page: PageInBrowser;

beforeAll(async () => {
  page = await PageInBrowser.open();
});
beforeEach(async () => {
  await page.page.evaluate(() => window.soMtqg.forget());
  await page.reopen();
  await page.injectSample();
});
afterAll(() => page.close());

const HOUSEHOLDS = "Hộ thụ hưởng";

/** The same numbers for the same seed, so that a failure can be looked at again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const texts = [
  "Lò Văn Ánh",
  "12/03/2025",
  "1.250,5",
  "019000000001",
  "Tày",
  "Nữ",
  "2,5",
  "44.000.000",
  "=1+2",
  "DA1",
];

async function rowCount(): Promise<number> {
  return page.page.evaluate(
    (name) => window.soMtqg.grid!.model.sheetNamed(name)!.tables[0]!.area.rows - 1,
    HOUSEHOLDS,
  );
}

/** As a person does from the arrow of a table's header; undefined shows every row again. */
async function filterNames(values: string[] | undefined): Promise<void> {
  await page.page.evaluate(
    ([name, wanted]) => {
      const { model, api } = window.soMtqg.grid!;
      const tableFilter = wanted ? { filterType: "manual", values: wanted } : undefined;
      return api.executeCommand("sheet.command.set-table-filter", {
        unitId: model.unitId,
        tableId: `table-${model.sheetNamed(name)!.tables[0]!.name}`,
        column: 1,
        tableFilter,
      });
    },
    [HOUSEHOLDS, values] as const,
  );
  await page.page.waitForTimeout(200);
  await page.idle();
}

/** The rows of data that are in view. */
async function shownRows(): Promise<number[]> {
  return page.page.evaluate((name) => {
    const { model } = window.soMtqg.grid!;
    const { id, tables } = model.sheetNamed(name)!;
    const rows = Array.from({ length: tables[0]!.area.rows - 1 }, (_row, r) => 4 + r);
    return rows.filter((row) => model.worksheet(id).getRowVisible(row));
  }, HOUSEHOLDS);
}

type Step = (next: (below: number) => number) => Promise<string>;

const steps: readonly Step[] = [
  async (next) => {
    const [row, column, text] = [
      4 + next((await rowCount()) + 1),
      [1, 14, 15, 18, 23][next(5)]!,
      texts[next(texts.length)]!,
    ];
    await page.type(HOUSEHOLDS, row, column, text);
    return `type ${text} at ${row},${column}`;
  },
  async (next) => {
    const row = 4 + next((await rowCount()) + 1);
    const lines = Array.from({ length: 1 + next(6) }, () =>
      [next(99), texts[next(texts.length)], texts[next(3)]].join("\t"),
    );
    await page.select(HOUSEHOLDS, row, 0);
    await page.paste(lines.join("\r\n"));
    return `paste ${lines.length} rows at ${row}`;
  },
  async (next) => {
    const rows = await rowCount();
    const row = 4 + next(rows);
    await page.select(HOUSEHOLDS, row, 1, Math.min(3, 4 + rows - row), 3);
    await page.press("Delete");
    return `delete at ${row}`;
  },
  async (next) => {
    const rows = await rowCount();
    const row = 4 + next(rows);
    await page.select(HOUSEHOLDS, row, 1, Math.min(4, 4 + rows - row), 1);
    await page.press("Control+d");
    return `fill down at ${row}`;
  },
  async (next) => {
    const rows = await rowCount();
    const row = 4 + next(rows);
    await page.select(HOUSEHOLDS, row, 1);
    const what = (["insertAbove", "insertBelow", "remove"] as const)[next(3)]!;
    await page.page.evaluate((wish) => window.soMtqg.grid!.rows(wish), what);
    await page.idle();
    return `${what} at ${row}`;
  },
  async (next) => {
    const rows = await rowCount();
    const type = next(2) === 0 ? "asc" : "desc";
    await page.page.evaluate(
      ([name, count, order]) => {
        const { model, api } = window.soMtqg.grid!;
        return api.executeCommand("sheet.command.sort-range", {
          unitId: model.unitId,
          subUnitId: model.sheetNamed(name)!.id,
          range: { startRow: 4, endRow: 3 + count, startColumn: 0, endColumn: 25 },
          orderRules: [{ type: order, colIndex: 1 }],
          hasTitle: false,
        });
      },
      [HOUSEHOLDS, rows, type] as const,
    );
    await page.page.waitForTimeout(300);
    await page.idle();
    return `sort ${type}`;
  },
  async (next) => {
    const [from, to] = [4 + next(await rowCount()), 30 + next(5)];
    await page.select(HOUSEHOLDS, from, 1, 1, 2);
    await page.press(next(2) === 0 ? "Control+c" : "Control+x");
    await page.select(HOUSEHOLDS, to, 1);
    await page.press("Control+v");
    return `copy or cut ${from} to ${to}`;
  },
  async (next) => {
    const names = [undefined, ["Lò Văn Ánh"], ["Tày", "DA1"]][next(3)];
    await filterNames(names);
    return `filter ${names}`;
  },
  async () => {
    const undo = page.page.locator("#pane").getByRole("button", { name: "Hoàn tác", exact: true });
    if ((await undo.count()) === 0 || (await undo.first().isDisabled())) return "nothing to undo in the pane";
    await undo.first().click();
    await page.page.waitForTimeout(200);
    await page.idle();
    return "undo in the pane";
  },
  async () => {
    await page.page.evaluate(() => window.soMtqg.undo());
    await page.idle();
    return "undo";
  },
  async () => {
    await page.page.evaluate(() => window.soMtqg.redo());
    await page.idle();
    return "redo";
  },
  async () => {
    await page.page.getByRole("tab", { name: "Kiểm tra" }).click();
    await page.page
      .getByRole("button", { name: /^Kiểm tra/ })
      .first()
      .click();
    await page.page.waitForTimeout(300);
    await page.idle();
    return "check";
  },
];

test.each([1, 20, 300])("random work, seed %i", async (seed) => {
  const next = numbers(seed);
  const done: string[] = [];
  for (let step = 0; step < 16; step += 1) {
    done.push(await steps[next(steps.length)]!(next));
    expect({ done: done.slice(-3), differences: await page.differences() }).toEqual({
      done: done.slice(-3),
      differences: [],
    });
  }
  const { bytes } = await page.save();
  expect(await faultsOf([{ bytes }])).toEqual([[]]);
  if (seed === 1) expect(await disagreements(bytes)).toEqual([]);
  const saved = await XlsxBook.open(bytes).read({ formulas: true });
  const present = await page.page.evaluate(async (name) => {
    const snapshot = await window.soMtqg.book.file.read({ sheets: [name] });
    return snapshot.sheets.find((sheet) => sheet.name === name)!.values;
  }, HOUSEHOLDS);
  const own = saved.sheets.find((sheet) => sheet.name === HOUSEHOLDS)!.values;
  expect(own).toEqual(present);
  const theirs = (await readXlsx(bytes)).sheets.find((sheet) => sheet.name === HOUSEHOLDS)!.rows;
  const name = (rows: readonly (readonly unknown[])[]) => rows.slice(4).map((row) => row[1] ?? null);
  expect(name(theirs).slice(0, name(own).length)).toEqual(name(own));
  // The grid's own remark when a formula goes while it is being calculated.
  expect(page.faults.filter((fault) => !fault.startsWith("Dependency tree not found"))).toEqual([]);
});

test("500 rows pasted below a table make it grow, and one undo takes them away", async () => {
  const rows = Array.from({ length: 500 }, (_row, r) =>
    [r + 1, `Người thứ ${r}`, "12/03/1970", "Nam", "Tày", `0190000${String(r).padStart(5, "0")}`].join("\t"),
  );
  await page.type(HOUSEHOLDS, 4, 1, "Người đầu");
  await page.select(HOUSEHOLDS, 5, 0);
  await page.paste(rows.join("\r\n"));
  expect(await rowCount()).toBe(501);
  expect((await page.cell(HOUSEHOLDS, 504, 5)).content).toBe("019000000499");
  expect((await page.cell(HOUSEHOLDS, 504, 17)).content).toEqual({
    formula: expect.stringContaining("tblHo"),
    value: 0,
  });
  expect(await page.differences()).toEqual([]);
  await page.select(HOUSEHOLDS, 500, 0);
  await page.picture("8-dan-500-dong");
  await page.press("Control+z");
  expect(await rowCount()).toBe(1);
  expect(await page.differences()).toEqual([]);
});

test("a filter hides rows in the grid alone: the book and the saved file keep them, and it is said", async () => {
  await page.select(HOUSEHOLDS, 4, 0);
  await page.paste(["1\tAn", "2\tBình", "3\tAn"].join("\r\n"));
  await filterNames(["An"]);
  expect(await shownRows()).toEqual([4, 6]);
  await page.page.getByText("Bộ lọc, độ rộng cột").waitFor();
  expect(await page.differences()).toEqual([]);
  await page.type(HOUSEHOLDS, 6, 23, "gõ khi đang lọc");
  expect(await page.differences()).toEqual([]);
  const { bytes } = await page.save();
  const saved = (await readXlsx(bytes)).sheets.find((sheet) => sheet.name === HOUSEHOLDS)!.rows;
  expect(saved.slice(4, 7).map((row) => row[1])).toEqual(["An", "Bình", "An"]);
  await filterNames(undefined);
  expect(await shownRows()).toEqual([4, 5, 6]);
});

test("rows that a formula elsewhere names are not moved by putting in a row; sorting leaves it where it points", async () => {
  await page.select(HOUSEHOLDS, 4, 0);
  await page.paste(["1\tSơn", "2\tBình", "3\tAn"].join("\r\n"));
  await page.type("Kế hoạch", 30, 1, `='${HOUSEHOLDS}'!B6`);
  const pointed = () => page.cell("Kế hoạch", 30, 1);
  expect((await pointed()).content).toMatchObject({ value: "Bình" });
  await page.select(HOUSEHOLDS, 5, 1);
  await page.page.evaluate(() => window.soMtqg.grid!.rows("insertAbove"));
  await page.page.getByText("Có công thức trỏ tới từng ô của bảng này").waitFor();
  expect(await rowCount()).toBe(3);
  await page.select(HOUSEHOLDS, 6, 1);
  await page.page.evaluate(() => window.soMtqg.grid!.rows("insertBelow"));
  await page.idle();
  expect(await rowCount()).toBe(4);
  expect((await pointed()).content).toMatchObject({ value: "Bình" });
  expect(await page.differences()).toEqual([]);
});

test("what a task did and the pane takes back is gone from grid, book and file alike", async () => {
  await page.type(HOUSEHOLDS, 4, 1, "Người thử");
  await page.type(HOUSEHOLDS, 4, 5, "123");
  const marked = () => page.cell(HOUSEHOLDS, 4, 24);
  await page.page.getByRole("tab", { name: "Kiểm tra", exact: true }).click();
  await page.page
    .getByRole("button", { name: /^Kiểm tra/ })
    .first()
    .click();
  await page.page.waitForTimeout(500);
  await page.idle();
  expect((await marked()).content).toContain("Số CCCD");
  await page.page.locator("#pane").getByRole("button", { name: "Hoàn tác", exact: true }).first().click();
  await page.page.waitForTimeout(500);
  await page.idle();
  expect((await marked()).content).toBeNull();
  expect(await page.differences()).toEqual([]);
  const { bytes } = await page.save();
  const saved = (await readXlsx(bytes)).sheets.find((sheet) => sheet.name === HOUSEHOLDS)!.rows;
  expect([saved[4]![1], saved[4]![5], saved[4]![24] ?? null]).toEqual(["Người thử", "123", null]);
});
