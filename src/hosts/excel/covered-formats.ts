/** Formats of empty cells that an edit is about to cover, read only as far as the sheet is in use, formats included. */
import type { Area, CellFormat } from "../../book";
import { areaOf, bands, halvesOf, intersection, LAST_COLUMN, LAST_ROW, PLACE, rangeOf } from "./areas";
import { BYTES_OF_A_LOOK, CELLS_AT_ONCE } from "./design-reading";
import { LOOK_QUERY, plainFontOf, readLook, type PlainFont } from "./looks";
import type { Piece } from "./pieces";

export class CoveredFormats {
  private used: Area | null = null;
  private plainFont: PlainFont = {};
  private readonly formats = new Map<number, CellFormat>();

  constructor(private readonly sheetId: string) {}

  /** What is asked together with the places of tables. */
  ask(workbook: Excel.Workbook): () => void {
    const sheet = workbook.worksheets.getItem(this.sheetId);
    const used = sheet.getUsedRangeOrNullObject(false).load(PLACE);
    const font = sheet.getCell(LAST_ROW - 1, LAST_COLUMN - 1).format.font.load("name,size,color");
    return () => {
      this.used = used.isNullObject ? null : areaOf(used);
      this.plainFont = plainFontOf(font);
    };
  }

  pieces(areas: readonly Area[]): Piece[] {
    const { used } = this;
    if (!used) return [];
    return areas
      .flatMap((area) => intersection(area, used) ?? [])
      .flatMap((area) => bands(area, CELLS_AT_ONCE).map((band) => this.piece(band)));
  }

  private piece(area: Area): Piece {
    return {
      bytes: area.rows * area.columns * BYTES_OF_A_LOOK,
      ask: (workbook) => {
        const range = rangeOf(workbook.worksheets.getItem(this.sheetId), area).load("numberFormat");
        const looks = range.getCellProperties(LOOK_QUERY);
        return () =>
          looks.value.forEach((line, r) =>
            line.forEach((cell, c) => {
              const look = readLook(cell.format ?? {}, this.plainFont);
              this.take(area.row + r, area.column + c, look, String(range.numberFormat[r]?.[c]));
            }),
          );
      },
      halves: () => {
        const parts = halvesOf(area);
        return parts && [this.piece(parts[0]), this.piece(parts[1])];
      },
    };
  }

  private take(row: number, column: number, look: CellFormat, numberFormat: string): void {
    const format = numberFormat === "General" ? look : { ...look, numberFormat };
    if (Object.keys(format).length > 0) this.formats.set(row * LAST_COLUMN + column, format);
  }

  /** null where a cell has no format of its own. */
  at(row: number, column: number): CellFormat | null {
    return this.formats.get(row * LAST_COLUMN + column) ?? null;
  }
}
