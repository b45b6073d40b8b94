/** A report made again in the layout that staff have given its sheet, with what they typed into it. */
import { columnIndex, findSheet, findTable, type CellInput, type SheetDesign } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { reportForm, type ReportForm } from "../../src/reports";
import { check, makeReports, prepareReports, withReportDesigns, type ReportChoice } from "../../src/tasks";
import { addRow, applied, at, injected, samplePlan } from "../tasks/books";
import { addRows, busyBook, day } from "./busyBook";
import { recalculated, same } from "./recalculation";

const today = { year: 2025, month: 9, day: 30 };
const HEAD = 7;

async function report(book: XlsxBook, form: ReportForm, choice: Partial<ReportChoice> = {}): Promise<void> {
  const checked = await withReportDesigns(book, await check(book), [form]);
  const edit = prepareReports(checked, { forms: [form], freeze: false, today, ...choice });
  const outcome = await makeReports(book, edit, { at });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
}

async function designOf(book: XlsxBook, form: ReportForm): Promise<SheetDesign> {
  return (await book.read({ sheets: [], designs: [form.sheet] })).designs.get(form.sheet)!;
}

/** The heads as a person reads them, of columns that are shown: the group, then the column. */
async function heads(book: XlsxBook, form: ReportForm): Promise<string[]> {
  const design = await designOf(book, form);
  const text = (row: number, column: number) =>
    String(design.cells.find((cell) => cell.row === row && cell.column === column)?.content ?? "");
  let group = "";
  return design.columns.flatMap(({ hidden }, column) => {
    const [upper, lower] = [text(HEAD, column), text(HEAD + 1, column)];
    if (upper !== "") group = upper;
    return hidden ? [] : [lower === "" ? upper : `${group} / ${lower}`];
  });
}

/** A person changes the sheet: columns in this order (old letters), the rest deleted. */
async function rearranged(book: XlsxBook, form: ReportForm, letters: readonly string[]): Promise<void> {
  const design = await designOf(book, form);
  const places = letters.map(columnIndex);
  await applied(book, {
    task: "typing",
    operations: [
      {
        kind: "rewriteSheet",
        design: {
          ...design,
          columns: places.map((place) => design.columns[place] ?? {}),
          cells: places.flatMap((place, column) =>
            design.cells.filter((cell) => cell.column === place).map((cell) => ({ ...cell, column })),
          ),
          merges: [],
          validations: [],
          charts: [],
          page: { ...design.page!, area: { row: 0, column: 0, rows: 10, columns: places.length } },
        },
      },
    ],
  });
}

async function type(book: XlsxBook, form: ReportForm, cell: string, content: CellInput): Promise<void> {
  const match = /^([A-Z]+)(\d+)$/.exec(cell)!;
  const place = { row: Number(match[2]) - 1, column: columnIndex(match[1]!) };
  await applied(book, {
    task: "typing",
    operations: [{ kind: "writeCells", sheet: form.sheet, ...place, cells: [[content]] }],
  });
}

async function hide(book: XlsxBook, form: ReportForm, letters: string, width?: number): Promise<void> {
  const design = await designOf(book, form);
  const columns = design.columns.map((column, index) =>
    index !== columnIndex(letters) ? column : width === undefined ? { ...column, hidden: true } : { width },
  );
  await applied(book, {
    task: "typing",
    operations: [{ kind: "rewriteSheet", design: { ...design, columns } }],
  });
}

async function agreesWithAnotherProgram(book: XlsxBook): Promise<void> {
  const cells = (await recalculated(book.bytes())).filter((cell) => cell.sheet.startsWith("BC"));
  expect(cells.length).toBeGreaterThan(40);
  expect(cells.filter((cell) => !same(cell.ours, cell.theirs))).toEqual([]);
}

const bc01 = reportForm("BC01")!;
const bc02 = reportForm("BC02")!;

test("heads that staff renamed stay, and those with a date in them still move on", async () => {
  const book = await injected(samplePlan());
  await report(book, bc02);
  await type(book, bc02, "D8", "Dự toán giao");
  await type(book, bc02, "E9", "Tạm ứng");
  await report(book, bc02, { to: { year: 2025, month: 10, day: 31 } });
  const shown = await heads(book, bc02);
  expect(shown[3]).toBe("Dự toán giao");
  expect(shown[4]).toBe("Giải ngân trong kỳ / Tạm ứng");
  expect(shown[7]).toBe("Lũy kế giải ngân đến 31/10/2025 / Tạm ứng chưa thu hồi");
});

