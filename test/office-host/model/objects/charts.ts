/** `Excel.Chart` and the charts of a sheet. */
import { HostObject } from "../../protocol";
import { formatArea, quoteSheet, type Area } from "../book/area";
import type { Book } from "../book/book";
import { typeOfValue } from "../book/typed-value";
import {
  plainAxis,
  plainFont,
  plainLabels,
  plainSeries,
  plainTitle,
  type ChartState,
  type SeriesState,
} from "../book/chart";
import type { Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { passThrough, type Stateful } from "../pass-through";
import { found, refuse } from "../refusals";
import { ChartAxesObject } from "./chart-axes";
import { ChartFillObject, ChartFontObject } from "./chart-looks";
import { ChartDataLabelsObject, ChartLegendObject, ChartTitleObject } from "./chart-parts";
import { ChartSeriesCollectionObject } from "./chart-series";
import type { RangeObject } from "./range";
import { WorksheetObject } from "./worksheet";

const areaFormatMembers = membersOf<Excel.ChartAreaFormat>()("ChartAreaFormat", {
  objects: ["fill", "font"],
});

export class ChartAreaFormatObject
  extends HostObject
  implements Hosted<Excel.ChartAreaFormat, typeof areaFormatMembers>
{
  readonly members = areaFormatMembers;
  constructor(private readonly chart: ChartState) {
    super();
  }
  get fill(): ChartFillObject {
    return new ChartFillObject(this.chart);
  }
  get font(): ChartFontObject {
    return new ChartFontObject(this.chart.font);
  }
}

const chartMembers = membersOf<Excel.Chart>()("Chart", {
  id: "id",
  scalars: [
    "id",
    "name",
    "chartType",
    "top",
    "left",
    "width",
    "height",
    "plotVisibleOnly",
    "displayBlanksAs",
    "plotBy",
    "style",
  ],
  objects: ["title", "legend", "axes", "dataLabels", "series", "format", "worksheet"],
  methods: ["activate", "delete", "setData", "setPosition"],
});

export class ChartObject
  extends HostObject
  implements Stateful<ChartState>, Hosted<Excel.Chart, typeof chartMembers>
{
  readonly members = chartMembers;
  declare name: string;
  declare top: number;
  declare left: number;
  declare width: number;
  declare height: number;
  declare plotVisibleOnly: boolean;
  declare displayBlanksAs: Excel.ChartDisplayBlanksAs;
  declare plotBy: Excel.ChartPlotBy;
  declare style: number;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    readonly state: ChartState,
  ) {
    super();
  }
  get id(): string {
    return this.state.id;
  }
  get chartType() {
    return this.state.chartType as Excel.ChartType;
  }
  set chartType(value) {
    this.state.chartType = value;
    for (const series of this.state.series) series.chartType = value;
  }
  get title(): ChartTitleObject {
    return new ChartTitleObject(this.state.title);
  }
  get legend(): ChartLegendObject {
    return new ChartLegendObject(this.state.legend);
  }
  get axes(): ChartAxesObject {
    return new ChartAxesObject(this.state);
  }
  get dataLabels(): ChartDataLabelsObject {
    return new ChartDataLabelsObject(this.state.dataLabels);
  }
  get series(): ChartSeriesCollectionObject {
    return new ChartSeriesCollectionObject(this.book, this.sheet, this.state);
  }
  get format(): ChartAreaFormatObject {
    return new ChartAreaFormatObject(this.state);
  }
  get worksheet(): WorksheetObject {
    return new WorksheetObject(this.book, this.sheet);
  }
  activate(): void {
    this.book.activate(this.sheet);
  }
  delete(): void {
    this.sheet.charts = this.sheet.charts.filter((one) => one !== this.state);
  }
  setData(sourceData: RangeObject, seriesBy = "Auto"): void {
    this.state.series = readSeries(this.book, sourceData, seriesBy, this.state.chartType);
  }
  /** The cells the chart covers. */
  setPosition(startCell: RangeObject | string, endCell?: RangeObject | string): void {
    const areaOf = (cell: RangeObject | string) =>
      typeof cell === "string" ? found(this.book.locate(cell, this.sheet)).area : cell.cells;
    const start = areaOf(startCell);
    this.state.left = widthOf(this.sheet, 0, start.column);
    this.state.top = heightOf(this.sheet, 0, start.row);
    if (endCell === undefined) return;
    const end = areaOf(endCell);
    this.state.width = widthOf(this.sheet, start.column, end.column + end.columns);
    this.state.height = heightOf(this.sheet, start.row, end.row + end.rows);
  }
}
passThrough<ChartState>(ChartObject, [
  "name",
  "top",
  "left",
  "width",
  "height",
  "plotVisibleOnly",
  "displayBlanksAs",
  "plotBy",
  "style",
]);

