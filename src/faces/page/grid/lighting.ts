/** Marked cells drawn lit, as the file's conditional formats light them in Excel. */
import { InterceptorEffectEnum, type ICellData, type IStyleData, type Nullable } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { GridModel } from "./model";
import type { GridRange } from "./ranges";

/** From now on marked cells are drawn lit. `present` gives the workbook that is shown at that time. */
export function lightMarkedCells(present: () => GridModel): void {
  present()
    .grid.injector.get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 9,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, place, next) => {
        const style = litStyle(present(), place.subUnitId, place.row, place.col);
        if (!style) return next(cell);
        const own: Nullable<IStyleData> =
          typeof cell?.s === "string" ? place.workbook.getStyles().get(cell.s) : cell?.s;
        const drawn = cell === place.rawData ? { ...place.rawData } : (cell ?? {});
        return next({ ...drawn, s: { ...own, ...style } });
      },
    });
}

function litStyle(model: GridModel, id: string, row: number, column: number): IStyleData | null {
  const light = model
    .sheetOf(id)
    ?.lights.find(({ ranges }) => ranges.some((range) => within(range, row, column)));
  if (!light) return null;
  const mark = textOf(model.raw(id, row, light.markColumn));
  if (mark === "") return null;
  if (light.headerRow === null) return light.style;
  const header = textOf(model.raw(id, light.headerRow, column));
  return `; ${mark}`.toLowerCase().includes(`; ${header}: `.toLowerCase()) ? light.style : null;
}

function within(range: GridRange, row: number, column: number): boolean {
  return (
    range.startRow <= row && row <= range.endRow && range.startColumn <= column && column <= range.endColumn
  );
}

function textOf(cell: ICellData | undefined): string {
  return cell?.v === undefined || cell.v === null ? "" : String(cell.v);
}
