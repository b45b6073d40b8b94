/** How a biểu falls on pages: its signatures never alone, and no page fuller than paper. */
import { readTables } from "../../src/layout";
import { reportForm, type ReportOptions } from "../../src/reports";
import { addRows } from "./busyBook";
import { injected, samplePlan } from "../tasks/books";

const today = { year: 2025, month: 9, day: 30 };
const options: ReportOptions = { freeze: false, today, openErrors: 0, findings: [] };
/** A4 landscape less the margins of the sheet, in points. */
const PAPER = { width: 728.5, height: 481.9 };

const household = (number: number) => ({
  "Họ và tên chủ hộ": `Nông Văn ${number}`,
  "Ngày sinh": 1970,
  "Giới tính": "Nam",
  "Dân tộc": "Tày",
  "Số CCCD": `01907000${String(number).padStart(4, "0")}`,
  "Thôn xóm": "Làng Mười",
  "Diện hộ": "Hộ nghèo",
  "Mã dự án": "DA1",
  "Nội dung hỗ trợ": "Nhà ở",
  NSTW: 40000000,
});

test.each([1, 12, 14, 16, 18, 20, 22, 24, 26, 38, 41, 44, 47, 90])(
  "a list of %i households ends with rows above its signatures, on pages that hold it",
  async (count) => {
    const book = await injected(samplePlan());
    await addRows(book, { tblHo: Array.from({ length: count }, (_unused, index) => household(index)) });
    const tables = readTables(await book.read({ formulas: true }));
    const design = reportForm("BC06")!.make(tables, options);
    const { page, rowHeights, cells, columns } = design;
    const rowOf = (text: string) =>
      cells.find((cell) => typeof cell.content === "string" && cell.content.startsWith(text))!.row;
    const lastRow = rowOf("TỔNG CỘNG");
    const end = Math.max(...cells.map((cell) => cell.row));
    const breaks = page!.breaksBefore ?? [];
    // Excel's width of a column in a font whose digits are six points wide, with its padding.
    const width = columns.reduce((sum, column) => sum + column.width! * 6 + 3.75, 0);
    const scale = Math.min(1, PAPER.width / width);
    const heights = (from: number, to: number) =>
      Array.from(
        { length: to - from + 1 },
        (_unused, index) => rowHeights!.get(from + index) ?? 15.75,
      ).reduce((sum, height) => sum + height, 0);
    const { first, last } = page!.titleRows!;
    [0, ...breaks].forEach((start, index) => {
      const stop = (breaks[index] ?? end + 1) - 1;
      const repeated = index === 0 ? 0 : heights(first, last);
      expect((heights(start, stop) + repeated) * scale).toBeLessThanOrEqual(PAPER.height);
    });
    const lastPage = breaks.at(-1) ?? 0;
    expect(lastPage).toBeLessThanOrEqual(Math.max(last + 1, lastRow - 2));
    expect(end).toBeGreaterThan(lastRow);
  },
);
