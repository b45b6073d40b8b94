/**
 * The file that is open, held by a worker: reading it, changing it and writing it anew cost seconds at thousands of rows,
 * in which a person goes on typing. Always true: what comes back says the same as the book of `hosts/xlsx` itself.
 */
export type { Files, OpenFile } from "./files";
export { startFiles } from "./start";
