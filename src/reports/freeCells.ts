/**
 * The cells of a biểu in which a person types: number and date of the report it belongs to, place and date of signing, the
 * names under the signatures, columns of notes, a line of notes under the rows. What was typed there is carried over when
 * the biểu is made again. They are the cells of the sheet that are not locked.
 */
import { findSheet, type CellInput, type CellValue, type SheetSnapshot, type Snapshot } from "../book";
import type { Appendix } from "./appendix";
import { nativeText } from "./criterion";
import { lineKeys } from "./lineKeys";
import { columnsOnSheet } from "./staffLayout";

export interface FreeCells {
  readonly attached: string | null;
  readonly signedAt: string | null;
  /** The line between the rows and the signatures. */
  readonly remark: string | null;
  /** By title: `NGƯỜI LẬP BIỂU`. */
  readonly names: ReadonlyMap<string, string>;
  /** What stands in a column of notes: by the column's key, then the line's. */
  readonly notes: ReadonlyMap<string, ReadonlyMap<string, FreeNote>>;
}

export interface FreeNote {
  /** 0-based sheet row. */
  readonly row: number;
  readonly content: CellInput;
}

const nothing: FreeCells = {
  attached: null,
  signedAt: null,
  remark: null,
  names: new Map(),
  notes: new Map(),
};

const ATTACHED = /^\(Kèm theo /;
/** The line above it may hold the total in words, which is ours. */
const IN_WORDS = /^(?:Bằng chữ: |Số liệu đã thay đổi: )/;
export const PREPARER = "NGƯỜI LẬP BIỂU";
export const ACCOUNTANT = "KẾ TOÁN";
/** Names stand within so many rows below their title. */
const NAME_WITHIN = 9;

function textOf(value: CellValue | undefined): string {
  return typeof value === "string" ? value.trim() : "";
}

/** What a person typed into the free cells of a report sheet; nulls and nothing where there is no such sheet. */
export function typedOn(snapshot: Snapshot, appendix: Appendix, firstRow: number): FreeCells {
  const sheet = findSheet(snapshot, appendix.sheet);
  if (!sheet) return nothing;
  const head = sheet.values.slice(0, 2).flat().map(textOf);
  const titleRow = signatureRow(sheet);
  const above = (rows: number) => (titleRow < rows ? [] : sheet.values[titleRow - rows]!).map(textOf);
  return {
    attached: head.find((one) => ATTACHED.test(one)) ?? null,
    signedAt: above(1).find((one) => /ngày/i.test(one)) ?? null,
    remark: above(2).find((one) => one !== "" && !IN_WORDS.test(one)) ?? null,
    names: namesUnder(sheet, titleRow),
    notes: notesOn(snapshot, sheet, appendix, firstRow, titleRow < 0 ? sheet.values.length : titleRow - 2),
  };
}

function signatureRow(sheet: SheetSnapshot): number {
  return sheet.values.findIndex((row) => row.some((value) => textOf(value) === PREPARER));
}

function namesUnder(sheet: SheetSnapshot, titleRow: number): Map<string, string> {
  const names = new Map<string, string>();
  for (const title of [PREPARER, ACCOUNTANT]) {
    const column = titleRow < 0 ? -1 : sheet.values[titleRow]!.findIndex((value) => textOf(value) === title);
    if (column < 0) continue;
    const below = sheet.values.slice(titleRow + 1, titleRow + NAME_WITHIN).map((row) => textOf(row[column]));
    const name = below.find((one) => one !== "" && !one.startsWith("("));
    if (name !== undefined) names.set(title, name);
  }
  return names;
}

function notesOn(
  snapshot: Snapshot,
  sheet: SheetSnapshot,
  appendix: Appendix,
  firstRow: number,
  endRow: number,
): Map<string, Map<string, FreeNote>> {
  const notes = new Map<string, Map<string, FreeNote>>();
  const free = appendix.columns.filter((column) => column.free);
  if (free.length === 0) return notes;
  const places = columnsOnSheet(snapshot, appendix);
  const keys = keysOnSheet(sheet, appendix, places, firstRow, endRow);
  for (const column of free) {
    const at = places[appendix.columns.indexOf(column)]!;
    const own = new Map<string, FreeNote>();
    keys.forEach((key, index) => {
      const row = firstRow + index;
      const value = sheet.values[row]?.[at] ?? null;
      const formula = sheet.formulas.get(row)?.get(at);
      if (value !== null || formula !== undefined)
        own.set(key, { row, content: formula === undefined ? value : { formula, value } });
    });
    notes.set(column.key, own);
  }
  return notes;
}

/** A key for each row of a report sheet from `firstRow` on; `places` are the sheet's columns of the form's. */
export function keysOnSheet(
  sheet: SheetSnapshot,
  appendix: Appendix,
  places: readonly number[],
  firstRow: number,
  endRow = sheet.values.length,
): string[] {
  const [order, ...titles] = nameColumns(appendix).map((column) => places[column] ?? -1);
  return lineKeys(
    sheet.values
      .slice(firstRow, Math.max(firstRow, endRow))
      .map((row) => ({ order: row[order!] ?? null, title: joined(titles.map((at) => row[at] ?? null)) })),
  );
}

/** A key for each row of the form. */
export function keysOfRows(appendix: Appendix): string[] {
  const [order, ...titles] = nameColumns(appendix);
  const value = (content: Appendix["rows"][number]["cells"][number] | undefined): CellValue =>
    content === undefined || (content !== null && typeof content === "object") ? null : content;
  return lineKeys(
    appendix.rows.map(({ cells }) => ({
      order: value(cells[order]),
      title: joined(titles.map((at) => value(cells[at]))),
    })),
  );
}

function joined(values: readonly CellValue[]): CellValue {
  return values.length === 1
    ? values[0]!
    : values
        .map(nativeText)
        .filter((text) => text !== "")
        .join(" | ");
}

/** Where a form has the order, the title, and what else tells its lines apart. */
export function nameColumns({ columns }: Appendix): [order: number, title: number, ...others: number[]] {
  const title = columns.findIndex(({ key }) => key === "title" || key === "name");
  return [
    columns.findIndex(({ kind }) => kind === "order"),
    title < 0 ? columns.findIndex(({ kind }) => kind === "text") : title,
    ...columns.flatMap(({ names }, column) => (names ? [column] : [])),
  ];
}
