/** One sheet's part of a view over own sheets: what it gives, its lines, and where its faults sit. */
import type { CellValue, SheetSnapshot } from "../../book";
import { saysSomething } from "./lines";
import type { OwnColumn, OwnMapping, Said } from "./model";

/** One sheet's part of a view. */
export interface OwnPart {
  readonly mapping: OwnMapping;
  readonly sheet: SheetSnapshot;
  /** Fields that the part gives, by cell, heading or constant. */
  readonly fields: ReadonlySet<string>;
}

/** A row of the view. */
export interface Line {
  readonly part: PartData;
  readonly row: number;
  /** -1 where the sheet is not wide, or no block is filled. */
  readonly block: number;
  readonly said: Said;
  /** A wide line without any block filled. */
  readonly isBare: boolean;
}

export interface PartData extends OwnPart {
  readonly constants: Said;
  readonly columnsOf: ReadonlyMap<string, readonly OwnColumn[]>;
  /** Top-left cells of merged cells, by cell: what stands once counts for all lines that it covers. */
  readonly mergedInto: ReadonlyMap<number, number>;
  readonly pending: ReadonlySet<string>;
}

export function describePart(mapping: OwnMapping, sheet: SheetSnapshot, said: readonly Said[]): PartData {
  const columnsOf = new Map<string, OwnColumn[]>();
  const add = (field: string, column: OwnColumn): void => {
    columnsOf.set(field, [...(columnsOf.get(field) ?? []), column]);
  };
  for (const column of mapping.columns) {
    if (column.field !== null) add(column.field, column);
    for (const field of Object.keys(column.says)) if (field !== column.field) add(field, column);
  }
  const constants = Object.fromEntries(mapping.constants.map(({ field, value }) => [field, value]));
  const fields = new Set([
    ...columnsOf.keys(),
    ...Object.keys(constants),
    ...mapping.blocks.flatMap((block) => Object.keys(block)),
    ...new Set(said.flatMap((one) => Object.keys(one))),
  ]);
  const mergedInto = new Map<number, number>();
  for (const merge of sheet.merges) {
    if (merge.rows < 2 || merge.row < mapping.firstRow || merge.row > mapping.lastRow) continue;
    for (let row = merge.row + 1; row < merge.row + merge.rows; row += 1)
      for (let column = merge.column; column < merge.column + merge.columns; column += 1)
        mergedInto.set(row * WIDEST + column, merge.row * WIDEST + merge.column);
  }
  const pending = new Set(sheet.uncalculated.map((cell) => `${cell.row} ${cell.column}`));
  return { mapping, sheet, fields, constants, columnsOf, mergedInto, pending };
}

/** Columns that a sheet has room for. */
export const WIDEST = 16_384;

/** A line of a wide sheet gives a row for each block that it fills; zeros and dashes fill nothing. */
export function addLines(lines: Line[], part: PartData, row: number, said: Said): void {
  const { blocks, columns } = part.mapping;
  if (blocks.length === 0) {
    lines.push({ part, row, block: -1, said, isBare: false });
    return;
  }
  const cells = part.sheet.values[row] ?? [];
  const filled = blocks.flatMap((_said, block) =>
    columns.some(
      (column) =>
        column.block === block &&
        column.field !== null &&
        (isAmountOrMark(cells[column.column]) || part.pending.has(`${row} ${column.column}`)),
    )
      ? [block]
      : [],
  );
  for (const block of filled) lines.push({ part, row, block, said, isBare: false });
  if (filled.length === 0) lines.push({ part, row, block: -1, said, isBare: true });
}

export function isAmountOrMark(cell: CellValue | undefined): boolean {
  if (!saysSomething(cell) || cell === 0) return false;
  return typeof cell !== "string" || /[\p{L}\d✓✔]/u.test(cell.replace(/^\s*0\s*$/, ""));
}

/** Where a fault of a whole line, or of a field without a cell, sits. */
export function anchorColumn(mapping: OwnMapping): number {
  const named = ["Họ và tên chủ hộ", "Tên công trình", "Nội dung", "Số chứng từ", "Mã dự án"];
  for (const field of named) {
    const column = mapping.columns.find((one) => one.field === field);
    if (column) return column.column;
  }
  return (mapping.columns.find((column) => column.field !== null) ?? mapping.columns[0])?.column ?? 0;
}

/** A field's header cell, on the lowest header row; null where no column is the field's. */
export function headerCell(
  mapping: OwnMapping,
  header: string,
): { row: number; column: number; text: string } | null {
  const column =
    mapping.columns.find((one) => one.field === header) ??
    mapping.columns.find((one) => one.says[header] !== undefined);
  return column ? { row: mapping.headerRows.at(-1)!, column: column.column, text: column.header } : null;
}

/** The cell at which a fault of a whole sheet sits. */
export function sheetAnchor(mapping: OwnMapping): { readonly row: number; readonly column: number } {
  return { row: mapping.headerRows.at(-1)!, column: anchorColumn(mapping) };
}
