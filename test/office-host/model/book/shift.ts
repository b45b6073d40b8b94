/** What an insertion or deletion of cells does to a rectangle. */
import { intersect, maxColumns, maxRows, type Area } from "./area";

export interface Shift {
  readonly sheet: string;
  /** The cells inserted or deleted. */
  readonly area: Area;
  readonly direction: "Down" | "Right" | "Up" | "Left";
}

function isVertical(shift: Shift): boolean {
  return shift.direction === "Down" || shift.direction === "Up";
}

/** The cells that the shift moves or cuts: from the area to the edge of the sheet. */
export function affectedBand(shift: Shift): Area {
  return isVertical(shift)
    ? { ...shift.area, rows: maxRows - shift.area.row }
    : { ...shift.area, columns: maxColumns - shift.area.column };
}

/** True when the shift moves some of the rectangle's rows (or columns) and leaves others: Excel then leaves references alone. */
export function isTorn(area: Area, shift: Shift): boolean {
  if (!intersect(area, affectedBand(shift))) return false;
  return isVertical(shift)
    ? area.column < shift.area.column || area.column + area.columns > shift.area.column + shift.area.columns
    : area.row < shift.area.row || area.row + area.rows > shift.area.row + shift.area.rows;
}

/** Where a rectangle stands after the shift; null when it was deleted whole. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  if (!intersect(area, affectedBand(shift)) || isTorn(area, shift)) return area;
  if (isVertical(shift)) {
    const moved = shiftSpan(
      area.row,
      area.rows,
      shift.area.row,
      shift.area.rows,
      shift.direction === "Down",
      maxRows,
    );
    return moved && { ...area, row: moved.start, rows: moved.length };
  }
  const moved = shiftSpan(
    area.column,
    area.columns,
    shift.area.column,
    shift.area.columns,
    shift.direction === "Right",
    maxColumns,
  );
  return moved && { ...area, column: moved.start, columns: moved.length };
}

interface Span {
  readonly start: number;
  readonly length: number;
}

function shiftSpan(
  start: number,
  length: number,
  at: number,
  count: number,
  insert: boolean,
  limit: number,
): Span | null {
  if (length === limit) return { start, length };
  const end = start + length;
  if (insert) {
    const newStart = start >= at ? start + count : start;
    const newEnd = end > at ? end + count : end;
    return newStart >= limit ? null : { start: newStart, length: Math.min(newEnd, limit) - newStart };
  }
  const pull = (edge: number) => (edge <= at ? edge : Math.max(at, edge - count));
  const newStart = pull(start);
  const newEnd = pull(end);
  return newEnd > newStart ? { start: newStart, length: newEnd - newStart } : null;
}
