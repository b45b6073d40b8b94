/**
 * What a row must hold to be counted, in the words that spreadsheet programs have for it. Text is compared whole and without
 * case. Where the text could be taken for a number, a date or a pattern, or is too long for SUMIFS, the comparison is
 * written out with `=` inside SUMPRODUCT, which takes text as text.
 */
import type { CellValue } from "../book";
import { isCellError } from "../book";

export type Criterion =
  /** The whole text (“” is the empty cell), or its beginning. */
  | { readonly header: string; readonly match: "equals" | "startsWith"; readonly text: string }
  /** One of several whole texts. */
  | { readonly header: string; readonly match: "oneOf"; readonly texts: readonly string[] }
  /** Anything at all. */
  | { readonly header: string; readonly match: "filled" }
  /** A date: serial numbers, the first day (null: none) and the day after the last one. */
  | {
      readonly header: string;
      readonly match: "within";
      readonly from: number | null;
      readonly before: number;
    }
  /** The sign of a number. */
  | { readonly header: string; readonly match: "positive" | "negative" };

/** The longest text that a criterion, or a text within a formula, may have. */
const LONGEST_TEXT = 255;
/** Text that no program takes for a number, a date, a truth value or an operator: it begins with a letter. */
const PLAIN_TEXT =
  /^(?!true$|false$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s./-]*\d)\p{L}/iu;

/** A cell's content as `&""` makes text of it. */
export function nativeText(value: CellValue): string {
  if (value === null || isCellError(value)) return "";
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

/** For comparing without case. */
export function textKey(value: CellValue): string {
  return nativeText(value).toLowerCase();
}

/** How a criterion judges a cell: by its text key, or by its value. Errors pass no test. */
export type CriterionTest =
  | { readonly of: "text"; readonly passes: (key: string) => boolean }
  | { readonly of: "value"; readonly passes: (value: CellValue) => boolean };

export function criterionTest(criterion: Criterion): CriterionTest {
  switch (criterion.match) {
    case "equals": {
      const wanted = criterion.text.toLowerCase();
      if (wanted === "") return { of: "value", passes: (value) => value === null };
      return { of: "text", passes: (key) => key === wanted };
    }
    case "startsWith": {
      const wanted = criterion.text.toLowerCase();
      return { of: "text", passes: (key) => key.startsWith(wanted) };
    }
    case "oneOf": {
      const wanted = new Set(criterion.texts.map((text) => text.toLowerCase()));
      return { of: "text", passes: (key) => wanted.has(key) };
    }
    case "filled":
      return { of: "text", passes: (key) => key !== "" };
    case "within": {
      const { before } = criterion;
      const from = criterion.from ?? 0;
      return {
        of: "value",
        passes: (value) => typeof value === "number" && value > 0 && value < before && value >= from,
      };
    }
    case "positive":
      return { of: "value", passes: (value) => typeof value === "number" && value > 0 };
    case "negative":
      return { of: "value", passes: (value) => typeof value === "number" && value < 0 };
  }
}

/** Whether SUMIFS and COUNTIFS understand the criterion as it is meant. */
export function fitsSumIfs(criterion: Criterion): boolean {
  switch (criterion.match) {
    case "equals":
    case "startsWith":
      if (criterion.text === "") return true;
      return PLAIN_TEXT.test(criterion.text) && pattern(criterion).length <= LONGEST_TEXT;
    case "oneOf":
      return false;
    default:
      return true;
  }
}

/** The arguments of SUMIFS that stand for the criterion; `column` is the reference to its column. */
export function sumIfsArguments(column: string, criterion: Criterion): string[] {
  switch (criterion.match) {
    case "equals":
    case "startsWith":
      return [`${column},${criterion.text === "" ? `"="` : quoted(pattern(criterion))}`];
    case "filled":
      return [`${column},"<>"`];
    case "within":
      return [
        `${column},"${criterion.from === null ? ">0" : `>=${criterion.from}`}"`,
        `${column},"<${criterion.before}"`,
      ];
    case "positive":
      return [`${column},">0"`];
    case "negative":
      return [`${column},"<0"`];
    case "oneOf":
      throw new Error("SUMIFS has no alternatives");
  }
}

/** The criterion as a comparison of its whole column: 1 or 0 for each row. */
export function comparison(column: string, criterion: Criterion): string {
  switch (criterion.match) {
    case "equals":
      return `(${column}&""=${quoted(criterion.text)})`;
    case "startsWith":
      return `(LEFT(${column}&"",${criterion.text.length})=${quoted(criterion.text)})`;
    case "oneOf":
      return `(${distinctTexts(criterion.texts)
        .map((text) => `(${column}&""=${quoted(text)})`)
        .join("+")})`;
    case "filled":
      return `(${column}&""<>"")`;
    case "within":
      // Text is greater than every number, so the upper bound leaves it out.
      return `(${column}>${criterion.from === null ? "0" : `=${criterion.from}`})*(${column}<${criterion.before})`;
    case "positive":
      return `(${column}>0)`;
    case "negative":
      return `(${column}<0)`;
  }
}

function distinctTexts(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()];
}

/** Wildcards in a text that is meant literally. */
function pattern(criterion: { readonly match: "equals" | "startsWith"; readonly text: string }): string {
  return criterion.text.replace(/[~*?]/g, "~$&") + (criterion.match === "startsWith" ? "*" : "");
}

/** A text within a formula; longer ones than a formula may hold are put together. */
function quoted(text: string): string {
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${LONGEST_TEXT}}`, "g")) ?? [""];
  return pieces.map((piece) => `"${piece.replace(/"/g, '""')}"`).join("&");
}
