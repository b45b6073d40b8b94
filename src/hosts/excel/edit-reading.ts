/** What must be read before an edit: the cells it touches and expects, the designs of sheets it replaces. Nothing else. */
import {
  changedCells,
  madeSheets,
  writtenArea,
  type Area,
  type Expectation,
  type Operation,
} from "../../book";
import { tableNamed, type Inventory, type Listed } from "./inventory";
import type { JournalRecord } from "./journal-sheet";
import type { LastRowRules } from "./last-row-rules";
import { operationsLeft } from "./putting-back";
import type { AskedArea, AskedAreas, Wish } from "./reading";
import { columnsBeside, lastColumns, lastDataRow, lastRows, rowsBelow, TableShapes } from "./table-shapes";

export function wishFor(
  operations: readonly Operation[],
  expects: readonly Expectation[],
  rules: LastRowRules,
): Wish {
  const growing = operations.flatMap((operation) =>
    operation.kind === "appendRows" ? [operation.table] : [],
  );
  return {
    // Formulas anywhere follow rows that move.
    used: repeatsStanding(operations)
      ? null
      : expects.filter((one) => one.nothingElse).map((one) => one.sheet),
    aspects: { formulas: true, numberFormats: true },
    fonts: false,
    designs: (listed) => designsFor(operations, listed),
    covered: (listed) => coveredSheets(operations, listed),
    areas: (inventory) => areasFor(operations, expects, inventory),
    pieces: (inventory) => rules.pieces(inventory, growing),
    enough: (read) => changedCells({ task: "", operations, expects }, read).length > 0,
  };
}

/** Rows of a sheet that the edit does not make are repeated. */
function repeatsStanding(operations: readonly Operation[]): boolean {
  const made = madeSheets({ task: "", operations });
  return operations.some((one) => one.kind === "repeatRows" && !made.has(one.sheet.toLowerCase()));
}

/** What must be read of a workbook in which an edit was broken off: formats of cells that are written again, and designs. */
export function wishForPuttingBack(record: JournalRecord, rules: LastRowRules): Wish {
  const rewritten = record.undo.filter((operation) => operation.kind === "rewriteSheet");
  const touched = (inventory: Inventory) =>
    operationsLeft(record, inventory).filter(
      (operation) => operation.kind === "writeCells" || operation.kind === "appendRows",
    );
  const growing = (inventory: Inventory) =>
    touched(inventory).flatMap((operation) => (operation.kind === "appendRows" ? [operation.table] : []));
  return {
    used: [],
    aspects: { formulas: true, numberFormats: true },
    fonts: false,
    designs: (listed) => designsFor(rewritten, listed),
    areas: (inventory) => areasFor(touched(inventory), [], inventory),
    pieces: (inventory) => rules.pieces(inventory, growing(inventory)),
  };
}

const FIRST_CELL: Area = { row: 0, column: 0, rows: 1, columns: 1 };

type Part = (inventory: Inventory) => Area | null;

function designsFor(operations: readonly Operation[], listed: Listed): Map<string, Part> {
  const parts = new Map<string, Part>();
  const nameOf = (table: string) => sheetOfTable(table, listed);
  const add = (sheet: string, part: Part) => {
    const name = sheet.toLowerCase();
    parts.set(name, parts.has(name) ? () => null : part);
  };
  for (const operation of operations) {
    if (operation.kind === "rewriteSheet") add(operation.design.name, () => null);
    const whole =
      operation.kind === "deleteSheet" || operation.kind === "copySheet" || operation.kind === "repeatRows";
    if (whole) add(operation.sheet, () => null);
    if (operation.kind !== "removeTable" && operation.kind !== "removeLastColumns") continue;
    const { table: name } = operation;
    const sheet = nameOf(name);
    if (sheet === undefined) continue;
    add(sheet, (inventory) => {
      const table = tableNamed(inventory, name);
      if (!table) return null;
      return operation.kind === "removeTable" ? table.area : lastColumns(table, operation.count);
    });
  }
  for (const operation of operations) {
    // Rules are read whole with any part of a design: of the cells one is enough.
    if (operation.kind !== "addTable" && operation.kind !== "addColumns") continue;
    const sheet = operation.kind === "addTable" ? operation.sheet : nameOf(operation.table);
    const name = sheet?.toLowerCase();
    if (name !== undefined && !parts.has(name)) parts.set(name, () => FIRST_CELL);
  }
  return parts;
}

function sheetOfTable(table: string, listed: Listed): string | undefined {
  return listed.tables.find((one) => one.name.toLowerCase() === table.toLowerCase())?.sheet;
}

/** Sheets on which rows, columns or a table come over cells that may have formats. */
function coveredSheets(operations: readonly Operation[], listed: Listed): ReadonlySet<string> {
  const names = operations.flatMap((operation) => {
    if (operation.kind === "addTable") return operation.sheet;
    if (operation.kind !== "appendRows" && operation.kind !== "addColumns") return [];
    return sheetOfTable(operation.table, listed) ?? [];
  });
  return new Set(names.map((name) => name.toLowerCase()));
}

function areasFor(
  operations: readonly Operation[],
  expects: readonly Expectation[],
  inventory: Inventory,
): AskedAreas {
  const areas = new Map<string, AskedArea[]>();
  const add: AddArea = (sheet, area, formats, covered = false) => {
    if (area.rows <= 0 || area.columns <= 0) return;
    const name = sheet.toLowerCase();
    areas.set(name, [...(areas.get(name) ?? []), { area, formats, covered }]);
  };
  for (const { sheet, row, column, values } of expects) {
    const columns = Math.max(0, ...values.map((line) => line.length));
    add(sheet, { row, column, rows: values.length, columns }, false);
  }
  const shapes = new TableShapes(inventory.tables);
  for (const operation of operations) {
    addTouched(operation, shapes, add);
    shapes.apply(operation);
  }
  // What stands on sheets that are made by the edit itself cannot be read.
  const standing = new Set(inventory.sheets.map((sheet) => sheet.name.toLowerCase()));
  return new Map([...areas].filter(([name]) => standing.has(name)));
}

type AddArea = (sheet: string, area: Area, formats: boolean, covered?: boolean) => void;

/** The cells that an operation writes, empties or needs empty, and the row whose formats new rows take on. */
function addTouched(operation: Operation, shapes: TableShapes, add: AddArea): void {
  if (operation.kind === "writeCells") add(operation.sheet, writtenArea(operation), true);
  if (operation.kind === "addTable") add(operation.sheet, operation.table.area, false, true);
  if (!("table" in operation) || operation.kind === "addTable") return;
  const table = shapes.find(operation.table);
  if (!table) return;
  switch (operation.kind) {
    case "appendRows":
      add(table.sheet, { ...table.area, row: lastDataRow(table), rows: 1 }, true);
      return add(table.sheet, rowsBelow(table, operation.rows.length), false, true);
    case "removeLastRows":
      return add(table.sheet, lastRows(table, operation.count), true);
    case "addColumns":
      return add(table.sheet, columnsBeside(table, operation.columns.length), false, true);
    case "removeLastColumns":
      return add(table.sheet, lastColumns(table, operation.count), true);
    case "removeTable":
      return add(table.sheet, table.area, true);
  }
}
