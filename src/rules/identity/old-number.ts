/** A 9-digit number is the former CMND, which the CCCD has replaced. */
import type { Rule } from "../rule";
import { IDENTITY_HEADER, IDENTITY_OLD, readIdentities } from "./identities";

export const oldNumber: Rule<"identity/old-number", { text: string }> = {
  code: "identity/old-number",
  severity: "warning",
  source: { text: "Luật Căn cước 2023", confidence: "unverified" },
  reads: [{ table: "tblHo", headers: [IDENTITY_HEADER] }],
  example: {
    fails: { rows: { tblHo: [{ "Số CCCD": "090123456" }] } },
    passes: { rows: { tblHo: [{ "Số CCCD": "019085012345" }] } },
  },
  checks: (context) => {
    const identities = readIdentities(context);
    if (!identities) return [];
    const { table, kinds, textAt, rowsOfKind } = identities;
    return [
      {
        kind: "rows",
        table,
        candidates: () => rowsOfKind(IDENTITY_OLD),
        look: (row, report) => {
          if (kinds[row] !== IDENTITY_OLD) return;
          report({ table: table.name, row, header: IDENTITY_HEADER, params: { text: textAt(row) } });
        },
      },
    ];
  },
};
