/** The Excel that the page is opened in, as the contract's factory: a scratch workbook, emptied before each case. */
import { openExcelBook } from "../../src/hosts/excel";
import type { Book, SheetDesign } from "../../src/book";
import type { BookFactory } from "../book/contract";

const BLANK = "Sheet1";

/** Nothing of a person's: one sheet without content. */
export async function isScratch(): Promise<boolean> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
    await context.sync();
    return sheets.items.length === 1 && used.isNullObject;
  });
}

/** Leaves one empty sheet and no names. */
export async function empty(): Promise<void> {
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name,items/visibility");
    const names = context.workbook.names.load("items/name");
    await context.sync();
    const fresh = context.workbook.worksheets.add();
    fresh.activate();
    for (const name of names.items) name.delete();
    for (const sheet of sheets.items) {
      sheet.visibility = Excel.SheetVisibility.visible;
      sheet.delete();
    }
    fresh.name = BLANK;
    await context.sync();
  });
}

async function furnished(designs: readonly SheetDesign[]): Promise<Book> {
  await empty();
  const book = openExcelBook();
  const operations = designs.map((design) => ({ kind: "createSheet" as const, design }));
  const outcome = await book.apply({ task: "furnish", operations }, { at: new Date().toISOString() });
  if (!outcome.done) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return book;
}

export const realExcel: BookFactory = {
  lacks: ["zoom"],
  empty: async () => {
    await empty();
    return openExcelBook();
  },
  from: furnished,
};

/** What Excel this is, for whoever reads the trace. */
export function diagnostics(): Record<string, unknown> {
  const { diagnostics: told, requirements, displayLanguage, contentLanguage } = Office.context;
  const levels = Array.from({ length: 20 }, (_unused, index) => `1.${index + 1}`);
  return {
    host: told.host,
    platform: told.platform,
    version: told.version,
    displayLanguage,
    contentLanguage,
    highestExcelApi: levels.filter((level) => requirements.isSetSupported("ExcelApi", level)).at(-1) ?? null,
  };
}
