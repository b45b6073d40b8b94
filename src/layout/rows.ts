/** Rows of the workbook's tables as plain data, and the values of their computed columns. */
import type { CellInput, CellValue } from "../book";
import { fromDong, toDong, type MoneyUnit } from "../domain";
import type { ColumnSpec, TableSpec } from "./spec";

/** A row's values by header; a header that is missing is an empty cell. */
export type RowValues = Readonly<Record<string, CellInput>>;

/** The rows of several tables, by the tables' names. */
export type TableRows = ReadonlyMap<string, readonly RowValues[]>;

/** A number as a native formula sees it: text and empty cells count 0. */
function numeric(value: CellInput | undefined): number {
  return typeof value === "number" ? value : 0;
}

/** The exact difference of a total and its parts, in the unit they are written in. */
function difference(row: RowValues, unit: MoneyUnit): number {
  const parts = ["NSTW", "NSĐP", "Vốn khác"].map((header) => toDong(numeric(row[header]), unit).dong);
  const total = toDong(numeric(row["Tổng vốn"]), unit).dong;
  return fromDong(
    parts.reduce((rest, part) => rest - part, total),
    unit,
  );
}

function ratio(part: CellInput | undefined, whole: CellInput | undefined): number | string {
  const divisor = numeric(whole);
  return divisor === 0 ? "" : Math.round((numeric(part) / divisor) * 1e6) / 1e6;
}

/** What a work was paid, by code; the workbook's units. Empty at injection. */
export type WorkPayments = (workCode: string) => { readonly paid: number; readonly advanceLeft: number };

export interface ComputeContext {
  readonly unit: MoneyUnit;
  readonly detailUnit: MoneyUnit;
  readonly payments: WorkPayments;
}

/** The value that the native formula of a computed column has in this row. */
export function computedValue(
  table: TableSpec,
  column: ColumnSpec,
  row: RowValues,
  context: ComputeContext,
): CellValue {
  switch (column.header) {
    case "Chênh lệch":
      return difference(row, context.unit);
    case "Tỷ lệ đối ứng":
      return ratio(row["NSĐP"], row["NSTW"]);
    case "Tỷ lệ":
      return ratio(row["Lũy kế"], row["Kế hoạch"]);
    case "Tổng hỗ trợ": {
      const parts = ["NSTW", "NSĐP", "Vốn khác"].map(
        (header) => toDong(numeric(row[header]), context.detailUnit).dong,
      );
      return fromDong(
        parts.reduce((sum, part) => sum + part, 0),
        context.detailUnit,
      );
    }
    case "Lũy kế giải ngân":
    case "Tạm ứng chưa thu hồi": {
      const code = row["Mã công trình"];
      if (typeof code !== "string" || code === "") return 0;
      const payments = context.payments(code);
      return column.header === "Lũy kế giải ngân" ? payments.paid : payments.advanceLeft;
    }
    default:
      throw new Error(`no value known for the computed column ${table.name}[${column.header}]`);
  }
}

/** A whole table row in the order of the table's columns, computed columns with formula and value. */
export function rowCells(table: TableSpec, row: RowValues, context: ComputeContext): CellInput[] {
  return table.columns.map((column) =>
    column.formula === undefined
      ? (row[column.header] ?? null)
      : { formula: column.formula, value: computedValue(table, column, row, context) },
  );
}
