/** The year of birth in a CCCD (fifth and sixth digit, century by the fourth) and the typed one differ. */
import { CELL_READ } from "../cellState";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
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
    const { table, kinds, fronts, digitsAt } = identities;
    const { states, values } = table.dates("Ngày sinh");
    const differs = (row: number): boolean =>
      kinds[row] === IDENTITY_FULL &&
      states[row] === CELL_READ &&
      birthYear(fronts[row]!) !== yearOf(values[row]!);
    return [
      {
        kind: "rows",
        table,
        candidates: () => rowsWhere(table, differs),
        look: (row, report) => {
          if (!differs(row)) return;
          const typed = yearOf(values[row]!);
          const params = { text: digitsAt(row), inNumber: birthYear(fronts[row]!), typed };
          report({ table: table.name, row, header: IDENTITY_HEADER, params });
        },
      },
    ];
  },
};

/** From the first six digits: centuries are told by the fourth. */
function birthYear(front: number): number {
  const digits = front % 1000;
  return 1900 + (((digits / 100) | 0) >> 1) * 100 + (digits % 100);
}
