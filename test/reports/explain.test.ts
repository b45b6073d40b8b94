/** “Vì sao số này?”: the rows behind a figure, and that they add up to it. */
import { cellAddress, findSheet, isCellFormula } from "../../src/book";
import type { XlsxBook } from "../../src/hosts/xlsx";
import { readTables, type WorkbookTables } from "../../src/layout";
import { explain, reportForm, reportForms, type ReportOptions } from "../../src/reports";
import { check, makeReports, prepareReports } from "../../src/tasks";
import { at } from "../tasks/books";
import { busyBook } from "./busyBook";

const today = { year: 2025, month: 9, day: 30 };
const options: ReportOptions = { freeze: false, today, openErrors: 0, findings: [] };
const from = { year: 2025, month: 4, day: 1 };
const to = { year: 2025, month: 6, day: 30 };

let book: XlsxBook;
let tables: WorkbookTables;
beforeAll(async () => {
  book = await busyBook({ households: 60, vouchers: 80 });
  const edit = prepareReports(await check(book), { forms: reportForms, freeze: false, today, from, to });
  const outcome = await makeReports(book, edit, { at });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
  tables = readTables(await book.read({ formulas: true }));
});

/** The cell below a head's text, in the row that holds a label. */
function cellOf(code: string, label: string, column: number): string {
  const sheet = findSheet(tables.snapshot, reportForm(code)!.sheet)!;
  return cellAddress(
    sheet.values.findIndex((row) => row.includes(label)),
    column,
  );
}

test.each(reportForms.filter((form) => !["BC06", "BC08"].includes(form.code)))(
  "$code: every figure is the sum of the rows behind it",
  (form) => {
    const design = form.make(tables, { ...options, from, to });
    let explained = 0;
    for (const { row, column, content } of design.cells) {
      if (
        !isCellFormula(content) ||
        typeof content.value !== "number" ||
        /^IF\(|^[A-Z]+\d+$/.test(content.formula)
      )
        continue;
      const why = explain(form, cellAddress(row, column), tables, options);
      expect([cellAddress(row, column), why?.value]).toEqual([cellAddress(row, column), content.value]);
      expect(why!.sum).toBeCloseTo(content.value, 5);
      explained += 1;
    }
    expect(explained).toBeGreaterThan(15);
  },
);

test("names the vouchers, each with its cell and sign", () => {
  const form = reportForm("BC02")!;
  const why = explain(form, cellOf("BC02", "TỔNG CỘNG (A + B)", 6), tables, options)!;
  expect(why.rows.length).toBeGreaterThan(10);
  const vouchers = tables.table("tblGiaiNgan")!;
  for (const row of why.rows) {
    expect(row.sheet).toBe("Giải ngân");
    expect(row.cell).toBe(vouchers.address(row.row, "Số tiền"));
    const date = vouchers.column("Ngày")[row.row];
    expect(typeof date === "number" && date >= 45748 && date < 45839).toBe(true);
    const back = /^(thu hồi tạm ứng|giảm chi)$/i.test(String(vouchers.column("Hình thức")[row.row]));
    if (row.amount !== 0) expect(row.amount < 0).toBe(back);
  }
});

test("a share is explained by its part; a title and an empty place by nothing", () => {
  const form = reportForm("BC02")!;
  const share = explain(form, cellOf("BC02", "TỔNG CỘNG (A + B)", 10), tables, options)!;
  const part = explain(form, cellOf("BC02", "TỔNG CỘNG (A + B)", 9), tables, options)!;
  expect(share.rows).toEqual(part.rows);
  expect(explain(form, "A4", tables, options)).toBeNull();
  expect(explain(form, "ZZ900", tables, options)).toBeNull();
});

test("a figure that somebody moved to another column is known by its formula", async () => {
  const form = reportForm("BC01")!;
  const place = cellOf("BC01", "TỔNG CỘNG", 5);
  const original = explain(form, place, tables, options)!;
  const sheet = findSheet(tables.snapshot, form.sheet)!;
  const row = sheet.values.findIndex((values) => values.includes("TỔNG CỘNG"));
  const moved = { ...sheet, formulas: new Map([[row, new Map([[9, original.formula!]])]]) };
  const sheets = tables.snapshot.sheets.map((one) => (one === sheet ? moved : one));
  const elsewhere = { ...tables, snapshot: { ...tables.snapshot, sheets } };
  expect(explain(form, cellAddress(row, 9), elsewhere, options)).toEqual(original);
});
