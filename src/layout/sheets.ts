/** The workbook's sheets in their order, and how a table or a column of them is found. */
import {
  ethnicTable,
  hamletTable,
  normTable,
  originTable,
  parameterTable,
  unitTable,
} from "./catalogueTables";
import type { ColumnSpec, SheetSpec, TableSpec } from "./spec";
import {
  activityTable,
  budgetTable,
  contentTable,
  disbursementTable,
  householdTable,
  projectTable,
  resultTable,
  workTable,
} from "./tables";

/** Raised when a sheet, table or column is added; kept in `tblThamSo` and `tblNguon`. */
export const STRUCTURE_VERSION = 1;

export const sheets: readonly SheetSpec[] = [
  {
    name: "Kế hoạch",
    title: "KẾ HOẠCH VỐN THEO DỰ ÁN, TIỂU DỰ ÁN",
    guidance:
      "Mỗi dòng là một dự án hoặc tiểu dự án của kế hoạch được duyệt. Nhập vào ô trắng; ô xám tự tính. “Chênh lệch” phải bằng 0.",
    unit: "unit",
    tables: [projectTable],
    tabColour: "1F6F50",
    visibility: "visible",
    frozenColumns: 1,
  },
  {
    name: "Nội dung",
    title: "NỘI DUNG CỦA DỰ ÁN, TIỂU DỰ ÁN",
    guidance:
      "Cây nội dung lấy từ kế hoạch. “Tên ngắn” là tên dùng ở các trang khác (không quá 60 ký tự, không trùng trong một dự án).",
    unit: null,
    tables: [contentTable],
    tabColour: "1F6F50",
    visibility: "visible",
    frozenColumns: 1,
  },
  {
    name: "Ngân sách",
    title: "PHÂN BỔ NGÂN SÁCH THEO NỘI DUNG",
    guidance:
      "Chia vốn của từng dự án theo nội dung, loại vốn, năm vốn. Chưa chia thì để “Chưa chi tiết”. Tổng các dòng “Năm nay” phải khớp trang Kế hoạch.",
    unit: "unit",
    tables: [budgetTable],
    tabColour: "2E75B6",
    visibility: "visible",
    frozenColumns: 2,
  },
  {
    name: "Công trình",
    title: "DANH MỤC CÔNG TRÌNH",
    guidance:
      "Mỗi dòng là một công trình. “Lũy kế giải ngân” và “Tạm ứng chưa thu hồi” tự tính từ trang Giải ngân.",
    unit: "unit",
    tables: [workTable],
    tabColour: "2E75B6",
    visibility: "visible",
    frozenColumns: 2,
  },
  {
    name: "Hoạt động",
    title: "HOẠT ĐỘNG TRUYỀN THÔNG, TẬP HUẤN, HỖ TRỢ",
    guidance: "Mỗi dòng là một hoạt động đã hoặc sẽ tổ chức.",
    unit: "unit",
    tables: [activityTable],
    tabColour: "2E75B6",
    visibility: "visible",
    frozenColumns: 2,
  },
  {
    name: "Giải ngân",
    title: "SỔ THEO DÕI GIẢI NGÂN",
    guidance:
      "Mỗi dòng là một khoản của chứng từ. Thu hồi tạm ứng và giảm chi ghi số dương; chọn đúng “Hình thức”.",
    unit: "detailUnit",
    tables: [disbursementTable],
    tabColour: "C55A11",
    visibility: "visible",
    frozenColumns: 2,
  },
  {
    name: "Hộ thụ hưởng",
    title: "DANH SÁCH HỘ THỤ HƯỞNG",
    guidance:
      "Mỗi dòng là một khoản hỗ trợ cho một hộ. Số CCCD gõ đủ 12 chữ số (ô đã để dạng chữ nên giữ số 0 đầu). Ngày sinh chỉ biết năm thì gõ năm.",
    unit: "detailUnit",
    tables: [householdTable],
    tabColour: "C55A11",
    visibility: "visible",
    frozenColumns: 2,
  },
  {
    name: "Kết quả",
    title: "KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
    guidance: "Mỗi dòng là một chỉ tiêu của nội dung; “Tỷ lệ” là lũy kế so với kế hoạch.",
    unit: null,
    tables: [resultTable],
    tabColour: "C55A11",
    visibility: "visible",
    frozenColumns: 3,
  },
  {
    name: "Danh mục",
    title: "DANH MỤC VÀ THAM SỐ",
    guidance:
      "Các danh sách chọn và tham số dùng chung. Thêm dòng ngay dưới bảng. Định mức “chưa xác minh” chỉ nhắc, không chặn; đối chiếu văn bản rồi sửa thành “đã xác minh”.",
    unit: "detailUnit",
    tables: [parameterTable, hamletTable, unitTable, ethnicTable, normTable],
    tabColour: "7F7F7F",
    visibility: "visible",
    frozenColumns: 0,
  },
  {
    name: "_so_mtqg",
    title: "NGUỒN GỐC TỆP",
    guidance: "Trang của phần mềm, không sửa.",
    unit: null,
    tables: [originTable],
    tabColour: "7F7F7F",
    visibility: "veryHidden",
    frozenColumns: 0,
  },
];

export const tables: readonly TableSpec[] = sheets.flatMap((sheet) => sheet.tables);

const tablesByName = new Map(tables.map((table) => [table.name.toLowerCase(), table]));

export function tableSpec(name: string): TableSpec | undefined {
  return tablesByName.get(name.toLowerCase());
}

/** A table that must be there: asking for another is a bug. */
export function requireTable(name: string): TableSpec {
  const spec = tableSpec(name);
  if (!spec) throw new Error(`no table ${name} in the structure`);
  return spec;
}

export function columnSpec(table: TableSpec, header: string): ColumnSpec | undefined {
  return table.columns.find((one) => one.header === header);
}
