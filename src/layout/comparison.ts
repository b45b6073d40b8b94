/**
 * A plan compared with a workbook of ours: what an adjusted document changes, project by project. Nothing is written here.
 * A project is found by the programme's number, which plans do not renumber, else by its own; a content by its short name,
 * else by its title.
 */
import { fold, sumDong, type Dong } from "../domain";
import { unitKey, type Plan } from "../plan";
import type { Programme } from "../programme";
import { budgetLinesOf, type BudgetLines } from "./budgetLines";
import { compareContents, comparedContent, nothingAdded, type ComparedContent } from "./comparedContents";
import {
  dongOf,
  isAsGiven,
  MONEY_HEADERS,
  PLAN_TEXT_HEADERS,
  readRecords,
  textOf,
  type MoneyHeader,
  type PlanRecord,
  type PlanTextHeader,
} from "./planRecord";
import { planRows } from "./planRows";
import type { TableView, WorkbookTables } from "./reading";
import type { RowValues, TableRows } from "./rows";

/** đồng; `before` is the workbook's, `after` the plan's, null where it says nothing. */
export interface AmountComparison {
  readonly header: MoneyHeader;
  readonly before: Dong | null;
  readonly after: Dong | null;
  readonly delta: Dong;
  /** The cell holds what the plan gave it; false: staff have typed it. */
  readonly asGiven: boolean;
}

export interface TextComparison {
  readonly header: PlanTextHeader;
  readonly before: string | null;
  readonly after: string;
  readonly asGiven: boolean;
}

export interface ProjectComparison {
  /** `Mã` in the workbook; of a project that only the plan has, the one it would get. */
  readonly code: string;
  /** The plan's own number; null where only the workbook has the project. */
  readonly planCode: string | null;
  readonly title: string;
  readonly standing: "both" | "onlyInPlan" | "onlyInWorkbook";
  /** Data row of `tblDuAn` from 0; null where the workbook lacks it. */
  readonly row: number | null;
  readonly amounts: readonly AmountComparison[];
  /** Names and units that differ. */
  readonly texts: readonly TextComparison[];
  readonly contentsAdded: readonly ComparedContent[];
  readonly contentsRemoved: readonly ComparedContent[];
  /** The budget lines of this year against the plan's allocation. */
  readonly budget: BudgetLines;
  /** The rows that the plan gives the project, with the workbook's codes; empty where only the workbook has it. */
  readonly rows: TableRows;
}

export interface PlanComparison {
  /** The workbook's own projects first, in its order, then what only the plan has. */
  readonly projects: readonly ProjectComparison[];
  readonly number: { readonly before: string | null; readonly after: string | null };
  /** As the workbook and the plan say it: ISO text. */
  readonly planDate: string | null;
  readonly totals: readonly Omit<AmountComparison, "asGiven">[];
  /** Anything that could be taken over or has to be told. */
  readonly differs: boolean;
}

/** Compares a plan with the workbook; both sides in the workbook's unit, as integers of đồng. */
export function comparePlan(tables: WorkbookTables, plan: Plan, programme: Programme): PlanComparison {
  const { unit, detailUnit } = tables.parameters;
  const rows = planRows(plan, programme, {
    unit,
    detailUnit,
    madeAt: "",
    date1904: tables.snapshot.date1904,
  });
  const view = tables.table("tblDuAn");
  const planned = rows.get("tblDuAn")!;
  const pairs = view ? pairProjects(view, planned) : new Map<number, number>();
  const records = readRecords(tables);
  const taken = new Set(view?.column("Mã").map((code) => textOf(code) ?? "") ?? []);
  const byRow = new Map([...pairs].map(([index, row]) => [row, index]));
  const own = Array.from({ length: view?.rowCount ?? 0 }, (_unused, row) => row).flatMap((row) => {
    if (view!.isBlank(row) || textOf(view!.column("Mã")[row] ?? null) === null) return [];
    const index = byRow.get(row);
    const code = textOf(view!.column("Mã")[row]!)!;
    const record = records.get(code)?.record;
    const at = index === undefined ? null : planned[index]!;
    return [projectInWorkbook(tables, view!, row, code, at, rows, record, plan.commune)];
  });
  const added = planned
    .filter((_row, index) => !pairs.has(index))
    .map((row) => projectOnlyInPlan(tables, row, rows, taken));
  const projects = [...own, ...added];
  return {
    projects,
    number: { before: tables.parameters.text("planNumber") || null, after: plan.number },
    planDate: plan.date,
    totals: MONEY_HEADERS.map((header) => totalOf(header, projects)),
    differs: projects.some(isDifferent),
  };
}

/** Whether there is anything to say of a project. */
export function isDifferent(project: ProjectComparison): boolean {
  return (
    project.standing !== "both" ||
    project.amounts.some((one) => one.delta !== 0) ||
    project.texts.length > 0 ||
    project.contentsAdded.length > 0 ||
    project.contentsRemoved.length > 0 ||
    project.budget.adjusting.length > 0
  );
}

