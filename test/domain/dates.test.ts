/** Dates of cells and documents; hucre and the JavaScript Date are the other opinions. */
import fc from "fast-check";
import { dateToSerial, serialToDate } from "hucre";
import {
  ageOn,
  compareDates,
  dateFromSerial,
  dateInWords,
  daysInMonth,
  formatVietnameseDate,
  isRealDate,
  isoDate,
  parseIsoDate,
  parseVietnameseDate,
  readDateCell,
  serialFromDate,
} from "../../src/domain";

const on = (iso: string) => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day };
};
const anyDay = fc
  .date({ min: new Date("1900-03-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }));

describe("serial numbers", () => {
  test.each([
    ["1900-01-01", 1],
    ["1900-02-28", 59],
    ["1900-03-01", 61],
    ["1970-01-01", 25_569],
    ["2000-02-29", 36_585],
    ["2025-08-08", 45_877],
    ["2100-12-31", 73_415],
    ["9999-12-31", 2_958_465],
  ])("%s is %p since 1900", (iso, serial) => {
    expect(serialFromDate(on(iso))).toBe(serial);
    expect(dateFromSerial(serial)).toEqual(on(iso));
    expect(dateFromSerial(serial + 0.75)).toEqual(on(iso));
  });

  test.each([
    ["1904-01-01", 0],
    ["1904-01-02", 1],
    ["2025-08-08", 44_415],
    ["9999-12-31", 2_957_003],
  ])("%s is %p since 1904", (iso, serial) => {
    expect(serialFromDate(on(iso), true)).toBe(serial);
    expect(dateFromSerial(serial, true)).toEqual(on(iso));
  });

  test("days that are not in the date system are none", () => {
    expect(
      [60, 60.5, 0, -1, 2_958_466, Number.NaN, Infinity].map((serial) => dateFromSerial(serial)),
    ).toEqual(Array(7).fill(null));
    expect([-1, 2_957_004].map((serial) => dateFromSerial(serial, true))).toEqual([null, null]);
    expect(serialFromDate(on("1899-12-31"))).toBeNull();
    expect(serialFromDate(on("1900-02-29"))).toBeNull();
    expect(serialFromDate(on("1903-12-31"), true)).toBeNull();
    expect(serialFromDate(on("2025-02-30"))).toBeNull();
    expect(serialFromDate({ year: 2025, month: 1.5, day: 1 })).toBeNull();
  });

  test("agree with hucre both ways", () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (date, date1904) => {
        fc.pre(!date1904 || date.year >= 1904);
        const moment = new Date(Date.UTC(date.year, date.month - 1, date.day));
        const serial = serialFromDate(date, date1904)!;
        expect(serial).toBe(dateToSerial(moment, date1904));
        expect(serialToDate(serial, date1904).toISOString().slice(0, 10)).toBe(isoDate(date));
        expect(dateFromSerial(serial, date1904)).toEqual(date);
      }),
    );
  });
});

describe("parseVietnameseDate", () => {
  test.each([
    ["08/08/2025", "2025-08-08"],
    ["8/8/2025", "2025-08-08"],
    ["31/12/2025", "2025-12-31"],
    ["8/8/25", "2025-08-08"],
    ["1/2/00", "2000-02-01"],
    ["1/2/30", "2030-02-01"],
    ["1/2/31", "1931-02-01"],
    ["15/6/85", "1985-06-15"],
    ["08-08-2025", "2025-08-08"],
    ["8-8-25", "2025-08-08"],
    ["08.08.2025", "2025-08-08"],
    ["08 / 8 / 2025", "2025-08-08"],
    ["  08/08/2025\u00a0", "2025-08-08"],
    ["2025-08-08", "2025-08-08"],
    ["2025/8/8", "2025-08-08"],
    ["2025-08-08T00:00:00Z", "2025-08-08"],
    ["2025-08-08T00:00:00.000Z", "2025-08-08"],
    ["2025-08-08 00:00:00", "2025-08-08"],
    ["08/08/2025 00:00", "2025-08-08"],
    ["8/8/2025 12:00:00 AM", "2025-08-08"],
    ["8/8/2025 12:00:00 SA", "2025-08-08"],
    ["ngày 08/8/2025", "2025-08-08"],
    ["ngày 08 tháng 8 năm 2025", "2025-08-08"],
    ["Ngày 8 tháng 08 năm 2025", "2025-08-08"],
    ["08 tháng 8 năm 2025", "2025-08-08"],
    ["ngày 08 tháng 8 năm 2025".normalize("NFD"), "2025-08-08"],
    ["29/02/2024", "2024-02-29"],
    ["29/02/2000", "2000-02-29"],
  ])("%p is %s", (text, iso) => {
    expect(parseVietnameseDate(text)).toEqual({ kind: "date", ...on(iso) });
  });

  test.each([
    ["8/2025", 2025, 8],
    ["08/2025", 2025, 8],
    ["12-1985", 1985, 12],
    ["tháng 8/2025", 2025, 8],
    ["Tháng 8 năm 2025", 2025, 8],
    ["2025-08", 2025, 8],
  ])("%p is a month", (text, year, month) => {
    expect(parseVietnameseDate(text)).toEqual({ kind: "month", year, month });
  });

  test.each([
    ["1985", 1985],
    ["năm 2025", 2025],
    ["1900", 1900],
    ["2100", 2100],
  ])("%p is a year", (text, year) => {
    expect(parseVietnameseDate(text)).toEqual({ kind: "year", year });
  });

  test.each([
    "",
    "chưa có",
    "30/02/2025",
    "29/02/2025",
    "29/02/1900",
    "31/04/2025",
    "32/01/2025",
    "00/01/2025",
    "01/00/2025",
    "12/25/2025",
    "13/2025",
    "0/2025",
    "8/25",
    "8/8/225",
    "8/8/5",
    "08/08-2025",
    "08/08/1899",
    "08/08/2101",
    "1899",
    "2101",
    "2025-13-01",
    "2025-8-32",
    "08082025",
    "08/08/20255",
    "45877",
    "ngày 30 tháng 2 năm 2025",
    "ngày ... tháng ... năm 2025",
    "trước 08/08/2025",
    "Dân Tiến, ngày 08 tháng 8 năm 2025",
    "ngày 08 tháng 8 năm 2025.",
    "08/08/2025 và 09/08/2025",
  ])("%p is none", (text) => {
    expect(parseVietnameseDate(text)).toEqual({ kind: "none" });
  });
});

