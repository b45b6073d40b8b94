/** A reading of the workbook taken apart into columns, so that it can be sent to a worker piece by piece, and put together there. */
import type { CellValue, SheetSnapshot, Snapshot } from "../../../../../book";

/** A sheet without its cells. Formulas only of sheets without tables: those of tables are ours and known. */
export interface PackedSheet {
  readonly sheet: Omit<SheetSnapshot, "values" | "numberFormat" | "fontName" | "formulas">;
  readonly formulas: SheetSnapshot["formulas"];
  readonly rows: number;
}

/** One column of a sheet, and the rows whose font is not the column's first. */
export interface PackedColumn {
  readonly sheet: number;
  readonly column: number;
  readonly values: readonly CellValue[];
  readonly fonts: readonly (readonly [row: number, font: string])[];
}

export interface PackedBook {
  readonly date1904: boolean;
  readonly names: Snapshot["names"];
  readonly sheets: readonly PackedSheet[];
}

export function packBook({ date1904, names, sheets }: Snapshot): PackedBook {
  return {
    date1904,
    names,
    sheets: sheets.map((sheet) => {
      const { values, formulas, numberFormat: _format, fontName: _font, ...rest } = sheet;
      return { sheet: rest, formulas: sheet.tables.length > 0 ? new Map() : formulas, rows: values.length };
    }),
  };
}

/** The columns of all sheets, one at a time. */
export function* packColumns({ sheets }: Snapshot): Iterable<PackedColumn> {
  for (const [index, sheet] of sheets.entries()) {
    let width = 0;
    for (const row of sheet.values) width = Math.max(width, row.length);
    for (let column = 0; column < width; column += 1) {
      const values = new Array<CellValue>(sheet.values.length);
      const fonts: [number, string][] = [];
      let before = "";
      for (let row = 0; row < values.length; row += 1) {
        values[row] = sheet.values[row]![column] ?? null;
        if (typeof values[row] !== "string" || !sheet.fontName) continue;
        const font = sheet.fontName(row, column);
        if (font !== before) fonts.push([row, font]);
        before = font;
      }
      yield { sheet: index, column, values, fonts };
    }
  }
}

export function unpackBook(book: PackedBook, columns: readonly PackedColumn[]): Snapshot {
  const sheets = book.sheets.map(({ sheet, formulas, rows }, index): SheetSnapshot => {
    const own = columns.filter((one) => one.sheet === index);
    const values = Array.from({ length: rows }, () => new Array<CellValue>(own.length).fill(null));
    for (const { column, values: cells } of own)
      for (let row = 0; row < rows; row += 1) values[row]![column] = cells[row]!;
    const hasFonts = own.some(({ fonts }) => fonts.length > 0);
    return {
      ...sheet,
      formulas,
      values,
      numberFormat: null,
      fontName: hasFonts ? (row, column) => fontAt(own[column]?.fonts ?? [], row) : null,
    };
  });
  return { date1904: book.date1904, names: book.names, sheets, designs: new Map() };
}

/** The last font named at or above a row; fonts are named where they change. */
function fontAt(fonts: PackedColumn["fonts"], row: number): string {
  let [low, high] = [0, fonts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fonts[middle]![0] <= row) low = middle + 1;
    else high = middle;
  }
  return fonts[low - 1]?.[1] ?? "";
}
