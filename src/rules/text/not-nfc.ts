/** Letters and marks kept apart (from phones and Macs): the text looks the same and is found by no search. */
import { hasStraySpaces, withoutStraySpaces } from "../../domain";
import { textFlawChecks } from "../readingFlaws";
import type { Rule } from "../rule";

export const notNfc: Rule<"text/not-nfc", { text: string }> = {
  code: "text/not-nfc",
  severity: "warning",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: { rows: { tblXom: [{ "Thôn xóm": "Làng Mười".normalize("NFD") }] } },
    passes: { rows: { tblXom: [{ "Thôn xóm": "Làng Mười" }] } },
  },
  checks: (context) =>
    textFlawChecks(context, "notNfc", (text) => ({
      params: { text: text.normalize("NFC") },
      // Both faults of one cell are mended by either fix.
      fix: { value: (hasStraySpaces(text) ? withoutStraySpaces(text) : text).normalize("NFC") },
    })),
};
