/** Less local money beside the centre's than the ratio that staff set for their province. */
import { CELL_READ } from "../cellState";
import type { Rule } from "../rule";

/** Amounts in đồng; `ratio` is a fraction. */
type Params = { local: number; minimum: number; shortage: number; ratio: number };

export const counterpartBelowMinimum: Rule<"budget/counterpart-below-minimum", Params> = {
  code: "budget/counterpart-below-minimum",
  severity: "warning",
  source: { text: "Quyết định 39/2021/QĐ-TTg, Điều 6", confidence: "unverified" },
  reads: [
    { table: "tblDuAn", headers: ["NSTW", "NSĐP"] },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: {
      rows: {
        tblThamSo: [{ "Tham số": "Tỷ lệ đối ứng tối thiểu", "Giá trị": 0.15 }],
        tblDuAn: [{ Mã: "DA1", NSTW: 626, NSĐP: 60 }],
      },
    },
    passes: {
      rows: {
        tblThamSo: [{ "Tham số": "Tỷ lệ đối ứng tối thiểu", "Giá trị": 0.15 }],
        tblDuAn: [{ Mã: "DA5.TDA1", NSTW: 1293, NSĐP: 193.9 }],
      },
    },
  },
  checks: (context) => {
    const table = context.tableWith("tblDuAn", ["NSTW", "NSĐP"]);
    const ratio = context.settings.counterpartRatio;
    if (!table || ratio === null) return [];
    const central = table.numbers("NSTW");
    const local = table.numbers("NSĐP");
    return [
      {
        kind: "rows",
        table,
        look: (row, report) => {
          if (central.states[row] !== CELL_READ || local.states[row] !== CELL_READ) return;
          const minimum = Math.round(ratio * central.values[row]!);
          const shortage = minimum - local.values[row]!;
          if (shortage <= context.settings.tolerance) return;
          const params = { local: local.values[row]!, minimum, shortage, ratio };
          report({ table: table.name, row, header: "NSĐP", params });
        },
      },
    ];
  },
};
