/** One CCCD stands with the names of two different persons. */
import type { Rule } from "../rule";
import { NAME_HEADER, readHouseholds } from "./households";

type Params = { text: string; name: string; otherName: string; otherRow: number };

const person = (name: string) => ({ [NAME_HEADER]: name, "Số CCCD": "019085012345" });

export const duplicateId: Rule<"household/duplicate-id", Params> = {
  code: "household/duplicate-id",
  severity: "error",
  source: { text: "Thông tư 07/2016/TT-BCA", confidence: "secondary" },
  reads: [{ table: "tblHo", headers: [NAME_HEADER, "Số CCCD"] }],
  example: {
    fails: { rows: { tblHo: [person("Nông Văn Thành"), person("Triệu Thị Mùi")] } },
    passes: {
      rows: { tblHo: [person("Nông Văn Thành"), person("Nông Văn Thanh"), person("NÔNG VĂN THÀNH")] },
    },
  },
  checks: (context) => {
    const households = readHouseholds(context);
    if (!households) return [];
    const { identities, byIdentity, personsIn } = households;
    const { table, digitsAt } = identities;
    return [
      {
        kind: "groups",
        groups: byIdentity,
        look: (_key, rows, report) => {
          const [first, ...others] = personsIn(rows).map((person) => person[0]!);
          for (const row of others) {
            // Names hardly repeat: they are read as a column of their own only where one is shown.
            const names = table.texts(NAME_HEADER);
            const params = {
              text: digitsAt(row),
              name: names.labelAt(row),
              otherName: names.labelAt(first!),
              otherRow: first!,
            };
            report({ table: table.name, row, header: "Số CCCD", params });
          }
        },
      },
    ];
  },
};
