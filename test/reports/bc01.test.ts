/** BC01: its figures against the plan, against an independent program, and as native objects in the file. */
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { calculateFormulas } from "@cj-tech-master/excelts/formula";
import { unzipSync, strFromU8 } from "fflate";
import { findSheet } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { reportForm } from "../../src/reports";
import { check, makeReports, prepareReports } from "../../src/tasks";
import { addRow, at, injected, samplePlan, typeInto } from "../tasks/books";

installChartSupport();

const SHEET = "BC01 Phân bổ vốn";
const today = { year: 2025, month: 9, day: 30 };

async function report(book: XlsxBook, freeze = false): Promise<XlsxBook> {
  const edit = prepareReports(await check(book), { forms: [reportForm("BC01")!], freeze, today });
  const outcome = await makeReports(book, edit, { at });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
  return book;
}

async function rows(book: XlsxBook): Promise<(readonly unknown[])[]> {
  return findSheet(await book.read(), SHEET)!.values.map((row) => [...row]);
}

async function rowOf(book: XlsxBook, label: string): Promise<readonly unknown[]> {
  return (await rows(book)).find((row) => row.includes(label))!;
}

/** Every formula of the workbook computed anew by another library, beside what our code wrote. */
async function recalculated(bytes: Uint8Array): Promise<{ place: string; ours: unknown; theirs: unknown }[]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(bytes));
  const cells: { place: string; ours: unknown; read: () => unknown }[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula)
          cells.push({ place: `${sheet.name}!${cell.address}`, ours: cell.result, read: () => cell.result });
      }),
    );
  }
  calculateFormulas(workbook as unknown as Parameters<typeof calculateFormulas>[0]);
  return cells.map(({ place, ours, read }) => ({ place, ours, theirs: read() }));
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));
  return (a ?? "") === (b ?? "");
}

describe("of the real plan", () => {
  let book: XlsxBook;
  beforeAll(async () => {
    book = await report(await injected(samplePlan()));
  });

  test("has a line for each project and sub-project with both numbers, and the exact total", async () => {
    const body = (await rows(book)).filter((row) => /^DA/.test(String(row[1] ?? "")));
    expect(body.slice(0, 10).map((row) => [row[1], row[2], row[5], row[6], row[7]].join(" "))).toEqual([
      "DA1 DA1 720 626 94",
      "DA4 DA4 9504.2 7459.2 2045",
      "DA4.TDA1 DA4.TDA1 9504.2 7459.2 2045",
      "DA5 DA5 1487 1293 194",
      "DA5.TDA1 DA5.TDA1 1487 1293 194",
      "DA6 DA7 66 57.3 8.7",
      "DA8 DA9 103.5 90 13.5",
      "DA8.TDA2 DA9.TDA2 103.5 90 13.5",
      "DA9 DA10 182.5 158.4 24.1",
      "DA9.TDA1 DA10.TDA1 182.5 158.4 24.1",
    ]);
    const total = await rowOf(book, "TỔNG CỘNG");
    expect(total.slice(5, 9)).toEqual([12063.2, 9683.9, 2379.3, 0]);
    expect(total[9]).toBeCloseTo(0.245696, 6);
    expect(total[10]).toBe(1);
  });

  test("says the total in words", async () => {
    const words = (await rows(book)).flat().find((value) => String(value).startsWith("Bằng chữ"));
    expect(words).toBe("Bằng chữ: Mười hai tỷ không trăm sáu mươi ba triệu hai trăm nghìn đồng.");
  });

  test("every formula of the workbook has the value that another program computes", async () => {
    const cells = await recalculated(book.bytes());
    expect(cells.length).toBeGreaterThan(80);
    expect(cells.filter(({ ours, theirs }) => !same(ours, theirs))).toEqual([]);
  });

  test("is an appendix: body, form number, unit, signatures as in the plan", async () => {
    const texts = (await rows(book)).flat().filter((value) => typeof value === "string");
    expect(texts).toEqual(
      expect.arrayContaining([
        "ỦY BAN NHÂN DÂN",
        "XÃ DÂN TIẾN",
        "Biểu số BC01",
        "Đơn vị tính: triệu đồng",
        "NGƯỜI LẬP BIỂU",
        "KẾ TOÁN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Hoang Văn Thảo",
      ]),
    );
  });

  test("has a native chart whose ranges hold the leaves' figures", () => {
    const parts = unzipSync(book.bytes());
    const charts = Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(1);
    const chart = strFromU8(parts[charts[0]!]!);
    expect([...chart.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map((match) => match[1])).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^'BC01 Phân bổ vốn'!\$G\$\d+:\$G\$\d+$/),
        expect.stringMatching(/^'BC01 Phân bổ vốn'!\$H\$\d+:\$H\$\d+$/),
      ]),
    );
    expect(chart).toContain("7459.2");
  });

  test("prints on A4 landscape, its head repeated, the first page without a number", () => {
    const parts = unzipSync(book.bytes());
    const workbook = strFromU8(parts["xl/workbook.xml"]!);
    expect(workbook).toMatch(/_xlnm.Print_Titles"[^>]*>'BC01 Phân bổ vốn'!\$8:\$10</);
    const sheet = Object.entries(parts).find(
      ([name, bytes]) => /worksheets\/sheet\d+\.xml$/.test(name) && strFromU8(bytes).includes("TỔNG CỘNG"),
    )!;
    expect(strFromU8(sheet[1])).toMatch(
      /<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup[^>]*orientation="landscape"[^>]*paperSize="9"/,
    );
    expect(strFromU8(sheet[1])).toMatch(/differentFirst="1"/);
  });
});

