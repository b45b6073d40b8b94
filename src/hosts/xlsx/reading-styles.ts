/** The styles part: what a style number means, as formats of the book. */
import type { CellFormat, FontFormat, Line, LineStyle } from "../../book";
import type { ZipPackage } from "./package";
import { ColourTable } from "./reading-colours";
import { isOn, parsePart, relatedPart, type Relationship } from "./parts";
import { child, children, type XmlSpan } from "./xml";

/** What a conditional format lays over a cell. */
export type DifferentialFormat = Pick<CellFormat, "fill" | "font" | "border" | "numberFormat">;

export interface StyleBook {
  /** In en-US notation; `General` for a style number that does not exist. */
  numberFormat(style: number): string;
  fontName(style: number): string;
  /** Everything that the style says and a design can hold, its font always. */
  format(style: number): CellFormat;
  differential(index: number): DifferentialFormat | null;
  readonly colours: ColourTable;
}

export function readStyles(pkg: ZipPackage, workbookRelationships: readonly Relationship[]): StyleBook {
  const part = relatedPart(pkg, workbookRelationships, "styles");
  const root = part === null ? undefined : parsePart(pkg, part).root;
  return new PartStyles(root, new ColourTable(pkg, workbookRelationships, root));
}

class PartStyles implements StyleBook {
  readonly colours: ColourTable;
  readonly #formats: readonly XmlSpan[];
  readonly #fonts: readonly XmlSpan[];
  readonly #fills: readonly XmlSpan[];
  readonly #borders: readonly XmlSpan[];
  readonly #differentials: readonly XmlSpan[];
  readonly #codes: ReadonlyMap<string, string>;
  readonly #made = new Map<number, CellFormat>();

