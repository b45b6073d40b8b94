/**
 * The checks of a workbook: one rule a file, each a pure function from tables to flaws as data. What always holds: rules
 * write no words and change nothing; blank rows and typed totals take no part; a figure that could be read is used by
 * all rules as it was read, so one cause gives one finding; a rule whose source is unconfirmed never says `error`.
 */
export { catalogue, type RuleCode, type RuleParams } from "./catalogue";
export type { Located } from "./located";
export type { ExampleBook, ExampleRow, FlawFix, FlawParams, Rule, RuleSource } from "./rule";
export {
  openChecker,
  openCheckerInTurns,
  type ChangedFindings,
  type Checker,
  type TableChange,
} from "./checker";
export { runRules, runRulesInTurns, type RunOptions } from "./runner";
export { isTotalLabel } from "./totalRows";
export { pageTurns } from "./turns";
