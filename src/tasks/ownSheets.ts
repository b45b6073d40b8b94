/** Sheets that staff already have, checked where they stand: every rule run over them, their faults at their own cells. */
import {
  findSheet,
  parseArea,
  valueAt,
  type Book,
  type CellInput,
  type Edit,
  type Operation,
  type SheetSnapshot,
  type Snapshot,
} from "../book";
import { fold, type Finding } from "../domain";
import {
  columnSpec,
  MARK_HEADER,
  markLine,
  ownWorkbooks,
  readOwnSheets,
  readTables,
  rememberEdit,
  requireTable,
  type ColumnSpec,
  type OwnMapping,
  type OwnSheets,
  type RememberedSheet,
  type WorkbookTables,
} from "../layout";
import type { Programme } from "../programme";
import { programmes } from "../programme";
import { runRules, type Located, type RuleCode } from "../rules";
import { wordFinding, type Locale } from "../wording";

export interface OwnCheck extends OwnSheets {
  readonly findings: readonly Finding[];
  /** Lines of data on the sheets. */
  readonly rows: number;
}

export interface OwnSheetsOfBook extends OwnSheets {
  readonly snapshot: Snapshot;
  readonly tables: WorkbookTables;
  readonly programme: Programme;
}

/** How the workbook's own sheets are read; nothing is checked. For the person to confirm or change. */
export async function lookAtOwnSheets(book: Book): Promise<OwnSheetsOfBook> {
  const snapshot = await book.read({ formulas: true });
  const tables = readTables(snapshot);
  const programme = programmeOf(tables);
  return { snapshot, tables, programme, ...readOwnSheets(snapshot, tables, programme) };
}

/** The edit that keeps in the workbook how these sheets are to be read. */
export function keepOwnSheets(look: OwnSheetsOfBook, sheets: readonly RememberedSheet[]): Edit {
  return rememberEdit(look.snapshot, look.tables, sheets);
}

export function programmeOf(tables: WorkbookTables): Programme {
  return programmes.find(tables.parameters.text("pack")) ?? programmes.all[0]!;
}

/** Every rule over the sheets of their own. What a rule finds in our tables because of them is said where they lack it. */
export function checkOwnSheets(
  snapshot: Snapshot,
  tables: WorkbookTables,
  programme: Programme,
  locale: Locale,
): OwnCheck {
  const sheets = readOwnSheets(snapshot, tables, programme);
  const said = new Set<string>();
  const findings: Finding[] = [];
  let rows = 0;
  for (const workbook of ownWorkbooks(snapshot, tables, sheets.mappings, programme)) {
    for (const view of workbook.tables) {
      if (!view.own) continue;
      const lines = Array.from({ length: view.rowCount }, (_unused, row) => place(view.own!, row));
      rows += new Set(lines).size;
    }
    for (const located of runRules(workbook, { programme })) {
      const key = causeOf(located);
      if (said.has(key) || !isTheirs(located)) continue;
      said.add(key);
      findings.push(wordFinding(located, locale));
    }
  }
  return { ...sheets, findings, rows };
}

function place(own: NonNullable<WorkbookTables["tables"][number]["own"]>, row: number): string {
  return `${own.partOf(row).sheet.name}!${own.sheetRow(row)}`;
}

/** Of findings in our own tables only what their rows bring about; the rest is found without them. */
function isTheirs(located: Located<RuleCode>): boolean {
  return located.own !== undefined || located.code === "household/total-exceeds-budget";
}

/** A line of a wide sheet is several rows with one cell for the person: one cause gives one finding. */
function causeOf({ code, sheet, cell, own, column, params }: Located<RuleCode>): string {
  if (code === "list/empty") return `${code} ${String(params["list"])}`;
  return [code, sheet, cell, own?.field ?? column].join("\n");
}

/** Our column for a finding's cell on a sheet of their own: what a repair is written as. */
export function ownColumnSpec(mappings: readonly OwnMapping[], finding: Finding): ColumnSpec | undefined {
  const area = finding.cell === null ? null : parseArea(finding.cell);
  const mapping = mappings.find(
    (one) =>
      one.sheet === finding.sheet && area !== null && one.firstRow <= area.row && area.row <= one.lastRow,
  );
  const field = mapping?.columns.find((one) => one.column === area!.column)?.field;
  return mapping && field != null ? columnSpec(requireTable(mapping.table), field) : undefined;
}

/**
 * Marks on sheets of their own: in the column `Kiểm tra` where a sheet has one; `addTo` names sheets where the person lets
 * us add it at the right. What they wrote in such a column themselves is left as it is.
 */
export function ownMarkOperations(
  snapshot: Snapshot,
  own: OwnCheck,
  addTo: readonly string[] = [],
): Operation[] {
  return own.mappings.flatMap((mapping) => {
    const sheet = findSheet(snapshot, mapping.sheet);
    if (!sheet || sheet.protected) return [];
    const column = mapping.columns.find((one) => fold(one.header) === fold(MARK_HEADER))?.column;
    if (column !== undefined) return markColumn(sheet, mapping, column, own.findings);
    const isFirst = own.mappings.find((one) => one.sheet === mapping.sheet) === mapping;
    if (!addTo.includes(mapping.sheet) || !isFirst) return [];
    const right = widthOf(sheet, mapping);
    const header: Operation = {
      kind: "writeCells",
      sheet: sheet.name,
      row: mapping.headerRows.at(-1)!,
      column: right,
      cells: [[MARK_HEADER]],
    };
    return [header, ...markColumn(sheet, mapping, right, own.findings)];
  });
}

/** First column right of everything that stands beside the header and the data. */
function widthOf(sheet: SheetSnapshot, mapping: OwnMapping): number {
  let width = Math.max(...mapping.columns.map((one) => one.column)) + 1;
  for (let row = mapping.headerRows[0]!; row <= mapping.lastRow; row += 1) {
    const cells = sheet.values[row] ?? [];
    for (let column = cells.length - 1; column >= width; column -= 1)
      if (cells[column] !== null && cells[column] !== "") width = column + 1;
  }
  for (const merge of sheet.merges)
    if (merge.row <= mapping.lastRow && merge.row + merge.rows > mapping.headerRows[0]!)
      width = Math.max(width, merge.column + merge.columns);
  return width;
}

function markColumn(
  sheet: SheetSnapshot,
  mapping: OwnMapping,
  column: number,
  findings: readonly Finding[],
): Operation[] {
  const faults = new Map<number, { column: string; message: string }[]>();
  for (const finding of findings) {
    const row = (finding.row ?? 0) - 1;
    if (finding.sheet !== sheet.name || finding.severity === "info") continue;
    if (row < mapping.firstRow || row > mapping.lastRow) continue;
    faults.set(row, [...(faults.get(row) ?? []), { column: finding.column ?? "", message: finding.message }]);
  }
  const headers = mapping.columns.map((one) => `${one.header}: `);
  const operations: Operation[] = [];
  for (let row = mapping.firstRow; row <= mapping.lastRow; row += 1) {
    const current = valueAt(sheet, row, column);
    const isTheirs = current !== null && current !== "" && !isMark(current, headers);
    const wanted: CellInput = faults.has(row) ? markLine(faults.get(row)!) : null;
    if (isTheirs || current === wanted || (wanted === null && current === "")) continue;
    operations.push({ kind: "writeCells", sheet: sheet.name, row, column, cells: [[wanted]] });
  }
  return operations;
}

function isMark(value: unknown, headers: readonly string[]): boolean {
  return typeof value === "string" && headers.some((header) => value.startsWith(header));
}
