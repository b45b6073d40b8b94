/** The first minute without Excel: from the sample plan to a saved workbook, on the built page in a browser. */
import { readXlsx } from "hucre/xlsx";
import { faultsOf } from "../hosts/xlsx/validity";
import { disagreements } from "./other-programs";
import { PageInBrowser, SAMPLE } from "./page";

jest.setTimeout(240_000);
let page: PageInBrowser;

beforeAll(async () => {
  page = await PageInBrowser.open();
});
afterAll(() => page.close());

const HOUSEHOLDS = "Hộ thụ hưởng";

test("offers two ways to begin, with the pane beside, and sends nothing anywhere", async () => {
  const others: string[] = [];
  page.page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1:")) others.push(request.url());
  });
  await page.page.getByRole("button", { name: SAMPLE }).waitFor();
  await page.page.getByRole("button", { name: "Mở tệp .xlsx của bạn" }).first().waitFor();
  await page.page.getByRole("tab", { name: "Kế hoạch" }).waitFor();
  await page.picture("1-bat-dau");
  expect(others.filter((address) => !/^(blob|data):/.test(address))).toEqual([]);
});

test("the plan becomes sheets in the grid, which shows what the book holds", async () => {
  await page.injectSample();
  await page.picture("2-da-chen");
  expect(await page.differences()).toEqual([]);
  expect((await page.cell("Kế hoạch", 4, 3)).content).toBe(720);
});

test.each([
  [0, "1", 1],
  [1, "Nguyễn Thị Hoa", "Nguyễn Thị Hoa"],
  [2, "12/03/1965", 23813],
  [3, "Nữ", "Nữ"],
  [4, "Tày", "Tày"],
  [5, "01900000001", "01900000001"],
  [7, "Hộ nghèo", "Hộ nghèo"],
  [11, "DA1", "DA1"],
  [12, "Nhà ở", "Nhà ở"],
  [14, "44.000.000", 44000000],
])("typed into column %i of the households: %j", async (column, text, value) => {
  await page.type(HOUSEHOLDS, 4, column, text);
  expect((await page.cell(HOUSEHOLDS, 4, column)).content).toBe(value);
});

test("a value that the list does not have is refused in Vietnamese", async () => {
  await page.select(HOUSEHOLDS, 4, 3);
  await page.page.keyboard.type("Khác");
  await page.page.keyboard.press("Enter");
  await page.page.getByText("Hãy chọn một giá trị trong danh sách thả xuống.").waitFor();
  await page.picture("3-gia-tri-la");
  await page.page.getByRole("button", { name: "Xác nhận" }).click();
  await page.idle();
  expect((await page.cell(HOUSEHOLDS, 4, 3)).content).toBe("Nữ");
});

test("letters that are put together as they are typed arrive whole", async () => {
  await page.select(HOUSEHOLDS, 4, 23);
  const session = await page.context.newCDPSession(page.page);
  for (const text of ["x", "xo", "xom", "xóm"])
    await session.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await session.send("Input.insertText", { text: "xóm" });
  await page.press("Enter");
  expect((await page.cell(HOUSEHOLDS, 4, 23)).content).toBe("xóm");
});

test("the check lists findings; a click brings the cell before one's eyes", async () => {
  await page.page.getByRole("tab", { name: "Kiểm tra", exact: true }).click();
  await page.page
    .getByRole("button", { name: /^Kiểm tra/ })
    .first()
    .click();
  const finding = page.page.getByText("mất số 0 đầu, chỉ còn 11 chữ số");
  await finding.waitFor();
  await page.idle();
  await page.select("Kế hoạch", 0, 0);
  await finding.click();
  await page.page.waitForTimeout(500);
  await page.picture("4-kiem-tra");
  const place = await page.page.evaluate(() => window.soMtqg.grid!.selection());
  expect(place).toEqual({ sheet: HOUSEHOLDS, area: { row: 4, column: 5, rows: 1, columns: 1 } });
  expect(await drawnFill(4, 5)).toBe("#FFC7CE");
  expect(await drawnFill(4, 1)).toBeNull();
  expect(await page.differences()).toEqual([]);
});

