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
import { IDependencyManagerService } from "@univerjs/engine-formula";
import { IRenderManagerService } from "@univerjs/engine-render";
import { SheetsScrollRenderController } from "@univerjs/sheets-ui";
import type { Book, CellInput, Edit, Place, Refusal } from "../../../book";
import { buildGrid } from "./build";
import { calculatedEdits } from "./calculated";
import { isOurs, PersonWork } from "./events";
import { canFollow, followEdit } from "./follow";
import { lightMarkedCells } from "./lighting";
import { GridModel } from "./model";
import { pasteInto } from "./pasting";
import { wishOf } from "./permitted";
import { areaOf, clipped, rangeOf, type GridRange } from "./ranges";
import { Recalculated } from "./recalculated";
import { startUniver, type Grid } from "./start";
import { readTypedCells } from "./typedCells";
import { countOf, rowEdit, sortEdit, type RowWish, type SortParams } from "./wishes";

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
  readonly #recalculated = new Recalculated();

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
    await nextTask();
    this.#shown += 1;
    const built = buildGrid(snapshot, `so-${this.#shown}`, name);
    await nextTask();
    const first = this.#model === null;
    const place = first ? null : this.selection();
    this.#clear();
    this.#model = new GridModel(this.#grid, built, snapshot.date1904);
    this.#grid.api.createWorkbook(built.data);
    this.#grid.injector.get(IUniverInstanceService).focusUnit(built.data.id);
    this.#grid.api.getActiveWorkbook()?.setNumfmtLocal("vi");
    if (first) {
      readTypedCells(() => this.model);
      lightMarkedCells(() => this.model);
    }
    await this.#drawn();
    if (place && this.model.sheetNamed(place.sheet)?.visible) await this.reveal(place);
  }

  /** Takes the present workbook away. Its formulas go at once: one by one, as the grid does it, takes seconds. */
  #clear(): void {
    if (!this.#model) return;
    this.#grid.injector.get(IDependencyManagerService).reset();
    this.#grid.api.disposeUnit(this.#model.unitId);
    this.#recalculated.clear();
  }

  /** The grid can be asked for places only once it is drawn; of a second workbook nothing tells when that is. */
  async #drawn(): Promise<void> {
    await this.#grid.injector.get(LifecycleService).onStage(LifecycleStages.Steady);
    for (let turn = 0; turn < MOST_TURNS && !canScroll(this.#grid, this.model.unitId); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, TURN));
    await nextTask();
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
    if (!this.#recalculated.awaited) return;
    await this.#calculation();
    const calculated = this.#recalculated.take();
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
    const stays = workbook.getActiveSheet().getSheetId() === sheet.id;
    workbook.setActiveSheet(sheet.id);
    const { startRow, startColumn, endRow, endColumn } = rangeOf(place.area);
    const worksheet = workbook.getActiveSheet();
    worksheet.setActiveSelection(
      worksheet.getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1),
    );
    if (stays && isInView(worksheet.getVisibleRange(), rangeOf(place.area))) return;
    worksheet.scrollToCell(Math.max(0, startRow - 3), Math.max(0, startColumn - 2));
  }

  /** Rows at the selection, inside a table. */
  async rows(what: RowWish, wanted?: number): Promise<void> {
    await this.#work.settle();
    const place = this.selection();
    if (!place) return;
    const edit = rowEdit(this.model, place, what, await this.port.book.read({ formulas: true }), wanted);
    if (edit === "outside") return this.port.say({ kind: "rowsOutsideTable" });
    await this.#byBook(edit);
  }

  async #sort(params: SortParams): Promise<void> {
    await this.#work.settle();
    await this.#byBook(sortEdit(this.model, params));
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
      this.#recalculated.results(command);
      return;
    }
    if (command.type !== CommandType.MUTATION) return;
    if (command.id === "sheet.mutation.set-range-values") this.#recalculated.written();
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

/** The last row and column in view may be cut; before a sheet is drawn there is no view. */
function isInView(view: GridRange | null | undefined, range: GridRange): boolean {
  return (
    view != null &&
    view.startRow <= range.startRow &&
    range.startRow < view.endRow &&
    view.startColumn <= range.startColumn &&
    range.startColumn < view.endColumn
  );
}

/** Lets the browser draw and hear the person in between. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

const viewOnly =
  /^sheet\.mutation\.set-(worksheet-col-width|worksheet-row-height|frozen|table-filter|filter-criteria)$/;

/** How often, and how many milliseconds apart, it is asked whether a workbook is drawn: five seconds at most. */
const MOST_TURNS = 250;
const TURN = 20;

/** Whether the part that scrolls a workbook stands; until then the grid's program answers with an exception. */
function canScroll({ injector }: Grid, unitId: string): boolean {
  const render = injector.get(IRenderManagerService).getRenderById(unitId);
  if (!render) return false;
  try {
    return Boolean(render.with(SheetsScrollRenderController));
  } catch {
    return false;
  }
}