test("columns moved and deleted stay so; one that others are computed from becomes a hidden one", async () => {
  const book = await injected(samplePlan());
  await addRows(book, {
    tblGiaiNgan: [
      {
        Ngày: day(2025, 5, 5),
        "Số chứng từ": "UNC 1",
        "Hình thức": "Thanh toán",
        "Mã dự án": "DA1",
        "Nội dung": "Chưa chi tiết",
        "Loại vốn": "Đầu tư",
        "Năm vốn": "Năm nay",
        Nguồn: "NSTW",
        "Số tiền": 90000000,
      },
    ],
  });
  await report(book, bc02);
  const before = await heads(book, bc02);
  // Without the code and the advances in the period; the rest of the money before what was paid.
  await rearranged(book, bc02, ["A", "C", "D", "L", "F", "G", "H", "I", "J", "K", "M"]);
  await report(book, bc02);
  expect(await heads(book, bc02)).toEqual(
    [0, 2, 3, 11, 5, 6, 7, 8, 9, 10, 12].map((column) => before[column]),
  );
  const design = await designOf(book, bc02);
  expect(design.columns.map((column) => column.hidden ?? false).lastIndexOf(true)).toBe(11);
  await agreesWithAnotherProgram(book);
  const again = JSON.stringify((await designOf(book, bc02)).cells);
  await report(book, bc02);
  expect(JSON.stringify((await designOf(book, bc02)).cells)).toBe(again);
  await report(book, bc02, { keepLayout: false });
  expect(await heads(book, bc02)).toEqual(before);
});

test("hidden columns and widths stay", async () => {
  const book = await injected(samplePlan());
  await report(book, bc01);
  await hide(book, bc01, "C");
  await hide(book, bc01, "E", 40);
  await report(book, bc01);
  const { columns } = await designOf(book, bc01);
  expect(columns[2]!.hidden).toBe(true);
  expect(columns[4]!.width).toBeGreaterThan(38);
  await agreesWithAnotherProgram(book);
});

test("notes go with their lines when a project is added above them", async () => {
  const book = await injected(samplePlan());
  await report(book, bc01);
  const rows = async () => findSheet(await book.read(), bc01.sheet)!.values;
  const lineOf = async (code: string) => (await rows()).findIndex((row) => row[1] === code);
  await type(book, bc01, `L${(await lineOf("DA4.TDA1")) + 1}`, "Chờ bổ sung vốn tỉnh");
  await type(book, bc01, `L${(await lineOf("DA6")) + 1}`, 12.5);
  const words = (await rows()).findIndex((row) => String(row[0]).startsWith("Bằng chữ"));
  await type(book, bc01, `A${words + 2}`, "Ghi chú chung: số liệu chưa gồm vốn lồng ghép");
  await addRow(book, "tblDuAn", {
    Mã: "DA2",
    "Mã chương trình": "DA2",
    "Tên dự án": "Quy hoạch, sắp xếp dân cư",
    "Tổng vốn": 115,
    NSTW: 100,
    NSĐP: 15,
  });
  const table = findTable(await book.read(), "tblDuAn")!;
  expect(table.table.area.rows).toBeGreaterThan(7);
  await report(book, bc01);
  const after = await rows();
  expect(after[await lineOf("DA4.TDA1")]![11]).toBe("Chờ bổ sung vốn tỉnh");
  expect(after[await lineOf("DA6")]![11]).toBe(12.5);
  expect(after.flat().filter((value) => value === "Chờ bổ sung vốn tỉnh")).toHaveLength(1);
  expect(after.flat()).toContain("Ghi chú chung: số liệu chưa gồm vốn lồng ghép");
});

test("a column of their own stays with what stands in it", async () => {
  const book = await injected(samplePlan());
  await report(book, bc01);
  await rearranged(book, bc01, ["A", "B", "D", "Z", "F", "G", "H", "I"]);
  await type(book, bc01, "D8", "Nguyên nhân chậm");
  const row = findSheet(await book.read(), bc01.sheet)!.values.findIndex((cells) => cells[1] === "DA1");
  await type(book, bc01, `D${row + 1}`, "Chưa có hướng dẫn");
  await report(book, bc01);
  const { values } = findSheet(await book.read(), bc01.sheet)!;
  expect((await heads(book, bc01)).slice(0, 5)).toEqual([
    "STT",
    "Mã dự án / Theo kế hoạch của xã",
    "Dự án, tiểu dự án",
    "Nguyên nhân chậm",
    "Tổng vốn",
  ]);
  expect(values.find((cells) => cells[1] === "DA1")![3]).toBe("Chưa có hướng dẫn");
});

test("the public list has no hidden column, whatever staff did", async () => {
  const bc06 = reportForm("BC06")!;
  const book = await busyBook({ households: 20, vouchers: 3 });
  await report(book, bc06);
  await hide(book, bc06, "E");
  await report(book, bc06);
  const { columns } = await designOf(book, bc06);
  expect(columns.some((column) => column.hidden)).toBe(false);
  expect(await heads(book, bc06)).not.toContain("Số CCCD (3 số cuối)");
});
