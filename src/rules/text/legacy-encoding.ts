/** Text in TCVN3 or VNI, by its letters or by its font; a reading is proposed, never taken over. */
import { textFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";
import { proposeReading } from "./legacyText";

export const legacyEncoding: Rule<"text/legacy-encoding", { text: string; proposal: string }> = {
  code: "text/legacy-encoding",
  severity: "warning",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblXom: [{ "Thôn xóm": "Lµng M­êi" }, { "Thôn xóm": "Laøng Möôøi" }] } },
    passes: { rows: { tblXom: [{ "Thôn xóm": "Làng Mười" }, { "Thôn xóm": "Khuổi Hoa (5 m²)" }] } },
  },
  checks: (context) =>
    textFlawChecks(context, "legacy", (text, table, row, header) => {
      return { params: { text, proposal: proposeReading(text, table.fontName(row, header)) } };
    }),
};
