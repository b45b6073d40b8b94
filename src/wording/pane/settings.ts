/** What the place Thiết lập says. */
import type { Severity } from "../../domain";

export interface SettingsPlaceWords {
  readonly lead: string;
  readonly save: string;
  readonly forget: string;
  readonly changed: (count: number) => string;
  readonly saved: (count: number) => string;
  readonly unreadable: (fields: string) => string;
  readonly groups: Readonly<Record<"commune" | "programme" | "limits" | "deadlines" | "others", string>>;
  readonly rules: string;
  readonly rulesLead: string;
  readonly search: string;
  readonly noRule: string;
  readonly changedRules: (count: number) => string;
  readonly choice: Readonly<Record<"warning" | "info" | "off", string>>;
  readonly own: (severity: Severity) => string;
  readonly ruleLabel: (title: string) => string;
  readonly hints: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<"number" | "percent" | "date" | "unit", string>>;
  readonly percent: string;
  readonly dateExample: string;
  readonly privacy: string;
  readonly selfCheck: string;
}

const vi: SettingsPlaceWords = {
  lead: "Các thiết lập nằm ngay trong sổ (trang “Danh mục”, bảng Tham số), đi theo tệp và ai mở cũng thấy.",
  save: "Ghi vào sổ",
  forget: "Bỏ thay đổi",
  changed: (count) => `${count} thay đổi chưa ghi`,
  saved: (count) => `Đã ghi ${count} thiết lập. Hãy kiểm tra lại sổ.`,
  unreadable: (fields) => `Chưa ghi được: xem lại ${fields}.`,
  groups: {
    commune: "Xã và người ký",
    programme: "Chương trình, kế hoạch, đơn vị tính",
    limits: "Ngưỡng kiểm tra",
    deadlines: "Thời hạn",
    others: "Tham số khác",
  },
  rules: "Quy tắc kiểm tra",
  rulesLead: "Có thể hạ mức hoặc tắt một quy tắc cho riêng sổ này; không thể nâng mức.",
  search: "Tìm quy tắc",
  noRule: "Không có quy tắc nào khớp.",
  changedRules: (count) => `${count} quy tắc đã hạ mức hoặc tắt`,
  choice: { warning: "Cảnh báo", info: "Thông tin", off: "Tắt" },
  own: (severity) =>
    ({ error: "Lỗi (mặc định)", warning: "Cảnh báo (mặc định)", info: "Thông tin (mặc định)" })[severity],
  ruleLabel: (title) => `Mức của quy tắc: ${title}`,
  hints: {
    "Đơn vị tính": "Đổi ở đây không đổi các số đã nhập.",
    "Đơn vị tính chi tiết": "Đổi ở đây không đổi các số đã nhập.",
    "Sai số làm tròn": "Theo Đơn vị tính; lệch trong mức này chỉ nhắc.",
    "Tỷ lệ đối ứng tối thiểu": "NSĐP trên NSTW.",
    "Chức vụ người ký": "Mỗi dòng một chức danh.",
  },
  wrong: {
    number: "Hãy nhập một số, ví dụ 0,1.",
    percent: "Hãy nhập phần trăm, ví dụ 15.",
    date: "Hãy nhập ngày/tháng/năm, ví dụ 31/01/2026.",
    unit: "Hãy chọn một đơn vị tính.",
  },
  percent: "%",
  dateExample: "31/01/2026",
  privacy: "Mọi việc làm trên máy này; không có số liệu nào được gửi đi.",
  selfCheck: "Tự kiểm tra Sổ MTQG trong Excel này",
};

const en: SettingsPlaceWords = {
  lead: "Settings stand in the workbook itself (sheet “Danh mục”, table of parameters) and travel with the file.",
  save: "Write to the workbook",
  forget: "Drop changes",
  changed: (count) => `${count} changes not written yet`,
  saved: (count) => `${count} settings written. Check the workbook again.`,
  unreadable: (fields) => `Not written: look at ${fields}.`,
  groups: {
    commune: "Commune and signatory",
    programme: "Programme, plan, units",
    limits: "Limits of the check",
    deadlines: "Deadlines",
    others: "Other parameters",
  },
  rules: "Rules of the check",
  rulesLead: "A rule can be lowered or switched off for this workbook; it cannot be raised.",
  search: "Find a rule",
  noRule: "No rule fits.",
  changedRules: (count) => `${count} rules lowered or switched off`,
  choice: { warning: "Warning", info: "Remark", off: "Off" },
  own: (severity) =>
    ({ error: "Error (default)", warning: "Warning (default)", info: "Remark (default)" })[severity],
  ruleLabel: (title) => `Severity of the rule: ${title}`,
  hints: {
    "Đơn vị tính": "A change here does not change figures that were typed.",
    "Đơn vị tính chi tiết": "A change here does not change figures that were typed.",
    "Sai số làm tròn": "In the workbook's unit; smaller differences are only mentioned.",
    "Tỷ lệ đối ứng tối thiểu": "Local over central money.",
    "Chức vụ người ký": "One title a line.",
  },
  wrong: {
    number: "Type a number, for example 0,1.",
    percent: "Type a percentage, for example 15.",
    date: "Type day/month/year, for example 31/01/2026.",
    unit: "Choose a unit.",
  },
  percent: "%",
  dateExample: "31/01/2026",
  privacy: "Everything is done on this machine; no data is sent anywhere.",
  selfCheck: "Self-check of Sổ MTQG in this Excel",
};

export const settingsPlaceWords = { vi, en } as const;
