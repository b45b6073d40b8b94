/** What the place Kiểm tra says. */
import { formatVietnameseNumber } from "../../domain";

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
  readonly option: (name: string, count: number) => string;
  readonly search: string;
  readonly shown: (shown: number, all: number) => string;
  readonly nothingFound: string;
  readonly previous: string;
  readonly next: string;
  readonly more: string;
  readonly copy: string;
  readonly copied: (count: number) => string;
  readonly copyFailed: string;
  readonly exportSheet: string;
  readonly openAll: string;
  readonly closeAll: string;
  readonly list: string;
  readonly group: (title: string, count: number, open: boolean) => string;
  readonly position: (position: number, count: number) => string;
  readonly cell: (sheet: string, cell: string) => string;
  readonly goTo: (place: string) => string;
  readonly details: string;
  readonly closeDetails: string;
  readonly choose: (place: string) => string;
  readonly change: (from: string, to: string) => string;
  readonly fix: string;
  readonly fixGroup: (count: number) => string;
  readonly fixChosen: (count: number) => string;
  readonly fixTitle: (count: number) => string;
  readonly fixLead: string;
  readonly fixNow: (count: number) => string;
  readonly cancel: string;
  readonly fixed: (count: number) => string;
  readonly undo: string;
  readonly emptied: string;
  readonly why: string;
  readonly source: string;
  readonly noSource: string;
  readonly reads: string;
  readonly fails: string;
  readonly passes: string;
  readonly rule: string;
  readonly ruleKept: string;
  readonly ruleOff: string;
  readonly ruleWarning: string;
  readonly ruleInfo: string;
  readonly noParameters: string;
  readonly columns: readonly string[];
}

const n = (count: number): string => formatVietnameseNumber(count);
const e = (count: number): string => count.toLocaleString("en");

const vi: CheckPlaceWords = {
  lead: "Soát mọi trang: cân đối vốn, thiếu dữ liệu, sai kiểu số, giá trị lạ… Dòng có lỗi được ghi rõ ở cột “Kiểm tra”.",
  run: "Kiểm tra",
  again: "Kiểm tra lại",
  counts: (error, warning, info) => `${n(error)} lỗi, ${n(warning)} cảnh báo, ${n(info)} thông tin`,
  none: (rows) => `Đã kiểm tra ${n(rows)} dòng, không có lỗi.`,
  rows: (rows) => `Đã kiểm tra ${n(rows)} dòng`,
  stale: "Sổ vừa thay đổi, kết quả dưới đây đã cũ. Bấm “Kiểm tra lại” để chắc chắn.",
  severity: { error: "Lỗi", warning: "Cảnh báo", info: "Thông tin" },
  filterLabel: "Mức độ hiển thị",
  all: "Tất cả",
  option: (name, count) => `${name} (${n(count)})`,
  search: "Tìm trong kết quả",
  shown: (shown, all) => `Đang xem ${n(shown)} trong ${n(all)} kết quả`,
  nothingFound: "Không có kết quả nào khớp.",
  previous: "Kết quả trước",
  next: "Kết quả sau",
  more: "Việc khác",
  copy: "Sao chép danh sách",
  copied: (count) => `Đã sao chép ${n(count)} dòng; dán được vào Excel.`,
  copyFailed: "Không sao chép được; hãy dùng “Ghi ra trang BC08”.",
  exportSheet: "Ghi ra trang BC08",
  openAll: "Mở mọi nhóm",
  closeAll: "Thu mọi nhóm",
  list: "Kết quả kiểm tra",
  group: (title, count, open) => `${title}, ${n(count)} kết quả, ${open ? "đang mở" : "đang thu"}`,
  position: (position, count) => `${n(position)}/${n(count)}`,
  cell: (sheet, cell) => `${sheet}!${cell}`,
  goTo: (place) => `Đến ô ${place}`,
  details: "Vì sao? Cách sửa",
  closeDetails: "Thu gọn",
  choose: (place) => `Chọn để sửa ô ${place}`,
  change: (from, to) => `${from} → ${to}`,
  fix: "Sửa ô này",
  fixGroup: (count) => `Sửa cả ${n(count)} chỗ`,
  fixChosen: (count) => `Sửa ${n(count)} chỗ đã chọn`,
  fixTitle: (count) => `Sửa ${n(count)} ô`,
  fixLead: "Mỗi ô đổi như dưới đây; các ô khác giữ nguyên. Hoàn tác được.",
  fixNow: (count) => `Sửa ${n(count)} ô`,
  cancel: "Thôi",
  fixed: (count) => `Đã sửa ${n(count)} ô.`,
  undo: "Hoàn tác",
  emptied: "(để trống)",
  why: "Vì sao?",
  source: "Căn cứ",
  noSource: "Số học hoặc cấu trúc của sổ; không dựa vào văn bản nào.",
  reads: "Cột được xem",
  fails: "Ví dụ bị báo",
  passes: "Ví dụ không bị báo",
  rule: "Quy tắc này",
  ruleKept: "Giữ như hiện nay",
  ruleOff: "Tắt",
  ruleWarning: "Hạ xuống cảnh báo",
  ruleInfo: "Hạ xuống thông tin",
  noParameters: "Sổ này chưa có bảng Tham số để ghi lựa chọn; hãy chèn kế hoạch trước.",
  columns: ["Mức", "Trang", "Ô", "Cột", "Quy tắc", "Nội dung"],
};

