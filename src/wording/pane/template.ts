/** What the place Biểu mẫu says: templates that are filled, and the way from the list to the payment. */

/** As the payment tells why a household is not paid, or what to look at. */
type Obstacle = "unreadableAmount" | "paidInFull" | "overpaid" | "noAccount";

export interface TemplatePlaceWords {
  readonly tabs: { readonly label: string; readonly fill: string; readonly pay: string };
  readonly choose: {
    readonly label: string;
    readonly none: string;
    readonly inWorkbook: string;
    readonly own: string;
    readonly fromFile: string;
    readonly openFile: string;
    readonly fileUnreadable: (detail: string) => string;
    readonly fileWithout: (name: string) => string;
    readonly put: string;
    readonly putHint: string;
    readonly putDone: (sheet: string) => string;
    readonly lead: string;
  };
  readonly state: {
    readonly used: (count: number) => string;
    readonly ready: string;
    readonly mistakes: (count: number) => string;
    readonly goTo: (cell: string) => string;
  };
  readonly pages: {
    readonly label: string;
    readonly each: (record: string) => string;
    readonly together: (record: string) => string;
  };
  readonly asked: {
    readonly title: string;
    readonly hint: string;
    readonly kinds: { readonly date: string; readonly number: string };
    readonly notDate: string;
    readonly notNumber: string;
    readonly note: string;
  };
  readonly preview: {
    readonly show: string;
    readonly hide: string;
    readonly label: string;
    readonly hint: string;
  };
  readonly fill: {
    readonly action: string;
    readonly done: (sheets: readonly string[], records: number) => string;
    readonly show: string;
    readonly notFilled: (count: number) => string;
  };
  readonly fields: {
    readonly title: string;
    readonly lead: string;
    readonly search: string;
    readonly none: string;
    readonly put: (field: string) => string;
    readonly selectCell: string;
    readonly dataSheet: (sheet: string) => string;
    readonly formulaCell: (cell: string) => string;
    readonly written: (field: string, cell: string) => string;
    readonly filters: string;
  };
  readonly pay: {
    readonly lead: string;
    readonly none: string;
    readonly all: string;
    readonly content: string;
    readonly hamlet: string;
    readonly decision: string;
    readonly list: string;
    readonly chooseAll: (count: number) => string;
    readonly household: (name: string, hamlet: string, content: string) => string;
    readonly left: (amount: string) => string;
    readonly obstacles: Readonly<Record<Obstacle, string>>;
    readonly limit: (unit: string) => string;
    readonly limitHint: string;
    readonly notAmount: string;
    readonly notDate: string;
    readonly voucher: string;
    readonly voucherMissing: string;
    readonly date: string;
    readonly manner: string;
    readonly capitalType: string;
    readonly capitalYear: string;
    readonly total: (households: number, amount: string) => string;
    readonly remaining: (amount: string) => string;
    readonly prepare: string;
    readonly voucherLine: (content: string, source: string, amount: string) => string;
    readonly told: string;
    readonly nothingTold: string;
    readonly confirm: string;
    readonly back: string;
    readonly done: (sheet: string, vouchers: number, households: number) => string;
    readonly show: string;
  };
}

