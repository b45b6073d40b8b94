/** Mistakes in templates: each is found with its cell and what was probably meant, and nothing is written. */
import { templateFields, type TemplateMistake } from "../../src/templates";
import { wordTemplateMistake } from "../../src/wording";
import { tablesOf } from "../rules/workbook";
import { bookOf, designOf, filled, household, mistakesOf, type Grid, type Rows } from "./kit";
import { prepareFill } from "../../src/tasks";

const rows: Rows = { tblThamSo: [{ "Tham số": "Tên xã", "Giá trị": "Dân Tiến" }] };

describe("what is wrong is found in its cell", () => {
  test.each<[string, Grid, string[]]>([
    ["braces that are not closed", [["Xã {{Tham số.Tên xã"]], ["A1 unclosedBraces"]],
    ["braces opened twice", [["{{Tham số.{{Tên xã}}"]], ["A1 unclosedBraces"]],
    ["empty braces", [["{{ }}"]], ["A1 emptyPlaceholder"]],
    ["no dot", [[null, "{{Tên xã}}"]], ["B1 notAField"]],
    ["an unknown record", [["{{Hô.NSTW}}"]], ["A1 unknownRecord"]],
    ["an unknown field", [["{{#Hộ}}{{Hộ.Họ tên}}{{/Hộ}}"]], ["A1 unknownField"]],
    ["an unknown parameter", [["{{Tham số.Tên xả}}"]], ["A1 unknownField"]],
    ["a field outside its band", [["{{Hộ.NSTW}}"], ["{{#Hộ}}{{/Hộ}}"]], ["A1 outsideBand"]],
    ["another record's field in a band", [["{{#Hộ}}{{Xóm.Thôn xóm}}{{/Hộ}}"]], ["A1 outsideBand"]],
    ["a number outside a band", [["{{STT}}"]], ["A1 orderOutsideBand"]],
    ["a band that is not closed", [["{{#Hộ}}"], ["{{Hộ.NSTW}}"]], ["A1 unclosedBand"]],
    ["a band that is not opened", [["{{/Hộ}}"]], ["A1 unopenedBand"]],
    [
      "bands that cross",
      [["{{#Xóm}}"], ["{{#Hộ}}{{Hộ.NSTW}}"], ["{{/Xóm}}"], ["{{/Hộ}}"]],
      ["A3 crossedBands", "A4 unopenedBand"],
    ],
    ["two bands in one row", [["{{#Hộ}}{{/Hộ}}", "{{#Xóm}}{{/Xóm}}"]], ["B1 overlappingBands"]],
    ["a band of an unknown record", [["{{#Hộ dân}}{{/Hộ dân}}"]], ["A1 unknownRecord"]],
    ["a band of the parameters", [["{{#Tham số}}{{/Tham số}}"]], ["A1 bandOfNoRecord"]],
    ["a band within itself", [["{{#Hộ}}{{#Hộ}}{{/Hộ}}{{/Hộ}}"]], ["A1 sameBandInside"]],
    [
      "bands that have nothing to do with each other",
      [["{{#Xóm}}{{#Giải ngân}}{{/Giải ngân}}{{/Xóm}}"]],
      ["A1 unrelatedBand"],
    ],
    ["a condition without a value", [['{{#Hộ "Thôn xóm"}}{{/Hộ}}']], ["A1 badCondition"]],
    ["a condition whose quotes are not closed", [['{{#Hộ "Thôn xóm"="A}}{{/Hộ}}']], ["A1 badCondition"]],
    ["a condition on an unknown field", [['{{#Hộ "Thôn"="A"}}{{/Hộ}}']], ["A1 unknownField"]],
    ["an order by an unknown field", [['{{#Hộ sắp xếp="Tên"}}{{/Hộ}}']], ["A1 unknownField"]],
    ["an unknown option", [['{{#Hộ lọc="Tên"}}{{/Hộ}}']], ["A1 unknownOption"]],
    ["an unknown way to be empty", [['{{#Hộ trống="xóa hết"}}{{/Hộ}}']], ["A1 badEmptyOption"]],
    ["an unknown filter", [["{{Tham số.Tên xã|in hoa}}"]], ["A1 unknownFilter"]],
    ["a filter that does not suit", [["{{#Hộ}}{{Hộ.Thôn xóm|bằng chữ}}{{/Hộ}}"]], ["A1 filterNotForField"]],
    [
      "two filters that exclude each other",
      [["{{#Hộ}}{{Hộ.NSTW|số|bằng chữ}}{{/Hộ}}"]],
      ["A1 filtersTogether"],
    ],
    ["a sum without a band", [["{{Tổng.NSTW}}"]], ["A1 totalWithoutBand"]],
    ["a sum of texts", [["{{#Hộ}}{{/Hộ}}"], ["{{Tổng.Thôn xóm}}"]], ["A2 totalOfNoNumber"]],
    ["a sum of an unknown field", [["{{#Hộ}}{{/Hộ}}"], ["{{Tổng.NSTƯ}}"]], ["A2 unknownField"]],
    ["a value nobody gave", [["{{Nhập.Số quyết định}}"]], ["A1 missingValue"]],
    [
      "a placeholder in a formula",
      [[{ formula: '"Xã "&"{{Tham số.Tên xã}}"', value: "" }, "{{STT}}"]],
      ["A1 inFormula", "B1 orderOutsideBand"],
    ],
  ])("%s", async (_name, grid, expected) => {
    expect(await mistakesOf(grid, rows)).toEqual(expected);
  });

  test("all of them at once, in reading order", async () => {
    const grid: Grid = [
      ["{{A.b}}", "{{Tham số.c}}"],
      ["{{STT}}", "{{Hộ.d}}"],
    ];
    expect(await mistakesOf(grid, rows)).toEqual([
      "A1 unknownRecord",
      "B1 unknownField",
      "A2 orderOutsideBand",
      "B2 unknownField",
    ]);
  });

  test("a merged area that stands half in a band", async () => {
    const merges = [{ row: 0, column: 1, rows: 2, columns: 1 }];
    expect(await mistakesOf([["{{#Hộ}}{{/Hộ}}", "a"], ["b"]], rows, { sheet: { merges } })).toEqual([
      "B1 mergeAcrossBand",
    ]);
  });

  test("placeholders in notes, headers, footers and the sheet's name", async () => {
    const page = {
      orientation: "portrait",
      paper: "a4",
      fitWidth: 1,
      margins: { top: 2, right: 2, bottom: 2, left: 2 },
      footer: "&C{{Tham số.Tên xã}}",
    } as const;
    const cells = [{ row: 0, column: 0, content: "{{Tham số.Tên xã}}", note: "{{Nhập.X}}" }];
    expect(await mistakesOf([], rows, { sheet: { page, cells, name: "Xã {{Tham số.Tên xã}}" } })).toEqual([
      "- inSheetName",
      "- inHeaderFooter",
      "A1 inNote",
    ]);
  });

  test("a workbook without any placeholder is no template", async () => {
    expect(await mistakesOf([["Xã Dân Tiến"]], rows)).toEqual(["- noPlaceholder"]);
  });
});

