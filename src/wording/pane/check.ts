/** What the place Kiểm tra says. */
export interface CheckPlaceWords {
  readonly lead: string;
  readonly run: string;
  readonly again: string;
  readonly counts: (error: number, warning: number, info: number) => string;
  readonly none: (rows: number) => string;
  readonly rows: (rows: number) => string;
  readonly stale: string;
  readonly severity: { readonly error: string; readonly warning: string; readonly info: string };
  readonly filterLabel: string;
  readonly all: string;
  readonly cell: (sheet: string, cell: string) => string;
  readonly goTo: (place: string) => string;
  readonly marked: (rows: number) => string;
  readonly cleared: string;
  readonly fix: (value: string) => string;
  readonly fixAll: (count: number) => string;
  readonly emptied: string;
}

const vi: CheckPlaceWords = {
  lead: "Soát mọi trang: cân đối vốn, thiếu dữ liệu, sai kiểu số, giá trị lạ… Dòng có lỗi được ghi rõ ở cột “Kiểm tra”.",
  run: "Kiểm tra",
  again: "Kiểm tra lại",
  counts: (error, warning, info) => `${error} lỗi, ${warning} cảnh báo, ${info} thông tin`,
  none: (rows) => `Đã kiểm tra ${rows} dòng, không có lỗi.`,
  rows: (rows) => `Đã kiểm tra ${rows} dòng`,
  stale: "Sổ đã thay đổi sau lần kiểm tra này; kết quả đã cũ.",
  severity: { error: "Lỗi", warning: "Cảnh báo", info: "Thông tin" },
  filterLabel: "Mức độ hiển thị",
  all: "Tất cả",
  cell: (sheet, cell) => `${sheet}!${cell}`,
  goTo: (place) => `Đến ô ${place}`,
  marked: (rows) => `Đã đánh dấu ${rows} dòng ở cột “Kiểm tra”.`,
  cleared: "Không còn dòng nào phải đánh dấu.",
  fix: (value) => `Sửa thành ${value}`,
  fixAll: (count) => `Sửa cả ${count} chỗ`,
  emptied: "(để trống)",
};

const en: CheckPlaceWords = {
  lead: "Checks every sheet: balances, missing data, wrong kinds of values… Faulty rows are described in the “Kiểm tra” column.",
  run: "Check",
  again: "Check again",
  counts: (error, warning, info) => `${error} errors, ${warning} warnings, ${info} remarks`,
  none: (rows) => `Checked ${rows} rows, no faults.`,
  rows: (rows) => `Checked ${rows} rows`,
  stale: "The workbook has changed since; this result is old.",
  severity: { error: "Error", warning: "Warning", info: "Remark" },
  filterLabel: "Severity shown",
  all: "All",
  cell: (sheet, cell) => `${sheet}!${cell}`,
  goTo: (place) => `Go to cell ${place}`,
  marked: (rows) => `${rows} rows were marked in the “Kiểm tra” column.`,
  cleared: "No row needs a mark any more.",
  fix: (value) => `Change to ${value}`,
  fixAll: (count) => `Fix all ${count}`,
  emptied: "(empty)",
};

export const checkPlaceWords = { vi, en } as const;
