/** The built page in a browser: served as static files, used with the keyboard and the clipboard as a person does. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { serveFolder, type Served } from "../../src/faces/batch";
import type { GridView } from "../../src/faces/page/grid";
import type { Workbench } from "../../src/faces/page/workbench";
import { launchBrowser } from "../browser";

declare global {
  interface Window {
    readonly soMtqg: Workbench;
  }
}

/** Where the page was built to; `PAGE_FOLDER` names another place. */
const built = process.env["PAGE_FOLDER"] ?? path.resolve(__dirname, "../../dist/web");
/** Pictures of the steps, for people to look at. */
const pictures = path.resolve(__dirname, "../../out/pictures");

export const SAMPLE = "Dùng thử với kế hoạch xã Dân Tiến";

export interface Difference {
  readonly place: string;
  readonly book: unknown;
  readonly grid: unknown;
}

export class PageInBrowser {
  /** What the console said as an error, and errors that nobody caught. */
  readonly faults: string[] = [];

  private constructor(
    private readonly served: Served,
    private readonly browser: Browser,
    readonly context: BrowserContext,
    public page: Page,
    readonly address: string,
  ) {
    this.#listen(page);
  }

  static async open(): Promise<PageInBrowser> {
    if (!existsSync(path.join(built, "page.html")))
      throw new Error(`build the page first: no page.html in ${built}`);
    const served = await serveFolder({ folder: built, first: "page.html", framed: false, port: 0 });
    const browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 860 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const address = `http://127.0.0.1:${served.port}/page.html`;
    const page = await context.newPage();
    const open = new PageInBrowser(served, browser, context, page, address);
    await page.goto(address);
    return open;
  }

  /** Another tab of the same browser, the first one closed. */
  async reopen(): Promise<void> {
    await this.page.close();
    this.page = await this.context.newPage();
    this.#listen(this.page);
    await this.page.goto(this.address);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.served.close();
  }

  /** The sample plan, put into a new workbook. */
  async injectSample(): Promise<void> {
    await this.page.getByRole("button", { name: SAMPLE }).first().click();
    await this.page.getByRole("button", { name: "Chèn vào sổ" }).click();
    await this.gridReady();
  }

  async gridReady(): Promise<void> {
    await this.page.waitForFunction(() => window.soMtqg.state().gridReady, null, { timeout: 90_000 });
    await this.idle();
  }

  /** Selects cells and puts the focus into the grid; rows and columns are 0-based. */
  async select(sheet: string, row: number, column: number, rows = 1, columns = 1): Promise<void> {
    await this.page.evaluate(
      async (place) => {
        await window.soMtqg.grid!.reveal(place);
        window.soMtqg.grid!.focus();
      },
      { sheet, area: { row, column, rows, columns } },
    );
    await this.page.waitForTimeout(150);
  }

  async type(sheet: string, row: number, column: number, text: string): Promise<void> {
    await this.select(sheet, row, column);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await this.idle();
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text);
    await this.page.keyboard.press("Control+v");
    await this.page.waitForTimeout(200);
    await this.idle();
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.page.waitForTimeout(200);
    await this.idle();
  }

  /** Until everything that was done in the grid is in the book, formula values included. */
  async idle(): Promise<void> {
    await this.page.waitForTimeout(50);
    await this.page.evaluate(() => window.soMtqg.settled());
    await this.page.waitForFunction(() => window.soMtqg.state().session.state().busy === null);
  }

  /** A cell of the book: its value (or formula with value) and number format. */
  async cell(
    sheet: string,
    row: number,
    column: number,
  ): Promise<{ content: unknown; numberFormat: string }> {
    return this.page.evaluate(
      async ([name, r, c]) => {
        const request = { sheets: [name], formulas: true, numberFormats: true };
        const snapshot = await window.soMtqg.book.file.read(request);
        const found = snapshot.sheets.find((one) => one.name === name)!;
        const value = found.values[r]?.[c] ?? null;
        const formula = found.formulas.get(r)?.get(c);
        return {
          content: formula === undefined ? value : { formula, value },
          numberFormat: found.numberFormat!(r, c),
        };
      },
      [sheet, row, column] as const,
    );
  }

  /** Cells and tables in which the grid shows something else than the book holds. */
  async differences(): Promise<Difference[]> {
    return this.page.evaluate(async () => {
      const plain = (value: unknown): unknown => {
        if (value === "" || value === undefined) return null;
        if (typeof value === "number") return Number(value.toPrecision(12));
        if (typeof value === "object" && value !== null && "formula" in value) {
          const { formula, value: result } = value as { formula: string; value: unknown };
          return `=${formula.replace(/_xlfn\.(_xlws\.)?/g, "")} → ${JSON.stringify(plain(result))}`;
        }
        return value;
      };
      const model = (window.soMtqg.grid as GridView).model;
      const snapshot = await window.soMtqg.book.file.read({ formulas: true });
      const found: { place: string; book: unknown; grid: unknown }[] = [];
      for (const sheet of snapshot.sheets) {
        const shown = model.sheetNamed(sheet.name)!;
        const rows = Math.max(sheet.values.length, model.worksheet(shown.id).getCellMatrix().getLength());
        for (let row = 0; row < rows; row += 1) {
          for (let column = 0; column < 40; column += 1) {
            const value = sheet.values[row]?.[column] ?? null;
            const formula = sheet.formulas.get(row)?.get(column);
            const book = plain(formula === undefined ? value : { formula, value });
            const grid = plain(model.content(shown.id, row, column));
            if (JSON.stringify(book) !== JSON.stringify(grid))
              found.push({ place: `${sheet.name}!R${row + 1}C${column + 1}`, book, grid });
          }
        }
        const book = JSON.stringify(sheet.tables.map(({ name, area }) => [name, area]));
        const grid = JSON.stringify(shown.tables.map(({ name, area }) => [name, area]));
        if (book !== grid) found.push({ place: `${sheet.name} (tables)`, book, grid });
      }
      return found;
    });
  }

  /** Saves as a person does; the file's name and bytes. */
  async save(): Promise<{ name: string; bytes: Uint8Array }> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "Lưu bản mới" }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }

  /** Opens a file of the person's own, until the grid shows it; or until it is refused. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    // What was said of an earlier file must not be taken for what is said of this one.
    const opened = await this.page.evaluate(() => {
      window.soMtqg.dismiss();
      return window.soMtqg.state().opened;
    });
    const [chooser] = await Promise.all([
      this.page.waitForEvent("filechooser"),
      this.page.getByRole("button", { name: "Mở tệp .xlsx của bạn" }).first().click(),
    ]);
    await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
    await this.page.waitForFunction(
      (before) => {
        const { opened: now, gridReady, message } = window.soMtqg.state();
        return (now > before && gridReady) || message?.intent === "error";
      },
      opened,
      { timeout: 90_000 },
    );
    await this.idle();
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: path.join(pictures, `${name}.png`) });
  }

  #listen(page: Page): void {
    page.on("pageerror", (error) => this.faults.push(String(error.stack ?? error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(message.text());
    });
  }
}
