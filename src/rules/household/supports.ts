/** What a household row is in the programme's terms: its project's programme code and its content's group. */
import { findEthnicGroup } from "../../domain";
import { allContents, type Evidence } from "../../programme";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import type { RuleSource } from "../rule";
import type { DayKey } from "../dateColumn";
import { CELL_EMPTY, CELL_READ } from "../cellState";
import type { Combinations } from "../combinations";
import { isUnder } from "../projects";
import { byValue, pairCode, textKey } from "../textColumn";

export const SUPPORT_HEADER = "Nội dung hỗ trợ";
export const FORM_HEADER = "Hình thức";
export const DATE_HEADER = "Ngày phê duyệt";

export interface Supports {
  readonly table: CheckedTable;
  /** `DA1`; "" where the project is not known. */
  readonly programmeCodeAt: (row: number) => string;
  /** The content's support group, for comparing; "" where the cell is empty. */
  readonly groupAt: (row: number) => string;
  /** Whether the row is of one of these projects (programme codes) or under one. */
  readonly isOf: (row: number, projects: readonly string[]) => boolean;
  /** When the support was approved, the plan's date where the cell is empty; null where it cannot be read. */
  readonly approvalAt: (row: number) => DayKey | null;
  /** The rows' combinations of project, content and form. */
  readonly combinations: () => Combinations;
}

/** null where the workbook has no household rows with project and content. */
export function readSupports(context: CheckContext): Supports | null {
  return context.once("supports", () => {
    const table = context.tableWith("tblHo", ["Mã dự án", SUPPORT_HEADER]);
    if (!table) return null;
    const projects = table.texts("Mã dự án");
    const contents = table.texts(SUPPORT_HEADER);
    // Where nobody listed the plan's projects, a code can only be the programme's.
    const programmeCodeAt = byValue(
      projects,
      (key) =>
        context.projects.isEmpty ? key.toUpperCase() : (context.projects.get(key)?.programmeCode ?? ""),
      "",
    );
    const groups = new Map<number, string>();
    const approvals = table.dates(DATE_HEADER);
    const { planDate, planYear } = context.settings;
    const whenEmpty = planDate ?? (planYear === null ? null : planYear * 10000 + 1231);
    return {
      table,
      programmeCodeAt,
      groupAt: (row) => {
        const pair = pairCode(projects, contents, row);
        let group = groups.get(pair);
        if (group === undefined) {
          group = context.contents.groupOf(projects.keyAt(row), contents.keyAt(row));
          groups.set(pair, group);
        }
        return group;
      },
      isOf: (row, codes) => isUnder(programmeCodeAt(row), codes),
      approvalAt: (row) => {
        if (approvals.states[row] === CELL_READ) return approvals.values[row]!;
        return approvals.states[row] === CELL_EMPTY ? whenEmpty : null;
      },
      combinations: () => table.combinations(["Mã dự án", SUPPORT_HEADER, FORM_HEADER]),
    };
  });
}

/** By combination of project, content and form, 1 where its rows answer yes; they all answer alike. */
export function marked(supports: Supports, isSo: (row: number) => boolean): Uint8Array {
  return Uint8Array.from(supports.combinations().firstRows, (row) => (isSo(row) ? 1 : 0));
}

/** The support groups of some of the programme's contents (codes), for comparing with `groupAt`. */
export function groupsOfContents(context: CheckContext, contents: readonly string[]): ReadonlySet<string> {
  const wanted = allContents(context.programme).filter((content) => contents.includes(content.code));
  return new Set(wanted.map((content) => textKey(content.supportGroup ?? content.shortName)));
}

/** The projects (programme codes) of some of the programme's contents. */
export function projectsOfContents(contents: readonly string[]): readonly string[] {
  return [...new Set(contents.map((code) => code.replace(/\.ND.*$/, "")))];
}

/** Short name of the text a rule of the programme rests on: of several the first, the legal one. */
export function basisOf(evidence: Evidence): string | null {
  return evidence.source?.split(";")[0]?.trim() ?? null;
}

/** An unconfirmed rule of the programme warns and never blocks. */
export function severityOf(evidence: Evidence): "error" | "warning" {
  return evidence.confidence === "unverified" ? "warning" : "error";
}

/** The legal text behind who may receive support from project 1, for the rule's description. */
export const beneficiaryCircular: RuleSource = { text: "Thông tư 02/2022/TT-UBDT", confidence: "secondary" };

export interface Areas {
  /** Nobody has listed the villages. */
  readonly isEmpty: boolean;
  /** At least one village is marked, or staff said whether the whole commune is difficult. */
  readonly isMarked: boolean;
  /** For comparing; false for a village that is not listed. */
  readonly isListed: (hamletKey: string) => boolean;
  readonly isDifficult: (hamletKey: string) => boolean;
}

/** Which villages are of special difficulty. */
export function readAreas(context: CheckContext): Areas {
  return context.once("areas", () => {
    const table = context.table("tblXom");
    const names = table?.texts("Thôn xóm");
    const marks = table?.texts("Đặc biệt khó khăn");
    const listed = new Set<string>();
    const difficult = new Set<string>();
    for (const row of table?.rows ?? []) {
      listed.add(names!.keyAt(row));
      if (marks!.keyAt(row) === "x") difficult.add(names!.keyAt(row));
    }
    const { regionThree } = context.settings;
    return {
      isEmpty: listed.size === 0,
      isMarked: difficult.size > 0 || regionThree !== null,
      isListed: (key) => listed.has(key),
      isDifficult: (key) => regionThree === true || difficult.has(key),
    };
  });
}

/** Whether a cell of `Dân tộc` names this group, under whatever spelling; asked once for each spelling. */
export function ethnicNames(table: CheckedTable): (row: number) => string | null {
  const texts = table.texts("Dân tộc");
  return byValue(texts, (_key, label) => findEthnicGroup(label)?.name ?? null, null);
}
