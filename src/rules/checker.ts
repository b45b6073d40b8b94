/**
 * The rules over a workbook that is being worked on. A change is looked at by the checks that read what it touched, for the
 * rows and groups it touched, and by nothing else; what stands afterwards is what a whole run would say.
 */
import type { CellValue } from "../book";
import { parametersOf, viewOfRows, type TableView, type WorkbookTables } from "../layout";
import { catalogue, type RuleCode } from "./catalogue";
import { CheckContext } from "./context";
import { NAME_HEADER, readHouseholds } from "./household/households";
import { readIdentities } from "./identity/identities";
import { LiveTable, type RowCells } from "./liveTable";
import { locate, type Located } from "./located";
import { LiveRule, type Touched } from "./liveRule";
import type { Flaw } from "./rule";
import { sortLocated, type RunOptions } from "./runner";
import { pageTurns } from "./turns";

/** Rows are counted from 0 as they stand when the change happens. */
export type TableChange =
  | { readonly kind: "cells"; readonly table: string; readonly cells: readonly ChangedValue[] }
  | {
      readonly kind: "insert";
      readonly table: string;
      readonly at: number;
      readonly rows: readonly RowCells[];
    }
  | { readonly kind: "delete"; readonly table: string; readonly at: number; readonly count: number }
  /** `order[row]` is the row that comes to stand there. */
  | { readonly kind: "sort"; readonly table: string; readonly order: readonly number[] };

export interface ChangedValue {
  readonly row: number;
  readonly header: string;
  readonly value: CellValue;
}

/** What a change did to the findings; those that only moved with their row are in neither. */
export interface ChangedFindings {
  readonly added: readonly Located<RuleCode>[];
  readonly removed: readonly Located<RuleCode>[];
}

export interface Checker {
  /** All findings, in the order of sheets, rows and columns. */
  readonly findings: () => Located<RuleCode>[];
  readonly apply: (change: TableChange) => ChangedFindings;
  /** Data rows of a table now. */
  readonly rowCount: (table: string) => number;
  /** The tables as they stand now. */
  readonly tables: () => WorkbookTables;
}

/** Runs every rule once and keeps what it needs to follow changes. */
export function openChecker(tables: WorkbookTables, options: RunOptions = {}): Checker {
  const checker = new OpenChecker(tables, options);
  checker.open(tables);
  return facadeOf(checker);
}

function facadeOf(checker: OpenChecker): Checker {
  return {
    findings: () => checker.findings(),
    apply: (change) => checker.apply(change),
    rowCount: (table) => checker.table(table).rowCount,
    tables: () => checker.now(),
  };
}

/** The same, giving way to the page between rules; for where no worker is to be had. */
export async function openCheckerInTurns(tables: WorkbookTables, options: RunOptions = {}): Promise<Checker> {
  const checker = new OpenChecker(tables, options);
  const giveWay = pageTurns();
  for (const _rule of checker.opening(tables)) await giveWay();
  return facadeOf(checker);
}

/** Staff's settings change how everything is read. */
const PARAMETERS = "tblThamSo";
/** Room for new rows: so many, and a share of those there are. */
const SPARE_ROWS = 256;
const SPARE_SHARE = 8;
const MOST_ROWS = 2 ** 20;

class OpenChecker {
  private context!: CheckContext;
  private rules!: LiveRule[];
  private located = new WeakMap<Flaw, Located>();

  constructor(
    private tablesRead: WorkbookTables,
    private readonly options: RunOptions,
  ) {}

  table(name: string): LiveTable {
    const table = this.context.table(name);
    if (!(table instanceof LiveTable)) throw new Error(`no table ${name} under check`);
    return table;
  }

  findings(): Located<RuleCode>[] {
    const found: Located[] = [];
    for (const rule of this.rules) for (const flaw of rule.flaws()) this.push(rule, flaw, found);
    return sortLocated(found, this.context) as Located<RuleCode>[];
  }

