/** Which column of a table is what, by the words of its headers; headers of several rows are joined. */
import { fold, parseMoneyUnit } from "../domain";
import type { WrittenUnit } from "../domain";
import type { TableRow } from "./lines";
import { labelOf, noLabel } from "./money-labels";
import type { Label } from "./money-labels";

export type Role = "order" | "name" | "money" | "lead" | "coordinating" | "targets" | "none";

export interface Column {
  readonly index: number;
  readonly role: Role;
  readonly header: string;
  readonly label: Label;
  /** The header's own unit, e.g. "Tổng (triệu đồng)". */
  readonly unit: WrittenUnit | null;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** Index of the first row of data. */
  readonly dataAt: number;
}

/** Whether rows are a table of figures: a column of names and one of money under headers that say so. */
export function isBudgetTable(rows: readonly TableRow[]): boolean {
  return findLayout(rows) !== null;
}

const headerRows = 4;

export function findLayout(rows: readonly TableRow[]): Layout | null {
  for (let from = 0; from < Math.min(rows.length - 1, 3); from++) {
    if (
      !rows[from]!.grid.some((text) =>
        /\b(?:noi dung|ten du an|du an|danh muc|chi tieu|nhiem vu|hang muc)\b/.test(fold(text)),
      )
    )
      continue;
    let dataAt = from + 1;
    while (dataAt < rows.length && dataAt < from + headerRows && isHeaderRow(rows[dataAt]!)) dataAt++;
    const width = rows.reduce((most, row) => Math.max(most, row.grid.length), 0);
    const columns = Array.from({ length: width }, (_, index) => readColumn(rows.slice(from, dataAt), index));
    if (columns.some((column) => column.role === "name") && columns.some((column) => column.role === "money"))
      return { columns, dataAt };
  }
  return null;
}

/** Words only, none of which begins a project or a total; or the row that numbers the columns. */
export function isHeaderRow({ cells }: TableRow): boolean {
  const filled = cells.filter((text) => text !== "");
  if (
    filled.length > 2 &&
    filled.every((text) => /^\(?(?:\d{1,2}|[A-H])\)?(?:\s*=[\d\s+()=-]+)?$/.test(text))
  )
    return true;
  return (
    filled.length > 0 &&
    !cells.some((text) => /\d{2,}[.,]\d|\d{3,}$|^\d+$/.test(text.replace(/năm \d{4}/giu, ""))) &&
    !filled.some((text) =>
      /^(?:du an|tieu du an|tda|tong|cong)\b(?!.*\b(?:so|von|kinh phi)$)/.test(fold(text)),
    )
  );
}

function readColumn(rows: readonly TableRow[], index: number): Column {
  const texts = rows
    .map((row) => row.grid[index] ?? "")
    .filter((text, at, all) => text !== "" && all.indexOf(text) === at);
  const header = texts.join(" / ");
  const flat = fold(header);
  const unit = parseMoneyUnit(header);
  const as = (role: Role, label: Label = noLabel): Column => ({ index, role, header, label, unit });
  if (/^(?:tt|stt|so tt|so thu tu)\b/.test(flat)) return as("order");
  if (/\b(?:chu tri|don vi thuc hien|co quan thuc hien)\b/.test(flat)) return as("lead");
  if (/\bphoi hop\b/.test(flat)) return as("coordinating");
  if (/\bdoi tuong\b/.test(flat)) return as("targets");
  if (/\b(?:ghi chu|can cu|chu dau tu|dia diem|thoi gian|so ho|so luong|ty le)\b/.test(flat) || flat === "")
    return as("none");
  const named = /^(?:ten |cac )?(?:noi dung|ten|danh muc|du an|chi tieu|nhiem vu|hang muc)\b/.test(flat);
  const label = labelOf(flat.replace(/\b(?:du an|noi dung)\b[^/]*\//, ""));
  const money =
    label.source !== null ||
    label.capital !== null ||
    /\b(?:tong|kinh phi|von|so tien|thanh tien|du toan)\b/.test(flat);
  if (named) return as("name");
  return money ? as("money", label) : as("none");
}
