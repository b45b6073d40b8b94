/**
 * Where tables stand while an edit goes on: each operation finds them as those before it have left them. Names are compared
 * without case.
 */
import { areaAfter, RowLayout, type Area, type TableDesign } from "../../book";
import type { HostOperation } from "./host-operations";
import type { TableEntry } from "./inventory";

export type TableShape = Pick<TableEntry, "name" | "sheet" | "area" | "hasHeaderRow" | "hasTotalsRow">;

export class TableShapes {
  private readonly byName = new Map<string, TableShape>();

  constructor(tables: readonly TableShape[]) {
    for (const table of tables) this.put(table);
  }

  find(name: string): TableShape | undefined {
    return this.byName.get(name.toLowerCase());
  }

  require(name: string): TableShape {
    const table = this.find(name);
    if (!table) throw new Error(`no table ${name}`);
    return table;
  }

  on(sheet: string): TableShape[] {
    return [...this.byName.values()].filter((table) => table.sheet.toLowerCase() === sheet.toLowerCase());
  }

  /** What the operation makes of the tables. */
  apply(operation: HostOperation): void {
    switch (operation.kind) {
      case "createSheet":
        return this.putDesigned(operation.design.name, operation.design.tables ?? []);
      case "rewriteSheet":
        this.forget(operation.design.name);
        return this.putDesigned(operation.design.name, operation.design.tables ?? []);
      case "deleteSheet":
        return this.forget(operation.sheet);
      case "repeatRows": {
        const layout = new RowLayout(operation.bands);
        for (const table of this.on(operation.sheet))
          this.put({ ...table, area: areaAfter(layout, table.area) ?? table.area });
        return;
      }
      case "addTable":
        return this.putDesigned(operation.sheet, [operation.table]);
      case "removeTable":
        this.byName.delete(operation.table.toLowerCase());
        return;
      case "appendRows":
        return this.resize(operation.table, (table) => ({
          ...table.area,
          rows: table.area.rows + operation.rows.length,
        }));
      case "removeLastRows":
        return this.resize(operation.table, (table) => withoutLastRows(table, operation.count));
      case "addColumns":
        return this.resize(operation.table, ({ area }) => ({
          ...area,
          columns: area.columns + operation.columns.length,
        }));
      case "removeLastColumns":
        return this.resize(operation.table, (table) => withoutLastColumns(table, operation.count));
      case "resizeTable":
        return this.resize(operation.table, () => operation.area);
      default:
        return;
    }
  }

  private put(table: TableShape): void {
    this.byName.set(table.name.toLowerCase(), table);
  }

  private putDesigned(sheet: string, designs: readonly TableDesign[]): void {
    for (const { name, area } of designs)
      this.put({ name, sheet, area, hasHeaderRow: true, hasTotalsRow: false });
  }

  private forget(sheet: string): void {
    for (const table of this.on(sheet)) this.byName.delete(table.name.toLowerCase());
  }

  private resize(name: string, area: (table: TableShape) => Area): void {
    const table = this.find(name);
    if (table) this.put({ ...table, area: area(table) });
  }
}

/** The last row of a table before its totals row. */
export function lastDataRow(table: Pick<TableShape, "area" | "hasTotalsRow">): number {
  return table.area.row + table.area.rows - 1 - (table.hasTotalsRow ? 1 : 0);
}

/** The cells below a table that rows would take. */
export function rowsBelow(table: Pick<TableShape, "area" | "hasTotalsRow">, count: number): Area {
  return { ...table.area, row: lastDataRow(table) + 1, rows: count };
}

/** The cells that columns at the right end would take, header row included. */
export function columnsBeside(table: Pick<TableShape, "area">, count: number): Area {
  return { ...table.area, column: table.area.column + table.area.columns, columns: count };
}

/** The cells of a table's last columns, header row included; one column stays. */
export function lastColumns(table: TableShape, count: number): Area {
  const columns = Math.min(count, table.area.columns - 1);
  return { ...table.area, column: table.area.column + table.area.columns - columns, columns };
}

export function withoutLastColumns(table: TableShape, count: number): Area {
  return { ...table.area, columns: table.area.columns - lastColumns(table, count).columns };
}

/** The cells of a table's last data rows, at most all of them. */
export function lastRows(table: TableShape, count: number): Area {
  const data = lastDataRow(table) + 1 - table.area.row - (table.hasHeaderRow ? 1 : 0);
  const rows = Math.min(count, data);
  return { ...table.area, row: lastDataRow(table) + 1 - rows, rows };
}

/** A table keeps at least one data row. */
export function withoutLastRows(table: TableShape, count: number): Area {
  const least = (table.hasHeaderRow ? 1 : 0) + 1;
  return { ...table.area, rows: Math.max(least, table.area.rows - count) };
}
