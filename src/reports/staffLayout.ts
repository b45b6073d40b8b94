/**
 * How staff have laid out a report sheet: columns renamed, moved, hidden, deleted, added. A row of the sheet that shows
 * nothing names each column, and moves with it; from it the layout is read back when the biểu is made again.
 */
import { findSheet, type Area, type DesignCell, type SheetSnapshot, type Snapshot } from "../book";
import { normalise } from "../domain";
import type { Appendix, AppendixColumn, AppendixRow } from "./appendix";
import { nativeText } from "./criterion";
import { HEAD_ROW } from "./head";

/** The row between the body's name and the title. */
export const KEY_ROW = 2;
const PARTS = "|";
/** Shows nothing, whatever the cell holds. */
const INVISIBLE = ";;;";
const OWN = "own ";

export interface SheetColumn {
  /** 0-based. */
  readonly at: number;
  /** `own 1` for a column that staff have added. */
  readonly key: string;
  readonly title: string;
  readonly group: string | null;
  /** Characters; null where the sheet's design was not read. */
  readonly width: number | null;
  readonly hidden: boolean;
}

export interface SheetLayout {
  readonly columns: readonly SheetColumn[];
  /** Columns that there were when the biểu was made; those of them that are gone were deleted by staff. */
  readonly known: readonly string[];
}

/** The cells that name the columns. */
export function keyCells(appendix: Appendix): DesignCell[] {
  const known = appendix.known ?? appendix.columns.map((column) => column.key);
  return appendix.columns.map(({ key }, column) => ({
    row: KEY_ROW,
    column,
    content: column === 0 ? [key, ...known].join(PARTS) : key,
    format: { numberFormat: INVISIBLE, font: { size: 6 } },
  }));
}

/** null where the workbook has no such sheet, or its columns are not named. */
export function layoutOnSheet(snapshot: Snapshot, sheetName: string): SheetLayout | null {
  const sheet = findSheet(snapshot, sheetName);
  const names = (sheet?.values[KEY_ROW] ?? []).map((value) => nativeText(value).split(PARTS));
  const known = names.find((parts) => parts.length > 1)?.slice(1);
  if (!sheet || !known) return null;
  const design = snapshot.designs.get(sheet.name)?.columns;
  const width = Math.max(names.length, ...headRows(sheet).map((row) => row.length));
  let own = 0;
  const columns = Array.from({ length: width }, (_unused, at): SheetColumn | null => {
    const key = names[at]?.[0] ?? "";
    const [upper, lower] = headRows(sheet).map((row) => textOf(row[at]));
    if (key === "" && upper === "" && lower === "") return null;
    return {
      at,
      key: key === "" || key.startsWith(OWN) ? `${OWN}${(own += 1)}` : key,
      title: lower || upper || "",
      group: lower === "" ? null : upper || mergedText(sheet, at),
      width: design?.[at]?.width ?? null,
      hidden: design?.[at]?.hidden ?? false,
    };
  });
  return { columns: columns.filter((column) => column !== null), known };
}

function headRows(sheet: SheetSnapshot): [SheetSnapshot["values"][number], SheetSnapshot["values"][number]] {
  return [sheet.values[HEAD_ROW] ?? [], sheet.values[HEAD_ROW + 1] ?? []];
}

function textOf(value: SheetSnapshot["values"][number][number] | undefined): string {
  return typeof value === "string" ? normalise(value) : "";
}

/** The head cell that spans this column. */
function mergedText(sheet: SheetSnapshot, column: number): string | null {
  const spans = ({ row, rows, column: first, columns }: Area) =>
    row <= HEAD_ROW && HEAD_ROW < row + rows && first <= column && column < first + columns;
  const merge = sheet.merges.find(spans);
  return merge ? textOf(sheet.values[HEAD_ROW]?.[merge.column]) || null : null;
}

/** The sheet's column of each of the form's columns; without a layout they stand in their own order, and -1 is none. */
export function columnsOnSheet(snapshot: Snapshot, appendix: Appendix): number[] {
  const layout = layoutOnSheet(snapshot, appendix.sheet);
  return appendix.columns.map(
    ({ key }, index) => (layout ? layout.columns.find((one) => one.key === key)?.at : index) ?? -1,
  );
}

