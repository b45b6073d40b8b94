/**
 * Why an edit cannot be applied, foreseen from a reading: Excel itself would stop half-way. Operations are judged in their
 * order, each with what those before it have made or taken away.
 */
import {
  areasOverlap,
  cellAddress,
  isCellFormula,
  mergesAfter,
  RowLayout,
  sheetRows,
  valueAt,
  type Area,
  type Edit,
  type Operation,
  type Refusal,
  type SheetDesign,
  type SheetSnapshot,
} from "../../book";
import { sheetNamed, type Inventory } from "./inventory";
import type { Reading } from "./reading";
import { columnsBeside, rowsBelow, TableShapes, type TableShape } from "./table-shapes";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** The first reason to refuse; null when nothing stands in the way. */
export function foreseenRefusal(edit: Edit, reading: Reading): Refusal | null {
  const foresight = new Foresight(reading);
  for (const operation of edit.operations) {
    const refusal = foresight.judge(operation);
    if (refusal) return refusal;
    foresight.apply(operation);
  }
  return null;
}

class Foresight {
  private readonly inventory: Inventory;
  /** Names of sheets and defined names, as they will stand; lower case. */
  private readonly sheets: Set<string>;
  private readonly names: Set<string>;
  private readonly tables: TableShapes;
  /** The sheet that a copy was made from, and merged cells where they are not as they were read; by lower-case name. */
  private readonly origins = new Map<string, string>();
  private readonly merges = new Map<string, readonly Area[]>();

  constructor(private readonly reading: Reading) {
    this.inventory = reading.inventory;
    this.sheets = new Set(this.inventory.sheets.map((sheet) => sheet.name.toLowerCase()));
    this.tables = new TableShapes(this.inventory.tables);
    this.names = new Set(this.inventory.names.map((name) => name.name.toLowerCase()));
  }

  /** What the operation makes of sheets and tables. */
  apply(operation: Operation): void {
    this.tables.apply(operation);
    if (operation.kind === "createSheet") this.sheets.add(operation.design.name.toLowerCase());
    if (operation.kind === "copySheet") {
      this.sheets.add(operation.name.toLowerCase());
      this.origins.set(operation.name.toLowerCase(), this.originOf(operation.sheet));
      this.merges.set(operation.name.toLowerCase(), this.mergesOf(operation.sheet));
    }
    if (operation.kind === "repeatRows") {
      const merges = mergesAfter(new RowLayout(operation.bands), this.mergesOf(operation.sheet));
      this.merges.set(operation.sheet.toLowerCase(), merges);
    }
    if (operation.kind === "deleteSheet") this.sheets.delete(operation.sheet.toLowerCase());
  }

  judge(operation: Operation): Refusal | null {
    switch (operation.kind) {
      case "createSheet":
        return this.createSheet(operation.design);
      case "rewriteSheet":
        return this.rewriteSheet(operation.design);
      case "deleteSheet":
        return this.deleteSheet(operation.sheet);
      case "writeCells":
        return this.writeCells(operation);
      case "appendRows":
        return this.grow(operation.table, (table) => rowsBelow(table, operation.rows.length));
      case "addColumns":
        return this.grow(operation.table, (table) => columnsBeside(table, operation.columns.length));
      case "removeLastRows":
      case "removeLastColumns":
        return this.changeTable(operation.table).refusal;
      case "removeTable":
        return this.removeTable(operation.table);
      case "addTable":
        return this.addTable(operation);
      case "copySheet":
        return this.copySheet(operation);
      case "repeatRows":
        return this.repeatRows(operation);
      case "defineName":
        return null;
    }
  }

  private createSheet(design: SheetDesign): Refusal | null {
    const name = design.name.toLowerCase();
    if (!isSheetName(design.name)) return { kind: "invalidSheetName", sheet: design.name };
    if (this.sheets.has(name)) return { kind: "sheetExists", sheet: design.name };
    if (this.inventory.structureProtected) return { kind: "protectedStructure" };
    return this.takenTableName(design, []);
  }

  /** @param own tables that go with the sheet's old content */
  private takenTableName(design: SheetDesign, own: readonly TableShape[]): Refusal | null {
    const coming = new Set<string>();
    for (const { name } of design.tables ?? []) {
      const known = this.tables.find(name);
      const taken =
        (known && !own.includes(known)) ||
        coming.has(name.toLowerCase()) ||
        this.names.has(name.toLowerCase());
      if (taken) return { kind: "tableExists", table: name };
      coming.add(name.toLowerCase());
    }
    return null;
  }

  private rewriteSheet(design: SheetDesign): Refusal | null {
    return this.sheetRefusal(design.name) ?? this.takenTableName(design, this.tables.on(design.name));
  }

  private deleteSheet(name: string): Refusal | null {
    return (
      this.sheetRefusal(name) ?? (this.inventory.structureProtected ? { kind: "protectedStructure" } : null)
    );
  }

  /** A sheet that is missing or protected. */
  private sheetRefusal(name: string): Refusal | null {
    if (!this.sheets.has(name.toLowerCase())) return { kind: "sheetMissing", sheet: name };
    const entry = sheetNamed(this.inventory, this.originOf(name));
    return entry?.protected ? { kind: "protectedSheet", sheet: entry.name } : null;
  }

