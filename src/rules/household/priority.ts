/** A household to be served first: a difficult ethnic group in an area of special difficulty, or a woman who is the sole earner. */
import { findEthnicGroup, isPlaceholder } from "../../domain";
import type { CheckContext } from "../context";
import type { Rule } from "../rule";
import { rowsWithValues, wantedValues } from "../rowsWhere";
import { readHouseholds } from "./households";
import { SOLE_EARNER_HEADER } from "./priority-conflict";
import { ethnicNames, readAreas } from "./supports";

/** `group`: what the ethnic group's difficulty is called; null where the reason is a woman who is the sole earner. */
type Params = { ethnicGroup: string | null; group: string | null };

const household = (more: Record<string, string>) => ({
  "Dân tộc": "Tày",
  "Giới tính": "Nam",
  "Thôn xóm": "Làng Mười",
  ...more,
});
const lists = {
  tblXom: [{ "Thôn xóm": "Làng Mười", "Đặc biệt khó khăn": "x" }, { "Thôn xóm": "Đoàn Kết" }],
  tblDanToc: [
    { "Dân tộc": "Mông", "Tên khác": "H'Mông; Hmông", "Nhóm khó khăn": "còn nhiều khó khăn" },
    { "Dân tộc": "Tày" },
  ],
};

export const priority: Rule<"household/priority", Params> = {
  code: "household/priority",
  severity: "info",
  source: { text: "Quyết định số 1227/QĐ-TTg", confidence: "secondary" },
  reads: [
    { table: "tblHo", headers: ["Dân tộc", "Giới tính", "Thôn xóm", SOLE_EARNER_HEADER] },
    { table: "tblDanToc", headers: ["*"], across: true },
    { table: "tblXom", headers: ["*"], across: true },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: {
      rows: {
        ...lists,
        tblHo: [
          household({ "Dân tộc": "H'Mông" }),
          household({ "Giới tính": "Nữ", [SOLE_EARNER_HEADER]: "x" }),
        ],
      },
    },
    passes: {
      rows: {
        ...lists,
        tblHo: [
          household({}),
          household({ "Dân tộc": "Mông", "Thôn xóm": "Đoàn Kết" }),
          household({ "Giới tính": "Nữ" }),
        ],
      },
    },
  },
  checks: (context) => {
    const table = context.tableWith("tblHo", ["Dân tộc", "Thôn xóm"]);
    if (!table) return [];
    const households = readHouseholds(context);
    const areas = readAreas(context);
    const difficult = difficultGroups(context);
    const ethnicGroupAt = ethnicNames(table);
    const hamlets = table.texts("Thôn xóm");
    const genders = table.texts("Giới tính");
    const marks = table.texts(SOLE_EARNER_HEADER);
    return [
      {
        kind: "rows",
        table,
        ...(households ? { index: households } : {}),
        candidates: () => {
          const ethnicGroups = table.texts("Dân tộc");
          const isDifficultGroup = (_key: string, label: string): boolean =>
            difficult.has(findEthnicGroup(label)?.name ?? "");
          const byGroup = rowsWithValues(table, ethnicGroups, wantedValues(ethnicGroups, isDifficultGroup));
          const byMark = rowsWithValues(
            table,
            marks,
            wantedValues(marks, (mark) => mark === "x"),
          );
          return new Set([...byGroup, ...byMark]);
        },
        look: (row, report) => {
          const ethnicGroup = ethnicGroupAt(row);
          const group = ethnicGroup === null ? undefined : difficult.get(ethnicGroup);
          const byGroup = group !== undefined && areas.isDifficult(hamlets.keyAt(row));
          const bySoleEarner =
            marks.codes[row]! >= 0 && marks.keyAt(row) === "x" && genders.keyAt(row) === "nữ";
          if ((!byGroup && !bySoleEarner) || households?.isFirst(row) === false) return;
          const params = byGroup ? { ethnicGroup, group } : { ethnicGroup: null, group: null };
          report({ table: table.name, row, header: byGroup ? "Dân tộc" : SOLE_EARNER_HEADER, params });
        },
      },
    ];
  },
};

/** Canonical name → `Nhóm khó khăn`, for groups that staff's list marks. */
function difficultGroups(context: CheckContext): Map<string, string> {
  const table = context.table("tblDanToc");
  const difficult = new Map<string, string>();
  if (!table) return difficult;
  const names = table.texts("Dân tộc");
  const groups = table.texts("Nhóm khó khăn");
  for (const row of table.rows) {
    const name = findEthnicGroup(names.labelAt(row))?.name;
    const group = groups.labelAt(row);
    if (name !== undefined && group !== "" && !isPlaceholder(group)) difficult.set(name, group);
  }
  return difficult;
}
