/** Colours as the file names them (RGB, palette number, theme with tint) → `RRGGBB`. */
import type { Colour } from "../../book";
import type { ZipPackage } from "./package";
import { parsePart, relatedPart, type Relationship } from "./parts";
import { child, children, type XmlSpan } from "./xml";

/** ECMA-376 part 1, 18.8.27: 0–7 repeat in 8–15. */
const standardPalette = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** The order in which `theme="n"` counts; it is not the order in the theme's part. */
const themeOrder = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

export class ColourTable {
  readonly #palette: readonly string[];
  readonly #theme: readonly (string | undefined)[];

  constructor(pkg: ZipPackage, workbookRelationships: readonly Relationship[], styles: XmlSpan | undefined) {
    const own = children(child(child(styles, "colors"), "indexedColors"), "rgbColor");
    this.#palette =
      own.length > 0 ? own.map((one) => plainRgb(one.attributes.rgb) ?? "000000") : standardPalette;
    const theme = relatedPart(pkg, workbookRelationships, "theme");
    const scheme =
      theme === null
        ? undefined
        : child(child(parsePart(pkg, theme, { maxDepth: 4 }).root, "themeElements"), "clrScheme");
    this.#theme = themeOrder.map((name) => {
      const colour = child(scheme, name)?.children[0]?.attributes;
      return plainRgb(colour?.lastClr ?? colour?.val);
    });
  }

  /** The colour of a `<color>`, `<fgColor>` …; undefined for none and for the automatic one. */
  of(span: XmlSpan | undefined): Colour | undefined {
    if (!span) return undefined;
    const { rgb, indexed, theme, tint } = span.attributes;
    const plain =
      theme !== undefined
        ? this.#theme[Number(theme)]
        : rgb !== undefined
          ? plainRgb(rgb)
          : this.#palette[Number(indexed)];
    return plain === undefined ? undefined : tinted(plain, Number(tint ?? 0));
  }
}

/** `AARRGGBB` or `RRGGBB`. */
function plainRgb(value: string | undefined): string | undefined {
  return value !== undefined && /^(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(value)
    ? value.slice(-6).toUpperCase()
    : undefined;
}

/** Lightens (tint above 0) or darkens a colour, in the HLS model, as ECMA-376 part 1, 18.8.19 says. */
function tinted(rgb: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return rgb;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const light = (high + low) / 2;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const hue = hueOf(red, green, blue, high, spread);
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  return [0, 8, 4]
    .map((n) => {
      const k = (n + hue / 30) % 12;
      return target - (chroma / 2) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    })
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase();
}

/** Degrees. */
function hueOf(red: number, green: number, blue: number, high: number, spread: number): number {
  if (spread === 0) return 0;
  if (high === red) return 60 * (((green - blue) / spread + 6) % 6);
  if (high === green) return 60 * ((blue - red) / spread + 2);
  return 60 * ((red - green) / spread + 4);
}
