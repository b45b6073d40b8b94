/** What a placeholder becomes: typed values, text within a sentence, every filter; and data that looks like something else. */
import fc from "fast-check";
import type { CellValue } from "../../src/book";
import { serialFromDate } from "../../src/domain";
import { parseTemplate, templateFields, templateOfDesign, previewRows } from "../../src/templates";
import { tablesOf } from "../rules/workbook";
import { bookOf, designOf, filled, household, mistakesOf, type Rows } from "./kit";
import { prepareFill, fill } from "../../src/tasks";
import { at } from "../tasks/books";

const day = (year: number, month: number, date: number) => serialFromDate({ year, month, day: date })!;
const parameters = {
  tblThamSo: [
    { "Tham số": "Tên xã", "Giá trị": "Dân Tiến" },
    { "Tham số": "Năm kế hoạch", "Giá trị": 2025 },
    { "Tham số": "Ngày kế hoạch", "Giá trị": day(2025, 8, 8) },
    { "Tham số": "Tỷ lệ đối ứng tối thiểu", "Giá trị": 0.15 },
    { "Tham số": "Người ký", "Giá trị": null },
    { "Tham số": "Điện thoại", "Giá trị": "0203 3 874 123" },
  ],
};
const rows: Rows = {
  ...parameters,
  tblDuAn: [{ Mã: "DA1", "Tên dự án": "Đất ở", NSTW: 720, NSĐP: 9504.2, "Tỷ lệ đối ứng": 0.1502 }],
  tblHo: [
    household("Triệu Văn Ước", "Làng Mười", {
      NSTW: 720_000_000,
      "Số CCCD": "019012345678",
      "Ngày sinh": 1975,
      "Ngày phê duyệt": day(2025, 2, 3),
      "Số khẩu": 5,
    }),
    household("Lý Thị Mùi", "X", {
      NSTW: "1.250.000",
      NSĐP: "chưa có",
      "Ngày sinh": "8/3/1990",
      "Ngày phê duyệt": null,
    }),
  ],
};

async function one(text: string, format?: string, row = 0): Promise<CellValue> {
  const cell = `{{#Hộ "Họ và tên chủ hộ"="${rows["tblHo"]![row]!["Họ và tên chủ hộ"]}"}}${text}{{/Hộ}}`;
  const { values } = await filled([[format === undefined ? cell : [cell, format]]], rows);
  return (await values())[0]?.[0] ?? null;
}

describe("alone in its cell a placeholder gives the typed value", () => {
  test.each<[string, CellValue]>([
    ["{{Hộ.NSTW}}", 720_000_000],
    ["{{Hộ.Số khẩu}}", 5],
    ["{{Hộ.Số CCCD}}", "019012345678"],
    ["{{Hộ.Ngày sinh}}", 1975],
    ["{{Hộ.Ngày phê duyệt}}", day(2025, 2, 3)],
    ["{{Hộ.NSĐP}}", null],
    ["{{Hộ.Tổng hỗ trợ}}", 720_000_000],
    [" {{Hộ.NSTW}} ", 720_000_000],
  ])("%s", async (text, value) => expect(await one(text)).toBe(value));

  test("amounts stay in the unit of their table, also as text that a person typed", async () => {
    const { values } = await filled([["{{#Dự án}}{{Dự án.NSĐP}}{{/Dự án}}"]], rows);
    expect(await values()).toEqual([[9504.2]]);
    expect(await one("{{Hộ.NSTW}}", undefined, 1)).toBe("1.250.000");
  });

  test("a date gets a format of dates where the cell has none, and keeps the cell's own", async () => {
    for (const [format, expected] of [
      ["General", "dd/mm/yyyy"],
      ["@", "dd/mm/yyyy"],
      ["d-mmm-yy", "d-mmm-yy"],
    ] as const) {
      const { book } = await filled([[["{{#Hộ}}{{Hộ.Ngày phê duyệt}}{{/Hộ}}", format]]], rows);
      const [sheet] = (await book.read({ numberFormats: true })).sheets;
      expect([0, 1].map((row) => sheet!.numberFormat!(row, 0))).toEqual([expected, expected]);
    }
  });

  test("a date keeps its day between workbooks of the two date systems", async () => {
    const data = { ...rows, tblHo: [household("A", "X", { "Ngày phê duyệt": day(2025, 2, 3) - 1462 })] };
    const { values } = await filled([["{{#Hộ}}{{Hộ.Ngày phê duyệt}}{{/Hộ}}"]], data, { date1904: true });
    expect(await values()).toEqual([[day(2025, 2, 3)]]);
  });
});

