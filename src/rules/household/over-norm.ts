/** Support above a norm (`tối đa`). Only a norm that staff have confirmed makes it an error. */
import { CELL_READ } from "../cellState";
import type { NumberColumn } from "../numberColumn";
import type { Rule } from "../rule";
import { rowsWhere } from "../rowsWhere";
import { amountAt, FUNDING_HEADERS } from "../sums";
import { againstNorm, readNorms, type AgainstNorm, type NormItem, type Norms } from "./norms";

const norm = { "Nội dung hỗ trợ": "Nhà ở", Khoản: "NSTW", Kiểu: "tối đa", "Từ ngày": "01/01/2025" };
const rows = {
  tblThamSo: [{ "Tham số": "Ngày kế hoạch", "Giá trị": "08/08/2025" }],
  tblDinhMuc: [
    { ...norm, Mức: 40000000, "Từ ngày": null, "Đến ngày": "31/12/2024" },
    { ...norm, Mức: 60000000, "Hình thức": "Xây mới" },
    { ...norm, Mức: 30000000, "Hình thức": "Sửa chữa" },
  ],
};
const household = (form: string, amount: number) => ({
  "Mã dự án": "DA1",
  "Nội dung hỗ trợ": "Nhà ở",
  "Hình thức": form,
  NSTW: amount,
});

export const overNorm: Rule<"household/over-norm", AgainstNorm> = {
  code: "household/over-norm",
  severity: "error",
  source: {
    text: "Quyết định 04/2023/QĐ-TTg, Thông tư 15/2022/TT-BTC (tblDinhMuc)",
    confidence: "secondary",
  },
  reads: [
    { table: "tblNoiDung", headers: ["Mã dự án", "Tên ngắn", "Nhóm hỗ trợ"], across: true },
    { table: "tblDuAn", headers: ["Mã", "Mã chương trình"], across: true },
    {
      table: "tblHo",
      headers: ["Mã dự án", "Nội dung hỗ trợ", "Hình thức", "Ngày phê duyệt", ...FUNDING_HEADERS],
    },
    { table: "tblDinhMuc", headers: ["*"], across: true },
    { table: "tblThamSo", headers: ["Giá trị"], across: true },
  ],
  example: {
    fails: { rows: { ...rows, tblHo: [household("Xây mới", 65000000), household("Sửa chữa", 40000000)] } },
    passes: {
      rows: {
        ...rows,
        tblHo: [household("Xây mới", 60000000), household("Sửa chữa", 30000000), household("", 65000000)],
      },
    },
  },
  checks: (context) => {
    const norms = readNorms(context);
    if (!norms) return [];
    const { table } = norms.supports;
    return itemColumns(norms).map(({ item, header, parts, amountOf }) => {
      const normOf = norms.finder(item, "tối đa");
      return {
        kind: "rows",
        table,
        candidates: () => {
          const lowest = norms.lowest(item, "tối đa");
          if (lowest === null) return [];
          const { ids } = norms.supports.combinations();
          const amounts = sums(parts);
          return rowsWhere(table, (row) => amounts[row]! > lowest[ids[row]!]!);
        },
        look: (row, report) => {
          const amount = amountOf(row);
          if (amount <= 0) return;
          const found = normOf(row);
          if (found === null || found === "needsForm" || amount <= found.amount) return;
          const severity = found.isVerified ? "error" : "warning";
          report({
            table: table.name,
            row,
            header,
            params: againstNorm(norms, row, amount, found),
            severity,
          });
        },
      };
    });
  },
};

interface ItemColumn {
  readonly item: NormItem;
  readonly header: string;
  /** What the amount is the sum of. */
  readonly parts: readonly NumberColumn[];
  /** Đồng; 0 where nothing can be compared. */
  readonly amountOf: (row: number) => number;
}

function itemColumns({ supports: { table } }: Norms): ItemColumn[] {
  const columns = FUNDING_HEADERS.map((header) => table.numbers(header));
  const single = (["NSTW", "NSĐP"] as const).map((item) => {
    const column = table.numbers(item);
    return {
      item,
      header: item,
      parts: [column],
      amountOf: (row: number) => (column.states[row] === CELL_READ ? column.values[row]! : 0),
    };
  });
  const total = (row: number): number => {
    let sum = 0;
    for (const column of columns) sum += amountAt(column, row) ?? -Infinity;
    return sum;
  };
  return [
    ...single,
    {
      item: "Tổng",
      header: table.has("Tổng hỗ trợ") ? "Tổng hỗ trợ" : "NSTW",
      parts: columns,
      amountOf: total,
    },
  ];
}

/** By row, whatever can be read. */
function sums(parts: readonly NumberColumn[]): Float64Array {
  if (parts.length === 1) return parts[0]!.values;
  const sum = parts[0]!.values.slice();
  for (const { values } of parts.slice(1))
    for (let row = 0; row < sum.length; row += 1) sum[row]! += values[row]!;
  return sum;
}
