/**
 * The journal: what was done, and how it is undone. The inverse of an edit is itself an edit, computed here from a
 * reading taken before, so that both hosts undo in the same way; undoing is again entered and can be undone.
 */
import { areaAddress, type Area } from "./address";
import type { CellInput } from "./cells";
import { coveredPlaces, placedTables, uncoveredFormats, type CoveredPlace } from "./covered-formats";
import { uncovering } from "./covered-rules";
import {
  summarise,
  writtenArea,
  type Edit,
  type EditSummary,
  type Expectation,
  type Operation,
} from "./edit";
import { leaves } from "./expectations";
import { madeSheets, sheetOf } from "./made-sheets";
import { undoOfRepeating } from "./row-undo";
import { followedSheets, SheetImages } from "./sheet-images";
import { dataArea, findSheet, findTable, valueAt, type ReadRequest, type Snapshot } from "./snapshot";

export interface JournalEntry {
  readonly id: string;
  /** ISO time. */
  readonly at: string;
  readonly task: string;
  readonly summary: EditSummary;
  /** Applying it takes the edit back; it expects what the edit left. */
  readonly undo: Edit;
}

/** What must be read before an edit is applied, so that it can be inverted and its expectations checked. */
export function readingFor(edit: Edit): ReadRequest {
  const sheets = new Set<string>();
  const designs = new Set<string>();
  const made = madeSheets(edit);
  for (const operation of edit.operations) {
    if (operation.kind === "writeCells" || operation.kind === "copySheet") sheets.add(operation.sheet);
    if (operation.kind === "addTable") sheets.add(operation.sheet);
    if (operation.kind === "rewriteSheet") designs.add(operation.design.name);
    const undoneWhole = operation.kind === "deleteSheet" || operation.kind === "repeatRows";
    if (undoneWhole && !made.has(operation.sheet.toLowerCase())) designs.add(operation.sheet);
  }
  for (const expectation of edit.expects ?? []) sheets.add(expectation.sheet);
  // Table operations name no sheet, and formulas anywhere follow rows: the whole is read, values included.
  const everywhere = edit.operations.some(
    (operation) =>
      ("table" in operation && operation.kind !== "addTable") ||
      (operation.kind === "repeatRows" && !made.has(operation.sheet.toLowerCase())),
  );
  return {
    ...(everywhere ? {} : { sheets: [...sheets] }),
    formulas: true,
    numberFormats: true,
    designs: [...designs],
  };
}

/**
 * The edit that takes `edit` back, given the workbook as it was `before`.
 * Works operation by operation, last first; each is judged against the state before the whole edit, which holds because
 * an edit never touches one place twice.
 */
export function invert(edit: Edit, before: Snapshot): Edit {
  const expects: Expectation[] = [];
  const images = new SheetImages(edit, before);
  for (const operation of [...edit.operations].reverse()) {
    const sheet = sheetOf(operation);
    const left = sheet !== null && images.follows(sheet) ? null : leaves(operation, before);
    if (left) expects.push(left);
  }
  const operations = inPlace(inverseOperations(edit, before));
  return { task: "undo", operations, expects: [...expects, ...images.expectations()] };
}

/**
 * The operations that take `edit` back, last first.
 * @param known the inverse of an operation where the caller knows it; null leaves it to the book
 */
export function inverseOperations(
  edit: Edit,
  before: Snapshot,
  known: (operation: Operation) => readonly Operation[] | null = () => null,
): Operation[] {
  const operations: Operation[] = [];
  const undone = sheetsUndoneWhole(edit);
  const covered = coveredPlaces(edit.operations, placedTables(before));
  for (const operation of [...edit.operations].reverse()) {
    const sheet = sheetOf(operation);
    if (sheet !== null && undone.has(sheet.toLowerCase())) continue;
    operations.push(...(known(operation) ?? inverse(operation, before, covered.get(operation))));
  }
  for (const inverseOf of undone.values()) operations.push(...inverseOf(before));
  return operations;
}

/** Sheets that are copied or laid out again, or made and then changed: one inverse stands for all that was done to them. */
function sheetsUndoneWhole(edit: Edit): ReadonlyMap<string, (before: Snapshot) => Operation[]> {
  const made = madeSheets(edit);
  const found = new Map<string, (before: Snapshot) => Operation[]>();
  for (const name of followedSheets(edit)) {
    const own = edit.operations.filter((operation) => sheetOf(operation)?.toLowerCase() === name);
    const sheet = sheetOf(own[0]!)!;
    const goes = own.at(-1)!.kind === "deleteSheet";
    const [last] = own.slice(-1);
    if (made.has(name)) found.set(name, () => (goes ? [] : [{ kind: "deleteSheet", sheet }]));
    else if (goes) found.set(name, (before) => inverse(last!, before));
    else if (own.some((operation) => operation.kind === "repeatRows"))
      found.set(name, (before) => undoOfRepeating(sheet, edit, before));
  }
  return found;
}

