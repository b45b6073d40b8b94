/** One household has two contents of which it may have one: production land or change of occupation. */
import type { Rule } from "../rule";
import { NAME_HEADER, readHouseholds } from "./households";
import {
  basisOf,
  groupsOfContents,
  projectsOfContents,
  readSupports,
  severityOf,
  SUPPORT_HEADER,
} from "./supports";

type Params = { name: string; content: string; otherContent: string; otherRow: number; basis: string | null };

const household = (content: string) => ({
  [NAME_HEADER]: "Nông Văn Thành",
  "Số CCCD": "019085012345",
  "Mã dự án": "DA1",
  [SUPPORT_HEADER]: content,
});
const projects = [{ Mã: "DA1", "Mã chương trình": "DA1" }];

export const landAndOccupation: Rule<"household/land-and-occupation", Params> = {
  code: "household/land-and-occupation",
  severity: "error",
  source: { text: "Kế hoạch số 30/KH-UBND ngày 08/8/2025", confidence: "secondary" },
  reads: [
    { table: "tblDuAn", headers: ["Mã", "Mã chương trình"], across: true },
    {
      table: "tblHo",
      headers: [NAME_HEADER, "Ngày sinh", "Số CCCD", "Thôn xóm", "Mã dự án", SUPPORT_HEADER],
    },
    { table: "tblNoiDung", headers: ["Mã dự án", "Tên ngắn", "Nhóm hỗ trợ"], across: true },
  ],
  example: {
    fails: { rows: { tblDuAn: projects, tblHo: [household("Đất sản xuất"), household("Chuyển đổi nghề")] } },
    passes: {
      rows: { tblDuAn: projects, tblHo: [household("Đất ở"), household("Nhà ở"), household("Đất sản xuất")] },
    },
  },
  checks: (context) => {
    const households = readHouseholds(context);
    const supports = readSupports(context);
    if (!households || !supports) return [];
    const { table, groupAt, isOf } = supports;
    return context.programme.householdRules.alternatives.map(({ contents, evidence }) => {
      const groups = groupsOfContents(context, contents);
      const projectCodes = projectsOfContents(contents);
      const labels = table.texts(SUPPORT_HEADER);
      return {
        kind: "groups",
        groups: households.groups,
        look: (_key, rows, report) => {
          const own = rows.filter((row) => groups.has(groupAt(row)) && isOf(row, projectCodes));
          const row = own.find((one) => groupAt(one) !== groupAt(own[0]!));
          if (row === undefined) return;
          const params = {
            name: table.texts(NAME_HEADER).labelAt(row),
            content: labels.labelAt(row),
            otherContent: labels.labelAt(own[0]!),
            otherRow: own[0]!,
            basis: basisOf(evidence),
          };
          report({ table: table.name, row, header: SUPPORT_HEADER, params, severity: severityOf(evidence) });
        },
      };
    });
  },
};
