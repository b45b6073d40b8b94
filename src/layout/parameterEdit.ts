/** Parameters set from outside the sheet: the rows of `tblThamSo` changed where they stand, or added below. */
import type { CellInput, CellValue, Edit, Expectation, Operation } from "../book";
import { normalise } from "../domain";
import { parameterFormat } from "./parameters";
import type { WorkbookTables } from "./reading";

export interface ParameterChange {
  /** As in the column `Tham số`. */
  readonly name: string;
  /** null empties the cell; a row is not added for it. */
  readonly value: CellInput;
  /** Written with a new row only. */
  readonly note?: string;
}

/**
 * The edit that sets these parameters; only cells whose value differs are written. It expects the cells as they were read.
 * @returns null where the workbook has no `tblThamSo`
 */
export function parameterEdit(
  tables: WorkbookTables,
  changes: readonly ParameterChange[],
  task = "settings",
): Edit | null {
  const view = tables.table("tblThamSo");
  if (!view) return null;
  const folded = (name: CellValue) => (typeof name === "string" ? normalise(name).toLowerCase() : "");
  const names = view.column("Tham số").map(folded);
  const values = view.column("Giá trị");
  const column = view.sheetColumn("Giá trị");
  const operations: Operation[] = [];
  const expects: Expectation[] = [];
  const added: CellInput[][] = [];
  for (const { name, value, note } of changes) {
    // The last of several rows of one name is the one that is read.
    const at = names.lastIndexOf(folded(name));
    if (at < 0) {
      if (value !== null) added.push(newRow(view.headers, name, value, note ?? null));
      continue;
    }
    const old = values[at] ?? null;
    if (old === value || (value === null && old === "")) continue;
    const row = view.firstRow + at;
    const sheet = view.sheet.name;
    const numberFormats = [[typeof value === "number" ? parameterFormat(name) : null]];
    operations.push({ kind: "writeCells", sheet, row, column, cells: [[value]], numberFormats });
    expects.push({ sheet, row, column, values: [[old]] });
  }
  if (added.length > 0) operations.push({ kind: "appendRows", table: "tblThamSo", rows: added });
  return { task, operations, expects };
}

function newRow(
  headers: readonly string[],
  name: string,
  value: CellInput,
  note: string | null,
): CellInput[] {
  const cells: Readonly<Record<string, CellInput>> = { "Tham số": name, "Giá trị": value, "Ghi chú": note };
  return headers.map((header) => cells[header.normalize("NFC").trim()] ?? null);
}
