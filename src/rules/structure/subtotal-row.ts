/** A total typed among the data rows: sums and reports would count it twice. It takes no part in other rules. */
import { cellText } from "../textColumn";
import { isTotalLabel } from "../totalRows";
import type { Rule } from "../rule";

export const subtotalRow: Rule<"structure/subtotal-row", { label: string }> = {
  code: "structure/subtotal-row",
  severity: "warning",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: {
      rows: {
        tblDuAn: [
          { Mã: "DA1", "Mã chương trình": "DA1", "Tên dự án": "Giải quyết đất ở, nhà ở", "Tổng vốn": 720 },
          { "Tên dự án": "Tổng cộng:", "Tổng vốn": 720 },
        ],
      },
    },
    passes: {
      rows: {
        tblHoatDong: [
          {
            "Mã dự án": "DA9",
            "Nội dung": "Truyền thông",
            "Hoạt động": "Cộng đồng dân cư tự quản",
            "Kinh phí": 12,
          },
        ],
      },
    },
  },
  checks: (context) =>
    context.tables.map((table) => ({
      kind: "whole",
      look: (report) => {
        for (const row of table.totalRows) {
          const column = table.columns.find(({ header }) => isTotalLabel(table.cell(row, header)));
          if (!column) continue;
          const label = cellText(table.cell(row, column.header)).trim();
          report({ table: table.name, row, header: column.header, params: { label } });
        }
      },
    })),
};
