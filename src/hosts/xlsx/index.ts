/**
 * A `Book` on an .xlsx file held in memory, in Node and in the browser. What always holds: a part of the file that an
 * edit does not name is written back byte for byte; a changed package is verified before it becomes the book; a file
 * that could not be changed without losing something is refused when it is opened.
 */
export { XlsxBook, type XlsxBookOptions } from "./book";
export { UnsupportedFile, ZipPackage, type PackageLimits, type UnsupportedWhat } from "./package";
