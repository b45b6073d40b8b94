/** What each operation on tables does. */
import { findTable, type SheetDesign, type TableSnapshot, type Book } from "../../../src/book";
import {
  at,
  designOf,
  done,
  edit,
  everything,
  hamlets,
  plainSheet,
  sheetOf,
  tableAt,
  trimmed,
  write,
  type BookFactory,
} from "./kit";
import { livingTable, moreColumns, newTable } from "./samples";

export function describeTables(host: BookFactory): void {
  describe("operations on tables", () => {
    rows(host);
    rowsBesideOthers(host);
    columns(host);
    wholeTables(host);
  });
}

async function tableOf(book: Book, name: string): Promise<TableSnapshot> {
  const found = findTable(await book.read(), name);
  if (!found) throw new Error(`no table ${name}`);
  return found.table;
}

function rows(host: BookFactory): void {
  test("rows are added below the last one and the table covers them", async () => {
    const book = await host.from([hamlets()]);
    await done(
      book,
      edit({
        kind: "appendRows",
        table: "tblxom",
        rows: [
          ["Suối Giữa", null, 40],
          ["Lân Thùng", "Dân Tiến", 33],
        ],
      }),
    );
    expect((await tableOf(book, "tblXom")).area).toEqual({ row: 3, column: 0, rows: 6, columns: 3 });
    expect((await sheetOf(book, "Danh mục")).values.slice(7, 9)).toEqual([
      ["Suối Giữa", null, 40],
      ["Lân Thùng", "Dân Tiến", 33],
    ]);
  });

  test("formats, drop-downs and conditional formats grow with the rows", async () => {
    const book = await host.from([livingTable()]);
    const formula = { formula: "tblNganSach[[#This Row],[Số tiền]]*2", value: 2400 };
    await done(
      book,
      edit({ kind: "appendRows", table: "tblNganSach", rows: [["DA3", "Đầu tư", 1200, formula]] }),
    );
    const design = await designOf(book, "Ngân sách");
    expect(design.validations).toMatchObject([{ areas: [{ row: 3, column: 2, rows: 3, columns: 1 }] }]);
    expect(design.conditionalFormats).toMatchObject([
      { areas: [{ row: 3, column: 1, rows: 3, columns: 4 }] },
    ]);
    const amount = design.cells.find((cell) => cell.row === 5 && cell.column === 3);
    expect(amount).toMatchObject({
      content: 1200,
      format: { font: { name: "Arial", size: 13 }, numberFormat: "#,##0" },
    });
    const sheet = await sheetOf(book, "Ngân sách");
    expect([at(sheet, 5, 4), sheet.formulas.get(5)?.get(4)]).toEqual([2400, formula.formula]);
  });

  test("the last rows are taken off and their cells are empty", async () => {
    const book = await host.from([hamlets()]);
    await done(book, edit({ kind: "removeLastRows", table: "tblXom", count: 2 }));
    expect((await tableOf(book, "tblXom")).area).toEqual({ row: 3, column: 0, rows: 2, columns: 3 });
    expect(trimmed((await sheetOf(book, "Danh mục")).values)).toHaveLength(5);
  });

  test("an edit may add rows to two tables", async () => {
    const book = await host.from([hamlets(), livingTable()]);
    const row = ["DA3", "Đầu tư", 1, { formula: "tblNganSach[[#This Row],[Số tiền]]*2", value: 2 }];
    await done(
      book,
      edit(
        { kind: "appendRows", table: "tblXom", rows: [["Suối Giữa"]] },
        { kind: "appendRows", table: "tblNganSach", rows: [row] },
      ),
    );
    expect([
      (await tableOf(book, "tblXom")).area.rows,
      (await tableOf(book, "tblNganSach")).area.rows,
    ]).toEqual([5, 4]);
  });
}

function rowsBesideOthers(host: BookFactory): void {
  const besideEachOther = (): SheetDesign => {
    const left = tableAt(
      "tblTrai",
      0,
      0,
      ["A", "B"],
      [
        ["a1", 1],
        ["a2", 2],
      ],
    );
    const right = tableAt(
      "tblPhai",
      0,
      3,
      ["C", "D"],
      [
        ["c1", 1],
        ["c2", 2],
        ["c3", 3],
        ["c4", 4],
      ],
    );
    return {
      name: "Danh mục",
      columns: [],
      cells: [...left.cells, ...right.cells],
      tables: [left.table, right.table],
    };
  };

  test("a table grows beside another one, which stays as it is", async () => {
    const book = await host.from([besideEachOther()]);
    await done(
      book,
      edit({
        kind: "appendRows",
        table: "tblTrai",
        rows: [
          ["a3", 3],
          ["a4", 4],
          ["a5", 5],
        ],
      }),
    );
    expect((await tableOf(book, "tblTrai")).area).toEqual({ row: 0, column: 0, rows: 6, columns: 2 });
    expect((await tableOf(book, "tblPhai")).area).toEqual({ row: 0, column: 3, rows: 5, columns: 2 });
    const sheet = await sheetOf(book, "Danh mục");
    expect(sheet.values[4]).toEqual(["a4", 4, null, "c4", 4]);
    expect(trimmed(sheet.values)[5]).toEqual(["a5", 5]);
  });

  test("a table shrinks beside another one, which stays as it is", async () => {
    const book = await host.from([besideEachOther()]);
    await done(book, edit({ kind: "removeLastRows", table: "tblTrai", count: 1 }));
    expect((await sheetOf(book, "Danh mục")).values[2]).toEqual([null, null, null, "c2", 2]);
  });
}

