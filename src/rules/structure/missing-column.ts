/** A column that every row needs is not in the table. Said once: its rows are not reported. */
import type { CheckedTable } from "../checkedTable";
import type { Report, Rule } from "../rule";

/** `ownSheet`: the sheet is the staff's own, and the column may be pointed out instead of added. */
type Params = { header: string; ownSheet: boolean };

export const missingColumn: Rule<"structure/missing-column", Params> = {
  code: "structure/missing-column",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: [] }],
  example: {
    fails: { rows: { tblDonVi: [{ "Viết tắt": "KT" }] }, without: { tblDonVi: ["Đơn vị"] } },
    passes: { rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] }, without: { tblDonVi: ["Viết tắt"] } },
  },
  checks: (context) => [
    {
      kind: "whole",
      look: (report) => {
        for (const table of context.tables) {
          if (table.view.own) {
            reportOwnSheets(table, report);
            continue;
          }
          for (const column of table.view.spec.columns) {
            if (!column.required || table.has(column.header)) continue;
            report({
              table: table.name,
              row: null,
              header: column.header,
              params: { header: column.header, ownSheet: false },
            });
          }
        }
      },
    },
  ],
};

/** Inferred from the contents where nobody names it. */
const PROJECT = "Mã dự án";

function reportOwnSheets({ name, view }: CheckedTable, report: Report<Params>): void {
  view.own!.parts.forEach(({ fields }, part) => {
    for (const { header, required } of view.spec.columns) {
      if (!required || fields.has(header)) continue;
      const severity = header === PROJECT ? ({ severity: "warning" } as const) : {};
      report({ table: name, row: null, part, header, params: { header, ownSheet: true }, ...severity });
    }
  });
}
