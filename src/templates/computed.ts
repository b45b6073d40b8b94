/**
 * Values of computed columns for cells that no program has calculated yet: rows that another program wrote hold a formula
 * without a value, or none at all.
 */
import type { CellValue } from "../book";
import { fitsDong, fold, fromDong, toDong } from "../domain";
import { computedValue, type RowValues, type TableView, type WorkbookTables } from "../layout";

/** The value of a computed column in a data row. */
export type ComputedCell = (row: number) => CellValue;

export function computedCell(tables: WorkbookTables, view: TableView, header: string): ComputedCell {
  const column = view.spec.columns.find((one) => one.header === header)!;
  const { unit, detailUnit } = tables.parameters;
  let payments: ReturnType<typeof paymentsByWork> | null = null;
  return (row) => {
    const values: RowValues = Object.fromEntries(
      view.spec.columns
        .filter((one) => one.role === "typed")
        .map((one) => [one.header, view.column(one.header)[row] ?? null]),
    );
    return computedValue(view.spec, column, values, {
      unit,
      detailUnit,
      payments: (work) => {
        payments ??= paymentsByWork(tables);
        const { paid, advance } = payments.get(fold(work)) ?? { paid: 0, advance: 0 };
        return { paid: fromDong(paid, unit), advanceLeft: fromDong(advance, unit) };
      },
    });
  };
}

/** What each work was paid and what of its advances is left, in đồng; money given back is read with either sign. */
function paymentsByWork(tables: WorkbookTables): Map<string, { paid: number; advance: number }> {
  const found = new Map<string, { paid: number; advance: number }>();
  const view = tables.table("tblGiaiNgan");
  if (!view) return found;
  const { detailUnit } = tables.parameters;
  const amounts = view.column("Số tiền");
  const manners = view.column("Hình thức");
  view.column("Mã công trình").forEach((work, row) => {
    const value = amounts[row];
    if (typeof work !== "string" || typeof value !== "number" || !fitsDong(value, detailUnit)) return;
    const { dong } = toDong(value, detailUnit);
    const manner = fold(String(manners[row] ?? ""));
    const one = found.get(fold(work)) ?? { paid: 0, advance: 0 };
    const back = manner === "thu hoi tam ung" || manner === "giam chi";
    if (manner === "tam ung" || manner === "thanh toan") one.paid += dong;
    else if (back) one.paid -= Math.abs(dong);
    if (manner === "tam ung") one.advance += dong;
    else if (manner === "thu hoi tam ung") one.advance -= Math.abs(dong);
    found.set(fold(work), one);
  });
  return found;
}
