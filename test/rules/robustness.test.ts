import fc from "fast-check";
import type { CellValue } from "../../src/book";
import { parseIsoDate, serialFromDate } from "../../src/domain";
import { tables } from "../../src/layout";
import { runRules, type ExampleRow } from "../../src/rules";
import { wordFinding } from "../../src/wording";
import { HEADER_ROW, tablesOf } from "./workbook";
import { book, goodRows } from "./samples";

/** What people and programs leave in cells. */
const oddities: readonly CellValue[] = [
  "",
  " ",
  "-",
  "chưa có",
  "x",
  "X",
  "Tổng cộng",
  "Cộng:",
  "0",
  "1,250",
  "9.504,2",
  "31/02/1985",
  "8/8/85",
  "1985",
  "'019085012345",
  "01908501234",
  "Nguyeãn Vaên A",
  "NguyÔn V¨n A",
  "e\u0301\u0302",
  "\u00a0\u200b",
  "=1+1",
  "DA1",
  "Chưa chi tiết",
  "Năm nay",
  "Hộ nghèo",
  "Nhà ở",
  "NSTW",
  "Thanh toán",
  "Điều chỉnh",
  "__proto__",
  "constructor",
  "toString",
  "60%",
  "1e400",
  "😀",
  "\ud800",
  0,
  -0,
  1,
  -1,
  0.1,
  60,
  1985,
  31267,
  19085012345,
  1e15,
  1e300,
  -1e300,
  Number.MAX_SAFE_INTEGER,
  5e-324,
  true,
  false,
  null,
  { error: "#N/A" },
  { error: "#DIV/0!" },
];
const cell = fc.oneof(
  fc.constantFrom(...oddities),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

/** Some rows of every table, right ones and wild ones mixed. */
const wildBook = fc.record(
  Object.fromEntries(
    tables
      .filter((table) => table.name !== "tblNguon")
      .map((table) => {
        const headers = table.columns.map((column) => column.header);
        const wild = fc.dictionary(fc.constantFrom(...headers), cell, { maxKeys: headers.length });
        const nearlyRight = fc
          .tuple(
            fc.constantFrom(...(goodRows[table.name] ?? [{}])),
            fc.dictionary(fc.constantFrom(...headers), cell, { maxKeys: 2 }),
          )
          .map(([row, change]): ExampleRow => ({ ...row, ...change }));
        return [table.name, fc.array(fc.oneof(wild, nearlyRight), { maxLength: 6 })] as const;
      }),
  ) as Record<string, fc.Arbitrary<ExampleRow[]>>,
);

test("no cell of any kind makes a rule or a sentence fail", () => {
  fc.assert(
    fc.property(wildBook, fc.boolean(), (rows, date1904) => {
      for (const located of runRules(tablesOf({ rows }, { date1904 }))) {
        const { message, cell: address } = wordFinding(located);
        expect(message).not.toMatch(/;|undefined|NaN|\n/);
        expect(address).toMatch(/^[A-Z]+\d+$/);
      }
    }),
    { numRuns: 120 },
  );
});

test("every fix mends its cell", () => {
  fc.assert(
    fc.property(wildBook, (rows) => {
      for (const found of runRules(tablesOf({ rows }))) {
        if (!found.fix) continue;
        const index = found.row - HEADER_ROW - 2;
        const mended = rows[found.table]!.map((row, at) =>
          at === index ? { ...row, [found.column!]: cellValue(found) } : row,
        );
        const again = runRules(tablesOf({ rows: { ...rows, [found.table]: mended } }), {
          rules: [found.code],
        });
        expect(again.filter((one) => one.sheet === found.sheet && one.cell === found.cell)).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

/** What the fix puts into the cell: dates come as ISO text. */
function cellValue({ code, fix }: ReturnType<typeof runRules>[number]): CellValue {
  const date = code === "date/text-date" ? parseIsoDate(String(fix!.value)) : null;
  return date ? serialFromDate(date) : fix!.value;
}

test("tables that lack columns are said to, and make no rule fail", () => {
  fc.assert(
    fc.property(
      fc.record(
        Object.fromEntries(
          tables.map((table) => [table.name, fc.subarray(table.columns.map((column) => column.header))]),
        ),
      ),
      (without) => {
        const kept = Object.fromEntries(
          Object.entries(without).map(([table, headers]) => [
            table,
            headers.slice(0, tables.find((one) => one.name === table)!.columns.length - 1),
          ]),
        );
        const { rows } = book();
        const trimmed = Object.fromEntries(
          Object.entries(rows).map(([table, list]) => [
            table,
            list.map((row) =>
              Object.fromEntries(Object.entries(row).filter(([header]) => !kept[table]?.includes(header))),
            ),
          ]),
        );
        const found = runRules(tablesOf({ rows: trimmed, without: kept }));
        const missing = found
          .filter((one) => one.code === "structure/missing-column")
          .map((one) => `${one.table} ${one.column}`);
        const expected = tables
          .filter((table) => rows[table.name])
          .flatMap((table) =>
            table.columns
              .filter((column) => column.required && kept[table.name]!.includes(column.header))
              .map((column) => `${table.name} ${column.header}`),
          );
        expect(missing.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 150 },
  );
});
