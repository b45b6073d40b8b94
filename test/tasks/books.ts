/** Workbooks for tests of tasks, reports and the batch command: made of plans as a person would make them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CellValue, Edit, Snapshot } from "../../src/book";
import { findTable } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { readTables, type TableView } from "../../src/layout";
import { readPlan, type Plan } from "../../src/plan";
import { programmes } from "../../src/programme";
import { inject, prepareInjection, type InjectOptions } from "../../src/tasks";

export const samplePath = path.join(__dirname, "../../src/plan/samples/ke-hoach-30-KH-UBND-2025.txt");
export const programme = programmes.find("1719")!;
export const at = "2025-08-10T08:00:00.000Z";

export function planOf(text: string): Plan {
  const reading = readPlan({ kind: "text", text }, programme);
  if (!reading.ok) throw new Error(`not read: ${reading.reason}`);
  return reading.plan;
}

export function samplePlan(): Plan {
  return planOf(readFileSync(samplePath, "utf8"));
}

export async function injected(
  plan: Plan,
  book = XlsxBook.create(),
  options: Partial<InjectOptions> = {},
): Promise<XlsxBook> {
  const prepared = await prepareInjection(book, plan, programme, { madeAt: "10/08/2025 08:00", ...options });
  const result = await inject(book, prepared, { at });
  if (result.kind !== "done") throw new Error(`not injected: ${JSON.stringify(result)}`);
  return book;
}

export async function view(book: XlsxBook, table: string): Promise<TableView> {
  const found = readTables(await book.read({ formulas: true })).table(table);
  if (!found) throw new Error(`no table ${table}`);
  return found;
}

export async function applied(book: XlsxBook, edit: Edit): Promise<void> {
  const outcome = await book.apply(edit, { at });
  if (!outcome.done) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}

/** Writes a value where a person would type it: data row from 0, column by header. */
export async function typeInto(
  book: XlsxBook,
  table: string,
  row: number,
  header: string,
  value: CellValue,
): Promise<void> {
  const snapshot: Snapshot = await book.read();
  const place = findTable(snapshot, table)!;
  const found = readTables(snapshot).table(table)!;
  await applied(book, {
    task: "typing",
    operations: [
      {
        kind: "writeCells",
        sheet: place.sheet.name,
        row: found.firstRow + row,
        column: found.sheetColumn(header),
        cells: [[value]],
      },
    ],
  });
}

/** Adds a row as typed below the table, by headers. */
export async function addRow(
  book: XlsxBook,
  table: string,
  values: Readonly<Record<string, CellValue>>,
): Promise<void> {
  const found = await view(book, table);
  const row = found.headers.map((header) => values[header] ?? null);
  if (found.rowCount === 1 && found.isBlank(0)) {
    for (const [header, value] of Object.entries(values)) await typeInto(book, table, 0, header, value);
    return;
  }
  await applied(book, { task: "typing", operations: [{ kind: "appendRows", table, rows: [row] }] });
}
