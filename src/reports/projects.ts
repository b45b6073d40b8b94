/**
 * The projects a report is about, and its lines: a project, and under it its sub-projects where it has any. Rows are taken
 * in by their project code: a total row that somebody typed into a table bears none. A row of `tblDuAn` for a project whose
 * sub-projects have rows too is their sum, and not counted, or else money that is not divided yet.
 */
import { normalise } from "../domain";
import type { WorkbookTables } from "../layout";
import { unitKey } from "../plan";
import type { Criterion } from "./criterion";
import { textKey } from "./criterion";
import type { ReportOptions } from "./form";

export interface Project {
  /** Data row of `tblDuAn`, from 0. */
  readonly row: number;
  readonly code: string;
  readonly programmeCode: string;
  readonly title: string;
  readonly leadUnit: string;
  /** The same for all spellings of a unit. */
  readonly leadUnitKey: string;
}

export interface ProjectLine extends Project {
  readonly level: "project" | "part";
  /** `1`, `1.2`. */
  readonly order: string;
  /** No sub-projects stand under it. */
  readonly leaf: boolean;
  /** Money of a project that none of its sub-projects has: shown where there is any. */
  readonly undivided?: true;
  /** The line's rows in a table, by its column of project codes. */
  readonly where: (header: string) => Criterion;
}

export interface Selection {
  /** Those that have money of their own. */
  readonly projects: readonly Project[];
  readonly lines: readonly ProjectLine[];
  /** Rows of any project of the selection. */
  readonly any: (header: string) => Criterion;
  /** Said on the sheet; empty where everything is in. */
  readonly text: string;
}

const CODE = /^DA/i;
/** `title - Tiểu dự án 1: sub-title`, as plans write it. */
const SUB_PROJECT = /\s*[-–]\s*(Tiểu dự án \d+\s*[:.].*)$/s;

/** The plan's projects that a person has chosen; all of them by default. */
export function selectProjects(tables: WorkbookTables, options: ReportOptions): Selection {
  const everything = projectsOf(tables);
  const commune = tables.parameters.text("commune") || null;
  const code = options.project?.trim().toLowerCase() ?? "";
  const unit = options.leadUnit === undefined ? "" : unitKey(options.leadUnit, commune);
  const projects = everything.filter(
    (project) =>
      (code === "" ||
        project.code.toLowerCase() === code ||
        project.code.toLowerCase().startsWith(`${code}.`)) &&
      (unit === "" || project.leadUnitKey === unit),
  );
  const whole = code === "" && unit === "";
  const texts = [
    unit === "" ? "" : `Đơn vị chủ trì: ${normalise(options.leadUnit!)}`,
    code === "" ? "" : `Dự án: ${options.project!.trim().toUpperCase()}`,
  ];
  const sums = sumRows(everything, tables);
  const counted = projects.filter((project) => !sums.has(project));
  // In the table of projects itself the rows that sum up others are left out; elsewhere their code is a project's.
  const oneOf = (header: string): Criterion => {
    const codes = (header === "Mã" ? counted : projects).map((project) => project.code);
    return { header, match: "oneOf", texts: codes.length > 0 ? codes : ["DA?"] };
  };
  return {
    projects: counted,
    lines: linesOf(projects, sums),
    any: (header) =>
      whole && (header !== "Mã" || sums.size === 0)
        ? { header, match: "startsWith", text: "DA" }
        : oneOf(header),
    text: texts.filter((text) => text !== "").join("; "),
  };
}

/** Rows of projects whose amounts are those of their sub-projects, or that have none. */
function sumRows(projects: readonly Project[], tables: WorkbookTables): ReadonlySet<Project> {
  const view = tables.table("tblDuAn");
  const slack = tables.parameters.value("tolerance");
  const tolerance = (typeof slack === "number" ? slack : 0) + 1e-6;
  const amount = ({ row }: Project, header: string): number => {
    const value = view?.column(header)[row];
    return typeof value === "number" ? value : 0;
  };
  return new Set(
    projects.filter((project) => {
      const parts = projects.filter((part) => isUnder(part, project));
      if (parts.length === 0) return false;
      const differs = (header: string) =>
        Math.abs(amount(project, header) - parts.reduce((sum, part) => sum + amount(part, header), 0));
      return (
        AMOUNTS.every((header) => amount(project, header) === 0) ||
        AMOUNTS.every((header) => differs(header) <= tolerance)
      );
    }),
  );
}

const AMOUNTS = ["Tổng vốn", "NSTW", "NSĐP", "Vốn khác"];

