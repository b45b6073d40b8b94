/** What the page with the grid says, around the pane. */

export interface PageWords {
  readonly product: string;
  readonly file: {
    readonly fresh: string;
    readonly unsaved: string;
    readonly saved: string;
    readonly unchanged: string;
    readonly open: string;
    readonly save: string;
    readonly saving: string;
    /** The file's own name, without its ending. */
    readonly savedName: (name: string) => string;
    readonly freshName: string;
    readonly dropHere: string;
  };
  readonly welcome: {
    readonly title: string;
    readonly lead: string;
    readonly sample: string;
    readonly sampleHint: string;
    readonly open: string;
    readonly openHint: string;
    readonly privacy: string;
    readonly planReady: string;
    readonly planReadyHint: string;
  };
  readonly kept: {
    readonly title: string;
    readonly what: (name: string, time: string) => string;
    readonly resume: string;
    readonly discard: string;
    readonly where: string;
    readonly clear: string;
    readonly cleared: string;
    readonly failed: string;
  };
  readonly tools: {
    readonly label: string;
    readonly undo: string;
    readonly redo: string;
    readonly insertRow: string;
    readonly removeRow: string;
    readonly sortUp: string;
    readonly sortDown: string;
  };
  readonly leave: {
    readonly title: string;
    readonly what: string;
    readonly save: string;
    readonly discard: string;
    readonly cancel: string;
  };
  readonly grid: {
    readonly label: string;
    readonly loading: string;
    readonly failed: (detail: string) => string;
    readonly notWritable: string;
    readonly rowsOutsideTable: string;
    readonly rowsNamed: string;
    readonly viewOnly: string;
    readonly undoChanged: string;
    readonly date1904: string;
    /** What the grid's own words lack: the stages of a calculation, by its own keys. */
    readonly progress: Readonly<
      Record<"analyzing" | "calculating" | "array-analysis" | "array-calculation" | "done", string>
    >;
  };
  readonly notShown: {
    readonly title: string;
    readonly what: (parts: string) => string;
    readonly parts: Readonly<Record<NotShown, string>>;
  };
  readonly border: string;
  readonly pane: string;
  readonly close: string;
  readonly keys: string;
}

/** What a file may hold that the grid does not show. */
export type NotShown =
  | "pivots"
  | "charts"
  | "drawings"
  | "macros"
  | "comments"
  | "slicers"
  | "queries"
  | "externalLinks"
  | "chartSheets";

const vi: PageWords = {
  product: "Sổ MTQG",
  file: {
    fresh: "Sổ mới",
    unsaved: "Chưa lưu",
    saved: "Đã lưu bản mới",
    unchanged: "Chưa thay đổi",
    open: "Mở tệp .xlsx của bạn",
    save: "Lưu bản mới",
    saving: "Đang ghi tệp…",
    savedName: (name) => `${name} (Sổ MTQG)`,
    freshName: "Sổ theo dõi CTMTQG",
    dropHere: "Thả tệp .xlsx vào đây để mở",
  },
  welcome: {
    title: "Bắt đầu",
    lead: "Sổ MTQG dựng sẵn sổ theo dõi từ kế hoạch vốn đã duyệt của xã, soát lỗi ngay trên từng ô và lập biểu báo cáo.",
    sample: "Dùng thử với kế hoạch xã Dân Tiến",
    sampleHint: "Kế hoạch số 30/KH-UBND năm 2025, xem ngay được.",
    open: "Mở tệp .xlsx của bạn",
    openHint: "Tệp gốc được giữ nguyên; khi lưu, phần mềm tạo một bản mới.",
    privacy: "Mọi việc diễn ra trên máy này. Không có dữ liệu nào được gửi đi.",
    planReady: "Đã đọc xong kế hoạch",
    planReadyHint:
      "Xem lại số liệu ở khung bên phải rồi bấm “Chèn vào sổ”. Các trang làm việc sẽ hiện ở đây.",
  },
  kept: {
    title: "Có sổ chưa lưu từ lần trước",
    what: (name, time) => `“${name}”, tự giữ lại trên máy này lúc ${time}.`,
    resume: "Mở lại",
    discard: "Xóa bản giữ",
    where: "Việc chưa lưu được giữ trong trình duyệt của máy này để không mất khi đóng nhầm.",
    clear: "Xóa bản giữ trên máy này",
    cleared: "Đã xóa bản giữ trên máy này.",
    failed: "Trình duyệt không cho giữ bản tạm. Hãy lưu thường xuyên.",
  },
  tools: {
    label: "Công cụ bảng tính",
    undo: "Hoàn tác (Ctrl+Z)",
    redo: "Làm lại (Ctrl+Y)",
    insertRow: "Chèn dòng",
    removeRow: "Xóa dòng",
    sortUp: "Sắp xếp tăng dần theo cột đang chọn",
    sortDown: "Sắp xếp giảm dần theo cột đang chọn",
  },
  leave: {
    title: "Sổ đang mở chưa lưu",
    what: "Mở sổ khác sẽ bỏ những thay đổi chưa lưu trong sổ này.",
    save: "Lưu bản mới rồi mở",
    discard: "Bỏ thay đổi",
    cancel: "Ở lại",
  },
  grid: {
    label: "Bảng tính",
    loading: "Đang chuẩn bị bảng tính…",
    failed: (detail) =>
      `Không mở được bảng tính trên trang này. Khung bên phải vẫn dùng được. Chi tiết: ${detail}`,
    notWritable:
      "Trang này chỉ ghi nội dung ô vào tệp. Định dạng, cột, trang tính và gộp ô hãy sửa trong Excel để không mất.",
    rowsOutsideTable: "Chỉ chèn và xóa dòng được trong bảng dữ liệu. Hãy chọn các dòng bên trong bảng.",
    rowsNamed:
      "Có công thức trỏ tới từng ô của bảng này; chèn hay xóa dòng ở đây sẽ làm lệch công thức. Hãy làm việc đó trong Excel.",
    viewOnly:
      "Bộ lọc, độ rộng cột, chiều cao dòng và cố định khung chỉ đổi khi xem ở đây, không ghi vào tệp.",
    undoChanged: "Các ô đó đã thay đổi sau lần sửa này nên không hoàn tác được.",
    date1904:
      "Sổ này tính ngày từ năm 1904 (kiểu máy Mac cũ) nên trang này không hiện đúng ngày. Hãy mở bằng Excel.",
    progress: {
      analyzing: "Đang xem công thức",
      calculating: "Đang tính",
      "array-analysis": "Đang xem công thức mảng",
      "array-calculation": "Đang tính công thức mảng",
      done: "Đã tính xong",
    },
  },
  notShown: {
    title: "Có phần không hiện ở đây",
    what: (parts) => `${parts}: vẫn nguyên trong tệp khi lưu.`,
    parts: {
      pivots: "bảng tổng hợp (Pivot)",
      charts: "biểu đồ",
      drawings: "hình vẽ, ảnh",
      macros: "macro",
      comments: "nhận xét theo luồng",
      slicers: "bộ lọc nhanh (Slicer)",
      queries: "kết nối dữ liệu",
      externalLinks: "liên kết tới sổ khác",
      chartSheets: "trang biểu đồ",
    },
  },
  border: "Đường chia bảng tính và khung Sổ MTQG",
  pane: "Khung Sổ MTQG",
  close: "Đóng",
  keys: "F6: chuyển giữa bảng tính và khung bên phải",
};

