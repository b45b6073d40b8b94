/** A total that differs from the sum of its parts by no more than rounding. */
import type { Rule } from "../rule";
import { splitHeaders, splitReader, splitTables, tablesWithSplits, type Split } from "./splits";

export const splitRounding: Rule<"budget/split-rounding", Split> = {
  code: "budget/split-rounding",
  severity: "info",
  source: null,
  reads: splitTables.map((table) => ({ table, headers: splitHeaders })),
  example: {
    fails: { rows: { tblDuAn: [{ Mã: "DA4", "Tổng vốn": 9504.3, NSTW: 7459.2, NSĐP: 2045 }] } },
    passes: { rows: { tblDuAn: [{ Mã: "DA4", "Tổng vốn": 9504.2, NSTW: 7459.2, NSĐP: 2045 }] } },
  },
  checks: (context) =>
    tablesWithSplits(context).map((table) => {
      const splitOf = splitReader(table);
      return {
        kind: "rows",
        table,
        look: (row, report) => {
          const split = splitOf(row);
          if (!split || split.difference === 0 || Math.abs(split.difference) > context.settings.tolerance)
            return;
          report({ table: table.name, row, header: "Tổng vốn", params: split });
        },
      };
    }),
};
