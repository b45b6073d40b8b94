/**
 * Báo cáo tiến độ tháng: the commune's covering report. Its figures are native formulas over the vouchers listed on its last
 * page, so that every sum can be followed to a voucher.
 */
import { cellAddress, type CellFormula } from "../../book";
import { calculated, oneDecimalText, sentence, total } from "./figures";
import { INDENT, Paper, type TableColumn } from "./paper";
import { closing, COMMUNE, heading, PROGRAMME, YEAR } from "./parts";
import { voucherPage, type VoucherPage } from "./voucherPage";

const SHEET = "Báo cáo tiến độ tháng";
const SPLIT = 2;
const widths = [4.5, 10, 11, 12.5, 9.5, 9.5, 9.5, 9.5, 7];
const SIZE = 11;
const UNIT = "{{Tham số.Đơn vị tính}}";

const middle = { align: "center" } as const;
const code = { align: "center", size: 10 } as const;
/** In the workbook's Đơn vị tính: plans write millions with up to three decimals. */
const planned = { align: "right", numberFormat: '#,##0.0##;-#,##0.0##;"–"' } as const;
const share = { align: "right", numberFormat: "0.0%" } as const;
const quantity = { align: "right" } as const;

const CODE = 1;
const PLAN = 4;
const IN_MONTH = 5;
const TO_DATE = 6;
const LEFT = 7;
const SHARE = 8;

const resultColumns: readonly TableColumn[] = [
  { title: "TT", field: "{{STT}}", look: middle },
  { title: "Chỉ tiêu", span: 3, field: "{{Kết quả.Chỉ tiêu}}" },
  { title: "Đơn vị tính", field: "{{Kết quả.ĐVT}}", look: middle },
  { title: "Kế hoạch năm", field: "{{Kết quả.Kế hoạch}}", look: quantity },
  { title: "Kỳ này", field: "{{Kết quả.Kỳ này}}", look: quantity },
  { title: "Lũy kế", field: "{{Kết quả.Lũy kế}}", look: quantity },
  { title: "Tỷ lệ", field: "{{Kết quả.Tỷ lệ}}", look: share },
];

/** A project's line; what was paid is a sum over the vouchers of the last page. */
function projectColumns(row: number, vouchers: VoucherPage): readonly TableColumn[] {
  const at = (column: number) => cellAddress(row, column);
  const left = `ROUND(N(${at(PLAN)})-${at(TO_DATE)},6)`;
  return [
    { title: "TT", field: "{{STT}}", look: middle },
    { title: "Mã theo kế hoạch", field: "{{Dự án.Mã}}", look: code },
    { title: "Mã chương trình", field: "{{Dự án.Mã chương trình}}", look: code },
    { title: "Đơn vị chủ trì", field: "{{Dự án.Đơn vị chủ trì}}" },
    { title: "Kế hoạch vốn", field: "{{Dự án.Tổng vốn}}", look: planned },
    { title: "Giải ngân trong tháng", field: calculated(vouchers.inMonth(at(CODE))), look: planned },
    { title: "Lũy kế giải ngân", field: calculated(vouchers.toDate(at(CODE))), look: planned },
    { title: "Còn lại", field: calculated(left), look: planned },
    { title: "Tỷ lệ", field: shareOf(row), look: share },
  ];
}

function shareOf(row: number): CellFormula {
  const plan = cellAddress(row, PLAN);
  return calculated(`IF(N(${plan})=0,"",ROUND(${cellAddress(row, TO_DATE)}/${plan},6))`);
}

/** Returns the row of the sums. */
function projectTable(paper: Paper, vouchers: VoucherPage): number {
  // The heads are one row above the line that is repeated.
  const { bandRow } = paper.table(projectColumns(paper.row + 1, vouchers), "Dự án", { size: SIZE });
  const strong = { ...planned, size: SIZE, bold: true, border: "head" } as const;
  const sums = paper.row;
  paper.put(0, PLAN - 1, "TỔNG CỘNG", { ...strong, align: "center" });
  for (const column of [PLAN, IN_MONTH, TO_DATE, LEFT])
    paper.put(column, column, total(bandRow, column), strong);
  paper.put(SHARE, SHARE, shareOf(sums), { ...strong, ...share });
  paper.next(22);
  return sums;
}

