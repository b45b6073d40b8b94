/** Contents of cells as steps: values in blocks, formulas by themselves, links and number formats in few rectangles. */
import { isCellFormula, type Area, type CellFormula, type CellInput, type DesignCell } from "../../book";
import { LAST_COLUMN, rangeOf, rectangles } from "./areas";
import { lookSteps } from "./look-steps";
import { becomesText, sentValue, TEXT_FORMAT, type SentValue } from "./sent-values";
import { bytesOf, Phase, REQUEST_BYTES, type Step } from "./steps";

export interface PlacedInput {
  readonly row: number;
  readonly column: number;
  readonly content: CellInput;
  /** The number format that the cell has, or will have before it is written. */
  readonly format: string;
}

/** One value for a whole range is as good as an array of equal ones. */
function fill(range: Excel.Range, numberFormat: string): void {
  range.numberFormat = numberFormat as unknown as string[][];
}

export function numberFormatStep(sheet: string, area: Area, numberFormat: string, phase: number): Step {
  return {
    phase,
    bytes: 400,
    write: (workbook) => fill(rangeOf(workbook.worksheets.getItem(sheet), area), numberFormat),
  };
}

/**
 * Writes what stands in cells. A number that goes into a cell of the text format is written while the cell is General.
 * Cells that are not named are left alone.
 */
export function contentSteps(sheet: string, inputs: readonly PlacedInput[], limit = REQUEST_BYTES): Step[] {
  const stubborn = inputs.filter(({ content, format }) => becomesText(content, format));
  const values = rowsOf(inputs);
  const formulas = inputs.filter((one): one is PlacedInput & { content: CellFormula } =>
    isCellFormula(one.content),
  );
  const stubbornAreas = rectangles(stubborn.map(({ row, column }) => ({ row, column, key: true })));
  return [
    ...stubbornAreas.map(({ area }) => numberFormatStep(sheet, area, "General", Phase.prepareCells)),
    ...blocks(inputs).flatMap((block) => valueSteps(sheet, block, values, limit)),
    ...formulaSteps(sheet, formulas),
    ...stubbornAreas.map(({ area }) => numberFormatStep(sheet, area, TEXT_FORMAT, Phase.looks)),
  ];
}

/** Values by row and column. */
type SentRows = ReadonlyMap<number, readonly SentValue[]>;

function rowsOf(inputs: readonly PlacedInput[]): SentRows {
  const rows = new Map<number, SentValue[]>();
  for (const { row, column, content, format } of inputs) {
    if (isCellFormula(content)) continue;
    const line = rows.get(row) ?? [];
    line[column] = sentValue(content, becomesText(content, format) ? "General" : format);
    rows.set(row, line);
  }
  return rows;
}

/** The rectangles that hold all cells: one around them when they are dense, else the cells' own. */
function blocks(cells: readonly PlacedInput[]): Area[] {
  if (cells.length === 0) return [];
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  const around = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  if (around.rows * around.columns <= 3 * cells.length) return [around];
  return rectangles(cells.map(({ row, column }) => ({ row, column, key: true }))).map(({ area }) => area);
}

/** One area's values, cut into steps of whole rows that fit into a trip. */
function valueSteps(sheet: string, area: Area, values: SentRows, limit: number): Step[] {
  const rows = Array.from({ length: area.rows }, (_r, r) =>
    Array.from({ length: area.columns }, (_c, c) => values.get(area.row + r)?.[area.column + c] ?? null),
  );
  if (rows.every((row) => row.every((value) => value === null))) return [];
  const steps: Step[] = [];
  let part: SentValue[][] = [];
  let bytes = 0;
  const close = (end: number) => {
    if (part.length > 0)
      steps.push(
        valueStep(sheet, { ...area, row: area.row + end - part.length, rows: part.length }, part, bytes),
      );
    part = [];
    bytes = 0;
  };
  rows.forEach((row, index) => {
    const size = bytesOf(row);
    if (bytes + size > limit / 2) close(index);
    part.push(row);
    bytes += size;
  });
  close(rows.length);
  return steps;
}

function valueStep(sheet: string, area: Area, values: SentValue[][], bytes: number): Step {
  return {
    phase: Phase.values,
    bytes: bytes + 400,
    write: (workbook) => {
      rangeOf(workbook.worksheets.getItem(sheet), area).values = values;
    },
  };
}

export function formulaSteps(
  sheet: string,
  inputs: readonly (PlacedInput & { content: CellFormula })[],
  phase: number = Phase.formulas,
): Step[] {
  const texts = new Map(inputs.map((one) => [one.row * LAST_COLUMN + one.column, `=${one.content.formula}`]));
  return rectangles(inputs.map(({ row, column }) => ({ row, column, key: true }))).map(({ area }) => {
    const formulas = Array.from({ length: area.rows }, (_r, r) =>
      Array.from({ length: area.columns }, (_c, c) =>
        texts.get((area.row + r) * LAST_COLUMN + area.column + c)!,
      ),
    );
    return {
      phase,
      bytes: bytesOf(formulas) + 400,
      write: (workbook) => {
        rangeOf(workbook.worksheets.getItem(sheet), area).formulas = formulas;
      },
    };
  });
}

/** Contents, links and formats of designed cells. Texts of the text format find it set before they come. */
export function designedCellSteps(
  sheet: string,
  cells: readonly DesignCell[],
  limit = REQUEST_BYTES,
): Step[] {
  const inputs = cells.map(({ row, column, content = null, format }) => ({
    row,
    column,
    content,
    format: format?.numberFormat ?? "General",
  }));
  return [
    ...numberFormatSteps(sheet, cells),
    ...contentSteps(sheet, inputs, limit),
    ...linkSteps(sheet, cells),
    ...lookSteps(sheet, cells),
  ];
}

/** Formats of cells in which nothing stands. */
export function emptyCellSteps(sheet: string, cells: readonly DesignCell[]): Step[] {
  return [...numberFormatSteps(sheet, cells), ...lookSteps(sheet, cells)];
}

function numberFormatSteps(sheet: string, cells: readonly DesignCell[]): Step[] {
  const said = cells.filter(
    (cell) => cell.format?.numberFormat !== undefined && cell.format.numberFormat !== "General",
  );
  return rectangles(
    said.map((cell) => ({ row: cell.row, column: cell.column, key: cell.format!.numberFormat! })),
  ).map(({ area, key }) => numberFormatStep(sheet, area, key, Phase.prepareCells));
}

/** A link gives its cell the look of links and a text; both are written over afterwards. */
function linkSteps(sheet: string, cells: readonly DesignCell[]): Step[] {
  const linked = cells.filter((cell) => cell.link !== undefined);
  return rectangles(linked.map(({ row, column }) => ({ row, column, key: true }))).map(({ area }) => {
    const links = new Map(linked.map((cell) => [cell.row * LAST_COLUMN + cell.column, cell.link!]));
    const properties = Array.from({ length: area.rows }, (_r, r) =>
      Array.from({ length: area.columns }, (_c, c): Excel.SettableCellProperties => {
        const documentReference = links.get((area.row + r) * LAST_COLUMN + area.column + c)!;
        return { hyperlink: { documentReference } };
      }),
    );
    return {
      phase: Phase.prepareCells,
      bytes: bytesOf(properties) + 400,
      write: (workbook) => rangeOf(workbook.worksheets.getItem(sheet), area).setCellProperties(properties),
    };
  });
}
