/**
 * What an edit expects to find, so that nothing a person wrote meanwhile is lost: what is no longer so, and what an
 * operation leaves for its undo to expect.
 */
import { cellAddress } from "./address";
import { isCellError, isCellFormula, type CellInput, type CellValue } from "./cells";
import type { DesignCell } from "./design";
import type { Edit, Expectation, Operation } from "./edit";
import type { ChangedCell } from "./port";
import { dataArea, findSheet, findTable, valueAt, type SheetSnapshot, type Snapshot } from "./snapshot";

/** The cells that no longer hold what the edit expects. */
export function changedCells(edit: Edit, now: Snapshot): ChangedCell[] {
  const changed: ChangedCell[] = [];
  for (const expectation of edit.expects ?? []) {
    const sheet = findSheet(now, expectation.sheet);
    expectation.values.forEach((row, r) =>
      row.forEach((expected, c) => {
        if (expected === undefined) return;
        const found = sheet ? valueAt(sheet, expectation.row + r, expectation.column + c) : null;
        if (!sameValue(expected, found)) {
          const cell = cellAddress(expectation.row + r, expectation.column + c);
          changed.push({ sheet: expectation.sheet, cell, expected, found });
        }
      }),
    );
    if (expectation.nothingElse && sheet) changed.push(...valuesOutside(expectation, sheet));
  }
  return changed;
}

function valuesOutside(expectation: Expectation, sheet: SheetSnapshot): ChangedCell[] {
  const changed: ChangedCell[] = [];
  sheet.values.forEach((row, r) =>
    row.forEach((found, c) => {
      const inside = expectation.values[r - expectation.row];
      const covered =
        inside !== undefined && c >= expectation.column && c < expectation.column + inside.length;
      if (covered || found === null || found === "") return;
      changed.push({ sheet: expectation.sheet, cell: cellAddress(r, c), expected: null, found });
    }),
  );
  return changed;
}

/** Empty text and no value are one; numbers may differ by what 15 digits cannot hold. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (isCellError(a) || isCellError(b)) return isCellError(a) && isCellError(b) && a.error === b.error;
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
  return (a === "" ? null : a) === (b === "" ? null : b);
}

/** What an operation leaves behind in cells that people also write: guarded on undo. */
export function leaves(operation: Operation, before: Snapshot): Expectation | null {
  if (operation.kind === "writeCells") {
    return {
      sheet: operation.sheet,
      row: operation.row,
      column: operation.column,
      values: valuesOf(operation.cells),
    };
  }
  if (operation.kind === "appendRows") {
    const place = findTable(before, operation.table);
    if (!place) return null;
    const area = dataArea(place.table);
    return {
      sheet: place.sheet.name,
      row: area.row + area.rows,
      column: area.column,
      values: valuesOf(operation.rows),
    };
  }
  if (operation.kind === "createSheet" || operation.kind === "rewriteSheet") {
    const filled = operation.design.cells.filter((cell) => cell.content !== undefined);
    const image = imageOfCells(operation.design.name, filled, { row: 0, column: 0 });
    return image && { ...image, nothingElse: true };
  }
  if (operation.kind === "addTable") return imageOfCells(operation.sheet, operation.cells);
  if (operation.kind === "addColumns") {
    const place = findTable(before, operation.table);
    return place ? imageOfCells(place.sheet.name, operation.cells) : null;
  }
  return null;
}

/** Values written; a formula's value may change by itself and is not guarded. */
function valuesOf(rows: readonly (readonly CellInput[])[]): (CellValue | undefined)[][] {
  return rows.map((row) => row.map(guarded));
}

function guarded(content: CellInput): CellValue | undefined {
  return isCellFormula(content) ? undefined : content;
}

/** The rectangle around cells with what they hold: what a person has typed into it is seen before it goes. */
function imageOfCells(
  sheet: string,
  cells: readonly DesignCell[],
  from?: { readonly row: number; readonly column: number },
): Expectation | null {
  const [first] = cells;
  if (!first) return null;
  let { row: top, column: left } = from ?? first;
  let bottom = top;
  let right = left;
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  const values: (CellValue | undefined)[][] = Array.from({ length: bottom - top + 1 }, () =>
    Array.from({ length: right - left + 1 }, () => null),
  );
  for (const { row, column, content } of cells) {
    if (content !== undefined) values[row - top]![column - left] = guarded(content);
  }
  return { sheet, row: top, column: left, values };
}
