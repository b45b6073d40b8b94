/** Edits as data: what they add up to, where they write; and finding one's way in a snapshot. */
import {
  dataArea,
  findSheet,
  inputValue,
  isCellError,
  isCellFormula,
  isEmptyEdit,
  summarise,
  valueAt,
  writtenArea,
  type Edit,
  type SheetSnapshot,
} from "../../src/book";
import { hamlets, plainSheet } from "./contract/kit";
import { moreColumns, newTable } from "./contract/samples";

test("a summary counts what an edit will do, sheet by sheet and table by table", () => {
  const change: Edit = {
    task: "inject",
    operations: [
      { kind: "createSheet", design: hamlets() },
      { kind: "createSheet", design: { ...plainSheet("Kín", [["a"]]), visibility: "veryHidden" } },
      {
        kind: "rewriteSheet",
        design: plainSheet("Báo cáo", [
          ["a", null],
          [1, { formula: "1", value: 1 }],
        ]),
      },
      { kind: "deleteSheet", sheet: "Cũ" },
      { kind: "writeCells", sheet: "A", row: 0, column: 0, cells: [[1, null], [2]] },
      { kind: "appendRows", table: "tblHo", rows: [["a", "b"], ["c"]] },
      moreColumns(),
      newTable("A"),
      { kind: "defineName", name: "Tong", refersTo: "A!$A$1" },
      { kind: "removeLastRows", table: "tblHo", count: 1 },
    ],
  };
  expect(summarise(change)).toEqual({
    createdSheets: ["Danh mục"],
    rewrittenSheets: ["Báo cáo"],
    deletedSheets: ["Cũ"],
    createdTables: ["tblXom", "tblDonVi"],
    addedColumns: [{ table: "tblXom", headers: ["Đặc biệt khó khăn", "Gấp đôi"] }],
    addedRows: [{ table: "tblHo", count: 2 }],
    writtenCells: 3 + 3 + 6 + 6,
    newCells: 13 + 1 + 3,
  });
});

test("an edit without operations is empty", () => {
  expect(isEmptyEdit({ task: "check", operations: [] })).toBe(true);
  expect(isEmptyEdit({ task: "check", operations: [{ kind: "deleteSheet", sheet: "A" }] })).toBe(false);
});

test("a written block covers its longest row", () => {
  expect(
    writtenArea({ kind: "writeCells", sheet: "A", row: 2, column: 1, cells: [[1], [1, 2, 3], []] }),
  ).toEqual({
    row: 2,
    column: 1,
    rows: 3,
    columns: 3,
  });
});

test("what is written is told apart: errors, formulas, values", () => {
  expect([
    isCellError({ error: "#N/A" }),
    isCellError("#N/A"),
    isCellError(null),
    isCellError(undefined),
  ]).toEqual([true, false, false, false]);
  expect([
    isCellFormula({ formula: "1", value: 1 }),
    isCellFormula({ error: "#N/A" }),
    isCellFormula(null),
  ]).toEqual([true, false, false]);
  expect([inputValue({ formula: "1+1", value: 2 }), inputValue("x"), inputValue(null)]).toEqual([
    2,
    "x",
    null,
  ]);
});

test("the data rows of a table are those without header and totals", () => {
  const area = { row: 3, column: 1, rows: 10, columns: 2 };
  const table = { name: "t", area, headers: ["a", "b"] };
  expect(dataArea({ ...table, hasHeaderRow: true, hasTotalsRow: true })).toEqual({
    ...area,
    row: 4,
    rows: 8,
  });
  expect(dataArea({ ...table, hasHeaderRow: false, hasTotalsRow: false })).toEqual(area);
});

test("a sheet is found whatever the case of its name; past its values all is empty", () => {
  const sheet = { name: "Hộ Thụ Hưởng", values: [["a"]] } as unknown as SheetSnapshot;
  expect(findSheet({ date1904: false, sheets: [sheet], names: [], designs: new Map() }, "hộ thụ hưởng")).toBe(
    sheet,
  );
  expect([valueAt(sheet, 0, 0), valueAt(sheet, 0, 1), valueAt(sheet, 9, 9)]).toEqual(["a", null, null]);
});
