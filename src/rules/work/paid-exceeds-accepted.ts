/** More paid for a work (advances apart) than was accepted; nothing is said while nobody has entered what was accepted. */
import { CELL_READ } from "../cellState";
import { readVouchers, type Vouchers } from "../disbursement/vouchers";
import type { Rule } from "../rule";
import { readableSum } from "../sums";

/** In đồng. */
type Params = { work: string; paid: number; accepted: number; excess: number };

const payment = (manner: string, amount: number) => ({
  Ngày: 45900,
  "Hình thức": manner,
  "Mã dự án": "DA4",
  Nguồn: "NSTW",
  "Số tiền": amount,
  "Mã công trình": "CT01",
});

export const paidExceedsAccepted: Rule<"work/paid-exceeds-accepted", Params> = {
  code: "work/paid-exceeds-accepted",
  severity: "warning",
  source: { text: "Nghị định 99/2021/NĐ-CP", confidence: "unverified" },
  reads: [
    { table: "tblCongTrinh", headers: ["Mã công trình", "Khối lượng nghiệm thu"] },
    { table: "tblGiaiNgan", headers: ["Mã công trình", "Hình thức", "Số tiền"], across: true },
  ],
  example: {
    fails: {
      rows: {
        tblCongTrinh: [{ "Mã công trình": "CT01", "Khối lượng nghiệm thu": 300 }],
        tblGiaiNgan: [payment("Thanh toán", 310000000)],
      },
    },
    passes: {
      rows: {
        tblCongTrinh: [
          { "Mã công trình": "CT01", "Khối lượng nghiệm thu": 300 },
          { "Mã công trình": "CT02" },
        ],
        tblGiaiNgan: [
          payment("Tạm ứng", 100000000),
          payment("Thanh toán", 310000000),
          payment("Giảm chi", 10000000),
        ],
      },
    },
  },
  checks: (context) => {
    const table = context.tableWith("tblCongTrinh", ["Mã công trình", "Khối lượng nghiệm thu"]);
    const vouchers = readVouchers(context);
    if (!table || !vouchers?.table.has("Mã công trình")) return [];
    const codes = table.texts("Mã công trình");
    const accepted = table.numbers("Khối lượng nghiệm thu");
    const byWork = context.groupsBy(vouchers.table, ["Mã công trình"]).byKey;
    return [
      {
        kind: "groups",
        groups: context.groupsBy(table, ["Mã công trình"]),
        look: (key, rows, report) => {
          const known = rows.filter((row) => accepted.states[row] === CELL_READ);
          const row = known.at(-1);
          if (row === undefined) return;
          const paid = paidWithoutAdvances(vouchers, byWork.get(key) ?? []);
          const total = readableSum(accepted, known);
          if (paid <= total) return;
          const params = { work: codes.labelAt(row), paid, accepted: total, excess: paid - total };
          report({ table: table.name, row, header: "Khối lượng nghiệm thu", params });
        },
      },
    ];
  },
};

function paidWithoutAdvances(vouchers: Vouchers, rows: readonly number[]): number {
  return rows.reduce((sum, row) => {
    const manner = vouchers.manner(row);
    if (manner === "payment") return sum + vouchers.amount(row);
    return manner === "reduction" ? sum - vouchers.amount(row) : sum;
  }, 0);
}
