import type { ExampleRow } from "../../src/rules";
import { check } from "./workbook";

const identity = (cell: ExampleRow[string], more: ExampleRow = {}) =>
  check({ tblHo: [{ "Họ và tên chủ hộ": "Nông Văn Thành", "Số CCCD": cell, ...more }] })
    .filter((one) => one.code.startsWith("identity/"))
    .map((one) => [one.code, one.severity, one.fix?.value ?? null]);

test.each([
  ["019085012345", []],
  ["'019085012345", []],
  [" 019.085.012.345 ", []],
  [19085012345, [["identity/lost-leading-zero", "error", "019085012345"]]],
  ["1085012345", [["identity/lost-leading-zero", "error", "001085012345"]]],
  [99085012345, [["identity/lost-leading-zero", "error", null]]],
  ["090123456", [["identity/old-number", "warning", null]]],
  [90123456, [["identity/format", "error", null]]],
  ["chưa có", [["identity/format", "error", null]]],
  ["0190850123456", [["identity/format", "error", null]]],
  ["...", [["identity/format", "error", null]]],
  [true, [["identity/format", "error", null]]],
  [{ error: "#N/A" }, [["identity/format", "error", null]]],
  [19085012345.5, [["identity/format", "error", null]]],
  ["099085012345", [["identity/unknown-province", "info", null]]],
  [null, []],
])("%p", (cell, expected) => {
  expect(identity(cell)).toEqual(expected);
});

test.each([
  ["019085012345", "Nam", 1985, []],
  ["019185012345", "Nữ", 1985, []],
  ["019204012345", "Nam", 2004, []],
  ["019304012345", "nữ", "12/2004", []],
  ["019085012345", "Nữ", 1985, ["identity/gender-mismatch"]],
  ["019085012345", "Nam", 1958, ["identity/birth-year-mismatch"]],
  ["019005012345", "Nam", 2005, ["identity/birth-year-mismatch"]],
  ["019185012345", "Nam", 1986, ["identity/gender-mismatch", "identity/birth-year-mismatch"]],
  ["019085012345", "?", "?", []],
])("%s with %s, %p", (number, gender, birth, expected) => {
  expect(identity(number, { "Giới tính": gender, "Ngày sinh": birth }).map(([code]) => code)).toEqual(
    expected,
  );
});

test("a number that is not sure says nothing of gender and year", () => {
  expect(identity(19085012345, { "Giới tính": "Nữ", "Ngày sinh": 1999 })).toHaveLength(1);
});
