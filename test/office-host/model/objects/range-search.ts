/** Finding cells by text or kind, replacing text, filling. */
import { announceChange } from "../book/announcing";
import { contains, intersect, type Area } from "../book/area";
import type { Book } from "../book/book";
import { typeOfCell } from "../book/typed-value";
import { translateFormula } from "../book/formula-text";
import { wildcard } from "../book/filter";
import type { Cell } from "../book/grid";
import type { Sheet } from "../book/sheet";
import { notImplemented, refuse } from "../refusals";

interface Criteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: string;
}

function matches(content: string, text: string, criteria: Criteria): boolean {
  const source = wildcard(text).source;
  const pattern = criteria.completeMatch ? source : source.slice(1, -1);
  return new RegExp(pattern, criteria.matchCase ? "u" : "iu").test(content);
}

export function findCell(
  book: Book,
  sheet: Sheet,
  area: Area,
  text: string,
  criteria: Criteria,
): Area | null {
  book.settle();
  const hits = [...sheet.grid.cellsIn(area)].filter(([row, column]) =>
    matches(book.text(sheet, row, column), text, criteria),
  );
  const hit = criteria.searchDirection === "Backwards" ? hits.at(-1) : hits[0];
  return hit ? { row: hit[0], column: hit[1], rows: 1, columns: 1 } : null;
}

export function findAllCells(book: Book, sheet: Sheet, text: string, criteria: Criteria): Area[] {
  book.settle();
  return joinCells(
    [...sheet.grid.cellsIn(sheet.whole)].filter(([row, column]) =>
      matches(book.text(sheet, row, column), text, criteria),
    ),
  );
}

/** @returns how many replacements were made */
export function replaceAll(
  book: Book,
  sheet: Sheet,
  area: Area,
  text: string,
  replacement: string,
  criteria: Criteria,
): number {
  const pattern = new RegExp(
    text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    criteria.matchCase ? "gu" : "giu",
  );
  let count = 0;
  for (const [row, column, cell] of [...sheet.grid.cellsIn(area)]) {
    const content = String(cell.formula ?? cell.value);
    if (criteria.completeMatch && !matches(content, text, criteria)) continue;
    const found = content.match(pattern)?.length ?? 0;
    if (found === 0) continue;
    count += found;
    book.write(sheet, { row, column, rows: 1, columns: 1 }, () =>
      content.replace(pattern, () => replacement),
    );
  }
  return count;
}

const valueKinds: Readonly<Record<string, string>> = {
  Double: "Numbers",
  String: "Text",
  Boolean: "Logical",
  Error: "Errors",
};

/** The rectangles of cells of one kind inside the used part of an area. */
export function specialCells(
  book: Book,
  sheet: Sheet,
  area: Area,
  cellType: string,
  cellValueType: string,
): Area[] {
  book.settle();
  const used = sheet.grid.usedArea(false);
  const inside = used && intersect(used, area);
  switch (cellType) {
    case "Blanks":
      return inside
        ? joinCells(
            everyCell(sheet, inside).filter(
              ([, , cell]) => !cell || (cell.value === "" && cell.formula === null),
            ),
          )
        : [];
    case "Constants":
    case "Formulas":
      return joinCells(
        [...sheet.grid.cellsIn(area)].filter(([, , cell]) => isOfKind(cell, cellType, cellValueType)),
      );
    case "Visible":
      return inside
        ? joinCells(
            everyCell(sheet, inside).filter(
              ([row, column]) => !sheet.hiddenRows.has(row) && !sheet.hiddenColumns.has(column),
            ),
          )
        : [];
    case "DataValidations":
      return sheet.validations.flatMap((one) => one.areas.flatMap((part) => intersect(part, area) ?? []));
    case "ConditionalFormats":
      return sheet.conditionalFormats.flatMap((one) =>
        one.areas.flatMap((part) => intersect(part, area) ?? []),
      );
    default:
      return notImplemented(`Range.getSpecialCells(${cellType})`);
  }
}

function isOfKind(cell: Cell, cellType: string, cellValueType: string): boolean {
  if (cell.value === "" && cell.formula === null) return false;
  if ((cell.formula !== null) !== (cellType === "Formulas")) return false;
  return cellValueType === "All" || cellValueType.includes(valueKinds[typeOfCell(cell)] ?? "?");
}

function everyCell(sheet: Sheet, area: Area): [number, number, Cell | undefined][] {
  const cells: [number, number, Cell | undefined][] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1)
      cells.push([row, column, sheet.grid.find(row, column)]);
  }
  return cells;
}

/** Joins cells into rectangles: runs in a row first, then equal runs of rows below each other. */
function joinCells(cells: Iterable<readonly [number, number, unknown]>): Area[] {
  const runs: Area[] = [];
  for (const [row, column] of cells) {
    const last = runs.at(-1);
    if (last && last.row === row && last.column + last.columns === column)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  const areas: Area[] = [];
  for (const run of runs) {
    const above = areas.findIndex(
      (area) =>
        area.row + area.rows === run.row && area.column === run.column && area.columns === run.columns,
    );
    const area = areas[above];
    if (area) areas[above] = { ...area, rows: area.rows + 1 };
    else areas.push(run);
  }
  return areas;
}

/** Fills `to`, which holds `from` at its beginning, with copies of it. Series are not continued. */
export function fillCells(book: Book, sheet: Sheet, from: Area, to: Area, kind: string): void {
  if (!contains(to, from) || from.row !== to.row || from.column !== to.column) refuse("InvalidArgument");
  if (!["FillDefault", "FillCopy", "FillFormats", "FillValues"].includes(kind))
    notImplemented(`Range.autoFill(${kind})`);
  book.assertWritable(sheet, to);
  for (let row = 0; row < to.rows; row += 1) {
    for (let column = 0; column < to.columns; column += 1) {
      const source = sheet.grid.find(from.row + (row % from.rows), from.column + (column % from.columns));
      if (!source || (row < from.rows && column < from.columns)) continue;
      const cell = sheet.grid.cell(to.row + row, to.column + column);
      if (kind !== "FillValues") cell.format = source.format;
      if (kind === "FillFormats") continue;
      sheet.grid.setFormula(
        cell,
        source.formula &&
          translateFormula(source.formula, row - (row % from.rows), column - (column % from.columns)),
      );
      cell.value = source.value;
      cell.literal = source.literal;
    }
  }
  book.touch();
  announceChange(book, sheet, to, "RangeEdited");
}
