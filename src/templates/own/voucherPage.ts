/** The last page of the report: the vouchers, and the sums over them that its other pages ask for. */
import { absoluteAddress } from "../../book";
import type { Paper, TableColumn } from "./paper";

const SIZE = 10;
const middle = { align: "center" } as const;

const columns: readonly TableColumn[] = [
  { title: "TT", field: "{{STT}}", look: middle },
  { title: "Ngày", field: "{{Giải ngân.Ngày}}", look: { ...middle, numberFormat: "dd/mm/yyyy" } },
  { title: "Số chứng từ", field: "{{Giải ngân.Số chứng từ}}", look: middle },
  { title: "Hình thức", field: "{{Giải ngân.Hình thức}}" },
  { title: "Mã dự án", field: "{{Giải ngân.Mã dự án}}", look: middle },
  { title: "Năm vốn", field: "{{Giải ngân.Năm vốn}}", look: middle },
  { title: "Nguồn", field: "{{Giải ngân.Nguồn}}", look: middle },
  {
    title: "Số tiền",
    span: 2,
    field: "{{Giải ngân.Số tiền}}",
    look: { align: "right", numberFormat: "#,##0" },
  },
];
const DATE = 1;
const MANNER = 3;
const PROJECT = 4;
const YEAR = 5;
const AMOUNT = 7;
/** Rows below the page's first. */
const MONTH_ROW = 2;
const FACTOR_ROW = 3;
const BAND_ROW = 5;

export interface VoucherPage {
  /** Paid of this year's money to the project whose code stands in a cell, in the report's unit. */
  readonly inMonth: (code: string) => string;
  readonly toDate: (code: string) => string;
  /** Paid of the money carried over from last year, to the end of the month. */
  readonly carriedOver: string;
  readonly lay: (paper: Paper) => void;
}

/** The page as it will stand from `firstRow` on: formulas above it name its cells. */
export function voucherPage(firstRow: number): VoucherPage {
  const at = (row: number, column: number) => absoluteAddress(firstRow + row, column);
  const range = (column: number) => `${at(BAND_ROW, column)}:${at(BAND_ROW, column)}`;
  const month = `VALUE(${at(MONTH_ROW, 5)}&"")`;
  const year = `VALUE(${at(MONTH_ROW, 7)}&"")`;
  const from = `${range(DATE)},">="&DATE(${year},${month},1)`;
  // Not every program leaves out an empty cell where a number is to be less than another.
  const until = `${range(DATE)},">0",${range(DATE)},"<"&DATE(${year},${month}+1,1)`;
  const sum = (...criteria: readonly string[]) => `SUMIFS(${[range(AMOUNT), ...criteria].join(",")})`;
  /** Advances and payments, less what came back; money that came back is read the same with either sign. */
  const net = (...criteria: readonly string[]) => {
    const paid = (manner: string) => sum(...criteria, range(MANNER), `"${manner}"`);
    const back = (manner: string) => {
      const signed = (sign: string) =>
        sum(...criteria, range(MANNER), `"${manner}"`, range(AMOUNT), `"${sign}0"`);
      return `(${signed(">")}-${signed("<")})`;
    };
    const parts = `${paid("Tạm ứng")}+${paid("Thanh toán")}-${back("Thu hồi tạm ứng")}-${back("Giảm chi")}`;
    return `ROUND((${parts})/${at(FACTOR_ROW, 7)},6)`;
  };
  const ofYear = (code: string) => [range(PROJECT), code, range(YEAR), `"Năm nay"`] as const;
  return {
    inMonth: (code) => net(...ofYear(code), from, until),
    toDate: (code) => net(...ofYear(code), until),
    carriedOver: net(range(YEAR), `"Kéo dài"`, until),
    lay: (paper) => {
      if (firstRow !== 0 && paper.row !== firstRow)
        throw new Error(`the vouchers stand from row ${paper.row} on, not ${firstRow}`);
      page(paper);
    },
  };
}

function page(paper: Paper): void {
  const small = { size: 12, italic: true } as const;
  paper.newPage();
  paper.title(["PHỤ LỤC: CHỨNG TỪ GIẢI NGÂN"]);
  paper.paragraph("(Kèm theo Báo cáo số {{Nhập.Số báo cáo}} {{Nhập.Ngày báo cáo|ngày}})", {
    ...small,
    align: "center",
  });
  paper.put(0, 4, "Số liệu trong tháng:", { ...small, align: "right" });
  paper.put(5, 5, "{{Nhập.Tháng báo cáo}}", { ...small, align: "center" });
  paper.put(6, 6, "năm", { ...small, align: "center" });
  paper.put(7, 8, "{{Nhập.Năm báo cáo}}", { ...small, align: "left" });
  paper.next();
  const units = "Đơn vị tính: {{Tham số.Đơn vị tính chi tiết}}; một {{Tham số.Đơn vị tính}} bằng:";
  paper.put(0, 6, units, { ...small, align: "right" });
  paper.put(7, 8, "{{Tham số.Hệ số quy đổi}}", { ...small, align: "left", numberFormat: "#,##0" });
  paper.next();
  paper.table(columns, 'Giải ngân sắp xếp="Ngày; Số chứng từ"', { size: SIZE });
}
