/**
 * Sheets copied and rows repeated in files that a real office has: judged by the Open XML validator, by fflate's view of the
 * package, by another library's calculation, and by a plain listing of the rows.
 */
import type { Edit, Refusal, SheetSnapshot } from "../../../src/book";
import { cellAddress, findSheet } from "../../../src/book";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { AT, done, edit, trimmed, write } from "../../book/contract/kit";
import { groupedTemplate } from "../../book/contract/repeating";
import { recalculated, same } from "../../reports/recalculation";
import { fixtures } from "./fixtures";
import { faultsOf, looseEnds, unzip } from "./validity";
import { attributesOf, bookOf, edited, opened, part, partsOf, sheetXml, textsOf } from "./writing-kit";

/** Kinds of refusals that a sheet may earn by what stands on it. */
const earned = [
  "rowsNotRepeatable",
  "sharedFormula",
  "protectedSheet",
  "protectedStructure",
  "filteredSheet",
];

async function tried(book: XlsxBook, change: Edit): Promise<Refusal | null> {
  const outcome = await book.apply(change, { at: AT });
  return outcome.done ? null : outcome.refusal;
}

/** The row stands three times; all others once. */
function tripled<T>(rows: readonly T[], row: number): T[] {
  return rows.flatMap((one, r) => (r === row ? [one, one, one] : [one]));
}

/** What people have typed; what formulas give is another matter. */
const typedIn = (sheet: SheetSnapshot) =>
  sheet.values.map((line, r) => line.map((value, c) => (sheet.formulas.get(r)?.has(c) ? null : value)));

/** The columns of each row's formulas, from the first row on. */
const formulaColumns = (sheet: SheetSnapshot) =>
  Array.from({ length: 40 }, (_one, r) => [...(sheet.formulas.get(r)?.keys() ?? [])]);

describe.each(fixtures.map((build) => build()))("a file with $name", ({ file, bytes }) => {
  const before = unzip(bytes);

  test("takes copies of its sheets and repeated rows, and is valid Open XML", async () => {
    const book = XlsxBook.open(bytes);
    const was = await book.read({ formulas: true });
    let row = 0;
    for (const [index, { name }] of was.sheets.entries()) {
      const copied = await tried(book, edit({ kind: "copySheet", sheet: name, name: `Sao ${index}` }));
      if (copied) expect([...earned, "sheetMissing"]).toContain(copied.kind);
      else {
        const now = await book.read({ formulas: true });
        expect(trimmed(typedIn(findSheet(now, `Sao ${index}`)!))).toEqual(
          trimmed(typedIn(findSheet(now, name)!)),
        );
      }
      row = (row + 1) % 4;
      const sheet = findSheet(await book.read({ formulas: true }), name)!;
      const band = { first: row, count: 1, copies: [[], [], []] };
      const refusal = await tried(book, edit({ kind: "repeatRows", sheet: name, bands: [band] }));
      if (refusal) expect([...earned, "sheetMissing"]).toContain(refusal.kind);
      else {
        const now = findSheet(await book.read({ formulas: true }), name)!;
        expect(trimmed(typedIn(now))).toEqual(trimmed(tripled(typedIn(sheet), row)));
        expect(formulaColumns(now).slice(0, 40)).toEqual(tripled(formulaColumns(sheet), row).slice(0, 40));
        const text = (formulas: SheetSnapshot["formulas"]) =>
          [...formulas.values()].flatMap((one) => [...one.values()]);
        expect(text(now.formulas).filter((one) => one.includes("#SHARED!"))).toEqual([]);
      }
    }
    const after = unzip(book.bytes());
    expect(looseEnds(after)).toEqual([]);
    expect(Object.keys(before).filter((path) => !(path in after) && !/calcChain/.test(path))).toEqual([]);
    const [faults] = await faultsOf([{ bytes: book.bytes(), extension: file.split(".").pop()! }]);
    expect(faults).toEqual([]);
  });
});

/** Row 3 (0-based 2) of the sheet `S`, so often. */
const rowThree = (times: number) =>
  ({
    kind: "repeatRows",
    sheet: "S",
    bands: [{ first: 2, count: 1, copies: Array.from({ length: times }, () => []) }],
  }) as const;

