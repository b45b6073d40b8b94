/** The name of the file that a person is handed: never that of the file they opened. */
import { pageWords, type Locale } from "../../wording";

/** @param opened the opened file's name with its ending; null for a new workbook */
export function savedName(opened: string | null, hasMacros: boolean, locale: Locale): string {
  const words = pageWords[locale].file;
  const stem = opened === null ? words.freshName : opened.replace(/\.(xlsx|xlsm|xltx|xltm)$/i, "");
  return `${words.savedName(withoutMark(stem, words.savedName("")))}.${hasMacros ? "xlsm" : "xlsx"}`;
}

/** A name that carries our mark already gets it only once. */
function withoutMark(stem: string, mark: string): string {
  return stem.endsWith(mark) ? stem.slice(0, -mark.length) : stem;
}
