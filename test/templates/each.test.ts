/** A sheet for each record, or all on one sheet: names, order, and what becomes of the template. */
import { findSheet } from "../../src/book";
import { fill, prepareFill } from "../../src/tasks";
import { tablesOf } from "../rules/workbook";
import { at } from "../tasks/books";
import { bookOf, designOf, filled, household, mistakesOf, type Grid, type Rows } from "./kit";

const letter: Grid = [
  ["Giấy đề nghị số {{STT}}"],
  ["Ông (bà): {{Hộ.Họ và tên chủ hộ}}, {{Hộ.Thôn xóm}}"],
  ["Số tiền", "{{Hộ.NSTW}}"],
  ["Xã", "{{Tham số.Tên xã}}"],
];
const people: Rows = {
  tblThamSo: [{ "Tham số": "Tên xã", "Giá trị": "Dân Tiến" }],
  tblHo: [
    household("Triệu Văn Ước", "Làng Mười"),
    household("Lý Thị Đạt", "Bản Ná", { NSTW: 5 }),
    household("triệu văn ước", "X"),
  ],
};

test("a sheet a record, named and in the records' order; the template is gone", async () => {
  const { prepared, values, book } = await filled(letter, people, { each: { record: "Hộ" } });
  expect((await book.read()).sheets.map((sheet) => sheet.name)).toEqual([
    "Triệu Văn Ước",
    "Lý Thị Đạt",
    "triệu văn ước (2)",
  ]);
  expect(prepared.records).toBe(3);
  expect(await values("Lý Thị Đạt")).toEqual([
    ["Giấy đề nghị số 2"],
    ["Ông (bà): Lý Thị Đạt, Bản Ná"],
    ["Số tiền", 5],
    ["Xã", "Dân Tiến"],
  ]);
});

test("names are valid, unlike each other and at most 31 characters", async () => {
  const names = [
    "Nguyễn/Văn:A?",
    "'Lý'",
    "   ",
    "x".repeat(40),
    "x".repeat(41),
    "History",
    "🏠".repeat(20),
    "Mẫu",
    "[Lý] *A*",
    "Lý\tB\nC",
  ];
  const rows: Rows = { tblHo: names.map((name) => household(name, "X", { "Thôn xóm": name })) };
  const each = { record: "hộ", nameField: "thôn xóm" };
  const { prepared } = await filled([["{{Hộ.NSTW}}"]], rows, { each });
  expect(prepared.sheets).toEqual([
    "Nguyễn-Văn-A-",
    "Lý",
    "Hộ 3",
    "x".repeat(31),
    `${"x".repeat(27)} (2)`,
    "History (2)",
    "🏠".repeat(15),
    "Mẫu (2)",
    "-Lý- -A-",
    "Lý B C",
  ]);
  for (const name of prepared.sheets) expect(name.length).toBeLessThanOrEqual(31);
});

test("other sheets stay, and the documents stand where the template stood", async () => {
  const other = (name: string) => designOf([["Hướng dẫn"]], { name });
  const book = await bookOf(other("Trước"), designOf(letter), other("Sau"));
  const choice = { each: { record: "Hộ", rows: [0, 1] }, values: {}, target: { kind: "inPlace" } } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows: people }));
  expect(await fill(book, prepared, { at })).toMatchObject({ done: true });
  const names = (await book.read()).sheets.map((sheet) => sheet.name);
  expect(names).toEqual(["Trước", "Triệu Văn Ước", "Lý Thị Đạt", "Sau"]);
});

test("a sheet that says nothing of the record is filled once", async () => {
  const book = await bookOf(designOf([["Xã {{Tham số.Tên xã}}"]], { name: "Bìa" }), designOf(letter));
  const choice = { each: { record: "Hộ", rows: [1] }, values: {}, target: { kind: "inPlace" } } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows: people }));
  expect(prepared.sheets).toEqual(["Bìa", "Lý Thị Đạt"]);
});

test("bands on a record's sheet hold what belongs to it", async () => {
  const grid: Grid = [
    ["Dự án {{Dự án.Mã}}"],
    ['{{#Hộ trống="bỏ dòng"}}{{STT}}', "{{Hộ.Họ và tên chủ hộ}}{{/Hộ}}"],
    ["Cộng", "{{Tổng.NSTW}}"],
  ];
  const rows: Rows = {
    tblDuAn: [{ Mã: "DA1" }, { Mã: "DA2" }],
    tblHo: [household("Lý A", "X"), household("Lý B", "X", { "Mã dự án": "da2", NSTW: 7 })],
  };
  const { values } = await filled(grid, rows, { each: { record: "Dự án" } });
  expect(await values("DA1")).toEqual([["Dự án DA1"], [1, "Lý A"], ["Cộng", 40_000_000]]);
  expect(await values("DA2")).toEqual([["Dự án DA2"], [1, "Lý B"], ["Cộng", 7]]);
});

test("all on one sheet, one under the other, each on a page of its own", async () => {
  const { prepared, values, book } = await filled(letter.slice(0, 3), people, {
    each: { record: "Hộ", oneSheet: true },
  });
  expect(prepared.sheets).toEqual(["Mẫu"]);
  const rows = await values();
  expect(rows.map((row) => row[0])).toEqual([
    "Giấy đề nghị số 1",
    "Ông (bà): Triệu Văn Ước, Làng Mười",
    "Số tiền",
    "Giấy đề nghị số 2",
    "Ông (bà): Lý Thị Đạt, Bản Ná",
    "Số tiền",
    "Giấy đề nghị số 3",
    "Ông (bà): triệu văn ước, X",
    "Số tiền",
  ]);
  const { sheets, designs } = await book.read({ designs: ["Mẫu"] });
  expect(sheets).toHaveLength(1);
  expect(designs.get("Mẫu")!.page!.breaksBefore).toEqual([3, 6]);
});

test("only chosen records, where a person chooses", async () => {
  const { prepared } = await filled(letter, people, { each: { record: "Hộ", rows: [1] } });
  expect(prepared.sheets).toEqual(["Lý Thị Đạt"]);
});

test("a copy beside the template leaves the template as it is", async () => {
  const { book, values } = await filled([["Xã {{Tham số.Tên xã}}"], ["{{#Hộ}}{{STT}}{{/Hộ}}"]], people, {
    target: { kind: "newSheets", name: "Danh sách/2025" },
  });
  const snapshot = await book.read();
  expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(["Mẫu", "Danh sách-2025"]);
  expect(findSheet(snapshot, "Mẫu")!.values[0]).toEqual(["Xã {{Tham số.Tên xã}}"]);
  expect(await values("Danh sách-2025")).toEqual([["Xã Dân Tiến"], [1], [2], [3]]);
});

test("without a record, with an unknown one, or named by an unknown field nothing is made", async () => {
  expect(await mistakesOf(letter, {}, { each: { record: "Hộ" } })).toEqual(["- noRecords"]);
  expect(await mistakesOf([["a {{Tham số.Tên xã}}"]], people, { each: { record: "Họ" } })).toEqual([
    "- unknownEach",
  ]);
  expect(await mistakesOf(letter, people, { each: { record: "Hộ", nameField: "Họ tên" } })).toEqual([
    "- unknownNameField",
  ]);
});
