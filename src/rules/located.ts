/** A flaw at its place in the workbook: everything a finding says, but the words. */
import { cellAddress, parseArea } from "../book";
import type { Confidence, FindingParam, MoneyUnit, Severity } from "../domain";
import { effectiveSeverity } from "./settings";
import type { CheckContext } from "./context";
import type { Flaw, FlawFix, Rule } from "./rule";

export interface Located<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly sheet: string;
  readonly table: string;
  readonly cell: string;
  /** The header's text as the contract writes it; null where the fault is no column's. */
  readonly column: string | null;
  /** 1-based sheet row. */
  readonly row: number;
  readonly params: Readonly<Record<string, FindingParam>>;
  readonly fix: FlawFix | null;
  /** The unit that the sheet's amounts are in; those in `params` are đồng. */
  readonly unit: MoneyUnit;
}

/** Severities that a rule may give: an unconfirmed source never blocks. */
function ownSeverity(rule: Rule, flaw: Flaw): Severity {
  const severity = flaw.severity ?? rule.severity;
  const confidence: Confidence = rule.source?.confidence ?? "verified";
  return severity === "error" && confidence === "unverified" ? "warning" : severity;
}

/** Puts a flaw at its cell; null where staff switched the rule off. */
export function locate(rule: Rule, flaw: Flaw, context: CheckContext): Located | null {
  const severity = effectiveSeverity(ownSeverity(rule, flaw), context.parameters.rule(rule.code));
  if (severity === null) return null;
  const table = context.table(flaw.table);
  if (!table) throw new Error(`rule ${rule.code} found a flaw in ${flaw.table}, which is not there`);
  const { view } = table;
  const firstColumn = Math.min(...view.headers.map((header) => view.sheetColumn(header.normalize("NFC").trim())));
  const column = flaw.header === null ? -1 : view.sheetColumn(flaw.header);
  const shownColumn = column >= 0 ? column : firstColumn;
  const cell =
    flaw.row === null
      ? cellAddress(Math.max(view.headerRow, 0), shownColumn)
      : ((flaw.header === null ? null : view.address(flaw.row, flaw.header)) ??
        cellAddress(view.firstRow + flaw.row, shownColumn));
  return {
    code: rule.code,
    severity,
    sheet: view.sheet.name,
    table: table.name,
    cell,
    column: flaw.header,
    row: (parseArea(cell)?.row ?? 0) + 1,
    params: flaw.params,
    fix: flaw.fix ?? null,
    unit: table.unit,
  };
}
