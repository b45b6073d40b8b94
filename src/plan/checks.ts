/** What is wrong with a plan that has been read: gaps, splits that do not add up, numbers that are not the programme's. */
import type { Programme } from "../programme";
import type { PlanContent, PlanFlaw, PlanProject, StatedTotal } from "./model";
import { sumOf } from "./settle";
import { toleranceOf, totalMismatches } from "./sums";

const checkedCodes: readonly string[] = [
  "plan/missing-total",
  "plan/missing-lead-unit",
  "plan/unknown-project",
  "budget/programme-code-mismatch",
  "budget/split-rounding",
  "budget/split-mismatch",
  "budget/negative-amount",
  "budget/counterpart-below-minimum",
  "budget/counterpart-outlier",
  "budget/rollup-mismatch",
];

/** Whether a flaw is what `checkPlan` finds; the others come from the document's words. */
export function isCheckedCode(flaw: PlanFlaw): boolean {
  // A project's own total over its sub-projects is found in reading.
  if (flaw.code === "plan/total-mismatch") return flaw.params.project === null;
  return checkedCodes.includes(flaw.code);
}

/** `found` are the flaws of reading: an amount that stands there unread is not missing. */
export function checkPlan(
  projects: readonly PlanProject[],
  statedTotals: readonly StatedTotal[],
  programme: Programme,
  found: readonly PlanFlaw[],
): readonly PlanFlaw[] {
  const unread = new Set(
    found
      .filter((flaw) => flaw.code === "plan/unreadable-amount" && flaw.params.source === "total")
      .map((flaw) => flaw.params.project),
  );
  return [
    ...projects.flatMap((project) => [
      ...checkGaps(project, unread.has(project.code)),
      ...checkProgramme(project),
      ...checkSplit(project),
      ...checkSigns(project),
      ...checkCounterpart(project, programme.parameters.counterpartRatioMinimum.value),
      ...checkContents(project),
    ]),
    ...checkOutliers(projects),
    ...statedTotals.flatMap(({ allocation, writtenUnit, row }) =>
      totalMismatches(allocation, writtenUnit, row, projects, null),
    ),
  ];
}

function titleOf(project: PlanProject): string {
  return project.subProject && project.subProject.title !== "" ? project.subProject.title : project.title;
}

function checkGaps(project: PlanProject, totalUnread: boolean): PlanFlaw[] {
  const { total, central, local, other } = project.allocation;
  const params = { project: project.code, title: titleOf(project) };
  const flaws: PlanFlaw[] = [];
  if (total === null && !totalUnread) {
    flaws.push({
      code: "plan/missing-total",
      severity: "error",
      row: project.budgetRow ?? project.row,
      params: { ...params, proposal: sumOf([central, local, other]) },
    });
  }
  if (project.leadUnit === null)
    flaws.push({ code: "plan/missing-lead-unit", severity: "warning", row: project.row, params });
  return flaws;
}

function checkProgramme(project: PlanProject): PlanFlaw[] {
  const { code, programmeCode, row } = project;
  const title = titleOf(project);
  if (programmeCode === null)
    return [{ code: "plan/unknown-project", severity: "warning", row, params: { project: code, title } }];
  const whole = (text: string): string => text.split(".")[0]!;
  const sameKind = code.includes(".") === programmeCode.includes(".");
  if (sameKind ? code === programmeCode : whole(code) === whole(programmeCode)) return [];
  return [
    {
      code: "budget/programme-code-mismatch",
      severity: "warning",
      row,
      params: { project: code, programmeCode, title },
    },
  ];
}

function checkSplit(project: PlanProject): PlanFlaw[] {
  const { total, central, local, other } = project.allocation;
  if (total === null || (central === null && local === null)) return [];
  const sum = sumOf([central, local, other])!;
  const difference = total - sum;
  if (difference === 0) return [];
  const params = {
    project: project.code,
    title: titleOf(project),
    total,
    central,
    local,
    other,
    sum,
    difference,
  };
  const within = Math.abs(difference) <= toleranceOf(project.writtenUnit);
  return [
    {
      code: within ? "budget/split-rounding" : "budget/split-mismatch",
      severity: within ? "info" : "error",
      row: project.budgetRow ?? project.row,
      params,
    },
  ];
}

function checkSigns(project: PlanProject): PlanFlaw[] {
  const flaw = (source: string, amount: number, row: number, content: string | null): PlanFlaw => ({
    code: "budget/negative-amount",
    severity: "error",
    row,
    params: { project: project.code, content, source, amount },
  });
  const negative = Object.entries(project.allocation).filter(([, amount]) => amount !== null && amount < 0);
  return negative.map(([source, amount]) =>
    flaw(source, amount as number, project.budgetRow ?? project.row, null),
  );
}

/** Local money that is not stated counts as none only where the rest makes up the total. */
function counterpart({
  allocation: { total, central, local, other },
}: PlanProject): { central: number; local: number } | null {
  if (central === null || central <= 0) return null;
  if (local !== null) return { central, local };
  return total !== null && total === central + (other ?? 0) ? { central, local: 0 } : null;
}

function checkCounterpart(project: PlanProject, ratio: number): PlanFlaw[] {
  const money = counterpart(project);
  if (!money || money.local + toleranceOf(project.writtenUnit) >= ratio * money.central) return [];
  const params = {
    project: project.code,
    title: titleOf(project),
    ...money,
    ratio,
    required: Math.ceil(ratio * money.central),
  };
  return [
    {
      code: "budget/counterpart-below-minimum",
      severity: "warning",
      row: project.budgetRow ?? project.row,
      params,
    },
  ];
}

const outlierHigh = 1.5;
const outlierLow = 2 / 3;

/** At least 1.5 times, or at most two thirds of, the median of the other projects' ratios. */
function checkOutliers(projects: readonly PlanProject[]): PlanFlaw[] {
  const rated = projects.flatMap((project) => {
    const money = counterpart(project);
    return money ? [{ project, ratio: money.local / money.central }] : [];
  });
  return rated.flatMap(({ project, ratio }): PlanFlaw[] => {
    const others = rated.filter((each) => each.project !== project).map((each) => each.ratio);
    const middle = median(others);
    if (middle === null || middle === 0 || (ratio < outlierHigh * middle && ratio > outlierLow * middle))
      return [];
    const params = { project: project.code, title: titleOf(project), ratio, median: middle };
    return [
      { code: "budget/counterpart-outlier", severity: "info", row: project.budgetRow ?? project.row, params },
    ];
  });
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Contents that all state their money must make up the project. */
function checkContents(project: PlanProject): PlanFlaw[] {
  const flaws: PlanFlaw[] = [];
  const check = (
    stated: number | null,
    parts: readonly PlanContent[],
    row: number,
    content: string | null,
  ): void => {
    const amounts = parts.map((part) => part.allocation?.total ?? null);
    if (stated === null || parts.length === 0 || amounts.some((amount) => amount === null)) return;
    const sum = sumOf(amounts)!;
    const difference = sum - stated;
    if (Math.abs(difference) <= toleranceOf(project.writtenUnit)) return;
    flaws.push({
      code: "budget/rollup-mismatch",
      severity: "error",
      row,
      params: { project: project.code, content, source: "total", stated, sum, difference },
    });
  };
  const visit = (content: PlanContent): void => {
    check(content.allocation?.total ?? null, content.children, content.row, content.shortTitle);
    content.children.forEach(visit);
  };
  check(project.allocation.total, project.contents, project.budgetRow ?? project.row, null);
  project.contents.forEach(visit);
  return flaws;
}
