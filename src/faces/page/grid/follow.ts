/** The grid follows the book: what an edit has done to the book is done to what is shown. */
import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import { UpdateRuleType } from "@univerjs/data-validation";
import type { CellInput, Edit, Operation, TableDesign } from "../../../book";
import { tableId, type GridSheet } from "./build";
import { contentOf } from "./contents";
import { dataOf, rangeOf } from "./ranges";
import { grownRanges, sameRanges, type GridModel } from "./model";

type CellMatrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Whether the grid can follow this edit cell by cell; otherwise it is built anew from the book. */
export function canFollow(edit: Edit): boolean {
  return edit.operations.every((operation) => {
    if (operation.kind === "removeLastRows") return operation.uncovers === undefined;
    return operation.kind === "writeCells" || operation.kind === "appendRows";
  });
}

/** Shows what the edit did. `keep` names cells that a person has changed meanwhile: those are left alone. */
export function followEdit(
  model: GridModel,
  edit: Edit,
  keep: (sheet: string, row: number, column: number) => boolean,
): void {
  for (const operation of edit.operations) followOperation(model, operation, keep);
}

type Keep = (sheet: string, row: number, column: number) => boolean;

function followOperation(model: GridModel, operation: Operation, keep: Keep): void {
  switch (operation.kind) {
    case "writeCells": {
      const sheet = model.sheetNamed(operation.sheet);
      if (!sheet) return;
      showCells(
        model,
        sheet.id,
        operation.row,
        operation.column,
        operation.cells,
        keep,
        operation.numberFormats,
      );
      return;
    }
    case "appendRows":
      return appendRows(model, operation, keep);
    case "removeLastRows":
      return removeLastRows(model, operation.table, operation.count, keep);
    default:
      throw new Error(`the grid cannot follow ${operation.kind}`);
  }
}

/** Puts contents into the grid where it shows something else. */
export function showCells(
  model: GridModel,
  id: string,
  row: number,
  column: number,
  cells: readonly (readonly CellInput[])[],
  keep: Keep,
  numberFormats: readonly (readonly (string | null)[])[] = [],
): void {
  roomFor(model, id, row + cells.length);
  const cellValue: CellMatrix = {};
  let any = false;
  cells.forEach((line, r) =>
    line.forEach((content, c) => {
      const at = [row + r, column + c] as const;
      const pattern = numberFormats[r]?.[c] ?? null;
      const formatted = pattern !== null && pattern !== model.pattern(id, ...at);
      if (keep(id, ...at) || (!formatted && sameContent(model.content(id, ...at), content))) return;
      (cellValue[at[0]] ??= {})[at[1]] = {
        ...blank,
        ...contentOf(content),
        ...(formatted ? { s: { n: { pattern } } } : {}),
      };
      any = true;
    }),
  );
  if (any)
    model.mutate("sheet.mutation.set-range-values", { unitId: model.unitId, subUnitId: id, cellValue });
}

/** Every part of a cell's content is named, or the grid would keep what stood there. */
const blank: ICellData = { v: null, f: null, p: null, si: null, t: null };