/** The columns that say which line it is; they always stand. */
export function isLineName({ key }: AppendixColumn): boolean {
  return key === "order" || key === "title" || key === "name";
}

/** An appendix whose heads are always the same, in the layout of its sheet. */
export function inLayoutOfSheet(appendix: Appendix, snapshot: Snapshot): Appendix {
  const layout = layoutOnSheet(snapshot, appendix.sheet);
  return layout ? inLayout(appendix, appendix, layout, false) : appendix;
}

/**
 * The appendix in the layout of its sheet. `made` is the appendix as it was when that sheet was made: a head that differs
 * from it was renamed. A deleted column that others are computed from stays as a hidden one, unless `bare`, where nothing
 * may be hidden.
 */
export function inLayout(fresh: Appendix, made: Appendix, layout: SheetLayout, bare: boolean): Appendix {
  const original = new Map(fresh.columns.map((column) => [column.key, column]));
  const before = new Map(made.columns.map((column) => [column.key, column]));
  const standing = layout.columns.flatMap((found): AppendixColumn[] => {
    if (found.key.startsWith(OWN)) return [ownColumn(found)];
    const column = original.get(found.key);
    return column ? [{ ...column, ...asStaffHave(found, column, before.get(found.key) ?? column) }] : [];
  });
  const stands = new Set(standing.map((column) => column.key));
  const gone = fresh.columns.filter((column) => !stands.has(column.key));
  const added = gone.filter((column) => isLineName(column) || !layout.known.includes(column.key));
  const needed = neededKeys(fresh);
  const kept = gone.filter((column) => !added.includes(column) && needed.has(column.key));
  const columns = [
    ...added.filter(isLineName),
    ...standing,
    ...added.filter((column) => !isLineName(column)),
    ...kept.map((column) => ({ ...column, hidden: true as const })),
  ];
  return reordered(fresh, bare ? columns.filter((column) => !column.hidden) : columns);
}

function ownColumn({ key, title, group, width, hidden }: SheetColumn): AppendixColumn {
  return {
    key,
    title,
    width: width ?? 16,
    kind: "text",
    free: true,
    ...(group === null ? {} : { group }),
    ...(hidden ? { hidden: true } : {}),
  };
}

/** Less than this is what programs make of a width. */
const SAME_WIDTH = 1;

function asStaffHave(
  found: SheetColumn,
  column: AppendixColumn,
  before: AppendixColumn,
): Partial<AppendixColumn> {
  const title = found.title === "" || found.title === normalise(before.title) ? column.title : found.title;
  // Where the head cells were parted to move a column, the group's name stands over the first one alone.
  const group = found.group === null || found.group === before.group ? column.group : found.group;
  const wider = found.width !== null && Math.abs(found.width - before.width) > SAME_WIDTH;
  return {
    title,
    ...(group === undefined ? {} : { group }),
    ...(wider && !found.hidden ? { width: found.width } : {}),
    ...(found.hidden && !isLineName(column) ? { hidden: true } : {}),
  };
}

/** Columns that cells of others are computed from. */
function neededKeys(appendix: Appendix): Set<string> {
  const keys = new Set(appendix.inWords === undefined ? [] : [appendix.inWords]);
  for (const cell of appendix.rows.flatMap((row) => row.cells)) {
    if (cell === null || typeof cell !== "object") continue;
    if ("plus" in cell) for (const key of [...cell.plus, ...(cell.minus ?? [])]) keys.add(key);
    if ("part" in cell) for (const key of [cell.part, cell.whole]) keys.add(key);
  }
  return keys;
}

function reordered(appendix: Appendix, columns: readonly AppendixColumn[]): Appendix {
  const places = columns.map(({ key }) => appendix.columns.findIndex((column) => column.key === key));
  const rows = appendix.rows.map(({ level, cells, link }): AppendixRow => {
    const at = link ? places.indexOf(link.column) : -1;
    return {
      level,
      cells: places.map((place) => (place < 0 ? null : cells[place]!)),
      ...(link && at >= 0 ? { link: { ...link, column: at } } : {}),
    };
  });
  return { ...appendix, columns, rows, known: appendix.columns.map((column) => column.key) };
}
