/** The year of birth in a CCCD (fifth and sixth digit, century by the fourth) and the typed one differ. */
import { CELL_READ } from "../cellState";
import type { Rule } from "../rule";
import { yearOf } from "../dateColumn";
import { firstSix, IDENTITY_FULL, IDENTITY_HEADER, readIdentities } from "./identities";

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
    const { table, kinds, digits, numbers } = identities;
    const births = table.dates("Ngày sinh");
    const differs = (row: number): boolean =>
      kinds[row] === IDENTITY_FULL &&
      births.states[row] === CELL_READ &&
      birthYear(numbers[row]!) !== yearOf(births.values[row]!);
    return [
      {
        kind: "rows",
        table,
        candidates: () => table.rows.filter(differs),
        look: (row, report) => {
          if (!differs(row)) return;
          const typed = yearOf(births.values[row]!);
          const params = { text: digits[row]!, inNumber: birthYear(numbers[row]!), typed };
          report({ table: table.name, row, header: IDENTITY_HEADER, params });
        },
      },
    ];
  },
};

function birthYear(number: number): number {
  const digits = firstSix(number) % 1000;
  return 1900 + (Math.floor(digits / 100) >> 1) * 100 + (digits % 100);
}
