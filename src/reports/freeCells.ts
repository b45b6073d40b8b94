/**
 * The cells of a biểu in which a person types: number and date of the report it belongs to, place and date of signing, the
 * names under the signatures. What was typed there is carried over when the biểu is made again. They are the cells of the
 * sheet that are not locked.
 */
import { findSheet, type CellValue, type Snapshot } from "../book";

export interface FreeCells {
  readonly attached: string | null;
  readonly signedAt: string | null;
  /** By title: `NGƯỜI LẬP BIỂU`. */
  readonly names: ReadonlyMap<string, string>;
}

const nothing: FreeCells = { attached: null, signedAt: null, names: new Map() };

const ATTACHED = /^\(Kèm theo /;
export const PREPARER = "NGƯỜI LẬP BIỂU";
export const ACCOUNTANT = "KẾ TOÁN";
/** Names stand within so many rows below their title. */
const NAME_WITHIN = 9;

/** What a person typed into the free cells of a report sheet; nulls and nothing where there is no such sheet. */
export function typedOn(snapshot: Snapshot, sheetName: string): FreeCells {
  const sheet = findSheet(snapshot, sheetName);
  if (!sheet) return nothing;
  const text = (value: CellValue | undefined) => (typeof value === "string" ? value.trim() : "");
  const head = sheet.values.slice(0, 3).flat().map(text);
  const titleRow = sheet.values.findIndex((row) => row.some((value) => text(value) === PREPARER));
  const names = new Map<string, string>();
  for (const title of [PREPARER, ACCOUNTANT]) {
    const column = titleRow < 0 ? -1 : sheet.values[titleRow]!.findIndex((value) => text(value) === title);
    if (column < 0) continue;
    const below = sheet.values.slice(titleRow + 1, titleRow + NAME_WITHIN).map((row) => text(row[column]));
    const name = below.find((one) => one !== "" && !one.startsWith("("));
    if (name !== undefined) names.set(title, name);
  }
  return {
    attached: head.find((one) => ATTACHED.test(one)) ?? null,
    signedAt:
      (titleRow < 1 ? [] : sheet.values[titleRow - 1]!).map(text).find((one) => /ngày/i.test(one)) ?? null,
    names,
  };
}
