/** Reading and writing what stands in the cells of a range. */
import { restoreHeaders } from "../book/writing";
import { announceChange, announceFormat } from "../book/announcing";
import {
  contains,
  formatArea,
  intersect,
  isEntireColumn,
  isEntireRow,
  quoteSheet,
  subtract,
  type Area,
} from "../book/area";
import type { Book } from "../book/book";
import { type Scalar, typeOfCell } from "../book/typed-value";
import { plainFormat } from "../book/format";
import { translateFormula } from "../book/formula-text";
import type { Cell, Hyperlink } from "../book/grid";
import type { Sheet } from "../book/sheet";
import { refuse } from "../refusals";

/** Above it Excel gives null instead of values. */
export const readLimit = 5_000_000;

const wrongSize =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** One entry a cell; null when the area is larger than Excel reads. */
export function readGrid<T>(
  book: Book,
  sheet: Sheet,
  area: Area,
  pick: (cell: Cell | undefined, row: number, column: number) => T,
): T[][] {
  if (area.rows * area.columns > readLimit || isEntireColumn(area) || isEntireRow(area)) {
    book.hazards.push({
      kind: "read-over-5-million-cells",
      where: `${quoteSheet(sheet.name)}!${formatArea(area)}`,
    });
    return null as unknown as T[][];
  }
  const rows: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const cells = sheet.grid.rows.get(row);
    const line: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column += 1)
      line.push(pick(cells?.get(column), row, column));
    rows.push(line);
  }
  return rows;
}

/** A single value goes into every cell; an array must have the area's shape. */
export function expand(area: Area, input: unknown): (row: number, column: number) => unknown {
  assertBounded(area);
  if (input === null || input === undefined) refuse("InvalidArgument");
  if (!Array.isArray(input)) return () => input;
  const rows = input as readonly unknown[];
  const fits =
    rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) refuse("InvalidArgument", wrongSize);
  return (row, column) => (rows as readonly (readonly unknown[])[])[row]?.[column];
}

/** Whole columns and rows have formats, but take no contents and no number formats. */
function assertBounded(area: Area): void {
  if (isEntireColumn(area) || isEntireRow(area) || area.rows * area.columns > readLimit)
    refuse("InvalidArgument");
}

export function readValues(book: Book, sheet: Sheet, area: Area): Scalar[][] {
  book.settle();
  return readGrid(book, sheet, area, (cell) => cell?.value ?? "");
}

export function readFormulas(book: Book, sheet: Sheet, area: Area): Scalar[][] {
  return readGrid(book, sheet, area, (cell) => cell?.formula ?? cell?.value ?? "");
}

export function readTexts(book: Book, sheet: Sheet, area: Area): string[][] {
  book.settle();
  return readGrid(book, sheet, area, (_, row, column) => book.text(sheet, row, column));
}

export function readTypes(book: Book, sheet: Sheet, area: Area): string[][] {
  book.settle();
  return readGrid(book, sheet, area, typeOfCell);
}

export function writeNumberFormats(book: Book, sheet: Sheet, area: Area, input: unknown): void {
  book.assertAllowed(sheet, "allowFormatCells");
  assertBounded(area);
  if (!Array.isArray(input)) {
    const numberFormat = readNumberFormat(input);
    sheet.grid.changeFormat(area, (format) => ({ ...format, numberFormat }));
  } else {
    const at = expand(area, input);
    for (let row = 0; row < area.rows; row += 1) {
      for (let column = 0; column < area.columns; column += 1) {
        const wanted = at(row, column);
        if (wanted === null || wanted === undefined) continue;
        const cell = sheet.grid.cell(area.row + row, area.column + column);
        const numberFormat = readNumberFormat(wanted);
        if (cell.format.numberFormat !== numberFormat) cell.format = { ...cell.format, numberFormat };
      }
    }
  }
  announceFormat(book, sheet, area);
}

