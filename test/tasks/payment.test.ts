/** From the list to the payment: vouchers, Đã chi and the list for signatures in one edit, to the đồng, undone as a whole. */
import fc from "fast-check";
import type { CellValue } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { readTables, type WorkbookTables } from "../../src/layout";
import {
  approvedHouseholds,
  canBePaid,
  capitalTypeOf,
  preparePayment,
  sharesOf,
  type PayableHousehold,
  type PaymentChoice,
} from "../../src/tasks";
import { faultsOf } from "../hosts/xlsx/validity";
import { addRows } from "../reports/busyBook";
import { recalculated, same } from "../reports/recalculation";
import { applied, at, injected, samplePlan, view } from "./books";

type Row = Readonly<Record<string, CellValue>>;

const household = (name: string, more: Row): Row => ({
  "Họ và tên chủ hộ": name,
  "Ngày sinh": 1980,
  "Giới tính": "Nam",
  "Dân tộc": "Tày",
  "Thôn xóm": "Làng Mười",
  "Diện hộ": "Hộ nghèo",
  "Mã dự án": "DA1",
  "Nội dung hỗ trợ": "Nhà ở",
  NSTW: 40_000_000,
  NSĐP: 4_000_000,
  "Số QĐ phê duyệt": "97/QĐ-UBND",
  "Số tài khoản": "8800200000001",
  ...more,
});

async function workbook(households: readonly Row[]): Promise<XlsxBook> {
  const book = await injected(samplePlan());
  await addRows(book, { tblHo: households });
  return book;
}

const tablesOf = async (book: XlsxBook): Promise<WorkbookTables> =>
  readTables(await book.read({ formulas: true }));

const choice = (payments: ReadonlyMap<number, number>, more: Partial<PaymentChoice> = {}): PaymentChoice => ({
  payments,
  date: { year: 2025, month: 9, day: 18 },
  voucher: "UNC 12",
  manner: "Thanh toán",
  capitalType: "Đầu tư",
  capitalYear: "Năm nay",
  ...more,
});

const typical = [
  household("Nông Văn Thành", { "Số CCCD": "019080000001" }),
  household("Hoàng Thị Mùi", { "Số CCCD": "019180000002", "Đã chi": 10_000_000, "Giới tính": "Nữ" }),
  household("Triệu Văn Sơn", { "Số CCCD": "019080000003", "Số QĐ phê duyệt": null }),
  household("Ma Văn Đạt", { "Số CCCD": "019080000004", "Đã chi": 44_000_000 }),
  household("Lý Thị Bích", { "Số CCCD": "019180000005", NSTW: "40.000.000", "Giới tính": "Nữ" }),
  household("Dương Văn Hạnh", {
    "Số CCCD": "019080000006",
    "Số tài khoản": null,
    "Nội dung hỗ trợ": "Đất ở",
  }),
  household("Tổng cộng", { "Số QĐ phê duyệt": "x" }),
];

describe("who can be paid", () => {
  test("households with a decision, what is left of each, and why one cannot be paid", async () => {
    const found = approvedHouseholds(await tablesOf(await workbook(typical)));
    expect(found.map(({ name, left, obstacles }) => [name, left, obstacles])).toEqual([
      ["Nông Văn Thành", 44_000_000, []],
      ["Hoàng Thị Mùi", 34_000_000, []],
      ["Ma Văn Đạt", 0, ["paidInFull"]],
      ["Lý Thị Bích", 4_000_000, ["unreadableAmount"]],
      ["Dương Văn Hạnh", 44_000_000, ["noAccount"]],
    ]);
    expect(found.filter(canBePaid).map(({ row }) => row)).toEqual([0, 1, 5]);
  });

  test("who was paid more than approved is told", async () => {
    const book = await workbook([household("Nông Văn Thành", { "Đã chi": 50_000_000 })]);
    const [one] = approvedHouseholds(await tablesOf(book));
    expect(one).toMatchObject({ left: -6_000_000, obstacles: ["overpaid"] });
    expect(canBePaid(one!)).toBe(false);
  });

  test("paying more than is left, or a row without a decision, is refused as a bug", async () => {
    const tables = await tablesOf(await workbook(typical));
    for (const payments of [
      [1, 34_000_001],
      [2, 1],
      [3, 1],
      [0, 0],
      [0, 1.5],
    ] as const)
      expect(() => preparePayment(tables, choice(new Map([payments])))).toThrow(RangeError);
  });
});