  apply(change: TableChange): ChangedFindings {
    const table = this.table(change.table);
    if (change.table === PARAMETERS || (change.kind === "insert" && change.rows.length > table.room)) {
      return this.applyAnew(change, table);
    }
    switch (change.kind) {
      case "cells":
        return this.edit(table, byRow(change.cells, table));
      case "insert": {
        const rows = table.insert(change.at, change.rows.length);
        this.located = new WeakMap();
        return this.edit(table, new Map(rows.map((row, index) => [row, change.rows[index]!])));
      }
      case "delete": {
        const rows = Array.from({ length: change.count }, (_unused, index) => table.rowAt(change.at + index));
        const blank = Object.fromEntries(table.view.spec.columns.map(({ header }) => [header, null]));
        const changes = this.edit(table, new Map(rows.map((row) => [row, blank])));
        table.remove(change.at, change.count);
        this.located = new WeakMap();
        return changes;
      }
      case "sort":
        return this.sort(table, change.order);
    }
  }

  /** The tables as they stand now. */
  now(): WorkbookTables {
    const views = this.tablesRead.tables.map((view): TableView => {
      const table = this.context.table(view.spec.name);
      return table instanceof LiveTable ? table.snapshot() : view;
    });
    const byName = new Map(views.map((view) => [view.spec.name, view]));
    return withParameters({
      ...this.tablesRead,
      tables: views,
      table: (name) => byName.get(name),
    });
  }

  open(tables: WorkbookTables): void {
    for (const _rule of this.opening(tables));
  }

  /** Gives way after each rule. */
  *opening(tables: WorkbookTables): Generator<void> {
    this.tablesRead = tables;
    this.located = new WeakMap();
    this.context = new CheckContext(tables, this.options.programme, (view, unit, date1904) => {
      const spare = SPARE_ROWS + Math.floor(view.rowCount / SPARE_SHARE);
      return new LiveTable(view, unit, date1904, Math.max(Math.min(spare, MOST_ROWS - view.rowCount), 0));
    });
    const wanted = this.options.rules && new Set(this.options.rules);
    const rules = catalogue.filter((rule) => wanted === undefined || wanted.has(rule.code));
    this.rules = [];
    for (const [index, rule] of rules.entries()) {
      this.options.signal?.throwIfAborted();
      this.rules.push(new LiveRule(rule, this.context));
      this.options.onProgress?.(index + 1, rules.length);
      yield;
    }
    this.prepare();
  }

  /** Makes what following a change needs, before there is one. */
  private prepare(): void {
    for (const index of this.context.groupIndexes) index.prepare();
    readHouseholds(this.context)?.prepare();
  }

  /** For what changes the reading of everything. */
  private applyAnew(change: TableChange, table: LiveTable): ChangedFindings {
    const before = this.findings();
    switch (change.kind) {
      case "cells":
        for (const [row, values] of byRow(change.cells, table)) table.edit(row, values);
        this.open(this.now());
        break;
      case "insert":
        this.open(withRows(this.now(), change));
        break;
      case "delete":
        table.remove(change.at, change.count);
        this.open(this.now());
        break;
      case "sort":
        table.sort(change.order);
        this.open(this.now());
    }
    return difference(before, this.findings());
  }

  private edit(table: LiveTable, values: ReadonlyMap<number, RowCells>): ChangedFindings {
    const headers = new Set<string>();
    let rowsCameOrWent = false;
    for (const [row, cells] of values) {
      if (table.edit(row, cells)) rowsCameOrWent = true;
      for (const header of Object.keys(cells)) headers.add(header);
    }
    const touched = this.touch(table, [...values.keys()], rowsCameOrWent ? null : headers);
    const removed: Located[] = [];
    const added: Located[] = [];
    for (const rule of this.rules) {
      if (rule.isRemade(touched)) {
        this.remake(rule, added, removed);
        continue;
      }
      for (const { before, after } of rule.lookAgain(touched)) {
        if (sameFlaws(before, after)) continue;
        for (const flaw of before) this.push(rule, flaw, removed);
        for (const flaw of after) this.push(rule, flaw, added);
      }
    }
    for (const index of this.context.groupIndexes) index.prepare();
    return { added, removed } as ChangedFindings;
  }

