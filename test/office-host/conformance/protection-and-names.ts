import { codeOf, onSheet, type Program } from "./program";

/** Protection, filters and names. */
export const protectionAndNames: readonly Program[] = [
  {
    says: "a protected sheet refuses changes of locked cells, also to add-ins; options and password are kept",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("B2").format.protection.locked = false;
        sheet.protection.protect({ allowFormatCells: true, selectionMode: "Normal" }, "secret");
        sheet.protection.load("protected,options");
        await context.sync();
        expect([
          sheet.protection.protected,
          sheet.protection.options.allowFormatCells,
          sheet.protection.options.allowInsertRows,
        ]).toEqual([true, true, false]);
        sheet.getRange("B2").values = [["open"]];
      });
      const refused = (act: (sheet: Excel.Worksheet) => void) => codeOf(onSheet(excel, act));
      expect(await refused((sheet) => void (sheet.getRange("A1").values = [[1]]))).toBe("AccessDenied");
      expect(await refused((sheet) => void sheet.getRange("1:1").insert("Down"))).toBe("AccessDenied");
      expect(await refused((sheet) => void sheet.tables.add("A1:B2", true))).toBe("AccessDenied");
      expect(await refused((sheet) => sheet.protection.unprotect("wrong"))).toBe("AccessDenied");
      expect(await refused((sheet) => sheet.protection.protect())).toBe("InvalidOperation");
      await onSheet(excel, (sheet) => sheet.protection.unprotect("secret"));
      expect(excel.values("Sheet1!A1:B2")).toEqual([
        ["", ""],
        ["", "open"],
      ]);
    },
  },
  {
    says: "a protected workbook keeps its sheets",
    run: async (excel) => {
      await excel.run(async (context) => {
        context.workbook.protection.protect("secret");
        context.workbook.protection.load("protected");
        await context.sync();
        expect(context.workbook.protection.protected).toBe(true);
      });
      expect(
        await codeOf(
          excel.run(async (context) => {
            context.workbook.worksheets.add("x");
            await context.sync();
          }),
        ),
      ).toBe("AccessDenied");
    },
  },
  {
    says: "grid lines, headings, tab colour and standard width belong to the sheet",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.showGridlines = false;
        sheet.showHeadings = false;
        sheet.tabColor = "#FF0000";
        sheet.standardWidth = 12;
        sheet.load("showGridlines,showHeadings,tabColor,standardWidth");
        await context.sync();
        expect([sheet.showGridlines, sheet.showHeadings, sheet.tabColor, sheet.standardWidth]).toEqual([
          false,
          false,
          "#FF0000",
          12,
        ]);
      });
    },
  },
  {
    says: "the sheet's own filter hides rows and is removed",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:B4").values = [
          ["Name", "N"],
          ["a", 5],
          ["b", 15],
          ["c", 25],
        ];
        sheet.autoFilter.apply(sheet.getRange("A1:B4"), 1, {
          filterOn: "Custom",
          criterion1: ">10",
          criterion2: "<20",
          operator: "And",
        });
        sheet.autoFilter.load("enabled,isDataFiltered");
        await context.sync();
        expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered]).toEqual([true, true]);
      });
      expect([...excel.sheet("Sheet1").hiddenRows]).toEqual([1, 3]);
      await onSheet(excel, (sheet) => sheet.autoFilter.remove());
      expect(excel.sheet("Sheet1").hiddenRows.size).toBe(0);
    },
  },
  {
    says: "names are added for a range or a formula, in the workbook or a sheet, read back and deleted",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const names = context.workbook.names;
        sheet.getRange("B2").values = [[7]];
        names.add("TaxRate", "=0.1", "rate");
        names.add("Cell", sheet.getRange("B2"));
        sheet.names.add("Local", sheet.getRange("C3:C4"));
        sheet.getRange("A1").formulas = [["=Cell*TaxRate"]];
        const rate = names.getItem("taxrate").load("name,value,formula,type,scope,comment");
        const cell = names.getItem("Cell").load("value,formula,type");
        const range = sheet.names.getItem("Local").getRange().load("address");
        const none = names.getItemOrNullObject("Local");
        names.load("items/name");
        await context.sync();
        expect([rate.value, rate.formula, rate.type, rate.scope, rate.comment]).toEqual([
          0.1,
          "=0.1",
          "Double",
          "Workbook",
          "rate",
        ]);
        expect([cell.value, cell.formula, cell.type]).toEqual(["Sheet1!B2", "=Sheet1!$B$2", "Range"]);
        expect([range.address, none.isNullObject, names.items.map((one) => one.name)]).toEqual([
          "Sheet1!C3:C4",
          true,
          ["TaxRate", "Cell"],
        ]);
        sheet.getRange("1:1").insert("Down");
        cell.load("formula");
        await context.sync();
        expect(cell.formula).toBe("=Sheet1!$B$3");
        names.getItem("TaxRate").delete();
      });
      expect(excel.values("Sheet1!A2")).toEqual([["#NAME?"]]);
      expect(
        await codeOf(
          excel.run(async (context) => {
            context.workbook.names.add("CELL", "=1");
            await context.sync();
          }),
        ),
      ).toBe("ItemAlreadyExists");
    },
  },
];
