/** A voucher outside the time in which its money may be paid: this year's until the payment deadline, carried-over money until its own. */
import { CELL_READ } from "../cellState";
import { dayKey, dayOf, isoOfKey } from "../dateColumn";
import type { Rule } from "../rule";

/** ISO dates; `from` is null where only the end counts. */
type Params = { date: string; year: string; from: string | null; to: string };

const parameters = [
  { "Tham số": "Năm kế hoạch", "Giá trị": 2025 },
  { "Tham số": "Hạn thanh toán", "Giá trị": "31/01/2026" },
  { "Tham số": "Hạn vốn kéo dài", "Giá trị": "31/12/2025" },
];

export const outsidePeriod: Rule<"disbursement/outside-period", Params> = {
  code: "disbursement/outside-period",
  severity: "warning",
  source: { text: "Luật Ngân sách nhà nước, Luật Đầu tư công", confidence: "unverified" },
  reads: [
    { table: "tblGiaiNgan", headers: ["Ngày", "Năm vốn"] },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: {
      rows: {
        tblThamSo: parameters,
        // 31/12/2024; 02/02/2026; 05/01/2026.
        tblGiaiNgan: [
          { Ngày: 45657, "Năm vốn": "Năm nay" },
          { Ngày: 46055, "Năm vốn": "Năm nay" },
          { Ngày: 46027, "Năm vốn": "Kéo dài" },
        ],
      },
    },
    passes: {
      rows: {
        tblThamSo: parameters,
        // 01/01/2025; 31/01/2026; 31/12/2025.
        tblGiaiNgan: [
          { Ngày: 45658, "Năm vốn": "Năm nay" },
          { Ngày: 46053, "Năm vốn": "Năm nay" },
          { Ngày: 46022, "Năm vốn": "Kéo dài" },
        ],
      },
    },
  },
  checks: (context) => {
    const table = context.tableWith("tblGiaiNgan", ["Ngày", "Năm vốn"]);
    const { planYear, paymentDeadline, carryOverDeadline } = context.settings;
    if (!table || planYear === null) return [];
    const dates = table.dates("Ngày");
    const years = table.texts("Năm vốn");
    const start = dayKey(planYear, 1, 1);
    return [
      {
        kind: "rows",
        table,
        look: (row, report) => {
          const date = dates.values[row]!;
          if (dates.states[row] !== CELL_READ || dayOf(date) === 0) return;
          const isThisYear = years.keyAt(row) === "năm nay";
          const end = isThisYear
            ? paymentDeadline
            : years.keyAt(row) === "kéo dài"
              ? carryOverDeadline
              : null;
          if (end === null || (date <= end && (!isThisYear || date >= start))) return;
          const params = {
            date: isoOfKey(date),
            year: years.labelAt(row),
            from: isThisYear ? isoOfKey(start) : null,
            to: isoOfKey(end),
          };
          report({ table: table.name, row, header: "Ngày", params });
        },
      },
    ];
  },
};
