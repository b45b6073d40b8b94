import { runRules, type ExampleRow } from "../../src/rules";
import { check, places, tablesOf } from "./workbook";
import { book, goodRows, household } from "./samples";

const only = (code: string) => ({ rules: [code] });
const project = (more: ExampleRow): ExampleRow => ({ ...goodRows["tblDuAn"]![0]!, ...more });
const parameter = (name: string, value: ExampleRow[string]) => ({ "Tham số": name, "Giá trị": value });

describe("splits", () => {
  const split = (total: ExampleRow[string], tolerance: ExampleRow[string] = 0.1) =>
    check({
      tblThamSo: [parameter("Sai số làm tròn", tolerance)],
      tblDuAn: [{ Mã: "DA1", "Tổng vốn": total, NSTW: 626, NSĐP: 94 }],
    }).filter((one) => one.code.startsWith("budget/split"));

  test("are compared in đồng, with the difference", () => {
    const [found] = split(750);
    expect(found).toMatchObject({ code: "budget/split-mismatch", severity: "error", column: "Tổng vốn" });
    expect(found!.params).toEqual({ total: 750_000_000, parts: 720_000_000, difference: 30_000_000 });
  });

  test.each([
    [720.1, 0.1, "budget/split-rounding"],
    [719.9, 0.1, "budget/split-rounding"],
    [720.100001, 0.1, "budget/split-mismatch"],
    [720.000001, 0, "budget/split-mismatch"],
    [720.2, "0,2", "budget/split-rounding"],
  ])("of %p with the tolerance %p are %s", (total, tolerance, code) => {
    expect(split(total, tolerance).map((one) => one.code)).toEqual([code]);
  });

  test("are not judged while a figure is missing or unreadable", () => {
    expect(split("bảy trăm hai mươi")).toEqual([]);
    expect(split(null)).toEqual([]);
    expect(split({ error: "#REF!" })).toEqual([]);
  });

  test("take a number typed as text for what it says", () => {
    expect(split("720")).toEqual([]);
    expect(split("1.720")[0]!.params["difference"]).toBe(1_000_000_000);
  });
});

describe("the workbook's unit", () => {
  test.each([
    ["đồng", 720_000_000, 626_000_000, 94_000_000],
    ["nghìn đồng", 720_000, 626_000, 94_000],
    ["Triệu đồng", 720, 626, 94],
  ])("%s gives the same đồng", (unit, total, central, local) => {
    const rows = {
      tblThamSo: [parameter("Đơn vị tính", unit)],
      tblDuAn: [{ Mã: "DA1", "Tổng vốn": total * 2, NSTW: central, NSĐP: local }],
    };
    expect(check(rows, only("budget/split-mismatch"))[0]!.params["difference"]).toBe(720_000_000);
  });
});

describe("rollup", () => {
  const lines = goodRows["tblNganSach"]!;
  const rollup = (rows: readonly ExampleRow[]) =>
    runRules(tablesOf(book({ tblNganSach: rows })), only("budget/rollup-mismatch"));

  test("is one finding a source, on the project's row", () => {
    const found = rollup(lines.slice(1));
    expect(places(found)).toEqual([
      "budget/rollup-mismatch tblDuAn NSTW 1",
      "budget/rollup-mismatch tblDuAn NSĐP 1",
    ]);
    expect(found[0]!.params).toEqual({
      project: "DA1",
      source: "NSTW",
      planned: 626_000_000,
      budgeted: 526_000_000,
      difference: -100_000_000,
    });
  });

  test("may differ by the tolerance", () => {
    const rest = lines.slice(1);
    expect(rollup([{ ...lines[0]!, NSTW: 100.1 }, ...rest])).toEqual([]);
    expect(rollup([{ ...lines[0]!, NSTW: 100.2 }, ...rest])).toHaveLength(1);
  });

  test("leaves out carried-over money and takes in adjustments", () => {
    expect(rollup([...lines, { ...lines[0]!, "Năm vốn": "Kéo dài" }])).toEqual([]);
    const adjusted = [
      ...lines,
      { ...lines[0]!, NSTW: -20, "Loại giao": "Điều chỉnh" },
      { ...lines[1]!, NSTW: 20, NSĐP: 0 },
      { ...lines[1]!, NSTW: 0, NSĐP: -10, "Loại giao": "Điều chỉnh" },
    ];
    expect(rollup(adjusted)).toEqual([]);
  });

  test("says nothing where a line cannot be read, or while there is none", () => {
    expect(rollup([{ ...lines[0]!, NSTW: "một trăm", NSĐP: 10 }, ...lines.slice(1)])).toEqual([]);
    expect(rollup([{ ...lines[0]!, "Năm vốn": "2024", NSTW: 5 }, ...lines.slice(1)])).toEqual([]);
    expect(rollup([])).toEqual([]);
  });
});

