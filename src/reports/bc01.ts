/** BC01: how the plan's money is divided, project by project and source by source. */
import { cellAddress, type CellInput, type ChartDesign, type DesignCell } from "../book";
import { amountInWords } from "../domain";
import type { WorkbookTables } from "../layout";
import {
  appendixDesign,
  bodyFormat,
  FIRST_ROW,
  sheetRange,
  type Appendix,
  type AppendixColumn,
  type AppendixRow,
} from "./appendix";
import type { ReportForm } from "./form";
import { sumCell, sumOf, type Criterion, type SumQuery } from "./query";

const TABLE = "tblDuAn";
const amounts = ["Tổng vốn", "NSTW", "NSĐP", "Vốn khác"] as const;

const columns: readonly AppendixColumn[] = [
  { title: "STT", width: 6, kind: "order" },
  { title: "Theo kế hoạch của xã", width: 14, kind: "code", group: "Mã dự án" },
  { title: "Theo Chương trình", width: 14, kind: "code", group: "Mã dự án" },
  { title: "Dự án, tiểu dự án", width: 62, kind: "text" },
  { title: "Đơn vị chủ trì", width: 22, kind: "text" },
  { title: "Tổng vốn", width: 14, kind: "money" },
  { title: "Ngân sách trung ương", width: 14, kind: "money", group: "Trong đó" },
  { title: "Ngân sách địa phương", width: 14, kind: "money", group: "Trong đó" },
  { title: "Vốn khác", width: 12, kind: "money", group: "Trong đó" },
  { title: "Tỷ lệ NSĐP / NSTW", width: 11, kind: "share" },
  { title: "Tỷ trọng", width: 10, kind: "share" },
];
const FIRST_AMOUNT = 5;

/** Any project code: a total row that somebody typed into the table bears none. */
const anyProject: Criterion = { header: "Mã", match: "startsWith", text: "DA" };

interface Line {
  readonly level: AppendixRow["level"];
  readonly order: string;
  readonly code: string;
  readonly programmeCode: string;
  readonly title: string;
  readonly leadUnit: string;
  readonly where: Criterion;
}

/** `title - Tiểu dự án 1: sub-title`, as plans write it. */
const SUB_PROJECT = /\s*[-–]\s*(Tiểu dự án \d+\s*[:.].*)$/s;

/** The lines of the form: a project, and under it its sub-projects where it has any. */
function linesOf(tables: WorkbookTables): Line[] {
  const view = tables.table(TABLE);
  if (!view) return [];
  const text = (header: string, row: number) => String(view.column(header)[row] ?? "").trim();
  const groups = new Map<string, number[]>();
  for (let row = 0; row < view.rowCount; row += 1) {
    const code = text("Mã", row);
    if (!code.toUpperCase().startsWith("DA")) continue;
    const parent = code.split(".")[0]!;
    groups.set(parent, [...(groups.get(parent) ?? []), row]);
  }
  const lines: Line[] = [];
  let order = 0;
  for (const [parent, rows] of groups) {
    order += 1;
    const whole = (row: number, title: string, level: Line["level"], number: string): Line => ({
      level,
      order: number,
      code: text("Mã", row),
      programmeCode: text("Mã chương trình", row),
      title,
      leadUnit: text("Đơn vị chủ trì", row),
      where: { header: "Mã", match: "equals", text: text("Mã", row) },
    });
    if (rows.every((row) => !text("Mã", row).includes("."))) {
      lines.push(...rows.map((row) => whole(row, text("Tên dự án", row), "project", String(order))));
      continue;
    }
    const first = rows[0]!;
    lines.push({
      level: "project",
      order: String(order),
      code: parent,
      programmeCode: text("Mã chương trình", first).split(".")[0]!,
      title: text("Tên dự án", first).replace(SUB_PROJECT, ""),
      leadUnit: "",
      where: { header: "Mã", match: "startsWith", text: `${parent}.` },
    });
    rows.forEach((row, index) => {
      const title = SUB_PROJECT.exec(text("Tên dự án", row))?.[1] ?? text("Tên dự án", row);
      lines.push(whole(row, title, "part", `${order}.${index + 1}`));
    });
  }
  return lines;
}

function queryOf(header: string, where: Criterion): SumQuery {
  return { table: TABLE, header, where: [where] };
}

/** One row of figures: amounts from the table, ratio and share from the row's own cells. */
function figures(where: Criterion, row: number, totalRow: number, tables: WorkbookTables): CellInput[] {
  const cells = amounts.map((header) => sumCell(queryOf(header, where), tables));
  const [total, central, local] = amounts.map((header) => sumOf(queryOf(header, where), tables));
  const grand = sumOf(queryOf("Tổng vốn", anyProject), tables);
  const at = (column: number, r = row) => cellAddress(r, column);
  const grandCell = at(FIRST_AMOUNT, totalRow).replace(/([A-Z]+)(\d+)/, "$1$$$2");
  return [
    ...cells,
    quotient(at(FIRST_AMOUNT + 2), at(FIRST_AMOUNT + 1), local!, central!),
    quotient(at(FIRST_AMOUNT), grandCell, total!, grand),
  ];
}

