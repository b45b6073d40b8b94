/** A loan of the policy bank above its limit for the content. Only a limit that staff have confirmed makes it an error. */
import { CELL_READ } from "../cellState";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import { againstNorm, readNorms, type AgainstNorm } from "./norms";

const LOAN_HEADER = "Vay NHCSXH";
const rows = {
  tblThamSo: [{ "Tham số": "Ngày kế hoạch", "Giá trị": "08/08/2025" }],
  tblDinhMuc: [
    { "Nội dung hỗ trợ": "Đất ở", Khoản: "Vay", Kiểu: "tối đa", Mức: 50000000, "Độ tin cậy": "đã xác minh" },
  ],
};
const household = (loan: number) => ({ "Mã dự án": "DA1", "Nội dung hỗ trợ": "Đất ở", [LOAN_HEADER]: loan });

export const loanOverLimit: Rule<"household/loan-over-limit", AgainstNorm> = {
  code: "household/loan-over-limit",
  severity: "error",
  source: { text: "Nghị định 28/2022/NĐ-CP (tblDinhMuc)", confidence: "secondary" },
  reads: [
    { table: "tblNoiDung", headers: ["Mã dự án", "Tên ngắn", "Nhóm hỗ trợ"], across: true },
    { table: "tblDuAn", headers: ["Mã", "Mã chương trình"], across: true },
    { table: "tblHo", headers: ["Mã dự án", "Nội dung hỗ trợ", "Hình thức", "Ngày phê duyệt", LOAN_HEADER] },
    { table: "tblDinhMuc", headers: ["*"], across: true },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: { rows: { ...rows, tblHo: [household(60000000)] } },
    passes: { rows: { ...rows, tblHo: [household(50000000)] } },
  },
  checks: (context) => {
    const norms = readNorms(context);
    if (!norms?.supports.table.has(LOAN_HEADER)) return [];
    const { table } = norms.supports;
    const loans = table.numbers(LOAN_HEADER);
    const limitOf = norms.finder("Vay", "tối đa");
    return [
      {
        kind: "rows",
        table,
        candidates: () => (loans.bounds().most > 0 ? rowsWhere(table, (row) => loans.values[row]! > 0) : []),
        look: (row, report) => {
          if (loans.states[row] !== CELL_READ || loans.values[row]! <= 0) return;
          const found = limitOf(row);
          if (found === null || found === "needsForm" || loans.values[row]! <= found.amount) return;
          const params = againstNorm(norms, row, loans.values[row]!, found);
          report({
            table: table.name,
            row,
            header: LOAN_HEADER,
            params,
            severity: found.isVerified ? "error" : "warning",
          });
        },
      },
    ];
  },
};
