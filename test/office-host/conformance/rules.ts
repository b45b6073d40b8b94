import { codeOf, onSheet, type Program } from "./program";

export const rules: readonly Program[] = [
  {
    says: "a validation has one rule, an alert and a prompt",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const validation = sheet.getRange("B2:C5").dataValidation;
        validation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
        validation.errorAlert = {
          message: "Sorry, only positive whole numbers are allowed",
          showAlert: true,
          style: "Stop",
          title: "Negative or Decimal Number",
        };
        validation.prompt = {
          message: "Please enter a positive whole number.",
          showPrompt: true,
          title: "Positive Whole Numbers Only.",
        };
        validation.load("type,rule,errorAlert,prompt,ignoreBlanks");
        await context.sync();
        expect(validation.type).toBe("WholeNumber");
        expect(validation.rule).toEqual({ wholeNumber: { formula1: 0, operator: "GreaterThan" } });
        expect(validation.errorAlert.style).toBe("Stop");
        expect([validation.prompt.title, validation.ignoreBlanks]).toEqual([
          "Positive Whole Numbers Only.",
          true,
        ]);
      });
    },
  },
  {
    says: "a list comes from a range or from literal items; clearing takes only the cells that overlap",
    host: { sheets: ["Sheet1", "Names"] },
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("B2:C5").dataValidation.rule = {
          list: { inCellDropDown: true, source: "=Names!$A$1:$A$3" },
        };
        sheet.getRange("C5").dataValidation.clear();
        const whole = sheet.getRange("B2:C5").dataValidation.load("type");
        const part = sheet.getRange("B2:C4").dataValidation.load("type,rule");
        const none = sheet.getRange("C5").dataValidation.load("type,rule");
        await context.sync();
        expect([whole.type, part.type, none.type]).toEqual(["Inconsistent", "List", "None"]);
        expect(part.rule.list?.source).toBe("=Names!$A$1:$A$3");
      });
      await onSheet(
        excel,
        (_, context) => void context.workbook.worksheets.getItem("Names").getRange("1:1").insert("Down"),
      );
      expect(excel.sheet("Sheet1").validations[0]?.rule.list?.source).toBe("=Names!$A$2:$A$4");
    },
  },
  {
    says: "a custom rule is a formula; structured references and bad formulas are refused, and two rules at once",
    run: async (excel) => {
      const set = (rule: Excel.DataValidationRule) =>
        onSheet(excel, (sheet) => void (sheet.getRange("B2").dataValidation.rule = rule));
      await set({ custom: { formula: "=NOT(ISNUMBER(SEARCH(A2,B2)))" } });
      expect(await codeOf(set({ list: { inCellDropDown: true, source: "=tbl[Tên]" } }))).toBe(
        "InvalidArgument",
      );
      expect(await codeOf(set({ custom: { formula: "=SUM(" } }))).toBe("InvalidArgument");
      expect(await codeOf(set({ decimal: { formula1: 0, operator: "Between" } }))).toBe("InvalidArgument");
      expect(
        await codeOf(set({ custom: { formula: "=TRUE" }, decimal: { formula1: 0, operator: "EqualTo" } })),
      ).toBe("InvalidArgument");
    },
  },
  {
    says: "a literal list of more than 255 characters is taken and damages the file",
    run: async (excel) => {
      await onSheet(
        excel,
        (sheet) =>
          void (sheet.getRange("A1").dataValidation.rule = {
            list: { inCellDropDown: true, source: "Mục, ".repeat(60) },
          }),
      );
      expect(excel.hazards.map((one) => one.kind)).toEqual(["list-over-255-characters"]);
    },
  },
  {
    says: "a custom conditional format has a formula and a format; the last one added stands first",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("B2:E9");
        const first = range.conditionalFormats.add("Custom");
        first.custom.rule.formula = '=IF(B8>INDIRECT("RC[-1]",0),TRUE)';
        first.custom.format.font.color = "green";
        const second = range.conditionalFormats.add("Custom");
        second.custom.rule.formula = "=$B2=0";
        second.custom.format.fill.color = "#FFC7CE";
        second.stopIfTrue = true;
        const all = range.conditionalFormats.load(
          "items/type,items/priority,items/stopIfTrue,items/custom/rule/formula,items/custom/format/fill/color",
        );
        await context.sync();
        expect(all.items.map((one) => [one.priority, one.stopIfTrue, one.custom.rule.formula])).toEqual([
          [0, true, "=$B2=0"],
          [1, false, '=IF(B8>INDIRECT("RC[-1]",0),TRUE)'],
        ]);
        expect(all.items[0]?.custom.format.fill.color).toBe("#FFC7CE");
      });
    },
  },
  {
    says: "a cell value format compares with formulas; another kind's part is a null object",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const format = sheet.getRange("B21:E23").conditionalFormats.add("CellValue");
        format.cellValue.format.font.color = "#FF0000";
        format.cellValue.rule = { formula1: "=0", operator: "LessThan" };
        const custom = format.customOrNullObject;
        const range = format.getRange().load("address");
        format.load("type");
        await context.sync();
        expect([custom.isNullObject, format.type, range.address]).toEqual([
          true,
          "CellValue",
          "Sheet1!B21:E23",
        ]);
      });
      expect(
        await codeOf(
          onSheet(
            excel,
            (sheet) => void sheet.getRange("B21").conditionalFormats.getItemAt(0).custom.load("rule/formula"),
          ),
        ),
      ).toBe("InvalidOperation");
    },
  },
  {
    says: "conditional formats are cleared from cells and move with them",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A1:B4").conditionalFormats.add("Custom").custom.rule.formula = "=$A1>1";
        sheet.getRange("B1:B2").conditionalFormats.clearAll();
        sheet.getRange("1:1").insert("Down");
      });
      const format = excel.sheet("Sheet1").conditionalFormats[0];
      expect(format?.areas).toEqual([
        { row: 3, column: 0, rows: 2, columns: 2 },
        { row: 1, column: 0, rows: 2, columns: 1 },
      ]);
      expect(format?.rule).toEqual({ formula: "=$A2>1" });
      await onSheet(excel, async (sheet, context) => {
        const count = sheet.getRange("A2:B5").conditionalFormats.getCount();
        sheet.getRange().conditionalFormats.clearAll();
        const after = sheet.getRange("A2:B5").conditionalFormats.getCount();
        await context.sync();
        expect([count.value, after.value]).toEqual([1, 0]);
      });
    },
  },
];
