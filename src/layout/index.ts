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