test("made again, it takes in a new project, on the same sheet", async () => {
  const book = await report(await injected(samplePlan()));
  const position = (await book.read()).sheets.findIndex((sheet) => sheet.name === SHEET);
  await addRow(book, "tblDuAn", {
    Mã: "DA2",
    "Mã chương trình": "DA2",
    "Tên dự án": "Quy hoạch, sắp xếp, bố trí, ổn định dân cư",
    "Tổng vốn": 115,
    NSTW: 100,
    NSĐP: 15,
    "Đơn vị chủ trì": "Phòng Kinh tế xã",
  });
  await report(book);
  expect((await rowOf(book, "TỔNG CỘNG")).slice(5, 8)).toEqual([12178.2, 9783.9, 2394.3]);
  expect((await book.read()).sheets.findIndex((sheet) => sheet.name === SHEET)).toBe(position);
  const cells = await recalculated(book.bytes());
  expect(cells.filter(({ place, ours, theirs }) => place.startsWith("BC01") && !same(ours, theirs))).toEqual(
    [],
  );
});

test("a total row that somebody typed into the table is not counted twice", async () => {
  const book = await injected(samplePlan());
  await addRow(book, "tblDuAn", { Mã: "Tổng cộng", "Tổng vốn": 12063.2, NSTW: 9683.9, NSĐP: 2379.3 });
  await report(book);
  expect((await rowOf(book, "TỔNG CỘNG"))[5]).toBe(12063.2);
  expect(
    (await recalculated(book.bytes())).filter(
      ({ place, ours, theirs }) => place.startsWith("BC01") && !same(ours, theirs),
    ),
  ).toEqual([]);
});

test("says how many errors touch its figures, and not when there are none", async () => {
  const book = await injected(samplePlan());
  await typeInto(book, "tblDuAn", 0, "NSTW", 500);
  await report(book);
  const state = (await rows(book)).flat().find((value) => String(value).startsWith("Còn "));
  expect(state).toMatch(/^Còn \d+ lỗi ảnh hưởng số liệu$/);
  await typeInto(book, "tblDuAn", 0, "NSTW", 626);
  await report(book);
  expect((await rows(book)).flat().some((value) => String(value).startsWith("Còn "))).toBe(false);
});

test("frozen, it holds values only and says when", async () => {
  const book = await report(await injected(samplePlan()), true);
  const sheet = findSheet(await book.read({ formulas: true }), SHEET)!;
  expect(sheet.formulas.size).toBe(0);
  expect(sheet.values.flat()).toContain("Số liệu chốt ngày 30/09/2025");
  expect((await rowOf(book, "TỔNG CỘNG"))[5]).toBe(12063.2);
});
