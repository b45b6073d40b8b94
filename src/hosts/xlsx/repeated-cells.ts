/** The cells of a sheet whose rows are repeated: each row is cut once and then written as often as it has copies. */
import {
  cellAddress,
  columnLetters,
  repeatable,
  repeated,
  scanFormula,
  sheetRows,
  type RepeatableFormula,
  type RowLayout,
  type RowRun,
} from "../../book";
import type { CellChanges } from "./cell-changes";
import { cellTexts, SharedTexts, type CellText, type FormulaText } from "./cell-formulas";
import { changedRow, cutRow, rowNumber, writtenRow, type CutCell, type CutRow, type Piece } from "./cut-rows";
import { Refused } from "./draft";
import type { OpenSheet } from "./open-sheet";
import { prefixOf, rowsOf, type RowSpan } from "./rows";
import { parseReference } from "./sqref";
import { escapeXml } from "./xml";

/**
 * The content of `sheetData` with the rows in their new order. Throws `Refused` where a formula would be torn.
 * @param changes of cells of the new rows; those that can be made here are, and are settled
 */
export function repeatedRows(sheet: OpenSheet, layout: RowLayout, changes: CellChanges): string {
  const cutter = new RowCutter(sheet, layout);
  const prefix = prefixOf(sheet.data);
  const rows = cutter.rows();
  const used = [...rows.keys()];
  const last = used.at(-1) ?? -1;
  const out: string[] = [];
  for (const run of layout.runs(last)) {
    for (let i = lowerBound(used, run.source); i < used.length; i++) {
      const source = used[i]!;
      if (source >= run.source + run.count) break;
      const target = run.target + source - run.source;
      if (target >= sheetRows) throw tooLong(sheet, source);
      const row = rows.get(source)!;
      const wanted = changes.at(target);
      const changed = wanted ? changedRow(row, run, target, wanted, prefix) : null;
      if (changed !== null) changes.settle(target);
      out.push(changed ?? writtenRow(row, run, target));
    }
  }
  return out.join("");
}

function tooLong({ entry }: OpenSheet, row: number): Refused {
  const cell = cellAddress(row, 0);
  return new Refused({ kind: "rowsNotRepeatable", sheet: entry.name, cell, thing: "sheetEnd" });
}

function lowerBound(rows: readonly number[], wanted: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A row tag's or cell tag's number, wherever it stands in the tag. */
const rowAttribute = /\sr\s*=\s*(?:"[^"]*"|'[^']*')/;

class RowCutter {
  readonly #shared = new SharedTexts();
  readonly #cells = new Map<RowSpan, CellText[]>();

  constructor(
    readonly sheet: OpenSheet,
    readonly layout: RowLayout,
  ) {}

  rows(): Map<number, CutRow> {
    for (const span of rowsOf(this.sheet)) {
      const cells = [...cellTexts(this.sheet, span.row, span.openEnd, span.closeStart)];
      for (const cell of cells) this.#shared.learn(cell);
      this.#cells.set(span, cells);
    }
    return new Map([...this.#cells].map(([span, cells]) => [span.row, this.#cut(span, cells)]));
  }

  #cut(span: RowSpan, cells: readonly CellText[]): CutRow {
    const { text } = this.sheet;
    const opening = this.#tag(span.start, span.openEnd, "");
    let at = span.openEnd;
    const cut = cells.map((cell): CutCell => {
      const before = text.slice(at, cell.start);
      at = cell.end;
      return { column: cell.column, style: cell.style, before, pieces: this.#cell(cell) };
    });
    return cutRow(opening, cut, text.slice(at, span.end));
  }

  #cell(cell: CellText): Piece[] {
    const { text } = this.sheet;
    const tag = this.#tag(cell.start, cell.openEnd, columnLetters(cell.column));
    const { formula } = cell;
    if (!formula) return [...tag, text.slice(cell.openEnd, cell.end)];
    const behind = this.#isStale({ ...cell, formula }) ? cell.value!.end : formula.end;
    const pieces = this.#formula({ ...cell, formula });
    return [...tag, text.slice(cell.openEnd, formula.start), ...pieces, text.slice(behind, cell.end)];
  }

  /** What a formula gave before its rows were repeated must not pass for what it gives then: better none until it is calculated. */
  #isStale(cell: CellText & { readonly formula: FormulaText }): boolean {
    if (!cell.value || cell.value.start < cell.formula.end) return false;
    const text = this.#shared.textOf(cell);
    return text !== null && scanFormula(text).references.length > 0;
  }

  /** An opening tag with its number, which is put in where the file leaves it out. */
  #tag(start: number, end: number, letters: string): Piece[] {
    const tag = this.sheet.text.slice(start, end);
    const found = rowAttribute.exec(tag);
    const from = found?.index ?? /^<[^\s/>]+/.exec(tag)![0].length;
    const behind = from + (found?.[0].length ?? 0);
    return [`${tag.slice(0, from)} r="${letters}`, rowNumber, `"${tag.slice(behind)}`];
  }

  #formula(cell: CellText & { readonly formula: FormulaText }): Piece[] {
    const { formula } = cell;
    const text = this.#shared.textOf(cell);
    if (text === null || formula.type === "dataTable") throw this.#torn(cell);
    const cut = repeatable(text, this.sheet.entry.name, true);
    if (formula.type === "array") return this.#array(cell, cut);
    const written = this.sheet.text.slice(formula.start, formula.end);
    if (formula.type !== "shared") return cut ? this.#within(written, cut) : [written];
    const always = formula.always ? ' ca="1"' : "";
    const name = `${prefixOf(this.sheet.data)}f`;
    return this.#within(`<${name}${always}>${escapeXml(text)}</${name}>`, cut);
  }

  /** An element with its text as it reads in each copy. */
  #within(written: string, cut: RepeatableFormula | null): Piece[] {
    if (!cut) return [written];
    const open = written.indexOf(">") + 1;
    const close = written.lastIndexOf("</");
    const { layout } = this;
    return [
      written.slice(0, open),
      (run) => escapeXml(repeated(cut, layout, run.scope)),
      written.slice(close),
    ];
  }

  /** An array formula keeps its area, which must not be torn apart. */
  #array(cell: CellText & { readonly formula: FormulaText }, cut: RepeatableFormula | null): Piece[] {
    const { formula } = cell;
    const area = parseReference(formula.ref ?? "");
    if (!area) throw this.#torn(cell);
    const written = this.sheet.text.slice(formula.start, formula.end);
    const [before, after] = written.split(/\bref\s*=\s*(?:"[^"]*"|'[^']*')/, 2) as [string, string];
    const last = area.row + area.rows - 1;
    const ref = (run: RowRun, row: number): string => {
      if (area.row < run.source || last >= run.source + run.count) throw this.#torn(cell);
      const top = row + area.row - cell.row;
      const right = area.column + area.columns - 1;
      const end = area.rows * area.columns === 1 ? "" : `:${cellAddress(top + area.rows - 1, right)}`;
      return `ref="${cellAddress(top, area.column)}${end}"`;
    };
    return [before, ref, ...this.#within(after, cut)];
  }

  #torn({ row, column }: CellText): Refused {
    const cell = cellAddress(row, column);
    return new Refused({ kind: "sharedFormula", sheet: this.sheet.entry.name, cell });
  }
}
