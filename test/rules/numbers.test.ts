import type { ExampleRow } from "../../src/rules";
import { check } from "./workbook";

/** What is found in a cell of a column, and what the cell should hold instead. */
const inCell = (table: string, header: string, cell: ExampleRow[string], more: ExampleRow = {}) =>
  check({ [table]: [{ ...more, [header]: cell }] })
    .filter((one) => one.column === header && one.code !== "required/missing")
    .map((one) => [one.code, one.fix?.value ?? null]);

describe("money typed as text", () => {
  test.each([
    ["9.504,2", 9504.2],
    ["1.250", 1250],
    ["2,5", 2.5],
    ["1,250.5", 1250.5],
    ["1,250", null],
    ["-14", -14],
    [" 94 ", 94],
    ["0,5", 0.5],
  ])("%s", (text, fix) => {
    const negative = fix !== null && fix < 0 ? [["budget/negative-amount", null]] : [];
    expect(inCell("tblDuAn", "Vốn khác", text)).toEqual([["number/text-number", fix], ...negative]);
  });

  test.each(["chưa có", "-", "…", "", "   ", null])("%j says nothing in an optional column", (text) => {
    expect(inCell("tblDuAn", "Vốn khác", text)).toEqual([]);
  });

  test.each(["năm triệu", "1.25.000", "5 triệu", "#", true, { error: "#VALUE!" }])(
    "%j is no number",
    (cell) => {
      expect(inCell("tblKetQua", "Kế hoạch", cell)).toEqual([["type/number", null]]);
    },
  );

  test("a placeholder in a required column is no number", () => {
    expect(inCell("tblDuAn", "NSTW", "chưa có")).toEqual([["type/number", null]]);
  });
});

describe("shares", () => {
  test.each([
    [0.6, []],
    [1, []],
    [60, [["number/percent-scale", 0.6]]],
    [100, [["number/percent-scale", 1]]],
    [33.3, [["number/percent-scale", 0.333]]],
    ["60", [["number/text-number", 0.6]]],
    ["60%", [["number/text-number", 0.6]]],
    ["0,6", [["number/text-number", 0.6]]],
    [101, []],
  ])("%p", (cell, expected) => {
    expect(inCell("tblHo", "Tỷ lệ thiếu đất SX", cell)).toEqual(expected);
  });
});

describe("amounts below a đồng", () => {
  test.each([
    [57.3000004, 1],
    [57.300001, 0],
    [2379.2999999999997, 0],
    [9504.2 - 7459.2 - 2045, 0],
    [1e-7, 1],
  ])("%p triệu", (amount, count) => {
    expect(inCell("tblDuAn", "Vốn khác", amount)).toHaveLength(count);
  });
});

describe("dates", () => {
  test.each([
    ["8/8/85", "1985-08-08"],
    ["08/08/1985", "1985-08-08"],
    ["08-08-1985", "1985-08-08"],
    ["8.8.2025", "2025-08-08"],
    ["08/1985", "1985-08-01"],
  ])("%s typed as text", (text, iso) => {
    expect(inCell("tblHo", "Ngày sinh", text)).toEqual([["date/text-date", iso]]);
  });

  test.each([31267, 1985, "1985", 31267.5])("%p is a birth date", (cell) => {
    expect(inCell("tblHo", "Ngày sinh", cell)).toEqual([]);
  });

  test.each(["31/02/1985", "mùa xuân", "13/13/2020", -5, 1e9, true, { error: "#N/A" }, "chưa có"])(
    "%p is none",
    (cell) => {
      expect(inCell("tblHo", "Ngày sinh", cell)).toEqual([["type/date", null]]);
    },
  );

  test("a placeholder in an optional column says nothing", () => {
    expect(inCell("tblHo", "Ngày phê duyệt", "chưa có")).toEqual([]);
  });
});

test("row numbers may be written in any way", () => {
  for (const cell of ["1.", "I", "a)", "01"])
    expect(inCell("tblHo", "STT", cell, { "Họ và tên chủ hộ": "Nông Văn Thành" })).toEqual([]);
});
