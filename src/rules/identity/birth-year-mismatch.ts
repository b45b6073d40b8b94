/** The year of birth in a CCCD (fifth and sixth digit, century by the fourth) and the typed one differ. */
import { CELL_READ } from "../cellState";
import type { Rule } from "../rule";
import { yearOf } from "../dateColumn";
import { IDENTITY_FULL, IDENTITY_HEADER, readIdentities } from "./identities";

type Params = { text: string; inNumber: number; typed: number };

export const birthYearMismatch: Rule<"identity/birth-year-mismatch", Params> = {
  code: "identity/birth-year-mismatch",
  severity: "warning",
  source: { text: "Thông tư 07/2016/TT-BCA", confidence: "secondary" },
  reads: [{ table: "tblHo", headers: [IDENTITY_HEADER, "Ngày sinh"] }],
  example: {
    fails: { rows: { tblHo: [{ "Số CCCD": "019085012345", "Ngày sinh": 1986 }] } },
    passes: {
      rows: {
        tblHo: [
          { "Số CCCD": "019085012345", "Ngày sinh": 1985 },
          { "Số CCCD": "001204012345", "Ngày sinh": "05/06/2004" },
        ],
      },
    },
  },
  checks: (context) => {
    const identities = readIdentities(context);
    if (!identities?.table.has("Ngày sinh")) return [];
    const { table, kinds, digits } = identities;
    const births = table.dates("Ngày sinh");
    return [
      {
        kind: "rows",
        table,
        look: (row, report) => {
          if (kinds[row] !== IDENTITY_FULL || births.states[row] !== CELL_READ) return;
          const text = digits[row]!;
          const inNumber = birthYear(text);
          const typed = yearOf(births.values[row]!);
          if (inNumber !== typed)
            report({ table: table.name, row, header: IDENTITY_HEADER, params: { text, inNumber, typed } });
        },
      },
    ];
  },
};

function birthYear(digits: string): number {
  const digit = (at: number): number => digits.charCodeAt(at) - 48;
  return 1900 + (digit(3) >> 1) * 100 + digit(4) * 10 + digit(5);
}
