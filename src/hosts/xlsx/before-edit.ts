/**
 * What an edit needs to know of the workbook before it is carried out. Of large sheets only the rows are read that the
 * edit can change or expects something of: a single cell beside 100,000 rows is not worth reading them all.
 */
import { coveredPlaces, readingFor, type Edit, type Operation, type Snapshot } from "../../book";
import { jointFormulas } from "./cell-changes";
import { withCoveredFormats } from "./covered-formats";
import type { ZipPackage } from "./package";
import { readSnapshot } from "./reading";
import { frameOf, rowsOf, type SheetText } from "./rows";
import { tablesOf, type TablePlace } from "./tables";
import { sheetNamed, workbookOf, type SheetEntry, type Workbook } from "./workbook-part";
import { escapeXml } from "./xml";

/** Sheets whose text is shorter are read whole: it costs less than choosing. */
const largeSheet = 1_000_000;

/** From the first row to before the last one. */
type Rows = readonly [from: number, to: number];

/**
 * The reading that `edit` is judged and inverted by. Rows of large sheets that the edit has nothing to do with may be
 * missing from it.
 */
export function readBefore(pkg: ZipPackage, edit: Edit): Snapshot {
  const request = readingFor(edit);
  const whole = new Set((request.designs ?? []).map((name) => name.toLowerCase()));
  for (const { sheet, nothingElse } of edit.expects ?? []) if (nothingElse) whole.add(sheet.toLowerCase());
  const workbook = workbookOf(pkg);
  for (const name of readWhole(pkg, edit, workbook)) whole.add(name.toLowerCase());
  const tables = tablesOf(pkg, workbook.sheets);
  const needed = rowsNeeded(edit, workbook, tables);
  const changes = new Map<string, string>();
  for (const sheet of workbook.sheets) {
    if (!sheet.isWorksheet || whole.has(sheet.name.toLowerCase())) continue;
    const cut = withRowsOnly(pkg, sheet, needed.get(sheet.part) ?? []);
    if (cut !== null) changes.set(sheet.part, cut);
  }
  const known = new Set((request.designs ?? []).map((name) => name.toLowerCase()));
  const covered = coveredSheets(edit, workbook, tables).filter((name) => !known.has(name.toLowerCase()));
  const designs = [...(request.designs ?? []), ...covered];
  const snapshot = readSnapshot(changes.size === 0 ? pkg : pkg.with(changes), { ...request, designs });
  const standing = tables.map(({ table, sheet, area }) => ({ name: table, sheet: sheet.name, area }));
  return withCoveredFormats(pkg, snapshot, coveredPlaces(edit.operations, standing).values());
}

/** Sheets on which columns or tables come over cells that may have rules: their cells need not be read for that. */
function coveredSheets(edit: Edit, workbook: Workbook, tables: readonly TablePlace[]): string[] {
  const names = edit.operations.flatMap((operation) => {
    if (operation.kind === "addTable") return sheetNamed(workbook, operation.sheet)?.name ?? [];
    if (operation.kind !== "addColumns") return [];
    const wanted = operation.table.toLowerCase();
    return tables.find(({ table }) => table.toLowerCase() === wanted)?.sheet.name ?? [];
  });
  return [...new Set(names)];
}

/** Sheets that are copied or whose rows are repeated, and those whose formulas name the latter. */
function readWhole(pkg: ZipPackage, edit: Edit, workbook: Workbook): string[] {
  const copied = edit.operations.flatMap((one) => (one.kind === "copySheet" ? [one.sheet] : []));
  const repeated = edit.operations.flatMap((one) =>
    one.kind === "repeatRows" && sheetNamed(workbook, one.sheet) ? [one.sheet] : [],
  );
  if (repeated.length === 0) return copied;
  const marks = repeated.map((name) => escapeXml(name.replace(/'/g, "''")).toLowerCase());
  const naming = workbook.sheets.filter((sheet) => {
    const text = sheet.isWorksheet ? pkg.text(sheet.part).toLowerCase() : "";
    return marks.some((mark) => text.includes(mark));
  });
  return [...copied, ...repeated, ...naming.map(({ name }) => name)];
}

function rowsNeeded(
  edit: Edit,
  workbook: Parameters<typeof sheetNamed>[0],
  tables: readonly TablePlace[],
): Map<string, Rows[]> {
  const needed = new Map<string, Rows[]>();
  const need = (sheet: SheetEntry | undefined, row: number, rows: number): void => {
    if (sheet) needed.set(sheet.part, [...(needed.get(sheet.part) ?? []), [row, row + rows]]);
  };
  for (const operation of edit.operations) {
    if (operation.kind === "writeCells") {
      need(sheetNamed(workbook, operation.sheet), operation.row, operation.cells.length);
    }
    const place = tables.find((one) => namesTable(operation, one));
    if (place) need(place.sheet, place.area.row, place.area.rows);
  }
  for (const { sheet, row, values } of edit.expects ?? [])
    need(sheetNamed(workbook, sheet), row, values.length);
  return needed;
}

/** Only where rows go must they be read. */
function namesTable(operation: Operation, { table }: TablePlace): boolean {
  return operation.kind === "removeLastRows" && operation.table.toLowerCase() === table.toLowerCase();
}

/** A large sheet's text with these rows only, and those in which formulas of theirs are written; null for others. */
function withRowsOnly(pkg: ZipPackage, entry: SheetEntry, needed: readonly Rows[]): string | null {
  const text = pkg.text(entry.part);
  if (text.length < largeSheet) return null;
  const sheet = frameOf(pkg, entry.part);
  const { data } = sheet;
  if (data.selfClosing) return null;
  const wanted = needed.length === 0 ? [] : [...needed, ...writtenElsewhere(sheet, needed)];
  const last = Math.max(0, ...wanted.map(([, to]) => to));
  const kept: string[] = [];
  for (const span of wanted.length === 0 ? [] : rowsOf(sheet)) {
    if (span.row >= last) break;
    if (wanted.some(([from, to]) => span.row >= from && span.row < to))
      kept.push(text.slice(span.start, span.end));
  }
  return text.slice(0, data.openEnd) + kept.join("") + text.slice(data.closeStart);
}

/** A shared formula is written in its first cell only. */
function writtenElsewhere(sheet: SheetText, needed: readonly Rows[]): Rows[] {
  const rows: Rows[] = [];
  for (const { area } of jointFormulas(sheet)) {
    if (needed.some(([from, to]) => from < area.row + area.rows && area.row < to))
      rows.push([area.row, area.row + 1]);
  }
  return rows;
}
