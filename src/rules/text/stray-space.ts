/** Spaces at the ends, double or no-break ones: lists and sums take the text for another. */
import { withoutStraySpaces } from "../../domain";
import { textFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";

export const straySpace: Rule<"text/stray-space", { text: string }> = {
  code: "text/stray-space",
  severity: "warning",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblXom: [{ "Thôn xóm": " Làng  Mười" }] } },
    passes: { rows: { tblXom: [{ "Thôn xóm": "Làng Mười" }] } },
  },
  checks: (context) =>
    textFlawChecks(context, "straySpaces", (text) => ({
      params: { text },
      fix: { value: withoutStraySpaces(text).normalize("NFC") },
    })),
};
