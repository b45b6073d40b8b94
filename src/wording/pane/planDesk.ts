/** What the place Kế hoạch says while a plan is edited, compared with the workbook, and its money is divided. */
export interface PlanDeskWords {
  readonly back: string;
  readonly edit: {
    readonly open: string;
    readonly title: string;
    readonly lead: string;
    readonly number: string;
    readonly date: string;
    readonly datePlaceholder: string;
    readonly badDate: string;
    readonly statedTotal: string;
    readonly statedTotalHint: string;
    readonly amountsIn: string;
    readonly amount: Readonly<Record<"total" | "central" | "local" | "other", string>>;
    readonly badAmount: string;
    readonly ambiguousAmount: string;
    readonly subDong: string;
    readonly tooLarge: string;
    readonly negative: string;
    readonly sumInstead: (amount: string) => string;
    readonly leadUnit: string;
    readonly coordinating: string;
    readonly coordinatingHint: string;
    readonly contents: string;
    readonly contentName: (code: string) => string;
    readonly contentTotal: (code: string) => string;
    readonly removeContent: (title: string) => string;
    readonly newContent: string;
    readonly addContent: string;
    readonly removeProject: (code: string) => string;
    readonly newProject: string;
    readonly newProjectHint: string;
    readonly addProject: string;
    readonly reset: string;
    readonly done: string;
    readonly flaws: (count: number) => string;
    readonly sound: string;
    readonly edited: string;
  };
  readonly compare: {
    readonly open: string;
    readonly openCount: (count: number) => string;
    readonly title: string;
    readonly between: (before: string, after: string) => string;
    readonly same: string;
    readonly kinds: Readonly<Record<string, string>>;
    readonly change: (before: string, after: string) => string;
    readonly signed: (amount: string, isMore: boolean) => string;
    readonly unit: string;
    readonly empty: string;
    readonly newProject: string;
    readonly onlyInWorkbook: string;
    readonly typed: string;
    readonly budgetLine: (count: number) => string;
    readonly divided: (count: number) => string;
    readonly linesOff: (source: string, lines: string, difference: string) => string;
    readonly added: (titles: string) => string;
    readonly removed: (titles: string) => string;
    readonly takeOver: (count: number) => string;
    readonly takenOver: string;
    readonly sheet: string;
    readonly sheetMade: string;
    readonly showSheet: string;
    readonly viewPlan: string;
    readonly totals: string;
    readonly untouched: string;
  };
  readonly allocate: {
    readonly open: string;
    readonly title: string;
    readonly lead: string;
    readonly nothing: string;
    readonly line: string;
    readonly lineName: (project: string, money: string, detail: string) => string;
    readonly money: string;
    readonly households: string;
    readonly norm: Readonly<Record<"total" | "central", string>>;
    readonly basis: (basis: string, confidence: string) => string;
    readonly noNorm: string;
    readonly badCount: string;
    readonly need: string;
    readonly have: string;
    readonly short: string;
    readonly left: string;
    readonly parts: (central: string, local: string) => string;
    readonly more: string;
    readonly moreChoose: string;
    readonly write: string;
    readonly written: string;
    readonly leftStays: string;
    readonly dong: string;
    readonly withForm: (content: string, form: string) => string;
  };
}

