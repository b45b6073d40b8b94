/** The cells of a new sheet. */
import type { Area, CellFormat, DesignCell, SheetDesign } from "../../book";
import { cellXml } from "./cells";
import { union } from "./sqref";

/** `sheetData` of a design; `formatOf` gives a format's place among the workbook's. */
export function sheetDataXml(
  design: SheetDesign,
  formatOf: (format: CellFormat | undefined) => number,
): string {
  const heights = design.rowHeights ?? new Map<number, number>();
  const rows = cellsByRow(design);
  for (const row of heights.keys()) if (!rows.has(row)) rows.set(row, new Map());
  const pieces = [...rows]
    .sort((a, b) => a[0] - b[0])
    .map(([row, cells]) => {
      const inner = [...cells.values()]
        .sort((a, b) => a.column - b.column)
        .map((cell) => cellXml(row, cell.column, cell.content ?? null, formatOf(cell.format)))
        .join("");
      const height = heights.get(row);
      const attributes = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
      if (inner === "" && attributes === "") return "";
      return inner === ""
        ? `<row r="${row + 1}"${attributes}/>`
        : `<row r="${row + 1}"${attributes}>${inner}</row>`;
    });
  return `<sheetData>${pieces.join("")}</sheetData>`;
}

/** One cell for each place: what a design says twice of it adds up. Header cells of tables hold their header's text. */
function cellsByRow(design: SheetDesign): Map<number, Map<number, DesignCell>> {
  const rows = new Map<number, Map<number, DesignCell>>();
  const put = (cell: DesignCell): void => {
    let cells = rows.get(cell.row);
    if (!cells) rows.set(cell.row, (cells = new Map()));
    cells.set(cell.column, { ...cells.get(cell.column), ...cell });
  };
  design.cells.forEach(put);
  for (const { area, columns } of design.tables ?? []) {
    columns.forEach(({ header }, i) => put({ row: area.row, column: area.column + i, content: header }));
  }
  return rows;
}

/** The smallest area from a design's first to its last cell; null for an empty sheet. */
export function usedArea(design: SheetDesign): Area | null {
  let used: Area | null = null;
  for (const { row, column } of design.cells) used = union(used, { row, column, rows: 1, columns: 1 });
  for (const { area } of design.tables ?? []) used = union(used, area);
  return used;
}
