/** A frozen report that the workbook no longer bears out, in words. */
import { formatVietnameseNumber } from "../domain";
import type { Locale } from "./locale";

export const CHANGED_SINCE_FROZEN = "report/changed-since-frozen";

export interface ChangedSinceFrozen {
  readonly report: string;
  /** As the sheet says it: `Số liệu chốt ngày 30/09/2025`. */
  readonly frozen: string;
  readonly line: string;
  readonly column: string;
  /** In the report's unit. */
  readonly before: number;
  readonly now: number;
  readonly difference: number;
  /** Vouchers, or cells of other tables, that make the difference. */
  readonly rows: readonly string[];
}

/** All rows stand in the finding's params; a sentence names so many. */
const NAMED = 5;

const number = (value: number) => formatVietnameseNumber(value, { maxDecimals: 6 });
const signed = (value: number) => `${value > 0 ? "+" : "−"}${number(Math.abs(value))}`;

function listed(rows: readonly string[], others: (count: number) => string): string {
  const shown = rows.slice(0, NAMED).join(", ");
  return rows.length > NAMED ? `${shown} ${others(rows.length - NAMED)}` : shown;
}

const words: Readonly<
  Record<Locale, { readonly title: string; readonly message: (params: ChangedSinceFrozen) => string }>
> = {
  vi: {
    title: "Số liệu đổi sau khi chốt biểu",
    message: (p) =>
      `“${p.report}” (${p.frozen.charAt(0).toLowerCase()}${p.frozen.slice(1)}) ghi ${number(p.before)} ở dòng “${p.line}”, cột “${p.column}”; ` +
      `nay sổ cho ${number(p.now)} (${signed(p.difference)}). ` +
      (p.rows.length === 0
        ? "Không còn dòng nào ở sau số này: có dòng đã bị xóa hoặc đổi kỳ. "
        : `Xem: ${listed(p.rows, (count) => `và ${count} dòng khác`)}. `) +
      "Nếu sổ đúng, hãy giải trình và chốt lại biểu; nếu biểu đúng, hãy sửa lại các dòng này.",
  },
  en: {
    title: "Figures changed after the report was frozen",
    message: (p) =>
      `“${p.report}” (${p.frozen}) says ${number(p.before)} in the line “${p.line}”, column “${p.column}”; ` +
      `the workbook now gives ${number(p.now)} (${signed(p.difference)}). ` +
      (p.rows.length === 0
        ? "No row stands behind this figure any more: one was deleted or moved to another period. "
        : `Look at: ${listed(p.rows, (count) => `and ${count} other rows`)}. `) +
      "If the workbook is right, explain and freeze the report again; if the report is right, correct these rows.",
  },
};

export function wordChangedSinceFrozen(params: ChangedSinceFrozen, locale: Locale): string {
  return words[locale].message(params);
}

export function changedSinceFrozenTitle(locale: Locale): string {
  return words[locale].title;
}
