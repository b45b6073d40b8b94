/** BC07: what was achieved: the indicators of each content against the plan, and the activities held. */
import type { WorkbookTables } from "../layout";
import { rowsFrom, type FormColumn } from "./appendix";
import { columnsOf } from "./columns";
import { combinations, criteriaOf, type Combination } from "./combinations";
import { nativeText, textKey, type Criterion } from "./criterion";
import { figureOf } from "./figure";
import { defineForm } from "./form";
import type { ReportCell } from "./grid";
import { periodOf, periodText } from "./period";
import { headingOfCode, inPlanOrder, selectProjects, type Selection } from "./projects";
import { sum } from "./query";
import type { RowLevel } from "./style";

const RESULTS = "tblKetQua";
const ACTIVITIES = "tblHoatDong";

interface Line {
  readonly level: RowLevel;
  readonly order: string | null;
  readonly title: string;
  readonly unit: string | null;
  readonly note: string | null;
  /** null for a heading. */
  readonly rows: {
    readonly table: typeof RESULTS | typeof ACTIVITIES;
    readonly where: readonly Criterion[];
  } | null;
}

/** The line's sum of a column, whose header depends on the table; undefined: the table has none. */
function total(headers: {
  readonly [RESULTS]?: string;
  readonly [ACTIVITIES]?: string;
}): (line: Line) => ReportCell {
  return ({ rows }) => {
    const header = rows ? headers[rows.table] : undefined;
    return rows === null || header === undefined
      ? null
      : { figure: figureOf(sum(rows.table, header, rows.where)) };
  };
}

const share =
  (part: string): FormColumn<Line>["cell"] =>
  (line) =>
    line.rows?.table === RESULTS ? { part, whole: "plan" } : null;

const quantity = columnsOf<Line>("quantity", 12);

const DONE = "Kết quả thực hiện";

const columns: readonly FormColumn<Line>[] = [
  { key: "order", title: "STT", width: 7, kind: "order", cell: (line) => line.order },
  {
    key: "title",
    title: "Dự án, nội dung; chỉ tiêu, hoạt động",
    width: 54,
    kind: "text",
    cell: (line) => line.title,
  },
  { key: "unit", title: "Đơn vị tính", width: 11, kind: "code", cell: (line) => line.unit },
  quantity("plan", "Kế hoạch năm", total({ [RESULTS]: "Kế hoạch" })),
  quantity("period", "Trong kỳ", total({ [RESULTS]: "Kỳ này" }), DONE),
  quantity("toDate", "Lũy kế", total({ [RESULTS]: "Lũy kế", [ACTIVITIES]: "Lượt người" }), DONE),
  quantity("expected", "Ước cả năm", total({ [RESULTS]: "Ước cả năm" }), DONE),
  { key: "rate", title: "Lũy kế / kế hoạch", width: 11, kind: "share", group: DONE, cell: share("toDate") },
  {
    key: "expectedRate",
    title: "Ước cả năm / kế hoạch",
    width: 11,
    kind: "share",
    group: DONE,
    cell: share("expected"),
  },
  {
    key: "minority",
    title: "Hộ (lượt người) DTTS",
    width: 12,
    kind: "count",
    cell: total({ [RESULTS]: "Số hộ DTTS", [ACTIVITIES]: "DTTS" }),
  },
  {
    key: "women",
    title: "Chủ hộ nữ (lượt nữ)",
    width: 12,
    kind: "count",
    cell: total({ [RESULTS]: "Chủ hộ nữ", [ACTIVITIES]: "Nữ" }),
  },
  {
    key: "cost",
    title: "Kinh phí hoạt động",
    width: 14,
    kind: "money",
    cell: total({ [ACTIVITIES]: "Kinh phí" }),
  },
  { key: "note", title: "Ghi chú", width: 26, kind: "text", cell: (line) => line.note },
];

const RESULT_HEADERS = ["Mã dự án", "Nội dung", "Chỉ tiêu", "ĐVT"] as const;
const ACTIVITY_HEADERS = ["Mã dự án", "Nội dung", "Hoạt động"] as const;

