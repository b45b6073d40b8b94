/** A plan document → the plan and what is wrong with it. The one place where all readers meet. */
import type { WrittenUnit } from "../domain";
import type { Programme } from "../programme";
import { assemble } from "./assemble";
import { findSkeleton } from "./blocks";
import type { Skeleton } from "./blocks";
import { checkPlan } from "./checks";
import { readFoot, readHead } from "./document-head";
import { parseProjectHeading } from "./headings";
import { partLabel } from "./labels";
import { paragraphsOf } from "./lines";
import type { Paragraph } from "./lines";
import type {
  Plan,
  PlanAllocation,
  PlanFlaw,
  PlanProject,
  PlanReading,
  PlanSource,
  PlanUnreadable,
  StatedTotal,
} from "./model";
import { statedUnit } from "./money-labels";
import { organisationLeads, readOrganisation } from "./organisation";
import { headingOf, placesOf } from "./places";
import type { Place } from "./places";
import { readProjectBlock } from "./project-text";
import type { ProjectDraft } from "./project-text";
import { sumOf } from "./settle";
import { readSource } from "./source";
import type { SourceLine } from "./source";
import { readStatedTotal, totalOf } from "./stated-total";
import { isBudgetTable } from "./table-layout";
import { readBudgetTable } from "./tables";
import { allVillages } from "./villages";

/**
 * Reads a plan. Amounts come out as integers of đồng; what cannot be read is a finding with its row and stays null.
 * A document that is no plan, or no document, is a value with the reason.
 */
export function readPlan(source: PlanSource, programme: Programme): PlanReading | PlanUnreadable {
  const lines = readSource(source);
  if (!lines.ok) return lines;
  const standsAlone = (paragraph: Paragraph): boolean => {
    const label = partLabel(paragraph);
    return (
      label !== null &&
      label.rest === "" &&
      parseProjectHeading(paragraph.body, programme, paragraph.flat) === null
    );
  };
  const paragraphs = paragraphsOf(lines.lines, isBudgetTable, standsAlone);
  const skeleton = findSkeleton(paragraphs, programme);
  const reading = readParagraphs(paragraphs, skeleton, programme);
  if (reading.plan.projects.length > 0) return reading;
  return { ok: false, reason: looksLegacy(lines.lines) ? "legacy-encoding" : "not-a-plan", detail: null };
}

/** TCVN3 and VNI text shows Latin-1 signs in the place of Vietnamese letters. */
function looksLegacy(lines: readonly SourceLine[]): boolean {
  const text = lines.map((line) => line.text).join("\n");
  const strange = text.match(/[¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïðñöøüþÿ]/g)?.length ?? 0;
  return strange > text.length / 50;
}

function readParagraphs(
  paragraphs: readonly Paragraph[],
  skeleton: Skeleton,
  programme: Programme,
): PlanReading {
  const head = readHead(paragraphs, skeleton.head);
  const foot = readFoot(skeleton.foot);
  const unit = documentUnit(skeleton);
  const organisation = readOrganisation(skeleton.organisation, head.commune);
  const blockPlaces = placesOf(
    skeleton.blocks.map((block) => block.heading),
    programme,
  );
  const tables = readTables(skeleton, blockPlaces, programme, unit, head.year);
  const blocks = skeleton.blocks.map((block, index) =>
    readProjectBlock(block, blockPlaces[index]!.code, unit),
  );
  const tablePlaces = placesOf(
    tables.drafts.map((draft) => draft.heading),
    programme,
  );
  const { projects, flaws } = assemble(
    [...blocks, ...tables.drafts],
    [...blockPlaces, ...tablePlaces],
    programme,
    organisationLeads(organisation),
    head.commune,
  );

  const stated = readStatedTotal(skeleton.between, unit);
  const statedTotals = [stated.total, tables.total].filter((total) => total !== null);
  const read = [...checkHead(head), ...tables.flaws, ...stated.flaws, ...flaws];
  const findings = [...read, ...checkPlan(projects, statedTotals, programme, read)];
  const { row: _row, ...headFields } = head;
  const plan: Plan = {
    ...headFields,
    unit: "đồng",
    recipients: foot.recipients,
    signatory: foot.signatory,
    projects,
    totals: totalsOf(projects),
    statedTotal: statedTotals[0] ?? null,
    organisation,
    difficultVillages: allVillages(paragraphs),
  };
  return { ok: true, plan, findings: inOrder(findings) };
}

/** The unit that stands alone above a table or a list, for the whole document. */
function documentUnit(skeleton: Skeleton): WrittenUnit | null {
  for (const paragraph of [...skeleton.head, ...skeleton.between.map((each) => each.paragraph)]) {
    const unit = paragraph.table || paragraph.text.length > 200 ? null : statedUnit(paragraph.text);
    if (unit !== null) return unit;
  }
  return null;
}

interface Tables {
  readonly drafts: readonly ProjectDraft[];
  readonly total: StatedTotal | null;
  readonly flaws: readonly PlanFlaw[];
}

function readTables(
  skeleton: Skeleton,
  places: readonly Place[],
  programme: Programme,
  documentUnit: WrittenUnit | null,
  year: number | null,
): Tables {
  let drafts: readonly ProjectDraft[] = [];
  let flaws: readonly PlanFlaw[] = [];
  let total: StatedTotal | null = null;
  // Blocks have sections of their own; a table's number is below all of theirs.
  let section = -1;
  for (const { paragraph, owner, unit } of skeleton.between) {
    if (!paragraph.table) continue;
    const read = readBudgetTable(paragraph.table, {
      programme,
      unit: unit ?? documentUnit,
      year,
      section: section--,
      owner: owner === null ? null : headingOf(places[owner]!),
    });
    drafts = drafts.concat(read.drafts);
    flaws = flaws.concat(read.flaws);
    total ??= read.total ? totalOf(read.total.mentions) : null;
  }
  return { drafts, total, flaws };
}

function checkHead(head: ReturnType<typeof readHead>): readonly PlanFlaw[] {
  return (["number", "date", "commune", "year"] as const)
    .filter((field) => head[field] === null)
    .map((field): PlanFlaw => ({
      code: "plan/missing-head",
      severity: "info",
      row: head.row,
      params: { field },
    }));
}

/** Σ of the amounts that are given. */
export function totalsOf(projects: readonly PlanProject[]): PlanAllocation {
  const sum = (source: keyof PlanAllocation): number | null =>
    sumOf(projects.map((project) => project.allocation[source]));
  return { total: sum("total"), central: sum("central"), local: sum("local"), other: sum("other") };
}

export function inOrder(findings: readonly PlanFlaw[]): readonly PlanFlaw[] {
  return [...findings].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
