/** Đồng and the units of sheets; Intl and BigInt are the other opinions. */
import fc from "fast-check";
import {
  LARGEST_AMOUNT,
  MONEY_UNITS,
  UNIT_FACTOR,
  fitsDong,
  formatMoney,
  fromDong,
  parseMoneyUnit,
  sumDong,
  toDong,
  type MoneyUnit,
} from "../../src/domain";

describe("toDong", () => {
  test.each<[number, MoneyUnit, number, boolean]>([
    [9504.2, "triệu đồng", 9_504_200_000, true],
    [7459.2, "triệu đồng", 7_459_200_000, true],
    [8.7, "triệu đồng", 8_700_000, true],
    [13.5, "triệu đồng", 13_500_000, true],
    [24.1, "triệu đồng", 24_100_000, true],
    [57.3, "triệu đồng", 57_300_000, true],
    [1.005, "triệu đồng", 1_005_000, true],
    [1.000001, "triệu đồng", 1_000_001, true],
    [1.0000005, "triệu đồng", 1_000_001, false],
    [-1.0000005, "triệu đồng", -1_000_001, false],
    [720, "triệu đồng", 720_000_000, true],
    [0.1 + 0.2, "triệu đồng", 300_000, true],
    [2379.2999999999997, "triệu đồng", 2_379_300_000, true],
    [9504.2 - 7459.2 - 2045, "triệu đồng", 0, true],
    [1e-7, "triệu đồng", 0, false],
    [1e-10, "triệu đồng", 0, true],
    [1.005, "nghìn đồng", 1005, true],
    [2.5005, "nghìn đồng", 2501, false],
    [0.5, "đồng", 1, false],
    [-0.5, "đồng", -1, false],
    [1.4999, "đồng", 1, false],
    [1.001, "đồng", 1, true],
    [1.0011, "đồng", 1, false],
    [0.999, "đồng", 1, true],
    [0, "đồng", 0, true],
    [-0, "triệu đồng", 0, true],
    [-0.0000001, "triệu đồng", 0, false],
    [9_007_199_254_740_991, "đồng", 9_007_199_254_740_991, true],
  ])("%p %s is %p đồng (whole: %p)", (value, unit, dong, exact) => {
    expect(toDong(value, unit)).toEqual({ dong, exact });
  });

  test("what is no safe integer of đồng is refused, and can be asked for before", () => {
    expect(() => toDong(19_085_012_345, "triệu đồng")).toThrow(RangeError);
    expect(() => toDong(Number.NaN, "đồng")).toThrow(RangeError);
    expect(() => toDong(Infinity, "đồng")).toThrow(RangeError);
    expect(fitsDong(19_085_012_345, "triệu đồng")).toBe(false);
    expect(fitsDong(19_085_012_345, "đồng")).toBe(true);
    expect(fitsDong(-LARGEST_AMOUNT, "đồng")).toBe(true);
    expect(fitsDong(LARGEST_AMOUNT + 1, "đồng")).toBe(false);
    expect(fitsDong(Number.NaN, "đồng")).toBe(false);
    expect(fitsDong(Infinity, "nghìn đồng")).toBe(false);
  });

  test("what fits never throws, and stays within half a đồng of the exact product", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.constantFrom(...MONEY_UNITS), (value, unit) => {
        fc.pre(fitsDong(value, unit));
        const { dong } = toDong(value, unit);
        expect(Number.isSafeInteger(dong)).toBe(true);
        expect(Object.is(dong, -0)).toBe(false);
        const scale = Math.max(1, Math.abs(dong));
        expect(Math.abs(dong - value * UNIT_FACTOR[unit])).toBeLessThanOrEqual(0.5 + scale * 1e-15);
      }),
    );
  });

  test("decimal text times the factor, computed with BigInt, is what comes out", () => {
    const decimals = fc.record({ whole: fc.nat(999_999), part: fc.nat(999_999), negative: fc.boolean() });
    fc.assert(
      fc.property(decimals, ({ whole, part, negative }) => {
        const text = `${negative ? "-" : ""}${whole}.${String(part).padStart(6, "0")}`;
        const expected = BigInt(whole) * 1_000_000n + BigInt(part);
        const { dong, exact } = toDong(Number(text), "triệu đồng");
        expect(BigInt(dong)).toBe(negative ? -expected : expected);
        expect(exact).toBe(true);
      }),
    );
  });
});

