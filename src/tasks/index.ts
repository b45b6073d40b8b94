/**
 * What a person does: inject, check, fix, report, undo. Each reads a book, lets pure code think, and applies an Edit.
 * Always true: preparing changes nothing, and what was prepared is what is applied.
 */
export * from "./inject";
export * from "./check";
export {
  checkOwnSheets,
  keepOwnSheets,
  lookAtOwnSheets,
  type OwnCheck,
  type OwnSheetsOfBook,
} from "./ownSheets";
export { FollowedCheck, type CheckReport } from "./followedCheck";
export { changesBetween } from "./tableChanges";
export * from "./fix";
export * from "./report";
export * from "./readiness";
export * from "./send";
export * from "./reconcile";
export * from "./explanation";
export { rowName } from "./frozenFindings";
export * from "./undo";
export * from "./payment";
export {
  approvedHouseholds,
  canBePaid,
  sharesOf,
  type FundingSource,
  type PayableHousehold,
  type PaymentObstacle,
} from "./payableHouseholds";
export * from "./fill";
export * from "./compare";
export * from "./allocate";
