/** What a reading says of a workbook. */
import { dataArea, findSheet, findTable } from "../../../src/book";
import { at, done, edit, hamlets, plainSheet, sheetOf, trimmed, write, type BookFactory } from "./kit";

export function describeReading(host: BookFactory): void {
  describe("reading", () => {
    valuesOfEveryKind(host);
    textAsItStands(host);
    wholeWorkbook(host);
  });
}

function valuesOfEveryKind(host: BookFactory): void {
  test("a new workbook has no content", async () => {
    const snapshot = await (await host.empty()).read({ formulas: true });
    expect(snapshot.sheets.length).toBeLessThanOrEqual(1);
    expect(snapshot.names).toEqual([]);
    for (const sheet of snapshot.sheets) expect(trimmed(sheet.values)).toEqual([]);
  });

  test("text, numbers, truth values, errors and empty cells keep their kinds and places", async () => {
    const book = await host.from([
      plainSheet("A", [["chữ", 12.5, true, false], [null, { error: "#N/A" }], [], [null, null, -3]]),
    ]);
    const sheet = await sheetOf(book, "A");
    expect(trimmed(sheet.values)).toEqual([
      ["chữ", 12.5, true, false],
      [null, { error: "#N/A" }],
      [],
      [null, null, -3],
    ]);
  });

  test("a formula is read with its value, and without a leading equals sign", async () => {
    const book = await host.from([
      plainSheet("A", [
        [
          2,
          3,
          { formula: "SUM(A1:B1)", value: 5 },
          { formula: 'A1&" hộ"', value: "2 hộ" },
          { formula: "A1>B1", value: false },
        ],
      ]),
    ]);
    const sheet = await sheetOf(book, "A");
    expect(sheet.values[0]).toEqual([2, 3, 5, "2 hộ", false]);
    expect([...sheet.formulas.get(0)!]).toEqual([
      [2, "SUM(A1:B1)"],
      [3, 'A1&" hộ"'],
      [4, "A1>B1"],
    ]);
    expect(sheet.uncalculated).toEqual([]);
  });

  test("a formula whose value is an error or empty text is read as that", async () => {
    const book = await host.from([
      plainSheet("A", [
        [
          { formula: "1/0", value: { error: "#DIV/0!" } },
          { formula: 'IF(1>0,"","x")', value: "" },
        ],
      ]),
    ]);
    const sheet = await sheetOf(book, "A");
    expect(at(sheet, 0, 0)).toEqual({ error: "#DIV/0!" });
    expect([null, ""]).toContain(at(sheet, 0, 1));
    expect(sheet.uncalculated).toEqual([]);
  });

  test("formulas come only when asked for", async () => {
    const book = await host.from([plainSheet("A", [[{ formula: "1+1", value: 2 }]])]);
    const sheet = findSheet(await book.read(), "A")!;
    expect(sheet.formulas.size).toBe(0);
    expect(at(sheet, 0, 0)).toBe(2);
  });

  test("whole numbers of 15 digits and the smallest amounts are not rounded", async () => {
    const numbers = [
      123456789012345,
      999999999999999,
      -999999999999999,
      0.1,
      1 / 3,
      1e-7,
      2379.2999999999997,
      0,
      1e15,
      1.5e300,
    ];
    const book = await host.from([plainSheet("A", [numbers])]);
    const read = (await sheetOf(book, "A")).values[0]!;
    read.forEach((value, c) =>
      expect(Number(Number(value).toPrecision(15))).toBe(Number(numbers[c]!.toPrecision(15))),
    );
    expect(read.slice(0, 3)).toEqual(numbers.slice(0, 3));
  });

  test("a date is the serial number that its cell holds", async () => {
    const cells = [{ row: 0, column: 0, content: 45658, format: { numberFormat: "dd/mm/yyyy" } }];
    const book = await host.from([{ name: "A", columns: [], cells }]);
    const snapshot = await book.read({ numberFormats: true });
    expect(snapshot.date1904).toBe(false);
    const sheet = findSheet(snapshot, "A")!;
    expect(at(sheet, 0, 0)).toBe(45658);
    expect(sheet.numberFormat!(0, 0)).toBe("dd/mm/yyyy");
    expect(sheet.numberFormat!(7, 7)).toBe("General");
  });

  test("number formats come only when asked for", async () => {
    const book = await host.from([plainSheet("A", [[1]])]);
    expect(findSheet(await book.read(), "A")!.numberFormat).toBeNull();
    expect(findSheet(await book.read(), "A")!.fontName).toBeNull();
  });

  test("the font of a cell is told when asked for", async () => {
    const cells = [
      { row: 1, column: 1, content: "x", format: { font: { name: "Times New Roman", size: 13 } } },
    ];
    const book = await host.from([{ name: "A", columns: [], cells }]);
    expect(findSheet(await book.read({ fonts: true }), "A")!.fontName!(1, 1)).toBe("Times New Roman");
  });
}

