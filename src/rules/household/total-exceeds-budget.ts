/**
 * Households of a content get more than its budget line has, source by source. Where the budget names only a content
 * above theirs, that line is theirs; a project still `Chưa chi tiết` is compared as a whole. A project without budget
 * lines is another rule's.
 */
import { UNDETAILED_CONTENT } from "../../layout";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import type { Report, Rule } from "../rule";
import { FUNDING_HEADERS, sumOf } from "../sums";
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
    { table: "tblDuAn", headers: ["Mã"], across: true },
    { table: "tblHo", headers: ["Mã dự án", SUPPORT_HEADER, ...FUNDING_HEADERS] },
    { table: "tblNganSach", headers: ["Mã dự án", "Nội dung", ...FUNDING_HEADERS], across: true },
    { table: "tblNoiDung", headers: ["Mã", "Mã dự án", "Tên ngắn"], across: true },
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
            compare(share, key, lines, context, report);
          }
        },
      },
    ];
  },
};

/** What households get and the budget lines it is paid from. */
interface Share {
  /** null for the project as a whole. */
  readonly content: string | null;
  /** In đồng, by source in the order of `FUNDING_HEADERS`. */
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
  const contents = households.texts(SUPPORT_HEADER);
  const byContent = givenByContent(rows, households);
  const undetailed = budget.find((row) => lineContents.keyAt(row) === textKey(UNDETAILED_CONTENT));
  if (undetailed !== undefined) {
    const given = [...byContent.values()].reduce(added, [0, 0, 0]);
    return [{ content: null, given, budget, line: undetailed }];
  }
  const budgeted = new Set(budget.map(lineContents.keyAt));
  const byLine = new Map<string, { label: string; given: readonly number[] }>();
  for (const [code, given] of byContent) {
    if (code < 0) continue;
    const own = contents.keys[code]!;
    const name = context.contents.upwards(project, own).find((one) => budgeted.has(one)) ?? own;
    const before = byLine.get(name);
    byLine.set(name, {
      label: before?.label ?? contents.labels[code]!,
      given: before ? added(before.given, given) : given,
    });
  }
  // A content that nobody listed is a wrong name, and found as such.
  const isReal = (name: string): boolean =>
    budgeted.has(name) || context.contents.isEmpty || context.contents.get(project, name) !== undefined;
  return [...byLine]
    .filter(([name]) => isReal(name))
    .map(([name, { label, given }]) => {
      const own = budget.filter((row) => lineContents.keyAt(row) === name);
      const content = own.length > 0 ? lineContents.labelAt(own[0]!) : label;
      return { content, given, budget: own, line: own[0] ?? budget[0]! };
    });
}

/** Amounts by the content's number, -1 for none, in the order in which contents first stand. */
function givenByContent(rows: readonly number[], households: CheckedTable): Map<number, number[]> {
  const { codes, keys } = households.texts(SUPPORT_HEADER);
  const [central, local, other] = FUNDING_HEADERS.map((header) => households.numbers(header).values);
  const sources = FUNDING_HEADERS.length;
  const sums = new Float64Array((keys.length + 1) * sources);
  const isSeen = new Uint8Array(keys.length + 1);
  const seen: number[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const code = codes[row]!;
    if (isSeen[code + 1] === 0) {
      isSeen[code + 1] = 1;
      seen.push(code);
    }
    const at = (code + 1) * sources;
    sums[at]! += central![row]!;
    sums[at + 1]! += local![row]!;
    sums[at + 2]! += other![row]!;
  }
  return new Map(seen.map((code) => [code, [...sums.slice((code + 1) * sources, (code + 2) * sources)]]));
}

function added(a: readonly number[], b: readonly number[]): number[] {
  return a.map((amount, index) => amount + b[index]!);
}

function compare(
  share: Share,
  projectKey: string,
  lines: CheckedTable,
  context: CheckContext,
  report: Report<Params>,
): void {
  FUNDING_HEADERS.forEach((source, index) => {
    const budget = sumOf(lines.numbers(source), share.budget);
    const given = share.given[index]!;
    if (budget === null || given <= budget) return;
    const project = context.projects.get(projectKey)!.code;
    const params = { project, content: share.content, source, given, budget, excess: given - budget };
    report({ table: lines.name, row: share.line, header: source, params });
  });
}
