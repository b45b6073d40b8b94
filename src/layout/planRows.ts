/** A plan and its programme as the rows of the workbook's tables. What the plan does not say is left empty. */
import type { CellInput } from "../book";
import { fromDong, parseIsoDate, serialFromDate, type MoneyUnit } from "../domain";
import type { Plan, PlanAllocation, PlanContent, PlanProject } from "../plan";
import { allContents, type Programme } from "../programme";
import { listRows } from "./listRows";
import { parameterRows } from "./parameterRows";
import { recordOf, recordRow } from "./planRecord";
import { rowId } from "./rowId";
import type { RowValues, TableRows } from "./rows";
import { requireTable, STRUCTURE_VERSION } from "./sheets";
import { ROW_ID_HEADER, UNDECIDED_CAPITAL, UNDETAILED_CONTENT } from "./spec";

export interface PlanRowsOptions {
  readonly unit: MoneyUnit;
  readonly detailUnit: MoneyUnit;
  /** When and for whom the workbook is made, as text for people; kept in `tblNguon`. */
  readonly madeAt: string;
  /** The workbook's date system: dates are written as its serial numbers. */
  readonly date1904: boolean;
}

/** The rows that an injection of this plan gives every table; tables that the plan says nothing about have none. */
export function planRows(plan: Plan, programme: Programme, options: PlanRowsOptions): TableRows {
  const units = unitNames(plan);
  const projects = plan.projects.map((project) => projectRow(project, units, options.unit));
  const recorded = (row: RowValues) => recordRow(String(row["Mã"]), recordOf(row, options.unit));
  const rows = new Map<string, readonly RowValues[]>([
    ["tblDuAn", projects],
    ["tblNoiDung", plan.projects.flatMap((project) => contentRows(project, programme))],
    ["tblNganSach", plan.projects.flatMap((project) => budgetRows(project, options.unit))],
    ["tblThamSo", parameterRows(plan, programme, options)],
    ...listRows(plan, programme, [...new Set(units.values())], options),
    ["tblNguon", [...originRows(plan, programme, options), ...projects.map(recorded)]],
  ]);
  const taken = new Set<string>();
  return new Map(
    [...rows].map(([table, values]) => [table, values.map((row, index) => withId(table, row, index, taken))]),
  );
}

function withId(table: string, row: RowValues, index: number, taken: Set<string>): RowValues {
  const spec = requireTable(table);
  if (!spec.columns.some((column) => column.header === ROW_ID_HEADER)) return row;
  const key =
    spec.refill.by === "emptyTable" ? String(index) : spec.refill.by.map((header) => row[header]).join("|");
  return { ...row, [ROW_ID_HEADER]: rowId(table, key, taken) };
}

/** One name for each unit, the first that the plan uses for it: the list of units has no unit twice. */
function unitNames(plan: Plan): Map<string, string> {
  const names = new Map<string, string>();
  const add = (key: string | null, name: string | null) => {
    if (key !== null && name !== null && !names.has(key)) names.set(key, name);
  };
  for (const project of plan.projects) add(project.leadUnitKey, project.leadUnit);
  return names;
}

function amount(value: number | null, unit: MoneyUnit): CellInput {
  return value === null ? null : fromDong(value, unit);
}

function amounts(allocation: PlanAllocation, unit: MoneyUnit): RowValues {
  return {
    "Tổng vốn": amount(allocation.total, unit),
    NSTW: amount(allocation.central, unit),
    NSĐP: amount(allocation.local, unit),
    "Vốn khác": amount(allocation.other, unit),
  };
}

/** The project's title and, where it stands as its sub-project, that title too, as plans write it. */
export function projectName(project: PlanProject): string {
  if (project.subProject === null) return project.title;
  const number = project.subProject.code.replace(/\D+/g, "");
  return `${project.title} - Tiểu dự án ${number}: ${project.subProject.title}`;
}

function projectRow(project: PlanProject, units: Map<string, string>, unit: MoneyUnit): RowValues {
  return {
    Mã: project.code,
    "Mã chương trình": project.programmeCode,
    "Tên dự án": projectName(project),
    ...amounts(project.allocation, unit),
    "Đơn vị chủ trì":
      project.leadUnitKey === null ? project.leadUnit : (units.get(project.leadUnitKey) ?? null),
    "Đơn vị phối hợp": project.coordinating.join("; ") || null,
  };
}

