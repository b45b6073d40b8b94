/** The plan edited, compared, taken over, and its money divided, on the built page: as a person does it, at Excel's width. */
import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "playwright-core";
import { PageInBrowser } from "./page";

let open: PageInBrowser;
let pane: Locator;

beforeEach(async () => {
  open = await PageInBrowser.open();
  pane = open.page.locator("main").first();
  await open.injectSample();
});
afterEach(async () => {
  expect(open.faults).toEqual([]);
  await open.close();
});

const button = (name: string | RegExp) =>
  pane.getByRole("button", { name, exact: typeof name === "string" }).first();

/** What axe finds in the pane, but for the invisible elements by which Fluent watches where Tab goes; and a picture. */
async function looked(picture: string): Promise<void> {
  await open.picture(picture);
  const { violations } = await new AxeBuilder({ page: open.page })
    .include("main")
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .exclude("[data-tabster-dummy]")
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)).toEqual([]);
  const wide = await pane.evaluate((main) =>
    [...main.querySelectorAll("*")].some((one) => {
      const { right, width } = one.getBoundingClientRect();
      return width > 0 && right > main.getBoundingClientRect().right + 1;
    }),
  );
  expect(wide).toBe(false);
}

async function amount(label: string, text: string): Promise<void> {
  await pane.getByLabel(label, { exact: true }).last().fill(text);
}

test("edited with the checks at once, compared, taken over, undone", async () => {
  await button("Sửa kế hoạch").click();
  await button(/^DA1/).click();
  await amount("NSTW (triệu đồng)", "1.726,5");
  await pane.getByText(/tổng vốn 720 triệu đồng nhỏ hơn các nguồn cộng lại/).waitFor();
  await looked("plan-1-sua");
  await button(/^Lấy tổng các nguồn/).click();
  expect(await pane.getByText(/nhỏ hơn các nguồn cộng lại/).count()).toBe(0);
  await button(/^DA1/).click();
  await pane.getByLabel("Số kế hoạch").fill("45/KH-UBND");
  await pane.getByLabel("Ngày kế hoạch").fill("12/10/2025");
  await pane.getByRole("combobox", { name: "Thêm dự án, tiểu dự án" }).focus();
  await open.page.keyboard.type("sắp xếp");
  await open.page.getByRole("option", { name: /^DA2/ }).waitFor();
  await open.page.keyboard.press("ArrowDown");
  await open.page.keyboard.press("Enter");
  await button("Thêm dự án").click();
  await amount("NSTW (triệu đồng)", "300");
  await amount("NSĐP (triệu đồng)", "1,250");
  await button("Xong").click();
  await pane.getByText(/Số này có hai cách hiểu/).waitFor();
  expect(
    await pane
      .getByLabel("NSĐP (triệu đồng)")
      .last()
      .evaluate((one) => one === document.activeElement),
  ).toBe(true);
  await looked("plan-2-so-hai-nghia");
  await amount("NSĐP (triệu đồng)", "50");
  await button(/^Lấy tổng các nguồn/).click();
  await button("Xong").click();

  // Who works by keyboard goes on from the new view.
  await pane.locator("h2:focus", { hasText: "So sánh với sổ" }).waitFor();
  await pane.getByText("Tổng vốn: 720 → 1.820,5 (tăng 1.100,5)").waitFor();
  await looked("plan-3-so-sanh");
  await button("Tiếp nhận 3 mục vào sổ").click();
  await pane.getByText("Sổ khớp với kế hoạch này.").waitFor();
  await open.idle();
  expect((await open.cell("Kế hoạch", 4, 3)).content).toBe(1820.5);
  expect(await open.differences()).toEqual([]);
  await button("Hoàn tác").click();
  await button("Tiếp nhận 3 mục vào sổ").waitFor();
  await open.idle();
  expect((await open.cell("Kế hoạch", 4, 3)).content).toBe(720);
  expect(await open.differences()).toEqual([]);
});

test("money divided by households × norm, with what is left and what lacks seen while typing", async () => {
  await button("Phân bổ vốn theo định mức").click();
  const households = pane.getByRole("group", { name: "Đất ở" }).getByLabel("Số hộ");
  await households.fill("5");
  await pane.getByText("Còn lại: 489.968.051 đồng").waitFor();
  await looked("plan-4-phan-bo");
  await households.fill("50");
  await pane
    .getByRole("status")
    .getByText(/^Thiếu: /)
    .waitFor();
  await looked("plan-5-thieu-von");
  await households.fill("-1");
  await button("Ghi vào trang Ngân sách").click();
  await pane.getByText("Ghi số nguyên, không âm.").waitFor();
  await households.fill("5");
  await button("Ghi vào trang Ngân sách").click();
  await pane.getByText("Đã ghi phân bổ vào trang Ngân sách.").waitFor();
  await open.idle();
  expect((await open.cell("Ngân sách", 4, 5)).content).toBe(489.968051);
  expect(await open.differences()).toEqual([]);
});
