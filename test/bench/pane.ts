/** The pane inside Excel, on the built files: the weight of what is loaded first, and how soon a person can begin. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser";
import { folderSite, officeScript, startBrowserHost, type Site } from "../office-host/browser";

const BUILT = path.resolve("dist/web");
const RUNS = 5;

/** Prints the pane's figures; says so where there is no browser or no build. */
export async function benchPane(): Promise<void> {
  if (!existsSync(path.join(BUILT, "pane.html"))) {
    console.log("khung: chưa dựng (không có dist/web/pane.html), không đo");
    return;
  }
  const first = firstScripts().reduce(
    (sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length,
    0,
  );
  line(
    "khung: phần tải đầu tiên, nén gzip",
    `${(first / 1024).toFixed(0).padStart(6)} KB`,
    "mục tiêu ≤ 160 KB",
  );
  let browser: Browser;
  try {
    browser = await launchBrowser();
  } catch (error) {
    console.log(`khung: không có trình duyệt nào chạy được, không đo tiếp (${String(error).split("\n")[0]})`);
    return;
  }
  try {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await timeToBegin(browser));
    times.sort((a, b) => a - b);
    const median = times[Math.floor(RUNS / 2)]!;
    line("khung: bấm được nút đầu tiên", `${median.toFixed(0).padStart(6)} ms`, "mục tiêu ≤ 1.000 ms");
  } finally {
    await browser.close();
  }
}

/** What pane.html itself asks for; all else comes when a part is opened. */
function firstScripts(): readonly string[] {
  const html = readFileSync(path.join(BUILT, "pane.html"), "utf8");
  const own = [...html.matchAll(/<script[^>]* src="?([^" >]+)/g)].map((match) => match[1]!);
  return own.filter((source) => !source.startsWith("https:")).map((source) => path.join(BUILT, source));
}

/** Milliseconds from the request of the page until its first button can be pressed; nothing is in the browser's store. */
async function timeToBegin(browser: Browser): Promise<number> {
  const files = folderSite(BUILT);
  const cdn = /https:\/\/appsforoffice\.microsoft\.com\/[\w/]+office\.js/;
  const site: Site = (file) =>
    file.endsWith(".html")
      ? readFileSync(path.join(BUILT, file), "utf8").replace(cdn, officeScript)
      : files(file);
  const host = await startBrowserHost({ profile: "desktop", site, page: "/pane.html", browser });
  try {
    await host.addin.locator("button:enabled", { hasText: "Mở kế hoạch của xã" }).waitFor();
    return await host.addin.evaluate(() => performance.now());
  } finally {
    await host.close();
  }
}

function line(name: string, figure: string, aim: string): void {
  console.log(`${name.padEnd(52)} ${figure}  ${aim}`);
}
