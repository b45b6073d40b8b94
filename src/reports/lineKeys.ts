/**
 * The lines of a biểu known again: by their titles and those they stand under. Their numbers move when a line is added, so
 * they only tell what stands under what.
 */
import type { CellValue } from "../book";
import { normalise } from "../domain";
import { nativeText } from "./criterion";

export interface LineName {
  /** `A`, `I`, `1`, `1.2`, or nothing. */
  readonly order: CellValue;
  readonly title: CellValue;
}

/** One key a line, all different; equal lines are told apart by their order. */
export function lineKeys(lines: readonly LineName[]): string[] {
  const path: string[] = [];
  const seen = new Map<string, number>();
  return lines.map(({ order, title }) => {
    const name = normalise(nativeText(title)).toLowerCase();
    const depth = depthOf(nativeText(order).trim(), nativeText(title));
    path.length = Math.min(depth, path.length);
    const key = [...path, name].join(UNDER);
    if (depth < UNNUMBERED) path[depth] = name;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key} (${times})`;
  });
}

/** Between a line's key and what stands under it. */
export const UNDER = " › ";
/** Deeper than any number. */
const UNNUMBERED = 9;

/** A line without a number belongs to the last numbered one, but for sums and headings, which are in capitals. */
function depthOf(order: string, title: string): number {
  if (order === "") return title !== "" && title === title.toUpperCase() ? 0 : UNNUMBERED;
  return /^\d/.test(order) ? order.split(".").filter((part) => part !== "").length : 0;
}
