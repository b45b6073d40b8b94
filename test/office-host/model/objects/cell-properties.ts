/** `getCellProperties` and its kin: formats of many cells in one answer, or set in one request. */
import { columnName, quoteSheet, type Area } from "../book/area";
import { sequence } from "../book/grid";
import { noBorder, readColor, type CellFormat, type Edge } from "../book/format";
import type { Sheet } from "../book/sheet";
import { formatsIn } from "../range-target";
import { refuse } from "../refusals";
import type { RangeObject } from "./range";

type Wanted = Readonly<Record<string, unknown>>;

const edges: Readonly<Record<string, Edge>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

const direct = {
  autoIndent: "autoIndent",
  horizontalAlignment: "horizontalAlignment",
  verticalAlignment: "verticalAlignment",
  indentLevel: "indentLevel",
  readingOrder: "readingOrder",
  shrinkToFit: "shrinkToFit",
  textOrientation: "textOrientation",
  wrapText: "wrapText",
} as const;

const font = {
  bold: "bold",
  color: "fontColor",
  italic: "italic",
  name: "fontName",
  size: "fontSize",
  strikethrough: "strikethrough",
  subscript: "subscript",
  superscript: "superscript",
  underline: "underline",
} as const;

function part(wanted: Wanted, key: string): Wanted | undefined {
  const value = wanted[key];
  return value !== null && typeof value === "object" ? (value as Wanted) : undefined;
}

function pick(
  look: CellFormat,
  names: Readonly<Record<string, keyof CellFormat>>,
  wanted: Wanted,
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [name, key] of Object.entries(names)) if (wanted[name] === true) picked[name] = look[key];
  return picked;
}

function describeFormat(look: CellFormat, wanted: Wanted): Record<string, unknown> {
  const answer = pick(look, direct, wanted);
  const fill = part(wanted, "fill");
  if (fill) {
    answer["fill"] = {
      ...(fill["color"] ? { color: look.fillColor ?? "#FFFFFF" } : {}),
      ...(fill["pattern"] ? { pattern: look.fillPattern } : {}),
      ...(fill["patternColor"] ? { patternColor: look.patternColor } : {}),
    };
  }
  const letters = part(wanted, "font");
  if (letters) answer["font"] = pick(look, font, letters);
  const borders = part(wanted, "borders");
  if (borders) {
    answer["borders"] = Object.fromEntries(
      Object.entries(edges).map(([name, edge]) => {
        const border = look.borders[edge] ?? noBorder;
        return [
          name,
          Object.fromEntries(
            (["color", "style", "weight", "tintAndShade"] as const)
              .filter((key) => borders[key])
              .map((key) => [key, border[key]]),
          ),
        ];
      }),
    );
  }
  // Asked for as a whole.
  const protection =
    wanted["protection"] === true ? { locked: true, formulaHidden: true } : part(wanted, "protection");
  if (protection)
    answer["protection"] = pick(look, { locked: "locked", formulaHidden: "formulaHidden" }, protection);
  return answer;
}

/** What all cells of an area have in common; null where they differ. */
function describeShared(sheet: Sheet, area: Area, wanted: Wanted): Record<string, unknown> {
  const descriptions = [...new Set(formatsIn(sheet.grid, area))].map((look) => describeFormat(look, wanted));
  return descriptions.reduce((a, b) => common(a, b));
}

function common(a: Record<string, unknown>, b: Record<string, unknown>): Record<string, unknown> {
  const both = Object.entries(a).map(([key, value]) => {
    const other = b[key];
    if (value === other) return [key, value];
    const parts = value !== null && typeof value === "object" && other !== null && typeof other === "object";
    return [key, parts ? common(value as Record<string, unknown>, other as Record<string, unknown>) : null];
  });
  return Object.fromEntries(both) as Record<string, unknown>;
}

export function getCellProperties(
  range: RangeObject,
  options: Excel.CellPropertiesLoadOptions,
): Excel.CellProperties[][] {
  const wanted = options as Wanted;
  const { cells, sheet } = range;
  if (cells.rows * cells.columns > 5_000_000) refuse("InvalidArgument");
  const lines: Excel.CellProperties[][] = [];
  for (const row of sequence(cells.row, cells.rows)) {
    lines.push(
      [...sequence(cells.column, cells.columns)].map((column) => {
        const look = sheet.grid.formatAt(row, column);
        const formatWanted = part(wanted, "format");
        const address = `${quoteSheet(sheet.name)}!${columnName(column)}${row + 1}`;
        return {
          ...(wanted["address"] ? { address } : {}),
          ...(wanted["addressLocal"] ? { addressLocal: address } : {}),
          ...(wanted["hidden"]
            ? { hidden: sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column) }
            : {}),
          ...(wanted["hyperlink"] ? { hyperlink: sheet.grid.find(row, column)?.hyperlink ?? null } : {}),
          ...(wanted["style"] ? { style: look.style } : {}),
          ...(formatWanted ? { format: describeFormat(look, formatWanted) } : {}),
        } as Excel.CellProperties;
      }),
    );
  }
  return lines;
}

