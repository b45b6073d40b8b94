/** Sheets that are none of our tables are left alone, whatever they resemble; and no sheet, however messy, throws. */
import fc from "fast-check";
import type { CellValue } from "../../../src/book";
import { households } from "./people";
import { book, findingsOf, mappingsOf, sheet } from "./sheet";

const people = households(8, 11);
const rows = (line: (index: number) => readonly CellValue[]) => people.map((_one, index) => line(index));
const at = (index: number) => people[index]!;

const others = [
  sheet("Công văn", [
    ["ỦY BAN NHÂN DÂN XÃ DÂN TIẾN", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["Số: 12/CV-UBND", null, null, "Độc lập - Tự do - Hạnh phúc"],
    ["Kính gửi: Phòng Kinh tế"],
    [
      "Căn cứ Kế hoạch số 30/KH-UBND về hỗ trợ nhà ở cho các hộ nghèo, dân tộc thiểu số, tổng kinh phí 720 triệu đồng,",
    ],
    ["UBND xã đề nghị phân bổ vốn NSTW, NSĐP cho dự án 1."],
    ["Nơi nhận:", null, null, "CHỦ TỊCH"],
  ]),
  sheet("Cán bộ", [
    ["DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ NĂM 2025"],
    ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD", "Chức vụ", "Địa chỉ"],
    ...rows((i) => [
      i + 1,
      at(i).name,
      at(i).year,
      at(i).gender,
      at(i).ethnic,
      at(i).identity,
      "Công chức",
      at(i).village,
    ]),
  ]),
  sheet("Lương tháng 8", [
    ["BẢNG LƯƠNG THÁNG 8 NĂM 2025"],
    ["STT", "Họ và tên", "Chức danh", "Hệ số lương", "Thành tiền", "Số tài khoản", "Ký nhận"],
    ...rows((i) => [i + 1, at(i).name, "Công chức", 2.34, 5_475_600, "8500205123456", null]),
  ]),
  sheet("Tập huấn", [
    ["DANH SÁCH HỌC VIÊN LỚP TẬP HUẤN NĂM 2025"],
    ["TT", "Họ và tên", "Năm sinh", "Dân tộc", "Xóm", "Số tiền", "Ký nhận"],
    ...rows((i) => [i + 1, at(i).name, at(i).year, at(i).ethnic, at(i).village, 100_000, null]),
  ]),
  sheet("Nhân khẩu", [
    ["DANH SÁCH NHÂN KHẨU HỘ NGHÈO"],
    ["TT", "Họ và tên", "Quan hệ với chủ hộ", "Năm sinh", "Giới tính", "Dân tộc", "Số CCCD"],
    ...rows((i) => [
      i + 1,
      at(i).name,
      i % 3 === 0 ? "Chủ hộ" : "Con",
      at(i).year,
      at(i).gender,
      at(i).ethnic,
      at(i).identity,
    ]),
  ]),
  sheet("TH theo xóm", [
    ["TỔNG HỢP KẾT QUẢ HỖ TRỢ THEO XÓM NĂM 2025"],
    ["STT", "Xóm", "Số hộ", "Tổng kinh phí", "NSTW", "NSĐP"],
    [1, "Làng Mười", 12, 720, 660, 60],
    [2, "Đoàn Kết", 8, 480, 440, 40],
  ]),
  sheet("Báo cáo GN", [
    ["BÁO CÁO KẾT QUẢ GIẢI NGÂN ĐẾN 30/9/2025"],
    ["STT", "Nội dung", "Kế hoạch vốn", "NSTW", "NSĐP", "Lũy kế giải ngân", "Tỷ lệ (%)"],
    [1, "Hỗ trợ đất ở", 220, 200, 20, 110, 50],
    [2, "Hỗ trợ nhà ở", 500, 426, 74, 250, 50],
  ]),
  sheet("Sheet2", [
    ["Loại vốn", "(Tất cả)"],
    [null],
    ["Nội dung", "NSTW ", "NSĐP "],
    ["Đất ở", 200, 20],
    ["Nhà ở", 426, 74],
    ["Tổng Cuối", 626, 94],
  ]),
  sheet("Quỹ", [
    ["SỔ QUỸ TIỀN MẶT NĂM 2025"],
    ["Ngày", "Số chứng từ", "Diễn giải", "Thu", "Chi", "Tồn"],
    [45881, "PT01", "Rút tiền kho bạc", 5_000_000, null, 5_000_000],
    [45882, "PC01", "Chi tiếp khách", null, 1_000_000, 4_000_000],
  ]),
  sheet("Vật tư", [
    ["DANH MỤC VẬT TƯ"],
    ["STT", "Tên vật tư", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
    [1, "Xi măng", "bao", 20, 90_000, 1_800_000],
  ]),
  sheet("Mẫu danh sách", [
    ["DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ NHÀ Ở"],
    ["STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Dân tộc", "Số CCCD", "Xóm", "NSTW"],
    [1, "Lý Văn Mẫu", 1980, "Nam", "Mông", "019080100001", "Làng Mười", 60_000_000],
    [
      "{{#Hộ}}{{STT}}",
      "{{Hộ.Họ và tên chủ hộ}}",
      "{{Hộ.Ngày sinh}}",
      null,
      null,
      "{{Hộ.Số CCCD}}",
      null,
      "{{Hộ.NSTW}}{{/Hộ}}",
    ],
  ]),
  sheet("Danh sách trống", [
    ["DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ NHÀ Ở"],
    ["STT", "Họ và tên chủ hộ", "Năm sinh", "Dân tộc", "Số CCCD", "NSTW"],
  ]),
  sheet("BC06 Niêm yết", [
    ["DANH SÁCH HỘ ĐƯỢC HỖ TRỢ"],
    ["STT", "Họ và tên chủ hộ", "Năm sinh", "Số CCCD", "Thôn xóm", "Nội dung hỗ trợ", "NSTW"],
    ...rows((i) => [i + 1, at(i).name, at(i).year, "*********001", at(i).village, "Nhà ở", 60_000_000]),
  ]),
  sheet(
    "Biểu của tỉnh",
    [
      ["Dự án", "Nội dung", "Tổng vốn", "NSTW", "NSĐP"],
      ["DA1", "Đất ở", 220, 200, 20],
    ],
    { formulas: { D2: 'SUMIFS(tblNganSach[NSTW],tblNganSach[Mã dự án],"DA1")' } },
  ),
  sheet(
    "_an",
    [
      ["DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ NHÀ Ở"],
      ["STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Dân tộc", "Số CCCD", "NSTW"],
      ...rows((i) => [i + 1, at(i).name, at(i).year, at(i).gender, at(i).ethnic, at(i).identity, 60_000_000]),
    ],
    { visibility: "hidden" },
  ),
  sheet("Danh bạ", [
    ["STT", "Họ và tên", "Số điện thoại", "Địa chỉ"],
    ...rows((i) => [i + 1, at(i).name, "0912345678", at(i).village]),
  ]),
  sheet("Chỉ tiêu", [
    ["CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2025"],
    ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ %"],
    [1, "Tỷ lệ hộ nghèo", "%", 12, 11, 91],
  ]),
  sheet("Hóa đơn", [
    ["Ngày", "Số hóa đơn", "Tên hàng", "Số tiền", "Người mua"],
    [45881, "0001", "Xi măng", 1_800_000, "UBND xã"],
  ]),
];

test.each(others.map((one) => [one.name, one] as const))("%s is left alone", (_name, one) => {
  expect(mappingsOf(book(one)).map((mapping) => [mapping.table, mapping.confidence])).toEqual([]);
});

test("a sheet of ours is never read as one of theirs, whatever it is called", () => {
  const list = others.find((one) => one.name === "_an")!;
  const named = { ...list, name: "Hộ thụ hưởng", visibility: "visible" as const };
  expect(mappingsOf(book(named)).map((mapping) => mapping.sheet)).toEqual(["Hộ thụ hưởng"]);
  const table = {
    name: "tblHo",
    area: { row: 1, column: 0, rows: 9, columns: 7 },
    headers: named.values[1]!.map(String),
    hasHeaderRow: true,
    hasTotalsRow: false,
  };
  expect(mappingsOf(book({ ...named, name: "Danh sách", tables: [table] }))).toEqual([]);
});

const words = [
  ...[
    "STT",
    "Họ và tên chủ hộ",
    "Họ tên",
    "Năm sinh",
    "Nam",
    "Nữ",
    "Dân tộc",
    "Số CCCD",
    "Xóm",
    "Diện hộ",
    "NSTW",
    "NSĐP",
  ],
  ...[
    "Nội dung",
    "Tổng vốn",
    "Đất ở",
    "Nhà ở",
    "Vốn đầu tư",
    "Vốn sự nghiệp",
    "Số tiền",
    "Ngày",
    "Số chứng từ",
    "Tạm ứng",
  ],
  ...[
    "Tên công trình",
    "Tổng mức đầu tư",
    "Kế hoạch vốn",
    "Tổng cộng",
    "I",
    "II",
    "A",
    "Xóm Làng Mười",
    "Dự án 1",
    "Kiểm tra",
  ],
  ...[
    "DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ",
    "ĐVT: triệu đồng",
    "Người lập biểu",
    "(1)",
    "40 triệu",
    "1.250,5",
    "x",
    "-",
    " ",
    "",
  ],
];
const cell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<CellValue>(...words) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<CellValue>(null, 1, 2, 1980, 45881, 40, 40_000_000, 0.6, -5, 1e300),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(true, { error: "#N/A" }, "Lý Văn Páo", "019080000001") },
);
const merge = fc.record({
  row: fc.nat(10),
  column: fc.nat(7),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
});

test("whatever stands on a sheet, reading and checking it never throws and stays on the sheet", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 16 }),
      fc.array(merge, { maxLength: 4 }),
      (values, merges) => {
        const workbook = book({ ...sheet("Lộn xộn", values), merges });
        for (const mapping of mappingsOf(workbook)) {
          expect(mapping.firstRow).toBeGreaterThan(mapping.headerRows.at(-1)!);
          expect(mapping.lastRow).toBeLessThan(values.length);
          const fields = mapping.columns.filter(
            (one) => one.field !== null && Object.keys(one.says).length === 0,
          );
          const keys = fields.map((one) => `${one.block} ${one.field}`);
          expect(new Set(keys).size).toBe(keys.length);
        }
        for (const finding of findingsOf(workbook)) {
          expect([finding.sheet, finding.table]).toEqual(["Lộn xộn", null]);
          expect(finding.row).toBeLessThanOrEqual(values.length);
        }
      },
    ),
    { numRuns: 600, seed: 5 },
  );
});
