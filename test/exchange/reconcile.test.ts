/** “Đối chiếu Kho bạc”: exports as they really look, vouchers matched, and the sheet that shows it. */
import fc from "fast-check";
import { findSheet, type CellValue } from "../../src/book";
import {
  guessMapping,
  pastedCells,
  readStatement,
  reconcile,
  type LedgerEntry,
  type StatementLine,
} from "../../src/exchange";
import { XlsxBook } from "../../src/hosts/xlsx";
import { readTables } from "../../src/layout";
import { prepareReconciliation } from "../../src/tasks";
import { addRows, day } from "../reports/busyBook";
import { recalculated, same } from "../reports/recalculation";
import { applied, injected, samplePlan } from "../tasks/books";

const today = { year: 2025, month: 10, day: 5 };

/** As a treasury's program copies it: titles, a head in two rows, sums, text amounts. */
const treasury = [
  "KHO BẠC NHÀ NƯỚC VÕ NHAI\t\t\t\t\t",
  "SAO KÊ CHI TIẾT TÀI KHOẢN DỰ TOÁN\t\t\t\t\t",
  "Từ ngày 01/09/2025 đến ngày 30/09/2025\t\t\tĐVT: đồng\t\t",
  "STT\tChứng từ\t\tDiễn giải\tSố tiền\tThu hồi",
  "\tNgày\tSố\t\t\t",
  "1\t05/09/2025\tUNC 0001\tThanh toán khối lượng đường Làng Mười\t100.000.000\t",
  "2\t08/09/2025\t3\tTạm ứng hợp đồng\t30.000.000\t",
  "3\t10/09/2025\t4\tThu hồi tạm ứng\t\t5.000.000",
  "4\t12/09/2025\t5\tHỗ trợ nhà ở, 3 hộ\t120.000.000\t",
  "5\t20/09/2025\t7\tMua sắm thiết bị\t45.500.000\t",
  "6\t25/09/2025\t99\tPhí chuyển tiền\t11.000\t",
  "\t\t\tCộng phát sinh\t295.511.000\t5.000.000",
].join("\n");

const voucher = (
  date: number,
  number: CellValue,
  amount: CellValue,
  more: Readonly<Record<string, CellValue>> = {},
) => ({
  Ngày: date,
  "Số chứng từ": number,
  "Hình thức": "Thanh toán",
  "Mã dự án": "DA1",
  "Nội dung": "Chưa chi tiết",
  "Loại vốn": "Đầu tư",
  "Năm vốn": "Năm nay",
  Nguồn: "NSTW",
  "Số tiền": amount,
  "Đơn vị nhận": "Công ty Bình Minh",
  ...more,
});

const vouchers = [
  voucher(day(2025, 8, 31), "UNC 0", 7000000),
  voucher(day(2025, 9, 5), "1", 100000000),
  voucher(day(2025, 9, 10), "UNC 3", 30000000, { "Hình thức": "Tạm ứng" }),
  voucher(day(2025, 9, 10), "UNC 4", 5000000, { "Hình thức": "Thu hồi tạm ứng" }),
  voucher(day(2025, 9, 12), "UNC 5", 40000000),
  voucher(day(2025, 9, 12), "UNC 5", 40000000),
  voucher(day(2025, 9, 12), "UNC 5", 40000000),
  voucher(day(2025, 9, 20), "UNC 7", 45000000),
  voucher(day(2025, 9, 29), "UNC 8", 1250000),
  voucher(day(2025, 9, 30), "UNC 9", "3.000.000"),
];

async function ourBook(): Promise<XlsxBook> {
  const book = await injected(samplePlan());
  await addRows(book, { tblGiaiNgan: vouchers });
  return book;
}

async function prepared(book: XlsxBook, cells = pastedCells(treasury)) {
  const tables = readTables(await book.read({ formulas: true }));
  const mapping = guessMapping(cells)!;
  return prepareReconciliation(tables, {
    cells,
    mapping,
    date1904: false,
    party: "Kho bạc Nhà nước",
    today,
  });
}

