import { codeOf, onSheet, type Program } from "./program";

export const ranges: readonly Program[] = [
  {
    says: "values, text and formulas are three readings of one range",
    host: { region: "en-US" },
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("B2:E5").formulas = [
          ["Product", "Qty", "Unit Price", "Total Price"],
          ["Almonds", 2, 7.5, "=C3 * D3"],
          ["Coffee", 1, 34.5, "=C4 * D4"],
          ["", "", "", "=SUM(E3:E4)"],
        ];
      });
      await onSheet(excel, async (sheet, context) => {
        const range = sheet
          .getRange("D3:E5")
          .load(
            "values,text,formulas,address,rowIndex,columnIndex,rowCount,columnCount,cellCount,valueTypes",
          );
        await context.sync();
        expect(range.values).toEqual([
          [7.5, 15],
          [34.5, 34.5],
          ["", 49.5],
        ]);
        expect(range.text).toEqual([
          ["7.5", "15"],
          ["34.5", "34.5"],
          ["", "49.5"],
        ]);
        expect(range.formulas).toEqual([
          [7.5, "=C3 * D3"],
          [34.5, "=C4 * D4"],
          ["", "=SUM(E3:E4)"],
        ]);
        expect(range.valueTypes).toEqual([
          ["Double", "Double"],
          ["Double", "Double"],
          ["Empty", "Double"],
        ]);
        expect([
          range.address,
          range.rowIndex,
          range.columnIndex,
          range.rowCount,
          range.columnCount,
          range.cellCount,
        ]).toEqual(["Sheet1!D3:E5", 2, 3, 3, 2, 6]);
      });
    },
  },
  {
    says: "null in an array leaves a cell, an empty string clears it",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        const range = sheet.getRange("A1:D1");
        range.values = [["Eurasia", "29.96", "0.25", "15-Feb-2025"]];
        range.numberFormat = [[null, null, null, "m/d/yyyy;@"]];
        range.values = [[null, "", null, null]];
      });
      expect(excel.values("Sheet1!A1:D1")).toEqual([["Eurasia", "", 0.25, 45703]]);
      expect([excel.format("Sheet1!A1").numberFormat, excel.format("Sheet1!D1").numberFormat]).toEqual([
        "General",
        "m/d/yyyy;@",
      ]);
    },
  },
  {
    says: "null is no value for a single property",
    run: async (excel) => {
      expect(
        await codeOf(onSheet(excel, (sheet) => void (sheet.getRange("A1").values = null as never))),
      ).toBe("InvalidArgument");
      expect(
        await codeOf(
          onSheet(excel, (sheet) => void (sheet.getRange("A1").format.fill.color = null as never)),
        ),
      ).toBe("InvalidArgument");
    },
  },
  {
    says: "a single value goes into every cell; an array of another shape is refused and nothing is written",
    run: async (excel) => {
      await onSheet(excel, (sheet) => void (sheet.getRange("A1:B2").values = "x" as never));
      expect(excel.values("Sheet1!A1:B2")).toEqual([
        ["x", "x"],
        ["x", "x"],
      ]);
      expect(await codeOf(onSheet(excel, (sheet) => void (sheet.getRange("A1:B2").values = [[1, 2]])))).toBe(
        "InvalidArgument",
      );
      expect(excel.values("Sheet1!A1:B2")).toEqual([
        ["x", "x"],
        ["x", "x"],
      ]);
    },
  },
  {
    says: "texts are read in en-US: numbers, percentages, dates month first; what is none stays text",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A1:H1").values = [
          ["1.5", "1,250", "12%", "12/03/2025", "31/12/2025", "1.234.567", "TRUE", "2025-12-03"],
        ];
      });
      expect(excel.values("Sheet1!A1:H1")).toEqual([
        [1.5, 1250, 0.12, 45994, "31/12/2025", "1.234.567", true, 45994],
      ]);
      expect(excel.format("Sheet1!D1").numberFormat).toBe("m/d/yyyy");
      expect(excel.format("Sheet1!B1").numberFormat).toBe("#,##0");
    },
  },
  {
    says: "an apostrophe or the text format keeps what is typed: leading zeros, signs, equals",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("B1").numberFormat = [["@"]];
        sheet.getRange("A1:C1").values = [["'001203004567", "001203004567", "001203004567"]];
        sheet.getRange("A2").values = [["'=1+1"]];
      });
      expect(excel.values("Sheet1!A1:C1")).toEqual([["001203004567", "001203004567", 1203004567]]);
      expect(excel.formulas("Sheet1!A2")).toEqual([["=1+1"]]);
      expect(excel.workbook.sheets[0]?.grid.formulaCount).toBe(0);
    },
  },
  {
    says: "a text that begins with =, + or - is read as a formula; one that is none is refused",
    run: async (excel) => {
      await onSheet(excel, (sheet) => void (sheet.getRange("A1:B1").values = [[2, "+A1*3"]]));
      expect(excel.values("Sheet1!B1")).toEqual([[6]]);
      expect(
        await codeOf(onSheet(excel, (sheet) => void (sheet.getRange("C1").values = [["- (a), b"]]))),
      ).toBe("InvalidArgument");
      expect(
        await codeOf(onSheet(excel, (sheet) => void (sheet.getRange("C1").formulas = [["=SUM(A1;B1)"]]))),
      ).toBe("InvalidArgument");
    },
  },
  {
    says: "an unbounded range has no values to read (null) and takes none",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const column = sheet.getRange("C:C").load("values,address,isEntireColumn");
        await context.sync();
        expect([column.values, column.address, column.isEntireColumn]).toEqual([null, "Sheet1!C:C", true]);
      });
      expect(
        await codeOf(onSheet(excel, (sheet) => void (sheet.getRange("A:B").values = [["Due Date"]]))),
      ).toBe("InvalidArgument");
    },
  },
  {
    says: "text is what the person sees, in the machine's region; values are numbers; a person types in that region",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:C1").values = [[1234.5, "12/03/2025", 0.5]];
        sheet.getRange("A1:C1").numberFormat = [["#,##0.0", null, "0%"]];
        const range = sheet.getRange("A1:C1").load("values,text");
        await context.sync();
        expect(range.text).toEqual([["1.234,5", "03/12/2025", "50%"]]);
        expect(range.values).toEqual([[1234.5, 45994, 0.5]]);
      });
      await excel.userEdits("Sheet1", "A2:C2", [["1.250,5", "12/03/2025", "1.5"]]);
      expect(excel.values("Sheet1!A2:C2")).toEqual([[1250.5, 45728, "1.5"]]);
    },
  },
];
