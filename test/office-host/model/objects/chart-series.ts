/** The series of a chart and their points. */
import { HostObject } from "../../protocol";
import { formatArea, quoteSheet } from "../book/area";
import type { Book } from "../book/book";
import { plainSeries, type ChartState, type SeriesState } from "../book/chart";
import type { Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { passThrough, type Stateful } from "../pass-through";
import { found, refuse } from "../refusals";
import { ChartFillObject, ChartLineFormatObject } from "./chart-looks";
import { ChartDataLabelsObject } from "./chart-parts";
import type { RangeObject } from "./range";

const formatMembers = membersOf<Excel.ChartSeriesFormat>()("ChartSeriesFormat", {
  objects: ["fill", "line"],
});

export class ChartSeriesFormatObject
  extends HostObject
  implements Hosted<Excel.ChartSeriesFormat, typeof formatMembers>
{
  readonly members = formatMembers;
  constructor(private readonly state: SeriesState) {
    super();
  }
  get fill(): ChartFillObject {
    return new ChartFillObject(this.state);
  }
  get line(): ChartLineFormatObject {
    return new ChartLineFormatObject(this.state);
  }
}

const pointFormatMembers = membersOf<Excel.ChartPointFormat>()("ChartPointFormat", { objects: ["fill"] });

export class ChartPointFormatObject
  extends HostObject
  implements Hosted<Excel.ChartPointFormat, typeof pointFormatMembers>
{
  readonly members = pointFormatMembers;
  constructor(private readonly point: { fillColor: string | null }) {
    super();
  }
  get fill(): ChartFillObject {
    return new ChartFillObject(this.point);
  }
}

const pointMembers = membersOf<Excel.ChartPoint>()("ChartPoint", { scalars: ["value"], objects: ["format"] });

export class ChartPointObject extends HostObject implements Hosted<Excel.ChartPoint, typeof pointMembers> {
  readonly members = pointMembers;
  constructor(
    private readonly series: ChartSeriesObject,
    private readonly index: number,
  ) {
    super();
  }
  get value(): unknown {
    return this.series.valuesOf(this.series.state.values)[this.index] ?? "";
  }
  get format(): ChartPointFormatObject {
    const { points } = this.series.state;
    const point = points.get(this.index) ?? { fillColor: null };
    points.set(this.index, point);
    return new ChartPointFormatObject(point);
  }
}

const pointsMembers = membersOf<Excel.ChartPointsCollection>()("ChartPointsCollection", {
  scalars: ["count"],
  methods: ["getCount", "getItemAt"],
});

export class ChartPointsCollectionObject
  extends HostObject
  implements Hosted<Excel.ChartPointsCollection, typeof pointsMembers>
{
  readonly members = pointsMembers;
  constructor(private readonly series: ChartSeriesObject) {
    super();
  }
  get count(): number {
    return this.series.valuesOf(this.series.state.values).length;
  }
  getCount(): number {
    return this.count;
  }
  getItemAt(index: number): ChartPointObject {
    return index >= 0 && index < this.count
      ? new ChartPointObject(this.series, index)
      : refuse("InvalidArgument");
  }
  collectionItems(): ChartPointObject[] {
    return Array.from({ length: this.count }, (_, index) => new ChartPointObject(this.series, index));
  }
}

const seriesMembers = membersOf<Excel.ChartSeries>()("ChartSeries", {
  scalars: [
    "name",
    "chartType",
    "axisGroup",
    "gapWidth",
    "overlap",
    "plotOrder",
    "hasDataLabels",
    "smooth",
    "markerStyle",
    "markerSize",
  ],
  objects: ["dataLabels", "format", "points"],
  methods: ["delete", "setValues", "setXAxisValues", "getDimensionValues", "getDimensionDataSourceString"],
});

export class ChartSeriesObject
  extends HostObject
  implements Stateful<SeriesState>, Hosted<Excel.ChartSeries, typeof seriesMembers>
{
  readonly members = seriesMembers;
  declare name: string;
  declare chartType: Excel.ChartType;
  declare axisGroup: Excel.ChartAxisGroup;
  declare gapWidth: number;
  declare overlap: number;
  declare plotOrder: number;
  declare hasDataLabels: boolean;
  declare smooth: boolean;
  declare markerStyle: Excel.ChartMarkerStyle;
  declare markerSize: number;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly chart: ChartState,
    readonly state: SeriesState,
  ) {
    super();
  }
  get dataLabels(): ChartDataLabelsObject {
    return new ChartDataLabelsObject(this.state.dataLabels);
  }
  get format(): ChartSeriesFormatObject {
    return new ChartSeriesFormatObject(this.state);
  }
  get points(): ChartPointsCollectionObject {
    return new ChartPointsCollectionObject(this);
  }
  setValues(sourceData: RangeObject): void {
    this.state.values = sourceOf(sourceData);
  }
  setXAxisValues(sourceData: RangeObject): void {
    this.state.categories = sourceOf(sourceData);
  }
  getDimensionValues(dimension: string): string[] {
    const source =
      dimension === "Values"
        ? this.state.values
        : dimension === "Categories"
          ? this.state.categories
          : refuse("InvalidArgument");
    return this.valuesOf(source) as string[];
  }
  getDimensionDataSourceString(dimension: string): string {
    const source =
      dimension === "Values" ? this.state.values : dimension === "Categories" ? this.state.categories : null;
    return source ?? refuse("InvalidArgument");
  }
  /** What stands in the cells a series points to. */
  valuesOf(source: string | null): unknown[] {
    const place = source === null ? null : this.book.locate(source, this.sheet);
    if (!place) return [];
    this.book.settle();
    const { area, sheet } = place;
    return Array.from({ length: area.rows * area.columns }, (_, index) =>
      this.book.valueOf(
        sheet,
        area.row + Math.floor(index / area.columns),
        area.column + (index % area.columns),
      ),
    );
  }
  delete(): void {
    this.chart.series = this.chart.series.filter((one) => one !== this.state);
  }
}
passThrough<SeriesState>(ChartSeriesObject, seriesMembers.scalars);

export function sourceOf(range: RangeObject): string {
  return `${quoteSheet(range.sheet.name)}!${formatArea(range.cells, true)}`;
}

const collectionMembers = membersOf<Excel.ChartSeriesCollection>()("ChartSeriesCollection", {
  scalars: ["count"],
  methods: ["add", "getCount", "getItemAt"],
});

export class ChartSeriesCollectionObject
  extends HostObject
  implements Hosted<Excel.ChartSeriesCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly chart: ChartState,
  ) {
    super();
  }
  private series(state: SeriesState): ChartSeriesObject {
    return new ChartSeriesObject(this.book, this.sheet, this.chart, state);
  }
  get count(): number {
    return this.chart.series.length;
  }
  getCount(): number {
    return this.count;
  }
  add(name?: string, index?: number): ChartSeriesObject {
    const state = plainSeries(name ?? `Series${this.count + 1}`, this.chart.chartType, this.count + 1);
    this.chart.series.splice(index ?? this.count, 0, state);
    return this.series(state);
  }
  getItemAt(index: number): ChartSeriesObject {
    return this.series(found(this.chart.series[index]));
  }
  collectionItems(): ChartSeriesObject[] {
    return this.chart.series.map((state) => this.series(state));
  }
}
