/**
 * A reading of the workbook: two trips for what stands where, then the cells in blocks, as many as fit into an answer.
 * The number of trips does not depend on the number of rows but for those blocks.
 */
import { areasOverlap, type Area, type SheetDesign, type SheetSnapshot, type Snapshot } from "../../book";
import { areaOf, intersection, joined, LAST_COLUMN, LAST_ROW, PLACE } from "./areas";
import { FontReading, GridReading, type CellAspects } from "./cell-reading";
import { CoveredFormats } from "./covered-formats";
import { DesignReading } from "./design-reading";
import {
  allNames,
  takeInventory,
  type Inventory,
  type Listed,
  type SheetEntry,
  type TableEntry,
} from "./inventory";
import { mergePiece, type MergeReading } from "./merges";
import { ANSWER_BYTES, readPieces, type Piece } from "./pieces";
import type { RoundTrips } from "./round-trips";

/** Names are compared without case. */
export interface Wish {
  /** Sheets whose used cells are all read; null for every sheet. */
  readonly used: readonly string[] | null;
  readonly aspects: CellAspects;
  readonly fonts: boolean;
  /** Sheets told as designs, with the part that is told (null: all), by name; asked when the tables' places are known. */
  readonly designs: (listed: Listed) => ReadonlyMap<string, (inventory: Inventory) => Area | null>;
  /** Sheets of which empty cells are covered, in lower case. */
  readonly covered?: (listed: Listed) => ReadonlySet<string>;
  /** Further cells, by lower-case name of their sheet. */
  readonly areas?: (inventory: Inventory) => AskedAreas;
  /** Whatever else is to be read in the same trips. */
  readonly pieces?: (inventory: Inventory) => readonly Piece[];
  /** Asked when only designs are left and they are large: true when they need not be read any more. */
  readonly enough?: (read: Snapshot) => boolean;
}

export interface AskedArea {
  readonly area: Area;
  /** false: only what stands in the cells matters, so nothing is asked beyond the used ones. */
  readonly formats: boolean;
  /** The cells are about to be covered: whatever format they have is remembered. */
  readonly covered?: boolean;
}

export type AskedAreas = ReadonlyMap<string, readonly AskedArea[]>;

export interface Reading {
  readonly inventory: Inventory;
  readonly snapshot: Snapshot;
  /** Where conditional formats that a design tells stand among all of a sheet, by its lower-case name. */
  readonly customFormats: ReadonlyMap<string, readonly number[]>;
  /** Reads the same cells again, without designs. */
  readonly again: Wish;
}

interface SheetReading {
  readonly entry: SheetEntry;
  /** All used cells are wanted. */
  readonly whole: boolean;
  used: Area | null;
  fonts: FontReading | null;
  grid: GridReading | null;
  merges: MergeReading | null;
  readonly design: DesignReading | null;
  readonly covered: CoveredFormats | null;
}

/** Rows and columns past the used cells in which merged cells are looked for. */
const BEYOND = 40;

export async function readWorkbook(trips: RoundTrips, wish: Wish): Promise<Reading> {
  const sheets: SheetReading[] = [];
  const inventory: Inventory = await takeInventory(trips, (workbook, listed) => {
    const designs = wish.designs(listed);
    const covered = wish.covered?.(listed) ?? new Set();
    for (const entry of listed.sheets)
      sheets.push(sheetReading(entry, wish, designs, covered, () => inventory));
    const takes = sheets.map((sheet) => askFrame(workbook, sheet, wish.fonts));
    return () => takes.forEach((take) => take());
  });
  const areas: AskedAreas = wish.areas?.(inventory) ?? new Map();
  const customFormats = new Map(
    sheets.map(({ entry, design }) => [entry.name.toLowerCase(), design?.customFormats ?? []]),
  );
  const contents = sheets.flatMap((sheet) =>
    contentPieces(sheet, areas.get(sheet.entry.name.toLowerCase()) ?? [], wish, inventory),
  );
  contents.push(...(wish.pieces?.(inventory) ?? []));
  const designs = sheets.flatMap((sheet) => sheet.design?.pieces() ?? []);
  const large = designs.reduce((bytes, piece) => bytes + piece.bytes, 0) > ANSWER_BYTES;
  if (large && wish.enough) {
    await readContents(trips, contents, sheets);
    const snapshot = snapshotOf(inventory, sheets, wish, false);
    if (wish.enough(snapshot))
      return { inventory, snapshot, customFormats, again: sameCells(wish, sheets, areas) };
    await readPieces(trips, designs);
  } else await readContents(trips, [...contents, ...designs], sheets);
  for (const sheet of sheets) await sheet.design?.settle(trips);
  const snapshot = snapshotOf(inventory, sheets, wish, true);
  return { inventory, snapshot, customFormats, again: sameCells(wish, sheets, areas) };
}

