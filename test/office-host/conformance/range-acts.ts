import { codeOf, onSheet, type Program } from "./program";

/** Acts on ranges: insert, clear, merge, copy, find, sort, select. */
export const rangeActs: readonly Program[] = [
  {
    says: "insert shifts cells down and formulas adjust; delete shifts them up",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A1:B4").formulas = [
          ["a", 1],
          ["b", 2],
          ["c", 3],
          ["sum", "=SUM(B1:B3)"],
        ];
        sheet.getRange("D1").formulas = [["=B4"]];
        sheet.getRange("A2:B2").insert("Down");
      });
      expect(excel.formulas("Sheet1!A1:B5")).toEqual([
        ["a", 1],
        ["", ""],
        ["b", 2],
        ["c", 3],
        ["sum", "=SUM(B1:B4)"],
      ]);
      expect(excel.formulas("Sheet1!D1")).toEqual([["=B5"]]);
      await onSheet(excel, (sheet) => sheet.getRange("2:3").delete("Up"));
      expect(excel.formulas("Sheet1!A1:B3")).toEqual([
        ["a", 1],
        ["c", 3],
        ["sum", "=SUM(B1:B2)"],
      ]);
      expect(excel.values("Sheet1!D1")).toEqual([[4]]);
    },
  },
  {
    says: "a range object follows its cells when others are inserted above it",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("B2:C3");
        await context.sync();
        sheet.getRange("1:2").insert("Down");
        range.load("address");
        await context.sync();
        expect(range.address).toBe("Sheet1!B4:C5");
      });
    },
  },
  {
    says: "clear takes contents, formats or both",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        const range = sheet.getRange("A1:C1");
        range.values = [[1, 2, 3]];
        range.format.fill.color = "yellow";
        sheet.getRange("A1").clear("Contents");
        sheet.getRange("B1").clear("Formats");
        sheet.getRange("C1").clear();
      });
      expect(excel.values("Sheet1!A1:C1")).toEqual([["", 2, ""]]);
      expect(["A1", "B1", "C1"].map((cell) => excel.format(`Sheet1!${cell}`).fillColor)).toEqual([
        "#FFFF00",
        null,
        null,
      ]);
    },
  },
  {
    says: "a format that differs among the cells reads as null",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").format.font.bold = true;
        sheet.getRange("A1").format.font.size = 20;
        const font = sheet.getRange("A1:B1").format.font.load("bold,size,name");
        await context.sync();
        expect([font.bold, font.size, font.name]).toEqual([null, null, "Calibri"]);
      });
    },
  },
  {
    says: "edges border the range, inside lines its cells",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const borders = sheet.getRange("B2:D4").format.borders;
        borders.getItem("EdgeBottom").style = "Double";
        borders.getItem("InsideVertical").style = "Continuous";
        borders.getItem("InsideVertical").color = "#336699";
        const below = sheet.getRange("C5").format.borders.getItem("EdgeTop").load("style");
        const inside = sheet
          .getRange("B2:D4")
          .format.borders.getItem("InsideVertical")
          .load("style,color,weight");
        const top = sheet.getRange("B2:D4").format.borders.getItem("EdgeTop").load("style");
        await context.sync();
        expect([below.style, inside.style, inside.color, inside.weight, top.style]).toEqual([
          "Double",
          "Continuous",
          "#336699",
          "Thin",
          "None",
        ]);
      });
    },
  },
  {
    says: "merge keeps the first value; merged areas are listed, none is a null object",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const none = sheet.getRange("A1:C3").getMergedAreasOrNullObject();
        sheet.getRange("A1:B2").values = [
          [1, 2],
          [3, 4],
        ];
        sheet.getRange("A1:B2").merge();
        const merged = sheet
          .getRange("A1:C3")
          .getMergedAreasOrNullObject()
          .load("address,areaCount,cellCount");
        const missed = sheet.getRange("B2:C3").getMergedAreasOrNullObject();
        await context.sync();
        expect([
          none.isNullObject,
          merged.address,
          merged.areaCount,
          merged.cellCount,
          missed.isNullObject,
        ]).toEqual([true, "Sheet1!A1:B2", 1, 4, true]);
        sheet.getRange("B2").unmerge();
      });
      expect(excel.values("Sheet1!A1:B2")).toEqual([
        [1, ""],
        ["", ""],
      ]);
      expect(excel.sheet("Sheet1").merges).toEqual([]);
    },
  },
  {
    says: "ranges are found from ranges: offset, resized, bounding, entire, intersection",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("B2:C3");
        const made = [
          range.getOffsetRange(1, 2),
          range.getResizedRange(1, -1),
          range.getBoundingRect("E5"),
          range.getEntireRow(),
          range.getEntireColumn(),
          range.getLastCell(),
          range.getRowsBelow(2),
          range.getIntersection("C1:D9"),
          sheet.getRangeByIndexes(0, 1, 2, 3),
          sheet.getCell(4, 4),
        ].map((one) => one.load("address"));
        const nothing = range.getIntersectionOrNullObject("Z9");
        await context.sync();
        expect(made.map((one) => one.address.slice(7))).toEqual([
          "D3:E4",
          "B2:B4",
          "B2:E5",
          "2:3",
          "B:C",
          "C3",
          "B4:C5",
          "C2:C3",
          "B1:D2",
          "E5",
        ]);
        expect(nothing.isNullObject).toBe(true);
      });
      expect(
        await codeOf(
          onSheet(excel, (sheet) => void sheet.getRange("A1").getOffsetRange(-1, 0).load("address")),
        ),
      ).toBe("InvalidArgument");
    },
  },
  {
    says: "the used range covers formatted cells too, unless only values count; an empty sheet has none",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const empty = sheet.getUsedRangeOrNullObject();
        await context.sync();
        expect(empty.isNullObject).toBe(true);
        sheet.getRange("B2").values = [[1]];
        sheet.getRange("D5").format.fill.color = "red";
        const all = sheet.getUsedRange().load("address");
        const values = sheet.getUsedRange(true).load("address");
        await context.sync();
        expect([all.address, values.address]).toEqual(["Sheet1!B2:D5", "Sheet1!B2"]);
      });
    },
  },
  {
    says: "special cells are found by kind, or are a null object",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:B3").formulas = [
          [1, "x"],
          ["=A1", ""],
          ["=1/0", true],
        ];
        const formulas = sheet.getRange("A1:B3").getSpecialCells("Formulas").load("address");
        const errors = sheet.getRange("A1:B3").getSpecialCells("Formulas", "Errors").load("address");
        const texts = sheet.getRange("A1:B3").getSpecialCells("Constants", "Text").load("address");
        const blanks = sheet.getRange("A1:B3").getSpecialCells("Blanks").load("address");
        const none = sheet.getRange("A1").getSpecialCellsOrNullObject("Formulas");
        await context.sync();
        expect([formulas, errors, texts, blanks].map((one) => one.address)).toEqual([
          "Sheet1!A2:A3",
          "Sheet1!A3",
          "Sheet1!B1",
          "Sheet1!B2",
        ]);
        expect(none.isNullObject).toBe(true);
      });
    },
  },
  {
    says: "copyFrom copies everything, values or formats; formulas are translated; blanks can be skipped; rows can become columns",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A1:C1").formulas = [[1, "", "=A1+1"]];
        sheet.getRange("A1").format.fill.color = "#00FF00";
        sheet.getRange("B2").values = [["kept"]];
        sheet.getRange("A2").copyFrom("A1:C1", "All", true);
        sheet.getRange("A4").copyFrom("A1:C1", "Values");
        sheet.getRange("E1").copyFrom("A1:C1", "Values", false, true);
        sheet.getRange("A6").copyFrom("A1", "Formats");
      });
      expect(excel.formulas("Sheet1!A2:C2")).toEqual([[1, "kept", "=A2+1"]]);
      expect(excel.formulas("Sheet1!A4:C4")).toEqual([[1, "", 2]]);
      expect(excel.values("Sheet1!E1:E3")).toEqual([[1], [""], [2]]);
      expect([
        excel.format("Sheet1!A2").fillColor,
        excel.format("Sheet1!A4").fillColor,
        excel.format("Sheet1!A6").fillColor,
      ]).toEqual(["#00FF00", null, "#00FF00"]);
    },
  },
  {
    says: "find looks for a text in the range and may find nothing",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:A3").values = [["Food"], ["food fair"], ["Drink"]];
        const part = sheet
          .getRange("A1:A3")
          .find("fair", { completeMatch: false, matchCase: false })
          .load("address");
        const last = sheet.getRange("A1:A3").find("food", { searchDirection: "Backwards" }).load("address");
        const none = sheet.getRange("A1:A3").findOrNullObject("foo", { completeMatch: true });
        await context.sync();
        expect([part.address, last.address, none.isNullObject]).toEqual(["Sheet1!A2", "Sheet1!A2", true]);
      });
      expect(
        await codeOf(onSheet(excel, (sheet) => void sheet.getRange("A1:A3").find("zzz", {}).load("address"))),
      ).toBe("ItemNotFound");
    },
  },
  {
    says: "cell properties are set and read in one request",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("A1:B1");
        range.setCellProperties([
          [
            { format: { fill: { color: "#112233" }, font: { bold: true } } },
            { format: { borders: { bottom: { style: "Continuous" } } } },
          ],
        ]);
        sheet.getRange("A:B").setColumnProperties([{ format: { columnWidth: 80 } }, { columnHidden: true }]);
        const read = range.getCellProperties({
          address: true,
          format: { fill: { color: true }, font: { bold: true } },
        });
        const columns = sheet
          .getRange("A1:B1")
          .getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
        await context.sync();
        expect(read.value).toEqual([
          [
            { address: "Sheet1!A1", format: { fill: { color: "#112233" }, font: { bold: true } } },
            { address: "Sheet1!B1", format: { fill: { color: "#FFFFFF" }, font: { bold: false } } },
          ],
        ]);
        expect(columns.value.map((one) => [one.columnHidden, one.format?.columnWidth])).toEqual([
          [false, 80],
          [true, 0],
        ]);
      });
      expect(excel.format("Sheet1!B1").borders.EdgeBottom?.style).toBe("Continuous");
    },
  },
  {
    says: "a hyperlink shows its text; rows and columns are hidden; widths are points",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").hyperlink = {
          documentReference: "Sheet1!B7",
          textToDisplay: "Go",
          screenTip: "There",
        };
        sheet.getRange("2:3").rowHidden = true;
        sheet.getRange("C:C").format.columnWidth = 120;
        const cell = sheet.getRange("A1").load("hyperlink,values");
        const rows = sheet.getRange("A1:A3").load("rowHidden");
        const width = sheet.getRange("B1:C1").load("width,format/columnWidth");
        await context.sync();
        expect(cell.hyperlink).toMatchObject({ documentReference: "Sheet1!B7", textToDisplay: "Go" });
        expect([cell.values, rows.rowHidden, width.width, width.format.columnWidth]).toEqual([
          [["Go"]],
          null,
          168,
          null,
        ]);
      });
    },
  },
  {
    says: "more than 1,500 cells are written in one assignment and cut by the client",
    run: async (excel) => {
      const values = Array.from({ length: 3000 }, (_, row) => [row, `text ${row}`]);
      await onSheet(excel, (sheet) => void (sheet.getRange("A1:B3000").values = values));
      expect(excel.values("Sheet1!A3000:B3000")).toEqual([[2999, "text 2999"]]);
      expect(await codeOf(onSheet(excel, (sheet) => void (sheet.getRange("A1:B2999").values = values)))).toBe(
        "InvalidArgument",
      );
    },
  },
  {
    says: "a cell holds 32,767 characters, a formula 8,192",
    run: async (excel) => {
      const write = (text: string) =>
        onSheet(excel, (sheet) => void (sheet.getRange("A1").values = [[text]]));
      await write("x".repeat(32_767));
      expect(await codeOf(write("x".repeat(32_768)))).toBe("InvalidArgument");
      expect(await codeOf(write(`=${"1+".repeat(4100)}1`))).toBe("InvalidArgument");
    },
  },
  {
    says: "several ranges are one object: values no, formats, validation and addresses yes",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const areas = sheet.getRanges("A1:B2,D4").load("address,areaCount,cellCount");
        areas.format.fill.color = "#FFCCFF";
        areas.dataValidation.rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
        areas.areas.load("items/address");
        await context.sync();
        expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(["Sheet1!A1:B2, Sheet1!D4", 2, 5]);
        expect(areas.areas.items.map((one) => one.address)).toEqual(["Sheet1!A1:B2", "Sheet1!D4"]);
      });
      expect(excel.format("Sheet1!D4").fillColor).toBe("#FFCCFF");
      expect(excel.sheet("Sheet1").validations).toHaveLength(1);
    },
  },
  {
    says: "insertion moves merges, validations, row heights and hidden rows",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A5:B6").merge();
        sheet.getRange("C5:C6").dataValidation.rule = { custom: { formula: "=C5>0" } };
        sheet.getRange("7:7").format.rowHeight = 40;
        sheet.getRange("8:8").rowHidden = true;
        sheet.getRange("2:3").insert("Down");
        sheet.getRange("8:8").insert("Down");
      });
      const sheet = excel.sheet("Sheet1");
      expect(sheet.merges).toEqual([{ row: 6, column: 0, rows: 3, columns: 2 }]);
      expect(sheet.validations).toMatchObject([
        { areas: [{ row: 6, column: 2, rows: 3, columns: 1 }], rule: { custom: { formula: "=C7>0" } } },
      ]);
      expect([sheet.rowHeight(9), [...sheet.hiddenRows]]).toEqual([40, [10]]);
      expect(await codeOf(onSheet(excel, (one) => void one.getRange("A1").insert("Down")))).toBe(
        "InsertDeleteConflict",
      );
    },
  },
  {
    says: "rows are sorted by a key; empty cells go last",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A1:B4").values = [
          ["h", "v"],
          ["b", 2],
          ["", 9],
          ["a", 1],
        ];
        sheet.getRange("A1:B4").sort.apply([{ key: 0, ascending: true }], false, true);
      });
      expect(excel.values("Sheet1!A1:B4")).toEqual([
        ["h", "v"],
        ["a", 1],
        ["b", 2],
        ["", 9],
      ]);
    },
  },
  {
    says: "select moves the selection on the active sheet only",
    host: { sheets: ["Sheet1", "Other"] },
    run: async (excel) => {
      await onSheet(excel, (sheet) => sheet.getRange("B2:C3").select());
      expect(excel.selection).toBe("Sheet1!B2:C3");
      await onSheet(excel, (sheet) => sheet.getRange("D4").select(), "Other");
      expect(excel.selection).toBe("Sheet1!B2:C3");
      expect(excel.hazards.map((one) => one.kind)).toEqual(["select-off-active-sheet"]);
      await onSheet(
        excel,
        async (sheet, context) => {
          sheet.activate();
          await context.sync();
          sheet.getRange("D4").select();
          const selected = context.workbook.getSelectedRange().load("address");
          await context.sync();
          expect(selected.address).toBe("Other!D4");
        },
        "Other",
      );
    },
  },
];