/** The colour behind a household's cell as it is drawn, lights of marks included. */
async function drawnFill(row: number, column: number): Promise<string | null> {
  return page.page.evaluate(
    ([name, r, c]) => {
      const { model } = window.soMtqg.grid!;
      const style = model.worksheet(model.sheetNamed(name)!.id).getCell(r, c)?.s;
      return typeof style === "object" ? (style?.bg?.rgb ?? null) : null;
    },
    [HOUSEHOLDS, row, column] as const,
  );
}

test("F6 goes from the grid to the pane and back", async () => {
  const side = () =>
    page.page.evaluate(() => document.activeElement?.closest("#pane, #grid, [id^=__editor]")?.id);
  await page.select(HOUSEHOLDS, 4, 1);
  await page.page.keyboard.press("F6");
  expect(await side()).toBe("pane");
  await page.page.keyboard.press("F6");
  expect(await side()).not.toBe("pane");
  await page.page.keyboard.press("F2");
  await page.press("Enter");
  expect((await page.cell(HOUSEHOLDS, 4, 1)).content).toBe("Nguyễn Thị Hoa");
});

test("a report is made and shown", async () => {
  await page.page.getByRole("tab", { name: "Báo cáo" }).click();
  await page.page.getByRole("button", { name: "Tạo biểu" }).click();
  await page.page
    .getByText(/Đã tạo/)
    .first()
    .waitFor();
  await page.idle();
  await page.page.getByRole("button", { name: "Xem biểu" }).click();
  await page.page.waitForTimeout(800);
  await page.picture("5-bieu");
  const place = await page.page.evaluate(() => window.soMtqg.grid!.selection());
  expect(place?.sheet).toMatch(/^BC01/);
  expect(await page.differences()).toEqual([]);
});

test("saving hands over a new file that other programs find in order", async () => {
  const { name, bytes } = await page.save();
  expect(name).toBe("Sổ theo dõi CTMTQG (Sổ MTQG).xlsx");
  expect(await faultsOf([{ bytes }])).toEqual([[]]);
  expect(await disagreements(bytes)).toEqual([]);
  const workbook = await readXlsx(bytes);
  const sheet = workbook.sheets.find((one) => one.name === HOUSEHOLDS)!;
  expect(sheet.rows[4]!.slice(0, 6)).toEqual([
    1,
    "Nguyễn Thị Hoa",
    expect.anything(),
    "Nữ",
    "Tày",
    "01900000001",
  ]);
  await page.page.getByText("Đã lưu bản mới").waitFor();
});

test("what is not saved outlives a closed tab, and is forgotten on request", async () => {
  await page.type("Kế hoạch", 20, 1, "còn nữa");
  await page.page.evaluate(() => window.soMtqg.keepNow());
  await page.reopen();
  await page.page.getByText("Có sổ chưa lưu từ lần trước").waitFor();
  await page.picture("6-giu-lai");
  await page.page.getByRole("button", { name: "Mở lại" }).click();
  await page.gridReady();
  expect((await page.cell("Kế hoạch", 20, 1)).content).toBe("còn nữa");
  await page.page.getByRole("button", { name: "Mở tệp .xlsx của bạn" }).click();
  await page.page.getByText("Sổ đang mở chưa lưu").waitFor();
  await page.picture("7-hoi-truoc-khi-bo");
  await page.page.getByRole("button", { name: "Ở lại" }).click();
  await page.page.evaluate(() => window.soMtqg.forget());
  await page.reopen();
  await page.page.getByRole("button", { name: SAMPLE }).waitFor();
  await page.page.waitForTimeout(500);
  expect(await page.page.getByText("Có sổ chưa lưu từ lần trước").count()).toBe(0);
});

test("nothing went wrong unseen", () => {
  expect(page.faults).toEqual([]);
});
