import { runRules, type ExampleRow } from "../../src/rules";
import { places, tablesOf } from "./workbook";
import { book, goodRows, household, parameters } from "./samples";

const run = (code: string, tblHo: readonly ExampleRow[], rows: Record<string, readonly ExampleRow[]> = {}) =>
  runRules(tablesOf(book({ ...rows, tblHo })), { rules: [code] });
const withParameter = (name: string, value: ExampleRow[string]) => ({
  tblThamSo: parameters.map((one) => (one["Tham số"] === name ? { ...one, "Giá trị": value } : one)),
});
const other = {
  "Họ và tên chủ hộ": "Triệu Thị Mùi",
  "Ngày sinh": 29221,
  "Giới tính": "Nữ",
  "Số CCCD": "019180012345",
};

describe("who may be supported", () => {
  const inProject = (code: string) => ({
    tblDuAn: [{ ...goodRows["tblDuAn"]![0]!, "Mã chương trình": code }],
  });

  test("goes by the programme's number of the project, not by the plan's", () => {
    const nearPoor = [household({ "Diện hộ": "Hộ cận nghèo" })];
    expect(run("household/not-poor", nearPoor)).toHaveLength(1);
    expect(run("household/not-poor", nearPoor, inProject("DA1.TDA2"))).toHaveLength(1);
    expect(run("household/not-poor", nearPoor, inProject("DA10"))).toEqual([]);
  });

  test("an unknown status is the list's finding", () => {
    expect(
      run("household/not-poor", [household({ "Diện hộ": "Nghèo" }), household({ "Diện hộ": null })]),
    ).toEqual([]);
  });

  const kinh = (more: ExampleRow = {}) => [household({ "Dân tộc": "kinh", "Thôn xóm": "Đoàn Kết", ...more })];
  const code = "household/kinh-outside-difficult-area";

  test.each([
    ["in an unmarked village", kinh(), {}, ["error"]],
    ["in a marked one", kinh({ "Thôn xóm": "Làng Mười" }), {}, []],
    ["in a commune of region III", kinh(), withParameter("Xã khu vực III", "x"), []],
    [
      "while no village is marked and nobody said",
      kinh(),
      { tblXom: [{ "Thôn xóm": "Đoàn Kết" }] },
      ["warning"],
    ],
    [
      "while no village is marked, and somebody said no",
      kinh(),
      { tblXom: [{ "Thôn xóm": "Đoàn Kết" }], ...withParameter("Xã khu vực III", "không") },
      ["error"],
    ],
    ["while no village is listed", kinh(), { tblXom: [] }, []],
    ["that is near-poor", kinh({ "Diện hộ": "Hộ cận nghèo" }), {}, []],
  ])("a Kinh household %s", (_name, rows, tables, severities) => {
    expect(run(code, rows, tables).map((one) => one.severity)).toEqual(severities);
  });
});

describe("shortage of production land", () => {
  const code = "household/land-shortage-below-threshold";
  const land = (shortage: ExampleRow[string]) =>
    household({ "Nội dung hỗ trợ": "Đất sản xuất", "Hình thức": null, "Tỷ lệ thiếu đất SX": shortage });

  test.each([
    [0.5, "x", 0],
    [0.5, null, 1],
    [0.499, "x", 1],
    [0.51, null, 0],
    [50, "x", 0],
    ["50%", "x", 0],
    [null, "x", 1],
    ["nhiều", "x", 0],
  ])("of %p, threshold included: %p, gives %p findings", (shortage, inclusive, count) => {
    expect(
      run(code, [land(shortage)], withParameter("Ngưỡng thiếu đất tính cả bằng", inclusive)),
    ).toHaveLength(count);
  });

  test("goes by the content's group where its name differs", () => {
    const content = { ...goodRows["tblNoiDung"]![2]!, "Tên ngắn": "Hỗ trợ đất canh tác" };
    expect(
      run(
        code,
        [land(null)].map((row) => ({ ...row, "Nội dung hỗ trợ": "Hỗ trợ đất canh tác" })),
        { tblNoiDung: [content] },
      ),
    ).toHaveLength(1);
  });
});

