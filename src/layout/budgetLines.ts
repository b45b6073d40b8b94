/**
 * The budget lines of a project against a new allocation, and the lines that make up the difference. Lines that stand are
 * never rewritten: as in the books, an adjustment is a line of its own (`Loại giao` = Điều chỉnh), with its decision.
 */
import { fold, fromDong, type Dong, type MoneyUnit } from "../domain";
import { dongOf, MONEY_HEADERS, textOf, type MoneyHeader } from "./planRecord";
import type { WorkbookTables } from "./reading";
import { rowId } from "./rowId";
import type { RowValues } from "./rows";
import { ROW_ID_HEADER, UNDECIDED_CAPITAL, UNDETAILED_CONTENT } from "./spec";

export interface BudgetLines {
  /** Lines of this year. */
  readonly count: number;
  /** Sources in which the lines do not make up the new allocation, in đồng. */
  readonly sums: readonly {
    readonly header: MoneyHeader;
    readonly lines: Dong;
    readonly allocation: Dong;
    readonly difference: Dong;
  }[];
  /** All lines are as the plan or an adjustment of it made them; false: staff have divided the money. */
  readonly asGiven: boolean;
  /** The lines that would make up the difference. */
  readonly adjusting: readonly RowValues[];
}

/** The most lines that one plan gives a project. */
const MOST_LINES = 200;
export const THIS_YEAR = "Năm nay";
const noLines: BudgetLines = { count: 0, sums: [], asGiven: true, adjusting: [] };

interface Line {
  readonly content: string;
  readonly capital: string;
  /** In the order of `MONEY_HEADERS`. */
  readonly amounts: readonly Dong[];
}

/** 0-based data rows of a project's lines of this year. */
export function budgetRowsOf(tables: WorkbookTables, code: string): number[] {
  const view = tables.table("tblNganSach");
  if (!view) return [];
  const [projects, years] = [view.column("Mã dự án"), view.column("Năm vốn")];
  return projects.flatMap((project, row) =>
    textOf(project) === code && fold(textOf(years[row] ?? null) ?? "") === fold(THIS_YEAR) ? [row] : [],
  );
}

/**
 * Amounts in đồng by `MONEY_HEADERS`: `before` as `tblDuAn` says now, `allocation` as the plan will have it, null where it
 * says nothing. `planned` are the plan's own lines.
 */
export function budgetLinesOf(
  tables: WorkbookTables,
  code: string,
  before: readonly Dong[],
  allocation: readonly Dong[] | null,
  planned: readonly RowValues[],
): BudgetLines {
  const view = tables.table("tblNganSach");
  const rows = budgetRowsOf(tables, code);
  if (!view || allocation === null || rows.length === 0) return noLines;
  const { unit } = tables.parameters;
  const at = (header: string, row: number) => view.column(header)[row] ?? null;
  const lines = rows.map((row): Line => ({
    content: textOf(at("Nội dung", row)) ?? "",
    capital: textOf(at("Loại vốn", row)) ?? "",
    amounts: MONEY_HEADERS.map((header) => dongOf(at(header, row), unit) ?? 0),
  }));
  const ids = planLineIds(code);
  const asGiven =
    rows.every((row) => ids.has(textOf(at(ROW_ID_HEADER, row)) ?? "")) &&
    total(lines).every((sum, index) => sum === before[index]);
  // Lines that did not make up the old allocation either are the check's matter, not the plan's.
  const changed = allocation.some((amount, index) => amount !== before[index]);
  const sums = MONEY_HEADERS.flatMap((header, index) => {
    const sum = total(lines)[index]!;
    const difference = allocation[index]! - sum;
    return !changed || difference === 0
      ? []
      : [{ header, lines: sum, allocation: allocation[index]!, difference }];
  });
  const adjusts = changed || asGiven;
  return {
    count: rows.length,
    sums,
    asGiven,
    adjusting: adjusts ? adjustingLines(code, allocation, lines, linesOf(planned, unit), unit) : [],
  };
}

function linesOf(rows: readonly RowValues[], unit: MoneyUnit): Line[] {
  return rows.map((row) => ({
    content: String(row["Nội dung"]),
    capital: String(row["Loại vốn"]),
    amounts: MONEY_HEADERS.map((header) => dongOf(row[header] ?? null, unit) ?? 0),
  }));
}

/** By content and capital where the plan divides its money so, else in one line that is not divided yet. */
function adjustingLines(
  code: string,
  allocation: readonly Dong[],
  present: readonly Line[],
  planned: readonly Line[],
  unit: MoneyUnit,
): RowValues[] {
  const isDivided = planned.some(
    (line) => line.content !== UNDETAILED_CONTENT || line.capital !== UNDECIDED_CAPITAL,
  );
  if (!isDivided) {
    const amounts = subtract(allocation, total(present));
    if (amounts.every((amount) => amount === 0)) return [];
    return [
      adjustingRow(code, { content: UNDETAILED_CONTENT, capital: commonCapital(present), amounts }, unit),
    ];
  }
  const key = (line: Line) => `${fold(line.content)}\u0000${fold(line.capital)}`;
  const groups = new Map<string, Line>();
  for (const line of present) {
    const known = groups.get(key(line)) ?? { ...line, amounts: [0, 0, 0, 0] };
    groups.set(key(line), { ...known, amounts: subtract(known.amounts, line.amounts) });
  }
  for (const line of planned) {
    const known = groups.get(key(line)) ?? { ...line, amounts: [0, 0, 0, 0] };
    const negative = line.amounts.map((amount) => -amount);
    groups.set(key(line), { ...known, amounts: subtract(known.amounts, negative) });
  }
  return [...groups.values()]
    .filter((line) => line.amounts.some((amount) => amount !== 0))
    .map((line) => adjustingRow(code, line, unit));
}

/** Money of one kind stays of that kind; else it is not decided yet. */
function commonCapital(lines: readonly Line[]): string {
  const capitals = new Set(lines.map((line) => line.capital));
  return capitals.size === 1 ? lines[0]!.capital : UNDECIDED_CAPITAL;
}

function adjustingRow(code: string, line: Line, unit: MoneyUnit): RowValues {
  const money = MONEY_HEADERS.map((header, index) => [header, fromDong(line.amounts[index]!, unit)] as const);
  return {
    "Mã dự án": code,
    "Nội dung": line.content,
    "Loại vốn": line.capital,
    "Năm vốn": THIS_YEAR,
    ...Object.fromEntries(money.filter(([header, value]) => header !== "Vốn khác" || value !== 0)),
    "Loại giao": "Điều chỉnh",
  };
}

function total(lines: readonly Line[]): readonly Dong[] {
  return lines.reduce<readonly Dong[]>(
    (sum, line) => sum.map((value, at) => value + line.amounts[at]!),
    [0, 0, 0, 0],
  );
}

function subtract(from: readonly Dong[], amounts: readonly Dong[]): readonly Dong[] {
  return from.map((value, at) => value - amounts[at]! + 0);
}

/** The ids that lines made from a plan bear, for a project. */
function planLineIds(code: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let count = 0; count < MOST_LINES; count += 1) rowId("tblNganSach", code, ids);
  return ids;
}

/** The id of the next line that an adjustment adds: like the plan's own, and free in the workbook. */
export function nextLineId(code: string, taken: Set<string>): string {
  return rowId("tblNganSach", code, taken);
}
