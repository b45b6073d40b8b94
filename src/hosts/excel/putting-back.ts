/**
 * Putting a workbook back after an edit that was broken off: the inverse of each operation, fitted to how far the edit got.
 * What was never done is not undone, and what was half done is emptied or written anew.
 */
import {
  inverseOperations,
  type Area,
  type DesignCell,
  type Edit,
  type Operation,
  type SheetDesign,
  type Snapshot,
  type Uncovered,
} from "../../book";
import { intersection, sameArea } from "./areas";
import { formatsWithin } from "./conditional-formats";
import type { HostOperation } from "./host-operations";
import { sheetNamed, tableNamed, type Inventory, type TableEntry } from "./inventory";
import type { JournalRecord, TablePlaces } from "./journal-sheet";
import { lastColumns, TableShapes } from "./table-shapes";
import { validationsWithin } from "./validations";

/** What takes the edit back, computed before it is begun. */
export function journalRecord(edit: Edit, at: string, before: Snapshot, inventory: Inventory): JournalRecord {
  const undo = inverseOperations(edit, before, (operation) => inverse(operation, before, inventory));
  return { task: edit.task, at, undo, tables: tablePlaces(edit, inventory) };
}

/** The book's own inverse needs no image of what an undo takes away; here everything is needed. */
function inverse(operation: Operation, before: Snapshot, inventory: Inventory): readonly Operation[] | null {
  if (operation.kind === "removeTable") return [tableAgain(requireTable(inventory, operation.table), before)];
  if (operation.kind === "removeLastColumns") {
    return [columnsAgain(requireTable(inventory, operation.table), operation.count, before)];
  }
  return null;
}

