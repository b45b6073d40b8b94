/** A first look at a workbook: whose it is. No cell has to be read for it. */
import type { Book } from "../../book";
import { readTables } from "../../layout";
import type { WorkbookState } from "./state";

export async function lookAt(book: Book): Promise<WorkbookState> {
  const { tables } = readTables(await book.read({ sheets: [] }));
  return { ours: tables.length > 0 };
}
