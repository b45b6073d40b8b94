/** Where in a workbook an edit may change something: told from the edit alone, so that its work can be checked. */
import { writtenArea, type Area, type Edit, type Operation, type RowBand } from "../../book";
import type { ZipPackage } from "./package";
import { tablesOf } from "./tables";
import { sheetNamed, workbookOf, type Workbook } from "./workbook-part";

export interface EditPlaces {
  /** Areas of cells that may change, by the part of a sheet that was there before. */
  readonly areas: ReadonlyMap<string, readonly Area[]>;
  /** The parts of sheets that are written anew or taken away. */
  readonly replaced: ReadonlySet<string>;
  /** The parts of sheets from which something is taken that stood around the cells: rules, links, tables. */
  readonly reduced: ReadonlySet<string>;
  /** Sheets or tables go: formulas that name them may lose them, wherever they stand. */
  readonly breaksReferences: boolean;
  /** Rows change their places: what looks at them from elsewhere, pivot tables too, follows them. */
  readonly followsRows: boolean;
  /** The parts of sheets that nothing else was done to than to repeat these rows, once, and to write cells afterwards. */
  readonly repeated: ReadonlyMap<string, readonly RowBand[]>;
}

interface KnownTable {
  /** null on a sheet that the edit makes. */
  readonly part: string | null;
  area: Area;
}

export function placesOf(before: ZipPackage, edit: Edit): EditPlaces {
  const walk = new Walk(before);
  edit.operations.forEach((operation) => walk.take(operation));
  return walk;
}

/** Goes through the operations in order: tables that grow or shrink do so before the next one looks at them. */
class Walk implements EditPlaces {
  readonly areas = new Map<string, Area[]>();
  readonly replaced = new Set<string>();
  readonly reduced = new Set<string>();
  breaksReferences = false;
  followsRows = false;
  readonly repeated = new Map<string, readonly RowBand[]>();
  readonly #workbook: Workbook;
  readonly #tables = new Map<string, KnownTable>();

  constructor(before: ZipPackage) {
    this.#workbook = workbookOf(before);
    for (const { table, sheet, area } of tablesOf(before, this.#workbook.sheets)) {
      this.#tables.set(table.toLowerCase(), { part: sheet.part, area });
    }
  }

  take(operation: Operation): void {
    switch (operation.kind) {
      case "createSheet":
        return this.#learn(null, operation.design.tables ?? []);
      case "rewriteSheet":
        return this.#replace(operation.design.name, operation.design.tables ?? []);
      case "deleteSheet":
        return this.#replace(operation.sheet, []);
      case "writeCells":
        return this.#mark(this.#partOf(operation.sheet), writtenArea(operation));
      case "addTable":
        return this.#addTable(operation);
      case "repeatRows":
        return this.#repeatRows(operation);
      case "copySheet":
      case "defineName":
        return;
      default:
        return this.#changeTable(operation);
    }
  }

  #partOf(sheet: string): string | null {
    return sheetNamed(this.#workbook, sheet)?.part ?? null;
  }

  #mark(part: string | null, ...areas: Area[]): void {
    if (part !== null) this.areas.set(part, [...(this.areas.get(part) ?? []), ...areas]);
  }

  #learn(part: string | null, tables: readonly { readonly name: string; readonly area: Area }[]): void {
    for (const { name, area } of tables) this.#tables.set(name.toLowerCase(), { part, area });
  }

  #replace(sheet: string, tables: readonly { readonly name: string; readonly area: Area }[]): void {
    const part = this.#partOf(sheet);
    this.breaksReferences = true;
    if (part !== null) {
      this.replaced.add(part);
      this.repeated.delete(part);
    }
    this.#learn(part, tables);
  }

  #repeatRows({ sheet, bands }: Extract<Operation, { kind: "repeatRows" }>): void {
    const part = this.#partOf(sheet);
    const untouched = part !== null && !this.areas.has(part) && !this.replaced.has(part);
    this.#replace(sheet, []);
    this.followsRows = true;
    if (untouched) this.repeated.set(part, bands);
  }

  #addTable({ sheet, table, cells }: Extract<Operation, { kind: "addTable" }>): void {
    const part = this.#partOf(sheet);
    if (part !== null) this.repeated.delete(part);
    this.#mark(part, table.area, ...cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })));
    this.#learn(part, [table]);
  }

  #changeTable(operation: TableChange): void {
    const known = this.#tables.get(operation.table.toLowerCase());
    if (!known) throw new Error(`no table ${operation.table}`);
    const { area, part } = known;
    if (part !== null) this.repeated.delete(part);
    switch (operation.kind) {
      case "appendRows": {
        const rows = operation.rows.length;
        this.#mark(part, { ...area, row: area.row + area.rows, rows });
        known.area = { ...area, rows: area.rows + rows };
        return;
      }
      case "removeLastRows":
        this.#mark(part, { ...area, row: area.row + area.rows - operation.count, rows: operation.count });
        known.area = { ...area, rows: Math.max(area.rows - operation.count, 2) };
        break;
      case "addColumns": {
        const columns = operation.columns.length;
        const cells = operation.cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
        this.#mark(part, { ...area, column: area.column + area.columns, columns }, ...cells);
        known.area = { ...area, columns: area.columns + columns };
        return;
      }
      case "removeLastColumns": {
        const columns = area.columns - operation.count;
        this.#mark(part, { ...area, column: area.column + columns, columns: operation.count });
        known.area = { ...area, columns };
        this.breaksReferences = true;
        break;
      }
      case "removeTable":
        this.#mark(part, area);
        this.breaksReferences = true;
    }
    if (part !== null) this.reduced.add(part);
  }
}

type TableChange = Extract<
  Operation,
  { kind: "appendRows" | "removeLastRows" | "addColumns" | "removeLastColumns" | "removeTable" }
>;
