/** Cells merged inside the data: only the first of them holds a value, so rows lose theirs. */
import { areaAddress, type Area } from "../../book";
import type { CheckedTable } from "../checkedTable";
import type { Rule } from "../rule";

export const mergedCells: Rule<"structure/merged-cells", { area: string }> = {
  code: "structure/merged-cells",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: {
      rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] },
      merged: [{ table: "tblDonVi", row: 0, header: "Đơn vị" }],
    },
    passes: { rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] } },
  },
  checks: (context) =>
    context.tables
      .filter((table) => table.view.sheet.merges.length > 0)
      .map((table) => ({
        kind: "whole",
        look: (report) => {
          for (const merge of table.view.sheet.merges) {
            const place = placeInData(table, merge);
            if (place) report({ table: table.name, ...place, params: { area: areaAddress(merge) } });
          }
        },
      })),
};

/** The first data cell that a merged area covers; null where it covers none. */
function placeInData({ view }: CheckedTable, merge: Area): { row: number; header: string } | null {
  const row = Math.max(merge.row - view.firstRow, 0);
  if (row >= view.rowCount || merge.row + merge.rows <= view.firstRow) return null;
  const inside = (header: string): boolean => {
    const column = view.sheetColumn(header);
    return column >= merge.column && column < merge.column + merge.columns;
  };
  const header = view.headers.map((one) => one.normalize("NFC").trim()).find(inside);
  return header === undefined ? null : { row, header };
}