describe("a statement's columns", () => {
  test("are found under titles and in a head of two rows", () => {
    expect(guessMapping(pastedCells(treasury))).toEqual({
      headerRow: 4,
      columns: { date: 1, number: 2, note: 3, amount: 4, returned: 5 },
      unit: "đồng",
    });
  });

  test.each([
    [
      "accounting program",
      "Ngày hạch toán,Số CT,Diễn giải,Phát sinh nợ,Phát sinh có",
      { date: 0, number: 1, note: 2, amount: 3, returned: 4 },
    ],
    [
      "short",
      "Số chứng từ;Ngày chứng từ;Số tiền (triệu đồng)",
      { number: 0, date: 1, amount: 2, note: null, returned: null },
    ],
    [
      "own words",
      "Ngày\tUNC\tThành tiền\tĐơn vị hưởng",
      { date: 0, number: 1, amount: 2, note: 3, returned: null },
    ],
  ])("%s", (_name, head, columns) => {
    expect(guessMapping(pastedCells(head))?.columns).toEqual(columns);
  });

  test("are not invented", () => {
    expect(guessMapping(pastedCells("Họ và tên\tĐịa chỉ\nNông Văn A\tLàng Mười"))).toBeNull();
  });

  test("amounts are read in their unit, sums are left out, what cannot be read is told", () => {
    const cells = pastedCells(
      "Ngày;Số CT;Số tiền (triệu đồng)\n05/09/2025;1;9,5\n06/09/2025;2;chín\nTổng cộng;;9,5",
    );
    const { lines, unread } = readStatement(cells, guessMapping(cells)!, false);
    expect(lines).toEqual([{ row: 1, date: "2025-09-05", number: "1", amount: 9500000, note: "" }]);
    expect(unread).toEqual([2]);
  });

  test("quoted cells keep separators and quotes", () => {
    expect(pastedCells('Số CT,Diễn giải\r\n1,"Chi ""Làng Mười"", đợt 1"\r\n')).toEqual([
      ["Số CT", "Diễn giải"],
      ["1", 'Chi "Làng Mười", đợt 1'],
    ]);
  });
});

describe("vouchers", () => {
  const numbers = (entries: readonly { number: string }[]) => entries.map((one) => one.number);

  test("are the same, near, of another amount, or on one side only", async () => {
    const { reconciliation: found, period, sums, unread } = await prepared(await ourBook());
    expect(period).toEqual({ from: { year: 2025, month: 9, day: 1 }, to: { year: 2025, month: 9, day: 30 } });
    expect(found.matched.map((pair) => [numbers(pair.ours), numbers(pair.theirs)])).toEqual([
      [["1"], ["UNC 0001"]],
      [["UNC 4"], ["4"]],
      [["UNC 5", "UNC 5", "UNC 5"], ["5"]],
    ]);
    expect(found.proposed.map((pair) => [numbers(pair.ours), pair.reasons])).toEqual([
      [["UNC 3"], [{ kind: "date", days: 2 }]],
    ]);
    expect(found.different.map((pair) => [numbers(pair.ours), pair.difference])).toEqual([
      [["UNC 7"], -500000],
    ]);
    expect(numbers(found.onlyOurs)).toEqual(["UNC 8"]);
    expect(numbers(found.onlyTheirs)).toEqual(["99"]);
    expect(sums).toEqual({ ours: 291250000, theirs: 290511000, difference: 739000 });
    expect(unread).toEqual({ ours: 1, theirs: 0 });
  });

  test("money given back that theirs shows without a sign is ours", () => {
    const ours: LedgerEntry[] = [{ row: 0, date: "2025-09-10", number: "4", amount: -5, text: "" }];
    const theirs: StatementLine[] = [{ row: 1, date: "2025-09-10", number: "4", amount: 5, note: "" }];
    expect(reconcile(ours, theirs)).toMatchObject({
      matched: [{ difference: 0 }],
      onlyOurs: [],
      onlyTheirs: [],
    });
  });

  test("a year in a number does not make all numbers one", () => {
    const ours: LedgerEntry[] = [{ row: 0, date: "2025-09-10", number: "2025/12", amount: 5, text: "" }];
    const theirs: StatementLine[] = [{ row: 1, date: "2025-09-10", number: "2025/13", amount: 9, note: "" }];
    expect(reconcile(ours, theirs)).toMatchObject({ different: [], onlyOurs: ours, onlyTheirs: theirs });
  });

  test("stand in one place each, and nothing is lost, whatever the two sides hold", () => {
    const entry = fc.record({
      date: fc.constantFrom("2025-09-01", "2025-09-02", "2025-09-20", null),
      number: fc.constantFrom("", "1", "UNC 1", "01/2025", "2", "12", "112"),
      amount: fc.constantFrom(5, 10, 15, -5, 20),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.array(entry, { maxLength: 12 }), (left, right) => {
        const ours = left.map((one, row) => ({ ...one, row, text: "" }));
        const theirs = right.map((one, row) => ({ ...one, row, note: "" }));
        const found = reconcile(ours, theirs);
        const pairs = [...found.matched, ...found.proposed, ...found.different];
        const rows = (all: readonly { row: number }[]) => all.map((one) => one.row).sort((a, b) => a - b);
        expect(rows([...found.onlyOurs, ...pairs.flatMap((pair) => pair.ours)])).toEqual(rows(ours));
        expect(rows([...found.onlyTheirs, ...pairs.flatMap((pair) => pair.theirs)])).toEqual(rows(theirs));
        for (const pair of [...found.matched, ...found.proposed]) expect(pair.difference).toBe(0);
      }),
    );
  });
});

