/** The built add-in: where it says it is served from, what it asks for from outside, and what an old Excel sees of it. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser } from "../browser";

const root = path.resolve(__dirname, "../..");
const address = "https://so.example.vn/mtqg";
let built: string;

beforeAll(() => {
  built = mkdtempSync(path.join(tmpdir(), "so-mtqg-build-"));
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const options = [
    "--mode",
    "production",
    "--config-name",
    "web",
    "--env",
    `address=${address}`,
    "--env",
    "closed",
    "--output-path",
    built,
  ];
  execFileSync(process.execPath, [webpack, ...options], { cwd: root, stdio: "pipe" });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

const text = (name: string) => readFileSync(path.join(built, name), "utf8");

test("the manifest names the address it was built for, everywhere", () => {
  const manifest = text("manifest.xml");
  expect(manifest).not.toContain("localhost");
  expect(manifest).toContain(`<SourceLocation DefaultValue="${address}/pane.html"/>`);
  expect(manifest).toContain("<AppDomain>https://so.example.vn</AppDomain>");
  for (const match of manifest.matchAll(/https:\/\/so\.example\.vn\/mtqg\/([^"]+)"/g)) {
    expect([match[1], existsSync(path.join(built, match[1]!))]).toEqual([match[1], true]);
  }
});

test("for a closed network nothing is asked for from outside", () => {
  const page = text("pane.html");
  expect(page).toMatch(/src="?office\/office\.js"?/);
  expect(page).not.toMatch(/https?:\/\//);
  expect(existsSync(path.join(built, "office/office.js"))).toBe(true);
});

test("the policy lets scripts come from the page's own host alone, and for the open build from Microsoft's too", () => {
  const policyOf = (page: string) =>
    /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(page)![1]!.replaceAll("&#39;", "'");
  expect(policyOf(text("pane.html"))).toContain("script-src 'self';");
  const open = policyOf(readFileSync(path.join(root, "dist/web/pane.html"), "utf8"));
  expect(open).toContain("default-src 'none'");
  expect(open).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
});

test("an Excel whose web view cannot run the program shows what is needed", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 350, height: 600 } });
    await page.goto(pathToFileURL(path.join(built, "pane.html")).href);
    const words = page.locator("#too-old");
    await words.waitFor({ state: "visible", timeout: 20_000 });
    expect(await words.innerText()).toContain("Excel 2021");
  } finally {
    await browser.close();
  }
});

test("the static page needs nothing newer than what an old web view knows", () => {
  const page = text("pane.html");
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join();
  expect(styles).not.toMatch(/\bvar\(|\bgrid\b|\bclamp\(/);
  expect(readdirSync(built)).toEqual(
    expect.arrayContaining(["pane.html", "help.html", "manifest.xml", "assets", "samples"]),
  );
});
