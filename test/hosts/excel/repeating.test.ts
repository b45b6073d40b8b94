/** Sheets copied and rows repeated by Excel itself: what Excel would do in its own way is what the edit says, in few trips. */
import { findSheet, type Operation, type RowBand } from "../../../src/book";
import {
  at as cellAt,
  designOf,
  done,
  edit,
  plainSheet,
  refused,
  sheetOf,
  trimmed,
  write,
} from "../../book/contract/kit";
import { groupedTemplate } from "../../book/contract/repeating";
import { closeExcel, furnish, openExcel } from "./open";

afterEach(closeExcel);

const lines = (count: number): RowBand => ({
  first: 4,
  count: 1,
  copies: Array.from({ length: count }, () => []),
});
const repeat = (sheet: string, ...bands: RowBand[]): Operation => ({ kind: "repeatRows", sheet, bands });
const copy = (name: string): Operation => ({ kind: "copySheet", sheet: "Mẫu", name });

test("pages are filled in a few round trips, however many", async () => {
  const trips: number[] = [];
  for (const pages of [2, 30]) {
    const { host, book } = await openExcel();
    await furnish(book, [groupedTemplate()]);
    const operations = Array.from({ length: pages }, (_one, page) => [
      copy(`Trang ${page}`),
      repeat(`Trang ${page}`, lines(3 + page)),
      write(`Trang ${page}`, 4, 1, [[`Việc ${page}`, page]]),
    ]).flat();
    const before = host.roundTrips;
    await done(book, edit(...operations, { kind: "deleteSheet", sheet: "Mẫu" }));
    await host.settle();
    trips.push(host.roundTrips - before);
    const sheet = await sheetOf(book, `Trang ${pages - 1}`);
    expect(sheet.formulas.get(3)!.get(2)).toBe(`SUM(C5:C${pages + 6})`);
    expect(cellAt(sheet, 3, 2)).toBe(pages - 1 + 10 * (pages + 1));
    expect(host.hazards).toEqual([]);
  }
  console.info(`round trips: 2 pages filled ${trips[0]}, 30 pages ${trips[1]}`);
  expect(trips[0]).toBeLessThanOrEqual(5);
  expect(trips[1]).toBeLessThanOrEqual(8);
});

test("groups of rows and many rows are laid out in requests that fit", async () => {
  const { host, book } = await openExcel({}, { requestBytes: 60_000 });
  await furnish(book, [groupedTemplate()]);
  const groups = Array.from({ length: 60 }, (_one, group) => [lines(group % 4)]);
  await done(book, edit(repeat("Mẫu", { first: 3, count: 3, copies: groups })));
  const rows = groups.flatMap((_one, group) => [
    "Nhóm",
    ...Array.from({ length: group % 4 }, () => "Việc"),
    "Còn lại",
  ]);
  const sheet = await sheetOf(book, "Mẫu");
  expect(
    trimmed(sheet.values)
      .slice(3, 3 + rows.length)
      .map((row) => row[1] ?? row[0]),
  ).toEqual(rows);
  expect(host.hazards).toEqual([]);
});

test("conditional formats of other kinds stay and are copied; ours cover all copies once", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [groupedTemplate()]);
  await host.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Mẫu").getRange("C5");
    const format = range.conditionalFormats.add("CellValue" as Excel.ConditionalFormatType);
    format.cellValue.format.font.color = "#FF0000";
    format.cellValue.rule = { formula1: "=100", operator: "GreaterThan" };
    await context.sync();
  });
  await done(book, edit(copy("Sao"), repeat("Sao", lines(3)), repeat("Mẫu", lines(3))));
  for (const name of ["Mẫu", "Sao"]) {
    expect((await designOf(book, name)).conditionalFormats).toEqual([
      expect.objectContaining({ areas: [{ row: 3, column: 0, rows: 5, columns: 5 }], formula: "$D4>$C$9" }),
    ]);
    const kinds = await host.run(async (context) => {
      const all = context.workbook.worksheets
        .getItem(name)
        .getRange("C7")
        .conditionalFormats.load("items/type");
      await context.sync();
      return all.items.map((one) => one.type as string).sort();
    });
    expect(kinds).toEqual(["CellValue", "Custom"]);
  }
});

test("the names that Excel doubles for a copy are taken off, and formulas keep to the workbook's", async () => {
  const { book } = await openExcel();
  const template = groupedTemplate();
  const byName = { row: 9, column: 0, content: { formula: "SUM(nhom)", value: 0 } };
  await furnish(book, [template]);
  await done(book, edit({ kind: "defineName", name: "nhom", refersTo: "'Mẫu'!$C$4:$C$6" }));
  await done(book, edit(write("Mẫu", 9, 0, [[byName.content]])));
  await done(book, edit(copy("Sao"), write("Sao", 4, 2, [[1_000]])));
  const { names, sheets } = await book.read({ formulas: true });
  expect(names.filter((one) => one.name === "nhom")).toHaveLength(1);
  const sum = (name: string) =>
    cellAt(
      sheets.find((one) => one.name === name)!,
      9,
      0,
    );
  expect(sum("Sao")).toBe(sum("Mẫu"));
});

test("a number stays text in a repeated cell of the text format", async () => {
  const { book } = await openExcel();
  const template = groupedTemplate();
  const cells = template.cells.map((cell) =>
    cell.row === 4 && cell.column === 1 ? { ...cell, format: { numberFormat: "@" } } : cell,
  );
  await furnish(book, [{ ...template, cells }]);
  await done(
    book,
    edit(copy("Sao"), repeat("Sao", lines(3)), write("Sao", 4, 1, [["007"], ["1.250"], ["-"]])),
  );
  const sheet = await sheetOf(book, "Sao");
  expect([4, 5, 6].map((row) => cellAt(sheet, row, 1))).toEqual(["007", "1.250", "-"]);
  expect([4, 5, 6].map((row) => sheet.numberFormat!(row, 1))).toEqual(["@", "@", "@"]);
});

test("what is protected or hidden by a filter is not touched", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [groupedTemplate(), plainSheet("Khác", [["x"]])]);
  await host.run(async (context) => {
    context.workbook.worksheets.getItem("Mẫu").protection.protect();
    await context.sync();
  });
  const locked = { kind: "protectedSheet" };
  expect(await refused(book, edit(repeat("Mẫu", lines(2))))).toMatchObject(locked);
  expect(await refused(book, edit(copy("Sao"), write("Sao", 0, 0, [["y"]])))).toMatchObject(locked);
  expect(
    await refused(
      book,
      edit(repeat("Khác", { first: 0, count: 1, copies: Array.from({ length: 1_100_000 }, () => []) })),
    ),
  ).toMatchObject({ kind: "rowsNotRepeatable", thing: "sheetEnd" });
  expect(findSheet(await book.read(), "Sao")).toBeUndefined();
});
