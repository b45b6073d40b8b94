/** Changes of cells on a sheet that exists, spliced into its rows in one pass. */
import { areasOverlap, cellAddress, type Area, type CellInput } from "../../book";
import { cellXml } from "./cells";
import { cellsOf, prefixOf, rowsOf, rowStyle, type CellSpan, type RowSpan, type SheetText } from "./rows";
import { contains, parseReference, union } from "./sqref";
import { tagWith } from "./splicing";
import type { TextEdit } from "./xml";

export interface CellChange {
  /** What the cell then holds; undefined leaves what it holds. */
  readonly content?: CellInput;
  /** Index in cellXfs, or what becomes of the present one; undefined leaves it. */
  readonly style?: number | ((present: number) => number);
  /** The cell goes, with its format. */
  readonly removed?: boolean;
}

/** Changes by 0-based row and column. */
export class CellChanges {
  readonly #rows = new Map<number, Map<number, CellChange>>();
  readonly #settled = new Set<number>();
  #area: Area | null = null;

  set(row: number, column: number, change: CellChange): void {
    let cells = this.#rows.get(row);
    if (!cells) this.#rows.set(row, (cells = new Map()));
    cells.set(column, change);
    if (!this.#area || !contains(this.#area, row, column))
      this.#area = union(this.#area, { row, column, rows: 1, columns: 1 });
  }

  /** The changes of this row stand in the sheet already. */
  settle(row: number): void {
    this.#settled.add(row);
  }

  removeAll(area: Area): void {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        this.set(row, column, { removed: true });
      }
    }
  }

  has(row: number, column: number): boolean {
    return this.#rows.get(row)?.has(column) ?? false;
  }

  get(row: number, column: number): CellChange | undefined {
    return this.#rows.get(row)?.get(column);
  }

  /** The changed cells of an area. */
  within(area: Area): { readonly row: number; readonly column: number }[] {
    const found: { row: number; column: number }[] = [];
    const whole = this.#area;
    if (!whole || !areasOverlap(whole, area)) return found;
    const last = Math.min(area.row + area.rows, whole.row + whole.rows);
    for (let row = Math.max(area.row, whole.row); row < last; row++) {
      for (const column of this.#rows.get(row)?.keys() ?? []) {
        if (contains(area, row, column)) found.push({ row, column });
      }
    }
    return found;
  }

  /** The rows with changes that are still to be made, ascending. */
  get rows(): number[] {
    return [...this.#rows.keys()].filter((row) => !this.#settled.has(row)).sort((a, b) => a - b);
  }

  /** The changes of a row by column. */
  at(row: number): ReadonlyMap<number, CellChange> | undefined {
    return this.#rows.get(row);
  }

  /** The changes of a row by column, ascending. */
  inRow(row: number): [column: number, change: CellChange][] {
    return [...(this.#rows.get(row) ?? [])].sort((a, b) => a[0] - b[0]);
  }

  /** The smallest area that holds all changed cells; null where there are none. */
  get area(): Area | null {
    return this.#area;
  }
}

export interface ChangeOptions {
  /** Attributes of rows that are made, with a leading space. */
  readonly newRow?: string;
  /** The format that a column gives to cells which are not written. */
  readonly columnStyle?: (column: number) => number;
}

export interface CellEdits {
  readonly edits: readonly TextEdit[];
  /** A formula went: the order of calculation that the file may hold is no longer true. */
  readonly formulaGone: boolean;
}

/** The edits of the sheet's text that carry out the changes. */
export function editsOfCells(sheet: SheetText, changes: CellChanges, options: ChangeOptions = {}): CellEdits {
  const writer = new RowWriter(sheet, options);
  const wanted = changes.rows;
  let next = 0;
  const insertBefore = (row: number, at: number): void => {
    for (; next < wanted.length && wanted[next]! < row; next += 1) {
      writer.insert(wanted[next]!, changes.inRow(wanted[next]!), at);
    }
  };
  for (const span of rowsOf(sheet)) {
    insertBefore(span.row, span.start);
    if (next === wanted.length) break;
    if (wanted[next] === span.row) writer.change(span, changes.inRow(wanted[next++]!));
  }
  const { data } = sheet;
  insertBefore(Infinity, data.selfClosing ? data.end : data.closeStart);
  return {
    edits: data.selfClosing ? opened(sheet, writer.edits) : writer.edits,
    formulaGone: writer.formulaGone,
  };
}

/** `<sheetData/>` becomes an element that can hold rows. */
function opened({ text, data }: SheetText, edits: readonly TextEdit[]): TextEdit[] {
  if (edits.length === 0) return [];
  const tag = text.slice(data.start, data.openEnd).replace(/\s*\/>$/, ">");
  const rows = edits.map((edit) => edit.text).join("");
  return [{ start: data.start, end: data.end, text: `${tag}${rows}</${prefixOf(data)}sheetData>` }];
}

class RowWriter {
  readonly edits: TextEdit[] = [];
  formulaGone = false;
  readonly #prefix: string;

  constructor(
    readonly sheet: SheetText,
    readonly options: ChangeOptions,
  ) {
    this.#prefix = prefixOf(sheet.data);
  }

  /** Makes a row that does not stand in the sheet. */
  insert(row: number, cells: [number, CellChange][], at: number): void {
    const xml = cells.map(([column, change]) => this.#written(row, column, change, null, null)).join("");
    if (xml === "") return;
    const name = `${this.#prefix}row`;
    const text = `<${name} r="${row + 1}"${this.options.newRow ?? ""}>${xml}</${name}>`;
    this.edits.push({ start: at, end: at, text });
  }

  change(span: RowSpan, wanted: [number, CellChange][]): void {
    const present = cellsOf(this.sheet, span);
    const style = rowStyle(this.sheet, span);
    const edits: TextEdit[] = [];
    let left = present.length;
    let i = 0;
    for (const [column, change] of wanted) {
      while (i < present.length && present[i]!.column < column) i++;
      const old = present[i]?.column === column ? present[i]! : null;
      const text = this.#written(span.row, column, change, old, style);
      const at = old?.start ?? present[i]?.start ?? span.closeStart;
      if (old || text !== "") edits.push({ start: at, end: old?.end ?? at, text });
      left += Number(text !== "") - Number(old !== null);
      if (old?.formula && !/<([^\s<>/:]+:)?f[\s>]/.test(text)) this.formulaGone = true;
    }
    if (
      left === 0 &&
      present.length > 0 &&
      wanted.every(([, change]) => change.removed) &&
      this.#isBare(span)
    ) {
      this.edits.push({ start: span.start, end: span.end, text: "" });
    } else {
      this.#put(span, edits);
    }
  }

  /** A row that says nothing but its number and height need not stay once its cells are gone. */
  #isBare(span: RowSpan): boolean {
    const tag = this.sheet.text.slice(span.start, span.openEnd);
    return !/\s(s|customFormat|hidden|outlineLevel|collapsed|thickTop|thickBot)\s*=/.test(tag);
  }

  #put(span: RowSpan, edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    const tag = this.sheet.text.slice(span.start, span.openEnd);
    const empty = span.end === span.openEnd;
    // `spans` is a hint of the columns in use, and wrong once cells were added.
    const added = edits.some((edit) => edit.start === edit.end);
    const opening = tagWith(empty ? tag.replace(/\s*\/>$/, ">") : tag, added ? { spans: null } : {});
    if (empty) {
      const cells = edits.map((edit) => edit.text).join("");
      this.edits.push({ start: span.start, end: span.end, text: `${opening}${cells}</${this.#prefix}row>` });
      return;
    }
    if (edits.length === 1 && opening === tag) this.edits.push(edits[0]!);
    else this.edits.push(this.#asOne(span, opening, edits));
  }

  /** The row as far as it changes, in one piece: sheets have many rows with many cells. */
  #asOne(span: RowSpan, opening: string, edits: readonly TextEdit[]): TextEdit {
    const pieces = [opening];
    let at = span.openEnd;
    for (const { start, end, text } of edits) {
      pieces.push(this.sheet.text.slice(at, start), text);
      at = end;
    }
    return { start: span.start, end: at, text: pieces.join("") };
  }

  /** The cell's element after the change; empty where none is needed. */
  #written(
    row: number,
    column: number,
    change: CellChange,
    old: CellSpan | null,
    rowStyle: number | null,
  ): string {
    if (change.removed) return "";
    const present = old?.style ?? rowStyle ?? this.options.columnStyle?.(column) ?? 0;
    const style = typeof change.style === "function" ? change.style(present) : (change.style ?? present);
    if (change.content !== undefined) {
      const bare =
        old === null && change.style === undefined && (change.content === null || change.content === "");
      return bare ? "" : cellXml(row, column, change.content, style, this.#prefix);
    }
    if (!old) return change.style === undefined ? "" : cellXml(row, column, null, style, this.#prefix);
    const xml = this.sheet.text.slice(old.start, old.end);
    return xml.replace(/^<[^>]*>/, (tag) => tagWith(tag, { s: style === 0 ? null : String(style) }));
  }
}

/**
 * A changed cell whose formula is also other cells' business, as its address: part of an array or a data table, or the
 * cell in which a shared formula is written for others that stay. (Those others can change one by one.)
 */
export function tornFormula(sheet: SheetText, changes: CellChanges): string | null {
  for (const { area, shared } of jointFormulas(sheet)) {
    const [first, ...others] = changes.within(area);
    if (!first) continue;
    if (!shared) return cellAddress(first.row, first.column);
    const changed = others.length + 1;
    const holder = changes.has(area.row, area.column);
    if (holder && changed < area.rows * area.columns) return cellAddress(area.row, area.column);
  }
  return null;
}

/** The formulas that several cells hold together, with their areas. */
export function* jointFormulas({ text, data }: SheetText): Generator<{ area: Area; shared: boolean }> {
  // Not "ref=": its first letter stands in the address of every cell, and looking there takes ten times as long.
  const first = text.indexOf("ef=", data.openEnd);
  if (first < 0 || first > data.closeStart) return;
  const mark = new RegExp(`<${prefixOf(data)}f\\s[^>]*?\\bref\\s*=\\s*["']([^"']+)["'][^>]*>`, "g");
  mark.lastIndex = data.openEnd;
  for (let match = mark.exec(text); match && match.index < data.closeStart; match = mark.exec(text)) {
    const area = parseReference(match[1]!);
    if (area) yield { area, shared: /\bt\s*=\s*["']shared["']/.test(match[0]) };
  }
}