const vi: TemplatePlaceWords = {
  tabs: { label: "Việc trong Biểu mẫu", fill: "Điền biểu mẫu", pay: "Chi trả cho hộ" },
  choose: {
    label: "Biểu mẫu",
    none: "Chọn biểu mẫu…",
    inWorkbook: "Trang trong sổ này",
    own: "Mẫu có sẵn",
    fromFile: "Từ tệp đã mở",
    openFile: "Mở tệp mẫu .xlsx",
    fileUnreadable: (detail) => `Không mở được tệp mẫu: ${detail}`,
    fileWithout: (name) => `Tệp “${name}” không có trang nào chứa {{…}}.`,
    put: "Đưa mẫu vào sổ để sửa",
    putHint: "Thêm một trang mẫu vào sổ; sửa xong thì chọn lại trang đó.",
    putDone: (sheet) => `Đã thêm trang mẫu “${sheet}”. Sửa trên trang rồi điền từ trang đó.`,
    lead: "Biểu mẫu là một trang có các trường dạng {{Hộ.Họ và tên chủ hộ}}; số liệu lấy từ các bảng của sổ.",
  },
  state: {
    used: (count) => `Trường đã dùng (${count})`,
    ready: "Mọi trường đều có trong sổ.",
    mistakes: (count) => `${count} chỗ cần sửa trong biểu mẫu`,
    goTo: (cell) => `Đến ô ${cell}`,
  },
  pages: {
    label: "Cách chia trang",
    each: (record) => `Mỗi ${record} một trang tính`,
    together: (record) => `Tất cả trên một trang tính, mỗi ${record} in một trang`,
  },
  asked: {
    title: "Nội dung cần nhập",
    hint: "Nhập một lần, sổ nhớ cho lần sau (trang Danh mục). Bỏ trống thì để trống trên văn bản.",
    kinds: { date: "ngày/tháng/năm", number: "số" },
    notDate: "Viết ngày dạng 15/09/2025.",
    notNumber: "Viết số, ví dụ 1.250,5.",
    note: "Đã nhập khi điền biểu mẫu; sửa được ở đây.",
  },
  preview: {
    show: "Xem trước bản đầu tiên",
    hide: "Ẩn bản xem trước",
    label: "Bản xem trước",
    hint: "Chỉ có chữ; số do công thức tính sẽ hiện sau khi điền.",
  },
  fill: {
    action: "Điền biểu mẫu",
    done: (sheets, records) =>
      sheets.length === 1
        ? `Đã điền trang “${sheets[0]}” với ${records} dòng số liệu.`
        : `Đã làm ${sheets.length} trang, từ “${sheets[0]}” đến “${sheets.at(-1)}”.`,
    show: "Xem văn bản",
    notFilled: (count) => `Chưa ghi gì: biểu mẫu còn ${count} chỗ cần sửa.`,
  },
  fields: {
    title: "Thêm trường vào ô đang chọn",
    lead: "Chọn ô trên trang mẫu, rồi bấm tên trường để ghi vào ô.",
    search: "Tìm trường",
    none: "Không có trường nào khớp.",
    put: (field) => `Ghi {{${field}}} vào ô đang chọn`,
    selectCell: "Hãy chọn một ô trên trang mẫu trước.",
    dataSheet: (sheet) => `Trang “${sheet}” là bảng số liệu; hãy chọn một ô trên trang mẫu.`,
    formulaCell: (cell) => `Ô ${cell} có công thức; hãy chọn ô khác.`,
    written: (field, cell) => `Đã ghi {{${field}}} vào ô ${cell}.`,
    filters: "Thêm sau tên trường: |bằng chữ, |ngày, |số, |che, |hoa.",
  },
  pay: {
    lead: "Chọn các hộ đã có quyết định phê duyệt. Sổ lập danh sách ký nhận, ghi chứng từ vào Giải ngân và cộng vào cột Đã chi.",
    none: "Chưa có hộ nào có Số QĐ phê duyệt.",
    all: "Tất cả",
    content: "Nội dung hỗ trợ",
    hamlet: "Thôn xóm",
    decision: "Số quyết định",
    list: "Các hộ đã phê duyệt",
    chooseAll: (count) => `Chọn tất cả ${count} hộ chi được`,
    household: (name, hamlet, content) => [name, hamlet, content].filter((part) => part !== "").join(" – "),
    left: (amount) => `còn ${amount}`,
    obstacles: {
      unreadableAmount: "số tiền chưa đọc được, hãy kiểm tra và sửa trước",
      paidInFull: "đã chi đủ",
      overpaid: "đã chi quá mức phê duyệt",
      noAccount: "chưa có số tài khoản",
    },
    limit: (unit) => `Mỗi hộ chi nhiều nhất (${unit})`,
    limitHint: "Bỏ trống: chi toàn bộ phần còn lại.",
    notAmount: "Viết số tiền, ví dụ 20.000.000.",
    notDate: "Viết ngày dạng 15/09/2025.",
    voucher: "Số chứng từ",
    voucherMissing: "Hãy ghi số chứng từ.",
    date: "Ngày chứng từ",
    manner: "Hình thức",
    capitalType: "Loại vốn",
    capitalYear: "Năm vốn",
    total: (households, amount) => `${households} hộ, ${amount}`,
    remaining: (amount) => `Các hộ này còn lại sau đợt chi: ${amount}`,
    prepare: "Xem trước đợt chi",
    voucherLine: (content, source, amount) => `${content} – ${source}: ${amount}`,
    told: "Sau khi ghi, kiểm tra sẽ báo:",
    nothingTold: "Kiểm tra không có gì để báo thêm sau khi ghi.",
    confirm: "Ghi đợt chi",
    back: "Chọn lại",
    done: (sheet, vouchers, households) =>
      `Đã lập “${sheet}”, ghi ${vouchers} dòng chứng từ và cộng Đã chi cho ${households} hộ.`,
    show: "Xem danh sách",
  },
};

