/**
 * Where a formula names cells: found without parsing the formula whole, in the file's own notation (English function names,
 * commas). Texts, array constants, table references and error values are jumped over.
 */
import { columnIndex } from "./address";
import { argumentIsGathered } from "./gathering-functions";

export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

/** One corner of a reference: `$A$1`, `A1`, or one side of `A:C` (no row) and `2:5` (no column). */
export interface Corner {
  /** Offsets in the formula. */
  readonly start: number;
  readonly end: number;
  /** 0-based; null where only rows are named. */
  readonly column: number | null;
  /** 0-based; null where only columns are named. */
  readonly row: number | null;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

export interface FormulaReference {
  /** Offsets in the formula, with the sheet before it. */
  readonly begin: number;
  /** Of the address, without the sheet. */
  readonly start: number;
  readonly end: number;
  /** As people read it, without quotes; null where none is named. */
  readonly sheet: string | null;
  /** Several sheets at once (`Jan:Mar!A1`), or another workbook. */
  readonly elsewhere: boolean;
  readonly first: Corner;
  /** null for a single cell. */
  readonly last: Corner | null;
  /** It is all of an argument of which the function takes in every cell, as `SUM(A1)` does. */
  readonly gathered: boolean;
  /** What stands before it makes a range that it ends: `INDEX(…):A9`. */
  readonly endsRange: boolean;
}

/** A sheet named before something: its `!` included. */
export interface SheetMention {
  readonly start: number;
  readonly end: number;
  readonly sheet: string;
}

export interface ScannedFormula {
  readonly references: readonly FormulaReference[];
  /** Sheets of this workbook, named one by one. */
  readonly mentions: readonly SheetMention[];
}

/** What a formula (no leading `=`) names. */
export function scanFormula(formula: string): ScannedFormula {
  return new Scan(formula).run();
}

const word = /[\p{L}\p{N}_.$\\?]+/uy;
const cell = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const column = /^(\$?)([A-Za-z]{1,3})$/;
const row = /^(\$?)([1-9]\d{0,6})$/;

/** A call that is open: which function, which of its arguments, and where that begins. */
interface Call {
  readonly name: string;
  argument: number;
  argumentStart: number;
}

class Scan implements ScannedFormula {
  readonly references: FormulaReference[] = [];
  readonly mentions: SheetMention[] = [];
  readonly #calls: Call[] = [];
  #at = 0;
  /** The sheet that was named just before `end`. */
  #prefix: { readonly start: number; readonly end: number; readonly sheet: string | null } | null = null;
  #functionName = "";

  constructor(readonly formula: string) {}

  run(): this {
    const { formula } = this;
    while (this.#at < formula.length) {
      const at = this.#at;
      const end = endOfOpaque(formula, at);
      if (end > at) this.#passOpaque(at, end);
      else this.#passSignOrWord(at);
    }
    return this;
  }

  /** A quoted text with `!` behind it is a sheet. */
  #passOpaque(start: number, end: number): void {
    this.#at = end;
    if (this.formula[start] !== "'" || this.formula[end] !== "!") return;
    this.#name(this.formula.slice(start + 1, end - 1).replace(/''/g, "'"), start, end + 1);
  }

