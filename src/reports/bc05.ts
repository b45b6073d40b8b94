/** BC05: which households each content reached: by ethnic group, poverty, women who head a household, priority groups. */
import { findEthnicGroup, isPlaceholder } from "../domain";
import type { WorkbookTables } from "../layout";
import { rowsFrom, type FormColumn } from "./appendix";
import { combinations } from "./combinations";
import { nativeText, textKey, type Criterion } from "./criterion";
import { figureOf } from "./figure";
import { defineForm } from "./form";
import type { ReportCell } from "./grid";
import { contentTitle, HOUSEHOLDS, supportedContents } from "./households";
import { headingOfCode, inPlanOrder, selectProjects, type Selection } from "./projects";
import type { RowLevel } from "./style";

interface Line {
  readonly level: RowLevel;
  readonly order: string | null;
  readonly title: string;
  readonly where: readonly Criterion[];
}

/** Households of the line that also satisfy `more`; null where nobody can. */
function households(more: readonly Criterion[] | null): (line: Line) => ReportCell {
  return ({ where }) =>
    more === null
      ? 0
      : { figure: figureOf({ count: "households", table: HOUSEHOLDS, where: [...where, ...more] }) };
}

function count(
  key: string,
  title: string,
  group: string,
  more: readonly Criterion[] | null,
): FormColumn<Line> {
  return { key, title, width: 8, kind: "count", group, cell: households(more) };
}

const equals = (header: string, text: string): Criterion => ({ header, match: "equals", text });
const ETHNIC = "Dân tộc";
const HAMLET = "Thôn xóm";

function anyOf(header: string, texts: readonly string[]): Criterion {
  const [first] = texts;
  return texts.length === 1 && first !== undefined
    ? equals(header, first)
    : { header, match: "oneOf", texts };
}

/** The spellings of each ethnic group that the households have, the largest group first. */
function ethnicGroups(tables: WorkbookTables, selection: Selection): { name: string; spellings: string[] }[] {
  const groups = new Map<string, { spellings: string[]; rows: number }>();
  for (const { texts, rows } of combinations(tables, HOUSEHOLDS, [ETHNIC], [selection.any("Mã dự án")])) {
    const spelling = texts[0]!;
    if (spelling.trim() === "" || isPlaceholder(spelling)) continue;
    const name = findEthnicGroup(spelling)?.name ?? spelling;
    const group = groups.get(name) ?? { spellings: [], rows: 0 };
    groups.set(name, { spellings: [...group.spellings, spelling], rows: group.rows + rows.length });
  }
  return [...groups]
    .sort(([, a], [, b]) => b.rows - a.rows)
    .map(([name, { spellings }]) => ({ name, spellings }));
}

/** Columns for more groups would not be readable on a page. */
const MOST_GROUPS = 8;

function ethnicColumns(groups: readonly { name: string; spellings: string[] }[]): FormColumn<Line>[] {
  const shown = groups.length > MOST_GROUPS ? groups.slice(0, MOST_GROUPS - 1) : groups;
  const others = groups.slice(shown.length).flatMap((group) => group.spellings);
  const head = "Theo dân tộc (số hộ)";
  return [
    ...shown.map(({ name, spellings }) => count(`ethnic ${name}`, name, head, [anyOf(ETHNIC, spellings)])),
    ...(others.length === 0 ? [] : [count("ethnic others", "Dân tộc khác", head, [anyOf(ETHNIC, others)])]),
  ];
}

