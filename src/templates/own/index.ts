/** The templates that come with us: documents a commune makes for the households it supports, in the form of Decree 30/2020. */
import type { SheetDesign } from "../../book";
import { approvalDecision } from "./approvalDecision";
import { approvalLetter } from "./approvalLetter";
import { hamletMeeting } from "./hamletMeeting";
import { householdList } from "./householdList";
import { householdRequest } from "./householdRequest";
import { paymentList } from "./paymentList";
import { progressReport } from "./progressReport";

export { paymentSheet, type PaymentHead, type PaymentLine } from "./paymentList";

export interface OwnTemplate {
  /** `MB01`. */
  readonly code: string;
  /** What the document is called. */
  readonly title: string;
  /** The name of its sheet. */
  readonly sheet: string;
  readonly design: SheetDesign;
  /** Set where each record of this kind gets a sheet of its own. */
  readonly each?: string;
}

/** In the order of the work: from a household's request to the report. */
export const ownTemplates: readonly OwnTemplate[] = [
  householdRequest,
  hamletMeeting,
  householdList,
  approvalLetter,
  approvalDecision,
  paymentList,
  progressReport,
];
