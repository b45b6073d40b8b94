/** Formulas are computed by an independent library over a view of the book; its results are written back. */
import { calculateFormulas, createFormulaSyntaxProbe } from "@cj-tech-master/excelts/formula";
import type {
  CellLike,
  FormulaResultLike,
  WorkbookLike,
  WorksheetLike,
} from "@cj-tech-master/excelts/formula";
import { formatCellValue } from "@cj-tech-master/excelts";
import type { Book } from "./book";
import type { Cell } from "./grid";
import { splitAddress, parseArea, formatArea, quoteSheet } from "./area";
import type { Sheet } from "./sheet";
import { bodyArea } from "./table";
import { isErrorValue, serialOf, swapSeparators, typeOfCell, type Region, type Scalar } from "./typed-value";

const canParse = createFormulaSyntaxProbe();
/** Functions whose result may fill neighbouring cells. */
const spilling =
  /\b(FILTER|UNIQUE|SORT|SORTBY|SEQUENCE|RANDARRAY|TRANSPOSE|VSTACK|HSTACK|TOCOL|TOROW|TAKE|DROP)\(/i;

/** Whether a text (with its `=`) is a formula that can be read. */
export function isFormula(text: string): boolean {
  return canParse(text.slice(1));
}

/** Whether a name may stand for it: a formula, or several areas parted by commas. */
export function isNameFormula(text: string): boolean {
  return isFormula(text) || canParse(`(${text.slice(1)})`);
}

/** A value as the cell shows it. */
export function displayText(value: Scalar, numberFormat: string, region: Region = "en-US"): string {
  if (value === "") return "";
  if (
    typeof value === "string" &&
    (isErrorValue(value) || numberFormat === "General" || numberFormat === "@")
  )
    return value;
  if (region === "en-US") return formatCellValue(value, numberFormat);
  // The short date follows the machine.
  if (numberFormat === "m/d/yyyy") return formatCellValue(value, "dd/mm/yyyy");
  const text = formatCellValue(value, numberFormat);
  const isDate = /[dmyhs]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]|General/gi, ""));
  return typeof value === "number" && !isDate ? swapSeparators(text) : text;
}

type Raw = { error: string } | Scalar | null;

class CellView implements CellLike {
  readonly model: { readonly formula?: string; readonly isDynamicArray?: boolean };
  readonly formula?: string;
  readonly type: number;
  result: FormulaResultLike;
  private current: unknown;

  constructor(
    readonly row: number,
    readonly col: number,
    readonly cell: Cell | null,
    private readonly onSpill: (view: CellView, value: unknown) => void,
  ) {
    const formula = cell?.formula ?? null;
    if (formula !== null) {
      this.formula = formula.slice(1);
      this.model = spilling.test(formula)
        ? { formula: this.formula, isDynamicArray: true }
        : { formula: this.formula };
      this.type = 6;
    } else {
      this.model = {};
      this.type = cell === null || cell.value === "" ? 0 : 2;
      this.current = cell && rawValue(cell);
    }
  }

  get value(): unknown {
    return this.current;
  }

  set value(value: unknown) {
    this.current = value;
    this.onSpill(this, value);
  }
}

function rawValue(cell: Cell): Raw {
  return typeOfCell(cell) === "Error" ? { error: String(cell.value) } : cell.value;
}

function scalarOf(result: unknown): Scalar {
  if (result === null || result === undefined) return 0;
  if (result instanceof Date) return serialOf(result);
  if (typeof result === "object") return "error" in result ? String((result as { error: string }).error) : "";
  return result as Scalar;
}

class SheetView implements WorksheetLike {
  readonly views = new Map<string, CellView>();
  private readonly rows = new Map<number, CellView[]>();

  constructor(
    readonly sheet: Sheet,
    readonly id: number,
    private readonly book: Book,
    private readonly onSpill: (sheet: Sheet, view: CellView, value: unknown) => void,
  ) {
    for (const [row, cells] of sheet.grid.rows) {
      const list: CellView[] = [];
      for (const [column, cell] of cells) {
        if (cell.value === "" && cell.formula === null) continue;
        list.push(this.view(row + 1, column + 1, cell));
      }
      if (list.length > 0 || sheet.isHidden(row)) this.rows.set(row + 1, list);
    }
    for (const row of sheet.hiddenRows) if (!this.rows.has(row + 1)) this.rows.set(row + 1, []);
  }

