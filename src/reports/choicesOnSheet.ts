/** What a report sheet of the workbook says it was made of: its period, unit, lead unit and project. */
import { findSheet, type Snapshot } from "../book";
import { MONEY_UNITS, parseVietnameseDate, type CalendarDate } from "../domain";
import type { Period, ReportChoices } from "./form";
import { FIRST_ROW } from "./head";

const PERIOD_TEXT = /Từ ngày (\d{2}\/\d{2}\/\d{4}) đến ngày (\d{2}\/\d{2}\/\d{4})/;
const UNIT_TEXT = /^Đơn vị tính: (.+)$/;
const LEAD_UNIT_TEXT = /Đơn vị chủ trì: ([^;)]+)/;
const PROJECT_TEXT = /Dự án: (DA[\d.TDA]*)/;

/** Empty where there is no such sheet or it says nothing. */
export function choicesOnSheet(
  snapshot: Snapshot,
  sheetName: string,
): Pick<ReportChoices, "from" | "to" | "unit" | "leadUnit" | "project"> {
  const texts = (findSheet(snapshot, sheetName)?.values.slice(0, FIRST_ROW) ?? [])
    .flat()
    .filter((value): value is string => typeof value === "string");
  const found = (pattern: RegExp) => texts.map((text) => pattern.exec(text)?.[1]).find((one) => one);
  const unit = MONEY_UNITS.find((one) => one === found(UNIT_TEXT));
  // Heads of columns hold the same words, but no parenthesis.
  const subtitle = texts.filter((text) => text.startsWith("("));
  const chosen = (pattern: RegExp) =>
    subtitle.map((text) => pattern.exec(text)?.[1]?.trim()).find((one) => one);
  const leadUnit = chosen(LEAD_UNIT_TEXT);
  const project = chosen(PROJECT_TEXT);
  return {
    ...periodIn(texts),
    ...(unit ? { unit } : {}),
    ...(leadUnit ? { leadUnit } : {}),
    ...(project ? { project } : {}),
  };
}

function periodIn(texts: readonly string[]): Period | null {
  for (const text of texts) {
    const match = PERIOD_TEXT.exec(text);
    const from = match && parseVietnameseDate(match[1]!);
    const to = match && parseVietnameseDate(match[2]!);
    if (from?.kind === "date" && to?.kind === "date") return { from: dayOf(from), to: dayOf(to) };
  }
  return null;
}

function dayOf({ year, month, day }: CalendarDate): CalendarDate {
  return { year, month, day };
}
