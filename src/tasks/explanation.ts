/** “Vì sao số này?”: the figure in a selected cell of a report, with what stands behind it, ready to be shown. */
import { cellAddress, isCellError, parseArea, type Place } from "../book";
import { dateFromSerial, formatVietnameseDate, type CalendarDate } from "../domain";
import { columnSpec, type TableView, type WorkbookTables } from "../layout";
import { explain, reportForms, type Explanation, type ReportForm } from "../reports";

export interface WhyRow {
  /** What the row is about: a voucher's number and day, a household, a project. */
  readonly label: string;
  readonly place: Place;
  readonly cell: string;
  /** What it adds, in the report's unit. */
  readonly amount: number;
}

export type Why =
  /** The cell is on no report of ours. */
  | { readonly kind: "elsewhere" }
  /** No figure stands there, or one that the report no longer has. */
  | { readonly kind: "noFigure"; readonly form: ReportForm }
  | {
      readonly kind: "figure";
      readonly form: ReportForm;
      readonly cell: string;
      readonly explanation: Explanation;
      readonly rows: readonly WhyRow[];
      /** For saying how the figure is made. */
      readonly context: { readonly date1904: boolean; readonly sheets: Readonly<Record<string, string>> };
    };

export function whyFigure(tables: WorkbookTables, place: Place, today: CalendarDate): Why {
  const form = reportForms.find((one) => one.sheet.toLowerCase() === place.sheet.toLowerCase());
  if (!form) return { kind: "elsewhere" };
  const cell = cellAddress(place.area.row, place.area.column);
  const explanation = explain(form, cell, tables, { freeze: false, today, openErrors: 0, findings: [] });
  if (!explanation) return { kind: "noFigure", form };
  // Rows that the formula looks at and that add nothing would only hide the others.
  const rows = explanation.rows
    .filter((row) => row.amount !== 0)
    .map((row): WhyRow => ({
      label: rowLabel(tables.table(row.table)!, row.row, tables),
      place: { sheet: row.sheet, area: parseArea(row.cell)! },
      cell: `${row.sheet}!${row.cell}`,
      amount: row.amount,
    }));
  const sheets = Object.fromEntries(tables.tables.map((view) => [view.spec.name, view.sheet.name]));
  const context = { date1904: tables.snapshot.date1904, sheets };
  return { kind: "figure", form, cell, explanation, rows, context };
}

const LABELS: Readonly<Record<string, readonly string[]>> = {
  tblDuAn: ["Mã", "Tên dự án"],
  tblNganSach: ["Mã dự án", "Nội dung", "Loại vốn", "Năm vốn"],
  tblGiaiNgan: ["Số chứng từ", "Ngày", "Hình thức", "Đơn vị nhận"],
  tblHo: ["Họ và tên chủ hộ", "Thôn xóm", "Nội dung hỗ trợ"],
  tblCongTrinh: ["Mã công trình", "Tên công trình"],
  tblKetQua: ["Mã dự án", "Chỉ tiêu"],
  tblHoatDong: ["Mã dự án", "Hoạt động"],
};

function rowLabel(view: TableView, row: number, tables: WorkbookTables): string {
  const texts = (LABELS[view.spec.name] ?? []).map((header) => {
    const value = view.column(header)[row] ?? null;
    if (value === null || isCellError(value)) return "";
    const isDate = columnSpec(view.spec, header)?.kind === "date";
    const date = isDate && typeof value === "number" ? dateFromSerial(value, tables.snapshot.date1904) : null;
    return date ? formatVietnameseDate(date) : String(value).trim();
  });
  return texts.filter((text) => text !== "").join(", ");
}
