/**
 * Templates: sheets with `{{…}}` that are filled from the workbook's tables (contract, section 7): the grammar, what may be
 * named, and the filled document as one edit. What always holds: a template with a mistake writes nothing and every mistake
 * has its place; formulas, names, drop-downs and formats move with the rows, by the book and not by us; what comes out of
 * data is a value and is never read again as a formula or a placeholder.
 */
export { ASKED, PARAMETERS, templateFields, type Field, type RecordType } from "./schema";
export { filters as templateFilters, type Filter } from "./filters";
export { isTemplate, templateOfDesign, templateOfSheet, type TemplateSheet } from "./sheet";
export { parseTemplate, type ParsedTemplate } from "./parse";
export type { AskedValue, Template } from "./model";
export type { MistakeCode, MistakeParams, TemplateMistake } from "./mistakes";
export type { AskedValues } from "./values";
export {
  fillPlan,
  type EachChoice,
  type FillChoice,
  type FilledWorkbook,
  type FillNote,
  type FillPlan,
} from "./plan";
export { previewRows, type PreviewRow } from "./preview";
export { SheetNames } from "./sheetNames";
export { ownTemplates, paymentSheet, type OwnTemplate, type PaymentHead, type PaymentLine } from "./own";
