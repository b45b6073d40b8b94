import { onSheet, type Program } from "./program";

export const chartsAndPages: readonly Program[] = [
  {
    says: "a chart is made from a range: series from columns, categories from the first one",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:C4").values = [
          ["Product", "Qtr1", "Qtr2"],
          ["Frames", 5000, 7000],
          ["Saddles", 400, 323],
          ["Brakes", 12000, 8766],
        ];
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Auto");
        chart.title.text = "Quarterly sales chart";
        chart.legend.position = "Right";
        chart.dataLabels.format.font.size = 15;
        chart.axes.valueAxis.title.text = "VND";
        chart.setPosition("A6", "D12");
        chart.load("name,chartType,top,left,width,height");
        chart.series.load("items/name,count");
        chart.title.load("text,visible");
        chart.axes.valueAxis.title.load("text,visible");
        const values = chart.series.getItemAt(1).getDimensionValues("Values");
        await context.sync();
        expect([chart.name, chart.chartType, chart.top, chart.left, chart.width, chart.height]).toEqual([
          "Chart 1",
          "ColumnClustered",
          75,
          0,
          192,
          105,
        ]);
        expect(chart.series.items.map((series) => series.name)).toEqual(["Qtr1", "Qtr2"]);
        expect([chart.title.text, chart.axes.valueAxis.title.visible, values.value]).toEqual([
          "Quarterly sales chart",
          true,
          [7000, 323, 8766],
        ]);
      });
      const [first] = excel.sheet("Sheet1").charts[0]?.series ?? [];
      expect([first?.values, first?.categories]).toEqual(["Sheet1!$B$2:$B$4", "Sheet1!$A$2:$A$4"]);
    },
  },
  {
    says: "series are added with values and categories of their own; they follow inserted cells; a chart is deleted",
    run: async (excel) => {
      await onSheet(excel, (sheet) => {
        sheet.getRange("A1:B3").values = [
          ["k", "v"],
          ["a", 1],
          ["b", 2],
        ];
        const chart = sheet.charts.add("Line", sheet.getRange("A1:B3"));
        const series = chart.series.add("More");
        series.setValues(sheet.getRange("B2:B3"));
        series.setXAxisValues(sheet.getRange("A2:A3"));
        series.format.fill.setSolidColor("#2F5597");
        series.hasDataLabels = true;
        chart.series.getItemAt(0).delete();
        sheet.getRange("1:1").insert("Down");
      });
      expect(excel.sheet("Sheet1").charts[0]?.series).toMatchObject([
        {
          name: "More",
          values: "Sheet1!$B$3:$B$4",
          categories: "Sheet1!$A$3:$A$4",
          fillColor: "#2F5597",
          hasDataLabels: true,
        },
      ]);
      await onSheet(excel, (sheet) => sheet.charts.getItem("Chart 1").delete());
      expect(excel.sheet("Sheet1").charts).toEqual([]);
    },
  },
  {
    says: "page layout: orientation, paper, margins in units, zoom to pages, print area and titles, headers and footers",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        const page = sheet.pageLayout;
        const none = page.getPrintAreaOrNullObject();
        page.orientation = "Landscape";
        page.paperSize = "A4";
        page.zoom = { horizontalFitToPages: 1 };
        page.centerHorizontally = true;
        page.setPrintMargins("Centimeters", { top: 2, left: 2.54 });
        page.setPrintArea("A1:D100");
        page.setPrintTitleRows("$1:$3");
        page.headersFooters.state = "FirstAndDefault";
        page.headersFooters.defaultForAllPages.centerHeader = "&P";
        page.load("orientation,paperSize,zoom,centerHorizontally,leftMargin,topMargin,bottomMargin");
        const area = page.getPrintArea().load("address");
        const rows = page.getPrintTitleRows().load("address");
        const header = page.headersFooters.defaultForAllPages.load("centerHeader,leftHeader");
        await context.sync();
        expect([
          none.isNullObject,
          page.orientation,
          page.paperSize,
          page.zoom,
          page.centerHorizontally,
        ]).toEqual([true, "Landscape", "A4", { horizontalFitToPages: 1 }, true]);
        expect([
          Math.round(page.leftMargin * 100) / 100,
          page.topMargin.toFixed(2),
          page.bottomMargin,
        ]).toEqual([72, "56.69", 54]);
        expect([area.address, rows.address, header.centerHeader, header.leftHeader]).toEqual([
          "Sheet1!A1:D100",
          "Sheet1!1:3",
          "&P",
          "",
        ]);
      });
    },
  },
  {
    says: "print area and titles are names of the sheet and go with them",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.pageLayout.setPrintArea("A1:D9");
        sheet.pageLayout.setPrintTitleRows("$1:$2");
        sheet.names.load("items/name,items/formula");
        await context.sync();
        expect(sheet.names.items.map((one) => [one.name, one.formula])).toEqual([
          ["Print_Area", "=Sheet1!$A$1:$D$9"],
          ["Print_Titles", "=Sheet1!$1:$2"],
        ]);
        sheet.names.getItem("Print_Area").delete();
        const area = sheet.pageLayout.getPrintAreaOrNullObject();
        await context.sync();
        expect(area.isNullObject).toBe(true);
      });
    },
  },
  {
    says: "page breaks stand before a cell and are removed",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.horizontalPageBreaks.add("A21:E21");
        sheet.horizontalPageBreaks.add("A11");
        const cell = sheet.horizontalPageBreaks.getItem(0).getCellAfterBreak().load("address");
        const count = sheet.horizontalPageBreaks.getCount();
        await context.sync();
        expect([cell.address, count.value]).toEqual(["Sheet1!A11", 2]);
        sheet.horizontalPageBreaks.removePageBreaks();
      });
      expect(excel.sheet("Sheet1").horizontalPageBreaks).toEqual([]);
    },
  },
  {
    says: "settings, custom XML parts and properties stay in the workbook",
    run: async (excel) => {
      await excel.run(async (context) => {
        context.workbook.settings.add("NeedsReview", true);
        context.workbook.settings.add("NeedsReview", { by: ["a"] });
        const part = context.workbook.customXmlParts
          .add('<so xmlns="http://example.org/so"><x/></so>')
          .load("id,namespaceUri");
        const xml = part.getXml();
        const same = context.workbook.customXmlParts
          .getByNamespace("http://example.org/so")
          .getOnlyItemOrNullObject()
          .load("id");
        const none = context.workbook.settings.getItemOrNullObject("nothing");
        context.workbook.properties.title = "Sổ";
        const setting = context.workbook.settings.getItem("NeedsReview").load("value");
        context.workbook.settings.load("items/key");
        await context.sync();
        expect([setting.value, context.workbook.settings.items.length, none.isNullObject]).toEqual([
          { by: ["a"] },
          1,
          true,
        ]);
        expect([part.namespaceUri, same.id === part.id, xml.value.includes("<x/>")]).toEqual([
          "http://example.org/so",
          true,
          true,
        ]);
        context.workbook.settings.getItem("NeedsReview").delete();
        const count = context.workbook.settings.getCount();
        await context.sync();
        expect(count.value).toBe(0);
      });
    },
  },
  {
    says: "a sheet keeps custom properties by key; a worksheet function is called without a cell",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.customProperties.add("Kind", "plan");
        sheet.customProperties.add("KIND", "report");
        const property = sheet.customProperties.getItem("kind").load("key,value");
        const none = sheet.customProperties.getItemOrNullObject("nothing");
        const day = context.workbook.functions.date(2000, 1, 1).load("value");
        await context.sync();
        expect([property.key, property.value, none.isNullObject, day.value]).toEqual([
          "Kind",
          "report",
          true,
          36526,
        ]);
        property.delete();
      });
      expect(excel.sheet("Sheet1").properties.size).toBe(0);
    },
  },
  {
    says: "notes (1.18) stand on cells, one each, and follow them",
    host: { apiLevel: "1.18" },
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        sheet.notes.add("B2", "Read me");
        sheet.notes.add(sheet.getRange("C3"), "Me too").content = "Changed";
        sheet.getRange("1:1").insert("Down");
        const count = sheet.notes.getCount();
        const first = sheet.notes.getItemAt(0).load("content,visible");
        const place = first.getLocation().load("address");
        const none = sheet.notes.getItemOrNullObject("A1");
        sheet.notes.load("items/content");
        await context.sync();
        expect([count.value, first.content, first.visible, place.address, none.isNullObject]).toEqual([
          2,
          "Read me",
          false,
          "Sheet1!B3",
          true,
        ]);
        expect(sheet.notes.items.map((note) => note.content)).toEqual(["Read me", "Changed"]);
        sheet.notes.getItem("B3").delete();
      });
      expect(excel.sheet("Sheet1").notes).toMatchObject([{ row: 3, column: 2, content: "Changed" }]);
    },
  },
  {
    says: "a comment belongs to a cell, one each, and is read by the cell",
    run: async (excel) => {
      await onSheet(excel, async (sheet, context) => {
        context.workbook.comments.add("Sheet1!A2", "Check this");
        const comment = sheet.comments.getItemByCell("Sheet1!A2").load("content,resolved");
        const place = comment.getLocation().load("address");
        const count = context.workbook.comments.getCount();
        await context.sync();
        expect([comment.content, comment.resolved, place.address, count.value]).toEqual([
          "Check this",
          false,
          "Sheet1!A2",
          1,
        ]);
        comment.delete();
      });
      expect(excel.sheet("Sheet1").comments).toEqual([]);
    },
  },
];