const vi: PlanDeskWords = {
  back: "Quay lại",
  edit: {
    open: "Sửa kế hoạch",
    title: "Sửa kế hoạch",
    lead: "Sửa ở đây chỉ đổi bản kế hoạch đang xem; sổ chưa thay đổi.",
    number: "Số kế hoạch",
    date: "Ngày kế hoạch",
    datePlaceholder: "ngày/tháng/năm",
    badDate: "Ghi ngày dạng 12/10/2025.",
    statedTotal: "Tổng vốn ghi trong kế hoạch",
    statedTotalHint: "Con số tổng mà chính văn bản ghi; xóa trống nếu văn bản mới không ghi.",
    amountsIn: "triệu đồng",
    amount: { total: "Tổng vốn", central: "NSTW", local: "NSĐP", other: "Vốn khác" },
    badAmount: "Chưa đọc được số này. Ghi dạng 9.504,2.",
    ambiguousAmount: "Số này có hai cách hiểu. Dấu phẩy là phần lẻ, dấu chấm tách hàng nghìn.",
    subDong: "Số này lẻ dưới 1 đồng.",
    tooLarge: "Số này lớn quá mức một kế hoạch của xã; kiểm tra lại đơn vị tính.",
    negative: "Số này không được âm.",
    sumInstead: (amount) => `Lấy tổng các nguồn: ${amount}`,
    leadUnit: "Đơn vị chủ trì",
    coordinating: "Đơn vị phối hợp",
    coordinatingHint: "Cách nhau bằng dấu phẩy.",
    contents: "Nội dung",
    contentName: (code) => `Tên nội dung ${code}`,
    contentTotal: (code) => `Vốn của nội dung ${code}`,
    removeContent: (title) => `Bỏ nội dung ${title}`,
    newContent: "Nội dung mới",
    addContent: "Thêm nội dung",
    removeProject: (code) => `Bỏ ${code} khỏi kế hoạch`,
    newProject: "Thêm dự án, tiểu dự án",
    newProjectHint: "Chọn theo Chương trình hoặc gõ tên dự án.",
    addProject: "Thêm dự án",
    reset: "Bỏ mọi thay đổi",
    done: "Xong",
    flaws: (count) => `${count} điểm cần xem lại`,
    sound: "Không còn điểm nào cần xem lại.",
    edited: "Kế hoạch đã được sửa trong khung này.",
  },
  compare: {
    open: "So sánh với sổ",
    openCount: (count) => `So sánh với sổ (${count} dự án khác)`,
    title: "So sánh với sổ",
    between: (before, after) => (before === after ? `Sổ và kế hoạch ${after}` : `Sổ: ${before} → ${after}`),
    same: "Sổ khớp với kế hoạch này.",
    kinds: {
      project: "Thêm dự án với nội dung và vốn",
      amounts: "Vốn",
      contents: "Nội dung mới",
      "Tên dự án": "Tên dự án",
      "Đơn vị chủ trì": "Đơn vị chủ trì",
      "Đơn vị phối hợp": "Đơn vị phối hợp",
    },
    change: (before, after) => `${before} → ${after}`,
    signed: (amount, isMore) => `${isMore ? "tăng" : "giảm"} ${amount}`,
    unit: "triệu đồng",
    empty: "(trống)",
    newProject: "Dự án mới",
    onlyInWorkbook: "Kế hoạch không có dự án này; các dòng trong sổ giữ nguyên.",
    typed: "Ô này đã được sửa tay trong sổ nên giữ nguyên; muốn đổi thì sửa ngay trên trang Kế hoạch.",
    budgetLine: (count) =>
      count === 1
        ? "Thêm một dòng “Điều chỉnh” ở trang Ngân sách"
        : `Thêm ${count} dòng “Điều chỉnh” ở trang Ngân sách`,
    divided: (count) => `Trang Ngân sách: ${count} dòng đã chia được giữ nguyên.`,
    linesOff: (source, lines, difference) =>
      `${source}: các dòng cộng lại ${lines}, ${difference} so với kế hoạch.`,
    added: (titles) => `Thêm: ${titles}`,
    removed: (titles) => `Kế hoạch không có nội dung: ${titles} (trong sổ giữ nguyên).`,
    takeOver: (count) => (count === 0 ? "Tiếp nhận vào sổ" : `Tiếp nhận ${count} mục vào sổ`),
    takenOver: "Đã tiếp nhận điều chỉnh vào sổ.",
    sheet: "Lập trang “So sánh”",
    sheetMade: "Đã lập trang “So sánh”.",
    showSheet: "Mở trang",
    viewPlan: "Xem kế hoạch",
    totals: "Tổng vốn các dự án",
    untouched: "Các dòng đã nhập trong sổ không bị đụng đến.",
  },
  allocate: {
    open: "Phân bổ vốn theo định mức",
    title: "Phân bổ vốn theo định mức",
    lead: "Chia vốn chưa chi tiết của một dự án theo số hộ × định mức; NSTW và NSĐP theo tỷ lệ của dự án.",
    nothing: "Trang Ngân sách không còn dòng “Chưa chi tiết” nào có vốn để chia.",
    line: "Dòng vốn chưa chia",
    lineName: (project, money, detail) => `${project} – ${money}${detail === "" ? "" : ` (${detail})`}`,
    money: "Vốn có",
    households: "Số hộ",
    norm: { total: "Định mức một hộ (đồng)", central: "Định mức NSTW một hộ (đồng)" },
    basis: (basis, confidence) => [basis, confidence].filter((text) => text !== "").join(" – "),
    noNorm: "Chưa có định mức trong Danh mục.",
    badCount: "Ghi số nguyên, không âm.",
    need: "Nhu cầu",
    have: "Được chia",
    short: "Thiếu",
    left: "Còn lại",
    parts: (central, local) => `NSTW ${central} · NSĐP ${local}`,
    more: "Thêm nội dung khác",
    moreChoose: "Chọn nội dung…",
    write: "Ghi vào trang Ngân sách",
    written: "Đã ghi phân bổ vào trang Ngân sách.",
    leftStays: "Phần còn lại giữ ở dòng “Chưa chi tiết”.",
    dong: "đồng",
    withForm: (content, form) => `${content} – ${form.toLowerCase()}`,
  },
};

