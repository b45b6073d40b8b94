/** Bands laid out over records: which rows are repeated how often, and what is written where. */
import type { CellInput, Operation, RowBand } from "../book";
import type { Template, TemplateBand, TemplateCell } from "./model";
import type { Values } from "./values";

/** Cells that are written together: one under the other, in neighbouring columns. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: (readonly CellInput[])[];
  /** For each column, or null where every cell keeps its own. */
  readonly numberFormats: readonly (string | null)[] | null;
}

export interface SheetLayout {
  readonly bands: readonly RowBand[];
  readonly blocks: readonly Block[];
  /** Records that were put in, over all bands. */
  readonly records: number;
  /** Rows of the filled sheet. */
  readonly rows: number;
}

/** Scopes around a place: the record and its number, by depth. */
export interface Place {
  readonly rows: readonly number[];
  readonly orders: readonly number[];
}

export interface LayoutOptions {
  /** At most so many records of each band: for a preview. */
  readonly limit?: number;
  /** Told of every row of the template as it is put down. */
  readonly onRow?: (templateRow: number, row: number, place: Place) => void;
}

/** Neighbouring cells of one row of the template. */
interface Run {
  readonly column: number;
  readonly cells: readonly TemplateCell[];
  readonly numberFormats: readonly (string | null)[] | null;
  readonly key: string;
}

type RunsByRow = ReadonlyMap<number, readonly Run[]>;

/** @param each the records that the whole sheet is laid out for, one under the other; `[null]` for a sheet without any */
export function layOut(
  template: Template,
  values: Values,
  each: readonly Place[],
  options: LayoutOptions = {},
): SheetLayout {
  return new Layout(template, values, options).all(each);
}

class Layout {
  readonly #runs = new Map<TemplateBand | null, RunsByRow>();
  readonly #open = new Map<string, Block>();
  readonly #blocks: Block[] = [];
  #records = 0;

  constructor(
    private readonly template: Template,
    private readonly values: Values,
    private readonly options: LayoutOptions,
  ) {}

  all(each: readonly Place[]): SheetLayout {
    const last = this.template.rowCount - 1;
    const copies: (readonly RowBand[])[] = [];
    let row = 0;
    for (const place of each) {
      const placed = this.#rows(null, this.template.bands, 0, last, row, place);
      copies.push(placed.bands);
      row = placed.next;
    }
    const whole: RowBand = { first: 0, count: last + 1, copies, pages: true };
    return {
      bands: each.length === 1 ? copies[0]! : [whole],
      blocks: this.#blocks,
      records: this.#records,
      rows: row,
    };
  }

  /** Puts down the rows `first` to `last` of the template, from `row` on. */
  #rows(
    band: TemplateBand | null,
    inner: readonly TemplateBand[],
    first: number,
    last: number,
    row: number,
    place: Place,
  ): { bands: readonly RowBand[]; next: number } {
    const runs = this.#runsOf(band);
    const bands: RowBand[] = [];
    let from = first;
    let next = row;
    const putDown = (end: number) => {
      for (; from <= end; from += 1, next += 1) {
        this.options.onRow?.(from, next, place);
        for (const run of runs.get(from) ?? []) this.#write(run, next, place);
      }
    };
    for (const one of inner) {
      putDown(one.first - 1);
      const placed = this.#band(one, next, place);
      if (!isAsItStands(placed.band)) bands.push(placed.band);
      next = placed.next;
      from = one.last + 1;
    }
    putDown(last);
    return { bands, next };
  }

  #band(band: TemplateBand, row: number, place: Place): { band: RowBand; next: number } {
    const found = this.values.select(band, place.rows);
    const records = this.options.limit === undefined ? found : found.slice(0, this.options.limit);
    this.#records += records.length;
    const shown = records.length === 0 && band.keepEmpty ? [-1] : records;
    const copies: (readonly RowBand[])[] = [];
    let next = row;
    shown.forEach((record, index) => {
      const inside = {
        rows: withDepth(place.rows, band.depth, record),
        orders: withDepth(place.orders, band.depth, record < 0 ? 0 : index + 1),
      };
      const placed = this.#rows(band, band.bands, band.first, band.last, next, inside);
      copies.push(placed.bands);
      next = placed.next;
    });
    return { band: { first: band.first, count: band.last - band.first + 1, copies }, next };
  }

  #write(run: Run, row: number, place: Place): void {
    const line = run.cells.map((cell) => this.values.input(cell, place));
    const open = this.#open.get(run.key);
    if (open && open.row + open.cells.length === row) {
      open.cells.push(line);
      return;
    }
    const block: Block = { row, column: run.column, cells: [line], numberFormats: run.numberFormats };
    this.#open.set(run.key, block);
    this.#blocks.push(block);
  }

  #runsOf(band: TemplateBand | null): RunsByRow {
    let runs = this.#runs.get(band);
    if (!runs) this.#runs.set(band, (runs = runsByRow(band?.cells ?? this.template.cells, this.values)));
    return runs;
  }
}

function runsByRow(cells: readonly TemplateCell[], values: Values): RunsByRow {
  const groups: TemplateCell[][] = [];
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of ordered) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && before.row === cell.row && before.column === cell.column - 1) group.push(cell);
    else groups.push([cell]);
  }
  const runs = new Map<number, Run[]>();
  for (const group of groups) {
    const { row, column } = group[0]!;
    const formats = group.map((cell) => values.numberFormat(cell));
    const numberFormats = formats.some((format) => format !== null) ? formats : null;
    const key = [column, group.length, ...(numberFormats ?? [])].join("\u0001");
    runs.set(row, [...(runs.get(row) ?? []), { column, cells: group, numberFormats, key }]);
  }
  return runs;
}

/** One copy in which nothing is repeated changes no row. */
function isAsItStands(band: RowBand): boolean {
  return band.copies.length === 1 && band.copies[0]!.length === 0;
}

function withDepth(list: readonly number[], depth: number, value: number): number[] {
  const copy = list.slice(0, depth);
  // Without `--each` nothing stands at depth 0.
  while (copy.length < depth) copy.push(0);
  copy.push(value);
  return copy;
}

/** The operations that turn the template standing on `sheet` into the filled sheet. */
export function layoutOperations(sheet: string, layout: SheetLayout): Operation[] {
  const operations: Operation[] = [];
  if (layout.bands.length > 0) operations.push({ kind: "repeatRows", sheet, bands: layout.bands });
  const blocks = [...layout.blocks].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, cells, numberFormats } of blocks) {
    operations.push({
      kind: "writeCells",
      sheet,
      row,
      column,
      cells,
      ...(numberFormats ? { numberFormats: cells.map(() => numberFormats) } : {}),
    });
  }
  return operations;
}