  #name(sheet: string, start: number, end: number): void {
    const elsewhere = /[:[\]]/.test(sheet) || this.formula[start - 1] === "]";
    this.#prefix = { start, end, sheet: elsewhere ? null : sheet };
    if (!elsewhere) this.mentions.push({ start, end, sheet });
    this.#at = end;
  }

  #passSignOrWord(at: number): void {
    const { formula } = this;
    word.lastIndex = at;
    const text = word.exec(formula)?.[0];
    if (text !== undefined) return this.#passWord(at, text);
    this.#at = at + 1;
    const call = this.#calls.at(-1);
    switch (formula[at]) {
      case "(":
        this.#calls.push({ name: this.#functionName, argument: 0, argumentStart: at + 1 });
        break;
      case ")":
        this.#calls.pop();
        break;
      case ",":
        if (call) {
          call.argument += 1;
          call.argumentStart = at + 1;
        }
    }
    this.#functionName = "";
  }

  #passWord(at: number, text: string): void {
    const { formula } = this;
    const end = at + text.length;
    const next = formula[end];
    this.#at = end;
    this.#functionName = next === "(" ? text.toUpperCase() : "";
    if (next === "(" || next === "[") return;
    if (next === "!") return this.#name(text, at, end + 1);
    word.lastIndex = end + 1;
    const second = next === ":" ? word.exec(formula)?.[0] : undefined;
    const after = second === undefined ? end : end + 1 + second.length;
    const behind = second === undefined ? "" : (formula[after] ?? "");
    // `Jan:Mar!A1` names sheets, not columns.
    if (second !== undefined && behind === "!") return this.#name(`${text}:${second}`, at, after + 1);
    const first = cornerOf(text, at);
    const last = second === undefined || /[(![]/.test(behind) ? null : cornerOf(second, end + 1);
    if (first && last && shapeOf(first) === shapeOf(last)) this.#add(first, last, after);
    else if (first && shapeOf(first) === "cell") this.#add(first, null, end);
  }

  #add(first: Corner, last: Corner | null, end: number): void {
    const { start } = first;
    const prefix = this.#prefix?.end === start ? this.#prefix : null;
    const begin = prefix?.start ?? start;
    this.#at = end;
    this.references.push({
      begin,
      start,
      end,
      sheet: prefix?.sheet ?? null,
      elsewhere: prefix !== null && prefix.sheet === null,
      first,
      last,
      gathered: this.#isGathered(begin, end),
      endsRange: this.formula[begin - 1] === ":",
    });
  }

  #isGathered(start: number, end: number): boolean {
    const call = this.#calls.at(-1);
    if (!call || this.formula.slice(call.argumentStart, start).trim() !== "") return false;
    const next = /\S/.exec(this.formula.slice(end, end + 40))?.[0];
    return (next === "," || next === ")") && argumentIsGathered(call.name, call.argument);
  }
}

/** Behind a text, a quoted sheet, a `[…]`, an array or an error value that begins here; `at` itself if none does. */
function endOfOpaque(formula: string, at: number): number {
  const first = formula[at];
  if (first === '"' || first === "'") return endOfQuotes(formula, at, first);
  if (first === "[") return endOfBrackets(formula, at);
  if (first === "{") return endOfArray(formula, at);
  if (first === "#") return at + /^#[A-Z0-9/_]*[!?]?/.exec(formula.slice(at, at + 20))![0].length;
  return at;
}

function endOfQuotes(formula: string, at: number, quote: string): number {
  let end = formula.indexOf(quote, at + 1);
  while (end >= 0 && formula[end + 1] === quote) end = formula.indexOf(quote, end + 2);
  return end < 0 ? formula.length : end + 1;
}

/** In `tbl[[#This Row],[a'[b]]` an apostrophe takes the next sign's meaning away. */
function endOfBrackets(formula: string, at: number): number {
  let depth = 0;
  for (let i = at; i < formula.length; i++) {
    if (formula[i] === "'") i++;
    else if (formula[i] === "[") depth++;
    else if (formula[i] === "]" && --depth === 0) return i + 1;
  }
  return formula.length;
}

function endOfArray(formula: string, at: number): number {
  for (let i = at + 1; i < formula.length; i++) {
    if (formula[i] === '"') i = endOfQuotes(formula, i, '"') - 1;
    else if (formula[i] === "}") return i + 1;
  }
  return formula.length;
}

function shapeOf(corner: Corner): "cell" | "column" | "row" {
  return corner.row === null ? "column" : corner.column === null ? "row" : "cell";
}

/** The corner that a word names; null for what is no place on a sheet. */
function cornerOf(text: string, start: number): Corner | null {
  const place = { start, end: start + text.length };
  const whole = cell.exec(text);
  const columns = whole ?? column.exec(text);
  const rows = row.exec(text);
  const at = columns ? columnIndex(columns[2]!) : null;
  const digits = whole?.[4] ?? rows?.[2];
  const line = digits === undefined ? null : Number(digits) - 1;
  if ((at === null && line === null) || (at ?? 0) >= sheetColumns || (line ?? 0) >= sheetRows) return null;
  return {
    ...place,
    column: at,
    row: line,
    columnFixed: columns?.[1] === "$",
    rowFixed: (whole?.[3] ?? rows?.[1]) === "$",
  };
}
