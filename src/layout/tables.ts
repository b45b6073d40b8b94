/** The tables that staff work in (contract, section 2), as data. */
import {
  column,
  computed,
  fromColumn,
  options,
  ourColumns,
  required,
  UNDECIDED_CAPITAL,
  yes,
  type ListSource,
  type TableSpec,
} from "./spec";

const projectList = fromColumn("tblDuAn", "Mã");
const unitList = fromColumn("tblDonVi", "Đơn vị");
const hamletList = fromColumn("tblXom", "Thôn xóm");
const ethnicList = fromColumn("tblDanToc", "Dân tộc");
const contentList: ListSource = { kind: "contents" };
const capitalTypes = options("Đầu tư", "Sự nghiệp", UNDECIDED_CAPITAL);
const capitalYears = options("Năm nay", "Kéo dài");
const fundingSources = options("NSTW", "NSĐP", "Vốn khác");

/** `tbl[[#This Row],[Cột]]`: the notation of the file, which every spreadsheet program reads. */
function cell(table: string, header: string): string {
  return `${table}[[#This Row],[${header}]]`;
}

/** Total minus its parts; text in a cell counts 0, as in Excel's own sums. */
function difference(table: string): string {
  return `ROUND(N(${cell(table, "Tổng vốn")})-SUM(${table}[[#This Row],[NSTW]:[Vốn khác]]),6)`;
}

function ratio(table: string, part: string, whole: string): string {
  return `IF(N(${cell(table, whole)})=0,"",ROUND(N(${cell(table, part)})/${cell(table, whole)},6))`;
}

/** How many detail units make one unit, from the parameters. */
const detailFactor = `VLOOKUP("Hệ số quy đổi",tblThamSo[[Tham số]:[Giá trị]],2,FALSE)`;

/** What a work was paid in one manner. Money given back is read the same with either sign. */
function paidFor(manner: string, eitherSign: boolean): string {
  const sum = (sign: string) =>
    `SUMIFS(tblGiaiNgan[Số tiền],tblGiaiNgan[Mã công trình],${cell("tblCongTrinh", "Mã công trình")},` +
    `tblGiaiNgan[Hình thức],"${manner}"${sign})`;
  if (!eitherSign) return sum("");
  return `(${sum(`,tblGiaiNgan[Số tiền],">0"`)}-${sum(`,tblGiaiNgan[Số tiền],"<0"`)})`;
}

function ofWork(sum: string): string {
  return `IF(${cell("tblCongTrinh", "Mã công trình")}="",0,ROUND((${sum})/${detailFactor},6))`;
}

export const projectTable: TableSpec = {
  name: "tblDuAn",
  sheet: "Kế hoạch",
  refill: { by: ["Mã"] },
  columns: [
    required("Mã", "code", 12),
    required("Mã chương trình", "code", 13),
    required("Tên dự án", "text", 58, { wrap: true }),
    required("Tổng vốn", "money", 15),
    required("NSTW", "money", 15),
    required("NSĐP", "money", 15),
    column("Vốn khác", "money", 13),
    computed("Chênh lệch", "money", 13, difference("tblDuAn")),
    computed("Tỷ lệ đối ứng", "fraction", 11, ratio("tblDuAn", "NSĐP", "NSTW")),
    required("Đơn vị chủ trì", "list", 26, { list: unitList, wrap: true }),
    column("Đơn vị phối hợp", "text", 34, { wrap: true }),
    ...ourColumns,
  ],
};

export const contentTable: TableSpec = {
  name: "tblNoiDung",
  sheet: "Nội dung",
  refill: { by: ["Mã"] },
  columns: [
    required("Mã", "code", 17),
    required("Mã dự án", "list", 12, { list: projectList }),
    required("Cấp", "count", 7),
    required("Tên ngắn", "text", 34, { wrap: true }),
    required("Nội dung", "text", 70, { wrap: true }),
    column("Nhóm hỗ trợ", "text", 16),
    column("Loại vốn được dùng", "list", 18, { list: options("Đầu tư", "Sự nghiệp"), several: true }),
    column("Đối tượng", "text", 60, { wrap: true }),
    column("Đơn vị thực hiện", "text", 24, { wrap: true }),
    ...ourColumns,
  ],
};

