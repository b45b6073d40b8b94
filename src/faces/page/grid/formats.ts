/** Formats of cells as the grid's styles. */
import type { BorderStyleTypes, IStyleData } from "@univerjs/core";
import type { CellFormat } from "../../../book";

const HORIZONTAL = { left: 1, center: 2, right: 3, justify: 4 } as const;
const VERTICAL = { top: 1, center: 2, bottom: 3 } as const;
const LINES = { thin: 1, hair: 2, dotted: 3, double: 7, medium: 8 } as const;
const LINK_COLOUR = "#1A674A";

/** Formats as the grid's styles; the same format is kept once. */
export class StyleBook {
  readonly all: Record<string, IStyleData> = {};
  readonly #names = new Map<string, string>();
  readonly #known = new Map<CellFormat, string>();

  of(format: CellFormat | undefined, link = false): string | null {
    if (!format && !link) return null;
    const known = format && !link ? this.#known.get(format) : undefined;
    if (known) return known;
    const style = {
      ...styleOf(format ?? {}),
      ...(link ? { cl: { rgb: LINK_COLOUR }, ul: { s: 1 as const } } : {}),
    };
    const key = JSON.stringify(style);
    const name = this.#names.get(key) ?? `s${this.#names.size}`;
    this.#names.set(key, name);
    this.all[name] = style as IStyleData;
    if (format && !link) this.#known.set(format, name);
    return name;
  }
}

const SHOWS_NOTHING = ";;;";
const PAPER = "FFFFFF";

export function styleOf(format: CellFormat): IStyleData {
  const { font, border } = format;
  // The grid hides numbers by this format, and shows texts.
  const colour = format.numberFormat === SHOWS_NOTHING ? (format.fill ?? PAPER) : font?.colour;
  const line = (one: { style: keyof typeof LINES; colour?: string } | undefined) =>
    one && { s: LINES[one.style] as number as BorderStyleTypes, cl: { rgb: `#${one.colour ?? "000000"}` } };
  const sides = border
    ? Object.fromEntries(
        (["top", "right", "bottom", "left"] as const).flatMap((side) =>
          border[side] ? [[side[0]!, line(border[side])]] : [],
        ),
      )
    : null;
  const style = {
    ...(font?.name ? { ff: font.name } : {}),
    ...(font?.size ? { fs: font.size } : {}),
    ...(font?.bold ? { bl: 1 } : {}),
    ...(font?.italic ? { it: 1 } : {}),
    ...(font?.underline ? { ul: { s: 1 } } : {}),
    ...(colour ? { cl: { rgb: `#${colour}` } } : {}),
    ...(format.fill ? { bg: { rgb: `#${format.fill}` } } : {}),
    ...(sides ? { bd: sides } : {}),
    ...(format.horizontal ? { ht: HORIZONTAL[format.horizontal] } : {}),
    ...(format.vertical ? { vt: VERTICAL[format.vertical] } : {}),
    ...(format.wrap ? { tb: 3 } : {}),
    ...(format.indent ? { pd: { l: format.indent * 9 } } : {}),
    ...(format.numberFormat && format.numberFormat !== "General"
      ? { n: { pattern: format.numberFormat } }
      : {}),
  };
  return style as IStyleData;
}
