/** Another program's eyes on what we write: values, formulas, tables and rules as excelts reads them. */
import { Workbook, type CellValue as TheirValue } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { inputValue, type CellInput, type CellValue, type SheetDesign } from "../../../src/book";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { done, edit, hamlets, plainSheet, write } from "../../book/contract/kit";
import { livingTable, moreColumns, newTable, validations } from "../../book/contract/samples";
import { everythingAtOnce, workSheet } from "./fixtures";
import { intoOfficeFile } from "./graft-edit";

beforeAll(() => installChartSupport());

async function theirs(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

/** Their cell value in our words. */
function inOurWords(value: TheirValue): CellInput {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) throw new Error("a date where none was written");
  if ("formula" in value && typeof value.formula === "string") {
    return { formula: value.formula, value: inOurWords(value.result as TheirValue) as string };
  }
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("error" in value) return { error: String(value.error) };
  if ("sharedFormula" in value) return inOurWords(value.result as TheirValue);
  if ("hyperlink" in value) return inOurWords(value.text as TheirValue);
  throw new Error(`unknown: ${JSON.stringify(value)}`);
}

async function written(...designs: SheetDesign[]): Promise<XlsxBook> {
  const book = XlsxBook.create();
  await done(book, edit(...designs.map((design) => ({ kind: "createSheet" as const, design }))));
  return book;
}

test("values and formulas of every kind are theirs too", async () => {
  const contents: CellInput[] = [
    "chữ",
    "=1+1",
    " đầu, cuối ",
    "_x000D_",
    'a<b>&"c"\nd',
    12.5,
    123456789012345,
    -0.1,
    true,
    false,
    { formula: 'IF(A1="","không",A1)', value: "chữ" },
    { formula: "F1*2", value: 25 },
    { formula: "I1", value: true },
    { error: "#N/A" },
  ];
  const book = await written(plainSheet("Một", [contents]));
  await done(book, edit(write("Một", 4, 0, [contents])));
  const sheet = (await theirs(book.bytes())).getWorksheet("Một")!;
  for (const row of [1, 5]) {
    expect(contents.map((_content, c) => inOurWords(sheet.getCell(row, c + 1).value))).toEqual(contents);
  }
});

test("sheets, their order and visibility, tables and names are theirs too", async () => {
  const book = await written(livingTable(), hamlets(), plainSheet("Ẩn", [[1]], { visibility: "veryHidden" }));
  await done(
    book,
    edit(
      { kind: "appendRows", table: "tblXom", rows: [["Suối Giữa", null, 7]] },
      moreColumns(),
      newTable("Danh mục"),
      { kind: "defineName", name: "Tong_NSTW", refersTo: "'Ngân sách'!$D$4:$D$5" },
    ),
  );
  const workbook = await theirs(book.bytes());
  expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
    ["Ngân sách", "visible"],
    ["Danh mục", "visible"],
    ["Ẩn", "veryHidden"],
  ]);
  expect(workbook.definedNames.getRanges("Tong_NSTW").ranges).toEqual(["'Ngân sách'!$D$4:$D$5"]);
  const tables = workbook.getWorksheet("Danh mục")!.getTables();
  expect(tables.map((table) => [table.name, table.ref]).sort()).toEqual([
    ["tblDonVi", "F4:G6"],
    ["tblXom", "A4:E8"],
  ]);
});

test("rules for typing are theirs too", async () => {
  const book = await written(plainSheet("Danh mục", [["x"]]), plainSheet("A", [["đầu"]], { validations }));
  const sheet = (await theirs(book.bytes())).getWorksheet("A")!;
  expect(sheet.getCell("A3").dataValidation).toMatchObject({
    type: "list",
    formulae: ['"Nam,Nữ"'],
    allowBlank: true,
  });
  expect(sheet.getCell("B41").dataValidation).toMatchObject({
    type: "list",
    formulae: ["'Danh mục'!$A$5:$A$11"],
    errorStyle: "warning",
    error: "Chọn một thôn xóm trong danh mục.",
  });
  expect(sheet.getCell("C22").dataValidation).toMatchObject({ type: "decimal", operator: "between" });
  expect(sheet.getCell("C23").dataValidation).toBeUndefined();
});

test("a workbook of ten years with our edit in it reads the same to them", async () => {
  const book = XlsxBook.open(everythingAtOnce().bytes);
  await done(book, intoOfficeFile());
  const workbook = await theirs(book.bytes());
  const cell = (sheet: string, address: string) =>
    inOurWords(workbook.getWorksheet(sheet)!.getCell(address).value);
  expect(["A5", "B5", "D6", "A8", "B8"].map((address) => cell(workSheet, address))).toEqual([
    "Huyện",
    400,
    99.5,
    "=không tính",
    { formula: "D6*2", value: 199 },
  ]);
  expect(cell("Tổng mới", "A1")).toEqual({ formula: "SUM(tblMoi[Số tiền])", value: 150 });
  expect(cell("Chữ", "A1")).toBe("Kế hoạch 30/KH-UBND");
  const ours = await book.read();
  // A chart sheet has no cells, and of a totals row they drop the value.
  for (const sheet of ours.sheets.filter(({ name }) => name !== "Trang biểu đồ" && name !== "Tổng")) {
    const their = workbook.getWorksheet(sheet.name)!;
    sheet.values.forEach((row, r) => {
      const seen = row.map((_value, c) =>
        asTheySee(inputValue(inOurWords(their.getCell(r + 1, c + 1).value))),
      );
      expect([sheet.name, r, ...seen]).toEqual([sheet.name, r, ...row.map(asTheySee)]);
    });
  }
});

/**
 * They leave an escaped control character as it stands in the file, see no value in a formula's empty text, and text
 * in a number with a link.
 */
function asTheySee(value: CellValue): CellValue {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.replace("\u0007", "_x0007_") || null : value;
}
