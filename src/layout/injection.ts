/**
 * The structure and a plan's rows put into a workbook, as an Edit. Always true: a second injection changes nothing, what
 * a person typed is never touched, and a sheet that bears one of our names but is not ours is never overwritten.
 */
import {
  findSheet,
  findTable,
  isCellFormula,
  sameValue,
  type CellInput,
  type CellValue,
  type Edit,
  type Operation,
  type Snapshot,
} from "../book";
import { fold } from "../domain";
import { sheetDesign, tableParts, type DesignContext } from "./design";
import { readTables, type TableView } from "./reading";
import { rowCells, type ComputeContext, type RowValues, type TableRows } from "./rows";
import { sheets } from "./sheets";
import type { ColumnSpec, SheetSpec, TableSpec } from "./spec";
import { bodyFormat, headerFormat } from "./style";
import { columnValidation } from "./validation";

/** A row that stands in the workbook with other values than the plan's; it is left as it is. */
export interface InjectionDifference {
  readonly table: string;
  /** 1-based sheet row. */
  readonly row: number;
  readonly header: string;
  readonly inWorkbook: CellValue;
  readonly inPlan: CellValue;
}

export type Injection =
  | { readonly possible: true; readonly edit: Edit; readonly differences: readonly InjectionDifference[] }
  /** Sheets of these names are somebody else's. */
  | { readonly possible: false; readonly foreignSheets: readonly string[] };

/** What must be written so that the workbook holds the structure and these rows. */
export function injection(snapshot: Snapshot, rows: TableRows, context: DesignContext): Injection {
  const foreignSheets = sheets
    .filter(
      (sheet) =>
        findSheet(snapshot, sheet.name) && !sheet.tables.some((table) => findTable(snapshot, table.name)),
    )
    .map((sheet) => sheet.name);
  if (foreignSheets.length > 0) return { possible: false, foreignSheets };

  const views = readTables(snapshot);
  const operations: Operation[] = [];
  const differences: InjectionDifference[] = [];
  for (const sheet of sheets) {
    const present = sheet.tables.filter((table) => views.table(table.name));
    if (present.length === 0) {
      operations.push({ kind: "createSheet", design: sheetDesign(sheet, rows, context) });
      continue;
    }
    for (const table of sheet.tables) {
      const view = views.table(table.name);
      if (!view) {
        operations.push(
          missingTable(sheet, table, present, views.table, rows.get(table.name) ?? [], context),
        );
        continue;
      }
      operations.push(...missingColumns(table, view, context));
      const merged = mergeRows(table, view, rows.get(table.name) ?? [], context);
      operations.push(...merged.operations);
      // Where the file comes from is not the plan's matter.
      if (sheet.visibility === "visible") differences.push(...merged.differences);
    }
  }
  return { possible: true, edit: { task: "inject", operations }, differences };
}

/** A table that an older structure lacked: right of the tables on its sheet. */
function missingTable(
  sheet: SheetSpec,
  table: TableSpec,
  present: readonly TableSpec[],
  find: (name: string) => TableView | undefined,
  rows: readonly RowValues[],
  context: DesignContext,
): Operation {
  const home = find(present[0]!.name)!.sheet;
  const right = Math.max(
    0,
    ...home.values.map((row) => row.length),
    ...home.tables.map((one) => one.area.column + one.area.columns),
  );
  const parts = tableParts({ ...sheet, tables: [table] }, table, rows, context, right + 1);
  return { kind: "addTable", sheet: home.name, ...parts };
}

/** Columns that an older structure lacked: at the table's right end. */
function missingColumns(table: TableSpec, view: TableView, context: DesignContext): Operation[] {
  const missing = table.columns.filter((column) => view.sheetColumn(column.header) < 0);
  if (missing.length === 0) return [];
  const left = Math.min(
    ...table.columns.map((column) => view.sheetColumn(column.header)).filter((at) => at >= 0),
  );
  const first = left + view.headers.length;
  const cells = missing.flatMap((column, index) => columnCells(table, column, view, first + index, context));
  const validations = missing
    .map((column, index) => {
      const area = { row: view.firstRow, column: first + index, rows: view.rowCount, columns: 1 };
      return columnValidation(table, column, area, context.find);
    })
    .filter((validation) => validation !== null);
  return [
    {
      kind: "addColumns",
      table: table.name,
      columns: missing.map(({ header, formula }) => ({
        header,
        ...(formula === undefined ? {} : { formula }),
      })),
      cells,
      validations,
      conditionalFormats: [],
    },
  ];
}

