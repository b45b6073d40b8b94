/**
 * Marks are data: a line in `Kiểm tra` names the faulty columns, and one native conditional format lights the cells whose
 * header stands in that line. So marks survive sorting, need no restoring and live without us.
 */
import { cellAddress, type Area, type ConditionalFormat } from "../book";
import { fixedRange, type FindColumn } from "./places";
import { colours } from "./style";
import { MARK_HEADER, type TableSpec } from "./spec";

/** One faulty row's line: `Số CCCD: …; NSTW: …`. */
export function markLine(faults: readonly { readonly column: string; readonly message: string }[]): string {
  const byColumn = new Map<string, string[]>();
  for (const fault of faults) {
    const messages = byColumn.get(fault.column) ?? [];
    if (!messages.includes(fault.message)) messages.push(fault.message);
    byColumn.set(fault.column, messages);
  }
  return [...byColumn].map(([column, messages]) => `${column}: ${messages.join(" ")}`).join("; ");
}

/** The conditional formats of a table whose data cells cover `data`, under the headers of `headerRow`. */
export function markFormats(table: TableSpec, data: Area, headerRow: number): ConditionalFormat[] {
  const markIndex = table.columns.findIndex((one) => one.header === MARK_HEADER);
  if (markIndex < 0) return [];
  const markColumn = data.column + markIndex;
  const mark = `$${cellAddress(data.row, markColumn)}`;
  const headerColumn = cellAddress(headerRow, data.column).replace(/\d+$/, "");
  const header = `${headerColumn}$${headerRow + 1}`;
  return [
    {
      areas: [{ ...data, columns: markIndex }],
      formula: `ISNUMBER(SEARCH("; "&${header}&": ","; "&${mark}))`,
      format: { fill: colours.fault, font: { colour: colours.faultInk, bold: true } },
    },
    {
      areas: [{ ...data, column: markColumn, columns: 1 }],
      formula: `LEN(${mark})>0`,
      format: { fill: colours.mark, font: { colour: colours.markInk } },
    },
  ];
}

/** A difference beyond the tolerance is lit by the workbook itself, before any check; a smaller one is tinted. */
export function differenceFormats(table: TableSpec, data: Area, find: FindColumn): ConditionalFormat[] {
  return table.columns.flatMap((column, index) => {
    if (column.header !== "Chênh lệch") return [];
    const area = { ...data, column: data.column + index, columns: 1 };
    const first = cellAddress(area.row, area.column);
    return [
      {
        areas: [area],
        formula: `ABS(N(${first}))>${toleranceLookup(find)}`,
        format: { fill: colours.fault, font: { colour: colours.faultInk, bold: true } },
        stopIfTrue: true,
      },
      {
        areas: [area],
        formula: `ABS(N(${first}))>0`,
        format: { fill: colours.mark, font: { colour: colours.markInk } },
      },
    ];
  });
}

/** Conditional formats cannot name a table, so the parameter is looked up in the range where it stands. */
function toleranceLookup(find: FindColumn): string {
  const names = find("tblThamSo", "Tham số");
  const values = find("tblThamSo", "Giá trị");
  const range = fixedRange(names, values.column);
  return `IFERROR(VLOOKUP("Sai số làm tròn",${range},${values.column - names.column + 1},FALSE),0)`;
}
