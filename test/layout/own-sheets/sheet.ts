/** Sheets as offices have them, built cell by cell: rows of values, with merges, formulas and tables where a test wants them. */
import { parseArea, type Area, type CellValue, type SheetSnapshot, type Snapshot } from "../../../src/book";
import { readOwnSheets, readTables, type OwnMapping } from "../../../src/layout";
import { programmes } from "../../../src/programme";
import { checkOwnSheets } from "../../../src/tasks";
import type { Finding } from "../../../src/domain";

export const programme = programmes.find("1719")!;

export interface SheetOptions {
  readonly merges?: readonly string[];
  /** A1 → formula. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** A1 of formulas without a value. */
  readonly uncalculated?: readonly string[];
  readonly visibility?: SheetSnapshot["visibility"];
}

export function sheet(
  name: string,
  rows: readonly (readonly CellValue[])[],
  options: SheetOptions = {},
): SheetSnapshot {
  const formulas = new Map<number, Map<number, string>>();
  for (const [cell, formula] of Object.entries(options.formulas ?? {})) {
    const { row, column } = area(cell);
    formulas.set(row, (formulas.get(row) ?? new Map()).set(column, formula));
  }
  return {
    name,
    visibility: options.visibility ?? "visible",
    protected: false,
    values: rows,
    formulas,
    uncalculated: (options.uncalculated ?? [])
      .map((cell) => area(cell))
      .map(({ row, column }) => ({ row, column })),
    tables: [],
    merges: (options.merges ?? []).map(area),
    numberFormat: null,
    fontName: null,
  };
}

function area(text: string): Area {
  const found = parseArea(text);
  if (!found) throw new Error(`no area: ${text}`);
  return found;
}

export function book(...sheets: readonly SheetSnapshot[]): Snapshot {
  return { date1904: false, sheets, names: [], designs: new Map() };
}

export function mappingsOf(snapshot: Snapshot): readonly OwnMapping[] {
  return readOwnSheets(snapshot, readTables(snapshot), programme).mappings;
}

/** `C Số CCCD` of each column that is read, in the sheet's order; blocks and marks in brackets. */
export function read(mapping: OwnMapping): string[] {
  return mapping.columns
    .filter((column) => column.field !== null)
    .map((column) => {
      const said = column.block === null ? column.says : { ...mapping.blocks[column.block], ...column.says };
      const more = Object.values(said).join(", ");
      return `${String.fromCharCode(65 + column.column)} ${column.field}${more === "" ? "" : ` (${more})`}`;
    });
}

export function findingsOf(snapshot: Snapshot): readonly Finding[] {
  return checkOwnSheets(snapshot, readTables(snapshot), programme, "vi").findings;
}

/** `sheet!cell code` of each finding that is an error or a warning, sorted. */
export function faults(snapshot: Snapshot): string[] {
  return findingsOf(snapshot)
    .filter((finding) => finding.severity !== "info")
    .map((finding) => `${finding.cell} ${finding.code}`)
    .sort();
}
