/** A date typed as text: it neither sorts nor counts as a date. */
import { dateFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";

export const textDate: Rule<"date/text-date", { text: string; iso: string }> = {
  code: "date/text-date",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblHo: [{ "Họ và tên chủ hộ": "Nông Văn Thành", "Ngày sinh": "8/8/85" }] } },
    passes: { rows: { tblHo: [{ "Họ và tên chủ hộ": "Nông Văn Thành", "Ngày sinh": 31267 }] } },
  },
  checks: (context) =>
    dateFlawChecks(context, "text", ({ text, iso }) => ({ params: { text, iso }, fix: { value: iso } })),
};
