/** A number typed as text: sums do not count it. Read the Vietnamese way; a lone comma before three digits has two readings. */
import { numberFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";

export const textNumber: Rule<"number/text-number", { text: string; value: number | null }> = {
  code: "number/text-number",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblDuAn: [{ Mã: "DA4", "Tổng vốn": "9.504,2", NSTW: "1,250" }] } },
    passes: { rows: { tblDuAn: [{ Mã: "DA4", "Tổng vốn": 9504.2, NSTW: 1250 }] } },
  },
  checks: (context) =>
    numberFlawChecks(context, "text", ({ text, value }) => ({
      params: { text, value },
      fix: value === null ? null : { value },
    })),
};
