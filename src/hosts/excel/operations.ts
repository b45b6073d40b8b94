/** Each operation turned into steps; a host operation is carried out here and nowhere else. */
import { isCellFormula, type CellInput, type Operation } from "../../book";
import { rectangles } from "./areas";
import { contentSteps, numberFormatStep } from "./cell-steps";
import { copySheetSteps } from "./copy-steps";
import type { HostOperation, Standing } from "./host-operations";
import { sheetNamed } from "./inventory";
import { repeatRowsSteps } from "./repeat-steps";
import { createSheetSteps, deleteSheetStep, rewriteSheetSteps, visibilityStep } from "./sheet-steps";
import { inStretch, Phase, type Step } from "./steps";
import { addPlainTableStyle } from "./table-style";
import { TableShapes } from "./table-shapes";
import {
  addColumnsSteps,
  addTableSteps,
  appendRowsSteps,
  removeLastColumnsSteps,
  removeLastRowsSteps,
  removeTableSteps,
  resizeStep,
  uncoverSteps,
  writeCellsInputs,
} from "./table-steps";
import { WorkingSheets } from "./working-sheets";

/** The steps of all operations, each once; their phases order them. */
export function stepsOf(operations: readonly HostOperation[], standing: Standing): Step[] {
  const shapes = new TableShapes(standing.inventory.tables);
  const working = new WorkingSheets(standing, operations);
  const stretches = stretchesOf(operations);
  const steps = operations.flatMap((operation, index) => {
    const own = operationSteps(operation, standing, shapes, working);
    shapes.apply(operation);
    working.apply(operation);
    return inStretch(own, stretches[index]!);
  });
  return [...plainStyleSteps(operations, standing), ...steps, ...positionSteps(operations, standing)];
}

/**
 * Steps of an edit are ordered by their phase, not by operation. A sheet that is copied or laid out again must first be as
 * the operations before have left it: there a new stretch of the edit begins.
 */
function stretchesOf(operations: readonly HostOperation[]): number[] {
  let stretch = 0;
  let before: HostOperation[] = [];
  return operations.map((operation) => {
    const moves = operation.kind === "copySheet" || operation.kind === "repeatRows";
    if (moves && before.some((one) => touches(one, operation.sheet))) {
      stretch += 1;
      before = [];
    }
    before.push(operation);
    return stretch;
  });
}

/** Whether the operation changes the sheet, or may name it. */
function touches(operation: HostOperation, sheet: string): boolean {
  const wanted = sheet.toLowerCase();
  switch (operation.kind) {
    case "copySheet":
      // Rows of a copy are repeated right after it was made; a copy of a copy needs that one whole.
      return false;
    case "repeatRows":
      return operation.sheet.toLowerCase() === wanted;
    case "writeCells":
      return (
        operation.sheet.toLowerCase() === wanted ||
        operation.cells.some((line) => line.some((content) => names(content, wanted)))
      );
    case "createSheet":
    case "rewriteSheet":
      return (
        operation.design.name.toLowerCase() === wanted ||
        operation.design.cells.some(({ content }) => names(content, wanted))
      );
    default:
      return true;
  }
}