describe("counterpart money", () => {
  const below = (local: number, ratio: ExampleRow[string] = 0.15) =>
    check(
      {
        tblThamSo: [parameter("Tỷ lệ đối ứng tối thiểu", ratio)],
        tblDuAn: [{ Mã: "DA1", NSTW: 1000, NSĐP: local }],
      },
      only("budget/counterpart-below-minimum"),
    );

  test("may miss the minimum by the tolerance, and warns beyond", () => {
    expect(below(149.9)).toEqual([]);
    expect(below(149.8)[0]).toMatchObject({
      severity: "warning",
      column: "NSĐP",
      params: { minimum: 150_000_000, shortage: 200_000 },
    });
  });

  test("reads a ratio in percent, and judges nothing without one", () => {
    expect(below(120, 15)).toHaveLength(1);
    expect(below(120, "15%")).toHaveLength(1);
    expect(below(120, null)).toEqual([]);
    expect(below(120, 1438849721)).toEqual([]);
  });
});

describe("a slip of the unit", () => {
  const slips = (amounts: readonly ExampleRow[string][], rows: Record<string, readonly ExampleRow[]> = {}) =>
    runRules(
      tablesOf(book({ ...rows, tblHo: amounts.map((amount) => household({ NSTW: amount })) })),
      only("budget/unit-slip"),
    );
  const usual = [60e6, 55e6, 60e6, 50e6, 60e6];

  test.each([
    [60e9, 1e3],
    [60e3, 1e-3],
    [60e12, 1e6],
    [60, 1e-6],
  ])("%p is %p times the median", (amount, times) => {
    const found = slips([...usual, amount]);
    expect(places(found)).toEqual(["budget/unit-slip tblHo NSTW 6"]);
    expect(found[0]!.params).toMatchObject({ amount, usual: 60e6, reason: "median", times });
  });

  test("is measured against the others, without itself", () => {
    const found = slips([40e6, 50e6, 60e6, 70e6, 80e6, 60e3]);
    expect(found.map((one) => one.params["usual"])).toEqual([60e6]);
  });

  test("needs five others, and is within 20 % of a unit", () => {
    expect(slips([...usual.slice(1), 60e3])).toEqual([]);
    expect(slips([...usual, 60e6 / 700])).toEqual([]);
    expect(slips([...usual, 0, null, 40e6])).toEqual([]);
  });

  test("is also what is above a hundred times its project's total", () => {
    const found = slips([73e9]);
    expect(found[0]!.params).toMatchObject({ reason: "projectTotal", usual: 720e6, times: 101 });
    expect(slips([71e9])).toEqual([]);
  });
});

test("đồng typed into a sheet of millions are seen, however large", () => {
  const [total, central, local] = [9_504_200_000, 7_459_200_000, 2_045_000_000];
  const line = { ...goodRows["tblNganSach"]![0]!, "Tổng vốn": total, NSTW: central, NSĐP: local };
  const found = runRules(
    tablesOf(book({ tblNganSach: [line, ...goodRows["tblNganSach"]!.slice(1)] })),
    only("budget/unit-slip"),
  );
  expect(places(found)).toEqual(
    ["Tổng vốn", "NSTW", "NSĐP"].map((header) => `budget/unit-slip tblNganSach ${header} 1`),
  );
});

test("negative amounts stand only where money is taken back", () => {
  const found = check(
    {
      tblDuAn: [project({ "Vốn khác": -1 })],
      tblNganSach: [
        { NSTW: -5, "Loại giao": "Bổ sung" },
        { NSTW: -5, "Loại giao": "Điều chỉnh" },
      ],
      tblCongTrinh: [{ "Giá trị hợp đồng": -3 }],
      tblHo: [{ "Vay NHCSXH": -2 }],
      tblGiaiNgan: [
        { "Hình thức": "Tạm ứng", "Số tiền": -7 },
        { "Hình thức": "Thu hồi tạm ứng", "Số tiền": -7 },
      ],
      tblHoatDong: [{ "Kinh phí": -1 }],
    },
    only("budget/negative-amount"),
  );
  expect(places(found)).toEqual([
    "budget/negative-amount tblDuAn Vốn khác 1",
    "budget/negative-amount tblNganSach NSTW 1",
    "budget/negative-amount tblCongTrinh Giá trị hợp đồng 1",
    "budget/negative-amount tblGiaiNgan Số tiền 1",
    "budget/negative-amount tblHo Vay NHCSXH 1",
  ]);
});

test("an unknown project is offered the code it may have meant", () => {
  const rows = {
    tblDuAn: [{ Mã: "DA1" }, { Mã: "DA5.TDA1" }],
    tblNganSach: ["DA5", "da 1", "D.A1", "DA11", "Dự án 1"].map((code) => ({ "Mã dự án": code })),
  };
  const fixes = check(rows, only("budget/unknown-project")).map((one) => one.fix?.value ?? null);
  expect(fixes).toEqual(["DA5.TDA1", "DA1", "DA1", null, null]);
});
