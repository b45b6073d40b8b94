import { codeOf, onSheet, type Program } from "./program";

export const application: readonly Program[] = [
  {
    says: "a property is read only after load and sync",
    run: async (excel) => {
      expect(
        await codeOf(
          onSheet(excel, async (sheet, context) => {
            const range = sheet.getRange("A1");
            await context.sync();
            return range.values;
          }),
        ),
      ).toBe("PropertyNotLoaded");
    },
  },
  {
    says: "an error carries code, message and the place; what came before it in the batch is done",
    run: async (excel) => {
      const batch = onSheet(excel, (sheet, context) => {
        sheet.getRange("A1").values = [[42]];
        context.workbook.tables.getItem("missing").load("name");
        sheet.getRange("A2").values = [[43]];
      });
      await expect(batch).rejects.toMatchObject({
        code: "ItemNotFound",
        debugInfo: { errorLocation: "TableCollection.getItem" },
      });
      expect(excel.values("Sheet1!A1:A2")).toEqual([[42], [""]]);
    },
  },
  {
    says: "an API above the host's level is ApiNotFound, and isSetSupported tells beforehand",
    host: { apiLevel: "1.7" },
    run: async (excel) => {
      const { requirements } = excel.Office.context;
      expect(
        ["1.1", "1.7", "1.8", "1.14"].map((level) => requirements.isSetSupported("ExcelApi", level)),
      ).toEqual([true, true, false, false]);
      expect(await codeOf(onSheet(excel, (sheet) => sheet.getRange("A1").dataValidation.clear()))).toBe(
        "ApiNotFound",
      );
      await onSheet(excel, (sheet) => sheet.getRange("A1").clear());
    },
  },
  {
    says: "a member that the host lacks fails with its name",
    run: async (excel) => {
      await expect(onSheet(excel, (sheet) => void sheet.shapes.addTextBox("x"))).rejects.toMatchObject({
        code: "NotImplemented",
        message: "not implemented: Excel.Worksheet.shapes",
      });
      expect(excel.missing).toEqual(["Worksheet.shapes"]);
    },
  },
  {
    says: "while a person edits a cell every request is refused",
    run: async (excel) => {
      excel.enterEditMode();
      expect(await codeOf(onSheet(excel, (sheet) => void sheet.load("name")))).toBe(
        "InvalidOperationInCellEditMode",
      );
      excel.leaveEditMode();
      await onSheet(excel, (sheet) => void sheet.load("name"));
    },
  },
  {
    says: "on the web a request or an answer of more than 5 MB is refused; desktop has no such limit",
    host: { profile: "web" },
    run: async (excel) => {
      expect(excel.Office.context.platform).toBe("OfficeOnline");
      const text = "x".repeat(30_000);
      const write = (count: number) =>
        onSheet(
          excel,
          (sheet) =>
            void (sheet.getRange(`A1:A${count}`).values = Array.from({ length: count }, () => [text])),
        );
      expect(await codeOf(write(180))).toBe("RequestPayloadSizeLimitExceeded");
      expect(excel.values("Sheet1!A1")).toEqual([[""]]);
      await write(150);
      await onSheet(excel, (sheet) => void sheet.getRange("B1:B150").copyFrom("A1:A150"));
      expect(await codeOf(onSheet(excel, (sheet) => void sheet.getRange("A1:B150").load("values")))).toBe(
        "ResponsePayloadSizeLimitExceeded",
      );
    },
  },
  {
    says: "values of more than five million cells are null",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("A1:F1000000").load("values,cellCount");
        await context.sync();
        expect([range.values, range.cellCount]).toEqual([null, 6_000_000]);
      });
    },
  },
  {
    says: "calculation can be manual or suspended until the next sync",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        context.application.calculationMode = "Manual";
        sheet.getRange("A1:B1").formulas = [[2, "=A1*10"]];
        const before = sheet.getRange("B1").load("values");
        await context.sync();
        const first = before.values[0]?.[0];
        context.application.calculate("Full");
        before.load("values");
        await context.sync();
        expect([first, before.values]).toEqual(["", [[20]]]);
        context.application.calculationMode = "Automatic";
        context.application.suspendApiCalculationUntilNextSync();
        context.application.suspendScreenUpdatingUntilNextSync();
        sheet.getRange("A1").values = [[3]];
        await context.sync();
        before.load("values");
        await context.sync();
        expect(before.values).toEqual([[30]]);
      });
    },
  },
  {
    says: "formulas of many kinds are computed, in tables too",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A1:C3").formulas = [
          ["Mã dự án", "Tổng vốn", "Gấp đôi"],
          ["DA1", 10, "=[@[Tổng vốn]]*2"],
          ["DA2", 5, "=[@[Tổng vốn]]*2"],
        ].map((row, index) => (index === 0 ? row : [row[0], row[1], null]));
        sheet.tables.add("A1:C3", true).name = "tblDuAn";
        sheet.getRange("C2:C3").formulas = [["=[@[Tổng vốn]]*2"], ["=[@[Tổng vốn]]*2"]];
        sheet.getRange("E1:E4").formulas = [
          ["=SUM(tblDuAn[Tổng vốn])"],
          ['=SUMIFS(tblDuAn[Gấp đôi],tblDuAn[Mã dự án],"DA1")'],
          ["=ROUND(10/3,2)"],
          ["=IF(E1>0,1/0,0)"],
        ];
      });
      expect(excel.values("Sheet1!E1:E4")).toEqual([[15], [20], [3.33], ["#DIV/0!"]]);
    },
  },
  {
    says: "collections are loaded by page, with members of members, and whole objects by one load",
    host: { sheets: ["a", "b", "c", "d"] },
    run: async (excel) => {
      await excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.load({ $top: 2, $skip: 1, name: true, tables: { name: true } });
        const range = sheets.getItem("a").getRange("A1:B1").load();
        await context.sync();
        expect(sheets.items.map((sheet) => [sheet.name, sheet.tables.items.length])).toEqual([
          ["b", 0],
          ["c", 0],
        ]);
        expect([range.address, range.values, range.isEntireRow]).toEqual(["a!A1:B1", [["", ""]], false]);
        expect(range.toJSON()).toMatchObject({ address: "a!A1:B1", rowCount: 1 });
      });
    },
  },
  {
    says: "set takes an object of properties, nested ones too",
    run: async (excel) => {
      await onSheet(excel, (sheet) =>
        sheet.getRange("A1:B1").set({
          values: [[1, 2]],
          format: {
            fill: { color: "#00FF00" },
            font: { bold: true },
            wrapText: true,
            horizontalAlignment: "Center",
          },
        }),
      );
      expect(excel.format("Sheet1!B1")).toMatchObject({
        fillColor: "#00FF00",
        bold: true,
        wrapText: true,
        horizontalAlignment: "Center",
      });
    },
  },
  {
    says: "a request that fails on the wire fails alone; counters tell what was sent",
    run: async (excel) => {
      excel.failAtBatch(2, { afterActions: 2, code: "GeneralException" });
      const before = excel.batches;
      await onSheet(excel, (sheet) => void (sheet.getRange("A1").values = [[1]]));
      expect(await codeOf(onSheet(excel, (sheet) => void (sheet.getRange("A2").values = [[2]])))).toBe(
        "GeneralException",
      );
      await onSheet(excel, (sheet) => void (sheet.getRange("A3").values = [[3]]));
      expect(excel.values("Sheet1!A1:A3")).toEqual([[1], [""], [3]]);
      expect(excel.batches - before).toBe(3);
      expect(excel.bytes.received).toBeGreaterThan(100);
      expect(excel.trace.some((entry) => entry.kind === "set" && entry.member === "Range.values")).toBe(true);
    },
  },
  {
    says: "settings of the document are kept when they are saved; the client says where it runs",
    run: async (excel) => {
      const { context } = excel.Office;
      const info = await excel.Office.onReady();
      expect([String(info.host), context.displayLanguage, String(context.platform)]).toEqual([
        "Excel",
        "vi-VN",
        "PC",
      ]);
      context.document.settings.set("k", { a: 1 });
      await new Promise<void>((resolve) => context.document.settings.saveAsync(() => resolve()));
      expect(excel.workbook.settings).toEqual([{ key: "k", value: { a: 1 } }]);
    },
  },
];
