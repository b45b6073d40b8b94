import { codeOf, onSheet, type Program } from "./program";

export const worksheets: readonly Program[] = [
  {
    says: "sheets are listed, added at the end, found by name without regard to case, or are a null object",
    run: async (excel) => {
      await excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        const added = sheets.add("Sample").load("name,position,visibility,tabColor,showGridlines");
        const unnamed = sheets.add().load("name");
        const same = sheets.getItem("SAMPLE").load("id");
        const none = sheets.getItemOrNullObject("Nowhere");
        const ofNone = none.getUsedRangeOrNullObject();
        sheets.load("items/name");
        const count = sheets.getCount();
        await context.sync();
        expect([added.name, added.position, added.visibility, added.tabColor, added.showGridlines]).toEqual([
          "Sample",
          1,
          "Visible",
          "",
          true,
        ]);
        expect(sheets.items.map((sheet) => sheet.name)).toEqual(["Sheet1", "Sample", "Sheet3"]);
        expect([unnamed.name, none.isNullObject, ofNone.isNullObject, count.value, same.id.length]).toEqual([
          "Sheet3",
          true,
          true,
          3,
          38,
        ]);
      });
      expect(
        await codeOf(
          excel.run(async (context) => {
            context.workbook.worksheets.getItem("Nowhere").activate();
            await context.sync();
          }),
        ),
      ).toBe("ItemNotFound");
    },
  },
  {
    says: "names have at most 31 characters, none of : \\ / ? * [ ], and are unique without regard to case",
    run: async (excel) => {
      const add = (name: string) =>
        codeOf(
          excel.run(async (context) => {
            context.workbook.worksheets.add(name);
            await context.sync();
          }),
        );
      expect(await add("a".repeat(32))).toBe("InvalidArgument");
      expect(await add("1/2")).toBe("InvalidArgument");
      expect(await add("'x")).toBe("InvalidArgument");
      expect(await add("SHEET1")).toBe("ItemAlreadyExists");
      expect(
        await codeOf(
          onSheet(excel, (sheet, context) => {
            context.workbook.worksheets.add("b");
            sheet.name = "B";
          }),
        ),
      ).toBe("ItemAlreadyExists");
    },
  },
  {
    says: "addresses quote names that need it; renaming a sheet is followed by formulas",
    host: { sheets: ["Sheet1", "Kế hoạch"] },
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        context.workbook.worksheets.getItem("Kế hoạch").getRange("A1").values = [[5]];
        sheet.getRange("A1").formulas = [["='Kế hoạch'!A1*2"]];
        const range = context.workbook.worksheets.getItem("Kế hoạch").getRange("A1:B2").load("address");
        await context.sync();
        expect(range.address).toBe("'Kế hoạch'!A1:B2");
        context.workbook.worksheets.getItem("Kế hoạch").name = "Plan";
      });
      expect(excel.formulas("Sheet1!A1")).toEqual([["=Plan!A1*2"]]);
      expect(excel.values("Sheet1!A1")).toEqual([[10]]);
    },
  },
  {
    says: "a sheet is copied with everything on it, before or after another",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:B2").values = [
          ["a", "b"],
          [1, 2],
        ];
        sheet.tables.add("A1:B2", true);
        sheet.getRange("A1").format.fill.color = "#ABCDEF";
        const copy = sheet.copy("Before", sheet).load("name,position");
        const tables = copy.tables.load("items/name");
        await context.sync();
        expect([copy.name, copy.position, tables.items.map((table) => table.name)]).toEqual([
          "Sheet1 (2)",
          0,
          ["Table2"],
        ]);
      });
      expect(excel.format("'Sheet1 (2)'!A1").fillColor).toBe("#ABCDEF");
    },
  },
  {
    says: "a very hidden sheet cannot be deleted; the last visible sheet can neither be hidden nor deleted",
    host: { sheets: ["Sheet1", "Other"] },
    run: async (excel) => {
      await onSheet(excel, (sheet) => void (sheet.visibility = "VeryHidden"), "Other");
      expect(await codeOf(onSheet(excel, (sheet) => sheet.delete(), "Other"))).toBe("InvalidOperation");
      expect(await codeOf(onSheet(excel, (sheet) => sheet.delete()))).toBe("InvalidOperation");
      expect(await codeOf(onSheet(excel, (sheet) => void (sheet.visibility = "Hidden")))).toBe(
        "InvalidOperation",
      );
      await onSheet(
        excel,
        (sheet) => {
          sheet.visibility = "Hidden";
          sheet.delete();
        },
        "Other",
      );
      expect(excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
    },
  },
  {
    says: "deleting a sheet leaves #REF! where others pointed to it",
    host: { sheets: ["Sheet1", "Data"] },
    run: async (excel) => {
      await onSheet(excel, (sheet, context) => {
        sheet.getRange("A1").formulas = [["=SUM(Data!A1:A3)"]];
        context.workbook.worksheets.getItem("Data").delete();
      });
      expect(excel.formulas("Sheet1!A1")).toEqual([["=SUM(#REF!)"]]);
      expect(excel.values("Sheet1!A1")).toEqual([["#REF!"]]);
    },
  },
  {
    says: "position, neighbours, first and last; hidden sheets can be left out",
    host: { sheets: ["A", "B", "C"] },
    run: async (excel) => {
      await excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.getItem("C").position = 0;
        sheets.getItem("A").visibility = "Hidden";
        const next = sheets.getItem("C").getNext(true).load("name");
        const last = sheets.getLast().load("name");
        const none = sheets.getItem("B").getNextOrNullObject();
        const active = sheets.getActiveWorksheet().load("name");
        await context.sync();
        expect([next.name, last.name, none.isNullObject, active.name]).toEqual(["B", "B", true, "C"]);
      });
    },
  },
  {
    says: "panes are frozen at rows, columns or a range, and read back",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const none = sheet.freezePanes.getLocationOrNullObject();
        sheet.freezePanes.freezeAt(sheet.getRange("A1:B4"));
        const at = sheet.freezePanes.getLocation().load("address");
        await context.sync();
        sheet.freezePanes.freezeRows(2);
        const rows = sheet.freezePanes.getLocation().load("address");
        await context.sync();
        expect([none.isNullObject, at.address, rows.address]).toEqual([true, "Sheet1!A1:B4", "Sheet1!1:2"]);
      });
    },
  },
];