function sameCells(wish: Wish, sheets: readonly SheetReading[], asked: AskedAreas): Wish {
  const areas = new Map(asked);
  for (const { entry, design } of sheets) {
    const name = entry.name.toLowerCase();
    if (design?.area) areas.set(name, [...(areas.get(name) ?? []), { area: design.area, formats: true }]);
  }
  const { used, aspects } = wish;
  return { used, aspects, fonts: false, designs: () => new Map(), areas: () => areas };
}

async function readContents(
  trips: RoundTrips,
  pieces: readonly Piece[],
  sheets: readonly SheetReading[],
): Promise<void> {
  await readPieces(trips, pieces);
  const doubtful = sheets.flatMap((sheet) => sheet.grid?.typePieces() ?? []);
  await readPieces(trips, doubtful);
}

function sheetReading(
  entry: SheetEntry,
  wish: Wish,
  designs: ReturnType<Wish["designs"]>,
  covered: ReadonlySet<string>,
  inventory: () => Inventory,
): SheetReading {
  const name = entry.name.toLowerCase();
  const part = designs.get(name);
  return {
    entry,
    whole: wish.used === null || wish.used.some((one) => one.toLowerCase() === name),
    used: null,
    fonts: null,
    grid: null,
    merges: null,
    design: part ? new DesignReading(entry, () => part(inventory())) : null,
    covered: covered.has(name) ? new CoveredFormats(entry.id) : null,
  };
}

/** What is asked together with the tables' places. */
function askFrame(workbook: Excel.Workbook, sheet: SheetReading, fonts: boolean): () => void {
  const takeDesign = sheet.design?.ask(workbook);
  const takeCovered = sheet.covered?.ask(workbook);
  const used = workbook.worksheets.getItem(sheet.entry.id).getUsedRangeOrNullObject(true).load(PLACE);
  const columns =
    sheet.whole && fonts ? used.getColumnProperties({ format: { font: { name: true } } }) : null;
  return () => {
    takeDesign?.();
    takeCovered?.();
    if (used.isNullObject) return;
    const area = areaOf(used);
    sheet.used = { row: 0, column: 0, rows: area.row + area.rows, columns: area.column + area.columns };
    if (columns) {
      const names = columns.value.map((column) => column.format?.font?.name ?? null);
      sheet.fonts = new FontReading(sheet.entry.id, area, names);
    }
  };
}

/** Everything but a design's own pieces. */
function contentPieces(
  sheet: SheetReading,
  asked: readonly AskedArea[],
  wish: Wish,
  inventory: Inventory,
): Piece[] {
  const { used, design } = sheet;
  const own = [sheet.whole ? used : null, design?.area ?? null].filter((area) => area !== null);
  const more = asked.flatMap(({ area, formats }) =>
    formats ? area : ((used && intersection(area, used)) ?? []),
  );
  const areas = wanted([...own, ...more]);
  const tables = tablesOf(inventory, sheet.entry);
  const aspects = design ? { formulas: true, numberFormats: true } : wish.aspects;
  sheet.grid = new GridReading(sheet.entry.id, aspects, (row, column) => tableAt(tables, row, column));
  const touched = [...areas, ...asked.map((one) => one.area)];
  if (touched.length > 0) sheet.merges = mergesAround(sheet.entry.id, touched);
  return [
    ...areas.flatMap((area) => sheet.grid!.pieces(area)),
    ...(sheet.merges ? [mergePiece(sheet.merges)] : []),
    ...(sheet.fonts?.pieces() ?? []),
    ...(sheet.covered?.pieces(asked.flatMap((one) => (one.covered ? one.area : []))) ?? []),
  ];
}

