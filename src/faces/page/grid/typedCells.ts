/** The grid's own way of reading what is typed, replaced by the Vietnamese one; and of showing it for correction. */
import type { ICellData, Nullable } from "@univerjs/core";
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import type { GridModel } from "./model";
import { isTextPattern, readTyped, textForEditing } from "./typing";

const FIRST = 10000;
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED_TEXT = 4;

/** From now on typed text is read by `readTyped`. `model` gives the workbook that is shown at that time. */
export function readTypedCells(present: () => GridModel): void {
  const interceptors = present().grid.injector.get(SheetInterceptorService).writeCellInterceptor;
  interceptors.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, place, next) => {
      const text = typedText(cell);
      if (!cell || text === null || cell.f || text.startsWith("=")) return next(cell);
      if (cell.t === FORCED_TEXT) return { ...cell, v: text.normalize("NFC"), p: null };
      const model = present();
      const pattern = model.pattern(place.subUnitId, place.row, place.col);
      const { value, pattern: wanted } = readTyped(
        text.replace(/^'/, ""),
        forced(text) ? "@" : pattern,
        model.date1904,
      );
      const style = wanted === undefined ? {} : { s: { n: { pattern: wanted } } };
      const { s: _copied, ...rest } = cell;
      return { ...rest, p: null, ...typedValue(value), ...style };
    },
  });
  interceptors.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, place, next) => {
      const model = present();
      const raw = model.raw(place.subUnitId, place.row, place.col);
      const pattern = model.pattern(place.subUnitId, place.row, place.col);
      if (!raw || raw.f || raw.si || isTextPattern(pattern)) return next(cell);
      const content = model.content(place.subUnitId, place.row, place.col);
      if (typeof content !== "number") return next(cell);
      return { ...cell, ...raw, p: null, v: textForEditing(content, pattern, model.date1904), t: TEXT };
    },
  });
}

/** An apostrophe in front says that what follows is text. */
function forced(text: string): boolean {
  return text.startsWith("'");
}

function typedText(cell: Nullable<Pick<ICellData, "v" | "p">>): string | null {
  const stream = cell?.p?.body?.dataStream;
  if (stream !== undefined) return stream.replace(/\r\n$/, "").replace(/\r/g, "\n");
  return typeof cell?.v === "string" ? cell.v : typeof cell?.v === "number" ? String(cell.v) : null;
}

export function typedValue(value: string | number | boolean): ICellData {
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: value, t: TEXT };
}
