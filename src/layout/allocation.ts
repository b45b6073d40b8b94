/**
 * Money that a budget line has not divided yet, divided among contents: what there is to divide, the contents with their
 * norms and the households listed so far, and the edit that writes the result as budget lines.
 */
import { type CellInput, type Edit, type Expectation, type Operation } from "../book";
import { compareDates, fold, fromDong, readDateCell, sumDong, type CalendarDate, type Dong } from "../domain";
import { addedRows } from "./injection";
import { dongOf, MONEY_HEADERS, textOf } from "./planRecord";
import type { TableView, WorkbookTables } from "./reading";
import { rowId } from "./rowId";
import type { RowValues } from "./rows";
import type { ContentNeed, SharedMoney } from "./sharing";
import { ROW_ID_HEADER, UNDECIDED_CAPITAL, UNDETAILED_CONTENT } from "./spec";

/** A budget line that is not divided by content. */
export interface UndividedLine {
  /** Data row of `tblNganSach` from 0. */
  readonly row: number;
  readonly project: string;
  readonly projectTitle: string;
  readonly capital: string;
  readonly year: string;
  /** `Loại giao`; empty where the line has none. */
  readonly kind: string;
  readonly money: SharedMoney;
}

/** The lines with money of central or local budget, neither below zero, in the table's order. */
export function undividedLines(tables: WorkbookTables): readonly UndividedLine[] {
  const view = tables.table("tblNganSach");
  if (!view) return [];
  const titles = new Map<string, string>();
  const projects = tables.table("tblDuAn");
  projects?.column("Mã").forEach((code, row) => {
    titles.set(textOf(code) ?? "", textOf(projects.column("Tên dự án")[row] ?? null) ?? "");
  });
  const at = (header: string, row: number) => textOf(view.column(header)[row] ?? null) ?? "";
  return view.column("Nội dung").flatMap((content, row): UndividedLine[] => {
    if (fold(textOf(content) ?? "") !== fold(UNDETAILED_CONTENT)) return [];
    const [central, local] = ["NSTW", "NSĐP"].map((header) => amountAt(tables, view, header, row));
    if (central! < 0 || local! < 0 || central! + local! === 0) return [];
    const project = at("Mã dự án", row);
    return [
      {
        row,
        project,
        projectTitle: titles.get(project) ?? "",
        capital: at("Loại vốn", row),
        year: at("Năm vốn", row),
        kind: at("Loại giao", row),
        money: { central: central!, local: local! },
      },
    ];
  });
}

function amountAt(tables: WorkbookTables, view: TableView, header: string, row: number): Dong {
  return dongOf(view.column(header)[row] ?? null, tables.parameters.unit) ?? 0;
}

/** A content to which money may be given; one with norms by form stands once for each form. */
export interface OfferedContent {
  readonly content: string;
  readonly form: string | null;
  /** đồng per household; null where the workbook has no norm for it on that day. */
  readonly norm: Dong | null;
  readonly covers: ContentNeed["covers"];
  /** The legal text, and how sure it is; empty without a norm. */
  readonly basis: string;
  readonly confidence: string;
  /** Rows of `tblHo` for it. */
  readonly households: number;
}

interface Norm {
  readonly content: string;
  readonly form: string;
  readonly item: string;
  readonly amount: Dong;
  readonly from: CalendarDate | null;
  readonly basis: string;
  readonly confidence: string;
}

/** The project's contents that have none under them, those with a norm first. */
export function offeredContents(
  tables: WorkbookTables,
  project: string,
  day: CalendarDate,
): readonly OfferedContent[] {
  const view = tables.table("tblNoiDung");
  if (!view) return [];
  const at = (header: string, row: number) => textOf(view.column(header)[row] ?? null) ?? "";
  const rows = view.column("Mã dự án").flatMap((code, row) => (textOf(code) === project ? [row] : []));
  const codes = rows.map((row) => at("Mã", row));
  const leaves = rows.filter((row) => !codes.some((code) => code.startsWith(`${at("Mã", row)}.`)));
  const norms = normsOn(tables, day);
  const offered = leaves.flatMap((row): OfferedContent[] => {
    const content = at("Tên ngắn", row);
    const group = at("Nhóm hỗ trợ", row) || content;
    const own = norms.filter((norm) => norm.content === fold(group));
    const forms = [...new Set(own.map((norm) => norm.form).filter((form) => form !== ""))];
    return (forms.length > 0 ? forms : [null]).map((form) =>
      offeredContent(tables, project, content, form, own),
    );
  });
  return [...offered.filter((one) => one.norm !== null), ...offered.filter((one) => one.norm === null)];
}

