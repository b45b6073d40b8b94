/** A project code that the plan (`tblDuAn`) does not have. */
import type { Rule } from "../rule";
import { rowsWithValues, wantedValues } from "../rowsWhere";

export const unknownProject: Rule<"budget/unknown-project", { project: string; suggestion: string | null }> =
  {
    code: "budget/unknown-project",
    severity: "error",
    source: null,
    reads: [
      { table: "*", headers: ["Mã dự án"] },
      { table: "tblDuAn", headers: ["Mã"], across: true },
    ],
    example: {
      fails: {
        rows: { tblDuAn: [{ Mã: "DA5.TDA1" }], tblNganSach: [{ "Mã dự án": "DA5" }, { "Mã dự án": "DA2" }] },
      },
      passes: { rows: { tblDuAn: [{ Mã: "DA5.TDA1" }], tblNganSach: [{ "Mã dự án": "da5.tda1" }] } },
    },
    checks: (context) => {
      if (context.projects.isEmpty) return [];
      return context.tables
        .filter((table) => table.columns.some(({ header }) => header === "Mã dự án"))
        .map((table) => ({
          kind: "rows",
          table,
          candidates: () => {
            const codes = table.texts("Mã dự án");
            const isUnknown = (key: string): boolean => context.projects.get(key) === undefined;
            return rowsWithValues(table, codes, wantedValues(codes, isUnknown));
          },
          look: (row, report) => {
            const codes = table.texts("Mã dự án");
            const project = codes.labelAt(row);
            if (project === "" || context.projects.get(codes.keyAt(row))) return;
            const suggestion = context.projects.suggest(project);
            report({
              table: table.name,
              row,
              header: "Mã dự án",
              params: { project, suggestion },
              fix: suggestion === null ? null : { value: suggestion },
            });
          },
        }));
    },
  };
