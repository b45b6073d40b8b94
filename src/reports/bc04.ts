/** BC04: what the households of each xóm received, content by content. A household counts once in each figure of “số hộ”. */
import { compareVietnamese } from "../domain";
import type { WorkbookTables } from "../layout";
import { NOTE_COLUMN, rowsFrom, type FormColumn } from "./appendix";
import { columnsOf } from "./columns";
import { combinations } from "./combinations";
import { nativeText, textKey, type Criterion } from "./criterion";
import { figureOf } from "./figure";
import { defineForm } from "./form";
import type { ReportCell } from "./grid";
import { contentTitle, HOUSEHOLDS, supportedContents, type SupportedContent } from "./households";
import { selectProjects, type Selection } from "./projects";
import { sum } from "./query";
import type { RowLevel } from "./style";

interface Line {
  readonly level: RowLevel;
  readonly order: string | null;
  readonly title: string;
  /** null for a heading. */
  readonly where: readonly Criterion[] | null;
}

function counted(count: "rows" | "households"): (line: Line) => ReportCell {
  return ({ where }) => where && { figure: figureOf({ count, table: HOUSEHOLDS, where }) };
}

function amount(header: string): (line: Line) => ReportCell {
  return ({ where }) => where && { figure: figureOf(sum(HOUSEHOLDS, header, where)) };
}

const SUPPORT = "Kinh phí hỗ trợ";
const money = columnsOf<Line>("money", 15);

const columns: readonly FormColumn<Line>[] = [
  { key: "order", title: "STT", width: 7, kind: "order", cell: (line) => line.order },
  { key: "title", title: "Thôn, xóm; nội dung hỗ trợ", width: 46, kind: "text", cell: (line) => line.title },
  { key: "households", title: "Số hộ", width: 10, kind: "count", cell: counted("households") },
  { key: "grants", title: "Lượt hộ", width: 10, kind: "count", cell: counted("rows") },
  money("NSTW", "NSTW", amount("NSTW"), SUPPORT),
  money("NSĐP", "NSĐP", amount("NSĐP"), SUPPORT),
  money("Vốn khác", "Vốn khác", amount("Vốn khác"), SUPPORT),
  money("total", "Tổng số", ({ where }) => where && { plus: ["NSTW", "NSĐP", "Vốn khác"] }, SUPPORT),
  money("paid", "Đã chi", amount("Đã chi")),
  {
    key: "rate",
    title: "Đã chi / tổng hỗ trợ",
    width: 11,
    kind: "share",
    cell: ({ where }) => where && { part: "paid", whole: "total" },
  },
  money("loan", "Vay NHCSXH", amount("Vay NHCSXH")),
  NOTE_COLUMN,
];

const HAMLET = "Thôn xóm";

/** The xóm of the list in their order, then those that only households name; households that name none come last. */
function hamletsOf(tables: WorkbookTables, selection: Selection): string[] {
  const listed = (tables.table("tblXom")?.column(HAMLET) ?? []).map(nativeText).filter((name) => name !== "");
  const known = new Set(listed.map(textKey));
  const others = combinations(tables, HOUSEHOLDS, [HAMLET], [selection.any("Mã dự án")])
    .map(({ texts }) => texts[0]!)
    .filter((name) => !known.has(textKey(name)));
  others.sort((a, b) => Number(a === "") - Number(b === "") || compareVietnamese(a, b));
  return [...new Map([...listed, ...others].map((name) => [textKey(name), name])).values()];
}

function linesOf(tables: WorkbookTables, selection: Selection): Line[] {
  const contents = supportedContents(tables, selection);
  const all = selection.any("Mã dự án");
  const contentLine = (content: SupportedContent, order: string, more: readonly Criterion[]): Line => ({
    level: "part",
    order,
    title: contentTitle(content),
    where: [...content.where, ...more],
  });
  const lines = hamletsOf(tables, selection).flatMap((hamlet, index): Line[] => {
    const here: Criterion = { header: HAMLET, match: "equals", text: hamlet };
    const own = contents.filter(({ rows }) => {
      const column = tables.table(HOUSEHOLDS)!.column(HAMLET);
      return rows.some((row) => textKey(column[row] ?? null) === textKey(hamlet));
    });
    return [
      {
        level: "project",
        order: String(index + 1),
        title: hamlet.trim() === "" ? "(Chưa ghi thôn, xóm)" : hamlet,
        where: [all, here],
      },
      ...own.map((content, at) => contentLine(content, `${index + 1}.${at + 1}`, [here])),
    ];
  });
  const byContent: Line[] =
    contents.length === 0
      ? []
      : [
          { level: "group", order: null, title: "CỘNG THEO NỘI DUNG HỖ TRỢ", where: null },
          ...contents.map((content, at) => contentLine(content, String(at + 1), [])),
        ];
  return [...lines, ...byContent, { level: "total", order: null, title: "TỔNG CỘNG", where: [all] }];
}

export const form = defineForm({
  code: "BC04",
  sheet: "BC04 Theo xóm",
  reads: [HOUSEHOLDS],
  draft: (tables, options) => {
    const selection = selectProjects(tables, options);
    return {
      title: `KẾT QUẢ HỖ TRỢ HỘ GIA ĐÌNH THEO THÔN, XÓM NĂM ${tables.parameters.text("planYear")}`,
      subtitle: selection.text === "" ? "" : `(${selection.text})`,
      columns,
      rows: rowsFrom(linesOf(tables, selection), columns),
      inWords: "total",
      withAccountant: true,
    };
  },
});
