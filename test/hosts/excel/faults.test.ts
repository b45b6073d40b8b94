/**
 * Whole or not at all: Excel fails at every batch of every kind of edit, before the batch and in the midst of it, and
 * the workbook is what it was. Judged by the workbook's own state, not by what our code reads of it.
 */
import {
  invert,
  type ChartDesign,
  type DesignCell,
  type Edit,
  type Operation,
  type SheetDesign,
} from "../../../src/book";
import { reportForms } from "../../../src/reports";
import { check, markEdit, prepareInjection, prepareReports } from "../../../src/tasks";
import { AT, done, edit, everything, hamlets, plainSheet, write } from "../../book/contract/kit";
import { livingTable, moreColumns, newTable } from "../../book/contract/samples";
import { programme, samplePlan } from "../../tasks/books";
import { closeExcel, furnish, openExcel, type Opened } from "./open";
import { modelOf } from "./model-of";

afterAll(closeExcel);

/** Small requests, so that an edit takes many. */
const SMALL = { requestBytes: 12_000 };

function chart(sheet: string, title: string): ChartDesign {
  const series = {
    name: "NSTW",
    values: `'${sheet}'!$B$2:$B$3`,
    categories: `'${sheet}'!$A$2:$A$3`,
    colour: "1F6F50",
  };
  return {
    name: title,
    kind: "column",
    title,
    series: [series],
    area: { row: 6, column: 0, rows: 10, columns: 4 },
    valueFormat: "#,##0",
    altText: `${title} của hai dự án`,
  };
}

const report: SheetDesign = {
  ...plainSheet("Báo cáo", [["BIỂU"], ["DA1", 2], ["DA2", 3], [null, { formula: "SUM(B2:B3)", value: 5 }]]),
  merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
  columns: [{ width: 30 }, { width: 12 }],
  rowHeights: new Map([[0, 30]]),
  tabColour: "7030A0",
  freeze: { rows: 1, columns: 0 },
  page: {
    orientation: "landscape",
    paper: "a4",
    fitWidth: 1,
    margins: { top: 2, right: 2, bottom: 2, left: 2, header: 1, footer: 1 },
    area: { row: 0, column: 0, rows: 4, columns: 3 },
    titleRows: { first: 0, last: 0 },
    header: "&C&P",
    plainFirstPage: true,
  },
  charts: [chart("Báo cáo", "Vốn")],
};

const rows = Array.from({ length: 40 }, (_one, index) => [`Xóm ${index}`, "Dân Tiến", index]);
const marks: Operation[] = [0, 10, 20].map((row) =>
  write(
    "A",
    row,
    4,
    rows.slice(0, 8).map(([name]) => [name!]),
  ),
);

/** Below and beside the table: rows, columns and a table come over them. */
const formattedBlanks: readonly DesignCell[] = [
  { row: 7, column: 0, format: { fill: "FFF2CC", numberFormat: "#,##0" } },
  { row: 8, column: 2, format: { border: { bottom: { style: "thin", colour: "808080" } } } },
  { row: 5, column: 4, format: { fill: "DDEBF7" } },
  { row: 5, column: 6, format: { numberFormat: "@" } },
];

const start = (): SheetDesign[] => [
  { ...hamlets(), cells: [...hamlets().cells, ...formattedBlanks] },
  plainSheet("A", [["một", 2, { formula: "B1*2", value: 4 }]], { columns: [{ width: 20 }] }),
  livingTable(),
  { ...report, name: "Cũ", charts: [chart("Cũ", "Vốn năm trước")] },
];

const edits: readonly (readonly [string, Edit])[] = [
  [
    "createSheet",
    edit(
      { kind: "createSheet", design: report, position: 1 },
      { kind: "createSheet", design: { ...livingTable(), ...renamed() } },
    ),
  ],
  [
    "writeCells",
    edit(...marks, {
      ...write("A", 0, 0, [[45_658, "x"]]),
      numberFormats: [["dd/mm/yyyy", "@"]],
    } as Operation),
  ],
  ["appendRows", edit({ kind: "appendRows", table: "tblXom", rows })],
  ["removeLastRows", edit({ kind: "removeLastRows", table: "tblXom", count: 2 }, ...marks)],
  ["addColumns and addTable", edit(moreColumns(), newTable("Danh mục"), ...marks)],
  [
    "rewriteSheet",
    edit(
      { kind: "rewriteSheet", design: { ...report, name: "Cũ", charts: [chart("Cũ", "Vốn")] } },
      { kind: "rewriteSheet", design: hamletsWithoutTable() },
    ),
  ],
  [
    "rewriteSheet of a sheet with a table",
    edit({ kind: "rewriteSheet", design: { ...report, name: "Ngân sách", charts: [] } }),
  ],
  [
    "deleteSheet",
    edit(...marks, { kind: "deleteSheet", sheet: "Cũ" }, { kind: "deleteSheet", sheet: "Danh mục" }),
  ],
  ["defineName", edit({ kind: "defineName", name: "Tong", refersTo: "A!$B$1" }, ...marks)],
  [
    "copySheet, repeatRows and writeCells",
    edit(
      { kind: "copySheet", sheet: "Cũ", name: "Bản 1", position: 1 },
      { kind: "repeatRows", sheet: "Bản 1", bands: [{ first: 1, count: 2, copies: [[], [], []] }] },
      write("Bản 1", 1, 0, [["DA11", 20]]),
      { kind: "copySheet", sheet: "Danh mục", name: "Bản 2" },
      ...marks,
    ),
  ],
  [
    "repeatRows of a sheet that stands",
    edit(
      {
        kind: "repeatRows",
        sheet: "Cũ",
        bands: [{ first: 1, count: 2, copies: [[{ first: 2, count: 1, copies: [[], []] }], []] }],
      },
      ...marks,
    ),
  ],
];