const en: TemplatePlaceWords = {
  tabs: { label: "Tasks in Templates", fill: "Fill a template", pay: "Pay households" },
  choose: {
    label: "Template",
    none: "Choose a template…",
    inWorkbook: "Sheets of this workbook",
    own: "Templates that come with us",
    fromFile: "From the opened file",
    openFile: "Open a template file (.xlsx)",
    fileUnreadable: (detail) => `The template file could not be opened: ${detail}`,
    fileWithout: (name) => `“${name}” has no sheet that holds {{…}}.`,
    put: "Put it into the workbook to change it",
    putHint: "Adds a template sheet to the workbook; choose that sheet once it is changed.",
    putDone: (sheet) => `Added the template sheet “${sheet}”. Change it there, then fill from it.`,
    lead: "A template is a sheet with fields such as {{Hộ.Họ và tên chủ hộ}}; figures come from the workbook's tables.",
  },
  state: {
    used: (count) => `Fields in use (${count})`,
    ready: "Every field is in the workbook.",
    mistakes: (count) => `${count} places in the template to correct`,
    goTo: (cell) => `Go to ${cell}`,
  },
  pages: {
    label: "Pages",
    each: (record) => `A sheet for each ${record}`,
    together: (record) => `All on one sheet, a printed page for each ${record}`,
  },
  asked: {
    title: "To be entered",
    hint: "Entered once, kept in the workbook (sheet Danh mục). What is left empty stays empty in the document.",
    kinds: { date: "day/month/year", number: "number" },
    notDate: "Write the date as 15/09/2025.",
    notNumber: "Write a number, such as 1.250,5.",
    note: "Entered for a template; can be changed here.",
  },
  preview: {
    show: "Preview the first one",
    hide: "Hide the preview",
    label: "Preview",
    hint: "Text only; what formulas compute is shown once it is filled.",
  },
  fill: {
    action: "Fill the template",
    done: (sheets, records) =>
      sheets.length === 1
        ? `Filled sheet “${sheets[0]}” with ${records} rows of data.`
        : `Made ${sheets.length} sheets, from “${sheets[0]}” to “${sheets.at(-1)}”.`,
    show: "Show the document",
    notFilled: (count) => `Nothing was written: the template has ${count} places to correct.`,
  },
  fields: {
    title: "Put a field into the selected cell",
    lead: "Select a cell on the template sheet, then click a field to write it there.",
    search: "Search fields",
    none: "No field matches.",
    put: (field) => `Write {{${field}}} into the selected cell`,
    selectCell: "Select a cell on the template sheet first.",
    dataSheet: (sheet) => `“${sheet}” is a data sheet; select a cell on the template sheet.`,
    formulaCell: (cell) => `${cell} holds a formula; select another cell.`,
    written: (field, cell) => `Wrote {{${field}}} into ${cell}.`,
    filters: "To be added after a field's name: |bằng chữ, |ngày, |số, |che, |hoa.",
  },
  pay: {
    lead: "Choose households that have a decision. The workbook makes the list for signatures, enters the vouchers and raises Đã chi.",
    none: "No household has a Số QĐ phê duyệt yet.",
    all: "All",
    content: "Content",
    hamlet: "Village",
    decision: "Decision",
    list: "Approved households",
    chooseAll: (count) => `Choose all ${count} households that can be paid`,
    household: (name, hamlet, content) => [name, hamlet, content].filter((part) => part !== "").join(" – "),
    left: (amount) => `${amount} left`,
    obstacles: {
      unreadableAmount: "an amount cannot be read, check and repair it first",
      paidInFull: "paid in full",
      overpaid: "paid more than approved",
      noAccount: "no account number",
    },
    limit: (unit) => `At most for each (${unit})`,
    limitHint: "Empty: all that is left is paid.",
    notAmount: "Write an amount, such as 20.000.000.",
    notDate: "Write the date as 15/09/2025.",
    voucher: "Voucher number",
    voucherMissing: "Enter the voucher's number.",
    date: "Voucher date",
    manner: "Kind of payment",
    capitalType: "Capital type",
    capitalYear: "Capital year",
    total: (households, amount) => `${households} households, ${amount}`,
    remaining: (amount) => `Left to these households after it: ${amount}`,
    prepare: "Preview the payment",
    voucherLine: (content, source, amount) => `${content} – ${source}: ${amount}`,
    told: "Once it is written, the check will say:",
    nothingTold: "The check has nothing more to say once it is written.",
    confirm: "Write the payment",
    back: "Choose again",
    done: (sheet, vouchers, households) =>
      `Made “${sheet}”, entered ${vouchers} voucher rows and raised Đã chi of ${households} households.`,
    show: "Show the list",
  },
};

export const templatePlaceWords = { vi, en } as const;