function textAsItStands(host: BookFactory): void {
  const texts = [
    "=1+1",
    "+84 912",
    "-",
    "-5 hộ",
    "@tên",
    "'nháy",
    "007",
    "1.250",
    "45/2025",
    "01/02/2025",
    "TRUE",
    "#N/A",
    "1e5",
    " đầu và cuối ",
    "hai  dấu cách",
    "dòng 1\ndòng 2",
    "tab\tgiữa",
    `a<b> & "c" 'd' ]]>`,
    "_x000D_ viết tay",
    "Nguyễn Thị Ngọc Ánh",
    "Nguye\u0302\u0303n",
    "không\u00a0ngắt",
    "📊",
  ];

  test.each(texts)("text stays the text it is on a new sheet and in a written cell: %j", async (text) => {
    const book = await host.from([plainSheet("A", [[text]])]);
    await done(book, edit(write("A", 2, 1, [[text]])));
    const sheet = await sheetOf(book, "A");
    expect([at(sheet, 0, 0), at(sheet, 2, 1)]).toEqual([text, text]);
    expect([...sheet.formulas.values()].filter((row) => row.size > 0)).toEqual([]);
  });

  test("text of the greatest length that a cell takes is kept", async () => {
    const text = "ộ".repeat(32767);
    const book = await host.from([plainSheet("A", [["x"]])]);
    await done(book, edit(write("A", 0, 0, [[text]])));
    expect(at(await sheetOf(book, "A"), 0, 0)).toBe(text);
  });

  test("empty text leaves an empty cell", async () => {
    const book = await host.from([plainSheet("A", [["a", "b"]])]);
    await done(book, edit(write("A", 0, 0, [[""]])));
    expect(trimmed((await sheetOf(book, "A")).values)).toEqual([[null, "b"]]);
  });
}

function wholeWorkbook(host: BookFactory): void {
  test("sheets come in the workbook's order with their visibility", async () => {
    const book = await host.from([
      plainSheet("Một", [[1]]),
      plainSheet("Ẩn", [[2]], { visibility: "hidden" }),
      plainSheet("_kho", [[3]], { visibility: "veryHidden" }),
    ]);
    const ours = (await book.read()).sheets.filter((sheet) => trimmed(sheet.values).length > 0);
    expect(ours.map((sheet) => [sheet.name, sheet.visibility, sheet.protected])).toEqual([
      ["Một", "visible", false],
      ["Ẩn", "hidden", false],
      ["_kho", "veryHidden", false],
    ]);
  });

  test("a table is told with its place and headers", async () => {
    const book = await host.from([hamlets()]);
    const found = findTable(await book.read(), "TBLXOM")!;
    expect(found.sheet.name).toBe("Danh mục");
    expect(found.table).toEqual({
      name: "tblXom",
      area: { row: 3, column: 0, rows: 4, columns: 3 },
      headers: ["Thôn xóm", "Xã cũ", "Số hộ"],
      hasHeaderRow: true,
      hasTotalsRow: false,
    });
    expect(dataArea(found.table)).toEqual({ row: 4, column: 0, rows: 3, columns: 3 });
  });

  test("merged cells are told as areas; the value stands in the first", async () => {
    const merge = { row: 1, column: 1, rows: 2, columns: 3 };
    const book = await host.from([
      { name: "A", columns: [], cells: [{ row: 1, column: 1, content: "tiêu đề" }], merges: [merge] },
    ]);
    const sheet = await sheetOf(book, "A");
    expect(sheet.merges).toEqual([merge]);
    expect(trimmed(sheet.values)).toEqual([[], [null, "tiêu đề"]]);
  });

  test("a reading of chosen sheets fills those and names the others", async () => {
    const book = await host.from([plainSheet("A", [[1]]), hamlets("B")]);
    const snapshot = await book.read({ sheets: ["A"] });
    expect(trimmed(findSheet(snapshot, "A")!.values)).toEqual([[1]]);
    expect(findSheet(snapshot, "B")!.values).toEqual([]);
    expect(findSheet(snapshot, "B")!.tables.map((table) => table.name)).toEqual(["tblXom"]);
  });

  test("a reading is of one moment: later edits do not change it", async () => {
    const book = await host.from([plainSheet("A", [["trước"]])]);
    const before = await book.read({ formulas: true, designs: ["A"] });
    await done(book, edit(write("A", 0, 0, [["sau"]]), { kind: "createSheet", design: plainSheet("B") }));
    expect(at(findSheet(before, "A")!, 0, 0)).toBe("trước");
    expect(findSheet(before, "B")).toBeUndefined();
    expect(before.designs.get("A")!.cells[0]!.content).toBe("trước");
  });
}
