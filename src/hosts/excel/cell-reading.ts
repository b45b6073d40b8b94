/** Values, formulas, number formats and fonts of many cells, read in blocks and put together to a sheet's grid. */
import type { Area, CellValue } from "../../book";
import { ANSWER_CELLS, type Piece } from "./pieces";
import { bands, halvesOf, intersection, rangeOf } from "./areas";
import { NoValues } from "./failures";
import { fileNotation } from "./notation";

export interface CellAspects {
  readonly formulas: boolean;
  readonly numberFormats: boolean;
}

/** Bytes of one cell in an answer, on average; answers that are larger are asked for again in halves. */
const BYTES = { value: 30, formula: 34, numberFormat: 14, valueType: 10 };

const ERRORS = new Set(
  [
    "NULL!",
    "DIV/0!",
    "VALUE!",
    "REF!",
    "NAME?",
    "NUM!",
    "N/A",
    "GETTING_DATA",
    "SPILL!",
    "CALC!",
    "FIELD!",
    "BLOCKED!",
  ]
    .concat(["CONNECT!", "BUSY!", "UNKNOWN!", "EXTERNAL!", "PYTHON!"])
    .map((code) => `#${code}`),
);

const NO_CELLS: readonly never[] = [];

/** The cells of one sheet as far as they were read. */
export class GridReading {
  private readonly rows: CellValue[][] = [];
  readonly formulas = new Map<number, Map<number, string>>();
  private readonly formats: string[][] = [];
  /** Areas with texts that look like errors: only their types tell. */
  readonly doubtful: Area[] = [];

  constructor(
    readonly sheetId: string,
    private readonly aspects: CellAspects,
    /** The table in which a cell stands. */
    private readonly tableAt: (row: number, column: number) => string | null,
  ) {}

  /** Row-major from A1; rows that were not read are empty. */
  get values(): readonly (readonly CellValue[])[] {
    return Array.from(this.rows, (row) => row ?? NO_CELLS);
  }

  value(row: number, column: number): CellValue {
    return this.rows[row]?.[column] ?? null;
  }

  numberFormat(row: number, column: number): string {
    return this.formats[row]?.[column] ?? "General";
  }

  /** The pieces that read an area. */
  pieces(area: Area): Piece[] {
    return bands(area, ANSWER_CELLS).map((part) => this.piece(part));
  }

  private piece(area: Area): Piece {
    const { formulas, numberFormats } = this.aspects;
    const bytes = BYTES.value + (formulas ? BYTES.formula : 0) + (numberFormats ? BYTES.numberFormat : 0);
    return {
      bytes: area.rows * area.columns * bytes,
      ask: (workbook) => {
        const range = rangeOf(workbook.worksheets.getItem(this.sheetId), area).load("values");
        if (formulas) range.load("formulas");
        if (numberFormats) range.load("numberFormat");
        return () => this.take(area, range);
      },
      halves: () => {
        const parts = halvesOf(area);
        return parts && [this.piece(parts[0]), this.piece(parts[1])];
      },
    };
  }

  private take(area: Area, range: Excel.Range): void {
    const values = range.values as unknown[][] | null;
    if (values === null) throw new NoValues(`no values of ${area.rows} × ${area.columns} cells`);
    const formulas = this.aspects.formulas ? range.formulas : null;
    let suspicious = false;
    values.forEach((line, r) => {
      const row = this.row(area.row + r, area.column + area.columns);
      line.forEach((value, c) => {
        row[area.column + c] = plainValue(value);
        if (typeof value === "string" && value.startsWith("#") && ERRORS.has(value)) suspicious = true;
        const formula: unknown = formulas?.[r]?.[c];
        // A text that begins with "=" is given as its own formula: a formula's value is never its text.
        if (typeof formula === "string" && formula.startsWith("=") && formula !== value) {
          this.keepFormula(area.row + r, area.column + c, formula.slice(1));
        }
      });
    });
    if (suspicious) this.doubtful.push(area);
    if (this.aspects.numberFormats) this.takeFormats(area, range.numberFormat as string[][]);
  }

  private row(index: number, length: number): CellValue[] {
    const row = (this.rows[index] ??= []);
    while (row.length < length) row.push(null);
    return row;
  }

  private keepFormula(row: number, column: number, formula: string): void {
    const line = this.formulas.get(row) ?? new Map<number, string>();
    line.set(column, fileNotation(formula, this.tableAt(row, column)));
    this.formulas.set(row, line);
  }

  private takeFormats(area: Area, formats: readonly (readonly string[])[]): void {
    formats.forEach((line, r) => {
      const row = (this.formats[area.row + r] ??= []);
      line.forEach((format, c) => (row[area.column + c] = format));
    });
  }

  /** The pieces that tell errors from texts that look like errors. */
  typePieces(): Piece[] {
    return this.doubtful.flatMap((area) => bands(area, ANSWER_CELLS)).map((area) => this.typePiece(area));
  }

  private typePiece(area: Area): Piece {
    return {
      bytes: area.rows * area.columns * BYTES.valueType,
      ask: (workbook) => {
        const range = rangeOf(workbook.worksheets.getItem(this.sheetId), area).load("valueTypes");
        return () =>
          range.valueTypes.forEach((line, r) =>
            line.forEach((type, c) => {
              const row = this.rows[area.row + r]!;
              const value = row[area.column + c];
              if (type === "Error" && typeof value === "string") row[area.column + c] = { error: value };
            }),
          );
      },
      halves: () => {
        const parts = halvesOf(area);
        return parts && [this.typePiece(parts[0]), this.typePiece(parts[1])];
      },
    };
  }
}

function plainValue(value: unknown): CellValue {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}

const BYTES_OF_A_FONT = 48;

/** Names of fonts: a column's own, or cell by cell where a column has several. */
export class FontReading {
  private readonly columns: (string | null)[];
  private readonly cells = new Map<number, string[]>();

  /** @param columns one entry a column of `area`; null where its cells differ */
  constructor(
    private readonly sheetId: string,
    private readonly area: Area,
    columns: readonly (string | null)[],
  ) {
    this.columns = [...columns];
  }

  /** "" outside the cells in use. */
  fontName(row: number, column: number): string {
    const inside = intersection(this.area, { row, column, rows: 1, columns: 1 });
    if (!inside) return "";
    return this.columns[column - this.area.column] ?? this.cells.get(column)?.[row - this.area.row] ?? "";
  }

  pieces(): Piece[] {
    const mixed = this.columns.flatMap((name, index) =>
      name ? [] : [{ ...this.area, column: this.area.column + index, columns: 1 }],
    );
    return mixed.flatMap((area) => bands(area, ANSWER_CELLS / 20)).map((area) => this.piece(area));
  }

  private piece(area: Area): Piece {
    return {
      bytes: area.rows * BYTES_OF_A_FONT,
      ask: (workbook) => {
        const range = rangeOf(workbook.worksheets.getItem(this.sheetId), area);
        const names = range.getCellProperties({ format: { font: { name: true } } });
        return () =>
          names.value.forEach((line, r) => {
            const column = this.cells.get(area.column) ?? [];
            column[area.row - this.area.row + r] = line[0]?.format?.font?.name ?? "";
            this.cells.set(area.column, column);
          });
      },
      halves: () => {
        const parts = halvesOf(area);
        return parts && [this.piece(parts[0]), this.piece(parts[1])];
      },
    };
  }
}
