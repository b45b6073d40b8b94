/** Charts as state. */

export interface SeriesState {
  name: string;
  /** Formulas without `=`, or null while nothing is set. */
  values: string | null;
  categories: string | null;
  chartType: string;
  axisGroup: string;
  gapWidth: number;
  overlap: number;
  plotOrder: number;
  hasDataLabels: boolean;
  smooth: boolean;
  markerStyle: string;
  markerSize: number;
  fillColor: string | null;
  lineColor: string | null;
  lineWeight: number;
  dataLabels: LabelsState;
  /** Fill colours of single points, by index. */
  points: Map<number, { fillColor: string | null }>;
}

export interface LabelsState {
  showValue: boolean;
  showSeriesName: boolean;
  showCategoryName: boolean;
  showLegendKey: boolean;
  showPercentage: boolean;
  showBubbleSize: boolean;
  position: string;
  separator: string;
  numberFormat: string;
  linkNumberFormat: boolean;
  font: FontState;
}

export interface FontState {
  name: string;
  size: number;
  bold: boolean;
  italic: boolean;
  color: string;
  underline: string;
}

export interface TitleState {
  text: string;
  visible: boolean;
  overlay: boolean;
  position: string;
  horizontalAlignment: string;
  font: FontState;
}

export interface AxisState {
  title: TitleState;
  visible: boolean;
  minimum: number | "";
  maximum: number | "";
  majorUnit: number | "";
  minorUnit: number | "";
  numberFormat: string;
  linkNumberFormat: boolean;
  displayUnit: string;
  reversePlotOrder: boolean;
  tickLabelPosition: string;
  majorGridlines: boolean;
  minorGridlines: boolean;
  font: FontState;
}

export interface ChartState {
  readonly id: string;
  name: string;
  chartType: string;
  /** Points. */
  top: number;
  left: number;
  width: number;
  height: number;
  plotVisibleOnly: boolean;
  displayBlanksAs: string;
  plotBy: string;
  style: number;
  title: TitleState;
  legend: { visible: boolean; position: string; overlay: boolean; font: FontState };
  axes: { category: AxisState; value: AxisState };
  dataLabels: LabelsState;
  series: SeriesState[];
  fillColor: string | null;
  font: FontState;
}

export function plainFont(size = 9): FontState {
  return { name: "Calibri", size, bold: false, italic: false, color: "#595959", underline: "None" };
}

export function plainLabels(): LabelsState {
  return {
    showValue: true,
    showSeriesName: false,
    showCategoryName: false,
    showLegendKey: false,
    showPercentage: false,
    showBubbleSize: false,
    position: "OutsideEnd",
    separator: ",",
    numberFormat: "General",
    linkNumberFormat: true,
    font: plainFont(),
  };
}

export function plainTitle(text: string, size: number): TitleState {
  return {
    text,
    visible: true,
    overlay: false,
    position: "Top",
    horizontalAlignment: "Center",
    font: plainFont(size),
  };
}

export function plainAxis(gridlines: boolean): AxisState {
  return {
    title: { ...plainTitle("Axis Title", 10), visible: false },
    visible: true,
    minimum: "",
    maximum: "",
    majorUnit: "",
    minorUnit: "",
    numberFormat: "General",
    linkNumberFormat: true,
    displayUnit: "None",
    reversePlotOrder: false,
    tickLabelPosition: "NextToAxis",
    majorGridlines: gridlines,
    minorGridlines: false,
    font: plainFont(),
  };
}

export function plainSeries(name: string, chartType: string, plotOrder: number): SeriesState {
  return {
    name,
    values: null,
    categories: null,
    chartType,
    axisGroup: "Primary",
    gapWidth: 219,
    overlap: -27,
    plotOrder,
    hasDataLabels: false,
    smooth: false,
    markerStyle: "Automatic",
    markerSize: 5,
    fillColor: null,
    lineColor: null,
    lineWeight: 2.25,
    dataLabels: plainLabels(),
    points: new Map(),
  };
}
