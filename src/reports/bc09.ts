/** BC09: the works: what each costs, was planned and accepted, what was paid for it and what of the advance is left. */
import { readDateCell } from "../domain";
import type { WorkbookTables } from "../layout";
import { NOTE_COLUMN, rowsFrom, type FormColumn } from "./appendix";
import { columnsOf } from "./columns";
import { combinations, criteriaOf } from "./combinations";
import { nativeText, textKey, type Criterion } from "./criterion";
import { figureOf } from "./figure";
import { defineForm } from "./form";
import type { ReportCell } from "./grid";
import { advances, paid } from "./money";
import { periodOf, periodText, toDate } from "./period";
import { headingOfCode, inPlanOrder, selectProjects, type Selection } from "./projects";
import { sum } from "./query";
import type { RowLevel } from "./style";

const WORKS = "tblCongTrinh";

interface Line {
  readonly level: RowLevel;
  readonly order: string | null;
  readonly title: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Rows of the table of works and of vouchers, or the form's rows that are added up. */
  readonly scope: { readonly works: readonly Criterion[]; readonly vouchers: readonly Criterion[] } | Sum;
  readonly toDate: Criterion;
}

interface Sum {
  readonly addedUp: readonly number[];
}

function amount(header: string): (line: Line) => ReportCell {
  return ({ scope }) =>
    "addedUp" in scope ? { rows: scope.addedUp } : { figure: figureOf(sum(WORKS, header, scope.works)) };
}

function spent(figure: typeof paid): (line: Line) => ReportCell {
  return ({ scope, toDate: days }) =>
    "addedUp" in scope ? { rows: scope.addedUp } : { figure: figure([...scope.vouchers, days]) };
}

const text = (key: string, title: string, width: number): FormColumn<Line> => ({
  key,
  title,
  width,
  kind: "text",
  cell: (line) => line.texts[key] || null,
});

const money = columnsOf<Line>("money", 13);

const PAID = "Đã giải ngân (lũy kế)";

const columns: readonly FormColumn<Line>[] = [
  { key: "order", title: "STT", width: 7, kind: "order", cell: (line) => line.order },
  { key: "title", title: "Dự án, công trình", width: 40, kind: "text", cell: (line) => line.title },
  text("hamlet", "Địa điểm", 16),
  text("owner", "Chủ đầu tư; nhà thầu", 24),
  text("time", "Khởi công – hoàn thành", 13),
  money("investment", "Tổng mức đầu tư", amount("Tổng mức đầu tư")),
  money("contract", "Giá trị hợp đồng", amount("Giá trị hợp đồng")),
  money("plan", "Kế hoạch vốn năm", amount("Kế hoạch vốn năm")),
  money("accepted", "Khối lượng nghiệm thu", amount("Khối lượng nghiệm thu")),
  money("paid", "Tổng số", spent(paid), PAID),
  money("advance", "Tạm ứng chưa thu hồi", spent(advances), PAID),
  {
    key: "rate",
    title: "So kế hoạch năm",
    width: 10,
    kind: "share",
    group: PAID,
    cell: () => ({ part: "paid", whole: "plan" }),
  },
  {
    key: "ofInvestment",
    title: "So tổng mức đầu tư",
    width: 10,
    kind: "share",
    group: PAID,
    cell: () => ({ part: "paid", whole: "investment" }),
  },
  money("settled", "Giá trị quyết toán", amount("Giá trị quyết toán")),
  NOTE_COLUMN,
];

const HEADERS = ["Mã dự án", "Mã công trình"] as const;

function textsOf(tables: WorkbookTables, row: number): { title: string; texts: Record<string, string> } {
  const view = tables.table(WORKS)!;
  const cell = (header: string) => nativeText(view.column(header)[row] ?? null).trim();
  const month = (header: string) => {
    const reading = readDateCell(view.column(header)[row] ?? null, tables.snapshot.date1904);
    if (reading.kind === "none" || reading.kind === "empty") return "";
    return reading.kind === "year"
      ? String(reading.year)
      : `${String(reading.month).padStart(2, "0")}/${reading.year}`;
  };
  const join = (texts: readonly string[], sign: string) => texts.filter((one) => one !== "").join(sign);
  return {
    title: join([cell("Mã công trình"), cell("Tên công trình")], ": "),
    texts: {
      hamlet: cell("Thôn xóm"),
      owner: join([cell("Chủ đầu tư"), cell("Nhà thầu")], "; "),
      time: join([month("Khởi công"), month("Hoàn thành")], " – "),
    },
  };
}

function linesOf(tables: WorkbookTables, selection: Selection, days: Criterion): Line[] {
  const any = selection.any("Mã dự án");
  const all: Criterion[] = [any, { header: "Mã công trình", match: "filled" }];
  const found = combinations(tables, WORKS, HEADERS, all);
  const codes = inPlanOrder(
    found.map(({ texts }) => texts[0]!),
    selection,
  );
  const lines: Line[] = [];
  codes.forEach((code, index) => {
    const works = found.filter(({ texts }) => textKey(texts[0]!) === textKey(code));
    const first = lines.length + 1;
    lines.push({
      level: "project",
      order: String(index + 1),
      title: headingOfCode(code, selection),
      texts: {},
      scope: { addedUp: works.map((_work, at) => first + at) },
      toDate: days,
    });
    works.forEach((work, at) =>
      lines.push({
        level: "part",
        order: `${index + 1}.${at + 1}`,
        ...textsOf(tables, work.rows[0]!),
        // A voucher belongs to the work that it names, as in the table of works itself.
        scope: {
          works: criteriaOf(HEADERS, work),
          vouchers: [any, { header: "Mã công trình", match: "equals", text: work.texts[1]! }],
        },
        toDate: days,
      }),
    );
  });
  const scope = { works: all, vouchers: all };
  return [...lines, { level: "total", order: null, title: "TỔNG CỘNG", texts: {}, scope, toDate: days }];
}

export const form = defineForm({
  code: "BC09",
  sheet: "BC09 Công trình",
  reads: [WORKS, "tblGiaiNgan"],
  draft: (tables, options) => {
    const selection = selectProjects(tables, options);
    const period = periodOf(tables, options);
    return {
      title: `TÌNH HÌNH THỰC HIỆN CÔNG TRÌNH NĂM ${tables.parameters.text("planYear")}`,
      subtitle: `(${[periodText(period), selection.text].filter((one) => one !== "").join("; ")})`,
      columns,
      rows: rowsFrom(linesOf(tables, selection, toDate("Ngày", period, tables)), columns),
      inWords: "paid",
      withAccountant: true,
    };
  },
});
