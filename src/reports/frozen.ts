/** Frozen report sheets: which they are, and what of their figures is no longer so. */
import { cellAddress, findSheet, inputValue, type CellValue, type Snapshot } from "../book";
import { parseVietnameseDate, type CalendarDate } from "../domain";
import type { WorkbookTables } from "../layout";
import { gridOf } from "./appendix";
import { explain, type ExplainedRow } from "./explain";
import { nativeText } from "./criterion";
import type { ReportForm, ReportOptions } from "./form";
import { FIRST_ROW, FROZEN_TEXT, STATE_ROW } from "./head";
import { periodOnSheet } from "./period";

export interface FrozenReport {
  readonly form: ReportForm;
  /** As the sheet says it: the day, and who froze it. */
  readonly text: string;
  readonly on: CalendarDate | null;
}

/** Those of the forms whose sheet in the workbook is frozen: not to be replaced unless the person says so. */
export function frozenReports(snapshot: Snapshot, forms: readonly ReportForm[]): FrozenReport[] {
  return forms.flatMap((form): FrozenReport[] => {
    const line = findSheet(snapshot, form.sheet)?.values[STATE_ROW] ?? [];
    const text = line.find(
      (value): value is string => typeof value === "string" && value.startsWith(FROZEN_TEXT),
    );
    if (text === undefined) return [];
    const date = parseVietnameseDate(text.slice(FROZEN_TEXT.length, FROZEN_TEXT.length + 10));
    return [
      { form, text, on: date.kind === "date" ? { year: date.year, month: date.month, day: date.day } : null },
    ];
  });
}

export interface ChangedFigure {
  /** The figure's place on the frozen sheet. */
  readonly cell: string;
  readonly line: string;
  readonly column: string;
  readonly frozen: CellValue;
  readonly now: CellValue;
  /** The rows (vouchers) behind the figure as it is now. */
  readonly rows: readonly ExplainedRow[];
}

/**
 * Figures of a frozen sheet that the workbook no longer bears out, for the sheet's own period: what the next period would
 * start from is not what the last report ended with. Lines are known by their order and title, columns by their heads.
 */
export function changedSinceFrozen(
  form: ReportForm,
  tables: WorkbookTables,
  options: ReportOptions,
): ChangedFigure[] {
  const sheet = findSheet(tables.snapshot, form.sheet);
  if (!sheet || frozenReports(tables.snapshot, [form]).length === 0) return [];
  const chosen: ReportOptions = { ...options, ...periodOnSheet(tables.snapshot, form.sheet), freeze: false };
  const appendix = form.draft(tables, chosen);
  const grid = gridOf(appendix, tables, chosen);
  const order = appendix.columns.findIndex((column) => column.kind === "order");
  const title = appendix.columns.findIndex((column) => column.kind === "text");
  const names = lineNames(
    appendix.rows.map((_row, r) => [order, title].map((c) => inputValue(grid.input(r, c)))),
  );
  const written = lineNames(
    sheet.values.slice(FIRST_ROW).map((row) => [order, title].map((c) => row[c] ?? null)),
  );
  return names.flatMap((name, r): ChangedFigure[] => {
    const found = written.indexOf(name);
    if (found < 0) return [];
    const at = FIRST_ROW + found;
    return appendix.columns.flatMap((column, c): ChangedFigure[] => {
      if (grid.behind(r, c).length === 0 && typeof grid.input(r, c) !== "object") return [];
      const frozen = sheet.values[at]![c] ?? null;
      const now = inputValue(grid.input(r, c));
      if (typeof now !== "number" || frozen === now) return [];
      const rows = explain(form, cellAddress(FIRST_ROW + r, c), tables, chosen)?.rows ?? [];
      const line = nativeText(inputValue(grid.input(r, title)));
      return [{ cell: cellAddress(at, c), line, column: column.title, frozen, now, rows }];
    });
  });
}

/** A name for each line that its place in the form gives it: section, number and title, with those it stands under. */
function lineNames(lines: readonly (readonly CellValue[])[]): string[] {
  let section = "";
  let number = "";
  return lines.map(([order, title]) => {
    const own = nativeText(order ?? null);
    if (/^[A-Z]$/.test(own)) [section, number] = [own, ""];
    else if (own !== "") number = own;
    return [section, number, nativeText(title ?? null)].join("|");
  });
}
