/** The households of a list, upright beside a letter or a decision, or with every column across a page. */
import { cellAddress, type CellFormula } from "../../book";
import { bandRange, sentence, total, wholeText } from "./figures";
import type { Paper, TableColumn, TablePlace } from "./paper";
import { DETAIL_UNIT, PROPOSED } from "./parts";

const middle = { align: "center" } as const;
const bold = { bold: true } as const;
export const amount = { align: "right", numberFormat: "#,##0" } as const;
export const birthDate = { align: "center", numberFormat: "[<=2100]0;dd/mm/yyyy" } as const;

const order: TableColumn = { title: "TT", field: "{{STT}}", look: middle };
const name: TableColumn = { title: "Họ và tên chủ hộ", field: "{{Hộ.Họ và tên chủ hộ}}" };
const born: TableColumn = { title: "Ngày sinh", field: "{{Hộ.Ngày sinh}}", look: birthDate };
const ethnicGroup: TableColumn = { title: "Dân tộc", field: "{{Hộ.Dân tộc}}", look: middle };
const hamlet: TableColumn = { title: "Thôn xóm", field: "{{Hộ.Thôn xóm}}" };
const content: TableColumn = { title: "Nội dung hỗ trợ", field: "{{Hộ.Nội dung hỗ trợ}}" };
const central: TableColumn = { title: "NSTW", field: "{{Hộ.NSTW}}", look: amount };
const local: TableColumn = { title: "NSĐP", field: "{{Hộ.NSĐP}}", look: amount };
const other: TableColumn = { title: "Vốn khác", field: "{{Hộ.Vốn khác}}", look: amount };
const whole: TableColumn = {
  title: "Tổng hỗ trợ",
  field: "{{Hộ.Tổng hỗ trợ}}",
  look: { ...amount, ...bold },
};

export const uprightColumns: readonly TableColumn[] = [
  order,
  name,
  born,
  hamlet,
  content,
  central,
  local,
  whole,
];
export const uprightWidths = [4.5, 16.5, 10.5, 11, 10, 12, 10.5, 12];

export const broadColumns: readonly TableColumn[] = [
  order,
  name,
  born,
  ethnicGroup,
  { title: "Số CCCD", field: "{{Hộ.Số CCCD}}", look: { ...middle, numberFormat: "@" } },
  hamlet,
  { title: "Diện hộ", field: "{{Hộ.Diện hộ}}", look: middle },
  content,
  central,
  local,
  other,
  whole,
  { title: "Vay NHCSXH", field: "{{Hộ.Vay NHCSXH}}", look: amount },
];
export const broadWidths = [4.5, 17, 10.5, 7, 13.5, 11.5, 7.5, 10.5, 12, 10.5, 10, 12, 10.5];

/** The table with its sums; returns where its rows and its sums stand. */
export function householdTable(
  paper: Paper,
  columns: readonly TableColumn[],
  size = 11,
): TablePlace & { readonly totalRow: number } {
  const place = paper.table(columns, PROPOSED, { size });
  const totalRow = paper.row;
  const border = "head" as const;
  const firstAmount = columns.findIndex((column) => column.look?.numberFormat === amount.numberFormat);
  paper.put(0, firstAmount - 1, "TỔNG CỘNG", { size, bold: true, align: "center", border });
  // Sums are longer than amounts: a number that does not fit its column is not shown at all.
  for (let index = firstAmount; index < columns.length; index += 1)
    paper.put(index, index, total(place.bandRow, index), { ...amount, size: size - 1, bold: true, border });
  paper.next(22);
  return { ...place, totalRow };
}

const UNIT_LABEL = "Đơn vị tính: ";

export function unitLine(paper: Paper, unit = DETAIL_UNIT): void {
  paper.put(0, paper.last, `${UNIT_LABEL}${unit}`, { align: "right", italic: true, size: 12 });
  paper.next();
}

/**
 * The list on a page of its own behind a letter or a decision; `sentence` says how many households there are and how much
 * they get, in figures and in words.
 */
export function attachedList(
  paper: Paper,
  head: { readonly title: string; readonly under: string },
): { readonly sentence: (before: string, between: string) => CellFormula } {
  paper.newPage();
  paper.title([head.title]);
  paper.paragraph(head.under, { align: "center", italic: true, size: 13 });
  const unit = `SUBSTITUTE(${cellAddress(paper.row, 0)},"${UNIT_LABEL}","")`;
  unitLine(paper);
  const { bandRow, totalRow } = householdTable(paper, uprightColumns);
  const words = cellAddress(paper.row, 0);
  paper.paragraph("(Bằng chữ: {{Tổng.Tổng hỗ trợ|bằng chữ}})", { align: "left", italic: true, size: 13 });
  const sum = wholeText(cellAddress(totalRow, uprightColumns.indexOf(whole)));
  const count = { figure: `COUNTA(${bandRange(bandRow, 1)})` };
  return {
    sentence: (before, between) =>
      sentence([before, count, between, { figure: sum }, " ", { figure: unit }, " ", { figure: words }, "."]),
  };
}