export const budgetTable: TableSpec = {
  name: "tblNganSach",
  sheet: "Ngân sách",
  // Once a project has any budget line, its lines are the staff's.
  refill: { by: ["Mã dự án"] },
  columns: [
    required("Mã dự án", "list", 12, { list: projectList }),
    required("Nội dung", "list", 30, { list: contentList, wrap: true }),
    required("Loại vốn", "list", 15, { list: capitalTypes }),
    required("Năm vốn", "list", 11, { list: capitalYears }),
    column("Địa bàn", "text", 18, { wrap: true }),
    required("Tổng vốn", "money", 15),
    required("NSTW", "money", 15),
    required("NSĐP", "money", 15),
    column("Vốn khác", "money", 13),
    computed("Chênh lệch", "money", 13, difference("tblNganSach")),
    column("Chủ đầu tư", "list", 22, { list: unitList, wrap: true }),
    column("Đơn vị thực hiện", "text", 22, { wrap: true }),
    column("Loại giao", "list", 12, { list: options("Đầu năm", "Bổ sung", "Điều chỉnh") }),
    column("Số quyết định", "text", 18),
    column("Ngày quyết định", "date", 13),
    column("Ghi chú", "text", 24, { wrap: true }),
    ...ourColumns,
  ],
};

export const workTable: TableSpec = {
  name: "tblCongTrinh",
  sheet: "Công trình",
  refill: { by: ["Mã công trình"] },
  columns: [
    required("Mã công trình", "code", 14),
    required("Tên công trình", "text", 44, { wrap: true }),
    required("Mã dự án", "list", 12, { list: projectList }),
    required("Nội dung", "list", 28, { list: contentList, wrap: true }),
    column("Thôn xóm", "list", 18, { list: hamletList }),
    column("Chủ đầu tư", "list", 22, { list: unitList, wrap: true }),
    column("Số QĐ phê duyệt", "text", 18),
    required("Tổng mức đầu tư", "money", 15),
    column("Nhà thầu", "text", 24, { wrap: true }),
    column("Giá trị hợp đồng", "money", 15),
    column("Khởi công", "date", 13),
    column("Hoàn thành", "date", 13),
    column("Kế hoạch vốn năm", "money", 15),
    column("Khối lượng nghiệm thu", "money", 15),
    computed(
      "Lũy kế giải ngân",
      "money",
      15,
      ofWork(
        `${paidFor("Tạm ứng", false)}+${paidFor("Thanh toán", false)}-${paidFor("Thu hồi tạm ứng", true)}-${paidFor("Giảm chi", true)}`,
      ),
    ),
    computed(
      "Tạm ứng chưa thu hồi",
      "money",
      15,
      ofWork(`${paidFor("Tạm ứng", false)}-${paidFor("Thu hồi tạm ứng", true)}`),
    ),
    column("Giá trị quyết toán", "money", 15),
    column("Ghi chú", "text", 24, { wrap: true }),
    ...ourColumns,
  ],
};

export const activityTable: TableSpec = {
  name: "tblHoatDong",
  sheet: "Hoạt động",
  refill: { by: ["Mã dự án", "Nội dung", "Hoạt động"] },
  columns: [
    required("Mã dự án", "list", 12, { list: projectList }),
    required("Nội dung", "list", 30, { list: contentList, wrap: true }),
    required("Hoạt động", "text", 46, { wrap: true }),
    column("Thời gian", "text", 16),
    column("Thôn xóm", "list", 18, { list: hamletList }),
    column("Số lượng", "quantity", 11),
    column("Lượt người", "count", 11),
    column("Nữ", "count", 9),
    column("DTTS", "count", 9),
    column("Kinh phí", "money", 15),
    column("Đơn vị thực hiện", "text", 24, { wrap: true }),
    column("Ghi chú", "text", 24, { wrap: true }),
    ...ourColumns,
  ],
};

