/** More advance recovered than was ever paid, for a project and source. */
import type { Rule } from "../rule";
import { readVouchers } from "./vouchers";

/** In đồng. */
type Params = { project: string; source: string; recovered: number; advanced: number; excess: number };

const voucher = (manner: string, amount: number) => ({
  Ngày: 45900,
  "Hình thức": manner,
  "Mã dự án": "DA1",
  Nguồn: "NSTW",
  "Số tiền": amount,
});

export const recoveryExceedsAdvance: Rule<"disbursement/recovery-exceeds-advance", Params> = {
  code: "disbursement/recovery-exceeds-advance",
  severity: "error",
  source: null,
  reads: [{ table: "tblGiaiNgan", headers: ["Ngày", "Hình thức", "Mã dự án", "Nguồn", "Số tiền"] }],
  example: {
    fails: { rows: { tblGiaiNgan: [voucher("Tạm ứng", 100000000), voucher("Thu hồi tạm ứng", 120000000)] } },
    passes: {
      rows: { tblGiaiNgan: [voucher("Tạm ứng", 100000000), voucher("Thu hồi tạm ứng", -100000000)] },
    },
  },
  checks: (context) => {
    const vouchers = readVouchers(context);
    if (!vouchers) return [];
    const { table, manner, amount, last } = vouchers;
    return [
      {
        kind: "groups",
        groups: context.groupsBy(table, ["Mã dự án", "Nguồn"]),
        look: (_key, rows, report) => {
          const total = (chosen: readonly number[]) => chosen.reduce((sum, row) => sum + amount(row), 0);
          const recoveries = rows.filter((row) => manner(row) === "recovery");
          const recovered = total(recoveries);
          const advanced = total(rows.filter((row) => manner(row) === "advance"));
          if (recovered <= advanced) return;
          const row = last(recoveries);
          const project = table.texts("Mã dự án").labelAt(row);
          const source = table.texts("Nguồn").labelAt(row);
          const params = { project, source, recovered, advanced, excess: recovered - advanced };
          report({ table: table.name, row, header: "Số tiền", params });
        },
      },
    ];
  },
};
