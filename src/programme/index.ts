/**
 * The law as dated data. A programme is a pack file (`packs/*.json`): catalogue of projects and contents, norms,
 * parameters, lists. What always holds: a Programme has been checked whole before anything sees it; every statement
 * carries its source and how sure it is; projects and contents are found by title, never by number; a further programme
 * needs a file and its line in `packs/index.ts`, no code.
 */
export type {
  CapitalType,
  Deadline,
  ReportDeadline,
  Evidence,
  HouseholdRules,
  Norm,
  NormItem,
  NormKind,
  Parameter,
  PriorityEthnicGroups,
  Programme,
  ProgrammeContent,
  ProgrammeParameters,
  ProgrammeProject,
  SubProject,
  SupportForm,
} from "./model";
export { allContents, contentsOf, loadPack, PackError } from "./load";
export { findContent, findContentByShortName, findProject, matchContent, matchProject } from "./match";
export type { ContentMatch, ProjectMatch } from "./match";
export { householdContents, normFor, normsFor } from "./norms";
export { definePacks, programmes } from "./registry";
export type { ProgrammeRegistry } from "./registry";
