/** A page of its own under a biểu: figures that stand in its rows already, brought together, and charts of them. */
import {
  areaAddress,
  cellAddress,
  inputValue,
  type Area,
  type CellInput,
  type ChartDesign,
  type DesignCell,
} from "../book";
import type { MoneyUnit } from "../domain";
import type { Annex } from "./appendix";
import { bodyFormat } from "./style";

/** Rows that the charts of one page share. */
const CHARTS_ROWS = 34;
const SINGLE_CHART_ROWS = 22;

export interface ChartPage {
  readonly sheet: string;
  /** Rows (indexes) whose figures are shown, and their one-line labels by column key. */
  readonly shown: readonly { readonly row: number; readonly labels: Readonly<Record<string, string>> }[];
  /** Columns (keys) whose figures are shown. */
  readonly figures: readonly string[];
  readonly unit: MoneyUnit;
  /** One under the other; `range` gives the shown figures of a column (key). */
  readonly charts: readonly ((range: (key: string) => string) => Omit<ChartDesign, "area">)[];
}

/** Null where there is nothing to show. */
export function chartPage(page: ChartPage): Annex | undefined {
  if (page.shown.length === 0 || page.charts.length === 0) return undefined;
  return (first, body, inputAt, columns) => {
    const cells: DesignCell[] = page.shown.flatMap(({ row, labels }, index) =>
      columns.map((column, c) => {
        const content: CellInput = page.figures.includes(column.key)
          ? { formula: cellAddress(body + row, c), value: inputValue(inputAt(row, c)) }
          : (labels[column.key] ?? null);
        const format = bodyFormat(column, "part", page.unit);
        return { row: first + index, column: c, content, format: { ...format, wrap: false } };
      }),
    );
    const range = (key: string) => {
      const column = columns.findIndex((one) => one.key === key);
      return sheetRange(page.sheet, { row: first, column, rows: page.shown.length, columns: 1 });
    };
    const chartsRow = first + page.shown.length + 1;
    const charts = page.charts.map((chart, index): ChartDesign => {
      const rows =
        page.charts.length === 1 ? SINGLE_CHART_ROWS : Math.floor(CHARTS_ROWS / page.charts.length);
      const area = { row: chartsRow + index * (rows + 1), column: 0, rows, columns: columns.length };
      return { ...chart(range), area };
    });
    const last = charts.at(-1)!.area;
    return { cells, charts, rows: last.row + last.rows + 1 - first };
  };
}

/** One line of a column so wide. */
export function shortened(title: string, room: number): string {
  return title.length <= room ? title : `${title.slice(0, title.lastIndexOf(" ", room))}…`;
}

/** `'BC01 Phân bổ vốn'!$D$8:$D$13`. */
function sheetRange(sheet: string, area: Area): string {
  const absolute = areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `'${sheet.replace(/'/g, "''")}'!${absolute}`;
}
