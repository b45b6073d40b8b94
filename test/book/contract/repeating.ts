/** Sheets copied, and bands of rows laid out again: what templates are filled with. */
import type { CellInput, ChartDesign, Operation, RowBand, SheetDesign } from "../../../src/book";
import { findSheet } from "../../../src/book";
import {
  AT,
  designOf,
  done,
  edit,
  everything,
  plainSheet,
  refused,
  sheetOf,
  tableAt,
  trimmed,
  typed,
  write,
  type BookFactory,
} from "./kit";

const formula = (text: string, value: number): CellInput => ({ formula: text, value });

/** Groups (rows 4 to 6) with their lines (row 5), a total, and what looks at them from around. */
export function groupedTemplate(name = "Mẫu"): SheetDesign {
  const sheet = plainSheet(name, [
    ["BÁO CÁO", null, null, null],
    [null, null, null, null],
    ["TT", "Nội dung", "Kế hoạch", "Giải ngân"],
    ["I", "Nhóm", formula("SUM(C5)", 10), formula("SUM(D5:D5)", 4)],
    ["-", "Việc", 10, 4, formula("D5/C5", 0.4)],
    ["Còn lại", null, formula("C4-D4", 6), formula("$C$5*2", 20)],
    ["", "Tổng", formula("SUM(C4:C6)", 26), formula(`'${name}'!D4+D6`, 24), formula("COUNTA(B5)", 1)],
    ["", "Người lập", formula("C7+C4", 36)],
  ]);
  return {
    ...sheet,
    columns: [{ width: 6 }, { width: 30 }, { width: 14 }, { width: 14 }],
    rowHeights: new Map([
      [4, 30],
      [7, 45],
    ]),
    cells: sheet.cells.map((cell) =>
      cell.row === 4 ? { ...cell, format: { fill: "EEF3FA", numberFormat: "#,##0" } } : cell,
    ),
    merges: [
      { row: 0, column: 0, rows: 1, columns: 4 },
      { row: 5, column: 0, rows: 1, columns: 2 },
      { row: 7, column: 2, rows: 1, columns: 2 },
    ],
    validations: [
      {
        areas: [{ row: 4, column: 2, rows: 1, columns: 1 }],
        rule: { kind: "decimal", operator: "greaterThanOrEqual", first: "0" },
        allowBlank: true,
      },
    ],
    conditionalFormats: [
      {
        areas: [{ row: 3, column: 0, rows: 3, columns: 5 }],
        formula: "$D4>$C$7",
        format: { fill: "FFC7CE" },
      },
    ],
    page: {
      orientation: "portrait",
      paper: "a4",
      fitWidth: 1,
      margins: { top: 2, right: 1.5, bottom: 2, left: 3 },
      area: { row: 0, column: 0, rows: 8, columns: 5 },
      titleRows: { first: 2, last: 2 },
      breaksBefore: [6],
    },
  };
}

const summary = (name = "Mẫu"): SheetDesign =>
  plainSheet("Tổng hợp", [
    [formula(`SUM('${name}'!C5)`, 10), formula(`'${name}'!C8`, 36), formula(`SUM('${name}'!$D$4:$D$6)`, 28)],
  ]);

/** Two groups, of two lines and of three. */
const twoGroups: readonly RowBand[] = [
  {
    first: 3,
    count: 3,
    copies: [[{ first: 4, count: 1, copies: [[], []] }], [{ first: 4, count: 1, copies: [[], [], []] }]],
  },
];

const repeat = (sheet: string, bands: readonly RowBand[]): Operation => ({
  kind: "repeatRows",
  sheet,
  bands,
});
const copy = (sheet: string, name: string, position?: number): Operation => ({
  kind: "copySheet",
  sheet,
  name,
  ...(position === undefined ? {} : { position }),
});

type Formulas = Record<string, string>;

