/** The place Báo cáo on Excel: Microsoft's own client against the workbook of the office host. */
import { XlsxBook } from "../../src/hosts/xlsx";
import type { PaneSession } from "../../src/faces/pane";
import type { OfficeHost } from "../office-host";
import { openPane, withSample, type OpenPane } from "./open";

let opened: OpenPane;
let office: OfficeHost;
let session: PaneSession;
beforeEach(async () => {
  opened = await openPane();
  ({ office, session } = opened);
  await withSample(session);
});
afterEach(() => office.stop());

const work = () => session.use("report");
const names = () => office.workbook.sheets.map((sheet) => sheet.name);
/** 12 March 2025. */
const MARCH = 45728;

async function pay(row: number, number: string, amount: number, date = MARCH): Promise<void> {
  await office.userEdits("Giải ngân", `A${row}:I${row}`, [
    [date, number, "Thanh toán", "DA1", "Chưa chi tiết", "Chưa xác định", "Năm nay", "NSTW", amount],
  ]);
}

/** The address of the cell in the row that begins with a title, below a head's letter. */
function cellOf(sheet: string, title: string, letter: string): string {
  const rows = office.values(`'${sheet}'!A1:L80`);
  return `${letter}${rows.findIndex((row) => row.includes(title)) + 1}`;
}

test("offers the workbook's units, projects and periods", async () => {
  const report = await work();
  await report.load();
  expect(report.store.state().offered).toMatchObject({
    unit: "triệu đồng",
    periods: {
      month: { from: { year: 2025, month: 9, day: 1 }, to: { year: 2025, month: 9, day: 30 } },
      quarter: { from: { year: 2025, month: 7, day: 1 } },
      yearToDate: { from: { year: 2025, month: 1, day: 1 } },
    },
    leadUnits: [{ name: "Phòng Kinh tế xã" }, { name: "Phòng Văn hóa - Xã hội xã" }],
  });
  expect(report.store.state().offered!.projects.map((one) => one.code)).toContain("DA4.TDA1");
});

test("makes reports in the chosen period, unit and project", async () => {
  await pay(5, "UNC 1", 50000000);
  const report = await work();
  await report.load();
  report.choose("BC01", false);
  report.choose("BC02", true);
  report.setOptions({ period: "quarter", unit: "đồng", project: "DA1" });
  await report.makeChosen();
  const texts = office.values("'BC02 Giải ngân'!A1:M30").flat();
  expect(texts).toContain("(Từ ngày 01/07/2025 đến ngày 30/09/2025; Dự án: DA1)");
  expect(texts).toContain("Đơn vị tính: đồng");
  const total = office.values(`'BC02 Giải ngân'!${cellOf("BC02 Giải ngân", "TỔNG CỘNG (A + B)", "D")}`);
  expect(total).toEqual([[720000000]]);
});

test("a period that ends before it begins cannot be made", async () => {
  const report = await work();
  report.setOptions({
    period: "own",
    from: { year: 2025, month: 5, day: 1 },
    to: { year: 2025, month: 4, day: 1 },
  });
  expect(report.problem()).toBe("reversed");
});

test("a frozen report is asked about, kept or replaced as the person says", async () => {
  await session.makeReports(["BC01"], true);
  await office.userEdits("Kế hoạch", "E5", [[600]]);
  await session.makeReports(["BC01", "BC03"], false);
  expect(names()).not.toContain("BC03 Đơn vị chủ trì");
  const { notice } = session.state();
  expect(notice).toMatchObject({ intent: "warning", title: "Biểu đã chốt" });
  const [keep, replace] = notice!.actions!;
  const done = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const finished = async () => {
    do await done();
    while (session.state().busy !== null);
  };
  keep!.run();
  await finished();
  expect(names()).toContain("BC03 Đơn vị chủ trì");
  const state = () => office.values("'BC01 Phân bổ vốn'!A6:L6").flat().join("");
  expect(state()).toContain("Số liệu chốt ngày 30/09/2025");
  replace!.run();
  await finished();
  expect(state()).toMatch(/^Còn \d+ lỗi/);
});

test("what the public list says of persons is said when it is made", async () => {
  const report = await work();
  report.setOptions({ showEthnicGroup: true });
  await session.makeReports(["BC06"], false);
  expect(session.state().notice!.text).toContain("dữ liệu cá nhân: họ và tên chủ hộ, năm sinh");
  expect(session.state().notice!.text).toContain("dân tộc");
});

