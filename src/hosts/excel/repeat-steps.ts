/**
 * Bands of rows laid out again: Excel inserts and copies the rows, which brings formats, values and all that no design has a
 * word for; formulas, rules, heights, names and the print set-up, which Excel would carry along in its own way, are then
 * said outright.
 */
import {
  isCellFormula,
  repeatable,
  repeated,
  repeatedDesign,
  repeatedElsewhere,
  repeatedName,
  RowLayout,
  type Area,
  type DefinedName,
  type Operation,
  type RowBand,
  type SheetDesign,
} from "../../book";
import { rangeOf } from "./areas";
import { formulaSteps, type PlacedInput } from "./cell-steps";
import { moveCharts } from "./charts";
import type { Standing } from "./host-operations";
import { writeRowHeights } from "./lines";
import { deleteNotes, writeNotes } from "./notes";
import { writePrintedRows } from "./page";
import { rulesStep } from "./sheet-steps";
import { Phase, type Step } from "./steps";
import type { WorkingSheets } from "./working-sheets";

type RepeatRows = Extract<Operation, { kind: "repeatRows" }>;

/** @param sheet the name as the workbook writes it */
export function repeatRowsSteps(
  operation: RepeatRows,
  sheet: string,
  working: WorkingSheets,
  standing: Standing,
): Step[] {
  const [first] = operation.bands;
  if (!first) return [];
  const layout = new RowLayout(operation.bands);
  const design = working.require(operation.sheet);
  const after = repeatedDesign(design, layout);
  const loose = (design.merges ?? []).filter((area) => isLoose(layout, area));
  return [
    prepareStep(sheet, design, loose, working.customFormats(sheet)),
    ...moveSteps(sheet, operation.bands),
    ...formulaSteps(sheet, changedFormulas(design, layout, sheet), Phase.repeatedFormulas),
    ...elsewhereSteps(sheet, layout, working),
    ...nameSteps(sheet, layout, working, standing),
    furnishStep(sheet, design, after, layout, first.first),
    { ...rulesStep(sheet, after), phase: Phase.repeatedLooks },
  ];
}

/** A merge that does not go as a whole with each copy of its band. */
function isLoose(layout: RowLayout, area: Area): boolean {
  for (const { first, last, scope } of layout.instances(area.row, area.row + area.rows - 1)) {
    return scope.bands.length > 0 && (last - first + 1 !== area.rows || crosses(scope.bands, area));
  }
  return false;
}

function crosses(bands: readonly { sourceFirst: number; sourceLast: number }[], area: Area): boolean {
  const last = area.row + area.rows - 1;
  return bands.some((band) => band.sourceFirst <= last && area.row <= band.sourceLast);
}

/** Rules and notes are written anew afterwards: Excel would tear them into pieces. Rules of other kinds stay and are copied. */
function prepareStep(
  sheet: string,
  design: SheetDesign,
  loose: readonly Area[],
  customFormats: readonly number[],
): Step {
  return {
    phase: Phase.prepareRows,
    bytes: 1_500 + 400 * (loose.length + customFormats.length),
    write: (workbook) => {
      const target = workbook.worksheets.getItem(sheet);
      for (const area of loose) rangeOf(target, area).unmerge();
      const all = target.getRange();
      if ((design.validations ?? []).length > 0 || design.cells.some((cell) => cell.note !== undefined))
        all.dataValidation.clear();
      for (const index of [...customFormats].sort((a, b) => b - a))
        all.conditionalFormats.getItemAt(index).delete();
      deleteNotes(target, design.cells);
    },
  };
}

const MOVES_AT_ONCE = 100;

type Move = (sheet: Excel.Worksheet) => void;

/** From the last band to the first, so that rows above keep their numbers. */
function moveSteps(sheet: string, bands: readonly RowBand[]): Step[] {
  const moves: Move[] = [];
  addMoves(moves, bands, 0);
  const steps: Step[] = [];
  for (let at = 0; at < moves.length; at += MOVES_AT_ONCE) {
    const part = moves.slice(at, at + MOVES_AT_ONCE);
    steps.push({
      phase: Phase.repeatRows,
      bytes: 900 * part.length,
      write: (workbook) => {
        const target = workbook.worksheets.getItem(sheet);
        for (const move of part) move(target);
      },
    });
  }
  return steps;
}

/** @param offset how far the rows of the bands have moved down since they were counted */
function addMoves(moves: Move[], bands: readonly RowBand[], offset: number): void {
  for (const { first, count, copies } of [...bands].reverse()) {
    const top = first + offset;
    if (copies.length === 0) {
      moves.push((sheet) => rows(sheet, top, count).delete("Up"));
      continue;
    }
    const more = (copies.length - 1) * count;
    if (more > 0) {
      moves.push((sheet) => {
        rows(sheet, top + count, more).insert("Down");
        rows(sheet, top + count, more).copyFrom(rows(sheet, top, count), "All");
      });
    }
    for (let copy = copies.length - 1; copy >= 0; copy -= 1) {
      addMoves(moves, copies[copy]!, offset + copy * count);
    }
  }
}

