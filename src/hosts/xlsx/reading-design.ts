/** One worksheet read back as a design: what a host would need to make it again. */
import type { ColumnDesign, DesignCell, SheetDesign, TableDesign } from "../../book";
import { isOn, relationshipsOf, type ParsedPart } from "./parts";
import { untranslatedFormula, type SheetCells } from "./reading-cells";
import { readCharts } from "./reading-charts";
import { readConditionalFormats, readValidations } from "./reading-rules";
import { readNotes } from "./reading-notes";
import { readPage } from "./reading-page";
import {
  areaOf,
  cellsOf,
  columnRanges,
  headerOf,
  mergesOf,
  parseSheet,
  sheetTables,
  tableColumns,
  tableSnapshot,
} from "./reading-sheet";
import { given, type StyleBook } from "./reading-styles";
import type { SheetEntry, WorkbookReading } from "./reading-workbook";
import { child, children, textOf, unescapeCellText } from "./xml";

/** A list that stands in the design only when something is in it. */
function listed<K extends string, V>(name: K, list: readonly V[]): { [P in K]?: readonly V[] } {
  return given(name, list.length > 0 ? list : undefined);
}

export function designOfSheet(workbook: WorkbookReading, entry: SheetEntry): SheetDesign {
  const { pkg } = workbook;
  const sheet = parseSheet(pkg, entry.part);
  const cells = cellsOf(workbook, sheet, { formulas: true, styles: true });
  const styles = workbook.styles();
  const view = child(child(sheet.root, "sheetViews"), "sheetView");
  const zoom = Number(view?.attributes.zoomScale ?? 100);
  return {
    name: entry.name,
    ...given("visibility", entry.visibility === "visible" ? undefined : entry.visibility),
    ...given("tabColour", styles.colours.of(child(child(sheet.root, "sheetPr"), "tabColor"))),
    ...given("gridlines", isOn(view?.attributes.showGridLines, true) ? undefined : false),
    ...given("zoom", zoom > 0 && zoom !== 100 ? zoom : undefined),
    columns: columnsOf(sheet, cells),
    ...given("rowHeights", cells.rowHeights.size > 0 ? cells.rowHeights : undefined),
    cells: designCells(workbook, sheet, cells, styles),
    ...listed("merges", mergesOf(sheet)),
    ...listed("tables", tablesOf(workbook, sheet)),
    ...listed("validations", readValidations(sheet)),
    ...listed("conditionalFormats", readConditionalFormats(sheet, styles)),
    ...given("freeze", frozen(view && child(view, "pane")?.attributes)),
    ...given(
      "page",
      readPage(
        sheet,
        workbook.names.filter((name) => name.sheet === entry.name),
      ),
    ),
    ...listed("charts", readCharts(pkg, sheet)),
  };
}

/** Columns from A on; a format that runs to the sheet's right edge ends with the last cell that is written. */
function columnsOf(sheet: ParsedPart, cells: SheetCells): ColumnDesign[] {
  const used = Math.max(widest(cells.values), widest(cells.styles));
  const columns: ColumnDesign[] = [];
  for (const { first, last, width, hidden } of columnRanges(sheet)) {
    const end = last - first < 1000 ? last : Math.min(last, Math.max(first, used - 1));
    for (let at = first; at <= end; at++) {
      while (columns.length <= at) columns.push({});
      columns[at] = {
        ...given("width", width ?? undefined),
        ...given("hidden", isOn(hidden) ? true : undefined),
      };
    }
  }
  return columns;
}

function widest(rows: readonly (readonly unknown[] | undefined)[]): number {
  let most = 0;
  for (const row of rows) most = Math.max(most, row?.length ?? 0);
  return most;
}

type OpenCell = { -readonly [K in keyof DesignCell]: DesignCell[K] };

/** Cells with content, a format of their own, a note or a link, row by row. */
function designCells(
  workbook: WorkbookReading,
  sheet: ParsedPart,
  read: SheetCells,
  styles: StyleBook,
): DesignCell[] {
  const rows: OpenCell[][] = [];
  const cellAt = (row: number, column: number): OpenCell => ((rows[row] ??= [])[column] ??= { row, column });
  read.styles.forEach((line, row) =>
    line.forEach((style, column) => {
      if (style !== undefined && style > 0) cellAt(row, column).format = styles.format(style);
    }),
  );
  read.values.forEach((line, row) =>
    line.forEach((value, column) => {
      if (value !== null) cellAt(row, column).content = value;
    }),
  );
  for (const [row, line] of read.formulas) {
    for (const [column, formula] of line) {
      if (formula === untranslatedFormula) continue;
      cellAt(row, column).content = { formula, value: read.values[row]?.[column] ?? null };
    }
  }
  for (const note of readNotes(workbook.pkg, sheet)) cellAt(note.row, note.column).note = note.text;
  for (const link of linksOf(workbook, sheet)) cellAt(link.row, link.column).link = link.place;
  return rows.flatMap((line) => line.filter((cell) => cell !== undefined));
}

/** Links to places in the workbook; those that lead outside are left out. */
function linksOf(
  workbook: WorkbookReading,
  sheet: ParsedPart,
): { row: number; column: number; place: string }[] {
  const hyperlinks = children(child(sheet.root, "hyperlinks"), "hyperlink");
  if (hyperlinks.length === 0) return [];
  const outside = new Set(relationshipsOf(workbook.pkg, sheet.name).map((one) => one.id));
  return hyperlinks.flatMap(({ attributes }) => {
    const { ref, location } = attributes;
    const leads = Object.entries(attributes).some(
      ([name, value]) => name.endsWith(":id") && outside.has(value),
    );
    if (location === undefined || leads) return [];
    const { row, column } = areaOf(ref, sheet.name);
    return [{ row, column, place: unescapeCellText(location) }];
  });
}

/** Tables with a header row, without their totals row. */
function tablesOf(workbook: WorkbookReading, sheet: ParsedPart): TableDesign[] {
  return sheetTables(workbook.pkg, sheet).flatMap((part) => {
    const { name, area, hasHeaderRow, hasTotalsRow } = tableSnapshot(part);
    if (!hasHeaderRow) return [];
    const style = child(part.root, "tableStyleInfo")?.attributes;
    const columns = tableColumns(part).map((column) => {
      const formula = child(column, "calculatedColumnFormula");
      const text = formula && unescapeCellText(textOf(part.text, formula)).replace(/^=/, "");
      return { header: headerOf(column), ...given("formula", text) };
    });
    return [
      {
        name,
        area: { ...area, rows: area.rows - (hasTotalsRow ? 1 : 0) },
        columns,
        style: style?.name ?? null,
        bandedRows: isOn(style?.showRowStripes),
        filter: child(part.root, "autoFilter") !== undefined,
      },
    ];
  });
}

function frozen(pane: Readonly<Record<string, string>> | undefined): SheetDesign["freeze"] {
  if (!pane || (pane.state !== "frozen" && pane.state !== "frozenSplit")) return undefined;
  const rows = Number(pane.ySplit ?? 0);
  const columns = Number(pane.xSplit ?? 0);
  const whole = Number.isInteger(rows) && Number.isInteger(columns) && rows >= 0 && columns >= 0;
  return whole && rows + columns > 0 ? { rows, columns } : undefined;
}
