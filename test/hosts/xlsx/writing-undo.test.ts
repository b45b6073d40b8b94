/** Whatever is done to a workbook is undone: the same reading, sheet by sheet, cell by cell, rule by rule. */
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import type { CellInput, Edit, JournalEntry, Operation } from "../../../src/book";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { done, edit, everything, hamlets, plainSheet } from "../../book/contract/kit";
import { livingTable, moreColumns, newTable } from "../../book/contract/samples";
import { looseEnds, unzip } from "./validity";
import { planSheet } from "./writing-designs";
import { bookOf } from "./writing-kit";

const text = fc.oneof(
  fc.constantFrom("Làng Mười", " hai đầu ", "=1+1", "dòng\nmới", "_x0041_", "<&>", "a\u0001b"),
  fc.string({ maxLength: 6 }),
);
const value: fc.Arbitrary<CellInput> = fc.oneof(
  text.map((one) => (one === "" ? null : one)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one)),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    { error: "#N/A" },
    { formula: "SUM(A1:B2)", value: 3 },
    { formula: '"a"&"b"', value: "ab" },
  ),
);
const cells = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const place = fc.record({ row: fc.nat(12), column: fc.nat(6) });
const format = fc.constantFrom(null, "#,##0", "dd/mm/yyyy", "General", "@");
const household = fc
  .tuple(text, text, fc.integer())
  .map(([a, b, c]): CellInput[] => [a || "x", b || null, c]);

/** Columns without a formula of their own: a row put back would get it where it had been left out. */
function plainColumns(): Operation {
  const more = moreColumns() as Extract<Operation, { kind: "addColumns" }>;
  return { ...more, columns: more.columns.map(({ header }) => ({ header })) };
}

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ at: place, cells }).map(({ at, cells: rows }): Operation => {
    return { kind: "writeCells", sheet: "Số liệu", ...at, cells: rows };
  }),
  fc.record({ at: place, cells, format }).map(({ at, cells: rows, format: code }): Operation => {
    const numberFormats = rows.map((row) => row.map(() => code));
    return { kind: "writeCells", sheet: "Số liệu", ...at, cells: rows, numberFormats };
  }),
  fc.array(household, { minLength: 1, maxLength: 4 }).map((rows): Operation => {
    return { kind: "appendRows", table: "tblXom", rows };
  }),
  fc
    .integer({ min: 1, max: 2 })
    .map((count): Operation => ({ kind: "removeLastRows", table: "tblXom", count })),
  fc.constantFrom<Operation>(
    plainColumns(),
    newTable("Số liệu"),
    { kind: "createSheet", design: planSheet(), position: 1 },
    { kind: "createSheet", design: plainSheet("Cuối", [["a", 1]]) },
    { kind: "rewriteSheet", design: { ...planSheet(), name: "Số liệu" } },
    { kind: "rewriteSheet", design: plainSheet("Ngân sách", [["khác"]]) },
    { kind: "deleteSheet", sheet: "Ngân sách" },
    { kind: "deleteSheet", sheet: "Số liệu" },
    { kind: "defineName", name: "ten", refersTo: "'Danh mục'!$A$1" },
    { kind: "defineName", name: "ten", refersTo: null },
  ),
);

/** The table of hamlets has more rows than the edits can take: a table never loses its last row. */
async function start(): Promise<XlsxBook> {
  const data = plainSheet("Số liệu", [
    ["a", 1, true],
    [null, { formula: "B1*2", value: 2 }, "cuối"],
  ]);
  const book = await bookOf(hamlets(), data, livingTable());
  const rows = Array.from({ length: 12 }, (_row, r) => [`Xóm ${r}`, null, r]);
  await done(book, edit({ kind: "appendRows", table: "tblXom", rows }));
  return book;
}

/** Edits one after the other; those that the book refuses are left out. */
async function carriedOut(
  book: XlsxBook,
  operations: readonly Operation[],
): Promise<{ entry: JournalEntry; change: Edit; before: unknown }[]> {
  const steps = [];
  for (const one of operations) {
    const change = edit(one);
    const before = await everything(book);
    const outcome = await book.apply(change, { at: "2025-03-01T08:00:00.000Z" });
    if (outcome.done) steps.push({ entry: outcome.entry, change, before });
    else expect(await everything(book)).toEqual(before);
  }
  return steps;
}

test("random edits are undone one after the other, through files that are opened again", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 6 }), async (operations) => {
      let book = await start();
      const steps = await carriedOut(book, operations);
      expect(looseEnds(unzip(book.bytes()))).toEqual([]);
      await readXlsx(book.bytes());
      book = XlsxBook.open(book.bytes());
      for (const { entry, change, before } of steps.reverse()) {
        const undone = await done(book, entry.undo, change);
        expect(await everything(book)).toEqual(before);
        expect(undone.undo).toEqual(change);
      }
    }),
    { numRuns: 40 },
  );
});

test("random edits, undone and done again, leave what they left the first time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 4 }), async (operations) => {
      const book = await start();
      const steps = await carriedOut(book, operations);
      const after = await everything(book);
      for (const { entry, change } of [...steps].reverse()) await done(book, entry.undo, change);
      for (const { change } of steps) await done(book, change);
      expect(await everything(book)).toEqual(after);
    }),
    { numRuns: 20 },
  );
});