describe("norms", () => {
  const code = "household/over-norm";
  const norm = (more: ExampleRow) => ({
    "Nội dung hỗ trợ": "Đất ở",
    Khoản: "NSTW",
    Kiểu: "tối đa",
    Mức: 40e6,
    "Độ tin cậy": "chưa xác minh",
    ...more,
  });
  const land = (amount: number, more: ExampleRow = {}) =>
    household({ "Nội dung hỗ trợ": "Đất ở", "Hình thức": null, NSTW: amount, ...more });
  const over = (rows: readonly ExampleRow[], ...tblDinhMuc: ExampleRow[]) => run(code, rows, { tblDinhMuc });

  test("are errors only once staff have confirmed them", () => {
    expect(over([land(41e6)], norm({}))[0]).toMatchObject({
      severity: "warning",
      column: "NSTW",
      params: { amount: 41e6, norm: 40e6 },
    });
    expect(over([land(41e6)], norm({ "Độ tin cậy": "Đã xác minh" }))[0]!.severity).toBe("error");
    expect(over([land(40e6)], norm({}))).toEqual([]);
  });

  test("count by the approval date, the plan's where it is empty; the latest of several counts", () => {
    const norms = [
      norm({ Mức: 30e6, "Từ ngày": "01/01/2020" }),
      norm({ "Từ ngày": "01/01/2025" }),
      norm({ Mức: 99e6, "Từ ngày": "01/01/2026" }),
    ];
    expect(over([land(41e6, { "Ngày phê duyệt": "31/12/2024" })], ...norms)[0]!.params["norm"]).toBe(30e6);
    expect(over([land(41e6, { "Ngày phê duyệt": null })], ...norms)[0]!.params["norm"]).toBe(40e6);
    expect(over([land(41e6, { "Ngày phê duyệt": "01/01/2026" })], ...norms)).toEqual([]);
    expect(over([land(41e6)], norm({ "Đến ngày": "31/12/2024" }))).toEqual([]);
    expect(over([land(41e6, { "Ngày phê duyệt": "bao giờ" })], ...norms)).toEqual([]);
  });

  test("for all of the money look at the sum, and at no sum that lacks a part", () => {
    const total = norm({ Khoản: "Tổng" });
    expect(over([land(38e6, { NSĐP: 4e6 })], total)[0]).toMatchObject({
      column: "Tổng hỗ trợ",
      params: { amount: 42e6 },
    });
    expect(over([land(38e6, { NSĐP: "?", "Vốn khác": 9e6 })], total)).toHaveLength(1);
    expect(over([land(38e6, { NSĐP: "bốn triệu", "Vốn khác": 9e6 })], total)).toEqual([]);
  });

  test("of a form apply to it alone; without a form nothing is over", () => {
    const forms = [norm({ "Hình thức": "Xây mới", Mức: 60e6 }), norm({ "Hình thức": "Sửa chữa", Mức: 30e6 })];
    expect(over([land(50e6, { "Hình thức": "sửa chữa" })], ...forms)).toHaveLength(1);
    expect(over([land(50e6), land(50e6, { "Hình thức": "Xây mới" })], ...forms)).toEqual([]);
    expect(run("household/form-missing", [land(50e6)], { tblDinhMuc: forms })).toHaveLength(1);
    expect(
      run("household/form-missing", [land(50e6)], {
        tblDinhMuc: [...forms, norm({ "Từ ngày": "01/01/2025" })],
      }),
    ).toEqual([]);
  });

  test("come from the programme where the workbook has no list of them", () => {
    const { tblDinhMuc: _left, ...rows } = book({ tblHo: [land(41e6), household({ NSTW: 61e6 })] }).rows;
    const found = runRules(tablesOf({ rows }), { rules: [code] });
    expect(found.map((one) => [one.severity, one.params["norm"], one.params["basis"]])).toEqual([
      ["warning", 40e6, "Quyết định 04/2023/QĐ-TTg"],
      ["warning", 60e6, "Quyết định 21/2024/QĐ-TTg (chưa đọc được văn bản)"],
    ]);
  });
});

describe("one household", () => {
  const twice = "household/same-support-twice";
  const noNumber = { "Số CCCD": null };

  test("is one CCCD, lost zeros put back", () => {
    expect(
      places(run(twice, [household(), household(other), household({ "Số CCCD": 19085012345 })])),
    ).toEqual([`${twice} tblHo Nội dung hỗ trợ 3`]);
  });

  test("without a CCCD is a near-equal person in the same village", () => {
    expect(
      run(twice, [household(noNumber), household({ ...noNumber, "Họ và tên chủ hộ": "Nông Văn Thanh" })]),
    ).toHaveLength(1);
    expect(run(twice, [household(), household(noNumber)])).toHaveLength(1);
    expect(run(twice, [household(), household({ ...noNumber, "Thôn xóm": "Đoàn Kết" })])).toEqual([]);
    expect(run(twice, [household(), household({ ...noNumber, "Ngày sinh": 22000 })])).toEqual([]);
  });

  test("is not two persons under one wrong number", () => {
    const rows = [household(), household({ ...other, "Số CCCD": "019085012345" })];
    expect(run(twice, rows)).toEqual([]);
    expect(run("household/duplicate-id", rows)[0]).toMatchObject({ row: 6, params: { otherRow: 5 } });
  });

  test("may lack its name in one row", () => {
    expect(run("household/duplicate-id", [household(), household({ "Họ và tên chủ hộ": null })])).toEqual([]);
    expect(run(twice, [household(), household({ "Họ và tên chủ hộ": null })])).toHaveLength(1);
  });

  test("has production land or change of occupation, whatever stands between", () => {
    const rows = ["Đất sản xuất", "Nhà ở", "Chuyển đổi nghề"].map((content) =>
      household({ "Nội dung hỗ trợ": content }),
    );
    const [found, ...more] = run("household/land-and-occupation", rows);
    expect(found).toMatchObject({
      severity: "error",
      row: 7,
      params: { otherRow: 5, otherContent: "Đất sản xuất" },
    });
    expect(more).toEqual([]);
  });

  test("is told as a priority once", () => {
    const tblDanToc = [{ "Dân tộc": "Nùng", "Nhóm khó khăn": "còn nhiều khó khăn" }];
    const rows = [
      household(),
      household({ "Nội dung hỗ trợ": "Đất ở" }),
      household({ ...other, "Thôn xóm": "Đoàn Kết", "Chủ hộ nữ là lao động duy nhất": "X" }),
    ];
    expect(places(run("household/priority", rows, { tblDanToc }))).toEqual([
      "household/priority tblHo Dân tộc 1",
      "household/priority tblHo Chủ hộ nữ là lao động duy nhất 3",
    ]);
  });

  test("agrees with itself in all its rows, each other value being told once", () => {
    const rows = [
      household(),
      household({ "Dân tộc": "Tày" }),
      household({ "Dân tộc": "tày", "Thôn xóm": "Đoàn Kết" }),
      household({ "Ngày sinh": 1985, "Diện hộ": null }),
    ];
    expect(places(run("household/inconsistent", rows))).toEqual([
      "household/inconsistent tblHo Dân tộc 2",
      "household/inconsistent tblHo Thôn xóm 3",
    ]);
  });
});

