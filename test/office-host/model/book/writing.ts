/** What happens when contents are written into cells. */
import { contains, formatArea, intersect, quoteSheet, type Area } from "./area";
import { announceChange } from "./announcing";
import type { Book } from "./book";
import { isFormula } from "./calculation";
import { renameColumns } from "./references";
import { refuse } from "../refusals";
import type { Sheet } from "./sheet";
import { bodyArea, headerArea, uniqueHeader } from "./table";
import { readTyped, type Region, type Scalar } from "./typed-value";

/**
 * Writes contents the way Excel reads them: null leaves a cell alone, "" empties it.
 * @param contents by row and column of `area`
 */
export function writeCells(
  book: Book,
  sheet: Sheet,
  area: Area,
  contents: (row: number, column: number) => unknown,
): void {
  book.assertWritable(sheet, area);
  const before = area.rows * area.columns === 1 ? book.valueOf(sheet, area.row, area.column) : undefined;
  noteHazards(book, sheet, area);
  // The interface speaks en-US whatever the machine; a person types as the machine is set.
  const typed = readAll(sheet, area, contents, book.actor === "add-in" ? "en-US" : book.region);
  for (const { row, column, formula, value, numberFormat, literal } of typed) {
    if (value === "" && formula === null && !sheet.grid.find(row, column)) continue;
    const cell = sheet.grid.cell(row, column);
    sheet.grid.setFormula(cell, formula);
    cell.spilled = false;
    cell.literal = literal ?? false;
    if (formula === null) cell.value = value;
    if (numberFormat !== null && cell.format.numberFormat === "General")
      cell.format = { ...cell.format, numberFormat };
  }
  book.touch();
  restoreHeaders(book, sheet, area);
  noteFirstRows(book, sheet, area);
  announceChange(book, sheet, area, "RangeEdited", before);
}

function noteHazards(book: Book, sheet: Sheet, area: Area): void {
  const where = `${quoteSheet(sheet.name)}!${formatArea(area)}`;
  const filters = [sheet.filter, ...book.tablesOn(sheet).map((table) => table.filter)];
  const filtered = filters.some(
    (filter) => filter && filter.criteria.size > 0 && intersect(filter.area, area),
  );
  if (filtered) book.hazards.push({ kind: "write-under-filter", where });
  const merged = sheet.merges.some(
    (merge) =>
      intersect(merge, area) &&
      !(merge.row === area.row && merge.column === area.column) &&
      !contains(area, merge),
  );
  if (merged) book.hazards.push({ kind: "write-in-merged-area", where });
}

function noteFirstRows(book: Book, sheet: Sheet, area: Area): void {
  for (const table of book.tablesOn(sheet)) {
    const body = bodyArea(table);
    if (table.onlyInsertRow && intersect(body, area) && sheet.grid.usedIn(body, true))
      table.onlyInsertRow = false;
  }
}

/** Headers of tables are texts, unique and not empty: what was written into them is put right and becomes the column's name. */
export function restoreHeaders(book: Book, sheet: Sheet, area: Area): void {
  for (const table of book.tablesOn(sheet)) {
    const header = headerArea(table);
    if (!header || !intersect(header, area)) continue;
    const taken = new Set<string>();
    const names = table.columns.map((_, index) => {
      const cell = sheet.grid.cell(header.row, header.column + index);
      sheet.grid.setFormula(cell, null);
      const name = uniqueHeader(book.text(sheet, header.row, header.column + index), taken);
      taken.add(name.toLowerCase());
      cell.value = name;
      return name;
    });
    renameColumns(book, table, names);
  }
}

interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly value: Scalar;
  readonly formula: string | null;
  readonly numberFormat: string | null;
  readonly literal?: boolean;
}

/** What a cell holds at most, in characters. */
const longestText = 32_767;
const longestFormula = 8192;

/** Reads all contents before any is written: a bad formula leaves the whole area as it was. */
function readAll(
  sheet: Sheet,
  area: Area,
  contents: (row: number, column: number) => unknown,
  region: Region,
): TypedCell[] {
  const typed: TypedCell[] = [];
  for (let row = 0; row < area.rows; row += 1) {
    for (let column = 0; column < area.columns; column += 1) {
      const content = contents(row, column);
      if (
        content === null ||
        content === undefined ||
        isCoveredByMerge(sheet, area.row + row, area.column + column)
      )
        continue;
      if (typeof content === "object") refuse("InvalidArgument");
      const at = { row: area.row + row, column: area.column + column };
      const read = readTyped(
        content as Scalar,
        sheet.grid.formatAt(at.row, at.column).numberFormat,
        isFormula,
        region,
      );
      if (!read || String(read.value).length > longestText || (read.formula ?? "").length > longestFormula) {
        return refuse("InvalidArgument");
      }
      typed.push({ ...at, ...read });
    }
  }
  return typed;
}

/** Every cell of a merged area but its first: what is written there is lost. */
function isCoveredByMerge(sheet: Sheet, row: number, column: number): boolean {
  const merge = sheet.merges.length > 0 ? sheet.mergeAt(row, column) : undefined;
  return merge !== undefined && (merge.row !== row || merge.column !== column);
}
