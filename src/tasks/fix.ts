/** Repairs that findings propose, as an Edit: each touches its cell and no other, and only while the cell is as it was found. */
import { parseArea, valueAt, findSheet, type Edit, type Expectation, type Operation } from "../book";
import { parseIsoDate, serialFromDate, type Finding } from "../domain";
import { columnNumberFormat, columnSpec, requireTable } from "../layout";
import type { CheckResult } from "./check";
import { ownColumnSpec } from "./ownSheets";

/** A finding that can be repaired by writing one value. */
export function isFixable(finding: Finding): boolean {
  return finding.fix !== null && finding.sheet !== null && finding.cell !== null;
}

/** The edit that repairs these findings; of several for one cell the first is taken. */
export function fixEdit(checked: CheckResult, findings: readonly Finding[]): Edit {
  const operations: Operation[] = [];
  const expects: Expectation[] = [];
  const done = new Set<string>();
  for (const finding of findings) {
    if (!isFixable(finding)) continue;
    const place = `${finding.sheet}!${finding.cell}`;
    const area = parseArea(finding.cell!);
    const sheet = findSheet(checked.tables.snapshot, finding.sheet!);
    if (done.has(place) || !area || !sheet) continue;
    done.add(place);
    const { row, column } = area;
    const { value, numberFormat } = written(checked, finding);
    operations.push({
      kind: "writeCells",
      sheet: sheet.name,
      row,
      column,
      cells: [[value]],
      ...(numberFormat === null ? {} : { numberFormats: [[numberFormat]] }),
    });
    expects.push({ sheet: sheet.name, row, column, values: [[valueAt(sheet, row, column)]] });
  }
  return { task: "fix", operations, expects };
}

/** A date becomes the workbook's serial; numbers and dates get the column's format, or they would stay text in a text cell. */
function written(
  checked: CheckResult,
  finding: Finding,
): { value: string | number | boolean | null; numberFormat: string | null } {
  const { value } = finding.fix!;
  const own = finding.table === null ? ownColumnSpec(checked.own.mappings, finding) : undefined;
  const spec =
    finding.table === null || finding.column === null
      ? own
      : columnSpec(requireTable(finding.table), finding.column);
  // A number on a sheet of the staff's own keeps their look, but for the text format that made it text.
  const ownFormat =
    own && typeof value === "number" ? (Number.isInteger(value) ? "#,##0" : "#,##0.######") : null;
  const format = own ? ownFormat : spec ? columnNumberFormat(spec, checked.tables.parameters) : null;
  const isDate = spec?.kind === "date" || spec?.kind === "birthDate";
  const date = isDate && typeof value === "string" ? parseIsoDate(value) : null;
  if (date)
    return {
      value: serialFromDate(date, checked.tables.snapshot.date1904),
      numberFormat: format ?? "dd/mm/yyyy",
    };
  return { value, numberFormat: typeof value === "number" ? format : null };
}
