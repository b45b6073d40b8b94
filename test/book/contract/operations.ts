/** What each operation on sheets, cells and names does. */
import { findSheet, quoteSheet } from "../../../src/book";
import {
  at,
  changesDuring,
  designOf,
  done,
  edit,
  hamlets,
  plainSheet,
  sheetOf,
  tableAt,
  trimmed,
  write,
  type BookFactory,
} from "./kit";

export function describeOperations(host: BookFactory): void {
  describe("operations on sheets, cells and names", () => {
    sheets(host);
    sheetNames(host);
    rewriting(host);
    cells(host);
    names(host);
  });
}

function sheets(host: BookFactory): void {
  test("a created sheet stands at the end, or at its position", async () => {
    const book = await host.from([plainSheet("A", [[1]]), plainSheet("B", [[2]])]);
    const before = (await book.read()).sheets.map((sheet) => sheet.name);
    await done(
      book,
      edit(
        { kind: "createSheet", design: plainSheet("Cuối") },
        { kind: "createSheet", design: plainSheet("Đầu"), position: 0 },
      ),
    );
    expect((await book.read()).sheets.map((sheet) => sheet.name)).toEqual(["Đầu", ...before, "Cuối"]);
  });

  test("sheets of one edit may name each other, the later ones too", async () => {
    const book = await host.empty();
    const first = plainSheet("Tổng", [[{ formula: "SUM('Chi tiết'!A1:A2)", value: 7 }]], {
      validations: [
        {
          areas: [{ row: 2, column: 0, rows: 5, columns: 1 }],
          rule: { kind: "list", source: "'Chi tiết'!$A$1:$A$2" },
          allowBlank: true,
        },
      ],
    });
    await done(
      book,
      edit(
        { kind: "createSheet", design: first },
        { kind: "createSheet", design: plainSheet("Chi tiết", [[3], [4]]) },
      ),
    );
    const sheet = await sheetOf(book, "Tổng");
    expect(at(sheet, 0, 0)).toBe(7);
    expect(sheet.formulas.get(0)?.get(0)).toBe("SUM('Chi tiết'!A1:A2)");
    expect((await designOf(book, "Tổng")).validations).toMatchObject(first.validations!);
  });

  test("a deleted sheet is gone with its tables; the others stay as they are", async () => {
    const book = await host.from([plainSheet("A", [[1]]), hamlets("B"), plainSheet("C", [["cuối"]])]);
    await done(book, edit({ kind: "deleteSheet", sheet: "B" }));
    const snapshot = await book.read();
    expect(findSheet(snapshot, "B")).toBeUndefined();
    expect(snapshot.sheets.flatMap((sheet) => sheet.tables)).toEqual([]);
    expect(at(findSheet(snapshot, "C")!, 0, 0)).toBe("cuối");
    await done(book, edit({ kind: "createSheet", design: hamlets("B") }));
    expect((await sheetOf(book, "B")).tables).toHaveLength(1);
  });

  test("a formula and a drop-down of another sheet survive the deletion of an unrelated sheet before them", async () => {
    const other = plainSheet("B", [[5], [{ formula: "A1*2", value: 10 }]]);
    const book = await host.from([
      plainSheet("A", [[1]]),
      other,
      plainSheet("C", [[{ formula: "B!A1", value: 5 }]]),
    ]);
    await done(book, edit({ kind: "defineName", name: "Nam_nay", refersTo: "B!$A$1" }));
    await done(book, edit({ kind: "deleteSheet", sheet: "A" }));
    expect((await sheetOf(book, "C")).formulas.get(0)?.get(0)).toBe("B!A1");
    expect((await book.read()).names.find((name) => name.name === "Nam_nay")?.refersTo).toBe("B!$A$1");
  });

  test("formulas and names that named a deleted sheet say that it is lost", async () => {
    const other = plainSheet("B", [
      [
        { formula: "SUM('Sẽ xóa'!A1:A2)+1", value: 4 },
        { formula: "\"'Sẽ xóa'!A1\"", value: "'Sẽ xóa'!A1" },
      ],
    ]);
    const book = await host.from([plainSheet("Sẽ xóa", [[1], [2]]), other]);
    await done(book, edit({ kind: "defineName", name: "Mat", refersTo: "'Sẽ xóa'!$A$1" }));
    await done(book, edit({ kind: "deleteSheet", sheet: "Sẽ xóa" }));
    const formulas = (await sheetOf(book, "B")).formulas.get(0)!;
    expect(formulas.get(0)).toContain("#REF!");
    expect(formulas.get(0)).not.toContain("Sẽ xóa");
    expect(formulas.get(1)).toBe("\"'Sẽ xóa'!A1\"");
    expect((await book.read()).names.map((name) => name.refersTo)).toEqual([
      expect.stringContaining("#REF!"),
    ]);
  });
}

