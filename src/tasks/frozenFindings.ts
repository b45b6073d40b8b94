/** Month after month: what a frozen report ended with must be what the next one starts from. */
import { parseArea } from "../book";
import type { CalendarDate, Finding } from "../domain";
import type { WorkbookTables } from "../layout";
import { changedLines, frozenReports, reportForms, type ExplainedRow } from "../reports";
import { CHANGED_SINCE_FROZEN, wordChangedSinceFrozen, type Locale } from "../wording";

/** One finding for each line of a frozen report that the workbook no longer bears out. */
export function frozenFindings(tables: WorkbookTables, locale: Locale): Finding[] {
  return frozenReports(tables.snapshot, reportForms).flatMap(({ form, text, on }) => {
    const options = { freeze: false, today: on ?? anyDay, openErrors: 0, findings: [] };
    return changedLines(form, tables, options).map(({ figure, difference, suspects }): Finding => {
      const params = {
        report: form.sheet,
        frozen: text,
        line: figure.line,
        column: figure.column,
        before: typeof figure.frozen === "number" ? figure.frozen : 0,
        now: figure.now as number,
        difference,
        rows: suspects.map((row) => rowName(row, tables)),
      };
      return {
        code: CHANGED_SINCE_FROZEN,
        severity: "warning",
        sheet: form.sheet,
        table: null,
        cell: figure.cell,
        column: figure.column,
        row: parseArea(figure.cell)!.row + 1,
        message: wordChangedSinceFrozen(params, locale),
        params,
        fix: null,
      };
    });
  });
}

/** The period stands on the sheet; this day is looked at only where somebody took it away. */
const anyDay: CalendarDate = { year: 2025, month: 12, day: 31 };

/** `UNC 12 (Giải ngân!I5)`. */
export function rowName({ table, sheet, row, cell }: ExplainedRow, tables: WorkbookTables): string {
  const number = table === "tblGiaiNgan" ? tables.table(table)?.column("Số chứng từ")[row] : null;
  const place = `${sheet}!${cell}`;
  return typeof number === "string" || typeof number === "number" ? `${number} (${place})` : place;
}