/** The texts of some columns in these rows, each once. */
function noteOf(
  tables: WorkbookTables,
  table: string,
  headers: readonly string[],
  rows: readonly number[],
): string {
  const view = tables.table(table)!;
  const texts = rows.flatMap((row) =>
    headers.map((header) => nativeText(view.column(header)[row] ?? null).trim()),
  );
  return [...new Set(texts.filter((text) => text !== ""))].join("; ");
}

function resultLine(tables: WorkbookTables, one: Combination, order: string): Line {
  return {
    level: "detail",
    order,
    title: one.texts[2]!,
    unit: one.texts[3]!,
    note: noteOf(tables, RESULTS, ["Ghi chú"], one.rows) || null,
    rows: { table: RESULTS, where: criteriaOf(RESULT_HEADERS, one) },
  };
}

function activityLine(tables: WorkbookTables, one: Combination, order: string): Line {
  return {
    level: "detail",
    order,
    title: one.texts[2]!,
    unit: "lượt người",
    note: noteOf(tables, ACTIVITIES, ["Thời gian", "Thôn xóm", "Ghi chú"], one.rows) || null,
    rows: { table: ACTIVITIES, where: criteriaOf(ACTIVITY_HEADERS, one) },
  };
}

/** A heading of the kind, then project by project and content by content. */
function section(
  heading: Pick<Line, "order" | "title">,
  found: readonly Combination[],
  selection: Selection,
  lineOf: (one: Combination, order: string) => Line,
): Line[] {
  const head = (level: RowLevel, order: string, title: string): Line => ({
    level,
    order,
    title,
    unit: null,
    note: null,
    rows: null,
  });
  const lines: Line[] = [head("group", heading.order!, heading.title)];
  const projects = inPlanOrder(
    found.map(({ texts }) => texts[0]!),
    selection,
  );
  projects.forEach((code, p) => {
    lines.push(head("project", String(p + 1), headingOfCode(code, selection)));
    const own = found.filter(({ texts }) => textKey(texts[0]!) === textKey(code));
    const contents = [...new Map(own.map(({ texts }) => [textKey(texts[1]!), texts[1]!])).values()];
    contents.forEach((content, c) => {
      lines.push(head("part", `${p + 1}.${c + 1}`, content.trim() === "" ? "(Chưa ghi nội dung)" : content));
      own
        .filter(({ texts }) => textKey(texts[1]!) === textKey(content))
        .forEach((one, at) => lines.push(lineOf(one, `${p + 1}.${c + 1}.${at + 1}`)));
    });
  });
  return lines;
}

function linesOf(tables: WorkbookTables, selection: Selection): Line[] {
  const where = [selection.any("Mã dự án")];
  const named = (index: number) => (one: Combination) => one.texts[index]!.trim() !== "";
  const results = combinations(tables, RESULTS, RESULT_HEADERS, where).filter(named(2));
  const activities = combinations(tables, ACTIVITIES, ACTIVITY_HEADERS, where).filter(named(2));
  const held = section({ order: "B", title: "HOẠT ĐỘNG ĐÃ TỔ CHỨC" }, activities, selection, (one, order) =>
    activityLine(tables, one, order),
  );
  const money: Line = {
    level: "total",
    order: null,
    title: "TỔNG CỘNG HOẠT ĐỘNG",
    unit: "lượt người",
    note: null,
    rows: { table: ACTIVITIES, where },
  };
  return [
    ...section({ order: "A", title: "CHỈ TIÊU" }, results, selection, (one, order) =>
      resultLine(tables, one, order),
    ),
    ...held,
    money,
  ];
}

export const form = defineForm({
  code: "BC07",
  sheet: "BC07 Kết quả",
  reads: [RESULTS, ACTIVITIES],
  draft: (tables, options) => {
    const selection = selectProjects(tables, options);
    const texts = [periodText(periodOf(tables, options)), selection.text];
    return {
      title: `KẾT QUẢ THỰC HIỆN CHỈ TIÊU, NHIỆM VỤ NĂM ${tables.parameters.text("planYear")}`,
      subtitle: `(${texts.filter((text) => text !== "").join("; ")})`,
      columns,
      rows: rowsFrom(linesOf(tables, selection), columns),
      inWords: "cost",
      withAccountant: true,
    };
  },
});
