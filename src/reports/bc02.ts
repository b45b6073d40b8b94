/**
 * BC02: what was paid out of this year's money and, in rows of its own, of money carried over from last year: by project,
 * type of capital and source, in the period and to date, advances (less what was recovered) and payments for accepted
 * volume apart.
 */
import { formatVietnameseDate } from "../domain";
import { UNDECIDED_CAPITAL, type WorkbookTables } from "../layout";
import { NOTE_COLUMN, rowsFrom, type FormColumn } from "./appendix";
import { chartPage, shortened } from "./charts";
import { columnsOf } from "./columns";
import { combinations } from "./combinations";
import { textKey, type Criterion } from "./criterion";
import type { Figure } from "./figure";
import { defineForm, type ReportOptions } from "./form";
import type { ReportCell } from "./grid";
import { advances, allocated, payments, SOURCES } from "./money";
import { inPeriod, periodOf, periodText, toDate } from "./period";
import { selectProjects, type ProjectLine, type Selection } from "./projects";
import type { RowLevel } from "./style";

const SHEET = "BC02 Giải ngân";
const TITLE_WIDTH = 46;

/** What a line takes in; a line without a scope is the sum of other rows. */
interface Scope {
  readonly project: (header: string) => Criterion;
  readonly year: string;
  /** As the cells have it; null for any. */
  readonly capital: string | null;
  readonly source: string | null;
}

interface Line {
  readonly level: RowLevel;
  readonly order: string | null;
  readonly code: string | null;
  readonly title: string;
  readonly scope: Scope | readonly number[];
  readonly days: Days;
}

interface Days {
  readonly period: Criterion;
  readonly toDate: Criterion;
}

function criteria(scope: Scope): Criterion[] {
  return [
    scope.project("Mã dự án"),
    { header: "Năm vốn", match: "equals", text: scope.year },
    ...(scope.capital === null
      ? []
      : [{ header: "Loại vốn", match: "equals", text: scope.capital } as const]),
  ];
}

function plan({ scope }: Line): ReportCell {
  if (!("year" in scope)) return { rows: scope };
  if (scope.source === null) return { figure: allocated(criteria(scope)) };
  const source = SOURCES.find((one) => textKey(one) === textKey(scope.source));
  return source === undefined ? 0 : { figure: allocated(criteria(scope), [source]) };
}

function spent(
  figure: (where: readonly Criterion[]) => Figure,
  days: (days: Days) => Criterion,
): (line: Line) => ReportCell {
  return ({ scope, days: own }) => {
    if (!("year" in scope)) return { rows: scope };
    const source: Criterion[] =
      scope.source === null ? [] : [{ header: "Nguồn", match: "equals", text: scope.source }];
    return { figure: figure([...criteria(scope), ...source, days(own)]) };
  };
}

const inTime = (days: Days) => days.period;
const soFar = (days: Days) => days.toDate;

function columnsFor(lastDay: string): readonly FormColumn<Line>[] {
  const period = "Giải ngân trong kỳ";
  const toDateGroup = `Lũy kế giải ngân đến ${lastDay}`;
  const money = columnsOf<Line>("money", 14);
  return [
    { key: "order", title: "STT", width: 6, kind: "order", cell: (line) => line.order },
    { key: "code", title: "Mã dự án", width: 12, kind: "code", cell: (line) => line.code },
    {
      key: "title",
      title: "Dự án, loại vốn, nguồn vốn",
      width: TITLE_WIDTH,
      kind: "text",
      cell: (line) => line.title,
    },
    money("plan", "Kế hoạch vốn", plan),
    money("periodAdvance", "Tạm ứng (trừ thu hồi)", spent(advances, inTime), period),
    money("periodPayment", "Thanh toán khối lượng", spent(payments, inTime), period),
    money("period", "Cộng", () => ({ plus: ["periodAdvance", "periodPayment"] }), period),
    money("advance", "Tạm ứng chưa thu hồi", spent(advances, soFar), toDateGroup),
    money("payment", "Thanh toán khối lượng", spent(payments, soFar), toDateGroup),
    money("paid", "Cộng", () => ({ plus: ["advance", "payment"] }), toDateGroup),
    {
      key: "rate",
      title: "Tỷ lệ giải ngân",
      width: 11,
      kind: "share",
      cell: () => ({ part: "paid", whole: "plan" }),
    },
    money("left", "Còn lại chưa giải ngân", () => ({ plus: ["plan"], minus: ["paid"] })),
    NOTE_COLUMN,
  ];
}

const CAPITALS: readonly { readonly name: string; readonly title: string }[] = [
  { name: "Đầu tư", title: "Vốn đầu tư" },
  { name: "Sự nghiệp", title: "Vốn sự nghiệp" },
  { name: UNDECIDED_CAPITAL, title: "Chưa xác định loại vốn" },
];

interface Money {
  readonly capital: string;
  readonly source: string;
}

