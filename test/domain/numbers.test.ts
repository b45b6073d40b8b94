/** Numbers as text; Intl is the other opinion. */
import fc from "fast-check";
import { formatVietnameseNumber, parseVietnameseNumber } from "../../src/domain";

const number = (value: number, decimalText = String(value)) => ({ kind: "number", value, decimalText });
const ambiguous = (...candidates: number[]) => ({ kind: "ambiguous", candidates });
const none = { kind: "none" };

describe("parseVietnameseNumber", () => {
  test.each([
    ["720", 720],
    ["0", 0],
    ["007", 7],
    ["+720", 720],
    ["1.250", 1250],
    ["9.504", 9504],
    ["12.063.200", 12_063_200],
    ["1.250.000.000", 1_250_000_000],
    ["2,5", 2.5],
    ["0,5", 0.5],
    [",5", 0.5],
    ["9.504,2", 9504.2],
    ["9504,2", 9504.2],
    ["12,0632", 12.0632],
    ["1.250,50", 1250.5],
    ["1.250,500", 1250.5],
    ["1.250.000,5", 1_250_000.5],
    ["1,250.5", 1250.5],
    ["1,250.500", 1250.5],
    ["1,250,000.5", 1_250_000.5],
    ["1,250,000", 1_250_000],
    ["2.5", 2.5],
    ["2.50", 2.5],
    ["57.3", 57.3],
    ["9504.20", 9504.2],
    ["9504.2000", 9504.2],
    [".5", 0.5],
    ["0.5", 0.5],
    ["0.500", 0.5],
    ["0,500", 0.5],
    ["0,125", 0.125],
    ["1234.567", 1234.567],
    ["1234,567", 1234.567],
    ["1 250", 1250],
    ["1 250 000", 1_250_000],
    ["1\u00a0250\u00a0000", 1_250_000],
    ["1\u202f250\u202f000,5", 1_250_000.5],
    ["1\u2009250\u2009000", 1_250_000],
    ["1 250 000.25", 1_250_000.25],
    [" 720 ", 720],
    ["\ufeff720\u200b", 720],
    ["-720", -720],
    ["- 720", -720],
    ["−1.250", -1250],
    ["–2,5", -2.5],
    ["(1.250)", -1250],
    ["( 9.504,2 )", -9504.2],
    ["-0", 0],
    ["0,0", 0],
  ])("%p is the number %p", (text, value) => {
    expect(parseVietnameseNumber(text)).toEqual(number(value));
  });

  test.each([
    ["1,250", 1.25, 1250],
    ["57,300", 57.3, 57_300],
    ["-1,250", -1.25, -1250],
    ["(1,250)", -1.25, -1250],
    ["999,999", 999.999, 999_999],
    ["1 250,000", 1250, 1_250_000],
    ["1 250.000", 1250, 1_250_000],
  ])("%p may be %p or %p", (text, decimal, grouped) => {
    expect(parseVietnameseNumber(text)).toEqual(ambiguous(decimal, grouped));
  });

  test.each([
    "",
    " ",
    "-",
    "()",
    ".",
    ",",
    "1.25.000",
    "1.2500.000",
    "1.250.00",
    "12.50.000",
    "1,25,000",
    "1,250.000.5",
    ",250.5",
    ".250,5",
    "1.250,5,5",
    "12.5,3",
    "0.500.000",
    "0.500,5",
    "01.250",
    "01,250",
    "1..250",
    "5.",
    "5,",
    "1.250,",
    "12 34",
    "1 2500",
    "1  250 0",
    "1. 250. 000",
    "720 triệu",
    "720đ",
    "12a",
    "A12",
    "0x10",
    "1e5",
    "1,2E+11",
    "50%",
    "08/8/2025",
    "(720",
    "720)",
    "-(720)",
    "--5",
    "Infinity",
    "bảy trăm",
    "1".repeat(80),
  ])("%p is none", (text) => {
    expect(parseVietnameseNumber(text)).toEqual(none);
  });

  test("keeps the exact decimal where a double cannot", () => {
    expect(parseVietnameseNumber("12.345.678.901.234.567,89")).toEqual(
      number(12_345_678_901_234_567.89, "12345678901234567.89"),
    );
    expect(parseVietnameseNumber("007,10")).toEqual(number(7.1, "7.1"));
  });

  test("reads what Intl writes for Vietnamese", () => {
    const intl = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 });
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom(0, 1, 2, 4, 5, 6),
        (whole, places) => {
          const value = whole / 10 ** places + 0;
          const text = intl.format(value);
          fc.pre(!/^-?[1-9]\d{0,2},\d{3}$/.test(text));
          expect(parseVietnameseNumber(text)).toMatchObject({ kind: "number", value });
        },
      ),
    );
  });

  test("never throws, and never gives a number for text with letters", () => {
    const soup = fc.string({ unit: fc.constantFrom(..."0123456789.,- ()đ%"), maxLength: 15 });
    fc.assert(
      fc.property(fc.oneof(soup, fc.string()), (text) => {
        const reading = parseVietnameseNumber(text);
        if (/\p{L}/u.test(text)) expect(reading.kind).toBe("none");
        if (reading.kind === "number") {
          expect(reading.value).toBe(Number(reading.decimalText));
          const digits = text.replace(/\D/g, "").replace(/^0+|0+$/g, "");
          expect(reading.decimalText.replace(/\D/g, "").replace(/^0+|0+$/g, "")).toBe(digits);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("formatVietnameseNumber", () => {
  test.each([
    [9504.2, {}, "9.504,2"],
    [1250, {}, "1.250"],
    [999, {}, "999"],
    [0, {}, "0"],
    [-0, {}, "0"],
    [-1250.5, {}, "-1.250,5"],
    [2379.2999999999997, {}, "2.379,3"],
    [0.1502, { maxDecimals: 2 }, "0,15"],
    [1.005, { maxDecimals: 2 }, "1,01"],
    [66, { minDecimals: 1 }, "66,0"],
    [66.25, { minDecimals: 1 }, "66,25"],
    [66.25, { minDecimals: 1, maxDecimals: 1 }, "66,3"],
    [9.99, { maxDecimals: 1 }, "10"],
    [-0.04, { maxDecimals: 1 }, "0"],
    [1e21, {}, "1.000.000.000.000.000.000.000"],
    [1e-7, {}, "0"],
    [1.5e-7, { maxDecimals: 8 }, "0,00000015"],
    [12345.5, { grouping: false }, "12345,5"],
  ])("%p %p is %p", (value, format, text) => {
    expect(formatVietnameseNumber(value, format)).toBe(text);
  });

  test("refuses what is not finite", () => {
    expect(() => formatVietnameseNumber(Number.NaN)).toThrow(RangeError);
  });

  test("rounds half away from zero to as many decimals as wanted", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 5 }),
        (thousandths, places) => {
          const text = formatVietnameseNumber(thousandths / 1000, {
            minDecimals: places,
            maxDecimals: places,
          });
          const step = 10n ** BigInt(Math.max(0, 3 - places));
          const magnitude = (BigInt(Math.abs(thousandths)) + step / 2n) / step;
          const expected = Number(magnitude * step) / 1000;
          expect(Math.abs(Number(text.replaceAll(".", "").replace(",", ".")))).toBe(expected);
          expect(text.split(",")[1]?.length ?? 0).toBe(places);
        },
      ),
    );
  });
});
