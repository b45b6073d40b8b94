/** The workbook's structure against the contract's own words (section 2), written out here a second time. */
import { sheets, tables, tableSpec } from "../../src/layout";

/** sheet, table, columns: `*` required, `ƒ` native formula, `º` filled by us. */
const contract: readonly (readonly [string, string, string])[] = [
  [
    "Kế hoạch",
    "tblDuAn",
    "Mã*|Mã chương trình*|Tên dự án*|Tổng vốn*|NSTW*|NSĐP*|Vốn khác|Chênh lệch ƒ|Tỷ lệ đối ứng ƒ|Đơn vị chủ trì*|Đơn vị phối hợp|Kiểm tra º|Mã dòng º",
  ],
  [
    "Nội dung",
    "tblNoiDung",
    "Mã*|Mã dự án*|Cấp*|Tên ngắn*|Nội dung*|Nhóm hỗ trợ|Loại vốn được dùng|Đối tượng|Đơn vị thực hiện|Kiểm tra º|Mã dòng º",
  ],
  [
    "Ngân sách",
    "tblNganSach",
    "Mã dự án*|Nội dung*|Loại vốn*|Năm vốn*|Địa bàn|Tổng vốn*|NSTW*|NSĐP*|Vốn khác|Chênh lệch ƒ|Chủ đầu tư|Đơn vị thực hiện|Loại giao|Số quyết định|Ngày quyết định|Ghi chú|Kiểm tra º|Mã dòng º",
  ],
  [
    "Công trình",
    "tblCongTrinh",
    "Mã công trình*|Tên công trình*|Mã dự án*|Nội dung*|Thôn xóm|Chủ đầu tư|Số QĐ phê duyệt|Tổng mức đầu tư*|Nhà thầu|Giá trị hợp đồng|Khởi công|Hoàn thành|Kế hoạch vốn năm|Khối lượng nghiệm thu|Lũy kế giải ngân ƒ|Tạm ứng chưa thu hồi ƒ|Giá trị quyết toán|Ghi chú|Kiểm tra º|Mã dòng º",
  ],
  [
    "Hoạt động",
    "tblHoatDong",
    "Mã dự án*|Nội dung*|Hoạt động*|Thời gian|Thôn xóm|Số lượng|Lượt người|Nữ|DTTS|Kinh phí|Đơn vị thực hiện|Ghi chú|Kiểm tra º|Mã dòng º",
  ],
  [
    "Giải ngân",
    "tblGiaiNgan",
    "Ngày*|Số chứng từ*|Hình thức*|Mã dự án*|Nội dung*|Loại vốn*|Năm vốn*|Nguồn*|Số tiền*|Mã công trình|Đơn vị nhận|Mục lục ngân sách|Ghi chú|Kiểm tra º|Mã dòng º",
  ],
  [
    "Hộ thụ hưởng",
    "tblHo",
    "STT|Họ và tên chủ hộ*|Ngày sinh*|Giới tính*|Dân tộc*|Số CCCD*|Thôn xóm*|Diện hộ*|Số khẩu|Chủ hộ nữ là lao động duy nhất|Tỷ lệ thiếu đất SX|Mã dự án*|Nội dung hỗ trợ*|Hình thức|NSTW*|NSĐP|Vốn khác|Tổng hỗ trợ ƒ|Vay NHCSXH|Số QĐ phê duyệt|Ngày phê duyệt|Số tài khoản|Đã chi|Ghi chú|Kiểm tra º|Mã dòng º",
  ],
  [
    "Kết quả",
    "tblKetQua",
    "Mã dự án*|Nội dung*|Chỉ tiêu*|ĐVT*|Kế hoạch*|Kỳ này|Lũy kế|Ước cả năm|Tỷ lệ ƒ|Số hộ DTTS|Chủ hộ nữ|Ghi chú|Kiểm tra º|Mã dòng º",
  ],
  ["Danh mục", "tblXom", "Thôn xóm*|Xã cũ|Đặc biệt khó khăn"],
  ["Danh mục", "tblDonVi", "Đơn vị*|Viết tắt"],
  ["Danh mục", "tblDanToc", "Dân tộc*|Tên khác|Nhóm khó khăn"],
  [
    "Danh mục",
    "tblDinhMuc",
    "Nội dung hỗ trợ*|Hình thức|Khoản*|Mức*|Kiểu*|Từ ngày|Đến ngày|Căn cứ|Độ tin cậy*",
  ],
  ["Danh mục", "tblThamSo", "Tham số*|Giá trị|Ghi chú"],
  ["_so_mtqg", "tblNguon", "Khóa*|Giá trị"],
];

