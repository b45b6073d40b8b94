/** New house or repair? Where the norm depends on it, an empty cell leaves the amount unchecked. */
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import { readNorms, type NormItem } from "./norms";

const HEADER = "Hình thức";
const rows = {
  tblThamSo: [{ "Tham số": "Ngày kế hoạch", "Giá trị": "08/08/2025" }],
  tblDinhMuc: [
    { "Nội dung hỗ trợ": "Nhà ở", [HEADER]: "Xây mới", Khoản: "NSTW", Kiểu: "tối đa", Mức: 60000000 },
    { "Nội dung hỗ trợ": "Nhà ở", [HEADER]: "Sửa chữa", Khoản: "NSTW", Kiểu: "tối đa", Mức: 30000000 },
  ],
};

const items: readonly NormItem[] = ["NSTW", "NSĐP", "Tổng", "Vay"];

export const formMissing: Rule<"household/form-missing", { content: string }> = {
  code: "household/form-missing",
  severity: "info",
  source: { text: "Quyết định 21/2024/QĐ-TTg (tblDinhMuc)", confidence: "unverified" },
  reads: [
    { table: "tblNoiDung", headers: ["Mã dự án", "Tên ngắn", "Nhóm hỗ trợ"], across: true },
    { table: "tblDuAn", headers: ["Mã", "Mã chương trình"], across: true },
    { table: "tblHo", headers: ["Mã dự án", "Nội dung hỗ trợ", HEADER, "Ngày phê duyệt"] },
    { table: "tblDinhMuc", headers: ["*"], across: true },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: { rows: { ...rows, tblHo: [{ "Mã dự án": "DA1", "Nội dung hỗ trợ": "Nhà ở" }] } },
    passes: {
      rows: {
        ...rows,
        tblHo: [
          { "Mã dự án": "DA1", "Nội dung hỗ trợ": "Nhà ở", [HEADER]: "Xây mới" },
          { "Mã dự án": "DA1", "Nội dung hỗ trợ": "Đất ở" },
        ],
      },
    },
  },
  checks: (context) => {
    const norms = readNorms(context);
    if (!norms?.supports.table.has(HEADER)) return [];
    const { table } = norms.supports;
    const forms = table.texts(HEADER);
    const finders = items.map((item) => norms.finder(item, "tối đa"));
    return [
      {
        kind: "rows",
        table,
        candidates: () => {
          const asked = norms.askForForm();
          if (asked === null) return [];
          const { ids } = norms.supports.combinations();
          return rowsWhere(table, (row) => forms.codes[row]! < 0 && asked[ids[row]!] === 1);
        },
        look: (row, report) => {
          if (forms.codes[row]! >= 0 || table.lacks(row, HEADER)) return;
          if (!finders.some((normOf) => normOf(row) === "needsForm")) return;
          const params = { content: table.texts("Nội dung hỗ trợ").labelAt(row) };
          report({ table: table.name, row, header: HEADER, params });
        },
      },
    ];
  },
};
