/** Undo and redo: what an edit declares is taken back exactly, and never over a person's later work. */
import type { Edit, SheetDesign } from "../../../src/book";
import {
  AT,
  done,
  edit,
  everything,
  hamlets,
  plainSheet,
  tableAt,
  typed,
  write,
  type BookFactory,
} from "./kit";
import { livingTable, moreColumns, newTable } from "./samples";
import { coveredFormats, coveredRules } from "./uncovering";

export function describeJournal(host: BookFactory): void {
  describe("undo and redo", () => {
    eachOperation(host);
    longerEdits(host);
    coveredRules(host);
    coveredFormats(host);
    laterWork(host);
  });
}

const start = (): SheetDesign[] => [
  hamlets(),
  plainSheet("A", [["một", 2, { formula: "B1*2", value: 4 }]], { columns: [{ width: 20 }] }),
  livingTable(),
];

const report: SheetDesign = {
  ...plainSheet("Báo cáo", [["BIỂU"], [1, 2], [{ formula: "SUM(A2:B2)", value: 3 }]]),
  merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
  page: {
    orientation: "landscape",
    paper: "a4",
    fitWidth: 1,
    margins: { top: 2, right: 2, bottom: 2, left: 2 },
    area: { row: 0, column: 0, rows: 3, columns: 3 },
  },
};

const edits: [string, Edit][] = [
  ["createSheet", edit({ kind: "createSheet", design: report, position: 1 })],
  [
    "createSheet with a table",
    edit({ kind: "createSheet", design: { name: "Mới", columns: [], ...oneTable() } }),
  ],
  ["rewriteSheet", edit({ kind: "rewriteSheet", design: { ...report, name: "A" } })],
  [
    "rewriteSheet of a sheet with a table",
    edit({ kind: "rewriteSheet", design: { ...report, name: "Ngân sách" } }),
  ],
  ["deleteSheet", edit({ kind: "deleteSheet", sheet: "Ngân sách" })],
  ["writeCells", edit(write("A", 0, 0, [["hai", null, 7, { formula: "B1+1", value: 1 }], [5]]))],
  [
    "writeCells with number formats",
    edit({
      kind: "writeCells",
      sheet: "A",
      row: 0,
      column: 1,
      cells: [[45658, 5]],
      numberFormats: [["dd/mm/yyyy", null]],
    }),
  ],
  [
    "appendRows",
    edit({
      kind: "appendRows",
      table: "tblNganSach",
      rows: [["DA3", "Đầu tư", 5, { formula: "tblNganSach[[#This Row],[Số tiền]]*2", value: 10 }]],
    }),
  ],
  ["removeLastRows", edit({ kind: "removeLastRows", table: "tblNganSach", count: 1 })],
  ["addColumns", edit(moreColumns())],
  ["addTable", edit(newTable("Danh mục"))],
  ["defineName", edit({ kind: "defineName", name: "Tong", refersTo: "A!$B$1" })],
  ["defineName over an older one", edit({ kind: "defineName", name: "Cu", refersTo: "A!$C$1" })],
  ["defineName taking one away", edit({ kind: "defineName", name: "Cu", refersTo: null })],
];

function oneTable() {
  const { table, cells } = tableAt(
    "tblMoi",
    0,
    0,
    ["Mã", "Tên"],
    [
      ["1", "a"],
      ["2", "b"],
    ],
  );
  return { tables: [table], cells };
}

async function begin(host: BookFactory) {
  const book = await host.from(start());
  await done(book, edit({ kind: "defineName", name: "Cu", refersTo: "A!$A$1" }));
  return book;
}

function eachOperation(host: BookFactory): void {
  test.each(edits)("%s is undone, done again and undone again", async (_kind, change) => {
    const book = await begin(host);
    const before = await everything(book);
    const entry = await done(book, change);
    const after = await everything(book);
    expect(after).not.toEqual(before);
    const undone = await done(book, entry.undo, change);
    expect(await everything(book)).toEqual(before);
    expect(undone.undo).toEqual(change);
    const redone = await done(book, undone.undo);
    expect(await everything(book)).toEqual(after);
    await done(book, redone.undo, change);
    expect(await everything(book)).toEqual(before);
  });
}