describe("why a figure is what it is", () => {
  test("the selected cell's vouchers, their sum, and the way to each", async () => {
    await pay(5, "UNC 1", 50000000);
    await pay(6, "UNC 2", 25000000);
    await session.makeReports(["BC02"], false);
    const report = await work();
    const stop = report.why.follow();
    await office.userSelects("BC02 Giải ngân", cellOf("BC02 Giải ngân", "TỔNG CỘNG (A + B)", "I"));
    await report.why.look();
    const { why } = report.store.state();
    expect(why).toMatchObject({ kind: "figure", explanation: { value: 75, sum: 75 } });
    if (why?.kind !== "figure") throw new Error("no figure");
    expect(why.rows.map((row) => [row.label, row.cell, row.amount])).toEqual([
      ["UNC 1, 12/03/2025, Thanh toán", "Giải ngân!I5", 50],
      ["UNC 2, 12/03/2025, Thanh toán", "Giải ngân!I6", 25],
    ]);
    await session.reveal(why.rows[1]!.place);
    expect(office.selection.replaceAll("'", "")).toBe("Giải ngân!I6");
    await report.why.look();
    expect(report.store.state().why).toBe(why);
    stop();
  });

  test("a head is no figure, and other sheets are none of ours", async () => {
    const report = await work();
    await office.userSelects("Kế hoạch", "D5");
    await report.why.look();
    expect(report.store.state().why).toEqual({ kind: "elsewhere" });
    await session.makeReports(["BC01"], false);
    await office.userSelects("BC01 Phân bổ vốn", "A4");
    await report.why.look();
    expect(report.store.state().why).toMatchObject({ kind: "noFigure" });
  });

  test("follows what was typed since", async () => {
    await pay(5, "UNC 1", 50000000);
    await session.makeReports(["BC02"], false);
    const report = await work();
    const cell = cellOf("BC02 Giải ngân", "TỔNG CỘNG (A + B)", "I");
    await office.userSelects("BC02 Giải ngân", cell);
    await report.why.look();
    await office.userEdits("Giải ngân", "I5", [[60000000]]);
    await office.settle();
    await report.why.look();
    expect(report.store.state().why).toMatchObject({ explanation: { sum: 60 } });
  });
});

describe("sent on", () => {
  test("judged: not before it is frozen, then ready; the file holds the reports alone", async () => {
    const report = await work();
    report.choose("BC02", true);
    report.choose("BC08", true);
    await report.send.judge();
    expect(report.store.state().readiness).toMatchObject({ ready: false });
    await session.makeReports(["BC01", "BC02", "BC08"], true);
    await report.send.judge();
    expect(report.store.state().readiness).toMatchObject({ ready: true });
    const before = names();
    await report.send.send();
    expect(session.state().notice).toMatchObject({ intent: "success" });
    const [file] = opened.handedOver;
    expect(file!.name).toBe("BC01-BC02.xlsx");
    const { sheets } = await XlsxBook.open(file!.bytes).read({ formulas: true });
    expect(sheets.map((sheet) => [sheet.name, sheet.formulas.size])).toEqual([
      ["BC01 Phân bổ vốn", 0],
      ["BC02 Giải ngân", 0],
    ]);
    expect(names()).toEqual(before);
  });
});

describe("reconciled", () => {
  const statement = [
    "Ngày\tSố CT\tDiễn giải\tSố tiền",
    "12/03/2025\t1\tChi nhà ở\t50.000.000",
    "20/03/2025\t7\tPhí\t11.000",
  ];

  test("a pasted statement is read, counted and written, and taken back", async () => {
    await pay(5, "UNC 1", 50000000);
    const report = await work();
    await report.reconcile.openText("dán", statement.join("\n"));
    const { prepared } = report.store.state();
    expect(prepared!.sums).toEqual({ ours: 50000000, theirs: 50011000, difference: -11000 });
    await report.reconcile.write();
    expect(names()).toContain("Đối chiếu");
    expect(office.values("'Đối chiếu'!A1:K40").flat()).toContain(
      "BẢNG ĐỐI CHIẾU SỐ LIỆU GIẢI NGÂN VỚI KHO BẠC NHÀ NƯỚC",
    );
    await session.undoLast();
    expect(names()).not.toContain("Đối chiếu");
  });

  test("columns that are not recognised are chosen by hand", async () => {
    const report = await work();
    await report.reconcile.openText("dán", "a\tb\tc\n12/03/2025\t1\t50000000");
    expect(report.store.state()).toMatchObject({ statement: { mapping: null }, prepared: null });
    await report.reconcile.map({
      headerRow: 0,
      columns: { date: 0, number: 1, amount: 2, returned: null, note: null },
      unit: "đồng",
    });
    expect(report.store.state().prepared!.sums.theirs).toBe(50000000);
  });

  test("a file of another program is opened; one that is no workbook is refused in words", async () => {
    const report = await work();
    const book = XlsxBook.create();
    const cells = statement.flatMap((line, row) =>
      line.split("\t").map((content, column) => ({ row, column, content })),
    );
    await book.apply(
      { task: "t", operations: [{ kind: "createSheet", design: { name: "Sao kê", columns: [], cells } }] },
      { at: "2025-09-30" },
    );
    await report.reconcile.openFile("sao-ke.xlsx", book.bytes());
    expect(report.store.state().prepared!.sums.theirs).toBe(50011000);
    report.reconcile.close();
    await report.reconcile.openFile("hong.xlsx", new Uint8Array([1, 2, 3]));
    expect(session.state().notice).toMatchObject({ intent: "error" });
    expect(report.store.state().statement).toBeNull();
  });
});
