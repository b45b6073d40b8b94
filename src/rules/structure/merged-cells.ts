/** Cells merged inside the data: only the first of them holds a value, so rows lose theirs. */
import { areaAddress, type Area } from "../../book";
import type { CheckedTable } from "../checkedTable";
import type { OwnRows } from "../../layout";
import type { Report, Rule } from "../rule";

export const mergedCells: Rule<"structure/merged-cells", { area: string }> = {
  code: "structure/merged-cells",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: [] }],
  example: {
    fails: {
      rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] },
      merged: [{ table: "tblDonVi", row: 0, header: "Đơn vị" }],
    },
    passes: { rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] } },
  },
  checks: (context) =>
    context.tables
      .filter(({ view }) => view.own !== undefined || view.sheet.merges.length > 0)
      .map((table) => ({
        kind: "whole",
        look: (report) => {
          if (table.view.own) {
            reportOwnSheets(table, table.view.own, report);
            return;
          }
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

/** On sheets of the staff's own: a merge that covers cells of lines of data, told at the first of them. */
function reportOwnSheets(table: CheckedTable, own: OwnRows, report: Report<{ area: string }>): void {
  own.parts.forEach((part, index) => {
    if (part.sheet.merges.length === 0) return;
    const firstOfLine = new Map<number, number>();
    for (const row of table.rows)
      if (own.partOf(row) === part && !firstOfLine.has(own.sheetRow(row)))
        firstOfLine.set(own.sheetRow(row), row);
    for (const merge of part.sheet.merges) {
      let row: number | undefined;
      for (let line = merge.row; row === undefined && line < merge.row + merge.rows; line += 1)
        row = firstOfLine.get(line);
      const column = part.mapping.columns.find(
        (one) =>
          one.field !== null && one.column >= merge.column && one.column < merge.column + merge.columns,
      );
      if (row === undefined || !column) continue;
      const params = { area: areaAddress(merge) };
      report({ table: table.name, row, part: index, header: column.field, params });
    }
  });
}
