/** Support that only poor households may get (project 1), for one that is not poor: a near-poor one neither. */
import { byValue } from "../textColumn";
import type { Rule } from "../rule";
import { rowsWithValues, wantedValues } from "../rowsWhere";
import { basisOf, beneficiaryCircular, readSupports, severityOf, SUPPORT_HEADER } from "./supports";

type Params = { status: string; content: string; basis: string | null };

const household = (status: string, project = "DA1") => ({
  "Mã dự án": project,
  "Nội dung hỗ trợ": "Nhà ở",
  "Diện hộ": status,
});
const projects = [
  { Mã: "DA1", "Mã chương trình": "DA1" },
  { Mã: "DA3", "Mã chương trình": "DA3" },
];

export const notPoor: Rule<"household/not-poor", Params> = {
  code: "household/not-poor",
  severity: "error",
  source: beneficiaryCircular,
  reads: [
    { table: "tblHo", headers: ["Mã dự án", SUPPORT_HEADER, "Diện hộ"] },
    { table: "tblDuAn", headers: ["Mã", "Mã chương trình"], across: true },
  ],
  example: {
    fails: { rows: { tblDuAn: projects, tblHo: [household("Hộ cận nghèo"), household("Khác")] } },
    passes: { rows: { tblDuAn: projects, tblHo: [household("Hộ nghèo"), household("Hộ cận nghèo", "DA3")] } },
  },
  checks: (context) => {
    const supports = readSupports(context);
    if (!supports?.table.has("Diện hộ")) return [];
    const { table, isOf } = supports;
    const { poorOnly } = context.programme.householdRules;
    const statuses = table.texts("Diện hộ");
    const isOther = byValue(statuses, isOtherStatus, false);
    const basis = basisOf(poorOnly.evidence);
    return [
      {
        kind: "rows",
        table,
        candidates: () => rowsWithValues(table, statuses, wantedValues(statuses, isOtherStatus)),
        look: (row, report) => {
          if (!isOther(row) || !isOf(row, poorOnly.projects)) return;
          const params = {
            status: statuses.labelAt(row),
            content: table.texts(SUPPORT_HEADER).labelAt(row),
            basis,
          };
          report({
            table: table.name,
            row,
            header: "Diện hộ",
            params,
            severity: severityOf(poorOnly.evidence),
          });
        },
      },
    ];
  },
};

function isOtherStatus(status: string): boolean {
  return status === "hộ cận nghèo" || status === "khác";
}
