import { runRules } from "../../src/rules";
import { check, places, tablesOf } from "./workbook";
import { book, goodRows, household } from "./samples";

describe("typed totals", () => {
  const total = (label: string, header = "Mã dự án") =>
    check({ tblNganSach: [{ [header]: label, NSTW: 626 }] }, { rules: ["structure/subtotal-row"] });

  test.each([
    "Tổng cộng",
    "TỔNG CỘNG:",
    "Cộng",
    "cộng…",
    "Tổng số",
    "Tong cong",
    "Tổng",
    "I. Tổng cộng",
    "Tổng cộng toàn xã",
    "Cộng xóm Làng Mười",
    "Cộng tháng 9",
    "Tổng năm 2025",
  ])("%s", (label) => {
    expect(places(total(label))).toEqual(["structure/subtotal-row tblNganSach Mã dự án 1"]);
  });

  test.each([
    "Công ty TNHH Tổng hợp",
    "Cộng đồng dân cư",
    "Tổng hợp số liệu",
    "Công trình",
    "Tổng đài",
    "Công",
    "DA1",
  ])("not “%s”", (label) => {
    expect(total(label)).toEqual([]);
  });

  test("have amounts, and lack what tells a row apart", () => {
    expect(check({ tblNganSach: [{ "Mã dự án": "Cộng" }] }, { rules: ["structure/subtotal-row"] })).toEqual(
      [],
    );
    const line = { ...goodRows["tblNganSach"]![0]!, "Chủ đầu tư": "Tổng cộng" };
    expect(check({ tblNganSach: [line] }, { rules: ["structure/subtotal-row"] })).toEqual([]);
    expect(total("Tổng cộng", "Ghi chú")).toEqual([]);
  });
});

test("a table of which a column is missing is told so once, and its rows are not", () => {
  const { rows } = book({
    tblHo: [household(), household({ "Nội dung hỗ trợ": "Đất ở", "Hình thức": null })],
  });
  const without = { tblHo: ["Thôn xóm", "Ghi chú"] };
  const trimmed = rows["tblHo"]!.map(({ "Thôn xóm": _village, ...row }) => row);
  expect(places(runRules(tablesOf({ rows: { ...rows, tblHo: trimmed }, without })))).toEqual([
    "structure/missing-column tblHo Thôn xóm 0",
  ]);
});

test("merged cells are found where they cover data, not in titles", () => {
  const merged = [
    { table: "tblHo", row: 0, header: "Thôn xóm" },
    { table: "tblHo", row: -3, header: "STT" },
  ];
  expect(runRules(tablesOf({ ...book(), merged }), { rules: ["structure/merged-cells"] })).toMatchObject([
    { cell: "G5", column: "Thôn xóm", params: { area: "G5:H5" } },
  ]);
});

test("findings stand in the order of sheets, rows and columns, at Excel's own coordinates", () => {
  const found = check(
    {
      tblDuAn: [{ Mã: "DA1" }, { Mã: "DA2", NSTW: "x" }],
      tblHo: [{ "Họ và tên chủ hộ": "Nông Văn Thành", "Ngày sinh": "8/8/85" }],
    },
    { rules: ["required/missing", "type/number", "date/text-date"] },
  );
  expect(found.map((one) => `${one.sheet} ${one.cell}`).slice(0, 6)).toEqual([
    "Kế hoạch B5",
    "Kế hoạch C5",
    "Kế hoạch D5",
    "Kế hoạch E5",
    "Kế hoạch F5",
    "Kế hoạch J5",
  ]);
  expect(found.find((one) => one.code === "date/text-date")).toMatchObject({
    sheet: "Hộ thụ hưởng",
    table: "tblHo",
    cell: "C5",
    row: 5,
    unit: "đồng",
  });
});

describe("what staff set for a rule", () => {
  const found = (value: string) =>
    check(
      {
        tblThamSo: [{ "Tham số": "quy tắc  required/missing", "Giá trị": value }],
        tblDonVi: [{ "Viết tắt": "KT" }],
      },
      { rules: ["required/missing"] },
    );

  test.each([
    ["tắt", []],
    ["TẮT ", []],
    ["cảnh báo", ["warning"]],
    ["thông tin", ["info"]],
    ["lỗi", ["error"]],
    ["gì đó", ["error"]],
  ])("%s", (value, severities) => {
    expect(found(value).map((one) => one.severity)).toEqual(severities);
  });

  test("never raises a rule", () => {
    const rows = { tblThamSo: [{ "Tham số": "Quy tắc list/empty", "Giá trị": "lỗi" }], tblXom: [] };
    expect(check(rows, { rules: ["list/empty"] }).map((one) => one.severity)).toEqual(["info"]);
  });
});

test("dates are read in the workbook's own date system", () => {
  const rows = { tblHo: [household({ "Ngày sinh": 31267 - 1462 })] };
  expect(
    runRules(tablesOf({ rows }, { date1904: true }), { rules: ["identity/birth-year-mismatch"] }),
  ).toEqual([]);
  expect(runRules(tablesOf({ rows }), { rules: ["identity/birth-year-mismatch"] })).toHaveLength(1);
});

test("a run tells how far it is and stops when asked", () => {
  const steps: number[] = [];
  check({ tblXom: [] }, { onProgress: (done, total) => steps.push(done / total) });
  expect(steps.at(-1)).toBe(1);
  const stop = new AbortController();
  const run = () =>
    check({ tblXom: [] }, { signal: stop.signal, onProgress: () => stop.abort(new Error("stopped")) });
  expect(run).toThrow("stopped");
});
