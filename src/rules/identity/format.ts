/** What stands in the CCCD column is no number of 12 digits, nor one that lost its zeros, nor an old 9-digit one. */
import type { Rule } from "../rule";
import { IDENTITY_BAD, IDENTITY_HEADER, readIdentities } from "./identities";

export const identityFormat: Rule<"identity/format", { text: string }> = {
  code: "identity/format",
  severity: "error",
  source: { text: "Thông tư 07/2016/TT-BCA", confidence: "secondary" },
  reads: [{ table: "tblHo", headers: [IDENTITY_HEADER] }],
  example: {
    fails: {
      rows: {
        tblHo: [{ "Số CCCD": "0190850123456" }, { "Số CCCD": "chưa có" }, { "Số CCCD": "01908501234O" }],
      },
    },
    passes: {
      rows: {
        tblHo: [{ "Số CCCD": "019085012345" }, { "Số CCCD": "'019 085.012 345" }, { "Số CCCD": 19085012345 }],
      },
    },
  },
  checks: (context) => {
    const identities = readIdentities(context);
    if (!identities) return [];
    const { table, kinds, textAt, rowsOfKind } = identities;
    return [
      {
        kind: "rows",
        table,
        candidates: () => rowsOfKind(IDENTITY_BAD),
        look: (row, report) => {
          if (kinds[row] !== IDENTITY_BAD) return;
          report({ table: table.name, row, header: IDENTITY_HEADER, params: { text: textAt(row) } });
        },
      },
    ];
  },
};
