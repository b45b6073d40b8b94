/** The plan's projects (`tblDuAn`) and their contents (`tblNoiDung`), by code and short name. */
import type { CheckContext } from "./context";
import type { CheckedTable } from "./checkedTable";
import { CELL_READ } from "./cellState";
import { contentList, nearestFinder, type ValueList } from "./lists";
import { textKey } from "./textColumn";

export interface ProjectRow {
  readonly row: number;
  /** The code for comparing. */
  readonly key: string;
  /** As the plan numbers it, e.g. `DA6`. */
  readonly code: string;
  /** The programme's number in capitals, e.g. `DA7`; empty where nobody gave it. */
  readonly programmeCode: string;
  readonly title: string;
}

export interface ContentRow {
  readonly row: number;
  /** `DA1.ND3.1`, for comparing. */
  readonly code: string;
  readonly shortName: string;
  /** What the content is to norms and household rules: its support group, else its short name. For comparing. */
  readonly group: string;
  /** For comparing; empty excludes nothing. */
  readonly capitalTypes: readonly string[];
  /** The same as it is written. */
  readonly capitalTypesLabel: string;
}

export interface Projects {
  /** No project is listed, so none can be unknown. */
  readonly isEmpty: boolean;
  readonly table: CheckedTable | undefined;
  readonly rows: readonly ProjectRow[];
  readonly get: (key: string) => ProjectRow | undefined;
  /** The code that a wrong one may have meant. */
  readonly suggest: (label: string) => string | null;
}

export function readProjects(context: CheckContext): Projects {
  const table = context.table("tblDuAn");
  const byKey = new Map<string, ProjectRow>();
  if (table) {
    const codes = table.texts("Mã");
    const programmeCodes = table.texts("Mã chương trình");
    const titles = table.texts("Tên dự án");
    for (const row of table.rows) {
      const key = codes.keyAt(row);
      if (key === "" || byKey.has(key)) continue;
      byKey.set(key, {
        row,
        key,
        code: codes.labelAt(row),
        programmeCode: programmeCodes.labelAt(row).toUpperCase(),
        title: titles.labelAt(row),
      });
    }
  }
  const rows = [...byKey.values()];
  return {
    isEmpty: rows.length === 0,
    table,
    rows,
    get: (key) => byKey.get(key),
    suggest: codeFinder(rows),
  };
}

/** `da 1` is DA1; the code of a project that stands as its only sub-project is that one's. */
function codeFinder(rows: readonly ProjectRow[]): (label: string) => string | null {
  const bare = (text: string) => textKey(text).replace(/[^a-z0-9]/g, "");
  const nearestTo = nearestFinder(rows.map((project) => project.code));
  return (label) => {
    const wanted = bare(label);
    const same = rows.filter((project) => bare(project.code) === wanted);
    if (same.length === 1) return same[0]!.code;
    const under = rows.filter((project) => project.key.startsWith(`${textKey(label)}.`));
    return under.length === 1 ? under[0]!.code : nearestTo(label);
  };
}

/** Whether a programme code is one of `codes` or stands under one (`DA1` covers `DA1.TDA2`). */
export function isUnder(programmeCode: string, codes: readonly string[]): boolean {
  return codes.some((code) => programmeCode === code || programmeCode.startsWith(`${code}.`));
}

export interface Contents {
  /** No content is listed at all. */
  readonly isEmpty: boolean;
  readonly get: (projectKey: string, shortNameKey: string) => ContentRow | undefined;
  /** The short names (for comparing) of a content and of those above it, nearest first. */
  readonly upwards: (projectKey: string, shortNameKey: string) => readonly string[];
  /** What the cells of a project may hold. */
  readonly listOf: (projectKey: string) => ValueList;
  /** The group of a content, listed or not. */
  readonly groupOf: (projectKey: string, shortNameKey: string) => string;
}

interface ProjectContents {
  readonly byName: Map<string, ContentRow>;
  /** Full title → short name. */
  readonly titles: Map<string, string>;
}

export function readContents(context: CheckContext): Contents {
  const table = context.table("tblNoiDung");
  const byProject = new Map<string, ProjectContents>();
  if (table) {
    const projects = table.texts("Mã dự án").keyAt;
    const codes = table.texts("Mã").keyAt;
    const shortNames = table.texts("Tên ngắn").labelAt;
    const titles = table.texts("Nội dung").labelAt;
    const groups = table.texts("Nhóm hỗ trợ").labelAt;
    const capitalTypes = table.texts("Loại vốn được dùng").labelAt;
    for (const row of table.rows) {
      const shortName = shortNames(row);
      if (shortName === "") continue;
      const contents = byProject.get(projects(row)) ?? { byName: new Map(), titles: new Map() };
      byProject.set(projects(row), contents);
      contents.byName.set(textKey(shortName), {
        row,
        code: codes(row),
        shortName,
        group: textKey(groups(row) || shortName),
        capitalTypes: capitalTypes(row)
          .split(";")
          .map(textKey)
          .filter((type) => type !== ""),
        capitalTypesLabel: capitalTypes(row),
      });
      if (titles(row) !== "") contents.titles.set(textKey(titles(row)), shortName);
    }
  }
  const lists = new Map<string, ValueList>();
  const get: Contents["get"] = (projectKey, shortNameKey) =>
    byProject.get(projectKey)?.byName.get(shortNameKey);
  return {
    isEmpty: byProject.size === 0,
    get,
    upwards: (projectKey, shortNameKey) => {
      const own = get(projectKey, shortNameKey);
      const others = [...(byProject.get(projectKey)?.byName.values() ?? [])];
      const above = others.filter((content) => own?.code.startsWith(`${content.code}.`) === true);
      above.sort((a, b) => b.code.length - a.code.length);
      return [shortNameKey, ...above.map((content) => textKey(content.shortName))];
    },
    listOf: (projectKey) => {
      let list = lists.get(projectKey);
      if (!list) {
        const contents = byProject.get(projectKey);
        const names = [...(contents?.byName.values() ?? [])].map((content) => content.shortName);
        list = contentList(names, contents?.titles ?? new Map());
        lists.set(projectKey, list);
      }
      return list;
    },
    groupOf: (projectKey, shortNameKey) => get(projectKey, shortNameKey)?.group ?? shortNameKey,
  };
}

/** The amount of a project row in a column, in đồng; null where it cannot be read. */
export function projectAmount(projects: Projects, project: ProjectRow, header: string): number | null {
  const column = projects.table?.numbers(header);
  return column && column.states[project.row] === CELL_READ ? column.values[project.row]! : null;
}
