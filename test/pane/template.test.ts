/** The place Biểu mẫu on Excel: fields put into cells, values typed once, documents filled, households paid, all taken back. */
import { readFileSync } from "node:fs";
import { XlsxBook } from "../../src/hosts/xlsx";
import { PaneSession } from "../../src/faces/pane";
import { designOf } from "../templates/kit";
import type { OfficeHost } from "../office-host";
import { applied } from "../tasks/books";
import { openPane, withSample } from "./open";

let office: OfficeHost;
let session: PaneSession;

beforeEach(async () => {
  ({ office, session } = await openPane());
  await withSample(session);
});
afterEach(() => office.stop());

const names = () => office.workbook.sheets.map((sheet) => sheet.name);
const notice = () => session.state().notice;
const place = () => session.use("template");

async function opened() {
  const work = await place();
  await work.look();
  return work;
}

/** Types rows of households from the first row of tblHo on. */
async function households(rows: readonly (readonly [string, number | string, string, number | string])[]) {
  const header = office.values("'Hộ thụ hưởng'!A4:Z4")[0]!;
  const at = (name: string) => header.indexOf(name);
  for (const [index, [name, central, decision, paid]] of rows.entries()) {
    const cells = header.map(() => "" as string | number);
    const put = (column: string, value: string | number) => (cells[at(column)] = value);
    put("Họ và tên chủ hộ", name);
    put("Ngày sinh", 1980);
    put("Giới tính", "Nam");
    put("Dân tộc", "Tày");
    put("Số CCCD", `01908000000${index}`);
    put("Thôn xóm", "Làng Mười");
    put("Diện hộ", "Hộ nghèo");
    put("Mã dự án", "DA1");
    put("Nội dung hỗ trợ", "Nhà ở");
    put("NSTW", central);
    put("Số QĐ phê duyệt", decision);
    put("Số tài khoản", "8800200000001");
    put("Đã chi", paid);
    // Cell by cell: the calculated column between them stays.
    for (const [column, value] of cells.entries())
      if (value !== "") await office.userEdits("Hộ thụ hưởng", `${letter(column)}${5 + index}`, [[value]]);
  }
}

const letter = (column: number) => String.fromCharCode(65 + column);

const two = [
  ["Nông Văn Thành", 40_000_000, "97/QĐ-UBND", ""],
  ["Hoàng Văn Mùi", 30_000_000, "", ""],
] as const;

