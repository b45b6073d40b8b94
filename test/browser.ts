/** A Chromium for tests: one that is installed, else the one inside an npm package, so that no step by hand is needed. */
import { existsSync } from "node:fs";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";

const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-gpu",
  "--no-sandbox",
];

/** `CHROME_PATH`, then Chrome or Edge as installed, then Linux's own, then the bundled one. */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  const args = [...quiet, ...extra];
  const tried: string[] = [];
  for (const attempt of attempts(args)) {
    try {
      return await chromium.launch(await attempt());
    } catch (error) {
      tried.push(String(error).split("\n")[0]!);
    }
  }
  throw new Error(`no browser could be started: ${tried.join("; ")}`);
}

function attempts(args: string[]): (() => Promise<LaunchOptions>)[] {
  const given = process.env["CHROME_PATH"];
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].filter(
    (path) => existsSync(path),
  );
  return [
    ...(given ? [async () => ({ executablePath: given, args })] : []),
    ...installed.map((executablePath) => async () => ({ executablePath, args })),
    async () => ({ channel: "chrome", args }),
    async () => ({ channel: "msedge", args }),
    async () => {
      const { default: bundled } = await import("@sparticuz/chromium");
      const shell = [
        "--headless=shell",
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--no-zygote",
      ];
      return { executablePath: await bundled.executablePath(), args: [...args, ...shell] };
    },
  ];
}
