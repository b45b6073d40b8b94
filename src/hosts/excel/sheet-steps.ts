/** Whole sheets as steps: made from a design, emptied for another, deleted. */
import { areaAddress, type SheetDesign, type TableDesign, type Visibility } from "../../book";
import { rangeOf } from "./areas";
import { designedCellSteps } from "./cell-steps";
import { deleteCharts, writeCharts } from "./charts";
import { writeConditionalFormats } from "./conditional-formats";
import type { Standing } from "./host-operations";
import { sheetNamed, type Inventory } from "./inventory";
import { resetLines, writeColumns, writeRowHeights } from "./lines";
import { excelColour } from "./looks";
import { deleteNotes, writeNotes } from "./notes";
import { resetPage, writePage } from "./page";
import { bytesOf, Phase, type Step } from "./steps";
import { PLAIN_TABLE_STYLE } from "./table-style";
import { writeValidation } from "./validations";

const visibilities = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

export function createSheetSteps(design: SheetDesign, limit: number): Step[] {
  const add: Step = {
    phase: Phase.addSheets,
    bytes: 300,
    write: (workbook) => {
      workbook.worksheets.add(design.name);
    },
  };
  const { name, visibility = "visible" } = design;
  return [
    add,
    ...furnishingSteps(design, limit),
    ...(visibility === "visible" ? [] : [visibilityStep(name, visibility)]),
  ];
}

/** Everything a design says, on a sheet that stands and is empty. */
function furnishingSteps(design: SheetDesign, limit: number): Step[] {
  const { name } = design;
  return [
    ...designedCellSteps(name, design.cells, limit),
    ...(design.tables ?? []).map((table) => tableStep(name, table)),
    rulesStep(name, design),
    surfaceStep(design),
  ];
}

export function tableStep(sheet: string, design: TableDesign): Step {
  return {
    phase: Phase.tables,
    bytes: 1_500,
    write: (workbook) => {
      const table = workbook.worksheets.getItem(sheet).tables.add(areaAddress(design.area), true);
      table.name = design.name;
      table.style = design.style ?? PLAIN_TABLE_STYLE;
      table.showBandedRows = design.bandedRows;
      table.showFilterButton = design.filter;
    },
  };
}

type Rules = Pick<SheetDesign, "validations" | "conditionalFormats">;

export function rulesStep(sheet: string, rules: Rules): Step {
  const { validations = [], conditionalFormats = [] } = rules;
  return {
    phase: Phase.rules,
    bytes:
      2 * bytesOf([validations, conditionalFormats]) +
      2_000 * (validations.length + conditionalFormats.length),
    write: (workbook) => {
      const target = workbook.worksheets.getItem(sheet);
      for (const validation of validations) writeValidation(target, validation);
      writeConditionalFormats(target, conditionalFormats);
    },
  };
}

function surfaceStep(design: SheetDesign): Step {
  const charts = design.charts ?? [];
  return {
    phase: Phase.sheetLooks,
    bytes: 20_000 + bytesOf(charts),
    write: (workbook) => {
      const sheet = workbook.worksheets.getItem(design.name);
      for (const area of design.merges ?? []) rangeOf(sheet, area).merge(false);
      writeColumns(sheet, design.columns);
      if (design.rowHeights) writeRowHeights(sheet, design.rowHeights);
      writeNotes(sheet, design.cells, design.validations ?? []);
      if (design.tabColour !== undefined) sheet.tabColor = excelColour(design.tabColour);
      if (design.gridlines !== undefined) sheet.showGridlines = design.gridlines;
      writeFreeze(sheet, design.freeze);
      if (design.page) writePage(sheet, design.page);
      writeCharts(workbook, sheet, charts);
    },
  };
}

function writeFreeze(sheet: Excel.Worksheet, freeze: SheetDesign["freeze"]): void {
  if (!freeze) return;
  const { rows, columns } = freeze;
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

export function visibilityStep(sheet: string, visibility: Visibility): Step {
  return {
    phase: Phase.positions,
    bytes: 300,
    write: (workbook) => {
      workbook.worksheets.getItem(sheet).visibility = visibilities[visibility] as Excel.SheetVisibility;
    },
  };
}

/**
 * Empties a sheet that keeps its identity, and furnishes it anew. Charts, shapes and comments that people have put on it
 * stay: they cannot be put back.
 */
export function rewriteSheetSteps(design: SheetDesign, standing: Standing): Step[] {
  const entry = sheetNamed(standing.inventory, design.name);
  const name = entry?.name ?? design.name;
  const old = standing.before.designs.get(name);
  const tables = standing.inventory.tables.filter((table) => table.sheet === name);
  const empty: Step = {
    phase: Phase.remove,
    bytes: 20_000,
    write: (workbook) => {
      const sheet = workbook.worksheets.getItem(name);
      for (const table of tables) workbook.tables.getItem(table.name).delete();
      if (entry?.autoFilter) sheet.autoFilter.remove();
      emptySheet(sheet);
      deleteCharts(
        sheet,
        (old?.charts ?? []).map((chart) => chart.name),
      );
      deleteNotes(sheet, old?.cells ?? []);
    },
  };
  const visibility = design.visibility ?? "visible";
  return [
    empty,
    ...furnishingSteps({ ...design, name }, standing.limit),
    ...(visibility === entry?.visibility ? [] : [visibilityStep(name, visibility)]),
  ];
}

function emptySheet(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.unmerge();
  all.clear("All");
  all.dataValidation.clear();
  all.conditionalFormats.clearAll();
  resetLines(sheet);
  resetPage(sheet);
  sheet.freezePanes.unfreeze();
  sheet.tabColor = "";
  sheet.showGridlines = true;
}

/** A very hidden sheet cannot be deleted: it is shown as hidden first. */
export function deleteSheetStep(sheet: string, inventory: Inventory): Step {
  const veryHidden = sheetNamed(inventory, sheet)?.visibility === "veryHidden";
  return {
    phase: Phase.deleteSheets,
    bytes: 300,
    write: (workbook) => {
      const target = workbook.worksheets.getItem(sheet);
      if (veryHidden) target.visibility = visibilities.hidden as Excel.SheetVisibility;
      target.delete();
    },
  };
}
