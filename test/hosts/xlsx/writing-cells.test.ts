/** Cells spliced into the rows of a sheet that exists: what is written, and that nothing beside it moves. */
import type { CellInput, Operation } from "../../../src/book";
import { at, done, edit, refused, sheetOf, write } from "../../book/contract/kit";
import { attributesOf, edited, opened, part, partsOf, sheetXml } from "./writing-kit";

const styles =
  `<numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>` +
  `<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>` +
  `<borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>` +
  `<xf numFmtId="170" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0"><alignment wrapText="1"/></xf></cellXfs>`;

function written(row: number, column: number, ...cells: CellInput[]): Operation {
  return write("S", row, column, [cells]);
}

test("rows and cells are put in where they belong, in order", async () => {
  const body =
    `<dimension ref="B2:D4"/><sheetData><row r="2" spans="2:4" ht="20" customHeight="1"><c r="B2"><v>1</v></c><c r="D2"><v>3</v></c></row>` +
    `<row r="4"/></sheetData>`;
  const book = await edited(
    body,
    written(0, 0, "a"),
    written(1, 0, "x"),
    written(1, 2, 2),
    written(3, 1, 9),
    written(5, 5, true),
  );
  const xml = sheetXml(book);
  expect(attributesOf(xml, "row").map(({ r }) => r)).toEqual(["1", "2", "4", "6"]);
  expect(attributesOf(xml, "c").map(({ r }) => r)).toEqual(["A1", "A2", "B2", "C2", "D2", "B4", "F6"]);
  expect(attributesOf(xml, "row")[1]).toEqual({ r: "2", ht: "20", customHeight: "1" });
  expect(attributesOf(xml, "dimension")[0]).toEqual({ ref: "A1:F6" });
});

test.each([
  ["an empty sheet", "<sheetData/>"],
  ["an empty sheet in two tags", "<sheetData></sheetData>"],
  ["rows and cells without addresses", "<sheetData><row><c><v>5</v></c></row></sheetData>"],
])("cells go into %s", async (_what, body) => {
  const book = await edited(body, written(2, 1, "x", null, 3), written(3, 0, 4));
  const sheet = await sheetOf(book, "S");
  expect([at(sheet, 2, 1), at(sheet, 2, 3), at(sheet, 3, 0)]).toEqual(["x", 3, 4]);
  expect(at(sheet, 0, 0)).toBe(body.includes("5") ? 5 : null);
});

test("a sheet of a hand that writes comments, quotes and spaces its own way keeps them", async () => {
  const odd = `<!-- <row r="9"><c r="A9"/></row> --><row  r='1' ><c s='2'  r='A1' t='str' ><f>"a"</f><v><![CDATA[<c r="B1">]]></v></c ></row >`;
  const book = await edited(`<sheetData>\n ${odd}\n</sheetData>`, written(0, 1, 7), written(1, 0, 8));
  expect(sheetXml(book)).toContain(odd.slice(0, odd.indexOf("</row >")));
  const sheet = await sheetOf(book, "S");
  expect([at(sheet, 0, 0), at(sheet, 0, 1), at(sheet, 1, 0)]).toEqual(['<c r="B1">', 7, 8]);
});

test.each([
  ["the names of elements", "row> /row sheetData ref= f="],
  ["what looks like the end of the rows", "&lt;/row>&lt;/sheetData>&lt;sheetData"],
])("texts that hold %s are taken for texts", async (_what, text) => {
  const rows = [1, 2, 3].map((r) => `<row r="${r}"><c r="A${r}" t="str"><v>${text}</v></c></row >`);
  const body = `<sheetData>${rows.join("")}</sheetData><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>`;
  const book = await edited(body, written(1, 1, 7));
  const xml = sheetXml(book);
  expect(xml).toContain(rows[0]! + rows[1]!.replace("</row >", `<c r="B2"><v>7</v></c></row >`) + rows[2]!);
  const sheet = await sheetOf(book, "S");
  expect(at(sheet, 2, 0)).toBe(text.replaceAll("&lt;", "<"));
});

