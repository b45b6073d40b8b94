/** What the grid shows at present: its workbook, and what the book says of each sheet. */
import {
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { Area, CellInput, CellValue, TableDesign } from "../../../book";
import type { BuiltGrid, GridSheet } from "./build";
import type { GridRange } from "./ranges";
import type { Grid } from "./start";

/** Marks what we put into the grid ourselves, so that it is not taken for a person's work. */
export const OURS = "so-mtqg";

export type SheetShape = Pick<GridSheet, "tables" | "rules" | "conditionalRules" | "lights">;

export class GridModel {
  readonly unitId: string;
  #sheets: readonly GridSheet[];

  constructor(
    readonly grid: Grid,
    built: BuiltGrid,
    readonly date1904: boolean,
  ) {
    this.unitId = built.data.id;
    this.#sheets = built.sheets;
  }

  get sheets(): readonly GridSheet[] {
    return this.#sheets;
  }

  sheetNamed(name: string): GridSheet | undefined {
    const wanted = name.toLowerCase();
    return this.#sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  sheetOf(id: string): GridSheet | undefined {
    return this.#sheets.find((sheet) => sheet.id === id);
  }

  tableNamed(name: string): { readonly sheet: GridSheet; readonly table: TableDesign } | undefined {
    const wanted = name.toLowerCase();
    for (const sheet of this.#sheets) {
      const table = sheet.tables.find((one) => one.name.toLowerCase() === wanted);
      if (table) return { sheet, table };
    }
    return undefined;
  }

  reshape(id: string, shape: Partial<SheetShape>): void {
    this.#sheets = this.#sheets.map((sheet) => (sheet.id === id ? { ...sheet, ...shape } : sheet));
  }

  get workbook(): Workbook {
    const workbook = this.grid.injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(this.unitId, UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Error(`the grid has no workbook ${this.unitId}`);
    return workbook;
  }

  worksheet(id: string): Worksheet {
    const worksheet = this.workbook.getSheetBySheetId(id);
    if (!worksheet) throw new Error(`the grid has no sheet ${id}`);
    return worksheet;
  }

  /** A cell as the grid holds it; undefined for one that was never written. */
  raw(id: string, row: number, column: number): ICellData | undefined {
    return this.worksheet(id).getCellRaw(row, column) ?? undefined;
  }

  /** A cell's content as the book would hold it. */
  content(id: string, row: number, column: number): CellInput {
    const cell = this.raw(id, row, column);
    if (!cell) return null;
    const value = cellValue(cell);
    if (!cell.f && !cell.si) return value;
    const formula = this.grid.injector
      .get(FormulaDataModel)
      .getFormulaStringByCell(row, column, id, this.unitId);
    return formula ? { formula: fileFormula(formula), value } : value;
  }

  isEmpty(id: string, row: number, column: number): boolean {
    return this.content(id, row, column) === null;
  }

  /** The number format of a cell, `General` where it has none. */
  pattern(id: string, row: number, column: number): string {
    const worksheet = this.worksheet(id);
    const style = this.workbook.getStyles().getStyleByCell(worksheet.getCellRaw(row, column));
    return style?.n?.pattern ?? "General";
  }

  /** Carries out a mutation of ours; the parameters are copied, as the grid rewrites what it is given. */
  mutate(id: string, params: object): void {
    const done = this.grid.commands.syncExecuteCommand(id, structuredClone(params), { source: OURS });
    if (!done) throw new Error(`the grid did not carry out ${id}`);
  }
}

const NEWER =
  /(^|[^A-Za-z0-9_.])(XLOOKUP|XMATCH|TEXTJOIN|CONCAT|IFS|SWITCH|MAXIFS|MINIFS|UNIQUE|SORTBY|SEQUENCE)(?=\()/gi;
const NEWER_STILL = /(^|[^A-Za-z0-9_.])(FILTER|SORT)(?=\()/gi;

/** A formula as files keep it: no `=`, newer functions under their long names. Text in quotes stays as it is. */
export function fileFormula(formula: string): string {
  return formula
    .replace(/^=/, "")
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(NEWER, (_all, before: string, name: string) => `${before}_xlfn.${name.toUpperCase()}`)
            .replace(
              NEWER_STILL,
              (_all, before: string, name: string) => `${before}_xlfn._xlws.${name.toUpperCase()}`,
            ),
    )
    .join("");
}

const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

function cellValue(cell: ICellData): CellValue {
  if (cell.v === undefined || cell.v === null) return richText(cell);
  if (cell.t === 3) return Number(cell.v) === 1 || cell.v === true || cell.v === "TRUE";
  if (cell.t === 1 || cell.t === 4) return textValue(String(cell.v));
  if (typeof cell.v === "boolean") return cell.v;
  if (typeof cell.v === "number") return cell.v;
  const number = Number(cell.v);
  if (cell.t === 2 && cell.v !== "" && Number.isFinite(number)) return number;
  return textValue(cell.v);
}

/** A text such as `#N/A` is an error, as where somebody types it in Excel. */
function textValue(text: string): CellValue {
  if (text === "") return null;
  return ERRORS.test(text) ? { error: text } : text;
}

/** Text of several formats, or lines, in one cell: the book keeps its letters. */
function richText(cell: ICellData): CellValue {
  const stream = cell.p?.body?.dataStream;
  if (stream === undefined) return null;
  const text = stream.replace(/\r\n$/, "").replace(/\r/g, "\n");
  return text === "" ? null : text;
}

/** Rules grow with the table that they end with, within its columns; `count` may be negative. */
export function grownRanges(ranges: readonly GridRange[], data: Area, count: number): GridRange[] {
  const last = data.row + data.rows - 1;
  return ranges.flatMap((range) => {
    const left = Math.max(range.startColumn, data.column);
    const right = Math.min(range.endColumn, data.column + data.columns - 1);
    if (range.endRow !== last || left > right) return [range];
    if (left === range.startColumn && right === range.endColumn) return lengthened(range, count);
    if (count < 0) return [range];
    return [range, { startRow: last + 1, endRow: last + count, startColumn: left, endColumn: right }];
  });
}

function lengthened(range: GridRange, count: number): GridRange[] {
  const endRow = range.endRow + count;
  return endRow < range.startRow ? [] : [{ ...range, endRow }];
}

export function sameRanges(a: readonly GridRange[], b: readonly GridRange[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