function sheetNames(host: BookFactory): void {
  const longest = "Biểu tổng hợp vốn đầu tư năm 25";
  const sheetNames = [
    "Kế hoạch",
    "Hộ 'thụ' hưởng",
    `Vốn "đối ứng"`,
    "A&B <tỉnh>",
    "BC01 Phân bổ vốn",
    "2025",
    "A1",
    "R1C1",
    "Ngân-sách (2)",
    longest,
  ];

  test.each(sheetNames)("a sheet may be called %j, be written to and be named in a formula", async (name) => {
    const book = await host.from([plainSheet(name, [[41]])]);
    await done(
      book,
      edit(write(name, 0, 1, [[1]]), {
        kind: "defineName",
        name: "Chon",
        refersTo: `${quoteSheet(name)}!$A$1:$B$1`,
      }),
    );
    const total = plainSheet("Tổng", [[{ formula: `SUM(${quoteSheet(name)}!A1:B1)`, value: 42 }]]);
    await done(book, edit({ kind: "createSheet", design: total }));
    expect(trimmed((await sheetOf(book, name)).values)).toEqual([[41, 1]]);
    const formula = (await sheetOf(book, "Tổng")).formulas.get(0)?.get(0);
    expect(bare(formula, name)).toBe(`SUM(${quoteSheet(name)}!A1:B1)`);
    expect(bare((await book.read()).names[0]!.refersTo, name)).toBe(`${quoteSheet(name)}!$A$1:$B$1`);
  });
}

/** A host may leave out quotes that a sheet's name does not need. */
function bare(text: string | undefined, name: string): string | undefined {
  const quoted = quoteSheet(name);
  return text?.includes(quoted) ? text : text?.replace(name, () => quoted);
}

function rewriting(host: BookFactory): void {
  test("a rewritten sheet holds the new design and nothing of the old", async () => {
    const book = await host.from([hamlets("Báo cáo")]);
    const { table, cells } = tableAt("tblMoi", 1, 1, ["Mã", "Tên"], [["DA1", "Đất ở"]]);
    await done(
      book,
      edit({ kind: "rewriteSheet", design: { name: "Báo cáo", columns: [], cells, tables: [table] } }),
    );
    const sheet = await sheetOf(book, "Báo cáo");
    expect(trimmed(sheet.values)).toEqual([[], [null, "Mã", "Tên"], [null, "DA1", "Đất ở"]]);
    expect(sheet.tables.map((one) => one.name)).toEqual(["tblMoi"]);
  });

  test("a rewritten sheet may keep the names of its own tables", async () => {
    const book = await host.from([hamlets("Báo cáo")]);
    await done(book, edit({ kind: "rewriteSheet", design: hamlets("Báo cáo") }));
    expect((await sheetOf(book, "Báo cáo")).tables.map((one) => one.name)).toEqual(["tblXom"]);
  });

  test("a rewritten sheet keeps its place and what refers to it", async () => {
    const book = await host.from([
      plainSheet("Báo cáo", [[1]]),
      plainSheet("Khác", [[{ formula: "'Báo cáo'!A1+1", value: 2 }]]),
    ]);
    await done(book, edit({ kind: "defineName", name: "Tong_von", refersTo: "'Báo cáo'!$A$1" }));
    const order = (await book.read()).sheets.map((sheet) => sheet.name);
    await done(book, edit({ kind: "rewriteSheet", design: plainSheet("Báo cáo", [[10, 20]]) }));
    const snapshot = await book.read({ formulas: true });
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(order);
    expect(findSheet(snapshot, "Khác")!.formulas.get(0)?.get(0)).toBe("'Báo cáo'!A1+1");
    expect(snapshot.names).toEqual([{ name: "Tong_von", refersTo: "'Báo cáo'!$A$1", sheet: null }]);
    expect(trimmed(findSheet(snapshot, "Báo cáo")!.values)).toEqual([[10, 20]]);
  });
}