function offeredContent(
  tables: WorkbookTables,
  project: string,
  content: string,
  form: string | null,
  norms: readonly Norm[],
): OfferedContent {
  const latest = (item: string) =>
    norms
      .filter((norm) => norm.item === item && (norm.form === "" || norm.form === form))
      .reduce<Norm | null>((best, norm) => (best === null || !isEarlier(norm, best) ? norm : best), null);
  const norm = latest("Tổng") ?? latest("NSTW");
  return {
    content,
    form,
    norm: norm?.amount ?? null,
    covers: norm?.item === "NSTW" ? "central" : "total",
    basis: norm?.basis ?? "",
    confidence: norm?.confidence ?? "",
    households: householdsOf(tables, project, content, form),
  };
}

function isEarlier(norm: Norm, other: Norm): boolean {
  if (other.from === null) return false;
  return norm.from === null || compareDates(norm.from, other.from) < 0;
}

/** What a household may get at most, or on average, on that day. */
function normsOn(tables: WorkbookTables, day: CalendarDate): Norm[] {
  const view = tables.table("tblDinhMuc");
  if (!view) return [];
  const { date1904 } = tables.snapshot;
  const dateAt = (header: string, row: number): CalendarDate | null => {
    const cell = readDateCell(view.column(header)[row] ?? null, date1904);
    return cell.kind === "date" || cell.kind === "text-date" ? cell : null;
  };
  const at = (header: string, row: number) => textOf(view.column(header)[row] ?? null) ?? "";
  return view.column("Mức").flatMap((value, row): Norm[] => {
    const amount = dongOf(value, tables.parameters.detailUnit);
    const [from, to] = [dateAt("Từ ngày", row), dateAt("Đến ngày", row)];
    const valid = (!from || compareDates(from, day) <= 0) && (!to || compareDates(day, to) <= 0);
    if (amount === null || amount <= 0 || !valid || fold(at("Kiểu", row)) === "toi thieu") return [];
    return [
      {
        content: fold(at("Nội dung hỗ trợ", row)),
        form: at("Hình thức", row),
        item: at("Khoản", row),
        amount,
        from,
        basis: at("Căn cứ", row),
        confidence: at("Độ tin cậy", row),
      },
    ];
  });
}

function householdsOf(tables: WorkbookTables, project: string, content: string, form: string | null): number {
  const view = tables.table("tblHo");
  if (!view) return 0;
  const same = (header: string, row: number, wanted: string) =>
    fold(textOf(view.column(header)[row] ?? null) ?? "") === fold(wanted);
  return view
    .column("Mã dự án")
    .filter(
      (_code, row) =>
        same("Mã dự án", row, project) &&
        same("Nội dung hỗ trợ", row, content) &&
        (form === null || same("Hình thức", row, form)),
    ).length;
}

/** What a content gets, in đồng. */
export interface AllocatedContent {
  readonly content: string;
  readonly money: SharedMoney;
}

/**
 * The edit that divides a line: one budget line for each content that gets money. What is left stays on the line; where
 * nothing is left the line becomes the first content's. The new lines have the line's year, capital and decision.
 * @throws RangeError where the contents get more than the line has
 */
