/** Tables that grow and shrink in files that other programs wrote. */
import type { CellInput, Operation } from "../../../src/book";
import { at, done, edit, everything, hamlets, refused, sheetOf } from "../../book/contract/kit";
import { moreColumns, newTable } from "../../book/contract/samples";
import { faultsOf } from "./validity";
import { attributesOf, bookOf, opened, part, partsOf, sheetXml, textsOf } from "./writing-kit";
import type { WrittenWorkbook } from "./written-packages";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const xm = "http://schemas.microsoft.com/office/excel/2006/main";

const cell = (r: string, value: string | number): string =>
  typeof value === "number" ? `<c r="${r}"><v>${value}</v></c>` : `<c r="${r}" t="str"><v>${value}</v></c>`;

/** A table `t` over B2:D4: text, number, and a calculated column. */
const table = (more = ""): string =>
  `<table xmlns="${main}" id="7" name="t" displayName="t" ref="B2:D4"${more}><autoFilter ref="B2:D4"/><tableColumns count="3"><tableColumn id="1" name="Tên"/><tableColumn id="2" name="Số"/>` +
  `<tableColumn id="4" name="Đôi"><calculatedColumnFormula>t[[#This Row],[Số]]*2</calculatedColumnFormula></tableColumn></tableColumns></table>`;

const rows =
  `<row r="2">${cell("B2", "Tên")}${cell("C2", "Số")}${cell("D2", "Đôi")}</row><row r="3">${cell("B3", "a")}${cell("C3", 1)}<c r="D3"><f>t[[#This Row],[Số]]*2</f><v>2</v></c></row>` +
  `<row r="4" ht="33" customHeight="1"><c r="A4" s="1"/><c r="B4" s="1" t="str"><v>b</v></c>${cell("C4", 2)}<c r="D4" s="1"><f>t[[#This Row],[Số]]*2</f><v>4</v></c></row>`;

const styles =
  `<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
  `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0"/></cellXfs>`;

function file(more: { below?: string; rules?: string; table?: string } = {}): WrittenWorkbook {
  const body = `<dimension ref="A2:D4"/><sheetData>${rows}${more.below ?? ""}</sheetData>${more.rules ?? ""}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`;
  return {
    sheets: [{ name: "S", body, relations: [["table", "../tables/table1.xml"]] }],
    styles,
    parts: { "xl/tables/table1.xml": table(more.table) },
  };
}

function append(...added: CellInput[][]): Operation {
  return { kind: "appendRows", table: "t", rows: added };
}

test("new rows take over formats, height and the column's formula; the table and its filter cover them", async () => {
  const book = opened(file());
  await done(book, edit(append(["c", 3], ["d", 4, { formula: "5+3", value: 8 }])));
  const xml = sheetXml(book);
  expect(attributesOf(xml, "row").slice(3)).toEqual(
    [5, 6].map((r) => ({ r: String(r), ht: "33", customHeight: "1" })),
  );
  expect(attributesOf(xml, "c").slice(-3)).toEqual([
    { r: "B6", s: "1", t: "inlineStr" },
    { r: "C6" },
    { r: "D6", s: "1" },
  ]);
  expect(textsOf(xml, "f")).toEqual([...Array<string>(3).fill("t[[#This Row],[Số]]*2"), "5+3"]);
  expect(attributesOf(xml, "dimension")[0]!.ref).toBe("A2:D6");
  const grown = part(book, "xl/tables/table1.xml");
  expect([attributesOf(grown, "table")[0]!.ref, attributesOf(grown, "autoFilter")[0]!.ref]).toEqual([
    "B2:D6",
    "B2:D6",
  ]);
});

const everyRule =
  `<conditionalFormatting sqref="C3:C4 A1"><cfRule type="expression" priority="1"><formula>C3&gt;1</formula></cfRule></conditionalFormatting>` +
  `<conditionalFormatting sqref="A3:Z4"><cfRule type="expression" priority="2"><formula>A3=1</formula></cfRule></conditionalFormatting>` +
  `<conditionalFormatting sqref="C3:C3"><cfRule type="expression" priority="3"><formula>C3=1</formula></cfRule></conditionalFormatting>` +
  `<dataValidations count="3"><dataValidation type="whole" sqref="C3:C4"><formula1>1</formula1></dataValidation><dataValidation type="whole" sqref="B3:B900"><formula1>1</formula1></dataValidation>` +
  `<dataValidation type="whole" sqref="F3:F4"><formula1>1</formula1></dataValidation></dataValidations>`;