describe("within text it is Vietnamese text", () => {
  test.each<[string, string]>([
    ["Xã {{Tham số.Tên xã}}, năm {{Tham số.Năm kế hoạch}}", "Xã Dân Tiến, năm 2025"],
    ["ngày {{Tham số.Ngày kế hoạch}}", "ngày 08/08/2025"],
    ["từ {{Tham số.Tỷ lệ đối ứng tối thiểu}}", "từ 15%"],
    ["Người ký: {{Tham số.Người ký}}", "Người ký: "],
    ["{{Hộ.NSTW}} đồng", "720.000.000 đồng"],
    ["sinh {{Hộ.Ngày sinh}}", "sinh 1975"],
    ["{{Hộ.Họ và tên chủ hộ}} ({{Hộ.Thôn xóm}})", "Triệu Văn Ước (Làng Mười)"],
    ["CCCD {{Hộ.Số CCCD}}", "CCCD 019012345678"],
  ])("%s", async (text, value) => expect(await one(text)).toBe(value));
});

describe("filters", () => {
  test.each<[string, string | null]>([
    ["{{Hộ.NSTW|bằng chữ}}", "Bảy trăm hai mươi triệu đồng"],
    ["({{Hộ.NSTW | bằng chữ | hoa}})", "(BẢY TRĂM HAI MƯƠI TRIỆU ĐỒNG)"],
    ["{{Hộ.NSTW|hoa|bằng chữ}}", "BẢY TRĂM HAI MƯƠI TRIỆU ĐỒNG"],
    ["{{Tham số.Ngày kế hoạch|ngày}}", "ngày 08 tháng 8 năm 2025"],
    ["{{Hộ.Ngày phê duyệt|ngày}}", "ngày 03 tháng 02 năm 2025"],
    ["{{Hộ.Ngày sinh|ngày}}", "năm 1975"],
    ["{{Hộ.NSTW|số}}", "720.000.000"],
    ["{{Hộ.Số CCCD|che}}", "*********678"],
    ["{{Hộ.Ngày phê duyệt|che}}", "2025"],
    ["{{Tham số.Tên xã|hoa}}", "DÂN TIẾN"],
    ["{{Hộ.Họ và tên chủ hộ|hoa}}", "TRIỆU VĂN ƯỚC"],
    ["{{Hộ.NSĐP|bằng chữ}}", null],
  ])("%s", async (text, value) => expect(await one(text)).toBe(value));

  test("words are of đồng, whatever the unit of the table", async () => {
    const text = "{{#Dự án}}{{Dự án.NSTW|bằng chữ}} / {{Dự án.NSĐP|số}} / {{Dự án.Tỷ lệ đối ứng}}{{/Dự án}}";
    const { values } = await filled([[text]], rows);
    expect(await values()).toEqual([["Bảy trăm hai mươi triệu đồng / 9.504,2 / 15,02%"]]);
  });

  test("texts of people are read where they can be, and else kept", async () => {
    expect(await one("{{Hộ.NSTW|bằng chữ}}", undefined, 1)).toBe("Một triệu hai trăm năm mươi nghìn đồng");
    expect(await one("{{Hộ.NSĐP|bằng chữ}}", undefined, 1)).toBe("chưa có");
    expect(await one("{{Hộ.Ngày sinh|ngày}}", undefined, 1)).toBe("ngày 08 tháng 3 năm 1990");
  });
});

