/** A sheet's design after bands of its rows were repeated, and that of a copy of the sheet. */
import type { Area } from "./address";
import { isCellFormula, type CellInput } from "./cells";
import type {
  ChartDesign,
  ConditionalFormat,
  DesignCell,
  PageLayout,
  SheetDesign,
  Validation,
} from "./design";
import { movable, moved } from "./moved-formulas";
import { repeatable, repeated, repeatedElsewhere, withSheetRenamed } from "./repeated-formulas";
import type { RowLayout, RowScope } from "./row-layout";

/** An area from its first row to its last, as it then stands; null where nothing is left of it. */
export function areaAfter(layout: RowLayout, area: Area): Area | null {
  const span = layout.span(layout.root, area.row, area.row + area.rows - 1);
  return span && { ...area, row: span.first, rows: span.last - span.first + 1 };
}

/** Areas as often as they then stand: one over a whole band stays one. */
export function areasAfter(layout: RowLayout, areas: readonly Area[]): Area[] {
  return areas.flatMap((area) =>
    layout
      .places(area.row, area.row + area.rows - 1)
      .map(({ first, last }) => ({ ...area, row: first, rows: last - first + 1 })),
  );
}

/**
 * A rule's formula, which is written as for the first cell of the first of its areas, as for that which is then the first.
 * @param home the sheet that the rule stands on
 */
export function ruleFormulaAfter(
  formula: string,
  home: string,
  layout: RowLayout,
  areas: readonly Area[],
): string {
  const [old] = areas;
  const [first] = areasAfter(layout, areas);
  if (!old || !first) return formula;
  const { source, scope } = layout.origin(first.row);
  const [rows, columns] = [source - old.row, first.column - old.column];
  const there = rows === 0 && columns === 0 ? formula : moved(movable(formula), rows, columns);
  return formulaAfter(there ?? formula, home, layout, scope);
}

function formulaAfter(formula: string, home: string, layout: RowLayout, scope: RowScope): string {
  const cut = repeatable(formula, home, true);
  return cut ? repeated(cut, layout, scope) : formula;
}

/** The merged cells that then stand: a merge within a band stands once for each copy. */
export function mergesAfter(layout: RowLayout, merges: readonly Area[]): Area[] {
  return merges.flatMap((area) =>
    [...layout.instances(area.row, area.row + area.rows - 1)]
      .map(({ first, last }) => ({ ...area, row: first, rows: last - first + 1 }))
      .filter(({ rows, columns }) => rows * columns > 1),
  );
}

/** The sheet's design after its rows were laid out again. Tables that a band cuts are no business of it. */
export function repeatedDesign(design: SheetDesign, layout: RowLayout): SheetDesign {
  const { name, cells, rowHeights, merges, tables, validations, conditionalFormats, freeze, page, charts } =
    design;
  const frozen = freeze && layout.span(layout.root, 0, freeze.rows - 1);
  return {
    ...design,
    cells: repeatedCells(name, cells, layout),
    ...(rowHeights ? { rowHeights: repeatedHeights(rowHeights, layout) } : {}),
    ...(merges ? { merges: mergesAfter(layout, merges) } : {}),
    ...(tables
      ? { tables: tables.map((table) => ({ ...table, area: areaAfter(layout, table.area) ?? table.area })) }
      : {}),
    ...(validations
      ? { validations: validations.flatMap((one) => repeatedValidation(name, one, layout)) }
      : {}),
    ...(conditionalFormats
      ? { conditionalFormats: conditionalFormats.flatMap((one) => repeatedFormat(name, one, layout)) }
      : {}),
    ...(freeze && freeze.rows > 0 && frozen ? { freeze: { ...freeze, rows: frozen.last + 1 } } : {}),
    ...(page ? { page: repeatedPage(page, layout) } : {}),
    ...(charts ? { charts: charts.flatMap((chart) => repeatedChart(name, chart, layout)) } : {}),
  };
}

function repeatedCells(home: string, cells: readonly DesignCell[], layout: RowLayout): DesignCell[] {
  const rows = new Map<number, ((scope: RowScope, row: number) => DesignCell)[]>();
  for (const cell of cells) {
    const line = rows.get(cell.row) ?? [];
    line.push(cellCopier(home, cell, layout));
    rows.set(cell.row, line);
  }
  const last = Math.max(-1, ...rows.keys());
  const found: DesignCell[] = [];
  for (const { source, count, target, scope } of layout.runs(last)) {
    for (let i = 0; i < count; i += 1) {
      for (const copy of rows.get(source + i) ?? []) found.push(copy(scope, target + i));
    }
  }
  return found;
}

function cellCopier(
  home: string,
  cell: DesignCell,
  layout: RowLayout,
): (scope: RowScope, row: number) => DesignCell {
  const { content, link } = cell;
  const cut = isCellFormula(content) ? repeatable(content.formula, home, true) : null;
  const linkCut = link === undefined ? null : repeatable(link, home, true);
  return (scope, row) => ({
    ...cell,
    row,
    ...(cut && isCellFormula(content)
      ? { content: { ...content, formula: repeated(cut, layout, scope) } }
      : {}),
    ...(linkCut ? { link: repeated(linkCut, layout, scope) } : {}),
  });
}

