/** What the verb `start` says: the page on this machine, and the add-in put into Excel. */

export interface StartWords {
  readonly building: string;
  /** The sources are newer than what was built from them. */
  readonly rebuilding: string;
  readonly buildFailed: (detail: string) => string;
  readonly badPort: (value: string) => string;
  readonly portTaken: (wanted: number, taken: number) => string;
  readonly page: (address: string) => string;
  readonly openByHand: string;
  /** What to do in Excel once the add-in has been put into it. */
  readonly inExcel: Readonly<Record<"windows" | "mac", string>>;
  readonly notInExcel: (detail: string, manifest: string) => string;
  readonly noHttps: (detail: string) => string;
  readonly unloaded: string;
  /** `detail` is what the machine said, null where there is no Excel. */
  readonly nothingToUnload: (detail: string | null) => string;
  readonly running: string;
  readonly stopped: string;
}

const vi: StartWords = {
  building: "Chạy lần đầu: đang dựng trang, mất khoảng một phút…",
  rebuilding: "Mã nguồn đã đổi từ lần dựng trước: đang dựng lại trang, mất khoảng một phút…",
  buildFailed: (detail) => `Không dựng được trang (${detail}). Hãy chạy npm run build để xem chi tiết.`,
  badPort: (value) => `Cổng “${value}” không dùng được: chọn một số từ 1 đến 65535, ví dụ --port 4719.`,
  portTaken: (wanted, taken) => `Cổng ${wanted} đang có chương trình khác dùng nên trang mở ở cổng ${taken}.`,
  page: (address) => `Trang Sổ MTQG (không cần Excel): ${address}\nChỉ máy này mở được địa chỉ đó.`,
  openByHand: "Hãy mở địa chỉ trên bằng trình duyệt (Chrome, Edge hoặc Firefox).",
  inExcel: {
    windows:
      "Đã cài thử vào Excel. Đóng hết cửa sổ Excel, mở lại một sổ: thẻ “Sổ MTQG” hiện trên thanh công cụ. Chưa thấy thì vào Trang đầu → Bổ trợ → Bổ trợ cho nhà phát triển.\nKhi thôi dùng: npm start -- --unload",
    mac: "Đã cài thử vào Excel. Thoát hẳn Excel, mở lại một sổ, vào Trang đầu → Bổ trợ, chọn “Sổ MTQG”.\nKhi thôi dùng: npm start -- --unload",
  },
  notInExcel: (detail, manifest) =>
    `Chưa tự cài được vào Excel (${detail}). Có thể cài bằng tay với tệp ${manifest}; xem README, mục “Cài thử trên một máy”.`,
  noHttps: (detail) =>
    `Chưa mở được đường https cho Excel (${detail}). Trang ở địa chỉ trên vẫn dùng bình thường.`,
  unloaded: "Đã gỡ Sổ MTQG khỏi Excel trên máy này. Mở lại Excel để thấy thay đổi.",
  nothingToUnload: (detail) =>
    detail === null
      ? "Không thấy Excel trên máy này nên không có gì để gỡ."
      : `Không có bản cài thử nào để gỡ (${detail}).`,
  running: "Giữ cửa sổ này mở khi làm việc. Bấm Ctrl+C để dừng.",
  stopped: "Đã dừng.",
};

const en: StartWords = {
  building: "First run: building the page, about a minute…",
  rebuilding: "The sources have changed since the last build: building the page again, about a minute…",
  buildFailed: (detail) => `The page could not be built (${detail}). Run npm run build for the details.`,
  badPort: (value) => `Port “${value}” cannot be used: choose a number from 1 to 65535, e.g. --port 4719.`,
  portTaken: (wanted, taken) => `Port ${wanted} is taken by another program; the page uses port ${taken}.`,
  page: (address) => `The page of Sổ MTQG (no Excel needed): ${address}\nOnly this machine can open it.`,
  openByHand: "Open the address above in a browser (Chrome, Edge or Firefox).",
  inExcel: {
    windows:
      "The add-in was put into Excel. Close every Excel window and open a workbook: the tab “Sổ MTQG” is on the ribbon. If not, see Home → Add-ins → Developer Add-ins.\nTo take it out again: npm start -- --unload",
    mac: "The add-in was put into Excel. Quit Excel, open a workbook, go to Home → Add-ins and choose “Sổ MTQG”.\nTo take it out again: npm start -- --unload",
  },
  notInExcel: (detail, manifest) =>
    `The add-in could not be put into Excel (${detail}). It can be done by hand with ${manifest}; see the README.`,
  noHttps: (detail) => `No https for Excel (${detail}). The page at the address above works all the same.`,
  unloaded: "Sổ MTQG was taken out of this machine's Excel. Restart Excel to see it.",
  nothingToUnload: (detail) =>
    detail === null
      ? "There is no Excel on this machine, so there is nothing to take out."
      : `There is nothing to take out (${detail}).`,
  running: "Keep this window open while you work. Ctrl+C ends it.",
  stopped: "Ended.",
};

export const startWords = { vi, en } as const;
