/** Sorting the rows of a range or a table. */
import { announceChange } from "../book/announcing";
import { HostObject } from "../../protocol";
import type { Area } from "../book/area";
import type { Book } from "../book/book";
import { translateFormula } from "../book/formula-text";
import type { Cell } from "../book/grid";
import type { Sheet } from "../book/sheet";
import { bodyArea, type TableState } from "../book/table";
import { type Scalar, typeOfValue } from "../book/typed-value";
import { membersOf, type Hosted } from "../hosted";
import { notImplemented } from "../refusals";
import type { RangeObject } from "./range";

const ranks = { Double: 0, String: 1, Boolean: 2, Error: 3, Empty: 4 } as const;

/** Numbers before texts before booleans, empty cells last whatever the direction. */
function compare(a: Scalar, b: Scalar, field: Excel.SortField, matchCase: boolean): number {
  const [first, second] = [typeOfValue(a), typeOfValue(b)];
  if (first === "Empty" || second === "Empty")
    return ranks[first] - ranks[second] === 0 ? 0 : first === "Empty" ? 1 : -1;
  const sign = field.ascending === false ? -1 : 1;
  if (first !== second) return sign * (ranks[first] - ranks[second]);
  if (first === "Double") return sign * (Number(a) - Number(b));
  return sign * String(a).localeCompare(String(b), "en", { sensitivity: matchCase ? "variant" : "accent" });
}

function sortRows(
  book: Book,
  sheet: Sheet,
  area: Area,
  fields: readonly Excel.SortField[],
  matchCase: boolean,
): void {
  if (fields.some((field) => field.sortOn !== undefined && field.sortOn !== null && field.sortOn !== "Value"))
    notImplemented("SortField.sortOn");
  book.assertWritable(sheet, area);
  book.settle();
  const rows: (readonly (Cell | undefined)[])[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    rows.push(
      Array.from({ length: area.columns }, (_, index) => {
        const cell = sheet.grid.find(row, area.column + index);
        return cell && { ...cell };
      }),
    );
  }
  const order = rows.map((_, index) => index);
  order.sort((a, b) => {
    for (const field of fields) {
      const result = compare(
        rows[a]?.[field.key]?.value ?? "",
        rows[b]?.[field.key]?.value ?? "",
        field,
        matchCase,
      );
      if (result !== 0) return result;
    }
    return a - b;
  });
  order.forEach((from, to) => {
    rows[from]?.forEach((source, index) => {
      const cell = sheet.grid.cell(area.row + to, area.column + index);
      sheet.grid.setFormula(cell, source?.formula ? translateFormula(source.formula, to - from, 0) : null);
      cell.value = source?.value ?? "";
      cell.literal = source?.literal ?? false;
      if (source) cell.format = source.format;
      cell.hyperlink = source?.hyperlink ?? null;
    });
  });
  book.touch();
  announceChange(book, sheet, area, "RangeEdited");
}

const rangeSortMembers = membersOf<Excel.RangeSort>()("RangeSort", { methods: ["apply"] });

export class RangeSortObject extends HostObject implements Hosted<Excel.RangeSort, typeof rangeSortMembers> {
  readonly members = rangeSortMembers;
  constructor(private readonly range: RangeObject) {
    super();
  }
  apply(fields: Excel.SortField[], matchCase = false, hasHeaders = false, orientation = "Rows"): void {
    if (orientation !== "Rows") notImplemented("RangeSort.apply(orientation)");
    const { cells } = this.range;
    const area = hasHeaders ? { ...cells, row: cells.row + 1, rows: cells.rows - 1 } : cells;
    sortRows(this.range.book, this.range.sheet, area, fields, matchCase);
  }
}

const tableSortMembers = membersOf<Excel.TableSort>()("TableSort", {
  scalars: ["fields", "matchCase"],
  methods: ["apply", "clear", "reapply"],
});

export class TableSortObject extends HostObject implements Hosted<Excel.TableSort, typeof tableSortMembers> {
  readonly members = tableSortMembers;
  private static readonly applied = new WeakMap<
    TableState,
    { fields: Excel.SortField[]; matchCase: boolean }
  >();
  constructor(
    private readonly book: Book,
    private readonly table: TableState,
  ) {
    super();
  }
  get fields(): Excel.SortField[] {
    return TableSortObject.applied.get(this.table)?.fields ?? [];
  }
  get matchCase(): boolean {
    return TableSortObject.applied.get(this.table)?.matchCase ?? false;
  }
  apply(fields: Excel.SortField[], matchCase = false): void {
    TableSortObject.applied.set(this.table, { fields, matchCase });
    sortRows(this.book, this.table.sheet, bodyArea(this.table), fields, matchCase);
  }
  clear(): void {
    TableSortObject.applied.delete(this.table);
  }
  reapply(): void {
    if (this.fields.length > 0) this.apply(this.fields, this.matchCase);
  }
}
