/** A share typed as percent (60) where the column holds fractions (0.6). */
import { numberFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";

export const percentScale: Rule<"number/percent-scale", { written: number; value: number }> = {
  code: "number/percent-scale",
  severity: "warning",
  source: null,
  reads: [{ table: "tblHo", headers: ["Tỷ lệ thiếu đất SX"] }],
  example: {
    fails: { rows: { tblHo: [{ "Họ và tên chủ hộ": "Nông Văn Thành", "Tỷ lệ thiếu đất SX": 60 }] } },
    passes: { rows: { tblHo: [{ "Họ và tên chủ hộ": "Nông Văn Thành", "Tỷ lệ thiếu đất SX": 0.6 }] } },
  },
  checks: (context) =>
    numberFlawChecks(context, "percent", ({ written, value }) => ({
      params: { written, value },
      fix: { value },
    })),
};
