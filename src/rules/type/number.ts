/** A number cell holds what cannot be read as a number at all, or a code that is too large for any amount. */
import { numberFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";

export const notANumber: Rule<"type/number", { text: string; reason: "noNumber" | "tooLarge" }> = {
  code: "type/number",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblKetQua: [{ "Chỉ tiêu": "Số hộ được hỗ trợ nhà ở", "Kế hoạch": "năm hộ" }] } },
    passes: {
      rows: { tblKetQua: [{ "Chỉ tiêu": "Số hộ được hỗ trợ nhà ở", "Kế hoạch": 5, "Lũy kế": "chưa có" }] },
    },
  },
  checks: (context) =>
    numberFlawChecks(context, "unreadable", ({ text, reason }) => ({ params: { text, reason } })),
};
