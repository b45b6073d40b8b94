/** New workbooks: everything that a design says stands in the file, as other programs want it. */
import { readXlsx } from "hucre/xlsx";
import { inputValue, isCellError, isCellFormula } from "../../../src/book";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { AT, at, done, edit, plainSheet, sheetOf } from "../../book/contract/kit";
import { faultsOf, unzip } from "./validity";
import { hardContents, listSheet, planSheet, secretSheet } from "./writing-designs";
import { attributesOf, bookOf, part, partsOf, sheetXml, textsOf } from "./writing-kit";

let book: XlsxBook;
beforeAll(async () => {
  book = await bookOf(secretSheet(), planSheet(), listSheet());
});

test("the file is valid Open XML, its content types first", async () => {
  expect(await faultsOf([{ bytes: book.bytes() }])).toEqual([[]]);
  expect(Object.keys(unzip(book.bytes()))[0]).toBe("[Content_Types].xml");
});

test("texts and numbers at the edges of what a cell holds come back to the last digit", async () => {
  const sheet = await sheetOf(book, "Danh mục");
  hardContents.forEach((content, row) => {
    const expected = inputValue(content ?? null);
    expect(at(sheet, row, 3)).toEqual(expected);
    expect(sheet.formulas.get(row)?.get(3)).toBe(isCellFormula(content) ? content.formula : undefined);
  });
});

test("another library reads the same contents", async () => {
  const workbook = await readXlsx(book.bytes());
  const sheet = workbook.sheets[2]!;
  hardContents.forEach((content, row) => {
    const value = inputValue(content ?? null);
    const expected = isCellError(value) ? value.error : value;
    // It knows no text beside a formula that is empty, and drops the two control characters that no XML may hold.
    if (value === "" || value === null || (typeof value === "string" && /[\u0007\u000b]/.test(value))) return;
    expect(sheet.rows[row]?.[3]).toEqual(expected);
  });
  expect(workbook.sheets.map((one) => [one.name, one.veryHidden === true])).toEqual([
    ["_so_mtqg", true],
    ["Kế hoạch 'vốn' 2025", false],
    ["Danh mục", false],
  ]);
  expect(workbook.sheets[1]!.tables?.[0]).toMatchObject({ name: "tblDuAn", range: "A5:E8" });
});

test("text that looks like a formula is text, and every formula carries its value and the value's type", () => {
  const cells = attributesOf(sheetXml(book, 3), "c").filter(({ r }) => r?.startsWith("D"));
  const types = Object.fromEntries(cells.map(({ r, t }) => [r, t]));
  expect(types.D1).toBe("inlineStr");
  expect(["D22", "D23", "D24", "D25", "D26", "D27"].map((cell) => types[cell])).toEqual([
    undefined,
    "str",
    "str",
    "b",
    "e",
    undefined,
  ]);
});

test("a workbook opens on the first sheet that can be seen", () => {
  expect(attributesOf(part(book, "xl/workbook.xml"), "workbookView")[0]).toMatchObject({ activeTab: "1" });
  const selected = [1, 2, 3].map((n) => attributesOf(sheetXml(book, n), "sheetView")[0]!.tabSelected);
  expect(selected).toEqual([undefined, "1", undefined]);
});

test("what is printed has names that are quoted, absolute and the sheet's own", () => {
  const workbook = part(book, "xl/workbook.xml");
  expect(attributesOf(workbook, "definedName")).toEqual([
    { name: "_xlnm.Print_Area", localSheetId: "1" },
    { name: "_xlnm.Print_Titles", localSheetId: "1" },
  ]);
  expect(textsOf(workbook, "definedName")).toEqual([
    "'Kế hoạch ''vốn'' 2025'!$A$1:$E$60",
    "'Kế hoạch ''vốn'' 2025'!$5:$5",
  ]);
});

test("page, view and breaks stand in the sheet", () => {
  const xml = sheetXml(book, 2);
  expect(attributesOf(xml, "sheetView")[0]).toMatchObject({ showGridLines: "0", zoomScale: "85" });
  expect(attributesOf(xml, "pane")[0]).toMatchObject({
    xSplit: "2",
    ySplit: "5",
    topLeftCell: "C6",
    state: "frozen",
  });
  expect(attributesOf(xml, "col")[5]).toMatchObject({ min: "6", max: "6", hidden: "true" });
  expect(attributesOf(xml, "pageSetup")[0]).toMatchObject({
    paperSize: "9",
    fitToWidth: "1",
    fitToHeight: "0",
  });
  expect(attributesOf(xml, "headerFooter")[0]).toEqual({ differentFirst: "1" });
  expect(attributesOf(xml, "brk")).toEqual([{ id: "30", max: "16383", man: "1" }]);
  expect(attributesOf(xml, "row").find(({ r }) => r === "21")).toEqual({
    r: "21",
    ht: "40",
    customHeight: "1",
  });
  expect(attributesOf(xml, "tabColor")).toEqual([{ rgb: "FF70AD47" }]);
});

test("drop-downs and conditional formats are written as Excel does", () => {
  const xml = sheetXml(book, 2);
  expect(textsOf(xml, "formula1")).toEqual([
    "'Danh mục'!$A$2:$A$4",
    'LEN(B6)<="300"*1',
    "0",
    '"Đầu tư,""Sự nghiệp"",Chưa xác định & khác"',
  ]);
  expect(attributesOf(xml, "dataValidation")[2]).toMatchObject({
    sqref: "C6:C8 D6:D8",
    operator: "between",
    errorStyle: "warning",
  });
  expect(attributesOf(xml, "cfRule").map(({ priority, stopIfTrue }) => [priority, stopIfTrue])).toEqual([
    ["1", "true"],
    ["2", undefined],
  ]);
});

