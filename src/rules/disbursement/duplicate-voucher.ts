/**
 * One payment entered twice: same number, date, project, content, source, recipient and amount, and nothing else that
 * tells the two apart. Payments to nobody named are one only where their notes agree too; a placeholder is no number.
 */
import { isPlaceholder } from "../../domain";
import type { CheckedTable } from "../checkedTable";
import { CELL_READ } from "../cellState";
import type { Rule } from "../rule";

/** The amount in đồng. */
type Params = { number: string; amount: number; otherRow: number };

const voucher = (more: Record<string, string | number>) => ({
  Ngày: 45900,
  "Số chứng từ": "UNC 15",
  "Hình thức": "Thanh toán",
  "Mã dự án": "DA1",
  "Nội dung": "Nhà ở",
  Nguồn: "NSTW",
  "Số tiền": 40000000,
  "Đơn vị nhận": "Nông Văn Thành",
  ...more,
});

export const duplicateVoucher: Rule<"disbursement/duplicate-voucher", Params> = {
  code: "disbursement/duplicate-voucher",
  severity: "warning",
  source: null,
  reads: [{ table: "tblGiaiNgan", headers: ["*"] }],
  example: {
    fails: { rows: { tblGiaiNgan: [voucher({}), voucher({})] } },
    passes: {
      rows: {
        tblGiaiNgan: [
          voucher({}),
          voucher({ "Đơn vị nhận": "Triệu Thị Mùi" }),
          voucher({ "Hình thức": "Thu hồi tạm ứng" }),
          voucher({ "Số chứng từ": "chưa có" }),
          voucher({ "Số chứng từ": "chưa có" }),
        ],
      },
    },
  },
  checks: (context) => {
    const table = context.tableWith("tblGiaiNgan", ["Ngày", "Số chứng từ", "Mã dự án", "Nguồn", "Số tiền"]);
    if (!table) return [];
    const numbers = table.texts("Số chứng từ");
    const amounts = table.numbers("Số tiền");
    const keyOf = paymentKey(table);
    return [
      {
        kind: "groups",
        groups: context.groupsBy(table, ["Số chứng từ"]),
        look: (_key, rows, report) => {
          if (rows.length < 2 || isPlaceholder(numbers.labelAt(rows[0]!))) return;
          const first = new Map<string, number>();
          for (const row of rows) {
            const key = keyOf(row);
            if (key === null) continue;
            const earlier = first.get(key);
            if (earlier === undefined) {
              first.set(key, row);
              continue;
            }
            const params = {
              number: numbers.labelAt(row),
              amount: amounts.values[row]!,
              otherRow: earlier,
            };
            report({ table: table.name, row, header: "Số chứng từ", params });
          }
        },
      },
    ];
  },
};

const compared = [
  "Hình thức",
  "Mã dự án",
  "Nội dung",
  "Loại vốn",
  "Năm vốn",
  "Nguồn",
  "Mã công trình",
  "Đơn vị nhận",
];

/** What must agree beside the number; null for a row that cannot be compared. */
function paymentKey(table: CheckedTable): (row: number) => string | null {
  const dates = table.dates("Ngày");
  const amounts = table.numbers("Số tiền");
  const texts = compared.map((header) => table.texts(header));
  const recipients = table.texts("Đơn vị nhận");
  const notes = table.texts("Ghi chú");
  return (row) => {
    if (dates.states[row] !== CELL_READ || amounts.states[row] !== CELL_READ) return null;
    const recipient = recipients.keyAt(row);
    if (isPlaceholder(recipient)) return null;
    const who = recipient === "" ? notes.keyAt(row) : "";
    return [dates.values[row], amounts.values[row], who, ...texts.map((column) => column.keyAt(row))].join(
      "\n",
    );
  };
}
