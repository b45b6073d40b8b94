/**
 * What changed between two workbooks of ours: rows joined by their `Mã dòng`, else by what names them, else by what is most
 * alike; per table what was added, removed and changed. Only what people type is compared, not what is computed or ours.
 */
import { sameValue, type CellValue } from "../book";
import { fitsDong, fold, fromDong, toDong } from "../domain";
import {
  isEmptyCell,
  ROW_ID_HEADER,
  tables as structure,
  typedColumns,
  type ColumnSpec,
  type TableSpec,
  type TableView,
  type WorkbookTables,
} from "../layout";

export interface CellChange {
  readonly column: ColumnSpec;
  /** In the new workbook's units where both are amounts. */
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface RowChange {
  readonly kind: "added" | "removed" | "changed";
  readonly table: TableSpec;
  /** Data rows from 0; null where the workbook has no such row. */
  readonly oldRow: number | null;
  readonly newRow: number | null;
  /** Of an added or removed row, all cells that hold anything. */
  readonly cells: readonly CellChange[];
}

/** Every changed row, in the order of the sheets and of the new workbook's rows; removed rows follow their table. */
export function bookChanges(before: WorkbookTables, after: WorkbookTables): readonly RowChange[] {
  return structure
    .filter((table) => table.sheet !== "_so_mtqg")
    .flatMap((table) => tableChanges(table, before, after));
}

/** A table's rows as they are typed. */
interface Side {
  readonly view: TableView;
  readonly rows: readonly number[];
  readonly value: (row: number, column: ColumnSpec) => CellValue;
}

function tableChanges(table: TableSpec, before: WorkbookTables, after: WorkbookTables): RowChange[] {
  const columns = typedColumns(table);
  const [old, fresh] = [sideOf(table, before, after), sideOf(table, after, after)];
  const all = (side: Side, row: number, isNew: boolean): CellChange[] =>
    columns.flatMap((column): CellChange[] => {
      const value = side.value(row, column);
      if (isEmptyCell(value)) return [];
      return [isNew ? { column, before: null, after: value } : { column, before: value, after: null }];
    });
  const pairs = old && fresh ? pairRows(table, old, fresh) : new Map<number, number>();
  const inNew = (fresh?.rows ?? []).flatMap((newRow): RowChange[] => {
    const oldRow = pairs.get(newRow);
    if (oldRow === undefined)
      return [{ kind: "added", table, oldRow: null, newRow, cells: all(fresh!, newRow, true) }];
    const cells = columns.flatMap((column): CellChange[] => {
      const [was, is] = [old!.value(oldRow, column), fresh!.value(newRow, column)];
      return sameTyped(was, is) ? [] : [{ column, before: was, after: is }];
    });
    return cells.length === 0 ? [] : [{ kind: "changed", table, oldRow, newRow, cells }];
  });
  const paired = new Set(pairs.values());
  const gone = (old?.rows ?? []).flatMap((oldRow): RowChange[] =>
    paired.has(oldRow)
      ? []
      : [{ kind: "removed", table, oldRow, newRow: null, cells: all(old!, oldRow, false) }],
  );
  return [...inNew, ...gone];
}

function sideOf(table: TableSpec, tables: WorkbookTables, wanted: WorkbookTables): Side | null {
  const view = tables.table(table.name);
  if (!view) return null;
  const rows = Array.from({ length: view.rowCount }, (_unused, row) => row).filter(
    (row) => !view.isBlank(row),
  );
  return {
    view,
    rows,
    value: (row, column) => {
      const value = view.column(column.header)[row] ?? null;
      const unit = column.kind === "money" ? "unit" : column.kind === "detailMoney" ? "detailUnit" : null;
      if (unit === null || typeof value !== "number") return value;
      const [from, to] = [tables.parameters[unit], wanted.parameters[unit]];
      return from === to || !fitsDong(value, from) ? value : fromDong(toDong(value, from).dong, to);
    },
  };
}

function sameTyped(one: CellValue, other: CellValue): boolean {
  if (typeof one === "string" && typeof other === "string")
    return one.normalize("NFC") === other.normalize("NFC");
  return sameValue(one, other);
}

/** Old rows by new rows. */
function pairRows(table: TableSpec, old: Side, fresh: Side): Map<number, number> {
  const pairs = new Map<number, number>();
  const left = { old: new Set(old.rows), fresh: new Set(fresh.rows) };
  const join = (newRow: number, oldRow: number) => {
    pairs.set(newRow, oldRow);
    left.old.delete(oldRow);
    left.fresh.delete(newRow);
  };
  joinBy(left, (side, row) => idOf(side === "old" ? old : fresh, row), false, join);
  const key = keyColumns(table);
  const keyOf = (side: Side, row: number) =>
    key.map((column) => plain(side.value(row, column))).join("\u0000");
  joinBy(left, (side, row) => keyOf(side === "old" ? old : fresh, row), true, join);
  joinMostAlike(table, old, fresh, left, join);
  return pairs;
}

interface Left {
  readonly old: Set<number>;
  readonly fresh: Set<number>;
}

/**
 * Joins rows of one key; "" is no key. A key that stands several times joins rows in their order, or, where it ought to be
 * one row's alone (an id that was copied down with its row), joins none.
 */
function joinBy(
  left: Left,
  keyOf: (side: "old" | "fresh", row: number) => string,
  inOrder: boolean,
  join: (newRow: number, oldRow: number) => void,
): void {
  const group = (side: "old" | "fresh") => {
    const groups = new Map<string, number[]>();
    for (const row of left[side]) {
      const key = keyOf(side, row);
      if (key.replaceAll("\u0000", "") === "") continue;
      const rows = groups.get(key);
      if (rows) rows.push(row);
      else groups.set(key, [row]);
    }
    return groups;
  };
  const [olds, news] = [group("old"), group("fresh")];
  for (const [key, newRows] of news) {
    const oldRows = olds.get(key) ?? [];
    if (!inOrder && (oldRows.length !== 1 || newRows.length !== 1)) continue;
    newRows.slice(0, oldRows.length).forEach((newRow, index) => join(newRow, oldRows[index]!));
  }
}

function idOf(side: Side, row: number): string {
  return plain(side.view.column(ROW_ID_HEADER)[row] ?? null);
}

/** What names a row of the table: as the injection finds it again; of the lists that it fills once, the first columns. */
function keyColumns(table: TableSpec): readonly ColumnSpec[] {
  const headers =
    table.refill.by === "emptyTable"
      ? table.columns
          .filter((column) => column.kind !== "detailMoney")
          .slice(0, table.name === "tblDinhMuc" ? 5 : 1)
      : table.columns.filter((column) => (table.refill.by as readonly string[]).includes(column.header));
  return headers;
}

/** Beyond this the comparison of every row with every other would take minutes. */
const MOST_COMPARED = 1_000_000;
/** Rows that share fewer of their cells are two rows, not one that changed. */
const LEAST_ALIKE = 0.5;

/** What is left is joined by the greatest share of equal cells, the most alike first. */
function joinMostAlike(
  table: TableSpec,
  old: Side,
  fresh: Side,
  left: Left,
  join: (newRow: number, oldRow: number) => void,
): void {
  if (left.old.size * left.fresh.size > MOST_COMPARED) return;
  const columns = typedColumns(table);
  const cellsOf = (side: Side, row: number) => columns.map((column) => plain(side.value(row, column)));
  const olds = [...left.old].map((row) => ({ row, cells: cellsOf(old, row) }));
  const candidates = [...left.fresh].flatMap((newRow) => {
    const cells = cellsOf(fresh, newRow);
    return olds.flatMap((other) => {
      // Ids of their own say that they are two rows, however alike.
      if (idOf(old, other.row) !== "" && idOf(fresh, newRow) !== "") return [];
      const score = alikeness(cells, other.cells);
      return score >= LEAST_ALIKE ? [{ newRow, oldRow: other.row, score }] : [];
    });
  });
  for (const { newRow, oldRow } of candidates.sort((a, b) => b.score - a.score))
    if (left.fresh.has(newRow) && left.old.has(oldRow)) join(newRow, oldRow);
}

/** Equal cells over cells that hold anything in either row. */
function alikeness(one: readonly string[], other: readonly string[]): number {
  let filled = 0;
  let equal = 0;
  one.forEach((value, index) => {
    if (value === "" && other[index] === "") return;
    filled += 1;
    if (value === other[index]) equal += 1;
  });
  return filled === 0 ? 0 : equal / filled;
}

function plain(value: CellValue): string {
  return value === null || typeof value === "object" ? "" : fold(String(value));
}
