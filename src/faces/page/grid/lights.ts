/**
 * The lights of marked cells. A mark's conditional format looks at two cells for each cell of a table; the grid would keep
 * a formula for every one of them (48,000 at 2,000 households) and seek among them at every typed letter. So these two
 * kinds are seen by us as cells are drawn; the file's own conditional formats stay as they are.
 */
import type { IStyleData } from "@univerjs/core";
import { areasOverlap, parseArea, type ConditionalFormat } from "../../../book";
import { rangeOf, type GridRange } from "./ranges";
import { styleOf } from "./formats";

/** Cells that are lit by what their row says in `markColumn`. */
export interface Light {
  readonly ranges: readonly GridRange[];
  readonly markColumn: number;
  /** Lit where the mark names the cell's header, which stands in this row; null: wherever there is a mark. */
  readonly headerRow: number | null;
  readonly style: IStyleData;
}

const NAMED = /^ISNUMBER\(SEARCH\("; "&([A-Z]{1,3})\$(\d+)&": ","; "&(\$[A-Z]{1,3}\d+)\)\)$/i;
const FILLED = /^LEN\((\$[A-Z]{1,3}\d+)\)>0$/i;

/** The formats that are lights, and the others for the grid. One that an earlier format could outdo is left to the grid. */
export function lightsOf(formats: readonly ConditionalFormat[]): {
  readonly lights: readonly Light[];
  readonly others: readonly ConditionalFormat[];
} {
  const lights: Light[] = [];
  const others: ConditionalFormat[] = [];
  for (const one of formats) {
    const outdone = others.some((other) =>
      other.areas.some((a) => one.areas.some((b) => areasOverlap(a, b))),
    );
    const light = outdone ? null : lightOf(one);
    if (light) lights.push(light);
    else others.push(one);
  }
  return { lights, others };
}

function lightOf(one: ConditionalFormat): Light | null {
  const [area] = one.areas;
  if (!area || one.areas.length !== 1 || one.stopIfTrue) return null;
  const named = NAMED.exec(one.formula);
  const mark = parseArea(named?.[3] ?? FILLED.exec(one.formula)?.[1] ?? "");
  if (mark?.row !== area.row) return null;
  const header = named ? parseArea(`${named[1]}${named[2]}`) : null;
  if (named && header?.column !== area.column) return null;
  return {
    ranges: [rangeOf(area)],
    markColumn: mark.column,
    headerRow: header?.row ?? null,
    style: styleOf(one.format),
  };
}
