/**
 * What stands in the workbook, without cells: two round trips, whatever its size. The first lists sheets, tables and
 * names; the second asks where tables and used cells are. Our own journal sheet is not part of the workbook.
 */
import type { Area, DefinedName, Visibility } from "../../book";
import { areaOf, PLACE } from "./areas";
import { JOURNAL_SHEET } from "./journal-sheet";
import type { RoundTrips } from "./round-trips";
import { PLAIN_TABLE_STYLE } from "./table-style";

export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
  /** A filter hides rows, the sheet's own or a table's. */
  readonly filtered: boolean;
  /** The sheet has filter buttons of its own, beside those of tables. */
  readonly autoFilter: boolean;
  readonly names: readonly DefinedName[];
}

export interface TableEntry {
  readonly id: string;
  readonly name: string;
  /** The sheet's name. */
  readonly sheet: string;
  /** Header row, data rows, totals row. */
  readonly area: Area;
  readonly headers: readonly string[];
  readonly hasHeaderRow: boolean;
  readonly hasTotalsRow: boolean;
  /** null: none. */
  readonly style: string | null;
  readonly bandedRows: boolean;
  readonly filter: boolean;
}

export interface Inventory {
  readonly date1904: boolean;
  readonly structureProtected: boolean;
  /** In the workbook's order. */
  readonly sheets: readonly SheetEntry[];
  readonly tables: readonly TableEntry[];
  readonly names: readonly DefinedName[];
  /** The workbook holds the table style that stands for “none”. */
  readonly hasPlainTableStyle: boolean;
  /** An edit was broken off in an earlier session and left its journal. */
  readonly hasJournal: boolean;
}

/** What the first trip tells: of tables their names and sheets only. */
export type Listed = Omit<Inventory, "tables"> & {
  readonly tables: readonly Pick<TableEntry, "name" | "sheet">[];
};

/** What is asked of the second trip beside the tables' places. */
type AskMore = (workbook: Excel.Workbook, listed: Listed) => () => void;

const visibilities: Readonly<Record<string, Visibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

/** Excel's own names, which say how a sheet is printed or filtered. */
const ownNames = /^(_xlnm\.|_xlfn|_xlpm|print_area$|print_titles$|_filterdatabase$|criteria$|extract$)/i;

const NEW_YEAR_2000 = 36_526;

export async function takeInventory(trips: RoundTrips, more?: AskMore): Promise<Inventory> {
  const listed = await trips.make(askList);
  const rest = listOf(listed);
  const sheetTables = listed.tables.items;
  const { areas, take } = await trips.make((workbook) => ({
    areas: sheetTables.map((table) => workbook.tables.getItem(table.id).getRange().load(PLACE)),
    take: more?.(workbook, rest),
  }));
  take?.();
  return { ...rest, tables: sheetTables.map((table, index) => tableEntry(table, areaOf(areas[index]!))) };
}

function askList(workbook: Excel.Workbook) {
  const { worksheets, tables, names, protection } = workbook;
  worksheets.load(
    "items/id,items/name,items/position,items/visibility,items/protection/protected,items/autoFilter/enabled,items/autoFilter/isDataFiltered," +
      "items/names/items/name,items/names/items/formula",
  );
  tables.load(
    "items/id,items/name,items/showHeaders,items/showTotals,items/style,items/showBandedRows,items/showFilterButton," +
      "items/worksheet/name,items/columns/items/name,items/autoFilter/isDataFiltered",
  );
  names.load("items/name,items/formula");
  protection.load("protected");
  const day = workbook.functions.date(2000, 1, 1).load("value");
  const plainStyle = workbook.tableStyles.getItemOrNullObject(PLAIN_TABLE_STYLE).load("name");
  return { worksheets, tables, names, protection, day, plainStyle };
}

function listOf(listed: ReturnType<typeof askList>): Listed {
  const filteredSheets = new Set(
    listed.tables.items
      .filter((table) => table.autoFilter.isDataFiltered)
      .map((table) => table.worksheet.name),
  );
  const all = [...listed.worksheets.items].sort((a, b) => a.position - b.position);
  return {
    date1904: typeof listed.day.value === "number" && listed.day.value < NEW_YEAR_2000,
    structureProtected: listed.protection.protected,
    sheets: all
      .filter((sheet) => sheet.name !== JOURNAL_SHEET)
      .map((sheet) => sheetEntry(sheet, filteredSheets)),
    tables: listed.tables.items.map((table) => ({ name: table.name, sheet: table.worksheet.name })),
    names: listed.names.items.filter(isOrdinary).map((name) => definedName(name, null)),
    hasPlainTableStyle: !listed.plainStyle.isNullObject,
    hasJournal: all.some((sheet) => sheet.name === JOURNAL_SHEET),
  };
}

function sheetEntry(sheet: Excel.Worksheet, filteredSheets: ReadonlySet<string>): SheetEntry {
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: visibilities[sheet.visibility] ?? "visible",
    protected: sheet.protection.protected,
    filtered: sheet.autoFilter.isDataFiltered || filteredSheets.has(sheet.name),
    autoFilter: sheet.autoFilter.enabled,
    names: sheet.names.items.filter(isOrdinary).map((name) => definedName(name, sheet.name)),
  };
}

function isOrdinary(name: Excel.NamedItem): boolean {
  return !ownNames.test(name.name);
}

function definedName(name: Excel.NamedItem, sheet: string | null): DefinedName {
  return { name: name.name, refersTo: String(name.formula).replace(/^=/, ""), sheet };
}

function tableEntry(table: Excel.Table, area: Area): TableEntry {
  return {
    id: table.id,
    name: table.name,
    sheet: table.worksheet.name,
    area,
    headers: table.columns.items.map((column) => column.name),
    hasHeaderRow: table.showHeaders,
    hasTotalsRow: table.showTotals,
    style: table.style === "" || table.style === PLAIN_TABLE_STYLE ? null : table.style,
    bandedRows: table.showBandedRows,
    filter: table.showFilterButton,
  };
}

export function sheetNamed(inventory: Pick<Inventory, "sheets">, name: string): SheetEntry | undefined {
  const wanted = name.toLowerCase();
  return inventory.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

export function tableNamed(inventory: Pick<Inventory, "tables">, name: string): TableEntry | undefined {
  const wanted = name.toLowerCase();
  return inventory.tables.find((table) => table.name.toLowerCase() === wanted);
}

/** Every name that formulas know, of the workbook and of its sheets. */
export function allNames(inventory: Pick<Inventory, "names" | "sheets">): DefinedName[] {
  return [...inventory.names, ...inventory.sheets.flatMap((sheet) => sheet.names)];
}
