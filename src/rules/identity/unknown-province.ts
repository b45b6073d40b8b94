/** The first three digits of a CCCD stand in no list we have read; numbers given after July 2025 may have new ones. */
import { identityProvince } from "../../domain";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import { IDENTITY_FULL, IDENTITY_HEADER, readIdentities } from "./identities";

export const unknownProvince: Rule<"identity/unknown-province", { text: string; code: string }> = {
  code: "identity/unknown-province",
  severity: "info",
  source: { text: "Thông tư 07/2016/TT-BCA", confidence: "secondary" },
  reads: [{ table: "tblHo", headers: [IDENTITY_HEADER] }],
  example: {
    fails: { rows: { tblHo: [{ "Số CCCD": "099085012345" }] } },
    passes: { rows: { tblHo: [{ "Số CCCD": "019085012345" }, { "Số CCCD": "001185012345" }] } },
  },
  checks: (context) => {
    const identities = readIdentities(context);
    if (!identities) return [];
    const { table, kinds, fronts, digitsAt } = identities;
    const provinces = context.programme.cccdProvinceCodes.codes;
    /** By the number of the first three digits. */
    const isKnown = new Uint8Array(1000);
    for (let code = 0; code < isKnown.length; code += 1) {
      if (identityProvince(String(code).padStart(3, "0"), provinces) !== undefined) isKnown[code] = 1;
    }
    const isUnknown = (row: number): boolean =>
      kinds[row] === IDENTITY_FULL && isKnown[(fronts[row]! / 1000) | 0] === 0;
    return [
      {
        kind: "rows",
        table,
        candidates: () => rowsWhere(table, isUnknown),
        look: (row, report) => {
          if (!isUnknown(row)) return;
          const text = digitsAt(row);
          report({
            table: table.name,
            row,
            header: IDENTITY_HEADER,
            params: { text, code: text.slice(0, 3) },
          });
        },
      },
    ];
  },
};