const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const xm = "http://schemas.microsoft.com/office/excel/2006/main";

const rowsOfSheet =
  `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="20" customHeight="1"><c r="B2"><f>SUM(B3)</f><v>5</v></c></row>` +
  `<row r="3" spans="1:3" ht="33" customHeight="1"><c r="A3"><v>7</v></c><c r="B3" s="0"><f>A3*2</f><v>14</v></c></row>` +
  `<row r="4" ht="44" customHeight="1"><c r="B4"><f>B2+B3</f><v>9</v></c></row></sheetData>`;

describe("what stands around the cells", () => {
  test("the sheet's own elements follow the rows", async () => {
    const book = await edited(
      `<dimension ref="A1:B4"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>` +
        `<selection pane="bottomLeft" activeCell="B4" sqref="B4"/></sheetView></sheetViews>${rowsOfSheet}` +
        `<protectedRanges><protectedRange sqref="A3:A4" name="p"/></protectedRanges><autoFilter ref="A2:B4"/>` +
        `<mergeCells count="2"><mergeCell ref="C3:D3"/><mergeCell ref="E2:E4"/></mergeCells>` +
        `<conditionalFormatting sqref="A3:B3"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="formula" val="$A$4"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting>` +
        `<conditionalFormatting sqref="A4"><cfRule type="expression" priority="2"><formula>$A3&gt;$B$4</formula></cfRule></conditionalFormatting>` +
        `<dataValidations count="1"><dataValidation type="list" sqref="A3 C4"><formula1>$D$3:$D$4</formula1></dataValidation></dataValidations>` +
        `<hyperlinks><hyperlink ref="A3" location="S!B3" display="x"/></hyperlinks>` +
        `<rowBreaks count="2" manualBreakCount="2"><brk id="2" max="16383" man="1"/><brk id="3" max="16383" man="1"/></rowBreaks>` +
        `<ignoredErrors><ignoredError sqref="B3" formula="1"/></ignoredErrors>`,
      rowThree(3),
    );
    const xml = sheetXml(book);
    const refs = (local: string, name = "ref") => attributesOf(xml, local).map((one) => one[name]);
    expect(refs("dimension")).toEqual(["A1:B6"]);
    expect(attributesOf(xml, "pane")).toMatchObject([{ ySplit: "5", topLeftCell: "A6" }]);
    expect(attributesOf(xml, "selection")).toMatchObject([{ activeCell: "B6", sqref: "B6" }]);
    expect(refs("protectedRange", "sqref")).toEqual(["A3:A6"]);
    expect(refs("autoFilter")).toEqual(["A2:B6"]);
    expect(refs("mergeCell")).toEqual(["C3:D3", "C4:D4", "C5:D5", "E2:E6"]);
    expect(refs("mergeCells", "count")).toEqual(["4"]);
    expect(refs("conditionalFormatting", "sqref")).toEqual(["A3:B5", "A6"]);
    expect(refs("cfvo", "val")).toEqual(["$A$6", undefined]);
    // The rule's cell is below: the row above it is now the last copy, as Excel would have it when rows are copied.
    expect(textsOf(xml, "formula")).toEqual(["$A3>$B$6"]);
    expect(refs("dataValidation", "sqref")).toEqual(["A3:A5 C6"]);
    expect(textsOf(xml, "formula1")).toEqual(["$D$3:$D$6"]);
    expect(attributesOf(xml, "hyperlink")).toMatchObject([
      { ref: "A3", location: "S!B3" },
      { ref: "A4", location: "S!B4" },
      { ref: "A5", location: "S!B5" },
    ]);
    expect(refs("brk", "id")).toEqual(["2", "3", "4", "5"]);
    expect(attributesOf(xml, "rowBreaks")).toEqual([{ count: "4", manualBreakCount: "4" }]);
    expect(refs("ignoredError", "sqref")).toEqual(["B3:B5"]);
    expect(attributesOf(xml, "row").map(({ r, ht }) => [r, ht])).toEqual([
      ["1", undefined],
      ["2", "20"],
      ["3", "33"],
      ["4", "33"],
      ["5", "33"],
      ["6", "44"],
    ]);
    expect(textsOf(xml, "f")).toEqual(["SUM(B3:B5)", "A3*2", "A4*2", "A5*2", "B2+B3"]);
  });

  test("all of it goes where a band has no copies", async () => {
    const book = await edited(
      `${rowsOfSheet}<mergeCells count="1"><mergeCell ref="C3:D3"/></mergeCells>` +
        `<conditionalFormatting sqref="A3"><cfRule type="expression" priority="1"><formula>A3&gt;1</formula></cfRule></conditionalFormatting>` +
        `<dataValidations count="1"><dataValidation type="list" sqref="A3"><formula1>"a"</formula1></dataValidation></dataValidations>` +
        `<hyperlinks><hyperlink ref="A3" location="S!B3"/></hyperlinks><rowBreaks count="1" manualBreakCount="1"><brk id="2" man="1"/></rowBreaks>`,
      rowThree(0),
    );
    const xml = sheetXml(book);
    for (const local of ["mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "rowBreaks"])
      expect(attributesOf(xml, local)).toEqual([]);
    expect(textsOf(xml, "f")).toEqual(["SUM(#REF!)", "B2+#REF!"]);
  });

  test("sparklines show their own copy, newer rules cover all", async () => {
    const book = await edited(
      rowsOfSheet +
        `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${x14}"><x14:sparklineGroups xmlns:xm="${xm}"><x14:sparklineGroup>` +
        `<x14:sparklines><x14:sparkline><xm:f>S!A3:B3</xm:f><xm:sqref>C3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>` +
        `<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${x14}"><x14:dataValidations count="1" xmlns:xm="${xm}"><x14:dataValidation type="list">` +
        `<x14:formula1><xm:f>S!$A$3:$A$4</xm:f></x14:formula1><xm:sqref>B3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
      rowThree(2),
    );
    const xml = sheetXml(book);
    expect(textsOf(xml, "sqref")).toEqual(["C3", "C4", "B3:B4"]);
    expect(textsOf(xml, "f").slice(-3)).toEqual(["S!A3:B3", "S!A4:B4", "S!$A$3:$A$5"]);
  });
});

test("a formula that several cells share is written out for each", async () => {
  const book = await edited(
    `<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:B4" si="0">A1*A$3</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>` +
      `<row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>1</v></c></row></sheetData>`,
    rowThree(2),
  );
  expect(textsOf(sheetXml(book), "f")).toEqual(["A1*A$3", "A2*A$3", "A3*A$3", "A4*A$4", "A5*A$3"]);
  expect(sheetXml(book)).not.toContain("shared");
});

test("an array formula goes with its band, and is not torn", async () => {
  const array = `<sheetData><row r="2"><c r="A2"><f t="array" ref="A2:A3">B2:B3*2</f><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row></sheetData>`;
  const both = { kind: "repeatRows", sheet: "S", bands: [{ first: 1, count: 2, copies: [[], []] }] } as const;
  const xml = sheetXml(await edited(array, both));
  expect(attributesOf(xml, "f").map(({ ref }) => ref)).toEqual(["A2:A3", "A4:A5"]);
  expect(textsOf(xml, "f")).toEqual(["B2:B3*2", "B4:B5*2"]);
  const book = opened({ sheets: [{ name: "S", body: array }] });
  expect(await tried(book, edit(rowThree(2)))).toEqual({ kind: "sharedFormula", sheet: "S", cell: "A2" });
});

test("names, formulas and rules elsewhere follow; what names other sheets stays byte for byte", async () => {
  const book = opened({
    sheets: [
      { name: "S", body: rowsOfSheet },
      {
        name: "T",
        body:
          `<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="3">SUM(S!B3)+S!A1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="3"/><v>1</v></c></row></sheetData>` +
          `<dataValidations count="1"><dataValidation type="list" sqref="B1"><formula1>S!$A$3:$A$3</formula1></dataValidation></dataValidations>` +
          `<hyperlinks><hyperlink ref="A1" location="S!B4"/></hyperlinks>`,
      },
      {
        name: "U",
        body: `<sheetData><row r="1"><c r="A1"><f>SUM(T:U!B3)+T!A3</f><v>1</v></c></row></sheetData>`,
      },
    ],
    behind:
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">S!$A$1:$B$4</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">S!$A:$A,S!$2:$3</definedName>` +
      `<definedName name="ba">S!$B$3</definedName><definedName name="khac">T!$B$3</definedName></definedNames>`,
  });
  const before = partsOf(book);
  await done(book, edit(rowThree(3)));
  const after = partsOf(book);
  expect(textsOf(after["xl/workbook.xml"]!, "definedName")).toEqual([
    "S!$A$1:$B$6",
    "S!$A:$A,S!$2:$5",
    "S!$B$3:$B$5",
    "T!$B$3",
  ]);
  expect(textsOf(after["xl/worksheets/sheet2.xml"]!, "f")).toEqual(["SUM(S!B3:B5)+S!A1", "SUM(S!B6)+S!A2"]);
  expect(textsOf(after["xl/worksheets/sheet2.xml"]!, "formula1")).toEqual(["S!$A$3:$A$5"]);
  expect(attributesOf(after["xl/worksheets/sheet2.xml"]!, "hyperlink")).toMatchObject([{ location: "S!B6" }]);
  expect(after["xl/worksheets/sheet3.xml"]).toBe(before["xl/worksheets/sheet3.xml"]);
});

describe("pictures, charts and notes", () => {
  const fixtureNamed = (name: string) =>
    fixtures.map((build) => build()).find((one) => one.name.startsWith(name))!;

  test("a picture on a repeated row stands on each copy, with a number of its own", async () => {
    const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`;
    const anchor = (id: number, from: number, to: number, more = "") =>
      `<xdr:twoCellAnchor${more}><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from>` +
      `<xdr:to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${to}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:to>` +
      `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${id}" name="h${id}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`;
    const book = opened({
      sheets: [
        {
          name: "S",
          body: `${rowsOfSheet}<drawing r:id="rId1"/>`,
          relations: [["drawing", "../drawings/drawing1.xml"]],
        },
      ],
      parts: {
        "xl/drawings/drawing1.xml": `${drawing}${anchor(2, 2, 2)}${anchor(3, 1, 3)}${anchor(4, 3, 5)}${anchor(5, 0, 9, ' editAs="oneCell"')}</xdr:wsDr>`,
      },
    });
    await done(book, edit(rowThree(3)));
    const xml = part(book, "xl/drawings/drawing1.xml");
    const corners = textsOf(xml, "row").map(Number);
    expect(corners).toEqual([2, 2, 3, 3, 4, 4, 1, 5, 5, 7, 0, 9]);
    const ids = attributesOf(xml, "cNvPr").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a copied sheet has charts and pictures of its own", async () => {
    const { bytes } = fixtureNamed("charts old and new");
    const book = XlsxBook.open(bytes);
    const { sheets } = await book.read();
    const before = partsOf(book);
    const holder = sheets.find(({ name }) =>
      Object.values(before).some((text) => text.includes(`<c:f>'${name}'!`)),
    )!;
    await done(book, edit({ kind: "copySheet", sheet: holder.name, name: "Bản 's' ao" }));
    const after = partsOf(book);
    const fresh = Object.keys(after).filter((path) => !(path in before));
    expect(fresh.filter((path) => /charts\/chart\d+\.xml$/.test(path)).length).toBeGreaterThan(0);
    const looked = fresh
      .filter((path) => /charts\/chart\d+\.xml$/.test(path))
      .flatMap((path) => textsOf(after[path]!, "f"));
    expect(looked.length).toBeGreaterThan(0);
    for (const formula of looked) expect(formula).toMatch(/^'Bản ''s'' ao'!/);
    for (const path of Object.keys(before).filter((one) => /charts|drawings|media/.test(one)))
      expect(after[path]).toBe(before[path]);
  });

  test("a note on a repeated row stands on each copy", async () => {
    const design = groupedTemplate("S");
    const book = await bookOf({
      ...design,
      cells: design.cells.map((cell) =>
        cell.row === 4 && cell.column === 1 ? { ...cell, note: "Ghi chú" } : cell,
      ),
    });
    await done(book, edit({ ...rowThree(3), bands: [{ first: 4, count: 1, copies: [[], [], []] }] }));
    const parts = partsOf(book);
    const comments = Object.keys(parts).find((path) => /comments\d*\.xml$/.test(path))!;
    const shapes = Object.keys(parts).find((path) => path.endsWith(".vml"))!;
    expect(attributesOf(parts[comments]!, "comment").map(({ ref }) => ref)).toEqual(["B5", "B6", "B7"]);
    expect(textsOf(parts[shapes]!, "Row")).toEqual(["4", "5", "6"]);
    const ids = attributesOf(parts[shapes]!, "shape").map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

test("a filled template calculates to what its rows say", async () => {
  const book = await bookOf(groupedTemplate(), {
    name: "Tổng hợp",
    columns: [],
    cells: [{ row: 0, column: 0, content: { formula: "SUM('Xã'!C5:C5)", value: 0 } }],
  });
  const groups = [[5, 7], [11, 13, 17], [], [2]];
  const bands = [
    {
      first: 3,
      count: 3,
      copies: groups.map((lines) => [{ first: 4, count: 1, copies: lines.map(() => []) }]),
    },
  ];
  let row = 3;
  const writes = groups.flatMap((lines) => {
    const first = row + 1;
    row += lines.length + 2;
    return lines.map((value, i) => write("Xã", first + i, 2, [[value, value - 1]]));
  });
  await done(
    book,
    edit(
      { kind: "copySheet", sheet: "Mẫu", name: "Xã" },
      { kind: "repeatRows", sheet: "Xã", bands },
      ...writes,
    ),
  );
  const found = (await recalculated(book.bytes())).filter(({ sheet }) => sheet === "Xã");
  const value = (place: string) => found.find((one) => one.place === place)?.theirs;
  const starts = [4, 8, 13, 15];
  groups.forEach((lines, group) => {
    if (lines.length > 0)
      expect(value(cellAddress(starts[group]! - 1, 2))).toBe(lines.reduce((a, b) => a + b, 0));
  });
  // Six lines, and between the first and the last of them three heads of groups.
  expect(same(value("E18"), 9)).toBe(true);
  expect(value("C9")).toBeUndefined();
  expect(value("E9")).toBeCloseTo(10 / 11);
  const [faults] = await faultsOf([{ bytes: book.bytes() }]);
  expect(faults).toEqual([]);
});

test("20,000 rows, groups of rows and hundreds of copies are a matter of seconds", async () => {
  const template = groupedTemplate("S");
  const wide = {
    ...template,
    cells: [
      ...template.cells,
      ...Array.from({ length: 10 }, (_one, i) => ({
        row: 4,
        column: 5 + i,
        content: i % 2 === 0 ? "chữ" : { formula: `D5*${i}`, value: 0 },
      })),
    ],
  };
  const lines = (count: number) => ({ first: 4, count: 1, copies: Array.from({ length: count }, () => []) });
  const timed = async (...operations: Parameters<typeof edit>): Promise<number> => {
    const book = await bookOf(wide);
    const start = process.cpuUsage();
    await done(book, edit(...operations));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
  const long = await timed({ kind: "repeatRows", sheet: "S", bands: [lines(20_000)] });
  const nested = await timed({
    kind: "repeatRows",
    sheet: "S",
    bands: [{ first: 3, count: 3, copies: Array.from({ length: 500 }, () => [lines(40)]) }],
  });
  const pages = await timed(
    ...Array.from({ length: 200 }, (_one, i) => [
      { kind: "copySheet", sheet: "S", name: `Trang ${i}` } as const,
      { kind: "repeatRows", sheet: `Trang ${i}`, bands: [lines(10)] } as const,
      write(`Trang ${i}`, 4, 1, [["Việc"]]),
    ]).flat(),
  );
  console.info(
    `20,000 rows repeated in ${Math.round(long)} ms, 500 × 40 in ${Math.round(nested)} ms, 200 pages filled in ${Math.round(pages)} ms`,
  );
  expect(nested).toBeLessThan(5 * long + 2_000);
  expect(Math.max(long, nested)).toBeLessThan(15_000);
  expect(pages).toBeLessThan(15_000);
});