/** Sheets that come back take their places from the left, or one would push another out of its own. */
function inPlace(operations: readonly Operation[]): Operation[] {
  const returning = operations.filter((operation) => operation.kind === "createSheet");
  const others = operations.filter((operation) => operation.kind !== "createSheet");
  returning.sort((a, b) => (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER));
  return [...returning, ...others];
}

/** @param covered the cells that the operation covers, if any */
function inverse(operation: Operation, before: Snapshot, covered?: CoveredPlace): Operation[] {
  switch (operation.kind) {
    case "createSheet":
      return [{ kind: "deleteSheet", sheet: operation.design.name }];
    case "copySheet":
      return [{ kind: "deleteSheet", sheet: operation.name }];
    case "repeatRows":
      return undoOfRepeating(operation.sheet, { task: "", operations: [operation] }, before);
    case "rewriteSheet": {
      const design = before.designs.get(operation.design.name);
      if (!design) throw new Error(`no reading of sheet ${operation.design.name} to put back`);
      return [{ kind: "rewriteSheet", design }];
    }
    case "deleteSheet": {
      const design = before.designs.get(operation.sheet);
      if (!design) throw new Error(`no reading of sheet ${operation.sheet} to put back`);
      const position = before.sheets.findIndex((sheet) => sheet.name === design.name);
      return [{ kind: "createSheet", design, position }];
    }
    case "writeCells":
      return [cellsAsTheyWere(operation, before)];
    case "appendRows": {
      const { formats } = uncoveredFormats(covered, before);
      const uncovers = formats ? { uncovers: { formats } } : {};
      return [{ kind: "removeLastRows", table: operation.table, count: operation.rows.length, ...uncovers }];
    }
    case "removeLastRows": {
      const place = findTable(before, operation.table);
      if (!place) return [];
      const area = dataArea(place.table);
      const rows = imageOf(before, place.sheet.name, {
        ...area,
        row: area.row + area.rows - operation.count,
        rows: operation.count,
      });
      return [{ kind: "appendRows", table: operation.table, rows }];
    }
    case "addColumns":
      return [
        {
          kind: "removeLastColumns",
          table: operation.table,
          count: operation.columns.length,
          ...uncovering(operation, before, covered),
        },
      ];
    case "addTable":
      return [
        { kind: "removeTable", table: operation.table.name, ...uncovering(operation, before, covered) },
      ];
    case "removeLastColumns":
    case "removeTable":
      // Only ever part of an undo, which is applied with its inverse given (the edit it took back).
      return [];
    case "defineName": {
      const old = before.names.find(
        (name) => name.sheet === null && name.name.toLowerCase() === operation.name.toLowerCase(),
      );
      return [{ kind: "defineName", name: operation.name, refersTo: old?.refersTo ?? null }];
    }
  }
}

function cellsAsTheyWere(operation: Extract<Operation, { kind: "writeCells" }>, before: Snapshot): Operation {
  const sheet = findSheet(before, operation.sheet);
  const cells = imageOf(before, operation.sheet, writtenArea(operation));
  const numberFormats = operation.numberFormats?.map((row, r) =>
    row.map((format, c) =>
      format === null ? null : (sheet?.numberFormat?.(operation.row + r, operation.column + c) ?? "General"),
    ),
  );
  return {
    kind: "writeCells",
    sheet: operation.sheet,
    row: operation.row,
    column: operation.column,
    cells: cells.map((row, r) => row.slice(0, operation.cells[r]!.length)),
    ...(numberFormats ? { numberFormats } : {}),
  };
}

/** What stands in an area: formulas where there are any, else values. */
function imageOf(snapshot: Snapshot, sheetName: string, area: Area): CellInput[][] {
  const sheet = findSheet(snapshot, sheetName);
  if (!sheet) throw new Error(`no reading of ${sheetName}!${areaAddress(area)} to put back`);
  return Array.from({ length: area.rows }, (_r, r) =>
    Array.from({ length: area.columns }, (_c, c) => {
      const value = valueAt(sheet, area.row + r, area.column + c);
      const formula = sheet.formulas.get(area.row + r)?.get(area.column + c);
      return formula === undefined ? value : { formula, value };
    }),
  );
}

/** Builds the entry of an edit that has just been applied; `inverse` is given where the edit is itself an undo. */
export function journalEntry(
  id: string,
  at: string,
  edit: Edit,
  before: Snapshot,
  inverse?: Edit,
): JournalEntry {
  return { id, at, task: edit.task, summary: summarise(edit), undo: inverse ?? invert(edit, before) };
}
