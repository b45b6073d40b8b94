/**
 * What a plan changes, taken over into the workbook, as an Edit of exactly the chosen differences. Never touched: a cell
 * that no longer holds what the plan gave it (see `planRecord`), a row that staff added, any budget line that stands. Rows
 * that only the workbook has are told, never taken away.
 */
import type { CellInput, Edit, Expectation, Operation } from "../book";
import { fold, fromDong, parseIsoDate, serialFromDate } from "../domain";
import { budgetRowsOf, nextLineId } from "./budgetLines";
import type { PlanComparison, ProjectComparison } from "./comparison";
import { addedRows } from "./injection";
import {
  MONEY_HEADERS,
  readRecords,
  recordOf,
  recordRow,
  textOf,
  type PlanRecord,
  type PlanTextHeader,
} from "./planRecord";
import type { TableView, WorkbookTables } from "./reading";
import { rowId } from "./rowId";
import type { ComputeContext, RowValues } from "./rows";
import { ROW_ID_HEADER } from "./spec";

/** One difference that a person takes over or leaves. */
export interface TakeOverChoice {
  /** Project and what it is about: stable for one comparison. */
  readonly id: string;
  readonly project: string;
  readonly kind: "project" | "amounts" | "budgetLine" | "contents" | PlanTextHeader;
  /** `typed`: staff have typed over what the plan gave; it stays. */
  readonly hindrance: "typed" | null;
  /** Whether it is ticked to begin with. */
  readonly wanted: boolean;
}

/** Everything that can be taken over, and what could be but for the staff's own work. */
export function takeOverChoices(comparison: PlanComparison): readonly TakeOverChoice[] {
  return comparison.projects.flatMap((project) => {
    const choice = (kind: TakeOverChoice["kind"], asGiven = true, wanted = true): TakeOverChoice => ({
      id: `${project.code}/${kind}`,
      project: project.code,
      kind,
      hindrance: asGiven ? null : "typed",
      wanted: wanted && asGiven,
    });
    if (project.standing === "onlyInWorkbook") return [];
    if (project.standing === "onlyInPlan") return [choice("project")];
    const changed = project.amounts.filter((one) => one.delta !== 0);
    const amountsGiven = changed.every((one) => one.asGiven);
    return [
      ...(changed.length > 0 ? [choice("amounts", amountsGiven)] : []),
      // Lines that staff have divided get no line of ours unless it is asked for.
      ...(project.budget.adjusting.length > 0
        ? [choice("budgetLine", amountsGiven, project.budget.asGiven)]
        : []),
      ...project.texts.map((text) => choice(text.header, text.asGiven)),
      ...(project.contentsAdded.length > 0 ? [choice("contents")] : []),
    ];
  });
}

export interface TakeOverOptions {
  /** Text for people: when it was taken over. */
  readonly at: string;
}

interface Work {
  readonly tables: WorkbookTables;
  readonly operations: Operation[];
  readonly expects: Expectation[];
  readonly added: Map<string, RowValues[]>;
  readonly records: ReadonlyMap<string, { readonly row: number; readonly record: PlanRecord }>;
  readonly lineIds: Set<string>;
}

/** The edit that takes over these choices (ids); what is hindered is left even where it is named. */
export function takeOver(
  tables: WorkbookTables,
  comparison: PlanComparison,
  chosen: ReadonlySet<string>,
  options: TakeOverOptions,
): Edit {
  const ids = tables.table("tblNganSach")?.column(ROW_ID_HEADER) ?? [];
  const work: Work = {
    tables,
    operations: [],
    expects: [],
    added: new Map(),
    records: readRecords(tables),
    lineIds: new Set(ids.map((id) => textOf(id) ?? "")),
  };
  const taken = new Set(
    takeOverChoices(comparison)
      .filter((choice) => chosen.has(choice.id) && choice.hindrance === null)
      .map((choice) => choice.id),
  );
  for (const project of comparison.projects) takeProject(work, project, taken, comparison);
  if (work.operations.length + work.added.size > 0) addNote(work, comparison, options);
  const { unit, detailUnit } = tables.parameters;
  const context: ComputeContext = { unit, detailUnit, payments: () => ({ paid: 0, advanceLeft: 0 }) };
  const appended = [...work.added].flatMap(([name, rows]) => {
    const view = tables.table(name);
    return view ? addedRows(view, rows, context) : [];
  });
  return { task: "adjust", operations: [...work.operations, ...appended], expects: work.expects };
}

