/** An amount that is no whole number of đồng; it is rounded for all other rules. */
import { numberFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";

export const subDong: Rule<"number/sub-dong", { amount: number }> = {
  code: "number/sub-dong",
  severity: "warning",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblDuAn: [{ Mã: "DA4", NSTW: 57.3000004 }] } },
    passes: { rows: { tblDuAn: [{ Mã: "DA4", NSTW: 57.300001, "Tổng vốn": 2379.2999999999997 }] } },
  },
  checks: (context) => numberFlawChecks(context, "subDong", ({ amount }) => ({ params: { amount } })),
};
