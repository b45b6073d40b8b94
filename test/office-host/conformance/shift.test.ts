/** Property: inserting empty rows or columns, or renaming a sheet, changes no formula's result (another library computes it). */
import fc from "fast-check";
import { Book, insertCells, maxColumns, maxRows, renameSheet, type Sheet } from "../model";

const size = 6;
const position = fc.record({ row: fc.nat(size - 1), column: fc.nat(size - 1) });
const name = (column: number) => String.fromCharCode(65 + column);

/** Formulas in columns right of the numbers, so that they cannot refer to each other. */
const formula = fc
  .tuple(position, position, fc.constantFrom("SUM", "MAX", "COUNT"), fc.boolean(), fc.boolean())
  .map(([a, b, fn, absolute, named]) => {
    const mark = absolute ? "$" : "";
    const sheet = named ? "'Số liệu'!" : "";
    return `=${fn}(${sheet}${mark}${name(a.column)}${mark}${a.row + 1}:${name(b.column)}${b.row + 1})+${sheet}${name(b.column)}${a.row + 1}`;
  });

function results(book: Book): string[] {
  book.settle();
  const found: string[] = [];
  for (const sheet of book.sheets)
    for (const [, , cell] of sheet.grid.formulaCells()) found.push(String(cell.value));
  return found.sort();
}

function fill(sheet: Sheet, book: Book, numbers: readonly number[], formulas: readonly string[]): void {
  book.write(
    sheet,
    { row: 0, column: 0, rows: size, columns: size },
    (row, column) => numbers[row * size + column] ?? 0,
  );
  book.write(sheet, { row: 0, column: size + 2, rows: formulas.length, columns: 1 }, (row) => formulas[row]);
}

test("results stand when rows or columns are inserted and the sheet is renamed", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -99, max: 99 }), { minLength: size * size, maxLength: size * size }),
      fc.array(formula, { minLength: 1, maxLength: 5 }),
      fc.array(fc.record({ at: fc.nat(size), count: fc.integer({ min: 1, max: 3 }), rows: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      }),
      (numbers, formulas, insertions) => {
        const book = new Book(["Số liệu"]);
        const sheet = book.sheets[0] as Sheet;
        fill(sheet, book, numbers, formulas);
        const before = results(book);
        for (const { at, count, rows } of insertions) {
          if (rows)
            insertCells(book, sheet, { row: at, column: 0, rows: count, columns: maxColumns }, "Down");
          else insertCells(book, sheet, { row: 0, column: at, rows: maxRows, columns: count }, "Right");
        }
        renameSheet(book, sheet, "Khác");
        expect(results(book)).toEqual(before);
      },
    ),
    { numRuns: 60, seed: 20250808 },
  );
});
