/** Formats of cells in Excel's words, both ways. */
import type { CellFormat, FontFormat, Line } from "../../book";

type Border = NonNullable<CellFormat["border"]>;
type Edge = keyof Border;

const horizontals = { left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
const verticals = { top: "Top", center: "Center", bottom: "Bottom" } as const;

export function excelColour(colour: string): string {
  return `#${colour}`;
}

/** `#1f4e79` → `1F4E79`; null for no colour and for names of colours. */
export function plainColour(colour: string | null | undefined): string | null {
  const match = /^#([0-9a-f]{6})$/i.exec(colour ?? "");
  return match ? match[1]!.toUpperCase() : null;
}

/** Sets a format, all but its borders and number format, on every cell of a range. */
export function writeLook(range: Excel.Range, format: CellFormat): void {
  const target = range.format;
  if (format.font) writeFont(target.font, format.font);
  if (format.fill !== undefined) target.fill.color = excelColour(format.fill);
  if (format.horizontal !== undefined) target.horizontalAlignment = horizontals[format.horizontal];
  if (format.vertical !== undefined) target.verticalAlignment = verticals[format.vertical];
  if (format.wrap !== undefined) target.wrapText = format.wrap;
  if (format.indent !== undefined) target.indentLevel = format.indent;
  if (format.locked !== undefined) target.protection.locked = format.locked;
}

function writeFont(target: Excel.RangeFont, font: FontFormat): void {
  if (font.name !== undefined) target.name = font.name;
  if (font.size !== undefined) target.size = font.size;
  if (font.bold !== undefined) target.bold = font.bold;
  if (font.italic !== undefined) target.italic = font.italic;
  if (font.underline !== undefined) target.underline = font.underline ? "Single" : "None";
  if (font.colour !== undefined) target.color = excelColour(font.colour);
}

const lines: Readonly<
  Record<Line["style"], { readonly style: Excel.BorderLineStyle; readonly weight: Excel.BorderWeight | null }>
> = {
  thin: { style: "Continuous" as Excel.BorderLineStyle, weight: "Thin" as Excel.BorderWeight },
  medium: { style: "Continuous" as Excel.BorderLineStyle, weight: "Medium" as Excel.BorderWeight },
  hair: { style: "Continuous" as Excel.BorderLineStyle, weight: "Hairline" as Excel.BorderWeight },
  dotted: { style: "Dot" as Excel.BorderLineStyle, weight: "Thin" as Excel.BorderWeight },
  // A double line has a weight of its own.
  double: { style: "Double" as Excel.BorderLineStyle, weight: null },
};

const edges = { top: "EdgeTop", right: "EdgeRight", bottom: "EdgeBottom", left: "EdgeLeft" } as const;

/** Draws the same border around every cell of a range; of an area that is higher or wider than a cell, inside lines too. */
export function writeBorder(range: Excel.Range, border: Border, rows: number, columns: number): void {
  const { borders } = range.format;
  for (const edge of Object.keys(edges) as Edge[]) {
    const line = border[edge];
    if (line) writeLine(borders.getItem(edges[edge]), line);
  }
  if (rows > 1 && border.top) writeLine(borders.getItem("InsideHorizontal"), border.top);
  if (columns > 1 && border.left) writeLine(borders.getItem("InsideVertical"), border.left);
}

function writeLine(target: Excel.RangeBorder, line: Line): void {
  const { style, weight } = lines[line.style];
  target.style = style;
  if (weight) target.weight = weight;
  if (line.colour !== undefined) target.color = excelColour(line.colour);
}

const weights: Readonly<Record<Line["style"], number>> = {
  hair: 1,
  dotted: 2,
  thin: 3,
  medium: 4,
  double: 5,
};

/** Of two lines on the edge between two cells, the one that is seen: the same whichever is named first. */
export function heavier(a: Line, b: Line): Line {
  const difference = weights[b.style] - weights[a.style];
  if (difference !== 0) return difference > 0 ? b : a;
  return (a.colour ?? "") >= (b.colour ?? "") ? a : b;
}

/** What is asked of each cell to tell its format. */
export const LOOK_QUERY: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    fill: { color: true, pattern: true },
    font: { name: true, size: true, bold: true, italic: true, underline: true, color: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    protection: true,
  },
};

/** Font of a cell that nobody has formatted. */
export type PlainFont = Pick<FontFormat, "name" | "size" | "colour">;

/** @param font of such a cell: the sheet's last */
export function plainFontOf(font: Excel.RangeFont): PlainFont {
  const colour = plainColour(font.color);
  return { name: font.name, size: font.size, ...(colour ? { colour } : {}) };
}

/**
 * What a cell's format says beyond that of an unformatted one; styles without a word of ours are told as the nearest.
 * @param plain null: the font is told whole (of a cell with a link, which else would take on the look of links)
 */
export function readLook(found: Excel.CellPropertiesFormat, plain: PlainFont | null): CellFormat {
  const fill = found.fill?.pattern === "None" ? null : plainColour(found.fill?.color);
  const font = readFont(found.font, plain);
  const border = readBorder(found.borders);
  const horizontal = keyOf(horizontals, found.horizontalAlignment);
  const vertical = keyOf(verticals, found.verticalAlignment);
  return {
    ...(font ? { font } : {}),
    ...(fill ? { fill } : {}),
    ...(border ? { border } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical && vertical !== "bottom" ? { vertical } : {}),
    ...(found.wrapText ? { wrap: true } : {}),
    ...(found.indentLevel ? { indent: found.indentLevel } : {}),
    ...(found.protection?.locked === false ? { locked: false } : {}),
  };
}

function keyOf<K extends string>(
  words: Readonly<Record<K, string>>,
  word: string | undefined,
): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word);
}

function readFont(found: Excel.CellPropertiesFont | undefined, plain: PlainFont | null): FontFormat | null {
  if (!found) return null;
  const colour = plainColour(found.color);
  const font: FontFormat = {
    ...(found.name ? { name: found.name } : {}),
    ...(found.size ? { size: found.size } : {}),
    ...(found.bold ? { bold: true } : {}),
    ...(found.italic ? { italic: true } : {}),
    ...(found.underline && found.underline !== "None"
      ? { underline: true }
      : plain
        ? {}
        : { underline: false }),
    ...(colour && colour !== plain?.colour ? { colour } : {}),
  };
  const same = font.name === plain?.name && font.size === plain?.size && Object.keys(font).length <= 2;
  return same ? null : font;
}

function readBorder(found: Excel.CellBorderCollection | undefined): Border | null {
  const border: { -readonly [K in Edge]?: Line } = {};
  for (const edge of Object.keys(edges) as Edge[]) {
    const line = readLine(found?.[edge]);
    if (line) border[edge] = line;
  }
  return Object.keys(border).length > 0 ? border : null;
}

function readLine(found: Excel.CellBorder | undefined): Line | null {
  if (!found?.style || found.style === "None") return null;
  const colour = plainColour(found.color);
  return { style: lineStyle(found), ...(colour ? { colour } : {}) };
}

function lineStyle({ style, weight }: Excel.CellBorder): Line["style"] {
  if (style === "Double") return "double";
  if (style === "Dot") return "dotted";
  if (weight === "Hairline") return "hair";
  return weight === "Medium" || weight === "Thick" ? "medium" : "thin";
}
