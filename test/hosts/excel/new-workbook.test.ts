/** A workbook of our own making, opened in another window of Excel. */
import { openNewWorkbook } from "../../../src/hosts/excel";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { startOfficeHost, type OfficeHost } from "../../office-host";

let office: OfficeHost;
afterEach(() => office.stop());

test("Excel is given the file as it is, and the open workbook stays as it was", async () => {
  office = await startOfficeHost();
  const book = XlsxBook.create();
  const cells = Array.from({ length: 5000 }, (_unused, row) => ({
    row,
    column: 0,
    content: `Số liệu ${row}`,
  }));
  const operation = { kind: "createSheet", design: { name: "Biểu", columns: [], cells } } as const;
  await book.apply({ task: "send", operations: [operation] }, { at: "2025-09-30T00:00:00Z" });
  await openNewWorkbook(book.bytes());
  const [opened] = office.workbook.openedBeside;
  const { sheets } = await XlsxBook.open(new Uint8Array(Buffer.from(opened!, "base64"))).read();
  expect(sheets.map((sheet) => [sheet.name, sheet.values.length])).toEqual([["Biểu", 5000]]);
  expect(office.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
});
