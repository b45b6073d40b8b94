/** A date cell holds what cannot be read as a date at all. */
import { dateFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";

export const notADate: Rule<"type/date", { text: string }> = {
  code: "type/date",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblHo: [{ "Họ và tên chủ hộ": "Nông Văn Thành", "Ngày sinh": "31/02/1985" }] } },
    passes: {
      rows: {
        tblHo: [{ "Họ và tên chủ hộ": "Nông Văn Thành", "Ngày sinh": 1985, "Ngày phê duyệt": "chưa có" }],
      },
    },
  },
  checks: (context) => dateFlawChecks(context, "unreadable", ({ text }) => ({ params: { text } })),
};
