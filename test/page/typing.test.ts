/** What is typed and pasted, read the Vietnamese way. */
import fc from "fast-check";
import { dateFromSerial, formatVietnameseNumber, serialFromDate } from "../../src/domain";
import { readTyped, rowsOfText, textForEditing } from "../../src/faces/page";

const serial = (year: number, month: number, day: number) => serialFromDate({ year, month, day })!;

test.each([
  ["12/03/2025", { value: serial(2025, 3, 12), pattern: "dd/mm/yyyy" }],
  ["1-2-25", { value: serial(2025, 2, 1), pattern: "dd/mm/yyyy" }],
  ["31/02/2025", { value: "31/02/2025" }],
  ["1.250,5", { value: 1250.5 }],
  ["1.000", { value: 1000 }],
  ["2,5", { value: 2.5 }],
  ["-1.234.567", { value: -1234567 }],
  ["12,5%", { value: 0.125, pattern: "0.00%" }],
  ["1,250", { value: "1,250" }],
  ["019000000001", { value: "019000000001" }],
  ["0912345678", { value: "0912345678" }],
  ["1234567890123456", { value: "1234567890123456" }],
  ["123 456 789", { value: "123 456 789" }],
  ["2025", { value: 2025 }],
  ["Tày", { value: "Tày" }],
  ["TRUE", { value: true }],
])("in a plain cell %j", (text, expected) => {
  expect(readTyped(text, "General")).toEqual(expected);
});

test.each([
  ["12/03/2025", "dd/mm/yyyy", { value: serial(2025, 3, 12) }],
  ["8.8.2025", "[<=2100]0;dd/mm/yyyy", { value: serial(2025, 8, 8) }],
  ["1965", "[<=2100]0;dd/mm/yyyy", { value: 1965 }],
  ["12/03/2025 14:30", "dd/mm/yyyy", { value: "12/03/2025 14:30" }],
  ["1 250 000", "#,##0", { value: 1250000 }],
  ["007", "#,##0", { value: 7 }],
  ["12/03/2025", "@", { value: "12/03/2025" }],
  ["1.000", "@", { value: "1.000" }],
])("%j in a cell of the format %j", (text, pattern, expected) => {
  expect(readTyped(text, pattern)).toEqual(expected);
});

test("letters that were typed decomposed are put together", () => {
  expect(readTyped("Nha\u0300 o\u031b\u0309", "General")).toEqual({ value: "Nhà ở" });
});

test("what is brought up for correction and typed again is the same number", () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.integer().map((thousandths) => thousandths / 1000),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  );
  fc.assert(
    fc.property(numbers, (number) => {
      fc.pre(Number.isInteger(number) || /^-?\d+\.\d{1,9}$/.test(String(number)));
      expect(readTyped(textForEditing(number, "#,##0.0##"), "#,##0.0##").value).toBe(
        Object.is(number, -0) ? 0 : number,
      );
    }),
  );
});

test("a date that is brought up and typed again is the same date", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2200, max: 73050 }), (day) => {
      fc.pre(dateFromSerial(day) !== null);
      expect(readTyped(textForEditing(day, "dd/mm/yyyy"), "dd/mm/yyyy").value).toBe(day);
    }),
  );
});

test("a number as it is shown, pasted back, is the number", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
      expect(readTyped(formatVietnameseNumber(number), "General").value).toBe(number);
    }),
  );
});

test("tab-separated text with line breaks in quotes", () => {
  expect(rowsOfText('a\t"b\nc"\r\n"d ""e"""\t"f\r\n')).toEqual([
    ["a", "b\nc"],
    ['d "e"', '"f'],
  ]);
});

test("any table of cells comes through the clipboard's text", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "ư", "\t", "\n", '"', " ", "0", ".") });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
    );
  const written = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((row) => row.map(written).join("\t")).join("\r\n");
      expect(rowsOfText(`${text}\r\n`)).toEqual(rows);
    }),
  );
});
