/** Danh sách chi trả có ký nhận: who is paid how much, with room for each one's signature. */
import { areaAddress, cellAddress, type CellFormula, type CellInput, type SheetDesign } from "../../book";
import { calculated, total } from "./figures";
import { amount, unitLine } from "./householdTable";
import { Paper, type TableColumn } from "./paper";
import { COMMUNE, DETAIL_UNIT, heading, PROGRAMME, signatures, YEAR } from "./parts";

const SHEET = "Danh sách chi trả";
const widths = [4.5, 18.5, 13.5, 12, 12, 10.5, 12, 12, 12, 11, 15];
const middle = { align: "center" } as const;
const SIZE = 11;

const columns: readonly TableColumn[] = [
  { title: "TT", field: "{{STT}}", look: middle },
  { title: "Họ và tên chủ hộ", field: "{{Hộ.Họ và tên chủ hộ}}" },
  { title: "Số CCCD", field: "{{Hộ.Số CCCD}}", look: { ...middle, numberFormat: "@" } },
  { title: "Thôn xóm", field: "{{Hộ.Thôn xóm}}" },
  { title: "Nội dung hỗ trợ", field: "{{Hộ.Nội dung hỗ trợ}}" },
  { title: "Số quyết định", field: "{{Hộ.Số QĐ phê duyệt}}", look: middle },
  { title: "Được phê duyệt", field: "{{Hộ.Tổng hỗ trợ}}", look: amount },
  { title: "Đã chi các đợt trước", field: "{{Hộ.Đã chi}}", look: amount },
  { title: "Chi đợt này", field: null, look: { ...amount, bold: true } },
  { title: "Còn lại", field: null, look: amount },
  { title: "Ký nhận", field: "" },
];
const APPROVED = 6;
const PAID = 7;
const NOW = 8;
const LEFT = 9;

/** One household's line; amounts in the workbook's detail unit. */
export interface PaymentLine {
  readonly name: string;
  readonly identity: CellInput;
  readonly hamlet: string;
  readonly content: string;
  readonly decision: string;
  readonly approved: number;
  readonly paidBefore: number;
  readonly now: number;
  readonly left: number;
}

/** What the list says of itself besides its lines. */
export interface PaymentHead {
  readonly commune: string;
  readonly communeInCapitals: string;
  readonly year: string;
  readonly unit: string;
  /** “theo chứng từ số …”; empty says nothing. */
  readonly under: string;
  readonly signatoryTitle: string;
  readonly signatory: string;
  /** The sum paid now, in words. */
  readonly inWords: string | null;
}

function leftOver(row: number, value: number | null): CellFormula {
  const [approved, paid, now] = [APPROVED, PAID, NOW].map((column) => `N(${cellAddress(row, column)})`);
  return { formula: `ROUND(${approved}-${paid}-${now},6)`, value };
}

function frame(head: PaymentHead): Paper {
  const paper = new Paper(widths, "landscape", 13);
  heading(paper, {
    split: 3,
    authority: ["ỦY BAN NHÂN DÂN", `XÃ ${head.communeInCapitals}`],
    rules: [
      [2, 2],
      [6, 8],
    ],
  });
  paper.title(["DANH SÁCH CHI TRẢ TIỀN HỖ TRỢ CHO HỘ GIA ĐÌNH"], { size: 15 });
  const look = { align: "center", italic: true } as const;
  paper.paragraph(`Thuộc ${PROGRAMME} năm ${head.year}`, look);
  if (head.under !== "") paper.paragraph(head.under, look);
  unitLine(paper, head.unit);
  return paper;
}

