/** What the place Báo cáo says. */
export interface ReportPlaceWords {
  readonly lead: string;
  readonly make: string;
  readonly freeze: string;
  readonly freezeHint: string;
  readonly names: Readonly<Record<string, string>>;
  readonly made: (sheets: string) => string;
  readonly openErrors: (count: number) => string;
  readonly show: string;
}

const vi: ReportPlaceWords = {
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
};

const en: ReportPlaceWords = {
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
};

export const reportPlaceWords = { vi, en } as const;
