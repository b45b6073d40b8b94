/** Less local money than a `tối thiểu` norm asks for; an empty cell says that nothing was decided yet. */
import { CELL_READ } from "../cellState";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import { againstNorm, readNorms, type AgainstNorm } from "./norms";

const rows = {
  tblThamSo: [{ "Tham số": "Ngày kế hoạch", "Giá trị": "08/08/2025" }],
  tblDinhMuc: [{ "Nội dung hỗ trợ": "Nhà ở", Khoản: "NSĐP", Kiểu: "tối thiểu", Mức: 4000000 }],
};
const household = (local: number | null) => ({ "Mã dự án": "DA1", "Nội dung hỗ trợ": "Nhà ở", NSĐP: local });

export const underLocalMinimum: Rule<"household/under-local-minimum", AgainstNorm> = {
  code: "household/under-local-minimum",
  severity: "warning",
  source: { text: "Quyết định 04/2023/QĐ-TTg, Điều 4 (tblDinhMuc)", confidence: "secondary" },
  reads: [
    { table: "tblNoiDung", headers: ["Mã dự án", "Tên ngắn", "Nhóm hỗ trợ"], across: true },
    { table: "tblDuAn", headers: ["Mã", "Mã chương trình"], across: true },
    {
      table: "tblHo",
      headers: ["Mã dự án", "Nội dung hỗ trợ", "Hình thức", "Ngày phê duyệt", "NSTW", "NSĐP"],
    },
    { table: "tblDinhMuc", headers: ["*"], across: true },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: { rows: { ...rows, tblHo: [household(3000000)] } },
    passes: { rows: { ...rows, tblHo: [household(4000000), household(null)] } },
  },
  checks: (context) => {
    const norms = readNorms(context);
    if (!norms) return [];
    const { table } = norms.supports;
    return (["NSTW", "NSĐP"] as const)
      .filter((item) => table.has(item))
      .map((item) => {
        const amounts = table.numbers(item);
        const normOf = norms.finder(item, "tối thiểu");
        return {
          kind: "rows",
          table,
          candidates: () => {
            const highest = norms.highest(item, "tối thiểu");
            if (highest === null) return [];
            const { ids } = norms.supports.combinations();
            const { values } = amounts;
            return rowsWhere(table, (row) => values[row]! < highest[ids[row]!]!);
          },
          look: (row, report) => {
            if (amounts.states[row] !== CELL_READ) return;
            const found = normOf(row);
            if (found === null || found === "needsForm" || amounts.values[row]! >= found.amount) return;
            report({
              table: table.name,
              row,
              header: item,
              params: againstNorm(norms, row, amounts.values[row]!, found),
            });
          },
        };
      });
  },
};