/** The areas without those that lie inside another; overlapping ones may be read twice. */
function wanted(areas: readonly Area[]): Area[] {
  const inside = (a: Area, b: Area) =>
    a.row >= b.row &&
    a.column >= b.column &&
    a.row + a.rows <= b.row + b.rows &&
    a.column + a.columns <= b.column + b.columns;
  const outer = areas.filter(
    (area, index) =>
      !areas.some((other, at) => at !== index && inside(area, other) && !(inside(other, area) && at > index)),
  );
  return joined(outer).filter((area) => area.rows > 0 && area.columns > 0);
}

function mergesAround(sheetId: string, areas: readonly Area[]): MergeReading {
  const rows = Math.max(0, ...areas.map((area) => area.row + area.rows)) + BEYOND;
  const columns = Math.max(0, ...areas.map((area) => area.column + area.columns)) + BEYOND;
  const area = { row: 0, column: 0, rows: Math.min(LAST_ROW, rows), columns: Math.min(LAST_COLUMN, columns) };
  return { sheetId, area, found: [] };
}

function tablesOf(inventory: Inventory, sheet: SheetEntry): TableEntry[] {
  return inventory.tables.filter((table) => table.sheet === sheet.name);
}

function tableAt(tables: readonly TableEntry[], row: number, column: number): string | null {
  return tables.find((table) => areasOverlap(table.area, { row, column, rows: 1, columns: 1 }))?.name ?? null;
}

function snapshotOf(
  inventory: Inventory,
  sheets: readonly SheetReading[],
  wish: Wish,
  withDesigns: boolean,
): Snapshot {
  const designs = new Map<string, SheetDesign>();
  for (const { entry, design, grid, merges } of sheets) {
    if (design && withDesigns)
      designs.set(entry.name, design.design(grid!, tablesOf(inventory, entry), sortedMerges(merges)));
  }
  return {
    date1904: inventory.date1904,
    sheets: sheets.map((sheet) => sheetSnapshot(sheet, inventory, wish)),
    names: allNames(inventory),
    designs,
  };
}

function sheetSnapshot(sheet: SheetReading, inventory: Inventory, wish: Wish): SheetSnapshot {
  const { entry, fonts, covered } = sheet;
  const grid = sheet.grid!;
  const filled = sheet.whole || (wish.areas !== undefined && sheet.merges !== null);
  return {
    name: entry.name,
    visibility: entry.visibility,
    protected: entry.protected,
    values: filled ? grid.values : [],
    formulas: filled && wish.aspects.formulas ? grid.formulas : new Map(),
    uncalculated: [],
    tables: tablesOf(inventory, entry).map(({ name, area, headers, hasHeaderRow, hasTotalsRow }) => ({
      name,
      area,
      headers,
      hasHeaderRow,
      hasTotalsRow,
    })),
    merges: filled ? sortedMerges(sheet.merges) : [],
    numberFormat:
      filled && wish.aspects.numberFormats ? (row, column) => grid.numberFormat(row, column) : null,
    fontName: wish.fonts ? (row, column) => fonts?.fontName(row, column) ?? "" : null,
    ...(covered ? { coveredFormat: (row: number, column: number) => covered.at(row, column) } : {}),
  };
}

function sortedMerges(merges: MergeReading | null): Area[] {
  return [...(merges?.found ?? [])].sort((a, b) => a.row - b.row || a.column - b.column);
}
