/** A sheet read back as the design from which it could be made again, as far as the interface tells. */
import type {
  Area,
  CellFormat,
  CellInput,
  DesignCell,
  SheetDesign,
  TableColumnDesign,
  TableDesign,
} from "../../book";
import { areaOf, bands, halvesOf, LAST_COLUMN, LAST_ROW, PLACE, rangeOf } from "./areas";
import type { GridReading } from "./cell-reading";
import { ChartReading } from "./charts";
import { ConditionalFormatReading } from "./conditional-formats";
import type { SheetEntry, TableEntry } from "./inventory";
import { LineReading } from "./lines";
import { LOOK_QUERY, plainColour, plainFontOf, readLook, type PlainFont } from "./looks";
import { NoteReading } from "./notes";
import { PageReading } from "./page";
import type { Piece } from "./pieces";
import type { RoundTrips } from "./round-trips";
import { ValidationReading } from "./validations";

export const BYTES_OF_A_LOOK = 800;
export const CELLS_AT_ONCE = 3_000;

interface Look {
  readonly row: number;
  readonly column: number;
  readonly format: CellFormat;
  readonly link?: string;
}

export class DesignReading {
  private readonly validations: ValidationReading;
  private readonly conditionalFormats: ConditionalFormatReading;
  private readonly page: PageReading;
  private readonly charts: ChartReading;
  private readonly lines: LineReading;
  private readonly notes: NoteReading;
  private readonly looks: Look[] = [];
  private plainFont: PlainFont = {};
  /** The cells in use, formats included; null: none. */
  private used: Area | null = null;
  private surface: Pick<SheetDesign, "tabColour" | "gridlines" | "freeze"> = {};

  /** @param part the cells that are told; null for all */
  constructor(
    private readonly sheet: SheetEntry,
    private readonly part: () => Area | null,
  ) {
    this.validations = new ValidationReading(sheet.id);
    this.conditionalFormats = new ConditionalFormatReading(sheet.id);
    this.page = new PageReading(sheet.id);
    this.charts = new ChartReading(sheet.id);
    this.lines = new LineReading(sheet.id);
    this.notes = new NoteReading(sheet.id);
  }

  /** What is asked together with the places of tables: all that needs no knowledge of the used cells. */
  ask(workbook: Excel.Workbook): () => void {
    const sheet = workbook.worksheets.getItem(this.sheet.id).load("tabColor,showGridlines");
    const used = sheet.getUsedRangeOrNullObject(false).load(PLACE);
    const font = sheet.getCell(LAST_ROW - 1, LAST_COLUMN - 1).format.font.load("name,size,color");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("rowCount,columnCount");
    const parts = [this.validations, this.conditionalFormats, this.page, this.charts, this.lines, this.notes];
    const takes = parts.map((part) => part.ask(sheet));
    return () => {
      this.used = used.isNullObject ? null : areaOf(used);
      this.plainFont = plainFontOf(font);
      const colour = plainColour(sheet.tabColor);
      this.surface = {
        ...(colour ? { tabColour: colour } : {}),
        ...(sheet.showGridlines ? {} : { gridlines: false }),
        ...(frozen.isNullObject ? {} : { freeze: freezeOf(frozen) }),
      };
      for (const take of takes) take();
    };
  }

  /** The cells that the design tells. */
  get area(): Area | null {
    const part = this.part();
    if (part || !this.used) return part;
    return {
      row: 0,
      column: 0,
      rows: this.used.row + this.used.rows,
      columns: this.used.column + this.used.columns,
    };
  }

  pieces(): Piece[] {
    const { area } = this;
    return [
      ...this.validations.pieces(),
      ...this.conditionalFormats.pieces(),
      ...this.page.pieces(),
      ...this.charts.pieces(),
      ...this.lines.pieces(this.used),
      ...this.notes.pieces(),
      ...(area ? bands(area, CELLS_AT_ONCE).map((band) => this.lookPiece(band)) : []),
    ];
  }

  /** Where the conditional formats that the design tells stand among all of the sheet. */
  get customFormats(): readonly number[] {
    return this.conditionalFormats.customPlaces;
  }

  /** Further trips, only where cells of one column have different validations. */
  settle(trips: RoundTrips): Promise<void> {
    return this.validations.settle(trips);
  }

  private lookPiece(area: Area): Piece {
    return {
      bytes: area.rows * area.columns * BYTES_OF_A_LOOK,
      ask: (workbook) => {
        const looks = rangeOf(workbook.worksheets.getItem(this.sheet.id), area).getCellProperties(LOOK_QUERY);
        return () =>
          looks.value.forEach((line, r) =>
            line.forEach((cell, c) => this.takeLook(area.row + r, area.column + c, cell)),
          );
      },
      halves: () => {
        const parts = halvesOf(area);
        return parts && [this.lookPiece(parts[0]), this.lookPiece(parts[1])];
      },
    };
  }