function contentRows(project: PlanProject, programme: Programme): RowValues[] {
  const known = new Map(allContents(programme).map((content) => [content.code, content]));
  const rows: RowValues[] = [];
  const visit = (content: PlanContent) => {
    const match = content.programmeContent === null ? undefined : known.get(content.programmeContent);
    rows.push({
      Mã: content.code,
      "Mã dự án": project.code,
      Cấp: content.level,
      "Tên ngắn": content.shortTitle,
      "Nội dung": content.title,
      "Nhóm hỗ trợ": match?.supportGroup ?? null,
      "Loại vốn được dùng": match?.capitalTypes.join("; ") || null,
      "Đối tượng": content.targets.join("\n") || projectTargets(project, content),
      "Đơn vị thực hiện": content.unit,
    });
    content.children.forEach(visit);
  };
  project.contents.forEach(visit);
  return rows;
}

/** What the plan says of the whole project stands once, at its first content; the others refer to it. */
function projectTargets(project: PlanProject, content: PlanContent): string | null {
  if (content.level > 1 || project.targets.length === 0) return null;
  const firstContent = project.contents[0]!;
  return content === firstContent ? project.targets.join("\n") : `Như nội dung ${firstContent.code}`;
}

/**
 * The budget lines of a project: by content or by kind of capital where the plan divides all of its money so, else one
 * line that says it is not divided yet.
 */
function budgetRows(project: PlanProject, unit: MoneyUnit): RowValues[] {
  const line = (
    content: string,
    capital: string,
    allocation: PlanAllocation,
    implementer: string | null,
  ): RowValues => ({
    "Mã dự án": project.code,
    "Nội dung": content,
    "Loại vốn": capital,
    "Năm vốn": "Năm nay",
    ...amounts(allocation, unit),
    "Đơn vị thực hiện": implementer,
  });
  const divided = dividedContents(project.contents);
  if (
    divided.length > 0 &&
    sameMoney(
      divided.map((one) => one.allocation!),
      project.allocation,
    )
  ) {
    return divided.map((one) => line(one.shortTitle, UNDECIDED_CAPITAL, one.allocation!, one.unit));
  }
  const capital = [
    ["Đầu tư", project.capital?.investment],
    ["Sự nghiệp", project.capital?.recurrent],
  ] as const;
  const stated = capital.flatMap(([name, allocation]) => (allocation ? [{ name, allocation }] : []));
  if (
    stated.length > 0 &&
    sameMoney(
      stated.map((one) => one.allocation),
      project.allocation,
    )
  ) {
    return stated.map((one) => line(UNDETAILED_CONTENT, one.name, one.allocation, null));
  }
  return [line(UNDETAILED_CONTENT, UNDECIDED_CAPITAL, project.allocation, null)];
}

/** The deepest contents that bear money of their own, none of them under another. */
function dividedContents(contents: readonly PlanContent[]): PlanContent[] {
  return contents.flatMap((content) => {
    const below = dividedContents(content.children);
    if (below.length > 0) return below;
    return content.allocation?.total != null ? [content] : [];
  });
}

/** The parts make up the whole, source by source; a part that names no sources is no division of them. */
function sameMoney(parts: readonly PlanAllocation[], whole: PlanAllocation): boolean {
  return (["total", "central", "local"] as const).every((key) => {
    if (whole[key] === null) return true;
    let sum = 0;
    for (const part of parts) {
      const value = part[key];
      if (value === null) return false;
      sum += value;
    }
    return sum === whole[key];
  });
}

function originRows(plan: Plan, programme: Programme, options: PlanRowsOptions): RowValues[] {
  const date = plan.date === null ? null : parseIsoDate(plan.date);
  return [
    { Khóa: "Loại tệp", "Giá trị": "Sổ MTQG" },
    { Khóa: "Phiên bản cấu trúc", "Giá trị": STRUCTURE_VERSION },
    { Khóa: "Tạo từ kế hoạch", "Giá trị": plan.number },
    { Khóa: "Ngày kế hoạch", "Giá trị": date && serialFromDate(date, options.date1904) },
    { Khóa: "Cho xã", "Giá trị": plan.commune },
    { Khóa: "Gói chương trình", "Giá trị": programme.code },
    { Khóa: "Tạo lúc", "Giá trị": options.madeAt },
  ];
}