/** Formulas by address. */
function formulasOf(formulas: ReadonlyMap<number, ReadonlyMap<number, string>>): Formulas {
  return Object.fromEntries(
    [...formulas].flatMap(([row, cells]) =>
      [...cells].map(([column, text]) => [
        `${"ABCDEFGH"[column]}${row + 1}`,
        text.replace(/'(\p{L}+)'!/gu, "$1!"),
      ]),
    ),
  );
}

const repeatedFormulas = (name: string): Formulas => ({
  C4: "SUM(C5:C6)",
  D4: "SUM(D5:D6)",
  E5: "D5/C5",
  E6: "D6/C6",
  C7: "C4-D4",
  D7: "$C$5*2",
  C8: "SUM(C9:C11)",
  D8: "SUM(D9:D11)",
  E9: "D9/C9",
  E10: "D10/C10",
  E11: "D11/C11",
  C12: "C8-D8",
  D12: "$C$9*2",
  C13: "SUM(C4:C12)",
  D13: `${name}!D4+D7`,
  E13: "COUNTA(B5:B11)",
  C14: "C13+C4",
});

export function describeRepeating(host: BookFactory): void {
  describe("rows repeated", () => {
    describeRows(host);
    describeWhatLooksAtThem(host);
    describeNone(host);
  });
  describe("a sheet copied", () => {
    describeCopies(host);
  });
  describe("templates filled in one edit", () => {
    describeFilling(host);
  });
  describe("copies and repeated rows taken back", () => {
    describeUndo(host);
  });
}

function describeRows(host: BookFactory): void {
  test("bands within bands stand as often as they have copies, and what is below moves", async () => {
    const book = await host.from([groupedTemplate(), summary()]);
    await done(book, edit(repeat("Mẫu", twoGroups)));
    const sheet = await sheetOf(book, "Mẫu");
    expect(trimmed(sheet.values).map((row) => row[1] ?? row[0] ?? null)).toEqual([
      "BÁO CÁO",
      null,
      "Nội dung",
      ...["Nhóm", "Việc", "Việc", "Còn lại"],
      ...["Nhóm", "Việc", "Việc", "Việc", "Còn lại"],
      "Tổng",
      "Người lập",
    ]);
    expect(formulasOf(sheet.formulas)).toEqual(repeatedFormulas("Mẫu"));
  });

  test("merges, heights and formats go with their rows", async () => {
    const book = await host.from([groupedTemplate()]);
    await done(book, edit(repeat("Mẫu", twoGroups)));
    const design = await designOf(book, "Mẫu");
    expect([...design.merges!].sort((a, b) => a.row - b.row)).toEqual([
      { row: 0, column: 0, rows: 1, columns: 4 },
      { row: 6, column: 0, rows: 1, columns: 2 },
      { row: 11, column: 0, rows: 1, columns: 2 },
      { row: 13, column: 2, rows: 1, columns: 2 },
    ]);
    const heights = new Map(design.rowHeights);
    expect([4, 5, 8, 9, 10, 13].map((row) => heights.get(row))).toEqual([30, 30, 30, 30, 30, 45]);
    expect(heights.get(7)).not.toBe(45);
    const filled = design.cells.filter((cell) => cell.format?.fill === "EEF3FA" && cell.column === 2);
    expect(filled.map((cell) => cell.row)).toEqual([4, 5, 8, 9, 10]);
  });
}

