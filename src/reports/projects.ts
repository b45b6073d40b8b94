/**
 * The projects a report is about, and its lines: a project, and under it its sub-projects where it has any. Rows are taken
 * in by their project code: a total row that somebody typed into a table bears none.
 */
import { normalise } from "../domain";
import type { WorkbookTables } from "../layout";
import { unitKey } from "../plan";
import type { Criterion } from "./criterion";
import { textKey } from "./criterion";
import type { ReportOptions } from "./form";

export interface Project {
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
  /** The line's rows in a table, by its column of project codes. */
  readonly where: (header: string) => Criterion;
}

export interface Selection {
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
  return {
    projects,
    lines: linesOf(projects),
    any: (header) =>
      whole
        ? { header, match: "startsWith", text: "DA" }
        : {
            header,
            match: "oneOf",
            texts: projects.length > 0 ? projects.map((project) => project.code) : ["DA?"],
          },
    text: texts.filter((text) => text !== "").join("; "),
  };
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
export function linesOf(projects: readonly Project[]): ProjectLine[] {
  const groups = new Map<string, Project[]>();
  for (const project of projects) {
    const parent = project.code.split(".")[0]!.toUpperCase();
    groups.set(parent, [...(groups.get(parent) ?? []), project]);
  }
  return [...groups.values()].flatMap((group, index) => groupLines(group, index + 1));
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

function groupLines(group: readonly Project[], order: number): ProjectLine[] {
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
  const first = group[0]!;
  const parent = first.code.split(".")[0]!;
  return [
    {
      ...first,
      level: "project",
      order: String(order),
      leaf: false,
      code: parent,
      programmeCode: first.programmeCode.split(".")[0]!,
      title: first.title.replace(SUB_PROJECT, ""),
      leadUnit: "",
      where: (header) => ({ header, match: "startsWith", text: `${parent}.` }),
    },
    ...group.map((project, index) => own(project, "part", `${order}.${index + 1}`, subTitleOf(project))),
  ];
}
