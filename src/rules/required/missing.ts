/** A required cell is empty, or says only that there is nothing yet, in a row that has other values. */
import { isEmptyCell, type ColumnSpec } from "../../layout";
import { CELL_READ } from "../cellState";
import type { CheckedTable } from "../checkedTable";
import { isNumberColumn, isTextColumn } from "../columnKinds";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import { saysNothing } from "../textFlaws";

export const missing: Rule<"required/missing", Record<never, never>> = {
  code: "required/missing",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblDonVi: [{ "Viết tắt": "VHXH" }] } },
    passes: { rows: { tblDonVi: [{ "Đơn vị": "Phòng Văn hóa - Xã hội" }, {}] } },
  },
  checks: (context) =>
    context.tables.map((table) => {
      const columns = requiredColumns(table);
      return {
        kind: "rows",
        table,
        candidates: () => candidates(table, columns),
        look: (row, report) => {
          for (const { header, isFreeText, isPending } of columns) {
            const cell = table.cell(row, header);
            if (typeof cell === "number") continue;
            const empty = isEmptyCell(cell)
              ? !isPending(row)
              : isFreeText && typeof cell === "string" && saysNothing(cell);
            if (empty && !table.lacks(row, header)) report({ table: table.name, row, header, params: {} });
          }
        },
      };
    }),
};

interface RequiredColumn {
  readonly header: string;
  readonly spec: ColumnSpec;
  /** A list's column and the CCCD have rules of their own for words that are no value. */
  readonly isFreeText: boolean;
  readonly isPending: (row: number) => boolean;
}

function requiredColumns(table: CheckedTable): RequiredColumn[] {
  return table.columns
    .filter((column) => column.required)
    .map((column) => ({
      header: column.header,
      spec: column,
      isFreeText: isTextColumn(column) && column.list === undefined && column.header !== "Số CCCD",
      isPending: table.pendingIn(column.header),
    }));
}

/** By what is known from reading the columns: nearly all rows have everything. `look` has the last word. */
function candidates(table: CheckedTable, columns: readonly RequiredColumn[]): Iterable<number> {
  if (table.view.own) return table.rows;
  const { blankKeys } = table;
  const found = new Set(rowsWhere(table, (row) => blankKeys[row]! > 0));
  for (const { header, spec, isFreeText } of columns) {
    if (isFreeText) for (const row of table.textFlaws(header).placeholders) found.add(row);
    if (isTextColumn(spec)) continue;
    const { states } = isNumberColumn(spec) ? table.numbers(header) : table.dates(header);
    for (const row of rowsWhere(table, (one) => states[one] !== CELL_READ)) found.add(row);
  }
  return found;
}
