/** The sheet “Đối chiếu”: what agrees, what is near, what differs, what only one side has, with both sums. */
import { findSheet, type CellValue, type Edit, type Snapshot } from "../book";
import { fromDong, parseIsoDate, serialFromDate, type CalendarDate, type MoneyUnit } from "../domain";
import type { WorkbookTables } from "../layout";
import {
  appendixDesign,
  inLayoutOfSheet,
  inPeriod,
  layoutOnSheet,
  NOTE_COLUMN,
  paid,
  periodText,
  type Appendix,
  type FormColumn,
  type Period,
  type ReportCell,
  type RowLevel,
} from "../reports";
import type { LedgerEntry, Pair, Reason, Reconciliation } from "./reconcile";
import type { StatementLine } from "./statement";

const SHEET = "Đối chiếu";

export interface ReconciliationSheet {
  readonly reconciliation: Reconciliation;
  readonly period: Period;
  /** Whose book ours is compared with: “Kho bạc Nhà nước”. */
  readonly party: string;
  readonly unit: MoneyUnit;
  readonly today: CalendarDate;
  /** Vouchers and lines that could not be read and so take no part. */
  readonly unread: { readonly ours: number; readonly theirs: number };
}

interface Line {
  readonly level: RowLevel;
  readonly order: string | null;
  readonly title: string;
  readonly ours: readonly LedgerEntry[];
  readonly theirs: readonly StatementLine[];
  readonly remark: string;
  /** Rows of the sheet that it adds up. */
  readonly sums: readonly number[] | null;
  /** What the table of vouchers itself says now. */
  readonly live?: ReportCell;
}

/** The edit that puts the sheet into the workbook, in place of an earlier one; a sheet of this name that is not ours stays. */
export function reconciliationEdit(tables: WorkbookTables, asked: ReconciliationSheet): Edit {
  const sheet = sheetName(tables.snapshot);
  const appendix = inLayoutOfSheet(appendixOf(tables, asked, sheet), tables.snapshot);
  const options = { unit: asked.unit, freeze: false, today: asked.today, openErrors: 0 };
  const design = appendixDesign(appendix, tables, options);
  const kind = findSheet(tables.snapshot, sheet) ? "rewriteSheet" : "createSheet";
  return { task: "reconcile", operations: [{ kind, design }] };
}

function sheetName(snapshot: Snapshot): string {
  const isFree = (name: string) => !findSheet(snapshot, name) || layoutOnSheet(snapshot, name) !== null;
  let name = SHEET;
  for (let number = 2; !isFree(name); number += 1) name = `${SHEET} ${number}`;
  return name;
}

function appendixOf(tables: WorkbookTables, asked: ReconciliationSheet, sheet: string): Appendix {
  const columns = columnsFor(asked, tables);
  const lines = linesOf(asked, tables);
  return {
    code: "",
    sheet,
    title: `BẢNG ĐỐI CHIẾU SỐ LIỆU GIẢI NGÂN VỚI ${asked.party.toUpperCase()}`,
    subtitle: `(${periodText(asked.period)})`,
    columns,
    rows: lines.map((line) => ({
      level: line.level,
      cells: columns.map((column) => column.cell(line)),
      ...linkOf(line, tables),
    })),
    withAccountant: true,
  };
}

/** From our voucher's number to the voucher. */
function linkOf({ ours }: Line, tables: WorkbookTables): { link?: { column: number; place: string } } {
  const view = tables.table("tblGiaiNgan");
  const cell = ours[0] ? view?.address(ours[0].row, "Số chứng từ") : null;
  return view && cell ? { link: { column: 3, place: `'${view.sheet.name}'!${cell}` } } : {};
}

