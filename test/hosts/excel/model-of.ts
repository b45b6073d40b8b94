/** The workbook of the Excel of the tests as comparable data: its own state, not what our code reads of it. */
import type { Sheet } from "../../office-host";
import { currentHost } from "./open";

type Plain = Readonly<Record<string, unknown>>;

/** Everything that stands in the workbook but for ids, which are new where something was made again. */
export function modelOf(): Plain {
  const { workbook } = currentHost();
  workbook.settle();
  return {
    sheets: workbook.sheets.map(sheetOf),
    tables: [...workbook.tables]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, sheet, area, columns, showTotals, style, showBandedRows, showFilterButton }) => ({
        name,
        sheet: sheet.name,
        area,
        columns: columns.map((column) => column.name),
        showTotals,
        style,
        showBandedRows,
        showFilterButton,
      })),
    names: workbook.names.map(({ name, formula, sheet }) => ({ name, formula, sheet: sheet?.name ?? null })),
  };
}

function sheetOf(sheet: Sheet): Plain {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    cells: cellsOf(sheet),
    columnWidths: [...sheet.columnWidths].sort(byIndex),
    rowHeights: [...sheet.rowHeights].sort(byIndex),
    hidden: [[...sheet.hiddenColumns], [...sheet.hiddenRows]],
    merges: [...sheet.merges].sort((a, b) => a.row - b.row || a.column - b.column),
    validations: sheet.validations
      .flatMap(({ areas, ...rule }) => areas.map((area) => JSON.stringify({ area, rule })))
      .sort(),
    conditionalFormats: sheet.conditionalFormats.map(({ areas, rule, look, stopIfTrue }) => ({
      areas,
      rule,
      look,
      stopIfTrue,
    })),
    frozen: sheet.frozen,
    page: sheet.page,
    breaks: sheet.horizontalPageBreaks,
    // A reading that holds still: Excel changes charts where they stand.
    charts: structuredClone(sheet.charts).map(({ id: _id, ...chart }) => chart),
  };
}

function byIndex(a: readonly [number, unknown], b: readonly [number, unknown]): number {
  return a[0] - b[0];
}

/** Cells that differ from one that nobody has touched. */
function cellsOf(sheet: Sheet): Plain {
  const plain = sheet.grid.formatAt(1_048_575, 16_383);
  const cells: Record<string, unknown> = {};
  for (const [row, column, cell] of sheet.grid.cellsIn(sheet.whole)) {
    const format = Object.fromEntries(
      Object.entries(cell.format).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(plain[key as keyof typeof plain]),
      ),
    );
    const said = {
      ...(cell.formula === null
        ? cell.value === ""
          ? {}
          : { value: cell.value }
        : { formula: cell.formula }),
      ...(Object.keys(format).length > 0 ? { format } : {}),
      ...(cell.hyperlink ? { link: cell.hyperlink } : {}),
    };
    if (Object.keys(said).length > 0) cells[`R${row}C${column}`] = said;
  }
  return cells;
}
