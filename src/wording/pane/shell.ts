/** What the pane says around its places: tabs, what runs, what was done, what went wrong. */
import type { EditSummary } from "../../book";
import type { OwnTableName } from "../../layout";

export interface ShellWords {
  readonly product: string;
  readonly places: {
    readonly plan: string;
    readonly check: string;
    readonly report: string;
    readonly template: string;
    readonly settings: string;
  };
  readonly noStructure: string;
  readonly goToPlan: string;
  readonly help: string;
  readonly opening: string;
  readonly notLoaded: string;
  readonly stopped: string;
  readonly own: {
    readonly title: string;
    readonly tables: Readonly<Record<OwnTableName, string>>;
    readonly found: (sheet: string, table: string) => string;
    readonly look: string;
  };
  readonly share: (what: string, percent: number) => string;
  readonly workbook: {
    readonly title: (commune: string, year: string) => string;
    readonly plan: string;
    readonly planOf: (number: string, date: string) => string;
    readonly units: string;
    readonly unitsOf: (unit: string, detailUnit: string) => string;
    readonly check: string;
    readonly notChecked: string;
    readonly checked: (errors: number, warnings: number) => string;
    readonly checkedOld: (errors: number, warnings: number) => string;
    readonly reports: string;
    readonly noReports: string;
    readonly unknown: string;
    readonly runCheck: string;
    readonly makeReports: string;
  };
  readonly tabsLabel: string;
  readonly reading: string;
  readonly close: string;
  readonly retry: string;
  readonly cancel: string;
  readonly done: {
    readonly title: string;
    readonly none: string;
    readonly undo: string;
    readonly undone: string;
    readonly tasks: Readonly<Record<string, string>>;
    readonly summary: (summary: EditSummary) => string;
    readonly keepTheirs: string;
    readonly overwrite: string;
  };
  readonly busy: Readonly<Record<string, string>>;
  readonly bug: { readonly title: string; readonly what: (detail: string) => string };
  readonly recover: {
    readonly title: string;
    readonly what: string;
    readonly action: string;
    readonly later: string;
    readonly failed: string;
  };
}

const listed = (parts: readonly string[]) => parts.filter((part) => part !== "").join("; ");

