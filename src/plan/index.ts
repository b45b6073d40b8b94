/**
 * A commune's plan: what it is as data, and how a document (.txt, .docx, pasted text) becomes one. What always holds:
 * amounts are integers of đồng; what the document does not say is null and what cannot be read is a finding with its
 * line, never a guess; codes are the plan's own numbers, the programme's stand beside them; names are verbatim. Findings
 * are data (code and params); their words are made in `wording`.
 */
export type {
  CapitalSplit,
  Plan,
  PlanAllocation,
  PlanContent,
  PlanFlaw,
  PlanProject,
  PlanReading,
  PlanSignatory,
  PlanSource,
  PlanSourceKey,
  PlanUnreadable,
  PlanVillage,
  StatedTotal,
  UnitDuties,
  UnreadableReason,
} from "./model";
export { readPlan } from "./read";
export { editPlan, type PlanChange } from "./edit";
export type { NewProject } from "./edit-projects";
export { planDocument } from "./document";
export type { PlanDocument, PlanDocumentContent, PlanDocumentProject } from "./document";
export { shortTitle, shortTitleLength, takeTitle, uniqueTitle } from "./short-titles";
export type { TakenTitles } from "./short-titles";
export { unitKey } from "./units";
