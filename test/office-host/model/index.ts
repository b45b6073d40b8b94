/**
 * The model room: a workbook as plain state, and the classes through which requests reach it.
 * What always holds: the classes are checked against Microsoft's declarations of `Excel.*`; what Excel refuses is
 * refused here with Excel's code; a member that is not listed does not exist.
 */
export { Book, type Hazard } from "./book/book";
export type { EventEntry, EventName } from "./book/events";
export type { CellFormat } from "./book/format";
export type { ChartState } from "./book/chart";
export type { ConditionalFormatState, ValidationState } from "./book/rules";
export type { Sheet } from "./book/sheet";
export { growUnderTyping } from "./book/table-growth";
export type { TableState } from "./book/table";
export { formatArea, maxColumns, maxRows, parseArea, splitAddress, type Area } from "./book/area";
export { deleteCells, insertCells } from "./book/insert-delete";
export { renameSheet } from "./book/references";
export { WorkbookObject } from "./objects";
export * as objects from "./objects";