export function getRowProperties(
  range: RangeObject,
  options: Excel.RowPropertiesLoadOptions,
): Excel.RowProperties[] {
  const wanted = options as Wanted;
  return [...sequence(range.cells.row, range.cells.rows)].map((row) => {
    const formatWanted = part(wanted, "format");
    const cells = { ...range.cells, row, rows: 1 };
    return {
      ...(wanted["rowHidden"] ? { rowHidden: range.sheet.hiddenRows.has(row) } : {}),
      ...(wanted["rowIndex"] ? { rowIndex: row } : {}),
      ...(wanted["address"] ? { address: `${quoteSheet(range.sheet.name)}!${row + 1}:${row + 1}` } : {}),
      ...(formatWanted
        ? {
            format: {
              ...describeShared(range.sheet, cells, formatWanted),
              ...(formatWanted["rowHeight"] ? { rowHeight: range.sheet.rowHeight(row) } : {}),
            },
          }
        : {}),
    } as Excel.RowProperties;
  });
}

export function getColumnProperties(
  range: RangeObject,
  options: Excel.ColumnPropertiesLoadOptions,
): Excel.ColumnProperties[] {
  const wanted = options as Wanted;
  return [...sequence(range.cells.column, range.cells.columns)].map((column) => {
    const formatWanted = part(wanted, "format");
    const cells = { ...range.cells, column, columns: 1 };
    const name = columnName(column);
    return {
      ...(wanted["columnHidden"] ? { columnHidden: range.sheet.hiddenColumns.has(column) } : {}),
      ...(wanted["columnIndex"] ? { columnIndex: column } : {}),
      ...(wanted["address"] ? { address: `${quoteSheet(range.sheet.name)}!${name}:${name}` } : {}),
      ...(formatWanted
        ? {
            format: {
              ...describeShared(range.sheet, cells, formatWanted),
              ...(formatWanted["columnWidth"] ? { columnWidth: range.sheet.columnWidth(column) } : {}),
            },
          }
        : {}),
    } as Excel.ColumnProperties;
  });
}

/** Sets formats one by one through the range's own objects, so that they mean the same as elsewhere. */
function applyFormat(range: RangeObject, format: Wanted): void {
  const target = range.format as unknown as Record<string, unknown>;
  for (const [key, value] of Object.entries(format)) {
    if (value === null || value === undefined) continue;
    if (key === "borders") applyBorders(range, value as Wanted);
    else if (typeof value === "object") Object.assign(target[key] as object, withoutEmpty(value as Wanted));
    else target[key] = value;
  }
}

function withoutEmpty(values: Wanted): Wanted {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

function applyBorders(range: RangeObject, borders: Wanted): void {
  for (const [name, border] of Object.entries(borders)) {
    const edge = edges[name];
    if (!edge) return refuse("InvalidArgument");
    if (border === null || border === undefined) continue;
    const { color } = border as { color?: unknown };
    if (color !== undefined && readColor(color) === null) refuse("InvalidArgument");
    Object.assign(range.format.borders.getItem(edge), withoutEmpty(border as Wanted));
  }
}

export function setCellProperties(range: RangeObject, data: Excel.SettableCellProperties[][]): void {
  const { cells } = range;
  if (data.length !== cells.rows || data.some((line) => line.length !== cells.columns))
    refuse("InvalidArgument");
  data.forEach((line, row) => {
    line.forEach((one, column) => {
      const cell = range.getCell(row, column);
      if (one?.format) applyFormat(cell, one.format as Wanted);
      if (one?.hyperlink) cell.hyperlink = one.hyperlink;
      if (one?.style) cell.style = one.style;
    });
  });
}

export function setRowProperties(range: RangeObject, data: Excel.SettableRowProperties[]): void {
  if (data.length !== range.cells.rows) refuse("InvalidArgument");
  data.forEach((one, index) => {
    const row = range.getRow(index).getEntireRow();
    if (one?.format) applyFormat(row, one.format as Wanted);
    if (typeof one?.rowHidden === "boolean") row.rowHidden = one.rowHidden;
  });
}

export function setColumnProperties(range: RangeObject, data: Excel.SettableColumnProperties[]): void {
  if (data.length !== range.cells.columns) refuse("InvalidArgument");
  data.forEach((one, index) => {
    const column = range.getColumn(index).getEntireColumn();
    if (one?.format) applyFormat(column, one.format as Wanted);
    if (typeof one?.columnHidden === "boolean") column.columnHidden = one.columnHidden;
  });
}