function names(content: CellInput | undefined, sheet: string): boolean {
  return isCellFormula(content) && content.formula.toLowerCase().includes(sheet.replace(/'/g, "''"));
}

function operationSteps(
  operation: HostOperation,
  standing: Standing,
  shapes: TableShapes,
  working: WorkingSheets,
): Step[] {
  switch (operation.kind) {
    case "createSheet":
      return createSheetSteps(operation.design, standing.limit);
    case "rewriteSheet":
      return rewriteSheetSteps(operation.design, standing);
    case "deleteSheet":
      return [deleteSheetStep(sheetName(operation.sheet, standing), standing.inventory)];
    case "writeCells":
      return writeCellsSteps(operation, standing, working);
    case "appendRows":
      return appendRowsSteps(operation, shapes.require(operation.table), standing);
    case "removeLastRows":
      return removeLastRowsSteps(operation, shapes.require(operation.table));
    case "addColumns":
      return addColumnsSteps(operation, shapes.require(operation.table), standing);
    case "removeLastColumns":
      return removeLastColumnsSteps(operation, shapes.require(operation.table));
    case "addTable":
      return addTableSteps({ ...operation, sheet: sheetName(operation.sheet, standing) }, standing);
    case "removeTable":
      return removeTableSteps(operation, shapes.require(operation.table));
    case "copySheet": {
      const tables = shapes.on(operation.sheet).length;
      return copySheetSteps(operation, working.require(operation.sheet), tables, standing);
    }
    case "repeatRows":
      return repeatRowsSteps(operation, sheetName(operation.sheet, standing), working, standing);
    case "defineName":
      return [nameStep(operation, standing)];
    case "clearArea":
      return uncoverSteps(operation.sheet, operation.area, operation.uncovers);
    case "resizeTable":
      return [resizeStep(operation.table, operation.area, Phase.remove)];
    case "setVisibility":
      return [visibilityStep(operation.sheet, operation.visibility)];
  }
}

/** The name as the workbook writes it; a sheet of the same edit has the name it is given. */
function sheetName(name: string, standing: Standing): string {
  return sheetNamed(standing.inventory, name)?.name ?? name;
}

function writeCellsSteps(
  operation: Extract<Operation, { kind: "writeCells" }>,
  standing: Standing,
  working: WorkingSheets,
): Step[] {
  const sheet = sheetName(operation.sheet, standing);
  const standingFormat = standing.before.sheets.find((one) => one.name === sheet)?.numberFormat ?? null;
  const formatAt = working.formatAt(operation.sheet) ?? standingFormat;
  const formats = (operation.numberFormats ?? []).flatMap((line, r) =>
    line.flatMap((key, c) =>
      key === null ? [] : [{ row: operation.row + r, column: operation.column + c, key }],
    ),
  );
  return [
    ...rectangles(formats).map(({ area, key }) => numberFormatStep(sheet, area, key, Phase.prepareCells)),
    ...contentSteps(sheet, writeCellsInputs(operation, formatAt), standing.limit),
  ];
}

function nameStep(operation: Extract<Operation, { kind: "defineName" }>, standing: Standing): Step {
  const known = standing.inventory.names.find(
    (one) => one.name.toLowerCase() === operation.name.toLowerCase(),
  );
  return {
    phase: Phase.names,
    bytes: 600,
    write: (workbook) => {
      const { names } = workbook;
      if (operation.refersTo === null) names.getItemOrNullObject(known?.name ?? operation.name).delete();
      else if (known) names.getItem(known.name).formula = `=${operation.refersTo}`;
      else names.add(operation.name, `=${operation.refersTo}`);
    },
  };
}

/** A table without a style needs the blank one, which a workbook gets once. */
function plainStyleSteps(operations: readonly HostOperation[], standing: Standing): Step[] {
  const needed = operations.some((operation) => {
    if (operation.kind === "addTable") return operation.table.style === null;
    if (operation.kind !== "createSheet" && operation.kind !== "rewriteSheet") return false;
    return (operation.design.tables ?? []).some((table) => table.style === null);
  });
  if (!needed || standing.inventory.hasPlainTableStyle) return [];
  return [{ phase: Phase.addSheets, bytes: 300, write: addPlainTableStyle }];
}

/** Sheets are added at the end and then moved, in the order of the edit. */
function positionSteps(operations: readonly HostOperation[], standing: Standing): Step[] {
  let count = standing.inventory.sheets.length;
  return operations.flatMap((operation) => {
    if (operation.kind !== "createSheet" && operation.kind !== "copySheet") return [];
    count += 1;
    const { position } = operation;
    const name = operation.kind === "createSheet" ? operation.design.name : operation.name;
    return position === undefined || position >= count - 1 ? [] : [positionStep(name, position)];
  });
}

export function positionStep(sheet: string, position: number): Step {
  return {
    phase: Phase.positions,
    bytes: 300,
    write: (workbook) => {
      workbook.worksheets.getItem(sheet).position = position;
    },
  };
}
