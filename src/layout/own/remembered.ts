/**
 * How a person wants their sheets to be read, kept on the very hidden sheet (`tblNguon`, one row a sheet). Columns are
 * found again by their headers, so that a column that was put in, or a row above the header, changes nothing.
 */
import {
  findSheet,
  type CellInput,
  type Edit,
  type Operation,
  type SheetSnapshot,
  type Snapshot,
} from "../../book";
import { fold, MONEY_UNITS, type MoneyUnit } from "../../domain";
import type { Programme } from "../../programme";
import { originTable } from "../catalogueTables";
import { tableParts } from "../design";
import { addedRows } from "../injection";
import { placesIn } from "../places";
import type { WorkbookTables } from "../reading";
import { sheets } from "../sheets";
import { findHeaders, type HeaderBlock } from "./headers";
import { findLines } from "./lines";
import { OWN_TABLES, type OwnColumn, type OwnMapping, type OwnTableName, type Said } from "./model";

const KEY_PREFIX = "Trang tính ";

/** A sheet that a person decided on: how its tables are read, or (empty) that it is left alone. */
export interface RememberedSheet {
  readonly sheet: string;
  readonly mappings: readonly OwnMapping[];
}

export function readRemembered(
  snapshot: Snapshot,
  tables: WorkbookTables,
  programme: Programme,
): RememberedSheet[] {
  const view = tables.table("tblNguon");
  if (!view) return [];
  const kept: RememberedSheet[] = [];
  view.column("Khóa").forEach((key, row) => {
    const value = view.column("Giá trị")[row];
    if (typeof key !== "string" || !key.startsWith(KEY_PREFIX) || typeof value !== "string") return;
    const records = parseRecords(value);
    const sheet = records && sheetOf(snapshot, key.slice(KEY_PREFIX.length), records);
    if (!sheet) return;
    const mappings = records.map((record) => applied(record, sheet, programme));
    // Headers that are no longer there: the sheet is another one now, and is read as any other.
    if (mappings.every((mapping) => mapping !== null))
      kept.push({ sheet: sheet.name, mappings: mappings.filter((mapping) => mapping !== null) });
  });
  return kept;
}

/** The sheet of that name, or one that was renamed and has all its headers. */
function sheetOf(snapshot: Snapshot, name: string, records: readonly Kept[]): SheetSnapshot | undefined {
  const own = findSheet(snapshot, name);
  if (own || records.length === 0) return own;
  return snapshot.sheets.find(
    (sheet) =>
      sheet.visibility === "visible" &&
      records.every((record) => {
        const block = blockOf(record, findHeaders(sheet));
        return block !== null && share(record, block) === 1;
      }),
  );
}

interface KeptColumn {
  readonly at: number;
  readonly header: string;
  readonly field: string | null;
  readonly says?: Said;
  readonly block?: number | null;
  readonly unit?: MoneyUnit | null;
}

interface Kept {
  readonly table: OwnTableName;
  readonly columns: readonly KeptColumn[];
  readonly blocks: readonly Said[];
  readonly constants: Said;
  readonly unit: MoneyUnit;
  readonly year: number | null;
}

const isSaid = (value: unknown): value is Said =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => typeof one === "string");

/** What somebody has damaged counts as not kept. */
function parseRecords(text: string): Kept[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return Array.isArray(value) && value.every(isKept) ? value : null;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const one = value as Partial<Record<keyof Kept, unknown>>;
  return (
    (OWN_TABLES as readonly unknown[]).includes(one.table) &&
    (MONEY_UNITS as readonly unknown[]).includes(one.unit) &&
    (one.year === null || typeof one.year === "number") &&
    isSaid(one.constants) &&
    Array.isArray(one.blocks) &&
    one.blocks.every(isSaid) &&
    Array.isArray(one.columns) &&
    one.columns.length > 0 &&
    one.columns.every(isKeptColumn)
  );
}

function isKeptColumn(value: unknown): value is KeptColumn {
  if (typeof value !== "object" || value === null) return false;
  const one = value as Partial<Record<keyof KeptColumn, unknown>>;
  return (
    typeof one.at === "number" &&
    typeof one.header === "string" &&
    (one.field === null || typeof one.field === "string") &&
    (one.says === undefined || isSaid(one.says)) &&
    (one.block == null || typeof one.block === "number") &&
    (one.unit == null || (MONEY_UNITS as readonly unknown[]).includes(one.unit))
  );
}

