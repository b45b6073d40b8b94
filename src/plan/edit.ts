/**
 * A plan changed by hand, as a value: each change gives a new reading with the plan's own findings as they now stand.
 * Codes never move: a content that goes leaves its number unused, so that the others keep theirs.
 */
import type { Programme } from "../programme";
import { checkPlan, isCheckedCode } from "./checks";
import { addContent, changeContent, removeContent } from "./edit-contents";
import { addedProject, type NewProject } from "./edit-projects";
import type { Plan, PlanFlaw, PlanProject, PlanReading, PlanSourceKey } from "./model";
import { inOrder, totalsOf } from "./read";
import { sumOf } from "./settle";
import { toleranceOf } from "./sums";
import { splitUnits, unitKey } from "./units";

/** `project` is the index in `plan.projects`; `content` a content's code; amounts are đồng, null where nothing is stated. */
export type PlanChange =
  | {
      readonly kind: "amount";
      readonly project: number;
      readonly source: PlanSourceKey;
      readonly amount: number | null;
    }
  | { readonly kind: "leadUnit"; readonly project: number; readonly unit: string }
  /** Units parted by commas or semicolons. */
  | { readonly kind: "coordinating"; readonly project: number; readonly units: string }
  | { readonly kind: "addProject"; readonly project: NewProject }
  | { readonly kind: "removeProject"; readonly project: number }
  /** Under `parent` (a content's code), or at the first level. */
  | {
      readonly kind: "addContent";
      readonly project: number;
      readonly parent: string | null;
      readonly title: string;
    }
  | {
      readonly kind: "renameContent";
      readonly project: number;
      readonly content: string;
      readonly title: string;
    }
  | {
      readonly kind: "contentAmount";
      readonly project: number;
      readonly content: string;
      readonly source: PlanSourceKey;
      readonly amount: number | null;
    }
  | { readonly kind: "removeContent"; readonly project: number; readonly content: string }
  | { readonly kind: "number" | "date"; readonly text: string }
  /** The total that the plan itself states; null: it states none. */
  | { readonly kind: "statedTotal"; readonly source: PlanSourceKey; readonly amount: number | null };

/**
 * The reading after one change. A change that names no project or content of the plan leaves it as it is. Findings that
 * come from the document's words stay, but for those that the change answers.
 */
export function editPlan(reading: PlanReading, change: PlanChange, programme: Programme): PlanReading {
  const plan = changed(reading.plan, change, programme);
  if (plan === reading.plan) return reading;
  const settled: Plan = { ...plan, totals: totalsOf(plan.projects) };
  const read = reading.findings
    .filter((flaw) => !isCheckedCode(flaw) && !isAnswered(flaw, change, reading.plan))
    .flatMap((flaw) => (flaw.code === "plan/total-mismatch" ? parentMismatch(flaw, settled) : [flaw]));
  const stated = settled.statedTotal === null ? [] : [settled.statedTotal];
  const found = checkPlan(settled.projects, stated, programme, read).map(withoutInventedRow);
  return { ok: true, plan: settled, findings: inOrder([...read, ...found]) };
}

function changed(plan: Plan, change: PlanChange, programme: Programme): Plan {
  switch (change.kind) {
    case "addProject": {
      const project = addedProject(plan, change.project, programme);
      return project === null ? plan : { ...plan, projects: [...plan.projects, project] };
    }
    case "removeProject":
      return plan.projects[change.project]
        ? { ...plan, projects: plan.projects.filter((_project, index) => index !== change.project) }
        : plan;
    case "number":
    case "date":
      return { ...plan, [change.kind]: change.text.trim() === "" ? null : change.text.trim() };
    case "statedTotal":
      return withStatedTotal(plan, change.source, change.amount);
    default: {
      const before = plan.projects[change.project];
      if (!before) return plan;
      const after = changedProject(before, change, plan, programme);
      if (after === before) return plan;
      return {
        ...plan,
        projects: plan.projects.map((one, index) => (index === change.project ? after : one)),
      };
    }
  }
}

type ProjectChange = Exclude<
  PlanChange,
  { kind: "addProject" | "removeProject" | "number" | "date" | "statedTotal" }
>;

function changedProject(
  project: PlanProject,
  change: ProjectChange,
  plan: Plan,
  programme: Programme,
): PlanProject {
  switch (change.kind) {
    case "amount": {
      const allocation = { ...project.allocation, [change.source]: change.amount };
      // Parts that the document gave for the old amount say nothing about the new one.
      const { localParts } = change.source === "local" ? { localParts: null } : project;
      return { ...project, allocation, localParts };
    }
    case "leadUnit": {
      const unit = change.unit.trim() === "" ? null : change.unit.trim();
      return { ...project, leadUnit: unit, leadUnitKey: unit === null ? null : unitKey(unit, plan.commune) };
    }
    case "coordinating":
      return { ...project, coordinating: change.units.trim() === "" ? [] : splitUnits(change.units) };
    case "addContent":
      return addContent(project, change.parent, change.title, programme);
    case "removeContent":
      return removeContent(project, change.content);
    case "renameContent":
    case "contentAmount":
      return changeContent(project, change, programme);
  }
}

function withStatedTotal(plan: Plan, source: PlanSourceKey, amount: number | null): Plan {
  const none = { total: null, central: null, local: null, other: null };
  const { statedTotal } = plan;
  if (statedTotal === null && amount === null) return plan;
  const allocation = { ...(statedTotal?.allocation ?? none), [source]: amount };
  if (Object.values(allocation).every((one) => one === null)) return { ...plan, statedTotal: null };
  const writtenUnit = statedTotal?.writtenUnit ?? Math.max(1, ...plan.projects.map((one) => one.writtenUnit));
  return { ...plan, statedTotal: { allocation, writtenUnit, row: statedTotal?.row ?? 0 } };
}

/** What could not be read, or stood twice, is answered by the amount that the person gives. */
function isAnswered(flaw: PlanFlaw, change: PlanChange, plan: Plan): boolean {
  switch (change.kind) {
    case "amount":
      return (
        flaw.params.project === plan.projects[change.project]!.code && flaw.params.source === change.source
      );
    case "removeProject":
      return flaw.params.project === plan.projects[change.project]!.code;
    case "number":
    case "date":
      return (
        flaw.code === "plan/missing-head" && flaw.params.field === change.kind && change.text.trim() !== ""
      );
    default:
      return false;
  }
}

/** The total that a project states over its sub-projects stands in no plan, but in the flaw that told of it. */
function parentMismatch(flaw: PlanFlaw, plan: Plan): PlanFlaw[] {
  const source = flaw.params.source as PlanSourceKey;
  const stated = flaw.params.stated as number;
  const parts = plan.projects.filter((project) => project.code.startsWith(`${String(flaw.params.project)}.`));
  const sum = sumOf(parts.map((project) => project.allocation[source])) ?? 0;
  const difference = stated - sum;
  const unit = Math.max(1, ...parts.map((project) => project.writtenUnit));
  if (Math.abs(difference) <= toleranceOf(unit)) return [];
  return [{ ...flaw, params: { ...flaw.params, sum, difference } }];
}

/** What a person added stands on no line of the document. */
function withoutInventedRow(flaw: PlanFlaw): PlanFlaw {
  return flaw.row === 0 ? { ...flaw, row: null } : flaw;
}
