/** A plan in which a project and its sub-projects both have rows: nothing is counted twice, and nothing is left out. */
import { findSheet } from "../../src/book";
import type { XlsxBook } from "../../src/hosts/xlsx";
import { reportForm } from "../../src/reports";
import { check, makeReports, prepareReports } from "../../src/tasks";
import { addRow, at, injected, samplePlan } from "../tasks/books";
import { addRows, day } from "./busyBook";
import { recalculated, same } from "./recalculation";

const today = { year: 2025, month: 9, day: 30 };
const forms = ["BC01", "BC02", "BC03"].map((code) => reportForm(code)!);

async function reported(whole: Readonly<Record<string, number>>): Promise<XlsxBook> {
  const book = await injected(samplePlan());
  await addRow(book, "tblDuAn", {
    Mã: "DA4",
    "Mã chương trình": "DA4",
    "Tên dự án": "Đầu tư cơ sở hạ tầng",
    "Đơn vị chủ trì": "Phòng Kinh tế xã",
    ...whole,
  });
  const voucher = (project: string, amount: number) => ({
    Ngày: day(2025, 5, 5),
    "Số chứng từ": `UNC ${amount}`,
    "Hình thức": "Thanh toán",
    "Mã dự án": project,
    "Nội dung": "Chưa chi tiết",
    "Loại vốn": "Đầu tư",
    "Năm vốn": "Năm nay",
    Nguồn: "NSTW",
    "Số tiền": amount,
  });
  await addRows(book, { tblGiaiNgan: [voucher("DA4", 30000000), voucher("DA4.TDA1", 70000000)] });
  const outcome = await makeReports(
    book,
    prepareReports(await check(book), { forms, freeze: false, today }),
    {
      at,
    },
  );
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
  return book;
}

async function rows(book: XlsxBook, code: string): Promise<(readonly unknown[])[]> {
  return findSheet(await book.read(), reportForm(code)!.sheet)!.values.map((row) => [...row]);
}

async function agree(book: XlsxBook): Promise<void> {
  const cells = (await recalculated(book.bytes())).filter((cell) => cell.sheet.startsWith("BC"));
  const judged = cells.filter((cell) => !/LEFT\(/.test(cell.formula));
  expect(judged.length).toBeGreaterThan(100);
  expect(judged.filter((cell) => !same(cell.ours, cell.theirs))).toEqual([]);
}

describe("a row that only sums up its sub-projects", () => {
  let book: XlsxBook;
  beforeAll(async () => {
    book = await reported({ "Tổng vốn": 9504.2, NSTW: 7459.2, NSĐP: 2045 });
  });

  test("is not counted in the plan", async () => {
    const total = (await rows(book, "BC01")).find((row) => row.includes("TỔNG CỘNG"))!;
    expect(total.slice(5, 8)).toEqual([12063.2, 9683.9, 2379.3]);
    const lines = (await rows(book, "BC01")).filter((row) => row[0] !== null && /^DA4/.test(String(row[1])));
    expect(lines.map((row) => [row[1], row[5]])).toEqual([
      ["DA4", 9504.2],
      ["DA4.TDA1", 9504.2],
    ]);
    const units = (await rows(book, "BC03")).find((row) => row.includes("TỔNG CỘNG"))!;
    expect(units[3]).toBe(12063.2);
  });

  test("money paid for the project as a whole stands on a line of its own and in the project", async () => {
    const lines = await rows(book, "BC02");
    const of = (title: string) => lines.find((row) => row.includes(title))?.[9];
    expect(lines.find((row) => row[0] === "2")![9]).toBe(100);
    expect(of("Chưa chia theo tiểu dự án")).toBe(30);
    expect(lines.find((row) => row[0] === "2.1")![9]).toBe(70);
    expect(of("TỔNG CỘNG (A + B)")).toBe(100);
  });

  test("every formula agrees with another program", () => agree(book));
});

describe("a row with money that its sub-projects do not have", () => {
  let book: XlsxBook;
  beforeAll(async () => {
    book = await reported({ "Tổng vốn": 115, NSTW: 100, NSĐP: 15 });
  });

  test("is counted beside them, once", async () => {
    const total = (await rows(book, "BC01")).find((row) => row.includes("TỔNG CỘNG"))!;
    expect(total.slice(5, 8)).toEqual([12178.2, 9783.9, 2394.3]);
    const lines = (await rows(book, "BC01")).filter((row) => row[0] !== null && /^DA4/.test(String(row[1])));
    expect(lines.map((row) => [row[0], row[1], row[3], row[5]])).toEqual([
      ["2", "DA4", "Đầu tư cơ sở hạ tầng", 9619.2],
      ["2.1", "DA4.TDA1", expect.stringMatching(/^Tiểu dự án 1/), 9504.2],
      ["2.2", "DA4", "Chưa chia theo tiểu dự án", 115],
    ]);
  });

  test("every formula agrees with another program", () => agree(book));
});