test.each(contract)("%s / %s has exactly the contract's columns", (sheet, table, columns) => {
  const spec = tableSpec(table)!;
  expect(spec.sheet).toBe(sheet);
  const written = spec.columns.map((column) => {
    const sign = column.required
      ? "*"
      : column.role === "computed"
        ? " ƒ"
        : column.role === "ours"
          ? " º"
          : "";
    return column.header + sign;
  });
  expect(written).toEqual(columns.split("|"));
});

test("there is no table beside the contract's", () => {
  expect(tables.map((table) => table.name).sort()).toEqual(contract.map(([, table]) => table).sort());
});

test("headers are NFC and stand once in their table", () => {
  for (const table of tables) {
    const headers = table.columns.map((column) => column.header);
    expect(headers).toEqual(headers.map((header) => header.normalize("NFC")));
    expect(new Set(headers).size).toBe(headers.length);
  }
});

test("every column that the contract names has a drop-down", () => {
  const named = [
    "Mã dự án",
    "Nội dung",
    "Nội dung hỗ trợ",
    "Đơn vị chủ trì",
    "Chủ đầu tư",
    "Thôn xóm",
    "Dân tộc",
  ];
  const lists = sheets
    .filter((sheet) => sheet.name !== "Danh mục")
    .flatMap((sheet) => sheet.tables)
    .flatMap((table) => table.columns.map((column) => ({ table: table.name, column })))
    .filter(
      ({ table, column }) =>
        named.includes(column.header) && !(table === "tblNoiDung" && column.header === "Nội dung"),
    );
  expect(lists.length).toBeGreaterThan(15);
  for (const { table, column } of lists)
    expect([table, column.header, column.list !== undefined]).toEqual([table, column.header, true]);
});

test("fixed lists hold the contract's values", () => {
  const options = (table: string, header: string) => {
    const list = tableSpec(table)!.columns.find((column) => column.header === header)!.list;
    return list?.kind === "options" ? list.options.join(" | ") : null;
  };
  expect(options("tblNganSach", "Loại vốn")).toBe("Đầu tư | Sự nghiệp | Chưa xác định");
  expect(options("tblNganSach", "Năm vốn")).toBe("Năm nay | Kéo dài");
  expect(options("tblNganSach", "Loại giao")).toBe("Đầu năm | Bổ sung | Điều chỉnh");
  expect(options("tblGiaiNgan", "Nguồn")).toBe("NSTW | NSĐP | Vốn khác");
  expect(options("tblGiaiNgan", "Hình thức")).toBe("Tạm ứng | Thanh toán | Thu hồi tạm ứng | Giảm chi");
  expect(options("tblHo", "Hình thức")).toBe("Xây mới | Sửa chữa");
  expect(options("tblHo", "Giới tính")).toBe("Nam | Nữ");
  expect(options("tblHo", "Diện hộ")).toBe("Hộ nghèo | Hộ cận nghèo | Khác");
  expect(options("tblDinhMuc", "Khoản")).toBe("NSTW | NSĐP | Tổng | Vay");
  expect(options("tblDinhMuc", "Kiểu")).toBe("tối đa | tối thiểu | bình quân");
  expect(options("tblDinhMuc", "Độ tin cậy")).toBe("đã xác minh | đã đọc nguồn thứ cấp | chưa xác minh");
});