test("a link leads within the workbook and a note keeps its lines and spaces", () => {
  expect(attributesOf(sheetXml(book, 3), "hyperlink")[0]).toEqual({
    ref: "A2",
    location: "'Kế hoạch ''vốn'' 2025'!A6",
  });
  const parts = partsOf(book);
  const comments = Object.keys(parts).find((name) => name.startsWith("xl/comments"))!;
  expect(textsOf(parts[comments]!, "t")).toEqual([" Nguồn: Kế hoạch số 30/KH-UBND\nngày 08/8/2025 "]);
});

test("a table's part knows its columns' formulas, and its header cells hold the headers", async () => {
  const table = part(book, "xl/tables/table1.xml");
  expect(textsOf(table, "calculatedColumnFormula")).toEqual([
    "ROUND(tblDuAn[[#This Row],[NSTW]]+tblDuAn[[#This Row],[NSĐP]],6)",
  ]);
  const plain = plainSheet("Không đầu đề", [], {
    tables: [
      {
        name: "tblTrong",
        area: { row: 1, column: 1, rows: 2, columns: 2 },
        columns: [{ header: "Hai\ndòng" }, { header: "2025" }],
        style: null,
        bandedRows: false,
        filter: false,
      },
    ],
  });
  const other = await bookOf(plain);
  const sheet = await sheetOf(other, "Không đầu đề");
  expect([at(sheet, 1, 1), at(sheet, 1, 2)]).toEqual(["Hai\ndòng", "2025"]);
  expect(sheet.tables[0]!.headers).toEqual(["Hai\ndòng", "2025"]);
  expect(attributesOf(part(other, "xl/tables/table1.xml"), "tableStyleInfo")[0]!.name).toBeUndefined();
  expect(part(other, "xl/tables/table1.xml")).not.toContain("autoFilter");
  expect(await faultsOf([{ bytes: other.bytes() }])).toEqual([[]]);
});

test("charts keep the values of their cells, their names and what is read aloud of them", () => {
  const parts = partsOf(book);
  const drawing = attributesOf(parts["xl/drawings/drawing1.xml"]!, "cNvPr");
  expect(drawing[0]).toEqual({
    id: "2",
    name: "Vốn theo nguồn 1",
    descr: 'Biểu đồ 1: vốn của ba dự án "theo nguồn"',
  });
  const column = parts["xl/charts/chart1.xml"]!;
  expect(textsOf(column, "v")).toEqual([
    ...["NSTW", "DA1", "DA3", "DA4", "9504.2", "94", "13.5"],
    ...["NSĐP", "DA1", "DA3", "DA4", "2045", "8.7", "24.1"],
  ]);
  const pie = parts["xl/charts/chart6.xml"]!;
  expect(textsOf(pie, "v")).toEqual(["Tổng", "DA1", "DA3", "DA4", "11549.2", "102.7", "37.6"]);
  const kinds = [1, 2, 3, 4, 5, 6].map((n) => parts[`xl/charts/chart${n}.xml`]!);
  expect(kinds.map((xml) => attributesOf(xml, "grouping")[0]?.val)).toEqual([
    "clustered",
    "stacked",
    "clustered",
    "stacked",
    "standard",
    undefined,
  ]);
  expect(kinds.map((xml) => attributesOf(xml, "barDir")[0]?.val)).toEqual([
    "col",
    "col",
    "bar",
    "bar",
    undefined,
    undefined,
  ]);
});

test("a chart shows values of a sheet that was there before", async () => {
  const mine = await bookOf(
    plainSheet("Số liệu", [
      ["a", 4],
      ["b", 5],
    ]),
  );
  const chart = {
    ...planSheet().charts![0]!,
    series: [{ name: "x", values: "'Số liệu'!$B$1:$B$2", categories: "'Số liệu'!$A$1:$A$2" }],
  };
  await done(mine, edit({ kind: "createSheet", design: plainSheet("Biểu", [], { charts: [chart] }) }));
  expect(textsOf(part(mine, "xl/charts/chart1.xml"), "v")).toEqual(["x", "a", "b", "4", "5"]);
});

test("a design that no file can hold is a fault of its maker", async () => {
  const long = "x".repeat(33);
  const areas = [{ row: 0, column: 0, rows: 1, columns: 1 }];
  const rule = { kind: "options" as const, options: ["a"] };
  const bad = [
    plainSheet("A", [["x".repeat(32_768)]]),
    plainSheet("A", [[Infinity]]),
    plainSheet("A", [], {
      validations: [{ areas, rule, allowBlank: true, prompt: { title: long, message: "" } }],
    }),
    plainSheet("A", [], {
      validations: [{ areas, rule: { kind: "options", options: ["a,b"] }, allowBlank: true }],
    }),
  ];
  for (const design of bad) {
    const fresh = XlsxBook.create();
    await expect(fresh.apply(edit({ kind: "createSheet", design }), { at: AT })).rejects.toThrow(RangeError);
    expect((await fresh.read()).sheets).toEqual([]);
  }
});
