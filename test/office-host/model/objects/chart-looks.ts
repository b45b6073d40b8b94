/** Fonts, fills and lines of a chart. */
import { HostObject } from "../../protocol";
import type { FontState } from "../book/chart";
import { readColor } from "../book/format";
import { membersOf, type Hosted } from "../hosted";
import { passThrough, type Stateful } from "../pass-through";
import { refuse } from "../refusals";

/** A part of a chart with its state. */
export abstract class Part<S> extends HostObject implements Stateful<S> {
  constructor(readonly state: S) {
    super();
  }
}

const fontMembers = membersOf<Excel.ChartFont>()("ChartFont", {
  scalars: ["bold", "color", "italic", "name", "size", "underline"],
});

export class ChartFontObject extends Part<FontState> implements Hosted<Excel.ChartFont, typeof fontMembers> {
  readonly members = fontMembers;
  declare bold: boolean;
  declare italic: boolean;
  declare name: string;
  declare size: number;
  declare underline: Excel.ChartUnderlineStyle;
  get color(): string {
    return this.state.color;
  }
  set color(value: string) {
    this.state.color = readColor(value) ?? refuse("InvalidArgument");
  }
}
passThrough<FontState>(ChartFontObject, ["bold", "italic", "name", "size", "underline"]);

interface Filled {
  fillColor: string | null;
}

const fillMembers = membersOf<Excel.ChartFill>()("ChartFill", { methods: ["clear", "setSolidColor"] });

export class ChartFillObject extends Part<Filled> implements Hosted<Excel.ChartFill, typeof fillMembers> {
  readonly members = fillMembers;
  setSolidColor(color: string): void {
    this.state.fillColor = readColor(color) ?? refuse("InvalidArgument");
  }
  clear(): void {
    this.state.fillColor = null;
  }
}

interface Lined {
  lineColor: string | null;
  lineWeight: number;
}

const lineMembers = membersOf<Excel.ChartLineFormat>()("ChartLineFormat", {
  scalars: ["color", "weight"],
  methods: ["clear"],
});

export class ChartLineFormatObject
  extends Part<Lined>
  implements Hosted<Excel.ChartLineFormat, typeof lineMembers>
{
  readonly members = lineMembers;
  get color(): string {
    return this.state.lineColor ?? "";
  }
  set color(value: string) {
    this.state.lineColor = readColor(value) ?? refuse("InvalidArgument");
  }
  get weight(): number {
    return this.state.lineWeight;
  }
  set weight(value: number) {
    this.state.lineWeight = value;
  }
  clear(): void {
    this.state.lineColor = null;
  }
}