describe("what was probably meant is named", () => {
  test.each([
    ["{{Hô.NSTW}}", "Hộ"],
    ["{{Ho.NSTW}}", "Hộ"],
    ["{{Dự_án.NSTW}}", "Dự án"],
    ["{{Tham số.Ten xa}}", "Tên xã"],
    ["{{Tham số.Tên của xã}}", "Tên xã"],
    ["{{#Hộ}}{{Hộ.Họ tên chủ hộ}}{{/Hộ}}", "Họ và tên chủ hộ"],
    ["{{#Hộ}}{{Hộ.NSTƯ}}{{/Hộ}}", "NSTW"],
    ["{{#Hộ}}{{Hộ.NSTW|bang chu}}{{/Hộ}}", "bằng chữ"],
    ['{{#Hộ xắp xếp="NSTW"}}{{/Hộ}}', "sắp xếp"],
    ["{{Họ và tên chủ hộ}}", "Hộ.Họ và tên chủ hộ"],
    ["{{Hộ}}", "Hộ.…"],
  ])("%s → %s", async (text, near) => {
    const { mistakes } = await mistakesIn([[text]]);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]!.params).toMatchObject({ near });
    expect(wordTemplateMistake(mistakes[0]!, "vi")).toContain(near);
  });
});

async function mistakesIn(grid: Grid): Promise<{ mistakes: readonly TemplateMistake[] }> {
  const book = await bookOf(designOf(grid));
  const choice = { values: {}, target: { kind: "inPlace" } } as const;
  return prepareFill(book, { kind: "sheets" }, choice, tablesOf({ rows }));
}

test("every mistake is one line that begins with sheet and cell, in both languages", async () => {
  const { mistakes } = await mistakesIn([
    [
      "{{Hô.NSTW}}",
      "{{STT}}",
      "{{Nhập}}",
      '{{#Hộ "x"}}',
      "{{Nhập.A}}",
      "{{Tổng.NSTW}}",
      "{{Tham số.Tên xã|a}}",
    ],
  ]);
  expect(mistakes.length).toBeGreaterThan(5);
  for (const mistake of mistakes)
    for (const locale of ["vi", "en"] as const) {
      const line = wordTemplateMistake(mistake, locale);
      expect(line).toMatch(locale === "vi" ? /^Trang “Mẫu”, ô [A-Z]1: ./ : /^Sheet “Mẫu”, cell [A-Z]1: ./);
      expect(line).not.toContain("\n");
    }
});

test.each([
  ["{{#HỘ}}{{ hộ . họ và tên CHỦ HỘ }}{{/hộ}}"],
  ["{{#Hộ}}{{Hộ.Họ và tên chủ hộ}}{{/Hộ}}".normalize("NFD")],
  ["{{#Hộ}}\n{{Hộ.Họ và\ntên  chủ hộ}}{{/Hộ}}"],
  ["{{#Hộ}}{{Hộ.Họ và tên chủ hộ}}{{/}}"],
])("names are one whatever their case, Unicode form and spaces: %j", async (text) => {
  const { values } = await filled([[text]], { tblHo: [household("Lý A", "X")] });
  expect(await values()).toEqual([["Lý A"]]);
});

test("the fields offered are the records of the contract with their headers, and staff's own columns", () => {
  const fields = templateFields(
    tablesOf({ rows: { tblHo: [] }, renamed: { tblHo: { "Ghi chú": "Điện thoại" } } }),
  );
  expect(fields.map((record) => record.name)).toEqual([
    "Tham số",
    "Dự án",
    "Nội dung",
    "Ngân sách",
    "Công trình",
    "Hoạt động",
    "Giải ngân",
    "Hộ",
    "Kết quả",
    "Xóm",
  ]);
  const names = fields.find((record) => record.name === "Hộ")!.fields.map((field) => field.name);
  expect(names).toEqual(expect.arrayContaining(["Họ và tên chủ hộ", "Tổng hỗ trợ", "Điện thoại"]));
});
