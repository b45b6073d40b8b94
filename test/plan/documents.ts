/** The plan documents of `documents/`: invented communes, each in another office's manner. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { programmes } from "../../src/programme";
import { readPlan } from "../../src/plan";
import type { Plan, PlanFlaw, PlanProject, PlanReading } from "../../src/plan";

export const programme = programmes.find("1719")!;

const folder = join(__dirname, "documents");

export const documentNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.replace(".txt", ""))
  .sort();

export function documentText(name: string): string {
  return readFileSync(join(folder, `${name}.txt`), "utf8");
}

export function readText(text: string): PlanReading {
  const reading = readPlan({ kind: "text", text }, programme);
  if (!reading.ok) throw new Error(`unreadable: ${reading.reason}`);
  return reading;
}

export function readDocument(name: string): PlanReading {
  return readText(documentText(name));
}

/** [code, programme's code, total, central, local, other] in millions of đồng. */
export function moneyRows(plan: Plan): readonly (readonly (string | number | null)[])[] {
  return plan.projects.map(({ code, programmeCode, allocation: { total, central, local, other } }) => [
    code,
    programmeCode,
    ...[total, central, local, other].map(millions),
  ]);
}

function millions(amount: number | null): number | null {
  return amount === null ? null : amount / 1e6;
}

export function unitRows(plan: Plan): readonly (readonly [string | null, readonly string[]])[] {
  return plan.projects.map(({ leadUnit, coordinating }) => [leadUnit, coordinating] as const);
}

/** "code @row project". */
export function flawRows(findings: readonly PlanFlaw[]): readonly string[] {
  return findings.map(
    ({ code, row, params }) => `${code} @${row}${params.project ? ` ${String(params.project)}` : ""}`,
  );
}

export function project(plan: Plan, code: string): PlanProject {
  const found = plan.projects.find((each) => each.code === code);
  if (!found) throw new Error(`no project ${code} in ${plan.projects.map((each) => each.code).join(", ")}`);
  return found;
}

export function contentNames(of: PlanProject): readonly unknown[] {
  const names = (contents: PlanProject["contents"]): readonly unknown[] =>
    contents.map(({ shortTitle, children }) =>
      children.length > 0 ? [shortTitle, names(children)] : shortTitle,
    );
  return names(of.contents);
}
