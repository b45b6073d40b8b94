/**
 * The page with a grid, for machines without Excel: the pane that Excel loads beside a view of an .xlsx file's book.
 * Always true: the file that was opened is never written over; nothing leaves the machine; what a person has done and
 * not saved is kept in this browser until it is saved or thrown away.
 */
export { PageBook, type PageHooks } from "./page-book";
export { Workbench, type WorkbenchState } from "./workbench";
export { partsNotShown } from "./not-shown";
