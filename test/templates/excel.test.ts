/** Templates filled in Excel: beside the template, and taken back. */
import { readTables } from "../../src/layout";
import { fill, prepareFill, undo } from "../../src/tasks";
import { injected, samplePlan, at } from "../tasks/books";
import { addRows } from "../reports/busyBook";
import { closeExcel, furnish, openExcel } from "../hosts/excel/open";
import { designOf, household } from "./kit";

afterAll(closeExcel);

async function householdTables() {
  const book = await injected(samplePlan());
  await addRows(book, {
    tblHo: [
      household("Triệu Văn Ước", "X", { "Ngày phê duyệt": 45_000 }),
      household("Lý Đạt", "Y", { "Ghi chú": "=1+1" }),
    ],
  });
  return readTables(await book.read());
}

test("a list and a sheet for each record stand beside their template, and undo takes them away", async () => {
  const { book } = await openExcel();
  const template = designOf([
    ["Xã {{Tham số.Tên xã}}"],
    [
      "{{#Hộ}}{{STT}}",
      "{{Hộ.Họ và tên chủ hộ}}",
      "{{Hộ.NSTW}}",
      "{{Hộ.Ngày phê duyệt}}",
      "{{Hộ.Ghi chú}}{{/Hộ}}",
    ],
    ["Cộng", null, { formula: "SUM(C2:C2)", value: 0 }],
  ]);
  const letter = designOf([["Ông {{Hộ.Họ và tên chủ hộ}}"]], { name: "Giấy" });
  await furnish(book, [template, letter]);
  const tables = await householdTables();
  const before = await book.read({ formulas: true });

  const target = { kind: "newSheets" } as const;
  const list = await prepareFill(book, { kind: "sheets", names: ["Mẫu"] }, { values: {}, target }, tables);
  const listed = await fill(book, list, { at });
  if (!listed.done) throw new Error(JSON.stringify(listed.refusal));
  const each = { record: "Hộ" };
  const letters = await prepareFill(
    book,
    { kind: "sheets", names: ["Giấy"] },
    { values: {}, target, each },
    tables,
  );
  const written = await fill(book, letters, { at });
  if (!written.done) throw new Error(JSON.stringify(written.refusal));

  const snapshot = await book.read({ formulas: true, numberFormats: true });
  expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual([
    "Sheet1",
    "Mẫu",
    "Mẫu (2)",
    "Giấy",
    "Triệu Văn Ước",
    "Lý Đạt",
  ]);
  const made = snapshot.sheets.find((sheet) => sheet.name === "Mẫu (2)")!;
  expect(made.values.slice(0, 4)).toEqual([
    ["Xã Dân Tiến", null, null, null, null],
    [1, "Triệu Văn Ước", 40_000_000, 45_000, null],
    [2, "Lý Đạt", 40_000_000, null, "=1+1"],
    ["Cộng", null, 80_000_000, null, null],
  ]);
  expect(made.formulas.get(3)!.get(2)).toBe("SUM(C2:C3)");
  expect(made.formulas.size).toBe(1);
  expect(made.numberFormat!(1, 3)).toBe("dd/mm/yyyy");

  for (const [prepared, outcome] of [
    [letters, written],
    [list, listed],
  ] as const) {
    expect(await undo(book, { edit: prepared.edit!, entry: outcome.entry }, { at })).toMatchObject({
      done: true,
    });
  }
  const after = await book.read({ formulas: true });
  expect(after.sheets.map(({ name, values }) => [name, values])).toEqual(
    before.sheets.map(({ name, values }) => [name, values]),
  );
});
