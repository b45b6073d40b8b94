/** CCCD numbers; all made up. */
import fc from "fast-check";
import { identityProvince, maskIdentity, readIdentity } from "../../src/domain";

describe("readIdentity", () => {
  test.each([
    ["019085012345", "019", "Nam", 1985, 0],
    ["019185012345", "019", "Nữ", 1985, 1],
    ["019205012345", "019", "Nam", 2005, 2],
    ["001305012345", "001", "Nữ", 2005, 3],
    ["019000012345", "019", "Nam", 1900, 0],
    ["019299012345", "019", "Nam", 2099, 2],
  ])("%s", (digits, provinceCode, gender, birthYear, centuryDigit) => {
    expect(readIdentity(digits)).toEqual({
      kind: "cccd",
      digits,
      provinceCode,
      gender,
      birthYear,
      centuryDigit,
    });
  });

  test.each([
    " 019085012345 ",
    "019 085 012 345",
    "019.085.012.345",
    "'019085012345",
    "019\u00a0085\u00a0012345",
    "’019085012345",
    "019085012345\u200b",
  ])("%p is stripped first", (text) => {
    expect(readIdentity(text)).toMatchObject({ kind: "cccd", digits: "019085012345" });
  });

  test.each<[string | number, string]>([
    [19_085_012_345, "019085012345"],
    ["19085012345", "019085012345"],
    [1_085_012_345, "001085012345"],
    ["1 085 012 345", "001085012345"],
  ])("%p lost its leading zeros", (value, padded) => {
    expect(readIdentity(value)).toEqual({ kind: "lostZeros", digits: String(Number(padded)), padded });
  });

  test.each<[string | number]>([["090123456"], ["090 123 456"], [190_123_456]])(
    "%p is an old number",
    (value) => {
      expect(readIdentity(value)).toMatchObject({ kind: "oldNumber" });
    },
  );

  test.each<[string | number]>([
    ["0190850123456"],
    ["12345678"],
    ["01908501234A"],
    ["019-085-012345"],
    ["chưa có"],
    ["-"],
    ["1.9085E+10x"],
    [19_085_012_345.5],
    [-19_085_012_345],
    [1e21],
    [Number.NaN],
    [0],
    ["٠١٩٠٨٥٠١٢٣٤٥"],
  ])("%p has the wrong form", (value) => {
    expect(readIdentity(value)).toEqual({ kind: "format" });
  });

  test.each([[null], [""], [" "], ["'"], ["\u00a0"]])("%p is empty", (value) => {
    expect(readIdentity(value)).toEqual({ kind: "empty" });
  });

  test("twelve digits keep what they say, however they are spaced", () => {
    const parts = fc.record({
      province: fc.integer({ min: 1, max: 96 }),
      female: fc.boolean(),
      year: fc.integer({ min: 1900, max: 2099 }),
      rest: fc.nat(999_999),
      gap: fc.constantFrom("", " ", ".", "\u00a0", "'"),
    });
    fc.assert(
      fc.property(parts, ({ province, female, year, rest, gap }) => {
        const code = String(province).padStart(3, "0");
        const fourth = (year >= 2000 ? 2 : 0) + (female ? 1 : 0);
        const tail = `${fourth}${String(year % 100).padStart(2, "0")}${String(rest).padStart(6, "0")}`;
        expect(readIdentity(code + gap + tail)).toMatchObject({
          provinceCode: code,
          gender: female ? "Nữ" : "Nam",
          birthYear: year,
        });
        const asNumber = readIdentity(Number(code + tail));
        expect(asNumber).toMatchObject({ kind: "lostZeros", padded: code + tail });
      }),
    );
  });
});

test("identityProvince asks the given table", () => {
  const provinces = { "001": "Hà Nội", "019": "Thái Nguyên" };
  expect(identityProvince("019085012345", provinces)).toBe("Thái Nguyên");
  expect(identityProvince("003085012345", provinces)).toBeUndefined();
});

describe("maskIdentity", () => {
  test.each<[string | number | null, string]>([
    ["019085012345", "*********345"],
    ["019 085 012 345", "*********345"],
    [19_085_012_345, "*********345"],
    ["090123456", "******456"],
    ["123456", "******"],
    ["12", "**"],
    ["", ""],
    [null, ""],
  ])("%p is shown as %p", (value, shown) => {
    expect(maskIdentity(value)).toBe(shown);
  });

  test("never shows more than three characters of anything", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(maskIdentity(text).replace(/^\*+/, "").length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
