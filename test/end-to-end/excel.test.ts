/** The built pane inside Excel, on the web and on the desktop, through Microsoft's unmodified office.js in Chromium. */
import type { Browser, Frame } from "playwright-core";
import { launchBrowser } from "../browser";
import { startBrowserHost, type BrowserHost } from "../office-host/browser";
import { axeFaults, settled, site, until } from "./builtPane";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const button = (pane: Frame, name: string | RegExp) =>
  pane.getByRole("button", { name, exact: typeof name === "string" });

describe.each(["web", "desktop"] as const)("in Excel: %s", (profile) => {
  let host: BrowserHost;
  let pane: Frame;
  beforeAll(async () => {
    host = await startBrowserHost({ profile, site, page: "/pane.html", browser });
    await host.page.setViewportSize({ width: profile === "web" ? 1000 : 350, height: 900 });
    pane = host.addin;
  });
  afterAll(() => host.close());

  const sheets = () => host.excel.book.sheets.map((sheet) => sheet.name);
  const cell = (sheet: string, row: number, column: number) =>
    host.excel.book.sheets.find((one) => one.name === sheet)!.grid.cell(row, column);

  test("the sample plan goes from its file into the workbook", async () => {
    await button(pane, "Dùng thử với kế hoạch mẫu").click();
    await pane.getByText("Kế hoạch 30/KH-UBND – xã Dân Tiến").waitFor();
    await button(pane, "Chèn vào sổ").click();
    await pane.getByText(/Đã chèn: 9 trang mới/).waitFor();
    expect(sheets()).toEqual(expect.arrayContaining(["Kế hoạch", "Ngân sách", "Hộ thụ hưởng", "Danh mục"]));
    expect(cell("Kế hoạch", 5, 3).value).toBe(9504.2);
  });

  test("a fault that is typed in is found, marked, and led to", async () => {
    cell("Kế hoạch", 4, 4).value = 600;
    await button(pane, "Kiểm tra sổ").click();
    const finding = button(pane, /^D5.*chênh 26 triệu đồng/);
    await finding.waitFor();
    await until(() => String(cell("Kế hoạch", 4, 11).value).includes("Tổng vốn: "));
    await finding.click();
    await until(() => host.excel.selection.replaceAll("'", "") === "Kế hoạch!D5");
  });

  test("the report stands in the workbook; each task is taken back", async () => {
    await pane.getByRole("tab", { name: "Báo cáo" }).click();
    await button(pane, "Tạo biểu").click();
    await pane.getByText("Đã tạo “BC01 Phân bổ vốn”.").waitFor();
    expect(sheets()).toContain("BC01 Phân bổ vốn");
    // What was typed in is put back: an undo would ask before it takes a person's work away.
    cell("Kế hoạch", 4, 4).value = 626;
    for (const left of [10, 10, 0]) {
      await button(pane, "Hoàn tác").click();
      await pane.getByText("Đã hoàn tác.").waitFor();
      await until(() => sheets().length - 1 === left);
      await button(pane, "Đóng").click();
    }
    expect(sheets()).toEqual(["Sheet1"]);
  });

  test("the ribbon's buttons do their work without the pane being touched", async () => {
    await pane.getByRole("tab", { name: "Kế hoạch" }).click();
    await button(pane, "Chèn vào sổ").click();
    await pane.getByText(/Đã chèn/).waitFor();
    await host.pressRibbonButton("makeReport");
    await until(() => sheets().includes("BC01 Phân bổ vốn"));
    await pane.locator('main[aria-busy="false"]').waitFor();
    await host.pressRibbonButton("undoLast");
    await until(() => !sheets().includes("BC01 Phân bổ vốn"));
    await pane.locator('main[aria-busy="false"]').waitFor();
    await host.pressRibbonButton("checkWorkbook");
    await pane.getByText(/Đã kiểm tra/).waitFor();
  });

  test("nothing was said in error, and Office was asked for nothing it does not know", async () => {
    expect(host.problems).toEqual([]);
    expect(await host.notUnderstood()).toEqual([]);
  });
});

test("in each place axe finds nothing against WCAG 2.2 AA", async () => {
  const host = await startBrowserHost({ profile: "desktop", site, page: "/pane.html", browser });
  await host.page.setViewportSize({ width: 350, height: 700 });
  await host.page.emulateMedia({ reducedMotion: "reduce" });
  const faults = async () => {
    await settled(host.addin);
    return axeFaults(host.page);
  };
  await button(host.addin, "Dùng thử với kế hoạch mẫu").waitFor();
  expect(await faults()).toEqual([]);
  await button(host.addin, "Dùng thử với kế hoạch mẫu").click();
  await button(host.addin, "Chèn vào sổ").click();
  await host.addin.getByText(/Đã chèn/).waitFor();
  expect(await faults()).toEqual([]);
  await button(host.addin, "Kiểm tra sổ").click();
  await host.addin.getByText(/Đã kiểm tra/).waitFor();
  expect(await faults()).toEqual([]);
  await host.addin.getByRole("tab", { name: "Báo cáo" }).click();
  expect(await faults()).toEqual([]);
  await host.close();
});

test("an Excel below ExcelApi 1.14 gets the plain words", async () => {
  const host = await startBrowserHost({
    profile: "desktop",
    site,
    page: "/pane.html",
    browser,
    apiLevel: "1.7",
  });
  await host.addin.getByText("Excel này cũ hơn mức cần thiết").waitFor();
  expect(await host.addin.getByRole("button").count()).toBe(0);
  await host.close();
});

test("an empty workbook offers the self-check", async () => {
  const host = await startBrowserHost({ profile: "desktop", site, page: "/pane.html", browser });
  await host.addin.getByRole("link", { name: "Tự kiểm tra Sổ MTQG trong Excel này" }).click();
  await host.addin.getByText(/Sẵn sàng: \d+ việc/).waitFor();
  await host.close();
});

test("the self-check runs the contract of a book in the Excel it is opened in", async () => {
  const host = await startBrowserHost({ profile: "desktop", site, page: "/self-check.html", browser });
  await button(host.addin, "Bắt đầu").click();
  await host.addin.getByText(/^Xong: /).waitFor({ timeout: 240_000 });
  const said = await host.addin.locator("#state").innerText();
  expect(said).toMatch(/^Xong: \d+ đúng, 0 sai/);
  await host.close();
}, 300_000);
