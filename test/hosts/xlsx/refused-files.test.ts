/** Files that are not taken on, and places in good files that an edit must not touch: each with its reason, nothing lost. */
import type { Edit, Operation, Refusal } from "../../../src/book";
import { UnsupportedFile, XlsxBook } from "../../../src/hosts/xlsx";
import { at, AT, done, edit, hamlets, plainSheet, sheetOf, tableAt, write } from "../../book/contract/kit";
import { badFiles, everythingAtOnce, lockedFixture } from "./fixtures";
import { unzip } from "./validity";

const smallEdit: Edit = edit({ kind: "createSheet", design: plainSheet("Sổ mới", [["a"]]) });

/** The reason that is given on opening, on reading, or at the latest when an edit is applied. */
async function reason(bytes: Uint8Array): Promise<string> {
  try {
    const book = XlsxBook.open(bytes);
    await book.read({ formulas: true });
    const outcome = await book.apply(smallEdit, { at: AT });
    if (outcome.done) return "taken on";
    return outcome.refusal.kind === "unsupportedFile" ? outcome.refusal.what : outcome.refusal.kind;
  } catch (error) {
    if (error instanceof UnsupportedFile) return error.what;
    throw error;
  }
}

test.each(badFiles)("$name is not taken on, and the reason is the right one", async ({ bytes, what }) => {
  expect(what).toContain(await reason(bytes()));
});

test("a file is refused whichever way its bytes lie in memory", async () => {
  const bytes = badFiles.find((file) => file.what[0] === "truncated")!.bytes();
  const shifted = new Uint8Array(bytes.length + 7);
  shifted.set(bytes, 7);
  expect(await reason(shifted.subarray(7))).toBe("truncated");
  expect(await reason(Buffer.from(bytes))).toBe("truncated");
});

async function refusal(bytes: Uint8Array, operation: Operation): Promise<Refusal> {
  const book = XlsxBook.open(bytes);
  const outcome = await book.apply(edit(operation), { at: AT });
  expect(Buffer.from(book.bytes()).equals(Buffer.from(XlsxBook.open(bytes).bytes()))).toBe(true);
  if (outcome.done) throw new Error("applied");
  return outcome.refusal;
}