export const disbursementTable: TableSpec = {
  name: "tblGiaiNgan",
  sheet: "Giải ngân",
  refill: { by: ["Ngày", "Số chứng từ", "Mã dự án", "Nội dung", "Nguồn", "Đơn vị nhận", "Số tiền"] },
  columns: [
    required("Ngày", "date", 13),
    required("Số chứng từ", "text", 15),
    required("Hình thức", "list", 17, {
      list: options("Tạm ứng", "Thanh toán", "Thu hồi tạm ứng", "Giảm chi"),
    }),
    required("Mã dự án", "list", 12, { list: projectList }),
    required("Nội dung", "list", 30, { list: contentList, wrap: true }),
    required("Loại vốn", "list", 15, { list: capitalTypes }),
    required("Năm vốn", "list", 11, { list: capitalYears }),
    required("Nguồn", "list", 11, { list: fundingSources }),
    required("Số tiền", "detailMoney", 18),
    column("Mã công trình", "list", 14, { list: fromColumn("tblCongTrinh", "Mã công trình") }),
    column("Đơn vị nhận", "text", 28, { wrap: true }),
    column("Mục lục ngân sách", "text", 18),
    column("Ghi chú", "text", 28, { wrap: true }),
    ...ourColumns,
  ],
};

export const householdTable: TableSpec = {
  name: "tblHo",
  sheet: "Hộ thụ hưởng",
  refill: { by: ["Số CCCD", "Mã dự án", "Nội dung hỗ trợ"] },
  columns: [
    column("STT", "count", 6),
    required("Họ và tên chủ hộ", "text", 26),
    required("Ngày sinh", "birthDate", 13),
    required("Giới tính", "list", 9, { list: options("Nam", "Nữ") }),
    required("Dân tộc", "list", 12, { list: ethnicList }),
    required("Số CCCD", "code", 16),
    required("Thôn xóm", "list", 18, { list: hamletList }),
    required("Diện hộ", "list", 14, { list: options("Hộ nghèo", "Hộ cận nghèo", "Khác") }),
    column("Số khẩu", "count", 8),
    column("Chủ hộ nữ là lao động duy nhất", "flag", 13, { list: yes }),
    column("Tỷ lệ thiếu đất SX", "fraction", 11),
    required("Mã dự án", "list", 12, { list: projectList }),
    required("Nội dung hỗ trợ", "list", 20, { list: contentList }),
    column("Hình thức", "list", 12, { list: options("Xây mới", "Sửa chữa") }),
    required("NSTW", "detailMoney", 16),
    column("NSĐP", "detailMoney", 16),
    column("Vốn khác", "detailMoney", 16),
    computed("Tổng hỗ trợ", "detailMoney", 17, "ROUND(SUM(tblHo[[#This Row],[NSTW]:[Vốn khác]]),6)"),
    column("Vay NHCSXH", "detailMoney", 16),
    column("Số QĐ phê duyệt", "text", 17),
    column("Ngày phê duyệt", "date", 13),
    column("Số tài khoản", "code", 18),
    column("Đã chi", "detailMoney", 16),
    column("Ghi chú", "text", 24, { wrap: true }),
    ...ourColumns,
  ],
};

export const resultTable: TableSpec = {
  name: "tblKetQua",
  sheet: "Kết quả",
  refill: { by: ["Mã dự án", "Nội dung", "Chỉ tiêu"] },
  columns: [
    required("Mã dự án", "list", 12, { list: projectList }),
    required("Nội dung", "list", 30, { list: contentList, wrap: true }),
    required("Chỉ tiêu", "text", 44, { wrap: true }),
    required("ĐVT", "text", 10),
    required("Kế hoạch", "quantity", 12),
    column("Kỳ này", "quantity", 12),
    column("Lũy kế", "quantity", 12),
    column("Ước cả năm", "quantity", 12),
    computed("Tỷ lệ", "fraction", 10, ratio("tblKetQua", "Lũy kế", "Kế hoạch")),
    column("Số hộ DTTS", "count", 10),
    column("Chủ hộ nữ", "count", 10),
    column("Ghi chú", "text", 24, { wrap: true }),
    ...ourColumns,
  ],
};
