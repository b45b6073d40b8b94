/** Watching, revealing, and what the faces are told of Office. */
import type { BookChange, ChartDesign } from "../../../src/book";
import {
  associateCommands,
  officeColours,
  openExcelBook,
  setStartupBehaviour,
  showTaskpane,
  whenReady,
} from "../../../src/hosts/excel";
import { designOf, done, edit, hamlets, plainSheet, write } from "../../book/contract/kit";
import { closeExcel, furnish, openExcel } from "./open";

afterEach(closeExcel);

test("changes of people, here and elsewhere, are told with their sheet and cells; our own once", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [hamlets(), plainSheet("A", [[1]])]);
  const seen: BookChange[] = [];
  const stop = book.watch((change) => seen.push(change));
  await host.settle();
  await host.userEdits("Danh mục", "A5:B6", [
    ["a", "b"],
    ["c", "d"],
  ]);
  await host.coauthorEdits("A", "B2", [[7]]);
  await done(book, edit(write("A", 4, 1, [[1, 2]])));
  await host.settle();
  expect(seen).toEqual([
    { sheet: "Danh mục", area: { row: 4, column: 0, rows: 2, columns: 2 }, ours: false },
    { sheet: "A", area: { row: 1, column: 1, rows: 1, columns: 1 }, ours: false },
    { sheet: "A", area: { row: 4, column: 1, rows: 1, columns: 2 }, ours: true },
  ]);
  stop();
  await host.userEdits("A", "A1", [[9]]);
  expect(seen).toHaveLength(3);
});

test("a place is brought into view though another sheet is active", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [plainSheet("A", [[1]]), plainSheet("Ẩn", [[1]], { visibility: "hidden" })]);
  await book.reveal({ sheet: "A", area: { row: 4, column: 2, rows: 2, columns: 3 } });
  expect(host.selection).toBe("A!C5:E6");
  expect(host.hazards).toEqual([]);
  await book.reveal({ sheet: "Ẩn", area: { row: 0, column: 0, rows: 1, columns: 1 } });
  await book.reveal({ sheet: "Không có", area: { row: 0, column: 0, rows: 1, columns: 1 } });
  expect(host.selection).toBe("A!C5:E6");
});

test("nothing is told when a write was broken off and put back", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [plainSheet("A", [[1]])]);
  const seen: BookChange[] = [];
  book.watch((change) => seen.push(change));
  await host.settle();
  host.failAtBatch(4, { afterActions: 50 });
  const outcome = await book.apply(edit(write("A", 0, 0, [[2]])), { at: "2025-03-01T08:00:00.000Z" });
  await host.settle();
  expect([outcome.done, seen]).toEqual([false, []]);
});

test("without Office there is no Excel", async () => {
  await closeExcel();
  expect(await whenReady()).toEqual({ kind: "none" });
});

test.each([
  ["1.14", true],
  ["1.13", false],
])("ExcelApi %s: new enough is %s", async (apiLevel, floorMet) => {
  await openExcel({ apiLevel, profile: "web", displayLanguage: "vi-VN" });
  expect(await whenReady()).toEqual({
    kind: "excel",
    floorMet,
    web: true,
    language: "vi-VN",
    colours: { background: "#FFFFFF", text: "#000000", dark: false },
  });
});

test.each([
  ["Colorful", "#E6E6E6", "#444444", false],
  ["Black", "#262626", "#F0F0F0", true],
  // Not dark by itself, but written on in white.
  ["Dark Gray", "#6A6A6A", "#F0F0F0", true],
])("Office in %s is known as dark where it is", async (_theme, background, text, dark) => {
  const { host } = await openExcel();
  Object.assign(host.Office.context.officeTheme, {
    bodyBackgroundColor: background,
    bodyForegroundColor: text,
  });
  expect(officeColours()).toEqual({ background, text, dark });
});

const chart: ChartDesign = {
  name: "Vốn",
  kind: "column",
  title: "Vốn",
  series: [{ name: "NSTW", values: "'A'!$B$1:$B$2", categories: "'A'!$A$1:$A$2" }],
  area: { row: 6, column: 0, rows: 10, columns: 4 },
  altText: "Vốn của hai dự án",
};

test.each([
  ["1.14", "'A'!$B$1:$B$2"],
  ["1.15", "'A'!$B$2:$B$3"],
])(
  "with ExcelApi %s a chart's ranges are told as %s after a person has inserted a row",
  async (apiLevel, values) => {
    const { host, book } = await openExcel({ apiLevel });
    await furnish(book, [
      plainSheet(
        "A",
        [
          ["DA1", 2],
          ["DA2", 3],
        ],
        { charts: [chart] },
      ),
    ]);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem("A").getRange("1:1").insert("Down");
      await context.sync();
    });
    const found = (await designOf(book, "A")).charts![0]!.series[0]!.values;
    expect(found.replace(/^A!/, "'A'!")).toBe(values);
  },
);

test.each(["1.14", "1.18"])(
  "with ExcelApi %s a note is kept, and goes when its sheet is rewritten",
  async (apiLevel) => {
    const { host, book } = await openExcel({ apiLevel });
    const cells = [{ row: 1, column: 1, content: 5, note: "Theo Quyết định 1719" }];
    await furnish(book, [{ name: "A", columns: [], cells }]);
    const members = host.trace.map((entry) => entry.member);
    expect(members.includes("NoteCollection.add")).toBe(apiLevel === "1.18");
    expect(members.includes("DataValidation.prompt")).toBe(apiLevel === "1.14");
    expect((await designOf(book, "A")).cells).toEqual(cells);
    await done(book, edit({ kind: "rewriteSheet", design: plainSheet("A", [[1]]) }));
    expect((await designOf(book, "A")).cells).toEqual([{ row: 0, column: 0, content: 1 }]);
  },
);

test("commands of the ribbon are joined to their names and tell Office when they are over", async () => {
  const { host } = await openExcel();
  const associated = new Map<string, (event: { completed: () => void }) => void>();
  const calls: string[] = [];
  // Office's loader in a page gives this member; in Node only the client behind it runs.
  Object.assign(host.Office.actions, {
    associate: (name: string, act: (event: { completed: () => void }) => void) => associated.set(name, act),
  });
  associateCommands({ kiemTra: async () => void calls.push("kiemTra") });
  await new Promise<void>((resolve) => associated.get("kiemTra")!({ completed: resolve }));
  expect(calls).toEqual(["kiemTra"]);
});

test("the add-in may start with the workbook, and its pane be shown", async () => {
  const { host } = await openExcel();
  await setStartupBehaviour("load");
  expect(await host.Office.addin.getStartupBehavior()).toBe("Load");
  await setStartupBehaviour("none");
  expect(await host.Office.addin.getStartupBehavior()).toBe("None");
  await expect(showTaskpane()).resolves.toBeUndefined();
});

test("two books on one workbook see each other's edits", async () => {
  const { book } = await openExcel();
  await furnish(book, [plainSheet("A", [[1]])]);
  const other = openExcelBook();
  await done(other, edit(write("A", 0, 0, [[2]])));
  expect((await book.read()).sheets.at(-1)!.values).toEqual([[2]]);
});
