/** Production land or change of occupation for a household whose lack of land is not shown, or under the threshold. */
import { CELL_EMPTY, CELL_READ } from "../cellState";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import {
  basisOf,
  groupsOfContents,
  marked,
  projectsOfContents,
  readSupports,
  SUPPORT_HEADER,
} from "./supports";

/** Fractions; `shortage` is null where the cell is empty. */
type Params = {
  content: string;
  shortage: number | null;
  threshold: number | null;
  inclusive: boolean;
  basis: string | null;
};

const HEADER = "Tỷ lệ thiếu đất SX";
/** Fractions that people type have few decimals. */
const EPSILON = 1e-9;

const parameters = [
  { "Tham số": "Ngưỡng thiếu đất SX", "Giá trị": 0.5 },
  { "Tham số": "Ngưỡng thiếu đất tính cả bằng", "Giá trị": "x" },
];
const projects = [{ Mã: "DA1", "Mã chương trình": "DA1" }];
const household = (content: string, shortage: number | null) => ({
  "Mã dự án": "DA1",
  "Nội dung hỗ trợ": content,
  [HEADER]: shortage,
});

export const landShortageBelowThreshold: Rule<"household/land-shortage-below-threshold", Params> = {
  code: "household/land-shortage-below-threshold",
  severity: "warning",
  source: { text: "Kế hoạch số 30/KH-UBND ngày 08/8/2025", confidence: "secondary" },
  reads: [
    { table: "tblNoiDung", headers: ["Mã dự án", "Tên ngắn", "Nhóm hỗ trợ"], across: true },
    { table: "tblDuAn", headers: ["Mã", "Mã chương trình"], across: true },
    { table: "tblHo", headers: ["Mã dự án", SUPPORT_HEADER, HEADER] },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: {
      rows: {
        tblThamSo: parameters,
        tblDuAn: projects,
        tblHo: [household("Đất sản xuất", 0.4), household("Chuyển đổi nghề", null)],
      },
    },
    passes: {
      rows: {
        tblThamSo: parameters,
        tblDuAn: projects,
        tblHo: [household("Đất sản xuất", 0.5), household("Chuyển đổi nghề", 60), household("Nhà ở", null)],
      },
    },
  },
  checks: (context) => {
    const supports = readSupports(context);
    if (!supports?.table.has(HEADER)) return [];
    const { table, isOf, groupAt } = supports;
    const { landShortage: rule } = context.programme.householdRules;
    const groups = groupsOfContents(context, rule.contents);
    const projectCodes = projectsOfContents(rule.contents);
    const shortages = table.numbers(HEADER);
    const { landShortage: threshold, landShortageInclusive: inclusive } = context.settings;
    const isEnough = (shortage: number): boolean =>
      threshold === null || shortage > threshold + EPSILON || (inclusive && shortage >= threshold - EPSILON);
    const isAsked = (row: number): boolean => groups.has(groupAt(row)) && isOf(row, projectCodes);
    return [
      {
        kind: "rows",
        table,
        candidates: () => {
          const asked = marked(supports, isAsked);
          const { ids } = supports.combinations();
          const { states, values } = shortages;
          return rowsWhere(
            table,
            (row) => asked[ids[row]!] === 1 && (states[row] !== CELL_READ || !isEnough(values[row]!)),
          );
        },
        look: (row, report) => {
          if (table.lacks(row, HEADER) || !isAsked(row)) return;
          const state = shortages.states[row];
          if (state !== CELL_EMPTY && (state !== CELL_READ || isEnough(shortages.values[row]!))) return;
          const params = {
            content: table.texts(SUPPORT_HEADER).labelAt(row),
            shortage: state === CELL_EMPTY ? null : shortages.values[row]!,
            threshold,
            inclusive,
            basis: basisOf(rule.evidence),
          };
          report({ table: table.name, row, header: HEADER, params });
        },
      },
    ];
  },
};