describe("the sheet", () => {
  test("shows both sums and the difference as formulas that another program agrees with", async () => {
    const book = await ourBook();
    await applied(book, (await prepared(book)).edit);
    const { values } = findSheet(await book.read(), "Đối chiếu")!;
    const total = values.find((row) => row.includes("TỔNG CỘNG"))!;
    expect([total[4], total[7], total[8]]).toEqual([291250000, 290511000, 739000]);
    const live = values.find((row) => row.includes("Tính thẳng từ trang Giải ngân hiện nay"))!;
    expect(live[4]).toBe(291250000);
    const cells = (await recalculated(book.bytes())).filter((cell) => cell.sheet === "Đối chiếu");
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => !same(cell.ours, cell.theirs))).toEqual([]);
  });

  test("made again it keeps what was noted on a line, and follows the vouchers", async () => {
    const book = await ourBook();
    await applied(book, (await prepared(book)).edit);
    const before = findSheet(await book.read(), "Đối chiếu")!.values;
    const row = before.findIndex((cells) => cells.includes("UNC 7"));
    await applied(book, {
      task: "typing",
      operations: [
        { kind: "writeCells", sheet: "Đối chiếu", row, column: 10, cells: [["Kho bạc ghi nhầm"]] },
      ],
    });
    await addRows(book, { tblGiaiNgan: [voucher(day(2025, 9, 5), "99", 10000)] });
    await applied(book, (await prepared(book)).edit);
    const after = findSheet(await book.read(), "Đối chiếu")!.values;
    expect(after.find((cells) => cells.includes("UNC 7"))![10]).toBe("Kho bạc ghi nhầm");
    expect(after.findIndex((cells) => cells.includes("UNC 7"))).not.toBe(row);
    expect(after.filter((cells) => cells.includes("Kho bạc ghi nhầm"))).toHaveLength(1);
  });

  test("a sheet of this name that is somebody else's stays as it is", async () => {
    const book = await ourBook();
    await applied(book, {
      task: "typing",
      operations: [
        {
          kind: "createSheet",
          design: { name: "Đối chiếu", columns: [], cells: [{ row: 0, column: 0, content: "của tôi" }] },
        },
      ],
    });
    await applied(book, (await prepared(book)).edit);
    const snapshot = await book.read();
    expect(findSheet(snapshot, "Đối chiếu")!.values).toEqual([["của tôi"]]);
    expect(findSheet(snapshot, "Đối chiếu 2")).toBeDefined();
  });
});
