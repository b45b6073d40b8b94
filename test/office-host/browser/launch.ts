/** Finds a Chromium: the one named, an installed one, or the one inside an npm package. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const linuxPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

interface Way {
  readonly name: string;
  open(): Promise<Browser>;
}

function waysToOpen(): Way[] {
  const ways: Way[] = [];
  const named = process.env["CHROME_PATH"];
  if (named) ways.push({ name: named, open: () => chromium.launch({ executablePath: named, args: flags }) });
  for (const channel of ["chrome", "msedge"])
    ways.push({ name: channel, open: () => chromium.launch({ channel, args: flags }) });
  for (const path of linuxPaths)
    if (existsSync(path))
      ways.push({ name: path, open: () => chromium.launch({ executablePath: path, args: flags }) });
  if (process.platform === "linux" && process.arch === "x64")
    ways.push({ name: "@sparticuz/chromium", open: openBundled });
  return ways;
}

async function openBundled(): Promise<Browser> {
  const { default: bundled } = await import("@sparticuz/chromium");
  const args = [
    ...flags,
    "--headless=shell",
    "--no-sandbox",
    "--no-zygote",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
  ];
  return chromium.launch({ executablePath: await bundled.executablePath(), args });
}

/** Fails with what each way said when none works. */
export async function openBrowser(): Promise<Browser> {
  const reasons: string[] = [];
  for (const way of waysToOpen()) {
    try {
      return await way.open();
    } catch (error) {
      reasons.push(`${way.name}: ${String(error).split("\n")[0]}`);
    }
  }
  throw new Error(`No Chromium could be opened.\n${reasons.join("\n")}`);
}
