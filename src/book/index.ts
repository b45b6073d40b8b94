/**
 * The workbook as the house sees it: read into a Snapshot, changed by an Edit, both plain data.
 * No spreadsheet program is named here. Always true: an Edit is applied whole or not at all, and its inverse is an Edit.
 */
export * from "./address";
export * from "./cells";
export * from "./design";
export * from "./snapshot";
export * from "./edit";
export * from "./port";
export * from "./formula-references";
export * from "./moved-formulas";
export { madeSheets } from "./made-sheets";
export { coveredPlaces, type CoveredPlace } from "./covered-formats";
export * from "./row-layout";
export * from "./repeated-formulas";
export * from "./repeated-design";
export { changedCells, sameValue } from "./expectations";
export { inverseOperations, invert, journalEntry, readingFor, type JournalEntry } from "./journal";