/** Plan rows by the workbook's rows. */
function pairProjects(view: TableView, planned: readonly RowValues[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  const key = (value: unknown) => fold(String(value ?? ""));
  const pairBy = (header: string, excludes: (row: number, wanted: RowValues) => boolean) => {
    const column = view.column(header);
    planned.forEach((wanted, index) => {
      const name = key(wanted[header]);
      if (pairs.has(index) || name === "" || planned.filter((one) => key(one[header]) === name).length > 1)
        return;
      const rows = column.flatMap((value, row) =>
        key(value) === name && !used.has(row) && !excludes(row, wanted) ? [row] : [],
      );
      if (rows.length !== 1) return;
      pairs.set(index, rows[0]!);
      used.add(rows[0]!);
    });
  };
  pairBy("Mã chương trình", () => false);
  const programmeCodes = view.column("Mã chương trình");
  // The same own number for another project of the programme is a renumbering, not the same project.
  pairBy("Mã", (row, wanted) => {
    const [here, there] = [key(programmeCodes[row]), key(wanted["Mã chương trình"])];
    return here !== "" && there !== "" && here !== there;
  });
  return pairs;
}

function projectInWorkbook(
  tables: WorkbookTables,
  view: TableView,
  row: number,
  code: string,
  wanted: RowValues | null,
  rows: TableRows,
  record: PlanRecord | undefined,
  commune: string | null,
): ProjectComparison {
  const { unit } = tables.parameters;
  const at = (header: string) => view.column(header)[row] ?? null;
  const amounts = MONEY_HEADERS.map((header): AmountComparison => {
    const before = dongOf(at(header), unit);
    const after = wanted === null ? null : dongOf(wanted[header] ?? null, unit);
    const delta = after === null ? 0 : after - (before ?? 0);
    return { header, before, after, delta, asGiven: isAsGiven(record, header, at(header), unit) };
  });
  const texts = PLAN_TEXT_HEADERS.flatMap((header): TextComparison[] => {
    const before = textOf(at(header));
    const after = wanted === null ? null : textOf(wanted[header] ?? null);
    if (after === null || sameText(header, before, after, commune)) return [];
    return [{ header, before, after, asGiven: isAsGiven(record, header, at(header), unit) }];
  });
  const own = wanted === null ? new Map() : rowsOfProject(rows, String(wanted["Mã"]), code);
  const contents =
    wanted === null ? nothingAdded : compareContents(tables, code, own.get("tblNoiDung") ?? []);
  const before = amounts.map((one) => one.before ?? 0);
  const after = wanted === null ? null : amounts.map((one) => one.after ?? one.before ?? 0);
  return {
    code,
    planCode: wanted === null ? null : String(wanted["Mã"]),
    title: textOf(at("Tên dự án")) ?? "",
    standing: wanted === null ? "onlyInWorkbook" : "both",
    row,
    amounts,
    texts,
    contentsAdded: contents.added.map(comparedContent),
    contentsRemoved: contents.removed,
    budget: budgetLinesOf(tables, code, before, after, own.get("tblNganSach") ?? []),
    rows: new Map([...own, ["tblNoiDung", contents.added]]),
  };
}

function sameText(header: string, before: string | null, after: string, commune: string | null): boolean {
  if (before === null) return false;
  if (header === "Đơn vị chủ trì") return unitKey(before, commune) === unitKey(after, commune);
  return fold(before) === fold(after);
}

function projectOnlyInPlan(
  tables: WorkbookTables,
  wanted: RowValues,
  rows: TableRows,
  taken: Set<string>,
): ProjectComparison {
  const { unit } = tables.parameters;
  const planCode = String(wanted["Mã"]);
  const code = freeCode(planCode, taken);
  taken.add(code);
  const own = rowsOfProject(rows, planCode, code);
  return {
    code,
    planCode,
    title: String(wanted["Tên dự án"] ?? ""),
    standing: "onlyInPlan",
    row: null,
    amounts: MONEY_HEADERS.map((header) => {
      const after = dongOf(wanted[header] ?? null, unit);
      return { header, before: null, after, delta: after ?? 0, asGiven: true };
    }),
    texts: [],
    contentsAdded: (own.get("tblNoiDung") ?? []).map(comparedContent),
    contentsRemoved: [],
    budget: { count: 0, sums: [], asGiven: true, adjusting: [] },
    rows: own,
  };
}

/** The plan's own number, or the next that the workbook leaves free; a sub-project's part stays. */
function freeCode(code: string, taken: ReadonlySet<string>): string {
  if (!taken.has(code)) return code;
  const part = code.includes(".") ? code.slice(code.indexOf(".")) : "";
  const numbers = [...taken].map((one) => Number(/^DA(\d+)/.exec(one)?.[1] ?? 0));
  return `DA${Math.max(0, ...numbers) + 1}${part}`;
}

/** The plan's rows of one project, under the workbook's code for it. */
function rowsOfProject(rows: TableRows, planCode: string, code: string): Map<string, readonly RowValues[]> {
  const renamed = (text: unknown) => code + String(text).slice(planCode.length);
  const of = (table: string, header: string, change: (row: RowValues) => RowValues) =>
    [table, (rows.get(table) ?? []).filter((row) => row[header] === planCode).map(change)] as const;
  return new Map([
    of("tblDuAn", "Mã", (row) => ({ ...row, Mã: code })),
    of("tblNoiDung", "Mã dự án", (row) => ({ ...row, Mã: renamed(row["Mã"]), "Mã dự án": code })),
    of("tblNganSach", "Mã dự án", (row) => ({ ...row, "Mã dự án": code })),
  ]);
}

function totalOf(
  header: MoneyHeader,
  projects: readonly ProjectComparison[],
): Omit<AmountComparison, "asGiven"> {
  const of = (pick: (amount: AmountComparison) => Dong | null) => {
    const given = projects.flatMap((project) => {
      const value = pick(project.amounts.find((one) => one.header === header)!);
      return value === null ? [] : [value];
    });
    return given.length === 0 ? null : sumDong(given);
  };
  const before = of((one) => one.before);
  // A project of which the plan says nothing stays as it is.
  const after = of((one) => one.after ?? one.before);
  return { header, before, after, delta: (after ?? 0) - (before ?? 0) };
}
