/** “Đối chiếu” in words. */

export interface ReconcileWords {
  readonly lead: string;
  readonly party: string;
  readonly parties: { readonly treasury: string; readonly accounting: string };
  readonly open: string;
  readonly paste: string;
  readonly pasteLabel: string;
  readonly pasteHint: string;
  readonly readPasted: string;
  readonly pasted: string;
  readonly empty: string;
  readonly another: string;
  readonly source: (name: string) => string;
  readonly sheet: string;
  readonly columns: string;
  readonly fields: {
    readonly date: string;
    readonly number: string;
    readonly amount: string;
    readonly returned: string;
    readonly note: string;
  };
  readonly noColumn: string;
  readonly column: (letters: string, head: string) => string;
  readonly headRow: string;
  readonly unit: string;
  readonly notFound: string;
  readonly period: (from: string, to: string) => string;
  readonly results: string;
  readonly counts: {
    readonly matched: string;
    readonly proposed: string;
    readonly different: string;
    readonly onlyOurs: string;
    readonly onlyTheirs: string;
  };
  readonly sums: { readonly ours: string; readonly theirs: string; readonly difference: string };
  readonly unread: (ours: number, theirs: number) => string;
  readonly write: string;
  readonly written: (sheet: string) => string;
  readonly show: string;
}

export const reconcileVi: ReconcileWords = {
  lead: "So chứng từ ở trang Giải ngân với sao kê của Kho bạc hoặc phần mềm kế toán, theo số, ngày và số tiền.",
  party: "Đối chiếu với",
  parties: { treasury: "Kho bạc Nhà nước", accounting: "Phần mềm kế toán" },
  open: "Mở tệp sao kê (.xlsx, .csv)",
  paste: "Dán sao kê",
  pasteLabel: "Sao kê",
  pasteHint: "Sao chép cả dòng tên cột rồi dán vào đây.",
  readPasted: "Đọc sao kê",
  pasted: "Nội dung đã dán",
  empty: "Không có dòng nào trong sao kê này.",
  another: "Chọn sao kê khác",
  source: (name) => `Sao kê: ${name}`,
  sheet: "Trang của tệp",
  columns: "Cột của sao kê",
  fields: {
    date: "Ngày",
    number: "Số chứng từ",
    amount: "Số tiền",
    returned: "Thu hồi, giảm chi (cột riêng)",
    note: "Diễn giải",
  },
  noColumn: "(không có)",
  column: (letters, head) => (head === "" ? `Cột ${letters}` : `${letters}: ${head}`),
  headRow: "Dòng tên cột",
  unit: "Đơn vị của sao kê",
  notFound: "Chưa nhận ra tên cột. Hãy chọn dòng tên cột và các cột bên dưới.",
  period: (from, to) => `Kỳ đối chiếu: từ ${from} đến ${to}`,
  results: "Kết quả",
  counts: {
    matched: "Khớp",
    proposed: "Gần khớp, cần xác nhận",
    different: "Sai lệch số tiền",
    onlyOurs: "Chỉ có trong sổ của xã",
    onlyTheirs: "Chỉ có trong sao kê",
  },
  sums: { ours: "Sổ của xã (đồng)", theirs: "Sao kê (đồng)", difference: "Chênh lệch (đồng)" },
  unread: (ours, theirs) =>
    [
      ours > 0 ? `${ours} dòng ở trang Giải ngân thiếu ngày, số tiền hoặc hình thức` : "",
      theirs > 0 ? `${theirs} dòng sao kê không đọc được` : "",
    ]
      .filter((text) => text !== "")
      .join("; ") + ": không được đối chiếu.",
  write: "Ghi trang Đối chiếu",
  written: (sheet) => `Đã ghi trang “${sheet}”.`,
  show: "Xem trang",
};

export const reconcileEn: ReconcileWords = {
  lead: "Compares the vouchers of sheet Giải ngân with the statement of the Treasury or an accounting program, by number, date and amount.",
  party: "Compared with",
  parties: { treasury: "State Treasury", accounting: "Accounting program" },
  open: "Open a statement (.xlsx, .csv)",
  paste: "Paste a statement",
  pasteLabel: "Statement",
  pasteHint: "Copy the row with the columns' names too, and paste it here.",
  readPasted: "Read the statement",
  pasted: "Pasted text",
  empty: "There are no rows in this statement.",
  another: "Choose another statement",
  source: (name) => `Statement: ${name}`,
  sheet: "Sheet of the file",
  columns: "Columns of the statement",
  fields: {
    date: "Date",
    number: "Voucher number",
    amount: "Amount",
    returned: "Given back (column of its own)",
    note: "Description",
  },
  noColumn: "(none)",
  column: (letters, head) => (head === "" ? `Column ${letters}` : `${letters}: ${head}`),
  headRow: "Row of the columns' names",
  unit: "The statement's unit",
  notFound: "The columns' names were not recognised. Choose their row and the columns below.",
  period: (from, to) => `Period: ${from} to ${to}`,
  results: "Outcome",
  counts: {
    matched: "The same",
    proposed: "Near, to be confirmed",
    different: "Another amount",
    onlyOurs: "Only in our book",
    onlyTheirs: "Only in the statement",
  },
  sums: { ours: "Our book (đồng)", theirs: "Statement (đồng)", difference: "Difference (đồng)" },
  unread: (ours, theirs) =>
    [
      ours > 0 ? `${ours} rows of sheet Giải ngân lack a date, an amount or a manner` : "",
      theirs > 0 ? `${theirs} rows of the statement cannot be read` : "",
    ]
      .filter((text) => text !== "")
      .join("; ") + ": they take no part.",
  write: "Write sheet Đối chiếu",
  written: (sheet) => `Sheet “${sheet}” was written.`,
  show: "Show the sheet",
};