describe("money of all households", () => {
  const code = "household/total-exceeds-budget";
  const give = (content: string, nstw: number, nsdp = 0) =>
    household({ "Nội dung hỗ trợ": content, NSTW: nstw, NSĐP: nsdp });

  test("is compared content by content and source by source, on the budget's line", () => {
    const found = run(code, [give("Nhà ở", 200e6, 50e6), give("Nhà ở", 101e6, 1), give("Đất ở", 100e6)]);
    expect(places(found)).toEqual([`${code} tblNganSach NSTW 2`, `${code} tblNganSach NSĐP 2`]);
    expect(found[0]!.params).toEqual({
      project: "DA1",
      content: "Nhà ở",
      source: "NSTW",
      given: 301e6,
      budget: 300e6,
      excess: 1e6,
    });
    expect(found[1]!.params["excess"]).toBe(1);
  });

  test("is compared with the line of the content above, where that is what the budget names", () => {
    const parent = {
      ...goodRows["tblNoiDung"]![2]!,
      Mã: "DA1.ND9",
      "Tên ngắn": "Đất và nghề",
      "Nhóm hỗ trợ": null,
    };
    const children = ["Đất sản xuất", "Chuyển đổi nghề"].map((name, index) => ({
      ...parent,
      Mã: `DA1.ND9.${index + 1}`,
      Cấp: 2,
      "Tên ngắn": name,
    }));
    const tblNganSach = [{ ...goodRows["tblNganSach"]![0]!, "Nội dung": "Đất và nghề", NSTW: 50 }];
    const found = run(code, [give("Đất sản xuất", 30e6), give("Chuyển đổi nghề", 30e6)], {
      tblNoiDung: [parent, ...children],
      tblNganSach,
    });
    expect(found.map((one) => one.params["given"])).toEqual([60e6]);
  });

  test("takes the nearest of several lines above", () => {
    const content = (code: string, name: string) => ({
      ...goodRows["tblNoiDung"]![2]!,
      Mã: code,
      "Tên ngắn": name,
      "Nhóm hỗ trợ": null,
    });
    const tblNoiDung = [
      content("DA1.ND9", "Đất và nghề"),
      content("DA1.ND9.1", "Đất"),
      content("DA1.ND9.1.1", "Đất sản xuất"),
    ];
    const tblNganSach = ["Đất và nghề", "Đất"].map((name, index) => ({
      ...goodRows["tblNganSach"]![0]!,
      "Nội dung": name,
      NSTW: index === 0 ? 90 : 20,
    }));
    const found = run(code, [give("Đất sản xuất", 30e6)], { tblNoiDung, tblNganSach });
    expect(found.map((one) => [one.params["content"], one.params["budget"]])).toEqual([["Đất", 20e6]]);
  });

  test("of a content without a line is too much", () => {
    const tblNganSach = goodRows["tblNganSach"]!.filter((line) => line["Nội dung"] !== "Đất ở");
    expect(run(code, [give("Đất ở", 1e6)], { tblNganSach })[0]!.params).toMatchObject({
      content: "Đất ở",
      budget: 0,
    });
  });
});

test("near-equal persons are told with the reason and the other row", () => {
  const rows = [
    household(),
    household({ "Họ và tên chủ hộ": "Nông Văn Thàng", "Ngày sinh": "08/03/1985", "Số CCCD": "019085099999" }),
  ];
  expect(run("household/duplicate-person", rows)[0]).toMatchObject({
    row: 6,
    column: "Họ và tên chủ hộ",
    params: {
      otherRow: 5,
      nameSlips: 1,
      likeness: "slip",
      birth: "1985-03-08",
      otherBirth: "1985-08-08",
      sameHamlet: true,
    },
  });
});