/** Groups that staff's list calls difficult, in xóm of special difficulty; null where there are none of either. */
function difficultGroups(
  tables: WorkbookTables,
  groups: readonly { name: string; spellings: string[] }[],
): Criterion[] | null {
  const list = tables.table("tblDanToc");
  const difficult = new Set<string>();
  for (let row = 0; row < (list?.rowCount ?? 0); row += 1) {
    const group = nativeText(list!.column("Nhóm khó khăn")[row] ?? null);
    const name = nativeText(list!.column(ETHNIC)[row] ?? null);
    if (group.trim() !== "" && !isPlaceholder(group)) difficult.add(findEthnicGroup(name)?.name ?? name);
  }
  const spellings = groups.filter(({ name }) => difficult.has(name)).flatMap((group) => group.spellings);
  if (spellings.length === 0) return null;
  if (tables.parameters.text("regionThree").toLowerCase() === "x") return [anyOf(ETHNIC, spellings)];
  const hamlets = tables.table("tblXom");
  const marked = (hamlets?.column(HAMLET) ?? []).filter(
    (_name, row) => textKey(hamlets!.column("Đặc biệt khó khăn")[row] ?? null).trim() === "x",
  );
  const names = marked.map(nativeText).filter((name) => name !== "");
  return names.length === 0 ? null : [anyOf(ETHNIC, spellings), anyOf(HAMLET, names)];
}

function columnsFor(tables: WorkbookTables, selection: Selection): FormColumn<Line>[] {
  const groups = ethnicGroups(tables, selection);
  const poverty = "Theo diện hộ (số hộ)";
  const priority = "Thuộc nhóm ưu tiên (số hộ)";
  const soleEarner = [equals("Giới tính", "Nữ"), equals("Chủ hộ nữ là lao động duy nhất", "x")];
  return [
    { key: "order", title: "STT", width: 7, kind: "order", cell: (line) => line.order },
    { key: "title", title: "Dự án, nội dung hỗ trợ", width: 42, kind: "text", cell: (line) => line.title },
    { key: "households", title: "Số hộ", width: 8, kind: "count", cell: households([]) },
    {
      key: "grants",
      title: "Lượt hộ",
      width: 8,
      kind: "count",
      cell: ({ where }) => ({ figure: figureOf({ count: "rows", table: HOUSEHOLDS, where }) }),
    },
    ...ethnicColumns(groups),
    count("poor", "Hộ nghèo", poverty, [equals("Diện hộ", "Hộ nghèo")]),
    count("nearPoor", "Hộ cận nghèo", poverty, [equals("Diện hộ", "Hộ cận nghèo")]),
    count("otherPoverty", "Khác", poverty, [equals("Diện hộ", "Khác")]),
    {
      key: "women",
      title: "Chủ hộ là nữ (số hộ)",
      width: 9,
      kind: "count",
      cell: households([equals("Giới tính", "Nữ")]),
    },
    {
      ...count("difficult", "Dân tộc khó khăn ở xóm ĐBKK", priority, difficultGroups(tables, groups)),
      width: 12,
    },
    { ...count("soleEarner", "Chủ hộ nữ là lao động duy nhất", priority, soleEarner), width: 12 },
  ];
}

function linesOf(tables: WorkbookTables, selection: Selection): Line[] {
  const contents = supportedContents(tables, selection);
  const projects = inPlanOrder(
    contents.map((content) => content.project),
    selection,
  );
  const lines = projects.flatMap((code, index): Line[] => [
    {
      level: "project",
      order: String(index + 1),
      title: headingOfCode(code, selection),
      where: [equals("Mã dự án", code)],
    },
    ...contents
      .filter((content) => textKey(content.project) === textKey(code))
      .map((content, at): Line => ({
        level: "part",
        order: `${index + 1}.${at + 1}`,
        title: contentTitle({ ...content, ambiguous: false }),
        where: content.where,
      })),
  ]);
  return [...lines, { level: "total", order: null, title: "TỔNG CỘNG", where: [selection.any("Mã dự án")] }];
}

export const form = defineForm({
  code: "BC05",
  sheet: "BC05 Đối tượng",
  reads: [HOUSEHOLDS],
  draft: (tables, options) => {
    const selection = selectProjects(tables, options);
    const columns = columnsFor(tables, selection);
    return {
      title: `ĐỐI TƯỢNG THỤ HƯỞNG THEO NỘI DUNG HỖ TRỢ NĂM ${tables.parameters.text("planYear")}`,
      subtitle: selection.text === "" ? "" : `(${selection.text})`,
      unitLine: false,
      columns,
      rows: rowsFrom(linesOf(tables, selection), columns),
      withAccountant: true,
    };
  },
});