function repeatedHeights(heights: ReadonlyMap<number, number>, layout: RowLayout): Map<number, number> {
  const found = new Map<number, number>();
  for (const { source, count, target } of layout.runs(Math.max(-1, ...heights.keys()))) {
    for (let i = 0; i < count; i += 1) {
      const height = heights.get(source + i);
      if (height !== undefined) found.set(target + i, height);
    }
  }
  return found;
}

function repeatedValidation(home: string, validation: Validation, layout: RowLayout): Validation[] {
  const areas = areasAfter(layout, validation.areas);
  if (areas.length === 0) return [];
  const after = (formula: string): string => ruleFormulaAfter(formula, home, layout, validation.areas);
  const { rule } = validation;
  switch (rule.kind) {
    case "options":
      return [{ ...validation, areas }];
    case "list":
      return [{ ...validation, areas, rule: { ...rule, source: after(rule.source) } }];
    case "custom":
      return [{ ...validation, areas, rule: { ...rule, formula: after(rule.formula) } }];
    default: {
      const second = rule.second === undefined ? {} : { second: after(rule.second) };
      return [{ ...validation, areas, rule: { ...rule, first: after(rule.first), ...second } }];
    }
  }
}

function repeatedFormat(home: string, format: ConditionalFormat, layout: RowLayout): ConditionalFormat[] {
  const areas = areasAfter(layout, format.areas);
  if (areas.length === 0) return [];
  return [{ ...format, areas, formula: ruleFormulaAfter(format.formula, home, layout, format.areas) }];
}

function repeatedPage(page: PageLayout, layout: RowLayout): PageLayout {
  const { area, titleRows, breaksBefore, ...rest } = page;
  const printed = area && areaAfter(layout, area);
  const titles = titleRows && layout.span(layout.root, titleRows.first, titleRows.last);
  const carried = (breaksBefore ?? []).flatMap((row) =>
    [...layout.instances(row, row)].map(({ first }) => first),
  );
  const breaks = [...new Set([...carried, ...layout.pageStarts])].sort((a, b) => a - b);
  return {
    ...rest,
    ...(printed ? { area: printed } : {}),
    ...(titles ? { titleRows: { first: titles.first, last: titles.last } } : {}),
    ...(breaks.length > 0 ? { breaksBefore: breaks } : {}),
  };
}

/** A chart keeps to one place, the first. */
function repeatedChart(home: string, chart: ChartDesign, layout: RowLayout): ChartDesign[] {
  const { row, rows } = chart.area;
  const place = layout.instances(row, row + rows - 1).next();
  if (place.done) return [];
  const { first, last } = place.value;
  return [
    {
      ...chart,
      area: { ...chart.area, row: first, rows: last - first + 1 },
      series: chart.series.map((one) => ({
        ...one,
        values: repeatedElsewhere(one.values, home, layout),
        categories: repeatedElsewhere(one.categories, home, layout),
      })),
    },
  ];
}

/** The design of a copy: what pointed at the sheet points at the copy; tables are plain cells. */
export function copiedDesign(design: SheetDesign, name: string): SheetDesign {
  const renamed = (formula: string): string => withSheetRenamed(formula, design.name, name);
  const content = (input: CellInput): CellInput =>
    isCellFormula(input) ? { ...input, formula: renamed(input.formula) } : input;
  const { tables: _tables, visibility: _visibility, ...rest } = design;
  return {
    ...rest,
    name,
    cells: design.cells.map((cell) => ({
      ...cell,
      ...(cell.content === undefined ? {} : { content: content(cell.content) }),
      ...(cell.link === undefined ? {} : { link: renamed(cell.link) }),
    })),
    ...(design.conditionalFormats
      ? {
          conditionalFormats: design.conditionalFormats.map((one) => ({
            ...one,
            formula: renamed(one.formula),
          })),
        }
      : {}),
    ...(design.validations
      ? { validations: design.validations.map((one) => renamedValidation(one, renamed)) }
      : {}),
    ...(design.charts
      ? {
          charts: design.charts.map((chart) => ({
            ...chart,
            series: chart.series.map((one) => ({
              ...one,
              values: renamed(one.values),
              categories: renamed(one.categories),
            })),
          })),
        }
      : {}),
  };
}

function renamedValidation(validation: Validation, renamed: (formula: string) => string): Validation {
  const { rule } = validation;
  switch (rule.kind) {
    case "options":
      return validation;
    case "list":
      return { ...validation, rule: { ...rule, source: renamed(rule.source) } };
    case "custom":
      return { ...validation, rule: { ...rule, formula: renamed(rule.formula) } };
    default: {
      const second = rule.second === undefined ? {} : { second: renamed(rule.second) };
      return { ...validation, rule: { ...rule, first: renamed(rule.first), ...second } };
    }
  }
}
