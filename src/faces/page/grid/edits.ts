/** Cells that a person has changed, as an edit of the book: where they stand right below a table, the table grows. */
import type { CellInput, Operation, TableDesign } from "../../../book";

/** A changed cell: what it holds now, and the number format that came with it. */
export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellInput;
  readonly numberFormat: string | null;
}

export interface SheetAround {
  readonly name: string;
  readonly tables: readonly TableDesign[];
  readonly isEmpty: (row: number, column: number) => boolean;
}

/** The operations by which the book comes to hold these cells. */
export function operationsFor(sheet: SheetAround, cells: readonly ChangedCell[], grow = true): Operation[] {
  const operations: Operation[] = [];
  let rest = cells;
  for (const table of grow ? sheet.tables : []) {
    const growth = growthOf(sheet, table, rest);
    if (!growth) continue;
    operations.push(growth.operation);
    rest = growth.rest;
  }
  return [...operations, ...writesOf(sheet.name, rest)];
}

interface Growth {
  readonly operation: Operation;
  readonly rest: readonly ChangedCell[];
}

/** Rows filled from the one below the table on; null where there are none or something else stood there before. */
function growthOf(sheet: SheetAround, table: TableDesign, cells: readonly ChangedCell[]): Growth | null {
  const { area } = table;
  const below = area.row + area.rows;
  const inColumns = cells.filter(
    ({ row, column }) => row >= below && column >= area.column && column < area.column + area.columns,
  );
  const byRow = new Map<number, Map<number, ChangedCell>>();
  for (const cell of inColumns) {
    const row = byRow.get(cell.row) ?? new Map<number, ChangedCell>();
    row.set(cell.column, cell);
    byRow.set(cell.row, row);
  }
  const rows: CellInput[][] = [];
  const taken = new Set<ChangedCell>();
  for (let row = below; isFilled(byRow.get(row)); row += 1) {
    const changed = byRow.get(row)!;
    const columns = Array.from({ length: area.columns }, (_unused, c) => area.column + c);
    if (columns.some((column) => !changed.has(column) && !sheet.isEmpty(row, column))) break;
    rows.push(columns.map((column, c) => changed.get(column)?.content ?? columnFormula(table, c)));
    for (const cell of changed.values()) taken.add(cell);
  }
  if (rows.length === 0) return null;
  const operation: Operation = { kind: "appendRows", table: table.name, rows };
  return { operation, rest: cells.filter((cell) => !taken.has(cell)) };
}

/** What a new row holds in a column where nothing was typed. */
export function columnFormula(table: TableDesign, column: number): CellInput {
  const formula = table.columns[column]?.formula;
  return formula === undefined ? null : { formula, value: null };
}

function isFilled(row: ReadonlyMap<number, ChangedCell> | undefined): boolean {
  return row !== undefined && [...row.values()].some(({ content }) => content !== null);
}

/** Blocks of cells: runs in a row, and rows with the same columns put together. */
function writesOf(sheet: string, cells: readonly ChangedCell[]): Operation[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: ChangedCell[][] = [];
  for (const cell of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.row === cell.row && last.column === cell.column - 1) runs.at(-1)!.push(cell);
    else runs.push([cell]);
  }
  const blocks: ChangedCell[][][] = [];
  const open = new Map<string, ChangedCell[][]>();
  for (const run of runs) {
    const key = `${run[0]!.column}:${run.length}`;
    const block = open.get(key);
    if (block && block.at(-1)![0]!.row === run[0]!.row - 1) block.push(run);
    else {
      const started = [run];
      open.set(key, started);
      blocks.push(started);
    }
  }
  return blocks.map((block): Operation => {
    const { row, column } = block[0]![0]!;
    const formatted = block.some((line) => line.some(({ numberFormat }) => numberFormat !== null));
    return {
      kind: "writeCells",
      sheet,
      row,
      column,
      cells: block.map((line) => line.map(({ content }) => content)),
      ...(formatted
        ? { numberFormats: block.map((line) => line.map(({ numberFormat }) => numberFormat)) }
        : {}),
    };
  });
}
