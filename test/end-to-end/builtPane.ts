/** The built pane in Chromium, for the end-to-end tests: what it is served from, what axe says of it, its pictures. */
import AxeBuilder from "@axe-core/playwright";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Frame, Page } from "playwright-core";
import {
  folderSite,
  officeScript,
  type BrowserHost,
  type OfficeColours,
  type Site,
} from "../office-host/browser";

const built = path.resolve(__dirname, "../../dist/web");
const pictures = path.resolve(__dirname, "../../out/pictures");
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const files = folderSite(built);

/** The build as it stands, but for office.js, which comes out of Microsoft's package instead of the network. */
export const site: Site = (file) =>
  file.endsWith(".html")
    ? readFileSync(path.join(built, file), "utf8").replace(cdn, officeScript)
    : files(file);

/** The colours of Office's own panes in the themes that a person chooses in Office; the names are Office's. */
export const officeThemes = {
  Colorful: { background: "#E6E6E6", text: "#444444" },
  "Dark Gray": { background: "#6A6A6A", text: "#F0F0F0" },
  Black: { background: "#262626", text: "#F0F0F0" },
} as const satisfies Record<string, OfficeColours>;

/** Another theme is chosen and the pane comes to the front; it looks until office.js tells it the new colours. */
export async function chooseTheme(
  { addin, chooseColours }: BrowserHost,
  theme: keyof typeof officeThemes,
): Promise<void> {
  await chooseColours(officeThemes[theme]);
  await addin.waitForFunction(
    (scheme) => {
      window.dispatchEvent(new Event("focus"));
      return document.documentElement.style.colorScheme === scheme;
    },
    theme === "Colorful" ? "light" : "dark",
  );
}

/** Waits for what the workbook will come to; the test's own limit ends a wait in vain. */
export async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Nothing runs, is being loaded, or is still fading in. */
export async function settled(pane: Frame): Promise<void> {
  await pane.locator('main[aria-busy="false"]').waitFor();
  await pane.getByText("Đang mở…").waitFor({ state: "detached" });
  await pane.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
}

/**
 * What axe finds against WCAG 2.2 AA, but for the invisible elements by which Fluent watches where Tab goes. In high contrast
 * the system draws a link in its own colour while axe reads the theme's, so contrast is not asked about there.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const ownColours = await page.evaluate(() => !matchMedia("(forced-colors: active)").matches);
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "color-contrast": { enabled: ownColours } } })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .exclude("[data-tabster-dummy]")
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** Where a picture of a step is put, to be looked at. */
export function picture(name: string): string {
  mkdirSync(pictures, { recursive: true });
  return path.join(pictures, name);
}
