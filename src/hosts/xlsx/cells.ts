/** How a cell is written: the one place where values and formulas become `<c>` elements. */
import {
  cellAddress,
  inputValue,
  isCellError,
  isCellFormula,
  type CellInput,
  type CellValue,
} from "../../book";
import { escapeCellText, escapeXml } from "./xml";

/** The longest text that a cell can hold. */
const longestText = 32_767;

/**
 * A cell's element; empty text for an empty cell without a format of its own.
 * Text is written in place (`inlineStr`), so that no shared table has to be changed.
 * @param prefix of the worksheet's elements with its colon, e.g. `x:`
 */
export function cellXml(row: number, column: number, input: CellInput, style: number, prefix = ""): string {
  const value = inputValue(input);
  const formula = isCellFormula(input) ? `<${prefix}f>${escapeXml(input.formula)}</${prefix}f>` : "";
  const attributes = ` r="${cellAddress(row, column)}"${style === 0 ? "" : ` s="${style}"`}`;
  if (formula === "" && (value === null || value === "")) {
    return style === 0 ? "" : `<${prefix}c${attributes}/>`;
  }
  if (formula === "" && typeof value === "string") {
    return `<${prefix}c${attributes} t="inlineStr"><${prefix}is>${textXml(value, prefix)}</${prefix}is></${prefix}c>`;
  }
  const [type, shown] = typedValue(value);
  const result = shown === null ? "" : `<${prefix}v>${shown}</${prefix}v>`;
  return `<${prefix}c${attributes}${type}>${formula}${result}</${prefix}c>`;
}

/** A `<t>` element; spaces at its ends are kept. */
function textXml(text: string, prefix = ""): string {
  if (text.length > longestText) throw new RangeError(`a cell holds at most ${longestText} characters`);
  return `<${prefix}t${spaced(text)}>${escapeCellText(text)}</${prefix}t>`;
}

function spaced(text: string): string {
  return /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : "";
}

/** The `t` attribute and the text of `<v>`. Numbers keep every digit that they have. */
function typedValue(value: CellValue): [type: string, shown: string | null] {
  if (value === null) return ["", null];
  if (isCellError(value)) return [' t="e"', escapeXml(value.error)];
  if (typeof value === "string") return [' t="str"', escapeCellText(value)];
  if (typeof value === "boolean") return [' t="b"', value ? "1" : "0"];
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number that a cell can hold`);
  return ["", String(value === 0 ? 0 : value)];
}