function requireTable(inventory: Inventory, name: string): TableEntry {
  const table = tableNamed(inventory, name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

function requireDesign(before: Snapshot, sheet: string): SheetDesign {
  const design = before.designs.get(sheet);
  if (!design) throw new Error(`no reading of sheet ${sheet} to put back`);
  return design;
}

function tableAgain(table: TableEntry, before: Snapshot): Operation {
  const design = requireDesign(before, table.sheet);
  const own = design.tables?.find((one) => one.name === table.name);
  if (!own) throw new Error(`no reading of table ${table.name} to put back`);
  return { kind: "addTable", sheet: table.sheet, table: own, ...partOf(design, table.area) };
}

function columnsAgain(table: TableEntry, count: number, before: Snapshot): Operation {
  const design = requireDesign(before, table.sheet);
  const own = design.tables?.find((one) => one.name === table.name);
  const columns = own?.columns.slice(-count) ?? [];
  return { kind: "addColumns", table: table.name, columns, ...partOf(design, lastColumns(table, count)) };
}

/** Everything that a design says of some of its cells. */
function partOf(design: SheetDesign, part: Area) {
  const isInside = ({ row, column }: DesignCell) =>
    intersection(part, { row, column, rows: 1, columns: 1 }) !== null;
  return {
    cells: design.cells.filter(isInside),
    validations: validationsWithin(design.validations ?? [], part),
    conditionalFormats: formatsWithin(design.conditionalFormats ?? [], part),
  };
}

/** Each table that the edit changes: where it stands before (null: nowhere) and after. */
function tablePlaces(edit: Edit, inventory: Inventory): TablePlaces {
  const shapes = new TableShapes(inventory.tables);
  for (const operation of edit.operations) shapes.apply(operation);
  const names = edit.operations.flatMap((operation) => {
    if (!("table" in operation)) return [];
    return [typeof operation.table === "string" ? operation.table : operation.table.name];
  });
  const places = names.map((name) => {
    const before = tableNamed(inventory, name);
    const after = shapes.find(name);
    const sheet = (before ?? after)!.sheet;
    return [name.toLowerCase(), { sheet, before: before?.area ?? null, after: after?.area ?? null }] as const;
  });
  return Object.fromEntries(places);
}

/** What is left to do so that the workbook is as it was, given how it stands now. */
export function operationsLeft(record: JournalRecord, now: Inventory): HostOperation[] {
  return record.undo.flatMap((operation) => left(operation, record.tables, now));
}

function left(operation: Operation, tables: TablePlaces, now: Inventory): HostOperation[] {
  switch (operation.kind) {
    case "deleteSheet":
      return sheetNamed(now, operation.sheet) ? [operation] : [];
    case "createSheet": {
      const { name, visibility = "visible" } = operation.design;
      const standing = sheetNamed(now, name);
      if (!standing) return [operation];
      return standing.visibility === visibility ? [] : [{ kind: "setVisibility", sheet: name, visibility }];
    }
    case "rewriteSheet":
    case "writeCells":
    case "defineName":
    case "copySheet":
    case "repeatRows":
      return [operation];
    case "removeLastRows":
    case "removeLastColumns":
      return shrunk(operation, tables, now);
    case "appendRows":
      return lacks(operation.table, "rows", tables, now) ? [operation] : [];
    case "addColumns":
      return lacks(operation.table, "columns", tables, now) ? [operation] : [];
    case "removeTable": {
      if (tableNamed(now, operation.table)) return [operation];
      const place = tables[operation.table.toLowerCase()];
      const { uncovers } = operation;
      return place?.after
        ? [{ kind: "clearArea", sheet: place.sheet, area: place.after, ...given(uncovers) }]
        : [];
    }
    case "addTable":
      return tableNamed(now, operation.table.name) ? [] : [operation];
  }
}

/** The table as small as it was, and the cells that it was to take emptied. */
function shrunk(
  operation: Extract<Operation, { kind: "removeLastRows" | "removeLastColumns" }>,
  tables: TablePlaces,
  now: Inventory,
): HostOperation[] {
  const { table: name, uncovers } = operation;
  const { sheet, before, after } = tables[name.toLowerCase()] ?? {};
  const table = tableNamed(now, name);
  if (sheet === undefined || !before || !after || !table) return [];
  const resize: HostOperation[] = sameArea(table.area, before)
    ? []
    : [{ kind: "resizeTable", table: name, area: before }];
  return [
    ...resize,
    ...bandsAround(before, after).map((area): HostOperation => ({
      kind: "clearArea",
      sheet,
      area,
      ...given(uncovers),
    })),
  ];
}

function given(uncovers: Partial<Uncovered> | undefined): { readonly uncovers?: Partial<Uncovered> } {
  return uncovers ? { uncovers } : {};
}

/** The cells of the larger area below and beside the smaller. */
function bandsAround(small: Area, large: Area): Area[] {
  const below = { ...large, row: small.row + small.rows, rows: large.rows - small.rows };
  const beside = { ...small, column: small.column + small.columns, columns: large.columns - small.columns };
  return [below, beside].filter((area) => area.rows > 0 && area.columns > 0);
}

/** The table has fewer rows (or columns) than it had. */
function lacks(name: string, size: "rows" | "columns", tables: TablePlaces, now: Inventory): boolean {
  const before = tables[name.toLowerCase()]?.before;
  const table = tableNamed(now, name);
  return before !== undefined && before !== null && table !== undefined && table.area[size] < before[size];
}

/** True when two readings of the same cells say the same of values, formulas, tables and names. */
export function isAsBefore(before: Snapshot, now: Snapshot): boolean {
  return JSON.stringify(essence(before)) === JSON.stringify(essence(now));
}

/** Without the empty cells at the ends: how far they were read depends on what else stands on the sheet. */
function essence(snapshot: Snapshot): unknown {
  return {
    names: snapshot.names,
    sheets: snapshot.sheets.map(({ name, visibility, tables, values, formulas }) => ({
      name,
      visibility,
      tables,
      cells: values.flatMap((row, r) =>
        row.flatMap((value, c) => {
          const content = formulas.get(r)?.get(c) ?? value;
          return content === null ? [] : [[r, c, content]];
        }),
      ),
    })),
  };
}
