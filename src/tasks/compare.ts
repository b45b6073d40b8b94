/** A plan compared with the workbook, and what a person chooses of it taken over; two workbooks compared. */
import type { Book, Edit } from "../book";
import type { CalendarDate } from "../domain";
import { bookChanges, bookChangesEdit, comparisonSheetEdit, type RowChange } from "../exchange";
import {
  comparePlan,
  readTables,
  takeOver,
  takeOverChoices,
  type PlanComparison,
  type TakeOverChoice,
  type WorkbookTables,
} from "../layout";
import type { Plan } from "../plan";
import type { Programme } from "../programme";

export interface PreparedComparison {
  /** The workbook as it was compared. */
  readonly tables: WorkbookTables;
  readonly comparison: PlanComparison;
  readonly choices: readonly TakeOverChoice[];
}

/** What a plan would change; null where the workbook has no `tblDuAn` of ours. Nothing is changed. */
export async function prepareComparison(
  book: Book,
  plan: Plan,
  programme: Programme,
): Promise<PreparedComparison | null> {
  const tables = readTables(await book.read({ formulas: true }));
  if (!tables.table("tblDuAn")) return null;
  const comparison = comparePlan(tables, plan, programme);
  return { tables, comparison, choices: takeOverChoices(comparison) };
}

/** The edit that takes over these choices (ids) and nothing else; `at` is text for people. */
export function takeOverEdit(prepared: PreparedComparison, chosen: ReadonlySet<string>, at: string): Edit {
  return takeOver(prepared.tables, prepared.comparison, chosen, { at });
}

/** The edit that makes the sheet “So sánh” of this comparison. */
export function comparisonSheet(prepared: PreparedComparison, today: CalendarDate): Edit {
  return comparisonSheetEdit(prepared.tables, prepared.comparison, today);
}

export interface PreparedBookComparison {
  readonly changes: readonly RowChange[];
  /** Puts the sheet “So sánh” into the new workbook. */
  readonly edit: Edit;
}

/** What changed from one workbook of ours to another; null where one of them has no table of ours. */
export async function prepareBookComparison(
  before: { readonly book: Book; readonly name: string },
  after: { readonly book: Book; readonly name: string },
  today: CalendarDate,
): Promise<PreparedBookComparison | null> {
  const [old, fresh] = await Promise.all(
    [before, after].map(async ({ book }) => readTables(await book.read({ formulas: true }))),
  );
  if (old!.tables.length === 0 || fresh!.tables.length === 0) return null;
  const changes = bookChanges(old!, fresh!);
  const names = { before: before.name, after: after.name };
  return { changes, edit: bookChangesEdit(changes, { before: old!, after: fresh!, names }, today) };
}
