/** `plan FILE [--json]`: reads a plan document, prints the plan and what is wrong with it. */
import { formatMoney, formatVietnameseDate, parseIsoDate, type Finding } from "../../domain";
import { projectName } from "../../layout";
import { planDocument, type Plan, type PlanAllocation, type PlanReading } from "../../plan";
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

function sayPlan(plan: Plan, voice: Voice): void {
  const known = (text: string | null) => text ?? words.unknownNumber;
  const date = plan.date === null ? null : parseIsoDate(plan.date);
  const day = known(date && formatVietnameseDate(date));
  voice.say(words.planHeading(known(plan.number), known(plan.commune), day));
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
