/** The plan numbers a project otherwise than the programme does: both numbers are kept, reports carry the programme's. */
import type { Rule } from "../rule";

type Params = { code: string; programmeCode: string };

export const programmeCodeMismatch: Rule<"budget/programme-code-mismatch", Params> = {
  code: "budget/programme-code-mismatch",
  severity: "warning",
  source: { text: "Quyết định số 1719/QĐ-TTg", confidence: "secondary" },
  reads: [{ table: "tblDuAn", headers: ["Mã", "Mã chương trình"] }],
  example: {
    fails: { rows: { tblDuAn: [{ Mã: "DA6", "Mã chương trình": "DA7" }] } },
    passes: { rows: { tblDuAn: [{ Mã: "DA5.TDA1", "Mã chương trình": "da5.tda1" }] } },
  },
  checks: (context) => {
    const table = context.tableWith("tblDuAn", ["Mã", "Mã chương trình"]);
    if (!table) return [];
    const codes = table.texts("Mã");
    const programmeCodes = table.texts("Mã chương trình");
    return [
      {
        kind: "rows",
        table,
        look: (row, report) => {
          const [key, programmeKey] = [codes.keyAt(row), programmeCodes.keyAt(row)];
          if (key === "" || programmeKey === "" || key === programmeKey) return;
          const params = { code: codes.labelAt(row), programmeCode: programmeCodes.labelAt(row) };
          report({ table: table.name, row, header: "Mã", params });
        },
      },
    ];
  },
};
