/** A sheet read back as a design, from files that other programs and hands have written. */
import { writeXlsx } from "hucre/xlsx";
import type { SheetDesign } from "../../../src/book";
import { ZipPackage } from "../../../src/hosts/xlsx/package";
import { readDesign, readSnapshot } from "../../../src/hosts/xlsx/reading";
import { everythingAtOnce } from "./fixtures";
import { namespaces, writtenBook, type WrittenSheet, type WrittenWorkbook } from "./written-packages";

function design(sheet: Partial<WrittenSheet>, book: Omit<WrittenWorkbook, "sheets"> = {}): SheetDesign {
  const written = { name: "Sổ", body: "<sheetData/>", ...sheet };
  return readDesign(ZipPackage.open(writtenBook({ ...book, sheets: [written] })), written.name);
}

const one = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

describe("a sheet that hucre has written", () => {
  const cells = new Map([
    [
      "0,0",
      {
        value: "Tiêu đề",
        type: "string" as const,
        style: {
          font: {
            name: "Times New Roman",
            size: 13,
            bold: true,
            italic: true,
            underline: true as const,
            color: { rgb: "C00000" },
          },
          alignment: {
            horizontal: "center" as const,
            vertical: "center" as const,
            wrapText: true,
            indent: 2,
          },
          fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: "D9E1F2" } },
          border: {
            top: { style: "thin" as const, color: { rgb: "808080" } },
            bottom: { style: "double" as const },
            left: { style: "thick" as const },
          },
        },
        comment: { text: "Ghi chú\nhai dòng", author: "A" },
      },
    ],
    [
      "1,1",
      {
        value: 10,
        type: "formula" as const,
        formula: "A1*2",
        formulaResult: 10,
        style: { numFmt: "#,##0.0", protection: { locked: false } },
      },
    ],
    [
      "2,0",
      { value: "đi", type: "string" as const, hyperlink: { target: "", location: "'Hộ thụ hưởng'!D12" } },
    ],
    ["2,1", { value: "ra ngoài", type: "string" as const, hyperlink: { target: "https://example.org/" } }],
  ]);
  let read: SheetDesign;

  beforeAll(async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Sổ A",
          rows: [[null], [null], [null], ["Mã", "Số"], ["a", 1], ["b", 2]],
          cells,
          columns: [{ width: 25 }, { width: 18, hidden: true }],
          rowDefs: new Map([[0, { height: 33 }]]),
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
          freezePane: { rows: 4, columns: 1 },
          tables: [
            {
              name: "tblA",
              range: "A4:B6",
              style: "TableStyleLight1",
              showRowStripes: false,
              columns: [{ name: "Mã" }, { name: "Số" }],
            },
          ],
          dataValidations: [
            {
              type: "list",
              values: ["Nam", "Nữ"],
              range: "A5:A6",
              allowBlank: true,
              showErrorMessage: true,
              errorStyle: "warning",
              errorTitle: "Lỗi",
              errorMessage: "Chọn",
            },
            {
              type: "list",
              formula1: "'Danh mục'!$A$5:$A$11",
              range: "B5:B6",
              showInputMessage: true,
              inputTitle: "T",
              inputMessage: "M",
            },
            { type: "decimal", operator: "notBetween", formula1: "0", formula2: "100", range: "C5:C6" },
          ],
          conditionalRules: [
            {
              type: "cellIs",
              operator: "greaterThan",
              formula: "150",
              range: "B5:B6",
              priority: 2,
              style: { fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "FFC7CE" } } },
            },
            {
              type: "expression",
              formula: '$A5="Xã"',
              range: "A5:A6",
              priority: 1,
              stopIfTrue: true,
              style: { font: { bold: true, color: { rgb: "9C0006" } } },
            },
            {
              type: "colorScale",
              range: "B5:B6",
              priority: 3,
              colorScale: { cfvo: [{ type: "min" }, { type: "max" }], colors: ["FFFFFF", "FF0000"] },
            },
          ],
          pageSetup: {
            paperSize: "a3",
            orientation: "landscape",
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: 0,
            printTitlesRow: "$4:$5",
            printArea: "$A$1:$F$20",
            horizontalCentered: true,
            margins: {
              top: 0.787402,
              bottom: 0.787402,
              left: 1.181102,
              right: 0.590551,
              header: 0.3,
              footer: 0.3,
            },
          },
          headerFooter: { oddHeader: "&C&P", differentFirst: true },
          rowBreaks: [3],
          view: { showGridLines: false, zoomScale: 85, tabColor: { rgb: "00B050" } },
          charts: [
            {
              type: "column",
              title: "Biểu đồ & vốn",
              altText: "mô tả",
              series: [
                { name: "Số", values: "'Sổ A'!$B$5:$B$6", categories: "'Sổ A'!$A$5:$A$6", color: "1F4E79" },
              ],
              anchor: { from: { row: 7, col: 0 }, to: { row: 20, col: 6 } },
            },
          ],
        },
      ],
    });
    read = readDesign(ZipPackage.open(bytes), "sổ a");
  });

  it("looks as it was made", () => {
    expect(read).toMatchObject({
      name: "Sổ A",
      tabColour: "00B050",
      gridlines: false,
      zoom: 85,
      freeze: { rows: 4, columns: 1 },
    });
    expect(read.columns).toEqual([{ width: 25 }, { width: 18, hidden: true }]);
    expect([...read.rowHeights!]).toEqual([[0, 33]]);
    expect(read.merges).toEqual([one(0, 0, 1, 4)]);
    expect(read.visibility).toBeUndefined();
  });

  it("has its cells with formats, notes and links into the workbook", () => {
    expect(read.cells[0]).toEqual({
      row: 0,
      column: 0,
      content: "Tiêu đề",
      note: "Ghi chú\nhai dòng",
      format: {
        font: {
          name: "Times New Roman",
          size: 13,
          bold: true,
          italic: true,
          underline: true,
          colour: "C00000",
        },
        fill: "D9E1F2",
        border: {
          top: { style: "thin", colour: "808080" },
          bottom: { style: "double" },
          left: { style: "medium" },
        },
        horizontal: "center",
        vertical: "center",
        wrap: true,
        indent: 2,
      },
    });
    expect(read.cells[1]).toMatchObject({
      row: 1,
      column: 1,
      content: { formula: "A1*2", value: 10 },
      format: { numberFormat: "#,##0.0", locked: false },
    });
    expect(read.cells.slice(2)).toEqual([
      { row: 2, column: 0, content: "đi", link: "'Hộ thụ hưởng'!D12" },
      { row: 2, column: 1, content: "ra ngoài" },
      { row: 3, column: 0, content: "Mã" },
      { row: 3, column: 1, content: "Số" },
      { row: 4, column: 0, content: "a" },
      { row: 4, column: 1, content: 1 },
      { row: 5, column: 0, content: "b" },
      { row: 5, column: 1, content: 2 },
    ]);
  });

  it("has its table, rules, page and chart", () => {
    expect(read.tables).toEqual([
      {
        name: "tblA",
        area: one(3, 0, 3, 2),
        columns: [{ header: "Mã" }, { header: "Số" }],
        style: "TableStyleLight1",
        bandedRows: false,
        filter: true,
      },
    ]);
    expect(read.validations).toEqual([
      {
        areas: [one(4, 0, 2)],
        rule: { kind: "options", options: ["Nam", "Nữ"] },
        allowBlank: true,
        alert: { style: "warning", title: "Lỗi", message: "Chọn" },
      },
      {
        areas: [one(4, 1, 2)],
        rule: { kind: "list", source: "'Danh mục'!$A$5:$A$11" },
        allowBlank: false,
        prompt: { title: "T", message: "M" },
      },
      {
        areas: [one(4, 2, 2)],
        rule: { kind: "decimal", operator: "notBetween", first: "0", second: "100" },
        allowBlank: false,
      },
    ]);
    expect(read.conditionalFormats).toEqual([
      {
        areas: [one(4, 0, 2)],
        formula: '$A5="Xã"',
        format: { font: { bold: true, colour: "9C0006" } },
        stopIfTrue: true,
      },
      { areas: [one(4, 1, 2)], formula: "B5>150", format: { fill: "FFC7CE" } },
    ]);
    expect(read.page).toEqual({
      orientation: "landscape",
      paper: "a3",
      fitWidth: 1,
      margins: { top: 2, right: 1.5, bottom: 2, left: 3, header: 0.76, footer: 0.76 },
      area: one(0, 0, 20, 6),
      titleRows: { first: 3, last: 4 },
      centreHorizontally: true,
      header: "&C&P",
      plainFirstPage: true,
      breaksBefore: [4],
    });
    expect(read.charts).toEqual([
      {
        name: expect.any(String) as string,
        kind: "column",
        title: "Biểu đồ & vốn",
        series: [
          { name: "Số", values: "'Sổ A'!$B$5:$B$6", categories: "'Sổ A'!$A$5:$A$6", colour: "1F4E79" },
        ],
        area: one(7, 0, 13, 6),
        altText: "mô tả",
      },
    ]);
  });
});

