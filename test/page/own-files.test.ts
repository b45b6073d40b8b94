/** A person's own file on the page: shown as it is, changed where it was typed, and every other part of it kept. */
import { faultsOf, unzip } from "../hosts/xlsx/validity";
import { badFiles, fixtures, workSheet } from "../hosts/xlsx/fixtures";
import { PageInBrowser } from "./page";

jest.setTimeout(240_000);
let page: PageInBrowser;

beforeAll(async () => {
  page = await PageInBrowser.open();
});
afterAll(() => page.close());

const files = fixtures.map((make) => make());
/** What the page says once of each, by the file's name; null where the grid shows everything. */
const notShown: Readonly<Record<string, RegExp | null>> = {
  "charts old and new, with shapes in them": /biểu đồ/,
  "a chart sheet": /trang biểu đồ/,
  "pictures, over the cells, behind them and in the header": /hình vẽ, ảnh/,
  "notes and threads of comments": /nhận xét theo luồng/,
  "rich text and odd characters": null,
  "shared, array and dynamic array formulas": null,
  "hidden and very hidden sheets": null,
  "a slicer on a table": /Slicer/,
  "a pivot table with its cache": /Pivot/,
  "newer validations, conditional formats and sparklines": null,
  "links to other files": /liên kết tới sổ khác/,
  macros: /macro/,
};
const chosen = files.filter(({ name }) => name in notShown);

test("every chosen file is there", () => {
  expect(chosen.map(({ name }) => name).sort()).toEqual(Object.keys(notShown).sort());
});

/** Each over the one before it, which has been saved. */
test.each(chosen)("$name", async ({ name, file, bytes }) => {
  await page.openFile(file, bytes);
  const said = page.page.getByText("vẫn nguyên trong tệp khi lưu");
  const expected = notShown[name];
  if (expected) expect(await said.textContent()).toMatch(expected);
  else expect(await said.count()).toBe(0);
  expect(await page.differences()).toEqual([]);
  await page.type(workSheet, 1, 1, "1.250,5");
  await page.type(workSheet, 4, 0, "Tỉnh");
  expect((await page.cell(workSheet, 1, 1)).content).toBe(1250.5);
  expect(await page.differences()).toEqual([]);
  const saved = await page.save();
  const [stem, ending] = file.split(/\.(?=[a-z]+$)/);
  expect(saved.name).toBe(`${stem} (Sổ MTQG).${ending}`);
  expect(await faultsOf([{ bytes: saved.bytes, extension: ending! }])).toEqual([[]]);
  const before = unzip(bytes);
  const after = unzip(saved.bytes);
  const changed = Object.keys(before).filter(
    (part) => !after[part] || !Buffer.from(before[part]!).equals(after[part]!),
  );
  const own =
    /^(xl\/workbook\.xml|xl\/worksheets\/sheet\d+\.xml|xl\/tables\/[^/]+\.xml|xl\/calcChain\.xml|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml|xl\/sharedStrings\.xml|xl\/styles\.xml)$/;
  expect(changed.filter((part) => !own.test(part))).toEqual([]);
});

test("a file that counts dates from 1904, and one that cannot be read, are refused with the reason", async () => {
  await page.page.evaluate(() => window.soMtqg.forget());
  await page.reopen();
  await page.openFile("1904.xlsx", files.find(({ name }) => name === "dates counted from 1904")!.bytes);
  await page.page.getByText("tính ngày từ năm 1904").waitFor();
  await page.openFile("xau.xlsx", badFiles[0]!.bytes());
  await page.page
    .getByText(/Tệp|Sổ có mật khẩu/)
    .first()
    .waitFor();
});

test("formats are not offered, and are refused with the reason", async () => {
  await page.openFile("a.xlsx", chosen[0]!.bytes);
  await page.select(workSheet, 1, 1);
  await page.page.keyboard.press("Control+b");
  await page.page.getByText("Trang này chỉ ghi nội dung ô vào tệp").waitFor();
});

test("nothing went wrong unseen", () => {
  expect(page.faults).toEqual([]);
});
