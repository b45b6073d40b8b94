/** All rules run over a workbook; their findings put into words, and as marks into the `Kiểm tra` columns. */
import type { Book, CellInput, Edit, Operation, Snapshot } from "../book";
import type { Finding } from "../domain";
import {
  isEmptyCell,
  MARK_HEADER,
  markLine,
  readTables,
  type TableView,
  type WorkbookTables,
} from "../layout";
import { runRules } from "../rules";
import { wordFinding, type Locale } from "../wording";
import { frozenFindings } from "./frozenFindings";
import { checkOwnSheets, ownMarkOperations, programmeOf, type OwnCheck } from "./ownSheets";

export interface CheckResult {
  readonly tables: WorkbookTables;
  /** Sheets of the staff's own; their findings are among `findings`, with `table` null. */
  readonly own: OwnCheck;
  readonly findings: readonly Finding[];
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly rows: number;
  };
}

/** Reads the workbook and runs every rule; nothing is changed. */
export async function check(book: Book, locale: Locale = "vi"): Promise<CheckResult> {
  return checkSnapshot(await book.read({ formulas: true, fonts: true }), locale);
}

function checkSnapshot(snapshot: Snapshot, locale: Locale): CheckResult {
  const tables = readTables(snapshot);
  const programme = programmeOf(tables);
  const own = checkOwnSheets(snapshot, tables, programme, locale);
  const findings = [
    ...runRules(tables, { programme }).map((located) => wordFinding(located, locale)),
    ...own.findings,
    ...frozenFindings(tables, locale),
  ];
  return { tables, own, findings, summary: summaryOf(findings, tables, own) };
}

/** Findings by severity, and how many rows were looked at. */
export function summaryOf(
  findings: readonly Finding[],
  tables: WorkbookTables,
  own: OwnCheck,
): CheckResult["summary"] {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  // Where the file comes from, and what the software keeps beside it, is nobody's row.
  const checked = tables.tables.filter((view) => view.spec.name !== "tblNguon");
  const rows = checked.reduce((sum, view) => sum + filledRows(view), 0) + own.rows;
  return { error: count("error"), warning: count("warning"), info: count("info"), rows };
}

function filledRows(view: TableView): number {
  let filled = 0;
  for (let row = 0; row < view.rowCount; row += 1) if (!view.isBlank(row)) filled += 1;
  return filled;
}

/**
 * One line for each faulty row, and nothing where the fault is gone. What is only said for information is no fault. `addTo`:
 * sheets of the staff's own where they let us add the column.
 */
export function markEdit(result: CheckResult, options: { readonly addTo?: readonly string[] } = {}): Edit {
  const operations = [
    ...result.tables.tables.flatMap((view) => markOperations(view, result.findings)),
    ...ownMarkOperations(result.tables.snapshot, result.own, options.addTo),
  ];
  return { task: "check", operations };
}

function markOperations(view: TableView, findings: readonly Finding[]): Operation[] {
  const column = view.sheetColumn(MARK_HEADER);
  if (column < 0) return [];
  const faults = new Map<number, { column: string; message: string }[]>();
  for (const finding of findings) {
    if (finding.table !== view.spec.name || finding.severity === "info" || finding.row === null) continue;
    const row = finding.row - 1 - view.firstRow;
    if (row < 0 || row >= view.rowCount) continue;
    const list = faults.get(row) ?? [];
    list.push({ column: finding.column ?? "", message: finding.message });
    faults.set(row, list);
  }
  const current = view.column(MARK_HEADER);
  const wanted: CellInput[] = current.map((_old, row) =>
    faults.has(row) ? markLine(faults.get(row)!) : null,
  );
  return changedRuns(current, wanted).map(({ first, last }) => ({
    kind: "writeCells",
    sheet: view.sheet.name,
    row: view.firstRow + first,
    column,
    cells: wanted.slice(first, last + 1).map((value) => [value]),
  }));
}

/** Runs of rows whose line changes; a gap of unchanged rows ends a run, so that nothing else is written. */
function changedRuns(
  current: readonly unknown[],
  wanted: readonly unknown[],
): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  wanted.forEach((value, row) => {
    const same = value === current[row] || (value === null && isEmptyCell(current[row] as string | null));
    if (same) return;
    const previous = runs.at(-1);
    if (previous && previous.last === row - 1) previous.last = row;
    else runs.push({ first: row, last: row });
  });
  return runs;
}
