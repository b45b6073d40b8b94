/** The batch command's clock, and what an output's name must be. */
import type { XlsxBook } from "../../hosts/xlsx";
import { batchWords } from "../../wording";
import { CommandFailure } from "./failure";

export interface Moment {
  readonly iso: string;
  /** `23/11/2026 17:05`. */
  readonly text: string;
  readonly today: { readonly year: number; readonly month: number; readonly day: number };
}

export function now(): Moment {
  const date = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  const today = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  const text = `${two(today.day)}/${two(today.month)}/${today.year} ${two(date.getHours())}:${two(date.getMinutes())}`;
  return { iso: date.toISOString(), text, today };
}

/** Excel refuses a workbook with macros whose name ends in .xlsx, and one without that ends in .xlsm. */
export function checkMacroName(book: XlsxBook, output: string): void {
  if (book.hasMacros && !/\.xlsm$/i.test(output))
    throw new CommandFailure(batchWords.vi.outputNeedsMacro(output));
  if (!book.hasMacros && !/\.xlsx$/i.test(output))
    throw new CommandFailure(batchWords.vi.outputNotXlsx(output));
}
