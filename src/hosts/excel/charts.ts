/**
 * Charts over ranges. What the interface cannot tell about a chart (its alternative text; below ExcelApi 1.15 the ranges of
 * its series) is kept beside the sheet, so that a report that is rewritten can be put back with its chart.
 * Charts that people have made are left alone.
 */
import { parseArea, type Area, type ChartDesign, type ChartSeries } from "../../book";
import { rangeOf } from "./areas";
import { excelColour } from "./looks";
import type { Piece } from "./pieces";
import { supports } from "./support";

const kinds: Readonly<Record<ChartDesign["kind"], string>> = {
  column: "ColumnClustered",
  stackedColumn: "ColumnStacked",
  bar: "BarClustered",
  stackedBar: "BarStacked",
  pie: "Pie",
  line: "Line",
};

/** The sheet's own property that holds the designs of our charts. */
const PROPERTY = "so_mtqg_bieu_do";

export function writeCharts(
  workbook: Excel.Workbook,
  sheet: Excel.Worksheet,
  charts: readonly ChartDesign[],
): void {
  if (charts.length === 0) return;
  // First, so that a chart that stands is known as ours even if the next action fails.
  sheet.customProperties.add(PROPERTY, JSON.stringify(charts));
  for (const chart of charts) writeChart(workbook, sheet, chart);
}

/** Takes our charts off a sheet. */
export function deleteCharts(sheet: Excel.Worksheet, names: readonly string[]): void {
  for (const name of names) sheet.charts.getItemOrNullObject(name).delete();
  sheet.customProperties.getItemOrNullObject(PROPERTY).delete();
}

/** Our charts as they stand after rows were repeated, or on a copied sheet: their places, and what their series show. */
export function moveCharts(
  workbook: Excel.Workbook,
  sheet: Excel.Worksheet,
  before: readonly ChartDesign[],
  after: readonly ChartDesign[],
): void {
  if (before.length === 0) return;
  const gone = before.filter((one) => !after.some(({ name }) => name === one.name));
  for (const { name } of gone) sheet.charts.getItemOrNullObject(name).delete();
  sheet.customProperties.add(PROPERTY, JSON.stringify(after));
  for (const design of after) {
    const chart = sheet.charts.getItem(design.name);
    place(chart, sheet, design.area);
    for (const [index, { values, categories }] of design.series.entries()) {
      const series = chart.series.getItemAt(index);
      // A series of several areas, or of none that is left, stays as Excel has it.
      if (oneArea.test(values)) series.setValues(sourceRange(workbook, values));
      if (oneArea.test(categories)) series.setXAxisValues(sourceRange(workbook, categories));
    }
  }
}

function place(chart: Excel.Chart, sheet: Excel.Worksheet, { row, column, rows, columns }: Area): void {
  chart.setPosition(sheet.getCell(row, column), sheet.getCell(row + rows - 1, column + columns - 1));
}

const oneArea = /^(?:'((?:[^']|'')+)'|([^'!(]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/i;

/** The range of a series; the interface takes one area only. */
function sourceRange(workbook: Excel.Workbook, reference: string): Excel.Range {
  const match = oneArea.exec(reference);
  const area = match && parseArea(match[3]!);
  if (!match || !area) throw new RangeError(`not one area of a sheet: ${reference}`);
  const name = match[1]?.replace(/''/g, "'") ?? match[2]!;
  return rangeOf(workbook.worksheets.getItem(name), area);
}

function writeChart(workbook: Excel.Workbook, sheet: Excel.Worksheet, design: ChartDesign): void {
  const [first, ...others] = design.series;
  if (!first) throw new RangeError(`the chart ${design.name} has no series`);
  const type = kinds[design.kind] as Excel.ChartType;
  const chart = sheet.charts.add(type, sourceRange(workbook, first.values), "Columns" as Excel.ChartSeriesBy);
  chart.name = design.name;
  writeSeries(workbook, chart.series.getItemAt(0), first, design);
  for (const series of others) writeSeries(workbook, chart.series.add(series.name), series, design);
  chart.title.text = design.title;
  place(chart, sheet, design.area);
  chart.legend.position = "Bottom" as Excel.ChartLegendPosition;
  if (design.kind === "pie") return;
  const { valueAxis } = chart.axes;
  if (design.valueAxisTitle !== undefined) valueAxis.title.text = design.valueAxisTitle;
  if (design.valueFormat !== undefined) valueAxis.numberFormat = design.valueFormat;
}

function writeSeries(
  workbook: Excel.Workbook,
  target: Excel.ChartSeries,
  series: ChartSeries,
  design: ChartDesign,
): void {
  target.name = series.name;
  target.setValues(sourceRange(workbook, series.values));
  target.setXAxisValues(sourceRange(workbook, series.categories));
  if (series.colour !== undefined) {
    target.format.fill.setSolidColor(excelColour(series.colour));
    if (design.kind === "line") target.format.line.color = excelColour(series.colour);
  }
  if (design.showValues) target.hasDataLabels = true;
}

/** Our charts on one sheet. */
export class ChartReading {
  private kept: readonly ChartDesign[] = [];
  private readonly live = new Map<string, ChartDesign>();

  constructor(private readonly sheetId: string) {}

  ask(sheet: Excel.Worksheet): () => void {
    const property = sheet.customProperties.getItemOrNullObject(PROPERTY).load("value");
    const charts = sheet.charts.load("items/name");
    return () => {
      if (property.isNullObject) return;
      const standing = new Set(charts.items.map((chart) => chart.name));
      this.kept = (JSON.parse(property.value) as ChartDesign[]).filter((one) => standing.has(one.name));
    };
  }

  /** What people may have changed since: the title, and rows or columns inserted before the ranges. */
  pieces(): Piece[] {
    return this.kept.map((design) => ({
      bytes: 2_000,
      ask: (workbook) =>
        this.askOne(workbook.worksheets.getItem(this.sheetId).charts.getItem(design.name), design),
    }));
  }

  private askOne(chart: Excel.Chart, design: ChartDesign): () => void {
    const title = chart.title.load("text");
    const ranges = supports("1.15")
      ? design.series.map((_one, index) => ({
          values: chart.series.getItemAt(index).getDimensionDataSourceString("Values"),
          categories: chart.series.getItemAt(index).getDimensionDataSourceString("Categories"),
        }))
      : [];
    return () => {
      const series = design.series.map((one, index) => ({ ...one, ...sources(ranges[index]) }));
      this.live.set(design.name, { ...design, title: title.text, series });
    };
  }

  get charts(): ChartDesign[] {
    return this.kept.map((one) => this.live.get(one.name) ?? one);
  }
}

type Sources = { readonly [K in "values" | "categories"]: OfficeExtension.ClientResult<string> };

function sources(found: Sources | undefined): Partial<Pick<ChartSeries, "values" | "categories">> {
  if (!found) return {};
  const values = found.values.value.replace(/^=/, "");
  const categories = found.categories.value.replace(/^=/, "");
  return { ...(values ? { values } : {}), ...(categories ? { categories } : {}) };
}
