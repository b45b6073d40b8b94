/** States in which a person has Excel when an edit comes: typing, protected, filtered, merged, read by others. */
import fc from "fast-check";
import { findSheet, type Validation } from "../../../src/book";
import {
  AT,
  designOf,
  done,
  edit,
  hamlets,
  plainSheet,
  refused,
  tableAt,
  write,
} from "../../book/contract/kit";
import { livingTable, moreColumns } from "../../book/contract/samples";
import { closeExcel, furnish, openExcel } from "./open";
import { modelOf } from "./model-of";

afterEach(closeExcel);

const append = edit({ kind: "appendRows", table: "tblXom", rows: [["Suối Giữa", null, 4]] });

test("while a person types in a cell nothing is applied, and the refusal says so", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [hamlets()]);
  const before = modelOf();
  host.enterEditMode();
  expect(await book.apply(append, { at: AT })).toEqual({ done: false, refusal: { kind: "cellEditing" } });
  host.leaveEditMode();
  expect(modelOf()).toEqual(before);
  await done(book, append);
});

test("a person who begins to type in the midst of a write finds the workbook as it was", async () => {
  const { host, book } = await openExcel({}, { requestBytes: 5_000 });
  await furnish(book, [plainSheet("A", [[1]])]);
  const before = modelOf();
  const rows = Array.from({ length: 60 }, (_one, row) => [`Dòng số ${row} của một bảng dài`, row]);
  const change = edit({ kind: "createSheet", design: plainSheet("Mới", rows) });
  host.failAtBatch(5, { code: "InvalidOperationInCellEditMode" });
  expect(await book.apply(change, { at: AT })).toEqual({ done: false, refusal: { kind: "cellEditing" } });
  expect(modelOf()).toEqual(before);
});

test("a reading that Excel refuses is an error with Excel's words", async () => {
  const { host, book } = await openExcel();
  host.enterEditMode();
  await expect(book.read()).rejects.toThrow("edit mode");
  host.leaveEditMode();
  await expect(book.read()).resolves.toMatchObject({ date1904: false });
});

test("a protected sheet is named before anything is written", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [hamlets(), plainSheet("A", [[1]])]);
  await host.run(async (context) => {
    context.workbook.worksheets.getItem("Danh mục").protection.protect({ allowFormatCells: true });
    await context.sync();
  });
  expect(findSheet(await book.read(), "Danh mục")!.protected).toBe(true);
  const change = edit(write("A", 0, 0, [[2]]), ...append.operations);
  expect(await refused(book, change)).toEqual({ kind: "protectedSheet", sheet: "Danh mục" });
  expect(await refused(book, edit(write("Danh mục", 9, 9, [[1]])))).toEqual({
    kind: "protectedSheet",
    sheet: "Danh mục",
  });
});

test("a locked structure takes no sheet and gives none away, but its cells can be written", async () => {
  const { host, book } = await openExcel({}, { requestBytes: 3_000 });
  await furnish(book, [plainSheet("A", [[1]])]);
  await host.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  const locked = { kind: "protectedStructure" };
  expect(await refused(book, edit({ kind: "createSheet", design: plainSheet("B") }))).toEqual(locked);
  expect(await refused(book, edit({ kind: "deleteSheet", sheet: "A" }))).toEqual(locked);
  const rows = Array.from({ length: 100 }, (_one, row) => [`dòng thứ ${row}`]);
  await done(book, edit(write("A", 0, 0, rows)));
});

test("nothing is written while a filter hides rows", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [hamlets()]);
  await host.run(async (context) => {
    const table = context.workbook.tables.getItem("tblXom");
    table.columns.getItem("Xã cũ").filter.applyValuesFilter(["Dân Tiến"]);
    await context.sync();
  });
  expect(await refused(book, append)).toEqual({ kind: "filteredSheet", sheet: "Danh mục" });
  expect(await refused(book, edit(write("Danh mục", 4, 0, [["x"], ["y"]])))).toEqual({
    kind: "filteredSheet",
    sheet: "Danh mục",
  });
  await host.run(async (context) => {
    context.workbook.tables.getItem("tblXom").clearFilters();
    await context.sync();
  });
  await done(book, append);
  expect(host.hazards).toEqual([]);
});

