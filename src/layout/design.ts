/** A sheet of the structure with its rows, as the design from which a host makes it. */
import {
  inputValue,
  isCellFormula,
  type Area,
  type CellFormat,
  type CellInput,
  type ConditionalFormat,
  type DesignCell,
  type PageLayout,
  type SheetDesign,
  type TableDesign,
  type Validation,
} from "../book";
import { fromDong, sumDong, toDong } from "../domain";
import { differenceFormats, markFormats } from "./marks";
import { firstColumn, GUIDANCE_ROW, HEADER_ROW, TITLE_ROW, UNIT_ROW, type FindColumn } from "./places";
import { rowCells, type ComputeContext, type RowValues, type TableRows } from "./rows";
import { MARK_HEADER, type SheetSpec, type TableSpec } from "./spec";
import { parameterNames, parameterFormat } from "./parameters";
import {
  bodyFormat,
  captionFormat,
  colours,
  FONT,
  guidanceFormat,
  headerFormat,
  numberFormatOf,
  quietZero,
  titleFormat,
  totalFormat,
  unitFormat,
} from "./style";
import { columnValidation } from "./validation";
import { columnWidths, rowHeights } from "./measure";

export interface DesignContext extends ComputeContext {
  readonly find: FindColumn;
  /** Commune and year, as the parameters say them; the cells hold formulas over these. */
  readonly commune: string;
  readonly planYear: number | null;
}

/** A parameter's value by a native formula. */
export function parameterFormula(name: string): string {
  return `VLOOKUP("${name}",tblThamSo[[Tham số]:[Giá trị]],2,FALSE)`;
}

/** The design of a sheet of the structure, filled with rows. */
export function sheetDesign(sheet: SheetSpec, rows: TableRows, context: DesignContext): SheetDesign {
  const parts = sheet.tables.map((table) => tableParts(sheet, table, rows.get(table.name) ?? [], context));
  const width = Math.max(...parts.map((part) => part.table.area.column + part.table.area.columns));
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColour: sheet.tabColour,
    gridlines: false,
    zoom: 90,
    columns: columnWidths(sheet, width),
    rowHeights: rowHeights(sheet, rows),
    cells: [
      ...headCells(sheet, width, context),
      ...totalCells(sheet, rows, context),
      ...parts.flatMap((part) => part.cells),
    ],
    merges: [{ row: GUIDANCE_ROW, column: 0, rows: 1, columns: guidanceWidth(sheet, width) }],
    tables: parts.map((part) => part.table),
    validations: parts.flatMap((part) => part.validations),
    conditionalFormats: parts.flatMap((part) => part.conditionalFormats),
    freeze: { rows: HEADER_ROW + 1, columns: sheet.frozenColumns },
    page: pageLayout(printedColumns(sheet, width), sheet.tables.length > 1 ? 2 : 1),
  };
}