function rows(sheet: Excel.Worksheet, first: number, count: number): Excel.Range {
  return sheet.getRange(`${first + 1}:${first + count}`);
}

/** Formulas that look at rows of the sheet, and all that stand on repeated rows: copying moves their references. */
function changedFormulas(
  design: SheetDesign,
  layout: RowLayout,
  home: string,
): (PlacedInput & { content: { formula: string; value: null } })[] {
  const lines = new Map<number, { column: number; text: string; cut: ReturnType<typeof repeatable> }[]>();
  for (const { row, column, content } of design.cells) {
    if (!isCellFormula(content)) continue;
    const cut = repeatable(content.formula, home, true);
    if (!cut && !layout.bandOverlaps(row, row)) continue;
    lines.set(row, [...(lines.get(row) ?? []), { column, text: content.formula, cut }]);
  }
  const found: (PlacedInput & { content: { formula: string; value: null } })[] = [];
  for (const run of layout.runs(Math.max(-1, ...lines.keys()))) {
    for (let i = 0; i < run.count; i += 1) {
      for (const { column, text, cut } of lines.get(run.source + i) ?? []) {
        const formula = cut ? repeated(cut, layout, run.scope) : text;
        found.push({ row: run.target + i, column, content: { formula, value: null }, format: "General" });
      }
    }
  }
  return found;
}

/** The formula after this layout, and whether it is another than before it. */
function followed(
  formula: string,
  sheet: string,
  earlier: readonly RowLayout[],
  layout: RowLayout,
  follow: (formula: string, home: string, layout: RowLayout) => string = repeatedElsewhere,
): string | null {
  const before = earlier.reduce((text, one) => follow(text, sheet, one), formula);
  const after = follow(before, sheet, layout);
  // Where Excel's own shifting would do it is not asked: whatever looks at the sheet's rows is written.
  return repeatable(before, sheet, false) === null ? null : after;
}

function elsewhereSteps(sheet: string, layout: RowLayout, working: WorkingSheets): Step[] {
  const earlier = working.layoutsOf(sheet);
  const bySheet = new Map<string, (PlacedInput & { content: { formula: string; value: null } })[]>();
  for (const { sheet: name, row, column, text, followed: current } of working.formulasBeside(sheet)) {
    const formula = followed(text, sheet, current ? [] : earlier, layout);
    if (formula === null) continue;
    const inputs = bySheet.get(name) ?? [];
    inputs.push({ row, column, content: { formula, value: null }, format: "General" });
    bySheet.set(name, inputs);
  }
  return [...bySheet].flatMap(([name, inputs]) => formulaSteps(name, inputs, Phase.repeatedFormulas));
}

function nameSteps(sheet: string, layout: RowLayout, working: WorkingSheets, standing: Standing): Step[] {
  const earlier = working.layoutsOf(sheet);
  const changed = (names: readonly DefinedName[]) =>
    names.flatMap(({ name, refersTo }) => {
      const formula = followed(refersTo, sheet, earlier, layout, repeatedName);
      return formula === null ? [] : [{ name, formula: `=${formula}` }];
    });
  const common = changed(standing.inventory.names);
  const local = standing.inventory.sheets.flatMap((entry) =>
    changed(entry.names).map((one) => ({ ...one, sheet: entry.name })),
  );
  if (common.length + local.length === 0) return [];
  return [
    {
      phase: Phase.repeatedFormulas,
      bytes: 700 * (common.length + local.length),
      write: (workbook) => {
        for (const { name, formula } of common) workbook.names.getItem(name).formula = formula;
        for (const { sheet: owner, name, formula } of local)
          workbook.worksheets.getItem(owner).names.getItem(name).formula = formula;
      },
    },
  ];
}

function furnishStep(
  sheet: string,
  design: SheetDesign,
  after: SheetDesign,
  layout: RowLayout,
  firstRow: number,
): Step {
  const loose = (design.merges ?? []).filter((area) => isLoose(layout, area));
  const merges = loose.flatMap((area) =>
    [...layout.instances(area.row, area.row + area.rows - 1)].map(({ first, last }) => ({
      ...area,
      row: first,
      rows: last - first + 1,
    })),
  );
  const heights = new Map([...(after.rowHeights ?? [])].filter(([row]) => row >= firstRow));
  return {
    phase: Phase.repeatedLooks,
    bytes:
      5_000 +
      300 *
        (merges.length +
          heights.size +
          after.cells.filter((cell) => cell.note !== undefined).length +
          layout.pageStarts.length),
    write: (workbook) => {
      const target = workbook.worksheets.getItem(sheet);
      for (const area of merges) if (area.rows * area.columns > 1) rangeOf(target, area).merge(false);
      writeRowHeights(target, heights);
      writeNotes(target, after.cells, after.validations ?? []);
      writePrintedRows(target, design.page, after.page, layout.pageStarts);
      moveCharts(workbook, target, design.charts ?? [], after.charts ?? []);
    },
  };
}
