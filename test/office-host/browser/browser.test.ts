/** The unmodified office.js starts in Chromium in both ways and runs three programs against the workbook. */
import type { Browser } from "playwright-core";
import { officeScript, startBrowserHost, type BrowserHost, type Site } from ".";
import { openBrowser } from "./launch";

const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Add-in</title><script src="${officeScript}"></script></head>
<body><pre id="log"></pre><script src="/addin.js"></script></body></html>`;

const script = `
Office.actions.associate("showPane", (event) => { window.pressed = true; event.completed(); });
Office.onReady((info) => { window.ready = { info, level: Office.context.requirements.isSetSupported("ExcelApi", "1.14"),
  above: Office.context.requirements.isSetSupported("ExcelApi", "1.15"), language: Office.context.displayLanguage }; });`;

const site: Site = (path) => (path === "/addin.html" ? page : path === "/addin.js" ? script : null);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface AddinWindow {
  ready?: { info: { host: string; platform: string }; level: boolean; above: boolean; language: string };
  pressed?: boolean;
  heard?: unknown[];
}

describe.each(["web", "desktop"] as const)("Excel: %s", (profile) => {
  let host: BrowserHost;
  beforeAll(async () => {
    host = await startBrowserHost({
      profile,
      site,
      page: "/addin.html",
      browser,
      sheets: ["Sheet1", "Dự án"],
    });
    await host.addin.waitForFunction(() => (window as unknown as AddinWindow).ready !== undefined);
  });
  afterAll(() => host.close());

  test("Office says where it runs and what it can", async () => {
    const ready = await host.addin.evaluate(() => (window as unknown as AddinWindow).ready);
    expect(ready).toEqual({
      info: expect.objectContaining({ host: "Excel", platform: profile === "web" ? "OfficeOnline" : "PC" }),
      level: true,
      above: false,
      language: "vi-VN",
    });
    expect(await host.notUnderstood()).toEqual([]);
    expect(host.problems).toEqual([]);
  });

  test("cells are written and read", async () => {
    const read = await host.addin.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Dự án");
        sheet.getRange("A1:B2").values = [
          ["a", 1],
          ["b", "=B1+1"],
        ];
        sheet.getRange("A1").format.fill.color = "#123456";
        const range = sheet.getRange("A1:B2").load("values,address");
        await context.sync();
        return [range.address, range.values];
      }),
    );
    expect(read).toEqual([
      "'Dự án'!A1:B2",
      [
        ["a", 1],
        ["b", 2],
      ],
    ]);
    expect(host.excel.book.findSheet("Dự án")?.grid.formatAt(0, 0).fillColor).toBe("#123456");
  });

  test("a refusal is Office's own error, and a request in edit mode is refused", async () => {
    const codes = () =>
      host.addin.evaluate(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("nowhere").load("name");
          await context.sync();
        }).catch((error: { code: string }) => [error.code, error instanceof OfficeExtension.Error]),
      );
    expect(await codes()).toEqual(["ItemNotFound", true]);
    host.excel.editing = true;
    const inEditMode = await codes();
    host.excel.editing = false;
    expect(inEditMode).toEqual(["InvalidOperationInCellEditMode", true]);
  });

  test("a request above 5 MB is refused on the web only", async () => {
    const code = await host.addin.evaluate(() =>
      Excel.run(async (context) => {
        const text = "x".repeat(30_000);
        context.workbook.worksheets.getItem("Sheet1").getRange("A1:A180").values = Array.from(
          { length: 180 },
          () => [text],
        );
        await context.sync();
        return "done";
      }).catch((error: { code: string }) => error.code),
    );
    expect(code).toBe(profile === "web" ? "RequestPayloadSizeLimitExceeded" : "done");
  });

  test("a person's edit is heard", async () => {
    await host.addin.evaluate(() =>
      Excel.run(async (context) => {
        const heard: unknown[] = ((window as unknown as AddinWindow).heard = []);
        context.workbook.worksheets.onChanged.add(
          async (event) => void heard.push([event.address, event.triggerSource]),
        );
        await context.sync();
      }),
    );
    host.excel.actAs("person", (book) => {
      const sheet = book.findSheet("Sheet1");
      if (sheet) book.write(sheet, { row: 1, column: 2, rows: 1, columns: 1 }, () => "typed");
    });
    await host.addin.waitForFunction(() => (window as unknown as AddinWindow).heard?.length === 1);
    expect(await host.addin.evaluate(() => (window as unknown as AddinWindow).heard)).toEqual([
      ["C2", "Unknown"],
    ]);
  });

  test("a ribbon button calls its action", async () => {
    await host.pressRibbonButton("showPane");
    await host.addin.waitForFunction(() => (window as unknown as AddinWindow).pressed === true);
    expect(host.problems).toEqual([]);
  });
});
