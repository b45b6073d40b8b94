/** A file's reading as it goes from the worker to the page: the same answers arrive. */
import { packed, unpacked } from "../../src/faces/page";
import { XlsxBook } from "../../src/hosts/xlsx";
import { fixtures } from "../hosts/xlsx/fixtures";
import { injected, samplePlan } from "../tasks/books";

const request = { formulas: true, numberFormats: true, fonts: true };

async function expectSame(book: XlsxBook): Promise<void> {
  const names = (await book.read({ sheets: [] })).sheets.map(({ name }) => name);
  const sent = await book.read({ ...request, designs: names });
  const arrived = unpacked(structuredClone(packed(sent)));
  expect(arrived.designs).toEqual(sent.designs);
  expect(arrived.names).toEqual(sent.names);
  arrived.sheets.forEach((sheet, index) => {
    const { numberFormat, fontName, ...rest } = sent.sheets[index]!;
    expect(sheet).toMatchObject(rest);
    const places = [...sheet.values.keys(), sheet.values.length + 7].flatMap((row) =>
      Array.from({ length: 20 }, (_unused, column) => [row, column] as const),
    );
    expect(places.map(([row, column]) => sheet.numberFormat?.(row, column))).toEqual(
      places.map(([row, column]) => numberFormat?.(row, column)),
    );
    expect(places.map(([row, column]) => sheet.fontName?.(row, column))).toEqual(
      places.map(([row, column]) => fontName?.(row, column)),
    );
  });
}

test.each(fixtures.map((make) => make()))("$name", ({ bytes }) => expectSame(XlsxBook.open(bytes)));

test("our own workbook", async () => expectSame(await injected(samplePlan())));

test("formats are not sent where nobody asked for them", async () => {
  const sent = packed(await (await injected(samplePlan())).read());
  expect(sent.sheets.every((sheet) => sheet.numberFormat === null && sheet.fontName === null)).toBe(true);
});
