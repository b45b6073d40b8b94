/** Two persons with near-equal names and birth dates under two CCCD numbers: perhaps one, listed twice. */
import { CELL_READ } from "../cellState";
import { isoOfKey } from "../dateColumn";
import type { Rule } from "../rule";
import { BIRTH_SAME_YEAR } from "./birthSlips";
import { NAME_HEADER, readHouseholds } from "./households";

/** `likeness`: how the birth dates agree; `nameSlips`: letters or marks by which the names differ. */
type Params = {
  name: string;
  otherName: string;
  otherRow: number;
  nameSlips: number;
  likeness: "same" | "sameYear" | "slip";
  birth: string;
  otherBirth: string;
  sameHamlet: boolean;
};

const person = (name: string, birth: string | number, id: string) => ({
  [NAME_HEADER]: name,
  "Ngày sinh": birth,
  "Số CCCD": id,
  "Thôn xóm": "Làng Mười",
});

export const duplicatePerson: Rule<"household/duplicate-person", Params> = {
  code: "household/duplicate-person",
  severity: "warning",
  source: null,
  reads: [{ table: "tblHo", headers: [NAME_HEADER, "Ngày sinh", "Giới tính", "Số CCCD", "Thôn xóm"] }],
  example: {
    fails: {
      rows: {
        tblHo: [
          person("Nông Văn Thành", "08/08/1985", "019085012345"),
          person("Nông Văn Thanh", "08/03/1985", "019085067890"),
        ],
      },
    },
    passes: {
      rows: {
        tblHo: [
          person("Nông Văn Thành", "08/08/1985", "019085012345"),
          person("Nông Văn Thành", "21/03/1962", "019062012345"),
          person("Triệu Thị Mùi", "08/08/1985", "019185012345"),
        ],
      },
    },
  },
  checks: (context) => {
    const households = readHouseholds(context);
    if (!households?.identities.table.has("Ngày sinh")) return [];
    const { table } = households.identities;
    const names = table.texts(NAME_HEADER);
    const births = table.dates("Ngày sinh");
    const birthAt = (row: number): string =>
      births.states[row] === CELL_READ ? isoOfKey(births.values[row]!) : "";
    return [
      {
        kind: "rows",
        table,
        index: households,
        candidates: () => households.laterDoubles(),
        look: (row, report) => {
          for (const { otherRow, near } of households.doublesOf(row)) {
            const params = {
              name: names.labelAt(row),
              otherName: names.labelAt(otherRow),
              otherRow,
              nameSlips: near.slips,
              likeness: likenessOf(near.birth),
              birth: birthAt(row),
              otherBirth: birthAt(otherRow),
              sameHamlet: !near.otherHamlet,
            };
            report({ table: table.name, row, header: NAME_HEADER, params });
          }
        },
      },
    ];
  },
};

function likenessOf(birth: number): Params["likeness"] {
  return birth === 0 ? "same" : birth === BIRTH_SAME_YEAR ? "sameYear" : "slip";
}
