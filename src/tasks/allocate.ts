/** A budget line that is not divided yet, divided among contents by number of households × norm. */
import type { Book, Edit } from "../book";
import type { CalendarDate } from "../domain";
import {
  allocateByNorm,
  allocationEdit,
  offeredContents,
  readTables,
  undividedLines,
  type ContentNeed,
  type OfferedContent,
  type Shared,
  type UndividedLine,
  type WorkbookTables,
} from "../layout";

export interface AllocationChoice {
  readonly line: UndividedLine;
  /** With the norms valid on the day and the households listed so far. */
  readonly contents: readonly OfferedContent[];
}

export interface PreparedAllocation {
  readonly tables: WorkbookTables;
  /** One for each line that has money and is not divided; none: there is nothing to divide. */
  readonly choices: readonly AllocationChoice[];
}

export async function prepareAllocation(book: Book, day: CalendarDate): Promise<PreparedAllocation> {
  const tables = readTables(await book.read({ formulas: true }));
  const choices = undividedLines(tables).map((line) => ({
    line,
    contents: offeredContents(tables, line.project, day),
  }));
  return { tables, choices };
}

/** A content with what the person says of it. */
export interface AllocatedNeed extends ContentNeed {
  readonly content: string;
}

/** The line's money over the contents, as it is shown before anything is written. */
export function previewAllocation(line: UndividedLine, needs: readonly AllocatedNeed[]): Shared {
  return allocateByNorm(line.money, needs);
}

/** The edit that writes the result as budget lines. */
export function allocateEdit(
  prepared: PreparedAllocation,
  line: UndividedLine,
  needs: readonly AllocatedNeed[],
): Edit {
  const { shares } = previewAllocation(line, needs);
  const contents = needs.map(({ content }, index) => ({ content, money: shares[index]!.have }));
  return allocationEdit(prepared.tables, line, contents);
}
