/** The person's selection in Excel, asked for and followed. */
import { furnish, closeExcel, openExcel } from "./open";
import { plainSheet } from "../../book/contract/kit";

afterEach(closeExcel);

test("the selection is told with its sheet, and its moves are followed until nobody listens", async () => {
  const { host, book } = await openExcel();
  await furnish(book, [plainSheet("Xóm 'A'!", [[1, 2, 3]])]);
  let moves = 0;
  const end = book.watchSelection(() => (moves += 1));
  await book.read({ sheets: [] });
  await book.reveal({ sheet: "Xóm 'A'!", area: { row: 1, column: 1, rows: 2, columns: 3 } });
  await host.settle();
  expect(moves).toBe(1);
  expect(await book.selection()).toEqual({
    sheet: "Xóm 'A'!",
    area: { row: 1, column: 1, rows: 2, columns: 3 },
  });
  end();
  await host.userSelects("Xóm 'A'!", "A1");
  await host.settle();
  expect(moves).toBe(1);
  expect((await book.selection())!.area).toEqual({ row: 0, column: 0, rows: 1, columns: 1 });
});

test("while a cell is being edited there is no selection to tell", async () => {
  const { host, book } = await openExcel();
  host.enterEditMode();
  expect(await book.selection()).toBeNull();
  host.leaveEditMode();
  expect(await book.selection()).not.toBeNull();
});
