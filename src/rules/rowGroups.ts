/** Rows with data by the texts of some columns, kept up to date while cells change. */
import type { CheckedTable } from "./checkedTable";
import type { RowGroups } from "./rule";

export class GroupIndex implements RowGroups {
  private groups: Map<string, number[]> | null = null;
  /** By row; undefined for a row that is in no group. Filled when the first row changes. */
  private keys: (string | undefined)[] | null = null;
  private readonly columns;

  constructor(
    readonly table: CheckedTable,
    readonly headers: readonly string[],
  ) {
    this.columns = headers.map((header) => table.texts(header));
  }

  /** Makes the groups before rows change; afterwards it would be too late to know where a row was. */
  prepare(): void {
    this.known();
  }

  /** Made when somebody first asks. */
  get byKey(): Map<string, number[]> {
    this.groups ??= this.group();
    return this.groups;
  }

  private group(): Map<string, number[]> {
    const { columns, table } = this;
    const byKey = new Map<string, number[]>();
    const { ids, firstRows } = table.combinations(this.headers);
    const byId = rowsById(table.rows, ids, firstRows.length);
    firstRows.forEach((row, id) => {
      if (columns[0]!.codes[row]! >= 0) byKey.set(this.keyFromCells(row), byId[id]!);
    });
    return byKey;
  }

  /** The group that a row is in. */
  keyOf(row: number): string | undefined {
    return this.known()[row];
  }

  /** Looks at a changed row again. The groups it left and joined; none where it stays. */
  update(row: number): string[] {
    const keys = this.known();
    const before = keys[row];
    const belongs = this.table.isActive(row) && this.columns[0]!.codes[row]! >= 0;
    const after = belongs ? this.keyFromCells(row) : undefined;
    if (before === after) return [];
    keys[row] = after;
    if (before !== undefined) this.take(before, row);
    if (after !== undefined) this.put(after, row);
    return [before, after].filter((key) => key !== undefined);
  }

  private keyFromCells(row: number): string {
    return groupKey(...this.columns.map((column) => column.keyAt(row)));
  }

  private known(): (string | undefined)[] {
    if (this.keys === null) {
      this.keys = new Array<string | undefined>(this.table.capacity).fill(undefined);
      for (const [key, rows] of this.byKey) for (const row of rows) this.keys[row] = key;
    }
    return this.keys;
  }

  private take(key: string, row: number): void {
    const rows = this.byKey.get(key)!;
    rows.splice(rows.indexOf(row), 1);
    if (rows.length === 0) this.byKey.delete(key);
  }

  private put(key: string, row: number): void {
    const rows = this.byKey.get(key);
    if (rows) putInOrder(rows, row, this.table);
    else this.byKey.set(key, [row]);
  }
}

function rowsById(rows: readonly number[], ids: Int32Array, count: number): number[][] {
  const sizes = new Int32Array(count);
  for (let index = 0; index < rows.length; index += 1) sizes[ids[rows[index]!]!]! += 1;
  const byId = Array.from(sizes, (size) => new Array<number>(size));
  sizes.fill(0);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const id = ids[row]!;
    byId[id]![sizes[id]!] = row;
    sizes[id]! += 1;
  }
  return byId;
}

/** Puts a row among others that stand in the order of the sheet. */
export function putInOrder(rows: number[], row: number, table: CheckedTable): void {
  let [low, high] = [0, rows.length];
  const place = table.placeOf(row);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.placeOf(rows[middle]!) < place) low = middle + 1;
    else high = middle;
  }
  rows.splice(low, 0, row);
}

/** The key of a group, from the keys of its columns' texts. */
export function groupKey(...keys: readonly string[]): string {
  return keys.join("\n");
}