describe("one payment", () => {
  test("writes a voucher for each content and source, raises Đã chi, and makes the list", async () => {
    const book = await workbook(typical);
    const tables = await tablesOf(book);
    const prepared = preparePayment(
      tables,
      choice(
        new Map([
          [0, 44_000_000],
          [1, 34_000_000],
          [5, 22_000_000],
        ]),
      ),
    );
    expect(prepared).toMatchObject({ sheet: "Chi trả UNC 12", households: 3, total: 100_000_000 });
    await applied(book, prepared.edit);

    const vouchers = await view(book, "tblGiaiNgan");
    const rows = Array.from({ length: vouchers.rowCount }, (_unused, row) =>
      ["Số chứng từ", "Hình thức", "Mã dự án", "Nội dung", "Loại vốn", "Nguồn", "Số tiền", "Đơn vị nhận"].map(
        (header) => vouchers.column(header)[row],
      ),
    );
    // 44 of 44, then 34 of the 44 that 10 were drawn from: each source by its share.
    expect(rows).toEqual([
      ["UNC 12", "Thanh toán", "DA1", "Nhà ở", "Đầu tư", "NSTW", 70_909_091, "2 hộ theo danh sách chi trả"],
      ["UNC 12", "Thanh toán", "DA1", "Nhà ở", "Đầu tư", "NSĐP", 7_090_909, "2 hộ theo danh sách chi trả"],
      ["UNC 12", "Thanh toán", "DA1", "Đất ở", "Đầu tư", "NSTW", 20_000_000, "1 hộ theo danh sách chi trả"],
      ["UNC 12", "Thanh toán", "DA1", "Đất ở", "Đầu tư", "NSĐP", 2_000_000, "1 hộ theo danh sách chi trả"],
    ]);
    const households = await view(book, "tblHo");
    expect(households.column("Đã chi").slice(0, 6)).toEqual([
      44_000_000,
      44_000_000,
      null,
      44_000_000,
      null,
      22_000_000,
    ]);

    const { sheets } = await book.read();
    const list = sheets.find((sheet) => sheet.name === "Chi trả UNC 12")!;
    const lines = list.values.filter((row) => typeof row[0] === "number");
    expect(lines.map((row) => [row[1], row[6], row[7], row[8], row[9]])).toEqual([
      ["Nông Văn Thành", 44_000_000, null, 44_000_000, 0].map((value) => value ?? 0),
      ["Hoàng Thị Mùi", 44_000_000, 10_000_000, 34_000_000, 0],
      ["Dương Văn Hạnh", 44_000_000, 0, 22_000_000, 22_000_000],
    ]);
    expect(list.values.flat()).toContain("Tổng số tiền chi đợt này (bằng chữ): Một trăm triệu đồng.");
    expect(await faultsOf([{ bytes: book.bytes() }])).toEqual([[]]);
    const formulas = (await recalculated(book.bytes())).filter((one) => one.sheet === list.name);
    expect(formulas.length).toBeGreaterThan(6);
    expect(formulas.filter((one) => !same(one.ours, one.theirs))).toEqual([]);
  }, 120_000);

  test("is taken back as a whole", async () => {
    const book = await workbook(typical);
    const before = await book.read({ formulas: true });
    const prepared = preparePayment(readTables(before), choice(new Map([[0, 44_000_000]])));
    const outcome = await book.apply(prepared.edit, { at });
    if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
    await applied(book, outcome.entry.undo);
    const after = await book.read({ formulas: true });
    expect(after.sheets.map((sheet) => sheet.name)).toEqual(before.sheets.map((sheet) => sheet.name));
    for (const table of ["tblHo", "tblGiaiNgan"]) {
      const [was, is] = [readTables(before).table(table)!, readTables(after).table(table)!];
      expect(is.rowCount).toBe(was.rowCount);
      for (const header of was.headers) expect(is.column(header)).toEqual(was.column(header));
    }
  });

  test("is refused when somebody paid the household meanwhile", async () => {
    const book = await workbook(typical);
    const prepared = preparePayment(await tablesOf(book), choice(new Map([[1, 34_000_000]])));
    const households = await view(book, "tblHo");
    await applied(book, {
      task: "typing",
      operations: [
        {
          kind: "writeCells",
          sheet: households.sheet.name,
          row: households.firstRow + 1,
          column: households.sheetColumn("Đã chi"),
          cells: [[20_000_000]],
        },
      ],
    });
    const outcome = await book.apply(prepared.edit, { at });
    expect(outcome).toMatchObject({ done: false, refusal: { kind: "changedSince" } });
  });

  test("a second list of one voucher gets a name of its own, and the duplicate is told", async () => {
    const book = await workbook(
      [typical[0]!, typical[0]!].map((row, index) => ({ ...row, "Số CCCD": `01908000000${index}` })),
    );
    await applied(book, preparePayment(await tablesOf(book), choice(new Map([[0, 44_000_000]]))).edit);
    const again = preparePayment(await tablesOf(book), choice(new Map([[1, 44_000_000]])));
    expect(again.sheet).toBe("Chi trả UNC 12 (2)");
    expect(again.findings.map(({ code }) => code)).toContain("disbursement/duplicate-voucher");
  });

  test("what exceeds the allocation is told before, in the rule's words, and what was wrong before is not", async () => {
    const many = Array.from({ length: 18 }, (_unused, index) =>
      household(`Nông Văn ${index}`, { "Số CCCD": `0190800000${String(index).padStart(2, "0")}` }),
    );
    const tables = await tablesOf(await workbook(many));
    const pay = (count: number) =>
      preparePayment(tables, choice(new Map(many.slice(0, count).map((_row, row) => [row, 44_000_000]))));
    // DA1 has 626 million of NSTW and 94 of NSĐP.
    expect(pay(15).findings.map(({ code }) => code)).not.toContain("disbursement/exceeds-allocation");
    const over = pay(16).findings.filter(({ code }) => code === "disbursement/exceeds-allocation");
    expect(over).toHaveLength(1);
    expect(over[0]!.message).toContain("NSTW");
  });

  test("a payment after the deadline is told", async () => {
    const tables = await tablesOf(await workbook(typical));
    const late = choice(new Map([[0, 44_000_000]]), { date: { year: 2026, month: 2, day: 2 } });
    expect(preparePayment(tables, late).findings.map(({ code }) => code)).toContain(
      "disbursement/outside-period",
    );
  });
});

