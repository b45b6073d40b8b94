/** Wide sheets: columns of amounts of which each stands for a content, a kind of capital, a source or a manner of payment. */
import type { Programme } from "../../programme";
import { fieldWords, namesField } from "./fields";
import { asColumn, certainty, LEAST, type FoundColumn } from "./foundColumns";
import { meantCapital, meantCapitalYear, meantContent, meantManner, meantSource } from "./meanings";
import type { OwnColumn, OwnTableName, Said } from "./model";
import { headerText } from "./words";

/** Fields of amounts, by table. */
export const moneyFields: Readonly<Record<OwnTableName, readonly string[]>> = {
  tblHo: ["NSTW", "NSĐP", "Vốn khác", "Vay NHCSXH", "Tổng hỗ trợ"],
  tblNganSach: ["Tổng vốn", "NSTW", "NSĐP", "Vốn khác"],
  tblGiaiNgan: ["Số tiền"],
  tblCongTrinh: [],
};

export interface Wide {
  readonly columns: readonly OwnColumn[];
  readonly blocks: readonly Said[];
  /** Fields that only the blocks give. */
  readonly fields: readonly string[];
}

const notWide: Wide = { columns: [], blocks: [], fields: [] };

interface Part {
  readonly column: FoundColumn;
  readonly said: Said;
  readonly field: string | null;
  readonly score: number;
}

/** Columns of amounts of which each stands for a content, a kind of capital, a source or a manner of payment. */
export function wideColumns(table: OwnTableName, found: readonly FoundColumn[], programme: Programme): Wide {
  switch (table) {
    case "tblHo":
      return wideByContent(found, programme);
    case "tblNganSach":
      return wideByCapital(found);
    case "tblGiaiNgan":
      return wideBySource(found);
    case "tblCongTrinh":
      return notWide;
  }
}

function wideByContent(found: readonly FoundColumn[], programme: Programme): Wide {
  const fields = fieldWords.tblHo;
  const amounts = fields.filter((words) => moneyFields.tblHo.includes(words.field));
  const others = fields.filter((words) => !moneyFields.tblHo.includes(words.field));
  const parts = found.flatMap((column): Part[] => {
    const { looks } = column;
    if (looks.filled > 0 && looks.number < 0.6 && looks.mark < 0.6) return [];
    let at = -1;
    let meant: ReturnType<typeof meantContent> = null;
    column.path.forEach((label, index) => {
      const content = meantContent(label, programme, { households: true });
      if (content && content.certainty > (meant?.certainty ?? 0)) [meant, at] = [content, index];
    });
    const content = meant as ReturnType<typeof meantContent>;
    if (!content) return [];
    const named = Math.max(column.other, ...others.map((words) => certainty(column, words)));
    if (named >= content.certainty) return [];
    const restOfPath = headerText(column.path.filter((_label, index) => index !== at).join(" "));
    const said = { "Nội dung hỗ trợ": content.value };
    const isEmptyMark = looks.filled === 0 && besideMarks(column, found);
    if (isEmptyMark || (looks.mark >= 0.8 && looks.median <= 1))
      return [{ column, said, field: "Nội dung hỗ trợ", score: content.certainty }];
    const money = amounts
      .map((words) => ({ field: words.field, score: namesField(restOfPath, words) }))
      .sort((a, b) => b.score - a.score)[0]!;
    const isNamed = money.score >= LEAST;
    return [
      { column, said, field: isNamed ? money.field : "NSTW", score: content.certainty * (isNamed ? 1 : 0.7) },
    ];
  });
  const contents = new Set(parts.map((part) => part.said["Nội dung hỗ trợ"]));
  const contentWords = fields.find((words) => words.field === "Nội dung hỗ trợ")!;
  const hasContentColumn = found.some(
    (column) => certainty(column, contentWords) >= 0.8 && column.looks.text >= 0.5,
  );
  if (hasContentColumn || contents.size === 0) return notWide;
  return asBlocks(parts, (part) => part.said["Nội dung hỗ trợ"]!);
}

