/** A check of an empty workbook that found what it is told to have found. */
import type { Finding, Severity } from "../../src/domain";
import { readTables } from "../../src/layout";
import type { CheckResult } from "../../src/tasks";

export function emptyResult(findings: readonly Finding[]): CheckResult {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    tables: readTables({ date1904: false, sheets: [], names: [], designs: new Map() }),
    own: { mappings: [], leftAlone: [], others: [], findings: [], rows: 0 },
    findings,
    summary: { error: count("error"), warning: count("warning"), info: count("info"), rows: 7 },
  };
}
