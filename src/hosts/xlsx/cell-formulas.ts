/** The formulas in the cells of a worksheet's text, and what each reads as where several cells share one. */
import { columnIndex, movable, moved, type MovableFormula } from "../../book";
import { rowsOf, type SheetText } from "./rows";
import { TagScanner } from "./tag-scanner";
import { unescapeXml } from "./xml";

/** A cell's element in the text; offsets are those of the sheet's text. */
export interface CellText {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** Its opening tag. */
  readonly start: number;
  readonly openEnd: number;
  /** Behind the whole element. */
  readonly end: number;
  /** Index in cellXfs. */
  readonly style: number;
  readonly formula: FormulaText | null;
  /** The element that holds its value, behind the formula. */
  readonly value: { readonly start: number; readonly end: number } | null;
}

export interface FormulaText {
  readonly start: number;
  readonly end: number;
  /** `normal`, `shared`, `array` or `dataTable`. */
  readonly type: string;
  readonly ref: string | null;
  readonly sharedIndex: string | null;
  /** Calculated at every change. */
  readonly always: boolean;
  /** As it is written here; empty for a cell that shares another's. */
  readonly text: string;
}

/** The cells between two offsets, which hold those of one row. */
export function* cellTexts(
  { text, part }: SheetText,
  row: number,
  from: number,
  to: number,
): Generator<CellText> {
  const scanner = new TagScanner(text, from, to, part);
  let column = -1;
  while (scanner.next()) {
    if (!scanner.is("c")) continue;
    const address = scanner.attribute("r");
    column = address === undefined ? column + 1 : columnIndex(address.replace(/\d+$/, ""));
    const [start, openEnd] = [scanner.tagStart, scanner.position];
    const style = Number(scanner.attribute("s") ?? 0);
    let formula: FormulaText | null = null;
    let value: CellText["value"] = null;
    if (!scanner.isEmpty) {
      while (scanner.next() && !(scanner.isClosing && scanner.is("c"))) {
        if (scanner.is("f") && !scanner.isClosing) formula = formulaText(scanner);
        else if (!scanner.isClosing) {
          const { tagStart } = scanner;
          const isValue = scanner.is("v");
          scanner.skip();
          if (isValue) value = { start: tagStart, end: scanner.position };
        }
      }
    }
    yield { row, column, start, openEnd, end: scanner.position, style, formula, value };
  }
}

function formulaText(scanner: TagScanner): FormulaText {
  const start = scanner.tagStart;
  const always = scanner.attribute("ca");
  const found = {
    start,
    type: scanner.attribute("t") ?? "normal",
    ref: scanner.attribute("ref") ?? null,
    sharedIndex: scanner.attribute("si") ?? null,
    always: always === "1" || always === "true",
  };
  const text = unescapeXml(scanner.content());
  return { ...found, text, end: scanner.position };
}

/** All cells of a sheet that hold a formula. */
export function* formulaCells(sheet: SheetText): Generator<CellText & { readonly formula: FormulaText }> {
  for (const span of rowsOf(sheet)) {
    for (const cell of cellTexts(sheet, span.row, span.openEnd, span.closeStart)) {
      if (cell.formula) yield { ...cell, formula: cell.formula };
    }
  }
}

/** Formulas that are written in one cell for several. */
export class SharedTexts {
  readonly #holders = new Map<
    string,
    { readonly row: number; readonly column: number; cut: MovableFormula }
  >();

  learn({ row, column, formula }: CellText): void {
    if (formula?.type !== "shared" || formula.text === "" || formula.sharedIndex === null) return;
    if (!this.#holders.has(formula.sharedIndex))
      this.#holders.set(formula.sharedIndex, { row, column, cut: movable(formula.text) });
  }

  /** What the cell's formula reads; null where that is nowhere written. */
  textOf({ row, column, formula }: CellText & { readonly formula: FormulaText }): string | null {
    if (formula.type !== "shared" || formula.text !== "") return formula.text;
    const holder = this.#holders.get(formula.sharedIndex ?? "");
    return holder ? moved(holder.cut, row - holder.row, column - holder.column) : null;
  }
}
