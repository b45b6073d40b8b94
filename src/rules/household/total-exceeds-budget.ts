/**
 * Households of a content get more than its budget line has, source by source. Where the budget names only a content
 * above theirs, that line is theirs; a project still `Chưa chi tiết` is compared as a whole. A project without budget
 * lines is another rule's.
 */
import { UNDETAILED_CONTENT } from "../../layout";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import type { Report, Rule } from "../rule";
import { FUNDING_HEADERS, readableSum, sumOf } from "../sums";
import { textKey } from "../textColumn";
import { SUPPORT_HEADER } from "./supports";

/** In đồng. `content` is null where the project is compared as a whole. */
type Params = {
  project: string;
  content: string | null;
  source: string;
  given: number;
  budget: number;
  excess: number;
};

const line = (content: string, nstw: number) => ({ "Mã dự án": "DA1", "Nội dung": content, NSTW: nstw });
const household = (content: string, nstw: number) => ({
  "Mã dự án": "DA1",
  [SUPPORT_HEADER]: content,
  NSTW: nstw,
});
const projects = [{ Mã: "DA1" }];

export const totalExceedsBudget: Rule<"household/total-exceeds-budget", Params> = {
  code: "household/total-exceeds-budget",
  severity: "error",
  source: null,
  reads: [
    { table: "tblHo", headers: ["Mã dự án", SUPPORT_HEADER, ...FUNDING_HEADERS] },
    { table: "tblNganSach", headers: ["Mã dự án", "Nội dung", ...FUNDING_HEADERS] },
    { table: "tblNoiDung", headers: ["Mã", "Mã dự án", "Tên ngắn"] },
  ],
  example: {
    fails: {
      rows: {
        tblDuAn: projects,
        tblNganSach: [line("Đất ở", 100), line("Nhà ở", 100)],
        tblHo: [household("Nhà ở", 60000000), household("Nhà ở", 60000000)],
      },
    },
    passes: {
      rows: {
        tblDuAn: projects,
        tblNganSach: [line("Chưa chi tiết", 100), line("Nhà ở", 20)],
        tblHo: [household("Nhà ở", 60000000), household("Nhà ở", 60000000)],
      },
    },
  },
  checks: (context) => {
    const households = context.tableWith("tblHo", ["Mã dự án", SUPPORT_HEADER, "NSTW"]);
    const lines = context.tableWith("tblNganSach", ["Mã dự án", "Nội dung", "NSTW"]);
    if (!households || !lines) return [];
    return [
      {
        kind: "groups",
        groups: context.groupsBy(households, ["Mã dự án"]),
        look: (key, rows, report) => {
          const budget = context.budgetLines.byKey.get(key) ?? [];
          if (budget.length === 0 || context.projects.get(key) === undefined) return;
          for (const share of sharesOf(key, rows, budget, households, lines, context)) {
            compare(share, key, households, lines, context, report);
          }
        },
      },
    ];
  },
};

/** Household rows and the budget lines they are paid from. */
interface Share {
  /** null for the project as a whole. */
  readonly content: string | null;
  readonly given: readonly number[];
  readonly budget: readonly number[];
  /** The budget line that a finding stands on. */
  readonly line: number;
}

function sharesOf(
  project: string,
  rows: readonly number[],
  budget: readonly number[],
  households: CheckedTable,
  lines: CheckedTable,
  context: CheckContext,
): Share[] {
  const lineContents = lines.texts("Nội dung");
  const undetailed = budget.find((row) => lineContents.keyAt(row) === textKey(UNDETAILED_CONTENT));
  if (undetailed !== undefined) return [{ content: null, given: rows, budget, line: undetailed }];

  const budgeted = new Set(budget.map(lineContents.keyAt));
  const contents = households.texts(SUPPORT_HEADER);
  const lineOf = new Map<number, string>();
  const byLine = new Map<string, number[]>();
  for (const row of rows) {
    const code = contents.codes[row]!;
    if (code < 0) continue;
    let name = lineOf.get(code);
    if (name === undefined) {
      const own = contents.keyAt(row);
      name = context.contents.upwards(project, own).find((one) => budgeted.has(one)) ?? own;
      lineOf.set(code, name);
    }
    const given = byLine.get(name);
    if (given) given.push(row);
    else byLine.set(name, [row]);
  }
  // A content that nobody listed is a wrong name, and found as such.
  const isReal = (name: string): boolean =>
    budgeted.has(name) || context.contents.isEmpty || context.contents.get(project, name) !== undefined;
  return [...byLine]
    .filter(([name]) => isReal(name))
    .map(([name, given]) => {
      const own = budget.filter((row) => lineContents.keyAt(row) === name);
      const label = own.length > 0 ? lineContents.labelAt(own[0]!) : contents.labelAt(given[0]!);
      return { content: label, given, budget: own, line: own[0] ?? budget[0]! };
    });
}

function compare(
  share: Share,
  projectKey: string,
  households: CheckedTable,
  lines: CheckedTable,
  context: CheckContext,
  report: Report<Params>,
): void {
  for (const source of FUNDING_HEADERS) {
    const budget = sumOf(lines.numbers(source), share.budget);
    const given = readableSum(households.numbers(source), share.given);
    if (budget === null || given <= budget) continue;
    const project = context.projects.get(projectKey)!.code;
    const params = { project, content: share.content, source, given, budget, excess: given - budget };
    report({ table: lines.name, row: share.line, header: source, params });
  }
}
