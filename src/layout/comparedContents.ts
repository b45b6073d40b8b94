/** The contents of one project in a plan and in the workbook: which are new, which the plan no longer has. */
import { fold } from "../domain";
import { textOf } from "./planRecord";
import type { WorkbookTables } from "./reading";
import type { RowValues } from "./rows";

/** A content by its code in the workbook, or the one it would get there. */
export interface ComparedContent {
  readonly code: string;
  readonly shortTitle: string;
}

export interface ContentComparison {
  /** The plan's rows, under codes that the workbook leaves free. */
  readonly added: readonly RowValues[];
  readonly removed: readonly ComparedContent[];
}

export const nothingAdded: ContentComparison = { added: [], removed: [] };

export function comparedContent(row: RowValues): ComparedContent {
  return { code: String(row["Mã"]), shortTitle: String(row["Tên ngắn"]) };
}

/** Pairs by short name, then by title; `wanted` are the plan's rows with the workbook's code of the project. */
export function compareContents(
  tables: WorkbookTables,
  code: string,
  wanted: readonly RowValues[],
): ContentComparison {
  const view = tables.table("tblNoiDung");
  const at = (header: string, row: number) => textOf(view?.column(header)[row] ?? null) ?? "";
  const present = Array.from({ length: view?.rowCount ?? 0 }, (_unused, row) => row).filter(
    (row) => at("Mã dự án", row) === code,
  );
  const left = new Set(present);
  const paired = new Map<RowValues, number>();
  for (const header of ["Tên ngắn", "Nội dung"]) {
    for (const row of wanted) {
      if (paired.has(row)) continue;
      const name = fold(String(row[header] ?? ""));
      const found = [...left].find((one) => fold(at(header, one)) === name);
      if (found === undefined) continue;
      paired.set(row, found);
      left.delete(found);
    }
  }
  const taken = new Set(present.map((row) => at("Mã", row)));
  const codes = new Map<string, string>();
  const added = wanted.flatMap((row): RowValues[] => {
    const planned = String(row["Mã"]);
    const found = paired.get(row);
    if (found !== undefined) {
      codes.set(planned, at("Mã", found));
      return [];
    }
    const fresh = freeContentCode(planned, codes, taken);
    codes.set(planned, fresh);
    taken.add(fresh);
    return [{ ...row, Mã: fresh }];
  });
  const removed = [...left].map((row) => ({ code: at("Mã", row), shortTitle: at("Tên ngắn", row) }));
  return { added, removed };
}

/** Under the code that its parent has in the workbook; where the number stands for another content, the next free one. */
function freeContentCode(
  planned: string,
  codes: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): string {
  const [, stem, order] = /^(.*?)(\d+)$/.exec(planned)!;
  const parent = stem!.endsWith(".") ? codes.get(stem!.slice(0, -1)) : undefined;
  const prefix = parent === undefined ? stem! : `${parent}.`;
  for (let number = Number(order); ; number += 1) {
    if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`;
  }
}
