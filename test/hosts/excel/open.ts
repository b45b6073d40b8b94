/** Books on the Excel of the tests, made and taken away. */
import type { Book, SheetDesign } from "../../../src/book";
import { openExcelBook, type ExcelBook, type ExcelBookOptions } from "../../../src/hosts/excel";
import type { BookFactory } from "../../book/contract";
import { AT } from "../../book/contract/kit";
import { startOfficeHost, type HostOptions, type OfficeHost } from "../../office-host";

export interface Opened {
  readonly host: OfficeHost;
  readonly book: ExcelBook;
}

const running: OfficeHost[] = [];

/** An Excel with a book on it; the Excel before it is closed. */
export async function openExcel(
  hostOptions: HostOptions = {},
  options: ExcelBookOptions = {},
): Promise<Opened> {
  await closeExcel();
  const host = await startOfficeHost(hostOptions);
  running.push(host);
  return { host, book: openExcelBook({ pauses: [], ...options }) };
}

export async function closeExcel(): Promise<void> {
  for (const host of running.splice(0)) await host.stop();
}

/** The Excel that is open. */
export function currentHost(): OfficeHost {
  const host = running.at(-1);
  if (!host) throw new Error("no Excel is open");
  return host;
}

export async function furnish(book: Book, designs: readonly SheetDesign[]): Promise<void> {
  const operations = designs.map((design) => ({ kind: "createSheet" as const, design }));
  const outcome = await book.apply({ task: "furnish", operations }, { at: AT });
  if (!outcome.done) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}

/** What the contract of a book needs of this host. */
export function excelFactory(hostOptions: HostOptions = {}, options: ExcelBookOptions = {}): BookFactory {
  return {
    lacks: ["zoom"],
    empty: async () => (await openExcel(hostOptions, options)).book,
    from: async (designs) => {
      const { book } = await openExcel(hostOptions, options);
      await furnish(book, designs);
      return book;
    },
    type: async (book, sheet, row, column, value) => {
      // Every trip lets events that are on their way arrive.
      await book.read({ sheets: [] });
      const address = `${String.fromCharCode(65 + column)}${row + 1}`;
      await currentHost().userEdits(sheet, address, [[value]]);
      await book.read({ sheets: [] });
    },
  };
}
