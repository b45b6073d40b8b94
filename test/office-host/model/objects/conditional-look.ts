/** The format a conditional format gives: font, fill, borders, number format. */
import { HostObject } from "../../protocol";
import { readColor } from "../book/format";
import type { ConditionalLook } from "../book/rules";
import { membersOf, type Hosted } from "../hosted";
import { refuse } from "../refusals";

abstract class LookObject extends HostObject {
  constructor(protected readonly look: ConditionalLook) {
    super();
  }
}

const fontMembers = membersOf<Excel.ConditionalRangeFont>()("ConditionalRangeFont", {
  scalars: ["bold", "color", "italic", "strikethrough", "underline"],
  methods: ["clear"],
});

export class ConditionalRangeFontObject
  extends LookObject
  implements Hosted<Excel.ConditionalRangeFont, typeof fontMembers>
{
  readonly members = fontMembers;
  get bold(): boolean | null {
    return this.look.bold;
  }
  set bold(value: boolean | null) {
    this.look.bold = value;
  }
  get italic(): boolean | null {
    return this.look.italic;
  }
  set italic(value: boolean | null) {
    this.look.italic = value;
  }
  get strikethrough(): boolean | null {
    return this.look.strikethrough;
  }
  set strikethrough(value: boolean | null) {
    this.look.strikethrough = value;
  }
  get underline() {
    return this.look.underline as Excel.ConditionalRangeFontUnderlineStyle | null;
  }
  set underline(value) {
    this.look.underline = value;
  }
  get color(): string {
    return this.look.fontColor ?? "";
  }
  set color(value: string) {
    this.look.fontColor = readColor(value) ?? refuse("InvalidArgument");
  }
  clear(): void {
    Object.assign(this.look, {
      bold: null,
      italic: null,
      strikethrough: null,
      underline: null,
      fontColor: null,
    });
  }
}

const fillMembers = membersOf<Excel.ConditionalRangeFill>()("ConditionalRangeFill", {
  scalars: ["color"],
  methods: ["clear"],
});

export class ConditionalRangeFillObject
  extends LookObject
  implements Hosted<Excel.ConditionalRangeFill, typeof fillMembers>
{
  readonly members = fillMembers;
  get color(): string {
    return this.look.fillColor ?? "";
  }
  set color(value: string) {
    this.look.fillColor = readColor(value) ?? refuse("InvalidArgument");
  }
  clear(): void {
    this.look.fillColor = null;
  }
}

const borderMembers = membersOf<Excel.ConditionalRangeBorder>()("ConditionalRangeBorder", {
  id: "sideIndex",
  scalars: ["sideIndex", "style", "color"],
});

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

export class ConditionalRangeBorderObject
  extends HostObject
  implements Hosted<Excel.ConditionalRangeBorder, typeof borderMembers>
{
  readonly members = borderMembers;
  constructor(
    private readonly look: ConditionalLook,
    readonly sideIndex: (typeof sides)[number],
  ) {
    super();
  }
  private get border() {
    return this.look.borders[this.sideIndex] ?? { style: "None", color: "" };
  }
  get style() {
    return this.border.style as Excel.ConditionalRangeBorderLineStyle;
  }
  set style(value) {
    this.look.borders[this.sideIndex] = { ...this.border, style: value };
  }
  get color(): string {
    return this.border.color;
  }
  set color(value: string) {
    const style = this.border.style === "None" ? "Continuous" : this.border.style;
    this.look.borders[this.sideIndex] = { style, color: readColor(value) ?? refuse("InvalidArgument") };
  }
}

const bordersMembers = membersOf<Excel.ConditionalRangeBorderCollection>()(
  "ConditionalRangeBorderCollection",
  {
    scalars: ["count"],
    objects: ["bottom", "left", "right", "top"],
    methods: ["getItem", "getItemAt"],
  },
);

export class ConditionalRangeBorderCollectionObject
  extends LookObject
  implements Hosted<Excel.ConditionalRangeBorderCollection, typeof bordersMembers>
{
  readonly members = bordersMembers;
  get count(): number {
    return sides.length;
  }
  get bottom(): ConditionalRangeBorderObject {
    return this.getItem("EdgeBottom");
  }
  get left(): ConditionalRangeBorderObject {
    return this.getItem("EdgeLeft");
  }
  get right(): ConditionalRangeBorderObject {
    return this.getItem("EdgeRight");
  }
  get top(): ConditionalRangeBorderObject {
    return this.getItem("EdgeTop");
  }
  getItem(index: string): ConditionalRangeBorderObject {
    return new ConditionalRangeBorderObject(
      this.look,
      sides.find((side) => side === index) ?? refuse("InvalidArgument"),
    );
  }
  getItemAt(index: number): ConditionalRangeBorderObject {
    return new ConditionalRangeBorderObject(this.look, sides[index] ?? refuse("InvalidArgument"));
  }
  collectionItems(): ConditionalRangeBorderObject[] {
    return sides.map((side) => new ConditionalRangeBorderObject(this.look, side));
  }
}

const formatMembers = membersOf<Excel.ConditionalRangeFormat>()("ConditionalRangeFormat", {
  scalars: ["numberFormat"],
  objects: ["borders", "fill", "font"],
});

export class ConditionalRangeFormatObject
  extends LookObject
  implements Hosted<Excel.ConditionalRangeFormat, typeof formatMembers>
{
  readonly members = formatMembers;
  get numberFormat(): string {
    return this.look.numberFormat ?? "";
  }
  set numberFormat(value: string) {
    this.look.numberFormat = value;
  }
  get borders(): ConditionalRangeBorderCollectionObject {
    return new ConditionalRangeBorderCollectionObject(this.look);
  }
  get fill(): ConditionalRangeFillObject {
    return new ConditionalRangeFillObject(this.look);
  }
  get font(): ConditionalRangeFontObject {
    return new ConditionalRangeFontObject(this.look);
  }
}
