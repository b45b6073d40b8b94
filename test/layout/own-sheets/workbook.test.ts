/** Own sheets in workbooks: made by another program, checked by the batch command, remembered, marked, put back. */
import { Workbook } from "@cj-tech-master/excelts";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CellValue, SheetSnapshot } from "../../../src/book";
import { run } from "../../../src/faces/batch";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { findSheet, valueAt } from "../../../src/book";
import { withConstant, withField, withUnit } from "../../../src/layout";
import { check, fixEdit, keepOwnSheets, lookAtOwnSheets, markEdit, undo } from "../../../src/tasks";
import { injected, samplePlan } from "../../tasks/books";
import { households } from "./people";
import { manners } from "./manners";
import { book as snapshotOf, faults, findingsOf, mappingsOf, sheet } from "./sheet";

const at = "2025-08-20T08:00:00.000Z";
const people = households(9, 21);

/** The file as another program writes it. */
async function fileOf(...sheets: readonly SheetSnapshot[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const one of sheets) {
    const theirs = workbook.addWorksheet(one.name);
    one.values.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell !== null) theirs.getCell(r + 1, c + 1).value = cell as string | number;
      }),
    );
    for (const merge of one.merges)
      theirs.mergeCells(
        merge.row + 1,
        merge.column + 1,
        merge.row + merge.rows,
        merge.column + merge.columns,
      );
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function openBook(...sheets: readonly SheetSnapshot[]): Promise<XlsxBook> {
  return XlsxBook.open(await fileOf(...sheets));
}

const header = [
  "STT",
  "Họ và tên chủ hộ",
  "Năm sinh",
  "Giới tính",
  "Dân tộc",
  "Số CCCD",
  "Xóm",
  "Nội dung hỗ trợ",
  "NSTW",
];

/** A list as staff keep it; `change` makes a line wrong. */
function list(
  name: string,
  of: readonly number[],
  change: (cells: CellValue[], index: number) => void = () => undefined,
) {
  return sheet(name, [
    [`DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ THUỘC DỰ ÁN 1 NĂM 2025`],
    ["Đơn vị tính: đồng"],
    header,
    ...of.map((index, line) => {
      const { name: person, year, gender, ethnic, identity, village } = people[index]!;
      const cells: CellValue[] = [
        line + 1,
        person,
        year,
        gender,
        ethnic,
        identity,
        village,
        "Đất ở",
        40_000_000,
      ];
      change(cells, line);
      return cells;
    }),
  ]);
}

describe("a file made by another program", () => {
  test.each(manners.slice(0, 4).map((manner) => [manner.title, manner] as const))(
    "%s: the same faults at the same cells",
    async (_title, manner) => {
      const { findings } = await check(await openBook(manner.sheet));
      const found = findings.filter((one) => one.severity !== "info").map((one) => `${one.cell} ${one.code}`);
      expect(found.sort()).toEqual([...manner.faults].sort());
    },
  );
});

