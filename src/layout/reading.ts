/** Our tables found in a snapshot, column by column: what rules, reports and tasks look at. */
import {
  cellAddress,
  dataArea,
  findTable,
  type Area,
  type CellValue,
  type SheetSnapshot,
  type Snapshot,
} from "../book";
import type { MoneyUnit } from "../domain";
import type { OwnPart } from "./own/ownParts";
import { readParameters, type Parameters } from "./parameters";
import type { ColumnSpec, TableSpec } from "./spec";
import { tables } from "./sheets";

/** One of our tables as it stands in the workbook. Row indexes count data rows from 0. */
export interface TableView {
  readonly spec: TableSpec;
  readonly sheet: SheetSnapshot;
  /** 0-based sheet rows. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rowCount: number;
  /** Headers as they stand in the workbook, from the table's first column on. */
  readonly headers: readonly string[];
  /** 0-based sheet column of a header; -1 where the table lacks it. */
  readonly sheetColumn: (header: string) => number;
  /** A column's raw values, one a data row; nulls where the column is missing. */
  readonly column: (header: string) => readonly CellValue[];
  /** The same row by row, for whoever reads them all. */
  readonly cells: () => TableCells;
  /** The row has no typed value at all. */
  readonly isBlank: (row: number) => boolean;
  /** A1 address of a cell of the data; null where the column is missing. */
  readonly address: (row: number, header: string) => string | null;
  /** Only where the rows stand on sheets of the staff's own: which cells they are. */
  readonly own?: OwnRows;
}

/** A table's cells, row by row as they lie in memory: reading them in this order is far quicker than column by column. */
export interface TableCells {
  /** One a data row. Cells beyond a row's end are empty. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Where a header's cell stands in a row; -1 where the column is missing. */
  readonly indexOf: (header: string) => number;
}

/** The rows of a view over sheets of the staff's own (contract, section 5). `header` is always one of ours. */
export interface OwnRows {
  /** One for each sheet (or each of several tables on one sheet). */
  readonly parts: readonly OwnPart[];
  readonly partOf: (row: number) => OwnPart;
  /** 0-based. */
  readonly sheetRow: (row: number) => number;
  /** 0-based sheet column; -1 where a heading, a constant or a mark gives the value. */
  readonly columnOf: (row: number, header: string) => number;
  /** Some part gives the field. */
  readonly has: (header: string) => boolean;
  /** The row's own part does not give the field. */
  readonly lacks: (row: number, header: string) => boolean;
  readonly unitOf: (row: number, header: string) => MoneyUnit;
  /** The header as the sheet writes it. */
  readonly label: (row: number, header: string) => string;
  readonly headerCell: (
    part: OwnPart,
    header: string,
  ) => { readonly row: number; readonly column: number; readonly text: string } | null;
  /** The cell as it is written, before it is understood; null where no cell gives the value. */
  readonly written: (row: number, header: string) => CellValue;
  /** Not empty, but not known either: a formula without a value, or what the sheet leaves to be inferred. */
  readonly isPending: (row: number, header: string) => boolean;
}

export interface WorkbookTables {
  readonly snapshot: Snapshot;
  readonly parameters: Parameters;
  /** undefined where the workbook lacks it. */
  readonly table: (name: string) => TableView | undefined;
  readonly tables: readonly TableView[];
}

/** Reads every table of our structure that the snapshot holds. */
export function readTables(snapshot: Snapshot): WorkbookTables {
  const views = tables.map((spec) => viewTable(snapshot, spec)).filter((view) => view !== undefined);
  const byName = new Map(views.map((view) => [view.spec.name, view]));
  return {
    snapshot,
    parameters: parametersOf(byName.get("tblThamSo")),
    table: (name) => byName.get(name),
    tables: views,
  };
}

/** What a table of parameters says; defaults where there is none. */
export function parametersOf(view: TableView | undefined): Parameters {
  const values = view?.column("Giá trị");
  const pairs = view?.column("Tham số").map((name, row) => [name, values![row] ?? null] as const);
  return readParameters(pairs ?? []);
}

