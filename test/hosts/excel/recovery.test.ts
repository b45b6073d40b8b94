/** Excel dies in the midst of a write: the next opening finds what takes it back. */
import type { Edit } from "../../../src/book";
import { openExcelBook } from "../../../src/hosts/excel";
import { AT, done, edit, everything, hamlets, plainSheet, write } from "../../book/contract/kit";
import { livingTable, moreColumns } from "../../book/contract/samples";
import { closeExcel, furnish, openExcel } from "./open";
import { modelOf } from "./model-of";

afterEach(closeExcel);

const JOURNAL = "_so_mtqg_nhat_ky";
const SMALL = { requestBytes: 10_000 };
const rows = Array.from({ length: 50 }, (_one, row) => [`Xóm ${row}`, "Dân Tiến", row]);
const change: Edit = {
  task: "inject",
  operations: [
    { kind: "createSheet", design: plainSheet("Mới", rows), position: 0 },
    moreColumns(),
    { kind: "appendRows", table: "tblXom", rows },
    { kind: "rewriteSheet", design: plainSheet("Ngân sách", rows, { rowHeights: new Map([[0, 40]]) }) },
    {
      ...write("A", 0, 0, [["'đổi", 5, 45_658]]),
      numberFormats: [[null, null, "dd/mm/yyyy"]],
    } as Edit["operations"][number],
  ],
};

async function begin() {
  const opened = await openExcel({}, SMALL);
  await furnish(opened.book, [
    hamlets(),
    plainSheet("A", [["một", 2, 3]]),
    { ...livingTable(), rowHeights: new Map([[2, 33]]) },
  ]);
  return opened;
}

/** Excel stops answering at a batch, and does not answer the attempt to put things back. */
async function dyingAt(batch: number) {
  const opened = await begin();
  const before = modelOf();
  opened.host.failAtBatch(batch);
  opened.host.failAtBatch(batch + 1);
  const batches = opened.host.batches;
  const outcome = await opened.book.apply(change, { at: AT });
  return { ...opened, before, outcome, met: opened.host.batches - batches > batch };
}

test("a write of several trips leaves no journal when it is done", async () => {
  const { host, book } = await begin();
  const entry = await done(book, change);
  expect(host.workbook.sheets.map((sheet) => sheet.name)).not.toContain(JOURNAL);
  expect(await book.interruption()).toBeNull();
  expect(await book.recover()).toBe(true);
  expect(entry.task).toBe("inject");
});

test("wherever Excel dies, the next session puts everything back", async () => {
  let recovered = 0;
  for (let batch = 4; ; batch += 1) {
    const { outcome, before, met } = await dyingAt(batch);
    if (outcome.done || !met) break;
    const next = openExcelBook({ ...SMALL, pauses: [] });
    const interruption = await next.interruption();
    if (interruption) {
      expect(interruption).toEqual({ task: "inject", at: AT });
      expect(outcome.refusal).toMatchObject({ kind: "hostFailed", restored: false });
      // Our own journal is no part of what is read.
      expect((await next.read()).sheets.map((sheet) => sheet.name)).not.toContain(JOURNAL);
      expect(await next.recover()).toBe(true);
      recovered += 1;
    }
    expect(modelOf()).toEqual(before);
    expect(await next.interruption()).toBeNull();
  }
  console.info(`interruptions recovered: ${recovered}`);
  expect(recovered).toBeGreaterThan(5);
});

test("a person may leave the workbook as it stands", async () => {
  const { host } = await dyingAt(9);
  const next = openExcelBook(SMALL);
  expect(await next.interruption()).not.toBeNull();
  const sheets = host.workbook.sheets.map((sheet) => sheet.name).filter((name) => name !== JOURNAL);
  await next.forget();
  expect(await next.interruption()).toBeNull();
  expect(host.workbook.sheets.map((sheet) => sheet.name)).toEqual(sheets);
});

test("the journal is very hidden while it stands, and text only", async () => {
  const { host } = await dyingAt(9);
  const journal = host.workbook.sheets.find((sheet) => sheet.name === JOURNAL)!;
  expect(journal.visibility).toBe("VeryHidden");
  for (const [, , cell] of journal.grid.cellsIn(journal.whole)) {
    expect(cell.formula).toBeNull();
    expect(typeof cell.value).toBe("string");
    expect(String(cell.value).length).toBeLessThanOrEqual(32_000);
  }
});

test("an attempt to put back that Excel refuses is made again", async () => {
  const { host } = await begin();
  const patient = openExcelBook({ ...SMALL, pauses: [1, 1] });
  const before = modelOf();
  for (const batch of [8, 9, 10]) host.failAtBatch(batch);
  expect(await patient.apply(change, { at: AT })).toMatchObject({
    done: false,
    refusal: { kind: "hostFailed", restored: true },
  });
  expect(modelOf()).toEqual(before);
});

test("an edit called off in the midst is put back", async () => {
  const { book } = await begin();
  const before = modelOf();
  const stop = new AbortController();
  const applied = book.apply(change, {
    at: AT,
    signal: stop.signal,
    onProgress: (value) => void (value === 3 && stop.abort()),
  });
  await expect(applied).rejects.toMatchObject({ name: "AbortError" });
  expect(modelOf()).toEqual(before);
});

test("what is done in several trips is undone as one", async () => {
  const { book } = await begin();
  const before = await everything(book);
  const entry = await done(book, change);
  await done(book, entry.undo, change);
  expect(await everything(book)).toEqual(before);
  await done(book, edit(write("A", 0, 0, [["một"]])));
});

test("a person who goes on without asking back the interrupted edit is not held up by its journal", async () => {
  const { host } = await dyingAt(9);
  const next = openExcelBook({ ...SMALL, pauses: [] });
  const more = rows.map((row) => [...row, "thêm"]);
  await done(next, edit({ kind: "createSheet", design: plainSheet("Việc sau", more) }));
  expect(host.workbook.sheets.map((sheet) => sheet.name)).not.toContain(JOURNAL);
  expect(host.values("'Việc sau'!A50:D50")).toEqual([["Xóm 49", "Dân Tiến", 49, "thêm"]]);
});
