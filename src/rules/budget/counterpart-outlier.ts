/** A project whose local share is far from the others': often an amount in the wrong row. */
import { CELL_READ } from "../cellState";
import { median } from "../median";
import type { Rule } from "../rule";

/** Fractions: the project's ratio and the median of the others'. */
type Params = { ratio: number; median: number };

/** With fewer others there is no usual ratio to be far from. */
const FEWEST_OTHERS = 2;

export const counterpartOutlier: Rule<"budget/counterpart-outlier", Params> = {
  code: "budget/counterpart-outlier",
  severity: "info",
  source: null,
  reads: [{ table: "tblDuAn", headers: ["NSTW", "NSĐP"] }],
  example: {
    fails: {
      rows: {
        tblDuAn: [
          { Mã: "DA1", NSTW: 626, NSĐP: 94 },
          { Mã: "DA4", NSTW: 7459.2, NSĐP: 2045 },
          { Mã: "DA5", NSTW: 1293, NSĐP: 194 },
          { Mã: "DA6", NSTW: 57.3, NSĐP: 8.7 },
        ],
      },
    },
    passes: {
      rows: {
        tblDuAn: [
          { Mã: "DA1", NSTW: 626, NSĐP: 94 },
          { Mã: "DA5", NSTW: 1293, NSĐP: 194 },
          { Mã: "DA6", NSTW: 57.3, NSĐP: 8.7 },
        ],
      },
    },
  },
  checks: (context) => {
    const table = context.tableWith("tblDuAn", ["NSTW", "NSĐP"]);
    if (!table) return [];
    const central = table.numbers("NSTW");
    const local = table.numbers("NSĐP");
    const hasRatio = (row: number): boolean =>
      central.states[row] === CELL_READ && local.states[row] === CELL_READ && central.values[row]! > 0;
    return [
      {
        kind: "whole",
        look: (report) => {
          const rows = table.rows.filter(hasRatio);
          const ratios = rows.map((row) => local.values[row]! / central.values[row]!);
          if (rows.length <= FEWEST_OTHERS) return;
          rows.forEach((row, index) => {
            const ratio = ratios[index]!;
            const usual = median(ratios.filter((_ratio, other) => other !== index));
            if (usual <= 0 || (ratio < 1.5 * usual && 3 * ratio > 2 * usual)) return;
            report({ table: table.name, row, header: "NSĐP", params: { ratio, median: usual } });
          });
        },
      },
    ];
  },
};