describe("what a design cannot say", () => {
  it("is left out: rules by scale, lists by time, links and charts of other kinds, array tails", () => {
    const read = design({
      body:
        `<sheetData><row r="1"><c r="A1"><f t="shared" si="4"/><v>3</v></c><c r="B1" s="0"/></row></sheetData>` +
        `<conditionalFormatting sqref="A1:A9"><cfRule type="dataBar" priority="1"/><cfRule type="top10" dxfId="0" priority="2" rank="3"/><cfRule type="expression" priority="3"><formula>TRUE</formula></cfRule></conditionalFormatting>` +
        `<dataValidations><dataValidation type="time" sqref="A1"><formula1>0.5</formula1></dataValidation><dataValidation sqref="B1" showInputMessage="1" prompt="x"/></dataValidations>` +
        `<hyperlinks><hyperlink ref="A1" r:id="rId1" location="x"/></hyperlinks>`,
      relations: [["hyperlink", "https://example.org/"]],
    });
    expect(read).toEqual({ name: "Sổ", columns: [], cells: [{ row: 0, column: 0, content: 3 }] });
  });

  it("a table without a header row is left out, a totals row is cut off", () => {
    const columns = `<tableColumns><tableColumn id="1" name="Vốn"><calculatedColumnFormula>t[[#This Row],[Vốn]]&amp;"a"</calculatedColumnFormula></tableColumn></tableColumns>`;
    const tables = `<tableParts><tablePart r:id="rId2"/><tablePart r:id="rId1"/></tableParts>`;
    const read = design(
      {
        body: `<sheetData/>${tables}`,
        relations: [
          ["table", "../tables/table1.xml"],
          ["table", "../tables/table2.xml"],
        ],
      },
      {
        parts: {
          "xl/tables/table1.xml": `<table ${namespaces} displayName="t" ref="B2:B6" totalsRowCount="1">${columns}<tableStyleInfo showRowStripes="1"/></table>`,
          "xl/tables/table2.xml": `<table ${namespaces} displayName="u" ref="D2:D6" headerRowCount="0">${columns}</table>`,
        },
      },
    );
    expect(read.tables).toEqual([
      {
        name: "t",
        area: one(1, 1, 4),
        columns: [{ header: "Vốn", formula: `t[[#This Row],[Vốn]]&"a"` }],
        style: null,
        bandedRows: true,
        filter: false,
      },
    ]);
  });
});

