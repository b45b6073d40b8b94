/** A workbook of the staff's own in Excel, on the built files: found, read, kept, checked, marked, taken back. */
import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser";
import { startBrowserHost, type BrowserHost } from "../office-host/browser";
import { axeFaults, picture, settled, site } from "./builtPane";

let browser: Browser;
let host: BrowserHost;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => host.close());

const rows: (string | number | null)[][] = [
  ["DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ ĐẤT Ở, DỰ ÁN 1 NĂM 2025", null, null, null, null, null, null, null],
  ["STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Dân tộc", "Số CCCD", "Xóm", "NSTW (triệu đồng)"],
  [1, "Lý Văn Páo", 1980, "Nam", "Mông", "'019080100001", "Làng Mười", 40],
  [2, "Hoàng Thị Mai", 1985, "Nữ", "Tày", "'0191851", "Đoàn Kết", 40],
  [3, "Nông Văn Tài", 1971, "Nam", "Nùng", "'019071100003", "Đoàn Kết", 45],
];

test("sheets of their own are found in the pane, read, kept, checked in place and marked", async () => {
  host = await startBrowserHost({ profile: "desktop", site, page: "/pane.html", browser, sheets: ["DS hộ"] });
  const { page, addin: pane, excel, problems } = host;
  const { book } = excel;
  await page.setViewportSize({ width: 350, height: 900 });
  excel.actAs("person", () => {
    const { sheet, area } = book.locate("A1:H5", book.findSheet("DS hộ")!)!;
    book.write(sheet, area, (row, column) => rows[row]?.[column]);
  });
  const value = (row: number, column: number) => book.valueOf(book.findSheet("DS hộ")!, row, column);
  const button = (name: string | RegExp) => pane.getByRole("button", { name });
  const faults = async () => {
    await settled(pane);
    return axeFaults(page);
  };

  await pane.getByRole("tab", { name: "Kiểm tra" }).click();
  await button("Trang tính của bạn").click();
  await button("Tìm trang tính của tôi").click();
  await button(/^DS hộ: danh sách hộ/).click();
  await pane.getByLabel(/^Cột H – NSTW/).waitFor();
  await settled(pane);
  await page.screenshot({ path: picture("trang-tinh-cua-ban.png"), fullPage: true });
  expect(await faults()).toEqual([]);
  expect(
    await pane.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);

  await button("Lưu cách đọc").click();
  await pane.getByText(/Đã lưu cách đọc 1 trang/).waitFor();
  expect(book.findSheet("_so_mtqg")?.visibility).toBe("VeryHidden");

  await pane.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await pane.getByText(/Đã kiểm tra 3 dòng/).waitFor();
  await pane.getByText(/45 triệu đồng vượt định mức/).waitFor();
  expect(value(3, 8)).toBe("");
  await button(/^Thêm cột “Kiểm tra”/).click();
  await pane.getByText(/Đã ghi lỗi vào cột/).waitFor();
  await button(/^Thêm cột “Kiểm tra”/).waitFor({ state: "detached" });
  expect([value(1, 8), value(2, 8)]).toEqual(["Kiểm tra", ""]);
  expect(value(3, 8)).toMatch(/^Số CCCD: /);
  expect(value(4, 8)).toMatch(/^NSTW \(triệu đồng\): /);
  await page.screenshot({ path: picture("trang-tinh-da-kiem-tra.png"), fullPage: true });
  expect(await faults()).toEqual([]);
  expect(problems).toEqual([]);
});