function describeWhatLooksAtThem(host: BookFactory): void {
  test("formulas of other sheets and names cover all copies", async () => {
    const book = await host.from([groupedTemplate(), summary()]);
    await done(book, edit({ kind: "defineName", name: "nhom", refersTo: "'Mẫu'!$C$4:$C$6" }));
    await done(book, edit(repeat("Mẫu", twoGroups)));
    const snapshot = await book.read({ formulas: true });
    expect(formulasOf(findSheet(snapshot, "Tổng hợp")!.formulas)).toEqual({
      A1: "SUM(Mẫu!C5:C11)",
      B1: "Mẫu!C14",
      C1: "SUM(Mẫu!$D$4:$D$12)",
    });
    const name = snapshot.names.find((one) => one.name === "nhom");
    expect(name?.refersTo.replace(/'/g, "")).toBe("Mẫu!$C$4:$C$12");
  });

  test("drop-downs, conditional formats and the print set-up cover all copies", async () => {
    const book = await host.from([groupedTemplate()]);
    await done(book, edit(repeat("Mẫu", twoGroups)));
    const { validations, conditionalFormats, page } = await designOf(book, "Mẫu");
    const rows = validations!.flatMap(({ areas }) => areas).map(({ row, rows }) => [row, rows]);
    expect(rows.sort((a, b) => a[0]! - b[0]!)).toEqual([
      [4, 2],
      [8, 3],
    ]);
    expect(conditionalFormats).toEqual([
      expect.objectContaining({
        areas: [{ row: 3, column: 0, rows: 9, columns: 5 }],
        formula: "$D4>$C$13",
      }),
    ]);
    expect(page).toMatchObject({
      area: { row: 0, column: 0, rows: 14, columns: 5 },
      titleRows: { first: 2, last: 2 },
      breaksBefore: [12],
    });
  });

  test("copies that each begin a page do so, beside the breaks that are there", async () => {
    for (const [page, expected] of [
      [groupedTemplate().page, [5, 7, 12]],
      [undefined, [5, 7]],
    ] as const) {
      const { page: _page, ...plain } = groupedTemplate();
      const book = await host.from([page ? { ...plain, page } : plain]);
      const bands = [{ first: 3, count: 2, copies: [[], [], []], pages: true }];
      const start = (await designOf(book, "Mẫu")).page?.breaksBefore ?? [];
      await done(book, edit(repeat("Mẫu", bands)));
      const breaks = (await designOf(book, "Mẫu")).page!.breaksBefore;
      expect(breaks).toEqual(page ? [5, 7, start[0]! + 4] : expected);
    }
  });

  test("a chart shows all copies and moves with the rows it stands on; a copy's shows the copy", async () => {
    const chart: ChartDesign = {
      name: "Kế hoạch",
      kind: "column",
      title: "Kế hoạch",
      series: [{ name: "KH", values: "'Mẫu'!$C$4:$C$6", categories: "'Mẫu'!$B$4:$B$6" }],
      area: { row: 9, column: 0, rows: 8, columns: 4 },
      altText: "Kế hoạch theo nhóm",
    };
    const book = await host.from([{ ...groupedTemplate(), charts: [chart] }]);
    await done(book, edit(copy("Mẫu", "Sao"), repeat("Mẫu", twoGroups)));
    const shown = async (name: string) =>
      (await designOf(book, name)).charts!.map(({ area, series }) => ({
        row: area.row,
        values: series[0]!.values.replace(/'/g, ""),
        categories: series[0]!.categories.replace(/'/g, ""),
      }));
    expect(await shown("Mẫu")).toEqual([{ row: 15, values: "Mẫu!$C$4:$C$12", categories: "Mẫu!$B$4:$B$12" }]);
    expect(await shown("Sao")).toEqual([{ row: 9, values: "Sao!$C$4:$C$6", categories: "Sao!$B$4:$B$6" }]);
  });

  test("a table below moves, and one on the rows is in the way", async () => {
    const { table, cells } = tableAt("tblDuoi", 9, 0, ["Mã", "Tên"], [["a", "b"]]);
    const template = groupedTemplate();
    const design = { ...template, cells: [...template.cells, ...cells], tables: [table] };
    const book = await host.from([design]);
    await done(book, edit(repeat("Mẫu", twoGroups)));
    expect((await sheetOf(book, "Mẫu")).tables).toMatchObject([
      { name: "tblDuoi", area: { row: 15, column: 0, rows: 2, columns: 2 } },
    ]);
    const refusal = await refused(book, edit(repeat("Mẫu", [{ first: 16, count: 1, copies: [[], []] }])));
    expect(refusal).toMatchObject({ kind: "rowsNotRepeatable", thing: "table", cell: "A16" });
  });
}

function describeNone(host: BookFactory): void {
  test("a band without copies goes, and ranges over more than it shrink", async () => {
    const book = await host.from([groupedTemplate(), summary()]);
    await done(book, edit(repeat("Mẫu", [{ first: 4, count: 1, copies: [] }])));
    const snapshot = await book.read({ formulas: true });
    const formulas = formulasOf(findSheet(snapshot, "Mẫu")!.formulas);
    expect(formulas).toMatchObject({ C6: "SUM(C4:C5)", C7: "C6+C4" });
    expect(formulas.C4).toContain("#REF!");
    expect(formulasOf(findSheet(snapshot, "Tổng hợp")!.formulas)).toMatchObject({
      B1: "Mẫu!C7",
      C1: "SUM(Mẫu!$D$4:$D$5)",
    });
  });
}

function describeCopies(host: BookFactory): void {
  test("has all that is on the sheet, and looks at its own cells", async () => {
    const book = await host.from([groupedTemplate(), summary()]);
    const place = (await book.read()).sheets.findIndex(({ name }) => name === "Tổng hợp");
    await done(book, edit(copy("Mẫu", "Bản sao", place)));
    const snapshot = await book.read({ designs: ["Mẫu", "Bản sao"], formulas: true });
    expect(snapshot.sheets.map(({ name }) => name).slice(-3)).toEqual(["Mẫu", "Bản sao", "Tổng hợp"]);
    const [original, made] = ["Mẫu", "Bản sao"].map((name) => snapshot.designs.get(name)!);
    expect(made).toMatchObject({
      merges: original!.merges,
      page: original!.page,
      columns: original!.columns,
    });
    expect(made!.validations).toEqual(original!.validations);
    expect(made!.conditionalFormats).toEqual(original!.conditionalFormats);
    const formulas = findSheet(snapshot, "Bản sao")!.formulas;
    expect(formulas.get(6)!.get(3)!.replace(/'/g, "")).toBe("Bản sao!D4+D6");
    expect(formulasOf(findSheet(snapshot, "Tổng hợp")!.formulas)).toMatchObject({ B1: "Mẫu!C8" });
  });

  test("has no tables, but their cells", async () => {
    const { table, cells } = tableAt(
      "tblGoc",
      1,
      0,
      ["Mã", "Số"],
      [
        ["a", 1],
        ["b", 2],
      ],
    );
    const book = await host.from([{ name: "Gốc", columns: [], cells, tables: [table] }]);
    await done(book, edit(copy("Gốc", "Sao")));
    const sheet = await sheetOf(book, "Sao");
    expect(sheet.tables).toEqual([]);
    expect(trimmed(sheet.values)).toEqual([[], ["Mã", "Số"], ["a", 1], ["b", 2]]);
    expect((await sheetOf(book, "Gốc")).tables).toMatchObject([{ name: "tblGoc" }]);
  });

  test("is refused where the name is taken or no name, or nothing is to be copied", async () => {
    const book = await host.from([groupedTemplate(), summary()]);
    expect(await refused(book, edit(copy("Mẫu", "tổng HỢP")))).toMatchObject({ kind: "sheetExists" });
    expect(await refused(book, edit(copy("Mẫu", "a/b")))).toMatchObject({ kind: "invalidSheetName" });
    expect(await refused(book, edit(copy("Không có", "x")))).toMatchObject({ kind: "sheetMissing" });
    expect(await refused(book, edit(repeat("Không có", twoGroups)))).toMatchObject({ kind: "sheetMissing" });
  });
}

/** Two pages from one template: each its copy, its rows, its values; the template goes. */
const filling = () =>
  edit(
    copy("Mẫu", "Xã A"),
    repeat("Xã A", twoGroups),
    write("Xã A", 3, 1, [["Nhóm 1"], ["Việc 1"], ["Việc 2"]]),
    copy("Mẫu", "Xã B"),
    repeat("Xã B", [{ first: 3, count: 3, copies: [[{ first: 4, count: 1, copies: [[]] }]] }]),
    write("Xã B", 4, 1, [["Việc 9"]]),
    { kind: "deleteSheet", sheet: "Mẫu" },
  );

function describeFilling(host: BookFactory): void {
  test("copied, repeated, written to, and the template taken away", async () => {
    const book = await host.from([groupedTemplate(), plainSheet("Khác", [["x"]])]);
    await done(book, filling());
    const snapshot = await book.read({ formulas: true });
    expect(snapshot.sheets.map(({ name }) => name)).not.toContain("Mẫu");
    const first = findSheet(snapshot, "Xã A")!;
    expect(first.values.slice(3, 6).map((row) => row[1])).toEqual(["Nhóm 1", "Việc 1", "Việc 2"]);
    expect({ ...formulasOf(first.formulas), D13: "" }).toEqual({ ...repeatedFormulas(""), D13: "" });
    expect(first.formulas.get(12)!.get(3)).toBe("'Xã A'!D4+D7");
    const second = findSheet(snapshot, "Xã B")!;
    expect(second.values[4]![1]).toBe("Việc 9");
    expect(second.formulas.get(6)!.get(3)).toBe("'Xã B'!D4+D6");
  });

  test("a sheet made in the same edit", async () => {
    const book = await host.from([plainSheet("Khác", [["x"]])]);
    await done(
      book,
      edit(
        { kind: "createSheet", design: groupedTemplate() },
        repeat("Mẫu", twoGroups),
        write("Mẫu", 8, 1, [["Việc của nhóm 2"]]),
      ),
    );
    const sheet = await sheetOf(book, "Mẫu");
    expect(formulasOf(sheet.formulas)).toEqual(repeatedFormulas("Mẫu"));
    expect(sheet.values[8]![1]).toBe("Việc của nhóm 2");
  });
}

function describeUndo(host: BookFactory): void {
  const cases: [string, () => ReturnType<typeof edit>][] = [
    ["a copy", () => edit(copy("Mẫu", "Sao"))],
    ["a filled template", filling],
    ["rows of a sheet that stood", () => edit(repeat("Mẫu", twoGroups), write("Mẫu", 4, 1, [["Việc A"]]))],
  ];
  test.each(cases)("%s", async (_name, change) => {
    const book = await host.from([groupedTemplate(), summary()]);
    await done(book, edit({ kind: "defineName", name: "nhom", refersTo: "'Mẫu'!$C$4:$C$6" }));
    const was = await everything(book);
    const made = change();
    const entry = await done(book, made);
    const after = await book.read({ formulas: true });
    await done(book, entry.undo, made);
    // A sheet that was deleted comes back, but formulas that looked at it stay broken, as after any deletion.
    if (made.operations.some(({ kind }) => kind === "deleteSheet")) {
      expect((await sheetOf(book, "Mẫu")).formulas).toEqual(expect.any(Map));
      expect((await book.read()).sheets.map(({ name }) => name)).not.toContain("Xã A");
    } else expect(await everything(book)).toEqual(was);
    const redone = await book.apply(made, { at: AT });
    expect(redone.done).toBe(true);
    const again = await book.read({ formulas: true });
    expect(again.sheets.map(({ name, values }) => [name, trimmed(values)])).toEqual(
      after.sheets.map(({ name, values }) => [name, trimmed(values)]),
    );
  });

  test("not over what a person has typed since", async () => {
    const book = await host.from([groupedTemplate(), summary()]);
    const entry = await done(book, filling());
    await typed(host, book, "Xã A", 9, 2, 777);
    expect(await refused(book, entry.undo)).toMatchObject({
      kind: "changedSince",
      cells: [{ sheet: "Xã A", cell: "C10", expected: 10, found: 777 }],
    });
  });
}
