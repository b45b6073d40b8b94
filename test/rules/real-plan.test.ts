import { runRules } from "../../src/rules";
import { codes, places, tablesOf } from "./workbook";
import { parameters } from "./samples";

/** The plan 30/KH-UBND of 08/08/2025 as it is injected: million đồng, no village named, no capital type decided. */
const projects: readonly (readonly [string, string, string, number, number, number, string])[] = [
  [
    "DA1",
    "DA1",
    "Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt",
    720,
    626,
    94,
    "Phòng Kinh tế",
  ],
  ["DA4.TDA1", "DA4.TDA1", "Đầu tư cơ sở hạ tầng thiết yếu", 9504.2, 7459.2, 2045, "Phòng Kinh tế"],
  [
    "DA5.TDA1",
    "DA5.TDA1",
    "Đổi mới hoạt động, củng cố phát triển các trường phổ thông dân tộc",
    1487,
    1293,
    194,
    "Phòng Văn hóa - Xã hội",
  ],
  ["DA6", "DA7", "Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng", 66, 57.3, 8.7, "Phòng Văn hóa - Xã hội"],
  [
    "DA8.TDA2",
    "DA9.TDA2",
    "Giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống",
    103.5,
    90,
    13.5,
    "Phòng Văn hóa - Xã hội",
  ],
  [
    "DA9.TDA1",
    "DA10.TDA1",
    "Biểu dương, tôn vinh điển hình tiên tiến",
    182.5,
    158.4,
    24.1,
    "Phòng Văn hóa - Xã hội",
  ],
];
const amounts = (total: number, central: number, local: number) => ({
  "Tổng vốn": total,
  NSTW: central,
  NSĐP: local,
});

const injected = {
  rows: {
    tblThamSo: parameters,
    tblDuAn: projects.map(([code, programmeCode, title, total, central, local, unit]) => ({
      Mã: code,
      "Mã chương trình": programmeCode,
      "Tên dự án": title,
      ...amounts(total, central, local),
      "Đơn vị chủ trì": unit,
    })),
    tblNoiDung: ["Đất ở", "Nhà ở", "Đất sản xuất", "Chuyển đổi nghề", "Nước phân tán", "Nước tập trung"].map(
      (name, index) => ({
        Mã: `DA1.ND${index + 1}`,
        "Mã dự án": "DA1",
        Cấp: 1,
        "Tên ngắn": name,
        "Nội dung": `Hỗ trợ ${name.toLowerCase()}`,
      }),
    ),
    tblNganSach: projects.map(([code, , , total, central, local]) => ({
      "Mã dự án": code,
      "Nội dung": "Chưa chi tiết",
      "Loại vốn": "Chưa xác định",
      "Năm vốn": "Năm nay",
      ...amounts(total, central, local),
    })),
    tblCongTrinh: [],
    tblHoatDong: [],
    tblGiaiNgan: [],
    tblHo: [],
    tblKetQua: [],
    tblXom: [],
    tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }, { "Đơn vị": "Phòng Văn hóa - Xã hội" }],
    tblDanToc: [{ "Dân tộc": "Kinh" }, { "Dân tộc": "Tày" }],
    tblDinhMuc: [
      {
        "Nội dung hỗ trợ": "Đất ở",
        Khoản: "NSTW",
        Mức: 40000000,
        Kiểu: "tối đa",
        "Độ tin cậy": "đã đọc nguồn thứ cấp",
      },
    ],
  },
};

describe("the real plan, injected", () => {
  const found = runRules(tablesOf(injected));
  const count = (code: string) => codes(found).filter((one) => one === code).length;

  test("has no error", () => {
    expect(found.filter((one) => one.severity === "error")).toEqual([]);
  });

  test("is told about its three numbers, its six undecided capital types and its one empty list", () => {
    expect(places(found.filter((one) => one.code === "budget/programme-code-mismatch"))).toEqual(
      [4, 5, 6].map((row) => `budget/programme-code-mismatch tblDuAn Mã ${row}`),
    );
    expect(count("budget/capital-type-undecided")).toBe(6);
    expect(places(found.filter((one) => one.code === "list/empty"))).toEqual([
      "list/empty tblXom Thôn xóm 0",
    ]);
  });

  test("has one project with an unusual local share, and nothing else", () => {
    expect(places(found.filter((one) => one.code === "budget/counterpart-outlier"))).toEqual([
      "budget/counterpart-outlier tblDuAn NSĐP 2",
    ]);
    expect(found).toHaveLength(3 + 6 + 1 + 1);
  });
});