function readNumberFormat(input: unknown): string {
  if (typeof input !== "string") refuse("InvalidArgument");
  return input === "" ? "General" : input;
}

/** `Range.clear` in its kinds. */
export function clearCells(book: Book, sheet: Sheet, area: Area, applyTo: string): void {
  const all = applyTo === "All";
  if (all || applyTo === "Contents" || applyTo === "ResetContents") clearContents(book, sheet, area);
  if (all || applyTo === "Formats") {
    book.assertAllowed(sheet, "allowFormatCells");
    sheet.grid.changeFormat(area, () => plainFormat);
    for (const format of sheet.conditionalFormats)
      format.areas = format.areas.flatMap((part) => subtract(part, area));
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
    sheet.merges = sheet.merges.filter((merge) => !contains(area, merge));
    announceFormat(book, sheet, area);
  }
  if (all) sheet.cutValidations(area);
  if (all || applyTo === "Hyperlinks" || applyTo === "RemoveHyperlinks") {
    for (const [, , cell] of sheet.grid.cellsIn(area)) cell.hyperlink = null;
  }
}

function clearContents(book: Book, sheet: Sheet, area: Area): void {
  book.assertWritable(sheet, area);
  const before = area.rows * area.columns === 1 ? book.valueOf(sheet, area.row, area.column) : undefined;
  for (const [, , cell] of sheet.grid.cellsIn(area)) {
    sheet.grid.setFormula(cell, null);
    cell.value = "";
    cell.spilled = false;
    cell.literal = false;
  }
  book.touch();
  restoreHeaders(book, sheet, area);
  announceChange(book, sheet, area, "RangeEdited", before);
}

