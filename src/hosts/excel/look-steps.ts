/** Formats of cells as steps: equal ones together in few rectangles. */
import type { Area, CellFormat, DesignCell, Line } from "../../book";
import { LAST_COLUMN, rangeOf, rectangles, type KeyedCell } from "./areas";
import { heavier, writeBorder, writeLook } from "./looks";
import { LOOK_BYTES, Phase, type Step } from "./steps";

/** Formats without borders and number formats first, then the borders, each in as few rectangles as there are. */
export function lookSteps(sheet: string, cells: readonly DesignCell[]): Step[] {
  const keys = new KeyedFormats();
  const looks = cells.flatMap((cell) => keyed(cell, keys.lookOf(cell.format)));
  const borders = drawnBorders(cells).flatMap(({ cell, border }) => keyed(cell, keys.of(border)));
  return [
    ...rectangles(looks).map(({ area, key }) =>
      lookStep(sheet, area, (range) => writeLook(range, keys.format(key) as CellFormat)),
    ),
    ...rectangles(borders, (key) => spreads(keys.format(key) as Border)).map(({ area, key }) =>
      lookStep(sheet, area, (range) =>
        writeBorder(range, keys.format(key) as Border, area.rows, area.columns),
      ),
    ),
  ];
}

function lookStep(sheet: string, area: Area, write: (range: Excel.Range) => void): Step {
  return {
    phase: Phase.looks,
    bytes: LOOK_BYTES,
    write: (workbook) => write(rangeOf(workbook.worksheets.getItem(sheet), area)),
  };
}

function keyed(cell: DesignCell, key: string | null): KeyedCell<string>[] {
  return key === null ? [] : [{ row: cell.row, column: cell.column, key }];
}

/** Formats by what they say, so that equal ones are one. */
class KeyedFormats {
  private readonly known = new WeakMap<object, string | null>();
  private readonly formats = new Map<string, object>();

  of(format: object): string {
    const key = JSON.stringify(format);
    if (!this.formats.has(key)) this.formats.set(key, format);
    return key;
  }

  /** null where nothing is left to set. */
  lookOf(format: CellFormat | undefined): string | null {
    if (!format) return null;
    let key = this.known.get(format);
    if (key === undefined) {
      const { border: _border, numberFormat: _numberFormat, ...look } = format;
      key = Object.keys(look).length === 0 ? null : this.of(look);
      this.known.set(format, key);
    }
    return key;
  }

  format(key: string): object {
    return this.formats.get(key)!;
  }
}

type Border = NonNullable<CellFormat["border"]>;

/** Cells may share a border only along edges that look the same on both sides. */
function spreads(border: Border): { across: boolean; down: boolean } {
  return { across: sameLine(border.left, border.right), down: sameLine(border.top, border.bottom) };
}

function sameLine(a: Line | undefined, b: Line | undefined): boolean {
  return a?.style === b?.style && a?.colour === b?.colour;
}

/** Borders as they are seen: of two lines on one edge the heavier, whatever the order of writing. */
function drawnBorders(cells: readonly DesignCell[]): { cell: DesignCell; border: Border }[] {
  const bordered = new Map<number, Border>();
  for (const { row, column, format } of cells)
    if (format?.border) bordered.set(row * LAST_COLUMN + column, format.border);
  return cells.flatMap((cell) => {
    const own = cell.format?.border;
    if (!own) return [];
    const at = cell.row * LAST_COLUMN + cell.column;
    const edge = (line: Line | undefined, across: Line | undefined) =>
      line && across ? heavier(line, across) : line;
    const top = edge(own.top, bordered.get(at - LAST_COLUMN)?.bottom);
    const right = edge(own.right, cell.column + 1 < LAST_COLUMN ? bordered.get(at + 1)?.left : undefined);
    const bottom = edge(own.bottom, bordered.get(at + LAST_COLUMN)?.top);
    const left = edge(own.left, cell.column > 0 ? bordered.get(at - 1)?.right : undefined);
    const border: Border = {
      ...(top ? { top } : {}),
      ...(right ? { right } : {}),
      ...(bottom ? { bottom } : {}),
      ...(left ? { left } : {}),
    };
    return [{ cell, border }];
  });
}
