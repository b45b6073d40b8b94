/** Sheets put into workbooks that exist, written anew and taken out: what is renumbered, reused and left alone. */
import type { Operation, SheetDesign } from "../../../src/book";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { AT, done, edit, everything, hamlets, plainSheet, refused, sheetOf } from "../../book/contract/kit";
import { moreColumns, newTable } from "../../book/contract/samples";
import { faultsOf, looseEnds, unzip } from "./validity";
import { listSheet, planSheet } from "./writing-designs";
import { attributesOf, bookOf, opened, part, partsOf, sheetXml, textsOf } from "./writing-kit";

const create = (design: SheetDesign, position?: number): Operation => ({
  kind: "createSheet",
  design,
  ...(position === undefined ? {} : { position }),
});
const rewrite = (design: SheetDesign): Operation => ({ kind: "rewriteSheet", design });
const remove = (sheet: string): Operation => ({ kind: "deleteSheet", sheet });

const view = `<bookViews><workbookView activeTab="1" firstSheet="1"/><workbookView/></bookViews>`;
const names =
  `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">A!$A$1</definedName><definedName name="x">B!$A$1</definedName>` +
  `<definedName name="_xlnm.Print_Area" localSheetId="2">'C'!$B$1</definedName></definedNames>`;
const three = (): XlsxBook =>
  opened({
    sheets: ["A", "B", "C"].map((name) => ({ name, body: "<sheetData/>" })),
    before: view,
    behind: names,
  });

function numbers(book: XlsxBook): unknown {
  const xml = part(book, "xl/workbook.xml");
  const sheets = attributesOf(xml, "sheet").map(({ name }) => name);
  const local = attributesOf(xml, "definedName").map(({ name, localSheetId }) => [
    name,
    localSheetId === undefined ? null : sheets[Number(localSheetId)],
  ]);
  const views = attributesOf(xml, "workbookView").map(({ activeTab, firstSheet }) => [
    sheets[Number(activeTab ?? 0)],
    sheets[Number(firstSheet ?? 0)],
  ]);
  return { sheets, local, views };
}

test("a sheet put before others moves every number of a sheet that the workbook keeps", async () => {
  const book = three();
  await done(
    book,
    edit(create(plainSheet("Đầu"), 0), create(plainSheet("Giữa"), 2), create(plainSheet("Cuối"))),
  );
  expect(numbers(book)).toEqual({
    sheets: ["Đầu", "A", "Giữa", "B", "C", "Cuối"],
    local: [
      ["_xlnm.Print_Area", "A"],
      ["x", null],
      ["_xlnm.Print_Area", "C"],
    ],
    views: [
      ["B", "B"],
      ["A", "A"],
    ],
  });
});

test("a sheet taken out moves them back, and its own names go", async () => {
  const book = three();
  await done(book, edit(remove("A")));
  expect(numbers(book)).toEqual({
    sheets: ["B", "C"],
    local: [
      ["x", null],
      ["_xlnm.Print_Area", "C"],
    ],
    views: [
      ["B", "B"],
      ["B", "B"],
    ],
  });
  await done(book, edit(remove("C")));
  expect(numbers(book)).toMatchObject({ sheets: ["B"], local: [["x", null]] });
  expect(await refused(book, edit(remove("B")))).toMatchObject({
    kind: "unsupportedFile",
    what: "lastVisibleSheet",
  });
});

test("the only sheet may go when the same edit makes another", async () => {
  const book = await bookOf(plainSheet("Cũ"));
  await done(book, edit(remove("Cũ"), create(plainSheet("Mới"))));
  expect((await book.read()).sheets.map(({ name }) => name)).toEqual(["Mới"]);
  expect(attributesOf(sheetXml(book), "sheetView")[0]).toMatchObject({ tabSelected: "1" });
});

test("nothing is left of a sheet that was made and taken out again", async () => {
  const book = await bookOf(plainSheet("A", [[1]]), listSheet());
  const before = partsOf(book);
  await done(book, edit(create(planSheet())));
  await done(book, edit(remove(planSheet().name)));
  const after = partsOf(book);
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  for (const name of Object.keys(before))
    if (name !== "xl/styles.xml") expect([name, after[name]]).toEqual([name, before[name]]);
  expect(looseEnds(unzip(book.bytes()))).toEqual([]);
});

