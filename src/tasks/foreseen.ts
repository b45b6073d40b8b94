/** A workbook as rules would see it after an edit that was not applied: values written, rows appended to tables. */
import {
  dataArea,
  findTable,
  inputValue,
  type Area,
  type CellInput,
  type CellValue,
  type Edit,
  type SheetSnapshot,
  type Snapshot,
} from "../book";
import { readTables, type WorkbookTables } from "../layout";

/** Only what changes tables' cells is foreseen; new sheets hold no tables of ours. */
export function foreseenTables(snapshot: Snapshot, edit: Edit): WorkbookTables {
  let sheets = snapshot.sheets;
  const change = (name: string, to: (sheet: SheetSnapshot) => SheetSnapshot) => {
    sheets = sheets.map((sheet) => (sheet.name === name ? to(sheet) : sheet));
  };
  for (const operation of edit.operations) {
    if (operation.kind === "writeCells") {
      const { row, column, cells } = operation;
      change(operation.sheet, (sheet) => ({ ...sheet, values: withCells(sheet.values, row, column, cells) }));
    }
    if (operation.kind === "appendRows") {
      const place = findTable({ ...snapshot, sheets }, operation.table);
      if (!place) throw new Error(`no table ${operation.table} to append rows to`);
      const data = dataArea(place.table);
      const area: Area = { ...place.table.area, rows: place.table.area.rows + operation.rows.length };
      change(place.sheet.name, (sheet) => ({
        ...sheet,
        values: withCells(sheet.values, data.row + data.rows, data.column, operation.rows),
        tables: sheet.tables.map((table) => (table.name === place.table.name ? { ...table, area } : table)),
      }));
    }
  }
  return readTables({ ...snapshot, sheets });
}

function withCells(
  values: readonly (readonly CellValue[])[],
  top: number,
  left: number,
  cells: readonly (readonly CellInput[])[],
): readonly (readonly CellValue[])[] {
  const changed = [...values];
  cells.forEach((line, r) => {
    const row = [...(changed[top + r] ?? [])];
    while (row.length < left + line.length) row.push(null);
    line.forEach((cell, c) => (row[left + c] = inputValue(cell)));
    for (let missing = changed.length; missing < top + r; missing += 1) changed[missing] = [];
    changed[top + r] = row;
  });
  return changed;
}
