/**
 * The cells of a report's rows: figures from queries, and what is made of figures of the same form (sums, differences,
 * shares), written as formulas over each other with the values our code computes for them.
 */
import { cellAddress, isCellError, type CellError, type CellInput, type CellValue } from "../book";
import type { MoneyUnit } from "../domain";
import type { WorkbookTables } from "../layout";
import { figureCell, figureResult, rounded, type Figure, type FigureResult, type FigureRow } from "./figure";

export type ReportCell =
  | CellValue
  | { readonly figure: Figure }
  /** The same column of other rows (indexes of the grid) added up. */
  | { readonly rows: readonly number[] }
  /** Columns of the same row (keys) added and subtracted. */
  | { readonly plus: readonly string[]; readonly minus?: readonly string[] }
  /** One column of the row over another (of row `wholeRow`, default the same); empty where there is nothing to divide by. */
  | { readonly part: string; readonly whole: string; readonly wholeRow?: number };

function isPlain(cell: ReportCell): cell is CellValue {
  return cell === null || typeof cell !== "object" || "error" in cell;
}

export interface GridRow {
  readonly cells: readonly ReportCell[];
}

type Resolved = number | "" | CellError;

export class Grid {
  private readonly known = new Map<string, Resolved>();
  private readonly results = new Map<Figure, FigureResult>();
  private readonly columnOf: ReadonlyMap<string, number>;

  /** `firstRow` is the 0-based sheet row of the grid's first row; its first column is A. */
  constructor(
    keys: readonly string[],
    private readonly rows: readonly GridRow[],
    private readonly firstRow: number,
    private readonly tables: WorkbookTables,
    private readonly unit: MoneyUnit,
  ) {
    this.columnOf = new Map(keys.map((key, column) => [key, column]));
  }

  /** What is written into a cell. */
  input(row: number, column: number): CellInput {
    const cell = this.rows[row]?.cells[column] ?? null;
    if (isPlain(cell)) return cell;
    if ("figure" in cell)
      return figureCell(cell.figure, this.result(cell.figure).value, this.tables, this.unit);
    const value = this.value(row, column);
    if ("rows" in cell) {
      const places = cell.rows.map((one) => this.address(one, column));
      return places.length === 0 ? 0 : { formula: `ROUND(SUM(${runs(places).join(",")}),6)`, value };
    }
    if ("plus" in cell) {
      const at = (key: string) => this.address(row, this.column(key));
      const added = cell.plus.map(at).join("+");
      const taken = (cell.minus ?? []).map((key) => `-${at(key)}`).join("");
      return { formula: `ROUND(${added}${taken},6)`, value };
    }
    const part = this.address(row, this.column(cell.part));
    const whole = this.address(cell.wholeRow ?? row, this.column(cell.whole));
    const fixed = cell.wholeRow === undefined ? whole : whole.replace(/(\d+)$/, "$$$1");
    return { formula: `IF(${fixed}=0,"",ROUND(${part}/${fixed},6))`, value };
  }

  /** The value of a cell that holds a figure or is made of figures; plain numbers are themselves, the rest counts 0. */
  value(row: number, column: number): Resolved {
    const key = `${row} ${column}`;
    let value = this.known.get(key);
    if (value === undefined) this.known.set(key, (value = this.compute(row, column)));
    return value;
  }

  /** The rows of tables behind a cell: of a share, those of its part. */
  behind(row: number, column: number): readonly FigureRow[] {
    const cell = this.rows[row]?.cells[column] ?? null;
    if (isPlain(cell)) return [];
    if ("figure" in cell) return this.result(cell.figure).rows;
    if ("rows" in cell) return cell.rows.flatMap((one) => this.behind(one, column));
    if ("plus" in cell) {
      const negative = (cell.minus ?? []).flatMap((key) => this.behind(row, this.column(key)));
      return [
        ...cell.plus.flatMap((key) => this.behind(row, this.column(key))),
        ...negative.map((one) => ({ ...one, amount: -one.amount + 0 })),
      ];
    }
    return this.behind(row, this.column(cell.part));
  }

  private result(figure: Figure): FigureResult {
    let result = this.results.get(figure);
    if (!result) this.results.set(figure, (result = figureResult(figure, this.tables, this.unit)));
    return result;
  }

  private compute(row: number, column: number): Resolved {
    const cell = this.rows[row]?.cells[column] ?? null;
    if (isPlain(cell)) return typeof cell === "number" || isCellError(cell) ? cell : 0;
    if ("figure" in cell) return this.result(cell.figure).value;
    if ("rows" in cell) return this.total(cell.rows.map((one) => this.value(one, column)));
    if ("plus" in cell) {
      const minus = (cell.minus ?? []).map((key) => negated(this.value(row, this.column(key))));
      return this.total([...cell.plus.map((key) => this.value(row, this.column(key))), ...minus]);
    }
    const part = this.value(row, this.column(cell.part));
    const whole = this.value(cell.wholeRow ?? row, this.column(cell.whole));
    if (isCellError(whole)) return whole;
    if (whole === 0 || whole === "") return "";
    if (isCellError(part)) return part;
    return rounded((part === "" ? 0 : part) / whole);
  }

  private total(values: readonly Resolved[]): Resolved {
    const error = values.find(isCellError);
    // Amounts in a unit with decimals are added as the integers they stand for.
    const sum = values.reduce<number>(
      (so, value) => so + Math.round((typeof value === "number" ? value : 0) * 1e6),
      0,
    );
    return error ?? (Number.isSafeInteger(sum) ? rounded(sum / 1e6) : rounded(plainSum(values)));
  }

  private column(key: string): number {
    const column = this.columnOf.get(key);
    if (column === undefined) throw new Error(`no column ${key} in the form`);
    return column;
  }

  private address(row: number, column: number): string {
    return cellAddress(this.firstRow + row, column);
  }
}

function plainSum(values: readonly Resolved[]): number {
  return values.reduce<number>((so, value) => so + (typeof value === "number" ? value : 0), 0);
}

function negated(value: Resolved): Resolved {
  return typeof value === "number" ? -value : value;
}

/** `F10, F11, F12, F15` as `F10:F12, F15`: SUM takes 255 arguments at most. */
function runs(places: readonly string[]): string[] {
  const parts = places.map((place) => ({
    letters: place.replace(/\d+/, ""),
    row: Number(place.replace(/\D+/, "")),
  }));
  const found: { letters: string; first: number; last: number }[] = [];
  for (const { letters, row } of parts) {
    const last = found.at(-1);
    if (last && last.last === row - 1) last.last = row;
    else found.push({ letters, first: row, last: row });
  }
  return found.map(({ letters, first, last }) =>
    first === last ? `${letters}${first}` : `${letters}${first}:${letters}${last}`,
  );
}
