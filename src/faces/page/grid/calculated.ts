/** What the grid has calculated, brought to the book, whose rules and whose file hold the values of formulas. */
import { isCellError, isCellFormula, type CellInput, type Edit, type Operation } from "../../../book";
import type { GridModel } from "./model";

/** Cells that were calculated, by sheet, row and column. */
export type Calculated = ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<number>>>;

/**
 * One edit a sheet, of the values that differ from those in the book (`present`); the formulas themselves stay as the
 * book has them. An error where the book has a value is the grid's own want of a function, and is left out.
 */
export function calculatedEdits(
  model: GridModel,
  calculated: Calculated,
  present: (sheet: string, row: number, column: number) => CellInput,
): Edit[] {
  const edits: Edit[] = [];
  for (const [id, rows] of calculated) {
    const sheet = model.sheetOf(id);
    if (!sheet) continue;
    const operations: Operation[] = [];
    for (const [row, columns] of rows) {
      for (const column of columns) {
        const cell = freshValue(model.content(id, row, column), present(sheet.name, row, column));
        if (cell) operations.push({ kind: "writeCells", sheet: sheet.name, row, column, cells: [[cell]] });
      }
    }
    if (operations.length > 0) edits.push({ task: "calculate", operations: inColumns(operations) });
  }
  return edits;
}

function freshValue(now: CellInput, before: CellInput): CellInput | null {
  if (!isCellFormula(now) || !isCellFormula(before) || now.value === null) return null;
  if (isCellError(now.value) && before.value !== null) return null;
  // The grid gives 0 for INDEX into another sheet's table.
  if (/\bINDEX\(/i.test(before.formula)) return null;
  return same(now.value, before.value) ? null : { formula: before.formula, value: now.value };
}

/** Single cells below each other as one operation. */
function inColumns(operations: readonly Operation[]): Operation[] {
  const cells = operations.flatMap((one) => (one.kind === "writeCells" ? [one] : []));
  cells.sort((a, b) => a.column - b.column || a.row - b.row);
  const merged: (typeof cells)[number][] = [];
  for (const cell of cells) {
    const last = merged.at(-1);
    if (last && last.column === cell.column && last.row + last.cells.length === cell.row) {
      merged[merged.length - 1] = { ...last, cells: [...last.cells, ...cell.cells] };
    } else merged.push(cell);
  }
  return merged;
}

function same(a: CellInput, b: CellInput): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return JSON.stringify(a === "" ? null : a) === JSON.stringify(b === "" ? null : b);
}