function columnCells(
  table: TableSpec,
  column: ColumnSpec,
  view: TableView,
  at: number,
  context: DesignContext,
) {
  const header = { row: view.headerRow, column: at, content: column.header, format: headerFormat(column) };
  const body = Array.from({ length: view.rowCount }, (_unused, row) => {
    const content = rowCells(table, rowOf(table, view, row), context)[table.columns.indexOf(column)]!;
    return {
      row: view.firstRow + row,
      column: at,
      ...(isCellFormula(content) ? { content } : {}),
      format: bodyFormat(column, context),
    };
  });
  return [header, ...body];
}

function rowOf(table: TableSpec, view: TableView, row: number): RowValues {
  return Object.fromEntries(
    table.columns.map((column) => [column.header, view.column(column.header)[row] ?? null]),
  );
}

/** Rows the table lacks go into its empty last rows, then below it; rows that are there stay, their differences told. */
function mergeRows(
  table: TableSpec,
  view: TableView,
  rows: readonly RowValues[],
  context: DesignContext,
): { operations: Operation[]; differences: InjectionDifference[] } {
  const used = usedRows(view);
  if (table.refill.by === "emptyTable" && used > 0) return { operations: [], differences: [] };

  const known = new Map<string, number>();
  if (table.refill.by !== "emptyTable") {
    for (let row = 0; row < used; row += 1) known.set(keyOf(table.refill.by, rowOf(table, view, row)), row);
  }
  const differences: InjectionDifference[] = [];
  const fresh: RowValues[] = [];
  for (const row of rows) {
    const at = table.refill.by === "emptyTable" ? undefined : known.get(keyOf(table.refill.by, row));
    if (at === undefined) fresh.push(row);
    else differences.push(...rowDifferences(table, view, at, row));
  }
  return { operations: addedRows(view, fresh, context), differences };
}

/** How many rows stand before the empty ones at the table's end. */
function usedRows(view: TableView): number {
  let blanks = 0;
  while (blanks < view.rowCount && view.isBlank(view.rowCount - 1 - blanks)) blanks += 1;
  return view.rowCount - blanks;
}

/** Rows put under those of a table: into its empty last rows, then below it. One call for each table of an edit. */
export function addedRows(
  view: TableView,
  fresh: readonly RowValues[],
  context: ComputeContext,
): Operation[] {
  if (fresh.length === 0) return [];
  const table = view.spec;
  const used = usedRows(view);
  const order = view.headers.map((header) => table.columns.findIndex((column) => column.header === header));
  const cells = fresh.map((row) => {
    const content = rowCells(table, row, context);
    return order.map((index): CellInput => (index < 0 ? null : content[index]!));
  });
  const room = view.rowCount - used;
  const left = Math.min(...view.headers.map((header) => view.sheetColumn(header)).filter((at) => at >= 0));
  const operations: Operation[] = [];
  if (room > 0) {
    const inside = cells.slice(0, room);
    operations.push({
      kind: "writeCells",
      sheet: view.sheet.name,
      row: view.firstRow + used,
      column: left,
      cells: inside,
    });
  }
  if (cells.length > room)
    operations.push({ kind: "appendRows", table: table.name, rows: cells.slice(room) });
  return operations;
}

function keyOf(headers: readonly string[], row: RowValues): string {
  return headers.map((header) => fold(String(row[header] ?? ""))).join("\u0000");
}

/** Only what the plan says is compared: an empty cell of the plan's row says nothing. */
function rowDifferences(
  table: TableSpec,
  view: TableView,
  at: number,
  row: RowValues,
): InjectionDifference[] {
  return table.columns.flatMap((column) => {
    const wanted = row[column.header] ?? null;
    if (column.role !== "typed" || wanted === null || isCellFormula(wanted)) return [];
    const found = view.column(column.header)[at] ?? null;
    if (sameValue(found, wanted)) return [];
    return [
      {
        table: table.name,
        row: view.firstRow + at + 1,
        header: column.header,
        inWorkbook: found,
        inPlan: wanted,
      },
    ];
  });
}