describe("choosing", () => {
  test("the workbook's own sheets with placeholders come first, then ours", async () => {
    await office.userDoes((book) => {
      const sheet = book.sheets.find((one) => one.name === "Sheet1")!;
      sheet.grid.cell(0, 0).value = "Xã {{Tham số.Tên xã}}";
    });
    const work = await opened();
    expect(work.store.state().sources!.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "workbook Sheet1",
      "own Giấy đề nghị hỗ trợ của hộ",
      "own Biên bản họp xóm bình xét",
      "own Danh sách hộ đề nghị hỗ trợ",
      "own Tờ trình đề nghị phê duyệt danh sách",
      "own Quyết định phê duyệt danh sách",
      "own Danh sách chi trả có ký nhận",
      "own Báo cáo tiến độ tháng",
    ]);
  });

  test("an unknown field is told with its cell and what was meant, and leads there", async () => {
    await office.userEdits("Sheet1", "B3", [["{{Tham số.Ten xa}} {{Hộ.NSTW}}"]]);
    const work = await opened();
    await work.choose("sheet Sheet1");
    const { reading } = work.store.state();
    const [mistake] = reading!.mistakes;
    expect(reading!.mistakes).toHaveLength(1);
    expect(work.wordMistake(mistake!)).toContain("ô B3");
    expect(work.wordMistake(mistake!)).toContain("Tên xã");
    expect(reading!.used.map(({ name, cell }) => [name, cell])).toContainEqual(["Hộ.NSTW", "B3"]);
    await work.goTo(mistake!.cell!);
    expect(office.selection.replaceAll("'", "")).toBe("Sheet1!B3");
    const before = names();
    await work.fill();
    expect(notice()).toMatchObject({ intent: "error" });
    expect(names()).toEqual(before);
  });

  test("a file's template is filled from the open workbook; a file without one is told", async () => {
    const file = XlsxBook.create();
    await applied(file, {
      task: "test",
      operations: [
        { kind: "createSheet", design: designOf([["Xã {{Tham số.Tên xã|hoa}}"]], { name: "Thư mời" }) },
      ],
    });
    const work = await opened();
    await work.openFile("thu-moi.xlsx", file.bytes());
    expect(work.store.state().chosen).toBe("file Thư mời");
    await work.fill();
    expect(office.values("'Thư mời (thu-moi.xlsx)'!A1")).toEqual([["Xã DÂN TIẾN"]]);
    await work.openFile("trong.xlsx", XlsxBook.create().bytes());
    expect(notice()!.text).toContain("trong.xlsx");
    await work.openFile("hong.xlsx", new Uint8Array(readFileSync(__filename)));
    expect(notice()).toMatchObject({ intent: "error" });
  });

  test("one of ours is put into the workbook as a sheet to be changed, and taken back", async () => {
    const work = await opened();
    await work.choose("MB03");
    await work.putIntoWorkbook();
    expect(names()).toContain("Mẫu Danh sách hộ đề nghị");
    expect(work.store.state().chosen).toBe("sheet Mẫu Danh sách hộ đề nghị");
    expect(work.store.state().reading!.mistakes).toEqual([]);
    await session.undoLast();
    expect(names()).not.toContain("Mẫu Danh sách hộ đề nghị");
  });
});

describe("a field is put into the selected cell", () => {
  test("behind the text that stands there, and taken back", async () => {
    await office.userEdits("Sheet1", "C4", [["Xã "]]);
    await office.userSelects("Sheet1", "C4");
    const work = await opened();
    await work.putField("Tham số.Tên xã");
    expect(office.values("Sheet1!C4")).toEqual([["Xã {{Tham số.Tên xã}}"]]);
    expect(work.store.state().chosen).toBe("sheet Sheet1");
    await session.undoLast();
    expect(office.values("Sheet1!C4")).toEqual([["Xã "]]);
  });

  test("never into our tables' sheets, nor over a formula", async () => {
    const work = await opened();
    await office.userSelects("Hộ thụ hưởng", "B5");
    await work.putField("Hộ.NSTW");
    expect(notice()!.text).toContain("Hộ thụ hưởng");
    expect(office.values("'Hộ thụ hưởng'!B5")).toEqual([[""]]);
    await office.userEdits("Sheet1", "A1", [["=1+1"]]);
    await office.userSelects("Sheet1", "A1");
    await work.putField("Hộ.NSTW");
    expect(notice()!.text).toContain("A1");
    expect(office.values("Sheet1!A1")).toEqual([[2]]);
  });
});

