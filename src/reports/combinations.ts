/** Which combinations of texts stand in some columns of a table: the lines that a form needs. */
import { isCellError, type CellValue } from "../book";
import type { WorkbookTables } from "../layout";
import { nativeText, textKey, type Criterion } from "./criterion";
import { rowsBehind } from "./query";

export interface Combination {
  /** The texts as they stand in the first row that has them, one a header. */
  readonly texts: readonly string[];
  /** Data rows, from 0. */
  readonly rows: readonly number[];
}

/** In the order of the table; texts are one where they differ in case only. */
export function combinations(
  tables: WorkbookTables,
  table: string,
  headers: readonly string[],
  where: readonly Criterion[],
): Combination[] {
  const view = tables.table(table);
  if (!view) return [];
  const columns = headers.map((header) => view.column(header));
  const found = new Map<string, { texts: string[]; rows: number[] }>();
  for (const row of rowsBehind({ table, where }, tables)) {
    const values = columns.map((column): CellValue => column[row] ?? null);
    if (values.some(isCellError)) continue;
    const key = values.map(textKey).join("\n");
    const one = found.get(key);
    if (one) one.rows.push(row);
    else found.set(key, { texts: values.map(nativeText), rows: [row] });
  }
  return [...found.values()];
}

/** The criteria that take in exactly a combination's rows. */
export function criteriaOf(headers: readonly string[], combination: Combination): Criterion[] {
  return headers.map((header, index) => ({ header, match: "equals", text: combination.texts[index]! }));
}
