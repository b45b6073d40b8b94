/** `plan FILE [--json]`: reads a plan document, prints the plan and what is wrong with it. */
import { formatMoney, type Finding } from "../../domain";
import { projectName } from "../../layout";
import type { Plan, PlanAllocation, PlanContent, PlanReading } from "../../plan";
import { batchWords, wordPlanFlaw } from "../../wording";
import type { Command, ExitStatus, Voice } from "./command";
import { CommandFailure } from "./failure";
import { openPlan } from "./workbook";

const words = batchWords.vi;

export function planVerb(command: Command, voice: Voice): ExitStatus {
  const file = command.files[0];
  if (file === undefined) throw new CommandFailure(words.missingFile("plan"));
  const reading = openPlan(file);
  const findings = planFindings(reading);
  if (command.json) {
    voice.json({ plan: planDocument(reading.plan), findings });
  } else {
    sayPlan(reading.plan, voice);
    sayFindings(findings, voice);
  }
  return findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

/** A plan's flaws as findings: they stand on lines, not in cells. */
export function planFindings(reading: PlanReading): Finding[] {
  return reading.findings.map((flaw) => wordPlanFlaw(flaw, "vi"));
}

export function sayFindings(findings: readonly Finding[], voice: Voice): void {
  const names = { error: "LỖI", warning: "Cảnh báo", info: "Thông tin" } as const;
  for (const finding of findings) {
    const place =
      finding.cell === null
        ? finding.row === null
          ? ""
          : `dòng ${finding.row}: `
        : `${finding.sheet}!${finding.cell}: `;
    voice.say(`  ${names[finding.severity]} – ${place}${finding.message}`);
  }
}

/** The document of `plan --json`, field by field as the contract has it. */
export function planDocument(plan: Plan): unknown {
  const { number, date, commune, year, unit, legalBases, recipients, signatory, projects, totals } = plan;
  return {
    number,
    date,
    commune,
    year,
    unit,
    legalBases,
    recipients,
    signatory: { authority: signatory.authority, name: signatory.name },
    projects: projects.map((project) => ({
      code: project.code,
      programmeCode: project.programmeCode,
      title: project.title,
      subProject: project.subProject,
      allocation: allocationOf(project.allocation),
      localParts: project.localParts,
      leadUnit: project.leadUnit,
      leadUnitKey: project.leadUnitKey,
      coordinating: project.coordinating,
      targets: project.targets,
      contents: project.contents.map(contentOf),
    })),
    totals: allocationOf(totals),
  };
}

function allocationOf(allocation: PlanAllocation): unknown {
  const { total, central, local, other } = allocation;
  return { total, central, local, other };
}

function contentOf(content: PlanContent): unknown {
  return {
    code: content.code,
    shortTitle: content.shortTitle,
    title: content.title,
    level: content.level,
    allocation: content.allocation && allocationOf(content.allocation),
    children: content.children.map(contentOf),
  };
}

function sayPlan(plan: Plan, voice: Voice): void {
  const known = (text: string | null) => text ?? words.unknownNumber;
  voice.say(words.planHeading(known(plan.number), known(plan.commune), known(plan.date)));
  for (const project of plan.projects) {
    voice.say(
      words.planProject(
        project.code,
        projectName(project),
        amountsText(project.allocation),
        project.leadUnit ?? words.noLeadUnit,
      ),
    );
  }
  voice.say(words.planTotal(plan.projects.length, amountsText(plan.totals)));
}

function amountsText({ total, central, local }: PlanAllocation): string {
  const text = (value: number | null) => (value === null ? words.noAmount : formatMoney(value, "triệu đồng"));
  return words.amounts(text(total), text(central), text(local));
}