describe("the batch command", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-own-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function so(...args: string[]) {
    const said: string[] = [];
    const documents: unknown[] = [];
    const root = path.resolve(__dirname, "../../..");
    const status = await run(args, root, {
      say: (line) => said.push(line),
      json: (document) => documents.push(document),
    });
    return {
      status,
      said,
      document: documents[0] as {
        findings: { cell: string; code: string; table: unknown; column: string; sheet: string }[];
        mapping: unknown[];
        summary: { rows: number };
      },
    };
  }
  const put = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };

  test("maps by itself, says how in the contract's words, and exits by what it found", async () => {
    const good = put("tot.xlsx", await fileOf(list("DS hộ", [0, 1, 2])));
    expect((await so("check", good, "--json")).status).toBe(0);
    const bad = put(
      "xau.xlsx",
      await fileOf(list("DS hộ", [0, 1, 2], (cells, line) => line === 1 && (cells[5] = "0190"))),
    );
    const { status, document } = await so("check", bad, "--json");
    expect(status).toBe(1);
    expect(document.summary.rows).toBe(3);
    expect(document.findings.find((one) => one.code === "identity/format")).toMatchObject({
      sheet: "DS hộ",
      table: null,
      cell: "F5",
      column: "Số CCCD",
    });
    const column = (letters: string, text: string, field: string | null, confidence = 1) => ({
      column: letters,
      header: text,
      field,
      confidence,
    });
    expect(document.mapping).toEqual([
      {
        sheet: "DS hộ",
        table: null,
        headerRows: [3],
        firstRow: 4,
        lastRow: 6,
        unit: "đồng",
        columns: [
          column("A", "STT", "STT"),
          column("B", "Họ và tên chủ hộ", "Họ và tên chủ hộ"),
          column("C", "Năm sinh", "Ngày sinh"),
          column("D", "Giới tính", "Giới tính"),
          column("E", "Dân tộc", "Dân tộc"),
          column("F", "Số CCCD", "Số CCCD"),
          column("G", "Xóm", "Thôn xóm"),
          column("H", "Nội dung hỗ trợ", "Nội dung hỗ trợ"),
          column("I", "NSTW", "NSTW"),
        ],
      },
    ]);
  });

  test("says what was looked for where nothing is a table", async () => {
    const letter = put(
      "thu.xlsx",
      await fileOf(sheet("Công văn", [["Kính gửi: Phòng Kinh tế"], ["Về việc hỗ trợ"]])),
    );
    const { status, said } = await so("check", letter);
    expect(status).toBe(2);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/danh sách hộ.*phân bổ vốn.*giải ngân.*công trình/);
  });

  test("--mark writes a copy: BC08, marks where the sheet has the column, their cells as they were", async () => {
    const marked = list("Có cột", [0, 1], (cells, line) => {
      cells[9] = line === 0 ? "đã xem" : null;
      cells[5] = "0190";
    });
    const rows = marked.values.map((row, index) => (index === 2 ? [...row, "Kiểm tra"] : row));
    const file = put(
      "vao.xlsx",
      await fileOf(
        { ...marked, values: rows },
        list("Không có cột", [2], (cells) => (cells[5] = "1")),
      ),
    );
    const before = readFileSync(file);
    const out = path.join(folder, "ra.xlsx");
    expect((await so("check", file, "--mark", out)).status).toBe(1);
    expect(readFileSync(file).equals(before)).toBe(true);
    const copy = await XlsxBook.open(readFileSync(out)).read();
    expect(copy.sheets.map((one) => one.name)).toEqual(["Có cột", "Không có cột", "BC08 Kiểm tra dữ liệu"]);
    const theirs = findSheet(copy, "Có cột")!;
    // What a person wrote into the column is theirs.
    expect(valueAt(theirs, 3, 9)).toBe("đã xem");
    expect(valueAt(theirs, 4, 9)).toMatch(/^Số CCCD: /);
    expect(findSheet(copy, "Không có cột")!.values).toEqual(
      list("", [2], (cells) => (cells[5] = "1")).values.map((row) => [...row]),
    );
    expect(existsSync(out)).toBe(true);
  });
});

describe("several sheets", () => {
  test("one household on the lists of two villages is found, and the other sheet named", () => {
    const findings = findingsOf(snapshotOf(list("Xóm A", [0, 1, 2]), list("Xóm B", [3, 0, 4])));
    const twice = findings.filter((one) => one.code === "household/same-support-twice");
    expect(twice.map((one) => [one.sheet, one.cell])).toEqual([["Xóm B", "H5"]]);
    expect(twice[0]!.message).toContain("Xóm A");
  });

  test("a list of all beside the villages' lists is a copy, not twice the support", () => {
    const all = list("Tổng hợp", [0, 1, 2, 3, 4, 5]);
    expect(faults(snapshotOf(all, list("Xóm A", [0, 1, 2]), list("Xóm B", [3, 4, 5])))).toEqual([]);
  });

  test("each sheet has its own unit, and a column that another lacks gives nothing", () => {
    const millions = list("Triệu", [3, 4], (cells) => (cells[8] = 40));
    const values = millions.values.map((row, index) =>
      index === 1
        ? ["ĐVT: triệu đồng"]
        : index === 2
          ? [...row, "Diện hộ"]
          : [...row, index > 2 ? "HN" : null],
    );
    expect(faults(snapshotOf(list("Đồng", [0, 1, 2]), { ...millions, values }))).toEqual([]);
    const lacking = list("Thiếu", [5, 6]).values.map((row, index) =>
      index < 2 ? row : row.filter((_cell, column) => column !== 3),
    );
    expect(faults(snapshotOf(list("Đủ", [0, 1, 2]), { ...list("Thiếu", []), values: lacking }))).toEqual([
      "B3 structure/missing-column",
    ]);
    const over = list("Triệu", [3, 4], (cells, line) => (cells[8] = line === 0 ? 41 : 40));
    const wrong = over.values.map((row, index) => (index === 1 ? ["ĐVT: triệu đồng"] : row));
    expect(faults(snapshotOf(list("Đồng", [0, 1, 2]), { ...over, values: wrong }))).toEqual([
      "I4 household/over-norm",
    ]);
  });

  test("in a workbook of ours its lists count: villages, the plan's numbers, its allocation", async () => {
    const plan = samplePlan();
    const own = await injected(
      plan,
      await openBook(list("DS hộ", [0, 1], (cells) => (cells[8] = 500_000_000))),
    );
    const { findings } = await check(own);
    const budget = findings.filter((one) => one.code === "household/total-exceeds-budget");
    expect(budget.map((one) => [one.sheet, one.table])).toEqual([["Ngân sách", "tblNganSach"]]);
    expect(findings.filter((one) => one.code === "household/over-norm").map((one) => one.cell)).toEqual([
      "I4",
      "I5",
    ]);
    expect(findings.filter((one) => one.code === "structure/missing-column")).toEqual([]);
    // Our own part is as it was without the sheet.
    expect(findings.filter((one) => one.code === "budget/capital-type-undecided")).toHaveLength(6);
  });
});

