/** Conditional formats by formula, written and read. A format that is added stands first, so they are added last to first. */
import { areaAddress, type Area, type CellFormat, type ConditionalFormat, type Line } from "../../book";
import { areaOf, intersection, joined, PLACES, rangeOf, sameArea } from "./areas";
import { excelColour, plainColour } from "./looks";
import { movedFormula } from "./notation";
import type { Piece } from "./pieces";

/** Writes the formats over whatever conditional formats the cells have; the first of them wins. */
export function writeConditionalFormats(sheet: Excel.Worksheet, formats: readonly ConditionalFormat[]): void {
  for (const one of [...formats].reverse()) {
    const first = one.areas[0];
    if (!first) continue;
    const target = one.areas.length === 1 ? rangeOf(sheet, first) : sheet.getRanges(addresses(one.areas));
    const added = target.conditionalFormats.add("Custom" as Excel.ConditionalFormatType);
    added.custom.rule.formula = `=${one.formula}`;
    writeFormat(added.custom.format, one.format);
    if (one.stopIfTrue) added.stopIfTrue = true;
  }
}

function addresses(areas: readonly Area[]): string {
  return areas.map(areaAddress).join(",");
}

function writeFormat(target: Excel.ConditionalRangeFormat, format: ConditionalFormat["format"]): void {
  if (format.fill !== undefined) target.fill.color = excelColour(format.fill);
  const { font, border } = format;
  if (font?.bold !== undefined) target.font.bold = font.bold;
  if (font?.italic !== undefined) target.font.italic = font.italic;
  if (font?.underline !== undefined) {
    target.font.underline = (font.underline ? "Single" : "None") as Excel.ConditionalRangeFontUnderlineStyle;
  }
  if (font?.colour !== undefined) target.font.color = excelColour(font.colour);
  for (const edge of EDGES) {
    const line = border?.[edge];
    if (line) writeLine(target.borders[edge], line);
  }
  if (format.numberFormat !== undefined) target.numberFormat = format.numberFormat;
}

const EDGES = ["top", "right", "bottom", "left"] as const;

/** Conditional lines have no weight: hair and dotted lines are dots, all others thin. */
function writeLine(target: Excel.ConditionalRangeBorder, line: Line): void {
  const dotted = line.style === "dotted" || line.style === "hair";
  target.style = (dotted ? "Dot" : "Continuous") as Excel.ConditionalRangeBorderLineStyle;
  if (line.colour !== undefined) target.color = excelColour(line.colour);
}

interface Listed {
  readonly id: string;
  readonly stopIfTrue: boolean;
}

const BYTES = 1_500;

/** The formula formats of one sheet; other kinds (data bars, colour scales …) have no word in a design. */
export class ConditionalFormatReading {
  private listed: readonly Listed[] = [];
  /** Where those by formula stand among all formats of the sheet. */
  customPlaces: readonly number[] = [];
  private readonly found: (ConditionalFormat | null)[] = [];

  constructor(private readonly sheetId: string) {}

  ask(sheet: Excel.Worksheet): () => void {
    const all = sheet
      .getRange()
      .conditionalFormats.load("items/id,items/type,items/stopIfTrue,items/priority");
    return () => {
      this.customPlaces = all.items.flatMap((one, index) => (one.type === "Custom" ? [index] : []));
      const custom = all.items.filter((one) => one.type === "Custom").sort((a, b) => a.priority - b.priority);
      this.listed = custom.map((one) => ({ id: one.id, stopIfTrue: one.stopIfTrue }));
    };
  }

  pieces(): Piece[] {
    return this.listed.map((one, index) => ({
      bytes: BYTES,
      ask: (workbook) => this.askOne(workbook, one, index),
    }));
  }

  private askOne(workbook: Excel.Workbook, listed: Listed, index: number): () => void {
    const one = workbook.worksheets.getItem(this.sheetId).getRange().conditionalFormats.getItem(listed.id);
    const { custom } = one;
    custom.rule.load("formula");
    custom.format.load("numberFormat");
    custom.format.fill.load("color");
    custom.format.font.load("bold,italic,underline,color");
    for (const edge of EDGES) custom.format.borders[edge].load("style,color");
    const ranges = one.getRanges().load("areaCount");
    ranges.areas.load(PLACES);
    return () => {
      const format = readFormat(custom.format);
      const formula = custom.rule.formula.replace(/^=/, "");
      this.found[index] = {
        areas: joinedFrom(ranges.areas.items.map(areaOf)),
        formula,
        format,
        ...(listed.stopIfTrue ? { stopIfTrue: true } : {}),
      };
    };
  }

  get conditionalFormats(): ConditionalFormat[] {
    return this.found.filter((one) => one !== null);
  }
}

/** The area that leads (a formula is relative to it) stays the first. */
function joinedFrom(areas: readonly Area[]): Area[] {
  const parts = joined(areas);
  const leader = areas[0];
  const first = leader && parts.findIndex((part) => part.row === leader.row && part.column === leader.column);
  return first !== undefined && first > 0
    ? [parts[first]!, ...parts.filter((_part, index) => index !== first)]
    : parts;
}

function readFormat(found: Excel.ConditionalRangeFormat): ConditionalFormat["format"] {
  const fill = plainColour(found.fill.color);
  const colour = plainColour(found.font.color);
  const font = {
    ...(found.font.bold ? { bold: true } : {}),
    ...(found.font.italic ? { italic: true } : {}),
    ...(found.font.underline && found.font.underline !== "None" ? { underline: true } : {}),
    ...(colour ? { colour } : {}),
  };
  const border = readBorder(found.borders);
  const numberFormat = typeof found.numberFormat === "string" ? found.numberFormat : "";
  return {
    ...(fill ? { fill } : {}),
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(border ? { border } : {}),
    ...(numberFormat === "" ? {} : { numberFormat }),
  };
}

function readBorder(found: Excel.ConditionalRangeBorderCollection): CellFormat["border"] | null {
  const border: { -readonly [K in (typeof EDGES)[number]]?: Line } = {};
  for (const edge of EDGES) {
    const { style, color } = found[edge];
    if (!style || style === "None") continue;
    const colour = plainColour(color);
    border[edge] = { style: style === "Dot" ? "dotted" : "thin", ...(colour ? { colour } : {}) };
  }
  return Object.keys(border).length > 0 ? border : null;
}

/** The formats as far as they touch a part of the sheet; formulas are moved with the first cell of what is left. */
export function formatsWithin(formats: readonly ConditionalFormat[], part: Area): ConditionalFormat[] {
  return formats.flatMap((one) => {
    const first = one.areas[0]!;
    const areas = one.areas.map((area) => intersection(area, part)).filter((area) => area !== null);
    const leader = areas[0];
    if (!leader || sameArea(leader, first)) return leader ? [{ ...one, areas }] : [];
    return [
      {
        ...one,
        areas,
        formula: movedFormula(one.formula, leader.row - first.row, leader.column - first.column),
      },
    ];
  });
}
