/** The grid as the page uses it: it shows a book, follows it, and brings a person's work to it. */
import {
  CanceledError,
  CommandType,
  EDITOR_ACTIVATED,
  IContextService,
  LifecycleService,
  LifecycleStages,
  IUniverInstanceService,
  type ICommandInfo,
  type IExecutionOptions,
} from "@univerjs/core";
import type { Area, Book, CellInput, Edit, Place, Refusal } from "../../../book";
import { areaOf, buildGrid, dataOf, rangeOf, type GridRange } from "./build";
import { calculatedEdits } from "./calculated";
import { isOurs, PersonWork } from "./events";
import { canFollow, followEdit } from "./follow";
import { GridModel } from "./model";
import { pasteInto } from "./pasting";
import { wishOf } from "./permitted";
import { insertRows, removeRows, sortRows, tableBlock } from "./rows";
import { startUniver, type Grid } from "./start";
import { readTypedCells } from "./typedCells";

export type GridMessage =
  | { readonly kind: "refusal"; readonly refusal: Refusal }
  /** Asked for something that cannot be written into the file. */
  | { readonly kind: "notWritable" }
  /** Rows are put in and taken out inside tables only, and only where no formula names cells. */
  | { readonly kind: "rowsOutsideTable" | "rowsNamed" }
  /** Done in the grid and not in the file: a column's width, a filter. */
  | { readonly kind: "viewOnly" };

export interface GridPort {
  /** The book itself: reading it must not wait for the grid. */
  readonly book: Pick<Book, "read">;
  readonly person: (edit: Edit) => Promise<Refusal | null>;
  /** Values of formulas, which are no change of a person's. */
  readonly computed: (edit: Edit) => Promise<void>;
  readonly say: (message: GridMessage) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

const CALCULATION_PATIENCE = 4000;

export class GridView {
  readonly #grid: Grid;
  readonly #work: PersonWork;
  #model: GridModel | null = null;
  #shown = 0;
  #recalculated: Marked = new Map();
  /** Something was written since formulas were last calculated. */
  #calculates = false;
  #typesRead = false;

