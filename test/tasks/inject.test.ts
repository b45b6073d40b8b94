/** A plan put into workbooks: new ones, ones that have it already, and other people's. */
import { findSheet, findTable, type SheetDesign } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { tables } from "../../src/layout";
import { inject, prepareInjection, undo } from "../../src/tasks";
import { addRow, applied, at, injected, planOf, programme, samplePlan, typeInto, view } from "./books";

const options = { madeAt: "11/08/2025 09:00" };

async function again(book: XlsxBook, plan = samplePlan()) {
  const prepared = await prepareInjection(book, plan, programme, options);
  return { prepared, result: await inject(book, prepared, { at }) };
}

describe("the real plan in a new workbook", () => {
  let book: XlsxBook;
  beforeAll(async () => {
    book = await injected(samplePlan());
  });

  test("has every sheet in the contract's order, the last very hidden", async () => {
    const { sheets } = await book.read();
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      "Kế hoạch",
      "Nội dung",
      "Ngân sách",
      "Công trình",
      "Hoạt động",
      "Giải ngân",
      "Hộ thụ hưởng",
      "Kết quả",
      "Danh mục",
      "_so_mtqg",
    ]);
    expect(sheets.map((sheet) => sheet.visibility)).toEqual([
      ...Array.from({ length: 9 }, () => "visible"),
      "veryHidden",
    ]);
  });

  test("holds the six projects with both numbers and exact amounts in million đồng", async () => {
    const projects = await view(book, "tblDuAn");
    const shown = projects
      .column("Mã")
      .map((code, row) =>
        [
          code,
          projects.column("Mã chương trình")[row],
          ...["Tổng vốn", "NSTW", "NSĐP", "Vốn khác", "Chênh lệch"].map(
            (header) => projects.column(header)[row],
          ),
        ].join(" "),
      );
    expect(shown).toEqual([
      "DA1 DA1 720 626 94  0",
      "DA4.TDA1 DA4.TDA1 9504.2 7459.2 2045  0",
      "DA5.TDA1 DA5.TDA1 1487 1293 194  0",
      "DA6 DA7 66 57.3 8.7  0",
      "DA8.TDA2 DA9.TDA2 103.5 90 13.5  0",
      "DA9.TDA1 DA10.TDA1 182.5 158.4 24.1  0",
    ]);
  });

  test("gives one undivided budget line a project, as the plan divides nothing", async () => {
    const budget = await view(book, "tblNganSach");
    expect(budget.column("Nội dung")).toEqual(Array.from({ length: 6 }, () => "Chưa chi tiết"));
    expect(budget.column("Loại vốn")).toEqual(Array.from({ length: 6 }, () => "Chưa xác định"));
    expect(budget.column("Năm vốn")).toEqual(Array.from({ length: 6 }, () => "Năm nay"));
    expect(budget.column("Tổng vốn")).toEqual([720, 9504.2, 1487, 66, 103.5, 182.5]);
  });

  test("gives the leaves of project 1 the contract's short names and support groups", async () => {
    const contents = await view(book, "tblNoiDung");
    const rows = contents
      .column("Tên ngắn")
      .flatMap((name, row) =>
        contents.column("Mã dự án")[row] === "DA1" ? [[name, contents.column("Nhóm hỗ trợ")[row]]] : [],
      );
    const groups = new Map(rows as [string, string | null][]);
    for (const leaf of ["Đất ở", "Nhà ở", "Đất sản xuất", "Chuyển đổi nghề", "Nước phân tán"])
      expect(groups.get(leaf)).toBe(leaf);
    expect(groups.get("Nước tập trung")).toBeNull();
  });

  test("short names are at most 60 characters and stand once in their project", async () => {
    const contents = await view(book, "tblNoiDung");
    const keys = contents
      .column("Tên ngắn")
      .map((name, row) => `${String(contents.column("Mã dự án")[row])} ${String(name)}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const name of contents.column("Tên ngắn")) expect(String(name).length).toBeLessThanOrEqual(60);
  });

  test("states the contract's norms in đồng, none of them as verified", async () => {
    const norms = await view(book, "tblDinhMuc");
    const text = norms
      .column("Mức")
      .map(
        (amount, row) =>
          ["Nội dung hỗ trợ", "Hình thức", "Khoản", "Kiểu"]
            .map((header) => norms.column(header)[row] ?? "-")
            .join(" ") + ` ${String(amount)}`,
      );
    expect(text.sort()).toEqual(
      [
        "Chuyển đổi nghề - Tổng tối đa 10000000",
        "Nhà ở - NSTW tối đa 40000000",
        "Nhà ở - NSĐP tối thiểu 4000000",
        "Nhà ở - Vay tối đa 40000000",
        "Nhà ở Sửa chữa NSTW tối đa 30000000",
        "Nhà ở Xây mới NSTW tối đa 60000000",
        "Nước phân tán - Tổng tối đa 3000000",
        "Đất sản xuất - NSTW tối đa 22500000",
        "Đất sản xuất - Vay tối đa 77500000",
        "Đất ở - NSTW tối đa 40000000",
        "Đất ở - NSĐP tối thiểu 4000000",
        "Đất ở - Vay tối đa 50000000",
      ].sort(),
    );
    expect(norms.column("Độ tin cậy")).not.toContain("đã xác minh");
  });

  test("leaves empty what the plan does not say", async () => {
    expect((await view(book, "tblXom")).isBlank(0)).toBe(true);
    const parameters = await view(book, "tblThamSo");
    const value = (name: string) => parameters.column("Giá trị")[parameters.column("Tham số").indexOf(name)];
    expect(value("Tỉnh")).toBeNull();
    expect(value("Huyện cũ")).toBe("Võ Nhai");
    expect(value("Tên xã")).toBe("Dân Tiến");
    expect(value("Số kế hoạch")).toBe("30/KH-UBND");
    expect(value("Ngày kế hoạch")).toBe(45877);
    expect(value("Hạn thanh toán")).toBe(46053);
    expect(value("Tỷ lệ đối ứng tối thiểu")).toBe(0.15);
    expect(value("Sai số làm tròn")).toBe(0.1);
  });

  test("rows have short ids, each its own", async () => {
    const ids: unknown[] = [];
    for (const table of ["tblDuAn", "tblNoiDung", "tblNganSach"])
      ids.push(...(await view(book, table)).column("Mã dòng"));
    expect(ids.every((id) => typeof id === "string" && /^[0-9a-z]{8}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("prints the units above sheets with money", async () => {
    const { sheets } = await book.read();
    const units = sheets.flatMap((sheet) =>
      sheet.values
        .flat()
        .filter((value) => typeof value === "string" && value.startsWith("Đơn vị tính: "))
        .map((value) => `${sheet.name} ${String(value)}`),
    );
    expect(units).toEqual([
      "Kế hoạch Đơn vị tính: triệu đồng",
      "Ngân sách Đơn vị tính: triệu đồng",
      "Công trình Đơn vị tính: triệu đồng",
      "Hoạt động Đơn vị tính: triệu đồng",
      "Giải ngân Đơn vị tính: đồng",
      "Hộ thụ hưởng Đơn vị tính: đồng",
      "Danh mục Đơn vị tính: đồng",
    ]);
  });
});

describe("a second injection", () => {
  test("of the same plan changes nothing", async () => {
    const book = await injected(samplePlan());
    const bytes = book.bytes();
    const { result } = await again(book);
    expect(result).toEqual({ kind: "nothingToDo", differences: [] });
    expect(Buffer.from(book.bytes()).equals(Buffer.from(bytes))).toBe(true);
  });

  test("after staff have divided a project leaves their lines and tells nothing is missing", async () => {
    const book = await injected(samplePlan());
    await typeInto(book, "tblNganSach", 0, "Nội dung", "Đất ở");
    await addRow(book, "tblNganSach", {
      "Mã dự án": "DA1",
      "Nội dung": "Nhà ở",
      "Loại vốn": "Đầu tư",
      "Năm vốn": "Năm nay",
      "Tổng vốn": 100,
      NSTW: 87,
      NSĐP: 13,
    });
    expect((await again(book)).result.kind).toBe("nothingToDo");
  });

  test("keeps what a person typed over the plan and reports the difference", async () => {
    const book = await injected(samplePlan());
    await typeInto(book, "tblDuAn", 0, "NSTW", 600);
    const { result } = await again(book);
    expect(result).toMatchObject({
      kind: "nothingToDo",
      differences: [{ table: "tblDuAn", row: 5, header: "NSTW", inWorkbook: 600, inPlan: 626 }],
    });
    expect((await view(book, "tblDuAn")).column("NSTW")[0]).toBe(600);
  });

  test("adds only the row that was deleted", async () => {
    const book = await injected(samplePlan());
    await applied(book, {
      task: "typing",
      operations: [{ kind: "removeLastRows", table: "tblDuAn", count: 1 }],
    });
    const { prepared, result } = await again(book);
    expect(result.kind).toBe("done");
    expect(prepared.summary).toMatchObject({
      createdSheets: [],
      addedRows: [{ table: "tblDuAn", count: 1 }],
    });
    expect((await view(book, "tblDuAn")).column("Mã")).toContain("DA9.TDA1");
  });

  test("adds a column that an older structure lacked, with its formulas, and keeps typed values", async () => {
    const book = await injected(samplePlan());
    await applied(book, {
      task: "typing",
      operations: [{ kind: "removeLastColumns", table: "tblDuAn", count: 2 }],
    });
    expect((await again(book)).prepared.summary?.addedColumns).toEqual([
      { table: "tblDuAn", headers: ["Kiểm tra", "Mã dòng"] },
    ]);
    const projects = await view(book, "tblDuAn");
    expect(projects.headers.slice(-2)).toEqual(["Kiểm tra", "Mã dòng"]);
    expect(projects.column("Tổng vốn")[1]).toBe(9504.2);
  });

  test("puts back a table that is gone, beside the others", async () => {
    const book = await injected(samplePlan());
    await applied(book, { task: "typing", operations: [{ kind: "removeTable", table: "tblXom" }] });
    expect((await again(book)).result.kind).toBe("done");
    expect((await view(book, "tblXom")).headers).toEqual(["Thôn xóm", "Xã cũ", "Đặc biệt khó khăn"]);
    expect((await again(book)).result.kind).toBe("nothingToDo");
  });
});

describe("somebody's workbook", () => {
  const theirs = (name: string): SheetDesign => ({
    name,
    columns: [{ width: 20 }],
    cells: [
      { row: 0, column: 0, content: "Việc của tôi" },
      { row: 1, column: 0, content: 5 },
    ],
  });

  test("keeps its sheets, and ours come behind", async () => {
    const book = XlsxBook.create();
    await applied(book, {
      task: "typing",
      operations: [{ kind: "createSheet", design: theirs("Sổ riêng") }],
    });
    await injected(samplePlan(), book);
    const snapshot = await book.read();
    expect(snapshot.sheets[0]!.name).toBe("Sổ riêng");
    expect(findSheet(snapshot, "Sổ riêng")!.values[0]).toEqual(["Việc của tôi"]);
    for (const table of tables) expect(findTable(snapshot, table.name)).toBeDefined();
  });

  test("with a sheet of one of our names is left alone, and the name is told", async () => {
    const book = XlsxBook.create();
    await applied(book, {
      task: "typing",
      operations: [{ kind: "createSheet", design: theirs("Ngân sách") }],
    });
    const bytes = book.bytes();
    expect((await again(book)).result).toEqual({ kind: "foreignSheets", sheets: ["Ngân sách"] });
    expect(Buffer.from(book.bytes()).equals(Buffer.from(bytes))).toBe(true);
  });

  test("is as it was after undo", async () => {
    const book = XlsxBook.create();
    await applied(book, {
      task: "typing",
      operations: [{ kind: "createSheet", design: theirs("Sổ riêng") }],
    });
    const before = await book.read({ formulas: true });
    const prepared = await prepareInjection(book, samplePlan(), programme, options);
    const result = await inject(book, prepared, { at });
    if (result.kind !== "done" || !prepared.injection.possible) throw new Error(result.kind);
    const outcome = await undo(book, { edit: prepared.injection.edit, entry: result.entry }, { at });
    expect(outcome.done).toBe(true);
    const after = await book.read({ formulas: true });
    expect(after.sheets.map(({ name, values }) => ({ name, values }))).toEqual(
      before.sheets.map(({ name, values }) => ({ name, values })),
    );
    expect(after.names).toEqual(before.names);
  });

  test("undo does not take away rows typed since without asking", async () => {
    const book = XlsxBook.create();
    await applied(book, {
      task: "typing",
      operations: [{ kind: "createSheet", design: theirs("Sổ riêng") }],
    });
    const prepared = await prepareInjection(book, samplePlan(), programme, options);
    const result = await inject(book, prepared, { at });
    if (result.kind !== "done" || !prepared.injection.possible) throw new Error(result.kind);
    await typeInto(book, "tblGiaiNgan", 0, "Số chứng từ", "CT01");
    const outcome = await undo(book, { edit: prepared.injection.edit, entry: result.entry }, { at });
    expect(outcome).toMatchObject({
      done: false,
      refusal: { kind: "changedSince", cells: [{ sheet: "Giải ngân", cell: "B5", found: "CT01" }] },
    });
  });
});

describe("units", () => {
  test("asked for at injection hold for amounts and parameters", async () => {
    const book = await injected(samplePlan(), XlsxBook.create(), { unit: "đồng", detailUnit: "nghìn đồng" });
    expect((await view(book, "tblDuAn")).column("Tổng vốn")[1]).toBe(9_504_200_000);
    expect((await view(book, "tblDinhMuc")).column("Mức")[0]).toBe(40_000);
    const parameters = await view(book, "tblThamSo");
    const value = (name: string) => parameters.column("Giá trị")[parameters.column("Tham số").indexOf(name)];
    expect([
      value("Đơn vị tính"),
      value("Đơn vị tính chi tiết"),
      value("Sai số làm tròn"),
      value("Hệ số quy đổi"),
    ]).toEqual(["đồng", "nghìn đồng", 0, 0.001]);
  });

  test("of a workbook that has them win over what is asked for", async () => {
    const book = await injected(samplePlan(), XlsxBook.create(), { unit: "đồng" });
    await applied(book, {
      task: "typing",
      operations: [{ kind: "removeLastRows", table: "tblDuAn", count: 1 }],
    });
    const prepared = await prepareInjection(book, samplePlan(), programme, {
      ...options,
      unit: "triệu đồng",
    });
    await inject(book, prepared, { at });
    expect((await view(book, "tblDuAn")).column("Tổng vốn")[5]).toBe(182_500_000);
  });
});

test("a plan that divides its money by content gives a budget line for each", async () => {
  const plan = planOf(`ỦY BAN NHÂN DÂN
XÃ SUỐI MÂY
Số: 12/KH-UBND
Suối Mây, ngày 05 tháng 3 năm 2025
KẾ HOẠCH
Thực hiện Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi năm 2025
1. Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt
1.1. Nội dung
- Nội dung số 01: Hỗ trợ đất ở: 44 triệu đồng, trong đó ngân sách trung ương 40 triệu đồng, ngân sách địa phương 4 triệu đồng.
- Nội dung số 02: Hỗ trợ nhà ở: 88 triệu đồng, trong đó ngân sách trung ương 80 triệu đồng, ngân sách địa phương 8 triệu đồng.
1.2. Vốn phân bổ: 132 triệu đồng. Trong đó:
- Ngân sách trung ương: 120 triệu đồng.
- Ngân sách địa phương: 12 triệu đồng.
1.3. Phân công thực hiện
- Phòng Kinh tế chủ trì, phối hợp với các đơn vị liên quan thực hiện.
`);
  const budget = await view(await injected(plan), "tblNganSach");
  expect(budget.column("Nội dung")).toEqual(["Đất ở", "Nhà ở"]);
  expect(budget.column("Tổng vốn")).toEqual([44, 88]);
});
