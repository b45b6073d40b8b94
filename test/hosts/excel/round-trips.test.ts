/** How many times the add-in goes to Excel: constant in the number of rows, but for blocks of cells. */
import { findTable, type CellInput, type Edit } from "../../../src/book";
import {
  check,
  inject,
  markEdit,
  makeReports,
  prepareInjection,
  prepareReports,
  undo,
} from "../../../src/tasks";
import { reportForms } from "../../../src/reports";
import { at, programme, samplePlan } from "../../tasks/books";
import { plainSheet, tableAt } from "../../book/contract/kit";
import { closeExcel, furnish, openExcel, type Opened } from "./open";

afterEach(closeExcel);

async function tripsOf<T>({ host }: Opened, act: () => Promise<T>): Promise<{ trips: number; result: T }> {
  const before = host.roundTrips;
  const result = await act();
  await host.settle();
  return { trips: host.roundTrips - before, result };
}

async function injectSample(opened: Opened) {
  const prepared = await prepareInjection(opened.book, samplePlan(), programme, {
    madeAt: "10/08/2025 08:00",
  });
  const result = await inject(opened.book, prepared, { at });
  if (result.kind !== "done") throw new Error(JSON.stringify(result));
  return { prepared, result };
}

/** Households as a staff member would have typed them. */
async function addHouseholds({ book }: Opened, count: number): Promise<void> {
  const { table } = findTable(await book.read(), "tblHo")!;
  const rows = Array.from({ length: count }, (_one, index) =>
    table.headers.map((header): CellInput => {
      if (header === "STT") return index + 1;
      if (header === "Họ và tên chủ hộ") return `Hoàng Văn ${index}`;
      return header === "Số CCCD" ? `0190000${String(index).padStart(5, "0")}` : null;
    }),
  );
  const outcome = await book.apply(
    { task: "test", operations: [{ kind: "appendRows", table: "tblHo", rows }] },
    { at },
  );
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
}

test("a plan is injected in at most 6 round trips", async () => {
  const opened = await openExcel();
  const { trips } = await tripsOf(opened, () => injectSample(opened));
  console.info(`round trips: inject ${trips}`);
  expect(trips).toBeLessThanOrEqual(6);
});

test.each([10, 1_000])(
  "a check reads %i households in at most 4 round trips and the marks are written",
  async (rows) => {
    const opened = await openExcel();
    await injectSample(opened);
    await addHouseholds(opened, rows);
    const { trips, result } = await tripsOf(opened, () => check(opened.book));
    expect(trips).toBeLessThanOrEqual(4);
    const marks = await tripsOf(opened, () => opened.book.apply(markEdit(result), { at }));
    expect(marks.result.done).toBe(true);
    expect(marks.trips).toBeLessThanOrEqual(4);
    console.info(`round trips with ${rows} households: check ${trips}, marks ${marks.trips}`);
  },
);

test("cells beyond one answer come in blocks below the browser's limit", async () => {
  const opened = await openExcel({ profile: "web" });
  const rows = Array.from({ length: 20_000 }, (_r, r) => [
    `Hộ số ${r} ở thôn xóm có tên rất dài để đầy ô`,
    r,
    r * 2.5,
    "x",
    "Dân Tiến",
  ]);
  const { table, cells } = tableAt("tblDai", 0, 0, ["Tên", "Số", "Nửa", "Cờ", "Xã"], rows);
  const made = await tripsOf(opened, () =>
    furnish(opened.book, [{ name: "Dài", columns: [], cells, tables: [table] }]),
  );
  const { trips, result } = await tripsOf(opened, () => opened.book.read({ sheets: ["Dài"] }));
  expect(result.sheets.at(-1)!.values[20_000]).toEqual([
    "Hộ số 19999 ở thôn xóm có tên rất dài để đầy ô",
    19_999,
    49_997.5,
    "x",
    "Dân Tiến",
  ]);
  expect(trips).toBeLessThanOrEqual(3 + Math.ceil((20_001 * 5 * 30) / 3_000_000));
  const { largestRequest, largestAnswer } = opened.host.bytes;
  console.info(
    `20,000 rows: written in ${made.trips}, read in ${trips} trips; largest request ${largestRequest}, answer ${largestAnswer} bytes`,
  );
  expect(Math.max(largestRequest, largestAnswer)).toBeLessThan(5 * 1024 * 1024);
});

