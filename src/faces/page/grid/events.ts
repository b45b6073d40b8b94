/**
 * A person's work in the grid, brought to the book: what one turn of the program's loop changes (a typed cell, a paste, a
 * sort) becomes one edit, which is applied and can be taken back as one.
 */
import { UpdateRuleType } from "@univerjs/data-validation";
import type { ICellData, IExecutionOptions, IMutationInfo, IRange } from "@univerjs/core";
import type { CellInput, Edit, Refusal } from "../../../book";
import { operationsFor, type ChangedCell } from "./edits";
import { followEdit, showCells } from "./follow";
import { OURS, type GridModel } from "./model";

export interface PersonPort {
  /** Applies what a person did; a refusal changes nothing. */
  readonly person: (edit: Edit) => Promise<Refusal | null>;
  readonly contents: (
    sheets: readonly string[],
  ) => Promise<(sheet: string, row: number, column: number) => CellInput>;
  readonly refused: (refusal: Refusal) => void;
}

type Marks = Map<string, Map<number, Map<number, string | null>>>;

export class PersonWork {
  /** Cells changed and not yet brought to the book, with the number format that came along. */
  #touched: Marks = new Map();
  #scheduled = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly model: () => GridModel,
    private readonly port: PersonPort,
  ) {}

  /** Whether a cell waits to be brought to the book. */
  readonly waits = (sheet: string, row: number, column: number): boolean =>
    this.#touched.get(sheet)?.get(row)?.has(column) ?? false;

  /** A person's mutation, before it is carried out: formats that the file would not get are taken off it. */
  prepare(command: Pick<IMutationInfo, "id" | "params">): void {
    this.#keepRules(command);
    if (command.id === "sheet.mutation.move-range") return this.#keepStyles(command.params as MovedRange);
    if (command.id !== "sheet.mutation.set-range-values") return;
    const { subUnitId, cellValue } = command.params as RangeValues;
    eachCell(cellValue, (row, column, cell) => {
      if (!cell || !("s" in cell)) return;
      const pattern = this.#patternOf(cell.s);
      if (pattern !== null && pattern !== this.model().pattern(subUnitId, row, column) && hasContent(cell)) {
        cell.s = { n: { pattern } };
      } else delete cell.s;
    });
  }

  /** A person's mutation, after it was carried out. */
  record(command: Pick<IMutationInfo, "id" | "params">, options?: IExecutionOptions): void {
    if (isOurs(options)) return;
    if (command.id === "sheet.mutation.set-range-values") {
      const { subUnitId, cellValue } = command.params as RangeValues;
      eachCell(cellValue, (row, column, cell) => {
        if (cell && !hasContent(cell)) return;
        const style = cell?.s;
        const pattern = typeof style === "object" && style !== null ? (style.n?.pattern ?? null) : null;
        this.touch(subUnitId, row, column, pattern);
      });
    }
    if (command.id === "sheet.mutation.move-range") {
      const { from, to } = command.params as MovedRange;
      for (const { subUnitId, value } of [from, to])
        eachCell(value, (row, column) => this.touch(subUnitId, row, column, null));
    }
    if (command.id === "sheet.mutation.reorder-range") {
      const { subUnitId, range } = command.params as { subUnitId: string; range: IRange };
      for (let row = range.startRow; row <= range.endRow; row += 1)
        for (let column = range.startColumn; column <= range.endColumn; column += 1)
          this.touch(subUnitId, row, column, null);
    }
  }

  /** Drop-downs and conditional formats do not travel with copied cells: the file's stay as they are. */
  #keepRules(command: Pick<IMutationInfo, "id" | "params">): void {
    const params = command.params as RuleChange;
    const sheet = params.subUnitId === undefined ? undefined : this.model().sheetOf(params.subUnitId);
    if (!sheet) return;
    switch (command.id) {
      case "data-validation.mutation.addRule":
        params.rule = [];
        return;
      case "data-validation.mutation.removeRule":
        params.ruleId = [];
        return;
      case "data-validation.mutation.updateRule": {
        const rule = sheet.rules.find(({ uid }) => uid === params.ruleId);
        if (rule) params.payload = { type: UpdateRuleType.RANGE, payload: structuredClone(rule.ranges) };
        return;
      }
      case "sheet.mutation.set-conditional-rule": {
        const id = (params.rule as { cfId?: string } | undefined)?.cfId;
        const rule = sheet.conditionalRules.find(({ cfId }) => cfId === id);
        if (rule) params.rule = structuredClone(rule);
        return;
      }
      case "sheet.mutation.delete-conditional-rule":
        params.cfId = "";
        return;
      case "sheet.mutation.add-conditional-rule": {
        // A rule must hold somewhere, or the grid stops calculating: the sheet's last cell is nobody's.
        const worksheet = this.model().worksheet(sheet.id);
        const [row, column] = [worksheet.getRowCount() - 1, worksheet.getColumnCount() - 1];
        const ranges = [{ startRow: row, endRow: row, startColumn: column, endColumn: column }];
        params.rule = { ...(params.rule as object), ranges };
      }
    }
  }

  /** Cells that are cut and pasted leave their format and take the one of their new place, as the file will have it. */
  #keepStyles({ from, to }: MovedRange): void {
    const model = this.model();
    for (const { subUnitId, value } of [from, to]) {
      for (const [row, cells] of Object.entries(value)) {
        for (const column of Object.keys(cells)) {
          const style = model.raw(subUnitId, Number(row), Number(column))?.s;
          const { s: _moved, ...cell } = cells[Number(column)] ?? {};
          cells[Number(column)] = style ? { ...cell, s: style } : cell;
        }
      }
    }
  }

  touch(sheet: string, row: number, column: number, pattern: string | null): void {
    const rows = this.#touched.get(sheet) ?? new Map<number, Map<number, string | null>>();
    const cells = rows.get(row) ?? new Map<number, string | null>();
    cells.set(column, pattern ?? cells.get(column) ?? null);
    this.#touched.set(sheet, rows.set(row, cells));
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => void this.settle(), 0);
  }

  /** Brings everything to the book; resolves when it is there. */
  settle(): Promise<void> {
    this.#running = this.#running.then(() => this.#bring());
    return this.#running;
  }

  async #bring(): Promise<void> {
    this.#scheduled = false;
    while (this.#touched.size > 0) {
      const touched = this.#touched;
      this.#touched = new Map();
      await this.#bringCells(touched);
    }
  }

  async #bringCells(touched: Marks): Promise<void> {
    const edit = this.#editOf(touched, true);
    if (edit.operations.length === 0) return;
    let refusal = await this.port.person(edit);
    if (refusal === null) return followEdit(this.model(), edit, this.waits);
    if (edit.operations.some(({ kind }) => kind === "appendRows")) {
      const plain = this.#editOf(touched, false);
      refusal = await this.port.person(plain);
      if (refusal === null) return followEdit(this.model(), plain, this.waits);
    }
    this.port.refused(refusal);
    await this.#putBack(touched);
  }

  #editOf(touched: Marks, grow: boolean): Edit {
    const model = this.model();
    const operations = [...touched].flatMap(([id, rows]) => {
      const sheet = model.sheetOf(id);
      if (!sheet) return [];
      const cells: ChangedCell[] = [];
      for (const [row, line] of rows)
        for (const [column, numberFormat] of line)
          cells.push({ row, column, content: model.content(id, row, column), numberFormat });
      const around = {
        name: sheet.name,
        tables: sheet.tables,
        isEmpty: (row: number, column: number) => model.isEmpty(id, row, column),
      };
      return operationsFor(around, cells, grow);
    });
    return { task: "typing", operations };
  }

  /** Shows again what the book holds where it did not take what was typed. */
  async #putBack(touched: Marks): Promise<void> {
    const model = this.model();
    const names = [...touched.keys()].flatMap((id) => model.sheetOf(id)?.name ?? []);
    const contents = await this.port.contents(names);
    for (const [id, rows] of touched) {
      const sheet = model.sheetOf(id);
      if (!sheet) continue;
      for (const [row, line] of rows)
        for (const column of line.keys())
          showCells(model, id, row, column, [[contents(sheet.name, row, column)]], this.waits);
    }
  }

  #patternOf(style: ICellData["s"]): string | null {
    const data = typeof style === "string" ? this.model().workbook.getStyles().get(style) : style;
    return data?.n?.pattern ?? null;
  }
}

interface RangeValues {
  readonly subUnitId: string;
  readonly cellValue?: Record<number, Record<number, ICellData | null | undefined>>;
}

/** Parameters that are put right before the grid uses them. */
interface RuleChange {
  readonly subUnitId?: string;
  rule?: unknown;
  ruleId?: unknown;
  cfId?: unknown;
  payload?: unknown;
}

type Cells = Record<number, Record<number, ICellData | null | undefined>>;

interface MovedRange {
  readonly from: { readonly subUnitId: string; readonly value: Cells };
  readonly to: { readonly subUnitId: string; readonly value: Cells };
}

export function isOurs(options: IExecutionOptions | undefined): boolean {
  return options?.["source"] === OURS || options?.["fromFormula"] === true;
}

function hasContent(cell: ICellData): boolean {
  return "v" in cell || "f" in cell || "p" in cell || "si" in cell;
}

function eachCell(
  matrix: RangeValues["cellValue"],
  visit: (row: number, column: number, cell: ICellData | null | undefined) => void,
): void {
  for (const [row, cells] of Object.entries(matrix ?? {}))
    for (const [column, cell] of Object.entries(cells ?? {})) visit(Number(row), Number(column), cell);
}