describe("filling", () => {
  test("what is typed is kept in the workbook, offered again, and each step is taken back", async () => {
    await households(two);
    const work = await opened();
    await work.choose("MB05");
    work.type("Số quyết định", "128/QĐ-UBND");
    work.type("Ngày quyết định", "15/09/2025");
    work.preview(true);
    expect(work.store.state().preview!.flat()).toContain("Dân Tiến, ngày 15 tháng 9 năm 2025");
    await work.fill();
    expect(notice()).toMatchObject({ intent: "success" });
    const sheet = "Quyết định phê duyệt danh sách";
    expect(names()).toContain(sheet);
    const cells = office.values(`'${sheet}'!A1:H60`).flat();
    expect(cells).toContain("Số: 128/QĐ-UBND");
    expect(cells).toContain("Hoàng Văn Mùi");
    expect(cells).not.toContain("Nông Văn Thành");
    expect(cells.filter((cell) => String(cell).includes("{{"))).toEqual([]);
    const remembered = office
      .values("'Danh mục'!A1:B60")
      .filter(([name]) => String(name).startsWith("Nhập."));
    expect(remembered).toEqual([
      ["Nhập.Số quyết định", "128/QĐ-UBND"],
      ["Nhập.Ngày quyết định", "15/09/2025"],
    ]);
    await session.undoLast();
    expect(names()).not.toContain(sheet);
    await session.undoLast();
    expect(office.values("'Danh mục'!A1:B60").flat()).not.toContain("Nhập.Số quyết định");
  });

  test("values kept in the workbook are there when it is opened again", async () => {
    const work = await opened();
    await work.choose("MB04");
    work.type("Số tờ trình", "15/TTr-PKT");
    await work.fill();
    const again = new PaneSession(session.host);
    const later = await again.use("template");
    await later.look();
    expect(later.store.state().values).toEqual({ "Số tờ trình": "15/TTr-PKT" });
  });

  test("a sheet for each household, or all on one", async () => {
    await households(two);
    const work = await opened();
    await work.choose("MB01");
    expect(work.store.state().reading!.each).toBe("Hộ");
    await work.fill();
    expect(names()).toEqual(expect.arrayContaining(["Nông Văn Thành", "Hoàng Văn Mùi"]));
    await session.undoLast();
    expect(names()).not.toContain("Hoàng Văn Mùi");
    await work.chooseEach("Hộ", true);
    await work.fill();
    const made = names().filter((name) => name.startsWith("Giấy đề nghị"));
    expect(made).toHaveLength(1);
    const cells = office.values(`'${made[0]}'!A1:D80`).flat();
    expect(cells.filter((cell) => cell === "GIẤY ĐỀ NGHỊ HỖ TRỢ")).toHaveLength(2);
  });
});

describe("paying", () => {
  test("approved households are chosen, looked at, paid, and all of it is taken back at once", async () => {
    await households([...two, ["Lý Văn Sơn", 40_000_000, "97/QĐ-UBND", 40_000_000]]);
    const { payments } = await place();
    await payments.look();
    expect(payments.shown().map(({ name, left, obstacles }) => [name, left, obstacles])).toEqual([
      ["Nông Văn Thành", 40_000_000, []],
      ["Lý Văn Sơn", 0, ["paidInFull"]],
    ]);
    payments.chooseShown(true);
    payments.set({ voucher: "UNC 12", limit: "25.000.000" });
    await payments.prepare();
    const { prepared } = payments.store.state();
    expect(prepared).toMatchObject({ households: 1, total: 25_000_000, left: 15_000_000 });
    const before = [office.values("'Giải ngân'!A5:M8"), office.values("'Hộ thụ hưởng'!A5:X8")];
    await payments.pay();
    expect(notice()).toMatchObject({ intent: "success" });
    expect(names()).toContain("Chi trả UNC 12");
    expect(office.values("'Giải ngân'!B5:I5")).toEqual([
      ["UNC 12", "Thanh toán", "DA1", "Nhà ở", "Chưa xác định", "Năm nay", "NSTW", 25_000_000],
    ]);
    expect(payments.shown()[0]).toMatchObject({ paid: 25_000_000, left: 15_000_000 });
    await session.undoLast();
    expect(names()).not.toContain("Chi trả UNC 12");
    expect([office.values("'Giải ngân'!A5:M8"), office.values("'Hộ thụ hưởng'!A5:X8")]).toEqual(before);
  });

  test("without a voucher's number, a day or an amount nothing is prepared", async () => {
    await households(two);
    const { payments } = await place();
    await payments.look();
    payments.chooseShown(true);
    await payments.prepare();
    expect(payments.store.state().prepared).toBeNull();
    payments.set({ voucher: "UNC 12", date: "31/02/2025" });
    await payments.prepare();
    expect(payments.store.state().prepared).toBeNull();
    payments.set({ date: "18/9/2025", limit: "nhiều" });
    await payments.prepare();
    expect(payments.store.state().prepared).toBeNull();
  });
});
