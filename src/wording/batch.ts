/** What the batch command says. */
import type { EditSummary } from "../book";
import { startWords, type StartWords } from "./start";

export interface BatchWords {
  readonly usage: string;
  readonly unknownVerb: (verb: string) => string;
  readonly unknownOption: (option: string) => string;
  readonly missingValue: (option: string) => string;
  readonly needlessValue: (option: string) => string;
  readonly needlessWord: (word: string) => string;
  readonly missingFile: (verb: string) => string;
  readonly missingOutput: (verb: string) => string;
  readonly fileNotFound: (path: string) => string;
  readonly fileUnreadable: (path: string, detail: string) => string;
  readonly fileTooLarge: (path: string, megabytes: number) => string;
  readonly outputExists: (path: string) => string;
  readonly outputFolderMissing: (path: string) => string;
  readonly outputIsInput: (path: string) => string;
  readonly outputNotXlsx: (path: string) => string;
  readonly outputNeedsMacro: (path: string) => string;
  readonly outputFailed: (path: string, detail: string) => string;
  readonly badUnit: (value: string) => string;
  readonly badDate: (value: string) => string;
  readonly periodReversed: (from: string, to: string) => string;
  readonly unknownForm: (code: string, known: string) => string;
  readonly noStructure: (path: string) => string;
  readonly nothingToCheck: (path: string) => string;
  readonly foreignSheets: (sheets: string) => string;
  readonly planHeading: (number: string, commune: string, date: string) => string;
  readonly planProject: (code: string, title: string, amounts: string, unit: string) => string;
  readonly planTotal: (projects: number, amounts: string) => string;
  readonly amounts: (total: string, central: string, local: string) => string;
  readonly noAmount: string;
  readonly noLeadUnit: string;
  readonly unknownNumber: string;
  readonly injected: (path: string, summary: EditSummary) => string;
  readonly nothingToInject: (path: string) => string;
  readonly differences: (count: number) => string;
  readonly difference: (
    table: string,
    row: number,
    header: string,
    inWorkbook: string,
    inPlan: string,
  ) => string;
  readonly checked: (rows: number, errors: number, warnings: number, infos: number) => string;
  readonly noFaults: (rows: number) => string;
  readonly marked: (path: string) => string;
  readonly reported: (sheets: string, path: string) => string;
  readonly frozenKept: (sheet: string, code: string, state: string) => string;
  readonly openErrors: (count: number) => string;
  readonly missingData: string;
  readonly badSet: (pair: string) => string;
  readonly needsEach: (option: string) => string;
  readonly filled: (path: string, sheets: number, records: number) => string;
  readonly missingSecondFile: string;
  readonly notBothOurs: (oldFile: string, newFile: string) => string;
  /** Rows of one table. */
  readonly compared: (table: string, added: number, removed: number, changed: number) => string;
  readonly comparedTo: (path: string) => string;
  readonly comparedSame: (path: string) => string;
  readonly started: (plan: string, book: string) => string;
  readonly start: StartWords;
  readonly bug: (detail: string) => string;
}

function createdVi(summary: EditSummary): string {
  const parts = [];
  if (summary.createdSheets.length > 0)
    parts.push(`${summary.createdSheets.length} trang mới (${summary.createdSheets.join(", ")})`);
  const rows = summary.addedRows.reduce((sum, one) => sum + one.count, 0);
  if (rows > 0) parts.push(`thêm ${rows} dòng`);
  if (summary.addedColumns.length > 0)
    parts.push(`thêm cột ở ${summary.addedColumns.map((one) => one.table).join(", ")}`);
  const cells = summary.newCells + summary.writtenCells;
  return `${parts.join("; ")}${parts.length > 0 ? "; " : ""}${cells} ô được ghi`;
}

