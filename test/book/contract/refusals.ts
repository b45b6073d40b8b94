/** What a book refuses to do, and that a refusal leaves everything as it was (`refused` proves that each time). */
import {
  AT,
  changesDuring,
  done,
  edit,
  everything,
  hamlets,
  plainSheet,
  refused,
  tableAt,
  trimmed,
  sheetOf,
  write,
  type BookFactory,
} from "./kit";
import { moreColumns, newTable } from "./samples";

export function describeRefusals(host: BookFactory): void {
  describe("refusals", () => {
    sheetRefusals(host);
    tableRefusals(host);
    occupiedCells(host);
    wholeOrNothing(host);
  });
}

function sheetRefusals(host: BookFactory): void {
  test("a sheet that exists is not created again, in whatever case its name is written", async () => {
    const book = await host.from([plainSheet("Kế hoạch", [[1]])]);
    const refusal = await refused(book, edit({ kind: "createSheet", design: plainSheet("KẾ HOẠCH") }));
    expect(refusal).toMatchObject({ kind: "sheetExists" });
  });

  test("two sheets of one name are not created", async () => {
    const book = await host.from([plainSheet("A", [[1]])]);
    const refusal = await refused(
      book,
      edit(
        { kind: "createSheet", design: plainSheet("B") },
        { kind: "createSheet", design: plainSheet("b") },
      ),
    );
    expect(refusal).toMatchObject({ kind: "sheetExists" });
  });

  test("a sheet that is not there is not deleted, rewritten, written to or given a table", async () => {
    const book = await host.from([plainSheet("A", [[1]])]);
    const missing = { kind: "sheetMissing", sheet: "Không có" };
    expect(await refused(book, edit({ kind: "deleteSheet", sheet: "Không có" }))).toEqual(missing);
    expect(
      await refused(book, edit({ kind: "rewriteSheet", design: plainSheet("Không có", [[1]]) })),
    ).toEqual(missing);
    expect(await refused(book, edit(write("Không có", 0, 0, [[1]])))).toEqual(missing);
    expect(await refused(book, edit(newTable("Không có")))).toEqual(missing);
  });

  const impossible = [
    "",
    "x".repeat(32),
    "a:b",
    "a\\b",
    "a/b",
    "a?b",
    "a*b",
    "a[b",
    "a]b",
    "'đầu",
    "cuối'",
    "History",
  ];
  test.each(impossible)("no sheet is called %j", async (name) => {
    const book = await host.from([plainSheet("A", [[1]])]);
    const refusal = await refused(book, edit({ kind: "createSheet", design: plainSheet(name) }));
    expect(refusal).toEqual({ kind: "invalidSheetName", sheet: name });
  });
}

function tableRefusals(host: BookFactory): void {
  const another = (name: string) => {
    const { table, cells } = tableAt(name, 0, 0, ["A"], [["a"]]);
    return { name: "Mới", columns: [], cells, tables: [table] };
  };

  test("a table's name is not given twice, in whatever case", async () => {
    const book = await host.from([hamlets()]);
    const refusal = await refused(book, edit({ kind: "createSheet", design: another("TBLXOM") }));
    expect(refusal).toMatchObject({ kind: "tableExists" });
    const { table, cells } = tableAt("tblXom", 20, 0, ["A"], [["a"]]);
    const added = edit({
      kind: "addTable",
      sheet: "Danh mục",
      table,
      cells,
      validations: [],
      conditionalFormats: [],
    });
    expect(await refused(book, added)).toMatchObject({ kind: "tableExists" });
  });

  test("two tables of one name in one edit are not made", async () => {
    const book = await host.from([plainSheet("A", [[1]])]);
    const refusal = await refused(
      book,
      edit(
        { kind: "createSheet", design: another("tblA") },
        { kind: "createSheet", design: { ...another("tblA"), name: "Khác" } },
      ),
    );
    expect(refusal).toMatchObject({ kind: "tableExists" });
  });

  test("a table that is not there neither grows, shrinks nor goes", async () => {
    const book = await host.from([hamlets()]);
    const missing = { kind: "tableMissing", table: "tblKhac" };
    expect(await refused(book, edit({ kind: "appendRows", table: "tblKhac", rows: [["a"]] }))).toEqual(
      missing,
    );
    expect(await refused(book, edit({ kind: "removeLastRows", table: "tblKhac", count: 1 }))).toEqual(
      missing,
    );
    expect(await refused(book, edit({ kind: "removeLastColumns", table: "tblKhac", count: 1 }))).toEqual(
      missing,
    );
    expect(
      await refused(book, edit({ ...moreColumns(), table: "tblKhac" } as ReturnType<typeof moreColumns>)),
    ).toEqual(missing);
    expect(await refused(book, edit({ kind: "removeTable", table: "tblKhac" }))).toEqual(missing);
  });
}

