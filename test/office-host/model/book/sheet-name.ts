/** What Excel takes as the name of a sheet. */
import type { Book } from "./book";
import type { Sheet } from "./sheet";
import { refuse } from "../refusals";

export function assertSheetName(book: Book, name: unknown, self: Sheet | null): void {
  if (typeof name !== "string" || name === "" || name.length > 31) refuse("InvalidArgument");
  if (/[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'") || /^history$/i.test(name))
    refuse("InvalidArgument");
  if (book.sheets.some((sheet) => sheet !== self && sheet.name.toLowerCase() === name.toLowerCase()))
    refuse("ItemAlreadyExists");
}

/** `Sheet4`: the first number that is free. */
export function nextSheetName(book: Book): string {
  let number = book.sheets.length + 1;
  while (book.findSheet(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/** `Plan (2)`, cut to 31 characters. */
export function copyName(book: Book, name: string): string {
  const base = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const wanted = base.slice(0, 31 - suffix.length) + suffix;
    if (!book.findSheet(wanted)) return wanted;
  }
}