  constructor(root: XmlSpan | undefined, colours: ColourTable) {
    this.colours = colours;
    this.#formats = children(child(root, "cellXfs"), "xf");
    this.#fonts = children(child(root, "fonts"), "font");
    this.#fills = children(child(root, "fills"), "fill");
    this.#borders = children(child(root, "borders"), "border");
    this.#differentials = children(child(root, "dxfs"), "dxf");
    this.#codes = new Map(
      children(child(root, "numFmts"), "numFmt").map(({ attributes }) => [
        attributes.numFmtId ?? "",
        attributes.formatCode ?? "General",
      ]),
    );
  }

  numberFormat(style: number): string {
    const id = this.#format(style)?.attributes.numFmtId ?? "0";
    return this.#codes.get(id) ?? builtinFormat(Number(id));
  }

  fontName(style: number): string {
    return child(this.#font(this.#format(style)), "name")?.attributes.val ?? "";
  }

  format(style: number): CellFormat {
    let made = this.#made.get(style);
    if (!made) {
      made = this.#make(style);
      this.#made.set(style, made);
    }
    return made;
  }

  differential(index: number): DifferentialFormat | null {
    const span = this.#differentials[index];
    return span ? differentialFormat(span, this.colours) : null;
  }

  #format(style: number): XmlSpan | undefined {
    return this.#formats[style] ?? this.#formats[0];
  }

  #font(format: XmlSpan | undefined): XmlSpan | undefined {
    return this.#fonts[Number(format?.attributes.fontId ?? 0)] ?? this.#fonts[0];
  }

  #make(style: number): CellFormat {
    const xf = this.#format(style);
    if (!xf) return {};
    const numberFormat = this.numberFormat(style);
    return {
      ...given("font", fontFormat(this.#font(xf), this.colours)),
      ...given("fill", solidFill(this.#fills[Number(xf.attributes.fillId ?? 0)], this.colours)),
      ...given("border", borderFormat(this.#borders[Number(xf.attributes.borderId ?? 0)], this.colours)),
      ...alignmentFormat(child(xf, "alignment")),
      ...given("numberFormat", numberFormat === "General" ? undefined : numberFormat),
      ...given("locked", isOn(child(xf, "protection")?.attributes.locked, true) ? undefined : false),
    };
  }
}

/** A `dxf`, of the styles part or of a rule in an extension. */
export function differentialFormat(dxf: XmlSpan, colours: ColourTable): DifferentialFormat {
  const pattern = child(child(dxf, "fill"), "patternFill");
  // In a dxf a solid fill is the background colour; the foreground one is that of a pattern's strokes.
  const fill = colours.of(child(pattern, "bgColor")) ?? colours.of(child(pattern, "fgColor"));
  return {
    ...given("fill", pattern?.attributes.patternType === "none" ? undefined : fill),
    ...given("font", fontFormat(child(dxf, "font"), colours)),
    ...given("border", borderFormat(child(dxf, "border"), colours)),
    ...given("numberFormat", child(dxf, "numFmt")?.attributes.formatCode),
  };
}

function fontFormat(font: XmlSpan | undefined, colours: ColourTable): FontFormat | undefined {
  if (!font) return undefined;
  const flag = (name: string): true | undefined => {
    const span = child(font, name);
    const value = span?.attributes.val;
    return span && value !== "none" && (name === "u" || isOn(value, true)) ? true : undefined;
  };
  const size = Number(child(font, "sz")?.attributes.val);
  const format: FontFormat = {
    ...given("name", child(font, "name")?.attributes.val),
    ...given("size", size > 0 ? size : undefined),
    ...given("bold", flag("b")),
    ...given("italic", flag("i")),
    ...given("underline", flag("u")),
    ...given("colour", colours.of(child(font, "color"))),
  };
  return Object.keys(format).length > 0 ? format : undefined;
}

function solidFill(fill: XmlSpan | undefined, colours: ColourTable): string | undefined {
  const pattern = child(fill, "patternFill");
  return pattern?.attributes.patternType === "solid" ? colours.of(child(pattern, "fgColor")) : undefined;
}

/** The book knows five kinds of line; the others are read as the nearest of them. */
const nearestLine: Readonly<Record<string, LineStyle>> = {
  thin: "thin",
  medium: "medium",
  thick: "medium",
  hair: "hair",
  dotted: "dotted",
  double: "double",
  dashed: "dotted",
  dashDot: "dotted",
  dashDotDot: "dotted",
  mediumDashed: "medium",
  mediumDashDot: "medium",
  mediumDashDotDot: "medium",
  slantDashDot: "medium",
};

function borderFormat(border: XmlSpan | undefined, colours: ColourTable): CellFormat["border"] {
  const side = (...names: string[]): Line | undefined => {
    const span = names.map((name) => child(border, name)).find((one) => one?.attributes.style !== undefined);
    const style = nearestLine[span?.attributes.style ?? "none"];
    return style === undefined ? undefined : { style, ...given("colour", colours.of(child(span, "color"))) };
  };
  const sides = {
    ...given("top", side("top")),
    ...given("right", side("right", "end")),
    ...given("bottom", side("bottom")),
    ...given("left", side("left", "start")),
  };
  return Object.keys(sides).length > 0 ? sides : undefined;
}

function alignmentFormat(
  alignment: XmlSpan | undefined,
): Pick<CellFormat, "horizontal" | "vertical" | "wrap" | "indent"> {
  const { horizontal, vertical, wrapText, indent } = alignment?.attributes ?? {};
  return {
    ...given(
      "horizontal",
      (["left", "center", "right", "justify"] as const).find((one) => one === horizontal),
    ),
    ...given(
      "vertical",
      (["top", "center", "bottom"] as const).find((one) => one === vertical),
    ),
    ...given("wrap", isOn(wrapText) ? true : undefined),
    ...given("indent", Number(indent) > 0 ? Number(indent) : undefined),
  };
}

/** A property that is there only when it has a value. */
export function given<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
}

/** ECMA-376 part 1, 18.8.30, in the forms that Excel in English shows. */
const builtinFormats: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"$"#,##0_);\\("$"#,##0\\)',
  6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
  7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
  8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Numbers of East Asian and Thai Excel that stand for a format above: date, time, number. */
const regionalFormats: readonly (readonly [first: number, last: number, like: number])[] = [
  [27, 31, 14],
  [32, 35, 21],
  [36, 36, 14],
  [50, 54, 14],
  [55, 56, 21],
  [57, 58, 14],
  [59, 62, -58],
  [67, 68, -58],
  [69, 70, -57],
  [71, 71, 14],
  [72, 75, -58],
  [76, 78, -56],
  [79, 81, -34],
];

/** The meaning of a number format's number that the file itself does not define. A negative `like` is a distance. */
function builtinFormat(id: number): string {
  const regional = regionalFormats.find(([first, last]) => id >= first && id <= last);
  const like = regional ? (regional[2] < 0 ? id + regional[2] : regional[2]) : id;
  return builtinFormats[like] ?? "General";
}
