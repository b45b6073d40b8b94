/**
 * How the workbook looks. Staff know these colours from their accounting program: white = type here, grey = computed,
 * yellow = guidance. Colour is never the only sign: headers, guidance and marks say it in words too.
 */
import type { CellFormat, Line } from "../book";
import type { MoneyUnit } from "../domain";
import type { ColumnKind, ColumnSpec } from "./spec";

export const FONT = "Times New Roman";

export const colours = {
  ink: "1F2A24",
  requiredHeader: "1F6F50",
  optionalHeader: "DCEBE3",
  computedHeader: "D0D3D1",
  computedCell: "F2F2F2",
  guidance: "FFF2CC",
  guidanceInk: "7F6000",
  grid: "BFC5C1",
  fault: "FFC7CE",
  faultInk: "9C0006",
  mark: "FFEB9C",
  markInk: "7F3F00",
} as const;

const gridLine: Line = { style: "thin", colour: colours.grid };
export const gridBorder = { top: gridLine, right: gridLine, bottom: gridLine, left: gridLine };

const moneyFormats: Record<MoneyUnit, string> = {
  // Three decimals of a million are thousands of đồng: what plans and decisions are written in.
  "triệu đồng": "#,##0.0##;[Red]-#,##0.0##;0",
  "nghìn đồng": "#,##0;[Red]-#,##0;0",
  đồng: "#,##0;[Red]-#,##0;0",
};

/** How amounts of a unit are shown. */
export function moneyFormat(unit: MoneyUnit): string {
  return moneyFormats[unit];
}

/** A zero in a computed cell says nothing: it is shown as a dash. */
export function quietZero(format: string): string {
  return format.replace(/;0$/, ';"–"');
}

export interface Units {
  readonly unit: MoneyUnit;
  readonly detailUnit: MoneyUnit;
}

/** The number format of a column's cells. */
export function numberFormatOf(column: ColumnSpec, units: Units): string {
  const computed = column.role === "computed";
  switch (column.kind) {
    case "money":
    case "detailMoney": {
      const format = moneyFormats[column.kind === "money" ? units.unit : units.detailUnit];
      return computed ? quietZero(format) : format;
    }
    case "fraction":
      return "0.00%";
    case "count":
      return "#,##0";
    case "date":
      return "dd/mm/yyyy";
    case "birthDate":
      // A year of birth alone is a small number and is shown as it is.
      return "[<=2100]0;dd/mm/yyyy";
    case "quantity":
    case "any":
      return "General";
    case "text":
    case "code":
    case "flag":
    case "list":
      return "@";
  }
}

const centred: readonly ColumnKind[] = ["code", "count", "flag", "date", "birthDate", "fraction"];
const rightAligned: readonly ColumnKind[] = ["money", "detailMoney", "quantity"];

function horizontalOf(column: ColumnSpec): "left" | "center" | "right" {
  if (rightAligned.includes(column.kind)) return "right";
  return centred.includes(column.kind) ? "center" : "left";
}

export function bodyFormat(column: ColumnSpec, units: Units): CellFormat {
  const ours = column.role !== "typed";
  return {
    font: { name: FONT, size: 12, colour: colours.ink },
    ...(ours ? { fill: colours.computedCell } : {}),
    border: gridBorder,
    horizontal: horizontalOf(column),
    ...(horizontalOf(column) === "left" ? { indent: 1 } : {}),
    vertical: "center",
    wrap: column.wrap ?? false,
    numberFormat: numberFormatOf(column, units),
  };
}

export function headerFormat(column: ColumnSpec): CellFormat {
  const fill =
    column.role !== "typed"
      ? colours.computedHeader
      : column.required
        ? colours.requiredHeader
        : colours.optionalHeader;
  const colour = column.role === "typed" && column.required ? "FFFFFF" : colours.ink;
  return {
    font: { name: FONT, size: 12, bold: true, colour },
    fill,
    border: gridBorder,
    horizontal: "center",
    vertical: "center",
    wrap: true,
  };
}

export const titleFormat: CellFormat = {
  font: { name: FONT, size: 15, bold: true, colour: colours.requiredHeader },
  vertical: "center",
};

export const guidanceFormat: CellFormat = {
  font: { name: FONT, size: 11, italic: true, colour: colours.guidanceInk },
  fill: colours.guidance,
  vertical: "center",
  wrap: true,
};

export const unitFormat: CellFormat = {
  font: { name: FONT, size: 12, italic: true, colour: colours.ink },
  vertical: "center",
};

export const captionFormat: CellFormat = {
  font: { name: FONT, size: 12, bold: true, colour: colours.requiredHeader },
  vertical: "center",
};

export const totalFormat: CellFormat = {
  font: { name: FONT, size: 12, bold: true, colour: colours.ink },
  fill: colours.computedCell,
  horizontal: "right",
  vertical: "center",
};