function isUnder(part: Project, project: Project): boolean {
  return part.code.toLowerCase().startsWith(`${project.code.toLowerCase()}.`);
}

function projectsOf(tables: WorkbookTables): Project[] {
  const view = tables.table("tblDuAn");
  const commune = tables.parameters.text("commune") || null;
  const projects = new Map<string, Project>();
  for (let row = 0; row < (view?.rowCount ?? 0); row += 1) {
    const text = (header: string) => {
      const value = view!.column(header)[row] ?? null;
      return value === null || typeof value === "object" ? "" : String(value).trim();
    };
    const code = view!.column("Mã")[row] ?? null;
    // The code is compared as it stands in the cell; spaces around it are a finding and would find nothing.
    if (typeof code !== "string" || !CODE.test(code) || projects.has(textKey(code))) continue;
    projects.set(textKey(code), {
      row,
      code,
      programmeCode: text("Mã chương trình"),
      title: text("Tên dự án"),
      leadUnit: normalise(text("Đơn vị chủ trì")),
      leadUnitKey: unitKey(text("Đơn vị chủ trì"), commune),
    });
  }
  return [...projects.values()];
}

/** Lines of these projects, in the plan's order. */
function linesOf(projects: readonly Project[], sums: ReadonlySet<Project>): ProjectLine[] {
  const groups = new Map<string, Project[]>();
  for (const project of projects) {
    const parent = project.code.split(".")[0]!.toUpperCase();
    groups.set(parent, [...(groups.get(parent) ?? []), project]);
  }
  return [...groups.values()].flatMap((group, index) => groupLines(group, sums, index + 1));
}

/** `DA4.TDA1 – Tiểu dự án 1: …`: the programme's number, and the sub-project's own title where it is one. */
function headingOf(project: Project): string {
  return `${project.programmeCode || project.code} – ${subTitleOf(project)}`;
}

/** The sub-project's own title, where it is one. */
export function subTitleOf(project: Project): string {
  return SUB_PROJECT.exec(project.title)?.[1] ?? project.title;
}

/** The heading of a project that is known by its code alone; the code where the plan lacks it. */
export function headingOfCode(code: string, selection: Selection): string {
  const project = selection.projects.find((one) => textKey(one.code) === textKey(code));
  return project ? headingOf(project) : code;
}

/** Codes in the order of the plan; those it lacks come last. */
export function inPlanOrder(codes: readonly string[], selection: Selection): string[] {
  const places = new Map(selection.projects.map((project, index) => [textKey(project.code), index]));
  const place = (code: string) => places.get(textKey(code)) ?? places.size;
  const distinct = [...new Map(codes.map((code) => [textKey(code), code])).values()];
  return distinct.sort((a, b) => place(a) - place(b));
}

function groupLines(group: readonly Project[], sums: ReadonlySet<Project>, order: number): ProjectLine[] {
  const own = (
    project: Project,
    level: ProjectLine["level"],
    number: string,
    title: string,
  ): ProjectLine => ({
    ...project,
    title,
    level,
    order: number,
    leaf: true,
    where: (header) => ({ header, match: "equals", text: project.code }),
  });
  if (group.every((project) => !project.code.includes(".")))
    return group.map((project) => own(project, "project", String(order), project.title));
  const whole = group.find((project) => !project.code.includes("."));
  const parts = group.filter((project) => project !== whole);
  const divided = parts.map((project, index) =>
    own(project, "part", `${order}.${index + 1}`, subTitleOf(project)),
  );
  const parent = parentLine(group, whole, sums, order);
  if (!whole) return [parent, ...divided];
  const rest = own(whole, "part", `${order}.${parts.length + 1}`, "Chưa chia theo tiểu dự án");
  return [parent, ...divided, sums.has(whole) ? { ...rest, undivided: true } : rest];
}

/** The line of a project that stands as its sub-projects. */
function parentLine(
  group: readonly Project[],
  whole: Project | undefined,
  sums: ReadonlySet<Project>,
  order: number,
): ProjectLine {
  const first = whole ?? group[0]!;
  const code = first.code.split(".")[0]!;
  return {
    ...first,
    level: "project",
    order: String(order),
    leaf: false,
    code,
    programmeCode: first.programmeCode.split(".")[0]!,
    title: first.title.replace(SUB_PROJECT, ""),
    leadUnit: "",
    where: (header) => {
      if (!whole || (header === "Mã" && sums.has(whole)))
        return { header, match: "startsWith", text: `${code}.` };
      return { header, match: "oneOf", texts: group.map((project) => project.code) };
    },
  };
}