test("an answer that turns out larger than the browser takes is asked for again in parts", async () => {
  const opened = await openExcel({ profile: "web" });
  const text = "Nội dung rất dài ".repeat(120);
  await furnish(opened.book, [
    plainSheet(
      "Chữ",
      Array.from({ length: 3_000 }, (_r, r) => [`${text}${r}`]),
    ),
  ]);
  const snapshot = await opened.book.read({ sheets: ["Chữ"], formulas: true });
  expect(snapshot.sheets.at(-1)!.values.map((row) => row[0])).toEqual(
    Array.from({ length: 3_000 }, (_r, r) => `${text}${r}`),
  );
});

test("reports are made, made again and undone in at most 4 round trips a form", async () => {
  const opened = await openExcel();
  await injectSample(opened);
  const forms = reportForms.slice(0, 1);
  const edit = async (): Promise<Edit> =>
    prepareReports(await check(opened.book), {
      forms,
      freeze: false,
      today: { year: 2025, month: 8, day: 10 },
    });
  const first = await edit();
  const made = await tripsOf(opened, () => makeReports(opened.book, first, { at }));
  const second = await edit();
  const again = await tripsOf(opened, () => makeReports(opened.book, second, { at }));
  if (!made.result.done || !again.result.done) throw new Error("refused");
  const { entry } = again.result;
  const undone = await tripsOf(opened, () => undo(opened.book, { edit: second, entry }, { at }));
  console.info(`round trips: report ${made.trips}, again ${again.trips}, undone ${undone.trips}`);
  expect(undone.result).toMatchObject({ done: true });
  for (const { trips } of [made, again, undone]) expect(trips).toBeLessThanOrEqual(4);
});

test("room for rows is known from what stands there: the empty cells below are not read", async () => {
  const opened = await openExcel();
  const { table, cells } = tableAt("tblA", 0, 0, ["A", "B"], [["a", 1]]);
  await furnish(opened.book, [{ name: "A", columns: [], cells, tables: [table] }]);
  const rows = Array.from({ length: 5_000 }, (_one, row) => [`dòng ${row}`, row]);
  const sent = opened.host.bytes.sent;
  const { trips, result } = await tripsOf(opened, () =>
    opened.book.apply({ task: "test", operations: [{ kind: "appendRows", table: "tblA", rows }] }, { at }),
  );
  expect(result.done).toBe(true);
  expect(trips).toBeLessThanOrEqual(4);
  expect(opened.host.bytes.sent - sent).toBeLessThan(50_000);
});

test("of blank rows with formats only those are read that rows come over, in the same trips", async () => {
  const opened = await openExcel();
  const { table, cells } = tableAt("tblA", 0, 0, ["A", "B"], [["a", 1]]);
  const blanks = Array.from({ length: 3_000 }, (_one, r) => ({
    row: 2 + r,
    column: r % 2,
    format: { fill: "FFF2CC" },
  }));
  await furnish(opened.book, [{ name: "A", columns: [], cells: [...cells, ...blanks], tables: [table] }]);
  await opened.host.settle();
  const rows = Array.from({ length: 50 }, (_one, row) => [`dòng ${row}`, row]);
  const change: Edit = { task: "test", operations: [{ kind: "appendRows", table: "tblA", rows }] };
  const { sent } = opened.host.bytes;
  const { trips, result } = await tripsOf(opened, () => opened.book.apply(change, { at }));
  if (!result.done) throw new Error("refused");
  const undone = await tripsOf(opened, () => opened.book.apply(result.entry.undo, { at, inverse: change }));
  expect(undone.result.done).toBe(true);
  console.info(
    `round trips: rows over blanks ${trips}, undone ${undone.trips}; ${opened.host.bytes.sent - sent} bytes`,
  );
  expect([trips, undone.trips]).toEqual([4, 4]);
  expect(opened.host.bytes.sent - sent).toBeLessThan(300_000);
});

test("an undo that a person's later work forbids does not read large formats first", async () => {
  const opened = await openExcel();
  const rows = Array.from({ length: 3_000 }, (_one, row) => [`Hộ ${row}`, row, "x"]);
  const change: Edit = {
    task: "report",
    operations: [{ kind: "createSheet", design: plainSheet("BC06", rows) }],
  };
  const made = await opened.book.apply(change, { at });
  if (!made.done) throw new Error("refused");
  await opened.host.userEdits("BC06", "B2", [[7]]);
  const sent = opened.host.bytes.sent;
  const undone = await opened.book.apply(made.entry.undo, { at, inverse: change });
  expect(undone).toMatchObject({
    done: false,
    refusal: { kind: "changedSince", cells: [{ sheet: "BC06", cell: "B2" }] },
  });
  expect(opened.host.bytes.sent - sent).toBeLessThan(2_000_000);
});
