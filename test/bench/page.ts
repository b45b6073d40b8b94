/**
 * The page in a browser: how soon it can be used, and what a workbook of 2,000 households and nine reports costs the
 * person: how long opening, checking and saving take, and the longest stretch in which the page's own code (all but the
 * grid's program) holds up the browser.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { serveFolder } from "../../src/faces/batch";
import { reportForms } from "../../src/reports";
import { check, makeReports, prepareReports, withReportDesigns } from "../../src/tasks";
import { launchBrowser } from "../browser";
import { busyBook } from "../reports/busyBook";

const HOUSEHOLDS = 2000;
const VOUCHERS = 500;
const BUILT = "dist/web";
const at = "2025-08-10T08:00:00.000Z";

/** Prints the page's figures; says so where there is no browser or no built page. */
export async function benchPage(): Promise<void> {
  if (!existsSync(path.resolve(BUILT, "page.html"))) {
    console.log(`trang: chưa dựng (không có ${BUILT}/page.html), không đo`);
    return;
  }
  let browser: Browser;
  try {
    browser = await launchBrowser();
  } catch (error) {
    console.log(
      `trang: không có trình duyệt nào chạy được trên máy này, không đo (${String(error).split("\n")[0]})`,
    );
    return;
  }
  const served = await serveFolder({
    folder: path.resolve(BUILT),
    first: "page.html",
    framed: false,
    port: 0,
  });
  try {
    const address = `http://127.0.0.1:${served.port}/page.html`;
    await benchStart(browser, address);
    await benchWork(browser, address, await busyWorkbook());
  } finally {
    await browser.close();
    await served.close();
  }
}

function line(name: string, figure: string, aim: string): void {
  console.log(`${name.padEnd(52)} ${figure}  ${aim}`);
}

const milliseconds = (value: number) => `${value.toFixed(0).padStart(6)} ms`;

async function newPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** From nothing: no file of the page is in the browser's store. */
async function benchStart(browser: Browser, address: string): Promise<void> {
  const pane: number[] = [];
  const grid: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const page = await newPage(browser, address);
    const sinceStart = () => page.evaluate(() => performance.now());
    await page.getByRole("tab", { name: "Kế hoạch", exact: true }).waitFor();
    pane.push(await sinceStart());
    await page.getByRole("button", { name: "Dùng thử với kế hoạch xã Dân Tiến" }).first().click();
    await page.getByRole("button", { name: "Chèn vào sổ" }).click();
    await gridReady(page);
    grid.push(await sinceStart());
    await page.context().close();
  }
  line("trang: khung dùng được", milliseconds(median(pane)), "mục tiêu ≤ 1.500 ms");
  line(
    "trang: từ lúc mở đến khi sổ mẫu hiện trên bảng tính",
    milliseconds(median(grid)),
    "mục tiêu ≤ 6.000 ms",
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

interface PageWindow {
  readonly soMtqg: {
    readonly state: () => {
      readonly gridReady: boolean;
      readonly session: { readonly state: () => { readonly busy: unknown } };
    };
    readonly grid: { readonly settle: () => Promise<void> } | null;
    readonly keepNow: () => Promise<void>;
  };
  longTasks: { readonly start: number; readonly duration: number }[];
}

async function gridReady(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as PageWindow).soMtqg.state().gridReady, null, {
    timeout: 120_000,
  });
}

/** Until nothing is running and everything typed is in the book. */
async function idle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => (window as unknown as PageWindow).soMtqg.state().session.state().busy === null,
    null,
    { timeout: 120_000 },
  );
  await page.evaluate(() => (window as unknown as PageWindow).soMtqg.grid?.settle());
}

