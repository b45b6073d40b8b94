/** The records of a workbook as templates see them: rows that hold something and are no typed totals. */
import { isCellError, type CellValue } from "../book";
import { compareByGivenName, compareVietnamese, foldKeepingMarks, readDateCell } from "../domain";
import { isEmptyCell, type TableView, type WorkbookTables } from "../layout";
import { isTotalLabel } from "../rules";
import { computedCell } from "./computed";
import type { BandCondition, SortKey } from "./model";
import type { Field, RecordType } from "./schema";

/** A field's value in a data row; -1 is the record of an empty band. */
export type FieldReader = (row: number) => CellValue;

export class Records {
  readonly #rows = new Map<string, readonly number[]>();
  readonly #readers = new Map<string, FieldReader>();

  constructor(readonly tables: WorkbookTables) {}

  get date1904(): boolean {
    return this.tables.snapshot.date1904;
  }

  /** Data rows of the record's table, from 0, in the table's order. */
  rows(record: RecordType): readonly number[] {
    let rows = this.#rows.get(record.table);
    if (!rows) {
      const view = this.tables.table(record.table);
      rows = view ? recordRows(view) : [];
      this.#rows.set(record.table, rows);
    }
    return rows;
  }

  reader(record: RecordType, field: Field): FieldReader {
    const key = `${record.table}\u0000${field.name}`;
    let reader = this.#readers.get(key);
    if (!reader) this.#readers.set(key, (reader = this.#newReader(record, field)));
    return reader;
  }

  #newReader(record: RecordType, field: Field): FieldReader {
    const view = this.tables.table(record.table);
    if (!view) return () => null;
    const values = view.column(headerOf(view, field.name));
    const spec = view.spec.columns.find((one) => one.header === field.name);
    if (spec?.role !== "computed") return (row) => values[row] ?? null;
    const computed = computedCell(this.tables, view, field.name);
    return (row) => (row < 0 ? null : (values[row] ?? computed(row)));
  }
}

/** The header as the view knows it: staff's own may come decomposed. */
function headerOf(view: TableView, name: string): string {
  return view.sheetColumn(name) >= 0
    ? name
    : (view.headers.find((one) => one.normalize("NFC") === name) ?? name);
}

function recordRows(view: TableView): number[] {
  const texts = view.spec.columns
    .filter(({ kind, role }) => role === "typed" && (kind === "text" || kind === "code" || kind === "list"))
    .map((column) => ({ required: column.required, values: view.column(column.header) }));
  const keys = texts.filter((one) => one.required);
  const rows: number[] = [];
  for (let row = 0; row < view.rowCount; row += 1) {
    if (view.isBlank(row)) continue;
    const emptyKeys = keys.filter(({ values }) => isEmptyCell(values[row])).length;
    // A total has a label, and most of what tells one record from another is empty.
    const isTotal = emptyKeys * 2 >= keys.length - 1 && emptyKeys > 0;
    if (isTotal && texts.some(({ values }) => isTotalLabel(values[row] ?? null))) continue;
    rows.push(row);
  }
  return rows;
}

/** Whether a cell is what a condition names: text without case, numbers and dates however they are written. */
export function satisfies(
  { field, equal }: BandCondition,
  value: CellValue,
  wanted: string,
  date1904: boolean,
): boolean {
  return isSame(field, value, wanted, date1904) === equal;
}

function isSame(field: Field, value: CellValue, wanted: string, date1904: boolean): boolean {
  const key = foldKeepingMarks(wanted);
  if (isEmptyCell(value)) return key === "";
  if (isCellError(value) || typeof value === "boolean") return false;
  if (foldKeepingMarks(String(value)) === key) return true;
  if (typeof value !== "number") return false;
  if (isDate(field)) {
    const a = readDateCell(value, date1904);
    const b = readDateCell(wanted, date1904);
    return "iso" in a && "iso" in b && a.iso === b.iso;
  }
  return Number(wanted.replace(/\./g, "").replace(",", ".")) === value;
}

export function isDate(field: Field): boolean {
  return field.kind === "date" || field.kind === "birthDate";
}

/** Rows in the order of the keys; ties keep the table's order, empty cells come last. */
export function sorted(
  rows: readonly number[],
  keys: readonly SortKey[],
  reader: (field: Field) => FieldReader,
  date1904: boolean,
): readonly number[] {
  if (keys.length === 0) return rows;
  const orders = keys.map(({ field, descending }) => {
    const read = reader(field);
    const values = new Map(rows.map((row) => [row, sortValue(field, read(row), date1904)]));
    const compareText = isPersonName(field) ? compareByGivenName : compareVietnamese;
    return (a: number, b: number) => compareValues(values.get(a)!, values.get(b)!, compareText, descending);
  });
  return [...rows].sort((a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return a - b;
  });
}

function isPersonName(field: Field): boolean {
  return foldKeepingMarks(field.name).startsWith("họ và tên");
}

type SortValue = number | string | null;

function sortValue(field: Field, value: CellValue, date1904: boolean): SortValue {
  if (isEmptyCell(value) || isCellError(value)) return null;
  if (isDate(field)) {
    const date = readDateCell(value, date1904);
    if (date.kind === "year") return date.year * 10_000;
    if ("month" in date) return date.year * 10_000 + date.month * 100 + ("day" in date ? date.day : 0);
  }
  return typeof value === "number" ? value : foldKeepingMarks(String(value));
}

/** Numbers before texts, nothing last whichever way it is sorted. */
function compareValues(
  a: SortValue,
  b: SortValue,
  compareText: (a: string, b: string) => number,
  descending: boolean,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const sign = descending ? -1 : 1;
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  if (typeof a === "string" && typeof b === "string") return sign * compareText(a, b);
  return typeof a === "number" ? -1 : 1;
}
