/** A budget line whose capital type the plan does not say: investment and recurrent capital must be told apart. */
import { UNDECIDED_CAPITAL } from "../../layout";
import type { Rule } from "../rule";
import { textKey } from "../textColumn";

export const capitalTypeUndecided: Rule<"budget/capital-type-undecided", { project: string }> = {
  code: "budget/capital-type-undecided",
  severity: "info",
  source: null,
  reads: [{ table: "tblNganSach", headers: ["Mã dự án", "Loại vốn"] }],
  example: {
    fails: { rows: { tblNganSach: [{ "Mã dự án": "DA1", "Loại vốn": "Chưa xác định" }] } },
    passes: { rows: { tblNganSach: [{ "Mã dự án": "DA1", "Loại vốn": "Đầu tư" }] } },
  },
  checks: (context) => {
    const table = context.tableWith("tblNganSach", ["Loại vốn"]);
    if (!table) return [];
    const types = table.texts("Loại vốn");
    return [
      {
        kind: "rows",
        table,
        look: (row, report) => {
          if (types.keyAt(row) !== textKey(UNDECIDED_CAPITAL)) return;
          const params = { project: table.texts("Mã dự án").labelAt(row) };
          report({ table: table.name, row, header: "Loại vốn", params });
        },
      },
    ];
  },
};
