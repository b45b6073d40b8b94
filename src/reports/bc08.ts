/** BC08: what the last check found, sheet by sheet and rule by rule, each with a link to its cell. */
import { quoteSheet } from "../book";
import type { Finding, Severity } from "../domain";
import type { WorkbookTables } from "../layout";
import type { AppendixColumn, AppendixRow } from "./appendix";
import { defineForm } from "./form";

const columns: readonly AppendixColumn[] = [
  { key: "order", title: "STT", width: 6, kind: "order" },
  { key: "cell", title: "Ô", width: 11, kind: "code" },
  { key: "column", title: "Cột", width: 22, kind: "text" },
  { key: "severity", title: "Mức độ", width: 12, kind: "code" },
  { key: "message", title: "Nội dung", width: 92, kind: "text" },
  { key: "rule", title: "Quy tắc", width: 34, kind: "text" },
];
const CELL_COLUMN = 1;
const SHEET_TITLE_COLUMN = 4;

const severityNames: Readonly<Record<Severity, string>> = {
  error: "Lỗi",
  warning: "Cảnh báo",
  info: "Thông tin",
};
const severityOrder: readonly Severity[] = ["error", "warning", "info"];

function countsText(findings: readonly Finding[]): string {
  return severityOrder
    .map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severityNames[severity].toLowerCase()}`)
    .join(", ");
}

/** Sheets in the workbook's order; within a sheet the gravest rules first, rule by rule, from the top down. */
function rowsOf(
  tables: WorkbookTables,
  findings: readonly Finding[],
  ruleTitle: (code: string) => string,
): AppendixRow[] {
  const rows: AppendixRow[] = [];
  const order = new Map(tables.snapshot.sheets.map((sheet, index) => [sheet.name, index]));
  const place = (sheet: string | null) => (sheet === null ? -1 : (order.get(sheet) ?? order.size));
  const names = [...new Set(findings.map((finding) => finding.sheet))].sort((a, b) => place(a) - place(b));
  let number = 0;
  for (const sheet of names) {
    const own = findings.filter((finding) => finding.sheet === sheet).sort(byGravity);
    const title = `Trang “${sheet ?? ""}”: ${countsText(own)}`;
    const head: (string | null)[] = columns.map(() => null);
    head[SHEET_TITLE_COLUMN] = title;
    rows.push({ level: "project", cells: head });
    for (const finding of own) {
      number += 1;
      rows.push({
        level: "part",
        cells: [
          number,
          finding.cell,
          finding.column,
          severityNames[finding.severity],
          finding.message,
          ruleTitle(finding.code),
        ],
        ...(finding.sheet !== null && finding.cell !== null
          ? { link: { column: CELL_COLUMN, place: `${quoteSheet(finding.sheet)}!${finding.cell}` } }
          : {}),
      });
    }
  }
  const nothing: (string | null)[] = columns.map(() => null);
  nothing[SHEET_TITLE_COLUMN] = "Không có lỗi nào.";
  return rows.length > 0 ? rows : [{ level: "project", cells: nothing }];
}

function byGravity(a: Finding, b: Finding): number {
  return (
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    a.code.localeCompare(b.code) ||
    (a.row ?? 0) - (b.row ?? 0)
  );
}

export const form = defineForm({
  code: "BC08",
  sheet: "BC08 Kiểm tra dữ liệu",
  // A list of faults is not itself made wrong by them.
  reads: [],
  // Its sentences quote names and numbers of persons.
  internal: true,
  draft: (tables, options) => ({
    title: "KẾT QUẢ KIỂM TRA DỮ LIỆU",
    subtitle: options.findings.length === 0 ? "" : `(Tổng số: ${countsText(options.findings)})`,
    unitLine: false,
    columns,
    rows: rowsOf(tables, options.findings, options.ruleTitle ?? ((code) => code)),
    withAccountant: false,
  }),
});
