/** Our own templates, filled from a busy year's workbook: nothing unknown, nothing left open, figures that other programs agree with. */
import {
  dataArea,
  valueAt,
  type CellValue,
  type SheetDesign,
  type SheetSnapshot,
  type Snapshot,
} from "../../src/book";
import { amountInWords, formatVietnameseNumber } from "../../src/domain";
import { XlsxBook } from "../../src/hosts/xlsx";
import { readTables, type TableView } from "../../src/layout";
import {
  fillPlan,
  ownTemplates,
  templateOfDesign,
  type FillPlan,
  type OwnTemplate,
} from "../../src/templates";
import { faultsOf } from "../hosts/xlsx/validity";
import { busyBook, longIndicator } from "../reports/busyBook";
import { recalculated } from "../reports/recalculation";
import { applied, typeInto, view } from "../tasks/books";

const asked = {
  "Đơn vị trình": "Phòng Kinh tế",
  "Số tờ trình": "15/TTr-PKT",
  "Ngày tờ trình": "12/09/2025",
  "Nguồn kinh phí": "Ngân sách trung ương và ngân sách địa phương thuộc Dự án 1 năm 2025",
  "Chức vụ người trình": "TRƯỞNG PHÒNG",
  "Người ký tờ trình": "Nông Văn Thành",
  "Số quyết định": "128/QĐ-UBND",
  "Ngày quyết định": "15/9/2025",
  "Căn cứ giao vốn": "Quyết định số 1652/QĐ-UBND ngày 18/6/2025 của Ủy ban nhân dân huyện Võ Nhai",
  "Số báo cáo": "45/BC-UBND",
  "Ngày báo cáo": "05/10/2025",
  "Tháng báo cáo": "9",
  "Năm báo cáo": "2025",
  "Nơi gửi báo cáo": "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên",
  "Công tác chỉ đạo": "Ủy ban nhân dân xã đã họp giao ban về tiến độ hai lần.",
  "Khó khăn vướng mắc": "Thời tiết mưa nhiều ảnh hưởng tiến độ thi công.",
  "Kiến nghị": '=HYPERLINK("http://x")',
};

const HOUSEHOLDS = 24;
let book: XlsxBook;
/** Sheets made, by the template's code. */
const made = new Map<string, readonly string[]>();
const notes = new Map<string, FillPlan["notes"]>();
let formulas: { sheet: string; place: string; theirs: unknown }[];
let after: Snapshot;

function planFor(template: OwnTemplate, snapshot: Snapshot, rows?: readonly number[]) {
  return fillPlan(
    [templateOfDesign(template.design)],
    readTables(snapshot),
    { sheetNames: snapshot.sheets.map((sheet) => sheet.name), date1904: snapshot.date1904 },
    {
      values: asked,
      target: { kind: "newSheets" },
      ...(template.each ? { each: { record: template.each, ...(rows ? { rows } : {}) } } : {}),
    },
  );
}

beforeAll(async () => {
  book = await busyBook({ households: HOUSEHOLDS, vouchers: 60 });
  const households = await view(book, "tblHo");
  await applied(book, {
    task: "typing",
    operations: Array.from({ length: 6 }, (_unused, index) => ({
      kind: "writeCells" as const,
      sheet: households.sheet.name,
      row: households.firstRow + 10 + index,
      column: households.sheetColumn("Số QĐ phê duyệt"),
      cells: [["97/QĐ-UBND"]],
    })),
  });
  const parameters = await view(book, "tblThamSo");
  await typeInto(book, "tblThamSo", parameters.column("Tham số").indexOf("Tỉnh"), "Giá trị", "Thái Nguyên");
  for (const template of ownTemplates) {
    const rows = template.each === "Hộ" ? [0, 3] : undefined;
    const plan = planFor(template, await book.read({ formulas: true }), rows);
    expect([template.code, plan.mistakes]).toEqual([template.code, []]);
    await applied(book, plan.edit!);
    made.set(template.code, plan.sheets);
    notes.set(template.code, plan.notes);
  }
  formulas = await recalculated(book.bytes());
  after = await book.read({ formulas: true });
});

const sheetOf = (code: string): SheetSnapshot =>
  after.sheets.find((sheet) => sheet.name === made.get(code)![0])!;

/** A sheet's cells by their text, formulas as another library computes them. */
function texts(sheet: SheetSnapshot): string[] {
  const computed = formulas.filter((one) => one.sheet === sheet.name).map((one) => String(one.theirs));
  return [
    ...sheet.values
      .flat()
      .filter((value) => value !== null)
      .map(String),
    ...computed,
  ];
}

function table(name: string): TableView {
  return readTables(after).table(name)!;
}

const number = (value: CellValue | undefined) => (typeof value === "number" ? value : 0);