describe("rules of the extension list", () => {
  const x14 = `xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"`;

  it("are read beside the others", () => {
    const read = design(
      {
        body:
          `<sheetData/><conditionalFormatting sqref="B2:B3 D4"><cfRule type="containsText" dxfId="0" priority="5" operator="containsText" text="x"><formula>NOT(ISERROR(SEARCH("x",B2)))</formula></cfRule>` +
          `<cfRule type="duplicateValues" dxfId="0" priority="6"/></conditionalFormatting>` +
          `<conditionalFormatting sqref="C1:C4"><cfRule type="duplicateValues" dxfId="0" priority="7"/><cfRule type="cellIs" operator="between" dxfId="0" priority="8"><formula>$A$1</formula><formula>A2+1</formula></cfRule></conditionalFormatting>` +
          `<extLst><ext ${x14} uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="2"><xm:f>'Danh mục'!$A$1="x"</xm:f><x14:dxf><fill><patternFill><bgColor theme="0" tint="-0.249977111117893"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>A1:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>` +
          `<ext ${x14} uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>'Danh mục'!$A$5:$A$11</xm:f></x14:formula1><xm:sqref>A2:A5 C2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
      },
      {
        styles: `<dxfs><dxf><font><i val="0"/><color indexed="10"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>`,
      },
    );
    expect(read.validations).toEqual([
      {
        areas: [one(1, 0, 4), one(1, 2)],
        rule: { kind: "list", source: "'Danh mục'!$A$5:$A$11" },
        allowBlank: true,
      },
    ]);
    const format = { font: { colour: "FF0000" }, fill: "FFC7CE" };
    expect(read.conditionalFormats).toEqual([
      { areas: [one(0, 0, 9)], formula: `'Danh mục'!$A$1="x"`, format: {} },
      { areas: [one(1, 1, 2), one(3, 3)], formula: `NOT(ISERROR(SEARCH("x",B2)))`, format },
      { areas: [one(0, 2, 4)], formula: `AND(C1<>"",SUMPRODUCT(--($C$1:$C$4=C1))>1)`, format },
      { areas: [one(0, 2, 4)], formula: "AND(C1>=$A$1,C1<=(A2+1))", format },
    ]);
  });
});

describe("lists, notes and charts by other hands", () => {
  it("a literal list may hold quotes and blanks", () => {
    const list = `<dataValidations><dataValidation type="list" sqref="A1"><formula1>"một ""hai"", ba ,bốn"</formula1></dataValidation></dataValidations>`;
    const read = design({ body: `<sheetData/>${list}` });
    expect(read.validations![0]!.rule).toEqual({ kind: "options", options: ['một "hai"', "ba", "bốn"] });
  });

  it("a thread's stand-in is no note", () => {
    const comments =
      `<comments ${namespaces}><authors><author>tc={1}</author><author>A</author></authors><commentList>` +
      `<comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment>` +
      `<comment ref="B2" authorId="1"><text><r><t>Nguồn: </t></r><r><t xml:space="preserve">QĐ &lt;1719&gt;</t></r></text></comment></commentList></comments>`;
    const read = design(
      { relations: [["comments", "../comments1.xml"]] },
      { parts: { "xl/comments1.xml": comments } },
    );
    expect(read.cells).toEqual([{ row: 1, column: 1, note: "Nguồn: QĐ <1719>" }]);
  });

  const ns = `xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
  const series = (extra = ""): string =>
    `<c:ser>${extra}<c:tx><c:strRef><c:f>S!$B$1</c:f><c:strCache><c:pt idx="0"><c:v>NSTW</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:f>S!$B$2:$B$3</c:f></c:numRef></c:val></c:ser>`;
  const plots: [string, string | null][] = [
    [
      `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>${series()}<c:dLbls><c:showVal val="1"/></c:dLbls></c:barChart>`,
      "stackedBar",
    ],
    [`<c:barChart><c:barDir val="col"/><c:grouping val="percentStacked"/>${series()}</c:barChart>`, null],
    [`<c:barChart><c:barDir val="col"/>${series()}</c:barChart><c:lineChart>${series()}</c:lineChart>`, null],
    [`<c:lineChart><c:grouping val="standard"/>${series()}</c:lineChart>`, "line"],
    [`<c:pieChart>${series()}</c:pieChart>`, "pie"],
    [`<c:pie3DChart>${series()}</c:pie3DChart>`, null],
    [`<c:barChart><c:barDir val="col"/></c:barChart>`, null],
  ];

  it.each(plots)("%s", (plot, kind) => {
    const anchor =
      `<x:from><x:col>1</x:col><x:colOff>5</x:colOff><x:row>2</x:row><x:rowOff>0</x:rowOff></x:from><x:to><x:col>4</x:col><x:colOff>0</x:colOff><x:row>9</x:row><x:rowOff>7</x:rowOff></x:to>` +
      `<x:graphicFrame><x:nvGraphicFramePr><x:cNvPr id="2" name="Vốn"/></x:nvGraphicFramePr><a:graphic><a:graphicData><c:chart r:id="rId1"/></a:graphicData></a:graphic></x:graphicFrame>`;
    const drawing = `<x:wsDr xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ${ns}><x:twoCellAnchor>${anchor}</x:twoCellAnchor><x:oneCellAnchor/></x:wsDr>`;
    const read = design(
      { body: `<sheetData/><drawing r:id="rId1"/>`, relations: [["drawing", "../drawings/drawing1.xml"]] },
      {
        parts: {
          "xl/drawings/drawing1.xml": drawing,
          "xl/drawings/_rels/drawing1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="chart" Target="../charts/chart1.xml"/></Relationships>`,
          "xl/charts/chart1.xml": `<c:chartSpace ${ns}><c:chart><c:plotArea>${plot}</c:plotArea></c:chart></c:chartSpace>`,
        },
      },
    );
    const chart = {
      name: "Vốn",
      kind,
      title: "",
      series: [{ name: "NSTW", values: "S!$B$2:$B$3", categories: "" }],
      area: one(2, 1, 8, 3),
      altText: "",
      ...(kind === "stackedBar" ? { showValues: true } : {}),
    };
    expect(read.charts).toEqual(kind === null ? undefined : [chart]);
  });
});

describe("looks", () => {
  const styles =
    `<fonts><font><name val="Arial"/><sz val="10"/></font><font><b val="0"/><u val="none"/><color theme="4" tint="0.3999755851924192"/><sz val="11"/><name val="Calibri"/></font></fonts>` +
    `<fills><fill/><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.249977111117893"/></patternFill></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders><border/><border><left style="mediumDashDot"><color auto="1"/></left><top style="none"/></border></borders>` +
    `<cellXfs><xf/><xf fontId="1" fillId="1" borderId="1" numFmtId="4"><alignment horizontal="distributed" vertical="top"/></xf><xf fontId="0" fillId="2"/></cellXfs>`;
  const colours = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4"];
  const theme =
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">` +
    [
      ["dk1", 1],
      ["lt1", 0],
      ["dk2", 3],
      ["lt2", 2],
      ["accent1", 4],
    ]
      .map(([name, at]) => `<a:${name}><a:srgbClr val="${colours[at as number]}"/></a:${name}>`)
      .join("") +
    `</a:clrScheme></a:themeElements></a:theme>`;

  it("theme colours with tints, the lines and alignments that there are", () => {
    const sheet = {
      name: "S",
      body: `<sheetData><row r="1"><c r="A1" s="1"/><c r="B1" s="2"/></row></sheetData>`,
    };
    const written = writtenBook({ sheets: [sheet], styles, parts: { "xl/theme/theme1.xml": theme } });
    const pkg = ZipPackage.open(written);
    const rels = pkg
      .text("xl/_rels/workbook.xml.rels")
      .replace(
        "</Relationships>",
        `<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>`,
      );
    const read = readDesign(pkg.with(new Map([["xl/_rels/workbook.xml.rels", rels]])), "S");
    expect(read.cells).toEqual([
      {
        row: 0,
        column: 0,
        format: {
          font: { name: "Calibri", size: 11, colour: "8FAADC" },
          fill: "BFBFBF",
          border: { left: { style: "medium" } },
          vertical: "top",
          numberFormat: "#,##0.00",
        },
      },
      { row: 0, column: 1, format: { font: { name: "Arial", size: 10 } } },
    ]);
  });

  it("columns to the sheet's edge end with the last cell; heights set by hand alone", () => {
    const read = design({
      state: "veryHidden",
      body: `<sheetViews><sheetView zoomScale="100"><pane ySplit="1200" state="split"/></sheetView></sheetViews><cols><col min="2" max="3" width="9.5" customWidth="1"/><col min="4" max="16384" width="20" hidden="1"/></cols><sheetData><row r="2" ht="15"><c r="F2"><v>1</v></c></row><row r="3" ht="40.5" customHeight="1"/></sheetData>`,
    });
    expect(read.columns).toEqual([
      {},
      { width: 9.5 },
      { width: 9.5 },
      { width: 20, hidden: true },
      { width: 20, hidden: true },
      { width: 20, hidden: true },
    ]);
    expect([...read.rowHeights!]).toEqual([[2, 40.5]]);
    expect([read.visibility, read.zoom, read.freeze]).toEqual(["veryHidden", undefined, undefined]);
  });

  it("a page that only names describe", () => {
    const behind = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Sổ, ''1'!$A:$B,'Sổ, ''1'!$3:$4</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'Sổ, ''1'!$A$1:$B$2,'Sổ, ''1'!$D$1</definedName></definedNames>`;
    const read = design({ name: "Sổ, '1" }, { behind });
    expect(read.page).toEqual({
      orientation: "portrait",
      paper: "a4",
      fitWidth: 0,
      margins: { top: 1.91, right: 1.78, bottom: 1.91, left: 1.78, header: 0.76, footer: 0.76 },
      titleRows: { first: 2, last: 3 },
    });
    expect(design({}).page).toBeUndefined();
  });
});

describe("an office's own workbook", () => {
  it("is read sheet by sheet, and asking twice gives the same", () => {
    const pkg = ZipPackage.open(everythingAtOnce().bytes);
    const before = pkg.toBytes();
    const names = readSnapshot(pkg, { sheets: [] }).sheets.map((sheet) => sheet.name);
    const first = readSnapshot(pkg, { designs: names }).designs;
    expect(first.size).toBeGreaterThan(3);
    expect([...readSnapshot(pkg, { designs: names }).designs]).toEqual([...first]);
    expect(pkg.toBytes()).toEqual(before);
  });

  it("a sheet that is not there is a bug", () => {
    expect(() => readDesign(ZipPackage.open(everythingAtOnce().bytes), "không có")).toThrow("không có");
  });
});