test("a sheet written anew many times neither grows the formats nor leaves parts behind", async () => {
  const book = await bookOf(planSheet(), listSheet());
  const before = await everything(book);
  const parts = partsOf(book);
  for (let turn = 0; turn < 3; turn++) await done(book, edit(rewrite(planSheet())));
  expect(await everything(book)).toEqual(before);
  const after = partsOf(book);
  expect(Object.keys(after)).toHaveLength(Object.keys(parts).length);
  expect(after["xl/styles.xml"]).toBe(parts["xl/styles.xml"]);
  expect(after["xl/worksheets/sheet2.xml"]).toBe(parts["xl/worksheets/sheet2.xml"]);
  expect(await faultsOf([{ bytes: book.bytes() }])).toEqual([[]]);
});

test("a rewritten sheet keeps its number, its relationship, its macro name, its view and its own names", async () => {
  const file = {
    sheets: [
      {
        name: "A",
        body: `<sheetPr codeName="Sheet1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/>`,
      },
      { name: "B", body: `<sheetData><row r="1"><c r="A1"><f>A!B2</f><v>1</v></c></row></sheetData>` },
    ],
    behind: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">A!$A$1</definedName><definedName name="rieng" localSheetId="0">A!$B$2</definedName></definedNames>`,
  };
  const book = opened(file);
  const page = { ...planSheet().page!, titleRows: { first: 0, last: 1 } };
  await done(book, edit(rewrite(plainSheet("a", [["mới"]], { page, tabColour: "FF0000" }))));
  const workbook = part(book, "xl/workbook.xml");
  expect(attributesOf(workbook, "sheet")[0]).toMatchObject({ name: "A", sheetId: "1", id: "rId1" });
  expect(attributesOf(sheetXml(book), "sheetPr")[0]).toEqual({ codeName: "Sheet1" });
  expect(attributesOf(sheetXml(book), "sheetView")[0]).toMatchObject({ tabSelected: "1" });
  const printed = attributesOf(workbook, "definedName").map(({ name, localSheetId }) => [name, localSheetId]);
  expect(printed).toEqual([
    ["rieng", "0"],
    ["_xlnm.Print_Area", "0"],
    ["_xlnm.Print_Titles", "0"],
  ]);
  expect((await sheetOf(book, "B")).formulas.get(0)?.get(0)).toBe("A!B2");
});

test("notes, tables and charts of many sheets get numbers of their own", async () => {
  const noted = (name: string, table: string): SheetDesign => {
    const base = hamlets(name);
    return {
      ...base,
      tables: [{ ...base.tables![0]!, name: table }],
      cells: [...base.cells, { row: 0, column: 4, note: `Ghi chú ${name}` }],
      charts: [{ ...planSheet().charts![0]!, name }],
    };
  };
  const book = await bookOf(noted("Một", "tbl1"));
  await done(book, edit(create(noted("Hai", "tbl2"), 0), create(noted("Ba", "tbl3"))));
  const parts = partsOf(book);
  const drawings = Object.keys(parts).filter((name) => name.endsWith(".vml"));
  const blocks = drawings.map((name) => /idmap [^>]*data="(\d+)"/.exec(parts[name]!)![1]);
  const shapes = drawings.flatMap((name) =>
    [...parts[name]!.matchAll(/<v:shape id="(\w+)"/g)].map(([, id]) => id),
  );
  const tables = Object.keys(parts).filter((name) => name.startsWith("xl/tables/"));
  const ids = tables.map((name) => attributesOf(parts[name]!, "table")[0]!.id);
  for (const list of [drawings, blocks, shapes, ids]) expect(new Set(list).size).toBe(3);
  expect(looseEnds(unzip(book.bytes()))).toEqual([]);
  expect(await faultsOf([{ bytes: book.bytes() }])).toEqual([[]]);
});