describe("in a workbook of ten years", () => {
  const { bytes } = everythingAtOnce();

  test("cells of a protected sheet are not written", async () => {
    expect(await refusal(bytes, write("Khóa", 0, 0, [["x"]]))).toEqual({
      kind: "protectedSheet",
      sheet: "Khóa",
    });
  });

  test("a protected sheet is neither rewritten nor given a table", async () => {
    const { table, cells } = tableAt("tblA", 20, 0, ["A"], [["a"]]);
    const operation: Operation = {
      kind: "addTable",
      sheet: "Khóa",
      table,
      cells,
      validations: [],
      conditionalFormats: [],
    };
    expect(await refusal(bytes, operation)).toEqual({ kind: "protectedSheet", sheet: "Khóa" });
    expect(await refusal(bytes, { kind: "rewriteSheet", design: plainSheet("Khóa") })).toEqual({
      kind: "protectedSheet",
      sheet: "Khóa",
    });
  });

  test("the cell that holds a shared formula for others is not written", async () => {
    expect(await refusal(bytes, write("Công thức", 0, 1, [[1]]))).toEqual({
      kind: "sharedFormula",
      sheet: "Công thức",
      cell: "B1",
    });
  });

  test("a cell that shares the formula of another one is written and undone; the others keep theirs", async () => {
    const book = XlsxBook.open(bytes);
    const change = edit(write("Công thức", 2, 1, [[7]]));
    const entry = await done(book, change);
    const formulas = async () => {
      const sheet = await sheetOf(book, "Công thức");
      return [0, 1, 2, 3].map((row) => sheet.formulas.get(row)?.get(1) ?? at(sheet, row, 1));
    };
    expect(await formulas()).toEqual(["A1*2", "A2*2", 7, "A4*2"]);
    await done(book, entry.undo, change);
    expect(await formulas()).toEqual(["A1*2", "A2*2", "A3*2", "A4*2"]);
  });

  test.each([
    ["an array formula", 4, 0],
    ["the rest of an array formula", 4, 1],
    ["a dynamic array formula", 5, 0],
    ["the spilled part of a dynamic array formula", 7, 0],
  ])("%s is not torn", async (_what, row, column) => {
    expect(await refusal(bytes, write("Công thức", row, column, [[1]]))).toMatchObject({
      kind: "sharedFormula",
      sheet: "Công thức",
    });
  });

  test("rows are not added to a table with totals", async () => {
    expect(await refusal(bytes, { kind: "appendRows", table: "tblTong", rows: [["a", 1]] })).toEqual({
      kind: "tableHasTotals",
      table: "tblTong",
    });
  });

  test("an array formula is not replaced whole: as a formula of each cell it could not be put back", async () => {
    const whole = write("Công thức", 4, 0, [[1, 2]]);
    expect(await refusal(bytes, whole)).toMatchObject({ kind: "sharedFormula", sheet: "Công thức" });
  });

  test.each(["Hình vẽ", "Ảnh", "Trao đổi", "Pivot", "Bộ lọc", "Biểu đồ", "Công thức", "Quy tắc", "Tổng"])(
    "the sheet %s holds what no design can say, and is neither deleted nor rewritten",
    async (sheet) => {
      expect(await refusal(bytes, { kind: "deleteSheet", sheet })).toMatchObject({ kind: "unsupportedFile" });
      expect(await refusal(bytes, { kind: "rewriteSheet", design: plainSheet(sheet) })).toMatchObject({
        kind: "unsupportedFile",
      });
    },
  );

  test("nothing is written under a filter that hides rows; beside it cells are", async () => {
    const filtered = (sheet: string) => ({ kind: "filteredSheet", sheet });
    const rows: Operation = { kind: "appendRows", table: "tblLoc", rows: [["a", 1]] };
    expect(await refusal(bytes, rows)).toEqual(filtered("Lọc bảng"));
    expect(await refusal(bytes, write("Lọc bảng", 2, 1, [[1]]))).toEqual(filtered("Lọc bảng"));
    expect(await refusal(bytes, write("Lọc trang", 2, 1, [[1]]))).toEqual(filtered("Lọc trang"));
    await done(XlsxBook.open(bytes), edit(write("Lọc trang", 2, 9, [[1]]), write("Lọc bảng", 20, 0, [[1]])));
  });

  test("the covered part of merged cells is not written", async () => {
    expect(await refusal(bytes, write("Nhóm dòng", 6, 1, [["x"]]))).toMatchObject({
      kind: "mergedCells",
      sheet: "Nhóm dòng",
    });
  });

  test("no sheet takes the name of a chart sheet or of a sheet that no menu shows", async () => {
    for (const name of ["Trang biểu đồ", "_KHO"]) {
      expect(await refusal(bytes, { kind: "createSheet", design: plainSheet(name) })).toMatchObject({
        kind: "sheetExists",
      });
    }
  });

  test("no table takes a name that the workbook uses for something else", async () => {
    const { table, cells } = tableAt("hang_SO", 0, 0, ["A"], [["a"]]);
    expect(
      await refusal(bytes, { kind: "createSheet", design: { ...hamlets("Mới"), cells, tables: [table] } }),
    ).toMatchObject({ kind: "tableExists" });
  });
});

describe("in a workbook whose structure is locked", () => {
  const { bytes } = lockedFixture();

  test("no sheet is added or taken away", async () => {
    expect(await refusal(bytes, smallEdit.operations[0]!)).toEqual({ kind: "protectedStructure" });
    expect(await refusal(bytes, { kind: "deleteSheet", sheet: "Một" })).toEqual({
      kind: "protectedStructure",
    });
  });

  test("cells are written, and the lock stays", async () => {
    const book = XlsxBook.open(bytes);
    expect(await book.apply(edit(write("Một", 8, 0, [["x"]])), { at: AT })).toMatchObject({ done: true });
    expect(new TextDecoder().decode(unzip(book.bytes())["xl/workbook.xml"])).toContain(`lockStructure="1"`);
  });
});