const vi: ShellWords = {
  product: "Sổ MTQG",
  places: {
    plan: "Kế hoạch",
    check: "Kiểm tra",
    report: "Báo cáo",
    template: "Biểu mẫu",
    settings: "Thiết lập",
  },
  noStructure: "Sổ này chưa có trang của Sổ MTQG.",
  goToPlan: "Mở kế hoạch",
  help: "Hướng dẫn phần này",
  opening: "Đang mở…",
  notLoaded: "Chưa mở được phần này. Hãy kiểm tra kết nối rồi thử lại.",
  stopped: "Đã dừng theo yêu cầu; sổ vẫn như trước.",
  own: {
    title: "Sổ này có trang tính kiểm tra được ngay tại chỗ:",
    tables: {
      tblHo: "danh sách hộ",
      tblNganSach: "bảng phân bổ vốn",
      tblGiaiNgan: "sổ giải ngân",
      tblCongTrinh: "danh mục công trình",
    },
    found: (sheet, table) => `“${sheet}”: ${table}`,
    look: "Xem và kiểm tra",
  },
  share: (what, percent) => `${what} ${percent} %`,
  workbook: {
    title: (commune, year) => `Sổ của xã ${commune || "(chưa ghi tên)"}${year === "" ? "" : `, năm ${year}`}`,
    plan: "Kế hoạch",
    planOf: (number, date) => (date === "" ? `số ${number}` : `số ${number} ngày ${date}`),
    units: "Đơn vị tính",
    unitsOf: (unit, detailUnit) => (unit === detailUnit ? unit : `${unit}; chi tiết: ${detailUnit}`),
    check: "Kiểm tra",
    notChecked: "chưa kiểm tra từ khi mở",
    checked: (errors, warnings) =>
      errors + warnings === 0 ? "không có lỗi" : `${errors} lỗi, ${warnings} cảnh báo`,
    checkedOld: (errors, warnings) => `${errors} lỗi, ${warnings} cảnh báo (sổ đã thay đổi từ đó)`,
    reports: "Biểu đã có",
    noReports: "chưa có",
    unknown: "chưa rõ",
    runCheck: "Kiểm tra sổ",
    makeReports: "Tạo biểu báo cáo",
  },
  tabsLabel: "Các phần của Sổ MTQG",
  reading: "Đang đọc sổ…",
  close: "Đóng",
  retry: "Thử lại",
  cancel: "Dừng",
  done: {
    title: "Việc đã làm",
    none: "Chưa làm gì trong sổ này.",
    undo: "Hoàn tác",
    undone: "Đã hoàn tác.",
    tasks: {
      inject: "Chèn kế hoạch",
      adjust: "Tiếp nhận điều chỉnh",
      comparisonSheet: "Lập trang So sánh",
      allocate: "Phân bổ vốn",
      check: "Đánh dấu kiểm tra",
      fix: "Sửa lỗi",
      mapping: "Lưu cách đọc trang tính",
      report: "Tạo biểu",
      reconcile: "Đối chiếu",
      fill: "Điền biểu mẫu",
      templateSheet: "Thêm trang mẫu",
      templateField: "Ghi trường vào ô",
      templateValues: "Nhớ nội dung đã nhập",
      payment: "Ghi đợt chi",
      settings: "Thiết lập",
      undo: "Hoàn tác",
    },
    summary: (summary) =>
      listed([
        summary.createdSheets.length > 0 ? `${summary.createdSheets.length} trang mới` : "",
        summary.rewrittenSheets.length > 0 ? `${summary.rewrittenSheets.length} trang làm lại` : "",
        summary.deletedSheets.length > 0 ? `bỏ ${summary.deletedSheets.length} trang` : "",
        `${summary.newCells + summary.writtenCells} ô`,
      ]),
    keepTheirs: "Giữ phần đã sửa",
    overwrite: "Vẫn hoàn tác tất cả",
  },
  busy: {
    readPlan: "Đang đọc kế hoạch…",
    prepare: "Đang xem sổ…",
    inject: "Đang chèn vào sổ…",
    adjust: "Đang tiếp nhận…",
    comparisonSheet: "Đang lập trang So sánh…",
    allocate: "Đang ghi phân bổ…",
    check: "Đang kiểm tra…",
    fix: "Đang sửa…",
    mapping: "Đang xem các trang tính…",
    report: "Đang tạo biểu…",
    judge: "Đang soát các biểu…",
    send: "Đang tạo tệp gửi…",
    reconcileRead: "Đang đọc sao kê…",
    reconcile: "Đang ghi trang Đối chiếu…",
    fill: "Đang điền biểu mẫu…",
    payment: "Đang ghi đợt chi…",
    settings: "Đang ghi thiết lập…",
    undo: "Đang hoàn tác…",
  },
  bug: {
    title: "Phần mềm gặp lỗi ngoài dự kiến",
    what: (detail) => `Việc đang làm đã dừng. Chi tiết cho người phát triển: ${detail}`,
  },
  recover: {
    title: "Lần trước việc ghi bị dừng giữa chừng",
    what: "Excel đã đóng khi Sổ MTQG đang ghi. Có thể trả sổ về như trước lúc đó.",
    action: "Khôi phục",
    later: "Giữ như hiện tại",
    failed: "Chưa trả về được; hãy đóng các hộp thoại của Excel rồi thử lại.",
  },
};

