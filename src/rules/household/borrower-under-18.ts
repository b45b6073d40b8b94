/** A loan of the policy bank to somebody who is not yet 18 when the support is approved. */
import { CELL_READ } from "../cellState";
import { dayOf, isoOfKey, yearOf, type DayKey } from "../dateColumn";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import { readSupports } from "./supports";

/** ISO dates, the birth date perhaps only a year. */
type Params = { birth: string; approval: string };

const LOAN_HEADER = "Vay NHCSXH";
const ADULT = 18;
const parameters = [{ "Tham số": "Ngày kế hoạch", "Giá trị": "08/08/2025" }];
const household = (birth: string | number, loan: number | null = 50000000) => ({
  "Mã dự án": "DA1",
  "Nội dung hỗ trợ": "Đất ở",
  "Ngày sinh": birth,
  [LOAN_HEADER]: loan,
});

export const borrowerUnder18: Rule<"household/borrower-under-18", Params> = {
  code: "household/borrower-under-18",
  severity: "error",
  source: { text: "Nghị định 28/2022/NĐ-CP", confidence: "secondary" },
  reads: [
    { table: "tblHo", headers: ["Ngày sinh", LOAN_HEADER, "Ngày phê duyệt"] },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: { rows: { tblThamSo: parameters, tblHo: [household("09/08/2007"), household(2010)] } },
    passes: {
      rows: {
        tblThamSo: parameters,
        tblHo: [household("08/08/2007"), household(2007), household(2010, null)],
      },
    },
  },
  checks: (context) => {
    const supports = readSupports(context);
    if (!supports?.table.has(LOAN_HEADER) || !supports.table.has("Ngày sinh")) return [];
    const { table, approvalAt } = supports;
    const loans = table.numbers(LOAN_HEADER);
    const births = table.dates("Ngày sinh");
    return [
      {
        kind: "rows",
        table,
        candidates: () => (loans.bounds().most > 0 ? rowsWhere(table, (row) => loans.values[row]! > 0) : []),
        look: (row, report) => {
          if (loans.values[row]! <= 0 || births.states[row] !== CELL_READ) return;
          const approval = approvalAt(row);
          const birth = births.values[row]!;
          if (approval === null || !isSurelyUnder(ADULT, birth, approval)) return;
          const params = { birth: isoOfKey(birth), approval: isoOfKey(approval) };
          report({ table: table.name, row, header: LOAN_HEADER, params });
        },
      },
    ];
  },
};

/** Where only the year of birth is known, somebody who may have had the birthday counts as having had it. */
function isSurelyUnder(age: number, birth: DayKey, on: DayKey): boolean {
  return dayOf(birth) === 0 ? yearOf(on) - yearOf(birth) < age : on - birth < age * 10000;
}
