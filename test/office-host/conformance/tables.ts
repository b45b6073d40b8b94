import type { OfficeHost } from "..";
import { codeOf, onSheet, type Program } from "./program";

/** The documentation's table of expenses. */
async function expenses(excel: OfficeHost): Promise<void> {
  await onSheet(excel, (sheet) => {
    const table = sheet.tables.add("A1:D1", true);
    table.name = "ExpensesTable";
    table.getHeaderRowRange().values = [["Date", "Merchant", "Category", "Amount"]];
    table.rows.add(null as never, [
      ["1/1/2017", "The Phone Company", "Communications", "120"],
      ["1/2/2017", "Northwind Electric Cars", "Transportation", "142"],
      ["1/5/2017", "Best For You Organics Company", "Groceries", "27"],
    ]);
  });
}

export const tables: readonly Program[] = [
  {
    says: "a table is made from a header row and grows by rows.add",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, async (sheet, context) => {
        const table = sheet.tables
          .getItem("ExpensesTable")
          .load("name,style,showHeaders,showTotals,showBandedRows,showFilterButton");
        const whole = table.getRange().load("address");
        const body = table.getDataBodyRange().load("values");
        const names = table.columns.load("items/name,items/index,count");
        const count = table.rows.getCount();
        await context.sync();
        expect(whole.address).toBe("Sheet1!A1:D4");
        expect(body.values[0]).toEqual([42736, "The Phone Company", "Communications", 120]);
        expect(names.items.map((one) => one.name)).toEqual(["Date", "Merchant", "Category", "Amount"]);
        expect([count.value, table.style, table.showBandedRows, table.showTotals]).toEqual([
          3,
          "TableStyleMedium2",
          true,
          false,
        ]);
      });
    },
  },
  {
    says: "tables are named Table1, Table2 …; a name that stands already or is none is refused",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const made = [sheet.tables.add("A1:B2", true), sheet.tables.add("D1:E2", true)].map((table) =>
          table.load("name"),
        );
        await context.sync();
        expect(made.map((table) => table.name)).toEqual(["Table1", "Table2"]);
      });
      const rename = (name: string) =>
        codeOf(onSheet(excel, (sheet) => void (sheet.tables.getItem("Table1").name = name)));
      expect([
        await rename("table2"),
        await rename("A1"),
        await rename("my table"),
        await rename("1st"),
      ]).toEqual(["ItemAlreadyExists", "InvalidArgument", "InvalidArgument", "InvalidArgument"]);
    },
  },
  {
    says: "a table may not overlap another or merged cells",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.tables.add("A1:B3", true);
        sheet.getRange("F1:G1").merge();
      });
      expect(await codeOf(onSheet(excel, (sheet) => void sheet.tables.add("B3:C5", true)))).toBe(
        "MergedRangeConflict",
      );
      expect(await codeOf(onSheet(excel, (sheet) => void sheet.tables.add("E1:H3", true)))).toBe(
        "MergedRangeConflict",
      );
      expect(excel.workbook.tables).toHaveLength(1);
    },
  },
  {
    says: "without headers a row is inserted for Column1, Column2 …; headers are made texts and unique",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A1:B1").values = [[1, 2]];
        sheet.tables.add("A1:B1", false);
        sheet.getRange("D1:F1").values = [["Name", "name", 2025]];
        sheet.tables.add("D1:F2", true);
      });
      expect(excel.values("Sheet1!A1:B2")).toEqual([
        ["Column1", "Column2"],
        [1, 2],
      ]);
      expect(excel.values("Sheet1!D1:F1")).toEqual([["Name", "name2", "2025"]]);
    },
  },
  {
    says: "resize: the new range overlaps the old one and the header stays in its row",
    run: async (excel) => {
      await expenses(excel);
      const resize = (address: string) =>
        onSheet(excel, (sheet) => sheet.tables.getItem("ExpensesTable").resize(address));
      await resize("A1:E8");
      expect(excel.workbook.tables[0]?.area).toEqual({ row: 0, column: 0, rows: 8, columns: 5 });
      expect(excel.values("Sheet1!E1")).toEqual([["Column1"]]);
      expect(await codeOf(resize("A2:D8"))).toBe("InvalidArgument");
      expect(await codeOf(resize("G1:J8"))).toBe("InvalidArgument");
      expect(await codeOf(resize("A1:D1"))).toBe("InvalidArgument");
    },
  },
  {
    says: "values written right below a table do not belong to it until it is resized",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A5:D5").values = [["1/9/2017", "Coho Vineyard", "Restaurant", 33]];
        const before = sheet.tables.getItem("ExpensesTable").rows.getCount();
        sheet.tables.getItem("ExpensesTable").resize("A1:D5");
        const after = sheet.tables.getItem("ExpensesTable").rows.getCount();
        await context.sync();
        expect([before.value, after.value]).toEqual([3, 4]);
      });
    },
  },
  {
    says: "what a person types right below a table belongs to it, with its formulas and drop-downs",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, (sheet) => {
        const table = sheet.tables.getItem("ExpensesTable");
        table.columns.add(undefined, [["Double"], ["=[@Amount]*2"], ["=[@Amount]*2"], ["=[@Amount]*2"]]);
        table.columns.getItem("Category").getDataBodyRange().dataValidation.rule = {
          list: { inCellDropDown: true, source: "Groceries,Other" },
        };
      });
      await excel.userEdits("Sheet1", "A5:D5", [["1/9/2017", "Coho Vineyard", "Other", 33]]);
      expect(excel.workbook.tables[0]?.area.rows).toBe(5);
      expect(excel.values("Sheet1!E5")).toEqual([[66]]);
      expect(excel.sheet("Sheet1").validations[0]?.areas).toEqual([
        { row: 1, column: 2, rows: 4, columns: 1 },
      ]);
      await excel.userEdits("Sheet1", "G6", [["elsewhere"]]);
      expect(excel.workbook.tables[0]?.area.rows).toBe(5);
    },
  },
  {
    says: "rows.add moves what stands below; insertion by index; a row is deleted by its place",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, (sheet) => {
        sheet.getRange("A5").values = [["below"]];
        const table = sheet.tables.getItem("ExpensesTable");
        table.rows.add(undefined, [["2/1/2017", "New", "x", 1]]);
        table.rows.add(0, [["2/2/2017", "First", "x", 2]]);
        table.rows.getItemAt(1).delete();
      });
      expect(excel.values("Sheet1!B2:B6")).toEqual([
        ["First"],
        ["Northwind Electric Cars"],
        ["Best For You Organics Company"],
        ["New"],
        [""],
      ]);
      expect(excel.values("Sheet1!A6")).toEqual([["below"]]);
      expect(
        await codeOf(
          onSheet(
            excel,
            (sheet) => void sheet.tables.getItem("ExpensesTable").rows.add(undefined, [["too", "few"]]),
          ),
        ),
      ).toBe("InvalidArgument");
    },
  },
  {
    says: "columns.add takes header and values; a column is found by name and deleted",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, (sheet) => {
        const table = sheet.tables.getItem("ExpensesTable");
        table.columns.add(undefined, [["Day"], ["=[@Amount]*2"], ["=[@Amount]*2"], ["=[@Amount]*2"]]);
        table.columns.getItem("Category").delete();
      });
      expect(excel.values("Sheet1!A1:E2")).toEqual([
        ["Date", "Merchant", "Amount", "Day", ""],
        [42736, "The Phone Company", 120, 240, ""],
      ]);
    },
  },
  {
    says: "renaming a table or a column is followed by structured references",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, (sheet) => {
        sheet.getRange("F1").formulas = [["=SUM(ExpensesTable[Amount])"]];
        const table = sheet.tables.getItem("ExpensesTable");
        table.name = "Chi";
        sheet.getRange("G1").formulas = [["=COUNTA(Chi[Merchant])&Chi[[#Headers],[Category]]"]];
        sheet.getRange("B1:C1").values = [["Category", "Merchant"]];
        table.columns.getItem("Amount").name = "Số tiền";
      });
      expect(excel.formulas("Sheet1!F1:G1")).toEqual([
        ["=SUM(Chi[Số tiền])", "=COUNTA(Chi[Category])&Chi[[#Headers],[Merchant]]"],
      ]);
      expect(excel.values("Sheet1!F1")).toEqual([[289]]);
    },
  },
  {
    says: "cells inserted above move a table; cells inserted through part of it are refused",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, (sheet) => void sheet.getRange("1:2").insert("Down"));
      expect(excel.workbook.tables[0]?.area).toMatchObject({ row: 2, rows: 4 });
      await onSheet(excel, (sheet) => void sheet.getRange("5:5").insert("Down"));
      expect(excel.workbook.tables[0]?.area).toMatchObject({ row: 2, rows: 5 });
      expect(await codeOf(onSheet(excel, (sheet) => void sheet.getRange("A1:B1").insert("Down")))).toBe(
        "InsertDeleteConflict",
      );
    },
  },
  {
    says: "a filter hides rows, is told by the autoFilter, and is cleared",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, async (sheet, context) => {
        const table = sheet.tables.getItem("ExpensesTable");
        table.columns.getItem("Category").filter.applyValuesFilter(["Groceries"]);
        const filter = table.autoFilter.load("enabled,isDataFiltered");
        const rows = sheet.getRange("A2:A4").getSpecialCells("Visible").load("address");
        await context.sync();
        expect([filter.enabled, filter.isDataFiltered, rows.address]).toEqual([true, true, "Sheet1!A4"]);
        sheet.getRange("A2").values = [["x"]];
        table.clearFilters();
        filter.load("isDataFiltered");
        await context.sync();
        expect(filter.isDataFiltered).toBe(false);
      });
      expect(excel.sheet("Sheet1").hiddenRows.size).toBe(0);
      expect(excel.hazards.map((one) => one.kind)).toEqual(["write-under-filter"]);
    },
  },
  {
    says: "a totals row stands below the data; converting to a range leaves the cells",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, async (sheet, context) => {
        const table = sheet.tables.getItem("ExpensesTable");
        sheet.getRange("G1:G3").formulas = [
          ["=SUM(ExpensesTable[Amount])"],
          ["=ROWS(ExpensesTable)"],
          ["=ExpensesTable[[#Headers],[Merchant]]"],
        ];
        table.showTotals = true;
        const totals = table.getTotalRowRange().load("address");
        await context.sync();
        expect(totals.address).toBe("Sheet1!A5:D5");
        table.convertToRange();
        const gone = sheet.tables.getItemOrNullObject("ExpensesTable");
        await context.sync();
        expect(gone.isNullObject).toBe(true);
      });
      expect(excel.values("Sheet1!B2")).toEqual([["The Phone Company"]]);
      expect(excel.formulas("Sheet1!G1:G3")).toEqual([
        ["=SUM(Sheet1!$D$2:$D$4)"],
        ["=ROWS(Sheet1!$A$2:$D$4)"],
        ["=Sheet1!$B$1"],
      ]);
      expect(excel.values("Sheet1!G1:G3")).toEqual([[289], [3], ["Merchant"]]);
    },
  },
  {
    says: "what named a column or a table that is deleted is #REF!",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, (sheet) => {
        sheet.getRange("G1:G2").formulas = [["=SUM(ExpensesTable[Amount])"], ["=ROWS(ExpensesTable)"]];
        sheet.tables.getItem("ExpensesTable").columns.getItem("Amount").delete();
      });
      expect(excel.formulas("Sheet1!F1:F2")).toEqual([
        ["=SUM(ExpensesTable[#REF!])"],
        ["=ROWS(ExpensesTable)"],
      ]);
      await onSheet(excel, (sheet) => sheet.tables.getItem("ExpensesTable").delete());
      expect(excel.formulas("Sheet1!F1:F2")).toEqual([["=SUM(#REF!)"], ["=ROWS(#REF!)"]]);
      expect(excel.values("Sheet1!F1")).toEqual([["#REF!"]]);
    },
  },
  {
    says: "a table takes a built-in style or one that the workbook holds, and no other",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, async (sheet, context) => {
        const none = context.workbook.tableStyles.getItemOrNullObject("Mine");
        const made = context.workbook.tableStyles.add("Mine").load("name,readOnly");
        sheet.tables.getItem("ExpensesTable").style = "Mine";
        await context.sync();
        expect([none.isNullObject, made.name, made.readOnly]).toEqual([true, "Mine", false]);
      });
      const dress = (style: string) =>
        codeOf(onSheet(excel, (sheet) => void (sheet.tables.getItem("ExpensesTable").style = style)));
      expect(await dress("TableStyleLight22")).toBe("InvalidArgument");
      expect(excel.workbook.tables[0]?.style).toBe("Mine");
    },
  },
  {
    says: "deleting a table takes its cells with it",
    run: async (excel) => {
      await expenses(excel);
      await onSheet(excel, (sheet) => sheet.tables.getItem("ExpensesTable").delete());
      expect(excel.sheet("Sheet1").grid.usedArea(true)).toBeNull();
    },
  },
];