function columnsFor(asked: ReconciliationSheet, tables: WorkbookTables): FormColumn<Line>[] {
  const ours = "Sổ của xã";
  const theirs = asked.party;
  const date = (
    key: string,
    group: string,
    of: (line: Line) => readonly (LedgerEntry | StatementLine)[],
  ): FormColumn<Line> => ({
    key,
    title: "Ngày",
    width: 12,
    kind: "date",
    group,
    names: true,
    cell: (line) => serialOf(of(line)[0]?.date ?? null, tables),
  });
  const number = (
    key: string,
    group: string,
    of: (line: Line) => readonly (LedgerEntry | StatementLine)[],
  ): FormColumn<Line> => ({
    key,
    title: "Số chứng từ",
    width: 15,
    kind: "code",
    group,
    names: true,
    cell: (line) => distinct(of(line).map((one) => one.number)),
  });
  const amount = (
    key: string,
    group: string,
    of: (line: Line) => readonly (LedgerEntry | StatementLine)[],
  ): FormColumn<Line> => ({
    key,
    title: "Số tiền",
    width: 17,
    kind: "money",
    group,
    cell: (line) => {
      if (line.live !== undefined) return key === "ourAmount" ? line.live : null;
      if (line.sums) return { rows: line.sums };
      const own = of(line);
      return own.length === 0
        ? null
        : fromDong(
            own.reduce((sum, one) => sum + one.amount, 0),
            asked.unit,
          );
    },
  });
  return [
    { key: "order", title: "STT", width: 6, kind: "order", cell: (line) => line.order },
    {
      key: "title",
      title: "Kết quả đối chiếu; nội dung",
      width: 40,
      kind: "text",
      cell: (line) => line.title,
    },
    date("ourDate", ours, (line) => line.ours),
    number("ourNumber", ours, (line) => line.ours),
    amount("ourAmount", ours, (line) => line.ours),
    date("theirDate", theirs, (line) => line.theirs),
    number("theirNumber", theirs, (line) => line.theirs),
    amount("theirAmount", theirs, (line) => line.theirs),
    {
      key: "difference",
      title: "Chênh lệch (sổ của xã trừ bên kia)",
      width: 16,
      kind: "money",
      cell: (line) => (line.live === undefined ? { plus: ["ourAmount"], minus: ["theirAmount"] } : null),
    },
    { key: "finding", title: "Nhận xét", width: 30, kind: "text", cell: (line) => line.remark || null },
    NOTE_COLUMN,
  ];
}

function serialOf(iso: string | null, tables: WorkbookTables): CellValue {
  const date = iso === null ? null : parseIsoDate(iso);
  return date && serialFromDate(date, tables.snapshot.date1904);
}

function distinct(texts: readonly string[]): string | null {
  return [...new Set(texts.filter((text) => text !== ""))].join(", ") || null;
}

function linesOf(asked: ReconciliationSheet, tables: WorkbookTables): Line[] {
  const { reconciliation: found, party } = asked;
  const lines: Line[] = [];
  const heads: number[] = [];
  const section = (order: string, title: string, own: readonly Omit<Line, "level" | "order" | "sums">[]) => {
    heads.push(lines.length);
    const sums = own.map((_one, index) => lines.length + 1 + index);
    const remark = own.length === 0 ? "Không có" : `${own.length} khoản`;
    lines.push({ level: "project", order, title, ours: [], theirs: [], remark, sums });
    own.forEach((one, index) => lines.push({ ...one, level: "part", order: `${index + 1}`, sums: null }));
  };
  const pairs = (all: readonly Pair[]) =>
    [...all].sort(byDate).map((pair) => ({
      title: pair.ours[0]!.text || pair.theirs[0]!.note,
      ours: pair.ours,
      theirs: pair.theirs,
      remark: pair.reasons.map((reason) => reasonText(reason)).join("; "),
    }));
  section("I", "Sai lệch số tiền", pairs(found.different));
  section(
    "II",
    "Chỉ có trong sổ của xã",
    found.onlyOurs.map((one) => ({ title: one.text, ours: [one], theirs: [], remark: "" })),
  );
  section(
    "III",
    `Chỉ có ở ${party}`,
    found.onlyTheirs.map((one) => ({ title: one.note, ours: [], theirs: [one], remark: "" })),
  );
  section("IV", "Gần khớp, cần xác nhận", pairs(found.proposed));
  section("V", "Khớp", pairs(found.matched));
  const nobody = { order: null, ours: [], theirs: [] };
  lines.push({ ...nobody, level: "total", title: "TỔNG CỘNG", remark: unreadText(asked), sums: heads });
  lines.push({
    ...nobody,
    level: "detail",
    title: "Tính thẳng từ trang Giải ngân hiện nay",
    remark: "Phải bằng số tổng cộng; nếu khác, sổ đã đổi sau khi đối chiếu.",
    sums: null,
    live: { figure: paid([inPeriod("Ngày", asked.period, tables)]) },
  });
  return lines;
}

function byDate(a: Pair, b: Pair): number {
  const date = ({ ours, theirs }: Pair) => ours[0]?.date ?? theirs[0]?.date ?? "";
  return date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0;
}

function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case "date":
      return `Lệch ${reason.days} ngày`;
    case "number":
      return "Khác số chứng từ";
    case "group":
      return `${reason.ours} dòng trong sổ của xã ứng với ${reason.theirs} dòng bên kia`;
  }
}

function unreadText({ unread }: ReconciliationSheet): string {
  const texts = [
    unread.ours > 0
      ? `${unread.ours} dòng trong sổ của xã thiếu ngày hoặc số tiền, không được đối chiếu`
      : "",
    unread.theirs > 0 ? `${unread.theirs} dòng bên kia không đọc được` : "",
  ];
  return texts.filter((text) => text !== "").join("; ");
}
