/** A project added to a plan by hand: chosen from the programme, or by its title. */
import { findProject, matchProject, type Programme } from "../programme";
import type { Plan, PlanProject } from "./model";

export type NewProject =
  /** The programme's code: `DA2`, `DA9.TDA2`. */
  { readonly programmeCode: string } | { readonly title: string };

/** The new project without money; null where the title is empty or the programme has no such code. */
export function addedProject(plan: Plan, wanted: NewProject, programme: Programme): PlanProject | null {
  const known =
    "programmeCode" in wanted
      ? findProject(programme, wanted.programmeCode)
      : matchProject(programme, wanted.title);
  const title = "title" in wanted ? wanted.title.trim() : (known?.project.title ?? "");
  if (title === "") return null;
  const programmeCode = known ? (known.subProject ?? known.project).code : null;
  const code = freeCode(plan, programmeCode);
  const sub = known?.subProject ?? null;
  return {
    code,
    programmeCode,
    title: sub ? known!.project.title : title,
    subProject: sub && {
      code: `TDA${sub.number}`,
      title: "title" in wanted ? title : sub.title,
    },
    allocation: { total: null, central: null, local: null, other: null },
    localParts: null,
    capital: null,
    leadUnit: null,
    leadUnitKey: null,
    coordinating: [],
    assignment: [],
    targets: [],
    contents: [],
    notes: [],
    writtenUnit: Math.max(1, ...plan.projects.map((project) => project.writtenUnit)),
    row: 0,
    budgetRow: null,
  };
}

/** The programme's number where this plan uses it for nothing else, else the next free one; sub-projects keep their part. */
function freeCode(plan: Plan, programmeCode: string | null): string {
  const whole = (code: string): string => code.split(".")[0]!;
  const wanted = programmeCode === null ? null : whole(programmeCode);
  const part = programmeCode?.slice(wanted!.length) ?? "";
  const sameProject = plan.projects.find(
    (project) => wanted !== null && project.programmeCode !== null && whole(project.programmeCode) === wanted,
  );
  const isFree = (code: string): boolean => plan.projects.every((project) => project.code !== code);
  // Beside its sister sub-project, under the number that the plan gives their project.
  if (sameProject?.code.includes(".") && part !== "" && isFree(`${whole(sameProject.code)}${part}`))
    return `${whole(sameProject.code)}${part}`;
  const numbers = plan.projects.map((project) => Number(/^DA(\d+)/.exec(project.code)?.[1] ?? 0));
  if (wanted !== null && !numbers.includes(Number(wanted.slice(2)))) return programmeCode!;
  return `DA${Math.max(0, ...numbers) + 1}${part}`;
}
