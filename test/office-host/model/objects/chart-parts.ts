/** Title, legend and labels of a chart. */
import type { ChartState, LabelsState, TitleState } from "../book/chart";
import { membersOf, type Hosted } from "../hosted";
import { passThrough } from "../pass-through";
import { ChartFontObject, Part } from "./chart-looks";

const titleFormatMembers = membersOf<Excel.ChartTitleFormat>()("ChartTitleFormat", { objects: ["font"] });

export class ChartTitleFormatObject
  extends Part<TitleState>
  implements Hosted<Excel.ChartTitleFormat, typeof titleFormatMembers>
{
  readonly members = titleFormatMembers;
  get font(): ChartFontObject {
    return new ChartFontObject(this.state.font);
  }
}

const titleMembers = membersOf<Excel.ChartTitle>()("ChartTitle", {
  scalars: ["text", "visible", "overlay", "position", "horizontalAlignment"],
  objects: ["format"],
});

export class ChartTitleObject
  extends Part<TitleState>
  implements Hosted<Excel.ChartTitle, typeof titleMembers>
{
  readonly members = titleMembers;
  declare visible: boolean;
  declare overlay: boolean;
  declare position: Excel.ChartTitlePosition;
  declare horizontalAlignment: Excel.ChartTextHorizontalAlignment;
  get text(): string {
    return this.state.text;
  }
  /** A text makes the title visible. */
  set text(value: string) {
    Object.assign(this.state, { text: value, visible: true });
  }
  get format(): ChartTitleFormatObject {
    return new ChartTitleFormatObject(this.state);
  }
}
passThrough<TitleState>(ChartTitleObject, ["visible", "overlay", "position", "horizontalAlignment"]);

const legendFormatMembers = membersOf<Excel.ChartLegendFormat>()("ChartLegendFormat", { objects: ["font"] });

export class ChartLegendFormatObject
  extends Part<ChartState["legend"]>
  implements Hosted<Excel.ChartLegendFormat, typeof legendFormatMembers>
{
  readonly members = legendFormatMembers;
  get font(): ChartFontObject {
    return new ChartFontObject(this.state.font);
  }
}

const legendMembers = membersOf<Excel.ChartLegend>()("ChartLegend", {
  scalars: ["visible", "position", "overlay"],
  objects: ["format"],
});

export class ChartLegendObject
  extends Part<ChartState["legend"]>
  implements Hosted<Excel.ChartLegend, typeof legendMembers>
{
  readonly members = legendMembers;
  declare visible: boolean;
  declare position: Excel.ChartLegendPosition;
  declare overlay: boolean;
  get format(): ChartLegendFormatObject {
    return new ChartLegendFormatObject(this.state);
  }
}
passThrough<ChartState["legend"]>(ChartLegendObject, ["visible", "position", "overlay"]);

const labelFormatMembers = membersOf<Excel.ChartDataLabelFormat>()("ChartDataLabelFormat", {
  objects: ["font"],
});

export class ChartDataLabelFormatObject
  extends Part<LabelsState>
  implements Hosted<Excel.ChartDataLabelFormat, typeof labelFormatMembers>
{
  readonly members = labelFormatMembers;
  get font(): ChartFontObject {
    return new ChartFontObject(this.state.font);
  }
}

const labelsMembers = membersOf<Excel.ChartDataLabels>()("ChartDataLabels", {
  scalars: [
    "showValue",
    "showSeriesName",
    "showCategoryName",
    "showLegendKey",
    "showPercentage",
    "showBubbleSize",
    "position",
    "separator",
    "numberFormat",
    "linkNumberFormat",
  ],
  objects: ["format"],
});

export class ChartDataLabelsObject
  extends Part<LabelsState>
  implements Hosted<Excel.ChartDataLabels, typeof labelsMembers>
{
  readonly members = labelsMembers;
  declare showValue: boolean;
  declare showSeriesName: boolean;
  declare showCategoryName: boolean;
  declare showLegendKey: boolean;
  declare showPercentage: boolean;
  declare showBubbleSize: boolean;
  declare position: Excel.ChartDataLabelPosition;
  declare separator: string;
  declare numberFormat: string;
  declare linkNumberFormat: boolean;
  get format(): ChartDataLabelFormatObject {
    return new ChartDataLabelFormatObject(this.state);
  }
}
passThrough<LabelsState>(ChartDataLabelsObject, labelsMembers.scalars);
