/**
 * The book on Excel through Office.js, and the add-in's surroundings. The only folder that names Excel or Office.
 * What always holds: the number of round trips does not depend on the number of rows, but for blocks of cells cut by
 * size; acts follow each other; an edit is applied whole or put back; nothing above ExcelApi 1.14 is used unasked.
 *
 * Limits of the interface: it sets no zoom, no alternative text of charts and no chart series over several areas; it
 * tells formats without a word in a design as the nearest (thick lines as medium, conditional hair lines as dotted), and
 * of conditional formats those by formula only. Notes are input prompts below ExcelApi 1.18. Charts, shapes and comments
 * that people have put on a report stay where they are when it is rewritten. A reading of several blocks is not guarded
 * against a person who types in between; an edit's expectations are.
 */
export { openExcelBook, type ExcelBook, type ExcelBookOptions, type Interruption } from "./book";
export { openNewWorkbook } from "./new-workbook";
export {
  associateCommands,
  officeColours,
  setStartupBehaviour,
  showTaskpane,
  watchColours,
  whenReady,
  type OfficeColours,
  type Surroundings,
} from "./office";
