/**
 * An amount in the wrong unit: a thousand or a million times what others of its table, content and column are, or far
 * above all that its project has.
 */
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import { isMoneyColumn } from "../columnKinds";
import { medianOfOthers } from "../median";
import type { NumberColumn } from "../numberColumn";
import { projectAmount } from "../projects";
import type { Check, Report, Rule } from "../rule";

type Params = {
  amount: number;
  /** What it is far from: the others' median, or the project's total. In đồng. */
  usual: number;
  reason: "median" | "projectTotal";
  /** How many times `usual`, as the slip would have it: 1000, 1000000, 0.001, 0.000001; else rounded. */
  times: number;
};

const FACTORS = [1e3, 1e6, 1e-3, 1e-6];
/** How near to a factor an amount must be. */
const NEARNESS = 0.2;
/** Amounts nearer to one another than this are in one unit. */
const SMALLEST_GAP = 1e3 * (1 - NEARNESS);
const FEWEST_OTHERS = 5;
const MOST_OF_PROJECT = 100;

export const unitSlip: Rule<"budget/unit-slip", Params> = {
  code: "budget/unit-slip",
  severity: "warning",
  source: null,
  reads: [
    { table: "tblDuAn", headers: ["Mã", "Tổng vốn"], across: true },
    ...["tblNganSach", "tblCongTrinh", "tblHoatDong", "tblGiaiNgan", "tblHo"].map((table) => ({
      table,
      headers: ["*"],
    })),
  ],
  example: {
    fails: {
      rows: {
        tblHo: [40, 44, 40, 38, 40, 40].map((nstw, index) => household(nstw * (index === 5 ? 1e9 : 1e6))),
      },
    },
    passes: { rows: { tblHo: [40, 44, 40, 38, 40, 4].map((nstw) => household(nstw * 1e6)) } },
  },
  checks: (context) =>
    tablesOfContents.flatMap(([name, content]) => {
      const table = context.tableWith(name, ["Mã dự án", content]);
      if (!table) return [];
      const groups = context.groupsBy(table, ["Mã dự án", content]);
      return table.columns.filter(isMoneyColumn).map(({ header }): Check<Params> => ({
        kind: "groups",
        groups,
        headers: [header],
        isClear: () => isClear(table.numbers(header), context),
        look: (_key, rows, report) => lookAtGroup(table, header, rows, context, report),
      }));
    }),
};

const tablesOfContents = [
  ["tblNganSach", "Nội dung"],
  ["tblCongTrinh", "Nội dung"],
  ["tblHoatDong", "Nội dung"],
  ["tblGiaiNgan", "Nội dung"],
  ["tblHo", "Nội dung hỗ trợ"],
] as const;

function household(nstw: number) {
  return { "Mã dự án": "DA1", "Nội dung hỗ trợ": "Nhà ở", NSTW: nstw };
}

/** All amounts of the column are so near to one another, and so small beside any project, that none can be a slip. */
function isClear(column: NumberColumn, context: CheckContext): boolean {
  const { least, most } = column.bounds();
  const largest = Math.max(most, -least);
  const totals = context.projects.rows
    .map((project) => projectAmount(context.projects, project, "Tổng vốn") ?? 0)
    .filter((total) => total > 0);
  return (
    largest < SMALLEST_GAP * column.smallest() && totals.every((total) => largest <= MOST_OF_PROJECT * total)
  );
}

function lookAtGroup(
  table: CheckedTable,
  header: string,
  rows: readonly number[],
  context: CheckContext,
  report: Report<Params>,
): void {
  const column = table.numbers(header);
  const total = projectTotal(table, rows[0]!, context);
  const { least, most } = range(column, rows);
  const couldDiffer = most / least >= SMALLEST_GAP;
  const slipOf = couldDiffer ? medianSlips(column, rows) : () => null;
  if (!couldDiffer && (total === null || most <= MOST_OF_PROJECT * total)) return;
  for (const row of rows) {
    const amount = Math.abs(column.values[row]!);
    if (amount === 0) continue;
    const slip = slipOf(amount) ?? beyondProject(amount, total);
    if (slip) report({ table: table.name, row, header, params: { amount: column.values[row]!, ...slip } });
  }
}

type Slip = Omit<Params, "amount">;

/** Smallest and largest amount, zeros left out: one pass that spares sorting where nothing can be wrong. */
function range(column: NumberColumn, rows: readonly number[]): { least: number; most: number } {
  let least = Infinity;
  let most = 0;
  for (const row of rows) {
    const amount = Math.abs(column.values[row]!);
    if (amount === 0) continue;
    if (amount < least) least = amount;
    if (amount > most) most = amount;
  }
  return { least, most };
}

/** Asks for one amount of the group whether the median of the others is a unit away. */
function medianSlips(column: NumberColumn, rows: readonly number[]): (amount: number) => Slip | null {
  const amounts = amountsOf(column, rows);
  if (amounts.length <= FEWEST_OTHERS) return () => null;
  const medianWithout = medianOfOthers(amounts);
  return (amount) => {
    const usual = medianWithout(amount);
    // Nearly all amounts are near their median, and need no closer look.
    if (amount < SMALLEST_GAP * usual && usual < SMALLEST_GAP * amount) return null;
    const times = FACTORS.find((factor) => Math.abs(amount / (factor * usual) - 1) <= NEARNESS);
    return times === undefined ? null : { usual: Math.round(usual), reason: "median", times };
  };
}

/** Sizes of the amounts, zeros left out. */
function amountsOf({ values }: NumberColumn, rows: readonly number[]): Float64Array {
  const amounts = new Float64Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const amount = Math.abs(values[rows[index]!]!);
    if (amount === 0) continue;
    amounts[count] = amount;
    count += 1;
  }
  return amounts.subarray(0, count);
}

function beyondProject(amount: number, total: number | null): Slip | null {
  if (total === null || amount <= MOST_OF_PROJECT * total) return null;
  return { usual: total, reason: "projectTotal", times: Math.round(amount / total) };
}

/** null where the project or its total is not known. */
function projectTotal(table: CheckedTable, row: number, context: CheckContext): number | null {
  const project = context.projects.get(table.texts("Mã dự án").keyAt(row));
  const total = project ? projectAmount(context.projects, project, "Tổng vốn") : null;
  return total !== null && total > 0 ? total : null;
}