const en: PageWords = {
  product: "Sổ MTQG",
  file: {
    fresh: "New workbook",
    unsaved: "Not saved",
    saved: "New copy saved",
    unchanged: "Not changed",
    open: "Open your .xlsx file",
    save: "Save a new copy",
    saving: "Writing the file…",
    savedName: (name) => `${name} (Sổ MTQG)`,
    freshName: "Sổ theo dõi CTMTQG",
    dropHere: "Drop an .xlsx file here to open it",
  },
  welcome: {
    title: "Start",
    lead: "Sổ MTQG builds the commune's workbook from its approved plan, checks it cell by cell and makes the reports.",
    sample: "Try the plan of Dân Tiến commune",
    sampleHint: "Plan 30/KH-UBND of 2025, ready to look at.",
    open: "Open your .xlsx file",
    openHint: "Your file stays as it is; saving writes a new copy.",
    privacy: "Everything happens on this machine. No data is sent anywhere.",
    planReady: "The plan has been read",
    planReadyHint:
      "Look at the figures on the right, then choose “Insert into the workbook”. The sheets will appear here.",
  },
  kept: {
    title: "Unsaved work from last time",
    what: (name, time) => `“${name}”, kept on this machine at ${time}.`,
    resume: "Open it",
    discard: "Delete it",
    where: "Unsaved work is kept in this machine's browser, so that closing the tab loses nothing.",
    clear: "Delete the copy kept on this machine",
    cleared: "The copy kept on this machine was deleted.",
    failed: "The browser does not allow keeping a copy. Save often.",
  },
  tools: {
    label: "Spreadsheet tools",
    undo: "Undo (Ctrl+Z)",
    redo: "Redo (Ctrl+Y)",
    insertRow: "Insert row",
    removeRow: "Delete row",
    sortUp: "Sort ascending by the selected column",
    sortDown: "Sort descending by the selected column",
  },
  leave: {
    title: "The open workbook is not saved",
    what: "Opening another drops the unsaved changes of this one.",
    save: "Save a new copy, then open",
    discard: "Drop the changes",
    cancel: "Stay",
  },
  grid: {
    label: "Spreadsheet",
    loading: "Preparing the spreadsheet…",
    failed: (detail) => `The spreadsheet could not start. The pane still works. Detail: ${detail}`,
    notWritable:
      "This page writes the contents of cells only. Change formats, columns, sheets and merged cells in Excel.",
    rowsOutsideTable: "Rows can be inserted and deleted inside a table only. Select rows inside one.",
    rowsNamed: "Formulas name single cells of this table and would shift. Insert or delete rows in Excel.",
    viewOnly: "Filters, column widths, row heights and frozen panes change the view here only, not the file.",
    undoChanged: "Those cells were changed since, so this cannot be undone.",
    date1904: "This workbook counts dates from 1904 and its dates would show wrongly here. Open it in Excel.",
    progress: {
      analyzing: "Looking at formulas",
      calculating: "Calculating",
      "array-analysis": "Looking at array formulas",
      "array-calculation": "Calculating array formulas",
      done: "Calculated",
    },
  },
  notShown: {
    title: "Some things are not shown here",
    what: (parts) => `${parts}: kept in the file when you save.`,
    parts: {
      pivots: "pivot tables",
      charts: "charts",
      drawings: "drawings and pictures",
      macros: "macros",
      comments: "threaded comments",
      slicers: "slicers",
      queries: "data connections",
      externalLinks: "links to other workbooks",
      chartSheets: "chart sheets",
    },
  },
  border: "Border between spreadsheet and pane",
  pane: "Sổ MTQG pane",
  close: "Close",
  keys: "F6: between the spreadsheet and the pane",
};

export const pageWords = { vi, en } as const;