function head(paper: Paper): void {
  heading(paper, {
    split: SPLIT,
    authority: ["ỦY BAN NHÂN DÂN", "XÃ {{Tham số.Tên xã|hoa}}"],
    number: "Số: {{Nhập.Số báo cáo}}",
    placeAndDate: `${COMMUNE}, {{Nhập.Ngày báo cáo|ngày}}`,
    rules: [
      [1, 1],
      [4, 6],
    ],
  });
  paper.title(["BÁO CÁO"], { size: 15 });
  paper.title([
    `Kết quả thực hiện ${PROGRAMME} tháng {{Nhập.Tháng báo cáo}} năm {{Nhập.Năm báo cáo}} trên địa bàn xã ${COMMUNE}`,
  ]);
  paper.gap();
  paper.paragraph("Kính gửi: {{Nhập.Nơi gửi báo cáo}}", { align: "center" });
  paper.gap();
  paper.paragraph(
    `${INDENT}Thực hiện Kế hoạch số {{Tham số.Số kế hoạch}} {{Tham số.Ngày kế hoạch|ngày}} của Ủy ban nhân dân xã ${COMMUNE} về triển khai ${PROGRAMME} năm ${YEAR}, Ủy ban nhân dân xã báo cáo kết quả như sau:`,
  );
}

/** All but the last page. */
function report(vouchers: VoucherPage): Paper {
  const paper = new Paper(widths, "portrait");
  head(paper);
  const section = (title: string) => paper.paragraph(title, { bold: true, align: "left" });
  section("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH");
  paper.paragraph(`${INDENT}- {{Nhập.Công tác chỉ đạo}}`, {}, 3);
  section("II. KẾT QUẢ GIẢI NGÂN VỐN KẾ HOẠCH NĂM");
  const summary = paper.reserve(3);
  paper.put(0, paper.last, `Đơn vị tính: ${UNIT}`, { align: "right", italic: true, size: 12 });
  const unit = `SUBSTITUTE(${cellAddress(paper.row, 0)},"Đơn vị tính: ","")`;
  paper.next();
  const sums = projectTable(paper, vouchers);
  summary.write(summaryText(sums, unit, vouchers));
  paper.gap();
  section("III. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU");
  paper.gap(3);
  paper.table(resultColumns, "Kết quả", { size: SIZE, lines: 3 });
  // What is signed stands with text above it, whatever the tables' length.
  paper.newPage();
  section("IV. KHÓ KHĂN, VƯỚNG MẮC");
  paper.paragraph(`${INDENT}- {{Nhập.Khó khăn vướng mắc}}`, {}, 3);
  section("V. KIẾN NGHỊ, ĐỀ XUẤT");
  paper.paragraph(`${INDENT}- {{Nhập.Kiến nghị}}`, {}, 3);
  paper.paragraph(
    `${INDENT}Trên đây là báo cáo kết quả thực hiện Chương trình tháng {{Nhập.Tháng báo cáo}} năm {{Nhập.Năm báo cáo}} của Ủy ban nhân dân xã ${COMMUNE}./.`,
  );
  closing(paper, {
    split: SPLIT + 1,
    recipients: "- {{Tham số.Nơi nhận}}",
    title: "{{Tham số.Chức vụ người ký}}",
    name: "{{Tham số.Người ký}}",
    titleLines: 3,
    recipientLines: 12,
  });
  return paper;
}

/** Laid out once to learn where the vouchers stand, and again with formulas that lead there. */
function lay() {
  const vouchers = voucherPage(report(voucherPage(0)).row);
  const paper = report(vouchers);
  vouchers.lay(paper);
  return paper.design(SHEET);
}

function summaryText(sums: number, unit: string, vouchers: VoucherPage): CellFormula {
  const figure = (column: number) => ({ figure: oneDecimalText(cellAddress(sums, column)) });
  const percent = { figure: oneDecimalText(`N(${cellAddress(sums, SHARE)})*100`) };
  return sentence([
    `${INDENT}Tổng kế hoạch vốn được giao: `,
    figure(PLAN),
    " ",
    { figure: unit },
    "; giải ngân trong tháng: ",
    figure(IN_MONTH),
    "; lũy kế đến hết tháng: ",
    figure(TO_DATE),
    ", đạt ",
    percent,
    "% kế hoạch. Vốn năm trước kéo dài đã giải ngân: ",
    { figure: oneDecimalText(vouchers.carriedOver) },
    ". Chi tiết tại phụ lục kèm theo.",
  ]);
}

export const progressReport = {
  code: "MB07",
  title: "Báo cáo tiến độ tháng",
  sheet: SHEET,
  design: lay(),
} as const;