function columns(host: BookFactory): void {
  test("columns are added at the right end with their cells, drop-downs and formulas", async () => {
    const book = await host.from([hamlets()]);
    await done(book, edit(moreColumns()));
    const table = await tableOf(book, "tblXom");
    expect(table.area).toEqual({ row: 3, column: 0, rows: 4, columns: 5 });
    expect(table.headers).toEqual(["Thôn xóm", "Xã cũ", "Số hộ", "Đặc biệt khó khăn", "Gấp đôi"]);
    expect((await sheetOf(book, "Danh mục")).values[4]).toEqual(["Làng Mười", "Dân Tiến", 120, "x", 240]);
    const design = await designOf(book, "Danh mục");
    expect(design.tables![0]!.columns[4]).toEqual({
      header: "Gấp đôi",
      formula: "tblXom[[#This Row],[Số hộ]]*2",
    });
    expect(design.validations).toMatchObject([{ rule: { kind: "options", options: ["x"] } }]);
    expect(design.conditionalFormats).toMatchObject([{ formula: '$D5="x"', format: { fill: "FFEB9C" } }]);
    expect(design.cells.find((cell) => cell.row === 3 && cell.column === 3)?.format?.fill).toBe("DDEBF7");
  });

  test("the last columns are taken off with all that was in them", async () => {
    const book = await host.from([hamlets()]);
    const before = await everything(book);
    await done(book, edit(moreColumns()));
    await done(book, edit({ kind: "removeLastColumns", table: "tblXom", count: 2 }));
    expect(await everything(book)).toEqual(before);
  });
}

function wholeTables(host: BookFactory): void {
  test("a table is added to a sheet beside what stands there", async () => {
    const book = await host.from([hamlets()]);
    await done(book, edit(newTable("Danh mục")));
    expect((await tableOf(book, "tblDonVi")).area).toEqual({ row: 3, column: 5, rows: 3, columns: 2 });
    expect((await sheetOf(book, "Danh mục")).values[4]).toEqual([
      "Làng Mười",
      "Dân Tiến",
      120,
      null,
      null,
      "Phòng Kinh tế",
      "KT",
    ]);
    expect((await designOf(book, "Danh mục")).validations).toHaveLength(1);
  });

  test("a table is taken away with its cells; the rest of the sheet stays", async () => {
    const book = await host.from([hamlets()]);
    const before = await everything(book);
    await done(book, edit(newTable("Danh mục")));
    await done(book, edit({ kind: "removeTable", table: "tblDonVi" }));
    expect(await everything(book)).toEqual(before);
  });

  test("a table can be added to an empty sheet and grow there", async () => {
    const book = await host.from([plainSheet("Danh mục")]);
    await done(book, edit(newTable("Danh mục")));
    await done(book, edit({ kind: "appendRows", table: "tblDonVi", rows: [["Văn phòng", "VP"]] }));
    expect((await tableOf(book, "tblDonVi")).area.rows).toBe(4);
    await done(book, edit(write("Danh mục", 6, 6, [["VP HĐND"]])));
    expect(at(await sheetOf(book, "Danh mục"), 6, 6)).toBe("VP HĐND");
  });

  test("formulas that named a table or a column that went say that it is lost; the others stay", async () => {
    const other = plainSheet("B", [
      [
        { formula: "SUM(tblXom[Gấp đôi])", value: 604 },
        { formula: "SUM(tblXom[Số hộ])", value: 302 },
        { formula: "ROWS(tblDonVi)", value: 2 },
      ],
    ]);
    const book = await host.from([hamlets()]);
    await done(book, edit(moreColumns(), newTable("Danh mục", 9), { kind: "createSheet", design: other }));
    await done(book, edit({ kind: "removeLastColumns", table: "tblXom", count: 1 }));
    await done(book, edit({ kind: "removeTable", table: "tblDonVi" }));
    const formulas = (await sheetOf(book, "B")).formulas.get(0)!;
    expect([...formulas.values()]).toEqual([
      expect.stringContaining("#REF!"),
      "SUM(tblXom[Số hộ])",
      expect.stringContaining("#REF!"),
    ]);
  });
}
