/**
 * A poor Kinh household gets support of project 1 only in an area of special difficulty. While nobody has marked any
 * village nor said what the commune is, that may be all that is missing; with no list of villages nothing is said.
 */
import type { Rule } from "../rule";
import { rowsWithValues, wantedValues } from "../rowsWhere";
import { basisOf, beneficiaryCircular, ethnicNames, readAreas, readSupports, severityOf } from "./supports";

type Params = { hamlet: string; isMarked: boolean; basis: string | null };

const household = (hamlet: string, ethnicGroup = "Kinh") => ({
  "Mã dự án": "DA1",
  "Nội dung hỗ trợ": "Nhà ở",
  "Diện hộ": "Hộ nghèo",
  "Dân tộc": ethnicGroup,
  "Thôn xóm": hamlet,
});
const lists = {
  tblDuAn: [{ Mã: "DA1", "Mã chương trình": "DA1" }],
  tblXom: [{ "Thôn xóm": "Làng Mười", "Đặc biệt khó khăn": "x" }, { "Thôn xóm": "Đoàn Kết" }],
};

export const kinhOutsideDifficultArea: Rule<"household/kinh-outside-difficult-area", Params> = {
  code: "household/kinh-outside-difficult-area",
  severity: "error",
  source: beneficiaryCircular,
  reads: [
    { table: "tblDuAn", headers: ["Mã", "Mã chương trình"], across: true },
    { table: "tblHo", headers: ["Mã dự án", "Diện hộ", "Dân tộc", "Thôn xóm"] },
    { table: "tblXom", headers: ["*"], across: true },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: { rows: { ...lists, tblHo: [household("Đoàn Kết")] } },
    passes: { rows: { ...lists, tblHo: [household("Làng Mười"), household("Đoàn Kết", "Tày")] } },
  },
  checks: (context) => {
    const supports = readSupports(context);
    const areas = readAreas(context);
    if (!supports || areas.isEmpty) return [];
    const { table, isOf } = supports;
    if (!["Diện hộ", "Dân tộc", "Thôn xóm"].every((header) => table.has(header))) return [];
    const { kinhInDifficultAreaOnly: only } = context.programme.householdRules;
    const statuses = table.texts("Diện hộ");
    const hamlets = table.texts("Thôn xóm");
    const ethnicGroupAt = ethnicNames(table);
    return [
      {
        kind: "rows",
        table,
        candidates: () => {
          const isOutside = (hamlet: string): boolean => areas.isListed(hamlet) && !areas.isDifficult(hamlet);
          const outside = rowsWithValues(table, hamlets, wantedValues(hamlets, isOutside));
          return outside.filter((row) => ethnicGroupAt(row) === "Kinh");
        },
        look: (row, report) => {
          if (
            ethnicGroupAt(row) !== "Kinh" ||
            statuses.keyAt(row) !== "hộ nghèo" ||
            !isOf(row, only.projects)
          )
            return;
          const hamlet = hamlets.keyAt(row);
          if (!areas.isListed(hamlet) || areas.isDifficult(hamlet)) return;
          const params = {
            hamlet: hamlets.labelAt(row),
            isMarked: areas.isMarked,
            basis: basisOf(only.evidence),
          };
          const severity = areas.isMarked ? severityOf(only.evidence) : "warning";
          report({ table: table.name, row, header: "Dân tộc", params, severity });
        },
      },
    ];
  },
};