const newerRules =
  `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${x14}"><x14:dataValidations xmlns:xm="${xm}" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>'Khác'!$A$1</xm:f></x14:formula1><xm:sqref>B3:B4</xm:sqref></x14:dataValidation></x14:dataValidations></ext>` +
  `<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${x14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${xm}"><x14:cfRule type="expression" priority="9" id="{A}"><xm:f>1=1</xm:f></x14:cfRule><xm:sqref>D3:D4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;

function places(xml: string): (string | undefined)[] {
  return [
    ...attributesOf(xml, "conditionalFormatting").map(({ sqref }) => sqref),
    ...attributesOf(xml, "dataValidation").map(({ sqref }) => sqref),
    ...textsOf(xml, "sqref"),
  ];
}

test("rules that reach the last row grow and shrink with the table, the others stay", async () => {
  const made = file({ rules: everyRule });
  const body = made.sheets[0]!.body + newerRules;
  const book = opened({ ...made, sheets: [{ ...made.sheets[0]!, body }] });
  const before = places(sheetXml(book));
  await done(book, edit(append(["c", 3], ["d", 4])));
  expect(places(sheetXml(book))).toEqual([
    ...["C3:C6 A1", "A3:Z4 B5:D6", "C3:C3", undefined],
    ...["C3:C6", "B3:B900", "F3:F4", undefined],
    ...["B3:B6", "D3:D6"],
  ]);
  await done(book, edit({ kind: "removeLastRows", table: "t", count: 2 }));
  expect(places(sheetXml(book))).toEqual(before);
});

test("rows that stand there for another reason are added to, and what is beside them stays", async () => {
  const below = `<row r="5" s="1" customFormat="1"><c r="A5" s="1"/><c r="C5" s="1"/><c r="F5"><v>9</v></c></row>`;
  const book = opened(file({ below }));
  await done(book, edit(append(["c", 3])));
  const fifth = attributesOf(sheetXml(book), "c").filter(({ r }) => r?.endsWith("5"));
  expect(fifth.map(({ r, s }) => [r, s])).toEqual([
    ["A5", "1"],
    ["B5", "1"],
    ["C5", undefined],
    ["D5", "1"],
    ["F5", undefined],
  ]);
  await done(book, edit({ kind: "removeLastRows", table: "t", count: 1 }));
  expect(
    attributesOf(sheetXml(book), "c")
      .filter(({ r }) => r?.endsWith("5"))
      .map(({ r }) => r),
  ).toEqual(["A5", "F5"]);
});

test.each([
  ["a value", { below: `<row r="6">${cell("C6", 1)}</row>` }, { kind: "occupied", sheet: "S", cell: "C6" }],
  [
    "a formula without value",
    { below: `<row r="5"><c r="D5"><f>1</f></c></row>` },
    { kind: "occupied", cell: "D5" },
  ],
  [
    "merged cells",
    { rules: `<mergeCells count="1"><mergeCell ref="A6:B7"/></mergeCells>` },
    { kind: "mergedCells", cell: "A6" },
  ],
  ["a totals row", { table: ` totalsRowCount="1"` }, { kind: "tableHasTotals", table: "t" }],
  ["a lock", { rules: `<sheetProtection sheet="1"/>` }, { kind: "protectedSheet", sheet: "S" }],
])("a table does not grow over %s", async (_what, more, refusal) => {
  expect(await refused(opened(file(more)), edit(append(["c", 1], ["d", 2])))).toMatchObject(refusal);
});

test("a table keeps one row when all are taken off", async () => {
  const book = opened(file());
  await done(book, edit({ kind: "removeLastRows", table: "t", count: 2 }));
  const sheet = await sheetOf(book, "S");
  expect(sheet.tables[0]!.area).toEqual({ row: 1, column: 1, rows: 2, columns: 3 });
  expect([at(sheet, 2, 1), at(sheet, 2, 3)]).toEqual([null, null]);
});

test("columns get ids of their own, and go with everything that came with them", async () => {
  const noted = {
    row: 1,
    column: 4,
    content: "Kiểm tra",
    note: "Do máy ghi",
    link: "'S'!A1",
    format: { fill: "D9D9D9" },
  };
  const columns: Operation = {
    kind: "addColumns",
    table: "t",
    columns: [{ header: "Kiểm tra" }],
    cells: [noted],
    validations: [],
    conditionalFormats: [
      { areas: [{ row: 2, column: 1, rows: 2, columns: 4 }], formula: '$E3<>""', format: { fill: "FFC7CE" } },
    ],
  };
  const book = opened(file({ rules: everyRule }));
  await done(book, edit(columns));
  expect(attributesOf(part(book, "xl/tables/table1.xml"), "tableColumn").map(({ id }) => id)).toEqual([
    "1",
    "2",
    "4",
    "5",
  ]);
  expect(attributesOf(sheetXml(book), "cfRule").map(({ priority }) => priority)).toEqual([
    "1",
    "2",
    "3",
    "4",
  ]);
  expect(attributesOf(sheetXml(book), "hyperlink")).toEqual([{ ref: "E2", location: "'S'!A1" }]);
  const design = (await book.read({ designs: ["S"] })).designs.get("S")!;
  expect(design.cells.find(({ row, column }) => row === 1 && column === 4)).toMatchObject(noted);
  await done(book, edit({ kind: "removeLastColumns", table: "t", count: 1 }));
  expect(places(sheetXml(book)).slice(0, 4)).toEqual(["C3:C4 A1", "A3:D4 F3:Z4", "C3:C3", "B3:D4"]);
  expect(sheetXml(book)).not.toMatch(/hyperlink|"E2"/);
  expect((await sheetOf(book, "S")).tables[0]!.headers).toEqual(["Tên", "Số", "Đôi"]);
});

test("a second header of the same name is refused, whatever its letters' case", async () => {
  const columns = { ...moreColumns(), table: "t", columns: [{ header: "TÊN" }], cells: [] } as Operation;
  expect(await refused(opened(file()), edit(columns))).toEqual({ kind: "occupied", sheet: "S", cell: "B2" });
});

test("notes of new columns join those that the sheet has, and leave them when they go", async () => {
  const base = hamlets();
  const book = await bookOf({ ...base, cells: [...base.cells, { row: 0, column: 1, note: "Có sẵn" }] });
  const before = await everything(book);
  const change = newTable("Danh mục") as Extract<Operation, { kind: "addTable" }>;
  const cells = change.cells.map((one, i) => (i < 2 ? { ...one, note: `Ghi chú ${i}` } : one));
  await done(book, edit({ ...change, cells }));
  const parts = partsOf(book);
  const drawings = Object.keys(parts).filter((name) => name.endsWith(".vml"));
  const ids = [...parts[drawings[0]!]!.matchAll(/<v:shape id="([^"]+)"/g)].map(([, id]) => id);
  expect([drawings.length, new Set(ids).size]).toEqual([1, 3]);
  expect(await faultsOf([{ bytes: book.bytes() }])).toEqual([[]]);
  await done(book, edit({ kind: "removeTable", table: "tblDonVi" }));
  expect(await everything(book)).toEqual(before);
  expect(partsOf(book)[drawings[0]!]!.match(/<v:shape /g)).toHaveLength(1);
});

test("several changes of one table in one edit build on each other", async () => {
  const book = await bookOf(hamlets());
  await done(
    book,
    edit(
      moreColumns(),
      {
        kind: "appendRows",
        table: "tblXom",
        rows: [["Suối Giữa", null, 4, "x", { formula: "C8*2", value: 8 }]],
      },
      newTable("Danh mục"),
      {
        kind: "appendRows",
        table: "tblDonVi",
        rows: [["Văn phòng", "VP"]],
      },
    ),
  );
  const sheet = await sheetOf(book, "Danh mục");
  expect(sheet.values[7]).toEqual(["Suối Giữa", null, 4, "x", 8]);
  expect(sheet.tables.map(({ name, area }) => [name, area.rows, area.columns])).toEqual([
    ["tblXom", 5, 5],
    ["tblDonVi", 4, 2],
  ]);
});
