/**
 * A pack file becomes a Programme: its shape is checked by the schema, what the schema cannot see (references, unique
 * names, order of dates) is checked here, and codes and levels of contents are derived from their place.
 * A bad pack is a mistake of whoever ships it, so it is thrown, naming the path.
 */
import { findEthnicGroup } from "../domain";
import type { Norm, Programme, ProgrammeContent, ProgrammeProject, SubProject } from "./model";
import { describeIssue, packSchema } from "./schema";
import type { PackFile } from "./schema";

/** A pack that cannot be used; `path` is where, e.g. `norms[3].amount`. */
export class PackError extends Error {
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(`Programme pack: ${path === "" ? "(root)" : path}: ${reason}`);
    this.name = "PackError";
  }
}

/**
 * Reads a pack file's JSON value.
 * @throws PackError naming the first path that is wrong
 */
export function loadPack(json: unknown): Programme {
  const parsed = packSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new PackError(pathText(issue.path), describeIssue(issue));
  }
  const pack = parsed.data;
  const projects = pack.projects.map((project, index) => makeProject(project, `projects[${index}]`));
  const programme: Programme = {
    ...pack,
    evidence: makeEvidence(pack.evidence),
    projects,
    norms: pack.norms.map((norm) => ({ ...norm, evidence: makeEvidence(norm.evidence) })),
    priorityEthnicGroups: makeEthnicGroups(pack.priorityEthnicGroups),
  } as Programme;
  checkDates(pack.validFrom, pack.validTo, "validTo");
  checkProjects(programme);
  checkReferences(programme);
  return programme;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  );
}

type FileEvidence = PackFile["evidence"];

function makeEvidence({ source, confidence, note }: FileEvidence): Programme["evidence"] {
  return note === undefined ? { source, confidence } : { source, confidence, note };
}

interface FileContent {
  readonly title: string;
  readonly shortName: string;
  readonly aliases?: string[] | undefined;
  readonly capitalTypes: ("Đầu tư" | "Sự nghiệp")[];
  readonly supportGroup: string | null;
  readonly evidence: FileEvidence;
  readonly children?: readonly FileContent[] | undefined;
}

function makeContents(
  contents: readonly FileContent[],
  parentCode: string,
  level: 1 | 2 | 3,
): ProgrammeContent[] {
  return contents.map((content, index) => {
    const code = level === 1 ? `${parentCode}.ND${index + 1}` : `${parentCode}.${index + 1}`;
    return {
      code,
      title: content.title,
      shortName: content.shortName,
      aliases: content.aliases ?? [],
      level,
      capitalTypes: content.capitalTypes,
      supportGroup: content.supportGroup,
      evidence: makeEvidence(content.evidence),
      children: makeContents(content.children ?? [], code, Math.min(level + 1, 3) as 2 | 3),
    };
  });
}

type FileProject = PackFile["projects"][number];

function makeSubProject(file: Omit<FileProject, "subProjects">, path: string): SubProject {
  const contents = makeContents(file.contents, file.code, 1);
  const names = new Set<string>();
  for (const content of flatten(contents)) {
    if (names.has(content.shortName))
      throw new PackError(`${path}.contents`, `short name stands twice: ${content.shortName}`);
    names.add(content.shortName);
  }
  return {
    code: file.code,
    number: file.number,
    title: file.title,
    aliases: file.aliases,
    capitalTypes: file.capitalTypes,
    evidence: makeEvidence(file.evidence),
    contents,
  };
}

function makeProject(file: FileProject, path: string): ProgrammeProject {
  return {
    ...makeSubProject(file, path),
    subProjects: file.subProjects.map((sub, index) => makeSubProject(sub, `${path}.subProjects[${index}]`)),
  };
}

/** Priority names are paired with the canonical list, so that they can be compared as they stand. */
function makeEthnicGroups(file: PackFile["priorityEthnicGroups"]): Programme["priorityEthnicGroups"] {
  const categories = file.categories.map((category, index) => ({
    name: category.name,
    groups: category.groups.map((name, order) => {
      const group = findEthnicGroup(name);
      if (!group)
        throw new PackError(
          `priorityEthnicGroups.categories[${index}].groups[${order}]`,
          `no ethnic group has the name ${name}`,
        );
      return group.name;
    }),
  }));
  return { ...file, categories, evidence: makeEvidence(file.evidence) };
}

function checkDates(from: string | null, to: string | null, path: string): void {
  if (from !== null && to !== null && to < from) throw new PackError(path, `${to} is before ${from}`);
}

function checkProjects(programme: Programme): void {
  const codes = new Set<string>();
  programme.projects.forEach((project, index) => {
    [project, ...project.subProjects].forEach((item, order) => {
      const path =
        order === 0 ? `projects[${index}].code` : `projects[${index}].subProjects[${order - 1}].code`;
      const expected = order === 0 ? `DA${project.number}` : `DA${project.number}.TDA${item.number}`;
      if (item.code !== expected) throw new PackError(path, `expected ${expected}, found ${item.code}`);
      if (codes.has(item.code)) throw new PackError(path, `stands twice: ${item.code}`);
      codes.add(item.code);
    });
  });
}

function checkReferences(programme: Programme): void {
  const contents = new Set(allContents(programme).map((content) => content.code));
  const projects = new Set(
    programme.projects.flatMap((project) => [project, ...project.subProjects]).map((item) => item.code),
  );
  const known = (set: ReadonlySet<string>, codes: readonly string[], path: string): void => {
    codes.forEach((code, index) => {
      if (!set.has(code)) throw new PackError(`${path}[${index}]`, `unknown code ${code}`);
    });
  };
  programme.norms.forEach((norm: Norm, index) => {
    if (!contents.has(norm.content))
      throw new PackError(`norms[${index}].content`, `unknown code ${norm.content}`);
    checkDates(norm.validFrom, norm.validTo, `norms[${index}].validTo`);
  });
  const rules = programme.householdRules;
  known(projects, rules.poorOnly.projects, "householdRules.poorOnly.projects");
  known(projects, rules.kinhInDifficultAreaOnly.projects, "householdRules.kinhInDifficultAreaOnly.projects");
  known(contents, rules.landShortage.contents, "householdRules.landShortage.contents");
  rules.alternatives.forEach((list, index) =>
    known(contents, list.contents, `householdRules.alternatives[${index}].contents`),
  );
}

function flatten(contents: readonly ProgrammeContent[]): ProgrammeContent[] {
  return contents.flatMap((content) => [content, ...flatten(content.children)]);
}

/** All contents of a project or sub-project, children after their parent. */
export function contentsOf(project: SubProject): readonly ProgrammeContent[] {
  return flatten(project.contents);
}

/** All contents of all projects and sub-projects, in the catalogue's order. */
export function allContents(programme: Programme): readonly ProgrammeContent[] {
  return programme.projects.flatMap((project) => [project, ...project.subProjects]).flatMap(contentsOf);
}
