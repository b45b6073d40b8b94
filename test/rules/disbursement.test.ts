import { runRules, type ExampleRow } from "../../src/rules";
import { check, places, tablesOf } from "./workbook";
import { book, goodRows, voucher } from "./samples";

const run = (code: string, rows: Record<string, readonly ExampleRow[]>) =>
  runRules(tablesOf(book(rows)), { rules: [code] });

describe("paid against allocated", () => {
  const code = "disbursement/exceeds-allocation";
  const line = (type: string, central: number, year = "Năm nay") => ({
    ...goodRows["tblNganSach"]![1]!,
    "Loại vốn": type,
    NSTW: central,
    "Năm vốn": year,
  });
  const pay = (amount: number, more: ExampleRow = {}) => voucher({ "Số tiền": amount, ...more });

  test("is told on the group's last voucher, by date and then by row", () => {
    const tblGiaiNgan = [pay(60e6, { Ngày: 45910 }), pay(60e6, { Ngày: 45900 }), pay(1e6, { Ngày: 45910 })];
    const found = run(code, { tblNganSach: [line("Đầu tư", 100)], tblGiaiNgan });
    expect(places(found)).toEqual([`${code} tblGiaiNgan Số tiền 3`]);
    expect(found[0]!.params).toEqual({
      project: "DA1",
      source: "NSTW",
      capitalType: "Đầu tư",
      year: "Năm nay",
      paid: 121e6,
      allocation: 100e6,
      excess: 21e6,
    });
  });

  test.each([
    ["equal amounts", [line("Đầu tư", 100)], [pay(100e6)], []],
    [
      "an advance recovered, written negative",
      [line("Đầu tư", 100)],
      [pay(80e6, { "Hình thức": "Tạm ứng" }), pay(-80e6, { "Hình thức": "Thu hồi tạm ứng" }), pay(90e6)],
      [],
    ],
    ["money taken back", [line("Đầu tư", 100)], [pay(110e6), pay(10e6, { "Hình thức": "Giảm chi" })], []],
    ["another source", [line("Đầu tư", 100)], [pay(60e6, { Nguồn: "NSĐP" })], [1]],
    ["another year", [line("Đầu tư", 100)], [pay(60e6, { "Năm vốn": "Kéo dài" })], [1]],
    ["another capital type", [line("Đầu tư", 100)], [pay(60e6, { "Loại vốn": "Sự nghiệp" })], [1]],
    [
      "an undecided allocation, for either type",
      [line("Chưa xác định", 100)],
      [pay(60e6), pay(40e6, { "Loại vốn": "Sự nghiệp" })],
      [],
    ],
    [
      "an undecided allocation, used twice",
      [line("Chưa xác định", 100)],
      [pay(60e6), pay(60e6, { "Loại vốn": "Sự nghiệp" })],
      [2],
    ],
    [
      "an undecided payment within all there is",
      [line("Đầu tư", 50), line("Sự nghiệp", 50)],
      [pay(90e6, { "Loại vốn": "Chưa xác định" })],
      [],
    ],
    ["an unreadable allocation", [{ ...line("Đầu tư", 1), NSTW: "một trăm" }], [pay(60e6)], []],
  ])("%s", (_name, tblNganSach, tblGiaiNgan, rows) => {
    const found = run(code, { tblNganSach, tblGiaiNgan });
    expect(found.map((one) => one.row - 4)).toEqual(rows);
  });

  test("says nothing while there is no budget line", () => {
    expect(run(code, { tblNganSach: [], tblGiaiNgan: [pay(60e6)] })).toEqual([]);
  });
});