  constructor(
    container: HTMLElement,
    private readonly port: GridPort,
  ) {
    this.#grid = startUniver(container);
    this.#work = new PersonWork(() => this.model, {
      person: (edit) => this.port.person(edit),
      contents: (sheets) => this.#contents(sheets),
      refused: (refusal) => this.port.say({ kind: "refusal", refusal }),
    });
    this.#grid.commands.beforeCommandExecuted((command, options) => this.#before(command, options));
    this.#grid.commands.onCommandExecuted((command, options) => this.#after(command, options));
  }

  get model(): GridModel {
    if (!this.#model) throw new Error("the grid shows no book yet");
    return this.#model;
  }

  /** Builds the grid from the book as it is; the sheet and cells that were in view stay in view. */
  async show(name: string): Promise<void> {
    const names = (await this.port.book.read({ sheets: [] })).sheets.map((sheet) => sheet.name);
    const snapshot = await this.port.book.read({ sheets: [], designs: names });
    const place = this.#model ? this.selection() : null;
    if (this.#model) this.#grid.api.disposeUnit(this.#model.unitId);
    this.#shown += 1;
    const built = buildGrid(snapshot, `so-${this.#shown}`, name);
    this.#model = new GridModel(this.#grid, built, snapshot.date1904);
    this.#grid.api.createWorkbook(built.data);
    this.#grid.injector.get(IUniverInstanceService).focusUnit(built.data.id);
    this.#grid.api.getActiveWorkbook()?.setNumfmtLocal("vi");
    if (!this.#typesRead) readTypedCells(() => this.model);
    this.#typesRead = true;
    await this.#drawn();
    if (place && this.model.sheetNamed(place.sheet)?.visible) await this.reveal(place);
  }

  /** The grid can be asked for places only once it is drawn. */
  async #drawn(): Promise<void> {
    await this.#grid.injector.get(LifecycleService).onStage(LifecycleStages.Steady);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** What the book has done is shown. */
  async follow(edit: Edit, name: string): Promise<void> {
    if (!this.#model || !canFollow(edit)) return this.show(name);
    followEdit(this.model, edit, this.#work.waits);
  }

  /** Commits what is being typed and brings everything to the book, formula values included. */
  async settle(): Promise<void> {
    if (!this.#model) return;
    await this.#grid.api.getActiveWorkbook()?.endEditingAsync(true);
    await this.#work.settle();
    await this.#bringCalculated();
  }

  async #bringCalculated(): Promise<void> {
    if (this.#recalculated.size === 0 && !this.#calculates) return;
    await this.#calculation();
    this.#calculates = false;
    const calculated = this.#recalculated;
    this.#recalculated = new Map();
    const names = this.model.sheets.filter(({ id }) => calculated.has(id)).map(({ name }) => name);
    if (names.length === 0) return;
    const edits = calculatedEdits(this.model, calculated, await this.#contents(names));
    for (const edit of edits) await this.port.computed(edit);
  }

  /** The sheet in view and the cells that are selected. */
  selection(): Place | null {
    const worksheet = this.#grid.api.getActiveWorkbook()?.getActiveSheet();
    const range = worksheet?.getSelection()?.getActiveRange()?.getRange();
    if (!worksheet) return null;
    const area = range ? areaOf(range as GridRange) : { row: 0, column: 0, rows: 1, columns: 1 };
    return { sheet: worksheet.getSheetName(), area: clipped(area) };
  }

  /** Calls back whenever other cells are selected. */
  watchSelection(listener: () => void): void {
    this.#grid.api.addEvent(this.#grid.api.Event.SelectionChanged, listener);
  }

  async reveal(place: Place): Promise<void> {
    const sheet = this.model.sheetNamed(place.sheet);
    const workbook = this.#grid.api.getActiveWorkbook();
    if (!sheet || !workbook) return;
    workbook.setActiveSheet(sheet.id);
    const { startRow, startColumn, endRow, endColumn } = rangeOf(place.area);
    const worksheet = workbook.getActiveSheet();
    worksheet.setActiveSelection(
      worksheet.getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1),
    );
    worksheet.scrollToCell(Math.max(0, startRow - 3), Math.max(0, startColumn - 2));
  }

  /** Rows at the selection, inside a table. */
  async rows(what: "insertAbove" | "insertBelow" | "remove", wanted?: number): Promise<void> {
    await this.#work.settle();
    const place = this.selection();
    const sheet = place && this.model.sheetNamed(place.sheet);
    if (!place || !sheet) return;
    const { area } = place;
    const table = sheet.tables.find((one) => inData(one.area, area));
    if (!table) return this.port.say({ kind: "rowsOutsideTable" });
    const block = tableBlock(sheet.name, table, (row, column) => this.model.content(sheet.id, row, column));
    const at = area.row - table.area.row - 1;
    const edit =
      what === "remove"
        ? removeRows(table, block, at, area.rows)
        : insertRows(table, block, what === "insertAbove" ? at : at + area.rows, wanted ?? area.rows);
    await this.#byBook(edit);
  }

  /** Sorts in the book: the grid's own way is slow and does not know the Vietnamese alphabet. */
  async #sort(params: SortParams): Promise<void> {
    await this.#work.settle();
    const sheet = this.model.sheetOf(params.subUnitId);
    if (!sheet) return;
    const whole = areaOf(params.range);
    const area = params.hasTitle ? { ...whole, row: whole.row + 1, rows: whole.rows - 1 } : whole;
    const table = sheet.tables.find((one) => sameArea(dataOf(one), area)) ?? null;
    const content = (row: number, column: number) => this.model.content(sheet.id, row, column);
    const rules = params.orderRules.map(({ type, colIndex }) => ({
      column: colIndex,
      descending: type === "desc",
    }));
    await this.#byBook(sortRows({ sheet: sheet.name, area, table, content }, rules));
  }

  /** A person's wish that the book carries out first. */
  async #byBook(edit: Edit | null): Promise<void> {
    if (!edit) return this.port.say({ kind: "rowsNamed" });
    if (edit.operations.length === 0) return;
    const refusal = await this.port.person(edit);
    if (refusal) return this.port.say({ kind: "refusal", refusal });
    followEdit(this.model, edit, this.#work.waits);
  }

  async #calculation(): Promise<void> {
    try {
      await this.#grid.api.getFormula().onCalculationResultApplied(CALCULATION_PATIENCE);
    } catch (error) {
      // The grid has not finished in time: the book keeps the values it has, and Excel calculates when it opens the file.
      console.warn(error);
    }
  }

  #before(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (isOurs(options) || !this.#model) return;
    if (command.type === CommandType.MUTATION) return this.#work.prepare(command as never);
    const wish = wishOf(command.id);
    if (wish.kind === "allowed") return;
    const editing = this.#grid.injector.get(IContextService).getContextValue(EDITOR_ACTIVATED);
    if (editing && wish.kind !== "rows") return;
    if (wish.kind === "paste") {
      if (pasteInto(this.model, command)) throw new CanceledError();
      return;
    }
    if (wish.kind === "rows") void this.rows(wish.what, countOf(command.params));
    if (wish.kind === "sort") void this.#sort(command.params as SortParams);
    if (wish.kind === "undo") this.port.undo();
    if (wish.kind === "redo") this.port.redo();
    if (wish.kind === "refused") this.port.say({ kind: "notWritable" });
    throw new CanceledError();
  }

  #after(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (!this.#model) return;
    const params = command.params as { unitId?: string; subUnitId?: string } | undefined;
    if (command.id === "sheet.mutation.set-range-values" && params?.subUnitId && options?.["fromFormula"]) {
      const { cellValue } = command.params as { cellValue?: Record<number, Record<number, unknown>> };
      markAll(this.#recalculated, params.subUnitId, cellValue ?? {});
      return;
    }
    if (command.type !== CommandType.MUTATION) return;
    if (command.id === "sheet.mutation.set-range-values") this.#calculates = true;
    if (isOurs(options)) return;
    this.#work.record(command as never, options);
    if (viewOnly.test(command.id)) this.port.say({ kind: "viewOnly" });
  }

  async #contents(
    sheets: readonly string[],
  ): Promise<(sheet: string, row: number, column: number) => CellInput> {
    const snapshot = await this.port.book.read({ sheets, formulas: true });
    return (name, row, column) => {
      const sheet = snapshot.sheets.find((one) => one.name === name);
      const value = sheet?.values[row]?.[column] ?? null;
      const formula = sheet?.formulas.get(row)?.get(column);
      return formula === undefined ? value : { formula, value };
    };
  }

  focus(): void {
    document.querySelector<HTMLElement>('[id^="__editor___INTERNAL_EDITOR__DOCS_NORMAL"]')?.focus();
  }

  get api() {
    return this.#grid.api;
  }

  dispose(): void {
    this.#grid.univer.dispose();
  }
}

interface SortParams {
  readonly subUnitId: string;
  readonly range: GridRange;
  readonly orderRules: readonly { readonly type: string; readonly colIndex: number }[];
  readonly hasTitle: boolean;
}

function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** The number of rows that a menu's entry asks for. */
function countOf(params: object | undefined): number | undefined {
  const { value } = (params ?? {}) as { value?: unknown };
  return typeof value === "number" && value >= 1 && value <= 1000 ? Math.floor(value) : undefined;
}

type Marked = Map<string, Map<number, Set<number>>>;

function markAll(
  marked: Marked,
  sheet: string,
  cells: Readonly<Record<number, Readonly<Record<number, unknown>>>>,
): void {
  const rows = marked.get(sheet) ?? new Map<number, Set<number>>();
  for (const [row, columns] of Object.entries(cells)) {
    const set = rows.get(Number(row)) ?? new Set<number>();
    for (const column of Object.keys(columns)) set.add(Number(column));
    rows.set(Number(row), set);
  }
  marked.set(sheet, rows);
}

const viewOnly = /^sheet\.mutation\.set-(worksheet-col-width|worksheet-row-height|frozen)$/;

/** A whole row or column that is selected reaches over the whole sheet: only its beginning counts. */
function clipped(area: Area): Area {
  const finite = (value: number) => (Number.isFinite(value) && value >= 0 ? value : 0);
  return {
    row: finite(area.row),
    column: finite(area.column),
    rows: finite(area.rows) || 1,
    columns: finite(area.columns) || 1,
  };
}

function inData(table: Area, area: Area): boolean {
  const first = table.row + 1;
  return (
    area.row >= first &&
    area.row + area.rows <= table.row + table.rows &&
    area.column < table.column + table.columns &&
    area.column + area.columns > table.column
  );
}
