/** The columns under a header matched to the fields of one of our tables: by their words first, by their cells as evidence. */
import { foldKeepingMarks } from "../../domain";
import type { Programme } from "../../programme";
import { fieldWords } from "./fields";
import { asColumn, certainty, LEAST, SURE, type FoundColumn } from "./foundColumns";
import { meantStatus } from "./meanings";
import type { OwnColumn, OwnTableName, Said } from "./model";
import { moneyFields, wideColumns } from "./wideColumns";

/** What the columns of a block are, for one table. */
export interface MatchedColumns {
  readonly columns: readonly OwnColumn[];
  readonly blocks: readonly Said[];
}

export function matchColumns(
  table: OwnTableName,
  found: readonly FoundColumn[],
  programme: Programme,
): MatchedColumns {
  const fields = fieldWords[table];
  const special = new Map<number, OwnColumn>();
  for (const column of pairs(table, found)) special.set(column.column, column);
  const rest = found.filter((column) => !special.has(column.column));
  const wide = wideColumns(table, rest, programme);
  for (const column of wide.columns) special.set(column.column, column);
  const taken = new Set(
    [...special.values()].flatMap((one) => (one.field !== null && one.block === null ? [one.field] : [])),
  );
  for (const field of wide.fields) taken.add(field);
  // What is not parted by the blocks belongs to none of their rows.
  if (wide.blocks.length > 1) for (const field of [...moneyFields[table], "Đã chi"]) taken.add(field);
  for (const said of wide.blocks) for (const field of Object.keys(said)) taken.add(field);

  const candidates = found
    .filter((column) => !special.has(column.column))
    .flatMap((column) => fields.map((words) => ({ column, words, score: certainty(column, words) })))
    .filter(({ score, words }) => score >= LEAST && !taken.has(words.field))
    .sort((a, b) => b.score - a.score);
  const chosen = new Map<number, { field: string; score: number }>();
  for (const { column, words, score } of candidates) {
    if (chosen.has(column.column) || taken.has(words.field)) continue;
    chosen.set(column.column, { field: words.field, score });
    taken.add(words.field);
  }
  const columns = found.map((column): OwnColumn => {
    const own = special.get(column.column);
    if (own) return own;
    const match = chosen.get(column.column);
    return asColumn(column, match?.field ?? null, match?.score ?? 0);
  });
  return { columns, blocks: wide.blocks };
}

/** `Nam | Nữ` under a year of birth or as crosses; `Hộ nghèo | Cận nghèo` as crosses. */
function pairs(table: OwnTableName, found: readonly FoundColumn[]): OwnColumn[] {
  if (table !== "tblHo") return [];
  const columns: OwnColumn[] = [];
  const leafOf = (column: FoundColumn): string =>
    foldKeepingMarks(column.path.at(-1)!)
      .replace(/\(.*\)/, "")
      .trim();
  found.forEach((man, index) => {
    const woman = found[index + 1];
    if (!woman || !/^nam(?: giới)?$/.test(leafOf(man)) || !/^nữ(?: giới)?$/.test(leafOf(woman))) return;
    const born = Math.max(man.looks.date, woman.looks.date) >= 0.5 || /\bsinh\b/.test(man.above);
    for (const [column, gender] of [
      [man, "Nam"],
      [woman, "Nữ"],
    ] as const)
      columns.push(asColumn(column, born ? "Ngày sinh" : "Giới tính", 0.95, { "Giới tính": gender }));
  });
  const marked = found.filter(
    (column) => column.looks.mark >= 0.8 || (column.looks.filled === 0 && column.other < SURE),
  );
  const statuses = marked.filter((column) => meantStatus(column.path.at(-1)!) !== null);
  if (statuses.length >= 2)
    for (const column of statuses)
      columns.push(asColumn(column, "Diện hộ", 0.9, { "Diện hộ": meantStatus(column.path.at(-1)!)! }));
  return columns;
}
