/** The cells of one worksheet, read from its text in one pass: values, formulas, styles, row heights. */
import { movable, moved, sheetColumns, sheetRows, type CellValue, type MovableFormula } from "../../book";
import { isOn } from "./parts";
import { readRichText } from "./reading-strings";
import { TagScanner } from "./tag-scanner";
import { UnsupportedFile } from "./unsupported";
import { unescapeCellText, unescapeXml, type XmlSpan } from "./xml";

/** Stands where a formula cannot be told as text of its own (a data table; a shared formula that is nowhere written). */
export const untranslatedFormula = "#SHARED!";

export interface CellsRequest {
  readonly formulas: boolean;
  /** Style numbers and row heights. */
  readonly styles: boolean;
}

export interface SheetCells {
  /** Row-major; rows end with their last value. */
  readonly values: CellValue[][];
  readonly formulas: Map<number, Map<number, string>>;
  readonly uncalculated: { row: number; column: number }[];
  /** Style number of the cells that are written in the file. */
  readonly styles: (number | undefined)[][];
  /** Style number of whole rows. */
  readonly rowStyles: Map<number, number>;
  /** Points; only heights that a person has set. */
  readonly rowHeights: Map<number, number>;
}

export interface CellsSource {
  readonly part: string;
  readonly text: string;
  readonly sheetData: XmlSpan | undefined;
  readonly strings: readonly string[];
  readonly date1904: boolean;
}

/**
 * Cells that a reading may hold, empty ones before a row's last value included: a file of a few megabytes could
 * otherwise ask for a terabyte by writing only into the last column.
 */
const mostSlots = 50_000_000;

const noCells: CellValue[] = [];

export function readCells(source: CellsSource, request: CellsRequest): SheetCells {
  return new CellsReader(source, request).read();
}

/** Private by declaration only, as the scanner's fields are, for speed. */
class CellsReader implements SheetCells {
  readonly values: CellValue[][] = [];
  readonly formulas = new Map<number, Map<number, string>>();
  readonly uncalculated: { row: number; column: number }[] = [];
  readonly styles: (number | undefined)[][] = [];
  readonly rowStyles = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  private readonly source: CellsSource;
  private readonly request: CellsRequest;
  private readonly scanner: TagScanner;
  private readonly shared = new SharedFormulas();
  private slots = 0;

  constructor(source: CellsSource, request: CellsRequest) {
    const { text, sheetData, part } = source;
    this.source = source;
    this.request = request;
    this.scanner = new TagScanner(text, sheetData?.openEnd ?? 0, sheetData?.closeStart ?? 0, part);
  }

  read(): SheetCells {
    const scanner = this.scanner;
    let row = -1;
    while (scanner.next()) {
      if (scanner.isClosing) throw scanner.fault();
      if (scanner.is("row")) row = this.readRow(row + 1);
      else scanner.skip();
    }
    for (const { row: at, column, formula } of this.shared.late()) this.keepFormula(at, column, formula);
    return this;
  }

