/** What a person wishes that the book carries out first: rows put in, taken out and sorted. */
import type { Edit, Place, Snapshot } from "../../../book";
import type { GridModel } from "./model";
import { areaOf, dataOf, inData, sameArea, type GridRange } from "./ranges";
import { insertRows, losesTrack, removeRows, sortRows, tableBlock, type RowBlock } from "./rows";

export type RowWish = "insertAbove" | "insertBelow" | "remove";

/** The edit; `outside` where the rows are in no table, null where a formula of `book` names their cells. */
export function rowEdit(
  model: GridModel,
  place: Place,
  what: RowWish,
  book: Snapshot,
  wanted?: number,
): Edit | "outside" | null {
  const sheet = model.sheetNamed(place.sheet);
  const { area } = place;
  const table = sheet?.tables.find((one) => inData(one.area, area));
  if (!sheet || !table) return "outside";
  const block = tableBlock(sheet.name, table, (row, column) => model.content(sheet.id, row, column));
  const at = area.row - table.area.row - 1;
  if (isNamed(book, block, at)) return null;
  if (what === "remove") return removeRows(table, block, at, area.rows);
  return insertRows(table, block, what === "insertAbove" ? at : at + area.rows, wanted ?? area.rows);
}

/** Whether a formula anywhere names rows from `at` on. */
function isNamed(book: Snapshot, block: RowBlock, at: number): boolean {
  const named = (formula: string, own: string) => losesTrack(formula, own, block, at);
  if (book.names.some((name) => named(name.refersTo, name.sheet ?? ""))) return true;
  return book.sheets.some((sheet) =>
    [...sheet.formulas.values()].some((row) =>
      [...row.values()].some((formula) => named(formula, sheet.name)),
    ),
  );
}

export interface SortParams {
  readonly subUnitId: string;
  readonly range: GridRange;
  readonly orderRules: readonly { readonly type: string; readonly colIndex: number }[];
  readonly hasTitle: boolean;
}

/** The edit that sorts: the grid's own way is slow and does not know the Vietnamese alphabet. */
export function sortEdit(model: GridModel, params: SortParams): Edit | null {
  const sheet = model.sheetOf(params.subUnitId);
  if (!sheet) return null;
  const whole = areaOf(params.range);
  const area = params.hasTitle ? { ...whole, row: whole.row + 1, rows: whole.rows - 1 } : whole;
  const table = sheet.tables.find((one) => sameArea(dataOf(one), area)) ?? null;
  const content = (row: number, column: number) => model.content(sheet.id, row, column);
  const rules = params.orderRules.map(({ type, colIndex }) => ({
    column: colIndex,
    descending: type === "desc",
  }));
  return sortRows({ sheet: sheet.name, area, table, content }, rules);
}

/** The number of rows that a menu's entry asks for. */
export function countOf(params: object | undefined): number | undefined {
  const { value } = (params ?? {}) as { value?: unknown };
  return typeof value === "number" && value >= 1 && value <= 1000 ? Math.floor(value) : undefined;
}
