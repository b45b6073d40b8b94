/** “Có gửi được chưa?” and “Gửi lên” in words. */

export interface SendWords {
  readonly lead: string;
  readonly noneChosen: string;
  readonly judge: string;
  readonly judgeAgain: string;
  readonly ready: string;
  readonly notReady: string;
  readonly notMade: string;
  readonly notFrozen: string;
  readonly open: (errors: number, warnings: number) => string;
  readonly noFindings: string;
  readonly empty: (sheets: string) => string;
  readonly changed: (count: number) => string;
  readonly changedLine: (line: string, before: string, now: string) => string;
  readonly missing: (names: string) => string;
  readonly deadlines: string;
  readonly due: (date: string, purpose: string) => string;
  readonly daysLeft: (days: number) => string;
  readonly editDeadlines: string;
  readonly send: string;
  readonly sendHint: string;
  readonly internal: (codes: string) => string;
  readonly handed: { readonly opened: (name: string) => string; readonly saved: (name: string) => string };
}

export const sendVi: SendWords = {
  lead: "Soát các biểu đã chọn ở mục Lập biểu trước khi gửi.",
  noneChosen: "Chưa chọn biểu nào ở mục Lập biểu.",
  judge: "Có gửi được chưa?",
  judgeAgain: "Soát lại",
  ready: "Gửi được: các biểu đã chốt, không còn lỗi, không thiếu thông tin.",
  notReady: "Chưa nên gửi: còn việc phải làm bên dưới.",
  notMade: "Chưa lập biểu",
  notFrozen: "Chưa chốt số liệu",
  open: (errors, warnings) => `${errors} lỗi, ${warnings} cảnh báo ảnh hưởng biểu`,
  noFindings: "Không có lỗi, cảnh báo",
  empty: (sheets) => `Trang chưa có dữ liệu: ${sheets}`,
  changed: (count) => `${count} dòng đã khác số chốt`,
  changedLine: (line, before, now) => `${line}: chốt ${before}, nay ${now}`,
  missing: (names) => `Thiếu tham số in trên biểu: ${names}.`,
  deadlines: "Hạn báo cáo",
  due: (date, purpose) => `${date}: ${purpose}`,
  daysLeft: (days) => (days < 0 ? `đã qua ${-days} ngày` : days === 0 ? "hôm nay" : `còn ${days} ngày`),
  editDeadlines: "Sửa ngày ở bảng tham số, trang Danh mục.",
  send: "Gửi lên: tạo tệp riêng",
  sendHint: "Tệp mới chỉ có các biểu đã chốt thành giá trị; không kèm danh sách hộ, nhật ký hay trang ẩn.",
  internal: (codes) => `${codes} chỉ dùng nội bộ, không đưa vào tệp gửi.`,
  handed: {
    opened: (name) => `Đã mở sổ mới gồm các biểu. Hãy lưu thành “${name}” rồi đính kèm.`,
    saved: (name) => `Đã lưu “${name}” vào thư mục tải về.`,
  },
};

export const sendEn: SendWords = {
  lead: "Looks at the reports chosen under Make before they are sent.",
  noneChosen: "No report is chosen under Make.",
  judge: "Can they be sent?",
  judgeAgain: "Look again",
  ready: "They can be sent: frozen, without errors, with nothing missing.",
  notReady: "Better not yet: see what is open below.",
  notMade: "Not made yet",
  notFrozen: "Not frozen",
  open: (errors, warnings) => `${errors} errors, ${warnings} warnings touch the report`,
  noFindings: "No errors or warnings",
  empty: (sheets) => `Sheets without data: ${sheets}`,
  changed: (count) => `${count} lines differ from what was frozen`,
  changedLine: (line, before, now) => `${line}: frozen ${before}, now ${now}`,
  missing: (names) => `Parameters that stand on the report are empty: ${names}.`,
  deadlines: "Deadlines",
  due: (date, purpose) => `${date}: ${purpose}`,
  daysLeft: (days) => (days < 0 ? `${-days} days ago` : days === 0 ? "today" : `${days} days left`),
  editDeadlines: "Days are changed in the table of parameters, sheet Danh mục.",
  send: "Send: make a file of its own",
  sendHint: "The new file holds the frozen reports alone: no list of households, no log, no hidden sheet.",
  internal: (codes) => `${codes} is for the office alone and stays out of the file.`,
  handed: {
    opened: (name) => `A new workbook with the reports is open. Save it as “${name}” and attach it.`,
    saved: (name) => `“${name}” was saved among the downloads.`,
  },
};
