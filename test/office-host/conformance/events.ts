import { onSheet, type Program } from "./program";

export const events: readonly Program[] = [
  {
    says: "onChanged tells where, what and by whom: our own writes are ThisLocalAddin, a person's and a co-author's are not",
    run: async (excel) => {
      const heard: unknown[] = [];
      await onSheet(
        excel,
        (sheet) =>
          void sheet.onChanged.add(
            async (event) =>
              void heard.push([
                event.address,
                event.changeType,
                event.source,
                event.triggerSource,
                event.details?.valueBefore,
                event.details?.valueAfter,
              ]),
          ),
      );
      await onSheet(excel, (sheet) => void (sheet.getRange("A1").values = [[1]]));
      await excel.userEdits("Sheet1", "A1", [[2]]);
      await excel.coauthorEdits("Sheet1", "A1:B1", [["x", "y"]]);
      expect(heard).toEqual([
        ["A1", "RangeEdited", "Local", "ThisLocalAddin", "", 1],
        ["A1", "RangeEdited", "Local", "Unknown", 1, 2],
        ["A1:B1", "RangeEdited", "Remote", "Unknown", undefined, undefined],
      ]);
    },
  },
  {
    says: "a handler that is removed hears no more",
    run: async (excel) => {
      let heard = 0;
      const handler = await onSheet(excel, (sheet) => sheet.onChanged.add(async () => void (heard += 1)));
      await excel.userEdits("Sheet1", "A1", [[1]]);
      await excel.Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
      await excel.userEdits("Sheet1", "A1", [[2]]);
      expect([heard, excel.workbook.events.registered]).toEqual([1, []]);
    },
  },
  {
    says: "the collection of sheets hears changes of every sheet, and sheets that come and go",
    run: async (excel) => {
      const heard: unknown[] = [];
      await excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.onChanged.add(async (event) => void heard.push(["changed", event.address]));
        sheets.onAdded.add(async (event) => void heard.push(["added", event.worksheetId]));
        sheets.onDeleted.add(async (event) => void heard.push(["deleted", event.worksheetId]));
        sheets.onActivated.add(async (event) => void heard.push(["activated", event.worksheetId]));
        await context.sync();
        const sheet = sheets.add("New").load("id");
        sheet.activate();
        sheet.getRange("B2:C3").values = [
          [1, 2],
          [3, 4],
        ];
        await context.sync();
        await excel.settle();
        expect(heard).toEqual([
          ["added", sheet.id],
          ["activated", sheet.id],
          ["changed", "B2:C3"],
        ]);
        sheet.delete();
        await context.sync();
        await excel.settle();
        expect(heard.at(-1)).toEqual(["deleted", sheet.id]);
      });
    },
  },
  {
    says: "inserted rows are told with their direction; the event's range can be read",
    run: async (excel) => {
      const heard: unknown[] = [];
      await onSheet(
        excel,
        (sheet) =>
          void sheet.onChanged.add(async (event) => {
            await excel.run(async (context) => {
              const range = event.getRange(context).load("address");
              await context.sync();
              heard.push([event.changeType, event.changeDirectionState?.insertShiftDirection, range.address]);
            });
          }),
      );
      await onSheet(excel, (sheet) => void sheet.getRange("2:3").insert("Down"));
      await excel.settle();
      await excel.settle();
      expect(heard).toEqual([["RowInserted", "Down", "Sheet1!2:3"]]);
    },
  },
  {
    says: "a table's onChanged hears its own cells only",
    run: async (excel) => {
      const heard: unknown[] = [];
      await onSheet(excel, (sheet) => {
        sheet.tables.add("A1:B3", true);
        sheet.tables
          .getItem("Table1")
          .onChanged.add(async (event) => void heard.push([event.address, event.tableId.length > 0]));
      });
      await excel.userEdits("Sheet1", "B2", [[1]]);
      await excel.userEdits("Sheet1", "D2", [[1]]);
      expect(heard).toEqual([["B2", true]]);
    },
  },
  {
    says: "selections are told to the sheet and to the workbook",
    run: async (excel) => {
      const heard: string[] = [];
      await onSheet(
        excel,
        (sheet) => void sheet.onSelectionChanged.add(async (event) => void heard.push(event.address)),
      );
      await excel.userSelects("Sheet1", "C3:D4");
      expect(heard).toEqual(["C3:D4"]);
    },
  },
  {
    says: "events can be switched off and on again",
    run: async (excel) => {
      let heard = 0;
      await onSheet(excel, (sheet, context) => {
        sheet.onChanged.add(async () => void (heard += 1));
        context.runtime.enableEvents = false;
      });
      await excel.userEdits("Sheet1", "A1", [[1]]);
      await excel.run(async (context) => {
        context.runtime.enableEvents = true;
        await context.sync();
      });
      await excel.userEdits("Sheet1", "A1", [[2]]);
      expect(heard).toBe(1);
    },
  },
];
