/** “Có gửi được chưa?” and what changed after a report was frozen. */
import { readTables } from "../../src/layout";
import { reportForm, reportForms } from "../../src/reports";
import type { XlsxBook } from "../../src/hosts/xlsx";
import { check, makeReports, prepareReports, readiness } from "../../src/tasks";
import { CHANGED_SINCE_FROZEN } from "../../src/wording";
import { addRows, day } from "../reports/busyBook";
import { addRow, at, injected, samplePlan, typeInto, view } from "./books";

const today = { year: 2025, month: 9, day: 8 };
const forms = ["BC01", "BC02"].map((code) => reportForm(code)!);

const voucher = (number: string, date: number, amount: number) => ({
  Ngày: date,
  "Số chứng từ": number,
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
    tblGiaiNgan: [voucher("UNC 1", day(2025, 5, 5), 100000000), voucher("UNC 2", day(2025, 8, 1), 50000000)],
  });
  return book;
}

async function frozen(book: XlsxBook, of = forms): Promise<XlsxBook> {
  const edit = prepareReports(await check(book), { forms: of, freeze: true, today });
  const outcome = await makeReports(book, edit, { at });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
  return book;
}

async function setParameter(book: XlsxBook, name: string, value: string | number | null): Promise<void> {
  const parameters = await view(book, "tblThamSo");
  await typeInto(book, "tblThamSo", parameters.column("Tham số").indexOf(name), "Giá trị", value);
}

describe("chosen reports", () => {
  test("are not ready before they are frozen, and ready when nothing is open", async () => {
    const book = await paidBook();
    const before = readiness(await check(book), forms, today);
    expect(before.ready).toBe(false);
    expect(before.reports.map((one) => [one.made, one.frozen])).toEqual([
      [false, null],
      [false, null],
    ]);
    const after = readiness(await check(await frozen(book)), forms, today);
    expect(after).toMatchObject({ ready: true, missing: [] });
    expect(after.reports.map((one) => one.frozen?.text)).toEqual([
      "Số liệu chốt ngày 08/09/2025",
      "Số liệu chốt ngày 08/09/2025",
    ]);
  });

  test("bear the errors of the tables they read, and say which of those are empty", async () => {
    const book = await frozen(await paidBook());
    await typeInto(book, "tblDuAn", 0, "NSTW", 600);
    const all = readiness(await check(book), reportForms, today);
    const of = (code: string) => all.reports.find((one) => one.form.code === code)!;
    expect([of("BC01").errors > 0, of("BC09").errors, all.ready]).toEqual([true, 0, false]);
    expect(of("BC09").empty).toEqual(["Công trình"]);
    expect(of("BC02").empty).toEqual([]);
  });

  test("with an error that changes no figure are not ready all the same", async () => {
    const book = await frozen(await paidBook());
    await typeInto(book, "tblDuAn", 0, "Đơn vị chủ trì", null);
    const judged = readiness(await check(book), forms, today);
    expect(judged.reports.flatMap((one) => one.changed)).toEqual([]);
    expect([judged.reports[0]!.errors > 0, judged.ready]).toEqual([true, false]);
  });

  test("miss parameters that stand on every sheet", async () => {
    const book = await frozen(await paidBook());
    await setParameter(book, "Người ký", null);
    expect(readiness(await check(book), forms, today)).toMatchObject({ ready: false, missing: ["Người ký"] });
  });

  test("are due on days that the law gives and staff may change", async () => {
    const book = await paidBook();
    const days = async () =>
      readiness(await check(book), forms, today).deadlines.map(({ name, on, daysLeft }) => [
        name,
        `${on.day}/${on.month}/${on.year}`,
        daysLeft,
      ]);
    expect(await days()).toEqual([
      ["Hạn xác nhận giải ngân", "10/9/2025", 2],
      ["Hạn gửi báo cáo", "15/9/2025", 7],
      ["Hạn cập nhật giải ngân", "25/1/2026", 139],
      ["Hạn gửi báo cáo năm", "31/1/2026", 145],
    ]);
    await setParameter(book, "Hạn gửi báo cáo", "05/09/2025");
    expect((await days())[0]).toEqual(["Hạn gửi báo cáo", "5/9/2025", -3]);
  });
});

describe("after the last report", () => {
  const changed = async (book: XlsxBook) =>
    (await check(book)).findings.filter((finding) => finding.code === CHANGED_SINCE_FROZEN);

  test("a voucher of its period that was added is named, once, and later ones are not", async () => {
    const book = await frozen(await paidBook());
    expect(await changed(book)).toEqual([]);
    await addRow(book, "tblGiaiNgan", voucher("UNC 9", day(2025, 10, 2), 9000000));
    expect(await changed(book)).toEqual([]);
    await addRow(book, "tblGiaiNgan", voucher("UNC 10", day(2025, 7, 2), 7000000));
    const [finding, ...others] = await changed(book);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: "warning",
      sheet: "BC02 Giải ngân",
      table: null,
      params: { before: 150, now: 157, difference: 7, rows: ["UNC 10 (Giải ngân!I8)"] },
      fix: null,
    });
    expect(finding!.message).toContain("UNC 10 (Giải ngân!I8)");
    expect(finding!.message).toContain("+7");
  });

  test("an amount that was changed is told with the vouchers behind the figure", async () => {
    const book = await frozen(await paidBook());
    await typeInto(book, "tblGiaiNgan", 1, "Số tiền", 60000000);
    const [finding] = await changed(book);
    expect(finding!.params).toMatchObject({
      before: 150,
      now: 160,
      rows: ["UNC 1 (Giải ngân!I5)", "UNC 2 (Giải ngân!I6)"],
    });
  });

  test("the report's own unit, project and period count, whatever is chosen now", async () => {
    const book = await paidBook();
    const choice = { forms, freeze: true, today, unit: "đồng", project: "DA1" } as const;
    await makeReports(book, prepareReports(await check(book), choice), { at });
    expect(await changed(book)).toEqual([]);
    expect(readiness(await check(book), forms, today).reports.map((one) => one.changed)).toEqual([[], []]);
  });

  test("a project added to the plan since does not make every line another", async () => {
    const book = await frozen(await paidBook());
    const code = "DA0";
    await addRow(book, "tblDuAn", { Mã: code, "Tên dự án": "Dự án khác", "Tổng vốn": 10, NSTW: 10, NSĐP: 0 });
    const findings = await changed(book);
    expect(findings.map((one) => [one.sheet, one.params["line"]])).toEqual([
      ["BC01 Phân bổ vốn", "TỔNG CỘNG"],
    ]);
    expect(
      readTables(await book.read())
        .table("tblDuAn")!
        .column("Mã"),
    ).toContain(code);
  });
});
