/** One person's rows (one CCCD) differ in poverty status, village, ethnic group or birth date. */
import { formatVietnameseDate } from "../../domain";
import { CELL_READ } from "../cellState";
import type { CheckedTable } from "../checkedTable";
import { dayOf, monthOf, yearOf } from "../dateColumn";
import type { Report, Rule } from "../rule";
import { NAME_HEADER, readHouseholds } from "./households";
import { ethnicNames } from "./supports";

type Params = { name: string; value: string; otherValue: string; otherRow: number };

const compared = ["Ngày sinh", "Dân tộc", "Thôn xóm", "Diện hộ"] as const;
const person = (status: string, birth: string | number = "08/08/1985") => ({
  [NAME_HEADER]: "Nông Văn Thành",
  "Số CCCD": "019085012345",
  "Diện hộ": status,
  "Ngày sinh": birth,
});

export const inconsistent: Rule<"household/inconsistent", Params> = {
  code: "household/inconsistent",
  severity: "warning",
  source: null,
  reads: [{ table: "tblHo", headers: [NAME_HEADER, "Số CCCD", ...compared] }],
  example: {
    fails: { rows: { tblHo: [person("Hộ nghèo"), person("Hộ cận nghèo")] } },
    passes: { rows: { tblHo: [person("Hộ nghèo"), person("hộ nghèo", 1985), person("")] } },
  },
  checks: (context) => {
    const households = readHouseholds(context);
    if (!households) return [];
    const { byIdentity, personsIn } = households;
    const { table } = byIdentity;
    const readers = compared
      .filter((header) => table.has(header))
      .map((header) => ({ header, read: reader(table, header) }));
    return [
      {
        kind: "groups",
        groups: byIdentity,
        look: (_key, rows, report) => {
          // Another person's row is a wrong number, not an inconsistency.
          const own = personsIn(rows)[0]!;
          for (const { header, read } of readers) compare(own, header, read, table, report);
        },
      },
    ];
  },
};

/** A row's value for comparing, and as people write it; null where there is none. */
type Read = (row: number) => { readonly key: string; readonly label: string } | null;

function reader(table: CheckedTable, header: (typeof compared)[number]): Read {
  if (header === "Ngày sinh") {
    const births = table.dates(header);
    return (row) => {
      const birth = births.values[row]!;
      if (births.states[row] !== CELL_READ) return null;
      const [year, month, day] = [yearOf(birth), monthOf(birth), dayOf(birth)];
      return {
        key: String(birth),
        label: day === 0 ? String(year) : formatVietnameseDate({ year, month, day }),
      };
    };
  }
  const texts = table.texts(header);
  const ethnicGroupAt = header === "Dân tộc" ? ethnicNames(table) : () => null;
  return (row) =>
    texts.codes[row]! < 0 ? null : { key: ethnicGroupAt(row) ?? texts.keyAt(row), label: texts.labelAt(row) };
}

/** Once for each other value, on its first row. */
function compare(
  rows: readonly number[],
  header: string,
  read: Read,
  table: CheckedTable,
  report: Report<Params>,
): void {
  const first = rows.find((row) => read(row) !== null);
  if (first === undefined) return;
  const usual = read(first)!;
  const told = new Set([usual.key]);
  for (const row of rows) {
    const value = read(row);
    if (value === null || told.has(value.key) || (header === "Ngày sinh" && agree(value.key, usual.key)))
      continue;
    told.add(value.key);
    const name = table.texts(NAME_HEADER).labelAt(row);
    const params = { name, value: value.label, otherValue: usual.label, otherRow: first };
    report({ table: table.name, row, header, params });
  }
}

/** Birth dates of which one is only a year, and the same year. */
function agree(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  return (dayOf(x) === 0 || dayOf(y) === 0) && yearOf(x) === yearOf(y);
}
