/** A voucher for a work that `tblCongTrinh` does not have. */
import { isPlaceholder } from "../../domain";
import { nearestFinder } from "../lists";
import type { Rule } from "../rule";

export const unknownWork: Rule<"work/unknown", { work: string; suggestion: string | null }> = {
  code: "work/unknown",
  severity: "error",
  source: null,
  reads: [
    { table: "tblGiaiNgan", headers: ["Mã công trình"] },
    { table: "tblCongTrinh", headers: ["Mã công trình"], across: true },
  ],
  example: {
    fails: {
      rows: { tblCongTrinh: [{ "Mã công trình": "CT01" }], tblGiaiNgan: [{ "Mã công trình": "CT07" }] },
    },
    passes: {
      rows: {
        tblCongTrinh: [{ "Mã công trình": "CT01" }],
        tblGiaiNgan: [
          { "Mã công trình": "ct01" },
          { "Số chứng từ": "UNC 2" },
          { "Mã công trình": "chưa có" },
        ],
      },
    },
  },
  checks: (context) => {
    const table = context.tableWith("tblGiaiNgan", ["Mã công trình"]);
    const works = context.tableWith("tblCongTrinh", ["Mã công trình"]);
    if (!table || !works) return [];
    const listed = works.texts("Mã công trình");
    const known = new Set(works.rows.map(listed.keyAt));
    const labels = [...new Set(works.rows.map(listed.labelAt))].filter((label) => label !== "");
    const nearestTo = nearestFinder(labels);
    const codes = table.texts("Mã công trình");
    return [
      {
        kind: "rows",
        table,
        look: (row, report) => {
          const key = codes.keyAt(row);
          if (key === "" || known.has(key) || isPlaceholder(key)) return;
          const suggestion = nearestTo(codes.labelAt(row));
          report({
            table: table.name,
            row,
            header: "Mã công trình",
            params: { work: codes.labelAt(row), suggestion },
            fix: suggestion === null ? null : { value: suggestion },
          });
        },
      },
    ];
  },
};
