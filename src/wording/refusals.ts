/** Why a book did not apply an edit, or a file could not be opened, and what to do about it. */
import type { Refusal } from "../book";
import type { Locale } from "./locale";

type Words = { readonly [K in Refusal["kind"]]: (refusal: Extract<Refusal, { kind: K }>) => string };

const MOST_NAMED = 5;

function listed(
  cells: readonly { readonly sheet: string; readonly cell: string }[],
  more: (rest: number) => string,
): string {
  const named = cells
    .slice(0, MOST_NAMED)
    .map((one) => `${one.sheet}!${one.cell}`)
    .join(", ");
  return cells.length > MOST_NAMED ? `${named} ${more(cells.length - MOST_NAMED)}` : named;
}

const vi: Words = {
  sheetExists: ({ sheet }) => `Sổ đã có trang “${sheet}”. Hãy đổi tên trang đó hoặc chọn tên khác.`,
  sheetMissing: ({ sheet }) =>
    `Không thấy trang “${sheet}” (đã bị đổi tên hoặc xóa?). Hãy khôi phục tên trang rồi làm lại.`,
  invalidSheetName: ({ sheet }) =>
    `“${sheet}” không dùng làm tên trang được: tối đa 31 ký tự, không có : \\ / ? * [ ].`,
  tableExists: ({ table }) => `Sổ đã có bảng hoặc tên “${table}”. Hãy đổi tên bảng đó rồi làm lại.`,
  tableMissing: ({ table }) => `Không thấy bảng “${table}” (đã bị đổi tên hoặc xóa?). Hãy chèn lại cấu trúc.`,
  tableHasTotals: ({ table }) =>
    `Bảng “${table}” đang bật dòng tổng nên không thêm dòng được. Hãy tắt dòng tổng rồi làm lại.`,
  occupied: ({ sheet, cell }) =>
    `Ô ${sheet}!${cell} đang có nội dung, không còn chỗ trống để ghi. Hãy dời nội dung đó đi rồi làm lại.`,
  protectedSheet: ({ sheet }) =>
    `Trang “${sheet}” đang được bảo vệ. Hãy bỏ bảo vệ (Xem lại → Bỏ bảo vệ trang tính) rồi làm lại.`,
  protectedStructure: () =>
    "Sổ đang khóa cấu trúc nên không thêm trang được. Hãy bỏ khóa (Xem lại → Bảo vệ sổ làm việc) rồi làm lại.",
  filteredSheet: ({ sheet }) =>
    `Trang “${sheet}” đang lọc, ghi vào lúc này dễ lệch dòng. Hãy bỏ lọc rồi làm lại.`,
  mergedCells: ({ sheet, cell }) => `Ô ${sheet}!${cell} đang gộp với ô khác. Hãy bỏ gộp ô rồi làm lại.`,
  sharedFormula: ({ sheet, cell }) =>
    `Ô ${sheet}!${cell} thuộc một công thức mảng dùng chung nên không ghi riêng được.`,
  rowsNotRepeatable: ({ sheet, cell, thing }) =>
    thing === "sheetEnd"
      ? `Trang “${sheet}” không đủ dòng để lặp lại (Excel chỉ có 1.048.576 dòng). Hãy chia dữ liệu thành nhiều trang.`
      : `Không lặp lại dòng được vì có ${thing === "table" ? "bảng" : "bảng tổng hợp (PivotTable)"} tại ô ${sheet}!${cell}. Hãy dời bảng đó ra khỏi các dòng cần lặp rồi làm lại.`,
  changedSince: ({ cells }) =>
    `Có ${cells.length} ô đã được sửa sau đó: ${listed(cells, (rest) => `và ${rest} ô khác`)}. Chưa thay đổi gì để không ghi đè việc của bạn.`,
  cellEditing: () => "Excel đang ở chế độ sửa ô. Nhấn Enter để kết thúc sửa ô rồi thử lại.",
  unsupportedFile: ({ what, detail }) => unsupportedFile(what, detail, "vi"),
  hostFailed: ({ detail, restored }) =>
    restored
      ? `Chưa làm được (${detail}). Sổ đã được trả về như trước; hãy thử lại.`
      : `Dừng giữa chừng (${detail}) và chưa trả về được như trước. Hãy đóng sổ mà không lưu, rồi mở lại.`,
};

