import type { ExampleRow } from "../../src/rules";
import { check, places } from "./workbook";
import { goodRows, household } from "./samples";

const unknown = (rows: Record<string, readonly ExampleRow[]>) =>
  check({ ...goodRows, ...rows }, { rules: ["list/unknown-value"] }).map((one) => [
    one.column,
    one.params["value"],
    one.fix?.value ?? null,
  ]);

test.each([
  ["Thôn xóm", "Lang Muoi", "Làng Mười"],
  ["Thôn xóm", "Xóm Làng Mười", "Làng Mười"],
  ["Thôn xóm", "Nà Khao", null],
  ["Thôn xóm", "Đoàn Kêt", "Đoàn Kết"],
  ["Diện hộ", "Ho ngheo", "Hộ nghèo"],
  ["Diện hộ", "Cận nghèo", "Hộ cận nghèo"],
  ["Giới tính", "nu", "Nữ"],
  ["Giới tính", "Gái", null],
  ["Dân tộc", "Hmong", "Mông"],
  ["Dân tộc", "Dân tộc Tày", "Tày"],
  ["Dân tộc", "Ê Đê", null],
  ["Hình thức", "xay moi", "Xây mới"],
  ["Nội dung hỗ trợ", "Nha o", "Nhà ở"],
  ["Nội dung hỗ trợ", "Hỗ trợ nhà ở cho hộ nghèo", "Nhà ở"],
  ["Chủ hộ nữ là lao động duy nhất", "có", "x"],
])("%s “%s” may mean %p", (header, value, fix) => {
  expect(unknown({ tblHo: [household({ [header]: value })] })).toEqual([[header, value, fix]]);
});

test("a number within a name is never taken for a slip", () => {
  const tblXom = [1, 2, 12].map((number) => ({ "Thôn xóm": `Xóm ${number}` }));
  expect(
    unknown({ tblXom, tblHo: [household({ "Thôn xóm": "Xóm 3" }), household({ "Thôn xóm": "xom 2" })] }),
  ).toEqual([
    ["Thôn xóm", "Xóm 3", null],
    ["Thôn xóm", "xom 2", "Xóm 2"],
  ]);
});

test("what is nearly two values is no fix", () => {
  const tblXom = [{ "Thôn xóm": "Bản Hà" }, { "Thôn xóm": "Bản Hạ" }];
  expect(unknown({ tblXom, tblHo: [household({ "Thôn xóm": "Bản Ha" })] })).toEqual([
    ["Thôn xóm", "Bản Ha", null],
  ]);
});

test("an abbreviation of a unit is offered its name", () => {
  expect(unknown({ tblDuAn: [{ ...goodRows["tblDuAn"]![0]!, "Đơn vị chủ trì": "KT" }] })).toEqual([
    ["Đơn vị chủ trì", "KT", "Phòng Kinh tế"],
  ]);
});

test("other names of an ethnic group are known from staff's list too", () => {
  const tblDanToc = [{ "Dân tộc": "Sán Chay", "Tên khác": "Cao Lan; Trại Cao Lan" }];
  expect(
    unknown({
      tblDanToc,
      tblHo: ["Cao Lan", "sán chí", "Trại Cao Lan"].map((name) => household({ "Dân tộc": name })),
    }),
  ).toEqual([]);
});

test("several values are compared one by one, and an empty cell excludes nothing", () => {
  const content = { ...goodRows["tblNoiDung"]![0]! };
  const tblNoiDung = ["Đầu tư; Sự nghiệp", "đầu tư;sự nghiệp;", null, "Dau tu; Sự nghiệp", "Vay"].map(
    (value) => ({ ...content, "Loại vốn được dùng": value }),
  );
  expect(unknown({ tblNoiDung }).filter(([header]) => header === "Loại vốn được dùng")).toEqual([
    ["Loại vốn được dùng", "Dau tu; Sự nghiệp", "Đầu tư; Sự nghiệp"],
    ["Loại vốn được dùng", "Vay", null],
  ]);
});

test("contents are those of the row's project, or not yet detailed", () => {
  const tblDuAn = [
    ...goodRows["tblDuAn"]!,
    { ...goodRows["tblDuAn"]![0]!, Mã: "DA6", "Mã chương trình": "DA6" },
  ];
  const line = goodRows["tblNganSach"]![0]!;
  const tblNganSach = [
    line,
    { ...line, "Nội dung": "Chưa chi tiết" },
    { ...line, "Mã dự án": "DA6" },
    { ...line, "Mã dự án": "DA77" },
  ];
  expect(unknown({ tblDuAn, tblNganSach })).toEqual([["Nội dung", "Đất ở", null]]);
});

describe("an empty list", () => {
  const empty = (rows: Record<string, readonly ExampleRow[]>) =>
    places(check(rows, { rules: ["list/empty"] }));

  test("is told where it should stand", () => {
    expect(empty({ tblXom: [], tblDonVi: [{}], tblDanToc: [{ "Dân tộc": "Kinh" }], tblDinhMuc: [] })).toEqual(
      [
        "list/empty tblXom Thôn xóm 0",
        "list/empty tblDonVi Đơn vị 0",
        "list/empty tblDinhMuc Nội dung hỗ trợ 0",
      ],
    );
  });

  test("that nobody gave is told once, at the first column that needs it", () => {
    const tblHo = [household(), household()];
    expect(empty({ tblHo })).toEqual(
      ["Dân tộc", "Thôn xóm", "Mã dự án", "Nội dung hỗ trợ"].map((header) => `list/empty tblHo ${header} 0`),
    );
    expect(check({ tblHo }, { rules: ["list/unknown-value", "budget/unknown-project"] })).toEqual([]);
  });

  test("is not missed while nothing refers to it", () => {
    expect(empty({ tblDuAn: [], tblNoiDung: [], tblNganSach: [{ "Nội dung": "Chưa chi tiết" }] })).toEqual(
      [],
    );
  });
});