function cells(host: BookFactory): void {
  test("a block of cells is written where it belongs and nowhere else", async () => {
    const book = await host.from([
      plainSheet("A", [
        ["a", "b", "c"],
        ["d", "e", "f"],
      ]),
    ]);
    await done(book, edit(write("A", 1, 1, [["E", 5], ["mới"]])));
    expect(trimmed((await sheetOf(book, "A")).values)).toEqual([
      ["a", "b", "c"],
      ["d", "E", 5],
      [null, "mới"],
    ]);
  });

  test("cells far outside what was used can be written", async () => {
    const book = await host.from([plainSheet("A", [["a"]])]);
    await done(book, edit(write("A", 999, 30, [[7]])));
    const sheet = await sheetOf(book, "A");
    expect([at(sheet, 0, 0), at(sheet, 999, 30)]).toEqual(["a", 7]);
  });

  test("null empties a cell; a value replaces a formula and a formula a value", async () => {
    const book = await host.from([plainSheet("A", [[1, { formula: "A1+1", value: 2 }, 3]])]);
    await done(book, edit(write("A", 0, 0, [[null, 20, { formula: "B1*2", value: 40 }]])));
    const sheet = await sheetOf(book, "A");
    expect(sheet.values[0]).toEqual([null, 20, 40]);
    expect([...sheet.formulas.get(0)!]).toEqual([[2, "B1*2"]]);
  });

  test("writing leaves the format, the note and the link of a cell, unless a number format is given", async () => {
    const format = {
      font: { name: "Times New Roman", size: 13, bold: true },
      fill: "FFF2CC",
      numberFormat: "#,##0",
    };
    const book = await host.from([
      {
        name: "A",
        columns: [],
        cells: [0, 1].map((column) => ({ row: 0, column, content: 1, format, link: "A!A9" })),
      },
    ]);
    const change = { ...write("A", 0, 0, [[2, 3]]), numberFormats: [[null, "0.0%"]] };
    await done(book, edit(change));
    const design = await designOf(book, "A");
    const found = design.cells.filter((cell) => cell.row === 0).sort((a, b) => a.column - b.column);
    expect(found[0]).toMatchObject({ content: 2, format });
    expect(found[1]).toMatchObject({ content: 3, format: { ...format, numberFormat: "0.0%" } });
    expect(found.map((cell) => cell.link)).toEqual(["A!A9", "A!A9"]);
  });

  test("many cells at once come back as they went in", async () => {
    const rows = Array.from({ length: 3000 }, (_r, r) => [
      `Hộ ${r}`,
      r * 1000,
      r % 2 === 0,
      { formula: `B${r + 1}*2`, value: r * 2000 },
    ]);
    const book = await host.from([plainSheet("A")]);
    await done(book, edit(write("A", 0, 0, rows)));
    const sheet = await sheetOf(book, "A");
    expect(sheet.values).toHaveLength(3000);
    expect(sheet.values[2999]).toEqual(["Hộ 2999", 2999000, false, 5998000]);
    expect(sheet.formulas.get(1234)?.get(3)).toBe("B1235*2");
  });

  test("each sheet that changes is told to those who watch, as our own doing", async () => {
    const book = await host.from([plainSheet("A", [[1]]), plainSheet("B", [[1]])]);
    const changes = await changesDuring(book, () => done(book, edit(write("B", 2, 1, [[5, 6]]))));
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change).toMatchObject({ sheet: "B", ours: true });
    const covers = changes.some(
      ({ area }) =>
        area === null ||
        (area.row <= 2 && area.column <= 1 && area.row + area.rows > 2 && area.column + area.columns > 2),
    );
    expect(covers).toBe(true);
    const later = await changesDuring(book, async () => undefined);
    expect(later).toEqual([]);
  });
}

function names(host: BookFactory): void {
  test("a name is defined, changed and taken away", async () => {
    const book = await host.from([plainSheet("A", [[1, 2]])]);
    const named = async () => (await book.read()).names;
    await done(book, edit({ kind: "defineName", name: "Tong_NSTW", refersTo: "A!$A$1" }));
    expect(await named()).toEqual([{ name: "Tong_NSTW", refersTo: "A!$A$1", sheet: null }]);
    await done(book, edit({ kind: "defineName", name: "TONG_nstw", refersTo: "A!$A$1:$B$1" }));
    expect((await named()).map((name) => name.refersTo)).toEqual(["A!$A$1:$B$1"]);
    await done(book, edit({ kind: "defineName", name: "Tong_NSTW", refersTo: null }));
    expect(await named()).toEqual([]);
  });

  test("a name may be defined over a sheet of the same edit", async () => {
    const book = await host.empty();
    await done(
      book,
      edit(
        { kind: "createSheet", design: plainSheet("Mới", [[1]]) },
        { kind: "defineName", name: "Moi", refersTo: "'Mới'!$A$1" },
      ),
    );
    expect((await book.read()).names).toEqual([{ name: "Moi", refersTo: "'Mới'!$A$1", sheet: null }]);
  });

  test("a place that exists can be brought into view", async () => {
    const book = await host.from([plainSheet("A", [[1]]), hamlets()]);
    await expect(
      book.reveal({ sheet: "Danh mục", area: { row: 4, column: 0, rows: 1, columns: 3 } }),
    ).resolves.toBeUndefined();
  });
}