export interface CopyOptions {
  readonly kind: string;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

interface Source {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Copies cells; a destination of one cell grows to the source's size, a larger one is filled with repetitions. */
export function copyCells(book: Book, to: Source, from: Source, options: CopyOptions): void {
  const height = options.transpose ? from.area.columns : from.area.rows;
  const width = options.transpose ? from.area.rows : from.area.columns;
  const rows = to.area.rows % height === 0 ? to.area.rows : height;
  const columns = to.area.columns % width === 0 ? to.area.columns : width;
  const area: Area = { ...to.area, rows, columns };
  book.assertWritable(to.sheet, area);
  if (options.kind === "Values") book.settle();
  const lines = isEntireRow(from.area) && isEntireRow(area);
  if (lines && options.kind === "All") copyLines(from, to.sheet, area);
  const filled = lines
    ? { ...area, columns: Math.max(usedColumns(from), usedColumns({ ...to, area })) }
    : area;
  const copies = [...copySource(from, filled, height, width, options.transpose)];
  for (const copy of copies) {
    const blank = !copy.cell || (copy.cell.value === "" && copy.cell.formula === null);
    if (!(options.skipBlanks && blank)) copyCell(to.sheet, copy, options.kind);
  }
  if (options.kind === "All" || options.kind === "Formats") copyRules(from, to.sheet, area, height, width);
  book.touch();
  if (options.kind !== "Formats") restoreHeaders(book, to.sheet, area);
  if (options.kind === "Formats") announceFormat(book, to.sheet, area);
  else announceChange(book, to.sheet, area, "RangeEdited");
}

function usedColumns({ sheet, area }: Source): number {
  const used = sheet.grid.usedIn(area, false);
  return used ? used.column + used.columns : 0;
}

/** Whole rows bring their height and their format along. */
function copyLines(from: Source, sheet: Sheet, area: Area): void {
  for (let row = 0; row < area.rows; row += 1) {
    const [source, target] = [from.area.row + (row % from.area.rows), area.row + row];
    for (const [theirs, ours] of [
      [from.sheet.rowHeights, sheet.rowHeights],
      [from.sheet.grid.rowFormats, sheet.grid.rowFormats],
    ] as const) {
      const value = theirs.get(source);
      if (value === undefined) ours.delete(target);
      else (ours as Map<number, unknown>).set(target, value);
    }
    if (from.sheet.hiddenRows.has(source)) sheet.hiddenRows.add(target);
    else sheet.hiddenRows.delete(target);
  }
}

interface Copy {
  readonly row: number;
  readonly column: number;
  readonly cell: Readonly<Cell> | undefined;
  readonly down: number;
  readonly right: number;
}

function* copySource(
  from: Source,
  area: Area,
  height: number,
  width: number,
  transpose: boolean,
): Generator<Copy> {
  for (let row = 0; row < area.rows; row += 1) {
    for (let column = 0; column < area.columns; column += 1) {
      const [r, c] = transpose ? [column % width, row % height] : [row % height, column % width];
      const cell = from.sheet.grid.find(from.area.row + r, from.area.column + c);
      yield {
        row: area.row + row,
        column: area.column + column,
        cell: cell && { ...cell },
        down: area.row + row - from.area.row - r,
        right: area.column + column - from.area.column - c,
      };
    }
  }
}

function copyCell(sheet: Sheet, copy: Copy, kind: string): void {
  const { cell: source, down, right } = copy;
  const cell = sheet.grid.cell(copy.row, copy.column);
  if (kind !== "Formats") {
    const formula = kind === "Values" ? null : (source?.formula ?? null);
    sheet.grid.setFormula(cell, formula === null ? null : translateFormula(formula, down, right));
    cell.value = source?.value ?? "";
    cell.literal = source?.literal ?? false;
  }
  if (kind === "All" || kind === "Formats") cell.format = source?.format ?? plainFormat;
  if (kind === "All") cell.hyperlink = source?.hyperlink ?? null;
}

/** Validations and conditional formats come along; each keeps the shape it has on the source. */
function copyRules(from: Source, sheet: Sheet, area: Area, height: number, width: number): void {
  const copied = (areas: readonly Area[]): Area[] => {
    const placed: Area[] = [];
    for (let row = 0; row < area.rows; row += height) {
      for (let column = 0; column < area.columns; column += width) {
        for (const one of areas) {
          const part = intersect(one, from.area);
          if (part)
            placed.push({
              ...part,
              row: part.row - from.area.row + area.row + row,
              column: part.column - from.area.column + area.column + column,
            });
        }
      }
    }
    return placed;
  };
  const validations = from.sheet.validations
    .map((one) => ({ ...one, areas: copied(one.areas) }))
    .filter((one) => one.areas.length > 0);
  sheet.cutValidations(area);
  sheet.validations.push(...validations);
  const merges = from.sheet.merges.filter((merge) => contains(from.area, merge));
  sheet.merges.push(...copied(merges));
  for (const format of from.sheet.conditionalFormats) {
    const areas = copied(format.areas);
    if (areas.length === 0) continue;
    if (sheet === from.sheet) format.areas.push(...areas);
    else
      sheet.conditionalFormats.push({
        ...structuredClone(format),
        id: `{${format.id.slice(1, -1)}-${areas[0]?.row ?? 0}}`,
        areas,
      });
  }
}

export function setHyperlink(book: Book, sheet: Sheet, area: Area, link: Hyperlink | null): void {
  if (link === null) return clearCells(book, sheet, area, "RemoveHyperlinks");
  if (!link.address && !link.documentReference) refuse("InvalidArgument");
  book.assertWritable(sheet, area);
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const cell = sheet.grid.cell(row, column);
      const shown =
        link.textToDisplay ?? (cell.value === "" ? (link.address ?? link.documentReference) : undefined);
      if (shown !== undefined && cell.formula === null) cell.value = shown;
      cell.hyperlink = { ...link, textToDisplay: book.text(sheet, row, column) };
      cell.format = { ...cell.format, fontColor: "#0563C1", underline: "Single", style: "Hyperlink" };
    }
  }
  book.touch();
  announceChange(book, sheet, area, "RangeEdited");
}
