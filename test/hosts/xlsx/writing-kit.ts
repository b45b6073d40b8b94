/** What the tests of writing share: a book from designs or from hand-written parts, and its parts as text. */
import type { Operation, SheetDesign } from "../../../src/book";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { done, edit } from "../../book/contract/kit";
import { elementsOf, partText, unzip } from "./validity";
import { writtenBook, type WrittenWorkbook } from "./written-packages";

export async function bookOf(...designs: SheetDesign[]): Promise<XlsxBook> {
  const book = XlsxBook.create();
  await done(book, edit(...designs.map((design) => ({ kind: "createSheet" as const, design }))));
  return book;
}

export function opened(file: WrittenWorkbook): XlsxBook {
  return XlsxBook.open(writtenBook(file));
}

/** A book of one sheet named `S` with this body, edited. */
export async function edited(body: string, ...operations: Operation[]): Promise<XlsxBook> {
  const book = opened({ sheets: [{ name: "S", body }] });
  await done(book, edit(...operations));
  return book;
}

export function partsOf(book: XlsxBook): Record<string, string> {
  const parts = unzip(book.bytes());
  return Object.fromEntries(Object.keys(parts).map((name) => [name, partText(parts, name)]));
}

export function part(book: XlsxBook, name: string): string {
  return partText(unzip(book.bytes()), name);
}

/** The text of `xl/worksheets/sheet1.xml`, or of another sheet by its number. */
export function sheetXml(book: XlsxBook, number = 1): string {
  return part(book, `xl/worksheets/sheet${number}.xml`);
}

/** Attributes of all elements with this local name. */
export function attributesOf(xml: string, local: string): Readonly<Record<string, string>>[] {
  return elementsOf(xml)
    .filter((element) => element.name === local)
    .map(({ attributes }) => attributes);
}

export function textsOf(xml: string, local: string): string[] {
  return elementsOf(xml)
    .filter((element) => element.name === local)
    .map(({ text }) => text);
}