describe("remembered in the workbook", () => {
  const odd = () =>
    sheet("Lạ", [
      ["DANH SÁCH HỘ"],
      ["STT", "Chủ hộ", "Cột 1", "Số CCCD", "Dân tộc", "Xóm", "Kinh phí"],
      ...[0, 1, 2].map((index) => {
        const { name, year, ethnic, identity, village } = people[index]!;
        return [index + 1, name, year, identity, ethnic, village, 40];
      }),
    ]);

  test("a reading changed by hand is used from then on, and found again when things moved", async () => {
    const workbook = await openBook(odd());
    const look = await lookAtOwnSheets(workbook);
    expect(look.mappings.map((mapping) => [mapping.table, mapping.confirmed])).toEqual([["tblHo", false]]);
    const changed = withConstant(
      withUnit(withField(look.mappings[0]!, 2, "Ngày sinh"), "triệu đồng"),
      "Nội dung hỗ trợ",
      "Đất ở",
    );
    const edit = keepOwnSheets(look, [{ sheet: "Lạ", mappings: [changed] }]);
    const outcome = await workbook.apply(edit, { at });
    expect(outcome.done).toBe(true);

    const again = XlsxBook.open(workbook.bytes());
    const kept = (await lookAtOwnSheets(again)).mappings[0]!;
    expect(kept).toMatchObject({ confirmed: true, unit: "triệu đồng", confidence: 1 });
    expect(kept.columns.find((column) => column.column === 2)).toMatchObject({
      field: "Ngày sinh",
      confidence: 1,
    });
    expect(kept.constants).toContainEqual({ field: "Nội dung hỗ trợ", value: "Đất ở", confidence: 1 });

    // Two rows above the header, a column before the changed one, another name.
    const snapshot = await again.read({ formulas: true });
    const moved = snapshot.sheets.map((one) =>
      one.name === "Lạ"
        ? {
            ...one,
            name: "Lạ 2",
            values: [
              [],
              [],
              ...one.values.map((row, index) => [
                ...row.slice(0, 2),
                index === 1 ? "Ghi riêng" : null,
                ...row.slice(2),
              ]),
            ],
          }
        : one,
    );
    const [found] = mappingsOf({ ...snapshot, sheets: moved });
    expect(found).toMatchObject({ sheet: "Lạ 2", confirmed: true, headerRows: [3], unit: "triệu đồng" });
    expect(found!.columns.find((column) => column.field === "Ngày sinh")!.column).toBe(3);

    if (outcome.done) await undo(workbook, { edit, entry: outcome.entry }, { at });
    expect((await lookAtOwnSheets(workbook)).mappings[0]!.confirmed).toBe(false);
  });

  test("a sheet that a person leaves alone is not checked, and may be taken back", async () => {
    const workbook = await openBook(list("DS hộ", [0, 1], (cells) => (cells[5] = "1")));
    const look = await lookAtOwnSheets(workbook);
    await workbook.apply(keepOwnSheets(look, [{ sheet: "DS hộ", mappings: [] }]), { at });
    expect((await check(workbook)).own).toMatchObject({ mappings: [], leftAlone: ["DS hộ"], findings: [] });
    const then = await lookAtOwnSheets(workbook);
    await workbook.apply(keepOwnSheets(then, [{ sheet: "DS hộ", mappings: look.mappings }]), { at });
    expect((await check(workbook)).own.findings.length).toBeGreaterThan(0);
  });

  test("keeping the same twice writes nothing; the structure can be put in afterwards", async () => {
    const workbook = await openBook(odd());
    const look = await lookAtOwnSheets(workbook);
    await workbook.apply(keepOwnSheets(look, [{ sheet: "Lạ", mappings: look.mappings }]), { at });
    const second = await lookAtOwnSheets(workbook);
    expect(keepOwnSheets(second, [{ sheet: "Lạ", mappings: second.mappings }]).operations).toEqual([]);
    await injected(samplePlan(), workbook);
    expect((await lookAtOwnSheets(workbook)).mappings[0]).toMatchObject({ sheet: "Lạ", confirmed: true });
  });

  test("a record that somebody has damaged counts as none", async () => {
    const workbook = await openBook(odd());
    const look = await lookAtOwnSheets(workbook);
    await workbook.apply(keepOwnSheets(look, [{ sheet: "Lạ", mappings: look.mappings }]), { at });
    const snapshot = await workbook.read();
    for (const text of ["", "{", "[{}]", '[{"table":"tblX"}]', "[[]]", "5"]) {
      const sheets = snapshot.sheets.map((one) =>
        one.name === "_so_mtqg"
          ? {
              ...one,
              values: one.values.map((row) =>
                row.map((cell) => (typeof cell === "string" && cell.startsWith("[{") ? text : cell)),
              ),
            }
          : one,
      );
      expect(mappingsOf({ ...snapshot, sheets }).map((mapping) => mapping.confirmed)).toEqual([false]);
    }
  });
});