describe("readDateCell", () => {
  test.each([
    [45_877, { kind: "date", ...on("2025-08-08"), iso: "2025-08-08" }],
    [45_877.5, { kind: "date", ...on("2025-08-08"), iso: "2025-08-08" }],
    [1900, { kind: "year", year: 1900, text: false }],
    [1985, { kind: "year", year: 1985, text: false }],
    [2100, { kind: "year", year: 2100, text: false }],
    [1899, { kind: "date", ...on("1905-03-13"), iso: "1905-03-13" }],
    [2101, { kind: "date", ...on("1905-10-01"), iso: "1905-10-01" }],
    ["08/8/2025", { kind: "text-date", ...on("2025-08-08"), iso: "2025-08-08" }],
    ["ngày 08 tháng 8 năm 2025", { kind: "text-date", ...on("2025-08-08"), iso: "2025-08-08" }],
    ["8/1985", { kind: "month", year: 1985, month: 8, iso: "1985-08-01" }],
    ["1985", { kind: "year", year: 1985, text: true }],
    ["30/02/2025", { kind: "none" }],
    ["chưa có", { kind: "none" }],
    [20_250_808, { kind: "none" }],
    [-5, { kind: "none" }],
    [0, { kind: "none" }],
    [true, { kind: "none" }],
    [{ error: "#N/A" }, { kind: "none" }],
    [null, { kind: "empty" }],
    [undefined, { kind: "empty" }],
    ["", { kind: "empty" }],
    [" \u00a0\u200b", { kind: "empty" }],
  ])("%p", (value, reading) => {
    expect(readDateCell(value, false)).toEqual(reading);
  });

  test("counts from 1904 where the workbook does", () => {
    expect(readDateCell(44_415, true)).toMatchObject({ kind: "date", iso: "2025-08-08" });
    expect(readDateCell(1985, true)).toMatchObject({ kind: "year", year: 1985 });
  });
});

describe("writing", () => {
  test.each([
    ["2025-08-08", "08/08/2025", "ngày 08 tháng 8 năm 2025"],
    ["2025-01-31", "31/01/2025", "ngày 31 tháng 01 năm 2025"],
    ["2025-02-01", "01/02/2025", "ngày 01 tháng 02 năm 2025"],
    ["2025-03-10", "10/03/2025", "ngày 10 tháng 3 năm 2025"],
    ["2025-12-09", "09/12/2025", "ngày 09 tháng 12 năm 2025"],
  ])("%s", (iso, short, words) => {
    expect(formatVietnameseDate(on(iso))).toBe(short);
    expect(dateInWords(on(iso))).toBe(words);
    expect(isoDate(on(iso))).toBe(iso);
  });

  test("every way of writing a date is read back", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(parseIsoDate(isoDate(date))).toEqual(date);
        fc.pre(date.year <= 2100);
        for (const text of [isoDate(date), formatVietnameseDate(date), dateInWords(date)]) {
          expect(parseVietnameseDate(text)).toEqual({ kind: "date", ...date });
        }
      }),
    );
  });

  test.each(["2025-8-8", "08/08/2025", "2025-02-30", "", "2025-08-08T00:00:00"])(
    "%p is no ISO date",
    (text) => {
      expect(parseIsoDate(text)).toBeNull();
    },
  );
});

test("the calendar is the one of the JavaScript Date", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2400 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      expect(isRealDate({ year, month, day: daysInMonth(year, month) })).toBe(true);
      expect(isRealDate({ year, month, day: daysInMonth(year, month) + 1 })).toBe(false);
    }),
  );
});

test("age counts full years", () => {
  expect(ageOn(on("2007-08-09"), on("2025-08-08"))).toBe(17);
  expect(ageOn(on("2007-08-08"), on("2025-08-08"))).toBe(18);
  expect(ageOn(on("2008-02-29"), on("2026-02-28"))).toBe(17);
  expect(ageOn(on("2008-02-29"), on("2026-03-01"))).toBe(18);
});

test("dates are ordered", () => {
  const sorted = ["2024-12-31", "2025-01-30", "2025-02-01", "2025-02-02"].map(on);
  expect([sorted[3]!, sorted[2]!, sorted[1]!, sorted[0]!].sort(compareDates)).toEqual(sorted);
});
