import { runRules } from "../../src/rules";
import { codes, places, tablesOf } from "./workbook";
import { book, goodRows, household, voucher } from "./samples";

/** Errors and warnings; what is only said for information is no fault. */
function faults(rows: Parameters<typeof book>[0]) {
  return runRules(tablesOf(book(rows))).filter((one) => one.severity !== "info");
}

test("a workbook in which everything is right has no finding at all", () => {
  expect(runRules(tablesOf(book()))).toEqual([]);
});

describe("what is right is not flagged", () => {
  test.each([
    [
      "a woman head correctly marked",
      {
        "Họ và tên chủ hộ": "Triệu Thị Mùi",
        "Giới tính": "Nữ",
        "Số CCCD": "019185012345",
        "Chủ hộ nữ là lao động duy nhất": "x",
      },
    ],
    ["H'Mông for Mông", { "Dân tộc": "H'Mông" }],
    ["another case and place of a mark", { "Dân tộc": "NÙNG", "Diện hộ": "hộ nghèo" }],
    ["a CCCD of another province", { "Số CCCD": "001085012345" }],
    ["a CCCD with spaces", { "Số CCCD": "019 085 012345" }],
    ["a year-only birth date", { "Ngày sinh": 1985 }],
    [
      "“chưa có” in optional columns",
      {
        "Ngày phê duyệt": "chưa có",
        NSĐP: "-",
        "Số tài khoản": "chưa có",
        "Hình thức": "Xây mới",
        "Tỷ lệ thiếu đất SX": "chưa có",
      },
    ],
    ["empty optional columns", { NSĐP: null, "Số khẩu": null, "Ngày phê duyệt": null, STT: null }],
    ["a poor Kinh household in a difficult village", { "Dân tộc": "Kinh" }],
  ])("%s", (_name, change) => {
    expect(faults({ tblHo: [household(change)] })).toEqual([]);
  });

  test("a house together with housing land", () => {
    const land = household({ "Nội dung hỗ trợ": "Đất ở", "Hình thức": null, NSTW: 40000000 });
    expect(faults({ tblHo: [household(), land] })).toEqual([]);
  });

  test("ten equal payments in one voucher to ten households", () => {
    const payments = Array.from({ length: 10 }, (_unused, index) =>
      voucher({ "Đơn vị nhận": `Hộ số ${index + 1}` }),
    );
    expect(faults({ tblGiaiNgan: payments })).toEqual([]);
  });

  test("an advance that is recovered, with either sign", () => {
    const advance = voucher({ "Hình thức": "Tạm ứng", "Số chứng từ": "UNC 1" });
    const rows = (amount: number) => [
      advance,
      voucher({ "Hình thức": "Thu hồi tạm ứng", "Số chứng từ": "UNC 2", "Số tiền": amount }),
      voucher(),
    ];
    expect(faults({ tblGiaiNgan: rows(20000000) })).toEqual([]);
    expect(faults({ tblGiaiNgan: rows(-20000000) })).toEqual([]);
  });

  test("sums exact in đồng that floats of millions would miss", () => {
    const amounts = [94, 2045, 194, 8.7, 13.5, 24.1];
    const project = { ...goodRows["tblDuAn"]![0]!, "Tổng vốn": 7459.2 + 2379.3, NSTW: 7459.2, NSĐP: 2379.3 };
    const lines = amounts.map((amount, index) => ({
      ...goodRows["tblNganSach"]![1]!,
      "Địa bàn": `Xóm ${index}`,
      "Tổng vốn": amount + (index === 0 ? 7459.2 : 0),
      NSTW: index === 0 ? 7459.2 : 0,
      NSĐP: amount,
    }));
    expect(
      codes(faults({ tblDuAn: [project], tblNganSach: lines, tblHo: [household()] })).filter((code) =>
        code.startsWith("budget/"),
      ),
    ).toEqual([]);
  });

  test("persons with one name in one village, born decades apart", () => {
    const other = household({ "Ngày sinh": 22000, "Số CCCD": "019060054321", STT: 2, NSTW: 30000000 });
    expect(faults({ tblHo: [household(), other] })).toEqual([]);
  });

  test("blank rows, and rows numbered beforehand", () => {
    expect(
      faults({ tblHo: [household(), {}, { STT: 3 }, { "Kiểm tra": "Số CCCD: …", "Mã dòng": "H7" }] }),
    ).toEqual([]);
  });
});

