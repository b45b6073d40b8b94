/** The place Kiểm tra on the built files, with a list of households full of faults: worker, list, keyboard, look. */
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser } from "../browser";
import { startBrowserHost, type BrowserHost } from "../office-host/browser";
import { axeFaults, chooseTheme, picture, settled, site, until } from "./builtPane";

const ROWS = 1500;
const FIRST = 4;
let browser: Browser;
let host: BrowserHost;
let page: Page;
let pane: Frame;

const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: typeof name === "string" });
const list = () => pane.getByRole("list", { name: "Kết quả kiểm tra" });
const cell = (row: number, column: number) =>
  host.excel.book.sheets.find((one) => one.name === "Hộ thụ hưởng")!.grid.cell(row, column);

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startBrowserHost({ profile: "desktop", site, page: "/pane.html", browser });
  ({ page } = host);
  pane = host.addin;
  await page.setViewportSize({ width: 350, height: 780 });
  await button("Dùng thử với kế hoạch mẫu").click();
  await button("Chèn vào sổ").click();
  await pane.getByText(/Đã chèn/).waitFor();
  fillHouseholds();
  await button("Kiểm tra sổ").click();
  await list().waitFor();
}, 120_000);
afterAll(async () => {
  await host.close();
  await browser.close();
});

/** Two faults a row: an amount that is text, and a number of thirteen digits. */
function fillHouseholds(): void {
  const table = host.excel.book.tables.find((one) => one.name === "tblHo")!;
  table.area = { ...table.area, rows: ROWS + 1 };
  for (let row = 0; row < ROWS; row += 1) {
    const values: Record<number, string | number> = {
      1: `Nông Văn ${row % 40}`,
      2: 20_000 + row,
      5: `019085${String(row).padStart(7, "0")}`,
      11: "DA1",
      14: "40.000.000",
    };
    for (const [column, value] of Object.entries(values)) cell(FIRST + row, Number(column)).value = value;
  }
}

async function faults(): Promise<readonly string[]> {
  await settled(pane);
  return axeFaults(page);
}

test("the check runs beside the page", () => {
  expect(pane.page().workers().length).toBe(1);
});

test("thousands of findings are all in the list, and only those in view are drawn", async () => {
  await expect(list().getByRole("listitem").first().getAttribute("aria-setsize")).resolves.toMatch(
    /^\d{4,5}$/,
  );
  const longest = await pane.evaluate(async () => {
    const scroller = document.querySelector("[aria-label='Kết quả kiểm tra']")!.parentElement!;
    let before = performance.now();
    let worst = 0;
    for (let step = 0; step < 60; step += 1) {
      scroller.scrollTop = (scroller.scrollHeight * step) / 60;
      await new Promise((resume) => requestAnimationFrame(resume));
      worst = Math.max(worst, performance.now() - before);
      before = performance.now();
    }
    return worst;
  });
  console.log(`khung hình lâu nhất khi cuộn: ${longest.toFixed(0)} ms`);
  expect(await list().getByRole("listitem").count()).toBeLessThan(60);
});

test("axe finds nothing, in a light and a dark Office, with details open and while a repair is asked about", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const theme of ["Colorful", "Black"] as const) {
    await chooseTheme(host, theme);
    await pane.evaluate(() => {
      document.querySelector("[aria-label='Kết quả kiểm tra']")!.parentElement!.scrollTop = 0;
    });
    await page.screenshot({ path: picture(`check-list-${theme}.png`) });
    expect(await faults()).toEqual([]);
    await list()
      .getByRole("button", { name: /^Vì sao\? Cách sửa/ })
      .first()
      .click();
    await pane.getByText("Ví dụ bị báo").waitFor();
    await page.screenshot({ path: picture(`check-why-${theme}.png`) });
    expect(await faults()).toEqual([]);
    await list()
      .getByRole("button", { name: /^Thu gọn/ })
      .first()
      .click();
  }
  await pane.getByRole("searchbox").fill("number/text-number");
  await list()
    .getByRole("button", { name: /^Sửa cả 1\.500 chỗ/ })
    .click();
  await pane.getByRole("dialog").waitFor();
  await page.screenshot({ path: picture("check-fix-Black.png") });
  expect(await faults()).toEqual([]);
  await button("Thôi").click();
}, 240_000);

test("searched and walked through by keyboard alone", async () => {
  await pane.getByRole("searchbox").fill("number/text-number");
  await pane.getByText(/Đang xem 1\.500 trong/).waitFor();
  await list().locator("[data-row-button]").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await until(() => host.excel.selection.replaceAll("'", "") === "Hộ thụ hưởng!O5");
  await page.keyboard.press("End");
  await pane.waitForFunction(() => document.activeElement?.textContent?.includes("O1504"));
});

test("nothing was said in error", async () => {
  expect(host.problems).toEqual([]);
});