test("the kind of capital is the budget lines' own where they agree", async () => {
  const book = await workbook(typical);
  expect(capitalTypeOf(await tablesOf(book), "DA1")).toBe("Chưa xác định");
  await addRows(book, { tblNganSach: [{ "Mã dự án": "DA77", "Loại vốn": "Đầu tư" }] });
  expect(capitalTypeOf(await tablesOf(book), "DA77")).toBe("Đầu tư");
  expect(capitalTypeOf(await tablesOf(book), "DA99")).toBe("Chưa xác định");
});

test("however a support is paid out, its sources are drawn to the đồng and never beyond", () => {
  const amount = fc.integer({ min: 0, max: 90_000_000 });
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      fc.array(fc.integer({ min: 1, max: 40_000_000 }), { maxLength: 6 }),
      (a, b, c, parts) => {
        const bySource = { NSTW: a, NSĐP: b, "Vốn khác": c };
        const approved = a + b + c;
        let paid = 0;
        const drawn = { NSTW: 0, NSĐP: 0, "Vốn khác": 0 };
        const pay = (now: number) => {
          if (now <= 0) return;
          const one = { approved, paid, left: approved - paid, bySource } as PayableHousehold;
          const shares = sharesOf(one, now);
          for (const source of ["NSTW", "NSĐP", "Vốn khác"] as const) {
            expect(shares[source]).toBeGreaterThanOrEqual(0);
            drawn[source] += shares[source];
            expect(drawn[source]).toBeLessThanOrEqual(bySource[source]);
          }
          expect(shares.NSTW + shares.NSĐP + shares["Vốn khác"]).toBe(now);
          paid += now;
        };
        for (const part of parts) pay(Math.min(part, approved - paid));
        pay(approved - paid);
        expect(drawn).toEqual(bySource);
      },
    ),
  );
});
