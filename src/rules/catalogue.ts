/** Every rule, in the order in which their findings stand at one cell. */
import type { FlawParams, Rule } from "./rule";
import { capitalTypeMixed } from "./budget/capital-type-mixed";
import { capitalTypeUndecided } from "./budget/capital-type-undecided";
import { counterpartBelowMinimum } from "./budget/counterpart-below-minimum";
import { counterpartOutlier } from "./budget/counterpart-outlier";
import { negativeAmount } from "./budget/negative-amount";
import { programmeCodeMismatch } from "./budget/programme-code-mismatch";
import { rollupMismatch } from "./budget/rollup-mismatch";
import { splitMismatch } from "./budget/split-mismatch";
import { splitRounding } from "./budget/split-rounding";
import { unitSlip } from "./budget/unit-slip";
import { unknownProject } from "./budget/unknown-project";
import { textDate } from "./date/text-date";
import { duplicateVoucher } from "./disbursement/duplicate-voucher";
import { exceedsAllocation } from "./disbursement/exceeds-allocation";
import { outsidePeriod } from "./disbursement/outside-period";
import { recoveryExceedsAdvance } from "./disbursement/recovery-exceeds-advance";
import { borrowerUnder18 } from "./household/borrower-under-18";
import { duplicateId } from "./household/duplicate-id";
import { duplicatePerson } from "./household/duplicate-person";
import { formMissing } from "./household/form-missing";
import { inconsistent } from "./household/inconsistent";
import { kinhOutsideDifficultArea } from "./household/kinh-outside-difficult-area";
import { landAndOccupation } from "./household/land-and-occupation";
import { landShortageBelowThreshold } from "./household/land-shortage-below-threshold";
import { loanOverLimit } from "./household/loan-over-limit";
import { notPoor } from "./household/not-poor";
import { overNorm } from "./household/over-norm";
import { priority } from "./household/priority";
import { priorityConflict } from "./household/priority-conflict";
import { sameSupportTwice } from "./household/same-support-twice";
import { totalExceedsBudget } from "./household/total-exceeds-budget";
import { underLocalMinimum } from "./household/under-local-minimum";
import { birthYearMismatch } from "./identity/birth-year-mismatch";
import { identityFormat } from "./identity/format";
import { genderMismatch } from "./identity/gender-mismatch";
import { lostLeadingZero } from "./identity/lost-leading-zero";
import { oldNumber } from "./identity/old-number";
import { unknownProvince } from "./identity/unknown-province";
import { emptyList } from "./list/empty";
import { unknownValue } from "./list/unknown-value";
import { percentScale } from "./number/percent-scale";
import { subDong } from "./number/sub-dong";
import { textNumber } from "./number/text-number";
import { missing } from "./required/missing";
import { duplicateColumn } from "./structure/duplicate-column";
import { mergedCells } from "./structure/merged-cells";
import { missingColumn } from "./structure/missing-column";
import { notCalculated } from "./structure/not-calculated";
import { subtotalRow } from "./structure/subtotal-row";
import { legacyEncoding } from "./text/legacy-encoding";
import { notNfc } from "./text/not-nfc";
import { straySpace } from "./text/stray-space";
import { notADate } from "./type/date";
import { notANumber } from "./type/number";
import { paidExceedsAccepted } from "./work/paid-exceeds-accepted";
import { planExceedsInvestment } from "./work/plan-exceeds-investment";
import { unknownWork } from "./work/unknown";

const rules = [
  missingColumn,
  duplicateColumn,
  mergedCells,
  subtotalRow,
  notCalculated,
  emptyList,
  missing,
  notANumber,
  notADate,
  textNumber,
  subDong,
  percentScale,
  textDate,
  legacyEncoding,
  notNfc,
  straySpace,
  unknownValue,
  unknownProject,
  splitMismatch,
  splitRounding,
  rollupMismatch,
  negativeAmount,
  counterpartBelowMinimum,
  counterpartOutlier,
  programmeCodeMismatch,
  unitSlip,
  capitalTypeUndecided,
  capitalTypeMixed,
  exceedsAllocation,
  outsidePeriod,
  duplicateVoucher,
  recoveryExceedsAdvance,
  unknownWork,
  planExceedsInvestment,
  paidExceedsAccepted,
  identityFormat,
  lostLeadingZero,
  oldNumber,
  genderMismatch,
  birthYearMismatch,
  unknownProvince,
  duplicateId,
  duplicatePerson,
  inconsistent,
  notPoor,
  kinhOutsideDifficultArea,
  landShortageBelowThreshold,
  landAndOccupation,
  sameSupportTwice,
  overNorm,
  loanOverLimit,
  formMissing,
  underLocalMinimum,
  totalExceedsBudget,
  borrowerUnder18,
  priority,
  priorityConflict,
] as const;

type AnyRule = (typeof rules)[number];

export type RuleCode = AnyRule["code"];

/** The params of each rule's flaws, by code. */
export type RuleParams = { [R in AnyRule as R["code"]]: R extends Rule<string, infer P> ? P : never };

export const catalogue: readonly Rule<RuleCode, FlawParams>[] = rules;
