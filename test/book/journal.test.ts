/** The journal as pure data: what an edit's undo is, what it expects, what must be read for it. */
import fc from "fast-check";
import {
  changedCells,
  invert,
  journalEntry,
  readingFor,
  sameValue,
  summarise,
  type CellValue,
  type Edit,
  type Operation,
  type SheetDesign,
  type SheetSnapshot,
  type Snapshot,
} from "../../src/book";

function sheet(name: string, values: CellValue[][], more: Partial<SheetSnapshot> = {}): SheetSnapshot {
  return {
    name,
    visibility: "visible",
    protected: false,
    values,
    formulas: new Map(),
    uncalculated: [],
    tables: [],
    merges: [],
    numberFormat: null,
    fontName: null,
    ...more,
  };
}

function workbook(sheets: SheetSnapshot[], more: Partial<Snapshot> = {}): Snapshot {
  return { date1904: false, sheets, names: [], designs: new Map(), ...more };
}

function edit(...operations: Operation[]): Edit {
  return { task: "test", operations };
}

const design: SheetDesign = {
  name: "Mới",
  columns: [],
  cells: [
    { row: 0, column: 0, content: "BIỂU" },
    { row: 1, column: 1, content: { formula: "1+1", value: 2 } },
    { row: 2, column: 0, format: { fill: "FFFFFF" } },
  ],
};
const table = {
  name: "tblXom",
  area: { row: 2, column: 1, rows: 4, columns: 2 },
  headers: ["Thôn xóm", "Số hộ"],
  hasHeaderRow: true,
  hasTotalsRow: false,
};
const withTable = workbook([
  sheet("Danh mục", [[], [], [null, "Thôn xóm", "Số hộ"], [null, "a", 1], [null, "b", 2], [null, "c", 3]], {
    tables: [table],
    formulas: new Map([[5, new Map([[2, "C5+1"]])]]),
  }),
]);

describe("the inverse of an edit", () => {
  test("of a new sheet: delete it, if it holds our content and nothing else; a formula may have a new value", () => {
    expect(invert(edit({ kind: "createSheet", design }), workbook([]))).toEqual({
      task: "undo",
      operations: [{ kind: "deleteSheet", sheet: "Mới" }],
      expects: [
        {
          sheet: "Mới",
          row: 0,
          column: 0,
          values: [
            ["BIỂU", null],
            [null, undefined],
          ],
          nothingElse: true,
        },
      ],
    });
  });

  test("of a rewritten or deleted sheet: what it was, in its place", () => {
    const old: SheetDesign = { name: "B", columns: [], cells: [] };
    const before = workbook([sheet("A", []), sheet("B", [])], { designs: new Map([["B", old]]) });
    expect(invert(edit({ kind: "deleteSheet", sheet: "B" }), before).operations).toEqual([
      { kind: "createSheet", design: old, position: 1 },
    ]);
    expect(
      invert(edit({ kind: "rewriteSheet", design: { ...design, name: "B" } }), before).operations,
    ).toEqual([{ kind: "rewriteSheet", design: old }]);
  });

  test("of a sheet that nobody has read: a bug that is said aloud", () => {
    expect(() => invert(edit({ kind: "deleteSheet", sheet: "B" }), workbook([]))).toThrow(/B/);
    expect(() => invert(edit({ kind: "rewriteSheet", design }), workbook([]))).toThrow(/Mới/);
  });

  test("of written cells: values, formulas and number formats as they were", () => {
    const before = workbook([
      sheet("A", [["x", 2], [3]], {
        formulas: new Map([[0, new Map([[1, "1+1"]])]]),
        numberFormat: () => "0.0",
      }),
    ]);
    const change = edit({
      kind: "writeCells",
      sheet: "A",
      row: 0,
      column: 0,
      cells: [["y", 9], [{ formula: "A1", value: 1 }]],
      numberFormats: [[null, "@"], [null]],
    });
    expect(invert(change, before)).toEqual({
      task: "undo",
      operations: [
        {
          kind: "writeCells",
          sheet: "A",
          row: 0,
          column: 0,
          cells: [["x", { formula: "1+1", value: 2 }], [3]],
          numberFormats: [[null, "0.0"], [null]],
        },
      ],
      expects: [{ sheet: "A", row: 0, column: 0, values: [["y", 9], [undefined]] }],
    });
  });

  test("of added rows: take as many off, if they hold what was added", () => {
    expect(invert(edit({ kind: "appendRows", table: "tblxom", rows: [["d", 4]] }), withTable)).toEqual({
      task: "undo",
      operations: [{ kind: "removeLastRows", table: "tblxom", count: 1 }],
      expects: [{ sheet: "Danh mục", row: 6, column: 1, values: [["d", 4]] }],
    });
  });

  test("of removed rows: add them with their formulas", () => {
    expect(invert(edit({ kind: "removeLastRows", table: "tblXom", count: 2 }), withTable).operations).toEqual(
      [
        {
          kind: "appendRows",
          table: "tblXom",
          rows: [
            ["b", 2],
            ["c", { formula: "C5+1", value: 3 }],
          ],
        },
      ],
    );
  });

  test("of a name: its former meaning, or none", () => {
    const before = workbook([], {
      names: [
        { name: "Tong", refersTo: "A!$A$1", sheet: null },
        { name: "Moi", refersTo: "A!$B$1", sheet: "A" },
      ],
    });
    const back = (name: string) =>
      invert(edit({ kind: "defineName", name, refersTo: "A!$C$1" }), before).operations;
    expect(back("TONG")).toEqual([{ kind: "defineName", name: "TONG", refersTo: "A!$A$1" }]);
    expect(back("Moi")).toEqual([{ kind: "defineName", name: "Moi", refersTo: null }]);
  });

  test("of many operations: each in turn, the last first", () => {
    const kinds = invert(
      edit(
        { kind: "createSheet", design },
        { kind: "appendRows", table: "tblXom", rows: [["d"]] },
        { kind: "defineName", name: "Tong", refersTo: "A!$A$1" },
      ),
      withTable,
    ).operations.map((operation) => operation.kind);
    expect(kinds).toEqual(["defineName", "removeLastRows", "deleteSheet"]);
  });
});

