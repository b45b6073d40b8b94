/** A flaw at its place in the workbook: everything a finding says, but the words. */
import { cellAddress } from "../book";
import type { Confidence, FindingParam, MoneyUnit, Severity } from "../domain";
import type { OwnRows } from "../layout";
import type { CheckedTable } from "./checkedTable";
import { ownPlaceOf } from "./ownPlaces";
import { effectiveSeverity } from "./settings";
import type { CheckContext } from "./context";
import type { Flaw, FlawFix, FlawParams, Rule } from "./rule";

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
  /** Only on a sheet of the staff's own: which of the table's sheets, and our header for the column. */
  readonly own?: { readonly part: number; readonly field: string | null };
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
  if (table.view.own) return locateOwn(rule.code, severity, flaw, table, table.view.own);
  const place = placeOf(flaw, table);
  return {
    code: rule.code,
    severity,
    sheet: table.view.sheet.name,
    table: table.name,
    cell: cellAddress(place.row, place.column),
    column: flaw.header,
    row: place.row + 1,
    params: shownParams(flaw.params, table),
    fix: flaw.fix ?? null,
    unit: table.unit,
  };
}

function locateOwn(code: string, severity: Severity, flaw: Flaw, table: CheckedTable, own: OwnRows): Located {
  const { part, holdsValue, ...place } = ownPlaceOf(flaw, own, table);
  const { otherRow } = flaw.params;
  const otherSheet = typeof otherRow === "number" ? own.partOf(otherRow).sheet.name : place.sheet;
  const params = shownParams(flaw.params, table);
  return {
    code,
    severity,
    table: table.name,
    ...place,
    params: otherSheet === place.sheet ? params : { ...params, otherSheet },
    fix: holdsValue ? (flaw.fix ?? null) : null,
    own: { part, field: flaw.header },
  };
}

function shownParams(params: FlawParams, table: CheckedTable): FlawParams {
  const { otherRow } = params;
  return typeof otherRow === "number" ? { ...params, otherRow: table.sheetRow(otherRow) } : params;
}

/** 0-based. Where the header stands in no column, the fault sits on the table's first. */
function placeOf({ row, header }: Flaw, table: CheckedTable): { row: number; column: number } {
  const { view } = table;
  const own = header === null ? -1 : view.sheetColumn(header);
  const column =
    own >= 0 ? own : Math.min(...view.headers.map((one) => view.sheetColumn(one.normalize("NFC").trim())));
  return { row: row === null ? Math.max(view.headerRow, 0) : view.firstRow + table.placeOf(row), column };
}