describe("fromDong", () => {
  test.each<[number, MoneyUnit, number]>([
    [9_504_200_000, "triệu đồng", 9504.2],
    [8_700_000, "triệu đồng", 8.7],
    [1005, "nghìn đồng", 1.005],
    [1, "triệu đồng", 0.000001],
    [-94_000_000, "triệu đồng", -94],
    [0, "triệu đồng", 0],
    [720, "đồng", 720],
  ])("%p đồng in %s", (dong, unit, expected) => {
    expect(Object.is(fromDong(dong, unit), expected)).toBe(true);
  });

  test("is the double that the exact decimal names, and goes back", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...MONEY_UNITS), (dong, unit) => {
        const digits = String(Math.abs(dong)).padStart(7, "0");
        const places = { đồng: 0, "nghìn đồng": 3, "triệu đồng": 6 }[unit];
        const cut = digits.length - places;
        const text = `${dong < 0 ? "-" : ""}${digits.slice(0, cut)}.${digits.slice(cut)}`;
        expect(fromDong(dong, unit)).toBe(Number(text) + 0);
        expect(Math.abs(toDong(fromDong(dong, unit), unit).dong - dong)).toBeLessThanOrEqual(1);
        if (Math.abs(dong) <= LARGEST_AMOUNT) expect(toDong(fromDong(dong, unit), unit).dong).toBe(dong + 0);
      }),
    );
  });

  test("refuses what is no integer of đồng", () => {
    expect(() => fromDong(0.5, "đồng")).toThrow(RangeError);
  });
});

describe("sumDong", () => {
  test("adds the plan's local funds exactly, as floats of millions do not", () => {
    const millions = [94, 2045, 194, 8.7, 13.5, 24.1];
    expect(millions.reduce((sum, value) => sum + value, 0)).not.toBe(2379.3);
    expect(sumDong(millions.map((value) => toDong(value, "triệu đồng").dong))).toBe(2_379_300_000);
    expect(sumDong([])).toBe(0);
    expect(sumDong(new Set([5, -7]))).toBe(-2);
  });

  test("refuses sums and addends that are no safe integers", () => {
    expect(() => sumDong([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sumDong([1.5])).toThrow(RangeError);
    expect(() => sumDong([Number.NaN])).toThrow(RangeError);
  });
});

describe("formatMoney", () => {
  test.each([
    [9_504_200_000, "triệu đồng", {}, "9.504,2"],
    [720_000_000, "triệu đồng", {}, "720"],
    [12_063_200_000, "tỷ đồng", {}, "12,0632"],
    [1_250_000_000, "đồng", {}, "1.250.000.000"],
    [-94_000_000, "triệu đồng", {}, "-94"],
    [0, "triệu đồng", {}, "0"],
    [1, "triệu đồng", {}, "0,000001"],
    [66_000_000, "triệu đồng", { decimals: 1 }, "66,0"],
    [1_250_000, "triệu đồng", { decimals: 1 }, "1,3"],
    [-1_250_000, "triệu đồng", { decimals: 1 }, "-1,3"],
    [999_999, "triệu đồng", { decimals: 1 }, "1,0"],
    [-40_000, "triệu đồng", { decimals: 1 }, "0,0"],
    [9_504_200_000, "triệu đồng", { withUnit: true }, "9.504,2 triệu đồng"],
  ] as const)("%p đồng in %s %p is %p", (dong, unit, format, text) => {
    expect(formatMoney(dong, unit, format)).toBe(text);
  });

  test("writes what Intl writes for Vietnamese", () => {
    const intl = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 });
    fc.assert(
      fc.property(fc.integer({ min: -9e14, max: 9e14 }), fc.constantFrom(...MONEY_UNITS), (dong, unit) => {
        expect(formatMoney(dong, unit)).toBe(intl.format(dong / UNIT_FACTOR[unit] + 0));
      }),
    );
  });
});