function widthOf(sheet: Sheet, from: number, to: number): number {
  let width = 0;
  for (let column = from; column < to; column += 1) width += sheet.columnWidth(column);
  return width;
}

function heightOf(sheet: Sheet, from: number, to: number): number {
  let height = 0;
  for (let row = from; row < to; row += 1) height += sheet.rowHeight(row);
  return height;
}

/** Series from a block of cells the way Excel guesses them: texts in the first row are names, in the first column categories. */
function readSeries(book: Book, source: RangeObject, seriesBy: string, chartType: string): SeriesState[] {
  const { cells, sheet } = source;
  book.settle();
  const isText = (row: number, column: number) => {
    const kind = typeOfValue(book.valueOf(sheet, cells.row + row, cells.column + column));
    return kind === "String" || kind === "Empty";
  };
  const last = { row: cells.rows - 1, column: cells.columns - 1 };
  const head = cells.rows > 1 && isText(0, last.column) ? 1 : 0;
  const side = cells.columns > 1 && isText(last.row, 0) ? 1 : 0;
  const byColumns =
    seriesBy === "Columns" || (seriesBy === "Auto" && cells.rows - head >= cells.columns - side);
  const text = (part: Area) => `${quoteSheet(sheet.name)}!${formatArea(part, true)}`;
  const count = byColumns ? cells.columns - side : cells.rows - head;
  return Array.from({ length: count }, (_, index) => {
    const row = byColumns ? cells.row + head : cells.row + head + index;
    const column = byColumns ? cells.column + side + index : cells.column + side;
    const named = byColumns ? head : side;
    const name = named
      ? book.text(sheet, byColumns ? cells.row : row, byColumns ? column : cells.column)
      : `Series${index + 1}`;
    const series = plainSeries(name, chartType, index + 1);
    series.values = text(
      byColumns
        ? { row, column, rows: cells.rows - head, columns: 1 }
        : { row, column, rows: 1, columns: cells.columns - side },
    );
    const categories = byColumns
      ? side && { ...cells, row, rows: cells.rows - head, columns: 1 }
      : head && { ...cells, column, rows: 1, columns: cells.columns - side };
    if (categories) series.categories = text(categories);
    return series;
  });
}

const collectionMembers = membersOf<Excel.ChartCollection>()("ChartCollection", {
  scalars: ["count"],
  methods: ["add", "getCount", "getItem", "getItemAt", "getItemOrNullObject"],
});

export class ChartCollectionObject
  extends HostObject
  implements Hosted<Excel.ChartCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  private chart(state: ChartState): ChartObject {
    return new ChartObject(this.book, this.sheet, state);
  }
  get count(): number {
    return this.sheet.charts.length;
  }
  getCount(): number {
    return this.count;
  }
  add(type: string, sourceData: RangeObject, seriesBy = "Auto"): ChartObject {
    if (this.sheet.protection) refuse("AccessDenied");
    if (!sourceData) refuse("InvalidArgument");
    const serial = this.book.nextSerial();
    let number = this.sheet.charts.length + 1;
    while (this.sheet.charts.some((one) => one.name === `Chart ${number}`)) number += 1;
    const series = readSeries(this.book, sourceData, seriesBy, type);
    const title = series.length === 1 && series[0] ? series[0].name : "Chart Title";
    const state: ChartState = {
      id: `{${String(serial).padStart(8, "0")}-00C0-0000-0000-000000000000}`,
      name: `Chart ${number}`,
      chartType: type,
      top: 0,
      left: 0,
      width: 360,
      height: 216,
      plotVisibleOnly: true,
      displayBlanksAs: "NotPlotted",
      plotBy: "Columns",
      style: 201,
      title: plainTitle(title, 14),
      legend: {
        visible: series.length > 1 || /pie|doughnut/i.test(type),
        position: "Bottom",
        overlay: false,
        font: plainFont(),
      },
      axes: { category: plainAxis(false), value: plainAxis(true) },
      dataLabels: plainLabels(),
      series,
      fillColor: "#FFFFFF",
      font: plainFont(10),
    };
    this.sheet.charts.push(state);
    return this.chart(state);
  }
  getItem(name: string): ChartObject {
    return found(this.getItemOrNullObject(name));
  }
  getItemAt(index: number): ChartObject {
    return this.chart(found(this.sheet.charts[index]));
  }
  getItemOrNullObject(name: string): ChartObject | null {
    const state = this.sheet.charts.find(
      (one) => one.id === name || one.name.toLowerCase() === name.toLowerCase(),
    );
    return state ? this.chart(state) : null;
  }
  collectionItems(): ChartObject[] {
    return this.sheet.charts.map((state) => this.chart(state));
  }
}
