/** A formula for another cell: its relative references move along, as when a cell is copied. */
import { columnLetters } from "./address";
import { scanFormula, sheetColumns, sheetRows, type Corner } from "./formula-references";

/** A formula cut where references stand that move with the cell. */
export interface MovableFormula {
  readonly pieces: readonly (string | Corner)[];
}

/** Cuts a formula (no leading `=`) so that it can be moved many times. */
export function movable(formula: string): MovableFormula {
  const pieces: (string | Corner)[] = [];
  let at = 0;
  for (const { first, last } of scanFormula(formula).references) {
    for (const corner of last ? [first, last] : [first]) {
      if (!movesColumn(corner) && !movesRow(corner)) continue;
      pieces.push(formula.slice(at, corner.start), corner);
      at = corner.end;
    }
  }
  pieces.push(formula.slice(at));
  return { pieces };
}

/** The formula as it reads `rows` further down and `columns` further right; null where a reference would leave the sheet. */
export function moved(formula: MovableFormula, rows: number, columns: number): string | null {
  let text = "";
  for (const piece of formula.pieces) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    const toColumn = piece.column === null ? null : piece.column + (piece.columnFixed ? 0 : columns);
    const toRow = piece.row === null ? null : piece.row + (piece.rowFixed ? 0 : rows);
    if (toColumn !== null && (toColumn < 0 || toColumn >= sheetColumns)) return null;
    if (toRow !== null && (toRow < 0 || toRow >= sheetRows)) return null;
    if (toColumn !== null) text += (piece.columnFixed ? "$" : "") + columnLetters(toColumn);
    if (toRow !== null) text += (piece.rowFixed ? "$" : "") + String(toRow + 1);
  }
  return text;
}

function movesColumn({ column, columnFixed }: Corner): boolean {
  return column !== null && !columnFixed;
}

function movesRow({ row, rowFixed }: Corner): boolean {
  return row !== null && !rowFixed;
}
