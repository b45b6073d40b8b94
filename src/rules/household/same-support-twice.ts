/** One household has the same content twice. A content that the plan has not divided yet says nothing. */
import { UNDETAILED_CONTENT } from "../../layout";
import type { Rule } from "../rule";
import { groupKey } from "../rowGroups";
import { textKey } from "../textColumn";
import { NAME_HEADER, readHouseholds } from "./households";
import { SUPPORT_HEADER } from "./supports";

type Params = { name: string; content: string; otherRow: number };

const household = (content: string, id = "019085012345") => ({
  [NAME_HEADER]: "Nông Văn Thành",
  "Ngày sinh": "08/08/1985",
  "Thôn xóm": "Làng Mười",
  "Số CCCD": id,
  "Mã dự án": "DA1",
  [SUPPORT_HEADER]: content,
});

export const sameSupportTwice: Rule<"household/same-support-twice", Params> = {
  code: "household/same-support-twice",
  severity: "error",
  source: null,
  reads: [
    {
      table: "tblHo",
      headers: [NAME_HEADER, "Ngày sinh", "Số CCCD", "Thôn xóm", "Mã dự án", SUPPORT_HEADER],
    },
  ],
  example: {
    fails: { rows: { tblHo: [household("Nhà ở"), household("Đất ở"), household("Nhà ở", "")] } },
    passes: { rows: { tblHo: [household("Nhà ở"), household("Đất ở"), household("Nhà ở", "019085067890")] } },
  },
  checks: (context) => {
    const households = readHouseholds(context);
    const table = context.tableWith("tblHo", ["Mã dự án", SUPPORT_HEADER]);
    if (!households || !table) return [];
    const projects = table.texts("Mã dự án");
    const contents = table.texts(SUPPORT_HEADER);
    return [
      {
        kind: "groups",
        groups: households.groups,
        look: (_key, rows, report) => {
          const first = new Map<string, number>();
          for (const row of rows) {
            const content = contents.keyAt(row);
            if (content === "" || content === textKey(UNDETAILED_CONTENT)) continue;
            const key = groupKey(projects.keyAt(row), content);
            const earlier = first.get(key);
            if (earlier === undefined) {
              first.set(key, row);
              continue;
            }
            const params = {
              name: table.texts(NAME_HEADER).labelAt(row),
              content: contents.labelAt(row),
              otherRow: earlier,
            };
            report({ table: table.name, row, header: SUPPORT_HEADER, params });
          }
        },
      },
    ];
  },
};
