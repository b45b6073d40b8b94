/** Formats, validations and conditional formats of a design in hucre's words. */
import type { CellStyle, ConditionalRule, DataValidation } from "hucre/xlsx";
import {
  areaAddress,
  type Area,
  type CellFormat,
  type ConditionalFormat,
  type FontFormat,
  type Line,
  type Validation,
} from "../../book";

/** Name and size of the workbook's default font, for formats that do not say their own. */
export interface DefaultFont {
  readonly name: string;
  readonly size: number;
}

export function cellStyle(format: CellFormat, font: DefaultFont): CellStyle {
  const { fill, numberFormat, locked } = format;
  const alignment = alignmentOf(format);
  return {
    ...(format.font ? { font: { ...font, ...fontStyle(format.font) } } : {}),
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } } }),
    ...(format.border ? { border: borderStyle(format.border) } : {}),
    ...(alignment ? { alignment } : {}),
    ...(numberFormat === undefined || numberFormat === "General" ? {} : { numFmt: numberFormat }),
    ...(locked === undefined ? {} : { protection: { locked } }),
  };
}

function fontStyle(font: FontFormat): NonNullable<CellStyle["font"]> {
  return {
    ...(font.name === undefined ? {} : { name: font.name }),
    ...(font.size === undefined ? {} : { size: font.size }),
    ...(font.bold === undefined ? {} : { bold: font.bold }),
    ...(font.italic === undefined ? {} : { italic: font.italic }),
    ...(font.underline === undefined ? {} : { underline: font.underline }),
    ...(font.colour === undefined ? {} : { color: { rgb: font.colour } }),
  };
}

function alignmentOf(format: CellFormat): CellStyle["alignment"] {
  const { horizontal, vertical, wrap, indent } = format;
  if (horizontal === undefined && vertical === undefined && wrap === undefined && indent === undefined)
    return undefined;
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(wrap === undefined ? {} : { wrapText: wrap }),
    ...(indent === undefined ? {} : { indent }),
  };
}

function borderStyle(border: NonNullable<CellFormat["border"]>): NonNullable<CellStyle["border"]> {
  const side = (line: Line) => ({
    style: line.style,
    ...(line.colour === undefined ? {} : { color: { rgb: line.colour } }),
  });
  return {
    ...(border.top ? { top: side(border.top) } : {}),
    ...(border.right ? { right: side(border.right) } : {}),
    ...(border.bottom ? { bottom: side(border.bottom) } : {}),
    ...(border.left ? { left: side(border.left) } : {}),
  };
}

/** What a conditional format lays over a cell. A solid fill's colour is its background here, unlike in a cell. */
function differentialStyle(format: ConditionalFormat["format"]): CellStyle {
  const { font, fill, border, numberFormat } = format;
  return {
    ...(font ? { font: fontStyle(font) } : {}),
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", bgColor: { rgb: fill } } }),
    ...(border ? { border: borderStyle(border) } : {}),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
  };
}

export function conditionalRules(formats: readonly ConditionalFormat[]): ConditionalRule[] {
  return formats.map((one, i) => ({
    type: "expression",
    formula: one.formula,
    range: rangeOf(one.areas),
    priority: i + 1,
    style: differentialStyle(one.format),
    ...(one.stopIfTrue ? { stopIfTrue: true } : {}),
  }));
}

/** What the file format allows; longer texts make programs call the file damaged. */
const longestTitle = 32;
const longestMessage = 255;
const longestList = 255;

export function dataValidations(validations: readonly Validation[]): DataValidation[] {
  return validations.map(({ areas, rule, allowBlank, alert, prompt }) => ({
    range: rangeOf(areas),
    ...ruleOf(rule),
    allowBlank,
    showErrorMessage: alert !== undefined,
    ...(alert
      ? {
          errorStyle: alert.style,
          errorTitle: within(alert.title, longestTitle),
          errorMessage: within(alert.message, longestMessage),
        }
      : {}),
    ...(prompt
      ? {
          showInputMessage: true,
          inputTitle: within(prompt.title, longestTitle),
          inputMessage: within(prompt.message, longestMessage),
        }
      : {}),
  }));
}

function ruleOf(
  rule: Validation["rule"],
): Pick<DataValidation, "type" | "operator" | "formula1" | "formula2"> {
  switch (rule.kind) {
    case "list":
      return { type: "list", formula1: rule.source };
    case "options": {
      if (rule.options.some((option) => option.includes(",")))
        throw new RangeError("a listed option holds a comma");
      const list = within(rule.options.join(","), longestList);
      return { type: "list", formula1: `"${list.replace(/"/g, '""')}"` };
    }
    case "custom":
      return { type: "custom", formula1: rule.formula };
    default: {
      const { kind: type, operator, first, second } = rule;
      return { type, operator, formula1: first, ...(second === undefined ? {} : { formula2: second }) };
    }
  }
}

function within(text: string, longest: number): string {
  if (text.length > longest) throw new RangeError(`longer than ${longest} characters: ${text}`);
  return text;
}

function rangeOf(areas: readonly Area[]): string {
  return areas.map(areaAddress).join(" ");
}
