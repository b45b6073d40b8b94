/** What stands in the cells, however the file writes it. */
import { findSheet, valueAt, type ReadRequest, type SheetSnapshot, type Snapshot } from "../../../src/book";
import { ZipPackage } from "../../../src/hosts/xlsx/package";
import { readSnapshot, untranslatedFormula } from "../../../src/hosts/xlsx/reading";
import {
  namespaces,
  writtenBook,
  writtenParts,
  writtenRows,
  zipped,
  type WrittenWorkbook,
} from "./written-packages";

function read(bytes: Uint8Array, request?: ReadRequest): Snapshot {
  return readSnapshot(ZipPackage.open(bytes), request);
}

function firstSheet(
  rows: string,
  more: Omit<WrittenWorkbook, "sheets"> = {},
  request: ReadRequest = { formulas: true },
): SheetSnapshot {
  return read(writtenRows(rows, more), request).sheets[0]!;
}

function formulas(sheet: SheetSnapshot): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [row, line] of sheet.formulas)
    for (const [column, formula] of line) found[`${row},${column}`] = formula;
  return found;
}

describe("values", () => {
  it("of every type", () => {
    const strings = `<si><t>Xóm &amp; bản</t></si><si><r><rPr><b/></rPr><t>Đậm</t></r><r><t xml:space="preserve"> nhạt</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh><phoneticPr fontId="1"/></si><si/><si><t>a_x000D_
b_x005F_x0041_</t></si>`;
    const sheet = firstSheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
       <row r="2"><c r="A2"><v>-1.5E+3</v></c><c r="B2" t="n"><v> 7 </v></c><c r="C2"><v>0.1</v></c><c r="D2"><v/></c><c r="E2"/></row>
       <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="b"><v>0</v></c><c r="C3" t="e"><v>#DIV/0!</v></c></row>
       <row r="4"><c r="A4" t="str"><v>kết &lt;quả&gt;</v></c><c r="B4" t="inlineStr"><is><r><t>hai </t></r><r><t>đoạn</t></r></is></c><c r="C4" t="inlineStr"><is><t>một<!-- x --><![CDATA[ <&> ]]></t></is></c></row>
       <row r="5"><c r="A5" t="d"><v>2025-03-01</v></c><c r="B5" t="d"><v>2025-03-01T18:00:00</v></c><c r="C5" t="d"><v>06:00:00</v></c><c r="D5" t="d"><v>tháng ba</v></c></row>
       <row r="6"><c r="A6"><v>12abc</v></c></row>`,
      { strings },
    );
    expect(sheet.values).toEqual([
      ["Xóm & bản", "Đậm nhạt", "", "a\r\nb_x0041_"],
      [-1500, 7, 0.1],
      [true, false, { error: "#DIV/0!" }],
      ["kết <quả>", "hai đoạn", "một <&> "],
      [45717, 45717.75, 0.25, "tháng ba"],
      ["12abc"],
    ]);
  });

  it("without addresses, in any order, with holes", () => {
    const sheet = firstSheet(
      `<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c><c r="A5"><v>5</v></c></row><row><c><v>6</v></c></row><row r="3"><c r="B3"><v>7</v></c></row>`,
    );
    expect(sheet.values).toEqual([[1, 2], [], [null, 7], [], [5, null, 3, 4], [6]]);
  });

  it("of files whose elements have a prefix, in single quotes, with comments", () => {
    const parts = writtenParts({ sheets: [{ name: "Sheet1", body: "" }] });
    parts["xl/worksheets/sheet1.xml"] =
      `\ufeff<?xml version='1.0'?><!-- <sheetData> --><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      `<x:sheetData >\r\n<!-- <x:row r="9"> --><x:row r = '2'>\r\n<x:c r='B2' t='inlineStr'><x:is><x:t>a &gt; b</x:t></x:is></x:c><x:c r='C2'><x:f>B2&amp;"&gt;"</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const sheet = read(zipped(parts), { formulas: true }).sheets[0]!;
    expect(sheet.values).toEqual([[], [null, "a > b", 1]]);
    expect(formulas(sheet)).toEqual({ "1,2": 'B2&">"' });
  });

  it("dates counted from 1904", () => {
    const rows = `<row r="1"><c r="A1" t="d"><v>2025-03-01</v></c><c r="B1" t="d"><v>1904-01-02</v></c><c r="C1"><v>44255</v></c></row>`;
    const snapshot = read(writtenRows(rows, { before: `<workbookPr date1904="1"/>` }));
    expect(snapshot.date1904).toBe(true);
    expect(snapshot.sheets[0]!.values).toEqual([[44255, 1, 44255]]);
    expect(
      read(
        writtenRows(
          `<row r="1"><c r="A1" t="d"><v>1900-02-28</v></c><c r="B1" t="d"><v>1900-03-01</v></c></row>`,
        ),
      ).sheets[0]!.values,
    ).toEqual([[59, 61]]);
  });

  it("only of the sheets asked for, with names, tables and merges of all", () => {
    const table = `<table ${namespaces} id="1" name="t1" displayName="tblHo" ref="A1:B4" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="STT"/><tableColumn id="2" name="Họ_x000a_tên &amp;"/></tableColumns></table>`;
    const bytes = writtenBook({
      sheets: [
        {
          name: "Một &amp; hai",
          body: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
          relations: [["table", "../tables/table1.xml"]],
        },
        {
          name: "Ẩn",
          state: "veryHidden",
          body: `<sheetProtection sheet="1"/><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>`,
        },
      ],
      parts: { "xl/tables/table1.xml": table },
    });
    const snapshot = read(bytes, { sheets: ["ẨN"], numberFormats: true });
    const [one, two] = snapshot.sheets as [SheetSnapshot, SheetSnapshot];
    expect([one.name, one.values, one.merges, one.protected, one.visibility]).toEqual([
      "Một & hai",
      [],
      [{ row: 0, column: 0, rows: 2, columns: 3 }],
      false,
      "visible",
    ]);
    expect(one.tables).toEqual([
      {
        name: "tblHo",
        area: { row: 0, column: 0, rows: 4, columns: 2 },
        headers: ["STT", "Họ\ntên &"],
        hasHeaderRow: true,
        hasTotalsRow: true,
      },
    ]);
    expect([two.name, two.values, two.protected, two.visibility]).toEqual(["Ẩn", [[2]], true, "veryHidden"]);
    expect(two.numberFormat!(0, 0)).toBe("General");
    expect(one.fontName).toBeNull();
  });

  it("of a table without header row", () => {
    const table = `<x:table xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="t" displayName="t" ref="B2:B3" headerRowCount="0"><x:tableColumns count="1"><x:tableColumn id="1" name="Column1"/></x:tableColumns></x:table>`;
    const bytes = writtenBook({
      sheets: [
        {
          name: "S",
          body: `<sheetData/><tableParts><tablePart r:id="rId1"/></tableParts>`,
          relations: [["table", "/xl/tables/table1.xml"]],
        },
      ],
      parts: { "xl/tables/table1.xml": table },
    });
    expect(read(bytes).sheets[0]!.tables[0]).toMatchObject({
      hasHeaderRow: false,
      hasTotalsRow: false,
      headers: ["Column1"],
    });
  });

  it("names of the workbook and of sheets, Excel's own left out", () => {
    const behind = `<definedNames><definedName name="Tổng">'Kế ''hoạch'!$A$1 &amp; ""</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">S!$A$1:$B$2</definedName><definedName name="riêng" localSheetId="1">T!$A$1</definedName></definedNames>`;
    const snapshot = read(
      writtenBook({
        sheets: [
          { name: "S", body: "<sheetData/>" },
          { name: "T", body: "<sheetData/>" },
        ],
        behind,
      }),
    );
    expect(snapshot.names).toEqual([
      { name: "Tổng", refersTo: `'Kế ''hoạch'!$A$1 & ""`, sheet: null },
      { name: "riêng", refersTo: "T!$A$1", sheet: "T" },
    ]);
  });

  it("a chart sheet has a name and no cells", () => {
    const parts = writtenParts({
      sheets: [
        { name: "S", body: "<sheetData/>" },
        { name: "Biểu đồ", body: "" },
      ],
    });
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]!.replace(
      /relationships\/worksheet" Target="worksheets\/sheet2/,
      'relationships/chartsheet" Target="worksheets/sheet2',
    );
    parts["xl/worksheets/sheet2.xml"] = `<chartsheet ${namespaces}/>`;
    const snapshot = read(zipped(parts), { formulas: true, designs: ["Biểu đồ"] });
    expect(findSheet(snapshot, "biểu đồ")!.values).toEqual([]);
    expect(snapshot.designs.size).toBe(0);
  });
});