/** Whether the workbook holds our structure. How sheets of their own are read is kept in a workbook without it too. */
export function hasStructure({ tables }: WorkbookTables): boolean {
  return tables.some((view) => view.spec.name !== "tblNguon");
}

function viewTable(snapshot: Snapshot, spec: TableSpec): TableView | undefined {
  const place = findTable(snapshot, spec.name);
  if (!place) return undefined;
  const { sheet, table } = place;
  const area = dataArea(table);
  const columns = new Map(
    table.headers.map((header, index) => [header.normalize("NFC").trim(), area.column + index]),
  );
  const sheetColumn = (header: string) => columns.get(header) ?? -1;
  // Turned at one go: row by row is the order in which the values lie in memory.
  let turned: readonly (readonly CellValue[])[] | null = null;
  let empty: readonly CellValue[] | null = null;
  const column = (header: string) => {
    const at = sheetColumn(header);
    if (at < 0) return (empty ??= new Array<CellValue>(area.rows).fill(null));
    turned ??= turnIntoColumns(sheet, area);
    return turned[at - area.column]!;
  };
  const typed = spec.columns.filter((one) => one.role === "typed");
  return {
    spec,
    sheet,
    headerRow: table.hasHeaderRow ? table.area.row : -1,
    firstRow: area.row,
    rowCount: area.rows,
    headers: table.headers,
    sheetColumn,
    column,
    cells: () => ({ rows: rowsOf(sheet, area), indexOf: sheetColumn }),
    isBlank: (row) => typed.every((one) => isEmptyCell(column(one.header)[row])),
    address: (row, header) =>
      sheetColumn(header) < 0 ? null : cellAddress(area.row + row, sheetColumn(header)),
  };
}

const emptyRow: readonly CellValue[] = [];

/** The sheet's rows that an area covers, from the sheet's first column on. */
function rowsOf(sheet: SheetSnapshot, area: Area): readonly (readonly CellValue[])[] {
  const rows = sheet.values.slice(area.row, area.row + area.rows);
  while (rows.length < area.rows) rows.push(emptyRow);
  for (let row = 0; row < rows.length; row += 1) rows[row] ??= emptyRow;
  return rows;
}

/** A view with other rows, kept as its own are (`TableView.cells`). */
export function viewOfRows(view: TableView, rows: TableCells["rows"]): TableView {
  const { indexOf } = view.cells();
  const columns = new Map<string, readonly CellValue[]>();
  const column = (header: string): readonly CellValue[] => {
    let values = columns.get(header);
    if (!values) {
      const index = indexOf(header);
      values = rows.map((row) => (index < 0 ? null : (row[index] ?? null)));
      columns.set(header, values);
    }
    return values;
  };
  const typed = typedColumns(view.spec);
  return {
    ...view,
    rowCount: rows.length,
    column,
    cells: () => ({ rows, indexOf }),
    isBlank: (row) => typed.every(({ header }) => isEmptyCell(column(header)[row])),
  };
}

/** Cells that are kept column by column, as rows. */
export function cellsOfColumns(
  headers: readonly string[],
  rowCount: number,
  column: (header: string) => readonly CellValue[],
): TableCells {
  const columns = headers.map(column);
  const rows = Array.from({ length: rowCount }, (_unused, row) => columns.map((cells) => cells[row] ?? null));
  return { rows, indexOf: (header) => headers.indexOf(header) };
}

/** The values of an area, column by column. */
function turnIntoColumns(sheet: SheetSnapshot, area: Area): readonly (readonly CellValue[])[] {
  const columns = Array.from({ length: area.columns }, () => new Array<CellValue>(area.rows).fill(null));
  for (let row = 0; row < area.rows; row += 1) {
    const line = sheet.values[area.row + row];
    if (!line) continue;
    const end = Math.min(area.columns, line.length - area.column);
    for (let index = 0; index < end; index += 1) columns[index]![row] = line[area.column + index] ?? null;
  }
  return columns;
}

/** Nothing, or only spaces. */
export function isEmptyCell(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** The columns of a table in which people type. */
export function typedColumns(spec: TableSpec): readonly ColumnSpec[] {
  return spec.columns.filter((one) => one.role === "typed");
}
