/** Runs rules over a workbook, one after another. Nothing is capped and nothing is said twice for one cell and rule. */
import { parseArea } from "../book";
import type { Programme } from "../programme";
import type { WorkbookTables } from "../layout";
import { catalogue, type RuleCode } from "./catalogue";
import { CheckContext } from "./context";
import { locate, type Located } from "./located";
import type { Check, Flaw, FlawParams, Rule } from "./rule";
import { pageTurns } from "./turns";

export interface RunOptions {
  /** Only these rules; default: all. */
  readonly rules?: readonly string[];
  /** Default: the pack that the workbook names. */
  readonly programme?: Programme;
  /** After each rule. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Looked at before each rule; an aborted run throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Everything that is wrong in a workbook's tables, in the order of sheets, rows and columns. */
export function runRules(tables: WorkbookTables, options: RunOptions = {}): Located<RuleCode>[] {
  const steps = ruleSteps(tables, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, giving way to the page between rules; for where no worker is to be had. */
export async function runRulesInTurns(
  tables: WorkbookTables,
  options: RunOptions = {},
): Promise<Located<RuleCode>[]> {
  const steps = ruleSteps(tables, options);
  const giveWay = pageTurns();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await giveWay();
  }
}

function* ruleSteps(tables: WorkbookTables, options: RunOptions): Generator<void, Located<RuleCode>[]> {
  const context = new CheckContext(tables, options.programme);
  const wanted = options.rules && new Set(options.rules);
  const rules = catalogue.filter((rule) => wanted === undefined || wanted.has(rule.code));
  const found: Located[] = [];
  for (const [index, rule] of rules.entries()) {
    options.signal?.throwIfAborted();
    runRule(rule, context, found);
    options.onProgress?.(index + 1, rules.length);
    yield;
  }
  return sortLocated(found, context) as Located<RuleCode>[];
}

function runRule(rule: Rule, context: CheckContext, found: Located[]): void {
  const report = (flaw: Flaw): void => {
    const located = locate(rule, flaw, context);
    if (located) found.push(located);
  };
  for (const check of rule.checks(context)) runCheck(check, report);
}

/** `report` gets each flaw with the row or the group's key that was looked at; null where everything was. */
export function runCheck(
  check: Check<FlawParams>,
  report: (flaw: Flaw, unit: number | string | null) => void,
): void {
  switch (check.kind) {
    case "rows": {
      let current = -1;
      const tell = (flaw: Flaw): void => report(flaw, current);
      const active = check.table.rows;
      if (!check.candidates) {
        for (let index = 0; index < active.length; index += 1) check.look((current = active[index]!), tell);
        return;
      }
      for (const row of check.candidates()) if (check.table.isActive(row)) check.look((current = row), tell);
      return;
    }
    case "groups": {
      if (check.isClear?.() === true) return;
      let current = "";
      const tell = (flaw: Flaw): void => report(flaw, current);
      for (const [key, rows] of check.groups.byKey) check.look((current = key), rows, tell);
      return;
    }
    case "whole":
      check.look((flaw) => report(flaw, null));
  }
}

/** By table, row and column; findings of one cell stay in the rules' order. */
export function sortLocated(found: Located[], context: CheckContext): Located[] {
  const tableOrder = new Map(context.tables.map((table, index) => [table.name, index]));
  const columnOf = (one: Located): number =>
    one.own
      ? (parseArea(one.cell)?.column ?? -1)
      : one.column === null
        ? -1
        : context.table(one.table)!.view.sheetColumn(one.column);
  return found
    .map((one) => ({
      one,
      table: tableOrder.get(one.table)!,
      part: one.own?.part ?? 0,
      column: columnOf(one),
    }))
    .sort((a, b) => a.table - b.table || a.part - b.part || a.one.row - b.one.row || a.column - b.column)
    .map(({ one }) => one);
}
