/** A sheet made from a design is read back as that design: nothing that it states is lost. */
import type { ChartDesign, DesignCell, PageLayout, SheetDesign } from "../../../src/book";
import { designOf, done, edit, everything, plainSheet, type BookFactory } from "./kit";
import { formats, livingTable, validations } from "./samples";

export function describeDesigns(host: BookFactory): void {
  describe("designs", () => {
    cellsAndFormats(host);
    sheetLooks(host);
    rulesOnCells(host);
    printing(host);
    charts(host);
    copies(host);
  });
}

async function roundTrip(host: BookFactory, design: SheetDesign): Promise<SheetDesign> {
  return designOf(await host.from([design]), design.name);
}

function cellAt(design: SheetDesign, row: number, column: number): DesignCell | undefined {
  return design.cells.find((cell) => cell.row === row && cell.column === column);
}

function cellsAndFormats(host: BookFactory): void {
  test("every kind of content comes back in its cell", async () => {
    const contents = ["chữ", "=không phải công thức", 12.5, true, { formula: "C1*2", value: 25 }];
    const back = await roundTrip(host, plainSheet("A", [contents]));
    expect(contents.map((_content, column) => cellAt(back, 0, column)?.content)).toEqual(contents);
  });

  test.each(formats)("%s comes back, on a filled and on an empty cell", async (_what, format) => {
    const back = await roundTrip(host, {
      name: "A",
      columns: [],
      cells: [
        { row: 1, column: 1, content: 7, format },
        { row: 2, column: 2, format },
        { row: 4, column: 4, content: "không định dạng" },
      ],
    });
    expect(cellAt(back, 1, 1)).toMatchObject({ content: 7, format });
    expect(cellAt(back, 2, 2)).toMatchObject({ format });
    expect(cellAt(back, 4, 4)?.format ?? {}).not.toMatchObject(format);
  });

  test("a link to a place in the workbook comes back", async () => {
    const link = "'Hộ thụ hưởng'!D12";
    const back = await roundTrip(host, {
      name: "A",
      columns: [],
      cells: [{ row: 2, column: 0, content: "xem", link }],
    });
    expect(cellAt(back, 2, 0)).toMatchObject({ content: "xem", link });
  });

  if (!host.lacks?.includes("notes")) {
    test("a note comes back, on a filled and on an empty cell", async () => {
      const back = await roundTrip(host, {
        name: "A",
        columns: [],
        cells: [
          { row: 1, column: 1, content: 5, note: "Nguồn: Quyết định 1719\nMục 3 <a> & b" },
          { row: 3, column: 2, note: "Ô trống có ghi chú" },
        ],
      });
      expect(cellAt(back, 1, 1)?.note).toBe("Nguồn: Quyết định 1719\nMục 3 <a> & b");
      expect(cellAt(back, 3, 2)?.note).toBe("Ô trống có ghi chú");
    });
  }
}

function sheetLooks(host: BookFactory): void {
  test("widths, hidden columns and row heights come back", async () => {
    const back = await roundTrip(host, {
      ...plainSheet("A", [[1, 2, 3, 4]]),
      columns: [{ width: 24 }, {}, { width: 9.5, hidden: true }, { width: 40 }],
      rowHeights: new Map([
        [0, 30],
        [6, 45.75],
      ]),
    });
    expect(Math.abs(back.columns[0]!.width! - 24)).toBeLessThan(0.8);
    expect(Math.abs(back.columns[3]!.width! - 40)).toBeLessThan(0.8);
    expect([back.columns[0]!.hidden ?? false, back.columns[2]!.hidden]).toEqual([false, true]);
    expect(back.rowHeights?.get(0)).toBeCloseTo(30, 0);
    expect(back.rowHeights?.get(6)).toBeCloseTo(45.75, 0);
    expect(back.rowHeights?.has(3)).toBe(false);
  });

  test("merges, freeze, grid lines, tab colour and visibility come back", async () => {
    const said: Partial<SheetDesign> = {
      merges: [
        { row: 0, column: 0, rows: 1, columns: 4 },
        { row: 2, column: 1, rows: 3, columns: 1 },
      ],
      freeze: { rows: 2, columns: 1 },
      gridlines: false,
      tabColour: "1F4E79",
      visibility: "hidden",
    };
    const book = await host.from([plainSheet("Trước", [[1]]), plainSheet("A", [["tiêu đề"]], said)]);
    expect(await designOf(book, "A")).toMatchObject(said);
    const plain = await designOf(book, "Trước");
    expect([plain.freeze ?? null, plain.gridlines ?? true, plain.visibility ?? "visible"]).toEqual([
      null,
      true,
      "visible",
    ]);
  });

  test.each([
    { rows: 3, columns: 0 },
    { rows: 0, columns: 2 },
  ])("rows or columns alone stay in view: %j", async (freeze) => {
    expect((await roundTrip(host, plainSheet("A", [[1]], { freeze }))).freeze).toEqual(freeze);
  });

  if (!host.lacks?.includes("zoom")) {
    test("the zoom comes back", async () => {
      expect((await roundTrip(host, plainSheet("A", [[1]], { zoom: 85 }))).zoom).toBe(85);
    });
  }

  test("tables come back with their columns, formulas, style and buttons", async () => {
    const design = livingTable();
    expect((await roundTrip(host, design)).tables).toEqual(design.tables);
    const bare = { ...design.tables![0]!, style: null, bandedRows: true, filter: false };
    expect((await roundTrip(host, { ...design, tables: [bare] })).tables).toEqual([bare]);
  });
}

