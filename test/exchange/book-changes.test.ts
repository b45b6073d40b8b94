/** Two workbooks of ours compared: what was added, removed and changed, whatever the order of the rows. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { findSheet, type CellValue, type Snapshot } from "../../src/book";
import { run } from "../../src/faces/batch";
import { XlsxBook } from "../../src/hosts/xlsx";
import { bookChanges } from "../../src/exchange";
import { readTables, requireTable } from "../../src/layout";
import { recalculated, same } from "../reports/recalculation";
import { addRow, injected, samplePlan, typeInto } from "../tasks/books";

const payments = requireTable("tblGiaiNgan");
const headers = payments.columns.map((column) => column.header);

/** A workbook with vouchers alone. */
function vouchers(rows: readonly Readonly<Record<string, CellValue>>[], unit = "đồng"): Snapshot {
  const sheet = (
    name: string,
    table: string,
    columns: readonly string[],
    data: readonly (readonly CellValue[])[],
  ) => ({
    name,
    visibility: "visible" as const,
    protected: false,
    values: [columns, ...data],
    formulas: new Map(),
    uncalculated: [],
    tables: [
      {
        name: table,
        area: { row: 0, column: 0, rows: data.length + 1, columns: columns.length },
        headers: columns,
        hasHeaderRow: true,
        hasTotalsRow: false,
      },
    ],
    merges: [],
    numberFormat: null,
    fontName: null,
  });
  const cells = rows.map((row) => headers.map((header) => row[header] ?? null));
  return {
    date1904: false,
    names: [],
    designs: new Map(),
    sheets: [
      sheet("Giải ngân", "tblGiaiNgan", headers, cells),
      sheet("Danh mục", "tblThamSo", ["Tham số", "Giá trị"], [["Đơn vị tính chi tiết", unit]]),
    ],
  };
}

function changes(before: Snapshot, after: Snapshot) {
  return bookChanges(readTables(before), readTables(after)).filter((one) => one.table === payments);
}

const voucher = (number: number, id = true) => ({
  Ngày: 45_900 + number,
  "Số chứng từ": `CT${number}`,
  "Hình thức": "Thanh toán",
  "Mã dự án": "DA1",
  "Nội dung": "Nhà ở",
  "Loại vốn": "Sự nghiệp",
  "Năm vốn": "Năm nay",
  Nguồn: "NSTW",
  "Số tiền": number * 1_000_000,
  ...(id ? { "Mã dòng": `id${number}` } : {}),
});

test("rows in another order are no change; a changed cell is told with both values", () => {
  const rows = [1, 2, 3, 4].map((number) => voucher(number));
  const after = [rows[3]!, { ...rows[1]!, "Số tiền": 5 }, rows[0]!, rows[2]!];
  const found = changes(vouchers(rows), vouchers(after));
  expect(found.map(({ kind, oldRow, newRow }) => [kind, oldRow, newRow])).toEqual([["changed", 1, 1]]);
  expect(found[0]!.cells.map((cell) => [cell.column.header, cell.before, cell.after])).toEqual([
    ["Số tiền", 2_000_000, 5],
  ]);
});

test("a row whose number and amount were typed anew is one row that changed, not two", () => {
  const before = [voucher(1, false), voucher(2, false)];
  const after = [voucher(1, false), { ...voucher(2, false), "Số chứng từ": "CT2a", "Số tiền": 7 }];
  expect(changes(vouchers(before), vouchers(after)).map((one) => one.kind)).toEqual(["changed"]);
});

test("an id that was copied down with its row joins nothing wrong", () => {
  const before = [voucher(1), voucher(2)];
  const after = [{ ...voucher(3), "Mã dòng": "id1" }, voucher(1), voucher(2)];
  const found = changes(vouchers(before), vouchers(after));
  expect(found.map(({ kind, newRow }) => [kind, newRow])).toEqual([["added", 0]]);
});

test("the same money in another unit is no change", () => {
  const before = vouchers([voucher(1)]);
  const after = vouchers([{ ...voucher(1), "Số tiền": 1 }], "triệu đồng");
  expect(changes(before, after)).toEqual([]);
});

test("whatever is shuffled, changed, added and taken away: exactly that is told", () => {
  const edits = fc.array(fc.constantFrom("keep", "change", "remove", "add"), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(edits, fc.infiniteStream(fc.nat()), (what, order) => {
      const before = what.flatMap((edit, index) => (edit === "add" ? [] : [voucher(index)]));
      const after = what.flatMap((edit, index) => {
        if (edit === "remove") return [];
        return [edit === "change" ? { ...voucher(index), "Đơn vị nhận": "Kho bạc" } : voucher(index)];
      });
      const keys = order[Symbol.iterator]();
      const shuffled = after
        .map((row) => ({ row, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      const found = changes(vouchers(before), vouchers(shuffled));
      const count = (kind: string) => found.filter((one) => one.kind === kind).length;
      const wanted = (edit: string) => what.filter((one) => one === edit).length;
      for (const [kind, edit] of [
        ["changed", "change"],
        ["added", "add"],
        ["removed", "remove"],
      ])
        expect(count(kind!)).toBe(wanted(edit!));
      for (const change of found.filter((one) => one.kind === "changed"))
        expect(change.cells.map((cell) => [cell.before, cell.after])).toEqual([[null, "Kho bạc"]]);
    }),
    { numRuns: 200 },
  );
});

test("the command writes the sheet “So sánh” into a copy of the new workbook", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "so-sanh-"));
  try {
    const at = (name: string) => path.join(folder, name);
    const book = await injected(samplePlan());
    writeFileSync(at("cu.xlsx"), book.bytes());
    await typeInto(book, "tblDuAn", 0, "NSTW", 726);
    await addRow(book, "tblGiaiNgan", { ...voucher(1, false), Ngày: 45_901 });
    writeFileSync(at("moi.xlsx"), book.bytes());
    const said: string[] = [];
    const voice = { json: () => undefined, say: (line: string) => said.push(line) };
    const status = await run(["compare", at("cu.xlsx"), at("moi.xlsx"), "-o", at("ra.xlsx")], folder, voice);
    expect(status).toBe(0);
    expect(said.slice(0, 2)).toEqual([
      "Kế hoạch: thêm 0 dòng, bớt 0 dòng, sửa 1 dòng.",
      "Giải ngân: thêm 1 dòng, bớt 0 dòng, sửa 0 dòng.",
    ]);
    const bytes = new Uint8Array(readFileSync(at("ra.xlsx")));
    const sheet = findSheet(await XlsxBook.open(bytes).read(), "So sánh")!;
    const lines = sheet.values.filter((row) => row[1] === "Kế hoạch" || row[1] === "Giải ngân");
    expect(lines[0]!.slice(0, 9)).toEqual([
      "1",
      "Kế hoạch",
      "5",
      "Sửa ô",
      "DA1 – DA1 – Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt",
      "NSTW",
      "626",
      "726",
      100,
    ]);
    expect(lines[1]![3]).toBe("Thêm dòng");
    expect(lines[1]![7]).toContain("Ngày: 01/09/2025");
    expect(
      (await recalculated(bytes)).filter((cell) => cell.sheet === "So sánh" && !same(cell.ours, cell.theirs)),
    ).toEqual([]);
    const same2 = await run(["compare", at("cu.xlsx"), at("cu.xlsx"), "-o", at("ra2.xlsx")], folder, voice);
    expect(same2).toBe(0);
    expect(said.at(-1)).toContain("không khác nhau");
    const none = await run(["compare", at("cu.xlsx"), "-o", at("ra3.xlsx")], folder, voice);
    expect(none).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