describe("duplicate vouchers", () => {
  const code = "disbursement/duplicate-voucher";
  const rows = (...changes: ExampleRow[]) =>
    run(code, { tblGiaiNgan: [voucher(), ...changes.map((change) => voucher(change))] }).map((one) => [
      one.row - 4,
      one.params["otherRow"],
    ]);

  test("are pairs with the first, on the later rows", () => {
    expect(rows({}, { "Số chứng từ": "unc 15" }, { Ngày: "02/09/2025" })).toEqual([
      [2, 5],
      [3, 5],
    ]);
  });

  test.each([
    ["date", { Ngày: 45901 }],
    ["amount", { "Số tiền": 1 }],
    ["content", { "Nội dung": "Đất ở" }],
    ["source", { Nguồn: "NSĐP" }],
    ["recipient", { "Đơn vị nhận": "Ma Thị Lan" }],
    ["manner", { "Hình thức": "Tạm ứng" }],
    ["work", { "Mã công trình": "CT01" }],
  ])("differ in their %s", (_name, change) => {
    expect(rows(change)).toEqual([]);
  });

  test("to nobody named are one where their notes agree, and never where a placeholder stands", () => {
    expect(
      rows({ "Đơn vị nhận": null, "Ghi chú": "hộ 1" }, { "Đơn vị nhận": null, "Ghi chú": "hộ 2" }),
    ).toEqual([]);
    expect(
      rows({ "Đơn vị nhận": null, "Ghi chú": "hộ 1" }, { "Đơn vị nhận": null, "Ghi chú": "hộ 1" }),
    ).toEqual([[3, 6]]);
    expect(rows({ "Đơn vị nhận": "chưa có" }, { "Đơn vị nhận": "chưa có" })).toEqual([]);
  });
});

test("a date of which only the year is known is outside no period", () => {
  expect(run("disbursement/outside-period", { tblGiaiNgan: [voucher({ Ngày: 2024 })] })).toEqual([]);
});

test("deadlines left out are those of the contract", () => {
  const tblThamSo = [{ "Tham số": "Năm kế hoạch", "Giá trị": "2025" }];
  const tblGiaiNgan = ["31/01/2026", "01/02/2026"].flatMap((date) =>
    ["Năm nay", "Kéo dài"].map((year) => ({ Ngày: date, "Năm vốn": year })),
  );
  const found = check({ tblThamSo, tblGiaiNgan }, { rules: ["disbursement/outside-period"] });
  expect(found.map((one) => one.row - 4)).toEqual([2, 3, 4]);
});

describe("works", () => {
  const work = (more: ExampleRow) => ({ ...goodRows["tblCongTrinh"]![0]!, ...more });

  test("in several rows are planned and accepted together", () => {
    const tblCongTrinh = [
      work({ "Kế hoạch vốn năm": 300 }),
      work({ "Kế hoạch vốn năm": 201, "Khối lượng nghiệm thu": 100 }),
    ];
    expect(run("work/plan-exceeds-investment", { tblCongTrinh })[0]).toMatchObject({
      row: 6,
      params: { planned: 501e6, investment: 500e6 },
    });
    const tblGiaiNgan = [voucher({ "Mã công trình": "CT01", "Số tiền": 300e6 })];
    expect(run("work/paid-exceeds-accepted", { tblCongTrinh, tblGiaiNgan })).toEqual([]);
  });

  test("that are not accepted yet may be paid, and advances are apart", () => {
    const tblGiaiNgan = [voucher({ "Mã công trình": "CT01", "Số tiền": 250e6 })];
    expect(run("work/paid-exceeds-accepted", { tblGiaiNgan })).toHaveLength(1);
    expect(
      run("work/paid-exceeds-accepted", {
        tblGiaiNgan,
        tblCongTrinh: [work({ "Khối lượng nghiệm thu": null })],
      }),
    ).toEqual([]);
    expect(
      run("work/paid-exceeds-accepted", { tblGiaiNgan: [{ ...tblGiaiNgan[0]!, "Hình thức": "Tạm ứng" }] }),
    ).toEqual([]);
  });

  test("that nobody listed are unknown even while the list is empty", () => {
    expect(
      run("work/unknown", { tblCongTrinh: [], tblGiaiNgan: [voucher({ "Mã công trình": "CT01" })] }),
    ).toHaveLength(1);
  });
});
