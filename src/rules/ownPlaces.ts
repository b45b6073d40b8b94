/** Where a flaw stands on sheets of the staff's own: the real cell, under the header as they wrote it (contract, section 5). */
import { cellAddress } from "../book";
import type { MoneyUnit } from "../domain";
import { sheetAnchor, type OwnRows } from "../layout";
import type { CheckedTable } from "./checkedTable";
import type { Flaw } from "./rule";

export interface OwnPlace {
  readonly sheet: string;
  readonly cell: string;
  /** 1-based. */
  readonly row: number;
  /** The sheet's own text; ours where no column of the sheet gives the value. */
  readonly column: string | null;
  /** Index of the part that the place is in. */
  readonly part: number;
  /** Whether the cell itself holds the value, so that it could be repaired. */
  readonly holdsValue: boolean;
  readonly unit: MoneyUnit;
}

export function ownPlaceOf({ row, header, part = 0 }: Flaw, own: OwnRows, table: CheckedTable): OwnPlace {
  return row === null ? headerPlace(header, part, own, table.unit) : cellPlace(row, header, own, table);
}

function cellPlace(row: number, header: string | null, own: OwnRows, table: CheckedTable): OwnPlace {
  const part = own.partOf(row);
  const at = header === null ? -1 : own.columnOf(row, header);
  const column = at >= 0 ? at : sheetAnchor(part.mapping).column;
  return {
    sheet: part.sheet.name,
    cell: cellAddress(own.sheetRow(row), column),
    row: own.sheetRow(row) + 1,
    column: header === null ? null : own.label(row, header),
    part: own.parts.indexOf(part),
    holdsValue: header !== null && own.written(row, header) !== null,
    unit: header === null ? table.unit : own.unitOf(row, header),
  };
}

/** On the header of the first sheet (from `part` on) that has the column; else where the part's own rows are named. */
function headerPlace(header: string | null, part: number, own: OwnRows, unit: MoneyUnit): OwnPlace {
  let at = part;
  let cell = header === null ? null : own.headerCell(own.parts[part]!, header);
  for (let next = 0; cell === null && part === 0 && header !== null && next < own.parts.length; next += 1) {
    cell = own.headerCell(own.parts[next]!, header);
    if (cell) at = next;
  }
  const { mapping, sheet } = own.parts[at]!;
  const { row, column } = cell ?? sheetAnchor(mapping);
  return {
    sheet: sheet.name,
    cell: cellAddress(row, column),
    row: row + 1,
    column: cell?.text ?? header,
    part: at,
    holdsValue: false,
    unit,
  };
}