/** Empty where there is nothing to divide by. */
function quotient(part: string, whole: string, partValue: number, wholeValue: number): CellInput {
  return {
    formula: `IF(${whole}=0,"",ROUND(${part}/${whole},6))`,
    value: wholeValue === 0 ? "" : Math.round((partValue / wholeValue) * 1e6) / 1e6,
  };
}

function rowsOf(tables: WorkbookTables): AppendixRow[] {
  const lines = linesOf(tables);
  const totalRow = FIRST_ROW + lines.length;
  const rows: AppendixRow[] = lines.map((line, index) => ({
    level: line.level,
    cells: [
      line.order,
      line.code,
      line.programmeCode,
      line.title,
      line.leadUnit,
      ...figures(line.where, FIRST_ROW + index, totalRow, tables),
    ],
  }));
  rows.push({
    level: "total",
    cells: [null, null, null, "TỔNG CỘNG", null, ...figures(anyProject, totalRow, totalRow, tables)],
  });
  return rows;
}

/** The total in words; the cell itself says when the figures have moved on since. */
function inWords(tables: WorkbookTables, firstRow: number): CellInput {
  const total = sumCell(queryOf("Tổng vốn", anyProject), tables);
  const words = `Bằng chữ: ${amountInWords(sumOf(queryOf("Tổng vốn", anyProject), tables))}.`;
  const cell = cellAddress(firstRow + linesOf(tables).length, FIRST_AMOUNT);
  const changed = "Số liệu đã thay đổi: hãy tạo lại biểu để cập nhật số tiền bằng chữ.";
  return { formula: `IF(${cell}=${total.value},"${words}","${changed}")`, value: words };
}

const CHART_ROWS = 22;
const seriesColours: Readonly<Record<string, string>> = {
  NSTW: "1F6F50",
  NSĐP: "E0A030",
  "Vốn khác": "7F7F7F",
};

/**
 * A page of its own: the figures of the chart under the repeated head, then the chart, by source and project by project.
 * The figures are references to the form's own cells.
 */
function annexOf(tables: WorkbookTables): NonNullable<Appendix["annex"]> {
  return (first, body) => {
    const all = linesOf(tables).map((line, index) => ({ line, row: body + index }));
    const leaves = all.filter(
      ({ line }, index) => line.level === "part" || all[index + 1]?.line.level !== "part",
    );
    const cells: DesignCell[] = leaves.flatMap(({ line, row }, index) =>
      columns.map((column, c) => {
        const header = amounts[c - FIRST_AMOUNT];
        const content: CellInput =
          header === undefined
            ? ([null, line.code, line.programmeCode, shortened(line.title)][c] ?? null)
            : { formula: cellAddress(row, c), value: sumCell(queryOf(header, line.where), tables).value };
        return {
          row: first + index,
          column: c,
          content,
          format: { ...bodyFormat(column, "part", tables), wrap: false },
        };
      }),
    );
    const range = (column: number) =>
      sheetRange(form.sheet, { row: first, column, rows: leaves.length, columns: 1 });
    const sources = amounts
      .slice(1)
      .filter((header) => header !== "Vốn khác" || sumOf(queryOf(header, anyProject), tables) !== 0);
    const chart: ChartDesign = {
      name: "BC01 theo nguồn",
      kind: "column",
      title: `Phân bổ vốn theo nguồn, từng dự án (${tables.parameters.unit})`,
      series: sources.map((header) => ({
        name: header,
        values: range(FIRST_AMOUNT + amounts.indexOf(header)),
        categories: range(1),
        colour: seriesColours[header]!,
      })),
      area: { row: first + leaves.length + 1, column: 0, rows: CHART_ROWS, columns: columns.length },
      valueFormat: "#,##0.0",
      showValues: true,
      altText: "Biểu đồ cột: vốn của từng dự án, chia theo ngân sách trung ương và ngân sách địa phương.",
    };
    return { cells, charts: leaves.length === 0 ? [] : [chart], rows: leaves.length + 1 + CHART_ROWS };
  };
}

/** One line of the title's column. */
function shortened(title: string): string {
  const room = 62;
  return title.length <= room ? title : `${title.slice(0, title.lastIndexOf(" ", room))}…`;
}

function subtitle(tables: WorkbookTables): string {
  const number = tables.parameters.text("planNumber");
  return number === ""
    ? ""
    : `(Theo Kế hoạch số ${number} của Ủy ban nhân dân xã ${tables.parameters.text("commune")})`;
}

export const form: ReportForm = {
  code: "BC01",
  sheet: "BC01 Phân bổ vốn",
  reads: [TABLE],
  make: (tables, options) =>
    appendixDesign(
      {
        code: "BC01",
        sheet: form.sheet,
        title: `PHÂN BỔ VỐN THỰC HIỆN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM ${tables.parameters.text("planYear")}`,
        subtitle: subtitle(tables),
        columns,
        rows: rowsOf(tables),
        closing: (firstRow) => inWords(tables, firstRow),
        withAccountant: true,
        annex: annexOf(tables),
      },
      tables,
      options,
    ),
};