const en: ShellWords = {
  product: "Sổ MTQG",
  places: { plan: "Plan", check: "Check", report: "Reports", template: "Templates", settings: "Settings" },
  noStructure: "This workbook has no sheets of Sổ MTQG yet.",
  goToPlan: "Open a plan",
  help: "Help for this part",
  opening: "Opening…",
  notLoaded: "This part could not be opened. Check the connection and try again.",
  stopped: "Stopped as asked; the workbook is as it was.",
  own: {
    title: "Sheets in this workbook can be checked where they stand:",
    tables: {
      tblHo: "households",
      tblNganSach: "budget",
      tblGiaiNgan: "disbursements",
      tblCongTrinh: "works",
    },
    found: (sheet, table) => `“${sheet}”: ${table}`,
    look: "Look and check",
  },
  share: (what, percent) => `${what} ${percent} %`,
  workbook: {
    title: (commune, year) => `Workbook of ${commune || "(no name)"}${year === "" ? "" : `, ${year}`}`,
    plan: "Plan",
    planOf: (number, date) => (date === "" ? number : `${number}, dated ${date}`),
    units: "Units",
    unitsOf: (unit, detailUnit) => (unit === detailUnit ? unit : `${unit}; details: ${detailUnit}`),
    check: "Check",
    notChecked: "not checked since opening",
    checked: (errors, warnings) =>
      errors + warnings === 0 ? "no faults" : `${errors} errors, ${warnings} warnings`,
    checkedOld: (errors, warnings) => `${errors} errors, ${warnings} warnings (changed since)`,
    reports: "Reports",
    noReports: "none yet",
    unknown: "unknown",
    runCheck: "Check the workbook",
    makeReports: "Make reports",
  },
  tabsLabel: "Parts of Sổ MTQG",
  reading: "Reading the workbook…",
  close: "Close",
  retry: "Try again",
  cancel: "Stop",
  done: {
    title: "What was done",
    none: "Nothing has been done in this workbook.",
    undo: "Undo",
    undone: "Undone.",
    tasks: {
      inject: "Plan inserted",
      adjust: "Adjustment taken over",
      comparisonSheet: "Sheet So sánh",
      allocate: "Money divided",
      check: "Check marks",
      fix: "Repairs",
      mapping: "How sheets are read",
      report: "Reports made",
      reconcile: "Reconciliation",
      fill: "Template filled",
      templateSheet: "Template sheet added",
      templateField: "Field put into a cell",
      templateValues: "Entered values kept",
      payment: "Payment written",
      settings: "Settings",
      undo: "Undone",
    },
    summary: (summary) =>
      listed([
        summary.createdSheets.length > 0 ? `${summary.createdSheets.length} new sheets` : "",
        summary.rewrittenSheets.length > 0 ? `${summary.rewrittenSheets.length} sheets made again` : "",
        summary.deletedSheets.length > 0 ? `${summary.deletedSheets.length} sheets removed` : "",
        `${summary.newCells + summary.writtenCells} cells`,
      ]),
    keepTheirs: "Keep what was changed",
    overwrite: "Undo everything all the same",
  },
  busy: {
    readPlan: "Reading the plan…",
    prepare: "Looking at the workbook…",
    inject: "Inserting…",
    adjust: "Taking over…",
    comparisonSheet: "Making the sheet So sánh…",
    allocate: "Writing the division…",
    check: "Checking…",
    fix: "Repairing…",
    mapping: "Looking at the sheets…",
    report: "Making reports…",
    judge: "Looking at the reports…",
    send: "Making the file…",
    reconcileRead: "Reading the statement…",
    reconcile: "Writing sheet Đối chiếu…",
    fill: "Filling the template…",
    payment: "Writing the payment…",
    settings: "Writing settings…",
    undo: "Undoing…",
  },
  bug: {
    title: "The program met an unexpected error",
    what: (detail) => `The task was stopped. Detail for developers: ${detail}`,
  },
  recover: {
    title: "Writing was cut off last time",
    what: "Excel closed while Sổ MTQG was writing. The workbook can be put back as it was.",
    action: "Restore",
    later: "Leave as it is",
    failed: "It could not be put back; close Excel's dialogs and try again.",
  },
};

export const shellWords = { vi, en } as const;