function longerEdits(host: BookFactory): void {
  test("an edit of many operations is undone as one", async () => {
    const book = await begin(host);
    const before = await everything(book);
    const change = edit(
      { kind: "createSheet", design: report },
      { kind: "createSheet", design: { name: "Mới", columns: [], ...oneTable() }, position: 0 },
      {
        kind: "appendRows",
        table: "tblXom",
        rows: [
          ["Suối Giữa", null, 1],
          ["Lân Thùng", null, 2],
        ],
      },
      write("A", 0, 0, [["khác"]]),
      { kind: "rewriteSheet", design: { ...plainSheet("Ngân sách", [["mới"]]) } },
      { kind: "defineName", name: "Tong", refersTo: "'Báo cáo'!$A$3" },
    );
    const entry = await done(book, change);
    await done(book, entry.undo, change);
    expect(await everything(book)).toEqual(before);
  });

  test("several edits are undone one by one, the last first", async () => {
    const book = await begin(host);
    const states = [await everything(book)];
    const taken = [];
    for (const change of [
      edit(write("A", 0, 0, [["x"]])),
      edit(write("A", 0, 0, [["y"]])),
      edit(moreColumns()),
      edit({ kind: "createSheet", design: report }),
    ]) {
      taken.push({ entry: await done(book, change), change });
      states.push(await everything(book));
    }
    for (const { entry, change } of taken.reverse()) {
      expect(await everything(book)).toEqual(states.pop());
      await done(book, entry.undo, change);
    }
    expect(await everything(book)).toEqual(states.pop());
  });
}

/** What a person does after the edit, where the edit's undo would destroy it. */
const workAfterwards: [string, Edit, [string, number, number, string | number]][] = [
  ["a written cell", edit(write("A", 4, 0, [["chúng tôi"]])), ["A", 4, 0, "cán bộ"]],
  [
    "a cell of an added row",
    edit({ kind: "appendRows", table: "tblXom", rows: [["Suối Giữa", null, 3]] }),
    ["Danh mục", 7, 2, 4],
  ],
  [
    "an empty cell of an added row",
    edit({ kind: "appendRows", table: "tblXom", rows: [["Suối Giữa", null, 3]] }),
    ["Danh mục", 7, 1, "Dân Tiến"],
  ],
  ["a cell of a created sheet", edit({ kind: "createSheet", design: report }), ["Báo cáo", 1, 0, 9]],
  [
    "a row below a created sheet's content",
    edit({ kind: "createSheet", design: report }),
    ["Báo cáo", 12, 1, "ghi thêm"],
  ],
  [
    "a column right of a created sheet's content",
    edit({ kind: "createSheet", design: report }),
    ["Báo cáo", 1, 9, "ghi thêm"],
  ],
  [
    "a row below a rewritten sheet's content",
    edit({ kind: "rewriteSheet", design: { ...report, name: "A" } }),
    ["A", 30, 0, "ghi thêm"],
  ],
];

function laterWork(host: BookFactory): void {
  test.each(workAfterwards)(
    "undo stops when a person has changed %s",
    async (_what, change, [sheet, row, column, value]) => {
      const book = await begin(host);
      const entry = await done(book, change);
      await typed(host, book, sheet, row, column, value);
      const before = await everything(book);
      const outcome = await book.apply(entry.undo, { at: AT, inverse: change });
      expect(outcome).toMatchObject({
        done: false,
        refusal: { kind: "changedSince", cells: [{ sheet, found: value }] },
      });
      expect(await everything(book)).toEqual(before);
    },
  );

  test("undo does not mind what a person does elsewhere", async () => {
    const book = await begin(host);
    const change = edit(write("A", 4, 0, [["chúng tôi"]]));
    const entry = await done(book, change);
    await typed(host, book, "A", 5, 0, "cán bộ");
    await typed(host, book, "Danh mục", 0, 0, "DANH MỤC XÃ");
    await done(book, entry.undo, change);
    const values = (await book.read()).sheets.find((sheet) => sheet.name === "A")!.values;
    expect([values[4]?.[0] ?? null, values[5]?.[0]]).toEqual([null, "cán bộ"]);
  });

  if (host.type) {
    test("what a person types is told as not ours", async () => {
      const book = await begin(host);
      const seen: boolean[] = [];
      book.watch((change) => seen.push(change.ours));
      await typed(host, book, "A", 6, 0, "cán bộ");
      expect(seen).toEqual([false]);
    });
  }
}
