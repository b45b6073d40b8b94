/** What the pane says. */
import type { EditSummary } from "../book";

export interface PaneWords {
  readonly product: string;
  readonly places: { readonly plan: string; readonly check: string; readonly report: string };
  readonly tabsLabel: string;
  readonly reading: string;
  readonly close: string;
  readonly retry: string;
  readonly cancel: string;
  readonly plan: {
    readonly lead: string;
    readonly open: string;
    readonly sample: string;
    readonly paste: string;
    readonly pasteLabel: string;
    readonly pasteHint: string;
    readonly readPasted: string;
    readonly another: string;
    readonly heading: (number: string, commune: string) => string;
    readonly date: (date: string) => string;
    readonly total: string;
    readonly central: string;
    readonly local: string;
    readonly other: string;
    readonly projects: (count: number) => string;
    readonly programmeCode: (code: string) => string;
    readonly leadUnit: (unit: string) => string;
    readonly contents: (count: number) => string;
    readonly unknown: string;
    readonly differences: (count: number) => string;
    readonly line: (row: number) => string;
    readonly unit: string;
    readonly detailUnit: string;
    readonly unitsFixed: string;
    readonly willDo: string;
    readonly inject: string;
    readonly nothingToDo: string;
    readonly foreignSheets: (sheets: string) => string;
    readonly kept: (count: number) => string;
    readonly injected: (summary: string) => string;
    readonly nextCheck: string;
    readonly selfCheck: string;
  };
  readonly check: {
    readonly lead: string;
    readonly run: string;
    readonly again: string;
    readonly noStructure: string;
    readonly goToPlan: string;
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
  };
  readonly report: {
    readonly lead: string;
    readonly make: string;
    readonly freeze: string;
    readonly freezeHint: string;
    readonly names: Readonly<Record<string, string>>;
    readonly made: (sheets: string) => string;
    readonly openErrors: (count: number) => string;
    readonly show: string;
  };
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
  readonly tooOld: { readonly title: string; readonly what: string; readonly todo: string };
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

const vi: PaneWords = {
  product: "Sổ MTQG",
  places: { plan: "Kế hoạch", check: "Kiểm tra", report: "Báo cáo" },
  tabsLabel: "Các phần của Sổ MTQG",
  reading: "Đang đọc sổ…",
  close: "Đóng",
  retry: "Thử lại",
  cancel: "Dừng",
  plan: {
    lead: "Mở văn bản kế hoạch đã duyệt: Sổ MTQG đọc số vốn, nội dung, đơn vị rồi dựng sẵn các trang làm việc trong sổ này.",
    open: "Mở kế hoạch của xã",
    sample: "Dùng thử với kế hoạch mẫu",
    paste: "Dán văn bản kế hoạch",
    pasteLabel: "Văn bản kế hoạch",
    pasteHint: "Sao chép toàn bộ văn bản trong Word rồi dán vào đây.",
    readPasted: "Đọc văn bản",
    another: "Chọn kế hoạch khác",
    heading: (number, commune) => `Kế hoạch ${number} – xã ${commune}`,
    date: (date) => `Ngày ${date}`,
    total: "Tổng vốn",
    central: "NSTW",
    local: "NSĐP",
    other: "Vốn khác",
    projects: (count) => `${count} dự án, tiểu dự án`,
    programmeCode: (code) => `số của Chương trình: ${code}`,
    leadUnit: (unit) => `Chủ trì: ${unit}`,
    contents: (count) => `${count} nội dung`,
    unknown: "chưa rõ",
    differences: (count) => `${count} điểm cần xem lại trong kế hoạch`,
    line: (row) => `Dòng ${row}`,
    unit: "Đơn vị tính",
    detailUnit: "Đơn vị tính chi tiết",
    unitsFixed: "Sổ đã có đơn vị tính riêng nên giữ nguyên.",
    willDo: "Sẽ thực hiện",
    inject: "Chèn vào sổ",
    nothingToDo: "Sổ đã có đủ cấu trúc và kế hoạch này.",
    foreignSheets: (sheets) =>
      `Sổ đang có trang tên ${sheets} nhưng không phải của Sổ MTQG. Hãy đổi tên trang đó rồi mở lại kế hoạch.`,
    kept: (count) => `${count} ô trong sổ khác kế hoạch; được giữ nguyên.`,
    injected: (summary) => `Đã chèn: ${summary}.`,
    nextCheck: "Kiểm tra sổ",
    selfCheck: "Tự kiểm tra Sổ MTQG trong Excel này",
  },
  check: {
    lead: "Soát mọi trang: cân đối vốn, thiếu dữ liệu, sai kiểu số, giá trị lạ… Dòng có lỗi được ghi rõ ở cột “Kiểm tra”.",
    run: "Kiểm tra",
    again: "Kiểm tra lại",
    noStructure: "Sổ này chưa có trang của Sổ MTQG.",
    goToPlan: "Mở kế hoạch",
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
  },
  report: {
    lead: "Tạo các biểu từ số liệu trong sổ. Mỗi số là một công thức Excel nên tự cập nhật khi số liệu đổi.",
    make: "Tạo biểu",
    freeze: "Chốt số liệu",
    freezeHint: "Ghi giá trị thay cho công thức, kèm ngày chốt.",
    names: {
      BC01: "Phân bổ vốn theo dự án và nguồn",
      BC02: "Giải ngân theo loại vốn và nguồn",
      BC03: "Tình hình thực hiện theo đơn vị chủ trì",
      BC04: "Hỗ trợ hộ gia đình theo thôn, xóm",
      BC05: "Đối tượng thụ hưởng",
      BC06: "Danh sách niêm yết công khai",
      BC07: "Kết quả chỉ tiêu và hoạt động",
      BC08: "Kết quả kiểm tra dữ liệu",
      BC09: "Tình hình thực hiện công trình",
    },
    made: (sheets) => `Đã tạo ${sheets}.`,
    openErrors: (count) => `Còn ${count} lỗi ảnh hưởng số liệu của biểu.`,
    show: "Xem biểu",
  },
  done: {
    title: "Việc đã làm",
    none: "Chưa làm gì trong sổ này.",
    undo: "Hoàn tác",
    undone: "Đã hoàn tác.",
    tasks: {
      inject: "Chèn kế hoạch",
      check: "Đánh dấu kiểm tra",
      fix: "Sửa lỗi",
      report: "Tạo biểu",
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
    check: "Đang kiểm tra…",
    fix: "Đang sửa…",
    report: "Đang tạo biểu…",
    undo: "Đang hoàn tác…",
  },
  tooOld: {
    title: "Excel này cũ hơn mức cần thiết",
    what: "Khung bên cạnh cần Excel 2021, Microsoft 365 hoặc Excel trên web.",
    todo: "Có thể dùng Sổ MTQG bằng trang riêng hoặc bằng lệnh với tệp .xlsx, không cần Excel mới. Hãy hỏi người cài đặt.",
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

const en: PaneWords = {
  product: "Sổ MTQG",
  places: { plan: "Plan", check: "Check", report: "Reports" },
  tabsLabel: "Parts of Sổ MTQG",
  reading: "Reading the workbook…",
  close: "Close",
  retry: "Try again",
  cancel: "Stop",
  plan: {
    lead: "Open the approved plan: Sổ MTQG reads money, contents and units, and builds the sheets you work in.",
    open: "Open the commune's plan",
    sample: "Try the sample plan",
    paste: "Paste the plan's text",
    pasteLabel: "The plan's text",
    pasteHint: "Copy the whole text in Word and paste it here.",
    readPasted: "Read the text",
    another: "Choose another plan",
    heading: (number, commune) => `Plan ${number} – commune ${commune}`,
    date: (date) => `Dated ${date}`,
    total: "Total",
    central: "Central",
    local: "Local",
    other: "Other",
    projects: (count) => `${count} projects and sub-projects`,
    programmeCode: (code) => `the programme's number: ${code}`,
    leadUnit: (unit) => `Lead unit: ${unit}`,
    contents: (count) => `${count} contents`,
    unknown: "unknown",
    differences: (count) => `${count} points to look at in the plan`,
    line: (row) => `Line ${row}`,
    unit: "Unit",
    detailUnit: "Unit of details",
    unitsFixed: "The workbook has units of its own; they stay.",
    willDo: "What will be done",
    inject: "Insert into the workbook",
    nothingToDo: "The workbook holds the structure and this plan already.",
    foreignSheets: (sheets) =>
      `The workbook has sheets named ${sheets} that are not ours. Rename them and open the plan again.`,
    kept: (count) => `${count} cells differ from the plan and stay as they are.`,
    injected: (summary) => `Inserted: ${summary}.`,
    nextCheck: "Check the workbook",
    selfCheck: "Self-check of Sổ MTQG in this Excel",
  },
  check: {
    lead: "Checks every sheet: balances, missing data, wrong kinds of values… Faulty rows are described in the “Kiểm tra” column.",
    run: "Check",
    again: "Check again",
    noStructure: "This workbook has no sheets of Sổ MTQG yet.",
    goToPlan: "Open a plan",
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
  },
  report: {
    lead: "Makes report sheets from the workbook. Every figure is an Excel formula and follows the data.",
    make: "Make reports",
    freeze: "Freeze figures",
    freezeHint: "Writes values instead of formulas, with the date.",
    names: {
      BC01: "Allocation by project and source",
      BC02: "Disbursement by capital type and source",
      BC03: "Progress by lead unit",
      BC04: "Support to households by village",
      BC05: "Beneficiaries by group",
      BC06: "List for public posting",
      BC07: "Indicators and activities",
      BC08: "Findings of the check",
      BC09: "Works",
    },
    made: (sheets) => `Made ${sheets}.`,
    openErrors: (count) => `${count} errors touch the figures of the report.`,
    show: "Show the report",
  },
  done: {
    title: "What was done",
    none: "Nothing has been done in this workbook.",
    undo: "Undo",
    undone: "Undone.",
    tasks: {
      inject: "Plan inserted",
      check: "Check marks",
      fix: "Repairs",
      report: "Reports made",
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
    check: "Checking…",
    fix: "Repairing…",
    report: "Making reports…",
    undo: "Undoing…",
  },
  tooOld: {
    title: "This Excel is too old",
    what: "The pane needs Excel 2021, Microsoft 365 or Excel on the web.",
    todo: "Sổ MTQG can also be used on its own page or by command with .xlsx files. Ask whoever installed it.",
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

export const paneWords = { vi, en } as const;
