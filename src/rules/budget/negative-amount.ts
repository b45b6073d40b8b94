/** An amount below zero where only money given or planned can stand; corrections and money returned may be negative. */
import type { CheckedTable } from "../checkedTable";
import { isMoneyColumn } from "../columnKinds";
import type { Rule, RowCheck } from "../rule";
import { rowsWhere } from "../rowsWhere";

export const negativeAmount: Rule<"budget/negative-amount", { amount: number }> = {
  code: "budget/negative-amount",
  severity: "error",
  source: null,
  reads: ["tblDuAn", "tblNganSach", "tblCongTrinh", "tblGiaiNgan", "tblHo"].map((table) => ({
    table,
    headers: ["*"],
  })),
  example: {
    fails: {
      rows: {
        tblDuAn: [{ Mã: "DA1", "Vốn khác": -5 }],
        tblGiaiNgan: [{ "Hình thức": "Thanh toán", "Số tiền": -1000000 }],
      },
    },
    passes: {
      rows: {
        tblNganSach: [{ "Mã dự án": "DA1", "Loại giao": "Điều chỉnh", NSTW: -14 }],
        tblGiaiNgan: [{ "Hình thức": "Giảm chi", "Số tiền": -1000000 }],
      },
    },
  },
  checks: (context) =>
    context.tables.flatMap((table) => {
      const mayBeNegative = exceptions(table);
      return mayBeNegative === null ? [] : moneyChecks(table, mayBeNegative);
    }),
};

/** Which rows may hold negative amounts; null for a table the rule does not look at. */
function exceptions(table: CheckedTable): ((row: number) => boolean) | null {
  switch (table.name) {
    case "tblDuAn":
    case "tblCongTrinh":
    case "tblHo":
      return () => false;
    case "tblNganSach":
      return (row) => table.texts("Loại giao").keyAt(row) === "điều chỉnh";
    case "tblGiaiNgan":
      return (row) => ["thu hồi tạm ứng", "giảm chi"].includes(table.texts("Hình thức").keyAt(row));
    default:
      return null;
  }
}

function moneyChecks(
  table: CheckedTable,
  mayBeNegative: (row: number) => boolean,
): RowCheck<{ amount: number }>[] {
  return table.columns.filter(isMoneyColumn).map(({ header }) => {
    const { values, bounds } = table.numbers(header);
    return {
      kind: "rows",
      table,
      headers: [header, "Loại giao", "Hình thức"],
      candidates: () => (bounds().least < 0 ? rowsWhere(table, (row) => values[row]! < 0) : []),
      look: (row, report) => {
        if (values[row]! >= 0 || mayBeNegative(row)) return;
        report({ table: table.name, row, header, params: { amount: values[row]! } });
      },
    };
  });
}
