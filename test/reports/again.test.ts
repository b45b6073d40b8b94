/** A report made again: rewritten in place, what was typed on it kept, a frozen one known, and what has changed since. */
import { findSheet, type Snapshot } from "../../src/book";
import { readTables } from "../../src/layout";
import {
  changedSinceFrozen,
  frozenReports,
  reportForm,
  reportForms,
  type ReportOptions,
} from "../../src/reports";
import { check, makeReports, prepareReports, type ReportChoice } from "../../src/tasks";
import type { XlsxBook } from "../../src/hosts/xlsx";
import { applied, at, injected, samplePlan, typeInto } from "../tasks/books";
import { addRows, day } from "./busyBook";
import { recalculated, same } from "./recalculation";

const today = { year: 2025, month: 9, day: 30 };
const bc02 = reportForm("BC02")!;
const options: ReportOptions = { freeze: false, today, openErrors: 0, findings: [] };

async function report(book: XlsxBook, choice: Partial<ReportChoice> = {}): Promise<Snapshot> {
  const edit = prepareReports(await check(book), { forms: [bc02], freeze: false, today, ...choice });
  const outcome = await makeReports(book, edit, { at });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
  return book.read({ formulas: true });
}

const voucher = (date: number, amount: number) => ({
  Ngày: date,
  "Số chứng từ": "UNC 1",
  "Hình thức": "Thanh toán",
  "Mã dự án": "DA1",
  "Nội dung": "Chưa chi tiết",
  "Loại vốn": "Chưa xác định",
  "Năm vốn": "Năm nay",
  Nguồn: "NSTW",
  "Số tiền": amount,
});

async function paidBook(): Promise<XlsxBook> {
  const book = await injected(samplePlan());
  await addRows(book, {
    tblGiaiNgan: [voucher(day(2025, 5, 5), 100000000), voucher(day(2025, 8, 1), 50000000)],
  });
  return book;
}

function place(snapshot: Snapshot, text: string): { row: number; column: number } {
  const { values } = findSheet(snapshot, bc02.sheet)!;
  const row = values.findIndex((cells) => cells.includes(text));
  return { row, column: values[row]!.indexOf(text) };
}

async function type(book: XlsxBook, at: { row: number; column: number }, text: string): Promise<void> {
  await applied(book, {
    task: "typing",
    operations: [{ kind: "writeCells", sheet: bc02.sheet, ...at, cells: [[text]] }],
  });
}

test("rewrites its own sheet and no other, on the same place among the sheets", async () => {
  const book = await paidBook();
  await report(book, { forms: reportForms });
  const before = await book.read({ formulas: true });
  await addRows(book, { tblGiaiNgan: [voucher(day(2025, 9, 1), 7000000)] });
  const after = await report(book);
  expect(after.sheets.map((sheet) => sheet.name)).toEqual(before.sheets.map((sheet) => sheet.name));
  for (const sheet of after.sheets.filter((one) => one.name.startsWith("BC") && one.name !== bc02.sheet))
    expect(sheet.values).toEqual(findSheet(before, sheet.name)!.values);
});

test("keeps the report's number, place and date of signing, and names that a person typed", async () => {
  const book = await paidBook();
  const first = await report(book);
  await type(
    book,
    place(first, "(Kèm theo Báo cáo số ....../BC-UBND ngày ...../...../......)"),
    "(Kèm theo Báo cáo số 45/BC-UBND ngày 30/9/2025)",
  );
  await type(
    book,
    place(first, "Dân Tiến, ngày ..... tháng ..... năm ........"),
    "Dân Tiến, ngày 30 tháng 9 năm 2025",
  );
  const title = place(first, "NGƯỜI LẬP BIỂU");
  const head = place(first, "Hoang Văn Thảo");
  await type(book, { row: head.row, column: title.column }, "Nông Thị Lan");
  await addRows(book, { tblGiaiNgan: [{ ...voucher(day(2025, 9, 1), 7000000), "Loại vốn": "Đầu tư" }] });
  const again = findSheet(await report(book), bc02.sheet)!.values.flat();
  expect(again).toEqual(
    expect.arrayContaining([
      "(Kèm theo Báo cáo số 45/BC-UBND ngày 30/9/2025)",
      "Dân Tiến, ngày 30 tháng 9 năm 2025",
      "Nông Thị Lan",
      "Hoang Văn Thảo",
    ]),
  );
});

test("a row added to a table changes the report without us", async () => {
  const book = await paidBook();
  await report(book);
  await addRows(book, { tblGiaiNgan: [voucher(day(2025, 9, 30), 30000000), voucher(day(2025, 10, 1), 1)] });
  const live = (await recalculated(book.bytes())).filter((cell) => cell.sheet === bc02.sheet);
  await report(book);
  const made = new Map(
    (await recalculated(book.bytes())).map((cell) => [`${cell.sheet} ${cell.place}`, cell.ours]),
  );
  const figures = live.filter((cell) => !cell.formula.includes("Bằng chữ"));
  expect(figures.filter((cell) => !same(cell.theirs, made.get(`${cell.sheet} ${cell.place}`)))).toEqual([]);
  expect(figures.some((cell) => cell.theirs === 180)).toBe(true);
  expect(live.find((cell) => cell.formula.includes("Bằng chữ"))!.theirs).toMatch(/^Số liệu đã thay đổi/);
});

describe("frozen", () => {
  test("is known, with its day", async () => {
    const book = await paidBook();
    expect(frozenReports(await report(book), reportForms)).toEqual([]);
    const snapshot = await report(book, { freeze: true, frozenBy: "Lan" });
    expect(frozenReports(snapshot, reportForms)).toEqual([
      { form: bc02, text: "Số liệu chốt ngày 30/09/2025, người chốt: Lan", on: today },
    ]);
  });

  test("figures that a later change made untrue are named with their vouchers, for the report's own period", async () => {
    const book = await paidBook();
    await report(book, { freeze: true });
    const unchanged = readTables(await book.read({ formulas: true }));
    expect(changedSinceFrozen(bc02, unchanged, options)).toEqual([]);
    await addRows(book, { tblGiaiNgan: [voucher(day(2025, 10, 2), 9000000)] });
    expect(changedSinceFrozen(bc02, readTables(await book.read({ formulas: true })), options)).toEqual([]);
    await typeInto(book, "tblGiaiNgan", 1, "Số tiền", 60000000);
    const changed = changedSinceFrozen(bc02, readTables(await book.read({ formulas: true })), options);
    const total = changed.find(
      (one) => one.line === "TỔNG CỘNG (A + B)" && one.column.endsWith("trong kỳ – Thanh toán khối lượng"),
    )!;
    expect([total.frozen, total.now]).toEqual([150, 160]);
    expect(total.rows.filter((row) => row.amount !== 0).map((row) => [row.sheet, row.amount])).toEqual([
      ["Giải ngân", 100],
      ["Giải ngân", 60],
    ]);
  });
});
