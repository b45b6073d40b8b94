/** The fourth digit of a CCCD (even for men, odd for women) and the gender typed beside it differ. */
import { byValue } from "../textColumn";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import { IDENTITY_FULL, IDENTITY_HEADER, readIdentities } from "./identities";

type Params = { text: string; inNumber: string; typed: string };

export const genderMismatch: Rule<"identity/gender-mismatch", Params> = {
  code: "identity/gender-mismatch",
  severity: "warning",
  source: { text: "Thông tư 07/2016/TT-BCA", confidence: "secondary" },
  reads: [{ table: "tblHo", headers: [IDENTITY_HEADER, "Giới tính"] }],
  example: {
    fails: { rows: { tblHo: [{ "Số CCCD": "019085012345", "Giới tính": "Nữ" }] } },
    passes: {
      rows: {
        tblHo: [
          { "Số CCCD": "019185012345", "Giới tính": "Nữ" },
          { "Số CCCD": "001204012345", "Giới tính": "nam" },
        ],
      },
    },
  },
  checks: (context) => {
    const identities = readIdentities(context);
    if (!identities?.table.has("Giới tính")) return [];
    const { table, kinds, fronts, digitsAt } = identities;
    const genders = table.texts("Giới tính");
    const parityAt = byValue(genders, (key) => (key === "nam" ? 0 : key === "nữ" ? 1 : -1), -1);
    const genderInNumber = (row: number): number => ((fronts[row]! / 100) | 0) & 1;
    const differs = (row: number): boolean => {
      if (kinds[row] !== IDENTITY_FULL) return false;
      const typed = parityAt(row);
      return typed >= 0 && typed !== genderInNumber(row);
    };
    return [
      {
        kind: "rows",
        table,
        candidates: () => rowsWhere(table, differs),
        look: (row, report) => {
          if (!differs(row)) return;
          const params = {
            text: digitsAt(row),
            inNumber: genderInNumber(row) === 0 ? "Nam" : "Nữ",
            typed: genders.labelAt(row),
          };
          report({ table: table.name, row, header: IDENTITY_HEADER, params });
        },
      },
    ];
  },
};
