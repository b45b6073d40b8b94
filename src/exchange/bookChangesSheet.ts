/** The sheet “So sánh” of two workbooks: one line for each changed cell, added row and removed row, old beside new. */
import { quoteSheet, type CellValue, type Edit, type SheetDesign } from "../book";
import { dateFromSerial, formatVietnameseDate, formatVietnameseNumber, type CalendarDate } from "../domain";
import type { ColumnSpec, TableView, WorkbookTables } from "../layout";
import { appendixDesign, type Appendix, type FormColumn } from "../reports";
import type { CellChange, RowChange } from "./bookChanges";
import { sheetNamed } from "./sheetNamed";

export interface ComparedBooks {
  readonly before: WorkbookTables;
  readonly after: WorkbookTables;
  /** Names of the files. */
  readonly names: { readonly before: string; readonly after: string };
}

interface Line {
  readonly level: "part";
  readonly order: string | null;
  readonly sheet: string;
  readonly row: string | null;
  readonly change: string | null;
  readonly what: string | null;
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: number | null;
  /** Where it stands in the new workbook. */
  readonly place: string | null;
}

const KINDS: Readonly<Record<RowChange["kind"], string>> = {
  added: "Thêm dòng",
  removed: "Bớt dòng",
  changed: "Sửa ô",
};

const text = (
  key: string,
  title: string,
  width: number,
  cell: (line: Line) => CellValue,
): FormColumn<Line> => ({
  key,
  title,
  width,
  kind: "text",
  cell,
});

const columns: readonly FormColumn<Line>[] = [
  { key: "order", title: "STT", width: 6, kind: "order", cell: (line) => line.order },
  text("sheet", "Trang", 16, (line) => line.sheet),
  { key: "row", title: "Dòng", width: 7, kind: "code", cell: (line) => line.row },
  text("change", "Thay đổi", 12, (line) => line.change),
  text("what", "Dòng dữ liệu", 34, (line) => line.what),
  text("column", "Cột", 18, (line) => line.column),
  text("before", "Cũ", 34, (line) => line.before),
  text("after", "Mới", 34, (line) => line.after),
  { key: "difference", title: "Tăng, giảm", width: 14, kind: "quantity", cell: (line) => line.difference },
];

const SHEET = "So sánh";
const TITLE = "BẢNG SO SÁNH HAI SỔ";

/** The edit that puts the sheet into the new workbook, anew or in its place; another sheet of that name is left alone. */
export function bookChangesEdit(
  changes: readonly RowChange[],
  books: ComparedBooks,
  today: CalendarDate,
): Edit {
  const { name, exists } = sheetNamed(books.after.snapshot, SHEET, TITLE);
  const design = bookChangesDesign(changes, books, name, today);
  return { task: "comparisonSheet", operations: [{ kind: exists ? "rewriteSheet" : "createSheet", design }] };
}

function bookChangesDesign(
  changes: readonly RowChange[],
  books: ComparedBooks,
  name: string,
  today: CalendarDate,
): SheetDesign {
  const lines = changes.flatMap((change) => linesOf(change, books));
  const numbered = lines.map((line, index) => ({ ...line, order: String(index + 1) }));
  const appendix: Appendix = {
    code: "",
    sheet: name,
    title: TITLE,
    subtitle:
      changes.length === 0
        ? `Sổ ${books.names.after} không có gì khác sổ ${books.names.before}`
        : `Sổ cũ: ${books.names.before}; sổ mới: ${books.names.after}`,
    unitLine: false,
    columns,
    rows: numbered.map((line) => ({
      level: line.level,
      cells: columns.map((column) => column.cell(line)),
      ...(line.place === null ? {} : { link: { column: 2, place: line.place } }),
    })),
    withAccountant: false,
  };
  return appendixDesign(appendix, books.after, { freeze: false, today, openErrors: 0 });
}

function linesOf(change: RowChange, books: ComparedBooks): Line[] {
  const { kind, table } = change;
  const side = kind === "removed" ? books.before : books.after;
  const view = side.table(table.name)!;
  const row = (kind === "removed" ? change.oldRow : change.newRow)!;
  const date1904 = side.snapshot.date1904;
  const line = {
    level: "part" as const,
    order: null,
    sheet: table.sheet,
    row: String(view.firstRow + row + 1),
    change: KINDS[kind],
    what: nameOf(view, row, date1904),
  };
  if (kind === "changed") {
    return change.cells.map((cell) => ({
      ...line,
      column: cell.column.header,
      before: shown(cell.before, cell.column, books.before.snapshot.date1904),
      after: shown(cell.after, cell.column, books.after.snapshot.date1904),
      difference: differenceOf(cell),
      place: placeOf(view, row, cell.column.header),
    }));
  }
  const all = change.cells
    .map(
      (cell) =>
        `${cell.column.header}: ${shown(kind === "added" ? cell.after : cell.before, cell.column, date1904)}`,
    )
    .join("\n");
  const first = change.cells[0]?.column.header;
  return [
    {
      ...line,
      column: null,
      before: kind === "removed" ? all : null,
      after: kind === "added" ? all : null,
      difference: null,
      place: kind === "added" && first !== undefined ? placeOf(view, row, first) : null,
    },
  ];
}

function placeOf(view: TableView, row: number, header: string): string | null {
  const cell = view.address(row, header);
  return cell === null ? null : `${quoteSheet(view.sheet.name)}!${cell}`;
}

/** What people call a row: the first of its cells that hold a name. */
function nameOf(view: TableView, row: number, date1904: boolean): string {
  const named = view.spec.columns.filter((column) => column.role === "typed" && column.required).slice(0, 3);
  return named
    .map((column) => shown(view.column(column.header)[row] ?? null, column, date1904))
    .filter((value) => value !== null)
    .join(" – ");
}

function differenceOf({ column, before, after }: CellChange): number | null {
  const counts = column.kind === "money" || column.kind === "detailMoney" || column.kind === "quantity";
  if (!counts || typeof before !== "number" || typeof after !== "number") return null;
  // Amounts with decimals of a million are taken apart as the integers they stand for.
  return Math.round((after - before) * 1e6) / 1e6;
}

/** As people read it: numbers and dates in the Vietnamese form; null for an empty cell. */
function shown(value: CellValue, column: ColumnSpec, date1904: boolean): string | null {
  if (value === null || value === "") return null;
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const isYear = Number.isInteger(value) && value >= 1900 && value <= 2100;
  if (column.kind === "date" || (column.kind === "birthDate" && !isYear)) {
    const date = dateFromSerial(value, date1904);
    if (date) return formatVietnameseDate(date);
  }
  if (column.kind === "birthDate" || column.kind === "code" || column.kind === "any") return String(value);
  return formatVietnameseNumber(value);
}
