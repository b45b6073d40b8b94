import fc from "fast-check";
import type { CellValue } from "../../src/book";
import { tables } from "../../src/layout";
import { openChecker, runRules, type ExampleRow, type Located, type TableChange } from "../../src/rules";
import { dice, makePopulation } from "./population";
import { goodRows, household } from "./samples";
import { tablesOf } from "./workbook";

type Rows = Record<string, ExampleRow[]>;

/** What is typed into cells: right and wrong values of every column, so that rows join and leave groups and lists. */
const typed: readonly CellValue[] = [
  null,
  "",
  "-",
  "chưa có",
  "x",
  "Tổng cộng",
  "9.504,2",
  "1,250",
  "8/8/85",
  1985,
  31267,
  31268,
  "019085012345",
  "019085012346",
  19085012345,
  "090123456",
  "Nông Văn Thành",
  "Nông Văn Thanh",
  "Nông Vân Thành",
  "Triệu Thị Mùi",
  "Nam",
  "Nữ",
  "Kinh",
  "H'Mông",
  "Làng Mười",
  "Đoàn Kết",
  "Làng  Mười",
  "Hộ nghèo",
  "Hộ cận nghèo",
  "DA1",
  "DA2",
  "Nhà ở",
  "Đất ở",
  "Đất sản xuất",
  "Chuyển đổi nghề",
  "Chưa chi tiết",
  "Xây mới",
  "Năm nay",
  "Kéo dài",
  "Đầu tư",
  "Sự nghiệp",
  "NSTW",
  "NSĐP",
  "Thanh toán",
  "Tạm ứng",
  "Thu hồi tạm ứng",
  "CT01",
  0,
  -5,
  60,
  0.4,
  100,
  40000000,
  60000000,
  60000000000,
  true,
  { error: "#N/A" },
];

const checked = tables.filter((table) => table.name !== "tblNguon" && table.name !== "tblThamSo");
const tableNames = fc.oneof(
  { weight: 3, arbitrary: fc.constant("tblHo") },
  { weight: 2, arbitrary: fc.constantFrom(...checked.map((table) => table.name)) },
);

/** One step; places are shares of however many rows there are. */
const step = fc.record({
  kind: fc.constantFrom("cells", "cells", "cells", "insert", "delete", "sort", "copy"),
  table: tableNames,
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  column: fc.nat(),
  seed: fc.nat(),
  value: fc.constantFrom(...typed),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function startRows(): Rows {
  const people = ["Nông Văn Thành", "Nông Văn Thành", "Triệu Thị Mùi", "Lý Văn Páo", "Nông Văn Thànk"];
  return {
    ...Object.fromEntries(Object.entries(goodRows).map(([table, rows]) => [table, [...rows]])),
    tblHo: people.map((name, index) =>
      household({ "Họ và tên chủ hộ": name, "Số CCCD": index < 2 ? "019085012345" : `01908501234${index}` }),
    ),
  };
}

/** The step as a change of these rows; the rows follow. */
function changeOf({ kind, table, at, column, seed, value }: Step, rows: Rows): TableChange | null {
  const list = rows[table]!;
  const row = Math.floor(at * list.length);
  const headers = tables.find((one) => one.name === table)!.columns.map((one) => one.header);
  const header = headers[column % headers.length]!;
  switch (kind) {
    case "cells":
      if (list.length === 0) return null;
      list[row] = { ...list[row], [header]: value };
      return { kind: "cells", table, cells: [{ row, header, value }] };
    case "insert":
    case "copy": {
      const fresh: ExampleRow = kind === "copy" && list.length > 0 ? { ...list[row]!, [header]: value } : {};
      list.splice(row, 0, fresh);
      return { kind: "insert", table, at: row, rows: [fresh] };
    }
    case "delete": {
      if (list.length < 2) return null;
      const count = Math.min(1 + (seed % 2), list.length - row);
      if (count === list.length) return null;
      list.splice(row, count);
      return { kind: "delete", table, at: row, count };
    }
    case "sort": {
      const roll = dice(seed);
      const order = list.map((_row, index) => index);
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = roll(last + 1);
        [order[last], order[other]] = [order[other]!, order[last]!];
      }
      rows[table] = order.map((from) => list[from]!);
      return { kind: "sort", table, order };
    }
    default:
      return null;
  }
}

function told(found: readonly Located[]): string[] {
  return found.map((one) => JSON.stringify(one)).sort();
}

test("whatever is edited, inserted, deleted and sorted, the findings are those of a whole run", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const rows = startRows();
      const checker = openChecker(tablesOf({ rows }));
      for (const one of steps) {
        const change = changeOf(one, rows);
        if (!change) continue;
        const before = told(checker.findings());
        const { added, removed } = checker.apply(change);
        const after = told(checker.findings());
        expect(after).toEqual(told(runRules(tablesOf({ rows }))));
        if (change.kind === "cells") {
          const gone = new Set(told(removed));
          const kept = before.filter((finding) => !gone.has(finding) || told(added).includes(finding));
          expect([...new Set([...kept, ...told(added)])].sort()).toEqual([...new Set(after)].sort());
        }
      }
    }),
    { numRuns: 150 },
  );
});

