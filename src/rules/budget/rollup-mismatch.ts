/**
 * The budget lines of a project (`Năm nay`) do not add up to the plan, source by source. Says nothing while no line is
 * there at all, and where a figure or a year of the project cannot be read: that is found where it stands.
 */
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import { projectAmount, type ProjectRow } from "../projects";
import type { Report, Rule } from "../rule";
import { FUNDING_HEADERS, sumOf } from "../sums";

/** In đồng. `difference` is the budget lines minus the plan. */
type Params = { project: string; source: string; planned: number; budgeted: number; difference: number };

export const rollupMismatch: Rule<"budget/rollup-mismatch", Params> = {
  code: "budget/rollup-mismatch",
  severity: "error",
  source: null,
  reads: [
    { table: "tblDuAn", headers: ["Mã", ...FUNDING_HEADERS], across: true },
    { table: "tblNganSach", headers: ["Mã dự án", "Năm vốn", ...FUNDING_HEADERS], across: true },
  ],
  example: {
    fails: {
      rows: {
        tblDuAn: [{ Mã: "DA1", NSTW: 626, NSĐP: 94 }],
        tblNganSach: [
          { "Mã dự án": "DA1", "Năm vốn": "Năm nay", NSTW: 600, NSĐP: 94 },
          { "Mã dự án": "DA1", "Năm vốn": "Kéo dài", NSTW: 26, NSĐP: 0 },
        ],
      },
    },
    passes: {
      rows: {
        tblDuAn: [{ Mã: "DA1", NSTW: 626, NSĐP: 94 }],
        tblNganSach: [
          { "Mã dự án": "DA1", "Năm vốn": "Năm nay", NSTW: 640, NSĐP: 94 },
          { "Mã dự án": "da1", "Năm vốn": "Năm nay", "Loại giao": "Điều chỉnh", NSTW: -14, NSĐP: 0 },
        ],
      },
    },
  },
  checks: (context) => {
    const lines = context.tableWith("tblNganSach", ["Mã dự án", "Năm vốn", "NSTW", "NSĐP"]);
    if (!lines || lines.rows.length === 0) return [];
    return [
      {
        kind: "whole",
        look: (report) => {
          for (const project of context.projects.rows) compare(project, lines, context, report);
        },
      },
    ];
  },
};

function compare(
  project: ProjectRow,
  lines: CheckedTable,
  context: CheckContext,
  report: Report<Params>,
): void {
  const rows = context.budgetLines.byKey.get(project.key) ?? [];
  const years = lines.texts("Năm vốn");
  if (!rows.every((row) => years.keyAt(row) === "năm nay" || years.keyAt(row) === "kéo dài")) return;
  const thisYear = rows.filter((row) => years.keyAt(row) === "năm nay");
  for (const source of FUNDING_HEADERS) {
    const planned = projectAmount(context.projects, project, source);
    const budgeted = sumOf(lines.numbers(source), thisYear);
    if (planned === null || budgeted === null) continue;
    const difference = budgeted - planned;
    if (Math.abs(difference) <= context.settings.tolerance) continue;
    const params = { project: project.code, source, planned, budgeted, difference };
    report({ table: "tblDuAn", row: project.row, header: source, params });
  }
}
