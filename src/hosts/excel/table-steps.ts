/** Tables as steps: made, grown, shrunk, taken away. A table grows by resizing, never by its rows collection. */
import { areaAddress, type Area, type CellInput, type Operation, type Uncovered } from "../../book";
import { intersection, rangeOf } from "./areas";
import { contentSteps, designedCellSteps, emptyCellSteps, type PlacedInput } from "./cell-steps";
import { formatsWithin } from "./conditional-formats";
import type { Standing } from "./host-operations";
import { rulesStep, tableStep } from "./sheet-steps";
import { Phase, type Step } from "./steps";
import {
  lastColumns,
  lastDataRow,
  lastRows,
  rowsBelow,
  withoutLastColumns,
  withoutLastRows,
  type TableShape,
} from "./table-shapes";
import { validationsAgain } from "./validations";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** A row that is shorter than the table leaves its last cells alone: a column with a formula fills itself. */
export function appendRowsSteps(operation: Of<"appendRows">, table: TableShape, standing: Standing): Step[] {
  if (operation.rows.length === 0) return [];
  const rows = rowsBelow(table, operation.rows.length);
  const last = lastDataRow(table);
  const formatAt = standing.before.sheets.find((sheet) => sheet.name === table.sheet)?.numberFormat;
  const copyFormats: Step = {
    phase: Phase.prepareCells,
    bytes: 500,
    write: (workbook) => {
      const sheet = workbook.worksheets.getItem(table.sheet);
      rangeOf(sheet, rows).copyFrom(rangeOf(sheet, { ...rows, row: last, rows: 1 }), "Formats");
    },
  };
  const inputs = operation.rows.flatMap((row, r) =>
    row.map((content, c): PlacedInput => ({
      row: rows.row + r,
      column: rows.column + c,
      content,
      format: formatAt?.(last, rows.column + c) ?? "General",
    })),
  );
  return [
    copyFormats,
    ...contentSteps(table.sheet, inputs, standing.limit),
    resizeStep(table.name, { ...table.area, rows: table.area.rows + rows.rows }),
    rulesStep(table.sheet, { validations: standing.rules.validations(table, rows) }),
  ];
}

export function resizeStep(table: string, area: Area, phase: number = Phase.tables): Step {
  return {
    phase,
    bytes: 400,
    write: (workbook) => workbook.tables.getItem(table).resize(areaAddress(area)),
  };
}

/** Empties cells with all that is on them. */
export function clearStep(sheet: string, area: Area, phase: number = Phase.remove): Step {
  return {
    phase,
    bytes: 800,
    write: (workbook) => {
      const range = rangeOf(workbook.worksheets.getItem(sheet), area);
      range.clear("All");
      range.dataValidation.clear();
      range.conditionalFormats.clearAll();
    },
  };
}

/** Empties cells and writes what stood in them before a table, columns or rows came over them. */
export function uncoverSteps(sheet: string, area: Area, uncovers: Partial<Uncovered> | undefined): Step[] {
  const validations = validationsAgain(uncovers?.validations ?? [], area);
  const conditionalFormats = formatsWithin(uncovers?.conditionalFormats ?? [], area);
  const isBare = validations.length + conditionalFormats.length === 0;
  const formats = (uncovers?.formats ?? []).filter(
    ({ row, column }) => intersection(area, { row, column, rows: 1, columns: 1 }) !== null,
  );
  return [
    clearStep(sheet, area),
    ...emptyCellSteps(sheet, formats),
    ...(isBare ? [] : [rulesStep(sheet, { validations, conditionalFormats })]),
  ];
}

export function removeLastRowsSteps(operation: Of<"removeLastRows">, table: TableShape): Step[] {
  return [
    resizeStep(table.name, withoutLastRows(table, operation.count), Phase.remove),
    ...uncoverSteps(table.sheet, lastRows(table, operation.count), operation.uncovers),
  ];
}

export function addColumnsSteps(operation: Of<"addColumns">, table: TableShape, standing: Standing): Step[] {
  const { cells, columns, validations, conditionalFormats } = operation;
  return [
    ...designedCellSteps(table.sheet, cells, standing.limit),
    resizeStep(table.name, { ...table.area, columns: table.area.columns + columns.length }),
    rulesStep(table.sheet, { validations, conditionalFormats }),
  ];
}

export function removeLastColumnsSteps(operation: Of<"removeLastColumns">, table: TableShape): Step[] {
  return [
    resizeStep(table.name, withoutLastColumns(table, operation.count), Phase.remove),
    ...uncoverSteps(table.sheet, lastColumns(table, operation.count), operation.uncovers),
  ];
}

export function addTableSteps(operation: Of<"addTable">, standing: Standing): Step[] {
  const { sheet, table, cells, validations, conditionalFormats } = operation;
  return [
    ...designedCellSteps(sheet, cells, standing.limit),
    tableStep(sheet, table),
    rulesStep(sheet, { validations, conditionalFormats }),
  ];
}

/** Deleted, not turned into plain cells: what names the table elsewhere then says that it is lost, and names no emptied cells. */
export function removeTableSteps(operation: Of<"removeTable">, table: TableShape): Step[] {
  const release: Step = {
    phase: Phase.remove,
    bytes: 300,
    write: (workbook) => workbook.tables.getItem(table.name).delete(),
  };
  return [release, ...uncoverSteps(table.sheet, table.area, operation.uncovers)];
}

/** Contents for cells that stand already: their formats are known, and new number formats come first. */
export function writeCellsInputs(
  operation: Of<"writeCells">,
  formatAt: ((row: number, column: number) => string) | null,
): PlacedInput[] {
  return operation.cells.flatMap((line, r) =>
    line.map((content: CellInput, c): PlacedInput => {
      const row = operation.row + r;
      const column = operation.column + c;
      const format = operation.numberFormats?.[r]?.[c] ?? formatAt?.(row, column) ?? "General";
      return { row, column, content, format };
    }),
  );
}