test("doubles among many households are followed name by name and date by date", () => {
  const { rows: people } = makePopulation({
    seed: 3,
    count: 900,
    doubles: 60,
    hamlets: 3,
    names: "skewed",
    yearOnly: 0.2,
  });
  const rows: Rows = { tblHo: people.map((one) => ({ ...one })) };
  const roll = dice(11);
  const checker = openChecker(tablesOf({ rows }), { rules: ["household/duplicate-person"] });
  const headers = ["Họ và tên chủ hộ", "Ngày sinh", "Giới tính", "Thôn xóm", "Số CCCD"];
  for (let count = 0; count < 120; count += 1) {
    const list = rows["tblHo"]!;
    const row = roll(list.length);
    const header = headers[roll(headers.length)]!;
    const value = roll(5) === 0 ? null : list[roll(list.length)]![header]!;
    list[row] = { ...list[row], [header]: value };
    checker.apply({ kind: "cells", table: "tblHo", cells: [{ row, header, value }] });
    if (count % 10 === 0) {
      const at = roll(list.length);
      const fresh = { ...list[roll(list.length)]! };
      list.splice(at, 0, fresh);
      checker.apply({ kind: "insert", table: "tblHo", at, rows: [fresh] });
    }
    if (count % 12 === 0)
      expect(told(checker.findings())).toEqual(
        told(runRules(tablesOf({ rows }), { rules: ["household/duplicate-person"] })),
      );
  }
});

test("a setting that staff change is followed too", () => {
  const rows = startRows();
  const checker = openChecker(tablesOf({ rows }));
  const fresh = { "Tham số": "Quy tắc household/same-support-twice", "Giá trị": "tắt" };
  rows["tblThamSo"]!.push(fresh);
  const at = rows["tblThamSo"]!.length - 1;
  const { removed } = checker.apply({ kind: "insert", table: "tblThamSo", at, rows: [fresh] });
  expect(removed.map((one) => one.code)).toContain("household/same-support-twice");
  expect(told(checker.findings())).toEqual(told(runRules(tablesOf({ rows }))));
});

test("more rows than there was room for", () => {
  const rows = startRows();
  const checker = openChecker(tablesOf({ rows }));
  const fresh = Array.from({ length: 400 }, (_unused, index) =>
    household({ "Số CCCD": `0190850${String(index).padStart(5, "0")}` }),
  );
  rows["tblHo"]!.splice(2, 0, ...fresh);
  checker.apply({ kind: "insert", table: "tblHo", at: 2, rows: fresh });
  expect(checker.rowCount("tblHo")).toBe(405);
  expect(told(checker.findings())).toEqual(told(runRules(tablesOf({ rows }))));
});

test("twenty thousand rows of anything in any cell raise nothing, whole or followed", () => {
  const roll = dice(2025);
  const headers = tables.find((one) => one.name === "tblHo")!.columns.map((one) => one.header);
  const wild = (): CellValue => {
    const value = typed[roll(typed.length)]!;
    return typeof value === "number" && roll(3) === 0 ? value + roll(100_000) : value;
  };
  const rows: Rows = {
    ...startRows(),
    tblHo: Array.from({ length: 20_000 }, () =>
      Object.fromEntries(headers.map((header) => [header, wild()])),
    ),
  };
  const checker = openChecker(tablesOf({ rows }));
  for (let count = 0; count < 30; count += 1) {
    const row = roll(20_000);
    const header = headers[roll(headers.length)]!;
    const value = wild();
    rows["tblHo"]![row] = { ...rows["tblHo"]![row], [header]: value };
    checker.apply({ kind: "cells", table: "tblHo", cells: [{ row, header, value }] });
  }
  expect(told(checker.findings())).toEqual(told(runRules(tablesOf({ rows }))));
}, 240_000);
