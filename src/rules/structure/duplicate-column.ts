/** Two columns of a table bear one header: which of them counts is anybody's guess. */
import { columnLetters } from "../../book";
import type { OwnRows, TableView } from "../../layout";
import type { Report, Rule } from "../rule";
import { textKey } from "../textColumn";

type Params = { header: string; columns: readonly string[] };

export const duplicateColumn: Rule<"structure/duplicate-column", Params> = {
  code: "structure/duplicate-column",
  severity: "error",
  source: null,
  reads: [{ table: "*", headers: [] }],
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
          if (view.own) {
            reportOwnSheets(name, view.own, report);
            continue;
          }
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

/** On a sheet of the staff's own: a column that is read, and others under the very same header. */
function reportOwnSheets(table: string, own: OwnRows, report: Report<Params>): void {
  own.parts.forEach(({ mapping }, part) => {
    for (const { field, header } of mapping.columns) {
      if (field === null) continue;
      const same = mapping.columns.filter((other) => textKey(other.header) === textKey(header));
      if (same.length < 2) continue;
      const columns = same.map((other) => columnLetters(other.column));
      report({ table, row: null, part, header: field, params: { header, columns } });
    }
  });
}
