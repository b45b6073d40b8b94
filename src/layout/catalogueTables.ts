/** The tables of lists, parameters and the file's origin, which the working tables draw on (contract, section 2). */
import { column, options, required, yes, type TableSpec } from "./spec";

export const parameterTable: TableSpec = {
  name: "tblThamSo",
  sheet: "Danh mục",
  caption: "THAM SỐ CHUNG",
  refill: { by: ["Tham số"] },
  columns: [
    required("Tham số", "text", 34, { wrap: true }),
    column("Giá trị", "any", 26, { wrap: true }),
    column("Ghi chú", "text", 44, { wrap: true }),
  ],
};

export const hamletTable: TableSpec = {
  name: "tblXom",
  sheet: "Danh mục",
  caption: "THÔN, XÓM",
  refill: { by: ["Thôn xóm"] },
  columns: [
    required("Thôn xóm", "text", 22),
    column("Xã cũ", "text", 18),
    column("Đặc biệt khó khăn", "flag", 12, { list: yes }),
  ],
};

export const unitTable: TableSpec = {
  name: "tblDonVi",
  sheet: "Danh mục",
  caption: "ĐƠN VỊ",
  refill: { by: ["Đơn vị"] },
  columns: [required("Đơn vị", "text", 30, { wrap: true }), column("Viết tắt", "text", 14)],
};

export const ethnicTable: TableSpec = {
  name: "tblDanToc",
  sheet: "Danh mục",
  caption: "DÂN TỘC",
  refill: { by: "emptyTable" },
  columns: [
    required("Dân tộc", "text", 16),
    column("Tên khác", "text", 46),
    column("Nhóm khó khăn", "text", 22),
  ],
};

export const normTable: TableSpec = {
  name: "tblDinhMuc",
  sheet: "Danh mục",
  caption: "ĐỊNH MỨC HỖ TRỢ",
  refill: { by: "emptyTable" },
  columns: [
    required("Nội dung hỗ trợ", "text", 18),
    column("Hình thức", "list", 12, { list: options("Xây mới", "Sửa chữa") }),
    required("Khoản", "list", 9, { list: options("NSTW", "NSĐP", "Tổng", "Vay") }),
    required("Mức", "detailMoney", 16),
    required("Kiểu", "list", 12, { list: options("tối đa", "tối thiểu", "bình quân") }),
    column("Từ ngày", "date", 13),
    column("Đến ngày", "date", 13),
    column("Căn cứ", "text", 34, { wrap: true }),
    required("Độ tin cậy", "list", 22, {
      list: options("đã xác minh", "đã đọc nguồn thứ cấp", "chưa xác minh"),
    }),
  ],
};

export const originTable: TableSpec = {
  name: "tblNguon",
  sheet: "_so_mtqg",
  refill: { by: ["Khóa"] },
  columns: [required("Khóa", "text", 24), column("Giá trị", "any", 60)],
};
