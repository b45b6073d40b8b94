/** Pasting: what comes from another program is read the Vietnamese way; what was copied here keeps its formulas. */
import type { ICellData, ICommandInfo } from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/sheets";
import { ISheetClipboardService } from "@univerjs/sheets-ui";
import type { GridModel } from "./model";
import { pastedCells, type PastedCell } from "./paste";
import { typedValue } from "./typedCells";
import { isTextPattern, readTyped } from "./typing";

interface PasteParams {
  readonly htmlContent?: string;
  readonly textContent?: string;
}

/** Takes the paste over; false where the grid's own way is right (cells copied in this grid). */
export function pasteInto(model: GridModel, command: Readonly<ICommandInfo>): boolean {
  const params = (command.params ?? {}) as PasteParams;
  if (params.textContent === undefined && params.htmlContent === undefined) {
    void pasteFromSystem(model);
    return true;
  }
  const html = params.htmlContent ?? "";
  if (isOwnCopy(model, html)) return false;
  pasteCells(model, pastedCells(params.textContent ?? "", html));
  return true;
}

async function pasteFromSystem(model: GridModel): Promise<void> {
  const items = await navigator.clipboard.read();
  const read = async (type: string) => {
    const item = items.find((one) => one.types.includes(type));
    return item ? await (await item.getType(type)).text() : "";
  };
  const [text, html] = [await read("text/plain"), await read("text/html")];
  if (isOwnCopy(model, html)) {
    const clipboard = model.grid.injector.get(ISheetClipboardService);
    await clipboard.legacyPaste(html, text);
    return;
  }
  pasteCells(model, pastedCells(text, html));
}

function isOwnCopy(model: GridModel, html: string): boolean {
  const id = /data-copy-id="([^\s"]+)"/.exec(html)?.[1];
  if (id === undefined) return false;
  return Boolean(model.grid.injector.get(ISheetClipboardService).copyContentCache().get(id));
}

/** Writes the cells from the selection's first cell on; one copied cell fills all that is selected. */
export function pasteCells(model: GridModel, cells: readonly (readonly PastedCell[])[]): void {
  const selection = model.grid.injector.get(SheetsSelectionsService).getCurrentLastSelection();
  const worksheet = model.workbook.getActiveSheet();
  if (!selection || cells.length === 0) return;
  const { range } = selection;
  const one = cells.length === 1 && cells[0]!.length === 1;
  const rows = one ? range.endRow - range.startRow + 1 : cells.length;
  const columns = one ? range.endColumn - range.startColumn + 1 : Math.max(...cells.map((row) => row.length));
  const id = worksheet.getSheetId();
  makeRoom(model, id, range.startRow + rows, range.startColumn + columns);
  const cellValue: Record<number, Record<number, ICellData>> = {};
  for (let r = 0; r < rows; r += 1) {
    const line: Record<number, ICellData> = {};
    for (let c = 0; c < columns; c += 1) {
      const cell = one ? cells[0]![0] : cells[r]?.[c];
      if (cell)
        line[range.startColumn + c] = pasted(model, id, range.startRow + r, range.startColumn + c, cell);
    }
    cellValue[range.startRow + r] = line;
  }
  const params = { unitId: model.unitId, subUnitId: id, cellValue };
  void model.grid.commands.executeCommand("sheet.command.set-range-values", { ...params, value: cellValue });
}

function pasted(
  model: GridModel,
  id: string,
  row: number,
  column: number,
  { text, number }: PastedCell,
): ICellData {
  const blank: ICellData = { v: null, f: null, p: null, si: null, t: null };
  if (text.startsWith("=") && text.length > 1) return { ...blank, f: text };
  const pattern = model.pattern(id, row, column);
  const typed = readTyped(text, pattern, model.date1904);
  if (typed.pattern !== undefined)
    return { ...blank, ...typedValue(typed.value), s: { n: { pattern: typed.pattern } } };
  if (text === "") return blank;
  const exact = number !== undefined && typeof typed.value === "number" && !isTextPattern(pattern);
  return { ...blank, ...typedValue(exact ? number : typed.value) };
}

function makeRoom(model: GridModel, id: string, rows: number, columns: number): void {
  const worksheet = model.worksheet(id);
  const place = { unitId: model.unitId, subUnitId: id };
  if (rows + 20 > worksheet.getRowCount()) {
    model.mutate("sheet.mutation.set-worksheet-row-count", { ...place, rowCount: rows + 300 });
  }
  if (columns > worksheet.getColumnCount()) {
    model.mutate("sheet.mutation.set-worksheet-column-count", { ...place, columnCount: columns + 6 });
  }
}