const en: Words = {
  sheetExists: ({ sheet }) => `The workbook has a sheet “${sheet}”. Rename it or choose another name.`,
  sheetMissing: ({ sheet }) =>
    `Sheet “${sheet}” is not there (renamed or deleted?). Restore its name and try again.`,
  invalidSheetName: ({ sheet }) =>
    `“${sheet}” cannot be a sheet's name: at most 31 characters, none of : \\ / ? * [ ].`,
  tableExists: ({ table }) => `The workbook has a table or name “${table}”. Rename it and try again.`,
  tableMissing: ({ table }) =>
    `Table “${table}” is not there (renamed or deleted?). Insert the structure again.`,
  tableHasTotals: ({ table }) =>
    `Table “${table}” shows a totals row, so no rows can be added. Switch it off and try again.`,
  occupied: ({ sheet, cell }) =>
    `Cell ${sheet}!${cell} is not empty, so there is no room. Move its content and try again.`,
  protectedSheet: ({ sheet }) =>
    `Sheet “${sheet}” is protected. Unprotect it (Review → Unprotect Sheet) and try again.`,
  protectedStructure: () =>
    "The workbook's structure is locked, so no sheet can be added. Unlock it (Review → Protect Workbook) and try again.",
  filteredSheet: ({ sheet }) =>
    `Sheet “${sheet}” is filtered; writing now could shift rows. Clear the filter and try again.`,
  mergedCells: ({ sheet, cell }) => `Cell ${sheet}!${cell} is merged with others. Unmerge it and try again.`,
  sharedFormula: ({ sheet, cell }) =>
    `Cell ${sheet}!${cell} belongs to a shared array formula and cannot be written alone.`,
  rowsNotRepeatable: ({ sheet, cell, thing }) =>
    thing === "sheetEnd"
      ? `Sheet “${sheet}” has too few rows for the repetition (Excel has 1,048,576). Split the data over several sheets.`
      : `The rows cannot be repeated because of the ${thing === "table" ? "table" : "PivotTable"} at ${sheet}!${cell}. Move it off these rows and try again.`,
  changedSince: ({ cells }) =>
    `${cells.length} cells were changed since: ${listed(cells, (rest) => `and ${rest} more`)}. Nothing was changed, so that your work is not overwritten.`,
  cellEditing: () => "Excel is editing a cell. Press Enter to finish and try again.",
  unsupportedFile: ({ what, detail }) => unsupportedFile(what, detail, "en"),
  hostFailed: ({ detail, restored }) =>
    restored
      ? `Not done (${detail}). The workbook is as it was before; try again.`
      : `Stopped half-way (${detail}) and could not be put back. Close the workbook without saving and open it again.`,
};

export function wordRefusal(refusal: Refusal, locale: Locale): string {
  const words = (locale === "vi" ? vi : en) as Record<Refusal["kind"], (one: Refusal) => string>;
  return words[refusal.kind](refusal);
}

const filesVi: Record<string, string> = {
  notZip: "Tệp này không phải sổ Excel .xlsx (có thể đã hỏng hoặc bị đổi đuôi).",
  oldXls: "Tệp .xls của Excel đời cũ: hãy mở bằng Excel rồi lưu thành .xlsx.",
  encrypted: "Sổ có mật khẩu mở: hãy gỡ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi lưu lại.",
  truncated: "Tệp bị cụt (tải hoặc chép chưa xong): hãy lấy lại tệp đầy đủ.",
  tooLarge: "Tệp bung ra quá lớn nên không mở, để tránh treo máy.",
  zip64: "Tệp quá lớn (dạng zip64), chưa xử lý được.",
  signed: "Sổ có chữ ký số: sửa sẽ làm hỏng chữ ký. Hãy dùng bản chưa ký.",
  strict: "Sổ lưu ở dạng “Strict Open XML”: hãy mở bằng Excel rồi lưu lại thành “Excel Workbook (.xlsx)”.",
  xlsb: "Tệp .xlsb (nhị phân): hãy mở bằng Excel rồi lưu thành .xlsx.",
  sharedWorkbook: "Sổ đang bật chia sẻ kiểu cũ hoặc theo dõi thay đổi: hãy tắt rồi lưu lại.",
  structureLocked: "Sổ đang khóa cấu trúc nên không thêm trang được: hãy bỏ khóa rồi lưu lại.",
  dtd: "Tệp chứa khai báo DTD không an toàn nên không mở.",
  duplicatePart: "Tệp có hai phần trùng tên bên trong, không rõ phần nào đúng: hãy mở bằng Excel và lưu lại.",
  notWorkbook: "Tệp này không phải sổ Excel .xlsx.",
  lastVisibleSheet: "Sổ phải còn ít nhất một trang hiện ra nên không bỏ trang này được.",
  irreplaceable:
    "Trang có nội dung không tạo lại được (PivotTable, hình vẽ, ảnh, slicer…) nên không bỏ hay làm lại trang.",
  damaged: "Tệp bị hỏng bên trong: hãy mở bằng Excel (có thể Excel sửa được) rồi lưu lại.",
};

const filesEn: Record<string, string> = {
  notZip: "This file is no .xlsx workbook (damaged, or renamed).",
  oldXls: "An .xls file of an old Excel: open it in Excel and save it as .xlsx.",
  encrypted:
    "The workbook has a password to open: remove it (File → Info → Protect Workbook) and save again.",
  truncated: "The file is cut off (download or copy unfinished): get the whole file.",
  tooLarge: "The file unpacks to too much and was not opened.",
  zip64: "The file is too large (zip64).",
  signed: "The workbook is digitally signed; changing it would break the signature. Use the unsigned copy.",
  strict:
    "The workbook is saved as “Strict Open XML”: open it in Excel and save it as “Excel Workbook (.xlsx)”.",
  xlsb: "An .xlsb (binary) file: open it in Excel and save it as .xlsx.",
  sharedWorkbook: "The workbook is shared in the old way or tracks changes: switch that off and save again.",
  structureLocked: "The workbook's structure is locked, so no sheet can be added: unlock it and save again.",
  dtd: "The file holds an unsafe DTD and was not opened.",
  duplicatePart: "Two parts inside the file have one name: open it in Excel and save it again.",
  notWorkbook: "This file is no .xlsx workbook.",
  lastVisibleSheet: "A workbook must keep one visible sheet, so this one cannot be removed.",
  irreplaceable:
    "The sheet holds what cannot be made again (PivotTable, shapes, pictures, slicers…), so it is neither removed nor made anew.",
  damaged: "The file is damaged inside: open it in Excel (which may repair it) and save it again.",
};

/** One plain line for a file that cannot be used; `detail` is the part at fault, for the curious. */
export function unsupportedFile(what: string, detail: string, locale: Locale): string {
  const words = locale === "vi" ? filesVi : filesEn;
  const line = words[what] ?? words["damaged"]!;
  return detail === "" ? line : `${line} (${detail})`;
}
