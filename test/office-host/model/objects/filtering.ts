/** Applying filters: which rows of an area are hidden by criteria. */
import type { Book } from "../book/book";
import { passes, type FilterState } from "../book/filter";
import type { Sheet } from "../book/sheet";
import { notImplemented, refuse } from "../refusals";

/** Rows that a filter hid, so that clearing it shows them and no others. */
const hiddenBy = new WeakMap<FilterState, Set<number>>();

export function applyCriteria(
  book: Book,
  sheet: Sheet,
  filter: FilterState,
  column: number,
  criteria: Excel.FilterCriteria,
): void {
  if (column < 0 || column >= filter.area.columns) refuse("InvalidArgument");
  if (passes(criteria, "", "") === undefined) notImplemented(`Filter.apply(${criteria.filterOn})`);
  filter.criteria.set(column, criteria);
  reapplyFilter(book, sheet, filter);
}

export function clearColumn(book: Book, sheet: Sheet, filter: FilterState, column: number): void {
  filter.criteria.delete(column);
  reapplyFilter(book, sheet, filter);
}

export function clearFilter(sheet: Sheet, filter: FilterState): void {
  filter.criteria.clear();
  showAgain(sheet, filter);
}

function showAgain(sheet: Sheet, filter: FilterState): void {
  for (const row of hiddenBy.get(filter) ?? []) sheet.hiddenRows.delete(row);
  hiddenBy.delete(filter);
}

export function reapplyFilter(book: Book, sheet: Sheet, filter: FilterState): void {
  showAgain(sheet, filter);
  book.settle();
  const hidden = new Set<number>();
  const { area } = filter;
  for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
    for (const [column, criteria] of filter.criteria) {
      const at = area.column + column;
      if (passes(criteria, book.valueOf(sheet, row, at), book.text(sheet, row, at)) === false)
        hidden.add(row);
    }
  }
  for (const row of hidden) sheet.hiddenRows.add(row);
  hiddenBy.set(filter, hidden);
}
