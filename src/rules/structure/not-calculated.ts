/** Formulas without values: a program made the file and nothing has calculated it. Said once a sheet. */
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import type { Report, Rule } from "../rule";

export const notCalculated: Rule<"structure/not-calculated", { cells: number }> = {
  code: "structure/not-calculated",
  severity: "warning",
  source: null,
  reads: [{ table: "*", headers: [] }],
  example: {
    fails: {
      rows: { tblDonVi: [{ "Đơn vị": null }] },
      uncalculated: [{ table: "tblDonVi", row: 0, header: "Đơn vị" }],
    },
    passes: { rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] } },
  },
  checks: (context) => [
    {
      kind: "whole",
      look: (report) => {
        reportOwnSheets(context, report);
        const ours = context.tables.filter((table) => !table.view.own);
        for (const sheet of new Set(ours.map((table) => table.view.sheet))) {
          const first = firstUncalculated(context, sheet);
          if (first) report({ ...first, params: { cells: sheet.uncalculated.length } });
        }
      },
    },
  ],
};

/** The first such cell of our tables on the sheet. */
function firstUncalculated(
  context: CheckContext,
  sheet: CheckedTable["view"]["sheet"],
): { table: string; row: number; header: string } | null {
  for (const { name, view } of context.tables) {
    if (view.own || view.sheet !== sheet) continue;
    const headers = new Map(view.spec.columns.map(({ header }) => [view.sheetColumn(header), header]));
    for (const cell of sheet.uncalculated) {
      const header = headers.get(cell.column);
      const row = cell.row - view.firstRow;
      if (header !== undefined && row >= 0 && row < view.rowCount) return { table: name, row, header };
    }
  }
  return null;
}

function reportOwnSheets(context: CheckContext, report: Report<{ cells: number }>): void {
  for (const { name, view, rows } of context.tables) {
    view.own?.parts.forEach(({ sheet, mapping }) => {
      if (sheet.uncalculated.length === 0) return;
      for (const row of rows) {
        if (view.own!.partOf(row).sheet !== sheet) continue;
        const pending = mapping.columns.find(
          ({ field, column }) =>
            field !== null && view.own!.columnOf(row, field) === column && view.own!.isPending(row, field),
        );
        if (!pending) continue;
        report({ table: name, row, header: pending.field, params: { cells: sheet.uncalculated.length } });
        return;
      }
    });
  }
}