  /** Reads the current `<row>`; returns its index, `expected` where the file does not number it. */
  private readRow(expected: number): number {
    const scanner = this.scanner;
    const number = scanner.attribute("r");
    const row = number === undefined ? expected : Number(number) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= sheetRows) throw scanner.fault();
    if (this.request.styles) this.readRowFormat(row);
    if (scanner.isEmpty) return row;
    let column = -1;
    for (;;) {
      if (!scanner.next()) throw scanner.fault();
      if (scanner.isClosing) break;
      if (scanner.is("c")) column = this.readCell(row, column + 1);
      else scanner.skip();
    }
    if (!scanner.is("row")) throw scanner.fault();
    return row;
  }

  private readRowFormat(row: number): void {
    const scanner = this.scanner;
    const height = Number(scanner.attribute("ht"));
    if (height > 0 && isOn(scanner.attribute("customHeight"))) this.rowHeights.set(row, height);
    const style = Number(scanner.attribute("s"));
    if (style > 0 && isOn(scanner.attribute("customFormat"))) this.rowStyles.set(row, style);
  }

  /** Reads the current `<c>`; returns its column, `expected` where the cell does not say where it stands. */
  private readCell(row: number, expected: number): number {
    const scanner = this.scanner;
    const address = scanner.attribute("r");
    const column = address === undefined ? expected : this.columnOf(address, row);
    if (column >= sheetColumns) throw scanner.fault();
    const type = scanner.attribute("t") ?? "n";
    if (this.request.styles) this.keepStyle(row, column, Number(scanner.attribute("s") ?? 0));
    if (scanner.isEmpty) return column;
    let value: CellValue = null;
    let hasFormula = false;
    for (;;) {
      if (!scanner.next()) throw scanner.fault();
      if (scanner.isClosing) break;
      if (scanner.is("v")) value = this.valueOf(type, scanner.content());
      else if (scanner.is("is")) value = readRichText(scanner);
      else if (scanner.is("f")) {
        hasFormula = true;
        this.readFormula(row, column);
      } else scanner.skip();
    }
    if (!scanner.is("c")) throw scanner.fault();
    if (value !== null) this.keepValue(row, column, value);
    else if (hasFormula) this.uncalculated.push({ row, column });
    return column;
  }

  private columnOf(address: string, row: number): number {
    let column = 0;
    let at = 0;
    for (; at < address.length; at++) {
      const letter = address.charCodeAt(at) & ~0x20;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    if (column === 0 || Number(address.slice(at)) !== row + 1) throw this.scanner.fault();
    return column - 1;
  }

  private valueOf(type: string, content: string): CellValue {
    const text = /[&<\r]/.test(content) ? unescapeXml(content) : content;
    switch (type) {
      case "s":
        return text.trim() === "" ? null : this.sharedString(text);
      case "str":
      case "inlineStr":
        return unescapeCellText(text);
      case "b":
        return text === "" ? null : isOn(text.trim());
      case "e":
        return text === "" ? null : { error: text.trim() };
      case "d":
        return text === "" ? null : (serialOf(text.trim(), this.source.date1904) ?? text);
      default: {
        if (text.trim() === "") return null;
        const number = Number(text);
        // What is no number is kept as it stands: nothing that a cell holds may vanish.
        return Number.isFinite(number) ? number : text;
      }
    }
  }

  private sharedString(index: string): string {
    const found = this.source.strings[Number(index)];
    if (found === undefined) throw this.scanner.fault();
    return found;
  }

  private readFormula(row: number, column: number): void {
    const scanner = this.scanner;
    const kind = scanner.attribute("t");
    const shared = kind === "shared" ? scanner.attribute("si") : undefined;
    const content = scanner.content();
    if (!this.request.formulas) return;
    const text = unescapeCellText(unescapeXml(content)).replace(/^=/, "");
    if (shared !== undefined) {
      if (text !== "") this.shared.define(shared, row, column, text);
      const formula = this.shared.formulaAt(shared, row, column);
      if (formula !== null) this.keepFormula(row, column, formula);
    } else if (text !== "" || kind === "dataTable") {
      this.keepFormula(row, column, text === "" ? untranslatedFormula : text);
    }
  }

  private keepFormula(row: number, column: number, formula: string): void {
    const line = this.formulas.get(row);
    if (line) line.set(column, formula);
    else this.formulas.set(row, new Map([[column, formula]]));
  }

  private keepValue(row: number, column: number, value: CellValue): void {
    while (this.values.length <= row) this.values.push(noCells);
    let line = this.values[row]!;
    if (line === noCells) {
      line = [];
      this.values[row] = line;
    }
    this.count(column + 1 - line.length);
    while (line.length < column) line.push(null);
    line[column] = value;
  }

  private keepStyle(row: number, column: number, style: number): void {
    const line = (this.styles[row] ??= []);
    this.count(column + 1 - line.length);
    while (line.length < column) line.push(undefined);
    line[column] = style;
  }

  private count(added: number): void {
    if (added > 0) this.slots += added;
    if (this.slots > mostSlots) throw new UnsupportedFile("tooLarge", this.source.part);
  }
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly formula: MovableFormula;
}

interface PlacedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Formulas written once for several cells, by the number that the file gives them. */
class SharedFormulas {
  private readonly defined = new Map<string, SharedFormula>();
  private readonly waiting: { index: string; row: number; column: number }[] = [];

  define(index: string, row: number, column: number, text: string): void {
    this.defined.set(index, { row, column, text, formula: movable(text) });
  }

  /** null where the formula has not been met yet: rows may stand in any order. */
  formulaAt(index: string, row: number, column: number): string | null {
    const shared = this.defined.get(index);
    if (!shared) {
      this.waiting.push({ index, row, column });
      return null;
    }
    if (shared.row === row && shared.column === column) return shared.text;
    return moved(shared.formula, row - shared.row, column - shared.column) ?? untranslatedFormula;
  }

  /** The formulas of cells that were read before the cell that defines them. */
  late(): PlacedFormula[] {
    return this.waiting.splice(0).map(({ index, row, column }) => {
      const known = this.defined.has(index);
      return { row, column, formula: known ? this.formulaAt(index, row, column)! : untranslatedFormula };
    });
  }
}

/** An ISO 8601 date, time or both as a serial number of the workbook's date system; null for other text. */
export function serialOf(text: string, date1904: boolean): number | null {
  const match =
    /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!match || text === "") return null;
  const [, year, month, day, hours, minutes, seconds] = match;
  const time = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
  const since1900 = days + 25_569;
  if (date1904) return since1900 - 1462 + time;
  // Serial 60 is a 29 February 1900 that never was.
  return since1900 + time - (since1900 < 61 ? 1 : 0);
}
