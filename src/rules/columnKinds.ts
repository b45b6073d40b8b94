/** How rules read a column: as numbers, as dates or as text. */
import type { ColumnSpec } from "../layout";

/** Numbers the rows and says nothing about them. */
export const ROW_NUMBER_HEADER = "STT";

const numberKinds: ReadonlySet<string> = new Set(["money", "detailMoney", "count", "quantity", "fraction"]);
const dateKinds: ReadonlySet<string> = new Set(["date", "birthDate"]);

export function isNumberColumn(column: ColumnSpec): boolean {
  return numberKinds.has(column.kind) && column.header !== ROW_NUMBER_HEADER;
}

export function isMoneyColumn(column: ColumnSpec): boolean {
  return column.kind === "money" || column.kind === "detailMoney";
}

export function isDateColumn(column: ColumnSpec): boolean {
  return dateKinds.has(column.kind);
}

export function isTextColumn(column: ColumnSpec): boolean {
  return !numberKinds.has(column.kind) && !dateKinds.has(column.kind);
}
