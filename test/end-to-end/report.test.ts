/** The place Báo cáo in a browser, on the built files: options, “Vì sao số này?”, sending, reconciling; clean for axe. */
import type { Browser, Frame, Page } from "playwright-core";
import { XlsxBook } from "../../src/hosts/xlsx";
import { launchBrowser } from "../browser";
import { startBrowserHost, type BrowserHost } from "../office-host/browser";
import { axeFaults, picture, settled, site } from "./builtPane";

jest.setTimeout(180_000);

let browser: Browser;
let host: BrowserHost;
let page: Page;
let pane: Frame;
beforeAll(async () => {
  browser = await launchBrowser();
  host = await startBrowserHost({ profile: "desktop", site, page: "/pane.html", browser });
  ({ page } = host);
  pane = host.addin;
  await page.setViewportSize({ width: 350, height: 860 });
  await button("Dùng thử với kế hoạch mẫu").click();
  await button("Chèn vào sổ").click();
  await pane.getByText(/Đã chèn/).waitFor();
  person("Giải ngân", 4, [
    [45728, "UNC 1", "Thanh toán", "DA1", "Chưa chi tiết", "Chưa xác định", "Năm nay", "NSTW", 50000000],
  ]);
  await pane.getByRole("tab", { name: "Báo cáo" }).click();
});
afterAll(async () => {
  await host.close();
  await browser.close();
});

const button = (name: string) => pane.getByRole("button", { name, exact: true });

/** A person types into cells from column A on; `row` is 0-based. */
function person(name: string, row: number, values: readonly (readonly unknown[])[]): void {
  host.excel.actAs("person", (book) => {
    const area = { row, column: 0, rows: values.length, columns: values[0]!.length };
    book.write(book.findSheet(name)!, area, (r, c) => values[r]?.[c]);
  });
}

/** What axe finds, but for the invisible elements by which Fluent watches where Tab goes. */
async function cleanAndPictured(name: string): Promise<void> {
  await settled(pane);
  await page.screenshot({ path: picture(`bao-cao-${name}.png`) });
  expect(await axeFaults(page)).toEqual([]);
  const wide = await pane.evaluate(() =>
    [document.documentElement, document.querySelector("#place")!].map(
      (element) => element.scrollWidth - element.clientWidth,
    ),
  );
  expect(wide).toEqual([0, 0]);
}

test("options stand out of the way, with quick periods and days of one's own", async () => {
  await button("Tùy chọn").click();
  await pane.getByRole("checkbox", { name: /^BC02/ }).click();
  await pane.getByRole("checkbox", { name: /^BC06/ }).click();
  await pane.getByLabel("Kỳ báo cáo").selectOption({ label: "Chọn ngày" });
  await pane.getByLabel("Từ ngày").fill("2025-03-01");
  await pane.getByLabel("Đến ngày").fill("2025-02-01");
  await pane.getByText("Ngày đầu kỳ phải trước ngày cuối kỳ.").waitFor();
  expect(await button("Tạo biểu").isDisabled()).toBe(true);
  await pane.getByLabel("Đến ngày").fill("2025-03-31");
  await cleanAndPictured("1-tuy-chon");
  await button("Tạo biểu").click();
  await pane.getByText(/Đã tạo “BC01 Phân bổ vốn”.*BC06 có dữ liệu cá nhân/).waitFor();
});

test("the selected figure is explained, and its voucher is one click away", async () => {
  await pane.getByRole("tab", { name: "Vì sao?" }).click();
  host.excel.actAs("person", (book) => {
    const sheet = book.findSheet("BC02 Giải ngân")!;
    book.activate(sheet);
    book.select(sheet, { row: 10, column: 8, rows: 1, columns: 1 });
  });
  await pane.getByText("BC02 Giải ngân, ô I11").waitFor();
  await pane
    .getByText(/Cộng cột “Số tiền” của trang “Giải ngân”/)
    .first()
    .waitFor();
  await cleanAndPictured("2-vi-sao");
  await pane.getByRole("button", { name: /UNC 1, 12\/03\/2025/ }).click();
  while (host.excel.book.active.name !== "Giải ngân") await page.waitForTimeout(50);
  // What was explained stays while its rows are looked at.
  await pane.getByText("BC02 Giải ngân, ô I11").waitFor();
});

test("what is open is said before reports are sent, and the copy opens beside", async () => {
  await pane.getByRole("tab", { name: "Gửi đi" }).click();
  await button("Có gửi được chưa?").click();
  await pane.getByText(/Chưa nên gửi/).waitFor();
  await cleanAndPictured("3-gui-di");
  await button("Gửi lên: tạo tệp riêng").click();
  await pane.getByText(/Đã mở sổ mới gồm các biểu/).waitFor();
  const [opened] = host.excel.book.openedBeside;
  const { sheets } = await XlsxBook.open(new Uint8Array(Buffer.from(opened!, "base64"))).read();
  expect(sheets.map((one) => one.name)).toEqual(["BC01 Phân bổ vốn", "BC02 Giải ngân", "BC06 Niêm yết"]);
});

test("a pasted statement is reconciled into a sheet", async () => {
  await pane.getByRole("tab", { name: "Đối chiếu" }).click();
  await button("Dán sao kê").click();
  const text = "Ngày\tSố CT\tDiễn giải\tSố tiền\n12/03/2025\t1\tChi\t50.000.000\n20/03/2025\t7\tPhí\t11.000";
  await pane.getByLabel("Sao kê", { exact: true }).fill(text);
  await button("Đọc sao kê").click();
  await pane.getByText("Kết quả", { exact: true }).waitFor();
  await button("Cột của sao kê").click();
  await cleanAndPictured("4-doi-chieu");
  await button("Ghi trang Đối chiếu").click();
  await pane.getByText("Đã ghi trang “Đối chiếu”.").waitFor();
});
