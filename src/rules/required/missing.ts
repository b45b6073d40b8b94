/** A required cell is empty, or says only that there is nothing yet, in a row that has other values. */
import type { CellValue } from "../../book";
import { isPlaceholder } from "../../domain";
import { isEmptyCell } from "../../layout";
import { isTextColumn, type CheckedTable } from "../checkedTable";
import type { Rule } from "../rule";

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
        candidates: () => candidates(table),
        look: (row, report) => {
          for (let index = 0; index < columns.length; index += 1) {
            const { header, cells, isFreeText, isPending } = columns[index]!;
            const cell = cells[row] as CellValue;
            if (typeof cell === "number") continue;
            const empty = isEmptyCell(cell) ? !isPending(row) : isFreeText && saysNothing(cell);
            if (empty && !table.lacks(row, header)) report({ table: table.name, row, header, params: {} });
          }
        },
      };
    }),
};

/** A list's column and the CCCD have rules of their own for words that are no value. */
function requiredColumns(table: CheckedTable) {
  return table.columns
    .filter((column) => column.required)
    .map((column) => ({
      header: column.header,
      cells: table.raw(column.header),
      isFreeText: isTextColumn(column) && column.list === undefined && column.header !== "Số CCCD",
      hasList: column.list !== undefined,
      isPending: table.pendingIn(column.header),
    }));
}

/** Column by column, because most columns show at a glance that nothing is missing; `look` has the last word. */
function candidates(table: CheckedTable): Set<number> {
  const found = new Set<number>();
  for (const { header, cells, isFreeText, hasList } of requiredColumns(table)) {
    // Values of a list are read once for all rules.
    const codes = hasList ? table.texts(header).codes : null;
    for (const row of table.rows) {
      if (codes ? codes[row]! < 0 : mayBeMissing(cells[row] as CellValue, isFreeText)) found.add(row);
    }
  }
  return found;
}

function mayBeMissing(cell: CellValue, isFreeText: boolean): boolean {
  if (typeof cell === "number") return false;
  const begin = typeof cell === "string" ? cell.charCodeAt(0) : 0;
  return (!(begin > 32 && begin < 127) && isEmptyCell(cell)) || (isFreeText && saysNothing(cell));
}

/** Longest of the placeholders, dots behind it included. */
const LONGEST_PLACEHOLDER = 18;

function saysNothing(cell: CellValue): boolean {
  if (typeof cell !== "string" || cell.length > LONGEST_PLACEHOLDER) return false;
  // A capital after the first space: a name. Asked first, because most cells are names.
  const second = cell.charAt(cell.indexOf(" ") + 1);
  return (second === second.toLowerCase() || !cell.includes(" ")) && isPlaceholder(cell);
}
