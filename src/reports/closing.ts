/** The line under a biểu's last row: its grand total in words. */
import { cellAddress, type CellInput } from "../book";
import { amountInWords, fitsDong, toDong, type MoneyUnit } from "../domain";

/** The total in words; the cell itself says when the figures have moved on since. */
export function totalInWords(row: number, column: number, value: CellInput, unit: MoneyUnit): CellInput {
  const total = value !== null && typeof value === "object" && "formula" in value ? value.value : value;
  if (typeof total !== "number" || !fitsDong(total, unit)) return null;
  const words = `Bằng chữ: ${amountInWords(toDong(total, unit).dong)}.`;
  const changed = "Số liệu đã thay đổi: hãy tạo lại biểu để cập nhật số tiền bằng chữ.";
  return { formula: `IF(${cellAddress(row, column)}=${total},"${words}","${changed}")`, value: words };
}
