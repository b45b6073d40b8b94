/** Fill, font and protection of a range's cells. */
import { readColor } from "../book/format";
import { membersOf, type Hosted } from "../hosted";
import { changeFormat, shared, TargetObject } from "../range-target";
import { refuse } from "../refusals";

const fillMembers = membersOf<Excel.RangeFill>()("RangeFill", {
  scalars: ["color", "pattern", "patternColor", "tintAndShade", "patternTintAndShade"],
  methods: ["clear"],
});

export class RangeFillObject extends TargetObject implements Hosted<Excel.RangeFill, typeof fillMembers> {
  readonly members = fillMembers;
  get color(): string {
    return shared(this.target, (format) => format.fillColor ?? "#FFFFFF") ?? "";
  }
  set color(value: string) {
    const fillColor = readColor(value) ?? (value === "" ? null : refuse("InvalidArgument"));
    const fillPattern = fillColor === null ? "None" : "Solid";
    changeFormat(this.target, (format) => ({ ...format, fillColor, fillPattern }));
  }
  get pattern() {
    return this.get("fillPattern") as Excel.FillPattern | null;
  }
  set pattern(value) {
    this.put("fillPattern", value as string);
  }
  get patternColor(): string | null {
    return this.get("patternColor");
  }
  set patternColor(value: string | null) {
    this.put("patternColor", readColor(value) ?? refuse("InvalidArgument"));
  }
  get tintAndShade(): number {
    return 0;
  }
  get patternTintAndShade(): number {
    return 0;
  }
  clear(): void {
    changeFormat(this.target, (format) => ({ ...format, fillColor: null, fillPattern: "None" }));
  }
}

const fontMembers = membersOf<Excel.RangeFont>()("RangeFont", {
  scalars: [
    "name",
    "size",
    "color",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "subscript",
    "superscript",
    "tintAndShade",
  ],
});

export class RangeFontObject extends TargetObject implements Hosted<Excel.RangeFont, typeof fontMembers> {
  readonly members = fontMembers;
  get name(): string | null {
    return this.get("fontName");
  }
  set name(value: string | null) {
    this.put("fontName", value as string);
  }
  get size(): number | null {
    return this.get("fontSize");
  }
  set size(value: number | null) {
    if (typeof value !== "number" || value < 1 || value > 409) refuse("InvalidArgument");
    this.put("fontSize", value);
  }
  get color(): string {
    return this.get("fontColor") ?? "";
  }
  set color(value: string) {
    this.put("fontColor", readColor(value) ?? refuse("InvalidArgument"));
  }
  get bold(): boolean | null {
    return this.get("bold");
  }
  set bold(value: boolean | null) {
    this.put("bold", value as boolean);
  }
  get italic(): boolean | null {
    return this.get("italic");
  }
  set italic(value: boolean | null) {
    this.put("italic", value as boolean);
  }
  get underline() {
    return this.get("underline") as Excel.RangeUnderlineStyle | null;
  }
  set underline(value) {
    this.put("underline", value as string);
  }
  get strikethrough(): boolean | null {
    return this.get("strikethrough");
  }
  set strikethrough(value: boolean | null) {
    this.put("strikethrough", value as boolean);
  }
  get subscript(): boolean | null {
    return this.get("subscript");
  }
  set subscript(value: boolean | null) {
    this.put("subscript", value as boolean);
  }
  get superscript(): boolean | null {
    return this.get("superscript");
  }
  set superscript(value: boolean | null) {
    this.put("superscript", value as boolean);
  }
  get tintAndShade(): number {
    return 0;
  }
}

const protectionMembers = membersOf<Excel.FormatProtection>()("FormatProtection", {
  scalars: ["locked", "formulaHidden"],
});

export class FormatProtectionObject
  extends TargetObject
  implements Hosted<Excel.FormatProtection, typeof protectionMembers>
{
  readonly members = protectionMembers;
  get locked(): boolean | null {
    return this.get("locked");
  }
  set locked(value: boolean | null) {
    this.put("locked", value as boolean);
  }
  get formulaHidden(): boolean | null {
    return this.get("formulaHidden");
  }
  set formulaHidden(value: boolean | null) {
    this.put("formulaHidden", value as boolean);
  }
}
