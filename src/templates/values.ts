/** What every placeholder of a template has for value, given the records of a workbook and what a person typed. */
import { isCellError, type CellInput, type CellValue } from "../book";
import { fitsDong, fromDong, parseVietnameseDate, readDateCell, serialFromDate, toDong } from "../domain";
import type { Place } from "./layout";
import type { MistakeList } from "./mistakes";
import type { AskedValue, Placeholder, Source, Template, TemplateBand, TemplateCell } from "./model";
import { isDate, Records } from "./records";
import { dongOf, numberOf, plainText, textOf, type ValueKind } from "./render";
import { nameKey, type Field, type RecordType } from "./schema";
import { selectionOf, type BandSelection } from "./selection";

/** What a person typed for `{{Nhập.…}}`, by name. An empty text leaves the place empty. */
export type AskedValues = Readonly<Record<string, string>>;

function byNameKey(values: AskedValues): ReadonlyMap<string, string> {
  return new Map(Object.entries(values).map(([name, value]) => [nameKey(name), value]));
}

/** Reports what a person still has to type, and what cannot be used as it was typed. */
export function reportAsked(asked: readonly AskedValue[], values: AskedValues, mistakes: MistakeList): void {
  const typed = byNameKey(values);
  for (const { name, cell, wants } of asked) {
    const value = typed.get(nameKey(name));
    if (value === undefined) mistakes.add("missingValue", cell, { name });
    else if (value.trim() !== "" && wants !== "text" && !canBe(value, wants)) {
      mistakes.add("badValue", cell, { name, value, wanted: wants });
    }
  }
}

type Reading = (place: Place) => CellValue;

interface CompiledCell {
  readonly input: (place: Place) => CellInput;
  readonly text: (place: Place) => string;
}

export class Values {
  readonly #asked: ReadonlyMap<string, string>;
  readonly #cells = new Map<TemplateCell, CompiledCell>();
  readonly #selections = new Map<TemplateBand, BandSelection>();
  readonly #bandAt = new Map<TemplateBand, readonly RecordType[]>();

  /** @param date1904 the date system of the workbook that is filled */
  constructor(
    readonly template: Template,
    readonly records: Records,
    asked: AskedValues,
    private readonly date1904: boolean,
  ) {
    this.#asked = byNameKey(asked);
    this.#rememberRecords(template.bands, template.each ? [template.each] : []);
  }

  input(cell: TemplateCell, place: Place): CellInput {
    return this.#compiled(cell).input(place);
  }

  /** As a person would read it, whatever its type. */
  text(cell: TemplateCell, place: Place): string {
    return this.#compiled(cell).text(place);
  }

  /** Data rows of a band's records within these scopes. */
  select(band: TemplateBand, scope: readonly number[]): readonly number[] {
    let selection = this.#selections.get(band);
    if (!selection) {
      const around = this.#bandAt.get(band)!;
      const recordAt = (depth: number) => around[this.template.each ? depth : depth - 1]!;
      selection = selectionOf(band, recordAt, this.records, ({ value }) =>
        typeof value === "string" ? value : this.#plain(value),
      );
      this.#selections.set(band, selection);
    }
    return selection(scope);
  }

  /** The number format that a cell needs besides its own, null where its own will do. */
  numberFormat(cell: TemplateCell): string | null {
    const alone = placeholderAlone(cell);
    if (!alone || alone.filters.length > 0) return null;
    const { source } = alone;
    const own = cell.numberFormat;
    if (source.of === "asked") return null;
    if (source.of === "order") return own === "@" ? "General" : null;
    if (isDate(source.field)) return own !== null && isDateFormat(own) ? null : source.field.numberFormat;
    const plain = own === "General" || own === "@";
    const isText = source.field.numberFormat === "@" || source.field.numberFormat === "General";
    return plain && !isText ? source.field.numberFormat : null;
  }

