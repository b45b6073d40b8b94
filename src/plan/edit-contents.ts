/** Contents of a plan's project added, renamed, given money or taken away by hand. */
import { matchContent, type Programme } from "../programme";
import type { PlanContent, PlanProject, PlanSourceKey } from "./model";
import { shortTitle, takeTitle, uniqueTitle, type TakenTitles } from "./short-titles";

const noMoney = { total: null, central: null, local: null, other: null } as const;

export function addContent(
  project: PlanProject,
  parent: string | null,
  title: string,
  programme: Programme,
): PlanProject {
  const text = title.trim();
  if (text === "") return project;
  const under = parent === null ? null : findContent(project.contents, parent);
  if (parent !== null && (!under || under.level === 3)) return project;
  const siblings = under?.children ?? project.contents;
  const prefix = under ? `${under.code}.` : `${project.code}.ND`;
  const content: PlanContent = {
    code: `${prefix}${lastOrder(siblings) + 1}`,
    ...named(project, text, programme, null),
    level: under ? ((under.level + 1) as 2 | 3) : 1,
    allocation: null,
    children: [],
    targets: [],
    unit: null,
    details: [],
    row: 0,
  };
  if (!under) return { ...project, contents: [...project.contents, content] };
  return withContents(project, parent!, (one) => [{ ...one, children: [...one.children, content] }]);
}

export function removeContent(project: PlanProject, code: string): PlanProject {
  return findContent(project.contents, code) ? withContents(project, code, () => []) : project;
}

export function changeContent(
  project: PlanProject,
  change:
    | { readonly kind: "renameContent"; readonly content: string; readonly title: string }
    | {
        readonly kind: "contentAmount";
        readonly content: string;
        readonly source: PlanSourceKey;
        readonly amount: number | null;
      },
  programme: Programme,
): PlanProject {
  const before = findContent(project.contents, change.content);
  if (!before) return project;
  if (change.kind === "renameContent") {
    const text = change.title.trim();
    if (text === "" || text === before.title) return project;
    return withContents(project, before.code, (one) => [
      { ...one, ...named(project, text, programme, before) },
    ]);
  }
  const allocation = { ...(before.allocation ?? noMoney), [change.source]: change.amount };
  const empty = Object.values(allocation).every((amount) => amount === null);
  return withContents(project, before.code, (one) => [{ ...one, allocation: empty ? null : allocation }]);
}

/** A title with the short name it gets: the programme's own where the title is near one of its contents. */
function named(
  project: PlanProject,
  title: string,
  programme: Programme,
  self: PlanContent | null,
): Pick<PlanContent, "title" | "shortTitle" | "programmeContent"> {
  const match = project.programmeCode === null ? null : matchContent(programme, project.programmeCode, title);
  const taken: TakenTitles = new Map();
  for (const one of flat(project.contents)) if (one !== self) takeTitle(one.shortTitle, taken);
  const wanted = match?.content.shortName ?? shortTitle(title);
  return { title, shortTitle: uniqueTitle(wanted, taken), programmeContent: match?.content.code ?? null };
}

function lastOrder(siblings: readonly PlanContent[]): number {
  return Math.max(0, ...siblings.map((one) => Number(/\d+$/.exec(one.code)?.[0] ?? 0)));
}

function flat(contents: readonly PlanContent[]): PlanContent[] {
  return contents.flatMap((one) => [one, ...flat(one.children)]);
}

function findContent(contents: readonly PlanContent[], code: string): PlanContent | undefined {
  return flat(contents).find((one) => one.code === code);
}

function withContents(
  project: PlanProject,
  code: string,
  replace: (content: PlanContent) => readonly PlanContent[],
): PlanProject {
  const walk = (contents: readonly PlanContent[]): PlanContent[] =>
    contents.flatMap((one) =>
      one.code === code ? replace(one) : [{ ...one, children: walk(one.children) }],
    );
  return { ...project, contents: walk(project.contents) };
}
