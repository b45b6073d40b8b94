/** BC01: how the plan's money is divided, project by project and source by source. */
import type { WorkbookTables } from "../layout";
import { NOTE_COLUMN, rowsFrom, type FormColumn } from "./appendix";
import { chartPage, shortened } from "./charts";
import type { Criterion } from "./criterion";
import { figureOf } from "./figure";
import { defineForm } from "./form";
import type { ReportCell } from "./grid";
import { selectProjects, type ProjectLine } from "./projects";
import { runQuery, sum } from "./query";
import type { RowLevel } from "./style";

const TABLE = "tblDuAn";
const SHEET = "BC01 Phân bổ vốn";
const TITLE_WIDTH = 62;

interface Line {
  readonly level: RowLevel;
  readonly project: ProjectLine | null;
  readonly where: Criterion;
  readonly totalRow: number;
}

function amount(header: string): (line: Line) => ReportCell {
  return (line) => ({ figure: figureOf(sum(TABLE, header, [line.where])) });
}

const columns: readonly FormColumn<Line>[] = [
  { key: "order", title: "STT", width: 6, kind: "order", cell: ({ project }) => project?.order ?? null },
  {
    key: "code",
    title: "Theo kế hoạch của xã",
    width: 14,
    kind: "code",
    group: "Mã dự án",
    cell: ({ project }) => project?.code ?? null,
  },
  {
    key: "programmeCode",
    title: "Theo Chương trình",
    width: 14,
    kind: "code",
    group: "Mã dự án",
    cell: ({ project }) => project?.programmeCode ?? null,
  },
  {
    key: "title",
    title: "Dự án, tiểu dự án",
    width: TITLE_WIDTH,
    kind: "text",
    cell: ({ project }) => project?.title ?? "TỔNG CỘNG",
  },
  {
    key: "leadUnit",
    title: "Đơn vị chủ trì",
    width: 22,
    kind: "text",
    cell: ({ project }) => project?.leadUnit ?? null,
  },
  { key: "Tổng vốn", title: "Tổng vốn", width: 14, kind: "money", cell: amount("Tổng vốn") },
  {
    key: "NSTW",
    title: "Ngân sách trung ương",
    width: 14,
    kind: "money",
    group: "Trong đó",
    cell: amount("NSTW"),
  },
  {
    key: "NSĐP",
    title: "Ngân sách địa phương",
    width: 14,
    kind: "money",
    group: "Trong đó",
    cell: amount("NSĐP"),
  },
  {
    key: "Vốn khác",
    title: "Vốn khác",
    width: 12,
    kind: "money",
    group: "Trong đó",
    cell: amount("Vốn khác"),
  },
  {
    key: "ratio",
    title: "Tỷ lệ NSĐP / NSTW",
    width: 11,
    kind: "share",
    cell: () => ({ part: "NSĐP", whole: "NSTW" }),
  },
  {
    key: "share",
    title: "Tỷ trọng",
    width: 10,
    kind: "share",
    cell: ({ totalRow }) => ({ part: "Tổng vốn", whole: "Tổng vốn", wholeRow: totalRow }),
  },
  NOTE_COLUMN,
];

const seriesColours: Readonly<Record<string, string>> = {
  NSTW: "1F6F50",
  NSĐP: "E0A030",
  "Vốn khác": "7F7F7F",
};

function basis(tables: WorkbookTables, selected: string): string {
  const number = tables.parameters.text("planNumber");
  const plan =
    number === ""
      ? ""
      : `Theo Kế hoạch số ${number} của Ủy ban nhân dân xã ${tables.parameters.text("commune")}`;
  const texts = [plan, selected].filter((text) => text !== "");
  return texts.length === 0 ? "" : `(${texts.join("; ")})`;
}

export const form = defineForm({
  code: "BC01",
  sheet: SHEET,
  reads: [TABLE],
  draft: (tables, options) => {
    const selection = selectProjects(tables, options);
    const projects = selection.lines.filter((line) => !line.undivided);
    const totalRow = projects.length;
    const lines: Line[] = [
      ...projects.map((project) => ({ level: project.level, project, where: project.where("Mã"), totalRow })),
      { level: "total", project: null, where: selection.any("Mã"), totalRow },
    ];
    const rows = rowsFrom(lines, columns);
    const unit = options.unit ?? tables.parameters.unit;
    const hasOther = runQuery(sum(TABLE, "Vốn khác", [selection.any("Mã")]), tables).rows.some(
      (one) => one.amount !== 0,
    );
    const annex = chartPage({
      sheet: SHEET,
      shown: projects.flatMap((project, row) =>
        project.leaf
          ? [
              {
                row,
                labels: {
                  code: project.code,
                  programmeCode: project.programmeCode,
                  title: shortened(project.title, TITLE_WIDTH),
                },
              },
            ]
          : [],
      ),
      figures: ["Tổng vốn", "NSTW", "NSĐP", "Vốn khác"],
      unit,
      charts: [
        (range) => ({
          name: "BC01 theo nguồn",
          kind: "column",
          title: `Phân bổ vốn theo nguồn, từng dự án (${unit})`,
          series: ["NSTW", "NSĐP", ...(hasOther ? ["Vốn khác"] : [])].map((header) => ({
            name: header,
            values: range(header),
            categories: range("code"),
            colour: seriesColours[header]!,
          })),
          valueFormat: "#,##0.0",
          showValues: true,
          altText: "Biểu đồ cột: vốn của từng dự án, chia theo ngân sách trung ương và ngân sách địa phương.",
        }),
      ],
    });
    return {
      title: `PHÂN BỔ VỐN THỰC HIỆN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM ${tables.parameters.text("planYear")}`,
      subtitle: basis(tables, selection.text),
      columns,
      rows,
      inWords: "Tổng vốn",
      withAccountant: true,
      ...(annex ? { annex } : {}),
    };
  },
});
