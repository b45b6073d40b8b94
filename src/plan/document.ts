/** The plan as `plan --json` prints it (contract, section 3): the named fields and no others. */
import type { Plan, PlanAllocation, PlanContent } from "./model";

export interface PlanDocument {
  readonly number: string | null;
  readonly date: string | null;
  readonly commune: string | null;
  readonly year: number | null;
  readonly unit: "đồng";
  readonly legalBases: readonly string[];
  readonly recipients: readonly string[];
  readonly signatory: { readonly authority: readonly string[]; readonly name: string | null };
  readonly projects: readonly PlanDocumentProject[];
  readonly totals: PlanAllocation;
}

export interface PlanDocumentProject {
  readonly code: string;
  readonly programmeCode: string | null;
  readonly title: string;
  readonly subProject: { readonly code: string; readonly title: string } | null;
  readonly allocation: PlanAllocation;
  readonly localParts: Readonly<Record<string, number>> | null;
  readonly leadUnit: string | null;
  readonly leadUnitKey: string | null;
  readonly coordinating: readonly string[];
  readonly targets: readonly string[];
  readonly contents: readonly PlanDocumentContent[];
}

export interface PlanDocumentContent {
  readonly code: string;
  readonly shortTitle: string;
  readonly title: string;
  readonly level: number;
  readonly allocation: PlanAllocation | null;
  readonly children: readonly PlanDocumentContent[];
}

export function planDocument(plan: Plan): PlanDocument {
  const { number, date, commune, year, unit, legalBases, recipients, totals } = plan;
  return {
    number,
    date,
    commune,
    year,
    unit,
    legalBases,
    recipients,
    signatory: { authority: plan.signatory.authority, name: plan.signatory.name },
    projects: plan.projects.map((project) => ({
      code: project.code,
      programmeCode: project.programmeCode,
      title: project.title,
      subProject: project.subProject,
      allocation: project.allocation,
      localParts: project.localParts,
      leadUnit: project.leadUnit,
      leadUnitKey: project.leadUnitKey,
      coordinating: project.coordinating,
      targets: project.targets,
      contents: project.contents.map(contentDocument),
    })),
    totals,
  };
}

function contentDocument({
  code,
  shortTitle,
  title,
  level,
  allocation,
  children,
}: PlanContent): PlanDocumentContent {
  return { code, shortTitle, title, level, allocation, children: children.map(contentDocument) };
}