function createdEn(summary: EditSummary): string {
  const parts = [];
  if (summary.createdSheets.length > 0)
    parts.push(`${summary.createdSheets.length} new sheets (${summary.createdSheets.join(", ")})`);
  const rows = summary.addedRows.reduce((sum, one) => sum + one.count, 0);
  if (rows > 0) parts.push(`${rows} rows added`);
  if (summary.addedColumns.length > 0)
    parts.push(`columns added to ${summary.addedColumns.map((one) => one.table).join(", ")}`);
  const cells = summary.newCells + summary.writtenCells;
  return `${parts.join("; ")}${parts.length > 0 ? "; " : ""}${cells} cells written`;
}

const vi: BatchWords = {
  usage: [
    "Cách dùng: npx so-mtqg LỆNH …",
    "  plan TỆP [--json]                          đọc kế hoạch (.txt, .docx), in ra và nêu chỗ chưa ổn",
    "  inject TỆP -o RA.xlsx [--into SỔ.xlsx] [--unit …] [--detail-unit …]",
    "                                             từ kế hoạch tạo sổ, hoặc thêm vào một sổ đang có",
    "  check SỔ.xlsx [--json] [--mark RA.xlsx]    kiểm tra sổ; --mark ghi bản sao có đánh dấu",
    "  report SỔ.xlsx -o RA.xlsx [--form BC01,…] [--from 2025-01-01 --to 2025-09-30] [--freeze]",
    "                                             thêm các biểu báo cáo",
    '  fill MẪU.xlsx --data SỔ.xlsx -o RA.xlsx [--set Tên=…] [--each Hộ [--name "…"] [--one-sheet]]',
    "                                             điền mẫu; --each: mỗi dòng một trang",
    "  compare CŨ.xlsx MỚI.xlsx -o RA.xlsx        so sánh hai sổ, ghi trang “So sánh” vào bản sao của sổ mới",
    "  start [--page] [--port 4719]               mở trang có bảng tính trên máy này; có Excel thì cài thử luôn vào Excel",
    "  start --sample                             làm thử với kế hoạch mẫu, ghi sổ vào thư mục out",
    "  start --unload                             gỡ bản cài thử khỏi Excel",
    "Thêm --force để ghi đè tệp ra đã có. Đơn vị: “đồng”, “nghìn đồng” hoặc “triệu đồng”.",
  ].join("\n"),
  unknownVerb: (verb) => `Không có lệnh “${verb}”. Gõ npx so-mtqg --help để xem các lệnh.`,
  unknownOption: (option) => `Không có tham số ${option}. Gõ npx so-mtqg --help để xem cách dùng.`,
  missingValue: (option) => `Thiếu giá trị sau ${option}. Gõ npx so-mtqg --help để xem cách dùng.`,
  needlessValue: (option) => `Tham số ${option} đứng một mình, không có giá trị đi kèm.`,
  needlessWord: (word) => `Lệnh này không dùng “${word}”. Gõ npx so-mtqg --help để xem cách dùng.`,
  missingFile: (verb) => `Lệnh ${verb} cần tên tệp vào. Gõ npx so-mtqg --help để xem cách dùng.`,
  missingOutput: (verb) => `Lệnh ${verb} cần tên tệp ra: thêm -o TÊN.xlsx.`,
  fileNotFound: (path) => `Không tìm thấy tệp ${path}. Hãy kiểm tra lại tên và thư mục.`,
  fileUnreadable: (path, detail) => `Không mở được tệp ${path} (${detail}).`,
  fileTooLarge: (path, megabytes) => `Tệp ${path} quá lớn (trên ${megabytes} MB) nên không mở.`,
  outputExists: (path) => `Tệp ${path} đã có. Hãy chọn tên khác, hoặc thêm --force để ghi đè.`,
  outputFolderMissing: (path) => `Không có thư mục ${path}. Hãy tạo thư mục trước hoặc chọn nơi khác.`,
  outputIsInput: (path) =>
    `Tệp ra trùng với tệp vào (${path}). Hãy chọn tên khác; tệp vào không bao giờ bị sửa.`,
  outputNotXlsx: (path) => `Tệp ra ${path} phải có đuôi .xlsx.`,
  outputNeedsMacro: (path) => `Sổ vào có macro nên tệp ra phải có đuôi .xlsm (đang là ${path}).`,
  outputFailed: (path, detail) => `Không ghi được tệp ${path} (${detail}).`,
  badUnit: (value) => `Đơn vị “${value}” không dùng được: chọn “đồng”, “nghìn đồng” hoặc “triệu đồng”.`,
  badDate: (value) => `Ngày “${value}” không đọc được: gõ dạng năm-tháng-ngày, ví dụ 2025-09-30.`,
  periodReversed: (from, to) => `Kỳ báo cáo bị ngược: ngày đầu ${from} sau ngày cuối ${to}.`,
  unknownForm: (code, known) => `Không có biểu “${code}”. Các biểu có thể tạo: ${known}.`,
  nothingToCheck: (path) =>
    `Không nhận ra trang nào trong tệp ${path} để kiểm tra: đã tìm bảng của Sổ MTQG, danh sách hộ (họ tên chủ hộ, số CCCD, diện hộ, nội dung hỗ trợ…), bảng phân bổ vốn (nội dung, tổng vốn, NSTW, NSĐP), sổ giải ngân (ngày, số chứng từ, số tiền, nguồn) và danh mục công trình (tên công trình, tổng mức đầu tư).`,
  noStructure: (path) =>
    `Tệp ${path} không có bảng nào của Sổ MTQG. Hãy chèn cấu trúc trước (lệnh inject --into).`,
  foreignSheets: (sheets) =>
    `Sổ đã có trang tên ${sheets} nhưng không phải trang của Sổ MTQG. Hãy đổi tên trang đó rồi làm lại; chưa có gì được ghi.`,
  planHeading: (number, commune, date) => `Kế hoạch số ${number}, xã ${commune}, ngày ${date}`,
  planProject: (code, title, amounts, unit) => `  ${code}  ${title}\n        ${amounts}; chủ trì: ${unit}`,
  planTotal: (projects, amounts) => `Cộng ${projects} dự án, tiểu dự án: ${amounts}`,
  amounts: (total, central, local) => `tổng ${total} triệu đồng = NSTW ${central} + NSĐP ${local}`,
  noAmount: "chưa rõ",
  noLeadUnit: "chưa rõ",
  unknownNumber: "chưa rõ",
  injected: (path, summary) => `Đã tạo ${path}: ${createdVi(summary)}.`,
  nothingToInject: (path) => `Sổ đã có đủ cấu trúc và kế hoạch; ${path} giống hệt sổ vào.`,
  differences: (count) => `${count} ô trong sổ khác kế hoạch và được giữ nguyên:`,
  difference: (table, row, header, inWorkbook, inPlan) =>
    `  ${table}, dòng ${row}, cột ${header}: sổ ghi ${inWorkbook}, kế hoạch ghi ${inPlan}`,
  checked: (rows, errors, warnings, infos) =>
    `Đã kiểm tra ${rows} dòng: ${errors} lỗi, ${warnings} cảnh báo, ${infos} thông tin.`,
  noFaults: (rows) => `Đã kiểm tra ${rows} dòng, không có lỗi.`,
  marked: (path) => `Đã ghi bản có đánh dấu: ${path}`,
  reported: (sheets, path) => `Đã thêm biểu ${sheets} vào ${path}`,
  frozenKept: (sheet, code, state) =>
    `Giữ nguyên biểu “${sheet}” (${state}). Muốn làm lại thì thêm --form ${code}.`,
  openErrors: (count) =>
    `Còn ${count} lỗi ảnh hưởng số liệu của biểu; xem trang “BC08 Kiểm tra dữ liệu” hoặc chạy lệnh check.`,
  missingData: "Lệnh fill cần sổ dữ liệu: thêm --data SỔ.xlsx.",
  badSet: (pair) => `--set “${pair}” chưa đúng: viết dạng --set "Tên=giá trị".`,
  needsEach: (option) => `${option} chỉ dùng cùng --each (ví dụ --each Hộ).`,
  filled: (path, sheets, records) => `Đã điền ${path}: ${sheets} trang, ${records} dòng dữ liệu.`,
  missingSecondFile: "Lệnh compare cần hai tệp: sổ cũ rồi sổ mới.",
  notBothOurs: (oldFile, newFile) =>
    `Chỉ so sánh được hai sổ của Sổ MTQG; một trong hai tệp ${oldFile}, ${newFile} không có bảng nào của Sổ MTQG.`,
  compared: (table, added, removed, changed) =>
    `${table}: thêm ${added} dòng, bớt ${removed} dòng, sửa ${changed} dòng.`,
  comparedTo: (path) => `Đã ghi trang “So sánh” vào ${path}`,
  comparedSame: (path) => `Hai sổ không khác nhau; trang “So sánh” ở ${path} ghi như vậy.`,
  started: (plan, book) =>
    `Sổ MTQG đã làm thử với kế hoạch mẫu ${plan}.\nSổ kết quả: ${book}\nMở bằng Excel để xem; mọi trang là bảng Excel thông thường.`,
  start: startWords.vi,
  bug: (detail) =>
    `Phần mềm gặp lỗi ngoài dự kiến và dừng lại, không tệp nào bị thay đổi. Chi tiết cho người phát triển: ${detail}`,
};