const en: CheckPlaceWords = {
  lead: "Checks every sheet: balances, missing data, wrong kinds of values… Faulty rows are described in the “Kiểm tra” column.",
  run: "Check",
  again: "Check again",
  counts: (error, warning, info) => `${e(error)} errors, ${e(warning)} warnings, ${e(info)} remarks`,
  none: (rows) => `Checked ${e(rows)} rows, no faults.`,
  rows: (rows) => `Checked ${e(rows)} rows`,
  stale: "The workbook has just changed; what follows is old. “Check again” makes it sure.",
  severity: { error: "Error", warning: "Warning", info: "Remark" },
  filterLabel: "Severity shown",
  all: "All",
  option: (name, count) => `${name} (${e(count)})`,
  search: "Search the findings",
  shown: (shown, all) => `Showing ${e(shown)} of ${e(all)} findings`,
  nothingFound: "No finding matches.",
  previous: "Previous finding",
  next: "Next finding",
  more: "More",
  copy: "Copy the list",
  copied: (count) => `${e(count)} rows copied; they can be pasted into Excel.`,
  copyFailed: "Nothing could be copied; use “Write to sheet BC08”.",
  exportSheet: "Write to sheet BC08",
  openAll: "Open all groups",
  closeAll: "Close all groups",
  list: "Findings",
  group: (title, count, open) => `${title}, ${e(count)} findings, ${open ? "open" : "closed"}`,
  position: (position, count) => `${e(position)}/${e(count)}`,
  cell: (sheet, cell) => `${sheet}!${cell}`,
  goTo: (place) => `Go to cell ${place}`,
  details: "Why? How to mend it",
  closeDetails: "Close",
  choose: (place) => `Choose cell ${place} for repair`,
  change: (from, to) => `${from} → ${to}`,
  fix: "Repair this cell",
  fixGroup: (count) => `Repair all ${e(count)}`,
  fixChosen: (count) => `Repair the ${e(count)} chosen`,
  fixTitle: (count) => `Repair ${e(count)} cells`,
  fixLead: "Each cell changes as shown; no other does. It can be undone.",
  fixNow: (count) => `Repair ${e(count)} cells`,
  cancel: "Cancel",
  fixed: (count) => `${e(count)} cells were repaired.`,
  undo: "Undo",
  emptied: "(empty)",
  why: "Why?",
  source: "Basis",
  noSource: "Arithmetic or the workbook's structure; no legal text.",
  reads: "Columns looked at",
  fails: "Example that is reported",
  passes: "Example that is not",
  rule: "This rule",
  ruleKept: "Leave as it is",
  ruleOff: "Switch off",
  ruleWarning: "Lower to a warning",
  ruleInfo: "Lower to a remark",
  noParameters: "This workbook has no parameters to keep the choice in; insert a plan first.",
  columns: ["Severity", "Sheet", "Cell", "Column", "Rule", "Message"],
};

export const checkPlaceWords = { vi, en } as const;