function renamed(): Partial<SheetDesign> {
  const design = livingTable();
  return {
    name: "Ngân sách 2",
    tables: [],
    cells: design.cells.filter((cell) => typeof cell.content !== "object" || cell.content === null),
  };
}

function hamletsWithoutTable(): SheetDesign {
  return {
    ...plainSheet(
      "A",
      rows.map((row) => [...row]),
    ),
    tabColour: "70AD47",
  };
}

async function begin(): Promise<Opened> {
  const opened = await openExcel({}, SMALL);
  await furnish(opened.book, start());
  return opened;
}

/**
 * Applies an edit with Excel failing at its k-th batch.
 * @returns false when the edit has fewer batches and is done
 */
async function failing(
  { opened, change, inverse }: Trial,
  batch: number,
  afterActions: number,
): Promise<boolean> {
  const { host, book } = opened;
  const before = modelOf();
  const fault = host.batches + batch;
  host.failAtBatch(batch, { afterActions });
  const outcome = await book.apply(change, { at: AT, ...(inverse ? { inverse } : {}) });
  if (!outcome.done) {
    expect(outcome.refusal).toMatchObject({ kind: "hostFailed", restored: true });
    expect(modelOf()).toEqual(before);
    return true;
  }
  const met = host.batches >= fault;
  // A fault that was not met would meet what comes after.
  while (host.batches < fault) await book.read({ sheets: [] }).catch(() => undefined);
  // A reading that Excel refuses once is tried in another way: then the edit is done all the same, and taken back here.
  if (met) await done(book, outcome.entry.undo, change);
  return met;
}

interface Trial {
  readonly opened: Opened;
  readonly change: Edit;
  readonly inverse?: Edit;
}

/**
 * Every batch, each failing before it is begun and after some of its actions, on one workbook: it is what it was after each.
 * @returns how many faults were survived
 */
async function survivesEveryFault(make: () => Promise<Trial>, actions = [0, 4, 25, 1_000]): Promise<number> {
  let survived = 0;
  for (const afterActions of actions) {
    const trial = await make();
    for (let batch = 1; await failing(trial, batch, afterActions); batch += 1) survived += 1;
  }
  return survived;
}

test.each(edits)("%s", async (_name, change) => {
  const survived = await survivesEveryFault(async () => ({ opened: await begin(), change }));
  console.info(`faults survived: ${survived}`);
  expect(survived).toBeGreaterThan(8);
});

test.each(edits)("the undo of %s", async (_name, change) => {
  const survived = await survivesEveryFault(async () => {
    const opened = await begin();
    const outcome = await opened.book.apply(change, { at: AT });
    if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
    return { opened, change: outcome.entry.undo, inverse: change };
  }, [0, 25]);
  expect(survived).toBeGreaterThan(4);
});

const today = { year: 2025, month: 8, day: 10 };

/** What a person does, one after the other, each with Excel failing at every one of its batches. */
test("the real plan is injected, marked, reported and undone though Excel fails at every batch", async () => {
  const opened = await openExcel({}, { requestBytes: 200_000 });
  const { book } = opened;
  const survived: Record<string, number> = {};
  const throughFaults = async (task: string, change: Edit, inverse?: Edit) => {
    const trial = { opened, change, ...(inverse ? { inverse } : {}) };
    survived[task] = await survivesEveryFault(async () => trial, [30]);
  };
  const prepared = await prepareInjection(book, samplePlan(), programme, { madeAt: "10/08/2025 08:00" });
  if (!prepared.injection.possible) throw new Error("not possible");
  await throughFaults("inject", prepared.injection.edit);
  await done(book, edit(write("Kế hoạch", 4, 3, [["chưa có"]])));
  const checked = await check(book);
  await throughFaults("marks", markEdit(checked));
  const report = prepareReports(checked, { forms: reportForms, freeze: false, today });
  const before = await everything(book);
  await throughFaults("report", report);
  const undo = invert(report, await book.read());
  await throughFaults("undo", undo, report);
  expect(await everything(book)).toEqual(before);
  console.info(`faults survived by tasks: ${JSON.stringify(survived)}`);
  for (const count of Object.values(survived)) expect(count).toBeGreaterThanOrEqual(3);
});

test("an edit that fails and is tried again is applied as if nothing had been", async () => {
  const [, change] = edits[0]!;
  const first = await begin();
  await failing({ opened: first, change }, 3, 10);
  await first.book.apply(change, { at: AT });
  const tried = await everything(first.book);
  const second = await begin();
  await second.book.apply(change, { at: AT });
  expect(tried).toEqual(await everything(second.book));
});
