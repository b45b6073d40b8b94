/** A column that every row needs is not in the table. Said once: its rows are not reported. */
import type { Rule } from "../rule";

export const missingColumn: Rule<"structure/missing-column", { header: string }> = {
  code: "structure/missing-column",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblDonVi: [{ "Viết tắt": "KT" }] }, without: { tblDonVi: ["Đơn vị"] } },
    passes: { rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] }, without: { tblDonVi: ["Viết tắt"] } },
  },
  checks: (context) => [
    {
      kind: "whole",
      look: (report) => {
        for (const table of context.tables) {
          for (const column of table.view.spec.columns) {
            if (!column.required || table.has(column.header)) continue;
            report({
              table: table.name,
              row: null,
              header: column.header,
              params: { header: column.header },
            });
          }
        }
      },
    },
  ],
};