describe("parseMoneyUnit", () => {
  test.each([
    ["ĐVT: nghìn đồng", "nghìn đồng"],
    ["đvt: ngàn đồng", "nghìn đồng"],
    ["ĐVT: Nghìn đồng".normalize("NFD"), "nghìn đồng"],
    ["1.000 đồng", "nghìn đồng"],
    ["1000đ", "nghìn đồng"],
    ["ĐVT: 1.000đ", "nghìn đồng"],
    ["Đơn vị: 1000 VNĐ", "nghìn đồng"],
    ["ĐVT: 1,000 đồng", "nghìn đồng"],
    ["nghìn", "nghìn đồng"],
    ["trđ", "triệu đồng"],
    ["tr.đ", "triệu đồng"],
    ["Tr đồng", "triệu đồng"],
    ["ĐVT: Tr.đồng", "triệu đồng"],
    ["ĐVT: tr. đ", "triệu đồng"],
    ["triệu đồng", "triệu đồng"],
    ["TRIỆU ĐỒNG", "triệu đồng"],
    ["Đơn vị tính: Triệu đồng", "triệu đồng"],
    ["(Đơn vị tính: triệu đồng)", "triệu đồng"],
    ["DVT: trieu dong", "triệu đồng"],
    ["Kế hoạch vốn (triệu đồng)", "triệu đồng"],
    ["Vốn NSTW (tr.đồng)", "triệu đồng"],
    ["Số tiền\n(triệu đồng)", "triệu đồng"],
    ["Số tiền, triệu đồng", "triệu đồng"],
    ["Mức hỗ trợ (triệu đồng/hộ)", "triệu đồng"],
    ["ĐVT: 1.000.000 đồng", "triệu đồng"],
    ["1000000", "triệu đồng"],
    ["Kinh phí 1.000.000 đồng", "triệu đồng"],
    ["1.000.000.000 đồng", "tỷ đồng"],
    ["Nhu cầu vốn triệu đồng năm 2025", "triệu đồng"],
    ["tỷ", "tỷ đồng"],
    ["tỉ đồng", "tỷ đồng"],
    ["Tổng vốn (tỷ đồng)", "tỷ đồng"],
    ["đồng", "đồng"],
    ["Đồng.", "đồng"],
    ["(đồng)", "đồng"],
    ["đ", "đồng"],
    ["₫", "đồng"],
    ["VNĐ", "đồng"],
    ["ĐVT: VND", "đồng"],
    ["Đơn vị: đồng Việt Nam", "đồng"],
    ["Số tiền - đồng", "đồng"],
    ["Số tiền (VNĐ)", "đồng"],
    ["Hợp đồng", null],
    ["Giá trị hợp đồng", null],
    ["Cộng đồng", null],
    ["Hội đồng nhân dân", null],
    ["đồng bào dân tộc thiểu số", null],
    ["5 triệu đồng bào", null],
    ["Đối tượng: đồng bào dân tộc thiểu số", null],
    ["Tỷ lệ", null],
    ["Tỷ lệ (%)", null],
    ["Đơn vị tính: hộ", null],
    ["Đơn vị chủ trì", null],
    ["ĐVT", null],
    ["31.000 đồng", null],
    ["Số triệu phú", null],
    ["", null],
  ])("%p", (text, unit) => {
    expect(parseMoneyUnit(text)).toBe(unit);
  });
});
