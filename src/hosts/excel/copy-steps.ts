/** A sheet copied by Excel itself, and what Excel does otherwise than the edit says put right. */
import { copiedDesign, isCellFormula, type DefinedName, type Operation, type SheetDesign } from "../../book";
import { formulaSteps } from "./cell-steps";
import { moveCharts } from "./charts";
import type { Standing } from "./host-operations";
import { sheetNamed } from "./inventory";
import { Phase, type Step } from "./steps";

type CopySheet = Extract<Operation, { kind: "copySheet" }>;

/**
 * @param design the sheet as it stands
 * @param tables how many tables stand on it
 */
export function copySheetSteps(
  operation: CopySheet,
  design: SheetDesign,
  tables: number,
  standing: Standing,
): Step[] {
  const { sheet, name } = operation;
  const entry = sheetNamed(standing.inventory, sheet);
  const duplicates = standing.inventory.names.filter(
    ({ name: own, refersTo }) =>
      mentions(refersTo, sheet) && !entry?.names.some((one) => one.name.toLowerCase() === own.toLowerCase()),
  );
  const copy: Step = {
    phase: Phase.copySheets,
    bytes: 1_500 + 300 * (tables + duplicates.length),
    write: (workbook) => {
      const source = workbook.worksheets.getItem(entry?.name ?? sheet);
      // Excel copies no sheet that is hidden from people.
      if (entry?.visibility === "veryHidden") source.visibility = "Hidden" as Excel.SheetVisibility;
      const made = source.copy("End");
      if (entry?.visibility === "veryHidden") source.visibility = "VeryHidden" as Excel.SheetVisibility;
      made.name = name;
      made.visibility = "Visible" as Excel.SheetVisibility;
      for (let index = tables - 1; index >= 0; index -= 1) made.tables.getItemAt(index).convertToRange();
      // Excel gives the copy names of its own for those of the workbook that lead to the sheet.
      for (const duplicate of duplicates) made.names.getItemOrNullObject(duplicate.name).delete();
    },
  };
  const copied = copiedDesign(design, name);
  const charts: Step = {
    phase: Phase.repeatedLooks,
    bytes: 2_000 * (design.charts ?? []).length,
    write: (workbook) =>
      moveCharts(workbook, workbook.worksheets.getItem(name), design.charts ?? [], copied.charts ?? []),
  };
  return [copy, ...formulasAgain(copied, duplicates), ...(design.charts ? [charts] : [])];
}

/** Formulas that name the sheet itself, tables, which Excel leads to cells of the copy, and names that it doubles. */
function formulasAgain(copy: SheetDesign, duplicates: readonly DefinedName[]): Step[] {
  const names = duplicates.map((one) => one.name.toLowerCase());
  const inputs = copy.cells.flatMap(({ row, column, content }) => {
    if (!isCellFormula(content)) return [];
    const folded = content.formula.toLowerCase();
    // `[#This Row]` has no meaning on the copy: what Excel makes of it, the cell of the copy's row, has.
    const byTable = folded.includes("[") && !folded.includes("[#this row]");
    return byTable || mentions(folded, copy.name) || names.some((one) => folded.includes(one))
      ? [{ row, column, content, format: "General" }]
      : [];
  });
  return formulaSteps(copy.name, inputs, Phase.repeatedFormulas);
}

function mentions(formula: string, sheet: string): boolean {
  return formula.toLowerCase().includes(sheet.toLowerCase().replace(/'/g, "''"));
}
