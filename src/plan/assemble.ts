/**
 * From places in the document to the plan's rows: numbers and titles of projects above and below each other, several
 * places of one project brought together, one row a leaf.
 */
import type { Programme } from "../programme";
import { finishContents } from "./contents";
import type { PlanFlaw, PlanProject } from "./model";
import type { OrganisationLead } from "./organisation";
import type { Place } from "./places";
import type { ProjectDraft } from "./project-text";
import { settle } from "./settle";
import type { Settled } from "./settle";
import { totalMismatches } from "./sums";
import { carriedOutBy, readAssignment, unitKey } from "./units";

interface Merged {
  readonly place: Place;
  readonly draft: ProjectDraft;
}

export interface Assembly {
  readonly projects: readonly PlanProject[];
  readonly flaws: readonly PlanFlaw[];
}

/** `drafts` and `places` go together, in the order of the text. */
export function assemble(
  drafts: readonly ProjectDraft[],
  places: readonly Place[],
  programme: Programme,
  leads: readonly OrganisationLead[],
  commune: string | null,
): Assembly {
  const flaws: PlanFlaw[] = [];
  const merged = mergeByCode(drafts, places, flaws);
  const isParent = ({ place }: Merged): boolean =>
    place.subProject === null && merged.some((other) => other.place.code.startsWith(`${place.code}.`));
  const parents = merged.filter(isParent);
  const projects = merged
    .filter((each) => !isParent(each))
    .map((each) =>
      finishProject(
        each,
        parents.find((parent) => each.place.code.startsWith(`${parent.place.code}.`)) ?? null,
        programme,
        leads,
        commune,
        flaws,
      ),
    );
  for (const parent of parents) checkParent(parent, projects, flaws);
  for (const { draft, place } of merged) {
    if (!place.numbered)
      flaws.push({
        code: "plan/unnumbered-project",
        severity: "info",
        row: draft.row,
        params: { project: place.code, title: titleOf(place) },
      });
  }
  return { projects, flaws: flaws.concat(...merged.map(({ draft }) => draft.flaws)) };
}

function titleOf(place: Place): string {
  return place.subProject && place.subProject.title !== "" ? place.subProject.title : place.title;
}

function mergeByCode(
  drafts: readonly ProjectDraft[],
  places: readonly Place[],
  flaws: PlanFlaw[],
): readonly Merged[] {
  const byCode = new Map<string, Merged>();
  drafts.forEach((draft, index) => {
    const place = places[index]!;
    const known = byCode.get(place.code);
    if (!known) {
      byCode.set(place.code, { place, draft: { ...draft, mentions: [...draft.mentions] } });
      return;
    }
    if (isRepetition(known.draft, draft)) {
      flaws.push({
        code: "plan/duplicate-project",
        severity: "error",
        row: draft.row,
        params: { project: place.code, title: titleOf(place), firstRow: known.draft.row },
      });
      return;
    }
    byCode.set(place.code, {
      place: fuller(known.place, place),
      draft: mergeDrafts(known.draft, draft, place.code, flaws),
    });
  });
  return [...byCode.values()];
}

/** A list names a project before or after its own part; two parts with money of their own are one too many. */
function isRepetition(first: ProjectDraft, second: ProjectDraft): boolean {
  if (first.mentions.length === 0 || second.mentions.length === 0 || first.origin !== second.origin)
    return false;
  const ofCapital = (draft: ProjectDraft): string =>
    [...new Set(draft.mentions.map((mention) => mention.capital))].sort().join();
  if (first.origin === "table" && ofCapital(first) !== ofCapital(second)) return false;
  const hasBody = ({ contents, targets, assignment }: ProjectDraft): boolean =>
    contents.length + targets.length + assignment.length > 0;
  return first.section === second.section || (hasBody(first) && hasBody(second));
}

function fuller(a: Place, b: Place): Place {
  const title = a.title === "" ? b.title : a.title;
  const subProject = a.subProject && a.subProject.title === "" ? b.subProject : a.subProject;
  return { ...a, title, subProject, programmeCode: a.programmeCode ?? b.programmeCode };
}