test("a cell keeps its format; a new one takes that of its row, or of its column", async () => {
  const body =
    `<cols><col min="3" max="4" style="2" width="9"/></cols>` +
    `<sheetData><row r="1" s="1" customFormat="1"><c r="A1" s="2"><v>1</v></c></row><row r="2"><c r="A2"/></row></sheetData>`;
  const book = opened({ sheets: [{ name: "S", body }], styles, parts: {} });
  await done(book, edit(written(0, 0, 5, 6), written(1, 1, 7, 8), written(0, 2, null)));
  const cells = attributesOf(sheetXml(book), "c").map(({ r, s }) => [r, s]);
  expect(cells).toEqual([
    ["A1", "2"],
    ["B1", "1"],
    ["A2", undefined],
    ["B2", undefined],
    ["C2", "2"],
  ]);
});

test("a number format is laid over what the cell's format says otherwise, and used again", async () => {
  const body = `<sheetData><row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="1"><v>1</v></c></row></sheetData>`;
  const book = opened({ sheets: [{ name: "S", body }], styles });
  const formats = ["dd/mm/yyyy", "dd/mm/yyyy", "#,##0.00", "0.0%"];
  await done(book, edit({ ...written(0, 0, 1, 2, 3, 4), numberFormats: [formats] } as Operation));
  const sheet = await sheetOf(book, "S");
  expect(formats.map((_format, column) => sheet.numberFormat!(0, column))).toEqual(formats);
  const [a, b] = attributesOf(sheetXml(book), "c");
  expect(a!.s).toBe(b!.s);
  const text = part(book, "xl/styles.xml");
  expect(text).toContain(styles.slice(0, styles.indexOf("<numFmts") + 8));
  expect(attributesOf(text, "xf").slice(0, 3)).toEqual(attributesOf(`<x>${styles}</x>`, "xf"));
  expect(attributesOf(text, "alignment")).toHaveLength(2);
});

test("emptying a cell leaves its format; what had none is gone", async () => {
  const body = `<sheetData><row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>`;
  const book = opened({ sheets: [{ name: "S", body }], styles });
  await done(book, edit(written(0, 0, null, null)));
  expect(attributesOf(sheetXml(book), "c")).toEqual([{ r: "A1", s: "2" }]);
});

test("the order of calculation goes when a formula goes, and only then", async () => {
  const chain = {
    "xl/calcChain.xml": `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/></calcChain>`,
  };
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml";
  const body = `<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>1</v></c></row></sheetData>`;
  const make = () => {
    const file = { sheets: [{ name: "S", body }], parts: chain };
    const parts = partsOf(opened(file));
    return opened({
      ...file,
      parts: {
        ...chain,
        "[Content_Types].xml": parts["[Content_Types].xml"]!.replace(
          "</Types>",
          `<Override PartName="/xl/calcChain.xml" ContentType="${type}"/></Types>`,
        ),
        "xl/_rels/workbook.xml.rels": parts["xl/_rels/workbook.xml.rels"]!.replace(
          "</Relationships>",
          `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>`,
        ),
      },
    });
  };
  const kept = make();
  await done(
    kept,
    edit(written(0, 1, { formula: "A1", value: 2 }), written(0, 0, { formula: "1+2", value: 3 })),
  );
  expect(Object.keys(partsOf(kept))).toContain("xl/calcChain.xml");
  const dropped = make();
  await done(dropped, edit(written(0, 0, 5)));
  const parts = partsOf(dropped);
  expect(Object.keys(parts)).not.toContain("xl/calcChain.xml");
  expect(parts["[Content_Types].xml"]! + parts["xl/_rels/workbook.xml.rels"]!).not.toMatch(/calcChain/);
});