describe("written cells on paper", () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  ) as fc.Arbitrary<CellValue>;
  const grid = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 });
  const block = fc.record({
    row: fc.nat(2),
    column: fc.nat(1),
    cells: fc.array(fc.array(value, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  });
  const apply = (values: CellValue[][], operation: Operation): CellValue[][] => {
    const next = values.map((row) => [...row]);
    if (operation.kind !== "writeCells") return next;
    operation.cells.forEach((row, r) =>
      row.forEach((cell, c) => (next[operation.row + r]![operation.column + c] = cell as CellValue)),
    );
    return next;
  };

  test("undo brings back the grid, and sees every cell that somebody changed in between", () => {
    fc.assert(
      fc.property(grid, block, fc.nat(3), fc.nat(2), (values, written, row, column) => {
        const operation: Operation = { kind: "writeCells", sheet: "A", ...written };
        const undo = invert(edit(operation), workbook([sheet("A", values)]));
        const after = apply(values, operation);
        expect(changedCells(undo, workbook([sheet("A", after)]))).toEqual([]);
        expect(apply(after, undo.operations[0]!)).toEqual(values);
        after[row]![column] = "việc của người khác";
        const inside = written.cells[row - written.row]?.[column - written.column] !== undefined;
        expect(changedCells(undo, workbook([sheet("A", after)]))).toHaveLength(inside ? 1 : 0);
      }),
    );
  });
});

describe("what an edit expects", () => {
  const now = workbook([
    sheet("A", [
      ["x", null],
      ["", 3],
    ]),
  ]);
  const expecting = (values: (CellValue | undefined)[][], nothingElse?: boolean): Edit => ({
    ...edit(),
    expects: [{ sheet: "a", row: 0, column: 0, values, ...(nothingElse ? { nothingElse } : {}) }],
  });

  test("cells that hold it are not named; those that do not are", () => {
    expect(
      changedCells(
        expecting([
          ["x", ""],
          [null, undefined],
        ]),
        now,
      ),
    ).toEqual([]);
    expect(changedCells(expecting([["y"]]), now)).toEqual([
      { sheet: "a", cell: "A1", expected: "y", found: "x" },
    ]);
  });

  test("the rest of the sheet counts only when it is asked for; empty text is no content", () => {
    expect(changedCells(expecting([["x", null]]), now)).toEqual([]);
    expect(changedCells(expecting([["x", null]], true), now)).toEqual([
      { sheet: "a", cell: "B2", expected: null, found: 3 },
    ]);
  });

  test("two values are the same within what 15 digits hold", () => {
    expect(sameValue(2379.3, 2379.2999999999997)).toBe(true);
    expect(sameValue(100000000000000, 100000000001000)).toBe(false);
    expect(sameValue("1", 1)).toBe(false);
    expect(sameValue(0, null)).toBe(false);
    expect(sameValue(false, null)).toBe(false);
    expect(sameValue("", null)).toBe(true);
    expect(sameValue({ error: "#N/A" }, { error: "#N/A" })).toBe(true);
    expect(sameValue({ error: "#N/A" }, { error: "#REF!" })).toBe(false);
    expect(sameValue({ error: "#N/A" }, "#N/A")).toBe(false);
  });
});

describe("the entry", () => {
  test("holds the time, the task, the summary and the undo; an undo's own undo is the edit it took back", () => {
    const change: Edit = { ...edit({ kind: "createSheet", design }), task: "inject" };
    const entry = journalEntry("7", "2025-03-01T08:00:00Z", change, workbook([]));
    expect(entry).toEqual({
      id: "7",
      at: "2025-03-01T08:00:00Z",
      task: "inject",
      summary: summarise(change),
      undo: invert(change, workbook([])),
    });
    expect(journalEntry("8", "2025-03-01T08:01:00Z", entry.undo, workbook([]), change).undo).toBe(change);
  });
});

describe("what must be read before an edit", () => {
  test("only the sheets that it writes to or expects something of, and the designs of those that go", () => {
    const change: Edit = {
      ...edit(
        { kind: "writeCells", sheet: "A", row: 0, column: 0, cells: [[1]] },
        { kind: "deleteSheet", sheet: "B" },
        { kind: "rewriteSheet", design: { ...design, name: "C" } },
        { kind: "createSheet", design },
      ),
      expects: [{ sheet: "D", row: 0, column: 0, values: [[null]] }],
    };
    const request = readingFor(change);
    expect(request.sheets).toEqual(["A", "D"]);
    expect(request.designs).toEqual(["B", "C"]);
    expect([request.formulas, request.numberFormats]).toEqual([true, true]);
  });

  test("the whole where an operation names a table and no sheet", () => {
    expect(readingFor(edit({ kind: "appendRows", table: "t", rows: [] })).sheets).toBeUndefined();
  });
});