function mergeDrafts(
  first: ProjectDraft,
  second: ProjectDraft,
  code: string,
  flaws: PlanFlaw[],
): ProjectDraft {
  const mentions = [...first.mentions, ...second.mentions];
  for (const conflict of settle(mentions).conflicts) {
    flaws.push({
      code: "plan/conflicting-amount",
      severity: "error",
      row: conflict.second.row,
      params: {
        project: code,
        source: conflict.first.source,
        first: conflict.first.amount,
        second: conflict.second.amount,
        firstRow: conflict.first.row,
      },
    });
  }
  // What has been reported is settled: the first amount stays.
  const seen = new Set<string>();
  const kept = mentions.filter((mention) => {
    const key = `${mention.source}/${mention.level}/${mention.capital}`;
    return !seen.has(key) && seen.add(key);
  });
  return {
    ...first,
    mentions: kept,
    flaws: [...first.flaws, ...second.flaws],
    assignment: [...first.assignment, ...second.assignment],
    leadUnit: first.leadUnit ?? second.leadUnit,
    coordinating: first.coordinating.length > 0 ? first.coordinating : second.coordinating,
    targets: first.targets.length > 0 ? first.targets : second.targets,
    contents: first.contents.length > 0 ? first.contents : second.contents,
    notes: [...first.notes, ...second.notes],
  };
}

function finishProject(
  { place, draft }: Merged,
  parent: Merged | null,
  programme: Programme,
  leads: readonly OrganisationLead[],
  commune: string | null,
  flaws: PlanFlaw[],
): PlanProject {
  const settled = settle(draft.mentions);
  reportConflicts(settled, place.code, flaws);
  const assignment = draft.assignment.length > 0 ? draft.assignment : (parent?.draft.assignment ?? []);
  const units = unitsOf(draft, assignment) ?? (parent && unitsOf(parent.draft, [])) ?? null;
  const leadUnit = units?.lead ?? leadFromOrganisation(place.code, leads);
  return {
    code: place.code,
    programmeCode: place.programmeCode,
    title: place.title === "" ? (parent?.place.title ?? "") : place.title,
    subProject: place.subProject,
    allocation: settled.allocation,
    localParts: settled.localParts,
    capital: settled.capital,
    leadUnit,
    leadUnitKey: leadUnit === null ? null : unitKey(leadUnit, commune),
    coordinating: units?.coordinating ?? [],
    assignment,
    targets: draft.targets.length > 0 ? draft.targets : (parent?.draft.targets ?? []),
    contents: finishContents(draft.contents, place.code, place.programmeCode, programme),
    notes: draft.notes,
    writtenUnit: settled.writtenUnit,
    row: draft.row,
    budgetRow: settled.row,
  };
}

function reportConflicts(settled: Settled, code: string, flaws: PlanFlaw[]): void {
  for (const { first, second } of settled.conflicts) {
    flaws.push({
      code: "plan/conflicting-amount",
      severity: "error",
      row: second.row,
      params: {
        project: code,
        source: first.source,
        first: first.amount,
        second: second.amount,
        firstRow: first.row,
      },
    });
  }
}

function unitsOf(
  draft: ProjectDraft,
  assignment: readonly string[],
): { lead: string | null; coordinating: readonly string[] } | null {
  const read = assignment.map(readAssignment);
  const lead =
    read.find((each) => each.lead !== null)?.lead ??
    draft.leadUnit ??
    assignment.map(carriedOutBy).find((unit) => unit !== null) ??
    null;
  const coordinating = read.find((each) => each.coordinating.length > 0)?.coordinating ?? draft.coordinating;
  return lead === null && coordinating.length === 0 ? null : { lead, coordinating };
}

function leadFromOrganisation(code: string, leads: readonly OrganisationLead[]): string | null {
  const match = /^DA(\d+)(?:\.TDA(\d+))?$/.exec(code)!;
  const number = Number(match[1]);
  const sub = match[2] === undefined ? null : Number(match[2]);
  const own = leads.filter((lead) => lead.number === number);
  return (
    (own.find((lead) => lead.subNumber === sub) ?? own.find((lead) => lead.subNumber === null))?.unit ?? null
  );
}

/** A project that states money of its own over its sub-projects must state their sum. */
function checkParent({ place, draft }: Merged, projects: readonly PlanProject[], flaws: PlanFlaw[]): void {
  const stated = settle(draft.mentions);
  const parts = projects.filter((project) => project.code.startsWith(`${place.code}.`));
  flaws.push(
    ...totalMismatches(stated.allocation, stated.writtenUnit, stated.row ?? draft.row, parts, place.code),
  );
}
