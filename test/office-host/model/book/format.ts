/** How cells look. A format is never changed in place: cells share it. */

export type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "DiagonalDown" | "DiagonalUp";

export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
  readonly tintAndShade: number;
}

export interface CellFormat {
  readonly numberFormat: string;
  /** null: no fill. */
  readonly fillColor: string | null;
  readonly fillPattern: string;
  readonly patternColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly autoIndent: boolean;
  readonly shrinkToFit: boolean;
  readonly textOrientation: number;
  readonly readingOrder: string;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly style: string;
  readonly borders: Readonly<Partial<Record<Edge, Border>>>;
}

export const plainFormat: CellFormat = {
  numberFormat: "General",
  fillColor: null,
  fillPattern: "None",
  patternColor: "#000000",
  fontName: "Calibri",
  fontSize: 11,
  fontColor: "#000000",
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  subscript: false,
  superscript: false,
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indentLevel: 0,
  autoIndent: false,
  shrinkToFit: false,
  textOrientation: 0,
  readingOrder: "Context",
  locked: true,
  formulaHidden: false,
  style: "Normal",
  borders: {},
};

export const noBorder: Border = { style: "None", weight: "Thin", color: "#000000", tintAndShade: 0 };

const named: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  pink: "#FFC0CB",
  brown: "#A52A2A",
  lightblue: "#ADD8E6",
  lightgreen: "#90EE90",
  lightgray: "#D3D3D3",
  darkblue: "#00008B",
  darkgreen: "#006400",
  darkred: "#8B0000",
  navy: "#000080",
  teal: "#008080",
  maroon: "#800000",
  olive: "#808000",
  silver: "#C0C0C0",
};

/** `#RRGGBB` in capitals, from that form or a name of HTML; null when it is no colour. */
export function readColor(text: unknown): string | null {
  if (typeof text !== "string") return null;
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  if (/^[0-9a-f]{6}$/i.test(text)) return `#${text.toUpperCase()}`;
  if (/^#[0-9a-f]{3}$/i.test(text))
    return `#${[...text.slice(1)]
      .map((digit) => digit + digit)
      .join("")
      .toUpperCase()}`;
  return named[text.toLowerCase()] ?? null;
}