describe("one cause gives one finding", () => {
  test.each([
    ["a number typed as text", { NSTW: "60.000.000" }, ["number/text-number NSTW"]],
    ["a number with two readings", { NSĐP: "4,000" }, ["number/text-number NSĐP"]],
    ["a word for a number", { NSTW: "sáu mươi triệu" }, ["type/number NSTW"]],
    ["an empty required cell", { "Thôn xóm": null }, ["required/missing Thôn xóm"]],
    ["a placeholder for a name", { "Họ và tên chủ hộ": "chưa có" }, ["required/missing Họ và tên chủ hộ"]],
    ["a placeholder for a CCCD", { "Số CCCD": "chưa có" }, ["identity/format Số CCCD"]],
    ["a lost zero", { "Số CCCD": 19085012345 }, ["identity/lost-leading-zero Số CCCD"]],
    ["a date typed as text", { "Ngày sinh": "08/08/1985" }, ["date/text-date Ngày sinh"]],
    ["an impossible date", { "Ngày sinh": "31/02/1985" }, ["type/date Ngày sinh"]],
    ["a village with a stray space", { "Thôn xóm": "Làng Mười " }, ["text/stray-space Thôn xóm"]],
    [
      "a village with its marks apart",
      { "Thôn xóm": "Làng Mười".normalize("NFD") },
      ["text/not-nfc Thôn xóm"],
    ],
    ["a village in TCVN3", { "Thôn xóm": "Lµng M\u00adêi" }, ["text/legacy-encoding Thôn xóm"]],
    ["an unknown village", { "Thôn xóm": "Làng Chín" }, ["list/unknown-value Thôn xóm"]],
    ["an unknown project", { "Mã dự án": "DA12" }, ["budget/unknown-project Mã dự án"]],
    ["an unknown content", { "Nội dung hỗ trợ": "Nhà đất" }, ["list/unknown-value Nội dung hỗ trợ"]],
    ["a near-poor household", { "Diện hộ": "Hộ cận nghèo" }, ["household/not-poor Diện hộ"]],
    ["too much for a house", { NSTW: 65000000 }, ["household/over-norm NSTW"]],
    ["a number beyond all figures", { "Vốn khác": 8.5e20 }, ["type/number Vốn khác"]],
    ["a cell error", { NSTW: { error: "#N/A" } }, ["type/number NSTW"]],
  ])("%s", (_name, change, expected) => {
    const found = runRules(tablesOf(book({ tblHo: [household(change)] })));
    expect(found.map((one) => `${one.code} ${one.column}`)).toEqual(expected);
  });

  test("a typed total is reported once and counts nowhere", () => {
    const total = { "Mã dự án": "Tổng cộng", "Tổng vốn": 720, NSTW: 626, NSĐP: 94 };
    expect(places(runRules(tablesOf(book({ tblNganSach: [...goodRows["tblNganSach"]!, total] }))))).toEqual([
      "structure/subtotal-row tblNganSach Mã dự án 6",
    ]);
  });

  test("formulas that were never calculated are said once a sheet, and are not missing", () => {
    const rows = {
      tblHo: [
        household({ NSTW: null, NSĐP: null }),
        household({ NSTW: null, "Nội dung hỗ trợ": "Đất ở", "Hình thức": null }),
      ],
    };
    const uncalculated = [
      { table: "tblHo", row: 0, header: "NSTW" },
      { table: "tblHo", row: 0, header: "NSĐP" },
      { table: "tblHo", row: 1, header: "NSTW" },
    ];
    expect(codes(runRules(tablesOf({ ...book(rows), uncalculated })))).toEqual(["structure/not-calculated"]);
  });

  test("an empty list is said once, not once a row", () => {
    const rows = {
      tblXom: [],
      tblHo: [household(), household({ "Nội dung hỗ trợ": "Đất ở", "Hình thức": null })],
    };
    expect(places(runRules(tablesOf(book(rows))))).toEqual(["list/empty tblXom Thôn xóm 0"]);
  });

  test("one CCCD for two persons is not also an inconsistency", () => {
    const other = household({
      "Họ và tên chủ hộ": "Hoàng Văn Bảy",
      "Dân tộc": "Tày",
      "Ngày sinh": 1985,
      STT: 2,
    });
    expect(codes(faults({ tblHo: [household(), other] }))).toEqual(["household/duplicate-id"]);
  });
});
