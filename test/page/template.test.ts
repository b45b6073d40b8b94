/** Templates filled and households paid on the built page: as a person does it, at Excel's width. */
import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "playwright-core";
import { PageInBrowser } from "./page";

let open: PageInBrowser;
let pane: Locator;

const button = (name: string | RegExp) =>
  pane.getByRole("button", { name, exact: typeof name === "string" }).first();

/** What axe finds in the pane, but for the invisible elements by which Fluent watches where Tab goes; and a picture. */
async function looked(picture: string): Promise<void> {
  // A button that has just become usable is still changing its colours.
  await open.page.waitForTimeout(400);
  await open.picture(picture);
  const { violations } = await new AxeBuilder({ page: open.page })
    .include("main")
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .exclude("[data-tabster-dummy]")
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)).toEqual([]);
  const wide = await pane.evaluate((main) =>
    [...main.querySelectorAll("*")]
      .filter((one) => {
        const { right, width } = one.getBoundingClientRect();
        return width > 0 && right > main.getBoundingClientRect().right + 1;
      })
      .map((one) => one.outerHTML.slice(0, 200)),
  );
  expect(wide).toEqual([]);
}

async function texts(sheet: string): Promise<readonly unknown[]> {
  return open.page.evaluate(async (name) => {
    const { sheets } = await window.soMtqg.book.file.read({ sheets: [name] });
    return sheets.find((one) => one.name === name)?.values.flat() ?? [];
  }, sheet);
}

const sheetNames = () =>
  open.page.evaluate(async () =>
    (await window.soMtqg.book.file.read({ sheets: [] })).sheets.map((sheet) => sheet.name),
  );

/** Four households as a list is pasted; the last has no decision yet, the third is paid in full. */
async function pasteHouseholds(): Promise<void> {
  const names = ["Nông Văn Thành", "Hoàng Văn Mùi", "Lý Văn Sơn", "Triệu Văn Đạt"];
  const person = (name: string, index: number) =>
    [name, "1980", "Nam", "Tày", `01908000000${index}`, "Làng Mười", "Hộ nghèo", "5", "", "", "DA1", "Nhà ở"]
      .concat(["", "40000000", "4000000", ""])
      .join("\t");
  const decision = (_name: string, index: number) =>
    index === 3 ? "\t\t\t" : `97/QĐ-UBND\t01/09/2025\t880020000000${index}\t${index === 2 ? "44000000" : ""}`;
  await open.select("Hộ thụ hưởng", 4, 1);
  await open.paste(names.map(person).join("\n"));
  await open.select("Hộ thụ hưởng", 4, 19);
  await open.paste(names.map(decision).join("\n"));
}

beforeEach(async () => {
  open = await PageInBrowser.open();
  pane = open.page.locator("main").first();
  await open.injectSample();
  await pasteHouseholds();
  await open.page.getByRole("tab", { name: "Biểu mẫu" }).click();
  await pane.getByLabel("Biểu mẫu").last().waitFor();
  await open.idle();
});
afterEach(async () => {
  expect(open.faults).toEqual([]);
  await open.close();
});

async function choose(title: string): Promise<void> {
  await pane.getByRole("combobox", { name: "Biểu mẫu" }).selectOption({ label: title });
  await open.idle();
}

test("one of our templates is completed, looked at, filled, and taken back", async () => {
  await looked("bieu-mau-1-chon");
  await choose("Quyết định phê duyệt danh sách");
  await pane.getByLabel("Số quyết định").fill("128/QĐ-UBND");
  await pane.getByLabel("Ngày quyết định").fill("15/9");
  await looked("bieu-mau-2-ngay-sai");
  await pane.getByLabel("Ngày quyết định").fill("15/09/2025");
  await button("Xem trước bản đầu tiên").click();
  await pane.getByText("Dân Tiến, ngày 15 tháng 9 năm 2025").waitFor();
  await looked("bieu-mau-3-xem-truoc");
  await button("Điền biểu mẫu").click();
  await pane.getByText("Đã điền trang").waitFor();
  await open.idle();
  await looked("bieu-mau-4-da-dien");
  const cells = await texts("Quyết định phê duyệt danh sách");
  expect(cells).toContain("Triệu Văn Đạt");
  expect(cells).not.toContain("Nông Văn Thành");
  expect(await open.differences()).toEqual([]);
  await button("Hoàn tác").click();
  await pane.getByText("Đã hoàn tác").waitFor();
  expect(await sheetNames()).not.toContain("Quyết định phê duyệt danh sách");
});

test("a field is searched and put into a cell of a template sheet", async () => {
  await choose("Danh sách hộ đề nghị hỗ trợ");
  await button("Đưa mẫu vào sổ để sửa").click();
  await pane.getByText("Đã thêm trang mẫu").waitFor();
  await open.select("Mẫu Danh sách hộ đề nghị", 20, 1);
  await button("Thêm trường vào ô đang chọn").click();
  await pane.getByLabel("Tìm trường").fill("ten xa");
  await looked("bieu-mau-5-them-truong");
  await button(/Tham số\.Tên xã/).click();
  await pane.getByText("vào ô B21").waitFor();
  expect((await open.cell("Mẫu Danh sách hộ đề nghị", 20, 1)).content).toBe("{{Tham số.Tên xã}}");
});

test("approved households are paid in one step, and it is taken back in one", async () => {
  await pane.getByRole("tab", { name: "Chi trả cho hộ" }).click();
  await pane.getByText("đã chi đủ").waitFor();
  await looked("chi-tra-1-chon");
  await pane.getByLabel("Chọn tất cả 2 hộ chi được").click();
  await pane.getByLabel("Số chứng từ").fill("UNC 12");
  await pane.getByLabel("Ngày chứng từ").fill("18/09/2025");
  await pane.getByText("2 hộ, 88.000.000 đồng").waitFor();
  await button("Xem trước đợt chi").click();
  await pane.getByText("Nhà ở – NSTW: 80.000.000 đồng").waitFor();
  await looked("chi-tra-2-xem-truoc");
  await button("Ghi đợt chi").click();
  await pane.getByText("Đã lập “Chi trả UNC 12”").waitFor();
  await open.idle();
  await looked("chi-tra-3-da-ghi");
  expect(await texts("Chi trả UNC 12")).toContain(
    "Tổng số tiền chi đợt này (bằng chữ): Tám mươi tám triệu đồng.",
  );
  expect((await open.cell("Hộ thụ hưởng", 4, 22)).content).toBe(44_000_000);
  expect((await open.cell("Giải ngân", 4, 8)).content).toBe(80_000_000);
  await button("Hoàn tác").click();
  await pane.getByText("Đã hoàn tác").waitFor();
  expect(await sheetNames()).not.toContain("Chi trả UNC 12");
  expect((await open.cell("Giải ngân", 4, 8)).content).toBeNull();
});
