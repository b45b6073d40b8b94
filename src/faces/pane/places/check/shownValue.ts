/** A cell's value as a person would write it. */
import type { CellValue } from "../../../../book";
import {
  dateFromSerial,
  formatVietnameseDate,
  formatVietnameseNumber,
  parseIsoDate,
  type Finding,
} from "../../../../domain";
import { columnSpec, requireTable } from "../../../../layout";
import { checkPlaceWords, type Locale } from "../../../../wording";

/** The value that stands in a finding's cell. */
export function shownOld(value: CellValue, finding: Finding, locale: Locale): string {
  if (typeof value === "number" && isDateColumn(finding)) {
    const date = value > 2100 ? dateFromSerial(value) : null;
    return date ? formatVietnameseDate(date) : String(value);
  }
  return shown(value, locale);
}

/** The value that its repair writes. */
export function shownNew(finding: Finding, locale: Locale): string {
  const value = finding.fix?.value ?? null;
  const date = typeof value === "string" ? parseIsoDate(value) : null;
  return date ? formatVietnameseDate(date) : shown(value, locale);
}

function shown(value: CellValue, locale: Locale): string {
  if (value === null || value === "") return checkPlaceWords[locale].emptied;
  if (typeof value === "number") return formatVietnameseNumber(value);
  if (typeof value === "object") return value.error;
  return `“${String(value)}”`;
}

function isDateColumn({ table, column }: Finding): boolean {
  const kind = table !== null && column !== null ? columnSpec(requireTable(table), column)?.kind : undefined;
  return kind === "date" || kind === "birthDate";
}