/** Nobody has crossed anything here yet, but under the same heading they cross. */
function besideMarks(column: FoundColumn, found: readonly FoundColumn[]): boolean {
  const same = found.filter((one) => one.above !== "" && one.above === column.above && one.looks.filled > 0);
  return same.length > 0 && same.every((one) => one.looks.mark >= 0.8 && one.looks.median <= 1);
}

function wideByCapital(found: readonly FoundColumn[]): Wide {
  const amounts = fieldWords.tblNganSach.filter((words) => moneyFields.tblNganSach.includes(words.field));
  const parts = found.flatMap((column): Part[] => {
    if (column.looks.filled > 0 && column.looks.number < 0.6) return [];
    const labels = column.path.map((label) => ({
      capital: meantCapital(label),
      year: meantCapitalYear(label),
    }));
    const capital = labels.find((label) => label.capital !== null)?.capital ?? null;
    if (capital === null) return [];
    const carried = labels.find((label) => label.year === "Kéo dài")?.year ?? null;
    const restOfPath = headerText(column.path.filter((label) => meantCapital(label) === null).join(" "));
    const leaf = meantCapital(column.path.at(-1)!) === null ? column.leaf : "";
    const money = amounts
      .map((words) => ({
        field: words.field,
        score: Math.max(namesField(restOfPath, words), leaf === "" ? 0 : namesField(leaf, words)),
      }))
      .sort((a, b) => b.score - a.score)[0]!;
    const said: Said =
      carried === null ? { "Loại vốn": capital } : { "Loại vốn": capital, "Năm vốn": carried };
    const isNamed = money.score >= LEAST;
    return [{ column, said, field: isNamed ? money.field : "Tổng vốn", score: isNamed ? money.score : 0.75 }];
  });
  const keys = new Set(parts.map((part) => JSON.stringify(part.said)));
  const named = new Set(parts.map((part) => part.field));
  const outside = found.filter(
    (column) =>
      !parts.some((part) => part.column === column) &&
      amounts.some((words) => words.field !== "Tổng vốn" && certainty(column, words) >= 0.8),
  );
  if (keys.size < 2) return notWide;
  // Sources stand outside, capital types have totals only: one cannot be parted by the other.
  if (outside.length > 0 && named.size === 1) return notWide;
  return asBlocks(parts, (part) => JSON.stringify(part.said));
}

function wideBySource(found: readonly FoundColumn[]): Wide {
  const parts = (meaning: (text: string) => string | null, field: string): Part[] =>
    found.flatMap((column) => {
      if (column.looks.filled > 0 && column.looks.number < 0.6) return [];
      const value = meaning(column.path.at(-1)!);
      return value === null ? [] : [{ column, said: { [field]: value }, field: "Số tiền", score: 0.92 }];
    });
  for (const [meaning, field] of [
    [meantSource, "Nguồn"],
    [meantManner, "Hình thức"],
  ] as const) {
    const own = parts(meaning, field);
    const values = new Set(own.map((part) => part.said[field]));
    if (values.size >= 2 && values.size === own.length) return asBlocks(own, (part) => part.said[field]!);
  }
  return notWide;
}

function asBlocks(parts: readonly Part[], keyOf: (part: Part) => string): Wide {
  const keys = [...new Set(parts.map(keyOf))];
  const blocks = keys.map((key) => parts.find((part) => keyOf(part) === key)!.said);
  const taken = new Set<string>();
  const columns = parts.map((part) => {
    const block = keys.indexOf(keyOf(part));
    const isFirst = !taken.has(`${block} ${part.field}`);
    taken.add(`${block} ${part.field}`);
    const says = part.field !== null && part.said[part.field] !== undefined ? part.said : {};
    return asColumn(
      part.column,
      isFirst ? part.field : null,
      isFirst ? part.score : 0,
      isFirst ? says : {},
      isFirst ? block : null,
    );
  });
  return {
    columns,
    blocks,
    fields: [...new Set(parts.flatMap((part) => (part.field === null ? [] : [part.field])))],
  };
}
