/** What the place Báo cáo says. */
import { formatVietnameseNumber } from "../../domain";
import { explainVi, explainEn, type ExplainWords } from "./explain";
import { reconcileEn, reconcileVi, type ReconcileWords } from "./reconcile";
import { sendEn, sendVi, type SendWords } from "./send";

export interface ReportPlaceWords {
  readonly parts: {
    readonly label: string;
    readonly make: string;
    readonly why: string;
    readonly send: string;
    readonly reconcile: string;
  };
  readonly lead: string;
  readonly formsLabel: string;
  readonly make: string;
  readonly options: string;
  readonly period: string;
  readonly periods: {
    readonly month: string;
    readonly quarter: string;
    readonly yearToDate: string;
    readonly all: string;
    readonly own: string;
  };
  readonly days: (from: string, to: string) => string;
  readonly from: string;
  readonly to: string;
  readonly reversed: string;
  readonly noDay: string;
  readonly dayExample: string;
  readonly unit: string;
  readonly unitOf: (unit: string) => string;
  readonly leadUnit: string;
  readonly project: string;
  readonly all: string;
  readonly showEthnicGroup: string;
  readonly keepLayout: string;
  readonly keepLayoutHint: string;
  readonly freeze: string;
  readonly freezeHint: string;
  readonly frozenBy: string;
  readonly names: Readonly<Record<string, string>>;
  readonly made: (sheets: string) => string;
  readonly openErrors: (count: number) => string;
  readonly personalData: (code: string, what: readonly string[]) => string;
  readonly ethnicGroup: string;
  readonly show: string;
  readonly frozenTitle: string;
  readonly frozenWhat: (sheets: string) => string;
  readonly keepFrozen: string;
  readonly replaceFrozen: string;
  readonly number: (value: number) => string;
  readonly explain: ExplainWords;
  readonly send: SendWords;
  readonly reconcile: ReconcileWords;
}

/** `họ và tên chủ hộ, năm sinh, 3 số cuối CCCD`. */
const listed = (names: readonly string[]) =>
  names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(", ");

/** Vietnamese figures in both languages: they are those of the sheets. */
const number = (value: number) => formatVietnameseNumber(value, { maxDecimals: 6 });

const vi: ReportPlaceWords = {
  parts: {
    label: "Việc với biểu",
    make: "Lập biểu",
    why: "Vì sao?",
    send: "Gửi đi",
    reconcile: "Đối chiếu",
  },
  lead: "Tạo các biểu từ số liệu trong sổ. Mỗi số là một công thức Excel nên tự cập nhật khi số liệu đổi.",
  formsLabel: "Biểu cần lập",
  make: "Tạo biểu",
  options: "Tùy chọn",
  period: "Kỳ báo cáo",
  periods: {
    month: "Tháng này",
    quarter: "Quý này",
    yearToDate: "Năm đến nay",
    all: "Lũy kế từ chứng từ đầu tiên",
    own: "Chọn ngày",
  },
  days: (from, to) => `Từ ${from} đến ${to}`,
  from: "Từ ngày",
  to: "Đến ngày",
  reversed: "Ngày đầu kỳ phải trước ngày cuối kỳ.",
  noDay: "Hãy ghi đủ hai ngày, ví dụ 31/03/2025.",
  dayExample: "ngày/tháng/năm",
  unit: "Đơn vị tính",
  unitOf: (unit) => `Theo sổ (${unit})`,
  leadUnit: "Đơn vị chủ trì",
  project: "Dự án",
  all: "Tất cả",
  showEthnicGroup: "BC06: ghi cả dân tộc của hộ",
  keepLayout: "Giữ cách trình bày của trang",
  keepLayoutHint: "Tên cột, thứ tự, độ rộng, cột ẩn hoặc cột thêm mà xã đã sửa trên biểu.",
  freeze: "Chốt số liệu",
  freezeHint: "Ghi giá trị thay cho công thức, kèm ngày chốt.",
  frozenBy: "Người chốt",
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
  personalData: (code, what) =>
    `${code} có dữ liệu cá nhân: ${listed(what)}. Xem lại trước khi in, niêm yết hoặc gửi.`,
  ethnicGroup: "Dân tộc",
  show: "Xem biểu",
  frozenTitle: "Biểu đã chốt",
  frozenWhat: (sheets) => `${sheets} đã chốt số liệu. Làm lại sẽ thay số đã chốt bằng số hiện nay.`,
  keepFrozen: "Giữ biểu đã chốt",
  replaceFrozen: "Làm lại biểu đã chốt",
  number,
  explain: explainVi,
  send: sendVi,
  reconcile: reconcileVi,
};

const en: ReportPlaceWords = {
  parts: { label: "Work with reports", make: "Make", why: "Why?", send: "Send", reconcile: "Reconcile" },
  lead: "Makes report sheets from the workbook. Every figure is an Excel formula and follows the data.",
  formsLabel: "Reports to make",
  make: "Make reports",
  options: "Options",
  period: "Period",
  periods: {
    month: "This month",
    quarter: "This quarter",
    yearToDate: "Year to date",
    all: "Since the first voucher",
    own: "Choose days",
  },
  days: (from, to) => `${from} to ${to}`,
  from: "From",
  to: "To",
  reversed: "The first day must come before the last one.",
  noDay: "Type both days, for example 31/03/2025.",
  dayExample: "day/month/year",
  unit: "Unit",
  unitOf: (unit) => `As in the workbook (${unit})`,
  leadUnit: "Lead unit",
  project: "Project",
  all: "All",
  showEthnicGroup: "BC06: say each household's ethnic group",
  keepLayout: "Keep the sheet's layout",
  keepLayoutHint: "Names, order and widths of columns, hidden and added columns as changed on the report.",
  freeze: "Freeze figures",
  freezeHint: "Writes values instead of formulas, with the date.",
  frozenBy: "Frozen by",
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
  personalData: (code, what) =>
    `${code} holds personal data: ${listed(what)}. Look at it before it is printed, posted or sent.`,
  ethnicGroup: "Dân tộc",
  show: "Show the report",
  frozenTitle: "Frozen report",
  frozenWhat: (sheets) => `${sheets} is frozen. Making it again replaces its figures with those of today.`,
  keepFrozen: "Keep the frozen report",
  replaceFrozen: "Make it again",
  number,
  explain: explainEn,
  send: sendEn,
  reconcile: reconcileEn,
};

export const reportPlaceWords = { vi, en } as const;
