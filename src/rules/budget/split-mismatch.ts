/** A total that is not the sum of its parts, beyond what rounding explains. */
import type { Rule } from "../rule";
import { splitHeaders, splitReader, splitTables, tablesWithSplits, type Split } from "./splits";

export const splitMismatch: Rule<"budget/split-mismatch", Split> = {
  code: "budget/split-mismatch",
  severity: "error",
  source: null,
  reads: splitTables.map((table) => ({ table, headers: splitHeaders })),
  example: {
    fails: { rows: { tblDuAn: [{ Mã: "DA4", "Tổng vốn": 9504.2, NSTW: 7459.2, NSĐP: 2000 }] } },
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
          if (!split || Math.abs(split.difference) <= context.settings.tolerance) return;
          report({ table: table.name, row, header: "Tổng vốn", params: split });
        },
      };
    }),
};