describe("formulas", () => {
  it("with, without and with empty values", () => {
    const sheet = firstSheet(
      `<row r="1"><c r="A1"><f>=1+1</f><v>2</v></c><c r="B1"><f>A1*2</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>E1</f><v></v></c><c r="E1" t="e"><f>NA()</f><v>#N/A</v></c></row>`,
    );
    expect(formulas(sheet)).toEqual({ "0,0": "1+1", "0,1": "A1*2", "0,2": '""', "0,3": "E1", "0,4": "NA()" });
    expect(sheet.uncalculated).toEqual([
      { row: 0, column: 1 },
      { row: 0, column: 3 },
    ]);
    expect(sheet.values).toEqual([[2, null, "", null, { error: "#N/A" }]]);
    const plain = firstSheet(`<row r="1"><c r="A1"><f>1+1</f></c></row>`, {}, {});
    expect([plain.formulas.size, plain.uncalculated]).toEqual([0, [{ row: 0, column: 0 }]]);
  });

  it("shared by several cells are told cell by cell", () => {
    const sheet = firstSheet(
      `<row r="2"><c r="C2"><f t="shared" ref="C2:D4" si="0">A2*B$1+SUM($A2:A2)&amp;"A2"</f><v>1</v></c><c r="D2"><f t="shared" si="0"/><v>1</v></c></row>` +
        `<row r="3"><c r="C3"><f t="shared" si="0"></f><v>1</v></c><c r="D3"><f>A1</f><v>1</v></c></row>` +
        `<row r="4"><c r="D4"><f t="shared" si="0"/><v>1</v></c></row>`,
    );
    expect(formulas(sheet)).toEqual({
      "1,2": 'A2*B$1+SUM($A2:A2)&"A2"',
      "1,3": 'B2*C$1+SUM($A2:B2)&"A2"',
      "2,2": 'A3*B$1+SUM($A3:A3)&"A2"',
      "2,3": "A1",
      "3,3": 'B4*C$1+SUM($A4:B4)&"A2"',
    });
  });

  it("shared by a cell that stands later; shared by none; leaving the sheet: marked, never made up", () => {
    const sheet = firstSheet(
      `<row r="3"><c r="A3"><f t="shared" si="1"/><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="1">B2</f><v>1</v></c><c r="B2"><f t="shared" si="7"/><v>1</v></c></row>` +
        `<row r="1"><c r="A1"><f t="shared" si="2"/><v>1</v></c><c r="C1"><f t="dataTable" ref="C1:C1" dt2D="0" r1="A1"/><v>4</v></c></row><row r="4"><c r="A4"><f t="shared" ref="A1:A4" si="2">A1</f><v>1</v></c></row>`,
    );
    expect(formulas(sheet)).toEqual({
      "2,0": "B3",
      "1,0": "B2",
      "1,1": untranslatedFormula,
      "0,0": untranslatedFormula,
      "0,2": untranslatedFormula,
      "3,0": "A1",
    });
  });

  it("of arrays stand in their first cell", () => {
    const sheet = firstSheet(
      `<row r="1"><c r="A1"><f t="array" ref="A1:A2">TRANSPOSE(B1:C1)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`,
    );
    expect(formulas(sheet)).toEqual({ "0,0": "TRANSPOSE(B1:C1)" });
    expect(valueAt(sheet, 1, 0)).toBe(2);
  });
});