/** The kinds of money of a project and year that have an allocation or a voucher; known ones first, in the usual order. */
function kindsOfMoney(project: ProjectLine, year: string, tables: WorkbookTables): Money[] {
  const where: Criterion[] = [project.where("Mã dự án"), { header: "Năm vốn", match: "equals", text: year }];
  const found = new Map<string, Money>();
  const add = (money: Money) => {
    const key = `${textKey(money.capital)}\n${textKey(money.source)}`;
    if (!found.has(key)) found.set(key, money);
  };
  const budget = tables.table("tblNganSach");
  for (const { texts, rows } of combinations(tables, "tblNganSach", ["Loại vốn"], where)) {
    for (const source of SOURCES) {
      const amounts = budget!.column(source);
      if (rows.some((row) => typeof amounts[row] === "number" && amounts[row] !== 0))
        add({ capital: texts[0]!, source });
    }
  }
  for (const { texts } of combinations(tables, "tblGiaiNgan", ["Loại vốn", "Nguồn"], where))
    add({ capital: texts[0]!, source: texts[1]! });
  const place = (list: readonly string[], text: string) => {
    const index = list.findIndex((one) => textKey(one) === textKey(text));
    return index < 0 ? list.length : index;
  };
  const capitals = CAPITALS.map((capital) => capital.name);
  return [...found.values()].sort(
    (a, b) =>
      place(capitals, a.capital) - place(capitals, b.capital) ||
      place(SOURCES, a.source) - place(SOURCES, b.source),
  );
}

function moneyTitle({ capital, source }: Money): string {
  const known = CAPITALS.find((one) => textKey(one.name) === textKey(capital));
  return `${known?.title ?? (capital === "" ? "Chưa ghi loại vốn" : capital)} – ${source === "" ? "chưa ghi nguồn" : source}`;
}

function sectionLines(
  selection: Selection,
  year: string,
  heading: Pick<Line, "order" | "title">,
  days: Days,
  tables: WorkbookTables,
  everyProject: boolean,
): Line[] {
  const scope = (project: Scope["project"], money: Money | null): Scope => ({
    project,
    year,
    capital: money?.capital ?? null,
    source: money?.source ?? null,
  });
  const lines: Line[] = [{ level: "group", ...heading, code: null, scope: scope(selection.any, null), days }];
  for (const project of selection.lines) {
    const kinds = kindsOfMoney(project, year, tables);
    if (kinds.length === 0 && (!everyProject || project.undivided)) continue;
    const { level, order, title, programmeCode } = project;
    const code = programmeCode === "" ? project.code : programmeCode;
    lines.push({ level, order, code, title, scope: scope(project.where, null), days });
    if (!project.leaf) continue;
    for (const money of kinds)
      lines.push({
        level: "detail",
        order: null,
        code: null,
        title: moneyTitle(money),
        scope: scope(project.where, money),
        days,
      });
  }
  return lines;
}

function linesOf(tables: WorkbookTables, selection: Selection, options: ReportOptions): Line[] {
  const period = periodOf(tables, options);
  const days = { period: inPeriod("Ngày", period, tables), toDate: toDate("Ngày", period, tables) };
  const year = tables.parameters.text("planYear");
  const current = { order: "A", title: `KẾ HOẠCH VỐN NĂM ${year}`.trim() };
  const carriedOver = { order: "B", title: "VỐN NĂM TRƯỚC KÉO DÀI SANG" };
  const lines = [
    ...sectionLines(selection, "Năm nay", current, days, tables, true),
    ...sectionLines(selection, "Kéo dài", carriedOver, days, tables, false),
  ];
  const groups = lines.flatMap((line, index) => (line.level === "group" ? [index] : []));
  return [
    ...lines,
    { level: "total", order: null, code: null, title: "TỔNG CỘNG (A + B)", scope: groups, days },
  ];
}

export const form = defineForm({
  code: "BC02",
  sheet: SHEET,
  reads: ["tblDuAn", "tblNganSach", "tblGiaiNgan"],
  draft: (tables, options) => {
    const selection = selectProjects(tables, options);
    const period = periodOf(tables, options);
    const columns = columnsFor(formatVietnameseDate(period.to));
    const lines = linesOf(tables, selection, options);
    const unit = options.unit ?? tables.parameters.unit;
    const leaves = selection.lines.filter((line) => line.leaf);
    const shown = leaves.flatMap((project) => {
      const row = lines.findIndex((line) => line.title === project.title && line.order === project.order);
      const label = lines[row]?.code ?? project.code;
      return row < 0 ? [] : [{ row, labels: { code: label, title: shortened(project.title, TITLE_WIDTH) } }];
    });
    const annex = chartPage({
      sheet: SHEET,
      shown,
      figures: ["plan", "paid", "rate"],
      unit,
      charts: [
        (range) => ({
          name: "BC02 tiến độ",
          kind: "bar",
          title: "Tỷ lệ giải ngân vốn năm nay, từng dự án",
          series: [
            { name: "Tỷ lệ giải ngân", values: range("rate"), categories: range("code"), colour: "1F6F50" },
          ],
          valueFormat: "0.0%",
          showValues: true,
          altText: "Biểu đồ thanh: phần vốn năm nay của từng dự án đã giải ngân.",
        }),
        (range) => ({
          name: "BC02 số vốn",
          kind: "column",
          title: `Kế hoạch vốn năm nay và lũy kế giải ngân (${unit})`,
          series: [
            { name: "Kế hoạch vốn", values: range("plan"), categories: range("code"), colour: "A6C8B8" },
            { name: "Lũy kế giải ngân", values: range("paid"), categories: range("code"), colour: "1F6F50" },
          ],
          valueFormat: "#,##0.0",
          showValues: true,
          altText: "Biểu đồ cột: kế hoạch vốn năm nay và số đã giải ngân của từng dự án.",
        }),
      ],
    });
    return {
      title: `TÌNH HÌNH GIẢI NGÂN VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM ${tables.parameters.text("planYear")}`,
      subtitle: `(${[periodText(period), selection.text].filter((text) => text !== "").join("; ")})`,
      columns,
      rows: rowsFrom(lines, columns),
      inWords: "paid",
      withAccountant: true,
      ...(annex ? { annex } : {}),
    };
  },
});
