/** Two columns of a table bear one header: which of them counts is anybody's guess. */
import { columnLetters } from "../../book";
import type { TableView } from "../../layout";
import type { Rule } from "../rule";
import { textKey } from "../textColumn";

export const duplicateColumn: Rule<
  "structure/duplicate-column",
  { header: string; columns: readonly string[] }
> = {
  code: "structure/duplicate-column",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: ["*"] }],
  example: {
    fails: {
      rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] },
      renamed: { tblDonVi: { "Viết tắt": "Đơn  vị " } },
    },
    passes: { rows: { tblDonVi: [{ "Đơn vị": "Phòng Kinh tế" }] } },
  },
  checks: (context) => [
    {
      kind: "whole",
      look: (report) => {
        for (const { name, view } of context.tables) {
          const places = new Map<string, number[]>();
          view.headers.forEach((header, index) => {
            places.set(textKey(header), [...(places.get(textKey(header)) ?? []), index]);
          });
          for (const spec of view.spec.columns) {
            const at = places.get(textKey(spec.header)) ?? [];
            if (at.length < 2) continue;
            const columns = at.map((index) => columnLetters(firstColumn(view) + index));
            report({ table: name, row: null, header: spec.header, params: { header: spec.header, columns } });
          }
        }
      },
    },
  ],
};

/** 0-based sheet column of the table's first column; of two columns with one header a view knows the later. */
function firstColumn(view: TableView): number {
  const headers = view.headers.map((header) => header.normalize("NFC").trim());
  return view.sheetColumn(headers[0]!) - headers.lastIndexOf(headers[0]!);
}
