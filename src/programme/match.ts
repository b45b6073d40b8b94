/** Finds what a plan's words mean in the programme. By title alone: plans number the projects their own way. */
import { allContents, contentsOf } from "./load";
import type { Programme, ProgrammeContent, ProgrammeProject, SubProject } from "./model";
import { indexTitles } from "./titles";
import type { TitleIndex } from "./titles";

/** Below this a title is not near; measured on abbreviated, cut and misspelt titles (see the tests). */
const nearTitle = 0.62;

/** No title is longer; what stands behind tells how it is done. */
const longestTitle = 400;
const shortestHead = 3;

export interface ProjectMatch {
  readonly project: ProgrammeProject;
  /** null where the title is the whole project's. */
  readonly subProject: SubProject | null;
  /** 0 to 1. */
  readonly similarity: number;
}

export interface ContentMatch {
  readonly content: ProgrammeContent;
  /** 0 to 1. */
  readonly similarity: number;
}

interface Indexes {
  readonly projects: TitleIndex<{ project: ProgrammeProject; subProject: SubProject | null }>;
  readonly contents: Map<string, TitleIndex<ProgrammeContent>>;
}

const indexes = new WeakMap<Programme, Indexes>();

function indexesOf(programme: Programme): Indexes {
  const known = indexes.get(programme);
  if (known) return known;
  const titles = ({ title, aliases }: { title: string; aliases: readonly string[] }): string[] => [
    title,
    ...aliases,
  ];
  const entries = programme.projects.flatMap((project) => [
    { item: { project, subProject: null as SubProject | null }, titles: titles(project) },
    ...project.subProjects.map((subProject) => ({
      item: { project, subProject },
      titles: titles(subProject),
    })),
  ]);
  const made = { projects: indexTitles(entries), contents: new Map<string, TitleIndex<ProgrammeContent>>() };
  indexes.set(programme, made);
  return made;
}

/**
 * The project or sub-project whose title is near-equal. With `subProjectTitle` the sub-project is sought first; where it
 * is not near, the answer is the project alone.
 */
export function matchProject(
  programme: Programme,
  title: string,
  subProjectTitle: string | null = null,
): ProjectMatch | null {
  const ranking = indexesOf(programme).projects;
  const nearest = (text: string, accept: (match: ProjectMatch) => boolean): ProjectMatch | null => {
    const found = ranking
      .rank(text)
      .map(({ item, similarity }) => ({ ...item, similarity }))
      .find(accept);
    return found && found.similarity >= nearTitle ? found : null;
  };
  if (subProjectTitle === null) return nearest(title, () => true);
  const whole = nearest(title, (match) => match.subProject === null);
  const part = nearest(
    subProjectTitle,
    (match) => match.subProject !== null && (whole === null || match.project === whole.project),
  );
  return part ?? whole ?? nearest(subProjectTitle, (match) => match.subProject !== null);
}

/** The project or sub-project with this programme code (`DA7`, `DA9.TDA2`). */
export function findProject(
  programme: Programme,
  code: string,
): { project: ProgrammeProject; subProject: SubProject | null } | null {
  for (const project of programme.projects) {
    if (project.code === code) return { project, subProject: null };
    const subProject = project.subProjects.find((item) => item.code === code);
    if (subProject) return { project, subProject };
  }
  return null;
}

/** The content with this programme code (`DA1.ND3.1`). */
export function findContent(programme: Programme, code: string): ProgrammeContent | null {
  return allContents(programme).find((content) => content.code === code) ?? null;
}

/** A content of a project or sub-project (programme code) by its short name, exactly. */
export function findContentByShortName(
  programme: Programme,
  projectCode: string,
  shortName: string,
): ProgrammeContent | null {
  return contentsUnder(programme, projectCode).find((content) => content.shortName === shortName) ?? null;
}

function contentsUnder(programme: Programme, projectCode: string): readonly ProgrammeContent[] {
  const found = findProject(programme, projectCode);
  if (!found) return [];
  if (found.subProject) return contentsOf(found.subProject);
  return [found.project, ...found.project.subProjects].flatMap(contentsOf);
}

/**
 * The content of a project (programme code) whose title, alias or short name is near-equal. A plan often writes
 * "title: how it is done", so its beginnings are tried too.
 */
export function matchContent(programme: Programme, projectCode: string, title: string): ContentMatch | null {
  const cache = indexesOf(programme).contents;
  let index = cache.get(projectCode);
  if (!index) {
    const entries = contentsUnder(programme, projectCode).map((content) => ({
      item: content,
      titles: [content.title, content.shortName, ...content.aliases],
    }));
    index = indexTitles(entries);
    cache.set(projectCode, index);
  }
  let best: ContentMatch | null = null;
  for (const text of headsOf(title.slice(0, longestTitle))) {
    const first = index.rank(text)[0];
    if (first && first.similarity >= nearTitle && first.similarity > (best?.similarity ?? 0)) {
      best = { content: first.item, similarity: first.similarity };
    }
  }
  return best;
}

/** A title, and what is left of it without how, for whom and how many: "Hỗ trợ nhà ở cho 15 hộ (xây mới 10 hộ)". */
function headsOf(title: string): readonly string[] {
  const ends = [/:/, /\s*\(/, /\s+cho\s+(?:khoảng\s+)?(?:\d|(?:các\s+)?(?:hộ|đối tượng)(?!\p{L}))/u, /\s+\d/];
  const heads = ends.flatMap((end) => {
    const at = title.search(end);
    return at >= shortestHead ? [title.slice(0, at)] : [];
  });
  return [...new Set([...heads, title])];
}