function occupiedCells(host: BookFactory): void {
  test("rows are not added over what stands below a table", async () => {
    const book = await host.from([hamlets()]);
    await done(book, edit(write("Danh mục", 8, 1, [["Người lập biểu"]])));
    const refusal = await refused(
      book,
      edit({ kind: "appendRows", table: "tblXom", rows: [["a"], ["b"], ["c"]] }),
    );
    expect(refusal).toEqual({ kind: "occupied", sheet: "Danh mục", cell: "B9" });
    await done(book, edit({ kind: "appendRows", table: "tblXom", rows: [["a"]] }));
  });

  test("a table does not grow into another one", async () => {
    const top = tableAt("tblTren", 0, 0, ["A"], [["a"]]);
    const below = tableAt("tblDuoi", 3, 0, ["B"], [["b"]]);
    const book = await host.from([
      { name: "A", columns: [], cells: [...top.cells, ...below.cells], tables: [top.table, below.table] },
    ]);
    const refusal = await refused(book, edit({ kind: "appendRows", table: "tblTren", rows: [["a"], ["b"]] }));
    expect(refusal).toMatchObject({ kind: "occupied", sheet: "A" });
  });

  test("columns are not added over what stands at the right", async () => {
    const book = await host.from([hamlets()]);
    await done(book, edit(write("Danh mục", 5, 4, [["ghi tay"]])));
    expect(await refused(book, edit(moreColumns()))).toEqual({
      kind: "occupied",
      sheet: "Danh mục",
      cell: "E6",
    });
  });

  test("a table is not added over what stands on a sheet", async () => {
    const book = await host.from([plainSheet("A")]);
    await done(book, edit(write("A", 4, 5, [["ghi tay"]])));
    expect(await refused(book, edit(newTable("A")))).toEqual({ kind: "occupied", sheet: "A", cell: "F5" });
  });

  test("nothing is written into the covered part of merged cells; their first cell can be written", async () => {
    const book = await host.from([
      plainSheet("A", [["tiêu đề"]], { merges: [{ row: 0, column: 0, rows: 2, columns: 3 }] }),
    ]);
    expect(await refused(book, edit(write("A", 1, 1, [["mất"]])))).toMatchObject({
      kind: "mergedCells",
      sheet: "A",
    });
    await done(
      book,
      edit(write("A", 0, 0, [["tiêu đề mới"]]), write("A", 0, 3, [["cạnh"]]), write("A", 2, 0, [["dưới"]])),
    );
    expect(trimmed((await sheetOf(book, "A")).values)).toEqual([
      ["tiêu đề mới", null, null, "cạnh"],
      [],
      ["dưới"],
    ]);
  });
}

function wholeOrNothing(host: BookFactory): void {
  test("an edit whose last operation is refused leaves nothing of the others", async () => {
    const book = await host.from([hamlets(), plainSheet("A", [[1, 2]])]);
    const before = await everything(book);
    const change = edit(
      { kind: "createSheet", design: { ...hamlets("Mới"), tables: [] } },
      write("A", 0, 0, [[100]]),
      { kind: "appendRows", table: "tblXom", rows: [["Suối Giữa"]] },
      moreColumns(),
      { kind: "defineName", name: "Ten", refersTo: "A!$A$1" },
      { kind: "rewriteSheet", design: plainSheet("Không có") },
    );
    const changes = await changesDuring(book, async () => {
      expect(await book.apply(change, { at: AT })).toEqual({
        done: false,
        refusal: { kind: "sheetMissing", sheet: "Không có" },
      });
    });
    expect(await everything(book)).toEqual(before);
    expect(changes).toEqual([]);
  });

  test("an edit that was called off beforehand changes nothing", async () => {
    const book = await host.from([plainSheet("A", [[1]])]);
    const before = await everything(book);
    const calledOff = new AbortController();
    calledOff.abort();
    const outcome = await book
      .apply(edit(write("A", 0, 0, [[2]])), { at: AT, signal: calledOff.signal })
      .catch((error: Error) => error.name);
    expect(outcome === "AbortError" || (typeof outcome === "object" && !outcome.done)).toBe(true);
    expect(await everything(book)).toEqual(before);
  });

  test("two edits begun at once are both applied, one after the other", async () => {
    const book = await host.from([hamlets(), plainSheet("A", [[1]])]);
    await Promise.all([
      done(book, edit({ kind: "appendRows", table: "tblXom", rows: [["một"]] })),
      done(book, edit({ kind: "appendRows", table: "tblXom", rows: [["hai"]] })),
      done(book, edit(write("A", 0, 0, [[2]]))),
    ]);
    expect((await sheetOf(book, "Danh mục")).values.slice(7).map((row) => row[0])).toEqual(["một", "hai"]);
    expect((await sheetOf(book, "A")).values).toEqual([[2]]);
  });
}