test("everything is calculated anew when a changed file is opened", async () => {
  for (const behind of [
    "",
    `<calcPr calcId="1" calcMode="manual"/>`,
    `<calcPr fullCalcOnLoad="0"/><extLst/>`,
  ]) {
    const book = opened({ sheets: [{ name: "S", body: "<sheetData/>" }], behind });
    await done(book, edit(written(0, 0, 1)));
    const [settings] = attributesOf(part(book, "xl/workbook.xml"), "calcPr");
    expect(settings).toMatchObject({
      fullCalcOnLoad: "1",
      ...(behind.includes("manual") ? { calcMode: "manual" } : {}),
    });
  }
});

test("a shared formula may be replaced whole, or in the cells that only follow it", async () => {
  const shared = (r: number, text: string) =>
    `<row r="${r}"><c r="A${r}"><f t="shared" si="0"${text}</c></row>`;
  const body = `<sheetData>${shared(1, ` ref="A1:A3">B1*2</f><v>2</v>`)}${shared(2, `/><v>4</v>`)}${shared(3, `/><v>6</v>`)}</sheetData>`;
  const whole = await edited(body, write("S", 0, 0, [[1], [2], [3]]));
  expect((await sheetOf(whole, "S")).formulas.size).toBe(0);
  const book = await edited(body, write("S", 1, 0, [[1]]));
  expect((await sheetOf(book, "S")).formulas.get(2)?.get(0)).toBe("B3*2");
  expect(
    await refused(opened({ sheets: [{ name: "S", body }] }), edit(write("S", 0, 0, [[1], [2]]))),
  ).toMatchObject({
    kind: "sharedFormula",
    cell: "A1",
  });
});

test("cells of a sheet with a prefix get it too", async () => {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const book = opened({ sheets: [{ name: "S", body: "" }], parts: { "xl/worksheets/sheet1.xml": sheet } });
  await done(
    book,
    edit(write("S", 0, 0, [["a", 1]]), write("S", 1, 1, [[{ formula: "A1", value: "a" }, null]])),
  );
  expect(sheetXml(book)).toBe(
    `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1"><x:v>1</x:v></x:c></x:row>` +
      `<x:row r="2"><x:c r="B2" t="str"><x:f>A1</x:f><x:v>a</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  );
});

test("a header cell takes no other text than its column's header", async () => {
  const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="t" displayName="t" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="Mã"/><tableColumn id="2" name="Tên"/></tableColumns></table>`;
  const body = `<sheetData><row r="1"><c r="A1" t="str"><v>Mã</v></c><c r="B1" t="str"><v>Tên</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`;
  const file = {
    sheets: [{ name: "S", body, relations: [["table", "../tables/table1.xml"]] as const }],
    parts: { "xl/tables/table1.xml": table },
  };
  expect(await refused(opened(file), edit(written(0, 0, "Mã", "Khác")))).toEqual({
    kind: "occupied",
    sheet: "S",
    cell: "B1",
  });
  const book = opened(file);
  await done(
    book,
    edit(
      write("S", 0, 0, [
        ["Mã", "Tên"],
        [1, 2],
      ]),
    ),
  );
  expect(at(await sheetOf(book, "S"), 1, 1)).toBe(2);
});

test("what a person types on a page is told as theirs, refused as ours, and leaves no entry", async () => {
  const book = opened({
    sheets: [
      { name: "S", body: "<sheetData/>" },
      { name: "Khóa", body: `<sheetData/><sheetProtection sheet="1"/>` },
    ],
  });
  const told: boolean[] = [];
  book.watch(({ ours }) => told.push(ours));
  const area = { row: 1, column: 1, rows: 1, columns: 1 };
  expect(await book.type({ sheet: "S", area }, [["gõ"]])).toBeNull();
  expect(await book.type({ sheet: "Khóa", area }, [["gõ"]])).toEqual({
    kind: "protectedSheet",
    sheet: "Khóa",
  });
  expect([at(await sheetOf(book, "S"), 1, 1), told]).toEqual(["gõ", [false]]);
  expect((await done(book, edit(written(0, 0, 1)))).id).toBe("edit-1");
});
