/** A CCCD of 10 or 11 digits: its leading zeros went when the cell became a number. */
import type { Rule } from "../rule";
import { IDENTITY_HEADER, IDENTITY_LOST_ZEROS, readIdentities } from "./identities";

/** `padded` is null where the zeros give no province that is known. */
type Params = { text: string; padded: string | null };

export const lostLeadingZero: Rule<"identity/lost-leading-zero", Params> = {
  code: "identity/lost-leading-zero",
  severity: "error",
  source: { text: "Thông tư 07/2016/TT-BCA", confidence: "secondary" },
  reads: [{ table: "tblHo", headers: [IDENTITY_HEADER] }],
  example: {
    fails: { rows: { tblHo: [{ "Số CCCD": 19085012345 }] } },
    passes: { rows: { tblHo: [{ "Số CCCD": "019085012345" }, { "Số CCCD": "123456789" }] } },
  },
  checks: (context) => {
    const identities = readIdentities(context);
    if (!identities) return [];
    const { table, kinds, digitsAt, textAt, rowsOfKind } = identities;
    return [
      {
        kind: "rows",
        table,
        candidates: () => rowsOfKind(IDENTITY_LOST_ZEROS),
        look: (row, report) => {
          if (kinds[row] !== IDENTITY_LOST_ZEROS) return;
          const padded = digitsAt(row) || null;
          report({
            table: table.name,
            row,
            header: IDENTITY_HEADER,
            params: { text: textAt(row), padded },
            fix: padded === null ? null : { value: padded },
          });
        },
      },
    ];
  },
};
