/**
 * What is sent so that a cell holds exactly what the edit says. Excel reads a text that it is given as if it were typed in
 * en-US: "12/3" would be a date, "1.250" a number, "+84…" a formula. A leading apostrophe keeps it a text.
 */
import { isCellError, isCellFormula, type CellInput } from "../../book";

/** null leaves the cell alone; "" empties it. */
export type SentValue = string | number | boolean | null;

export const TEXT_FORMAT = "@";

/** @param format the number format that the cell has when the value arrives */
export function sentValue(
  input: Exclude<CellInput, { formula: string }>,
  format: string,
): string | number | boolean {
  if (input === null) return "";
  if (isCellError(input)) return input.error;
  if (typeof input !== "string") return input;
  return needsApostrophe(input, format === TEXT_FORMAT) ? `'${input}` : input;
}

/** A number or a truth value arriving in a cell of the text format would become a text. */
export function becomesText(input: CellInput, format: string): boolean {
  return (
    format === TEXT_FORMAT &&
    (isCellFormula(input) || typeof input === "number" || typeof input === "boolean" || isCellError(input))
  );
}

/** Longer texts are no number, date or truth value in any notation. */
const LONGEST_READABLE = 64;
const months = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg|th\u00e1ng)/i;

/** @param asText the cell has the text format, in which only the signs of a formula and the apostrophe itself are read */
function needsApostrophe(text: string, asText: boolean): boolean {
  if (text === "") return false;
  if (/^[=+\-@']/.test(text)) return true;
  if (asText || text.length > LONGEST_READABLE) return false;
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed) || trimmed.startsWith("#")) return true;
  if (/^[=+\-@']/.test(trimmed)) return true;
  if (!/\p{N}/u.test(trimmed)) return false;
  return !/^\p{L}/u.test(trimmed) || months.test(trimmed);
}