describe("every template", () => {
  test.each(ownTemplates.map((template) => [template.code, template] as const))(
    "%s is a page of the decree: A4, Times New Roman, margins",
    (_code, { design, sheet, title }) => {
      expect(design.name).toBe(sheet);
      expect(title).not.toBe("");
      expect(design.page).toMatchObject({ paper: "a4", fitWidth: 1, margins: { top: 2, bottom: 2 } });
      for (const cell of design.cells) expect(cell.format?.font?.name).toBe("Times New Roman");
      for (const cell of design.cells)
        expect(String(cell.content ?? "").normalize("NFC")).toBe(String(cell.content ?? ""));
    },
  );

  test("no placeholder is left on what was filled", () => {
    for (const names of made.values())
      for (const name of names) {
        const sheet = after.sheets.find((one) => one.name === name)!;
        expect(texts(sheet).filter((text) => text.includes("{{"))).toEqual([]);
      }
  });

  test("the Open XML validator finds nothing in the workbook with all of them", async () => {
    expect(await faultsOf([{ bytes: book.bytes() }])).toEqual([[]]);
  }, 120_000);

  test("no formula is an error to another library", () => {
    const sheets = new Set([...made.values()].flat());
    const errors = formulas.filter(
      (one) => sheets.has(one.sheet) && (typeof one.theirs === "object" || one.theirs === undefined),
    );
    expect(errors).toEqual([]);
  });

  test("rows are tall enough for what was filled into them", async () => {
    const names = [...made.values()].flat();
    const { designs } = await book.read({ sheets: [], designs: names });
    for (const name of names) expect([name, cutCells(designs.get(name)!)]).toEqual([name, []]);
  });
});

/** Cells whose text needs more lines than their rows have, by an estimate of the letters' width. */
function cutCells(design: SheetDesign): string[] {
  return design.cells.flatMap(({ row, column, content, format }) => {
    // The busy year's longest indicator, 400 letters in a list's row, is beyond what any row has room for.
    if (typeof content !== "string" || !format?.wrap || content === longIndicator) return [];
    const area = design.merges?.find((one) => one.row === row && one.column === column);
    const width = design.columns
      .slice(column, column + (area?.columns ?? 1))
      .reduce((sum, one) => sum + (one.width ?? 8.43) * 5.25, 0);
    let height = 0;
    for (let at = row; at < row + (area?.rows ?? 1); at += 1) height += design.rowHeights?.get(at) ?? 15;
    const size = format.font?.size ?? 11;
    const letter = content === content.toUpperCase() && content !== content.toLowerCase() ? 0.58 : 0.43;
    const lines = content
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * letter) / width)), 0);
    return lines * size * 1.17 > height + 1 ? [`${row + 1}: ${content}`] : [];
  });
}

test("a household's request names it, its support in figures and in words", () => {
  const households = table("tblHo");
  const names = households.column("Họ và tên chủ hộ");
  expect(made.get("MB01")).toHaveLength(2);
  const [first] = made.get("MB01")!;
  expect(first).toBe(names[0]);
  const lines = texts(sheetOf("MB01")).join("\n");
  expect(lines).toContain(String(names[0]).toUpperCase());
  expect(lines).toContain("xã Dân Tiến, tỉnh Thái Nguyên");
  expect(lines).toContain("Kế hoạch số 30/KH-UBND ngày 08 tháng 8 năm 2025");
});

test("minutes stand for each xóm with its own households only", () => {
  const hamlets = table("tblXom").column("Thôn xóm");
  const households = table("tblHo");
  expect(made.get("MB02")).toHaveLength(hamlets.length);
  const names = households.column("Họ và tên chủ hộ");
  const own = names.filter((_name, row) => households.column("Thôn xóm")[row] === hamlets[0]);
  const sheet = sheetOf("MB02");
  const listed = sheet.values.filter((row) => typeof row[0] === "number").map((row) => row[1]);
  expect([...listed].sort()).toEqual([...own].sort());
});

test("households whose xóm is in no list, and so in no minutes, are told", () => {
  const hamlets = new Set(table("tblXom").column("Thôn xóm"));
  const places = table("tblHo").column("Thôn xóm").slice(0, HOUSEHOLDS);
  const strays = places.filter((place) => !hamlets.has(place)).length;
  expect(strays).toBeGreaterThan(0);
  expect(notes.get("MB02")).toEqual([
    { sheet: "Biên bản họp xóm", record: "Hộ", outer: "Xóm", count: strays },
  ]);
});

/** Rows of the households table that a list takes, without the typed total. */
function listed(decided: boolean): number[] {
  const households = table("tblHo");
  const decisions = households.column("Số QĐ phê duyệt");
  return Array.from({ length: HOUSEHOLDS }, (_unused, row) => row).filter(
    (row) => (decisions[row] !== null) === decided,
  );
}

test.each([
  ["MB04", "1. Số lượt hộ đề nghị hỗ trợ: "],
  ["MB05", "Số lượt hộ được hỗ trợ: "],
])("%s says how many there are and how much they get, in figures and words", (code, opening) => {
  const sheet = sheetOf(code);
  const sentence = texts(sheet).find((text) => text.includes(opening) && !text.startsWith("="))!;
  const rows = sheet.values.filter((row) => typeof row[0] === "number");
  expect(rows).toHaveLength(listed(false).length);
  const sum = Math.round(rows.reduce((total, row) => total + number(row[7]), 0));
  expect(sum).toBeGreaterThan(1e8);
  expect(sentence).toContain(`${opening}${rows.length};`);
  expect(sentence).toContain(`${formatVietnameseNumber(sum)} đồng (Bằng chữ: ${amountInWords(sum)}).`);
});