  #rememberRecords(bands: readonly TemplateBand[], around: readonly RecordType[]): void {
    for (const band of bands) {
      this.#bandAt.set(band, around);
      this.#rememberRecords(band.bands, [...around, band.record]);
    }
  }

  #compiled(cell: TemplateCell): CompiledCell {
    let compiled = this.#cells.get(cell);
    if (!compiled) this.#cells.set(cell, (compiled = this.#compile(cell)));
    return compiled;
  }

  #compile(cell: TemplateCell): CompiledCell {
    const parts = cell.pieces.map((piece) => (typeof piece === "string" ? () => piece : this.#text(piece)));
    const text = (place: Place) => parts.map((part) => part(place)).join("");
    const alone = placeholderAlone(cell);
    if (alone && alone.filters.length === 0) return { input: this.#typed(alone.source, cell), text };
    return { input: (place) => text(place) || null, text };
  }

  #text({ source, filters }: Placeholder): (place: Place) => string {
    const read = this.#reading(source);
    const kind = this.#kind(source);
    return (place) => textOf(read(place), filters, kind);
  }

  /** The value as the workbook that is filled keeps it. */
  #typed(source: Source, cell: TemplateCell): Reading {
    const read = this.#reading(source);
    if (source.of === "asked") return (place) => typedByFormat(read(place), cell.numberFormat, this.date1904);
    const dates = "field" in source && isDate(source.field) && this.records.date1904 !== this.date1904;
    if (!dates) return read;
    return (place) => {
      const value = read(place);
      const date = typeof value === "number" ? readDateCell(value, this.records.date1904) : null;
      return date?.kind === "date" ? serialFromDate(date, this.date1904) : value;
    };
  }

  #reading(source: Source): Reading {
    switch (source.of) {
      case "parameter": {
        const value = this.#parameter(source.field);
        return () => value;
      }
      case "asked": {
        const value = this.#asked.get(nameKey(source.name)) || null;
        return () => value;
      }
      case "order":
        return ({ orders }) => orders[source.depth] || null;
      case "record": {
        const read = this.records.reader(source.record, source.field);
        return ({ rows }) => read(rows[source.depth]!);
      }
      case "total":
        return this.#total(source.field, source.path);
    }
  }

  #parameter(field: Field): CellValue {
    const view = this.records.tables.table("tblThamSo");
    if (!view) return null;
    const names = view.column("Tham số");
    const row = names.findIndex((name) => typeof name === "string" && nameKey(name) === nameKey(field.name));
    return view.column("Giá trị")[row] ?? null;
  }

  /** Sums as spreadsheet programs do: text counts nothing, an error spoils the sum. Money is added up in đồng. */
  #total(field: Field, path: readonly TemplateBand[]): Reading {
    const last = path.at(-1)!;
    const read = this.records.reader(last.record, field);
    const add = (place: readonly number[], at: number, sum: Sum): void => {
      const band = path[at]!;
      for (const row of this.select(band, place)) {
        if (band === last) sum.add(read(row));
        else add(scopeOf(place, band.depth, row), at + 1, sum);
      }
    };
    return ({ rows }) => {
      const sum = new Sum(field);
      add(rows, 0, sum);
      return sum.value;
    };
  }

  #kind(source: Source): ValueKind {
    const { date1904 } = this.records;
    if (source.of === "asked") return { kind: "free", unit: null, percent: false, date1904 };
    if (source.of === "order") return { kind: "order", unit: null, percent: false, date1904 };
    const { kind, unit, numberFormat } = source.field;
    return { kind, unit, percent: numberFormat.endsWith("%"), date1904 };
  }

  #plain(source: Extract<Source, { of: "parameter" | "asked" }>): string {
    return plainText(this.#reading(source)({ rows: [], orders: [] }), this.#kind(source));
  }
}

class Sum {
  #dong = 0;
  #rest = 0;
  #error: CellValue = null;

  constructor(private readonly field: Field) {}

  add(value: CellValue): void {
    if (isCellError(value)) this.#error ??= value;
    if (typeof value !== "number") return;
    const { unit } = this.field;
    if (unit !== null && fitsDong(value, unit)) this.#dong += toDong(value, unit).dong;
    else this.#rest += value;
  }

  get value(): CellValue {
    if (this.#error !== null) return this.#error;
    const { unit } = this.field;
    const sum = (unit === null ? 0 : fromDong(this.#dong, unit)) + this.#rest;
    // What 15 digits cannot hold is noise of the addition.
    return Number(sum.toPrecision(15));
  }
}

function scopeOf(place: readonly number[], depth: number, row: number): number[] {
  const scope = place.slice(0, depth);
  while (scope.length < depth) scope.push(0);
  scope.push(row);
  return scope;
}

function placeholderAlone(cell: TemplateCell): Placeholder | null {
  const [only, ...more] = cell.pieces;
  return only !== undefined && typeof only !== "string" && more.length === 0 ? only : null;
}

/** A format of dates: it names day, month or year outside of texts, colours and conditions. */
export function isDateFormat(format: string): boolean {
  return /[dmy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").replace(/general/gi, ""));
}

/** What is typed into a cell with a format of numbers or dates is one, where it can be read so. */
function typedByFormat(value: CellValue, format: string | null, date1904: boolean): CellValue {
  if (typeof value !== "string" || format === null || format === "General" || format === "@") return value;
  if (!isDateFormat(format)) return numberOf(value) ?? value;
  const date = parseVietnameseDate(value);
  return date.kind === "date" ? (serialFromDate(date, date1904) ?? value) : value;
}

function canBe(value: string, wanted: "number" | "date"): boolean {
  return wanted === "number" ? dongOf(value, null) !== null : parseVietnameseDate(value).kind !== "none";
}
