/** The first record's document as plain rows of text, before anything is written. */
import type { CellValue } from "../book";
import { formatVietnameseNumber } from "../domain";
import type { WorkbookTables } from "../layout";
import { layOut, type Place } from "./layout";
import type { Template, TemplateBand, TemplateCell } from "./model";
import { Records } from "./records";
import type { TemplateSheet } from "./sheet";
import { Values, type AskedValues } from "./values";

export interface PreviewRow {
  /** Texts from column A on; what a formula will show is not known yet. */
  readonly cells: readonly string[];
  /** The 0-based row of the template that it comes from. */
  readonly templateRow: number;
}

/** Each band shows its first record only. */
export function previewRows(
  sheet: TemplateSheet,
  template: Template,
  tables: WorkbookTables,
  values: AskedValues,
  recordsPerBand = 1,
): readonly PreviewRow[] {
  const records = new Records(tables);
  const filled = new Values(template, records, values, tables.snapshot.date1904);
  const first = template.each ? records.rows(template.each)[0] : undefined;
  const place: Place = template.each ? { rows: [first ?? -1], orders: [1] } : { rows: [], orders: [] };
  const cells = cellsByRow(template);
  const rows: PreviewRow[] = [];
  layOut(template, filled, [place], {
    limit: recordsPerBand,
    onRow: (templateRow, _row, at) => {
      const texts = (sheet.values[templateRow] ?? []).map((value, column) =>
        sheet.formulas.get(templateRow)?.has(column) ? "" : textIn(value),
      );
      for (const cell of cells.get(templateRow) ?? []) texts[cell.column] = filled.text(cell, at);
      rows.push({ cells: texts, templateRow });
    },
  });
  return rows;
}

function cellsByRow(template: Template): Map<number, TemplateCell[]> {
  const rows = new Map<number, TemplateCell[]>();
  const take = (cells: readonly TemplateCell[], bands: readonly TemplateBand[]): void => {
    for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    for (const band of bands) take(band.cells, band.bands);
  };
  take(template.cells, template.bands);
  return rows;
}

function textIn(value: CellValue): string {
  if (typeof value === "number") return formatVietnameseNumber(value, { grouping: false });
  return typeof value === "string" ? value : "";
}