function sameContent(a: CellInput, b: CellInput): boolean {
  const plain = (one: CellInput) => (one === "" ? null : one);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function roomFor(model: GridModel, id: string, rows: number): void {
  const worksheet = model.worksheet(id);
  if (worksheet.getRowCount() > rows + 20) return;
  const params = { unitId: model.unitId, subUnitId: id, rowCount: rows + 300 };
  model.mutate("sheet.mutation.set-worksheet-row-count", params);
}

function appendRows(
  model: GridModel,
  operation: Extract<Operation, { kind: "appendRows" }>,
  keep: Keep,
): void {
  const place = model.tableNamed(operation.table);
  if (!place || operation.rows.length === 0) return;
  const { sheet, table } = place;
  const count = operation.rows.length;
  const data = dataOf(table);
  roomFor(model, sheet.id, data.row + data.rows + count);
  const formats = formatsBelow(model, sheet, table, count);
  model.mutate("sheet.mutation.set-range-values", {
    unitId: model.unitId,
    subUnitId: sheet.id,
    cellValue: formats,
  });
  resizeTable(model, sheet, table, count);
  const rows = operation.rows.map((row) =>
    table.columns.map((column, c): CellInput => {
      const given = row[c] ?? null;
      return given === null && column.formula !== undefined
        ? { formula: column.formula, value: null }
        : given;
    }),
  );
  showCells(model, sheet.id, data.row + data.rows, data.column, rows, keep);
}

/** The formats of the table's last row, for the rows below it. */
function formatsBelow(model: GridModel, sheet: GridSheet, table: TableDesign, count: number): CellMatrix {
  const data = dataOf(table);
  const last = data.row + data.rows - 1;
  const cells: CellMatrix = {};
  for (let r = 1; r <= count; r += 1) {
    const row: Record<number, ICellData> = {};
    for (let c = data.column; c < data.column + data.columns; c += 1) {
      const style = model.raw(sheet.id, last, c)?.s;
      if (style) row[c] = { s: style };
    }
    cells[last + r] = row;
  }
  return cells;
}

function removeLastRows(model: GridModel, name: string, wanted: number, keep: Keep): void {
  const place = model.tableNamed(name);
  if (!place) return;
  const { sheet, table } = place;
  const data = dataOf(table);
  const count = Math.min(wanted, data.rows);
  if (count <= 0) return;
  const first = data.row + data.rows - count;
  const empty = Array.from({ length: count }, () => table.columns.map(() => null));
  showCells(model, sheet.id, first, data.column, empty, keep);
  // A table keeps one data row, if an empty one.
  const lost = Math.min(count, data.rows - 1);
  if (lost === 0) return;
  const cellValue: CellMatrix = {};
  for (let row = data.row + data.rows - lost; row < data.row + data.rows; row += 1) {
    cellValue[row] = Object.fromEntries(table.columns.map((_column, c) => [data.column + c, { s: null }]));
  }
  model.mutate("sheet.mutation.set-range-values", { unitId: model.unitId, subUnitId: sheet.id, cellValue });
  resizeTable(model, sheet, table, -lost);
}

/** The table, its drop-downs and its conditional formats end `count` rows lower (or higher, below zero). */
function resizeTable(model: GridModel, sheet: GridSheet, table: TableDesign, count: number): void {
  const data = dataOf(table);
  const { unitId } = model;
  const subUnitId = sheet.id;
  const grown: TableDesign = { ...table, area: { ...table.area, rows: table.area.rows + count } };
  model.mutate("sheet.mutation.set-sheet-table", {
    unitId,
    subUnitId,
    tableId: tableId(table.name),
    config: { updateRange: { newRange: rangeOf(grown.area) } },
  });
  const rules = sheet.rules.map((rule) => {
    const ranges = grownRanges(rule.ranges, data, count);
    if (sameRanges(ranges, rule.ranges)) return rule;
    const payload = { type: UpdateRuleType.RANGE, payload: ranges };
    model.mutate("data-validation.mutation.updateRule", { unitId, subUnitId, ruleId: rule.uid, payload });
    return { ...rule, ranges };
  });
  const conditionalRules = sheet.conditionalRules.map((one) => {
    const ranges = grownRanges(one.ranges, data, count);
    if (sameRanges(ranges, one.ranges)) return one;
    const rule = { ...one, ranges };
    model.mutate("sheet.mutation.set-conditional-rule", { unitId, subUnitId, cfId: one.cfId, rule });
    return rule;
  });
  const tables = sheet.tables.map((one) => (one.name === table.name ? grown : one));
  const lights = sheet.lights.map((one) => ({ ...one, ranges: grownRanges(one.ranges, data, count) }));
  model.reshape(sheet.id, { tables, rules, conditionalRules, lights });
}
