/** What the section “Trang tính của bạn” of the check says: how sheets that staff already have are read. */
import type { OwnTableName } from "../../layout";
import type { MoneyUnit } from "../../domain";

export interface MappingWords {
  readonly title: string;
  readonly lead: string;
  readonly look: string;
  readonly none: string;
  readonly tables: Readonly<Record<OwnTableName, string>>;
  /** The name of a sheet's entry: what it is read as. */
  readonly readAs: (sheet: string, table: string) => string;
  readonly leftAlone: (sheet: string) => string;
  readonly notRead: (sheet: string) => string;
  readonly confirmed: string;
  readonly certainty: { readonly sure: string; readonly likely: string; readonly doubtful: string };
  readonly percent: (certainty: string, percent: number) => string;
  readonly include: string;
  readonly tableLabel: string;
  readonly noTable: string;
  readonly noHeader: (sheet: string) => string;
  readonly place: (headerRows: string, first: number, last: number) => string;
  readonly unit: string;
  readonly units: Readonly<Record<MoneyUnit, string>>;
  readonly columns: string;
  readonly column: (letters: string, header: string) => string;
  readonly unused: string;
  /** A column that says a value when it is filled, and a wide sheet's column. */
  readonly marks: (values: string) => string;
  readonly wide: (values: string) => string;
  readonly constants: string;
  readonly constantsHint: string;
  readonly save: string;
  readonly saved: (sheets: number) => string;
  readonly check: string;
  readonly addMarks: (sheet: string) => string;
  readonly marked: (sheet: string) => string;
}

const vi: MappingWords = {
  title: "Trang tính của bạn",
  lead: "Danh sách hộ, bảng phân bổ vốn, sổ giải ngân, danh mục công trình bạn đã có được kiểm tra tại chỗ; không ô nào bị dời hay đổi tên. Xem cách phần mềm đọc từng cột và sửa lại nếu chưa đúng.",
  look: "Tìm trang tính của tôi",
  none: "Không thấy trang nào giống danh sách hộ, bảng phân bổ vốn, sổ giải ngân hay danh mục công trình.",
  tables: {
    tblHo: "danh sách hộ",
    tblNganSach: "bảng phân bổ vốn",
    tblGiaiNgan: "sổ giải ngân",
    tblCongTrinh: "danh mục công trình",
  },
  readAs: (sheet, table) => `${sheet}: ${table}`,
  leftAlone: (sheet) => `${sheet}: không kiểm tra`,
  notRead: (sheet) => `${sheet}: chưa rõ là gì`,
  confirmed: "Bạn đã xác nhận",
  certainty: { sure: "Chắc chắn", likely: "Khá chắc", doubtful: "Nên xem lại" },
  percent: (certainty, percent) => `${certainty} (${percent}%)`,
  include: "Kiểm tra trang này",
  tableLabel: "Đọc như",
  noTable: "Chọn loại trang",
  noHeader: (sheet) =>
    `Không tìm thấy dòng tiêu đề trên trang “${sheet}”. Hãy kiểm tra trang có một dòng ghi tên các cột ngay trên dữ liệu.`,
  place: (headerRows, first, last) =>
    last < first
      ? `Tiêu đề ở dòng ${headerRows}, chưa có dữ liệu.`
      : `Tiêu đề ở dòng ${headerRows}, dữ liệu từ dòng ${first} đến dòng ${last}.`,
  unit: "Đơn vị tính của số tiền",
  units: { đồng: "đồng", "nghìn đồng": "nghìn đồng", "triệu đồng": "triệu đồng" },
  columns: "Các cột",
  column: (letters, header) => `Cột ${letters} – ${header}`,
  unused: "(không dùng)",
  marks: (values) => `Ô có ghi nghĩa là “${values}”.`,
  wide: (values) => `Khoản riêng của “${values}”.`,
  constants: "Chung cho cả trang",
  constantsHint: "Điền khi mọi dòng đều như nhau và trang không có cột này.",
  save: "Lưu cách đọc",
  saved: (sheets) => `Đã lưu cách đọc ${sheets} trang trong sổ này.`,
  check: "Kiểm tra",
  addMarks: (sheet) => `Thêm cột “Kiểm tra” vào bên phải trang “${sheet}”`,
  marked: (sheet) => `Đã ghi lỗi vào cột “Kiểm tra” của trang “${sheet}”.`,
};

const en: MappingWords = {
  title: "Your sheets",
  lead: "Lists of households, allocations, disbursements and works that you already have are checked where they stand; no cell is moved or renamed. See how each column is read, and change what is wrong.",
  look: "Find my sheets",
  none: "No sheet looks like a list of households, an allocation, a disbursement book or a list of works.",
  tables: {
    tblHo: "list of households",
    tblNganSach: "allocation",
    tblGiaiNgan: "disbursements",
    tblCongTrinh: "list of works",
  },
  readAs: (sheet, table) => `${sheet}: ${table}`,
  leftAlone: (sheet) => `${sheet}: not checked`,
  notRead: (sheet) => `${sheet}: not known`,
  confirmed: "Confirmed by you",
  certainty: { sure: "Sure", likely: "Fairly sure", doubtful: "Please look" },
  percent: (certainty, percent) => `${certainty} (${percent}%)`,
  include: "Check this sheet",
  tableLabel: "Read as",
  noTable: "Choose what it is",
  noHeader: (sheet) =>
    `No header row was found on sheet “${sheet}”. See that one row just above the data names the columns.`,
  place: (headerRows, first, last) =>
    last < first
      ? `Header in row ${headerRows}, no data yet.`
      : `Header in row ${headerRows}, data from row ${first} to row ${last}.`,
  unit: "Unit of the amounts",
  units: { đồng: "VND", "nghìn đồng": "thousand VND", "triệu đồng": "million VND" },
  columns: "Columns",
  column: (letters, header) => `Column ${letters} – ${header}`,
  unused: "(not used)",
  marks: (values) => `A filled cell means “${values}”.`,
  wide: (values) => `An item of its own: “${values}”.`,
  constants: "For the whole sheet",
  constantsHint: "Fill in where all rows are alike and the sheet has no such column.",
  save: "Keep this reading",
  saved: (sheets) => `How ${sheets} sheets are read is kept in this workbook.`,
  check: "Check",
  addMarks: (sheet) => `Add a “Kiểm tra” column at the right of “${sheet}”`,
  marked: (sheet) => `Faults are written in the “Kiểm tra” column of “${sheet}”.`,
};

export const mappingWords = { vi, en } as const;
