/** Tells those who listen what changed. */
import { equal, formatArea, intersect, quoteSheet, type Area } from "./area";
import type { Book } from "./book";
import type { Sheet } from "./sheet";
import { typeOfValue, type Scalar } from "./typed-value";

export function announceChange(
  book: Book,
  sheet: Sheet,
  area: Area,
  changeType: string,
  before?: Scalar,
  shiftDirection = "None",
): void {
  const tables = book.tablesOn(sheet).filter((table) => intersect(table.area, area));
  const heard =
    book.events.hears("DataChanged", [sheet.id, "Workbook"]) ||
    tables.some((table) => book.events.hears("TableDataChanged", [table.id, "Workbook", sheet.id]));
  if (!heard) return;
  if (before !== undefined) book.settle();
  const details =
    before === undefined
      ? {}
      : {
          valueBefore: before,
          valueAfter: book.valueOf(sheet, area.row, area.column),
          valueTypeBefore: typeOfValue(before),
          valueTypeAfter: typeOfValue(book.valueOf(sheet, area.row, area.column)),
        };
  const common = {
    worksheetId: sheet.id,
    address: formatArea(area),
    changeType,
    shiftDirection,
    ...book.eventSource,
    ...details,
  };
  book.events.emit("DataChanged", [sheet.id, "Workbook"], {
    ...common,
    referenceId: `${sheet.id}!${formatArea(area)}`,
  });
  for (const table of tables) {
    book.events.emit("TableDataChanged", [table.id, "Workbook", sheet.id], {
      ...common,
      tableId: table.id,
    });
  }
}

export function announceFormat(book: Book, sheet: Sheet, area: Area): void {
  book.events.emit("FormatChanged", [sheet.id, "Workbook"], {
    worksheetId: sheet.id,
    address: formatArea(area),
    ...book.eventSource,
    referenceId: `${sheet.id}!${formatArea(area)}`,
  });
}

export function selectCells(book: Book, sheet: Sheet, area: Area): void {
  if (sheet !== book.active) {
    book.hazards.push({
      kind: "select-off-active-sheet",
      where: `${quoteSheet(sheet.name)}!${formatArea(area)}`,
    });
    return;
  }
  if (equal(sheet.selection, area)) return;
  sheet.selection = area;
  book.events.emit("SelectionChanged", [sheet.id, "Workbook"], {
    worksheetId: sheet.id,
    address: formatArea(area),
  });
  for (const table of book.tablesOn(sheet)) {
    const inside = intersect(table.area, area) !== null;
    book.events.emit("TableSelectionChanged", [table.id], {
      worksheetId: sheet.id,
      tableId: table.id,
      address: inside ? formatArea(area) : "",
      isInsideTable: inside,
    });
  }
}