  private cellRefusal(name: string): Refusal | null {
    const refusal = this.sheetRefusal(name);
    if (refusal) return refusal;
    const entry = sheetNamed(this.inventory, this.originOf(name));
    return entry?.filtered ? { kind: "filteredSheet", sheet: entry.name } : null;
  }

  private snapshot(name: string): SheetSnapshot | undefined {
    const wanted = name.toLowerCase();
    return this.reading.snapshot.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  private writeCells(operation: Of<"writeCells">): Refusal | null {
    const refusal = this.cellRefusal(operation.sheet);
    if (refusal) return refusal;
    for (const merge of this.mergesOf(operation.sheet)) {
      const cell = coveredCell(merge, operation);
      const sheet = this.snapshot(operation.sheet)?.name ?? operation.sheet;
      if (cell) return { kind: "mergedCells", sheet, cell };
    }
    return null;
  }

  private originOf(name: string): string {
    return this.origins.get(name.toLowerCase()) ?? name;
  }

  private mergesOf(name: string): readonly Area[] {
    return this.merges.get(name.toLowerCase()) ?? this.snapshot(name)?.merges ?? [];
  }

  private copySheet({ sheet, name }: Of<"copySheet">): Refusal | null {
    if (!this.sheets.has(sheet.toLowerCase())) return { kind: "sheetMissing", sheet };
    if (!isSheetName(name)) return { kind: "invalidSheetName", sheet: name };
    if (this.sheets.has(name.toLowerCase())) return { kind: "sheetExists", sheet: name };
    return this.inventory.structureProtected ? { kind: "protectedStructure" } : null;
  }

  private repeatRows({ sheet, bands }: Of<"repeatRows">): Refusal | null {
    const refusal = this.cellRefusal(sheet);
    if (refusal) return refusal;
    const layout = new RowLayout(bands);
    const table = this.tables
      .on(sheet)
      .find(({ area }) => layout.bandOverlaps(area.row, area.row + area.rows - 1));
    if (table) {
      const cell = cellAddress(table.area.row, table.area.column);
      return { kind: "rowsNotRepeatable", sheet, cell, thing: "table" };
    }
    const used = this.snapshot(this.originOf(sheet))?.values.length ?? 0;
    return used + layout.growth > sheetRows
      ? { kind: "rowsNotRepeatable", sheet, cell: cellAddress(used - 1, 0), thing: "sheetEnd" }
      : null;
  }

  private changeTable(name: string): { readonly refusal: Refusal | null; readonly table?: TableShape } {
    const table = this.tables.find(name);
    if (!table) return { refusal: { kind: "tableMissing", table: name } };
    if (table.hasTotalsRow) return { refusal: { kind: "tableHasTotals", table: table.name } };
    return { refusal: this.cellRefusal(table.sheet), table };
  }

  private grow(name: string, areaOf: (table: TableShape) => Area): Refusal | null {
    const { refusal, table } = this.changeTable(name);
    if (refusal || !table) return refusal;
    return this.occupied(table.sheet, areaOf(table));
  }

  private removeTable(name: string): Refusal | null {
    const table = this.tables.find(name);
    return table ? this.cellRefusal(table.sheet) : { kind: "tableMissing", table: name };
  }

  private addTable(operation: Of<"addTable">): Refusal | null {
    const refusal = this.cellRefusal(operation.sheet);
    if (refusal) return refusal;
    const { name, area } = operation.table;
    if (this.tables.find(name) || this.names.has(name.toLowerCase()))
      return { kind: "tableExists", table: name };
    return this.occupied(operation.sheet, area);
  }

  /** Cells with content, other tables and merged cells leave no room. */
  private occupied(name: string, area: Area): Refusal | null {
    const sheet = this.snapshot(name);
    if (!sheet) return null;
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        if (valueAt(sheet, row, column) === null && sheet.formulas.get(row)?.has(column) !== true) continue;
        return { kind: "occupied", sheet: sheet.name, cell: cellAddress(row, column) };
      }
    }
    const table = this.tables.on(name).find((one) => areasOverlap(one.area, area));
    if (table) return { kind: "occupied", sheet: sheet.name, cell: firstCommonCell(table.area, area) };
    const merge = sheet.merges.find((one) => areasOverlap(one, area));
    return merge ? { kind: "mergedCells", sheet: sheet.name, cell: firstCommonCell(merge, area) } : null;
  }
}

function firstCommonCell(a: Area, b: Area): string {
  return cellAddress(Math.max(a.row, b.row), Math.max(a.column, b.column));
}

/** The first cell of a merge, other than its first, into which something would be written; null: none. */
function coveredCell(merge: Area, operation: Of<"writeCells">): string | null {
  for (const [r, line] of operation.cells.entries()) {
    for (const [c, content] of line.entries()) {
      const row = operation.row + r;
      const column = operation.column + c;
      const inside = areasOverlap(merge, { row, column, rows: 1, columns: 1 });
      const first = row === merge.row && column === merge.column;
      const empty = content === null || content === "";
      if (inside && !first && (isCellFormula(content) || !empty)) return cellAddress(row, column);
    }
  }
  return null;
}

/** Excel's rules for the names of sheets. */
function isSheetName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 31 &&
    !/[:\\/?*[\]]/.test(name) &&
    !/^'|'$/.test(name) &&
    name.toLowerCase() !== "history"
  );
}
