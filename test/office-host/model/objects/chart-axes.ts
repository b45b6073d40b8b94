/** Axes of a chart, their titles and grid lines. */
import { HostObject } from "../../protocol";
import type { AxisState, ChartState, TitleState } from "../book/chart";
import { membersOf, type Hosted } from "../hosted";
import { passThrough } from "../pass-through";
import { refuse } from "../refusals";
import { ChartFontObject, Part } from "./chart-looks";

const axisTitleMembers = membersOf<Excel.ChartAxisTitle>()("ChartAxisTitle", {
  scalars: ["text", "visible"],
});

export class ChartAxisTitleObject
  extends Part<TitleState>
  implements Hosted<Excel.ChartAxisTitle, typeof axisTitleMembers>
{
  readonly members = axisTitleMembers;
  declare visible: boolean;
  get text(): string {
    return this.state.text;
  }
  set text(value: string) {
    Object.assign(this.state, { text: value, visible: true });
  }
}
passThrough<TitleState>(ChartAxisTitleObject, ["visible"]);

const gridlinesMembers = membersOf<Excel.ChartGridlines>()("ChartGridlines", { scalars: ["visible"] });

export class ChartGridlinesObject
  extends HostObject
  implements Hosted<Excel.ChartGridlines, typeof gridlinesMembers>
{
  readonly members = gridlinesMembers;
  constructor(
    private readonly axis: AxisState,
    private readonly kind: "majorGridlines" | "minorGridlines",
  ) {
    super();
  }
  get visible(): boolean {
    return this.axis[this.kind];
  }
  set visible(value: boolean) {
    this.axis[this.kind] = value;
  }
}

const axisFormatMembers = membersOf<Excel.ChartAxisFormat>()("ChartAxisFormat", { objects: ["font"] });

export class ChartAxisFormatObject
  extends Part<AxisState>
  implements Hosted<Excel.ChartAxisFormat, typeof axisFormatMembers>
{
  readonly members = axisFormatMembers;
  get font(): ChartFontObject {
    return new ChartFontObject(this.state.font);
  }
}

const axisMembers = membersOf<Excel.ChartAxis>()("ChartAxis", {
  scalars: [
    "visible",
    "minimum",
    "maximum",
    "majorUnit",
    "minorUnit",
    "numberFormat",
    "linkNumberFormat",
    "displayUnit",
    "reversePlotOrder",
    "tickLabelPosition",
  ],
  objects: ["title", "format", "majorGridlines", "minorGridlines"],
  methods: ["setCategoryNames"],
});

export class ChartAxisObject extends Part<AxisState> implements Hosted<Excel.ChartAxis, typeof axisMembers> {
  readonly members = axisMembers;
  declare visible: boolean;
  declare minimum: number | "";
  declare maximum: number | "";
  declare majorUnit: number | "";
  declare minorUnit: number | "";
  declare numberFormat: string;
  declare linkNumberFormat: boolean;
  declare displayUnit: Excel.ChartAxisDisplayUnit;
  declare reversePlotOrder: boolean;
  declare tickLabelPosition: Excel.ChartAxisTickLabelPosition;
  constructor(
    state: AxisState,
    private readonly chart: ChartState,
  ) {
    super(state);
  }
  get title(): ChartAxisTitleObject {
    return new ChartAxisTitleObject(this.state.title);
  }
  get format(): ChartAxisFormatObject {
    return new ChartAxisFormatObject(this.state);
  }
  get majorGridlines(): ChartGridlinesObject {
    return new ChartGridlinesObject(this.state, "majorGridlines");
  }
  get minorGridlines(): ChartGridlinesObject {
    return new ChartGridlinesObject(this.state, "minorGridlines");
  }
  setCategoryNames(sourceData: { readonly address: string } & object): void {
    for (const series of this.chart.series) series.categories = sourceData.address;
  }
}
passThrough<AxisState>(ChartAxisObject, [
  "visible",
  "minimum",
  "maximum",
  "majorUnit",
  "minorUnit",
  "numberFormat",
  "linkNumberFormat",
  "displayUnit",
  "reversePlotOrder",
  "tickLabelPosition",
]);

const axesMembers = membersOf<Excel.ChartAxes>()("ChartAxes", {
  objects: ["categoryAxis", "valueAxis"],
  methods: ["getItem"],
});

export class ChartAxesObject extends Part<ChartState> implements Hosted<Excel.ChartAxes, typeof axesMembers> {
  readonly members = axesMembers;
  get categoryAxis(): ChartAxisObject {
    return this.getItem("Category");
  }
  get valueAxis(): ChartAxisObject {
    return this.getItem("Value");
  }
  /** A pie has no axes. */
  getItem(type: string): ChartAxisObject {
    if (/pie|doughnut/i.test(this.state.chartType)) refuse("InvalidOperation");
    if (type === "Category") return new ChartAxisObject(this.state.axes.category, this.state);
    return type === "Value"
      ? new ChartAxisObject(this.state.axes.value, this.state)
      : refuse("InvalidArgument");
  }
}
