/**
 * BC06: the list that is posted in public. Values only; of a person it says no more than posting needs: the CCCD's last
 * three digits, the year of birth, no account number, and the ethnic group only where somebody asks for it.
 */
import { isCellError, type CellValue } from "../book";
import {
  compareByGivenName,
  compareVietnamese,
  fromDong,
  maskIdentity,
  readDateCell,
  type MoneyUnit,
} from "../domain";
import type { TableView, WorkbookTables } from "../layout";
import { rowsFrom, type FormColumn } from "./appendix";
import { nativeText } from "./criterion";
import { figureOf, figureResult } from "./figure";
import { defineForm, type ReportOptions } from "./form";
import { contentTitle, HOUSEHOLDS, supportedContents } from "./households";
import { SOURCES } from "./money";
import { selectProjects } from "./projects";
import { runQuery, sum } from "./query";
import type { RowLevel } from "./style";

interface Line {
  readonly level: RowLevel;
  readonly order: string | number | null;
  readonly name: string;
  /** Masked, or what the list may say in full. */
  readonly values: Readonly<Record<string, CellValue>>;
  readonly amount: number | null;
}

const PERSONAL = ["Họ và tên chủ hộ", "Năm sinh", "Giới tính", "3 số cuối CCCD", "Thôn, xóm", "Diện hộ"];

function value(key: string, title: string, width: number, kind: "code" | "text"): FormColumn<Line> {
  return { key, title, width, kind, cell: (line) => line.values[key] ?? null };
}

function columnsFor(options: ReportOptions): FormColumn<Line>[] {
  return [
    {
      key: "order",
      title: "STT",
      width: 7,
      kind: "order",
      cell: ({ order }) => (order === null ? null : String(order)),
    },
    {
      key: "name",
      title: "Nội dung hỗ trợ; họ và tên chủ hộ",
      width: 40,
      kind: "text",
      cell: (line) => line.name,
    },
    value("born", "Năm sinh", 10, "code"),
    value("gender", "Giới tính", 10, "code"),
    ...(options.showEthnicGroup ? [value("ethnic", "Dân tộc", 14, "code")] : []),
    value("id", "Số CCCD (3 số cuối)", 17, "code"),
    value("hamlet", "Thôn, xóm", 24, "text"),
    value("poverty", "Diện hộ", 15, "code"),
    value("manner", "Hình thức", 13, "code"),
    { key: "amount", title: "Mức hỗ trợ", width: 16, kind: "money", cell: (line) => line.amount },
  ];
}

/** Digits enough for a CCCD or an account, typed where they do not belong (a name, a note in brackets). */
const LONG_NUMBER = /\d(?:[\s.-]?\d){5,}/g;

function shown(text: CellValue): string {
  return isCellError(text)
    ? ""
    : nativeText(text)
        .replace(LONG_NUMBER, (digits) => "*".repeat(digits.length))
        .trim();
}

function birthYear(raw: CellValue, date1904: boolean): string {
  const reading = readDateCell(raw, date1904);
  return reading.kind === "none" || reading.kind === "empty" ? "" : String(reading.year);
}

function maskedId(raw: CellValue): string {
  return typeof raw === "string" || typeof raw === "number" ? maskIdentity(raw) : "";
}

function personLine(view: TableView, row: number, order: number, amount: number, date1904: boolean): Line {
  const cell = (header: string): CellValue => view.column(header)[row] ?? null;
  return {
    level: "part",
    order,
    name: shown(cell("Họ và tên chủ hộ")),
    values: {
      born: birthYear(cell("Ngày sinh"), date1904),
      gender: shown(cell("Giới tính")),
      ethnic: shown(cell("Dân tộc")),
      id: maskedId(cell("Số CCCD")),
      hamlet: shown(cell("Thôn xóm")),
      poverty: shown(cell("Diện hộ")),
      manner: shown(cell("Hình thức")),
    },
    amount,
  };
}

/** Content by content; within one by xóm, then by given name. */
function linesOf(tables: WorkbookTables, options: ReportOptions, unit: MoneyUnit): Line[] {
  const view = tables.table(HOUSEHOLDS);
  if (!view) return [];
  const selection = selectProjects(tables, options);
  const amounts = amountsByRow(tables, selection.any("Mã dự án"));
  const amount = (rows: readonly number[]) =>
    fromDong(Math.round(rows.reduce((total, row) => total + (amounts.get(row) ?? 0), 0)), unit);
  const text = (header: string, row: number) => nativeText(view.column(header)[row] ?? null);
  const lines: Line[] = [];
  const contents = supportedContents(tables, selection);
  contents.forEach((content, index) => {
    lines.push({
      level: "project",
      order: roman(index + 1),
      name: `${shown(contentTitle(content))} (${content.rows.length} lượt hộ)`,
      values: {},
      amount: amount(content.rows),
    });
    const rows = [...content.rows].sort(
      (a, b) =>
        compareVietnamese(text("Thôn xóm", a), text("Thôn xóm", b)) ||
        compareByGivenName(text("Họ và tên chủ hộ", a), text("Họ và tên chủ hộ", b)) ||
        a - b,
    );
    rows.forEach((row, at) =>
      lines.push(personLine(view, row, at + 1, amount([row]), tables.snapshot.date1904)),
    );
  });
  const everyone = { count: "households", table: HOUSEHOLDS, where: [selection.any("Mã dự án")] } as const;
  const { value: count } = figureResult(figureOf(everyone), tables, unit);
  const all = contents.flatMap((content) => content.rows);
  const total = `TỔNG CỘNG (${isCellError(count) ? 0 : count} hộ, ${all.length} lượt hộ)`;
  return [...lines, { level: "total", order: null, name: total, values: {}, amount: amount(all) }];
}

/** In đồng. */
function amountsByRow(
  tables: WorkbookTables,
  any: ReturnType<ReturnType<typeof selectProjects>["any"]>,
): Map<number, number> {
  const amounts = new Map<number, number>();
  for (const source of SOURCES)
    for (const { row, amount } of runQuery(sum(HOUSEHOLDS, source, [any]), tables).rows)
      amounts.set(row, (amounts.get(row) ?? 0) + amount);
  return amounts;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(number: number): string {
  let rest = number;
  let text = "";
  for (const [size, sign] of ROMAN) for (; rest >= size; rest -= size) text += sign;
  return text;
}

export const form = defineForm({
  code: "BC06",
  sheet: "BC06 Niêm yết",
  reads: [HOUSEHOLDS],
  personalData: PERSONAL,
  draft: (tables, options) => {
    const selection = selectProjects(tables, options);
    const columns = columnsFor(options);
    return {
      title: "DANH SÁCH HỘ ĐƯỢC HỖ TRỢ (NIÊM YẾT CÔNG KHAI)",
      subtitle: selection.text === "" ? "" : `(${selection.text})`,
      columns,
      rows: rowsFrom(linesOf(tables, options, options.unit ?? tables.parameters.unit), columns),
      inWords: "amount",
      withAccountant: false,
    };
  },
});