const en: BatchWords = {
  usage: [
    "Usage: npx so-mtqg VERB …",
    "  plan FILE [--json]                         reads a plan document (.txt, .docx), prints it and what is wrong with it",
    "  inject FILE -o OUT.xlsx [--into BOOK.xlsx] [--unit …] [--detail-unit …]",
    "                                             makes a workbook of a plan, or adds to one",
    "  check BOOK.xlsx [--json] [--mark OUT.xlsx] checks a workbook; --mark writes a marked copy",
    "  report BOOK.xlsx -o OUT.xlsx [--form BC01,…] [--from 2025-01-01 --to 2025-09-30] [--freeze]",
    "                                             adds report sheets",
    '  fill TEMPLATE.xlsx --data BOOK.xlsx -o OUT.xlsx [--set Name=…] [--each Hộ [--name "…"] [--one-sheet]]',
    "                                             fills a template; --each: a sheet a record",
    "  compare OLD.xlsx NEW.xlsx -o OUT.xlsx      what changed, as a sheet “So sánh” in a copy of the new one",
    "  start [--page] [--port 4719]               opens the page with a grid on this machine; puts the add-in into Excel if it is here",
    "  start --sample                             runs on the sample plan and writes a workbook into the folder out",
    "  start --unload                             takes the add-in out of Excel again",
    "Add --force to replace an existing output. Units: “đồng”, “nghìn đồng” or “triệu đồng”.",
  ].join("\n"),
  unknownVerb: (verb) => `There is no verb “${verb}”. See npx so-mtqg --help.`,
  unknownOption: (option) => `There is no option ${option}. See npx so-mtqg --help.`,
  missingValue: (option) => `${option} needs a value behind it. See npx so-mtqg --help.`,
  needlessValue: (option) => `${option} stands alone, without a value.`,
  needlessWord: (word) => `This verb has no use for “${word}”. See npx so-mtqg --help.`,
  missingFile: (verb) => `${verb} needs an input file. See npx so-mtqg --help.`,
  missingOutput: (verb) => `${verb} needs an output file: add -o NAME.xlsx.`,
  fileNotFound: (path) => `File ${path} was not found. Check its name and folder.`,
  fileUnreadable: (path, detail) => `File ${path} cannot be opened (${detail}).`,
  fileTooLarge: (path, megabytes) => `File ${path} is too large (over ${megabytes} MB) and was not opened.`,
  outputExists: (path) => `File ${path} exists. Choose another name, or add --force to replace it.`,
  outputFolderMissing: (path) => `There is no folder ${path}. Make it first, or choose another place.`,
  outputIsInput: (path) =>
    `The output is the input (${path}). Choose another name; an input is never changed.`,
  outputNotXlsx: (path) => `The output ${path} must end in .xlsx.`,
  outputNeedsMacro: (path) => `The workbook has macros, so the output must end in .xlsm (it is ${path}).`,
  outputFailed: (path, detail) => `File ${path} could not be written (${detail}).`,
  badUnit: (value) => `Unit “${value}” cannot be used: choose “đồng”, “nghìn đồng” or “triệu đồng”.`,
  badDate: (value) => `Date “${value}” cannot be read: write year-month-day, e.g. 2025-09-30.`,
  periodReversed: (from, to) => `The period is reversed: ${from} is after ${to}.`,
  unknownForm: (code, known) => `There is no form “${code}”. Forms: ${known}.`,
  nothingToCheck: (path) =>
    `No sheet of ${path} could be read for checking: looked for tables of Sổ MTQG, lists of households (name of the head, citizen number, poverty status, support…), allocations (content, total, central, local), disbursements (date, voucher, amount, source) and works (name, total investment).`,
  noStructure: (path) => `File ${path} has no table of Sổ MTQG. Insert the structure first (inject --into).`,
  foreignSheets: (sheets) =>
    `The workbook has sheets named ${sheets} that are not ours. Rename them and try again; nothing was written.`,
  planHeading: (number, commune, date) => `Plan ${number}, commune ${commune}, ${date}`,
  planProject: (code, title, amounts, unit) => `  ${code}  ${title}\n        ${amounts}; lead unit: ${unit}`,
  planTotal: (projects, amounts) => `${projects} projects and sub-projects in all: ${amounts}`,
  amounts: (total, central, local) => `total ${total} million đồng = central ${central} + local ${local}`,
  noAmount: "unknown",
  noLeadUnit: "unknown",
  unknownNumber: "unknown",
  injected: (path, summary) => `Made ${path}: ${createdEn(summary)}.`,
  nothingToInject: (path) =>
    `The workbook holds the structure and the plan already; ${path} equals the input.`,
  differences: (count) => `${count} cells differ from the plan and were left as they are:`,
  difference: (table, row, header, inWorkbook, inPlan) =>
    `  ${table}, row ${row}, ${header}: workbook ${inWorkbook}, plan ${inPlan}`,
  checked: (rows, errors, warnings, infos) =>
    `Checked ${rows} rows: ${errors} errors, ${warnings} warnings, ${infos} remarks.`,
  noFaults: (rows) => `Checked ${rows} rows, no faults.`,
  marked: (path) => `Marked copy written: ${path}`,
  reported: (sheets, path) => `Added ${sheets} to ${path}`,
  frozenKept: (sheet, code, state) => `“${sheet}” is kept (${state}). To make it again add --form ${code}.`,
  openErrors: (count) =>
    `${count} errors touch the figures of the report; see sheet “BC08 Kiểm tra dữ liệu” or run check.`,
  missingData: "fill needs a workbook with the data: add --data BOOK.xlsx.",
  badSet: (pair) => `--set “${pair}” is not right: write --set "Name=value".`,
  needsEach: (option) => `${option} goes with --each only (e.g. --each Hộ).`,
  filled: (path, sheets, records) => `Filled ${path}: ${sheets} sheets, ${records} records.`,
  missingSecondFile: "compare needs two files: the old workbook, then the new one.",
  notBothOurs: (oldFile, newFile) =>
    `Only workbooks of Sổ MTQG can be compared; one of ${oldFile}, ${newFile} has no table of ours.`,
  compared: (table, added, removed, changed) =>
    `${table}: ${added} rows added, ${removed} removed, ${changed} changed.`,
  comparedTo: (path) => `The sheet “So sánh” has been written to ${path}`,
  comparedSame: (path) => `The workbooks do not differ; the sheet “So sánh” in ${path} says so.`,
  started: (plan, book) =>
    `Sổ MTQG ran on the sample plan ${plan}.\nWorkbook: ${book}\nOpen it in Excel; every sheet is made of ordinary Excel tables.`,
  start: startWords.en,
  bug: (detail) =>
    `The program met an unexpected error and stopped; no file was changed. Detail for developers: ${detail}`,
};

export const batchWords = { vi, en } as const;