test("a table with a totals row does not grow", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [hamlets()]);
  await host.run(async (context) => {
    context.workbook.tables.getItem("tblXom").showTotals = true;
    await context.sync();
  });
  expect(await refused(book, append)).toEqual({ kind: "tableHasTotals", table: "tblXom" });
});

test("formulas that a person has typed in a table are told in the file's notation", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [livingTable()]);
  await host.userEdits("Ngân sách", "G4:G6", [
    ["=tblNganSach[[#This Row],[Số tiền]]+1"],
    ['=SUM(tblNganSach[Số tiền])&" [@x]"'],
    ["'=1+1"],
  ]);
  await host.userEdits("Ngân sách", "E4:E5", [["=[@[Số tiền]]*3"], ["=SUM([Số tiền])"]]);
  const sheet = findSheet(await book.read({ formulas: true }), "Ngân sách")!;
  expect(sheet.formulas.get(3)?.get(4)).toBe("tblNganSach[[#This Row],[Số tiền]]*3");
  expect(sheet.formulas.get(4)?.get(4)).toBe("SUM(tblNganSach[Số tiền])");
  expect(sheet.formulas.get(3)?.get(6)).toBe("tblNganSach[[#This Row],[Số tiền]]+1");
  expect(sheet.formulas.get(4)?.get(6)).toBe('SUM(tblNganSach[Số tiền])&" [@x]"');
  expect([sheet.formulas.get(5)?.get(6), sheet.values[5]?.[6]]).toEqual([undefined, "=1+1"]);
});

test("names that Excel keeps for itself are no names of the workbook", async () => {
  const { book } = await openExcel();
  const page = {
    orientation: "portrait" as const,
    paper: "a4" as const,
    fitWidth: 1,
    margins: { top: 2, right: 2, bottom: 2, left: 2 },
    area: { row: 0, column: 0, rows: 3, columns: 3 },
    titleRows: { first: 0, last: 0 },
  };
  await furnish(book, [plainSheet("A", [["x"]], { page })]);
  expect((await book.read()).names).toEqual([]);
});

test("a number stays a number in a cell of the text format, and the format stays", async () => {
  const { host, book } = await openExcel();
  const cells = [0, 1, 2].map((column) => ({ row: 0, column, format: { numberFormat: "@" } }));
  await furnish(book, [
    {
      name: "A",
      columns: [],
      cells: [{ row: 0, column: 3, content: 7, format: { numberFormat: "@" } }, ...cells],
    },
  ]);
  await done(book, edit(write("A", 0, 0, [[45, true, "019000000001"]])));
  expect(host.values("A!A1:D1")).toEqual([[45, true, "019000000001", 7]]);
  expect(["A1", "B1", "C1", "D1"].map((cell) => host.format(`A!${cell}`).numberFormat)).toEqual([
    "@",
    "@",
    "@",
    "@",
  ]);
});

test("a sheet with very many merged cells is read whole", async () => {
  const { host, book } = await openExcel();
  const merges = Array.from({ length: 700 }, (_one, row) => ({ row, column: 0, rows: 1, columns: 2 }));
  await furnish(book, [
    plainSheet(
      "A",
      merges.map((_one, row) => [`Dòng ${row}`]),
      { merges },
    ),
  ]);
  const sheet = findSheet(await book.read(), "A")!;
  expect(sheet.merges).toEqual(merges);
  expect(host.hazards).toEqual([]);
});

test("rows are added without the collection that breaks co-authoring, and no hazard is met", async () => {
  const { host, book } = await openExcel();
  const { table, cells } = tableAt("tblA", 0, 0, ["A"], [["a"]]);
  await furnish(book, [{ name: "A", columns: [], cells, tables: [table] }]);
  await done(book, edit({ kind: "appendRows", table: "tblA", rows: [["b"]] }));
  expect(host.trace.map((entry) => entry.member)).not.toContain("TableRowCollection.add");
  expect(host.trace.map((entry) => entry.member)).toContain("Table.resize");
  expect(host.hazards).toEqual([]);
});