/** Sums, the amount in words, signatures. */
function finish(
  paper: Paper,
  head: PaymentHead,
  rows: { readonly first: number; readonly count: number },
  sums: readonly number[] | null,
): void {
  const strong = { ...amount, size: SIZE - 1, bold: true, border: "head" } as const;
  const totalRow = paper.row;
  paper.put(0, APPROVED - 1, "TỔNG CỘNG", { ...strong, size: SIZE, align: "center" });
  [APPROVED, PAID, NOW, LEFT].forEach((column, index) => {
    const area = { row: rows.first, column, rows: rows.count, columns: 1 };
    const sum: CellFormula = sums
      ? { formula: `ROUND(SUM(${areaAddress(area)}),6)`, value: sums[index]! }
      : total(rows.first, column);
    paper.put(column, column, sum, strong);
  });
  paper.put(LEFT + 1, LEFT + 1, null, strong);
  paper.next(22);
  paper.paragraph(wordsLine(head, totalRow, sums?.[2] ?? null), { align: "left", italic: true });
  paper.gap();
  paper.put(7, paper.last, `${head.commune}, ngày …… tháng …… năm ………`, { align: "center", italic: true });
  paper.next();
  signatures(paper, [
    { from: 0, to: 1, title: "NGƯỜI LẬP BIỂU" },
    { from: 2, to: 3, title: "NGƯỜI CHI TIỀN" },
    { from: 4, to: 6, title: "KẾ TOÁN" },
    {
      from: 7,
      to: paper.last,
      title: head.signatoryTitle,
      name: head.signatory,
    },
  ]);
}

/** The cell itself says when the sum has moved on since. */
function wordsLine(head: PaymentHead, totalRow: number, now: number | null): CellInput {
  if (head.inWords === null || now === null) return `Tổng số tiền chi đợt này (bằng chữ): ${"…".repeat(40)}`;
  const words = `Tổng số tiền chi đợt này (bằng chữ): ${head.inWords}.`;
  const changed = "Số tiền đã thay đổi: hãy lập lại danh sách để cập nhật số tiền bằng chữ.";
  return { formula: `IF(${cellAddress(totalRow, NOW)}=${now},"${words}","${changed}")`, value: words };
}

function template(): SheetDesign {
  const head: PaymentHead = {
    commune: COMMUNE,
    communeInCapitals: "{{Tham số.Tên xã|hoa}}",
    year: YEAR,
    unit: DETAIL_UNIT,
    under: "",
    signatoryTitle: "{{Tham số.Chức vụ người ký}}",
    signatory: "{{Tham số.Người ký}}",
    inWords: null,
  };
  const paper = frame(head);
  const row = paper.row + 1;
  const unpaid = `MAX(0,ROUND(N(${cellAddress(row, APPROVED)})-N(${cellAddress(row, PAID)}),6))`;
  const filled = columns.map((column, index) => {
    if (index === NOW) return { ...column, field: calculated(unpaid) };
    return index === LEFT ? { ...column, field: leftOver(row, null) } : column;
  });
  const place = paper.table(filled, 'Hộ "Số QĐ phê duyệt"<>"" sắp xếp="Thôn xóm; Họ và tên chủ hộ"', {
    size: SIZE,
  });
  finish(paper, head, { first: place.bandRow, count: 1 }, null);
  return paper.design(SHEET, place.headRow);
}

/** The list of these households as a sheet, filled. */
export function paymentSheet(
  name: string,
  head: PaymentHead,
  lines: readonly PaymentLine[],
  sums: {
    readonly approved: number;
    readonly paidBefore: number;
    readonly now: number;
    readonly left: number;
  },
): SheetDesign {
  const paper = frame(head);
  const headRow = paper.tableHead(columns, { size: SIZE });
  const first = paper.row;
  lines.forEach((line, index) => {
    const { name: household, identity, hamlet, content, decision, approved, paidBefore, now, left } = line;
    const cells = [index + 1, household, identity, hamlet, content, decision, approved, paidBefore, now];
    paper.tableRow(columns, [...cells, leftOver(paper.row, left), null], { size: SIZE });
  });
  finish(paper, head, { first, count: lines.length }, [sums.approved, sums.paidBefore, sums.now, sums.left]);
  return paper.design(name, headRow);
}

export const paymentList = {
  code: "MB06",
  title: "Danh sách chi trả có ký nhận",
  sheet: SHEET,
  design: template(),
} as const;
