/**
 * The workbook's structure as data (contract, section 2): sheets, tables, columns, lists, parameters; how they are made
 * into sheets and found again. Always true: headers are exactly the contract's, and what a person typed is never touched.
 */
export * from "./spec";
export * from "./parameters";
export * from "./parameterEdit";
export * from "./sheets";
export * from "./reading";
export { FONT, moneyFormat, numberFormatOf as columnNumberFormat, quietZero } from "./style";
export { linesOf } from "./measure";
export { placesIn } from "./places";
export { markLine } from "./marks";
export { computedValue, type RowValues, type TableRows } from "./rows";
export { injection, type Injection, type InjectionDifference } from "./injection";
export { planRows, projectName, type PlanRowsOptions } from "./planRows";
export {
  comparePlan,
  isDifferent,
  type AmountComparison,
  type PlanComparison,
  type ProjectComparison,
  type TextComparison,
} from "./comparison";
export { takeOver, takeOverChoices, type TakeOverChoice, type TakeOverOptions } from "./takingOver";
export { MONEY_HEADERS, type MoneyHeader } from "./planRecord";
export {
  allocationEdit,
  offeredContents,
  undividedLines,
  type AllocatedContent,
  type OfferedContent,
  type UndividedLine,
} from "./allocation";
export {
  allocateByNorm,
  type ContentNeed,
  type ContentShare,
  type Shared,
  type SharedMoney,
} from "./sharing";
export {
  OWN_TABLES,
  type OwnColumn,
  type OwnConstant,
  type OwnMapping,
  type OwnTableName,
} from "./own/model";
export { ownWorkbooks, readOwnSheets, type OwnSheets } from "./own/ownSheets";
export { sheetAnchor, type OwnPart } from "./own/ownParts";
export { rememberEdit, type RememberedSheet } from "./own/remembered";
export { choosableFields, constantFields, readAs, withConstant, withField, withUnit } from "./own/change";
export type { ComparedContent } from "./comparedContents";