export function allocationEdit(
  tables: WorkbookTables,
  line: UndividedLine,
  contents: readonly AllocatedContent[],
): Edit {
  const view = tables.table("tblNganSach")!;
  const { unit, detailUnit } = tables.parameters;
  const merged = mergeByContent(contents);
  const spent = {
    central: sumDong(merged.map((one) => one.money.central)),
    local: sumDong(merged.map((one) => one.money.local)),
  };
  const left = { central: line.money.central - spent.central, local: line.money.local - spent.local };
  if (left.central < 0 || left.local < 0) throw new RangeError("the contents get more than the line has");
  if (merged.length === 0) return { task: "allocate", operations: [] };
  const other = amountAt(tables, view, "Vốn khác", line.row);
  const restOnLine = left.central + left.local !== 0 || other !== 0;
  const money = ({ central, local }: SharedMoney, more = 0): RowValues => ({
    "Tổng vốn": fromDong(central + local + more, unit),
    NSTW: fromDong(central, unit),
    NSĐP: fromDong(local, unit),
  });
  const copied = [
    "Mã dự án",
    "Năm vốn",
    "Địa bàn",
    "Chủ đầu tư",
    "Đơn vị thực hiện",
    "Loại giao",
    "Số quyết định",
  ];
  const base = Object.fromEntries(
    [...copied, "Ngày quyết định"].map((header) => [header, view.column(header)[line.row] ?? null]),
  );
  const taken = new Set(view.column(ROW_ID_HEADER).map((id) => textOf(id) ?? ""));
  const lines = merged.map((one): RowValues => ({
    ...base,
    "Nội dung": one.content,
    "Loại vốn": capitalOf(tables, line, one.content),
    ...money(one.money),
    [ROW_ID_HEADER]: rowId("tblNganSach", `${line.project}|${one.content}`, taken),
  }));
  const [first, ...others] = lines;
  const onLine: RowValues = restOnLine
    ? money(left, other)
    : { "Nội dung": first!["Nội dung"]!, "Loại vốn": first!["Loại vốn"]!, ...money(merged[0]!.money) };
  const context = { unit, detailUnit, payments: () => ({ paid: 0, advanceLeft: 0 }) };
  return {
    task: "allocate",
    operations: [
      ...rowOperations(view, line.row, onLine),
      ...addedRows(view, restOnLine ? lines : others, context),
    ],
    expects: expectations(view, line.row, ["Mã dự án", "Nội dung", "Loại vốn", ...MONEY_HEADERS]),
  };
}

/** One line for a content, also where its households are counted by form. */
function mergeByContent(contents: readonly AllocatedContent[]): AllocatedContent[] {
  const merged = new Map<string, AllocatedContent>();
  for (const { content, money } of contents) {
    const known = merged.get(content)?.money ?? { central: 0, local: 0 };
    const sum = { central: known.central + money.central, local: known.local + money.local };
    if (sum.central + sum.local > 0) merged.set(content, { content, money: sum });
  }
  return [...merged.values()];
}

/** The line's own capital; where it is undecided, the one that the content allows, if it allows one alone. */
function capitalOf(tables: WorkbookTables, line: UndividedLine, content: string): string {
  if (line.capital !== UNDECIDED_CAPITAL) return line.capital;
  const view = tables.table("tblNoiDung");
  const row = view
    ?.column("Tên ngắn")
    .findIndex(
      (name, at) => textOf(name) === content && textOf(view.column("Mã dự án")[at] ?? null) === line.project,
    );
  const allowed = row === undefined ? null : textOf(view!.column("Loại vốn được dùng")[row] ?? null);
  return allowed === "Đầu tư" || allowed === "Sự nghiệp" ? allowed : UNDECIDED_CAPITAL;
}

function rowOperations(view: TableView, row: number, values: RowValues): Operation[] {
  return Object.entries(values).flatMap(([header, value]: [string, CellInput]) => {
    const column = view.sheetColumn(header);
    if (column < 0 || (view.column(header)[row] ?? null) === value) return [];
    return [
      { kind: "writeCells", sheet: view.sheet.name, row: view.firstRow + row, column, cells: [[value]] },
    ];
  });
}

function expectations(view: TableView, row: number, headers: readonly string[]): Expectation[] {
  return headers.flatMap((header) => {
    const column = view.sheetColumn(header);
    if (column < 0) return [];
    return [
      {
        sheet: view.sheet.name,
        row: view.firstRow + row,
        column,
        values: [[view.column(header)[row] ?? null]],
      },
    ];
  });
}