describe("styles", () => {
  const styles =
    `<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0&quot; triệu&quot;"/><numFmt numFmtId="14" formatCode="dd/mm/yyyy"/></numFmts>` +
    `<fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font></fonts><fills><fill/></fills><borders><border/></borders>` +
    `<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="1"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="49"/><xf numFmtId="71"/><xf numFmtId="999"/><xf numFmtId="3"/></cellXfs>`;

  it("number formats and fonts of cells, rows and columns", () => {
    const cells = Array.from({ length: 8 }, (_v, i) => `<c r="${"ABCDEFGH"[i]}1" s="${i}"/>`).join("");
    const body = `<cols><col min="2" max="2" style="7"/></cols><sheetData><row r="1">${cells}</row><row r="2" s="1" customFormat="1"><c r="A2" s="99"/></row><row r="3" s="1"/></sheetData>`;
    const bytes = writtenBook({ sheets: [{ name: "S", body }], styles });
    const sheet = read(bytes, { numberFormats: true, fonts: true }).sheets[0]!;
    const formats = Array.from({ length: 8 }, (_v, i) => sheet.numberFormat!(0, i));
    expect(formats).toEqual([
      "General",
      '#,##0.0" triệu"',
      "dd/mm/yyyy",
      "m/d/yyyy h:mm",
      "@",
      "m/d/yyyy",
      "General",
      "#,##0",
    ]);
    expect(sheet.fontName!(0, 1)).toBe(".VnTime");
    expect([
      sheet.numberFormat!(1, 5),
      sheet.numberFormat!(1, 0),
      sheet.numberFormat!(2, 5),
      sheet.numberFormat!(8, 1),
    ]).toEqual(['#,##0.0" triệu"', "General", "General", "#,##0"]);
    expect(sheet.fontName!(50, 50)).toBe("Times New Roman");
  });
});