describe("what a person types for the document", () => {
  const ask = (text: string, value: string, format = "General") =>
    filled([[[text, format]]], rows, { values: { "số quyết định": value } }).then(({ values }) => values());

  test("stays text, unless the cell is one of numbers or dates", async () => {
    expect(await ask("{{Nhập.Số quyết định}}", "0012")).toEqual([["0012"]]);
    expect(await ask("{{Nhập.Số quyết định}}", "=1+1")).toEqual([["=1+1"]]);
    expect(await ask("{{Nhập.Số quyết định}}", "1.250,5", "#,##0.0")).toEqual([[1250.5]]);
    expect(await ask("{{Nhập.Số quyết định}}", "3/2/2025", "dd/mm/yyyy")).toEqual([[day(2025, 2, 3)]]);
    expect(await ask("Số {{Nhập.Số quyết định}}/QĐ", "12")).toEqual([["Số 12/QĐ"]]);
  });

  test("takes filters", async () => {
    expect(await ask("{{Nhập.Số quyết định|bằng chữ}}", "720 triệu đồng")).toEqual([
      ["Bảy trăm hai mươi triệu đồng"],
    ]);
    expect(await ask("{{Nhập.Số quyết định|ngày}}", "2025-08-08")).toEqual([["ngày 08 tháng 8 năm 2025"]]);
    expect(await ask("{{Nhập.Số quyết định|hoa}}", "qđ")).toEqual([["QĐ"]]);
  });

  test("may choose the records of a band", async () => {
    const grid = [['{{#Hộ "Thôn xóm"="Nhập.Xóm"}}{{Hộ.Họ và tên chủ hộ}}{{/Hộ}}']];
    const { values } = await filled(grid, rows, { values: { Xóm: "làng mười" } });
    expect(await values()).toEqual([["Triệu Văn Ước"]]);
    expect(await mistakesOf(grid, rows)).toEqual(["A1 missingValue"]);
  });

  test("is refused where a filter cannot use it", async () => {
    const grid = [["{{Nhập.A|bằng chữ}}", "{{Nhập.B|ngày}}", "{{Nhập.C|số}}"]];
    const values = { A: "nhiều", B: "hôm nay", C: "" };
    expect(await mistakesOf(grid, rows, { values })).toEqual(["A1 badValue", "B1 badValue"]);
  });
});

describe("data is never more than a value", () => {
  test.each([
    "=1+1",
    "+84 912",
    "-5",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "{{Tham số.Tên xã}}",
    "'x",
    "<b>&amp;",
  ])("%s stays text", async (text) => {
    const grid = [["{{#Hộ}}{{Hộ.Họ và tên chủ hộ}}", "{{Hộ.Ghi chú}}{{/Hộ}}"], ["{{Tham số.Tên xã}}"]];
    const { book, values } = await filled(grid, {
      ...parameters,
      tblHo: [household(text, "X", { "Ghi chú": text })],
    });
    expect(await values()).toEqual([[text, text], ["Dân Tiến"]]);
    const [sheet] = (await book.read({ formulas: true })).sheets;
    expect(sheet!.formulas.size).toBe(0);
  });

  test("any text whatever arrives as it was", async () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .filter((one) => one.trim() !== "");
    await fc.assert(
      fc.asyncProperty(text, async (note) => {
        const data = { tblHo: [household("Lý A", "X", { "Ghi chú": note })] };
        const design = designOf([["{{#Hộ}}{{Hộ.Ghi chú}}{{/Hộ}}"]]);
        const book = await bookOf(design);
        const choice = { values: {}, target: { kind: "inPlace" } } as const;
        const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows: data }));
        const written = prepared.edit!.operations.flatMap((one) =>
          one.kind === "writeCells" ? one.cells.flat() : [],
        );
        expect(written).toEqual([note]);
        expect((await fill(book, prepared, { at })).done).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test("a preview shows the first record of each band as text", () => {
  const sheet = templateOfDesign(
    designOf([
      ["Danh sách xã {{Tham số.Tên xã}}"],
      ["{{#Hộ}}{{STT}}", "{{Hộ.NSTW}}{{/Hộ}}"],
      ["Cộng", "{{Tổng.NSTW}}"],
    ]),
  );
  const tables = tablesOf({ rows });
  const { template } = parseTemplate(sheet, templateFields(tables));
  expect(previewRows(sheet, template!, tables, {}).map((row) => row.cells)).toEqual([
    ["Danh sách xã Dân Tiến"],
    ["1", "720.000.000"],
    ["Cộng", "720.000.000"],
  ]);
});