describe("marks and repairs", () => {
  test("the column is added at the right only where the person lets us; undone it is gone", async () => {
    const workbook = await openBook(
      list("DS hộ", [0, 1, 2], (cells, line) => line === 1 && (cells[8] = "40.000.000")),
    );
    const result = await check(workbook);
    expect(markEdit(result).operations).toEqual([]);
    const edit = markEdit(result, { addTo: ["DS hộ"] });
    const outcome = await workbook.apply(edit, { at });
    const marked = findSheet(await workbook.read(), "DS hộ")!;
    expect([valueAt(marked, 2, 9), valueAt(marked, 3, 9)]).toEqual(["Kiểm tra", null]);
    expect(valueAt(marked, 4, 9)).toMatch(/^NSTW: /);

    const fixable = result.findings.filter((finding) => finding.fix !== null);
    expect(fixable.map((finding) => finding.cell)).toEqual(["I5"]);
    expect((await workbook.apply(fixEdit(result, fixable), { at })).done).toBe(true);
    const fixed = await check(workbook);
    expect(valueAt(findSheet(fixed.tables.snapshot, "DS hộ")!, 4, 8)).toBe(40_000_000);
    await workbook.apply(markEdit(fixed), { at });
    expect(valueAt(findSheet(await workbook.read(), "DS hộ")!, 4, 9)).toBeNull();
    expect(outcome.done).toBe(true);
  });

  test("a sheet whose reading is kept gets its marks in the added column again", async () => {
    const workbook = await openBook(list("DS hộ", [0, 1], (cells, line) => line === 1 && (cells[5] = "1")));
    const look = await lookAtOwnSheets(workbook);
    await workbook.apply(keepOwnSheets(look, [{ sheet: "DS hộ", mappings: look.mappings }]), { at });
    await workbook.apply(markEdit(await check(workbook), { addTo: ["DS hộ"] }), { at });
    const again = await check(workbook);
    expect(again.own.mappings[0]!.columns.at(-1)).toMatchObject({
      column: 9,
      header: "Kiểm tra",
      field: null,
    });
    expect(markEdit(again, { addTo: ["DS hộ"] }).operations).toEqual([]);
  });

  test("a value that no cell holds is not repaired where another value stands", async () => {
    const vouchers = sheet("GN", [
      ["BẢNG KÊ CHỨNG TỪ THANH TOÁN NĂM 2025 (đồng)"],
      ["Ngày", "Số chứng từ", "Nội dung", "Nguồn vốn", "Số tiền"],
      [45881, "UNC 1", "Đất ở", "NSTW", 40_000_000],
    ]);
    const workbook = await openBook(vouchers);
    const look = await lookAtOwnSheets(workbook);
    const wrong = withConstant(look.mappings[0]!, "Năm vốn", "Năm nai");
    await workbook.apply(keepOwnSheets(look, [{ sheet: "GN", mappings: [wrong] }]), { at });
    const { findings } = await check(workbook);
    const unknown = findings.filter((finding) => finding.code === "list/unknown-value");
    expect(unknown).toMatchObject([
      { cell: "C3", column: "Năm vốn", params: { suggestion: "Năm nay" }, fix: null },
    ]);
  });
});
