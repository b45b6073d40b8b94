/** BC03: what each lead unit is answerable for, project by project: this year's money and, apart, money carried over. */
import { NOTE_COLUMN, rowsFrom, type FormColumn } from "./appendix";
import { columnsOf } from "./columns";
import type { Criterion } from "./criterion";
import { figureOf, type Figure } from "./figure";
import { defineForm } from "./form";
import type { ReportCell } from "./grid";
import { allocated, paid } from "./money";
import { inPeriod, periodOf, periodText, toDate } from "./period";
import { selectProjects, subTitleOf, type Project, type Selection } from "./projects";
import { sum } from "./query";
import type { RowLevel } from "./style";

interface Line {
  readonly level: RowLevel;
  readonly order: string | null;
  readonly code: string | null;
  readonly title: string;
  /** Its projects, or the rows it adds up. */
  readonly scope: ((header: string) => Criterion) | readonly number[];
  readonly days: { readonly period: Criterion; readonly toDate: Criterion };
}

function of(
  figure: (project: (header: string) => Criterion, line: Line) => Figure,
): (line: Line) => ReportCell {
  return (line) =>
    typeof line.scope === "function" ? { figure: figure(line.scope, line) } : { rows: line.scope };
}

const year = (text: string): Criterion => ({ header: "Năm vốn", match: "equals", text });
const planned = (header: string) => of((project) => figureOf(sum("tblDuAn", header, [project("Mã")])));
const spent = (name: string, days: "period" | "toDate") =>
  of((project, line) => paid([project("Mã dự án"), year(name), line.days[days]]));

const PLAN = "Kế hoạch vốn năm nay";
const PAID = "Giải ngân vốn năm nay";
const CARRIED = "Vốn kéo dài";

const money = columnsOf<Line>("money", 13);

const columns: readonly FormColumn<Line>[] = [
  { key: "order", title: "STT", width: 6, kind: "order", cell: (line) => line.order },
  { key: "title", title: "Đơn vị chủ trì, dự án", width: 48, kind: "text", cell: (line) => line.title },
  { key: "code", title: "Mã dự án", width: 12, kind: "code", cell: (line) => line.code },
  money("plan", "Tổng số", planned("Tổng vốn"), PLAN),
  money("central", "NSTW", planned("NSTW"), PLAN),
  money("local", "NSĐP", planned("NSĐP"), PLAN),
  money("other", "Vốn khác", planned("Vốn khác"), PLAN),
  money("period", "Trong kỳ", spent("Năm nay", "period"), PAID),
  money("paid", "Lũy kế", spent("Năm nay", "toDate"), PAID),
  {
    key: "rate",
    title: "Tỷ lệ",
    width: 10,
    kind: "share",
    group: PAID,
    cell: () => ({ part: "paid", whole: "plan" }),
  },
  money("left", "Còn lại", () => ({ plus: ["plan"], minus: ["paid"] }), PAID),
  money(
    "carried",
    "Được kéo dài",
    of((project) => allocated([project("Mã dự án"), year("Kéo dài")])),
    CARRIED,
  ),
  money("carriedPaid", "Lũy kế giải ngân", spent("Kéo dài", "toDate"), CARRIED),
  NOTE_COLUMN,
];

/** Units in the order of the plan; a unit's projects stand under the name it has first. */
function linesOf(selection: Selection, days: Line["days"]): Line[] {
  const units = new Map<string, Project[]>();
  for (const project of selection.projects)
    units.set(project.leadUnitKey, [...(units.get(project.leadUnitKey) ?? []), project]);
  const lines: Line[] = [];
  [...units.values()].forEach((projects, index) => {
    const first = lines.length + 1;
    lines.push({
      level: "project",
      order: String(index + 1),
      code: null,
      title: projects[0]!.leadUnit || "(Chưa ghi đơn vị chủ trì)",
      scope: projects.map((_project, at) => first + at),
      days,
    });
    projects.forEach((project, at) =>
      lines.push({
        level: "part",
        order: `${index + 1}.${at + 1}`,
        code: project.programmeCode || project.code,
        title: subTitleOf(project),
        scope: (header) => ({ header, match: "equals", text: project.code }),
        days,
      }),
    );
  });
  return [
    ...lines,
    { level: "total", order: null, code: null, title: "TỔNG CỘNG", scope: selection.any, days },
  ];
}

export const form = defineForm({
  code: "BC03",
  sheet: "BC03 Đơn vị chủ trì",
  reads: ["tblDuAn", "tblNganSach", "tblGiaiNgan"],
  draft: (tables, options) => {
    const selection = selectProjects(tables, options);
    const period = periodOf(tables, options);
    const days = { period: inPeriod("Ngày", period, tables), toDate: toDate("Ngày", period, tables) };
    return {
      title: `TÌNH HÌNH THỰC HIỆN THEO ĐƠN VỊ CHỦ TRÌ NĂM ${tables.parameters.text("planYear")}`,
      subtitle: `(${[periodText(period), selection.text].filter((text) => text !== "").join("; ")})`,
      columns,
      rows: rowsFrom(linesOf(selection, days), columns),
      inWords: "plan",
      withAccountant: true,
    };
  },
});
