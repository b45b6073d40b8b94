/** What the grid has calculated in a table's formula columns, brought to the book, whose rules read values. */
import { isCellFormula, type CellInput, type Edit, type Operation } from "../../../book";
import { dataOf, type GridModel } from "./model";

/** Values that differ from those the book holds (`present`); the formulas themselves stay. */
export function calculatedEdit(
  model: GridModel,
  sheets: ReadonlySet<string>,
  present: (sheet: string, row: number, column: number) => CellInput,
): Edit {
  const operations = model.sheets
    .filter((sheet) => sheets.has(sheet.id))
    .flatMap((sheet) =>
      sheet.tables.flatMap((table) => {
        const data = dataOf(table);
        return table.columns.flatMap((column, c) => {
          if (column.formula === undefined) return [];
          return columnRuns(model, sheet.id, sheet.name, data.column + c, data.row, data.rows, present);
        });
      }),
    );
  return { task: "calculate", operations };
}

function columnRuns(
  model: GridModel,
  id: string,
  name: string,
  column: number,
  first: number,
  count: number,
  present: (sheet: string, row: number, column: number) => CellInput,
): Operation[] {
  const operations: Operation[] = [];
  let run: CellInput[][] = [];
  const close = (end: number) => {
    if (run.length > 0)
      operations.push({ kind: "writeCells", sheet: name, row: end - run.length, column, cells: run });
    run = [];
  };
  for (let row = first; row < first + count; row += 1) {
    const before = present(name, row, column);
    const now = model.content(id, row, column);
    const fresh =
      isCellFormula(before) && isCellFormula(now) && now.value !== null && !same(before.value, now.value);
    if (fresh) run.push([{ formula: before.formula, value: now.value }]);
    else close(row);
  }
  close(first + count);
  return operations;
}

function same(a: CellInput, b: CellInput): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return JSON.stringify(a === "" ? null : a) === JSON.stringify(b === "" ? null : b);
}
