/**
 * Every word a person reads: Vietnamese first, English second, both complete by type. Sheet and column names, and the
 * texts of reports and templates, are data of their own rooms. What always holds: words come from codes and params alone.
 */
export type { Locale } from "./locale";
export { batchWords } from "./batch";
export { shellWords } from "./pane/shell";
export { planPlaceWords } from "./pane/plan";
export { planDeskWords, type PlanDeskWords } from "./pane/planDesk";
export { checkPlaceWords } from "./pane/check";
export { mappingWords, type MappingWords } from "./pane/mapping";
export { reportPlaceWords } from "./pane/report";
export { templatePlaceWords, type TemplatePlaceWords } from "./pane/template";
export { settingsPlaceWords, type SettingsPlaceWords } from "./pane/settings";
export { unsupportedFile, wordRefusal } from "./refusals";
export { wordPlanUnreadable } from "./planUnreadable";
export { ruleTitle, severityNames, wordFinding } from "./findings";
export { ruleGuide, ruleTable, type RuleGuide } from "./ruleGuide";
export { CHANGED_SINCE_FROZEN, wordChangedSinceFrozen, type ChangedSinceFrozen } from "./reportFindings";
export { planFindingCodes, wordPlanFlaw } from "./planFindings";
export { pageWords, type NotShown, type PageWords } from "./page";
export { templateWords, wordTemplateMistake } from "./templates";