export interface TableParts {
  readonly table: TableDesign;
  readonly cells: readonly DesignCell[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
}

/** A table with its header, rows, drop-downs and conditional formats, where it stands on its sheet. */
export function tableParts(
  sheet: SheetSpec,
  spec: TableSpec,
  rows: readonly RowValues[],
  context: DesignContext,
  left = firstColumn(sheet, spec),
): TableParts {
  const area: Area = {
    row: HEADER_ROW,
    column: left,
    rows: 1 + Math.max(1, rows.length),
    columns: spec.columns.length,
  };
  const data: Area = { ...area, row: area.row + 1, rows: area.rows - 1 };
  const filled = rows.length > 0 ? rows : [{}];
  const formats = spec.columns.map((column) => bodyFormat(column, context));
  const cells: DesignCell[] = spec.columns.map((column, index) => ({
    row: area.row,
    column: area.column + index,
    content: column.header,
    format: headerFormat(column),
  }));
  filled.forEach((row, r) =>
    rowCells(spec, row, context).forEach((content, c) =>
      cells.push({
        row: data.row + r,
        column: data.column + c,
        content,
        format: cellFormat(spec, row, content, formats[c]!, c),
      }),
    ),
  );
  if (spec.caption)
    cells.push({ row: UNIT_ROW, column: area.column, content: spec.caption, format: captionFormat });
  return {
    table: {
      name: spec.name,
      area,
      columns: spec.columns.map((column) => ({
        header: column.header,
        ...(column.formula === undefined ? {} : { formula: column.formula }),
      })),
      style: null,
      bandedRows: false,
      filter: sheet.visibility === "visible",
    },
    cells,
    validations: validations(spec, data, context.find),
    conditionalFormats: [
      ...markFormats(spec, data, area.row),
      ...differenceFormats(spec, data, context.find),
    ],
  };
}

/** A parameter's value has the format of what it says; a computed one is grey. */
function cellFormat(
  spec: TableSpec,
  row: RowValues,
  content: CellInput,
  format: CellFormat,
  column: number,
): CellFormat {
  if (spec.columns[column]!.kind !== "any") return format;
  const name = row["Tham số"];
  const numberFormat = typeof name === "string" ? parameterFormat(name) : "General";
  const fill = isCellFormula(content) ? { fill: colours.computedCell } : {};
  return { ...format, ...fill, numberFormat, horizontal: "left" };
}

function validations(spec: TableSpec, data: Area, find: FindColumn): Validation[] {
  return spec.columns
    .map((column, index) =>
      columnValidation(spec, column, { ...data, column: data.column + index, columns: 1 }, find),
    )
    .filter((validation) => validation !== null);
}

/** Title, guidance and the unit line. */
function headCells(sheet: SheetSpec, width: number, context: DesignContext): DesignCell[] {
  const cells: DesignCell[] = [
    { row: TITLE_ROW, column: 0, content: titleContent(sheet, context), format: titleFormat },
    { row: GUIDANCE_ROW, column: 0, content: sheet.guidance, format: guidanceFormat },
  ];
  for (let column = 1; column < guidanceWidth(sheet, width); column += 1) {
    cells.push({ row: GUIDANCE_ROW, column, format: guidanceFormat });
  }
  const unit = unitCell(sheet, context);
  if (unit) cells.push(unit);
  return cells;
}

function titleContent(sheet: SheetSpec, context: DesignContext): CellInput {
  if (sheet.visibility !== "visible") return sheet.title;
  const commune = parameterFormula(parameterNames.commune);
  const year = parameterFormula(parameterNames.planYear);
  return {
    formula: `"${sheet.title} – XÃ "&UPPER(${commune})&", NĂM "&${year}`,
    value: `${sheet.title} – XÃ ${context.commune.toUpperCase()}, NĂM ${context.planYear ?? ""}`,
  };
}

/** “Đơn vị tính: …” stands above the first column, or above the amounts where a caption stands there. */
function unitCell(sheet: SheetSpec, context: DesignContext): DesignCell | null {
  if (sheet.unit === null) return null;
  const name = sheet.unit === "unit" ? parameterNames.unit : parameterNames.detailUnit;
  const value = sheet.unit === "unit" ? context.unit : context.detailUnit;
  const priced = sheet.tables.find((table) => table.columns.some((column) => column.kind.endsWith("oney")))!;
  const shift = priced.caption ? priced.columns.findIndex((column) => column.kind.endsWith("oney")) : 0;
  return {
    row: UNIT_ROW,
    column: firstColumn(sheet, priced) + shift,
    content: { formula: `"Đơn vị tính: "&${parameterFormula(name)}`, value: `Đơn vị tính: ${value}` },
    format: unitFormat,
  };
}

/**
 * The sums of a table's amounts, above its header: there they stay in view, follow a filter, and no row has to move when
 * the table grows.
 */
function totalCells(sheet: SheetSpec, rows: TableRows, context: DesignContext): DesignCell[] {
  const [table, ...others] = sheet.tables;
  if (!table || others.length > 0 || sheet.unit === null) return [];
  const own = rows.get(table.name) ?? [];
  const priced = table.columns.flatMap((column, index) =>
    column.kind.endsWith("oney") && column.header !== "Chênh lệch" ? [{ column, index }] : [],
  );
  const sums = priced.map(({ column, index }): DesignCell => {
    const unit = column.kind === "money" ? context.unit : context.detailUnit;
    const amounts = own.map((row) => inputValue(rowCells(table, row, context)[index]!));
    const dong = amounts.map((value) => (typeof value === "number" ? toDong(value, unit).dong : 0));
    return {
      row: UNIT_ROW,
      column: index,
      content: {
        formula: `ROUND(SUBTOTAL(109,${table.name}[${column.header}]),6)`,
        value: fromDong(sumDong(dong), unit),
      },
      format: { ...totalFormat, numberFormat: quietZero(numberFormatOf(column, context)) },
    };
  });
  const label = { row: UNIT_ROW, column: priced[0]!.index - 1, content: "Cộng", format: totalFormat };
  return [label, ...sums];
}

/** The guidance is read on the first screen: it spans no more than the columns seen there. */
function guidanceWidth(sheet: SheetSpec, width: number): number {
  const widths = columnWidths(sheet, width).map((column) => column.width);
  let seen = 0;
  let count = 0;
  while (count < width && seen < 120) {
    seen += widths[count]!;
    count += 1;
  }
  return Math.max(2, count);
}

/** What is for staff's eyes alone (marks, row ids) is not printed; rows are, however many come. */
function printedColumns(sheet: SheetSpec, width: number): number {
  const [only] = sheet.tables;
  const mark =
    sheet.tables.length === 1 ? only!.columns.findIndex((column) => column.header === MARK_HEADER) : -1;
  return mark < 0 ? width : mark;
}

/** The last row a sheet can have: a print area of whole columns. */
const SHEET_ROWS = 1_048_576;

function pageLayout(columns: number, fitWidth: number): PageLayout {
  return {
    orientation: "landscape",
    paper: "a4",
    fitWidth,
    margins: { top: 2, right: 1.5, bottom: 2, left: 2, header: 1, footer: 1 },
    titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    centreHorizontally: true,
    footer: `&L&"${FONT},Italic"&10&A&R&"${FONT},Regular"&10Trang &P/&N`,
    area: { row: 0, column: 0, rows: SHEET_ROWS, columns },
  };
}
