/** Frozen report sheets: which they are, and what of their figures is no longer so. */
import { cellAddress, findSheet, inputValue, type CellValue, type Snapshot } from "../book";
import { parseVietnameseDate, type CalendarDate } from "../domain";
import type { WorkbookTables } from "../layout";
import { gridOf } from "./appendix";
import { headOf, locatedRows, type ExplainedRow } from "./explain";
import { nativeText } from "./criterion";
import type { ReportForm, ReportOptions } from "./form";
import { choicesOnSheet } from "./choicesOnSheet";
import { rounded } from "./figure";
import { keysOfRows, keysOnSheet, nameColumns } from "./freeCells";
import { FIRST_ROW, FROZEN_TEXT, STATE_ROW } from "./head";
import { UNDER } from "./lineKeys";
import { columnsOnSheet } from "./staffLayout";

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
  /** Its line in the form, from 0. */
  readonly lineIndex: number;
  /** Counted from tables, not from other figures of the form. */
  readonly direct: boolean;
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
  const chosen: ReportOptions = { ...options, ...choicesOnSheet(tables.snapshot, form.sheet), freeze: false };
  const appendix = form.draft(tables, chosen);
  const grid = gridOf(appendix, tables, chosen);
  const [, title] = nameColumns(appendix);
  const places = columnsOnSheet(tables.snapshot, appendix);
  const names = keysOfRows(appendix);
  const written = keysOnSheet(sheet, appendix, places, FIRST_ROW);
  return names.flatMap((name, r): ChangedFigure[] => {
    const found = written.indexOf(name);
    if (found < 0) return [];
    const at = FIRST_ROW + found;
    return appendix.columns.flatMap((column, c): ChangedFigure[] => {
      if (places[c]! < 0) return [];
      if (grid.behind(r, c).length === 0 && typeof grid.input(r, c) !== "object") return [];
      const frozen = sheet.values[at]![places[c]!] ?? null;
      const now = inputValue(grid.input(r, c));
      if (typeof now !== "number" || frozen === now) return [];
      const rows = locatedRows(grid.behind(r, c), tables);
      const line = nativeText(inputValue(grid.input(r, title)));
      const cell = appendix.rows[r]!.cells[c];
      return [
        {
          cell: cellAddress(at, places[c]!),
          lineIndex: r,
          direct: cell !== null && typeof cell === "object" && "figure" in cell,
          line,
          column: headOf(column),
          frozen,
          now,
          rows,
        },
      ];
    });
  });
}

/** A line of a frozen report that the workbook no longer bears out, told by its widest figure. */
export interface ChangedLine {
  readonly figure: ChangedFigure;
  /** In the report's unit. */
  readonly difference: number;
  /** The rows that alone make the difference; where there are none, all rows behind the figure. */
  readonly suspects: readonly ExplainedRow[];
}

/**
 * Each change once: of lines that contain each other the innermost, of a line's figures the one with the most rows (to
 * date rather than in the period).
 */
export function changedLines(
  form: ReportForm,
  tables: WorkbookTables,
  options: ReportOptions,
): ChangedLine[] {
  const changes = changedSinceFrozen(form, tables, options).filter((change) => change.direct);
  if (changes.length === 0) return [];
  const chosen = { ...options, ...choicesOnSheet(tables.snapshot, form.sheet), freeze: false };
  const appendix = form.draft(tables, chosen);
  const keys = keysOfRows(appendix);
  const changed = [...new Set(changes.map((change) => change.lineIndex))];
  const contains = (outer: number, inner: number) =>
    outer !== inner &&
    (appendix.rows[outer]!.level === "total" || keys[inner]!.startsWith(`${keys[outer]!}${UNDER}`));
  return changed
    .filter((line) => !changed.some((other) => contains(line, other)))
    .map((line) => {
      const figures = changes.filter((change) => change.lineIndex === line);
      const figure = figures.reduce((best, one) => (one.rows.length >= best.rows.length ? one : best));
      const before = typeof figure.frozen === "number" ? figure.frozen : 0;
      const difference = rounded((figure.now as number) - before);
      const exact = figure.rows.filter((row) => row.amount === difference);
      const counted = figure.rows.filter((row) => row.amount !== 0);
      return { figure, difference, suspects: exact.length > 0 ? exact : counted };
    });
}