function takeProject(
  work: Work,
  project: ProjectComparison,
  taken: ReadonlySet<string>,
  comparison: PlanComparison,
): void {
  const has = (kind: TakeOverChoice["kind"]) => taken.has(`${project.code}/${kind}`);
  const view = work.tables.table("tblDuAn");
  const unit = work.tables.parameters.unit;
  const wanted = project.rows.get("tblDuAn")?.[0];
  if (!view || !wanted) return;
  if (has("project")) {
    for (const [table, rows] of project.rows) add(work, table, rows);
    addUnit(work, wanted["Đơn vị chủ trì"] ?? null);
    putRecord(work, project.code, recordOf(wanted, unit));
    return;
  }
  const record: Record<string, string | number | null> = { ...work.records.get(project.code)?.record };
  const write = (header: string, value: CellInput) => {
    writeCell(work, view, project.row!, header, value);
    record[header] = recordOf({ [header]: value }, unit)[header] ?? null;
  };
  if (has("amounts")) {
    for (const { header, after, delta } of project.amounts)
      if (delta !== 0 && after !== null) write(header, fromDong(after, unit));
  }
  for (const { header, after } of project.texts) {
    if (!has(header)) continue;
    write(header, after);
    if (header === "Đơn vị chủ trì") addUnit(work, after);
  }
  if (
    Object.entries(record).some(([header, value]) => work.records.get(project.code)?.record[header] !== value)
  )
    putRecord(work, project.code, record);
  if (has("contents")) add(work, "tblNoiDung", project.rows.get("tblNoiDung") ?? []);
  // Lines make up the allocation that stands: without the new amounts there is nothing to make up.
  const amountsStand = has("amounts") || project.amounts.every((one) => one.delta === 0);
  if (has("budgetLine") && amountsStand) takeBudgetLines(work, project, has("contents"), comparison);
}

/** The lines that make up the difference, with the adjusted decision's number and day; contents they name come along. */
function takeBudgetLines(
  work: Work,
  project: ProjectComparison,
  contentsTaken: boolean,
  comparison: PlanComparison,
): void {
  const day = comparison.planDate === null ? null : parseIsoDate(comparison.planDate);
  const decision: RowValues = {
    "Số quyết định": comparison.number.after,
    "Ngày quyết định": day && serialFromDate(day, work.tables.snapshot.date1904),
  };
  const rows = project.budget.adjusting.map((row) => ({
    ...row,
    ...decision,
    [ROW_ID_HEADER]: nextLineId(project.code, work.lineIds),
  }));
  add(work, "tblNganSach", rows);
  if (!contentsTaken) {
    const named = new Set(rows.map((row) => fold(String((row as RowValues)["Nội dung"]))));
    const missing = (project.rows.get("tblNoiDung") ?? []).filter((row) =>
      named.has(fold(String(row["Tên ngắn"]))),
    );
    add(work, "tblNoiDung", missing);
  }
  // The difference is right only while the lines stand as they were read.
  const view = work.tables.table("tblNganSach")!;
  for (const row of budgetRowsOf(work.tables, project.code)) {
    for (const header of MONEY_HEADERS) expectCell(work, view, row, header);
  }
}

/** The unit's name joins the list that the drop-downs show. */
function addUnit(work: Work, name: CellInput): void {
  const unit = textOf(name);
  const view = work.tables.table("tblDonVi");
  if (unit === null || !view) return;
  const known = [
    ...view.column("Đơn vị"),
    ...(work.added.get("tblDonVi") ?? []).map((row) => row["Đơn vị"]!),
  ];
  if (known.some((one) => fold(textOf(one) ?? "") === fold(unit))) return;
  add(work, "tblDonVi", [{ "Đơn vị": unit }]);
}

function putRecord(work: Work, code: string, record: PlanRecord): void {
  const view = work.tables.table("tblNguon");
  const known = work.records.get(code);
  if (!view) return;
  if (known) writeCell(work, view, known.row, "Giá trị", recordRow(code, record)["Giá trị"]!);
  else add(work, "tblNguon", [recordRow(code, record)]);
}

/** Which decisions the workbook has followed, beside the plan that it was made from; the parameters stay the plan's. */
function addNote(work: Work, { number, planDate }: PlanComparison, options: TakeOverOptions): void {
  const view = work.tables.table("tblNguon");
  const keys = view?.column("Khóa") ?? [];
  const before = keys.filter((key) => typeof key === "string" && /^Điều chỉnh \d+$/.test(key)).length;
  const text = JSON.stringify({ number: number.after, date: planDate, at: options.at });
  add(work, "tblNguon", [{ Khóa: `Điều chỉnh ${before + 1}`, "Giá trị": text }]);
}

function add(work: Work, table: string, rows: readonly RowValues[]): void {
  if (rows.length === 0) return;
  const view = work.tables.table(table);
  const taken = new Set(view?.column(ROW_ID_HEADER).map((id) => textOf(id) ?? ""));
  const fresh = rows.map((row) => {
    const id = textOf(row[ROW_ID_HEADER] ?? null);
    // An id made for another project's row of the same number would join the wrong rows in other files.
    return id !== null && taken.has(id) ? { ...row, [ROW_ID_HEADER]: rowId(table, id, taken) } : row;
  });
  work.added.set(table, [...(work.added.get(table) ?? []), ...fresh]);
}

function writeCell(work: Work, view: TableView, row: number, header: string, value: CellInput): void {
  const column = view.sheetColumn(header);
  if (column < 0) return;
  expectCell(work, view, row, header);
  work.operations.push({
    kind: "writeCells",
    sheet: view.sheet.name,
    row: view.firstRow + row,
    column,
    cells: [[value]],
  });
}

function expectCell(work: Work, view: TableView, row: number, header: string): void {
  const column = view.sheetColumn(header);
  if (column < 0) return;
  work.expects.push({
    sheet: view.sheet.name,
    row: view.firstRow + row,
    column,
    values: [[view.column(header)[row] ?? null]],
  });
}