  private view(row: number, col: number, cell: Cell | null): CellView {
    const view = new CellView(row, col, cell, (one, value) => this.onSpill(this.sheet, one, value));
    this.views.set(`${row},${col}`, view);
    return view;
  }

  get name(): string {
    return this.sheet.name;
  }

  get dimensions() {
    const used = this.sheet.grid.usedArea(true);
    return (
      used && {
        top: used.row + 1,
        left: used.column + 1,
        bottom: used.row + used.rows,
        right: used.column + used.columns,
      }
    );
  }

  eachRow(options: unknown, callback?: unknown): void {
    const visit = (callback ?? options) as (
      row: { hidden: boolean; eachCell: (a: unknown, b?: unknown) => void },
      number: number,
    ) => void;
    for (const [number, cells] of this.rows) {
      const eachCell = (first: unknown, second?: unknown) => {
        const visitCell = (second ?? first) as (cell: CellLike, column: number) => void;
        for (const cell of cells) visitCell(cell, cell.col);
      };
      visit({ hidden: this.sheet.isHidden(number - 1), eachCell }, number);
    }
  }

  findCell(row: number, col: number): CellView | undefined {
    return this.views.get(`${row},${col}`);
  }

  getCell(row: number, col: number): CellView {
    return this.findCell(row, col) ?? this.view(row, col, null);
  }

  getTables() {
    return this.book.tables
      .filter((table) => table.sheet === this.sheet)
      .map((table) => ({
        table: {
          name: table.name,
          displayName: table.name,
          tl: { row: table.area.row + 1, col: table.area.column + 1 },
          columns: table.columns.map(({ name }) => ({ name })),
          rows: Array.from({ length: bodyArea(table).rows }, () => []),
          headerRow: table.showHeaders,
          totalsRow: table.showTotals,
        },
      }));
  }
}

/** Computes every formula of the book. */
export function calculate(book: Book): void {
  clearSpills(book);
  const spills: { sheet: Sheet; row: number; column: number; value: Scalar }[] = [];
  const views = book.sheets.map(
    (sheet, index) =>
      new SheetView(sheet, index + 1, book, (home, view, value) => {
        if (value !== null)
          spills.push({ sheet: home, row: view.row - 1, column: view.col - 1, value: scalarOf(value) });
      }),
  );
  const workbook: WorkbookLike = {
    worksheets: views,
    getWorksheet: (key) => views.find((view) => view.id === key || view.name === key),
    definedNames: { getAllEntries: () => nameEntries(book), getAllNames: () => nameEntries(book) },
  };
  calculateFormulas(workbook);
  for (const view of views) {
    for (const one of view.views.values()) {
      if (one.cell && one.cell.formula !== null) one.cell.value = scalarOf(one.result);
    }
  }
  for (const { sheet, row, column, value } of spills) {
    const cell = sheet.grid.cell(row, column);
    cell.value = value;
    cell.spilled = true;
  }
}

function clearSpills(book: Book): void {
  for (const sheet of book.sheets) {
    for (const [, , cell] of sheet.grid.formulaCount > 0 ? sheet.grid.cellsIn(sheet.whole) : []) {
      if (!cell.spilled) continue;
      cell.spilled = false;
      cell.value = "";
    }
  }
}

function nameEntries(book: Book) {
  return book.names.map((name) => {
    const localSheetId = name.sheet ? book.sheets.indexOf(name.sheet) : undefined;
    const text = name.formula.slice(1);
    const { sheet, cells } = splitAddress(text);
    const area = sheet === null ? null : parseArea(cells);
    const ranges = area && sheet !== null ? [`${quoteSheet(sheet)}!${formatArea(area, true)}`] : [];
    return {
      name: name.name,
      ranges,
      ...(localSheetId === undefined ? {} : { localSheetId }),
      ...(ranges.length > 0 ? {} : { formulaExpression: text }),
    };
  });
}
