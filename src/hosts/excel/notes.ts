/**
 * Notes on cells. Excel's interface has them from ExcelApi 1.18 on; before, a note is kept as the input prompt of its cell,
 * which Excel shows when the cell is chosen. A cell with a validation of its own then goes without.
 */
import { cellAddress, type DesignCell, type Validation } from "../../book";
import { intersection } from "./areas";
import type { Piece } from "./pieces";
import { supports } from "./support";
import { writePromptNote } from "./validations";

export function writeNotes(
  sheet: Excel.Worksheet,
  cells: readonly DesignCell[],
  validations: readonly Validation[],
): void {
  for (const cell of cells) {
    if (cell.note === undefined) continue;
    const range = sheet.getCell(cell.row, cell.column);
    if (supports("1.18")) sheet.notes.add(range, cell.note);
    else if (!validations.some((one) => covers(one, cell))) writePromptNote(range, cell.note);
  }
}

function covers(validation: Validation, { row, column }: DesignCell): boolean {
  return validation.areas.some((area) => intersection(area, { row, column, rows: 1, columns: 1 }) !== null);
}

/** Takes the notes off cells whose notes are known; input prompts go with the validations. */
export function deleteNotes(sheet: Excel.Worksheet, cells: readonly DesignCell[]): void {
  if (!supports("1.18")) return;
  for (const cell of cells) {
    if (cell.note === undefined) continue;
    sheet.notes.getItemOrNullObject(cellAddress(cell.row, cell.column)).delete();
  }
}

interface FoundNote {
  readonly row: number;
  readonly column: number;
  readonly note: string;
}

/** The notes of one sheet. */
export class NoteReading {
  private count = 0;
  readonly notes: FoundNote[] = [];

  constructor(private readonly sheetId: string) {}

  ask(sheet: Excel.Worksheet): () => void {
    if (!supports("1.18")) return () => undefined;
    const count = sheet.notes.getCount();
    return () => {
      this.count = count.value;
    };
  }

  pieces(): Piece[] {
    if (this.count === 0) return [];
    return [
      {
        bytes: this.count * 600,
        ask: (workbook) => this.askNotes(workbook.worksheets.getItem(this.sheetId)),
      },
    ];
  }

  private askNotes(sheet: Excel.Worksheet): () => void {
    if (!supports("1.18")) return () => undefined;
    const found = Array.from({ length: this.count }, (_one, index) => {
      const note = sheet.notes.getItemAt(index);
      return { note: note.load("content"), cell: note.getLocation().load("rowIndex,columnIndex") };
    });
    return () => {
      this.notes.push(
        ...found.map(({ note, cell }) => ({
          row: cell.rowIndex,
          column: cell.columnIndex,
          note: note.content,
        })),
      );
    };
  }
}
