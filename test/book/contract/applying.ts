/** What applying an edit promises: its expectations, its entry in the journal, its progress. */
import { summarise, type Edit, type Expectation } from "../../../src/book";
import {
  AT,
  done,
  edit,
  hamlets,
  plainSheet,
  refused,
  sheetOf,
  trimmed,
  write,
  type BookFactory,
} from "./kit";

export function describeApplying(host: BookFactory): void {
  describe("applying", () => {
    expectations(host);
    entries(host);
  });
}

function expecting(...expects: Expectation[]): Edit {
  return { ...edit(write("A", 9, 0, [["ghi"]])), expects };
}

function expectations(host: BookFactory): void {
  const start = () =>
    host.from([
      plainSheet("A", [
        ["tên", 5],
        [true, { formula: "B1*2", value: 10 }],
        [null, null, "xa"],
      ]),
    ]);

  test("an edit is applied where the workbook is as it expects", async () => {
    const book = await start();
    await done(book, expecting({ sheet: "A", row: 0, column: 0, values: [["tên", 5], [true, 10], [null]] }));
    expect(trimmed((await sheetOf(book, "A")).values)[9]).toEqual(["ghi"]);
  });

  test("every cell that differs from what is expected is named, with what was expected and what was found", async () => {
    const refusal = await refused(
      await start(),
      expecting({ sheet: "A", row: 0, column: 0, values: [["tên cũ", 5], [false, undefined], ["đã có"]] }),
    );
    expect(refusal).toEqual({
      kind: "changedSince",
      cells: [
        { sheet: "A", cell: "A1", expected: "tên cũ", found: "tên" },
        { sheet: "A", cell: "A2", expected: false, found: true },
        { sheet: "A", cell: "A3", expected: "đã có", found: null },
      ],
    });
  });

  test("anything may stand where nothing is said, and empty text is no text", async () => {
    const book = await start();
    await done(book, expecting({ sheet: "A", row: 1, column: 1, values: [[undefined], [""]] }));
  });

  test("with `nothingElse` the rest of the sheet must be empty", async () => {
    const book = await start();
    const values = [
      ["tên", 5],
      [true, undefined],
    ];
    expect(
      await refused(book, expecting({ sheet: "A", row: 0, column: 0, values, nothingElse: true })),
    ).toEqual({
      kind: "changedSince",
      cells: [{ sheet: "A", cell: "C3", expected: null, found: "xa" }],
    });
    await done(book, edit(write("A", 2, 2, [[null]])));
    await done(book, expecting({ sheet: "A", row: 0, column: 0, values, nothingElse: true }));
  });

  test("what is expected of a sheet that is not there differs", async () => {
    const refusal = await refused(
      await start(),
      expecting({ sheet: "Mất", row: 0, column: 0, values: [["x"]] }),
    );
    expect(refusal).toEqual({
      kind: "changedSince",
      cells: [{ sheet: "Mất", cell: "A1", expected: "x", found: null }],
    });
  });
}

function entries(host: BookFactory): void {
  test("the entry says what was done, when and how much, and how it is undone", async () => {
    const book = await host.from([hamlets()]);
    const change: Edit = {
      task: "inject",
      operations: [
        { kind: "createSheet", design: hamlets2() },
        { kind: "appendRows", table: "tblXom", rows: [["Suối Giữa", null, 3]] },
        write("Danh mục", 0, 0, [["DANH MỤC MỚI"]]),
      ],
    };
    const entry = await done(book, change);
    expect(entry).toMatchObject({ at: AT, task: "inject", summary: summarise(change) });
    expect(entry.undo.task).toBe("undo");
    const next = await done(book, edit(write("Danh mục", 1, 0, [["x"]])));
    expect(next.id).not.toBe(entry.id);
  });

  test("an edit without operations is done and changes nothing", async () => {
    const book = await host.from([plainSheet("A", [[1]])]);
    expect((await done(book, edit())).undo.operations).toEqual([]);
    expect(trimmed((await sheetOf(book, "A")).values)).toEqual([[1]]);
  });

  test("progress never runs backwards nor past its end", async () => {
    const book = await host.from([plainSheet("A", [[1]])]);
    const seen: [number, number][] = [];
    const change = edit({ kind: "createSheet", design: plainSheet("B", [[1]]) }, write("A", 0, 0, [[2]]));
    await book.apply(change, { at: AT, onProgress: (value, total) => seen.push([value, total]) });
    seen.forEach(([value, total], index) => {
      expect(value).toBeLessThanOrEqual(total);
      expect(value).toBeGreaterThanOrEqual(seen[index - 1]?.[0] ?? 0);
    });
  });
}

function hamlets2() {
  const design = hamlets("Danh mục 2");
  return { ...design, tables: design.tables!.map((table) => ({ ...table, name: "tblXom2" })) };
}