/** What Excel is apt to read as something else than text. */
const readable = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "=",
        "+",
        "-",
        "@",
        "'",
        "#",
        "%",
        "$",
        "€",
        "(",
        ")",
        ".",
        ",",
        "/",
        ":",
        " ",
        "e",
        "E",
        '"',
        "\n",
      ),
      fc.constantFrom(
        "0",
        "1",
        "12",
        "2025",
        "1.250",
        "TRUE",
        "false",
        "Jan",
        "mar ",
        "thg ",
        "N/A",
        "SUM(A1)",
        "A1",
        "xã",
        "Đ",
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

test("any text comes back as the text it is, in cells of every format", async () => {
  const { host, book } = await openExcel();
  const formats = ["General", "@", "dd/mm/yyyy", "#,##0"];
  const cells = formats.map((numberFormat, column) => ({ row: 0, column, format: { numberFormat } }));
  await furnish(book, [{ name: "A", columns: [], cells }]);
  await fc.assert(
    fc.asyncProperty(fc.array(readable, { minLength: 4, maxLength: 4 }), async (texts) => {
      await done(book, edit(write("A", 0, 0, [texts])));
      expect(host.formulas("A!A1:D1")).toEqual([texts]);
      expect(findSheet(await book.read({ formulas: true }), "A")!.values[0]).toEqual(texts);
    }),
    { numRuns: 60, seed: 1719 },
  );
  expect(formats.map((_one, column) => host.format(`A!${"ABCD"[column]}1`).numberFormat)).toEqual(formats);
});

test("rules for typing whose formulas are relative go on in the rows that are added", async () => {
  const { book } = await openExcel();
  const { table, cells } = tableAt(
    "tblHo",
    2,
    0,
    ["Số CCCD", "Mã dự án", "Nội dung"],
    [
      ["1", "DA1", "Đất ở"],
      ["2", "DA1", "Nhà ở"],
    ],
  );
  const column = (index: number) => [{ row: 3, column: index, rows: 2, columns: 1 }];
  const validations: Validation[] = [
    {
      areas: column(0),
      rule: { kind: "custom", formula: "AND(LEN(A4)=12,ISNUMBER(VALUE(A4)))" },
      allowBlank: true,
    },
    { areas: column(1), rule: { kind: "list", source: "'A'!$F$1:$F$9" }, allowBlank: true },
    {
      areas: column(2),
      rule: { kind: "list", source: "OFFSET('A'!$G$1,MATCH($B4,'A'!$F$1:$F$9,0)-1,0,3,1)" },
      allowBlank: true,
    },
  ];
  await furnish(book, [{ name: "A", columns: [], cells, tables: [table], validations }]);
  await done(
    book,
    edit({
      kind: "appendRows",
      table: "tblHo",
      rows: [
        ["3", "DA2", "x"],
        ["4", "DA2", "y"],
      ],
    }),
  );
  await done(book, edit({ kind: "appendRows", table: "tblHo", rows: [["5", "DA3", "z"]] }));
  const grown = validations.map((one) => ({
    ...one,
    areas: one.areas.map((area) => ({ ...area, rows: 5 })),
  }));
  expect((await designOf(book, "A")).validations).toEqual(grown);
});

test("an edit of columns and rows of one table finds each as the other has left it", async () => {
  const { book } = await openExcel();
  await furnish(book, [hamlets()]);
  const before = modelOf();
  const change = edit(moreColumns(), {
    kind: "appendRows",
    table: "tblXom",
    rows: [["Suối Giữa", null, 4, "x"]],
  });
  const entry = await done(book, change);
  const { tables, values } = findSheet(await book.read(), "Danh mục")!;
  expect(tables[0]!.area).toEqual({ row: 3, column: 0, rows: 5, columns: 5 });
  expect(values[7]!.slice(0, 4)).toEqual(["Suối Giữa", null, 4, "x"]);
  await done(book, entry.undo, change);
  expect(modelOf()).toEqual(before);
});

test("where a person has given one cell another rule, new rows take on the last cell's", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [livingTable()]);
  await host.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Ngân sách").getRange("C5");
    cell.dataValidation.clear();
    cell.dataValidation.rule = { list: { inCellDropDown: true, source: "Có,Không" } };
    await context.sync();
  });
  await done(book, edit({ kind: "appendRows", table: "tblNganSach", rows: [["DA3", "Có", 1]] }));
  const { validations } = await designOf(book, "Ngân sách");
  expect(validations).toMatchObject([
    {
      areas: [{ row: 3, column: 2, rows: 1, columns: 1 }],
      rule: { options: ["Đầu tư", "Sự nghiệp", "Chưa xác định"] },
    },
    { areas: [{ row: 4, column: 2, rows: 2, columns: 1 }], rule: { options: ["Có", "Không"] } },
  ]);
});