test("formulas, names and rules lose a sheet or a table that is gone, as when a person deletes it", async () => {
  const area = [{ row: 0, column: 5, rows: 2, columns: 1 }];
  const mine = plainSheet(
    "Của tôi",
    [
      [
        { formula: "SUM('Danh mục'!A1:B2)+1", value: 1 },
        { formula: `"'Danh mục'!A1"&'Danh mục 2'!A1`, value: "x" },
        { formula: "SUM(tblXom[Số hộ])+COUNTA(tblXom2[Số hộ])", value: 2 },
        { formula: "tblXom[[#This Row],[Số hộ]]", value: 3 },
        { formula: "A1+tblKhac[a'[b]", value: 4 },
      ],
    ],
    {
      validations: [
        { areas: area, rule: { kind: "list", source: "'Danh mục'!$A$5:$A$7" }, allowBlank: true },
      ],
    },
  );
  const second = hamlets("Danh mục 2");
  const book = await bookOf(
    hamlets(),
    { ...second, tables: [{ ...second.tables![0]!, name: "tblXom2" }] },
    mine,
  );
  await done(
    book,
    edit({ kind: "defineName", name: "ds", refersTo: "'Danh mục'!$A$5:$A$7,'Danh mục 2'!$A$1" }),
  );
  await done(book, edit(remove("Danh mục")));
  const formulas = [...(await sheetOf(book, "Của tôi")).formulas.get(0)!.values()];
  expect(formulas).toEqual([
    "SUM(#REF!)+1",
    `"'Danh mục'!A1"&'Danh mục 2'!A1`,
    "SUM(#REF!)+COUNTA(tblXom2[Số hộ])",
    "#REF!",
    "A1+tblKhac[a'[b]",
  ]);
  expect((await book.read()).names).toEqual([
    { name: "ds", refersTo: "#REF!,'Danh mục 2'!$A$1", sheet: null },
  ]);
  expect(textsOf(sheetXml(book, 3), "formula1")).toEqual(["#REF!"]);
});

test("formulas lose a column that is gone, and keep the others of its table", async () => {
  const mine = plainSheet("Của tôi", [
    [
      { formula: "SUM(tblXom[Gấp đôi])+SUM(tblXom[Số hộ])", value: 1 },
      { formula: "tblXom[[#Headers],[Gấp đôi]]&tblXom[[Thôn xóm]:[Số hộ]]", value: "x" },
    ],
  ]);
  const book = await bookOf(hamlets());
  await done(book, edit(moreColumns(), create(mine)));
  await done(book, edit({ kind: "removeLastColumns", table: "tblXom", count: 1 }));
  expect([...(await sheetOf(book, "Của tôi")).formulas.get(0)!.values()]).toEqual([
    "SUM(#REF!)+SUM(tblXom[Số hộ])",
    "#REF!&tblXom[[Thôn xóm]:[Số hộ]]",
  ]);
});

test("two tables of a new sheet have numbers of their own", async () => {
  const left = hamlets();
  const right = newTable("Danh mục") as Extract<Operation, { kind: "addTable" }>;
  const both = { ...left, tables: [...left.tables!, right.table], cells: [...left.cells, ...right.cells] };
  const book = await bookOf(both);
  const ids = [1, 2].map((n) => attributesOf(part(book, `xl/tables/table${n}.xml`), "table")[0]!.id);
  expect(ids).toEqual(["1", "2"]);
});

test("an edit that was stopped has changed nothing, and the next one goes on", async () => {
  const book = await bookOf(plainSheet("A", [[1]]));
  const before = book.bytes();
  const stop = new AbortController();
  const steps: number[] = [];
  const change = edit(create(plainSheet("B")), create(plainSheet("C")));
  const stopping = book.apply(change, {
    at: AT,
    signal: stop.signal,
    onProgress: (step) => {
      steps.push(step);
      stop.abort();
    },
  });
  const waiting = book.apply(edit(create(plainSheet("D"))), { at: AT });
  await expect(stopping).rejects.toThrow();
  expect(steps).toEqual([1]);
  expect(await waiting).toMatchObject({ done: true });
  expect((await book.read()).sheets.map(({ name }) => name)).toEqual(["A", "D"]);
  expect((await XlsxBook.open(before).read()).sheets).toHaveLength(1);
});

test("a workbook without a part for formats gets one", async () => {
  const book = opened({ sheets: [{ name: "S", body: "<sheetData/>" }] });
  await done(book, edit(create(listSheet()), create(planSheet())));
  expect(looseEnds(unzip(book.bytes()))).toEqual([]);
  expect((await sheetOf(book, planSheet().name)).numberFormat!(5, 2)).toBe("#,##0.0");
});