async function benchWork(browser: Browser, address: string, bytes: Uint8Array): Promise<void> {
  const page = await newPage(browser, address);
  await page.getByRole("tab", { name: "Kế hoạch", exact: true }).waitFor();
  await page.evaluate(() => {
    const own = window as unknown as PageWindow;
    own.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        own.longTasks.push({ start: startTime, duration });
    }).observe({ entryTypes: ["longtask"] });
  });
  // The grid's program is read while the person looks for the file.
  await page.waitForTimeout(5000);
  const what = `${HOUSEHOLDS} hộ, chín biểu`;
  await benchStep(
    page,
    `trang, ${what}: mở`,
    () => openFile(page, bytes),
    () => idle(page),
  );
  await benchStep(page, `trang, ${what}: kiểm tra`, () => runCheck(page));
  await benchStep(page, `trang, ${what}: tự giữ lại`, () =>
    page.evaluate(() => (window as unknown as PageWindow).soMtqg.keepNow()),
  );
  await benchStep(page, `trang, ${what}: lưu`, () => saveFile(page));
  await page.context().close();
}

async function openFile(page: Page, bytes: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Mở tệp .xlsx của bạn" }).first().click(),
  ]);
  await chooser.setFiles({
    name: "so.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(bytes),
  });
  await gridReady(page);
}

async function runCheck(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Kiểm tra", exact: true }).click();
  await page
    .getByRole("button", { name: /^Kiểm tra/ })
    .first()
    .click();
  await page.waitForTimeout(300);
  await idle(page);
}

async function saveFile(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Lưu bản mới" }).click(),
  ]);
  await download.path();
}

/** `after` is no part of the time, but what it holds up is seen: the grid calculating, say, once it is shown. */
async function benchStep(
  page: Page,
  name: string,
  step: () => Promise<unknown>,
  after: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 1000 });
  const before = await page.evaluate(() => {
    (window as unknown as PageWindow).longTasks.length = 0;
    return performance.now();
  });
  await session.send("Profiler.start");
  const begun = Date.now();
  await step();
  const took = Date.now() - begun;
  await after();
  const { profile } = await session.send("Profiler.stop");
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => (window as unknown as PageWindow).longTasks.slice());
  await session.detach();
  const own = longestOwn(profile, before, tasks);
  line(name, `${milliseconds(took)}, dừng lâu nhất ngoài Univer ${milliseconds(own)}`, "mục tiêu ≤ 200 ms");
}

/** As the browser's own protocol gives it. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/**
 * The most that our own code takes of one task of the main thread, in ms; tasks of less than 50 ms are not seen. A sample
 * is counted for the script that stands innermost; what the browser does by itself, for whom it did it.
 */
function longestOwn(
  profile: Profile,
  before: number,
  tasks: readonly { readonly start: number; readonly duration: number }[],
): number {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((one) => [one, node.id] as const)),
  );
  const scriptOf = (id: number): string => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const url = nodes.get(at)?.callFrame.url;
      if (url) return url;
    }
    return "";
  };
  let last = "";
  let now = before;
  const totals = tasks.map(() => 0);
  (profile.samples ?? []).forEach((id, index) => {
    const took = (profile.timeDeltas?.[index] ?? 0) / 1000;
    now += took;
    const collecting = nodes.get(id)?.callFrame.functionName === "(garbage collector)";
    last = collecting ? last : scriptOf(id);
    if (last === "" || /\/univer\.[^/]*$/.test(last)) return;
    const task = tasks.findIndex(({ start, duration }) => start <= now && now <= start + duration);
    if (task >= 0) totals[task]! += took;
  });
  return Math.max(0, ...totals);
}

/** A busy year's workbook, checked, with every report. */
async function busyWorkbook(): Promise<Uint8Array> {
  const book = await busyBook({ households: HOUSEHOLDS, vouchers: VOUCHERS });
  const checked = await check(book);
  const today = { year: 2025, month: 10, day: 1 };
  const edit = prepareReports(await withReportDesigns(book, checked, reportForms), {
    forms: reportForms,
    freeze: false,
    today,
  });
  const made = await makeReports(book, edit, { at });
  if (!made.done) throw new Error(made.refusal.kind);
  return book.bytes();
}
