/**
 * What the plan gave each project, kept on the very hidden sheet (`tblNguon`, one row a project). By it a cell of the plan
 * is told from one that staff have typed over: as long as a cell of `tblDuAn` holds what the record says, it is the
 * plan's; what differs from the record, and every row without one, is the staff's and is never written.
 */
import { isCellFormula, type CellInput, type CellValue } from "../book";
import { normalise, toDong, fitsDong, type MoneyUnit } from "../domain";
import type { WorkbookTables } from "./reading";
import type { RowValues } from "./rows";

export const MONEY_HEADERS = ["Tổng vốn", "NSTW", "NSĐP", "Vốn khác"] as const;
export type MoneyHeader = (typeof MONEY_HEADERS)[number];
export const PLAN_TEXT_HEADERS = ["Tên dự án", "Đơn vị chủ trì", "Đơn vị phối hợp"] as const;
export type PlanTextHeader = (typeof PLAN_TEXT_HEADERS)[number];

const RECORD_PREFIX = "Kế hoạch giao ";

/** By header: amounts in đồng, texts as they were written; null for an empty cell. */
export type PlanRecord = Readonly<Record<string, string | number | null>>;

export function recordKey(code: string): string {
  return RECORD_PREFIX + code;
}

/** The record of a project's row, as it is written from a plan. */
export function recordOf(row: RowValues, unit: MoneyUnit): PlanRecord {
  const money = MONEY_HEADERS.map((header) => [header, dongOf(row[header] ?? null, unit)] as const);
  const texts = PLAN_TEXT_HEADERS.map((header) => [header, textOf(row[header] ?? null)] as const);
  return Object.fromEntries([...money, ...texts]);
}

export function recordRow(code: string, record: PlanRecord): RowValues {
  return { Khóa: recordKey(code), "Giá trị": JSON.stringify(record) };
}

/** The records that the workbook keeps, by project code, each with its row in the table. */
export function readRecords(
  tables: WorkbookTables,
): ReadonlyMap<string, { readonly row: number; readonly record: PlanRecord }> {
  const view = tables.table("tblNguon");
  const records = new Map<string, { row: number; record: PlanRecord }>();
  view?.column("Khóa").forEach((key, row) => {
    const value = view.column("Giá trị")[row];
    if (typeof key !== "string" || !key.startsWith(RECORD_PREFIX) || typeof value !== "string") return;
    const record = parseRecord(value);
    if (record) records.set(key.slice(RECORD_PREFIX.length), { row, record });
  });
  return records;
}

/** A record that somebody has damaged counts as none: its cells are the staff's. */
function parseRecord(text: string): PlanRecord | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as PlanRecord)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether a cell holds what the plan gave it. */
export function isAsGiven(
  record: PlanRecord | undefined,
  header: string,
  value: CellValue,
  unit: MoneyUnit,
): boolean {
  if (!record || !(header in record)) return false;
  const given = record[header] ?? null;
  return (MONEY_HEADERS as readonly string[]).includes(header)
    ? typeof value !== "string" && dongOf(value, unit) === given
    : textOf(value) === given;
}

/** The đồng of a cell that holds a number; null for anything else. */
export function dongOf(value: CellInput, unit: MoneyUnit): number | null {
  return typeof value === "number" && fitsDong(value, unit) ? toDong(value, unit).dong : null;
}

export function textOf(value: CellInput): string | null {
  if (value === null || isCellFormula(value) || typeof value === "object") return null;
  const text = normalise(String(value));
  return text === "" ? null : text;
}