const en: PlanDeskWords = {
  back: "Back",
  edit: {
    open: "Edit the plan",
    title: "Edit the plan",
    lead: "Editing here changes only the plan you look at; the workbook stays as it is.",
    number: "Plan number",
    date: "Plan date",
    datePlaceholder: "day/month/year",
    badDate: "Write the date as 12/10/2025.",
    statedTotal: "Total stated by the plan",
    statedTotalHint: "The total that the document itself states; empty it if the new one states none.",
    amountsIn: "million VND",
    amount: { total: "Total", central: "Central", local: "Local", other: "Other" },
    badAmount: "This number cannot be read. Write it as 9.504,2.",
    ambiguousAmount: "This number has two readings. The comma is the decimal sign, the dot parts thousands.",
    subDong: "This amount has a part of a đồng.",
    tooLarge: "This is more than a commune's plan can hold; look at the unit.",
    negative: "This amount must not be below zero.",
    sumInstead: (amount) => `Use the sum of the sources: ${amount}`,
    leadUnit: "Lead unit",
    coordinating: "Coordinating units",
    coordinatingHint: "Parted by commas.",
    contents: "Contents",
    contentName: (code) => `Name of content ${code}`,
    contentTotal: (code) => `Money of content ${code}`,
    removeContent: (title) => `Remove content ${title}`,
    newContent: "New content",
    addContent: "Add content",
    removeProject: (code) => `Remove ${code} from the plan`,
    newProject: "Add a project or sub-project",
    newProjectHint: "Choose from the programme, or type its title.",
    addProject: "Add project",
    reset: "Drop all changes",
    done: "Done",
    flaws: (count) => `${count} points to look at`,
    sound: "Nothing left to look at.",
    edited: "The plan has been edited in this pane.",
  },
  compare: {
    open: "Compare with the workbook",
    openCount: (count) => `Compare with the workbook (${count} projects differ)`,
    title: "Compare with the workbook",
    between: (before, after) =>
      before === after ? `Workbook and plan ${after}` : `Workbook: ${before} → ${after}`,
    same: "The workbook agrees with this plan.",
    kinds: {
      project: "Add the project with its contents and money",
      amounts: "Money",
      contents: "New contents",
      "Tên dự án": "Project title",
      "Đơn vị chủ trì": "Lead unit",
      "Đơn vị phối hợp": "Coordinating units",
    },
    change: (before, after) => `${before} → ${after}`,
    signed: (amount, isMore) => `${isMore ? "more by" : "less by"} ${amount}`,
    unit: "million VND",
    empty: "(empty)",
    newProject: "New project",
    onlyInWorkbook: "The plan does not have this project; its rows in the workbook stay.",
    typed: "This cell was typed over in the workbook and stays; change it on the sheet Kế hoạch if you want.",
    budgetLine: (count) =>
      count === 1
        ? "Add one adjusting line on the sheet Ngân sách"
        : `Add ${count} adjusting lines on the sheet Ngân sách`,
    divided: (count) => `Sheet Ngân sách: ${count} lines that were divided stay.`,
    linesOff: (source, lines, difference) =>
      `${source}: the lines add up to ${lines}, ${difference} than the plan.`,
    added: (titles) => `Added: ${titles}`,
    removed: (titles) => `The plan does not have: ${titles} (they stay in the workbook).`,
    takeOver: (count) => (count === 0 ? "Take over" : `Take over ${count} items`),
    takenOver: "The adjustment has been taken over.",
    sheet: "Make the sheet “So sánh”",
    sheetMade: "The sheet “So sánh” has been made.",
    showSheet: "Show it",
    viewPlan: "View the plan",
    totals: "Total of all projects",
    untouched: "Rows that staff have typed are not touched.",
  },
  allocate: {
    open: "Divide money by norms",
    title: "Divide money by norms",
    lead: "Divides a project's undivided money by households × norm; central and local in the project's ratio.",
    nothing: "No line “Chưa chi tiết” on the sheet Ngân sách has money to divide.",
    line: "Undivided line",
    lineName: (project, money, detail) => `${project} – ${money}${detail === "" ? "" : ` (${detail})`}`,
    money: "Money",
    households: "Households",
    norm: { total: "Norm per household (VND)", central: "Central norm per household (VND)" },
    basis: (basis, confidence) => [basis, confidence].filter((text) => text !== "").join(" – "),
    noNorm: "No norm in the lists yet.",
    badCount: "Write a whole number, not below zero.",
    need: "Need",
    have: "Gets",
    short: "Short",
    left: "Left",
    parts: (central, local) => `central ${central} · local ${local}`,
    more: "Add another content",
    moreChoose: "Choose a content…",
    write: "Write to the sheet Ngân sách",
    written: "The division has been written to the sheet Ngân sách.",
    leftStays: "What is left stays on the line “Chưa chi tiết”.",
    dong: "VND",
    withForm: (content, form) => `${content} – ${form.toLowerCase()}`,
  },
};

export const planDeskWords = { vi, en } as const;
