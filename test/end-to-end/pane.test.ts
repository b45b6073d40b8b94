/** The pane as a new person meets it, on the built files: by keyboard alone, narrow, dark, in English, and with nothing asked of the network. */
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser } from "../browser";
import { startBrowserHost, type BrowserHost } from "../office-host/browser";
import { axeFaults, officeThemes, settled, site } from "./builtPane";

let browser: Browser;
let host: BrowserHost;
let page: Page;
let pane: Frame;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => host.close());

async function open(options: Partial<Parameters<typeof startBrowserHost>[0]> = {}): Promise<void> {
  host = await startBrowserHost({ profile: "desktop", site, page: "/pane.html", browser, ...options });
  ({ page } = host);
  pane = host.addin;
  await page.setViewportSize({ width: 350, height: 780 });
}

const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: typeof name === "string" });
const sheets = () => host.excel.book.sheets.map((sheet) => sheet.name);

/** Presses Tab until the focus stands on what is wanted; a pane in which it cannot be reached fails by the test's limit. */
async function tabTo(name: RegExp, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await pane.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      return element?.getAttribute("aria-label") ?? element?.innerText ?? "";
    });
    if (name.test(focused)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${name} cannot be reached by ${key}`);
}

/** Waits until something has the focus; a person who works by keys would be lost otherwise. */
const focusStands = () => pane.waitForFunction(() => document.activeElement !== document.body);

test("five clicks lead from an empty workbook to a checked one with a report", async () => {
  await open();
  await button("Dùng thử với kế hoạch mẫu").click();
  await button("Chèn vào sổ").click();
  await button("Kiểm tra sổ").click();
  await pane.getByText(/Đã kiểm tra \d+ dòng/).waitFor();
  await pane.getByRole("tab", { name: "Báo cáo" }).click();
  await button("Tạo biểu").click();
  await pane.getByText(/Đã tạo/).waitFor();
  expect(sheets()).toEqual(expect.arrayContaining(["Kế hoạch", "BC01 Phân bổ vốn"]));
});

test("by keyboard alone: from the sample to its report and back, and the focus is never lost", async () => {
  await open();
  await button("Dùng thử với kế hoạch mẫu").waitFor();
  await tabTo(/^Dùng thử với kế hoạch mẫu$/);
  await page.keyboard.press("Enter");
  await pane.getByText("Kế hoạch 30/KH-UBND – xã Dân Tiến").waitFor();
  await focusStands();
  await tabTo(/^Chèn vào sổ$/);
  await page.keyboard.press("Enter");
  await pane.getByText(/Đã chèn/).waitFor();
  await focusStands();
  await tabTo(/^Kiểm tra sổ$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await pane.getByText(/Đã kiểm tra \d+ dòng/).waitFor();
  await focusStands();
  await tabTo(/^Kiểm tra$/, "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await button("Tạo biểu").waitFor();
  await tabTo(/^Tạo biểu$/);
  await page.keyboard.press("Enter");
  await pane.getByText(/Đã tạo/).waitFor();
  await focusStands();
  await tabTo(/^Hoàn tác$/);
  await page.keyboard.press("Enter");
  await pane.getByText("Đã hoàn tác.").waitFor();
  expect(sheets()).not.toContain("BC01 Phân bổ vốn");
  await focusStands();
});

/** What the pane stands on by its theme; in high contrast the system's own colour is drawn over it. */
const paneColour = () =>
  pane
    .locator(".fui-FluentProvider")
    .first()
    .evaluate((provider) => getComputedStyle(provider).getPropertyValue("--colorNeutralBackground1"));

const places = ["Kế hoạch", "Kiểm tra", "Báo cáo", "Biểu mẫu"] as const;

const themes = [
  { says: "Colorful", background: "#ffffff", shown: { colours: officeThemes.Colorful } },
  { says: "Dark Gray", background: "#292929", shown: { colours: officeThemes["Dark Gray"] } },
  { says: "Black", background: "#292929", shown: { colours: officeThemes.Black } },
  {
    says: "high contrast",
    background: "#000000",
    shown: { media: { forcedColors: "active" as const } },
  },
];

describe.each(themes)("Office in $says", ({ background, shown }) => {
  test("axe finds nothing in any place, empty or filled, nor in the log and the settings", async () => {
    await open({ ...shown, media: { reducedMotion: "reduce", ...shown.media } });
    await expect(paneColour()).resolves.toBe(background);
    const everywhere = async () => {
      for (const place of places) {
        await pane.getByRole("tab", { name: place }).click();
        await settled(pane);
        expect(await axeFaults(page)).toEqual([]);
      }
      await button("Thiết lập").click();
      await settled(pane);
      expect(await axeFaults(page)).toEqual([]);
      await pane.getByRole("tab", { name: "Kế hoạch" }).click();
    };
    await button("Dùng thử với kế hoạch mẫu").waitFor();
    await everywhere();
    await button("Dùng thử với kế hoạch mẫu").click();
    await button("Chèn vào sổ").click();
    await button("Kiểm tra sổ").click();
    await pane.getByText(/Đã kiểm tra \d+ dòng/).waitFor();
    await button("Việc đã làm").click();
    await everywhere();
  });
});

test("at 400 % of a small screen nothing has to be scrolled sideways", async () => {
  await open();
  await page.setViewportSize({ width: 320, height: 256 });
  await button("Dùng thử với kế hoạch mẫu").click();
  await button("Chèn vào sổ").click();
  await button("Kiểm tra sổ").click();
  await pane.getByText(/Đã kiểm tra \d+ dòng/).waitFor();
  const wide = async () => {
    await settled(pane);
    return pane.evaluate(() =>
      [document.documentElement, document.querySelector("#place")!].map(
        (element) => element.scrollWidth - element.clientWidth,
      ),
    );
  };
  for (const place of places) {
    await pane.getByRole("tab", { name: place }).click();
    expect({ place, wide: await wide() }).toEqual({ place, wide: [0, 0] });
  }
  await button("Thiết lập").click();
  await button("Chương trình, kế hoạch, đơn vị tính").click();
  expect(await wide()).toEqual([0, 0]);
});

test("nothing is asked of any other machine, and the security policy refuses nothing", async () => {
  const asked = new Set<string>();
  const refused: string[] = [];
  const watched = Object.create(browser, {
    newContext: {
      value: async (options: Parameters<Browser["newContext"]>[0]) => {
        const context = await browser.newContext(options);
        context.on("request", (request) => asked.add(new URL(request.url()).origin));
        context.on("console", (message) => {
          if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
        });
        return context;
      },
    },
  }) as Browser;
  await open({ browser: watched });
  const own = new URL(page.url()).origin;
  await button("Dùng thử với kế hoạch mẫu").click();
  await button("Chèn vào sổ").click();
  await button("Kiểm tra sổ").click();
  await pane.getByText(/Đã kiểm tra \d+ dòng/).waitFor();
  for (const place of places) await pane.getByRole("tab", { name: place }).click();
  await button("Thiết lập").click();
  await settled(pane);
  expect([...asked].filter((origin) => origin !== own && origin !== "null")).toEqual([]);
  expect(refused).toEqual([]);
});
