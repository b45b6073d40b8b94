/** A list that rules compare with has no rows, or nobody gave it. Said once; the rows are then not compared with it. */
import { UNDETAILED_CONTENT } from "../../layout";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import type { Report, Rule } from "../rule";
import { textKey } from "../textColumn";

export const emptyList: Rule<"list/empty", { list: string }> = {
  code: "list/empty",
  severity: "info",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblXom: [] } },
    passes: { rows: { tblXom: [{ "Thôn xóm": "Làng Mười" }] } },
  },
  checks: (context) => [
    {
      kind: "whole",
      look: (report) => {
        for (const [list, header] of staffLists) {
          const table = context.table(list);
          if (table ? table.rows.length > 0 : list === "tblDinhMuc") continue;
          if (table) report({ table: list, row: null, header, params: { list } });
          else reportWhereNeeded(list, context, report);
        }
        for (const list of ["tblDuAn", "tblNoiDung"]) {
          if ((context.table(list)?.rows.length ?? 0) === 0) reportWhereNeeded(list, context, report);
        }
      },
    },
  ],
};

/** Kept on `Danh mục` whether or not anything refers to them yet; norms that nobody gave come from the programme. */
const staffLists: readonly (readonly [string, string])[] = [
  ["tblXom", "Thôn xóm"],
  ["tblDonVi", "Đơn vị"],
  ["tblDanToc", "Dân tộc"],
  ["tblDinhMuc", "Nội dung hỗ trợ"],
];

/** On the list's own header where it has one, else on the first column that refers to it. */
function reportWhereNeeded(list: string, context: CheckContext, report: Report<{ list: string }>): void {
  for (const table of context.tables) {
    const column = table.columns.find(
      ({ list: source, header }) =>
        ((source?.kind === "column" && source.table === list) ||
          (source?.kind === "contents" && list === "tblNoiDung")) &&
        refers(table, header),
    );
    if (!column) continue;
    const own = context.table(list);
    if (own) report({ table: list, row: null, header: own.view.spec.columns[0]!.header, params: { list } });
    else report({ table: table.name, row: null, header: column.header, params: { list } });
    return;
  }
}

/** Whether a column holds anything but the content that every project has. */
function refers(table: CheckedTable, header: string): boolean {
  const texts = table.texts(header);
  const undetailed = textKey(UNDETAILED_CONTENT);
  return table.rows.some((row) => texts.codes[row]! >= 0 && texts.keyAt(row) !== undetailed);
}
