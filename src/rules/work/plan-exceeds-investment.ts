/** A work is planned to get more than its approved total investment; a work may stand in several rows. */
import { CELL_READ } from "../cellState";
import type { Rule } from "../rule";
import { readableSum } from "../sums";

/** In đồng. */
type Params = { work: string; planned: number; investment: number; excess: number };

export const planExceedsInvestment: Rule<"work/plan-exceeds-investment", Params> = {
  code: "work/plan-exceeds-investment",
  severity: "error",
  source: null,
  reads: [{ table: "tblCongTrinh", headers: ["Mã công trình", "Tổng mức đầu tư", "Kế hoạch vốn năm"] }],
  example: {
    fails: {
      rows: { tblCongTrinh: [{ "Mã công trình": "CT01", "Tổng mức đầu tư": 950, "Kế hoạch vốn năm": 1000 }] },
    },
    passes: {
      rows: {
        tblCongTrinh: [
          { "Mã công trình": "CT01", "Tổng mức đầu tư": 1000, "Kế hoạch vốn năm": 1000 },
          { "Mã công trình": "CT02", "Tổng mức đầu tư": 1000 },
        ],
      },
    },
  },
  checks: (context) => {
    const table = context.tableWith("tblCongTrinh", ["Mã công trình", "Tổng mức đầu tư", "Kế hoạch vốn năm"]);
    if (!table) return [];
    const investments = table.numbers("Tổng mức đầu tư");
    const plans = table.numbers("Kế hoạch vốn năm");
    return [
      {
        kind: "groups",
        groups: context.groupsBy(table, ["Mã công trình"]),
        look: (_key, rows, report) => {
          const known = rows.filter((row) => investments.states[row] === CELL_READ);
          const investment = Math.max(...known.map((row) => investments.values[row]!));
          const planned = readableSum(plans, rows);
          if (known.length === 0 || planned <= investment) return;
          const row = rows.filter((one) => plans.values[one]! > 0).at(-1) ?? rows[0]!;
          const work = table.texts("Mã công trình").labelAt(row);
          const params = { work, planned, investment, excess: planned - investment };
          report({ table: table.name, row, header: "Kế hoạch vốn năm", params });
        },
      },
    ];
  },
};
