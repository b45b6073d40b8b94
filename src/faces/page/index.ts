/**
 * The page with a grid, for machines without Excel: the pane that Excel loads beside a view of an .xlsx file's book.
 * Always true: the file that was opened is never written over; nothing leaves the machine; what a person has done and
 * not saved is kept in this browser until it is saved or thrown away. `main.tsx` is what the browser loads; here stands
 * what works without one.
 */
export { PageBook, type PageHooks } from "./page-book";
export { partsNotShown } from "./not-shown";
export { packed, unpacked } from "./file/packing";
export { buildGrid } from "./grid/build";
export { operationsFor, type ChangedCell, type SheetAround } from "./grid/edits";
export { lightsOf } from "./grid/lights";
export { pastedCells, rowsOfText } from "./grid/paste";
export { wishOf } from "./grid/permitted";
export {
  insertRows,
  losesTrack,
  removeRows,
  sortRows,
  tableBlock,
  type RowBlock,
  type SortRule,
} from "./grid/rows";
export { readTyped, textForEditing } from "./grid/typing";
