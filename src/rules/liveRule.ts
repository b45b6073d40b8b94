/** One rule under work: its checks, and what each found for each row or group. */
import type { CheckContext } from "./context";
import type { CheckedTable } from "./checkedTable";
import type { Check, ColumnsRead, Flaw, FlawParams, Report, Rule, RowIndex } from "./rule";
import { runCheck } from "./runner";

/** What a change touched, and what the indexes made of it. */
export interface Touched {
  readonly table: CheckedTable;
  readonly rows: readonly number[];
  /** null: rows came, went or became totals, which is a change of every column. */
  readonly headers: ReadonlySet<string> | null;
  /** Keys of groups by the groups' own object: `moved` gained or lost rows, `own` are those of the rows. */
  readonly groups: ReadonlyMap<
    unknown,
    { readonly moved: ReadonlySet<string>; readonly own: ReadonlySet<string> }
  >;
  readonly index: RowIndex | null;
}

/** A row, a group's key, or null for what looks at everything. */
type Unit = number | string | null;

interface LiveCheck {
  readonly check: Check<FlawParams>;
  readonly found: Map<Unit, Flaw[]>;
}

const none: readonly Flaw[] = [];

export class LiveRule {
  private checks: LiveCheck[] = [];

  constructor(
    readonly rule: Rule,
    context: CheckContext,
  ) {
    this.remake(context);
  }

  *flaws(): Iterable<Flaw> {
    for (const { found } of this.checks) for (const flaws of found.values()) yield* flaws;
  }

  /** Runs the rule from the start: something changed that it may have built on. */
  remake(context: CheckContext): void {
    this.checks = this.rule.checks(context).map((check) => {
      const found = new Map<Unit, Flaw[]>();
      runCheck(check, (flaw, unit) => {
        const flaws = found.get(unit);
        if (flaws) flaws.push(flaw);
        else found.set(unit, [flaw]);
      });
      return { check, found };
    });
  }

  /** Whether a change can alter the answer for other rows than its own. */
  isRemade(touched: Touched): boolean {
    const looksAtAll = this.checks.length === 0 || this.checks.some(({ check }) => check.kind === "whole");
    return this.rule.reads.some(
      (read) =>
        (looksAtAll || read.across === true) && isOf(read, touched.table) && meets(read.headers, touched),
    );
  }

  /** Whether rows of other tables are compared with this one. */
  refersTo(table: CheckedTable): boolean {
    return this.rule.reads.some((read) => read.across === true && read.table === table.name);
  }

  /** Whether another order of a table's rows can alter the answer. */
  dependsOnOrder(table: CheckedTable): boolean {
    return (
      this.rule.reads.some((read) => read.across === true && isOf(read, table)) ||
      this.checks.some(
        ({ check }) =>
          check.kind === "whole" ||
          (check.kind === "groups" && check.groups.table === table) ||
          (check.kind === "rows" && check.index !== undefined),
      )
    );
  }

  /** Looks at the touched rows and groups again; what it said about each and says now. */
  *lookAgain(
    touched: Touched,
  ): Iterable<{ readonly before: readonly Flaw[]; readonly after: readonly Flaw[] }> {
    for (const live of this.checks) {
      for (const unit of this.unitsOf(live.check, touched)) {
        const before = live.found.get(unit) ?? none;
        const after: Flaw[] = [];
        lookAt(live.check, unit, (flaw) => after.push(flaw));
        if (after.length > 0) live.found.set(unit, after);
        else live.found.delete(unit);
        if (before.length + after.length > 0) yield { before, after };
      }
    }
  }

  private unitsOf(check: Check<FlawParams>, touched: Touched): Iterable<Unit> {
    if (check.kind === "whole") return [];
    const table = check.kind === "rows" ? check.table : check.groups.table;
    if (table !== touched.table) return [];
    const isMet = this.headersOf(check, table).some((headers) => meets(headers, touched));
    if (check.kind === "rows") {
      const units = new Set<number>(isMet ? touched.rows : []);
      if (check.index !== undefined && check.index === touched.index)
        for (const row of touched.index.changedRows) units.add(row);
      return units;
    }
    const keys = touched.groups.get(check.groups);
    return keys ? new Set([...keys.moved, ...(isMet ? keys.own : [])]) : [];
  }

  private headersOf(
    check: { readonly headers?: readonly string[] },
    table: CheckedTable,
  ): readonly (readonly string[])[] {
    if (check.headers) return [check.headers];
    return this.rule.reads.filter((read) => isOf(read, table)).map((read) => read.headers);
  }
}

function lookAt(check: Check<FlawParams>, unit: Unit, report: Report<FlawParams>): void {
  if (check.kind === "rows" && typeof unit === "number") {
    if (check.table.isActive(unit)) check.look(unit, report);
  } else if (check.kind === "groups" && typeof unit === "string") {
    const rows = check.groups.byKey.get(unit);
    if (rows) check.look(unit, rows, report);
  }
}

function isOf(read: ColumnsRead, table: CheckedTable): boolean {
  return read.table === "*" || read.table === table.name;
}

function meets(headers: readonly string[], touched: Touched): boolean {
  if (headers.length === 0) return false;
  if (touched.headers === null || headers.includes("*")) return true;
  return headers.some((header) => touched.headers!.has(header));
}