function toKept(mapping: OwnMapping): Kept {
  return {
    table: mapping.table,
    columns: mapping.columns.map(({ column, header, field, says, block, unit }) => ({
      at: column,
      header,
      field,
      ...(Object.keys(says).length > 0 ? { says } : {}),
      ...(block === null ? {} : { block }),
      ...(unit === null ? {} : { unit }),
    })),
    blocks: mapping.blocks,
    constants: Object.fromEntries(mapping.constants.map(({ field, value }) => [field, value])),
    unit: mapping.unit,
    year: mapping.year,
  };
}

const headerOf = (path: readonly string[]): string => path.join(" / ");

/** The share of the kept headers that stand in a block. */
function share(record: Kept, block: HeaderBlock): number {
  const present = new Set([...block.paths.values()].map((path) => fold(headerOf(path))));
  return record.columns.filter((column) => present.has(fold(column.header))).length / record.columns.length;
}

function blockOf(record: Kept, blocks: readonly HeaderBlock[]): HeaderBlock | null {
  const ranked = blocks
    .map((block) => ({ block, score: share(record, block) }))
    .sort((a, b) => b.score - a.score);
  return ranked[0] && ranked[0].score >= 0.5 ? ranked[0].block : null;
}

function applied(record: Kept, sheet: SheetSnapshot, programme: Programme): OwnMapping | null {
  const blocks = findHeaders(sheet);
  const block = blockOf(record, blocks);
  if (!block) return null;
  const next = blocks[blocks.indexOf(block) + 1];
  const lastRow = next ? next.rows[0]! - 1 : sheet.values.length - 1;
  const left = Math.min(...record.columns.map((column) => column.at));
  // A column added at the right belongs to the table; another table stands behind an empty column.
  let beside = Math.max(...record.columns.map((column) => column.at));
  while (block.paths.has(beside + 1)) beside += 1;
  const taken = new Set<KeptColumn>();
  const columns: OwnColumn[] = [];
  for (const [column, path] of block.paths) {
    const header = headerOf(path);
    const same = record.columns.filter((kept) => !taken.has(kept) && fold(kept.header) === fold(header));
    const kept = same.find((one) => one.at === column) ?? same[0];
    // Another table beside this one.
    if (!kept && (column < left || column > beside)) continue;
    if (kept) taken.add(kept);
    columns.push({
      column,
      header,
      field: kept?.field ?? null,
      confidence: kept?.field ? 1 : 0,
      says: kept?.says ?? {},
      block: kept?.block ?? null,
      unit: kept?.unit ?? null,
    });
  }
  const place = { table: record.table, columns, firstRow: block.firstRow, lastRow };
  return {
    sheet: sheet.name,
    headerRows: block.rows,
    ...place,
    lastRow: findLines(sheet, place, programme).lastRow,
    blocks: record.blocks,
    constants: Object.entries(record.constants).map(([field, value]) => ({ field, value, confidence: 1 })),
    unit: record.unit,
    unitConfidence: 1,
    year: record.year,
    confidence: 1,
    confirmed: true,
  };
}

/**
 * The edit that keeps how these sheets are read (no mappings: left alone). Nothing else is written; where the workbook has
 * no `tblNguon` yet, the very hidden sheet is made with it.
 */
export function rememberEdit(
  snapshot: Snapshot,
  tables: WorkbookTables,
  remembered: readonly RememberedSheet[],
): Edit {
  const rows = remembered.map(({ sheet, mappings }) => ({
    Khóa: KEY_PREFIX + sheet,
    "Giá trị": JSON.stringify(mappings.map(toKept)),
  }));
  const context = {
    unit: tables.parameters.unit,
    detailUnit: tables.parameters.detailUnit,
    payments: () => ({ paid: 0, advanceLeft: 0 }),
    find: placesIn(snapshot),
    commune: "",
    planYear: null,
  };
  const view = tables.table("tblNguon");
  if (!view) {
    const home = sheets.find((sheet) => sheet.tables.includes(originTable))!;
    const { table, cells } = tableParts(home, originTable, rows, context);
    const design = { name: home.name, visibility: home.visibility, columns: [], cells, tables: [table] };
    return { task: "mapping", operations: [{ kind: "createSheet", design }] };
  }
  const keys = view.column("Khóa").map((key) => (typeof key === "string" ? key : ""));
  const operations: Operation[] = [];
  const column = view.sheetColumn("Giá trị");
  const fresh = rows.filter((row) => !keys.includes(row.Khóa));
  for (const row of rows) {
    const at = keys.indexOf(row.Khóa);
    const value: CellInput = row["Giá trị"];
    if (at < 0 || view.column("Giá trị")[at] === value) continue;
    operations.push({
      kind: "writeCells",
      sheet: view.sheet.name,
      row: view.firstRow + at,
      column,
      cells: [[value]],
    });
  }
  return { task: "mapping", operations: [...operations, ...addedRows(view, fresh, context)] };
}