  /** Brings the indexes up to date. */
  private touch(table: LiveTable, rows: readonly number[], headers: ReadonlySet<string> | null): Touched {
    if (this.rules.some((rule) => rule.refersTo(table))) this.context.forgetShared();
    const groups = new Map<unknown, { moved: Set<string>; own: Set<string> }>();
    for (const index of this.context.groupIndexes) {
      if (index.table !== table) continue;
      const keys = { moved: new Set<string>(), own: new Set<string>() };
      for (const row of rows) {
        for (const key of index.update(row)) keys.moved.add(key);
        const key = index.keyOf(row);
        if (key !== undefined) keys.own.add(key);
      }
      groups.set(index, keys);
    }
    const identities = readIdentities(this.context);
    const households = readHouseholds(this.context);
    if (identities?.table !== table) return { table, rows, headers, groups, index: null };
    for (const row of rows) identities.reread(row);
    if (!households) return { table, rows, headers, groups, index: null };
    const isAsked = headers === null || householdHeaders.some((header) => headers.has(header));
    if (isAsked) households.update(rows);
    for (const [own, keys] of households.keysOf(rows))
      groups.set(own, { moved: new Set(isAsked ? households.changedKeys(own) : []), own: new Set(keys) });
    return { table, rows, headers, groups, index: isAsked ? households : null };
  }

  private sort(table: LiveTable, order: readonly number[]): ChangedFindings {
    const before = this.findings();
    table.sort(order);
    this.located = new WeakMap();
    this.context.forgetOrder(table);
    readHouseholds(this.context)?.prepare();
    for (const rule of this.rules) if (rule.dependsOnOrder(table)) rule.remake(this.context);
    this.prepare();
    return difference(before, this.findings());
  }

  private remake(rule: LiveRule, added: Located[], removed: Located[]): void {
    const before: Located[] = [];
    for (const flaw of rule.flaws()) this.push(rule, flaw, before);
    rule.remake(this.context);
    const after: Located[] = [];
    for (const flaw of rule.flaws()) this.push(rule, flaw, after);
    const changes = difference(before, after);
    added.push(...changes.added);
    removed.push(...changes.removed);
  }

  private push(rule: LiveRule, flaw: Flaw, found: Located[]): void {
    let located: Located | null | undefined = this.located.get(flaw);
    if (located === undefined) {
      located = locate(rule.rule, flaw, this.context);
      if (located) this.located.set(flaw, located);
    }
    if (located) found.push(located);
  }
}

/** What households are told apart by. */
const householdHeaders = [NAME_HEADER, "Ngày sinh", "Giới tính", "Số CCCD", "Thôn xóm"];

function byRow(cells: readonly ChangedValue[], table: LiveTable): Map<number, Record<string, CellValue>> {
  const rows = new Map<number, Record<string, CellValue>>();
  for (const { row: place, header, value } of cells) {
    const row = table.rowAt(place);
    const values = rows.get(row) ?? {};
    values[header] = value;
    rows.set(row, values);
  }
  return rows;
}

function sameFlaws(a: readonly Flaw[], b: readonly Flaw[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

function difference(before: readonly Located[], after: readonly Located[]): ChangedFindings {
  const left = new Map<string, Located[]>();
  for (const one of before) {
    const key = JSON.stringify(one);
    left.set(key, [...(left.get(key) ?? []), one]);
  }
  const added = after.filter((one) => left.get(JSON.stringify(one))?.pop() === undefined);
  return { added, removed: [...left.values()].flat() } as ChangedFindings;
}

function withRows(tables: WorkbookTables, change: Extract<TableChange, { kind: "insert" }>): WorkbookTables {
  const view = tables.table(change.table)!;
  const { rows, indexOf } = view.cells();
  const fresh = change.rows.map((values) => {
    const line: CellValue[] = [];
    for (const { header } of view.spec.columns) {
      const index = indexOf(header);
      while (line.length <= index) line.push(null);
      if (index >= 0) line[index] = values[header] ?? null;
    }
    return line;
  });
  const grown = viewOfRows(view, [...rows.slice(0, change.at), ...fresh, ...rows.slice(change.at)]);
  const views = tables.tables.map((one) => (one === view ? grown : one));
  return withParameters({
    ...tables,
    tables: views,
    table: (name) => (name === change.table ? grown : tables.table(name)),
  });
}

/** Staff's settings as the tables now say them. */
function withParameters(tables: WorkbookTables): WorkbookTables {
  return { ...tables, parameters: parametersOf(tables.table(PARAMETERS)) };
}
