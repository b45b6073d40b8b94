/** A woman head who is the sole earner is marked for a man. */
import type { Rule } from "../rule";
import { rowsWithValues, wantedValues } from "../rowsWhere";

export const SOLE_EARNER_HEADER = "Chủ hộ nữ là lao động duy nhất";

export const priorityConflict: Rule<"household/priority-conflict", { gender: string }> = {
  code: "household/priority-conflict",
  severity: "warning",
  source: null,
  reads: [{ table: "tblHo", headers: ["Giới tính", SOLE_EARNER_HEADER] }],
  example: {
    fails: { rows: { tblHo: [{ "Giới tính": "Nam", [SOLE_EARNER_HEADER]: "x" }] } },
    passes: { rows: { tblHo: [{ "Giới tính": "Nữ", [SOLE_EARNER_HEADER]: "x" }, { "Giới tính": "Nam" }] } },
  },
  checks: (context) => {
    const table = context.tableWith("tblHo", ["Giới tính", SOLE_EARNER_HEADER]);
    if (!table) return [];
    const genders = table.texts("Giới tính");
    const marks = table.texts(SOLE_EARNER_HEADER);
    return [
      {
        kind: "rows",
        table,
        candidates: () =>
          rowsWithValues(
            table,
            marks,
            wantedValues(marks, (mark) => mark === "x"),
          ),
        look: (row, report) => {
          if (marks.codes[row]! < 0 || marks.keyAt(row) !== "x" || genders.keyAt(row) !== "nam") return;
          report({
            table: table.name,
            row,
            header: SOLE_EARNER_HEADER,
            params: { gender: genders.labelAt(row) },
          });
        },
      },
    ];
  },
};
