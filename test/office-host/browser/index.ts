/**
 * Excel for tests in a real browser: the unmodified office.js in Chromium, its requests answered by the workbook in the
 * test's own process. Two ways: on the web (the add-in in a frame, messages across) and desktop (`window.external`).
 */
import type { Browser, Frame, Page } from "playwright-core";
import { ExcelProcess, type Answer } from "../excel-process";
import { requirementSets } from "../office-context";
import { openBrowser } from "./launch";
import {
  playDesktopExcel,
  playExcelOnTheWeb,
  type OfficeColours,
  type RelayedAnswer,
  type RelayWindow,
} from "./page-scripts";
import { startServer, type Site } from "./server";

export type { OfficeColours } from "./page-scripts";
export { folderSite, officeScript, type Site } from "./server";

export interface BrowserHostOptions {
  readonly profile: "desktop" | "web";
  readonly site: Site;
  /** Path of the add-in's page. */
  readonly page: string;
  readonly apiLevel?: string;
  readonly sheets?: readonly string[];
  readonly locale?: string;
  /** Of Office's own panes. */
  readonly colours?: OfficeColours;
  /** What the system asks of every page, such as high contrast. */
  readonly media?: Parameters<Page["emulateMedia"]>[0];
  /** One that is open already; it is left open. */
  readonly browser?: Browser;
}

export interface BrowserHost {
  readonly excel: ExcelProcess;
  readonly page: Page;
  /** Where the add-in runs: the page itself, or the frame in it. */
  readonly addin: Frame;
  /** What the page's console said in error, and errors nobody caught. */
  readonly problems: readonly string[];
  /** Calls of Office that the page does not know. */
  notUnderstood(): Promise<unknown[]>;
  pressRibbonButton(action: string): Promise<void>;
  /** The person chooses another theme of Office; the add-in learns of it when it looks. */
  chooseColours(colours: OfficeColours): Promise<void>;
  close(): Promise<void>;
}

/** Refusals that Office has a number for; others travel as the error of a response. */
const callErrors: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

function relayed({ body, refusal }: Answer): RelayedAnswer {
  if (!refusal) return { error: 0, body };
  const error = callErrors[refusal.code];
  if (error !== undefined) return { error, body: "" };
  return {
    error: 0,
    body: JSON.stringify({
      Error: {
        Code: refusal.code,
        Message: refusal.message,
        Location: "",
        ActionIndex: -1,
        HttpStatusCode: 400,
      },
    }),
  };
}

const framePage = "/excel-on-the-web.html";
const version = "16.0.18000.20000";

export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const excel = new ExcelProcess({ profile: options.profile, sheets: options.sheets ?? ["Sheet1"] });
  const server = await startServer((path) =>
    path === framePage ? "<!doctype html><title>Excel</title><body></body>" : options.site(path),
  );
  const browser = options.browser ?? (await openBrowser());
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.emulateMedia(options.media);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.exposeFunction("excelAnswers", (body: string) => relayed(excel.answer(body)));
  excel.onEvents = (entries) => {
    void page
      .evaluate((list) => (window as unknown as RelayWindow).excelEvents?.(list), entries)
      .catch((error: unknown) => {
        // A page that was closed hears nothing more.
        if (!page.isClosed()) throw error;
      });
  };
  const pageOptions = {
    locale: options.locale ?? "vi-VN",
    colours: options.colours ?? { background: "#FFFFFF", text: "#000000" },
    version,
    requirements: JSON.stringify(requirementSets(options.apiLevel ?? "1.14")),
  };
  let addin: Frame = page.mainFrame();
  if (options.profile === "desktop") {
    await page.addInitScript(playDesktopExcel, pageOptions);
    await page.goto(server.origin + options.page);
  } else {
    await page.goto(server.origin + framePage);
    await page.evaluate(playExcelOnTheWeb, { ...pageOptions, addin: options.page });
    const element = await page.waitForSelector("iframe");
    addin = (await element.contentFrame()) ?? addin;
    await addin.waitForLoadState();
  }
  return {
    excel,
    page,
    addin,
    problems,
    notUnderstood: () => page.evaluate(() => (window as unknown as RelayWindow).notUnderstood),
    pressRibbonButton: (action) =>
      page.evaluate((name) => (window as unknown as RelayWindow).pressRibbonButton?.(name), action),
    chooseColours: (colours) =>
      page.evaluate((chosen) => {
        (window as unknown as RelayWindow).colours = chosen;
      }, colours),
    close: async () => {
      await context.close();
      if (!options.browser) await browser.close();
      await server.close();
    },
  };
}