function rulesOnCells(host: BookFactory): void {
  test("drop-downs and other rules for typing come back", async () => {
    const book = await host.from([
      plainSheet("Danh mục", [["x"]]),
      plainSheet("A", [["đầu"]], { validations }),
    ]);
    const back = (await designOf(book, "A")).validations!;
    const byColumn = [...back].sort((a, b) => a.areas[0]!.column - b.areas[0]!.column);
    expect(byColumn).toHaveLength(validations.length);
    byColumn.forEach((found, index) => {
      const { alert, prompt, ...said } = validations[index]!;
      expect(found).toMatchObject(said);
      if (alert?.title) expect(found.alert).toEqual(alert);
      if (alert && !alert.title)
        expect(found.alert).toMatchObject({ style: alert.style, message: alert.message });
      if (prompt) expect(found.prompt).toEqual(prompt);
    });
  });

  test("conditional formats come back in their order", async () => {
    const conditionalFormats = [
      {
        areas: [{ row: 3, column: 0, rows: 10, columns: 3 }],
        formula: 'ISNUMBER(SEARCH("Số CCCD:",$F4))',
        format: { fill: "FFC7CE", font: { bold: true, colour: "9C0006" } },
        stopIfTrue: true,
      },
      {
        areas: [
          { row: 3, column: 0, rows: 10, columns: 1 },
          { row: 3, column: 2, rows: 10, columns: 1 },
        ],
        formula: '$A4<>""',
        format: { fill: "C6EFCE" },
      },
      {
        areas: [{ row: 3, column: 1, rows: 10, columns: 1 }],
        formula: "B4<0",
        format: {
          font: { italic: true, colour: "C00000" },
          border: { bottom: { style: "thin" as const, colour: "C00000" } },
        },
      },
    ];
    const back = await roundTrip(host, plainSheet("A", [["x"]], { conditionalFormats }));
    expect(back.conditionalFormats).toMatchObject(conditionalFormats);
    expect(back.conditionalFormats![1]!.stopIfTrue ?? false).toBe(false);
  });
}

function printing(host: BookFactory): void {
  test("the page comes back as it was laid out", async () => {
    const page: PageLayout = {
      orientation: "landscape",
      paper: "a4",
      fitWidth: 1,
      margins: { top: 2, right: 1.5, bottom: 2, left: 3, header: 1, footer: 1 },
      area: { row: 0, column: 0, rows: 40, columns: 8 },
      titleRows: { first: 4, last: 5 },
      centreHorizontally: true,
      header: "&C&P",
      footer: "&LBiểu số 01&RTrang &P/&N",
      plainFirstPage: true,
      breaksBefore: [20],
    };
    const { margins, ...rest } = (await roundTrip(host, plainSheet("Biểu 'một' A", [["x"]], { page }))).page!;
    const { margins: said, ...others } = page;
    expect(rest).toMatchObject(others);
    for (const [edge, centimetres] of Object.entries(said))
      expect(margins[edge as keyof typeof margins]).toBeCloseTo(centimetres, 1);
  });

  test("an A3 portrait page with its own scale comes back", async () => {
    const page: PageLayout = {
      orientation: "portrait",
      paper: "a3",
      fitWidth: 0,
      margins: { top: 1, right: 1, bottom: 1, left: 1 },
    };
    const back = (await roundTrip(host, plainSheet("A", [["x"]], { page }))).page!;
    expect(back).toMatchObject({ orientation: "portrait", paper: "a3", fitWidth: 0 });
    expect([back.area ?? null, back.titleRows ?? null, back.plainFirstPage ?? false]).toEqual([
      null,
      null,
      false,
    ]);
  });
}

const kinds: ChartDesign["kind"][] = ["column", "stackedColumn", "bar", "stackedBar", "pie", "line"];

function charts(host: BookFactory): void {
  test.each(kinds)("a %s chart comes back", async (kind) => {
    const series = [
      { name: "NSTW", values: "'BC 01'!$B$2:$B$4", categories: "'BC 01'!$A$2:$A$4", colour: "1F4E79" },
      { name: "NSĐP", values: "'BC 01'!$C$2:$C$4", categories: "'BC 01'!$A$2:$A$4", colour: "F4B183" },
    ];
    const chart: ChartDesign = {
      name: "Vốn theo nguồn",
      kind,
      title: "Cơ cấu vốn <theo nguồn> & dự án",
      series:
        kind === "pie"
          ? [{ name: "NSTW", values: series[0]!.values, categories: series[0]!.categories }]
          : series,
      area: { row: 6, column: 1, rows: 15, columns: 7 },
      altText: "Biểu đồ vốn theo nguồn của ba dự án",
      ...(kind === "pie" ? { showValues: true } : { valueAxisTitle: "triệu đồng", valueFormat: "#,##0" }),
    };
    const data = [
      ["Dự án", "NSTW", "NSĐP"],
      ["DA1", 4, 1],
      ["DA2", 5, 2],
      ["DA3", 6, 3],
    ];
    const back = await roundTrip(host, plainSheet("BC 01", data, { charts: [chart] }));
    expect(back.charts).toHaveLength(1);
    expect(back.charts![0]).toMatchObject(chart);
  });
}

function copies(host: BookFactory): void {
  test("a sheet made from a reading reads as the same again", async () => {
    const design: SheetDesign = {
      ...livingTable(),
      merges: [{ row: 0, column: 0, rows: 1, columns: 5 }],
      freeze: { rows: 3, columns: 0 },
      tabColour: "70AD47",
    };
    const book = await host.from([plainSheet("Giữ", [[1]]), design]);
    const before = await everything(book);
    const reading = await designOf(book, design.name);
    await done(book, edit({ kind: "deleteSheet", sheet: design.name }));
    const names = (await book.read()).sheets.map((sheet) => sheet.name);
    await done(book, edit({ kind: "createSheet", design: reading, position: names.length }));
    expect(await everything(book)).toEqual(before);
  });
}
