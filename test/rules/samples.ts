/** A small workbook in which everything is right; tests change one thing in it. Synthetic persons and numbers. */
import type { ExampleBook, ExampleRow } from "../../src/rules";

type Rows = Record<string, readonly ExampleRow[]>;

export const parameters: readonly ExampleRow[] = [
  ["Tên xã", "Dân Tiến"],
  ["Năm kế hoạch", 2025],
  ["Ngày kế hoạch", 45877],
  ["Gói chương trình", "1719"],
  ["Đơn vị tính", "triệu đồng"],
  ["Đơn vị tính chi tiết", "đồng"],
  ["Tỷ lệ đối ứng tối thiểu", 0.15],
  ["Sai số làm tròn", 0.1],
  ["Ngưỡng thiếu đất SX", 0.5],
  ["Ngưỡng thiếu đất tính cả bằng", "x"],
  ["Xã khu vực III", null],
  ["Hạn thanh toán", "31/01/2026"],
  ["Hạn vốn kéo dài", "31/12/2025"],
].map(([name, value]) => ({ "Tham số": name!, "Giá trị": value! }));

const groups = ["Đất ở", "Nhà ở", "Đất sản xuất", "Chuyển đổi nghề", "Nước phân tán"];
const capital: Record<string, string> = { "Chuyển đổi nghề": "Sự nghiệp", "Nước phân tán": "Sự nghiệp" };

const contents: readonly ExampleRow[] = groups.map((group, index) => ({
  Mã: `DA1.ND${index + 1}`,
  "Mã dự án": "DA1",
  Cấp: 1,
  "Tên ngắn": group,
  "Nội dung": `Hỗ trợ ${group.toLowerCase()} cho hộ nghèo`,
  "Nhóm hỗ trợ": group,
  "Loại vốn được dùng": capital[group] ?? "Đầu tư",
}));

function budgetLine(content: string, central: number, local: number): ExampleRow {
  return {
    "Mã dự án": "DA1",
    "Nội dung": content,
    "Loại vốn": capital[content] ?? "Đầu tư",
    "Năm vốn": "Năm nay",
    "Tổng vốn": central + local,
    NSTW: central,
    NSĐP: local,
    "Loại giao": "Đầu năm",
  };
}

export function household(more: ExampleRow = {}): ExampleRow {
  return {
    STT: 1,
    "Họ và tên chủ hộ": "Nông Văn Thành",
    "Ngày sinh": 31267, // 08/08/1985
    "Giới tính": "Nam",
    "Dân tộc": "Nùng",
    "Số CCCD": "019085012345",
    "Thôn xóm": "Làng Mười",
    "Diện hộ": "Hộ nghèo",
    "Số khẩu": 4,
    "Mã dự án": "DA1",
    "Nội dung hỗ trợ": "Nhà ở",
    "Hình thức": "Xây mới",
    NSTW: 60000000,
    NSĐP: 4000000,
    "Số QĐ phê duyệt": "12/QĐ-UBND",
    "Ngày phê duyệt": 45900,
    ...more,
  };
}

export function voucher(more: ExampleRow = {}): ExampleRow {
  return {
    Ngày: 45900,
    "Số chứng từ": "UNC 15",
    "Hình thức": "Thanh toán",
    "Mã dự án": "DA1",
    "Nội dung": "Nhà ở",
    "Loại vốn": "Đầu tư",
    "Năm vốn": "Năm nay",
    Nguồn: "NSTW",
    "Số tiền": 20000000,
    "Đơn vị nhận": "Nông Văn Thành",
    ...more,
  };
}

/** All tables, all right. */
export const goodRows: Rows = {
  tblThamSo: parameters,
  tblDuAn: [
    {
      Mã: "DA1",
      "Mã chương trình": "DA1",
      "Tên dự án": "Giải quyết tình trạng thiếu đất ở, nhà ở",
      "Tổng vốn": 720,
      NSTW: 626,
      NSĐP: 94,
      "Đơn vị chủ trì": "Phòng Kinh tế",
    },
  ],
  tblNoiDung: contents,
  tblNganSach: [
    budgetLine("Đất ở", 100, 10),
    budgetLine("Nhà ở", 300, 50),
    budgetLine("Đất sản xuất", 100, 14),
    budgetLine("Chuyển đổi nghề", 100, 20),
    budgetLine("Nước phân tán", 26, 0),
  ],
  tblCongTrinh: [
    {
      "Mã công trình": "CT01",
      "Tên công trình": "Sửa chữa đường Làng Mười",
      "Mã dự án": "DA1",
      "Nội dung": "Nhà ở",
      "Tổng mức đầu tư": 500,
      "Kế hoạch vốn năm": 300,
      "Khối lượng nghiệm thu": 200,
    },
  ],
  tblHoatDong: [
    {
      "Mã dự án": "DA1",
      "Nội dung": "Chuyển đổi nghề",
      "Hoạt động": "Cộng đồng dân cư học nghề",
      "Kinh phí": 12.5,
    },
  ],
  tblGiaiNgan: [voucher()],
  tblHo: [household()],
  tblKetQua: [
    {
      "Mã dự án": "DA1",
      "Nội dung": "Nhà ở",
      "Chỉ tiêu": "Số hộ được hỗ trợ nhà ở",
      ĐVT: "hộ",
      "Kế hoạch": 5,
      "Lũy kế": 1,
    },
  ],
  tblXom: [
    { "Thôn xóm": "Làng Mười", "Xã cũ": "Bình Long", "Đặc biệt khó khăn": "x" },
    { "Thôn xóm": "Đoàn Kết" },
  ],
  tblDonVi: [{ "Đơn vị": "Phòng Kinh tế", "Viết tắt": "KT" }],
  tblDanToc: [{ "Dân tộc": "Kinh" }, { "Dân tộc": "Mông" }, { "Dân tộc": "Nùng" }, { "Dân tộc": "Tày" }],
  tblDinhMuc: [
    {
      "Nội dung hỗ trợ": "Nhà ở",
      "Hình thức": "Xây mới",
      Khoản: "NSTW",
      Mức: 60000000,
      Kiểu: "tối đa",
      "Từ ngày": 45658,
      "Độ tin cậy": "chưa xác minh",
    },
    {
      "Nội dung hỗ trợ": "Nhà ở",
      "Hình thức": "Sửa chữa",
      Khoản: "NSTW",
      Mức: 30000000,
      Kiểu: "tối đa",
      "Từ ngày": 45658,
      "Độ tin cậy": "chưa xác minh",
    },
    {
      "Nội dung hỗ trợ": "Nhà ở",
      Khoản: "NSĐP",
      Mức: 4000000,
      Kiểu: "tối thiểu",
      "Độ tin cậy": "đã đọc nguồn thứ cấp",
    },
    {
      "Nội dung hỗ trợ": "Chuyển đổi nghề",
      Khoản: "Tổng",
      Mức: 10000000,
      Kiểu: "tối đa",
      "Độ tin cậy": "đã đọc nguồn thứ cấp",
    },
  ],
};

/** The good workbook with some tables' rows replaced. */
export function book(rows: Rows = {}): ExampleBook {
  return { rows: { ...goodRows, ...rows } };
}
