/**
 * The sheet “So sánh”: what a plan changes in the workbook, project by project, before, after and the difference, as an
 * appendix that can be printed. It is made on request and shows the comparison of that moment.
 */
import type { Edit } from "../book";
import { fromDong, formatVietnameseDate, parseIsoDate, type CalendarDate, type Dong } from "../domain";
import type { MoneyHeader, PlanComparison, ProjectComparison, WorkbookTables } from "../layout";
import { appendixDesign, NOTE_COLUMN, type Appendix, type FormColumn } from "../reports";
import { sheetNamed } from "./sheetNamed";

const SHEET = "So sánh";
const TITLE = "BẢNG SO SÁNH KẾ HOẠCH VỐN TRƯỚC VÀ SAU ĐIỀU CHỈNH";

interface Line {
  readonly level: "project" | "total";
  readonly order: string | null;
  /** null in the total. */
  readonly project: ProjectComparison | null;
}

/** The sheet, new or made again where it stands; another sheet of that name is left alone. */
export function comparisonSheetEdit(
  tables: WorkbookTables,
  comparison: PlanComparison,
  today: CalendarDate,
): Edit {
  const { name, exists } = sheetNamed(tables.snapshot, SHEET, TITLE);
  const design = appendixDesign(comparisonAppendix(comparison, tables, name), tables, {
    freeze: false,
    today,
    openErrors: 0,
  });
  return {
    task: "comparisonSheet",
    operations: [{ kind: exists ? "rewriteSheet" : "createSheet", design }],
  };
}

function comparisonAppendix(comparison: PlanComparison, tables: WorkbookTables, sheet: string): Appendix {
  const { unit } = tables.parameters;
  const { projects } = comparison;
  const columns = columnsOf(comparison, (dong) => fromDong(dong, unit));
  const lines: Line[] = [
    ...projects.map((project, index): Line => ({ level: "project", order: String(index + 1), project })),
    { level: "total", order: null, project: null },
  ];
  return {
    code: "",
    sheet,
    title: TITLE,
    subtitle: subtitleOf(comparison),
    columns,
    rows: lines.map((line) => ({
      // Plain rows: bold is for the total alone.
      level: line.level === "project" ? "part" : "total",
      cells: columns.map((column) => column.cell(line)),
    })),
    withAccountant: true,
  };
}

function subtitleOf({ number, planDate }: PlanComparison): string {
  const day = planDate === null ? null : parseIsoDate(planDate);
  const before = number.before ?? "....../KH-UBND";
  const after = number.after ?? "....../KH-UBND";
  const dated = day ? ` ngày ${formatVietnameseDate(day)}` : "";
  return number.before === number.after
    ? `Số liệu trong sổ và theo Kế hoạch số ${after}${dated}`
    : `Trước: Kế hoạch số ${before}; sau: Kế hoạch số ${after}${dated}`;
}

function columnsOf(comparison: PlanComparison, inUnit: (dong: Dong) => number): FormColumn<Line>[] {
  const last = comparison.projects.length;
  const all = comparison.projects.map((_project, index) => index);
  const money = (header: MoneyHeader): FormColumn<Line>[] => {
    const part = (key: string, title: string, pick: "before" | "after"): FormColumn<Line> => ({
      key: `${header} ${key}`,
      title,
      width: 12,
      kind: "money",
      group: header,
      cell: ({ project }) => {
        if (project === null) return { rows: all };
        const amount = project.amounts.find((one) => one.header === header)!;
        // Of a project that it does not name the plan says nothing: it stays.
        return inUnit((pick === "before" ? amount.before : (amount.after ?? amount.before)) ?? 0);
      },
    });
    const difference: FormColumn<Line> = {
      key: `${header} difference`,
      title: "Tăng, giảm",
      width: 12,
      kind: "money",
      group: header,
      cell: () => ({ plus: [`${header} after`], minus: [`${header} before`] }),
    };
    return [part("before", "Trước", "before"), part("after", "Sau", "after"), difference];
  };
  const other = comparison.totals.find((one) => one.header === "Vốn khác")!;
  const withOther = (other.before ?? 0) !== 0 || (other.after ?? 0) !== 0;
  return [
    { key: "order", title: "STT", width: 5, kind: "order", cell: (line) => line.order },
    { key: "code", title: "Mã dự án", width: 11, kind: "code", cell: (line) => line.project?.code ?? null },
    {
      key: "title",
      title: "Dự án, tiểu dự án",
      width: 42,
      kind: "text",
      cell: (line) => (line.project === null ? "Tổng cộng" : ownTitle(line.project.title)),
    },
    ...money("Tổng vốn"),
    ...money("NSTW"),
    ...money("NSĐP"),
    ...(withOther ? money("Vốn khác") : []),
    {
      key: "changes",
      title: "Thay đổi khác",
      width: 34,
      kind: "text",
      cell: (line) => (line.project === null || last === 0 ? null : changesOf(line.project) || null),
    },
    NOTE_COLUMN as FormColumn<Line>,
  ];
}

/** Of a sub-project its own title alone: with its project's the table would be twice as long. */
function ownTitle(title: string): string {
  return / - (Tiểu dự án \d+: .+)$/s.exec(title)?.[1] ?? title;
}

/** What else changes in a project, one thing a line. */
function changesOf(project: ProjectComparison): string {
  const listed = (contents: ProjectComparison["contentsAdded"]) =>
    contents.map((content) => content.shortTitle).join("; ");
  return [
    project.standing === "onlyInPlan" ? "Dự án mới" : "",
    project.standing === "onlyInWorkbook" ? "Kế hoạch không có dự án này" : "",
    ...project.texts.map((text) => `${text.header}: ${text.before ?? "(trống)"} → ${text.after}`),
    project.contentsAdded.length > 0 ? `Thêm nội dung: ${listed(project.contentsAdded)}` : "",
    project.contentsRemoved.length > 0 ? `Không có nội dung: ${listed(project.contentsRemoved)}` : "",
  ]
    .filter((text) => text !== "")
    .join("\n");
}