test("the list of proposals sums its columns, and leaves out who has a decision", () => {
  const sheet = sheetOf("MB03");
  const rows = sheet.values.filter((row) => typeof row[0] === "number");
  expect(rows).toHaveLength(listed(false).length);
  const sums = formulas.filter((one) => one.sheet === sheet.name).map((one) => one.theirs);
  const central = rows.reduce((total, row) => total + number(row[8]), 0);
  expect(sums[0]).toBeCloseTo(central, 2);
});

test("the list of payments takes who has a decision, and what is left of each", () => {
  const sheet = sheetOf("MB06");
  const first = sheet.values.findIndex((row) => typeof row[0] === "number");
  const rows = sheet.values.filter((row) => typeof row[0] === "number");
  expect(rows).toHaveLength(listed(true).length);
  rows.forEach((row, index) => {
    const now = formulas.find((one) => one.sheet === sheet.name && one.place === `I${first + 1 + index}`)!;
    expect(now.theirs).toBeCloseTo(Math.max(0, number(row[6]) - number(row[7])), 4);
  });
});

describe("the monthly report", () => {
  test("has what the plan says of its recipients and its signatory", () => {
    const lines = texts(sheetOf("MB07"));
    expect(lines).toContainEqual(
      expect.stringMatching(/^- Sở Dân tộc và tôn giáo \(b\/c\);\n- .*\n- Lưu: VT, VHXH\.$/s),
    );
    expect(lines).toContain("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
    expect(lines).toContain("Số: 45/BC-UBND");
    expect(lines).toContain("Dân Tiến, ngày 05 tháng 10 năm 2025");
  });

  test("counts what was paid in the month and to its end, by project", () => {
    const sheet = sheetOf("MB07");
    const vouchers = table("tblGiaiNgan");
    const [start, next] = [45901, 45931];
    const paid = (project: string, from: number) => {
      let sum = 0;
      for (let row = 0; row < vouchers.rowCount; row += 1) {
        const at = (header: string) => vouchers.column(header)[row] ?? null;
        const date = at("Ngày");
        const amount = at("Số tiền");
        if (at("Mã dự án") !== project || String(at("Năm vốn")) !== "Năm nay") continue;
        if (typeof date !== "number" || typeof amount !== "number" || date < from || date >= next) continue;
        const manner = String(at("Hình thức")).toLowerCase();
        const back = manner === "thu hồi tạm ứng" || manner === "giảm chi";
        sum += back ? -Math.abs(amount) : amount;
      }
      return sum / 1e6;
    };
    const firstRow = sheet.values.findIndex((row) => row[1] === "DA1");
    const codes = sheet.values.slice(firstRow, firstRow + 6).map((row) => String(row[1]));
    expect(codes).toEqual(table("tblDuAn").column("Mã"));
    const theirs = (place: string) =>
      formulas.find((one) => one.sheet === sheet.name && one.place === place)!.theirs;
    codes.forEach((code, index) => {
      const row = firstRow + 1 + index;
      expect(theirs(`F${row}`)).toBeCloseTo(paid(code, start), 5);
      expect(theirs(`G${row}`)).toBeCloseTo(paid(code, 0), 5);
    });
    expect(codes.some((code) => paid(code, start) !== 0)).toBe(true);
    const total = codes.reduce((sum, code) => sum + paid(code, 0), 0);
    expect(theirs(`G${firstRow + 7}`)).toBeCloseTo(total, 5);
    const sentence = texts(sheet).find((text) => text.includes("Tổng kế hoạch vốn được giao"))!;
    expect(sentence).toContain("Tổng kế hoạch vốn được giao: 12.063,2 triệu đồng;");
    const inMonth = Math.round(codes.reduce((sum, code) => sum + paid(code, start), 0) * 10) / 10;
    const text = formatVietnameseNumber(inMonth, { minDecimals: 1 });
    expect(sentence).toContain(`giải ngân trong tháng: ${text};`);
  });

  test("lists every voucher on its last page", () => {
    const sheet = sheetOf("MB07");
    const area = dataArea(table("tblGiaiNgan").sheet.tables[0]!);
    const numbers = sheet.values.map((row) => row[2]).filter((text) => /^UNC \d+$/.test(String(text)));
    // The last row of the table is a typed total.
    expect(numbers).toHaveLength(area.rows - 1);
  });

  test("what a person types is text, whatever it looks like", () => {
    const sheet = sheetOf("MB07");
    expect(texts(sheet)).toContainEqual(expect.stringContaining('- =HYPERLINK("http://x")'));
    expect(valueAt(sheet, 0, 0)).toBe("ỦY BAN NHÂN DÂN");
  });
});