  private takeLook(row: number, column: number, cell: Excel.SettableCellProperties): void {
    const link = cell.hyperlink?.documentReference;
    const format = readLook(cell.format ?? {}, link ? null : this.plainFont);
    if (Object.keys(format).length === 0 && !link) return;
    this.looks.push({ row, column, format, ...(link ? { link } : {}) });
  }

  /** @param grid values, formulas and number formats of the same cells */
  design(grid: GridReading, tables: readonly TableEntry[], merges: readonly Area[]): SheetDesign {
    const { validations } = this.validations;
    const { conditionalFormats } = this.conditionalFormats;
    const { page } = this.page;
    const { charts } = this.charts;
    return {
      name: this.sheet.name,
      ...(this.sheet.visibility === "visible" ? {} : { visibility: this.sheet.visibility }),
      ...this.surface,
      columns: this.lines.columns,
      ...(this.lines.rowHeights.size > 0 ? { rowHeights: this.lines.rowHeights } : {}),
      cells: this.cells(grid),
      ...(merges.length > 0 ? { merges } : {}),
      ...(tables.length > 0 ? { tables: tables.map((table) => tableDesign(table, grid)) } : {}),
      ...(validations.length > 0 ? { validations } : {}),
      ...(conditionalFormats.length > 0 ? { conditionalFormats } : {}),
      ...(page ? { page } : {}),
      ...(charts.length > 0 ? { charts } : {}),
    };
  }

  private cells(grid: GridReading): DesignCell[] {
    const looks = new Map(this.looks.map((look) => [look.row * LAST_COLUMN + look.column, look]));
    const notes = new Map(this.allNotes().map((one) => [one.row * LAST_COLUMN + one.column, one.note]));
    const cells: DesignCell[] = [];
    for (const [row, column] of cellsOf(this.area)) {
      const key = row * LAST_COLUMN + column;
      const cell = designCell(grid, row, column, looks.get(key), notes.get(key));
      notes.delete(key);
      if (cell) cells.push(cell);
    }
    // A note may stand past the cells in use.
    const others = this.part()
      ? []
      : [...notes].map(([key, note]) => ({
          row: Math.floor(key / LAST_COLUMN),
          column: key % LAST_COLUMN,
          note,
        }));
    return [...cells, ...others];
  }

  private allNotes() {
    const prompts = this.validations.notes.flatMap(({ area, note }) =>
      [...cellsOf(area)].map(([row, column]) => ({ row, column, note })),
    );
    return [...this.notes.notes, ...prompts];
  }
}

function* cellsOf(area: Area | null): Generator<[number, number]> {
  if (!area) return;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) yield [row, column];
  }
}

function designCell(
  grid: GridReading,
  row: number,
  column: number,
  look: Look | undefined,
  note: string | undefined,
): DesignCell | null {
  const content = contentOf(grid, row, column);
  const numberFormat = grid.numberFormat(row, column);
  const format: CellFormat = { ...look?.format, ...(numberFormat === "General" ? {} : { numberFormat }) };
  const said = {
    ...(content === null ? {} : { content }),
    ...(Object.keys(format).length > 0 ? { format } : {}),
    ...(look?.link ? { link: look.link } : {}),
    ...(note === undefined ? {} : { note }),
  };
  return Object.keys(said).length > 0 ? { row, column, ...said } : null;
}

/** What stands in a cell: its formula with the formula's value, else its value. */
function contentOf(grid: GridReading, row: number, column: number): CellInput {
  const formula = grid.formulas.get(row)?.get(column);
  const value = grid.value(row, column);
  return formula === undefined ? value : { formula, value };
}

function freezeOf(location: Excel.Range): { rows: number; columns: number } {
  return {
    rows: location.rowCount >= LAST_ROW ? 0 : location.rowCount,
    columns: location.columnCount >= LAST_COLUMN ? 0 : location.columnCount,
  };
}

function tableDesign(table: TableEntry, grid: GridReading): TableDesign {
  return {
    name: table.name,
    area: table.area,
    columns: table.headers.map((header, index) => columnDesign(table, grid, header, index)),
    style: table.style,
    bandedRows: table.bandedRows,
    filter: table.filter,
  };
}

/** A column has a formula when every row has the same one. */
function columnDesign(
  table: TableEntry,
  grid: GridReading,
  header: string,
  index: number,
): TableColumnDesign {
  const first = table.area.row + (table.hasHeaderRow ? 1 : 0);
  const last = table.area.row + table.area.rows - (table.hasTotalsRow ? 1 : 0);
  const column = table.area.column + index;
  const formula = grid.formulas.get(first)?.get(column);
  if (formula === undefined) return { header };
  for (let row = first; row < last; row += 1) {
    if (grid.formulas.get(row)?.get(column) !== formula) return { header };
  }
  return { header, formula };
}
